"""Makes a study of 3,000 made-up answers for the comparison with R's survey package.

usage: survey-oracle.py STUDY weights|strata|clusters   (STUDY is a folder that `esep new` made)
"""
import json
import os
import random
import sys

study, design = sys.argv[1:3]
dice = random.Random(20260901)
rows = []
for number in range(3000):
    stratum = dice.choice("abcde")
    psu = dice.randrange(4, 16)
    lean = 0.08 * psu + 0.3 * "abcde".index(stratum)
    q = dice.choices("12345", [1, 1 + lean, 1, 0.4, 0.05])[0]
    # Only some were asked; of these some gave no answer.
    p = dice.choices(["1", "2", ""], [1, lean, 0.1])[0] if q in "12" else ""
    rows.append([q, p, dice.choice("mf"), stratum, psu, round(dice.uniform(0.3, 3) * (1 + lean), 6)])
with open(os.path.join(study, "answers.csv"), "w") as file:
    file.write("q,p,sex,stratum,psu,w\n")
    file.writelines(",".join(map(str, row)) + "\n" for row in rows)


def text(word):
    return {"kk": word, "ru": word}


def options(codes):
    return [{"code": c, "label": text(c)} for c in codes]


def put(name, value):
    json.dump(value, open(os.path.join(study, name), "w"))


put("codebook.json", {
    "blocks": [{"id": "b", "title": text("b")}],
    "breakdowns": [{"id": "sex", "label": text("s"), "groups": options("mf")}],
    "questions": [
        {"id": "q-one", "type": "single", "block": "b", "text": text("q"), "options": options("12345")},
        {"id": "q-part", "type": "single", "block": "b", "text": text("p"), "options": options("12")},
    ]})
put("tabulation.json", {
    "file": "answers.csv", "weight": "w",
    **({"strata": "stratum"} if design != "weights" else {}), **({"clusters": "psu"} if design == "clusters" else {}),
    "stages": [{"stage": "final", "date": "2026-09-01", "collected": {"start": "2026-08-01", "end": "2026-08-20"}}],
    "breakdowns": [{"breakdown": "sex", "column": "sex"}],
    "questions": [
        {"question": "q-one", "column": "q"},
        {"question": "q-part", "column": "p", "missing": [""], "asked": [{"column": "q", "codes": ["1", "2"]}]},
    ]})
for name in ("indices.json", "risk.json"):
    os.remove(os.path.join(study, name))
