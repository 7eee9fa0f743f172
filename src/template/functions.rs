//! The filters and functions that templates may use. Numbers come into prose only through these: each is kept in
//! the table of the rendering and leaves its mark in the text.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::civil::Date;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::diag::{Code, Diagnostic, Location, Message, say};
use crate::document::NumberTable;
use crate::locale::{Locale, roman};
use crate::quantity::Number;

/// What the filters of a language work with. Tera keeps of an error only its text, which is in one
/// language; the message itself waits here until the rendering has ended.
pub struct Filters {
    locale: Arc<Locale>,
    refused: Mutex<Option<Refusal>>,
    numbers: Mutex<NumberTable>,
}

/// Why a filter refused its value; a fault of a locale file keeps its own code and place.
struct Refusal {
    message: Message,
    hint: Option<Box<Message>>,
    own: Option<(Code, Option<Location>)>,
}

impl Filters {
    /// The filters of a language.
    pub fn new(locale: &Arc<Locale>) -> Self {
        Self { locale: Arc::clone(locale), refused: Mutex::default(), numbers: Mutex::default() }
    }

    /// The numbers of the rendering so far; a new one begins with an empty table.
    pub fn take_numbers(&self) -> NumberTable {
        std::mem::take(&mut *self.numbers())
    }

    fn numbers(&self) -> MutexGuard<'_, NumberTable> {
        self.numbers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A number's mark, where the template's binding tells its datum; else its bare text, to be compared or joined.
    fn print(&self, kwargs: &Kwargs, suffix: &str, number: Number) -> TeraResult<String> {
        let Some(at) = kwargs.get::<&str>("at")? else { return Ok(number.text) };
        let datum = match kwargs.get::<&str>("of")? {
            None | Some("") => format!("{at}{suffix}"),
            Some(object) => format!("{object}.{at}{suffix}"),
        };
        Ok(self.numbers().mark(Number { datum, ..number }))
    }

    /// A fault of the rendering, in the words of the filter where one refused its value.
    pub fn explained(&self, fault: Diagnostic) -> Diagnostic {
        let Some(refusal) = self.refused.lock().unwrap_or_else(PoisonError::into_inner).take() else {
            return fault;
        };
        let Refusal { message, hint, own } = refusal;
        let explained = Diagnostic { message, hint: hint.or(fault.hint), ..fault };
        match own {
            Some((code, Some(place))) => Diagnostic { code, location: Some(place), ..explained },
            Some((code, None)) => Diagnostic { code, ..explained },
            None => explained,
        }
    }

    /// The fault of a sentence that is not there.
    pub(super) fn no_sentence(&self, message: Message, hint: Message) -> Error {
        self.remember(Refusal {
            message,
            hint: Some(Box::new(hint)),
            own: Some((Code::SentenceMissing, None)),
        })
    }

    /// The fault of a template that takes more than it may.
    pub(super) fn beyond(&self, message: Message) -> Error {
        let hint = Some(Box::new(say!("hint-template-beyond")));
        self.remember(Refusal { message, hint, own: Some((Code::TemplateTooLong, None)) })
    }

    fn refuse(&self, message: Message, hint: Option<Message>) -> Error {
        self.remember(Refusal { message, hint: hint.map(Box::new), own: None })
    }

    fn failed(&self, diagnostic: Diagnostic) -> Error {
        // A value that the locale cannot inflect is the template's fault, a missing word the file's.
        let own = (diagnostic.code == Code::LocaleKey).then_some((diagnostic.code, diagnostic.location));
        self.remember(Refusal { message: diagnostic.message, hint: diagnostic.hint, own })
    }

    fn remember(&self, refusal: Refusal) -> Error {
        let error = Error::message(&refusal.message);
        *self.refused.lock().unwrap_or_else(PoisonError::into_inner) = Some(refusal);
        error
    }

    /// A finite number, or an error that names the filter.
    fn finite(&self, value: f64, filter: &str) -> TeraResult<f64> {
        if value.is_finite() {
            Ok(value)
        } else {
            Err(self.refuse(say!("filter-not-number", filter = filter), None))
        }
    }

    /// The limits of a value, such as a share with its interval.
    fn limits(&self, value: &Value, filter: &str) -> TeraResult<(f64, f64)> {
        let fields = serde_json::to_value(value).unwrap_or_default();
        let limit = |name: &str| fields.get(name).and_then(serde_json::Value::as_f64);
        let (Some(low), Some(high)) = (limit("low"), limit("high")) else {
            return Err(self.refuse(say!("filter-no-limits", filter = filter), None));
        };
        Ok((low, high))
    }

    fn percent_range(&self, (low, high): (f64, f64), kwargs: &Kwargs) -> TeraResult<String> {
        let (low, high) = (self.finite(low, "pct_range")?, self.finite(high, "pct_range")?);
        let decimals = decimals(kwargs, self.locale.share_decimals())?;
        self.print(kwargs, "-high", self.locale.percent_range_of("", low, high, decimals))
    }

