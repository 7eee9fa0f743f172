"""Every report says the same in PDF and DOCX: each paragraph, cell, caption, note and chart label of the DOCX stands in
the PDF's text, no soft hyphen is left inside a line, and no line ends where none may.

usage: check-same-text.py FOLDER [--floating]   (poppler's pdftotext; PyPI python-docx)

--floating: figures of the PDF may stand at the head or foot of a page, so that the order is not compared.
"""
import collections
import glob
import re
import subprocess
import sys
import zipfile
from xml.etree import ElementTree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def squeeze(text):
    """Letters and digits only: line ends, hyphens at line ends, spacing and capitals are layout."""
    return re.sub(r"[\W_]+", "", text.replace("\u00ad", "")).lower()


def paragraphs(path):
    root = ElementTree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val", "").startswith("TOC"):
            continue
        yield "".join(t.text or "" for t in paragraph.iter(f"{W}t"))


def running(path):
    """The paragraphs outside of tables, in order."""
    root = ElementTree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    for paragraph in root.find(f"{W}body").findall(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is None or not style.get(f"{W}val", "").startswith(("TOC", "TableofFigures")):
            yield "".join(t.text or "" for t in paragraph.iter(f"{W}t"))


def chart_texts(path):
    """What Word's own charts print: names of rows and series, and the labels of their values."""
    names = zipfile.ZipFile(path)
    for part in names.namelist():
        if part.startswith("word/charts/chart"):
            root = ElementTree.fromstring(names.read(part))
            for label in root.iter(f"{A}fld"):
                yield "".join(t.text or "" for t in label.iter(f"{A}t"))
            for cache in root.iter(f"{C}strCache"):
                for name in cache.iter(f"{C}v"):
                    # What stands in a column beside the bars is said behind the name: ranks, bases.
                    yield re.sub(r" —$| \((?:\w+\s(?:=\s)?)?[\d–\s]+\)$", "", name.text or "")


def stands(wanted, text):
    """Whether a paragraph is in the text, whole; with floating figures also in two pieces, around a figure or a head."""
    if wanted in text:
        return True
    if "--floating" not in sys.argv:
        return False
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in text else (low, middle - 1)
    return wanted[low:] in text


failed = 0
for docx in sorted(glob.glob(f"{sys.argv[1]}/*.docx")):
    if "/slides." in docx:  # the handout holds notes that the slides do not show
        continue
    pdf = docx.removesuffix("docx") + "pdf"
    raw = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
    # A soft hyphen anywhere but at the end of a broken line spoils searching and copying.
    stray = [line for line in raw.splitlines() if "\u00ad" in line.rstrip()[:-1]]
    if stray:
        failed += 1
        print(f"{pdf}: {len(stray)} lines with soft hyphens inside, e.g. {stray[0]!r}")
    # No line ends with a number's sign, inside a range or with a Russian preposition of one letter.
    torn = [line for line in raw.splitlines() if re.search(r"(№|\d[–…]|(^|\s)[вксоу])$", line.rstrip(" ­"))]
    # A sign alone is the head of a column.
    torn = [line for line in torn if line.strip() != "№"]
    torn = [line for line in torn if ".ru." in pdf or not re.search(r"[вксоу]$", line)]
    if torn or "\u2060" in raw:
        failed += 1
        print(f"{pdf}: {len(torn)} lines end where they must not, e.g. {torn[:1]!r}; word joiners: {raw.count(chr(0x2060))}")
    # Running heads and page numbers come between the parts of a paragraph that breaks over pages.
    pages = []
    for number, page in enumerate(raw.split("\f"), 1):
        lines = [line for line in page.splitlines() if line.strip()]
        if lines and lines[-1].strip() == str(number):
            lines.pop()
        pages.append(lines)
    heads = collections.Counter(line for lines in pages for line in lines[:2])
    # The first page has its title where the others have the running head.
    body = [
        line
        for number, lines in enumerate(pages)
        for i, line in enumerate(lines)
        if not (number > 0 and i < 2 and heads[line] > len(pages) / 2)
    ]
    text = squeeze("\n".join(body))
    missing = total = 0
    for paragraph in [*paragraphs(docx), *chart_texts(docx)]:
        wanted = squeeze(paragraph)
        if not wanted:
            continue
        total += 1
        if not stands(wanted, text):
            missing += 1
            if missing <= 5:
                print(f"{docx}: not in the PDF: {paragraph[:160]}")
    at = unordered = 0
    for paragraph in [] if "--floating" in sys.argv else running(docx):
        found = text.find(squeeze(paragraph), at)
        if found < 0:
            unordered += 1
            print(f"{docx}: not in the PDF's order: {paragraph[:160]}")
        else:
            at = found + len(squeeze(paragraph))
    print(f"{docx}: {total} paragraphs, {missing} not found in the PDF, {unordered} in another order")
    failed += missing + unordered
sys.exit(1 if failed else 0)
