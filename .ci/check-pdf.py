"""Independent check of PDFs: PDF/UA-1 and PDF/A-3a, fonts embedded, no Type 3.

usage: check-pdf.py FILE...   (PyPI page-validation; poppler's pdffonts)
"""
import multiprocessing
import re
import subprocess
import sys

import page


def lengths_are_right(path):
    """Whether every stream's /Length leads to its end-of-line and `endstream` (ISO 19005-3, 6.1.7.1).

    The validator takes a compressed stream whose last byte happens to be a line end for a shorter one.
    """
    data = open(path, "rb").read()
    end = 0
    for stream in re.compile(rb"/Length (\d+)[^\0]{0,2000}?>>\s*stream\r?\n").finditer(data):
        if stream.start() < end:
            continue
        end = stream.end() + int(stream.group(1))
        if not re.match(rb"\r?\nendstream", data[end:end + 12]):
            return False
    return end > 0


def faults(path):
    found = []
    for profile in ("ua1", "3a"):
        for failure in page.validate_pdf(path, profile=profile).failures:
            if "STREAM-LENGTH" in failure.rule_id and lengths_are_right(path):
                continue
            found.append(f"{path} {profile} {failure.rule_id}: {failure.message}")
    fonts = subprocess.run(["pdffonts", path], check=True, capture_output=True, text=True).stdout
    for line in fonts.splitlines()[2:]:
        if "Type 3" in line or not re.search(r"\byes\s+yes\s+(yes|no)\s+\d+\s+\d+\s*$", line):
            found.append(f"{path} font: {line}")
    return found


if __name__ == "__main__":
    files = sys.argv[1:]
    failed = False
    with multiprocessing.Pool() as pool:
        for path, found in zip(files, pool.imap(faults, files)):
            print(*found, f"{path}: checked", sep="\n")
            failed = failed or bool(found)
    sys.exit(1 if failed or not files else 0)
