//! The kinds of charts: one file each, and one line each in the list below.
//!
//! A kind's file has its data types, what it makes itself from, what must hold of its numbers, how it is drawn,
//! how it is told, what an office program draws in its place, and its specimens for the gallery. The list gives a
//! kind its name: that of its file, of `kind=` in a directive, and of its words in the locale files
//! (`chart_<name>`, `alt_<name>`).
//!
//! `rustfmt` does not see modules that a macro declares: `rustfmt src/chart/kind/*.rs` formats them.

use std::ops::Range;

use super::alt::AltText;
use super::data::{ChartData, DataShape};
use super::draw_context::DrawContext;
use super::office_plan::OfficeChart;
use super::readout::Readout;
use super::specimen::{Cases, SpecimenMaker};
use crate::diag::Diagnostic;
use crate::locale::Locale;
use crate::picture::Picture;

/// Declares the files of the kinds, the [`Chart`] that is one of them, and what finds a kind by its name.
macro_rules! kinds {
    ($($name:ident: $Kind:ident),* $(,)?) => {
        $(
            pub mod $name;
            pub use $name::$Kind;
        )*

        /// A chart of one of the known kinds.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Chart {
            $(
                #[doc = concat!("[`", stringify!($name), "`]")]
                $Kind($Kind),
            )*
        }

        /// Names of all kinds, in the order in which they are offered.
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];

        impl Chart {
            /// The name of its kind.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$Kind(_) => stringify!($name),)*
                }
            }

            fn kind(&self) -> &dyn ChartKind {
                match self {
                    $(Self::$Kind(chart) => chart,)*
                }
            }

            fn kind_mut(&mut self) -> &mut dyn ChartKind {
                match self {
                    $(Self::$Kind(chart) => chart,)*
                }
            }

            /// The tables of data that the kind with a name shows; none where there is no such kind.
            pub fn shapes(name: &str) -> &'static [DataShape] {
                match name {
                    $(stringify!($name) => $Kind::shapes(),)*
                    _ => &[],
                }
            }

            /// The chart of some data of the kind with a name; `None` where there is no such kind, or it does not
            /// show such data.
            ///
            /// # Errors
            /// `LocaleKey` where the locale file lacks a word.
            pub fn from_data(
                name: &str,
                data: &ChartData,
                locale: &Locale,
            ) -> Option<Result<Self, Diagnostic>> {
                match name {
                    $(stringify!($name) => $Kind::from_data(data, locale).map(|made| made.map(Self::$Kind)),)*
                    _ => None,
                }
            }

            /// The specimens of all kinds: name of the kind, of the case, and the chart.
            pub fn specimens(maker: &SpecimenMaker) -> Vec<(&'static str, &'static str, Self)> {
                let mut all = Vec::new();
                $(
                    let cases = $Kind::specimens(maker).into_iter();
                    all.extend(cases.map(|(case, chart)| (stringify!($name), case, Self::$Kind(chart))));
                )*
                all
            }
        }

        $(
            impl From<$Kind> for Chart {
                fn from(chart: $Kind) -> Self {
                    Self::$Kind(chart)
                }
            }
        )*
    };
}

kinds! {
    bars: Bars,
    likert: Likert,
    stacked: Stacked,
    dots: Dots,
    grouped: Grouped,
    dumbbell: Dumbbell,
    strip: Strip,
    ranks: Ranks,
    tiles: Tiles,
    map: Map,
    heat: Heat,
    slope: Slope,
    lines: Lines,
    multiples: Multiples,
    progress: Progress,
    calendar: Calendar,
    bullet: Bullet,
    matrix: Matrix,
    quadrant: Quadrant,
    gantt: Gantt,
    waffle: Waffle,
    numbers: KeyNumbers,
}

/// What a kind of chart has to know about itself.
pub trait ChartKind {
    /// Visits every label that may be broken over lines.
    fn each_label(&mut self, visit: &mut dyn FnMut(&mut String));

    /// Whether it shows nothing at all: has no rows, where it has rows that can be parted.
    fn is_empty(&self) -> bool {
        self.rows() == Some(0)
    }

    /// How many rows it has that can be parted; `None` for a kind that stays whole.
    fn rows(&self) -> Option<usize> {
        None
    }

    /// Leaves only some of the rows, on the scale of the whole.
    fn keep_rows(&mut self, _rows: Range<usize>) {}