    fn number_range(&self, (low, high): (f64, f64), kwargs: &Kwargs) -> TeraResult<String> {
        let (low, high) = (self.finite(low, "num_range")?, self.finite(high, "num_range")?);
        if low.total_cmp(&high).is_eq() {
            return self.print(kwargs, "", self.locale.number_of("", low, decimals(kwargs, 0)?));
        }
        self.print(kwargs, "-high", self.locale.range_of("", low, high, decimals(kwargs, 0)?))
    }

    fn date(&self, text: &str) -> TeraResult<Date> {
        text.parse().map_err(|_| self.refuse(say!("filter-not-date", text = text), None))
    }
}

/// Registers every filter and function for a language.
pub fn register(tera: &mut Tera, filters: &Arc<Filters>) {
    numbers(tera, filters);
    spelled(tera, filters);
    ordinals(tera, filters);
    dates(tera, filters);
    words(tera, filters);
}

fn decimals(kwargs: &Kwargs, default: u8) -> TeraResult<u8> {
    Ok(kwargs.get::<u8>("decimals")?.unwrap_or(default))
}

fn numbers(tera: &mut Tera, filters: &Arc<Filters>) {
    let f = Arc::clone(filters);
    tera.register_filter("num", move |value: f64, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let number = f.locale.number_of("", f.finite(value, "num")?, decimals(&kwargs, 0)?);
        f.print(&kwargs, "", number)
    });
    let f = Arc::clone(filters);
    tera.register_filter("pct", move |value: f64, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let decimals = decimals(&kwargs, f.locale.share_decimals())?;
        f.print(&kwargs, "", f.locale.percent_of("", f.finite(value, "pct")?, decimals))
    });
    let f = Arc::clone(filters);
    tera.register_filter("year", move |value: f64, _: Kwargs, _: &State| -> TeraResult<String> {
        Ok(f.locale.plain(f.finite(value, "year")?))
    });
    let f = Arc::clone(filters);
    tera.register_filter("ending", move |value: &str, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let case: &str = kwargs.must_get("case")?;
        let printed = f.numbers().printed(value);
        let ended = f.locale.with_ending(&printed, case).map_err(|d| f.failed(d))?;
        // The ending is not the number's: it stands after its mark.
        Ok(ended.strip_prefix(&printed).map(|ending| format!("{value}{ending}")).unwrap_or(ended))
    });
    let f = Arc::clone(filters);
    tera.register_filter("plural", move |value: f64, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let (value, decimals) = (f.finite(value, "plural")?, decimals(&kwargs, 0)?);
        if let Some(noun) = kwargs.get::<&str>("noun")? {
            let case = kwargs.get::<&str>("case")?.unwrap_or("nom");
            return f.locale.counted(noun, value, decimals, case).map(str::to_owned).map_err(|d| f.failed(d));
        }
        let category = f.locale.plural(value, decimals);
        match kwargs.get::<&str>(category)?.or(kwargs.get::<&str>("other")?) {
            Some(word) => Ok(word.to_owned()),
            None => Err(f.refuse(say!("filter-plural-form", category = category), None)),
        }
    });
    counted(tera, filters);
    ranges(tera, filters);
}

fn counted(tera: &mut Tera, filters: &Arc<Filters>) {
    let f = Arc::clone(filters);
    tera.register_filter("counted", move |value: f64, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let (value, decimals) = (f.finite(value, "counted")?, decimals(&kwargs, 0)?);
        let case = kwargs.get::<&str>("case")?.unwrap_or("nom");
        let noun =
            f.locale.counted(kwargs.must_get("noun")?, value, decimals, case).map_err(|d| f.failed(d))?;
        Ok(format!("{} {noun}", f.print(&kwargs, "", f.locale.number_of("", value, decimals))?))
    });
}

/// From one number to another: of two arguments, or of a value that has a `low` and a `high`.
fn ranges(tera: &mut Tera, filters: &Arc<Filters>) {
    let f = Arc::clone(filters);
    tera.register_function("pct_range", move |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        f.percent_range((kwargs.must_get("low")?, kwargs.must_get("high")?), &kwargs)
    });
    let f = Arc::clone(filters);
    tera.register_function("num_range", move |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        f.number_range((kwargs.must_get("low")?, kwargs.must_get("high")?), &kwargs)
    });
    let f = Arc::clone(filters);
    tera.register_filter("pct_range", move |value: Value, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        f.percent_range(f.limits(&value, "pct_range")?, &kwargs)
    });
    let f = Arc::clone(filters);
    tera.register_filter("num_range", move |value: Value, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        f.number_range(f.limits(&value, "num_range")?, &kwargs)
    });
}

fn spelled(tera: &mut Tera, filters: &Arc<Filters>) {
    let f = Arc::clone(filters);
    tera.register_filter("spelled", move |value: f64, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let case = kwargs.get::<&str>("case")?.unwrap_or("nom");
        f.locale.spelled(f.finite(value, "spelled")?, case).map_err(|d| f.failed(d))
    });
}

