"""Makes a programme of N cities from the sample: cities.py N FOLDER. What all share is written once.

A city differs from the others in its id and title, so that its documents are its own.
"""

import json
import shutil
import sys
from pathlib import Path

sample = Path(__file__).parent.parent / "taraz-2026"
count, programme = int(sys.argv[1]), Path(sys.argv[2])
(programme / "shared").mkdir(parents=True, exist_ok=True)
shutil.copy(sample / "codebook.json", programme / "shared")
(programme / "programme.json").write_text(json.dumps({"shared": "shared"}) + "\n")
for number in range(1, count + 1):
    city = programme / f"city-{number:03}"
    shutil.copytree(sample, city, dirs_exist_ok=True)
    (city / "codebook.json").unlink()
    passport = json.loads((city / "study.json").read_text())
    passport["id"] = city.name
    for language, title in passport["title"].items():
        passport["title"][language] = f"{title} ({number})"
    (city / "study.json").write_text(json.dumps(passport, ensure_ascii=False, indent=2) + "\n")
