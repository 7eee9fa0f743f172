//! Documents with every kind of block, and nasty strings in all of their texts.

use std::sync::Arc;

use super::super::Options;
use super::png;
use crate::chart::kind::bars::Bars;
use crate::chart::{Axis, Chart};
use crate::document::*;
use crate::picture::{Image, Picture};
use crate::quantity::{Number, Pt};
use crate::theme::{Theme, Tone};

pub const NASTY: &str = "<w:p> &amp; ]]> \"quoted\" 'single' <!-- x --> %1 \\o {PAGE}";

pub fn theme() -> Theme {
    let shared = include_str!("../../../../templates/theme/theme.toml");
    let own = include_str!("../../../../templates/theme/gost/theme.toml");
    Theme::new("gost", toml::from_str(&format!("{shared}\n{own}")).expect("theme"), None)
}

pub fn t(text: &str) -> Inlines {
    vec![Inline::text(text)]
}

fn datum(id: &str, text: &str) -> Inline {
    Inline::Datum(Number { datum: id.to_owned(), text: text.to_owned(), ..Number::default() })
}

fn words() -> Words {
    Words {
        notes: "Заметки докладчика".into(),
        slide: "Слайд".into(),
        table_continued: "Продолжение таблицы {}".into(),
        ..Words::default()
    }
}

pub fn meta() -> Meta {
    Meta {
        study: "sample".into(),
        deliverable: "final".into(),
        language: "ru".into(),
        language_region: "ru-RU".into(),
        title: "Итоговый отчёт <2026> & приложения".into(),
        subject: "Социологическое исследование".into(),
        author: "ТОО «Исследование»".into(),
        keywords: vec!["опрос".into(), "доверие".into()],
        date: (2026, 9, 15),
        justify: true,
        justify_docx: true,
        decimal_mark: ",".into(),
        mark: Some("ДЕМОНСТРАЦИОННЫЕ ДАННЫЕ".into()),
        running_head: "Итоговый аналитический отчёт".into(),
        words: words(),
    }
}

pub fn heading(level: u8, label: &str, role: HeadingRole, number: Option<&str>, text: &str) -> Heading {
    Heading { level, label: label.into(), role, number: number.map(Into::into), text: t(text) }
}

pub fn caption(before: &str, number: u32, after: &str, text: &str) -> Caption {
    Caption {
        before: before.into(),
        number: Some(number.into()),
        after: after.into(),
        separator: " – ".into(),
        text: t(text),
    }
}

pub fn figure(label: &str, number: u32, width: f64, height: f64) -> Figure {
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\"><rect width=\"{width}\" height=\"{height}\" fill=\"#8CC3E6\"/><text x=\"20\" y=\"40\" font-family=\"Tinos\" font-size=\"14\">Акимат</text></svg>"
    );
    Figure {
        label: label.into(),
        message: None,
        caption_above: false,
        caption: caption("Рисунок ", number, "", "Доверие к местным исполнительным органам, % ответивших"),
        drawings: vec![Drawing {
            picture: Picture { image: Image::Vector(svg.into()), width: Pt(width), height: Pt(height) },
            alt: format!("Больше всего доверяют акимату: 63,4 %. {NASTY}"),
        }],
        notes: vec![
            t("База: 1 200 респондентов, взвешенные данные."),
            t("Источник: массовый опрос, 15–28 сентября 2026 г."),
        ],
        chart: Some(Arc::new(Chart::Bars(Bars { axis: Axis::default(), bars: Vec::new() }))),
    }
}

fn contents(label: &str, of: Listed, text: &str) -> Block {
    Block::Contents(Contents { heading: heading(1, label, HeadingRole::Structural, None, text), of })
}

