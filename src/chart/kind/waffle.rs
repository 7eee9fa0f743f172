//! One distribution as a hundred squares: «13 of 100» is seen and counted, where the bar of a rare answer is a sliver.
//! Squares are parted by largest remainders, so that they are a hundred whatever the shares round to; the printed
//! shares stand beside them.

use super::ChartKind;
use crate::chart::check::{fault, not_negative, some_rows};
use crate::chart::colour::Rgb;
use crate::chart::data::{ChartData, DataShape, RankedShare};
use crate::chart::draw_context::DrawContext;
use crate::chart::estimate::{Estimate, printed};
use crate::chart::pen::{Align, Ink, Pen};
use crate::chart::readout::{Readout, ReadoutRow};
use crate::chart::rows::height_for;
use crate::chart::specimen::{Cases, SpecimenMaker};
use crate::diag::{Diagnostic, say};
use crate::locale::Locale;
use crate::picture::Picture;
use crate::quantity::Number;
use crate::quantity::whole::{self, float};
use crate::theme::Tone;

/// Squares in a row and in a column.
const SIDE: usize = 10;
/// From one square to the next, in em.
const PITCH: f64 = 1.25;
/// Side of a square, as a share of that.
const SQUARE: f64 = 0.84;
/// Between the squares and the answers, in em.
const GAP: f64 = 1.6;
/// From a swatch's left to the share, in em.
const INDENT: f64 = 1.3;
/// The least room for the answers, in em.
const LEAST_WORDS: f64 = 9.0;
/// The most answers whose colours can be told apart.
const MOST: usize = 5;
/// How far the shares may be from one hundred: each is rounded once.
const TOLERANCE: f64 = 1.0;

/// The answers of a question, of which everybody gave one.
#[derive(Debug, Clone, PartialEq)]
pub struct Waffle {
    /// The answers, in the order in which the squares are filled.
    pub parts: Vec<WafflePart>,
}

/// An answer with its share.
#[derive(Debug, Clone, PartialEq)]
pub struct WafflePart {
    /// Its wording.
    pub label: String,
    /// Per cent, with its interval.
    pub share: Estimate,
    /// Grey for an answer outside the question, the accent for a bad one.
    pub tone: Tone,
}

impl ChartKind for Waffle {
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.parts.iter_mut().for_each(|part| visit(&mut part.label));
    }

    fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    fn draw(&self, context: &DrawContext) -> Result<Picture, Diagnostic> {
        draw(self, context)
    }

    fn readout(&self) -> Readout {
        let row = |part: &WafflePart| ReadoutRow::new(&part.label, vec![part.share.clone()]);
        Readout::single(self.parts.iter().map(row))
    }

    fn shapes() -> &'static [DataShape] {
        &[DataShape::Ranking]
    }

    /// (An office program has no chart of squares: the kind stays a picture there.)
    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>> {
        let ChartData::Ranking(shares) = data else { return None };
        let part = |row: &RankedShare| WafflePart {
            label: row.label.clone(),
            tone: row.tone,
            share: Estimate { interval: None, ..Estimate::percent(row.share, locale) },
        };
        Some(Ok(Self { parts: shares.iter().map(part).collect() }))
    }

    fn specimens(maker: &SpecimenMaker) -> Cases<Self> {
        let mut long = specimen(maker, &[61.8, 38.2]);
        long.each_label(&mut |label| label.clone_from(&maker.words.long));
        vec![
            ("usual", specimen(maker, &[84.5, 13.1, 1.2, 1.2])),
            ("one", specimen(maker, &[100.0])),
            ("tiny", specimen(maker, &[99.2, 0.4, 0.4])),
            ("long", long),
        ]
    }
}

fn draw(waffle: &Waffle, context: &DrawContext) -> Result<Picture, Diagnostic> {
    check(waffle)?;
    let em = context.em;
    let pitch = PITCH * em;
    let start = float(SIDE) * pitch + GAP * em;
    let shares = waffle.parts.iter().map(|part| context.bold_width(printed(part.share.value.as_ref())));
    let words = start + INDENT * em + shares.fold(0.0, f64::max) + 0.7 * em;
    if context.width - words < LEAST_WORDS * em {
        return Err(context.too_narrow());
    }
    let lines: Vec<Vec<String>> =
        waffle.parts.iter().map(|part| context.wrap(&part.label, context.width - words).0).collect();
    let heights: Vec<f64> = lines.iter().map(|lines| context.block(lines.len().max(1)) + 0.6 * em).collect();
    let list: f64 = heights.iter().sum();
    let squares = float(SIDE) * pitch;
    let height = height_for(context, waffle.parts.len(), squares.max(list))?;
    let colours = colours(waffle, context);
    context.picture(height, |pen| {
        let top = (height.min(1.6 * squares.max(list)) - squares) / 2.0;
        draw_squares(pen, waffle, &colours, (top, pitch));
        let mut y = top + (squares - list) / 2.0;
        for ((part, lines), (height, colour)) in
            waffle.parts.iter().zip(&lines).zip(heights.iter().zip(&colours))
        {
            let middle = y + height / 2.0;
            let half = SQUARE * pitch / 2.0;
            let left = start + half;
            pen.rect((left - half, middle - half), (left + half, middle + half), *colour);
            let share = (start + INDENT * em, middle);
            pen.text_centred(
                printed(part.share.value.as_ref()),
                share,
                Ink::bold(context.inks.text, Align::Start),
            );
            pen.lines_centred(lines, (words, middle), Ink::new(context.inks.text, Align::Start));
            y += height;
        }
    })
}

