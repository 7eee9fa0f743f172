"""Puts a real survey's analysed results into a folder that `esep new` made, as an analyst would do it: the
records as the CSV table that R's write.csv2 gives, codebook, indices, sample and passport; what the survey
does not have is removed.

usage: real-survey.py SURVEY STUDY   (SURVEY holds records.json, codebook.json, indices.json)
"""
import csv
import json
import os
import sys

survey, study = sys.argv[1:3]


def source(name):
    return json.load(open(os.path.join(survey, name), encoding="utf-8"))


def change(name, change):
    path = os.path.join(study, name)
    value = json.load(open(path, encoding="utf-8"))
    value = {"$schema": value["$schema"], **change(value)}
    json.dump(value, open(path, "w", encoding="utf-8"), ensure_ascii=False, indent=2)


def text(kk, ru):
    return {"kk": kk, "ru": ru}


def table(records):
    comma = lambda number: repr(number).replace(".", ",")
    head = "question;item;option;by;group;n;n_option;n_weighted;deff;share;ci_low;ci_high".split(";")
    with open(os.path.join(study, "results/final.csv"), "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(head)
        for r in records:
            by = r["by"] or {}
            numbers = [comma(r[k]) for k in ("n_weighted", "deff", "share")] + [comma(b) for b in r["ci"]]
            rows.writerow([r["question"], r.get("item") or "NA", r["option"], "|".join(by), "|".join(by.values()),
                           r["n"], r["n_option"], *numbers])


codebook = source("codebook.json")
blocks = list(dict.fromkeys(q["block"] for q in codebook["questions"]))
formula = text("шкаланың салмақталған орташа мәні, бас тартулар есепке алынбайды", "взвешенное среднее шкалы, отказы не учитываются")
table(source("records.json"))
period = {"start": "2020-09-15", "end": "2020-09-25"}
change("results/final.json", lambda v: {"stage": "final", "date": "2020-10-01", "collected": period, "records_file": "final.csv"})
change("codebook.json", lambda v: {
    "blocks": [{"id": b, "title": text(f"Бөлім: {i}", f"Раздел: {i}")} for i, b in enumerate(blocks, 1)],
    "breakdowns": codebook["breakdowns"], "questions": codebook["questions"]})
change("indices.json", lambda v: {"indices": [
    {"id": i["id"], "direction": "other", "name": i["name"], "formula": formula, "method": "mean-score",
     "components": [{"question": "trust", "item": i["item"], "weight": 1.0}],
     "values": [{"stage": "final", "n": i["n"], "value": i["value"], "ci": i["ci"]}]} for i in source("indices.json")]})
change("sample.json", lambda v: {
    "kind": "probability", "planned": 5800, "population": text("ел тұрғындары", "жители страны"),
    "procedure": text("ықтималдық панель", "вероятностная панель"), "mode": text("онлайн", "онлайн")})
change("study.json", lambda v: {
    "schema_version": 2, "id": "real-survey", "languages": ["kk", "ru"], "title": text("Сауалнама", "Опрос"), "mark": text("СЫНАҚ", "ТЕСТ"),
    "place": text("Ел", "Страна"), "customer": {"name": text("Тапсырыс беруші", "Заказчик")},
    "grantee": {"name": text("Орындаушы", "Исполнитель")}, "goal": text("Сынау", "Проверка"),
    "deliverables": [{"id": d, "cutoff": "2020-10-31"} for d in (
        "interim-1", "interim-2", "final", "slides", "summary")],
    "survey_source": text("сауалнама, 2020", "опрос, 2020")})
absent = ["territories", "risk", "experts", "focus-groups", "cases", "recommendations", "coverage", "events",
          "calendar", "fieldwork", "instruments", "results/preliminary"]
for name in absent:
    os.remove(os.path.join(study, f"{name}.json"))
