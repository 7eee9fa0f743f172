//! What a rendering may take: steps, printed text, the size of a value. Beyond it a template is refused at its place.
//!
//! A step is a byte of a template that is walked: a loop takes its body's for each round, a part or sentence its own
//! each time it is said. The bounds grow with the data, so that a large study meets none of them.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tera::{Kwargs, State, StringInput, Tera, TeraResult, Value};

use super::functions::Filters;
use crate::diag::{Message, say};
use crate::quantity::whole;

/// Steps of a rendering without data; each value of the data adds [`STEPS_A_VALUE`].
const STEPS: u64 = 200_000_000;
const STEPS_A_VALUE: u64 = 1_000;
/// Bytes printed, those into variables included.
const PRINTED: u64 = 128 << 20;
/// Bytes of a text that a template puts together.
const TEXT: u64 = 256 << 10;
/// Values in a list or map that a template puts together, of the data four times as many.
const VALUES: u64 = 1 << 20;

/// Counts what a rendering takes.
#[derive(Debug, Default)]
pub struct Meter {
    steps: AtomicU64,
    printed: AtomicU64,
    /// Values of the data.
    data: AtomicU64,
}

impl Meter {
    /// A rendering of data begins.
    pub fn begin(&self, values: u64) {
        self.steps.store(0, Ordering::Relaxed);
        self.printed.store(0, Ordering::Relaxed);
        self.data.store(values, Ordering::Relaxed);
    }

    /// Counts steps.
    fn walk(&self, steps: u64) -> Result<(), Message> {
        let most = STEPS.saturating_add(self.data.load(Ordering::Relaxed).saturating_mul(STEPS_A_VALUE));
        match add(&self.steps, steps) > most {
            true => Err(say!("template-steps")),
            false => Ok(()),
        }
    }

    /// Counts printed bytes.
    fn print(&self, bytes: u64) -> Result<(), Message> {
        match add(&self.printed, bytes) > PRINTED {
            true => Err(say!("template-printed", most = PRINTED >> 20)),
            false => Ok(()),
        }
    }

    /// Whether a value may be kept.
    fn keep(&self, value: &Value, deep: bool) -> Result<(), Message> {
        let length = whole::wide(value.as_str().map_or(0, str::len));
        if length > TEXT {
            return Err(say!("template-value-long", most = TEXT >> 10));
        }
        let most = VALUES.saturating_add(self.data.load(Ordering::Relaxed).saturating_mul(4));
        let count = if deep { size(value, most) } else { value.len().map_or(1, whole::wide) };
        match count > most && value.as_str().is_none() {
            true => Err(say!("template-value-large", most = most)),
            false => Ok(()),
        }
    }
}

fn add(counter: &AtomicU64, amount: u64) -> u64 {
    let before = counter.fetch_add(amount.min(u64::MAX / 4), Ordering::Relaxed);
    before.saturating_add(amount)
}

/// Values of a value, itself included, counted up to one more than `most`.
fn size(value: &Value, most: u64) -> u64 {
    let mut count = 0;
    let mut left = vec![value];
    while let Some(value) = left.pop() {
        count += 1;
        if count > most {
            break;
        }
        if let Some(array) = value.as_array() {
            left.extend(array);
        } else if let Some(map) = value.as_map() {
            left.extend(map.values());
        }
    }
    count
}

/// Bytes of a value as it is printed, about.
fn printed_length(value: &Value) -> u64 {
    match value.as_str() {
        Some(text) => whole::wide(text.len()),
        None if value.is_array() || value.is_map() => size(value, PRINTED / 8).saturating_mul(8),
        None => 8,
    }
}