pub fn table(label: &str, number: u32, rows: usize) -> Table {
    let column = |align, width| Column { align, width };
    let mut body: Vec<Row> = (1..=rows)
        .map(|n| Row {
            strong: false,
            cells: vec![
                t(&format!("Микрорайон № {n} с довольно длинным названием")),
                t(&format!("{n} 345")),
                t("63,4"),
                t("60,2–66,5"),
            ],
        })
        .collect();
    body.push(Row { strong: true, cells: vec![t("Всего"), t("12 345"), t("63,4"), Vec::new()] });
    Table {
        label: label.into(),
        caption: caption("Таблица ", number, "", "Доверие по территориям, % ответивших"),
        columns: vec![
            column(Align::Left, 0.45),
            column(Align::Right, 0.15),
            column(Align::Right, 0.15),
            column(Align::Centre, 0.25),
        ],
        head: vec![t("Территория"), t("n"), t("Доля, %"), t("95 % доверительный интервал")],
        rows: body,
        landscape: false,
        whole: false,
        row_height: None,
        notes: vec![vec![
            Inline::text("Примечание: "),
            Inline::Link {
                url: "https://stat.gov.kz/таблица 1".into(),
                text: t("Бюро национальной статистики"),
            },
        ]],
    }
}

fn prose() -> Inlines {
    vec![
        Inline::text("Как видно "),
        Inline::Strong(t("на рисунке ")),
        Inline::Reference { target: "fig-trust".into(), number: "1".into() },
        Inline::text(" и в таблице "),
        Inline::Emphasis(vec![Inline::Reference { target: "tab-area".into(), number: "1".into() }]),
        Inline::text(" (раздел "),
        Inline::Reference { target: "sec-results".into(), number: "1".into() },
        Inline::text(", "),
        Inline::Reference { target: "sec-intro".into(), number: "Введение".into() },
        Inline::text(
            "), доверие к акимату выросло за год на 4,2 процентного пункта, что превышает погрешность выборки и подтверждается результатами фокус-групп, проведённых в микрорайонах города",
        ),
        datum("facts.sample.<n> & \"m\"", "2 540"),
        Inline::Strong(vec![datum("=a+b", "63,4 %")]),
        Inline::Footnote {
            number: 1,
            text: vec![
                Inline::text("Вопрос задавался всем: "),
                Inline::Link { url: "https://example.kz/a?b=1&c=2".into(), text: t("анкета") },
                datum("questions.q1.n", "1 200"),
            ],
        },
        Inline::text(". Подробности — "),
        Inline::Link {
            url: "https://example.kz/a?b=1&c=2".into(),
            text: vec![Inline::Strong(t("на сайте"))],
        },
        Inline::text("."),
        Inline::LineBreak,
        Inline::text(NASTY),
    ]
}

fn list() -> List {
    let nested = |ordered, text: &str, rest: Vec<Block>| {
        let mut item = vec![Block::Paragraph(t(text))];
        item.extend(rest);
        List { ordered, start: 1, items: vec![item, vec![Block::Paragraph(t("ещё один пункт"))]] }
    };
    let deep = nested(false, "третий уровень", Vec::new());
    let middle = nested(true, "второй уровень", vec![Block::List(deep)]);
    nested(
        false,
        "первый уровень с текстом, который достаточно длинен, чтобы занять больше одной строки на странице",
        vec![Block::List(middle), Block::Paragraph(t("Второй абзац того же пункта."))],
    )
}

fn key(value: &str, label: &str, tone: Tone) -> KeyNumber {
    KeyNumber { value: t(value), label: t(label), detail: t("60,2–66,5; n = 1 200"), tone }
}

fn numbers() -> Vec<KeyNumber> {
    vec![
        key("63,4 %", "доверяют акимату", Tone::Calm),
        key("12,0 %", "считают обстановку напряжённой", Tone::Accent),
        key("1 200", "респондентов опрошено в девяти микрорайонах", Tone::Grey),
    ]
}

