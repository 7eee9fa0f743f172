//! Settings laid over one another key by key: who changes one word or one colour writes one line, and a key that
//! the program does not know is told, with the nearest that it does.

use serde::de::DeserializeOwned;
use toml::{Table, Value};

use super::settings::{from_toml, toml_fault};
use crate::diag::{Code, Diagnostic, Diagnostics, Location, Message, say};

/// A settings file as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsLayer {
    /// As a user would look for it.
    pub path: String,
    /// TOML.
    pub text: String,
    /// Which keys it may hold.
    pub keys: Keys,
}

/// Which keys a layer may hold beside those of the layers below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    /// Any: it is the program's, or of a language or theme that the program lacks.
    Free,
    /// Such as are not near to a known one: templates may have words of their own.
    Dissimilar,
    /// None.
    Known,
}

/// How a kind of settings file is read.
#[derive(Debug, Clone, Copy)]
pub struct SettingsKind {
    /// Code of a fault.
    pub code: Code,
    /// Tables whose keys are not the program's to know, by their way from the root: `forms.possessives`.
    pub open: &'static [&'static str],
    /// The next step after a value that the type refuses.
    pub hint: fn() -> Message,
}

/// Reads settings from their layers, the lowest first; what an upper one says stands in the place of the lower's, table
/// by table. A list is one value.
///
/// # Errors
/// Text that is no TOML, unknown keys, values that the type refuses, each in its layer.
pub fn merged<T: DeserializeOwned>(layers: &[SettingsLayer], kind: SettingsKind) -> Result<T, Diagnostics> {
    let mut whole = Table::new();
    let mut faults = Diagnostics::new();
    for layer in layers {
        match layer.text.parse::<Table>() {
            Ok(table) => {
                if layer.keys != Keys::Free {
                    unknown(&whole, &table, "", layer, kind, &mut faults);
                }
                lay_over(&mut whole, table);
            }
            Err(error) => faults.push(toml_fault(&layer.path, &layer.text, &error, kind.code, (kind.hint)())),
        }
    }
    if faults.has_errors() {
        return Err(faults);
    }
    Value::Table(whole).try_into().map_err(|error: toml::de::Error| refused::<T>(layers, kind, &error).into())
}

/// A value that the type refuses, in the uppermost layer that has it: read alone, that layer shows the place.
fn refused<T: DeserializeOwned>(
    layers: &[SettingsLayer],
    kind: SettingsKind,
    error: &toml::de::Error,
) -> Diagnostic {
    let alone = layers.iter().rev().find_map(|layer| {
        let fault = from_toml::<T>(&layer.path, &layer.text, kind.code, (kind.hint)()).err()?;
        // What only lacks keys is whole together with the layers below it.
        let lacks =
            toml::from_str::<T>(&layer.text).err().is_some_and(|e| e.message().starts_with("missing field"));
        (!lacks).then_some(fault)
    });
    alone.unwrap_or_else(|| {
        let place = layers.last().map(|layer| Location::file(&layer.path));
        let fault =
            Diagnostic::new(kind.code, say!("toml-refused", detail = error.message())).hint((kind.hint)());
        place.into_iter().fold(fault, Diagnostic::at)
    })
}

fn lay_over(below: &mut Table, above: Table) {
    for (key, value) in above {
        match (below.get_mut(&key), value) {
            (Some(Value::Table(lower)), Value::Table(upper)) => lay_over(lower, upper),
            (_, value) => drop(below.insert(key, value)),
        }
    }
}

/// Tells the keys of a layer that those below it lack.
fn unknown(
    below: &Table,
    above: &Table,
    way: &str,
    layer: &SettingsLayer,
    kind: SettingsKind,
    faults: &mut Diagnostics,
) {
    let known: Vec<String> = below.keys().cloned().collect();
    for (key, value) in above {
        let path = if way.is_empty() { key.clone() } else { format!("{way}.{key}") };
        match (below.get(key), value) {
            (Some(Value::Table(lower)), Value::Table(upper)) if !kind.open.contains(&path.as_str()) => {
                unknown(lower, upper, &path, layer, kind, faults);
            }
            (Some(_), _) => {}
            (None, _) => {
                let near = crate::diag::nearest(key, &known);
                if layer.keys == Keys::Dissimilar && near.is_none() {
                    continue;
                }
                let fault = Diagnostic::new(kind.code, say!("settings-key-unknown", key = path))
                    .at(key_place(layer, key));
                faults.push(match near {
                    Some(near) => fault.hint(say!("hint-did-you-mean", near = near)),
                    None => fault.hint((kind.hint)()),
                });
            }
        }
    }
}

/// The line on which a key is set, or its table opened.
fn key_place(layer: &SettingsLayer, key: &str) -> Location {
    let sets = |line: &str| {
        let name = line.trim_start().trim_start_matches('[').trim_start_matches('"');
        let rest =
            name.strip_prefix(key).or_else(|| name.rsplit_once(&format!(".{key}")).map(|(_, rest)| rest));
        rest.is_some_and(|rest| rest.trim_start_matches('"').trim_start().starts_with(['=', ']', '.']))
    };
    let found = (1_u32..).zip(layer.text.lines()).find(|(_, line)| sets(line));
    found.map_or_else(|| Location::file(&layer.path), |(line, _)| Location::line(&layer.path, line))
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::{Keys, SettingsKind, SettingsLayer, merged};
    use crate::diag::{Code, say};

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Colours {
        palette: Palette,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Palette {
        text: String,
        accent: String,
    }

    fn read(own: &str) -> Result<Colours, (String, Option<u32>)> {
        let layer = |path: &str, text: &str, keys| SettingsLayer {
            path: path.to_owned(),
            text: text.to_owned(),
            keys,
        };
        let program = "[palette]\ntext = \"#000000\"\naccent = \"#112233\"\n";
        let kind = SettingsKind { code: Code::ThemeFault, open: &[], hint: || say!("hint-compare-program") };
        merged(&[layer("theme/theme.toml", program, Keys::Free), layer("theme.toml", own, Keys::Known)], kind)
            .map_err(|f| {
                let first =
                    f.iter().next().map(|d| (format!("{d:?}"), d.location.as_ref().and_then(|p| p.line)));
                first.unwrap_or_default()
            })
    }

    #[test]
    fn one_key_is_enough() {
        let colours = read("palette.accent = \"#445566\"\n").unwrap_or_else(|f| panic!("{f:?}"));
        assert_eq!((colours.palette.text.as_str(), colours.palette.accent.as_str()), ("#000000", "#445566"));
    }

    #[test]
    fn a_key_that_the_program_lacks_is_told_with_its_line() {
        let (told, line) = read("# own\n[palette]\naccemt = \"#445566\"\n").err().unwrap_or_default();
        assert!(told.contains("hint-did-you-mean"), "{told}");
        assert_eq!(line, Some(3));
    }

    #[test]
    fn a_value_of_the_wrong_type_is_told_with_its_line() {
        let (_, line) = read("[palette]\n\naccent = 5\n").err().unwrap_or_default();
        assert_eq!(line, Some(3));
    }
}
