"""The marks of significance in the package of data, computed anew from the study's results: z-test of two shares on n / deff
with pooled variance, Holm (1979) over all pairs of groups and rows of a table, groups of sixty and more.

usage: check-marks.py STUDY BASE.ZIP
"""
import collections
import csv
import io
import itertools
import json
import sys
import zipfile
from statistics import NormalDist

study, package = sys.argv[1:]
RESIDUAL = {"dont-know", "refused", "other", "none-of-these"}
codebook = json.load(open(f"{study}/codebook.json", encoding="utf-8"))
results = json.load(open(f"{study}/results/final.json", encoding="utf-8"))
with zipfile.ZipFile(package) as archive:
    base = list(csv.DictReader(io.TextIOWrapper(archive.open("data/crosstabs.csv"), encoding="utf-8")))

shares = collections.defaultdict(dict)
for record in results["records"]:
    if record.get("by") and len(record["by"]) == 1:
        ((breakdown, group),) = record["by"].items()
        cell = (record["share"], record["n"], record["deff"])
        shares[record["question"], breakdown][record.get("item"), record["option"], group] = cell


def proven(rows, groups):
    """(row, larger group, smaller group) of each difference that holds; a row gives share, n and deff of a group."""
    tests = []
    for code, cell in rows:
        cells = [(group, *cell(group)) for group in groups if cell(group)]
        compared = [(group, share, n / deff) for group, share, n, deff in cells if n >= 60]
        for (one, p, m), (other, q, n) in itertools.combinations(compared, 2):
            pooled = (p * m + q * n) / (m + n)
            error = (pooled * (1 - pooled) * (1 / m + 1 / n)) ** 0.5
            chance = 2 * (1 - NormalDist().cdf(abs(p - q) / error)) if error else 1
            tests.append((chance, code, *((one, other) if p >= q else (other, one))))
    tests.sort()
    found = set()
    for place, (chance, *difference) in enumerate(tests):
        if chance >= 0.05 / (len(tests) - place):
            break
        found.add(tuple(difference))
    return found


def expected(question, own, groups):
    options, items = question["options"], question.get("items") or []
    positive = [option["code"] for option in options if option.get("role") == "positive"]

    def of_answer(item, option):
        return lambda group: own.get((item, option, group))

    def of_positive(item):
        def cell(group):
            cells = [own[item, option["code"], group] for option in options if (item, option["code"], group) in own]
            total = sum(own.get((item, option, group), (0,))[0] for option in positive)
            return (total, cells[0][1], cells[0][2]) if cells else None

        return cell

    is_scale = question["type"] == "scale"
    plain = [x for x in items or options if x.get("role") not in RESIDUAL]
    if items:
        chosen = next((o["code"] for o in options if o.get("role") == "selected"), options[0]["code"])
        rows = [(i["code"], of_positive(i["code"]) if is_scale else of_answer(i["code"], chosen)) for i in plain]
        return {("item", *found) for found in proven(rows, groups)}
    found = {("answer", *f) for f in proven([(o["code"], of_answer(None, o["code"])) for o in plain], groups)}
    if is_scale and positive:
        found |= {("positive", *f) for f in proven([(question["id"], of_positive(None))], groups)}
    return found


tables, marks, failed = 0, 0, 0
for question, breakdown in itertools.product(codebook["questions"], codebook["breakdowns"]):
    key = (question["id"], breakdown["id"])
    if key not in shares:
        continue
    wanted = expected(question, shares[key], [group["code"] for group in breakdown["groups"]])
    rows = [row for row in base if (row["question"], row["breakdown"]) == key]
    told = {(r["measure"], r["code"], r["group"], other) for r in rows for other in r["exceeds"].split()}
    tables, marks = tables + 1, marks + len(wanted)
    if wanted != told:
        failed += 1
        print(f"{key}: {sorted(wanted ^ told)[:5]}")
print(f"{tables} tables by groups, {marks} marks: {failed} tables differ")
sys.exit(1 if failed or marks < 100 else 0)
