"""What python-pptx finds in the decks: titles, notes, tables, chart values, alternative texts and layouts, held
against the handouts, which are written by another writer and read by another library.

usage: check-deck-readers.py FOLDER   (PyPI python-pptx, python-docx)
"""
import glob
import io
import re
import sys
import zipfile

import docx
import pptx
from lxml import etree
from pptx.enum.shapes import MSO_SHAPE_TYPE

WHITE = re.compile(r"[\s\u00a0]+")
# What keeps numbers, ranges and endings whole is another sign in Word than in PowerPoint, and none is seen.
UNSEEN = str.maketrans({"\u00ad": "", "\u2060": "", "\u200d": "", "\u2011": "-"})


def plain(text):
    return WHITE.sub(" ", text.translate(UNSEEN)).strip()


def handout(path):
    """Headings, tables and paragraphs of the handout, and the values of its charts in order."""
    document = docx.Document(path)
    texts = []
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    for paragraph in document.element.body.iter(space + "p"):
        parts = ["-" if t.tag == space + "noBreakHyphen" else t.text or "" for t in paragraph.iter(space + "t", space + "noBreakHyphen")]
        texts.append(plain("".join(parts)))
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
        names.sort(key=lambda name: int(re.search(r"(\d+)\.xml", name).group(1)))
        charts = [values(package.read(name)) for name in names]
    return texts, charts


def values(xml):
    """Names of rows and printed values of a chart; columns that only place the marks, and lines of names, depend on its size."""
    space = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
    labels = "{http://schemas.microsoft.com/office/drawing/2012/chart}dlblRangeCache"
    root = etree.fromstring(xml)
    return [[plain(v.text or "") for v in held.iter(space + "v")] for name in (space + "cat", labels) for held in root.iter(name)]


failed = 0


def demand(holds, what):
    global failed
    if not holds:
        failed += 1
        print(what)


for path in sorted(glob.glob(f"{sys.argv[1]}/slides.*.pptx")):
    deck = pptx.Presentation(path)
    texts, charts = handout(path.removesuffix("pptx") + "docx")
    known = set(texts)
    found, counted = [], {"notes": 0, "table": 0, "chart": 0}
    for number, slide in enumerate(deck.slides, 1):
        where = f"{path}: slide {number}"
        title = slide.shapes.title
        demand(title is not None and plain(title.text_frame.text) in known, f"{where}: title not in the handout")
        demand(slide.slide_layout.name, f"{where}: a layout without a name")
        demand(slide.has_notes_slide, f"{where}: no notes")
        for paragraph in slide.notes_slide.notes_text_frame.paragraphs:
            counted["notes"] += 1
            demand(plain(paragraph.text) in known, f"{where}: notes not in the handout: {paragraph.text[:80]}")
        for shape in slide.shapes:
            demand(shape.is_placeholder, f"{where}: {shape.name} stands in no placeholder")
            if shape.has_text_frame:
                for paragraph in shape.text_frame.paragraphs:
                    is_furniture = shape.placeholder_format.idx in (11, 12)
                    text = plain(paragraph.text)
                    demand(is_furniture or not text or any(text in line for line in known), f"{where}: not in the handout: {text[:80]}")
            if shape.has_table:
                counted["table"] += 1
                for row in shape.table.rows:
                    for cell in row.cells:
                        demand(plain(cell.text) in known, f"{where}: cell not in the handout: {cell.text[:80]}")
            if shape.has_chart:
                counted["chart"] += 1
                found.append(values(shape.chart.part.blob))
                book = shape.chart.part.chart_workbook.xlsx_part
                demand(book is not None and zipfile.is_zipfile(io.BytesIO(book.blob)), f"{where}: no workbook")
            if shape.has_table or shape.has_chart or shape.shape_type == MSO_SHAPE_TYPE.PICTURE:
                alt = shape._element.xpath(".//p:cNvPr/@descr")
                demand(alt and alt[0].strip(), f"{where}: {shape.name} has no alternative text")
    demand(found == charts, f"{path}: the charts have other values than the handout's")
    demand(counted["chart"] > 0 and counted["table"] > 0, f"{path}: no chart or no table was read")
    print(f"{path}: {len(deck.slides)} slides, {counted['notes']} notes, {counted['table']} tables, {counted['chart']} charts read")
sys.exit(1 if failed else 0)
