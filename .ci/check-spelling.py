"""The Kazakh and the Russian that this repository prints hold no misspelling.

usage: check-spelling.py   (Debian's hunspell, hunspell-kk, hunspell-ru)

Read are the templates, parts, locale files, messages, the guide and the texts {"kk", "ru"} of the studies.
Tera tags (but not the words that are their arguments), directives, attributes, code, addresses and
placeables are blanked, places kept. Of what remains, every Cyrillic word that hunspell does not know has to
stand in .ci/spelling/<language>.txt:

    ось           the word, in small or in capital letters
    Уилсон        a name: not in small letters
    ҚР            an abbreviation: in capital letters only
    іріктеме*     Kazakh: the noun and its number, person and case
    салмақтал-    Kazakh: the verb and its regular forms, with the nouns made of them

A form that `*` or `-` stands for is not looked up by its beginning but built from the stem by the rules of
vowel harmony and assimilation (see `noun` and `verb`), so that «іріктемеге» passes and «іріктемеға»,
«іріктемге» or «ірктемеге» do not. What departs from the rules (most loan words in «-кт», «-ль») is listed in
full. Parts of a hyphened word are words; endings after digits, values and abbreviations («95%-дық», «10-е»)
come from closed sets.

Reported as well: entries that no text needs; Russian words once with «ё» and once with «е»; letters of two
alphabets in one word, a Latin letter in the place of a Cyrillic word; two spaces, straight quotes, a hyphen
for a dash, invisible and combining characters.
"""
import glob
import os
import re
import subprocess
import sys

LANGUAGES = {"kk": "kk_KZ", "ru": "ru_RU"}
NOTHING, VALUE, EDGE = "\x00", "\x01", "\x02"  # what is blanked: not printed; a value stands there; another text
CYRILLIC = "\u0400-\u052f"


# ---- prose of the files: what is not prose is blanked, so that lines and columns stay

def blank(text, filler=NOTHING):
    return re.sub(r"[^\n]", filler, text)


def blanked(pattern, filler, text, flags=re.M):
    return re.sub(pattern, lambda m: blank(m.group(), filler), text, flags=flags)


def plain(text):
    """Prose without code and addresses."""
    text = blanked(r"(`+)(?:(?!\1)[^\n])+?\1", VALUE, text)
    text = blanked(r"\b(?:https?://|mailto:)[^\s)>»\"]*", VALUE, text)
    return blanked(rf'"[^"\n{CYRILLIC}]*"(?=:| =)|(?<=[:=] )"[^"\n{CYRILLIC}]*"', VALUE, text)


TERA = re.compile(r"""\{\#.*?\#\}|\{\{(?:"[^"]*"|'[^']*'|.)*?\}\}|\{%(?:"[^"]*"|'[^']*'|.)*?%\}""", re.S)


def tera(text):
    """Of tags only the arguments that are prose remain; comments are prose for the next editor."""
    def tag(match):
        tag, at, out = match.group(), 0, []
        if tag.startswith("{#"):
            return EDGE * 2 + tera(tag[2:-2]) + EDGE * 2
        filler = VALUE if tag.startswith("{{") else NOTHING
        for literal in re.finditer(r"([\"'])(.*?)\1", tag, re.S):
            if re.search(f"[{CYRILLIC}]", literal.group(2)) or not re.search("[A-Za-z]", literal.group(2)):
                out += blank(tag[at:literal.start()], filler), EDGE, literal.group(2), EDGE
                at = literal.end()
        return "".join(out) + blank(tag[at:], filler)
    return TERA.sub(tag, text)


def markdown(text):
    text = blanked(r"^```.*?^```", NOTHING, tera(text), re.M | re.S)
    text = blanked(r"^ *:::.*$", NOTHING, plain(text))
    text = blanked(r"\{[a-z]+=[^{}\n]*\}", NOTHING, text)
    text = blanked(r"\[\]\([^)\n]*\)", VALUE, text)
    return blanked(r"(?<=\])\([^)\n]*\)", NOTHING, text)


def sentences(text):
    """The words of a file of sentences, without their names; a report that is still one text has no names."""
    return markdown(blanked(r"^## [a-z0-9._-]+$|^or:$", NOTHING, text))


