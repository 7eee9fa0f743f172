//! Templates and themes from outside that take more than any document needs: each is refused on its line, and soon.

use std::fs;

use esep::diag::{Code, Diagnostic};
use esep::pipeline::{Format, Request, Silent, build};

use crate::support::{folder, folder_with, request, root, stand_alone, starter};

/// The faults of the starter's interim report with these templates, and perhaps a text of the study's own.
fn faults(templates: &tempfile::TempDir, text: Option<&str>) -> Vec<Diagnostic> {
    let (study, out) = (starter(), folder());
    if let Some(text) = text {
        stand_alone(study.path(), templates.path(), ("interim-1", "ru"), text);
    }
    let request = Request {
        out: Some(out.path().to_owned()),
        templates: Some(templates.path().to_owned()),
        formats: vec![Format::Pdf],
        ..request(study.path(), "interim-1", "ru")
    };
    build(&request, &Silent).err().into_iter().flatten().collect()
}

/// Holds the first fault of an own text to its code, message and line.
#[track_caller]
fn stops(text: &str, code: Code, message: &str, line: u32) {
    let found = faults(&folder(), Some(text));
    let fault = found.first().unwrap_or_else(|| panic!("accepted: {text:.80}"));
    let place = fault.location.as_ref().and_then(|place| place.line);
    assert_eq!((fault.code, fault.message.id(), place), (code, message, Some(line)), "{fault}\n{text:.80}");
}

#[test]
fn loops_and_values_that_grow_are_stopped_on_their_line() {
    let twice = |line: &str| format!("# A\n\n{{% set a = \"xx\" %}}\n{}", line.repeat(40));
    let nested = "{% for a in range(end=100000) %}{% for b in range(end=100000) %}{% endfor %}{% endfor %}\n";
    stops(&format!("# A\n\n{nested}"), Code::TemplateTooLong, "template-steps", 3);
    let doubled = twice("{% set a = a ~ a %}\n");
    stops(&doubled, Code::TemplateTooLong, "template-value-long", 21);
    let replaced = twice("{% set a = a | replace(from=\"x\", to=a) %}\n");
    stops(&replaced, Code::TemplateTooLong, "template-value-long", 8);
    let captured = twice("{% set a %}{{ a }}{{ a }}{% endset %}\n");
    stops(&captured, Code::TemplateTooLong, "template-printed", 29);
    let listed = twice("{% set a = [a, a] %}\n");
    stops(&listed, Code::TemplateTooLong, "template-value-large", 23);
    let collected =
        "# A\n\n{% set a = [x for x in range(end=100000)] %}\n{% set b = [[y for y in a] for x in a] %}\n";
    stops(collected, Code::TemplateTooLong, "template-steps", 4);
    let kept = "# A\n\n{% set t = \"абв\" %}{% set a %}{% for x in range(end=99999) %}{% for y in range(end=50) %}\
        {{ study.title }} {{ t }}{% endfor %}{% endfor %}{% endset %}\n";
    stops(kept, Code::TemplateTooLong, "template-printed", 3);
    let joined = "# A\n\n{% set a = [x for x in range(end=100000)] %}\n{{ a | join(sep=study.goal) }}\n";
    stops(joined, Code::TemplateTooLong, "template-value-long", 4);
}

#[test]
fn templates_are_not_joined_from_within_a_text() {
    let loops = "# A\n\n{% include \"text/interim-1/own.ru.md\" %}\n";
    stops(loops, Code::StructureTag, "text-statement", 3);
    stops("# A\n\n{% component a() %}x{% endcomponent %}\n", Code::StructureTag, "text-statement", 3);
    let deep = format!("# A\n\n{}", "{% if true %}".repeat(20_000));
    stops(&deep, Code::TemplateSyntax, "template-nested", 3);
    // To tera each `elif` stands inside the one before, and takes a copy of all that follow.
    let chain = format!("# A\n\n{{% if false %}}{}{{% endif %}}\n", "{% elif false %}".repeat(20_000));
    stops(&chain, Code::TemplateSyntax, "template-nested", 3);
}

