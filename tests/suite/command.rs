//! The program itself: exit codes and what it says.

use std::path::Path;
use std::process::{Command, Output};

use esep::diag::UiLanguage;
use esep::study::schema_text;
use serde_json::Value;

use crate::support::{edit, folder, sample, starter};

fn esep(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_esep")).args(["--ui-lang", "en"]).args(arguments).output().unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_build_ends_with_a_table_and_zero() {
    let (study, out) = (starter(), folder());
    let result = esep(&[
        "build",
        text(study.path()),
        "--out",
        text(out.path()),
        "--deliverable",
        "interim-1",
        "--lang",
        "ru",
    ]);
    assert_eq!(result.status.code(), Some(0), "{}", String::from_utf8_lossy(&result.stderr));
    let table = String::from_utf8_lossy(&result.stdout);
    assert!(table.contains("interim-1.ru.pdf") && table.contains("interim-1.ru.docx"), "{table}");
    assert!(table.contains("pages") && table.contains("2 files in"), "{table}");
}

#[test]
fn faults_end_with_one_and_all_of_them() {
    let (study, out) = (starter(), folder());
    edit(study.path(), "cases.json", |v| v["cases"][0]["territory"] = "t-x".into());
    edit(study.path(), "cases.json", |v| v["cases"][1]["body"] = "b-x".into());
    let result = esep(&["build", text(study.path()), "--out", text(out.path())]);
    assert_eq!(result.status.code(), Some(1));
    let said = String::from_utf8_lossy(&result.stderr);
    assert!(said.contains("error[E120]") && said.contains("cases.json:") && said.contains("help:"), "{said}");
    assert!(said.contains("2 faults found; nothing was written"), "{said}");
}

#[test]
fn usage_and_output_trouble_end_with_two() {
    let study = sample();
    let study = text(&study);
    assert_eq!(esep(&["build"]).status.code(), Some(2));
    assert_eq!(esep(&["build", study, "--deliverable", "nothing"]).status.code(), Some(2));
    assert_eq!(esep(&["build", study, "--out", "/dev/null/x"]).status.code(), Some(2));
    assert_eq!(esep(&["schema", "nothing"]).status.code(), Some(2));
    for command in ["build", "check", "tabulate"] {
        assert_eq!(esep(&[command, "/there/is/none"]).status.code(), Some(2), "{command}");
    }
}

#[test]
fn schemas_are_listed_and_printed() {
    let names = String::from_utf8(esep(&["schema"]).stdout).unwrap();
    let listed: Vec<&str> = names.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(listed.len() > 15, "{listed:?}");
    for name in listed {
        let schema: Value = serde_json::from_str(&schema_text(name, UiLanguage::En).unwrap()).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        assert!(schema["title"].is_string() && schema["properties"].is_object(), "{name}");
    }
    let printed: Value = serde_json::from_slice(&esep(&["schema", "cases"]).stdout).unwrap();
    let own: Value = serde_json::from_str(&schema_text("cases", UiLanguage::En).unwrap()).unwrap();
    assert_eq!(printed, own, "the program prints the library's schema");
}

/// What the program says to these arguments, to standard output and error, in a language.
fn said(language: &str, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_esep"));
    let result = command.args(arguments).env("ESEP_LANG", language).output().unwrap();
    String::from_utf8([result.stdout, result.stderr].concat()).unwrap()
}

#[test]
fn help_and_faults_of_usage_are_in_the_users_language() {
    assert!(
        said("ru", &["build", "--help"]).contains("Использование: esep build [ПАРАМЕТРЫ] <ИССЛЕДОВАНИЕ>")
    );
    assert!(said("kk", &["help", "build"]).contains("Қолданылуы: esep build [ПАРАМЕТРЛЕР] <ЗЕРТТЕУ>"));
    assert!(said("ru", &["--ui-lang", "en", "--help"]).contains("Usage: esep [OPTIONS] <COMMAND>"));
    let faults: [(&[&str], &str); 9] = [
        (&["buidl", "x"], "команды `buidl` нет\n  совет: возможно, `build`"),
        (
            &["build", "x", "--formt", "pdf"],
            "аргумент `--formt` здесь не принимается\n  совет: возможно, `--format`",
        ),
        (&["build"], "не указано: <ИССЛЕДОВАНИЕ>"),
        (&["build", "x", "--format"], "у `--format <ФОРМАТ>` нет значения"),
        (&["build", "x", "--charts", "none"], "недопустимое значение для `--charts <ВИД>`: `none`"),
        (&["trace", "x", "1", "--page", "one"], "`one` не число"),
        (&["build", "x", "--plain=1"], "`--plain` значения не принимает"),
        (&["build", "x", "--out", "a", "--out", "b"], "`--out <ПАПКА>` указано дважды"),
        (&["tabulate", "x", "--stage", "final", "--draft-codebook", "y"], "исключают друг друга"),
    ];
    for (arguments, sentence) in faults {
        let text = said("ru", arguments);
        assert!(text.contains("ошибка[E402]") && text.contains(sentence), "{arguments:?}: {text}");
    }
}

#[test]
fn colours_go_where_they_are_asked_for() {
    let coloured = |choice| said("en", &["--color", choice, "check", "/there/is/none"]).contains('\u{1b}');
    assert!(coloured("always"));
    assert!(!coloured("never") && !coloured("auto"), "a pipe is no terminal");
}

#[test]
fn completions_and_manual_pages_know_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = said("en", &["completions", shell]);
        assert!(script.contains("reference-docx") && script.contains("tabulate"), "{shell}: {script}");
    }
    let made = folder();
    let told = said("kk", &["man", text(made.path())]);
    assert!(told.contains("нұсқаулықтың"), "{told}");
    let page = std::fs::read_to_string(made.path().join("ru/man1/esep-check.1")).unwrap();
    assert!(page.contains("КОДЫ ЗАВЕРШЕНИЯ") && page.contains("ESEP_LANG"), "{page}");
    assert!(made.path().join("man1/esep.1").is_file() && made.path().join("kk/man1/esep-build.1").is_file());
}

/// A reader that has gone, and a disk that is full: what was to be said is lost, and the exit code says so.
#[cfg(target_os = "linux")]
#[test]
fn output_that_nobody_takes_ends_without_a_panic_and_not_with_zero() {
    let study = starter();
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let closed = || {
        let (read, write) = std::io::pipe().unwrap();
        drop(read);
        write
    };
    for arguments in [
        vec!["check", "--data-only", "--format", "json", text(study.path())],
        vec!["schema", "study"],
        vec!["explain", "E130"],
    ] {
        let run = |out: std::process::Stdio| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_esep"));
            let child = command.args(["--ui-lang", "en"]).args(&arguments).stdout(out).output().unwrap();
            (child.status.code(), String::from_utf8_lossy(&child.stderr).into_owned())
        };
        let (code, said) = run(full().into());
        assert!(code == Some(2) && !said.contains("panicked"), "{arguments:?}, full: {code:?} {said}");
        let (code, said) = run(closed().into());
        assert!(
            code.is_none_or(|code| code != 101) && !said.contains("panicked"),
            "{arguments:?}: {code:?} {said}"
        );
    }
}
