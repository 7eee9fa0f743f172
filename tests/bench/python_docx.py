"""The content of docx.rs by python-docx: prints the milliseconds of one build and the peak of memory in MB.

usage: python_docx.py TABLES ROWS CHARTS PARAGRAPHS PROSE
"""
import io
import resource
import struct
import sys
import time
import zlib

import docx
from docx.shared import Pt

tables, rows, charts, paragraphs = map(int, sys.argv[1:5])
prose = sys.argv[5]


def png(width=460, height=200):
    """A grey picture: python-docx draws no charts."""
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    pixels = zlib.compress((b"\0" + b"\xc8" * width) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def table(document, number):
    document.add_paragraph(f"Таблица {number} – Доверие по территориям, % ответивших", style="Caption")
    built = document.add_table(rows=rows + 1, cols=4)
    grid = [["Территория", "n", "Доля, %", "95 % ДИ"]]
    grid += [[f"Микрорайон № {n}", f"{n} 345", "63,4", "60,2–66,5"] for n in range(1, rows + 1)]
    for row, texts in zip(built.rows, grid):
        for cell, text in zip(row.cells, texts):
            cell.text = text
    document.add_paragraph("Источник: массовый опрос.")


def build(picture):
    document = docx.Document()
    for number in range(1, paragraphs + 1):
        if number % 35 == 1:
            document.add_heading(f"{number // 35 + 1} Результаты массового опроса", 1)
        document.add_paragraph(prose)
        if number % (paragraphs // tables) == 0:
            table(document, number // (paragraphs // tables))
        if number % (paragraphs // charts) == 0 and number // (paragraphs // charts) <= charts:
            document.add_picture(io.BytesIO(picture), width=Pt(460))
            document.add_paragraph(
                f"Рисунок {number // (paragraphs // charts)} – Доверие по территориям, % ответивших", style="Caption")
            document.add_paragraph("Источник: массовый опрос.")
    document.save(io.BytesIO())


build(png())  # warms up
began = time.perf_counter()
build(png())
took = (time.perf_counter() - began) * 1000
print(f"{took:.0f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10}")
