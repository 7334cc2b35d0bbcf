"""Scanned requirements for the demo: plainly marked, some PDF and some pictures of paper."""
import os
import subprocess

SIZE = "1240x1754"  # A4 at 150 dpi


def _draw(path, title, lines, options):
    text = title + "\n\n" + "\n".join(lines)
    subprocess.run(
        ["convert", "-size", SIZE, "xc:#fdfcf7", "-font", "DejaVu-Sans", "-fill", "#223",
         "-pointsize", "30", "-gravity", "NorthWest", "-annotate", "+120+220", text,
         "-fill", "#c0392b80", "-gravity", "Center", "-pointsize", "130",
         "-annotate", "-35x-35+0+0", "SPESIMEN", "-fill", "#c0392b", "-gravity", "South",
         "-pointsize", "28", "-annotate", "+0+60", "SPESIMEN – TIDAK BERLAKU", *options, path],
        check=True, stdin=subprocess.DEVNULL)


def make_specimen(folder, name, title, lines):
    """A file `name` (.pdf, .jpg or .png), as a phone or a scanner would make it."""
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, name)
    options = {".pdf": ["-density", "150", "-compress", "jpeg"],
               ".jpg": ["-rotate", "0.4", "-quality", "80"]}.get(os.path.splitext(name)[1], [])
    _draw(path, title, lines, options)
    return path