    /// Draws it.
    ///
    /// # Errors
    /// `ChartDrawing` where its numbers or the room do not allow an honest picture.
    fn draw(&self, context: &DrawContext) -> Result<Picture, Diagnostic>;

    /// Its numbers, row by row in the order drawn.
    fn readout(&self) -> Readout;

    /// What it says at a glance, a sentence or none: by default the largest and the smallest value.
    ///
    /// # Errors
    /// `LocaleKey` where the locale file lacks a word.
    fn message(&self, alt: &AltText) -> Result<String, Diagnostic> {
        alt.extremes(&self.readout().values(0), "")
    }

    /// Whether it draws intervals, which a note then has to explain.
    fn draws_intervals(&self) -> bool {
        false
    }

    /// Whether the tones of its rows tell something, which a note then has to explain.
    fn shows_tones(&self) -> bool {
        false
    }

    /// The word that says what it is; that of the kind, unless its data make it another thing.
    fn alt_word(&self) -> Option<&'static str> {
        None
    }

    /// Decimals of its intervals: those of shares, unless it shows scores.
    fn interval_decimals(&self, locale: &Locale) -> u8 {
        locale.share_decimals()
    }

    /// The kind as an office program's own; `None` where it stays a picture there.
    fn office(&self) -> Option<&dyn OfficeChart> {
        None
    }

    /// The tables of data that it shows.
    fn shapes() -> &'static [DataShape]
    where
        Self: Sized;

    /// The chart of some data; `None` where they are of none of its [`shapes`](Self::shapes).
    ///
    /// # Errors
    /// `LocaleKey` where the locale file lacks a word.
    fn from_data(data: &ChartData, locale: &Locale) -> Option<Result<Self, Diagnostic>>
    where
        Self: Sized;

    /// The hard cases for the gallery, the usual one first.
    fn specimens(maker: &SpecimenMaker) -> Cases<Self>
    where
        Self: Sized;
}

impl Chart {
    /// Visits every label that may be broken over lines.
    pub fn each_label(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.kind_mut().each_label(visit);
    }

    /// How many rows it has that can be parted; `None` for a kind that stays whole.
    pub fn rows(&self) -> Option<usize> {
        self.kind().rows()
    }

    /// Whether it shows nothing at all.
    pub fn is_empty(&self) -> bool {
        self.kind().is_empty()
    }

    /// The chart with some of its rows, on the scale of the whole.
    #[must_use]
    pub fn part(&self, rows: Range<usize>) -> Self {
        let mut part = self.clone();
        part.kind_mut().keep_rows(rows);
        part
    }

    /// Draws it whole.
    ///
    /// # Errors
    /// Those of [`ChartKind::draw`].
    pub(super) fn draw(&self, context: &DrawContext) -> Result<Picture, Diagnostic> {
        self.kind().draw(context)
    }

    /// Its numbers, row by row in the order drawn.
    pub fn readout(&self) -> Readout {
        self.kind().readout()
    }

    /// What it says at a glance.
    ///
    /// # Errors
    /// `LocaleKey` where the locale file lacks a word.
    pub fn message(&self, alt: &AltText) -> Result<String, Diagnostic> {
        self.kind().message(alt)
    }

    /// Whether it draws intervals, which a note then has to explain.
    pub fn draws_intervals(&self) -> bool {
        self.kind().draws_intervals()
    }

    /// Whether the tones of its rows tell something, which a note then has to explain.
    pub fn shows_tones(&self) -> bool {
        self.kind().shows_tones()
    }

    /// The word of the locale files that says what it is.
    pub fn alt_word(&self) -> String {
        self.kind().alt_word().map_or_else(|| format!("alt_{}", self.name()), str::to_owned)
    }

    /// Decimals of its intervals.
    pub fn interval_decimals(&self, locale: &Locale) -> u8 {
        self.kind().interval_decimals(locale)
    }

    /// The chart as an office program's own; `None` where it stays a picture there.
    pub fn office(&self) -> Option<&dyn OfficeChart> {
        self.kind().office()
    }
}

/// Leaves a range of some rows.
fn keep<T>(all: &mut Vec<T>, rows: &Range<usize>) {
    all.truncate(rows.end);
    all.drain(..rows.start.min(all.len()));
}