fn callout(tone: CalloutTone) -> Block {
    let list = List {
        ordered: true,
        start: 1,
        items: vec![vec![Block::Paragraph(t("первый довод"))], vec![Block::Paragraph(t("второй довод"))]],
    };
    Block::Callout(Callout {
        tone,
        blocks: vec![
            Block::Paragraph(t(
                "Главный вывод: доверие выросло, но неравномерно; в трёх микрорайонах оно ниже среднего по городу.",
            )),
            Block::List(list),
            Block::Paragraph(t("Данные предварительные.")),
        ],
    })
}

fn title_page() -> TitlePage {
    TitlePage {
        logos: Vec::new(),
        organisation: vec![t("Министерство информации Республики Казахстан"), t("ТОО «Исследование»")],
        approvals: vec![vec![
            t("УТВЕРЖДАЮ"),
            t("Директор ТОО «Исследование»"),
            t("____________ А. Б. Серікова"),
            t("«15» сентября 2026 г."),
        ]],
        kind: t("Итоговый аналитический отчёт"),
        title: t("Общественное мнение о деятельности местных исполнительных органов города Тараз"),
        details: vec![t("Грант № 12-2026"), t("Период: 15–28 сентября 2026 г.")],
        place: t("Тараз, 2026"),
    }
}

pub fn report() -> Document {
    use HeadingRole::{Annex, Section, Structural};
    let h = |level, label: &str, role, number: Option<&str>, text: &str| {
        Block::Heading(heading(level, label, role, number, text))
    };
    let quote = Quote {
        text: vec![t("Раньше обращались месяцами, теперь отвечают за неделю."), t("Это заметно.")],
        attribution: t("Женщина, 42 года, микрорайон № 4"),
    };
    let mut blocks = vec![
        Block::TitlePage(title_page()),
        contents("contents", Listed::Headings, "Содержание"),
        contents("list-of-figures", Listed::Figures, "Перечень рисунков"),
        contents("list-of-tables", Listed::Tables, "Перечень таблиц"),
        Block::PageBreak,
        h(1, "sec-intro", Structural, None, "Введение"),
        Block::Paragraph(prose()),
        Block::Paragraph(t(
            "Второй абзац с обычным текстом, достаточно длинным для того, чтобы увидеть выравнивание по ширине, абзацный отступ и полуторный интервал.",
        )),
        Block::Numbers(numbers()),
        Block::PageBreak,
        h(1, "sec-results", Section, Some("1"), "Результаты массового опроса"),
        h(2, "sec-trust", Section, Some("1.1"), "Доверие"),
        Block::Paragraph(prose()),
        Block::Figure(figure("fig-trust", 1, 460.0, 240.0)),
        Block::List(list()),
        callout(CalloutTone::Finding),
        callout(CalloutTone::Note),
        callout(CalloutTone::Caution),
        Block::Quote(quote),
        h(3, "sec-a", Section, Some("1.1.1"), "Третий уровень"),
        Block::Paragraph(t("Текст.")),
        h(4, "sec-b", Section, None, "Четвёртый уровень без номера"),
        Block::Table(table("tab-area", 1, 30)),
        Block::Table(table("tab-small", 2, 3)),
    ];
    blocks.push(h(1, "annex-a", Annex, Some("ПРИЛОЖЕНИЕ А"), "Анкета"));
    blocks.push(Block::List(List {
        ordered: true,
        start: 1,
        items: vec![vec![Block::Paragraph(t("Первый вопрос"))], vec![Block::Paragraph(t("Второй вопрос"))]],
    }));
    blocks.push(Block::Figure(figure("fig-wide", 7, 900.0, 1500.0)));
    Document { meta: meta(), body: Body::Report(blocks), hyphens: Hyphens::default() }
}

