"""Writes SPSS files of every kind with pyreadstat, drafts a codebook from each and tabulates it, and compares what esep
read with what pyreadstat reads.

usage: spss-files.py ESEP FOLDER
"""
import json
import os
import shutil
import subprocess
import sys

import pandas
import pyreadstat

esep, folder = sys.argv[1:3]
shutil.rmtree(folder, ignore_errors=True)
os.makedirs(folder)
ROWS = 5000
long_texts = ["а" * 20, "б" * 300 + "конец", "в" * 600 + "конец", "г"]
frame = pandas.DataFrame({
    "a_variable_with_a_long_name": [1.0 + i % 3 for i in range(ROWS)],
    "доверие": [[1.0, 2.0, 98.0, None][i % 4] for i in range(ROWS)],
    "text": ["жақсы" if i % 2 else "плохо" for i in range(ROWS)],
    "long_code": [["Оңтүстік аймақ", "Солтүстік аймақ"][i % 2] for i in range(ROWS)],
    "very_long": [long_texts[i % 4] for i in range(ROWS)],
    "number": [[0.5, -3.25, 300.0, 251.0, 151.0, 152.0, -99.0, -100.0][i % 8] for i in range(ROWS)],
})
labels = {
    "a_variable_with_a_long_name": {1.0: "Доверяю", 2.0: "Не доверяю", 3.0: "Затрудняюсь ответить"},
    "доверие": {1.0: "Иә", 2.0: "Жоқ", 98.0: "Жауап беруден бас тартты"},
    "long_code": {"Оңтүстік аймақ": "Юг", "Солтүстік аймақ": "Север"},
}
missing = {"доверие": [{"lo": 97, "hi": 99}], "number": [-99.0]}
column_labels = {"a_variable_with_a_long_name": "Доверяете ли Вы акимату?", "доверие": "Сенесіз бе?"}
for name, compress, row_compress in [("plain.sav", False, False), ("packed.sav", False, True), ("packed.zsav", True, False)]:
    path = os.path.join(folder, name)
    pyreadstat.write_sav(frame, path, column_labels=column_labels, variable_value_labels=labels, missing_ranges=missing,
                         compress=compress, row_compress=row_compress)
    read, meta = pyreadstat.read_sav(path, user_missing=True)
    study = os.path.join(folder, name + ".study")
    subprocess.run([esep, "tabulate", study, "--draft-codebook", path, "--lang", "ru"], check=True, stdout=subprocess.DEVNULL)
    codebook = json.load(open(os.path.join(study, "codebook.json"), encoding="utf-8"))
    plan = json.load(open(os.path.join(study, "tabulation.json"), encoding="utf-8"))
    columns = {p.get("column"): (q, p) for q, p in zip(codebook["questions"], plan["questions"])}
    assert set(columns) == set(read.columns), (set(columns), set(read.columns))
    for column in read.columns:
        question, own = columns[column]
        if column in labels:
            expected = {(f"{c:g}" if isinstance(c, float) else c): l for c, l in meta.variable_value_labels[column].items()}
            found = {o["code"]: o["label"]["ru"] for o in question["options"]}
        else:
            values = {f"{v:g}" if isinstance(v, float) else v for v in read[column].dropna()}
            expected, found = values, {o["code"] for o in question["options"]}
        assert expected == found, (name, column, expected, found)
        assert question["text"]["ru"] == (column_labels.get(column) or column), question["text"]
    assert "" in columns["доверие"][1]["missing"]
    # The counts, through the whole way.
    shutil.copy(path, study)
    plan["file"] = name
    plan["stages"] = [{"stage": "final", "date": "2026-09-01", "collected": {"start": "2026-08-01", "end": "2026-08-20"}}]
    json.dump(plan, open(os.path.join(study, "tabulation.json"), "w", encoding="utf-8"))
    estimates = os.path.join(study, "estimates.csv")
    subprocess.run([esep, "tabulate", study, "--estimates", estimates], check=True, stdout=subprocess.DEVNULL)
    ids = {q["id"]: p["column"] for q, p in columns.values()}
    table = pandas.read_csv(estimates, dtype={"option": str}, keep_default_na=False)
    for _, row in table.iterrows():
        values = read[ids[row["question"]]]
        of_option = (values.map(lambda v: f"{v:g}" if isinstance(v, float) else v) == row["option"]).sum()
        assert of_option == row["n_option"] and values.notna().sum() == row["n"], (name, dict(row))
    # Files that lie or are cut off end in a finding, quickly.
    whole = open(path, "rb").read()
    for at in [0, 3, 60, 68, 72, 100, 176, 200, 250, 400, len(whole) // 2, len(whole) - 9]:
        hurt = os.path.join(folder, "hurt." + name.rsplit(".")[-1])
        for bytes_ in (whole[:at], whole[:at] + b"\xff\xff\xff\x7f" + whole[at + 4:]):
            open(hurt, "wb").write(bytes_)
            shutil.rmtree(study + ".hurt", ignore_errors=True)
            done = subprocess.run([esep, "tabulate", study + ".hurt", "--draft-codebook", hurt], capture_output=True, timeout=20)
            assert done.returncode in (0, 1, 2) and b"panicked" not in done.stderr, (at, done)
            if bytes_ is whole[:at]:
                assert done.returncode == 1
    print(name, "read as pyreadstat reads it:", len(table), "estimates of", ROWS, "cases")