#[test]
fn what_every_template_does_is_no_fault() {
    let text = "# A\n\n{% set names = [t.name.nom for t in territories if t.name is defined] %}\n\
        {% for name in names %}{% set_global last = name ~ \",\" %}{{ name }}{{ \" и \" if not loop.last else \"\" }}\
        {% endfor %}\n{% raw %}без тегов{% endraw %} {{ names | join(sep=\", \") | replace(from=\",\", to=\";\") }}\n";
    let found = faults(&folder(), Some(text));
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn parts_that_hold_each_other_are_told() {
    let templates = folder_with("reports/interim-1/report.md", "{% part ring %}\n");
    fs::write(templates.path().join("reports/interim-1/ring.md"), "{% part ring %}\n").unwrap();
    let found = faults(&templates, None);
    let fault =
        found.iter().find(|fault| fault.code == Code::TemplateSyntax).unwrap_or_else(|| panic!("{found:?}"));
    assert!(fault.location.is_some(), "{fault}");
}

#[test]
fn a_theme_is_no_program_of_its_own() {
    let theme = fs::read_to_string(root().join("templates/theme/gost/report.typ")).unwrap();
    let with = |line: &str| faults(&folder_with("theme/gost/report.typ", &format!("{line}\n{theme}")), None);
    let chain = format!("#(1{})", "+1".repeat(60_000));
    let cases = [
        ("#{ let i = 0; while true { i += 1 } }", "theme-while"),
        ("#let p = plugin(\"/loop.wasm\")", "theme-function"),
        ("#import \"@preview/tablex:0.0.8\": *", "theme-package"),
        ("#let x = \"a\" * 100000000000", "theme-number-large"),
        ("#{ let c = [x]; for i in range(60000) { c = strong(c) }; c }", "theme-growth"),
        (chain.as_str(), "theme-nested"),
    ];
    for (line, message) in cases {
        let found = with(line);
        let fault = found.first().unwrap_or_else(|| panic!("accepted: {line}"));
        let place = fault.location.as_ref().map(|place| (place.file.as_str(), place.line));
        let told = (fault.code, fault.message.id(), place);
        assert_eq!(told, (Code::ThemeFault, message, Some(("theme/gost/report.typ", Some(1)))));
    }
    for line in ["#let x = read(\"/etc/passwd\")", "#let f(n) = f(n + 1)\n#f(1)"] {
        let found = with(line);
        assert_eq!(found.first().map(|fault| fault.code), Some(Code::TypstCompile), "{line}: {found:?}");
        assert!(found.first().is_some_and(|fault| fault.location.is_some()), "{found:?}");
    }
    assert!(with("#let x = range(100).sum()").is_empty());
}

#[test]
fn what_nests_or_grows_without_end_is_told_on_its_line() {
    let notes = format!("# A\n\n{}\n\n[^x]: {}\n", "[^x] ".repeat(4_000), "слово ".repeat(4_000));
    stops(&notes, Code::MarkupBounds, "text-long", 3);
    let quotes = format!("# A\n\n{} x\n", ">".repeat(3000));
    stops(&quotes, Code::MarkupBounds, "markup-nested", 3);
    let list: String = (0..800).map(|depth| format!("{}- x\n", "  ".repeat(depth))).collect();
    let found = faults(&folder(), Some(&format!("# A\n\n{list}")));
    assert!(found.first().is_some_and(|fault| fault.message.id() == "markup-nested"), "{found:.300?}");
    let word = format!("# A\n\n{}\n", "слово".repeat(1 << 19));
    let found = faults(&folder(), Some(&word));
    assert!(found.first().is_some_and(|fault| fault.location.is_some()), "{found:.300?}");
}

#[test]
fn settings_and_programs_of_a_theme_have_their_bounds() {
    let with = |path: &str, from: &str, to: &str| {
        let text = fs::read_to_string(root().join("templates").join(path)).unwrap();
        assert!(text.contains(from), "{path} has {from}");
        faults(&folder_with(path, &text.replacen(from, to, 1)), None)
    };
    for number in ["nan", "inf", "-inf", "1e300", "-5.0", "0.0", "1e9"] {
        let found = with("theme/gost/theme.toml", "body = 14", &format!("body = {number}"));
        let fault = found.first().unwrap_or_else(|| panic!("accepted: {number}"));
        let place = fault.location.as_ref().map(|place| (place.file.as_str(), place.line.is_some()));
        assert_eq!((fault.code, place), (Code::ThemeFault, Some(("theme/gost/theme.toml", true))), "{fault}");
    }
    for formula in ["\\frac{".repeat(2000), "{".repeat(50_000), "x^{".repeat(5000)] {
        let found = with("formulas.toml", "I = \\sum_{k=1}^{m} w_k C_k", &formula);
        let place = found.first().and_then(|fault| fault.location.as_ref()).map(|place| place.file.as_str());
        assert_eq!(place, Some("formulas.toml"), "{found:.300?}");
    }
    let deep = format!("#let x = {}1{}\n#import", "box[#".repeat(100_000), "]".repeat(100_000));
    let found = with("theme/gost/report.typ", "#import", &deep);
    assert!(found.first().is_some_and(|fault| fault.location.is_some()), "{found:.300?}");
}
