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


# What an analyst adds to the survey's own labels: names of themes and questions, and what sentences say.
TITLES = {
    "trust": text("Институттарға сенім", "Доверие к институтам"),
    "impact": text("Өмірге әсері", "Влияние на жизнь"),
    "problems": text("Пандемия кезіндегі қиындықтар", "Трудности во время пандемии"),
    "proposals": text("Дауыс беруге не ынталандырады", "Что побудило бы голосовать"),
    "access": text("Дауыс берудің қолжетімділігі", "Доступность голосования"),
}
SHORT = {
    "trust": text("Институттарға сенім", "Доверие к институтам"),
    "impact": text("Адам өміріне кім көп әсер етеді", "Кто сильнее влияет на жизнь людей"),
    "hardship": text("Пандемия кезінде бастан өткендер", "Что пришлось пережить в пандемию"),
    "turnout": text("Көбірек адамды дауыс беруге не ынталандырар еді", "Что побудило бы больше людей голосовать"),
    "ease": text("Дауыс берудің оңайлығы", "Лёгкость голосования"),
}
SIDES = {
    "trust": text(("сенеді", "сенбейді"), ("доверяют", "не доверяют")),
    "ease": text(("дауыс беру оңай деп санайды", "дауыс беру қиын деп санайды"),
                 ("находят голосование лёгким", "находят голосование трудным")),
}
TRUSTED = [
    ("президент институтына", "институту президентства"), ("Конгреске", "Конгрессу"), ("Жоғарғы Сотқа", "Верховному суду"),
    ("ауруларды бақылау орталықтарына", "центрам по контролю заболеваний"),
    ("сайлау ұйымдастырушыларына", "организаторам выборов"), ("арнайы қызметтерге", "спецслужбам"),
    ("бұқаралық ақпарат құралдарына", "средствам массовой информации"), ("полицияға", "полиции"),
    ("пошта қызметіне", "почтовой службе")]
MARKING = [
    ("федералды деңгейдегі сайланған тұлғалардың", "выборных лиц федерального уровня"),
    ("штаттың сайланған тұлғаларының", "выборных лиц штата"), ("қаланың сайланған тұлғаларының", "выборных лиц города"),
    ("бұқаралық ақпарат құралдарының", "средств массовой информации"),
    ("ірі қаржы ұйымдарының", "крупных финансовых организаций"),
    ("құқық қорғау органдары мен соттардың", "правоохранительных органов и судов")]
AMONG = {
    "age": [("18–34 жастағылар арасында", "в возрасте 18–34 лет"), ("35–54 жастағылар арасында", "в возрасте 35–54 лет"),
            ("55 жастағы және одан үлкендер арасында", "в возрасте 55 лет и старше")],
    "gender": [("әйелдер арасында", "среди женщин"), ("ерлер арасында", "среди мужчин")],
    "education": [("орта және одан төмен білімділер арасында", "среди имеющих образование не выше среднего"),
                  ("жоғары білімі аяқталмағандар арасында", "среди имеющих незаконченное высшее образование"),
                  ("жоғары білімділер арасында", "среди имеющих высшее образование")],
    "income": [("табысы 40 мың доллардан аз үйлерде", "при доходе менее 40 тыс. долл."),
               ("табысы 40–75 мың доллар үйлерде", "при доходе 40–75 тыс. долл."),
               ("табысы 75–125 мың доллар үйлерде", "при доходе 75–125 тыс. долл."),
               ("табысы 125 мың доллар және одан көп үйлерде", "при доходе от 125 тыс. долл.")],
    "voting": [("әдетте дауыс беретіндер арасында", "среди голосующих почти всегда"),
               ("кейде дауыс беретіндер арасында", "среди голосующих иногда"),
               ("сирек дауыс беретіндер немесе бермейтіндер арасында", "среди голосующих редко или никогда")],
}


def trust_index(index):
    """Names an index by what is trusted: 'Индекс доверия полиции'."""
    kk, ru = TRUSTED[int(index["item"].rpartition("_")[2]) - 1]
    return text(f"{kk[0].upper()}{kk[1:]} сенім индексі", f"Индекс доверия {ru}")


def sides(of):
    return {side: text(of["kk"][i], of["ru"][i]) for i, side in enumerate(("positive", "negative"))}


def worded(codebook):
    for question in codebook["questions"]:
        question["short"] = SHORT[question["id"]]
        if question["id"] in SIDES:
            question["sides"] = sides(SIDES[question["id"]])
        objects = {"trust": TRUSTED, "impact": MARKING}.get(question["id"], [])
        for item, (kk, ru) in zip(question.get("items", []), objects):
            if question["id"] == "trust":
                item["sides"] = sides(text((f"{kk} сенеді", f"{kk} сенбейді"), (f"доверяют {ru}", f"не доверяют {ru}")))
            else:
                item["sides"] = sides(text((f"{kk} әсерін сезеді", f"{kk} әсерін сезбейді"),
                                           (f"ощущают влияние {ru}", f"не ощущают влияния {ru}")))
    for breakdown in codebook["breakdowns"]:
        for group, (kk, ru) in zip(breakdown["groups"], AMONG[breakdown["id"]]):
            group["among"] = text(kk, ru)
    return json.loads(json.dumps(codebook, ensure_ascii=False).replace("—", "–"))


codebook = worded(source("codebook.json"))
blocks = list(dict.fromkeys(q["block"] for q in codebook["questions"]))
formula = text("Шкала бойынша жауаптардың салмақталған орташа мәні, бас тартулар есепке алынбайды",
               "Взвешенное среднее ответов по шкале, отказы не учитываются")
table(source("records.json"))
period = {"start": "2020-09-15", "end": "2020-09-25"}
change("results/final.json", lambda v: {"stage": "final", "date": "2020-10-01", "collected": period, "records_file": "final.csv"})
change("codebook.json", lambda v: {
    "blocks": [{"id": b, "title": TITLES[b]} for b in blocks],
    "breakdowns": codebook["breakdowns"], "questions": codebook["questions"]})
change("indices.json", lambda v: {"indices": [
    {"id": i["id"], "direction": "other", "name": trust_index(i), "formula": formula, "method": "mean-score",
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