pub fn deck() -> Document {
    use crate::document::Layout as Kind;
    let slide = |number, layout, label: &str, title: &str, blocks| Slide {
        section: None,
        number,
        layout,
        label: label.into(),
        title: t(title),
        blocks,
        notes: vec![
            Block::Paragraph(t("Сначала назвать главное число, потом показать график.")),
            Block::List(list()),
        ],
        source: vec![t("Источник: массовый опрос, n = 1 200.")],
        scale: 1.0,
    };
    let slides = vec![
        slide(
            1,
            Kind::Title,
            "s-title",
            "Доверие к акимату выросло",
            vec![Block::Paragraph(t("Презентация результатов"))],
        ),
        slide(
            2,
            Kind::Text,
            "s-trust",
            "Акимату доверяют почти две трети горожан",
            vec![Block::Figure(figure("fig-trust", 1, 900.0, 420.0)), Block::Numbers(numbers())],
        ),
        slide(
            3,
            Kind::Text,
            "s-area",
            "В трёх микрорайонах доверие ниже",
            vec![
                Block::Paragraph(vec![
                    Inline::text("Таблица "),
                    Inline::Reference { target: "tab-area".into(), number: "1".into() },
                    Inline::text("; слайд "),
                    Inline::Reference { target: "s-title".into(), number: "1".into() },
                    Inline::text(", "),
                    Inline::Reference { target: "s-trust".into(), number: "2".into() },
                    Inline::Footnote { number: 1, text: t("По методике.") },
                    Inline::Footnote { number: 1, text: t("По методике.") },
                ]),
                Block::Table(table("tab-area", 1, 4)),
                callout(CalloutTone::Finding),
            ],
        ),
        slide(
            4,
            Kind::Closing,
            "s-end",
            "Спасибо за внимание",
            vec![Block::Paragraph(t("Контакты: a@b.kz")), callout(CalloutTone::Caution)],
        ),
    ];
    Document { meta: meta(), body: Body::Deck(slides), hyphens: Hyphens::default() }
}

pub fn options() -> Options {
    Options {
        native_charts: false,
        cover: None,
        picture_fonts: None,
        reference: None,
        fonts: Vec::new(),
        pngs: ["fig-trust", "fig-wide"]
            .iter()
            .map(|l| ((*l).to_owned(), vec![png::striped(240, 120).into()]))
            .collect(),
        letter_widths: super::super::BEHIND_NUMBERS.chars().map(|c| (c, 0.5)).collect(),
        page_count: 12,
    }
}

/// A Kazakh report without marks or dates, with very long texts, ending in a table.
pub fn kazakh() -> Document {
    let long = "Жергілікті атқарушы органдардың қызметіне халықтың көзқарасын зерттеу нәтижелері ";
    let mut page = title_page();
    page.title = t(&long.repeat(3));
    page.organisation.push(t(&long.repeat(2)));
    page.approvals.push(page.approvals[0].clone());
    let mut figure = figure("fig-trust", 1, 460.0, 200.0);
    figure.caption = caption("", 1, "-сурет", &long.repeat(2));
    let mut wide = table("tab-area", 1, 12);
    wide.caption = caption("", 1, "-кесте", &long.repeat(2));
    wide.notes.clear();
    let note = |number| Inline::Footnote { number, text: t(long) };
    let section = |level, label: &str, number, text: &str| {
        Block::Heading(heading(level, label, HeadingRole::Section, Some(number), text))
    };
    let blocks = vec![
        Block::TitlePage(page),
        contents("contents", Listed::Headings, "Мазмұны"),
        Block::PageBreak,
        section(1, "sec-results", "1", &long.repeat(2)),
        section(2, "sec-two", "1.1", long),
        Block::Paragraph(vec![
            Inline::Reference { target: "fig-trust".into(), number: "1".into() },
            Inline::text("-суретте көрсетілгендей"),
            note(2),
            Inline::text(", сенім артты"),
            note(1),
            Inline::text(". "),
            Inline::text(long.repeat(4)),
        ]),
        Block::Figure(figure),
        Block::Paragraph(t(&long.repeat(4))),
        Block::Table(wide),
    ];
    let meta = Meta { language: "kk".into(), language_region: "kk-KZ".into(), ..Meta::default() };
    Document { meta, body: Body::Report(blocks), hyphens: Hyphens::default() }
}