/// Registers what [`metered`](super::metering::metered) templates call, and the filters that make much of little.
pub fn register(tera: &mut Tera, filters: &Arc<Filters>) -> Arc<Meter> {
    let meter = Arc::new(Meter::default());
    let of =
        |outcome: Result<(), Message>, filters: &Filters| outcome.map_err(|message| filters.beyond(message));
    let (m, f) = (Arc::clone(&meter), Arc::clone(filters));
    tera.register_function("entered", move |kwargs: Kwargs, _: &State| -> TeraResult<&'static str> {
        of(m.walk(kwargs.must_get::<u64>("by")?), &f).map(|()| "")
    });
    let (m, f) = (Arc::clone(&meter), Arc::clone(filters));
    tera.register_function("walked", move |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        let value: Value = kwargs.must_get("value")?;
        let rounds = value.len().map_or(1, whole::wide).saturating_add(1);
        of(m.walk(rounds.saturating_mul(kwargs.must_get::<u64>("by")?.saturating_add(8))), &f)?;
        Ok(value)
    });
    let (m, f) = (Arc::clone(&meter), Arc::clone(filters));
    tera.register_function("kept", move |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        let value: Value = kwargs.must_get("value")?;
        of(m.keep(&value, kwargs.must_get::<u64>("deep")? > 0), &f)?;
        Ok(value)
    });
    let (m, f) = (Arc::clone(&meter), Arc::clone(filters));
    tera.register_function("counted", move |kwargs: Kwargs, _: &State| -> TeraResult<&'static str> {
        of(m.print(printed_length(&kwargs.must_get::<Value>("value")?)), &f).map(|()| "")
    });
    let (m, f) = (Arc::clone(&meter), Arc::clone(filters));
    tera.register_filter("printed", move |value: Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        of(m.print(printed_length(&value)), &f)?;
        Ok(value)
    });
    growing(tera, filters);
    meter
}

/// Tera's filters whose result can be as long as the product of two lengths, with a bound on it.
fn growing(tera: &mut Tera, filters: &Arc<Filters>) {
    let f = Arc::clone(filters);
    tera.register_filter(
        "replace",
        move |value: StringInput<'_>, kwargs: Kwargs, state: &State| -> TeraResult<Value> {
            let (from, to) = (kwargs.must_get::<&str>("from")?, kwargs.must_get::<StringInput<'_>>("to")?);
            let be_safe = state.autoescaping_enabled() && (value.is_safe() || to.is_safe());
            let (text, to) = match be_safe {
                true => (value.rendered(state)?, to.rendered(state)?),
                false => (value.as_str().into(), to.as_str().into()),
            };
            let times = text.matches(from).count();
            f.fits(text.len().saturating_add(times.saturating_mul(to.len())))?;
            let replaced = text.replace(from, &to);
            Ok(if be_safe { Value::safe_string(&replaced) } else { Value::from(replaced) })
        },
    );
    let f = Arc::clone(filters);
    tera.register_filter("join", move |values: Value, kwargs: Kwargs, state: &State| -> TeraResult<Value> {
        let values = <&[Value] as tera::ArgFromValue>::from_value(&values)?;
        let separator = kwargs.get::<StringInput<'_>>("sep")?;
        let is_safe = |text: &Option<StringInput<'_>>| text.as_ref().is_some_and(StringInput::is_safe);
        let be_safe = state.autoescaping_enabled()
            && (is_safe(&separator) || values.iter().any(|value| value.is_string() && value.is_safe()));
        let between = match (&separator, be_safe) {
            (None, _) => String::new(),
            (Some(separator), true) => separator.rendered(state)?.into_owned(),
            (Some(separator), false) => separator.as_str().to_owned(),
        };
        let mut joined = String::new();
        for (place, value) in values.iter().enumerate() {
            if place > 0 {
                joined.push_str(&between);
            }
            match be_safe {
                true if value.is_undefined() => {}
                true => joined.push_str(&state.escape_if_needed(value)?),
                false => joined.push_str(&value.to_string()),
            }
            f.fits(joined.len())?;
        }
        Ok(if be_safe { Value::safe_string(&joined) } else { Value::from(joined) })
    });
    let f = Arc::clone(filters);
    tera.register_filter("indent", move |_: Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        Err(f.beyond(say!("template-indent")))
    });
}

impl Filters {
    /// Whether a text that a filter makes is short enough.
    fn fits(&self, length: usize) -> TeraResult<()> {
        match whole::wide(length) > TEXT {
            true => Err(self.beyond(say!("template-value-long", most = TEXT >> 10))),
            false => Ok(()),
        }
    }
}
