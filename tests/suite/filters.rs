//! What the filters of templates print, in the document that comes out.

use esep::diag::{Code, Diagnostics};
use esep::pipeline::{BuildContext, Request};

use crate::support::{edit, folder, put, request, stand_alone, starter};

/// The last line of the first interim report that is one text of the study's own.
fn printed(language: &str, template: &str, report: &str) -> Result<String, Diagnostics> {
    let study = starter();
    edit(study.path(), "study.json", |v| {
        v["place"] = serde_json::json!({
            "kk": "Тараз қаласы", "ru": {"nom": "город Тараз", "gen": "города Тараз", "gender": "m"}
        });
    });
    let templates = folder();
    stand_alone(study.path(), templates.path(), ("interim-1", language), template);
    let settings = format!("kind = \"report\"\n[title]\nkk = \"Есеп\"\nru = \"Отчёт\"\n{report}");
    put(templates.path(), "reports/interim-1/report.toml", settings);
    let request = Request {
        templates: Some(templates.path().to_owned()),
        ..request(study.path(), "interim-1", language)
    };
    let context = BuildContext::open(&request)?;
    let text = context.resolved(&context.jobs()[0])?.0.text();
    Ok(text.lines().next_back().unwrap_or_default().replace('\u{A0}', " "))
}

#[test]
fn numbers_take_endings_and_ordinals_their_form() {
    let kk = "{{ 2.5 | num(decimals=1) }} млн, {{ \"4 мың\" | ending(case=\"abl\") }}, {{ 63.44 | pct | ending(case=\"poss-loc\") }}, {{ 2026 | year | ending(case=\"attr\") }}, {{ 2 | ordinal(noun=\"кезең\") }}, {{ 21 | roman }} ғасыр\n";
    assert_eq!(
        printed("kk", kk, "").unwrap(),
        "2,5 млн, 4 мыңнан, 63,4%-ында, 2026-дағы, 2-кезең, XXI ғасыр"
    );
    let ru = "{{ 2 | ordinal(noun=\"этап\", form=\"m\") }}, на {{ 3 | ordinal(noun=\"месте\", form=\"prep-n\") }}, {{ study.place.nom }} {{ study.place | agree(m=\"выбран\", f=\"выбрана\") }} не зря\n";
    assert_eq!(printed("ru", ru, "").unwrap(), "2-й этап, на 3-м месте, город Тараз выбран не зря");
}

#[test]
fn dates_take_the_style_that_is_asked_for() {
    let ru = "Данные {{ \"2026-04-17\" | date(style=\"attributive\") }}, собраны {{ \"2026-04-17\" | date(style=\"in_month\") }}\n";
    assert_eq!(printed("ru", ru, "").unwrap(), "Данные от 17 апреля 2026 года, собраны в апреле 2026 года");
    let kk = "{{ \"2026-04-17\" | date(style=\"attributive\") }} шарт, {{ \"2026-04-17\" | date(style=\"until\") }}\n";
    assert_eq!(printed("kk", kk, "").unwrap(), "2026 жылғы 17 сәуірдегі шарт, 2026 жылғы 17 сәуірге дейін");
}

#[test]
fn a_report_sets_decimals_the_space_of_per_cent_and_the_style_of_dates() {
    let template = "{{ 63.44 | pct }}, {{ pct_range(low=61.06, high=65.67) }}, {{ \"2026-04-17\" | date }}\n";
    assert_eq!(printed("ru", template, "").unwrap(), "63,4 %, 61,1–65,7 %, 17 апреля 2026 г.");
    let style = "[style]\ndecimals = 0\ndate = \"short\"\npercent_space = { ru = false }\n";
    assert_eq!(printed("ru", template, style).unwrap(), "63%, 61–66%, 17.04.2026");
    let fault = printed("ru", template, "[style]\ndate = \"lang\"\n").unwrap_err();
    assert_eq!(fault.iter().next().unwrap().code, Code::ReportSettings);
}

#[test]
fn what_cannot_be_said_is_refused() {
    for (template, code) in [
        ("{{ study.customer.name | agree(m=\"он\", f=\"она\") }}\n", Code::TemplateRender),
        ("{{ study.place | agree(f=\"она\") }}\n", Code::TemplateRender),
        ("{{ study.place.prep }}\n", Code::TemplateRender),
        ("{{ 4000 | roman }}\n", Code::TemplateRender),
        ("{{ 2 | ordinal(noun=\"этап\") }}\n", Code::TemplateRender),
        ("{{ \"2026-04-17\" | date(style=\"soon\") }}\n", Code::TemplateRender),
    ] {
        let faults = printed("ru", template, "").unwrap_err();
        let first = faults.iter().next().unwrap();
        assert_eq!(first.code, code, "{template}: {faults:?}");
        assert_eq!(first.location.as_ref().and_then(|p| p.line), Some(1), "{template}: {faults:?}");
    }
}