def fluent(text):
    text = plain(blanked(r"\{\s*\"[^\"\n]*\"\s*\}", VALUE, text))
    text = blanked(r"^[A-Za-z][\w-]*\s*=|^\s+\.[\w-]+\s*=|\{[^{}\n]*->|^\s*\*?\[[\w-]+\]|^\s*\}", NOTHING, text)
    return blanked(r"\{[^{}\n]*\}", VALUE, text)


LETTERS = {"endings", "hyphenation", "forms", "forms.classes", "lint", "lint.claims"}  # tables of a locale file that hold no words


def toml(text):
    lines, table = [], ""
    for line in text.split("\n"):
        head = re.match(r"\[+([\w.-]+)", line)
        table = head.group(1) if head else table
        letters = table in LETTERS or table.startswith("after_possessive.") or line.startswith("annex_letters")
        if line.startswith("#"):
            line = blanked(r'"[^"]*"|\{\w+\}', VALUE, line)
        else:
            strings = [] if letters else [m.span(1) for m in re.finditer(r'"([^"]*)"', line)]
            line = blanked(r"\{\w+\}", VALUE, only(line, strings))
        lines.append(line)
    return "\n".join(lines)


def only(text, spans):
    """The spans of the text, everything else blanked."""
    out, at = [], 0
    for start, end in spans:
        out += blank(text[at:start], EDGE), text[start:end]
        at = end
    return "".join(out) + blank(text[at:], EDGE)


def json_texts(text, language):
    """What stands under the language's key, however deep."""
    string, scalar, space = re.compile(r'"((?:[^"\\]|\\.)*)"'), re.compile(r"[^\s,\]}]+"), re.compile(r"\s*")
    spans = []

    def skip(at):
        return space.match(text, at).end()

    def value(at, inside):
        if text[at] not in "{[":
            found = string.match(text, at)
            if found and inside:
                spans.append(found.span(1))
            return (found or scalar.match(text, at)).end()
        pairs, at = text[at] == "{", skip(at + 1)
        while text[at] not in "]}":
            mine = inside
            if pairs:
                key = string.match(text, at)
                mine = key.group(1) == language if key.group(1) in LANGUAGES else inside
                at = skip(skip(key.end()) + 1)
            at = skip(value(at, mine))
            if text[at] == ",":
                at = skip(at + 1)
        return at + 1

    if f'"{language}"' in text:
        value(skip(0), False)
    return plain(blanked(r"\\u[0-9A-Fa-f]{4}|\\.", EDGE, only(text, spans)))


def guide(text, language):
    """Two languages in one file: each title opens one; a line in italics right below speaks the other."""
    order, now, title, lines = iter(LANGUAGES), None, 0, []
    for number, line in enumerate(markdown(text).split("\n")):
        if line.startswith("# "):
            now, title = next(order), number
        other = re.fullmatch(r"\*[^*]+\*", line) and number == title + 2
        lines.append(line if (now == language) != bool(other) else blank(line))
    return "\n".join(lines)


def prose(root, language):
    """Every file's prose in the language."""
    for pattern, read in [
        (f"templates/reports/*/{language}.md", sentences),
        (f"samples/*/words/*.{language}.md", sentences),
        (f"templates/parts/{language}/*.md", markdown),
        (f"samples/*/text/**/*.{language}.md", markdown),
        (f"templates/locale/{language}.toml", toml),
        (f"templates/messages/*.{language}.ftl", fluent),
        (f"README.{language}.md", markdown),
        ("templates/study/README.md", lambda text: guide(text, language)),
        ("templates/study/**/*.json", lambda text: json_texts(text, language)),
        ("samples/*/**/*.json", lambda text: json_texts(text, language)),
    ]:
        for path in sorted(glob.glob(pattern, root_dir=root, recursive=True)):
            with open(os.path.join(root, path), encoding="utf-8") as file:
                yield path, read(file.read())


# ---- Kazakh forms

VOWELS = "аәеоөыіэяё"
SOUNDS = [VOWELS, "йруию", "л", "мнң", "зж"]  # stems by their last sound; the rest end voiceless
PLURAL = "лар лар дар дар дар тар"
GENITIVE = "ның дың дың ның дың тың"
DATIVE = "ға ға ға ға ға қа"
ACCUSATIVE = "ны ды ды ды ды ты"
LOCATIVE = "да да да да да та"
ABLATIVE = "дан дан дан нан дан тан"
INSTRUMENTAL = "мен мен мен мен бен пен"
NEGATION = "ма ма ма ба ба па"
PAST = "ды ды ды ды ды ты"
DONE = "ған ған ған ған ған қан"


