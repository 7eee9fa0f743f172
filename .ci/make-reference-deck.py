#!/usr/bin/env python3
"""Decks as a customer may send them: PowerPoint's ordinary layouts, another palette and face, a logo on the master.

usage: make-reference-deck.py WIDE.pptx NARROW.pptx
"""
import io
import struct
import sys
import zlib

from pptx import Presentation
from pptx.util import Emu

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WIDE, NARROW = 12192000, 9144000


def logo():
    """A square of one colour as PNG."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    size = 40
    pixels = zlib.compress((b"\0" + b"\x7a\x1f\xa2" * size) * size)
    header = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def make(path, width):
    deck = Presentation()
    deck.slide_width = Emu(width)
    master = deck.slide_master
    sheets = [master, *master.slide_layouts]
    for sheet in sheets:
        for shape in sheet.placeholders:
            if shape._element.spPr.find(f"{A}xfrm") is not None:
                shape.left, shape.width = (Emu(int(v * width / NARROW)) for v in (shape.left, shape.width))
    image, relation = master.part.get_or_add_image_part(io.BytesIO(logo()))
    edge = Emu(360000)
    master.shapes._spTree.insert_element_before(
        picture(relation, width - edge - 120000, 60000, edge), "p:extLst")
    theme = master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme")
    theme._blob = theme.blob.replace(b"4F81BD", b"7A1FA2").replace(b"Calibri", b"Golos Text")
    deck.save(path)


def picture(relation, left, top, size):
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    return parse_xml(
        f'<p:pic {nsdecls("p", "a", "r")}><p:nvPicPr><p:cNvPr id="900" name="Logo"/><p:cNvPicPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{size}" cy="{size}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>')


make(sys.argv[1], WIDE)
make(sys.argv[2], NARROW)
