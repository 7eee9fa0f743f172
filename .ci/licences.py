#!/usr/bin/env python3
"""The licences of everything that is inside the program: crates, the standard library, fonts.

    .ci/licences.py            writes src/cli/licences.txt anew
    .ci/licences.py --check    ends with 1 where it is not what would be written

Of a crate that offers several licences the first of PREFERRED is taken, with the texts that its package brings; a crate
without one of them ends the run. What may be taken at all stands in deny.toml, which cargo-deny checks too.
"""
import json, pathlib, re, subprocess, sys, tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "src/cli/licences.txt"
TARGETS = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-gnu"]
ALLOWED = tomllib.loads((ROOT / "deny.toml").read_text())["licenses"]["allow"]
PREFERRED = ["MIT", "MIT-0", "0BSD", "Zlib", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Unicode-3.0", "Apache-2.0", "CC0-1.0"]
FILES = re.compile(r"^(licen[sc]e|copying|notice|unlicense|copyright)", re.I)
# How a text says which licence it is.
MARKS = {
    "MIT": r"permission is hereby granted, free of charge, to any\s+person obtaining a copy",
    "MIT-0": r"permission is hereby granted, free of charge",
    "Apache-2.0": r"apache license\s+version 2\.0",
    "BSD-2-Clause": r"redistribution and use in source and binary forms",
    "BSD-3-Clause": r"redistribution and use in source and binary forms",
    "Zlib": r"this software is provided 'as-is'",
    "ISC": r"permission to use, copy, modify, and(/or)? distribute this software",
    "0BSD": r"permission to use, copy, modify, and(/or)? distribute this software",
    "Unicode-3.0": r"unicode license v3",
    "CC0-1.0": r"cc0 1\.0 universal|creative commons legal code",
}


def linked():
    """Packages that end up in the program, on any of the targets: no build script, no macro that runs in the compiler."""
    found = {}
    for target in TARGETS:
        command = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", target]
        meta = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
        packages = {package["id"]: package for package in meta["packages"]}
        nodes = {node["id"]: node for node in meta["resolve"]["nodes"]}
        todo, seen = [meta["resolve"]["root"]], set()
        while todo:
            here = todo.pop()
            if here in seen:
                continue
            seen.add(here)
            for dep in nodes[here]["deps"]:
                normal = any(kind["kind"] is None for kind in dep["dep_kinds"])
                macro = any("proc-macro" in t["kind"] for t in packages[dep["pkg"]]["targets"])
                if normal and not macro:
                    todo.append(dep["pkg"])
        seen.discard(meta["resolve"]["root"])
        found.update({package: packages[package] for package in seen})
    return sorted(found.values(), key=lambda p: (p["name"], p["version"]))


def chosen(expression):
    """The licences that are taken of an SPDX expression: one of each `OR`, all of an `AND`."""
    taken = []
    for part in re.split(r"\s+AND\s+", expression.replace("/", " OR ").replace("  ", " ")):
        names = [name.strip("() ") for name in re.split(r"\s+OR\s+", part)]
        for name in PREFERRED + names:
            if name in names and name in ALLOWED:
                taken.append(name)
                break
        else:
            sys.exit(f"none of the licences «{expression}» is allowed in deny.toml")
    return taken


def texts(package, taken):
    """The texts that a package brings for the licences taken; a notice goes along always."""
    folder = pathlib.Path(package["manifest_path"]).parent
    files = sorted(path for path in folder.iterdir() if path.is_file() and FILES.match(path.name))
    if package.get("license_file"):
        files.append(folder / package["license_file"])
    read = [(path, path.read_text(errors="replace").strip()) for path in dict.fromkeys(files)]
    fits = lambda text: any(re.search(MARKS.get(name, "$^"), text, re.I) for name in taken)
    suiting = [text for path, text in read if fits(text) or path.name.lower().startswith("notice")]
    return suiting or [text for _, text in read]


def standard(name):
    """The text of a licence that a package names and does not bring, from another that does."""
    return f"{name}: see the text of that licence in this list."


def page():
    packages = linked()
    groups = {}
    lines = []
    for package in packages:
        taken = chosen(package["license"] or "")
        known = f"{package['name']} {package['version']}"
        lines.append(f"{known}  {' AND '.join(taken)}")
        for text in texts(package, taken) or [standard(name) for name in taken]:
            # The same words in other lines are the same text.
            key = re.sub(r"\W+", " ", text).lower()
            groups.setdefault(key, (text, []))[1].append(known)
    for path in sorted((ROOT / "fonts").glob("*.txt")):
        text, family = path.read_text().strip(), path.name.split("-")[0]
        fonts = ", ".join(sorted(font.name for font in (ROOT / "fonts").glob(f"{family}-*.ttf")))
        lines.append(f"{fonts}  OFL-1.1")
        groups.setdefault(re.sub(r"\W+", " ", text).lower(), (text, []))[1].append(fonts)
    lines.append("std (Rust's standard library)  MIT OR Apache-2.0")
    rule = "-" * 72
    out = ["\n".join(lines), ""]
    for text, owners in groups.values():
        out += [rule, ", ".join(owners), rule, "", "\n".join(line.rstrip() for line in text.splitlines()), ""]
    return "\n".join(out)


made = page()
if "--check" in sys.argv[1:]:
    if not OUT.exists() or OUT.read_text() != made:
        sys.exit(f"{OUT.relative_to(ROOT)} is not up to date: run .ci/licences.py")
else:
    OUT.write_text(made)
    print(f"{OUT.relative_to(ROOT)}: {len(made.encode()) // 1024} KB")
