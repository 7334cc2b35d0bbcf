#!/usr/bin/python3
"""Makes the document fonts from Noto: Latin subset, renamed families, no hinting.

Needed once, when the fonts are replaced; the build does not run it.
Usage: make_fonts.py DIRECTORY_WITH_NOTO_TTF   (Debian: fonts-noto-core, python3-fonttools)
"""
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILIES = {"NotoSerif": "Sipenduduk Serif", "NotoSans": "Sipenduduk Sans"}
STYLES = {"Regular": "Regular", "Bold": "Bold", "Italic": "Italic", "BoldItalic": "Bold Italic"}
RANGES = [
    (0x0020, 0x007E), (0x00A0, 0x024F),              # Basic Latin to Latin Extended-B
    (0x02B9, 0x02BF), (0x02C6, 0x02C7), (0x02D8, 0x02DD),  # modifier letters of transliterations
    (0x0300, 0x0331),                                # combining marks
    (0x1E00, 0x1EFF),                                # Latin Extended Additional
    (0x2010, 0x2015), (0x2018, 0x201F), (0x2020, 0x2022), (0x2026, 0x2026),
    (0x2030, 0x2033), (0x2039, 0x203A), (0x20AC, 0x20AC), (0x2116, 0x2116), (0x2122, 0x2122),
]


def make(source, family, style, target):
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["DSIG"]
    worker = subset.Subsetter(options)
    worker.populate(unicodes=[c for low, high in RANGES for c in range(low, high + 1)])
    worker.subset(font)
    full = family if style == "Regular" else f"{family} {style}"
    postscript = family.replace(" ", "") + "-" + style.replace(" ", "")
    names = {1: family, 2: style, 3: f"{postscript};derived from {source.stem}", 4: full, 6: postscript,
             7: None, 16: None, 17: None, 21: None, 22: None}
    for name_id, text in names.items():
        font["name"].removeNames(nameID=name_id)
        if text:
            font["name"].setName(text, name_id, 3, 1, 0x409)
    font.save(target)


def main():
    source = pathlib.Path(sys.argv[1])
    here = pathlib.Path(__file__).parent
    for noto, family in FAMILIES.items():
        for file_style, style in STYLES.items():
            target = here / (family.replace(" ", "") + "-" + file_style + ".ttf")
            make(source / f"{noto}-{file_style}.ttf", family, style, target)
            print(target.name, target.stat().st_size)


main()
