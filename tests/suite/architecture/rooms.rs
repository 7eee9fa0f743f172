//! The table of rooms: each folder of `src`, its job, and what it may use.
//!
//! `src/README.md` prints it. A new room is a new line here; what a room may use grows only on purpose.

/// A folder below `src`.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    pub name: &'static str,
    pub job: &'static str,
    /// The rooms that it may use beside itself and the base rooms.
    pub uses: &'static [&'static str],
}

/// Rooms that every room may use.
pub const BASE: &[&str] = &["diag", "quantity"];

const fn room(name: &'static str, job: &'static str, uses: &'static [&'static str]) -> Room {
    Room { name, job, uses }
}

/// All rooms, from the base to the command line.
pub const ROOMS: &[Room] = &[
    room("diag", "one diagnostic for everything: code, severity, message, location, hint", &[]),
    room("quantity", "numbers with their units: lengths, shares, printed numbers; all conversions", &[]),
    room("source", "all reading of files, inside the study's folder only; line index", &[]),
    room(
        "locale",
        "numbers, dates, plurals, Kazakh endings, terms, captions, hyphenation, from data files",
        &["source"],
    ),
    room(
        "study",
        "the input contract: types, JSON Schema, loading; every fault with its location",
        &["source"],
    ),
    room(
        "facts",
        "what follows from the data: intervals, ranks, changes, the grant's terms; language-neutral",
        &["study"],
    ),
    room("spss", "SPSS system files: dictionary, codes, labels, cases one by one", &[]),
    room("answers", "tables of answers as columns of codes: CSV, workbooks, SPSS files", &["source", "spss"]),
    room(
        "tabulate",
        "from answers to records, indices and risk scores; drafts of codebooks",
        &["answers", "facts", "source", "study"],
    ),
    room(
        "check",
        "what is wrong or doubtful in a study, one rule a file",
        &["answers", "facts", "locale", "source", "study"],
    ),
    room(
        "workbook",
        "the study as a workbook, both ways, planned from the schemas; faults by sheet and cell",
        &["opc", "source", "study"],
    ),
    room("theme", "appearance as data: fonts, sizes, colours and measures, for every format alike", &[]),
    room("picture", "drawn charts and photographs in memory, with their sizes", &["source"]),
    room(
        "chart",
        "each kind of chart in one file: data, drawing, words, Office plan, specimens; one line lists it",
        &["locale", "picture", "source", "theme"],
    ),
    room(
        "document",
        "the document model: blocks, inlines, labels; no prose",
        &["chart", "picture", "source", "theme"],
    ),
    room(
        "base",
        "the statistical base: all that the reports rest on, as sheets for readers and tables for programs",
        &["document", "facts", "locale", "opc", "source", "study"],
    ),
    room(
        "markup",
        "rendered text into the document; the only room that knows Markdown",
        &["document", "source"],
    ),
    room(
        "template",
        "the template engine: filters, functions, escaping, lint of prose, line map",
        &["document", "facts", "locale", "source", "study"],
    ),
    room(
        "resolve",
        "binds data to directives, numbers figures and tables, resolves references, writes alt texts",
        &["chart", "document", "facts", "locale", "picture", "study", "template", "theme"],
    ),
    room(
        "gallery",
        "every kind of chart with its hard cases, in made-up figures",
        &["chart", "locale", "source"],
    ),
    room("opc", "packages of Office programs, read safely: zip, parts, relationships, XML", &[]),
    room(
        "write",
        "the resolved document into PDF, DOCX, PPTX and XLSX, tables into a package of data; knows no study, no facts, no language",
        &["chart", "document", "opc", "picture", "source", "theme"],
    ),
    room(
        "proof",
        "every number of a finished file read back, bound to its datum, proven and traced",
        &["document", "opc", "source"],
    ),
    room("review", "what a customer did to a returned DOCX", &["opc"]),
    room(
        "pipeline",
        "what is built, in which order, in parallel; all writing of files; the manifest",
        &[
            "answers", "base", "chart", "check", "document", "facts", "gallery", "locale", "markup", "opc",
            "proof", "resolve", "review", "source", "study", "tabulate", "template", "theme", "workbook",
            "write",
        ],
    ),
    room(
        "serve",
        "the study on a page: a server on this computer, its page, what the page asks and changes",
        &["facts", "pipeline", "proof", "study"],
    ),
    room("cli", "options, progress, printing, exit codes", &["facts", "pipeline", "proof", "serve", "study"]),
];

/// The rooms as a Markdown table.
pub fn table() -> String {
    let names = |rooms: &[&str]| {
        let quoted: Vec<String> = rooms.iter().map(|name| format!("`{name}`")).collect();
        if quoted.is_empty() { "–".to_owned() } else { quoted.join(", ") }
    };
    let rows = ROOMS.iter().map(|r| format!("| `{}` | {} | {} |\n", r.name, r.job, names(r.uses)));
    let head = "| room | its job | may use |\n|---|---|---|\n";
    let base = BASE.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" and ");
    format!("{head}{}\nEvery room may use {base}.\n", rows.collect::<String>())
}