SHORTENED = {  # nouns that lose their last vowel before «ы»
    "әріп": "әрпі", "ерін": "ерні", "қаріп": "қарпі", "қауіп": "қаупі", "мойын": "мойны", "орын": "орны",
    "халық": "халқы", "ырық": "ырқы",
}


def front(stem):
    """The last vowel that has a side decides the side of the endings; «у» has one inside a loan word only."""
    sides = re.findall(rf"[аоұыяёәеөүіэи]|у(?=[^{VOWELS}ұүуию]+$)", stem)
    return bool(sides) and sides[-1] in "әеөүіэи"


def add(stem, ending):
    return stem + (ending.translate(str.maketrans("аығқ", "еігк")) if front(stem) else ending)


def assimilated(stem, endings):
    """The ending that the stem's last sound takes."""
    kind = [stem.rstrip("ь")[-1] in sounds for sounds in SOUNDS] + [True]
    return add(stem, endings.split()[kind.index(True)])


def softened(stem):
    """Before a vowel."""
    stem = stem.rstrip("ь")
    return stem[:-1] + {"к": "г", "қ": "ғ", "п": "б"}.get(stem[-1], stem[-1])


def cases(stem):
    here = assimilated(stem, LOCATIVE)
    others = [GENITIVE, DATIVE, ACCUSATIVE, ABLATIVE, INSTRUMENTAL]
    return {stem, here, add(here, "ғы"), *(assimilated(stem, case) for case in others)}


def persons(stem):
    """Our, your, his or their thing, with its cases."""
    bare = stem if stem[-1] in VOWELS else SHORTENED.get(stem) or add(softened(stem), "ы")
    own = add(stem, "сы") if stem[-1] in VOWELS else bare
    his = {own + "мен", *(add(own, case) for case in ["", "ның", "на", "н", "нда", "ндағы", "нан"])}
    return cases(add(bare, "мыз")) | cases(add(bare, "ңыз")) | his


def noun(stem):
    many = assimilated(stem, PLURAL)
    return cases(stem) | persons(stem) | cases(many) | persons(many)


def doing(stem):
    """The noun of the verb."""
    if stem[-1] in "ыі":
        return stem[:-1] + "у"
    return stem[:-1] + "ю" if stem[-1] == "й" else softened(stem) + "у"


def now(stem):
    """The stem of the present."""
    if stem[-1] in "ыі":
        return stem[:-1] + "и"
    if stem[-1] in VOWELS:
        return stem + "й"
    return stem[:-1] + "я" if stem[-1] == "й" and not front(stem) else add(softened(stem), "а")


def verb(stem):
    negative = assimilated(stem, NEGATION)
    forms = {negative + "с", add(negative + "с", "пын"), add(negative, "йынша")}
    forms.add((stem if stem[-1] in VOWELS else now(stem)) + "р")
    for base in [stem, negative]:
        present, past, when, done = now(base), assimilated(base, PAST), add(base, "са"), assimilated(base, DONE)
        lasting = present + add(base, "тын")[len(base):]
        linking = base if base[-1] in VOWELS else add(softened(base), "ы")
        forms |= noun(doing(base)) | noun(lasting) | noun(done)
        forms |= {present + add(base, person)[len(base):] for person in ["", "мын", "сыз", "мыз", "ды"]}
        forms |= {add(time, person) for time in [past, when] for person in ["", "м", "ңыз", "қ"]}
        forms |= {add(done, "дай"), add(done, "ша"), add(done, "дықтан"), add(lasting, "дықтан")}
        forms |= {add(linking, "ңыз"), re.sub("б([ыі])$", r"у\1", linking) + "п" if base[-1] == "п" else linking + "п"}
    return forms


# ---- words and slips of a line

