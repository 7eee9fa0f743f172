//! What the room's tests share: fonts, theme, canvases and charts with real wordings.

use super::answer_scale::{Beside, Heads};
use super::data::{Answer, Side};
use super::kind::bars::{Bar, Bars};
use super::kind::dots::{Dot, Dots};
use super::kind::likert::Likert;
use super::kind::progress::Progress;
use super::{Axis, Chart, Reference, ScaleRow, Tick};
use super::{Canvas, Faces};
use crate::quantity::{Number, Pt};
use crate::source::FontFile;
use crate::theme::Tone;
use crate::theme::{PageStyle, Theme};

macro_rules! font {
    ($name:literal) => {
        FontFile { name: $name, data: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/", $name)) }
    };
}

/// A page on which every chart of the tests finds room, in points.
pub const PAGE: Pt = Pt(5000.0);

/// No word is divided but where it has to be.
pub fn whole(_: &str) -> Vec<usize> {
    Vec::new()
}

pub fn fonts() -> Vec<FontFile> {
    vec![
        font!("GolosText-Bold.ttf"),
        font!("GolosText-Medium.ttf"),
        font!("GolosText-Regular.ttf"),
        font!("Tinos-Bold.ttf"),
        font!("Tinos-Regular.ttf"),
    ]
}

pub fn theme() -> Theme {
    let shared = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/theme/theme.toml"));
    let own = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/theme/gost/theme.toml"));
    Theme::new("gost", toml::from_str(&format!("{shared}\n{own}")).unwrap(), None)
}

pub fn tinos() -> Faces {
    Faces::new("Tinos", &fonts()).unwrap()
}

pub fn golos() -> Faces {
    Faces::new("Golos Text", &fonts()).unwrap()
}

/// Runs `test` on the report's canvas and on the slides' with `height` points.
pub fn on_canvases(height: f64, test: impl Fn(&str, &Canvas)) {
    let theme = theme();
    let sheets: [(&str, &PageStyle, Faces, Option<f64>); 2] = [
        ("report", &theme.report, Faces::new(&theme.report.fonts.chart, &fonts()).unwrap(), None),
        ("slides", &theme.slides, Faces::new(&theme.slides.fonts.chart, &fonts()).unwrap(), Some(height)),
    ];
    for (name, sheet, faces, height) in &sheets {
        let width = sheet.page.text_width();
        let canvas = Canvas {
            sheet,
            palette: &theme.palette,
            faces,
            width,
            height: height.map(Pt),
            page: PAGE,
            breaks: &whole,
        };
        test(name, &canvas);
    }
}

/// Draws on the report's canvas.
pub fn draw(chart: &Chart) -> Result<crate::picture::Picture, crate::diag::Diagnostic> {
    let theme = theme();
    let faces = Faces::new(&theme.report.fonts.chart, &fonts()).unwrap();
    let width = theme.report.page.text_width();
    let canvas = Canvas {
        sheet: &theme.report,
        palette: &theme.palette,
        faces: &faces,
        width,
        height: None,
        page: PAGE,
        breaks: &whole,
    };
    super::draw(chart, &canvas).map(|parts| parts.into_iter().next().map(|p| p.picture).unwrap())
}

/// What the SVG says, in order, one text element each.
pub fn texts(svg: &str) -> Vec<String> {
    svg.split("<text")
        .skip(1)
        .filter_map(|t| t.split('>').nth(1)?.split('<').next())
        .map(|t| t.trim().to_owned())
        .collect()
}

/// Attribute `name` of every `tag`, as points.
pub fn attributes(svg: &str, tag: &str, name: &str) -> Vec<f64> {
    let (tag, name) = (format!("<{tag}"), format!(" {name}=\""));
    svg.split(&tag)
        .skip(1)
        .filter_map(|t| t.split('>').next()?.split_once(&name)?.1.split('"').next()?.parse().ok())
        .map(|units: f64| units / 10.0)
        .collect()
}

pub fn value(value: f64, printed: &str) -> Number {
    Number { value, text: printed.to_owned(), ..Number::default() }
}

pub fn per_cent(share: f64) -> Number {
    value(share, &format!("{share:.1}%").replace('.', ","))
}

pub fn tick(at: f64, label: &str) -> Tick {
    Tick { at, label: label.to_owned() }
}

pub fn reference(at: f64, label: &str) -> Reference {
    Reference { number: value(at, &format!("{at:.0}")), label: label.to_owned(), is_datum: true }
}

pub fn axis(min: f64, max: f64, step: f64) -> Axis {
    let ats = (0..1000u16).map(|i| min + f64::from(i) * step).take_while(|at| *at <= max);
    let ticks = ats.map(|at| tick(at, &format!("{at:.0}")));
    Axis { min, max, ticks: ticks.collect(), label: String::new() }
}

pub fn bar(label: &str, share: f64, tone: Tone) -> Bar {
    let interval = Some((share - 2.3, share + 2.3));
    Bar { label: label.to_owned(), value: Some(per_cent(share)), interval, tone }
}

pub const LONG: &str = "Тұрғын үй-коммуналдық шаруашылық қызметтерінің сапасына және тарифтердің \
    негізсіз өсуіне қанағаттанбаушылық білдіргендер";

pub fn bars() -> Bars {
    let rows = [
        ("Жолдардың жай-күйі мен жаяужолдардың болмауы", 54.2, Tone::Accent),
        ("Ауызсу сапасы мен сумен қамту", 48.7, Tone::Accent),
        ("Жұмыс орындарының жетіспеуі", 37.1, Tone::CalmSoft),
        (LONG, 31.4, Tone::CalmSoft),
        ("Қоғамдық көлік", 23.9, Tone::CalmSoft),
        ("Қауіпсіздік және құқықтық тәртіп", 18.0, Tone::CalmSoft),
        ("Балабақша мен мектеп орындары", 14.8, Tone::CalmSoft),
        ("Басқа", 3.1, Tone::Grey),
        ("Жауап беру қиын", 0.4, Tone::Grey),
    ];
    let mut bars: Vec<Bar> = rows.iter().map(|(l, v, t)| bar(l, *v, *t)).collect();
    if let Some(last) = bars.last_mut() {
        last.interval = Some((0.2, 0.8));
    }
    let hidden =
        Bar { label: "Теміржол ауданы".into(), value: None, interval: None, tone: Tone::Grey };
    bars.insert(7, hidden);
    Bars { axis: axis(0.0, 60.0, 20.0), bars }
}

pub fn answers() -> Vec<Answer> {
    [
        ("мүлдем қанағаттанбайды", Tone::Accent, Side::Negative),
        ("көбіне қанағаттанбайды", Tone::AccentSoft, Side::Negative),
        ("бірде олай, бірде бұлай", Tone::Middle, Side::Middle),
        ("көбіне қанағаттанады", Tone::CalmSoft, Side::Positive),
        ("толық қанағаттанады", Tone::Calm, Side::Positive),
        ("жауап беруге қиналды", Tone::Grey, Side::Apart),
        ("жауап беруден бас тартты", Tone::Grey, Side::Apart),
    ]
    .map(|(label, tone, side)| Answer { label: label.into(), tone, side })
    .into()
}

pub fn likert_row(label: &str, shares: &[f64]) -> ScaleRow {
    let values = shares.iter().map(|s| Some(value(*s, &format!("{s:.0}")))).collect();
    ScaleRow { label: label.into(), values: Some(values), beside: Beside::default() }
}

pub fn likert() -> Likert {
    let rows = vec![
        likert_row("Мектептер", &[9.0, 15.0, 12.0, 32.0, 23.0, 8.0, 1.0]),
        likert_row("Емханалар", &[12.0, 18.0, 11.0, 30.0, 20.0, 7.0, 2.0]),
        likert_row("Қоғамдық көлік", &[16.0, 22.0, 10.0, 28.0, 16.0, 6.0, 2.0]),
        likert_row(
            "Қауіпсіздік және құқықтық тәртіп, учаскелік инспекторлардың жұмысы",
            &[17.0, 21.0, 9.0, 29.0, 15.0, 6.0, 3.0],
        ),
        ScaleRow {
            label: "Жаңа шағын аудандардағы мәдениет үйлері".into(),
            values: None,
            beside: Beside::default(),
        },
        likert_row("Ауызсу сапасы мен сумен қамту", &[27.0, 25.0, 8.0, 22.0, 11.0, 5.0, 2.0]),
        likert_row("Жолдар мен жаяужолдар", &[33.0, 26.0, 8.0, 16.0, 8.0, 7.0, 2.0]),
    ];
    Likert { answers: answers(), rows, heads: Heads::default(), is_by_groups: false }
}

pub fn dot(label: &str, at: f64, half: f64, tone: Tone, aside: &str) -> Dot {
    Dot {
        label: label.into(),
        value: Some(value(at, &format!("{at:.0}"))),
        interval: Some((at - half, at + half)),
        tone,
        aside: Some(value(at, aside)),
    }
}

pub fn dots() -> Dots {
    let mut rows = vec![
        dot("Новая территория 2 (присоединена в 2024 году)", 61.0, 5.0, Tone::Accent, "1–3"),
        dot("Новая территория 1", 58.0, 5.5, Tone::Accent, "1–4"),
        dot("Отдалённый населённый пункт 3", 55.0, 6.0, Tone::Accent, "1–4"),
        dot("Новая территория 4", 53.0, 4.7, Tone::Accent, "2–5"),
        dot("Микрорайон 7", 45.0, 5.0, Tone::Middle, "5–9"),
        dot("Микрорайон 3", 43.0, 4.0, Tone::Middle, "5–10"),
        dot("Центр", 41.0, 2.6, Tone::Middle, "6–10"),
        dot("Юг", 38.0, 3.0, Tone::Middle, "8–12"),
        dot("Север", 33.0, 3.5, Tone::Calm, "10–13"),
        dot("Запад", 29.0, 3.6, Tone::Calm, "11–13"),
    ];
    rows.push(Dot {
        label: "Железнодорожный".into(),
        value: None,
        interval: None,
        tone: Tone::Grey,
        aside: None,
    });
    Dots {
        axis: Axis {
            label: "баллы, 0–100; выше – больше риск".into(), ..axis(20.0, 80.0, 20.0)
        },
        reference: Some(reference(42.0, "город в целом: 42")),
        rows,
        aside_heading: "место".into(),
        keys: Vec::new(),
    }
}

pub fn progress() -> Progress {
    let daily: Vec<(f64, f64)> = (0..28)
        .map(|d| (f64::from(d), if d % 7 == 6 { 0.0 } else { f64::from(60 + (d * 37) % 71) }))
        .collect();
    let mut sum = 0.0;
    let total = daily
        .iter()
        .map(|(d, n)| {
            sum += n;
            (*d, sum)
        })
        .collect();
    let dates = [(0.0, "1 қыр."), (7.0, "8 қыр."), (14.0, "15 қыр."), (21.0, "22 қыр."), (29.0, "30 қыр.")];
    let ticks = dates.map(|(at, label)| tick(at, label)).into();
    let mut axis = axis(0.0, 3000.0, 1000.0);
    axis.ticks.iter_mut().skip(1).for_each(|t| t.label.insert(1, '\u{a0}'));
    Progress {
        days: Axis { min: 0.0, max: 29.0, ticks, label: String::new() },
        axis,
        target: Some(Box::new(reference(2500.0, "жоспар: 2\u{a0}500 сұхбат"))),
        total,
        daily,
        last: value(sum, &format!("{sum:.0}")),
        counts: Vec::new(),
        total_label: "Аяқталған сұхбаттар, барлығы".into(),
        daily_label: "Күн сайын".into(),
    }
}

/// Every text with its left, right and baseline in points.
pub fn placed(svg: &str, canvas: &Canvas) -> Vec<(String, f64, f64, f64)> {
    // Pictures inside the picture are moved to their places.
    let mut all = Vec::new();
    let mut groups = svg.split("<g transform=\"translate(");
    all.extend(texts_at(groups.next().unwrap(), (0.0, 0.0), canvas));
    for group in groups {
        let (moved, rest) = group.split_once(")\">").unwrap();
        let (x, y) = moved.split_once(',').unwrap();
        let by = (x.parse::<f64>().unwrap() / 10.0, y.parse::<f64>().unwrap() / 10.0);
        all.extend(texts_at(rest, by, canvas));
    }
    all
}

fn texts_at(svg: &str, by: (f64, f64), canvas: &Canvas) -> Vec<(String, f64, f64, f64)> {
    let field = |tag: &str, name: &str| -> Option<String> {
        Some(tag.split_once(&format!(" {name}=\""))?.1.split('"').next()?.to_owned())
    };
    let number = |tag: &str, name: &str| field(tag, name).unwrap().parse::<f64>().unwrap() / 10.0;
    let tags = svg.split("<text").skip(1).map(|t| t.split('>').next().unwrap());
    tags.zip(texts(svg))
        .map(|(tag, text)| {
            let size = number(tag, "font-size");
            let bold = field(tag, "font-weight").is_some();
            let width = canvas.faces.width(&text, size, bold);
            let x = number(tag, "x") + by.0;
            let left = match field(tag, "text-anchor").as_deref() {
                Some("end") => x - width,
                Some("middle") => x - width / 2.0,
                _ => x,
            };
            (text, left, left + width, number(tag, "y") + by.1 + 0.76 * size)
        })
        .collect()
}

/// Every text of a picture with its contrast on what is drawn under it: the commonest colour of its place.
pub fn contrasts(picture: &crate::picture::Picture, canvas: &Canvas) -> Vec<(String, f64)> {
    let tree = resvg::usvg::Tree::from_str(picture.svg(), &resvg::usvg::Options::default()).unwrap();
    let whole = |points: f64| format!("{:.0}", points.ceil()).parse::<u32>().unwrap();
    let mut pixels = resvg::tiny_skia::Pixmap::new(whole(picture.width.0), whole(picture.height.0)).unwrap();
    pixels.fill(resvg::tiny_skia::Color::WHITE);
    // No font is loaded: what is drawn is the picture without its texts.
    let scale = f32::from(u16::try_from(pixels.width()).unwrap()) / tree.size().width();
    resvg::render(&tree, resvg::tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let grounds = placed(picture.svg(), canvas).into_iter().map(|(text, left, right, base)| {
        let mut colours = std::collections::BTreeMap::new();
        for x in whole(left.max(0.0))..whole(right) {
            for y in whole(base - 0.6 * canvas.sheet.sizes.chart.0)..whole(base) {
                let Some(p) = pixels.pixel(x, y) else { continue };
                *colours.entry((p.red(), p.green(), p.blue())).or_insert(0) += 1;
            }
        }
        let most = colours.into_iter().max_by_key(|(_, many)| *many).map_or((255, 255, 255), |(c, _)| c);
        (text, super::colour::Rgb(most.0, most.1, most.2))
    });
    let fills = picture.svg().split("<text").skip(1).map(|tag| {
        let fill = tag.split_once(" fill=\"").unwrap().1.split('"').next().unwrap();
        let (r, g, b) = crate::theme::rgb(fill).unwrap();
        super::colour::Rgb(r, g, b)
    });
    grounds.zip(fills).map(|((text, ground), fill)| (text, fill.contrast(ground))).collect()
}

/// The answers of a scale of so many points with two grey ones, in the tones that a question gives them.
pub fn scale_answers(points: usize) -> Vec<Answer> {
    let half = points / 2;
    let of_scale = (0..points).map(|i| match i {
        0 => (Tone::Accent, Side::Negative),
        i if i < half => (Tone::AccentSoft, Side::Negative),
        i if points % 2 == 1 && i == half => (Tone::Middle, Side::Middle),
        i if i + 1 == points => (Tone::Calm, Side::Positive),
        _ => (Tone::CalmSoft, Side::Positive),
    });
    let all = of_scale.chain([(Tone::Grey, Side::Apart); 2]);
    all.map(|(tone, side)| Answer { label: "жауап".into(), tone, side }).collect()
}
