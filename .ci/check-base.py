"""The package of data by Frictionless, the workbooks by openpyxl: schemas, keys, digests; numbers that are numbers,
links that lead somewhere, the same numbers in every language.

usage: check-base.py PACKAGE-FOLDER WORKBOOK...   (PyPI frictionless, openpyxl)
"""
import os
import re
import sys

import openpyxl
from frictionless import Package, system, validate

failed = 0


def demand(holds, what):
    global failed
    if not holds:
        failed += 1
        print(what)


folder, *books = sys.argv[1:]
here = os.getcwd()
books = [os.path.join(here, book) for book in books]
os.chdir(folder)
with system.use_context(trusted=True):
    report = validate("datapackage.json")
    for error in report.flatten(["type", "message"])[:20]:
        demand(False, f"datapackage.json: {error}")
    demand(report.valid, "the package is not valid")
    package = Package("datapackage.json")
    rows = sum(task.stats.get("rows", 0) for task in report.tasks)
    demand(len(report.tasks) == len(package.resources) > 20, "tables are missing")
    print(f"{folder}: {len(report.tasks)} tables, {rows} rows are valid")

NUMBER = re.compile(r"[-\u2212]?\d+([.,]\d+)?\s*%?")
numbers = {}
for path in books:
    book = openpyxl.load_workbook(path)
    sheets = book.sheetnames
    own = numbers.setdefault(path, [])
    for sheet in book:
        demand(sheet.print_area, f"{path}: {sheet.title} has no print area")
        demand(sheet.page_setup.orientation == "landscape", f"{path}: {sheet.title} is not across")
        demand(sheet.freeze_panes, f"{path}: {sheet.title} has nothing frozen")
        for row in sheet.iter_rows():
            for cell in row:
                # Codes are words, whatever they look like.
                is_code = sheet.title == sheets[-1]
                text = cell.value if isinstance(cell.value, str) else ""
                demand(is_code or not NUMBER.fullmatch(text), f"{path}: {sheet.title}!{cell.coordinate} is a text: {text}")
                if isinstance(cell.value, (int, float)):
                    own.append((cell.coordinate, cell.value))
                if cell.hyperlink and cell.hyperlink.location:
                    target = cell.hyperlink.location.rsplit("!", 1)[0].strip("'").replace("''", "'")
                    demand(target in sheets, f"{path}: a link to {target}")
    demand(book.properties.language and book.properties.title and book.properties.creator, f"{path}: no properties")
    demand(len(own) > 1000, f"{path}: hardly any number")
    print(f"{path}: {len(sheets)} sheets, {len(own)} numbers, language {book.properties.language}")
first, *others = numbers.values()
for other in others:
    demand(other == first, "the languages hold different numbers")
sys.exit(1 if failed else 0)