ENDINGS = {  # after digits, values and abbreviations
    "kk": {form[len(stem):] for stem in ["а", "е", "р", "л", "н", "з", "т", "әр", "әл", "ән", "әз", "әт"]
           for form in noun(stem) | {add(stem, ending) for ending in ["шы", "ншы", "ыншы", "сыз"]}
           | {assimilated(stem, "лық лық дық дық дық тық")}},
    "ru": {"й", "я", "е", "ю", "м", "х", "го", "му", "ми"},
}
BOTH = {"все", "всем", "чем"}  # Russian words with «е» beside which other words stand with «ё»
LATIN_TWINS = "aceiopxyhABCEHIKMOPTXY"
SLIPS = [
    ("two spaces", re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")),
    ("a straight quote", re.compile('"')),
    ("a hyphen for a dash", re.compile(r"(?<=\S) - ")),
    ("a Latin letter in the place of a word", re.compile(rf"(?<=[{CYRILLIC}] )[{LATIN_TWINS}](?=[ ,.;][ {CYRILLIC}])")),
    ("letters of two alphabets", re.compile(rf"[A-Za-z][{CYRILLIC}]|[{CYRILLIC}][A-Za-z]")),
    ("an invisible or combining character", re.compile("[\u00ad\u0300-\u036f\u200b-\u200f\u2060\ufeff]")),
]


def words(line, language):
    """The Cyrillic words of a line: parts of hyphened ones, no endings of numerals, no initials, no letters
    that are spoken of («у»)."""
    for token in re.finditer(r"[\w%»)\x01]+(?:-[\w%»)\x01]+)*", line):
        before = ""
        for part in re.finditer("[^-]+", token.group()):
            short = re.fullmatch(f"[{CYRILLIC}]{{2,}}", before) and before.isupper()
            bare = short or re.search(r"[\dA-Za-z%»)\x01]$", before)
            for word in re.finditer(f"[{CYRILLIC}]+", part.group()):
                text, end = word.group(), token.start() + part.start() + word.end()
                ending = bare and word.start() == 0 and text in ENDINGS[language]
                initial = len(text) == 1 and text.isupper() and line[end:end + 1] == "."
                letter = re.fullmatch(r"«.»", line[max(0, end - 2):end + 1])
                if not (ending or initial or letter):
                    yield text
            before = part.group()


def unknown_to_hunspell(found, dictionary):
    command = ["hunspell", "-d", dictionary, "-i", "UTF-8", "-l"]
    listed = subprocess.run(command, input="\n".join(sorted(found)), capture_output=True, encoding="utf-8")
    if listed.returncode or listed.stderr:
        sys.exit(f"hunspell -d {dictionary}: {listed.stderr.strip()}")
    return set(listed.stdout.split())


def check(root, language):
    faults, places = [], {}
    for path, text in prose(root, language):
        for number, line in enumerate(text.split("\n"), 1):
            for what, pattern in SLIPS:
                for slip in pattern.finditer(line):
                    around = re.sub("[\x00-\x02]+", "…", line[max(0, slip.start() - 25):slip.end() + 25])
                    faults.append((path, number, f"{what}: {around.strip()}"))
            for word in words(line, language):
                places.setdefault(word, []).append((path, number))

    listing = f".ci/spelling/{language}.txt"
    known, entries = {}, 0
    with open(os.path.join(root, listing), encoding="utf-8") as file:
        for number, entry in enumerate(file.read().split("\n"), 1):
            if not entry or entry.startswith("#"):
                continue
            entries += 1
            stem = entry.rstrip("*-")
            forms = noun(stem) if entry.endswith("*") else verb(stem) if entry.endswith("-") else {entry}
            forms |= {form.upper() for form in forms}
            if stem == stem.lower():
                forms |= {form.capitalize() for form in forms}
            matched = places.keys() & forms
            if not matched:
                faults.append((listing, number, f"no text needs it: {entry}"))
            for word in matched:
                others = known.setdefault(word, [])
                if others and (entry in [stem, others[0]] or not others[0].endswith(("*", "-"))):
                    faults.append((listing, number, f"on the list already, as {others[0]}: {entry}"))
                others.append(entry)

    for word in places if language == "ru" else []:
        dotted = {word[:at] + "ё" + word[at + 1:] for at in range(len(word)) if word[at] == "е"} & places.keys()
        if dotted and word.lower() not in BOTH:
            faults += [(*place, f"{word}, and elsewhere {min(dotted)}") for place in places[word]]

    unknown = unknown_to_hunspell(places, LANGUAGES[language]) - known.keys()
    faults += [(*place, f"unknown word: {word}") for word in unknown for place in places[word]]
    for path, number, message in sorted(set(faults)):
        print(f"{path}:{number}: {message}")
    count = sum(map(len, places.values()))
    print(f"{language}: {count} words, {len(places)} forms, {entries} entries on the list, {len(faults)} faults")
    return not faults


if __name__ == "__main__":
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
    sys.exit(0 if all([check(folder, language) for language in LANGUAGES]) else 1)
