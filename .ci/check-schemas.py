"""The printed JSON Schemas accept every file of a study, by an independent validator.

usage: check-schemas.py ESEP STUDY LANGUAGE   (PyPI jsonschema)
"""
import glob
import json
import os
import subprocess
import sys

from jsonschema import Draft202012Validator

esep, study, language = sys.argv[1:4]
listing = subprocess.run([esep, "schema"], check=True, capture_output=True, text=True).stdout
failed = checked = 0
for line in listing.splitlines():
    name, pattern = line.split()
    schema = json.loads(subprocess.run([esep, "--ui-lang", language, "schema", name], check=True, capture_output=True, text=True).stdout)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for path in glob.glob(os.path.join(study, pattern)):
        checked += 1
        for error in list(validator.iter_errors(json.load(open(path, encoding="utf-8"))))[:5]:
            failed += 1
            print(f"{path}: {error.json_path}: {error.message[:200]}")
print(f"{checked} files against {len(listing.splitlines())} schemas, {failed} faults")
sys.exit(1 if failed or not checked else 0)