fn dates(tera: &mut Tera, filters: &Arc<Filters>) {
    let f = Arc::clone(filters);
    tera.register_filter("date", move |value: &str, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let style = kwargs.get::<&str>("style")?.unwrap_or(f.locale.date_style());
        f.locale.date(f.date(value)?, style).map_err(|d| f.failed(d))
    });
    let f = Arc::clone(filters);
    tera.register_function("date_range", move |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let (start, end): (&str, &str) = (kwargs.must_get("start")?, kwargs.must_get("end")?);
        Ok(f.locale.date_range(f.date(start)?, f.date(end)?))
    });
}

fn ordinals(tera: &mut Tera, filters: &Arc<Filters>) {
    let f = Arc::clone(filters);
    tera.register_filter("ordinal", move |value: u32, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let form = kwargs.get::<&str>("form")?.unwrap_or_default();
        f.locale.ordinal(value, kwargs.must_get("noun")?, form).map_err(|d| f.failed(d))
    });
    let f = Arc::clone(filters);
    tera.register_filter("roman", move |value: u32, _: Kwargs, _: &State| -> TeraResult<String> {
        roman(value).ok_or_else(|| f.refuse(say!("filter-roman", number = value), None))
    });
}

fn words(tera: &mut Tera, filters: &Arc<Filters>) {
    let f = Arc::clone(filters);
    tera.register_function("word", move |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        f.locale.word(kwargs.must_get("key")?).map(str::to_owned).map_err(|d| f.failed(d))
    });
    let f = Arc::clone(filters);
    tera.register_function("respondents", move |kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let found = match kwargs.get::<f64>("n")? {
            Some(number) => {
                let case = kwargs.get::<&str>("case")?.unwrap_or("nom");
                f.locale.counted_respondents(f.finite(number, "respondents")?, case)
            }
            None => f.locale.respondents(kwargs.must_get("form")?),
        };
        found.map(str::to_owned).map_err(|d| f.failed(d))
    });
    let f = Arc::clone(filters);
    tera.register_filter("of", move |value: &str, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        f.locale.enum_word(kwargs.must_get("list")?, value).map(str::to_owned).map_err(|d| f.failed(d))
    });
    let f = Arc::clone(filters);
    tera.register_filter("by", move |value: &str, _: Kwargs, _: &State| -> TeraResult<String> {
        f.locale.by_breakdown(value).map_err(|d| f.failed(d))
    });
    let f = Arc::clone(filters);
    tera.register_filter("form", move |value: &str, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let possessed = kwargs.get::<bool>("possessed")?.unwrap_or(false);
        f.locale.form(value, kwargs.must_get("case")?, possessed).map_err(|d| f.failed(d))
    });
    let f = Arc::clone(filters);
    tera.register_filter("agree", move |name: Value, kwargs: Kwargs, _: &State| -> TeraResult<String> {
        let forms = serde_json::to_value(&name).unwrap_or_default();
        let Some(gender) = forms.get("gender").and_then(serde_json::Value::as_str) else {
            return Err(f.refuse(say!("name-gender-missing"), Some(say!("hint-name-gender"))));
        };
        match kwargs.get::<&str>(gender)? {
            Some(form) => Ok(form.to_owned()),
            None => Err(f.refuse(say!("filter-agree-form", gender = gender), None)),
        }
    });
    tera.register_filter("ucfirst", |value: Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        with_first_letter(&value, |c| c.to_uppercase().collect())
    });
    tera.register_filter("bare", |value: Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        let text = <&str as tera::ArgFromValue>::from_value(&value)?.trim_end_matches('.');
        Ok(if value.is_safe() { Value::safe_string(text) } else { Value::from(text.to_owned()) })
    });
    let f = Arc::clone(filters);
    tera.register_filter("lcfirst", move |value: Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        let text = value.as_str().unwrap_or_default();
        if f.locale.begins_with_name(text.trim_start_matches(is_mark)) {
            return Ok(value);
        }
        // An abbreviation stays: «МИО сообщило».
        let mut capitals = value
            .as_str()
            .unwrap_or_default()
            .chars()
            .filter(|c| !is_mark(*c))
            .take(2)
            .filter(|c| c.is_uppercase());
        if capitals.by_ref().count() == 2 {
            return Ok(value);
        }
        with_first_letter(&value, |c| c.to_lowercase().collect())
    });
}

/// Whether a character is one of the program's marks, which stand before what they mark.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}')
}

/// A text with its first letter changed. What is already rendered, such as a list in prose, stays so: it is not escaped
/// a second time.
fn with_first_letter(value: &Value, change: fn(char) -> String) -> TeraResult<Value> {
    let text = <&str as tera::ArgFromValue>::from_value(value)?;
    let at = text.find(|c| !is_mark(c)).unwrap_or(text.len());
    let (marks, rest) = text.split_at(at);
    let mut chars = rest.chars();
    let first = chars.next().map(change).unwrap_or_default();
    let changed = format!("{marks}{first}{}", chars.as_str());
    Ok(if value.is_safe() { Value::safe_string(&changed) } else { Value::from(changed) })
}
