//! The filters and functions that templates may use. Numbers come into prose only through these.

use std::sync::Arc;

use jiff::civil::Date;
use tera::{Error, Kwargs, State, Tera, TeraResult};

use crate::diag::Diagnostic;
use crate::locale::{DateStyle, Locale};

/// Registers every filter and function for a language.
pub fn register(tera: &mut Tera, locale: &Arc<Locale>) {
    numbers(tera, locale);
    dates(tera, locale);
    words(tera, locale);
}

fn failed(diagnostic: Diagnostic) -> Error {
    Error::message(match diagnostic.hint {
        Some(hint) => format!("{} ({hint})", diagnostic.message),
        None => diagnostic.message,
    })
}

/// A finite number, or an error that names the filter.
fn finite(value: f64, filter: &str) -> TeraResult<f64> {
    if value.is_finite() { Ok(value) } else { Err(Error::message(format!("`{filter}` got no number"))) }
}

fn decimals(kwargs: &Kwargs, default: u8) -> TeraResult<u8> {
    Ok(kwargs.get::<u8>("decimals")?.unwrap_or(default))
}

fn numbers(tera: &mut Tera, locale: &Arc<Locale>) {
    let l = Arc::clone(locale);
    tera.register_filter("num", move |value: f64, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        Ok(l.number(finite(value, "num")?, decimals(&kwargs, 0)?))
    });
    let l = Arc::clone(locale);
    tera.register_filter("pct", move |value: f64, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        Ok(l.percent(finite(value, "pct")?, decimals(&kwargs, 1)?))
    });
    let l = Arc::clone(locale);
    tera.register_filter("year", move |value: f64, _: Kwargs, _: &State| -> TeraResult<String> {
        Ok(l.plain(finite(value, "year")?))
    });
    let l = Arc::clone(locale);
    tera.register_filter("ending", move |value: &str, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let case: &str = kwargs.must_get("case")?;
        l.with_ending(value, case).map_err(failed)
    });
    let l = Arc::clone(locale);
    tera.register_filter("plural", move |value: f64, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let category = l.plural(finite(value, "plural")?, decimals(&kwargs, 0)?);
        match kwargs.get::<&str>(category)?.or(kwargs.get::<&str>("other")?) {
            Some(word) => Ok(word.to_owned()),
            None => Err(Error::message(format!("`plural` needs the form {category}=\"…\" or other=\"…\""))),
        }
    });
    let l = Arc::clone(locale);
    tera.register_function("pct_range", move |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let (low, high): (f64, f64) = (kwargs.must_get("low")?, kwargs.must_get("high")?);
        Ok(l.percent_range(finite(low, "pct_range")?, finite(high, "pct_range")?, decimals(&kwargs, 1)?))
    });
    let l = Arc::clone(locale);
    tera.register_function("num_range", move |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let (low, high): (f64, f64) = (kwargs.must_get("low")?, kwargs.must_get("high")?);
        let (low, high) = (finite(low, "num_range")?, finite(high, "num_range")?);
        if low.total_cmp(&high).is_eq() {
            return Ok(l.number(low, decimals(&kwargs, 0)?));
        }
        Ok(l.range(low, high, decimals(&kwargs, 0)?))
    });
}

fn parse_date(text: &str) -> TeraResult<Date> {
    text.parse().map_err(|_| Error::message(format!("`{text}` is not a date")))
}

fn dates(tera: &mut Tera, locale: &Arc<Locale>) {
    let l = Arc::clone(locale);
    tera.register_filter("date", move |value: &str, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let name = kwargs.get::<&str>("style")?.unwrap_or("long");
        let style = DateStyle::from_name(name)
            .ok_or_else(|| Error::message(format!("there is no date style `{name}`")))?;
        Ok(l.date(parse_date(value)?, style))
    });
    let l = Arc::clone(locale);
    tera.register_function("date_range", move |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let (start, end): (&str, &str) = (kwargs.must_get("start")?, kwargs.must_get("end")?);
        Ok(l.date_range(parse_date(start)?, parse_date(end)?))
    });
}

fn words(tera: &mut Tera, locale: &Arc<Locale>) {
    let l = Arc::clone(locale);
    tera.register_function("word", move |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        l.word(kwargs.must_get("key")?).map(str::to_owned).map_err(failed)
    });
    let l = Arc::clone(locale);
    tera.register_filter("of", move |value: &str, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        l.enum_word(kwargs.must_get("list")?, value).map(str::to_owned).map_err(failed)
    });
    tera.register_filter("ucfirst", |value: &str, _: Kwargs, _: &State| -> TeraResult<String> {
        let mut chars = value.chars();
        Ok(chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default())
    });
    tera.register_filter("lcfirst", |value: &str, _: Kwargs, _: &State| -> TeraResult<String> {
        let mut chars = value.chars();
        Ok(chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default())
    });
}
