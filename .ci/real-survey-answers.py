"""Puts a real survey's microdata with a plan of tabulation into a study that real-survey.py has filled, or compares what
`esep tabulate` made of them with the records that another program made.

usage: real-survey-answers.py plan|compare SURVEY STUDY
"""
import csv
import json
import os
import shutil
import sys

what, survey, study = sys.argv[1:4]


def source(name):
    return json.load(open(os.path.join(survey, name), encoding="utf-8"))


def plan():
    codebook = source("codebook.json")
    columns = {"age": "ppage", "gender": "gender", "education": "educ", "income": "income_cat", "voting": "voter_category"}
    age = [{"code": "18-34", "from": "18", "to": "34"}, {"code": "35-54", "from": "35", "to": "54"}, {"code": "55+", "from": "55"}]
    questions = []
    for q in codebook["questions"]:
        entry = {"question": q["id"]}
        if q.get("items") and q["items"][0]["code"].startswith("Q"):
            entry["items"] = {i["code"]: i["code"] for i in q["items"]}
        else:
            entry["column"] = "Q16"
        if q["type"] == "multiple":
            entry |= {"selected": ["1"], "not_selected": ["-1", "2"]}
        questions.append(entry)
    shutil.copy(os.path.join(survey, "answers.csv"), study)
    value = {
        "file": "answers.csv", "missing": ["NA"], "weight": "weight",
        "stages": [{"stage": "final", "date": "2020-10-01", "collected": {"start": "2020-09-15", "end": "2020-09-25"}}],
        "breakdowns": [{"breakdown": b["id"], "column": columns[b["id"]], **({"groups": age} if b["id"] == "age" else {})}
                       for b in codebook["breakdowns"]],
        "index_breakdowns": [], "questions": questions,
    }
    json.dump(value, open(os.path.join(study, "tabulation.json"), "w", encoding="utf-8"), indent=2)


def key(question, item, option, by):
    return question, item or "", option, tuple(by.items())


def compare():
    rows = csv.DictReader(open(os.path.join(study, "results/final.csv"), encoding="utf-8"))
    ours = {key(r["question"], r["item"], r["option"], {r["by"]: r["group"]} if r["by"] else {}): r for r in rows}
    theirs = {key(r["question"], r.get("item"), r["option"], r["by"] or {}): r for r in source("records.json")}
    differ = []
    for name, record in theirs.items():
        own = ours.get(name)
        same = own and all(int(own[f]) == record[f] for f in ("n", "n_option")) \
            and abs(float(own["n_weighted"]) - record["n_weighted"]) <= 1e-4 \
            and all(abs(float(own[f]) - record[f]) <= 1.1e-6 for f in ("deff", "share")) \
            and all(abs(float(own[f]) - bound) <= 2e-6 for f, bound in zip(("ci_low", "ci_high"), record["ci"]))
        if not same:
            differ.append((name, record, own))
    for difference in differ[:10]:
        print(*difference, sep="\n  ")
    more = len(set(ours) - set(theirs))
    print(f"{len(theirs)} records of another program, {len(differ)} differ, {more} of ours are not among them")
    values = {i["id"]: i["values"] for i in json.load(open(os.path.join(study, "indices.json"), encoding="utf-8"))["indices"]}
    worst = max(abs(values[i["id"]][0]["value"] - i["value"]) for i in source("indices.json"))
    print(f"indices: {len(values)}, largest difference {worst:.5f} points")
    sys.exit(bool(differ) or more > 0 or worst > 1e-4)


plan() if what == "plan" else compare()
