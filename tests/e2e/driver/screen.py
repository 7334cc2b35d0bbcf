"""One screen: X server, session bus and window manager, for one program."""
import os
import shutil
import subprocess

from driver.processes import start
from driver.waiting import wait_until

START_SECONDS = 20
HERE = os.path.dirname(os.path.abspath(__file__))


def _line_from(command, environment, log):
    """Starts `command`, whose last argument is replaced by a descriptor; its first line there."""
    reader, writer = os.pipe()
    start([part.replace("{fd}", str(writer)) for part in command], env=environment,
          pass_fds=[writer], stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as file:
        line = file.readline().strip()
    if not line:
        raise RuntimeError(f"{command[0]} does not start")
    return line


def open_screen(folder, size):
    """Starts all of it below `folder`; the environment for the programs on this screen."""
    environment = dict(os.environ)
    for name in ("WAYLAND_DISPLAY", "XAUTHORITY", "QT_QPA_PLATFORMTHEME", "DBUS_SESSION_BUS_ADDRESS"):
        environment.pop(name, None)
    home = os.path.join(folder, "home")
    runtime = os.path.join(folder, "runtime")
    os.makedirs(os.path.join(home, ".config/openbox"), exist_ok=True)
    os.makedirs(runtime, mode=0o700, exist_ok=True)
    shutil.copy(os.path.join(HERE, "openbox.xml"), os.path.join(home, ".config/openbox/rc.xml"))
    environment.update(HOME=home, XDG_RUNTIME_DIR=runtime, XDG_CONFIG_HOME=home + "/.config",
                       XDG_CACHE_HOME=home + "/.cache", XDG_DATA_HOME=home + "/.local/share",
                       LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
    with open(os.path.join(folder, "screen.log"), "ab") as log:
        display = _line_from(["Xvfb", "-displayfd", "{fd}", "-screen", "0", size + "x24",
                              "-nolisten", "tcp", "-noreset"], environment, log)
        environment["DISPLAY"] = ":" + display
        environment["DBUS_SESSION_BUS_ADDRESS"] = _line_from(
            ["dbus-daemon", "--session", "--nofork", "--print-address={fd}"], environment, log)
        start(["openbox"], env=environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    wait_until(lambda: _has_window_manager(environment), "no window manager", START_SECONDS)
    return environment


def _has_window_manager(environment):
    answer = subprocess.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], env=environment,
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return b"window id" in answer.stdout