fn check(waffle: &Waffle) -> Result<(), Diagnostic> {
    some_rows(waffle.parts.len())?;
    if waffle.parts.len() > MOST {
        let message = say!("chart-groups-many", found = waffle.parts.len(), most = MOST);
        return Err(fault(message).hint(say!("hint-chart-answers-many")));
    }
    let mut sum = 0.0;
    for part in &waffle.parts {
        let value = part.share.at().unwrap_or(f64::NAN);
        not_negative(value, || say!("chart-value-not-finite", label = part.label))?;
        sum += value;
    }
    if (sum - 100.0).abs() > TOLERANCE {
        let message = say!("chart-shares-no-whole", sum = format!("{sum:.1}"));
        return Err(fault(message).hint(say!("hint-chart-answers-many")));
    }
    Ok(())
}

/// The colours of answers side by side, which can be told apart in grey, too: bad ones have the accent, those outside
/// the question greys.
fn colours(waffle: &Waffle, context: &DrawContext) -> Vec<Rgb> {
    let inks = &context.inks;
    let tone = |tone| inks.tone(tone);
    let mut bad = [Tone::Accent, Tone::AccentSoft].map(tone).into_iter();
    let mut outside = [Tone::Middle, Tone::Grey].map(tone).into_iter();
    let dark_grey = inks.tone(Tone::Grey).mix(inks.text, 0.4);
    let mut others =
        [tone(Tone::Calm), tone(Tone::CalmSoft), dark_grey, tone(Tone::AccentSoft), tone(Tone::Middle)].into_iter();
    let colour = |part: &WafflePart| {
        let own = match part.tone {
            Tone::Grey | Tone::Middle => outside.next(),
            Tone::Accent | Tone::AccentSoft => bad.next(),
            Tone::Calm | Tone::CalmSoft => others.next(),
        };
        own.unwrap_or(dark_grey)
    };
    waffle.parts.iter().map(colour).collect()
}

/// The squares of each part: whole numbers that add up to a hundred, by largest remainders.
fn squares(shares: &[f64]) -> Vec<usize> {
    let hundred = SIDE * SIDE;
    let sum: f64 = shares.iter().sum();
    let exact: Vec<f64> = shares.iter().map(|share| share / sum * float(hundred)).collect();
    let mut whole: Vec<usize> = exact
        .iter()
        .map(|share| usize::try_from(whole::nearest_unsigned(share.floor())).unwrap_or_default())
        .collect();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by(|a, b| exact[*b].fract().total_cmp(&exact[*a].fract()));
    let left = hundred.saturating_sub(whole.iter().sum());
    for place in order.into_iter().cycle().take(left) {
        whole[place] += 1;
    }
    whole
}

/// Row by row from the upper left corner.
fn draw_squares(pen: &mut Pen, waffle: &Waffle, colours: &[Rgb], (top, pitch): (f64, f64)) {
    let shares: Vec<f64> = waffle.parts.iter().filter_map(|part| part.share.at()).collect();
    let of_each = squares(&shares).into_iter().zip(colours);
    let fills = of_each.flat_map(|(count, colour)| std::iter::repeat_n(*colour, count));
    for (place, fill) in fills.enumerate() {
        let (x, y) = (float(place % SIDE) * pitch, top + float(place / SIDE) * pitch);
        let edge = fill.as_mark();
        pen.rect((x, y), (x + SQUARE * pitch, y + SQUARE * pitch), edge);
        if edge != fill {
            let thin = 0.05 * pitch;
            let to = (x + SQUARE * pitch - thin, y + SQUARE * pitch - thin);
            pen.rect((x + thin, y + thin), to, fill);
        }
    }
}

fn specimen(maker: &SpecimenMaker, shares: &[f64]) -> Waffle {
    let number = |share: f64| -> Number { maker.percent(share) };
    let part = |(i, share): (usize, &f64)| WafflePart {
        label: maker.words.name(i),
        tone: if i < 2 { Tone::Calm } else { Tone::Grey },
        share: Estimate::bare(Some(number(*share))),
    };
    Waffle { parts: shares.iter().enumerate().map(part).collect() }
}

#[cfg(test)]
mod tests {
    use super::{Waffle, WafflePart, squares};
    use crate::chart::estimate::Estimate;
    use crate::chart::kind::Chart;
    use crate::chart::test_fixture::{draw, per_cent, texts};
    use crate::diag::Code;

    fn waffle(shares: &[f64]) -> Chart {
        let part = |share: &f64| WafflePart {
            label: "Иә, бірнеше рет".into(),
            tone: crate::theme::Tone::Calm,
            share: Estimate::bare(Some(per_cent(*share))),
        };
        Chart::Waffle(Waffle { parts: shares.iter().map(part).collect() })
    }

    #[test]
    fn squares_are_always_a_hundred() {
        for shares in [
            vec![84.5, 13.1, 1.2, 1.2],
            vec![33.3, 33.3, 33.3],
            vec![99.6, 0.4],
            vec![100.0],
            vec![50.2, 50.2],
        ] {
            assert_eq!(squares(&shares).iter().sum::<usize>(), 100, "{shares:?}");
        }
        assert_eq!(squares(&[84.5, 13.1, 1.2, 1.2]), [85, 13, 1, 1]);
    }

    #[test]
    fn every_share_is_printed_beside_its_answer() {
        let told = texts(draw(&waffle(&[84.5, 15.5])).unwrap().svg());
        assert!(told.contains(&"84,5%".to_owned()) && told.contains(&"15,5%".to_owned()), "{told:?}");
    }

    #[test]
    fn shares_that_are_no_whole_are_a_fault() {
        for shares in [vec![], vec![50.0, 20.0], vec![120.0, -20.0], vec![f64::NAN], vec![16.0; 6]] {
            assert_eq!(draw(&waffle(&shares)).unwrap_err().code, Code::ChartDrawing, "{shares:?}");
        }
    }
}
