"""./dev demo --interactive: the same office, for a person who wants to try it."""
import os
import signal
import subprocess

from driver.processes import start
from office.server import OfficeServers

USERS = ("fo", "editor", "kasi-kelahiran", "kabid-capil", "kadin")


def stay_open(build, folder):
    """Opens a window per duty on this display, tells accounts and addresses, waits for Ctrl-C."""
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise SystemExit("--interactive needs a display; without one, run ./dev demo")
    servers = OfficeServers(build, folder)
    servers.start()
    for user in USERS:
        _open_window(build, folder, servers, user)
    _tell(servers)
    ends = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, ends)
    signal.sigwait(ends)


def _open_window(build, folder, servers, user):
    with open(os.path.join(folder, f"window-{user}.log"), "ab") as log:
        start([os.path.join(build, "app", "sipenduduk"), "--server", servers.address,
               "--ca", servers.office_file("certificates/office-ca.pem"), "--user", user,
               "--settings", os.path.join(folder, f"window-{user}.ini")],
              stdin=subprocess.DEVNULL, stdout=log, stderr=log)


def _tell(servers):
    print("\nThe office is open. Everything in it is practice and is gone when you stop it.\n")
    print(f"  Citizens' portal : {servers.portal_url}")
    print(f"    its certificate: {servers.portal_ca} (or accept the warning)")
    print(f"  Mail to citizens : {servers.maildir}/new")
    print(f"  Office's server  : {servers.address}")
    print(f"    its certificate: {servers.office_file('certificates/office-ca.pem')}\n")
    for user, account in servers.accounts.items():
        print(f"  {user:42} {account['password']}")
    print(f"\n  Kadin's key file : {servers.office_file('latihan/kadin.p12')}")
    print(f"    its PIN        : {servers.pin}\n")
    print("Ctrl-C ends it.", flush=True)
