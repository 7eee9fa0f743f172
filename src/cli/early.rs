//! What has to be known before the command line is read, since its faults and its help are said by it: the language
//! and whether there are colours.

use esep::diag::UiLanguage;

/// The language of the user: `--ui-lang`, else `ESEP_LANG`, else the system's.
pub fn language() -> UiLanguage {
    let variable = || std::env::var("ESEP_LANG").ok().filter(|name| !name.is_empty());
    let name = value_of("--ui-lang", given()).or_else(variable).or_else(sys_locale::get_locale);
    UiLanguage::of_locale(&name.unwrap_or_default())
}

/// Sets what `--color` asks for; `auto`, the default, looks at the terminal, `NO_COLOR` and `CLICOLOR`.
pub fn set_colours() {
    match value_of("--color", given()).as_deref() {
        Some("always") => anstream::ColorChoice::Always.write_global(),
        Some("never") => anstream::ColorChoice::Never.write_global(),
        _ => {}
    }
}

/// The process's arguments; what is no text in them is refused later.
fn given() -> impl Iterator<Item = String> {
    std::env::args_os().map(|argument| argument.to_string_lossy().into_owned())
}

/// The value that is given to an option; none after `--`, which ends the options.
fn value_of(option: &str, mut arguments: impl Iterator<Item = String>) -> Option<String> {
    while let Some(argument) = arguments.next().filter(|argument| argument != "--") {
        match argument.strip_prefix(option) {
            Some("") => return arguments.next(),
            Some(rest) if rest.starts_with('=') => return rest.get(1..).map(str::to_owned),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::value_of;

    #[test]
    fn an_option_is_found_in_both_forms_and_only_before_the_end_of_options() {
        let of = |text: &str| value_of("--ui-lang", text.split(' ').map(str::to_owned));
        assert_eq!(of("esep build x --ui-lang kk").as_deref(), Some("kk"));
        assert_eq!(of("esep --ui-lang=ru build x").as_deref(), Some("ru"));
        assert_eq!(of("esep build -- --ui-lang kk"), None);
        assert_eq!(of("esep build --ui-language kk"), None);
    }
}
