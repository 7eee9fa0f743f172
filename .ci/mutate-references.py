"""Documents and decks to write by, broken in many ways: whatever is accepted has to give a valid file.

    mutate-references.py ESEP STUDY SEED COUNT OUT.docx|OUT.pptx FOLDER

Breaks the file of the name `SEED` so many times, builds by each with `--reference-docx` or `--reference-pptx`, and
leaves what was built in the folder, each result once, for OpenXmlValidator. The same arguments make the same files.
"""

import hashlib
import io
import random
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/"
VALUES = ["", "x", "-1", "0", "99999999999", "1.5", "NaN", "50%", "2cm", "FFFFFF", "true", "'\"<&"]
FOREIGN = [
    f'<w:object xmlns:w="{W}"/>',
    f'<w:p xmlns:w="{W}"><w:r><w:t>a</w:t></w:r></w:p>',
    f'<w:altChunk xmlns:w="{W}" xmlns:r="{R}" r:id="rId1"/>',
    f'<w:del xmlns:w="{W}" w:author="a"><w:r><w:delText>b</w:delText></w:r></w:del>',
    f'<w:sdt xmlns:w="{W}"><w:sdtPr/><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
    f'<w:rPr xmlns:w="{W}"><w:vanish/><w:b/><w:rFonts w:ascii="a"/></w:rPr>',
    f'<w:tbl xmlns:w="{W}"><w:tr><w:tc/></w:tr></w:tbl>',
    f'<a:blip xmlns:a="{A}" xmlns:r="{R}" r:embed="rId99" r:link="rId98"/>',
    f'<p:sp xmlns:p="{P}"><p:spPr/></p:sp>',
    f'<p:timing xmlns:p="{P}"/>',
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/>',
    '<x:x xmlns:x="urn:x" x:y="z"/>',
]


def mutated(data, parts, chance):
    """The package with one to four changes in some of its parts."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    chosen = set(chance.sample(parts, k=min(len(parts), chance.randint(1, 2))))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in archive.namelist():
            part = archive.read(name)
            if name in chosen:
                part = broken(part, chance)
            made.writestr(zipfile.ZipInfo(name), part)
    return out.getvalue()


def broken(part, chance):
    text = part.decode()
    if chance.random() < 0.1:
        pieces = text.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", STRICT + "wordprocessingml/main")
        pieces = pieces.replace("http://schemas.openxmlformats.org/drawingml/2006/main", STRICT + "drawingml/main")
        return pieces.replace("http://schemas.openxmlformats.org/presentationml/2006/main", STRICT + "presentationml/main").encode()
    root = ET.fromstring(text)
    for _ in range(chance.randint(1, 4)):
        change(root, chance)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def change(root, chance):
    elements = list(root.iter())
    parent = chance.choice([e for e in elements if len(e)] or [root])
    element = chance.choice(elements)
    kind = chance.randrange(9)
    if kind == 0 and len(parent):
        parent.remove(chance.choice(list(parent)))
    elif kind == 1 and len(parent):
        parent.insert(chance.randrange(len(parent) + 1), chance.choice(list(parent)))
    elif kind == 2 and len(parent):
        children = list(parent)
        chance.shuffle(children)
        parent[:] = children
    elif kind == 3 and element.attrib:
        element.attrib.pop(chance.choice(sorted(element.attrib)))
    elif kind == 4 and element.attrib:
        element.set(chance.choice(sorted(element.attrib)), chance.choice(VALUES))
    elif kind == 5:
        element.set(chance.choice([f"{{{W}}}val", "val", f"{{{R}}}id", f"{{{W}}}rsidR", "unknown"]), chance.choice(VALUES))
    elif kind == 6:
        parent.insert(chance.randrange(len(parent) + 1), ET.fromstring(chance.choice(FOREIGN)))
    elif kind == 7:
        element.tag = chance.choice(elements).tag
    elif kind == 8:
        element.text = chance.choice(VALUES)


def main():
    esep, study, seed, count, name, folder = sys.argv[1:]
    data = Path(seed).read_bytes()
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    deck = name.endswith(".pptx")
    wanted = ("ppt/slideMasters", "ppt/slideLayouts", "ppt/theme", "ppt/presentation") if deck else (
        "word/styles", "word/header", "word/footer", "word/theme", "word/document", "word/_rels")
    parts = [n for n in zipfile.ZipFile(io.BytesIO(data)).namelist() if n.startswith(wanted) and n.endswith((".xml", ".rels"))]
    accepted, panics, seen = 0, 0, set()
    for number in range(int(count)):
        bad = folder / f"bad{Path(name).suffix}"
        bad.write_bytes(mutated(data, parts, random.Random(number)))
        option = "--reference-pptx" if deck else "--reference-docx"
        run = subprocess.run(
            [esep, "build", study, "--deliverable", name.split(".")[0], "--lang", name.split(".")[1], "--format",
             "pptx" if deck else "docx", option, str(bad), "--out", str(folder / "out"), "-q"], capture_output=True)
        if run.returncode not in (0, 1):
            panics += 1
            print(f"{number}: ended with {run.returncode}: {run.stderr[-300:]!r}")
        if run.returncode == 0:
            accepted += 1
            made = (folder / "out" / name).read_bytes()
            digest = hashlib.sha256(made).hexdigest()[:12]
            if digest not in seen:
                seen.add(digest)
                (folder / f"{number}-{name}").write_bytes(made)
    print(f"{count} broken, {accepted} accepted, {len(seen)} results, {panics} panics")
    sys.exit(1 if panics or not accepted else 0)


main()
