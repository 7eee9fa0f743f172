//! Problem cases by category.

use super::Bound;
use crate::document::chart::{Bar, Bars, Chart, Tone, Value};
use crate::resolve::axis::nice;
use crate::resolve::sources::Sources;

impl Sources<'_> {
    pub(super) fn cases_chart(&self) -> Bound {
        let locale = self.locale;
        let bars: Vec<Bar> = self
            .facts
            .cases
            .categories
            .iter()
            .filter(|c| c.count > 0)
            .map(|c| {
                #[allow(clippy::cast_precision_loss)]
                let value = c.count as f64;
                Bar {
                    label: self.text(&c.label).to_owned(),
                    value: Some(Value { value, printed: locale.number(value, 0) }),
                    interval: None,
                    tone: Tone::Calm,
                }
            })
            .collect();
        let max = bars.iter().filter_map(|b| b.value.as_ref()).map(|v| v.value).fold(1.0, f64::max);
        Bound {
            chart: Chart::Bars(Bars { axis: nice(0.0, max, 4, locale, String::new()), bars }),
            notes: Vec::new(),
        }
    }
}
