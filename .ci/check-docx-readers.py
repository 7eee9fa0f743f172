"""What other programs find in the DOCX is what the document holds, and it survives LibreOffice.

python-docx and pandoc count headings, captions and tables; LibreOffice has written each file anew as DOCX, and
headings, tables, charts and fields are still there. What a file holds stands in the build's `manifest.json`.

usage: check-docx-readers.py FOLDER REWRITTEN   (pandoc; PyPI python-docx)
"""
import collections
import glob
import json
import os
import re
import subprocess
import sys
import zipfile

import docx

FIELD = re.compile(rb"<w:instrText[^>]*>\s*(TOC|SEQ|REF|PAGEREF|PAGE|STYLEREF)\b|w:instr=\"\s*(TOC|SEQ|REF|PAGEREF|PAGE|STYLEREF)\b")


def parts(path):
    package = zipfile.ZipFile(path)
    return {name: package.read(name) for name in package.namelist()}


def fields(files):
    found = collections.Counter()
    for name, data in files.items():
        if name.startswith("word/") and name.endswith(".xml"):
            found.update((a or b).decode() for a, b in FIELD.findall(data))
    return found


def charts(files):
    return sum(bool(re.fullmatch(r"word/charts/chart\d+\.xml", name)) for name in files)


def by_python_docx(path):
    document = docx.Document(path)
    styles = collections.Counter(p.style.name for p in document.paragraphs)
    headings = sum(n for name, n in styles.items() if name.lower().startswith("heading"))
    captions = styles["caption"] + styles["Caption"]
    drawings = len(document.element.body.findall(".//" + docx.oxml.ns.qn("w:drawing")))
    return {"heading": headings, "table": len(document.tables), "captions": captions, "pictures": drawings}


def by_pandoc(path):
    text = subprocess.run(["pandoc", "-t", "json", path], check=True, capture_output=True, text=True).stdout
    found = collections.Counter()

    def walk(node):
        if isinstance(node, dict):
            found[node.get("t")] += 1
            if node.get("t") == "Link" and not node["c"][2][0].startswith("#"):
                found["link"] += 1
            walk(node.get("c"))
        elif isinstance(node, list):
            for inner in node:
                walk(inner)

    walk(json.loads(text)["blocks"])
    return found


def main(folder, rewritten):
    held = {f["file"]: f["holds"] for f in json.load(open(f"{folder}/manifest.json"))["outputs"]}
    failed = 0

    def expect(path, what, wanted, found):
        nonlocal failed
        if wanted != found:
            failed += 1
            print(f"{path}: {what}: {found} instead of {wanted}")

    for path in sorted(glob.glob(f"{folder}/*.docx")):
        name = os.path.basename(path)
        holds = held[name]
        if name.startswith("slides."):  # a handout: its slides' titles are its headings
            continue
        ours = by_python_docx(path)
        expect(path, "headings for python-docx", holds["heading"], ours["heading"])
        expect(path, "tables for python-docx", True, ours["table"] >= holds["table"])
        expect(path, "captions for python-docx", holds["figure"] + holds["table"], ours["captions"])
        theirs = by_pandoc(path)
        expect(path, "headings for pandoc", True, theirs["Header"] >= holds["heading"])
        expect(path, "tables for pandoc", ours["table"], theirs["Table"])
        expect(path, "pictures for python-docx", holds["picture"], ours["pictures"])
        expect(path, "footnotes for pandoc", holds["footnote"], theirs["Note"])
        expect(path, "links for pandoc", holds["link"], theirs["link"])
        before = parts(path)
        again = os.path.join(rewritten, name)
        after = parts(again)
        expect(path, "charts after LibreOffice", charts(before), charts(after))
        survived = by_python_docx(again)
        expect(path, "headings after LibreOffice", ours["heading"], survived["heading"])
        expect(path, "tables after LibreOffice", ours["table"], survived["table"])
        fields_before, fields_after = fields(before), fields(after)
        for kind in ("TOC", "SEQ", "REF"):
            expect(path, f"{kind} fields after LibreOffice", fields_before[kind], fields_after[kind])
        # Each section gets a footer of its own there.
        expect(path, "PAGE fields after LibreOffice", True, fields_after["PAGE"] >= fields_before["PAGE"])
        print(f"{path}: {dict(ours)}, {charts(before)} charts, {dict(fields_before)}; after LibreOffice {dict(fields_after)}")
    sys.exit(1 if failed else 0)


main(*sys.argv[1:3])
