//! The command line in the user's language. What there is to type is declared once, by the types of this room; what is
//! said of it stands in `templates/messages/help.*.ftl`, and help, faults of usage, manual pages and completions come
//! from the two.

use clap::builder::Styles;
use clap::{Arg, Command, CommandFactory};

use super::Arguments;
use esep::diag::{Arg as Place, Catalogue, UiLanguage};

/// Exit codes that the help explains.
pub const EXIT_CODES: [&str; 3] = ["0", "1", "2"];
/// Environment variables that the program reads.
pub const VARIABLES: [&str; 4] = ["ESEP_LANG", "LANG", "NO_COLOR", "CI"];

/// The program's command line with all its texts in a language.
pub fn command(language: UiLanguage) -> Command {
    let texts = Texts { language };
    let mut command = texts.told(Arguments::command(), "esep");
    command.build();
    texts.framed(command, true)
}

/// Exit codes and environment variables, each with what it means.
pub fn codes_and_variables(language: UiLanguage) -> [(String, Vec<(String, String)>); 2] {
    let texts = Texts { language };
    let meant = |names: &[&str], prefix: &str| {
        let line = |name: &&str| ((*name).to_owned(), texts.text(&format!("{prefix}{}", id(name))));
        names.iter().map(line).collect()
    };
    [
        (texts.text("help-exit-codes"), meant(&EXIT_CODES, "help-exit-")),
        (texts.text("help-variables"), meant(&VARIABLES, "help-variable-")),
    ]
}

/// A name of the command line as messages spell it.
fn id(name: &str) -> String {
    name.to_lowercase().replace('_', "-")
}

struct Texts {
    language: UiLanguage,
}

impl Texts {
    fn find(&self, id: &str) -> Option<String> {
        Catalogue::of(self.language).text(id, None)
    }

    /// The text of a message; its id where the catalogue lacks it, which a test finds.
    fn text(&self, id: &str) -> String {
        self.find(id).unwrap_or_else(|| id.to_owned())
    }

    fn filled(&self, id: &str, place: &'static str, value: String) -> String {
        let places = [(place, Place::Text(value))];
        Catalogue::of(self.language).text_with(id, None, &places).unwrap_or_else(|| id.to_owned())
    }

    /// The command and those below it with what is said of them and of their arguments.
    fn told(&self, command: Command, name: &str) -> Command {
        command
            .about(self.text(&format!("help-{name}")))
            .subcommand_value_name(self.text("help-value-command"))
            .mut_args(|arg| self.argument(arg, name))
            .mut_subcommands(|below| {
                let name = below.get_name().to_owned();
                self.told(below, &name)
            })
    }

    fn argument(&self, arg: Arg, command: &str) -> Arg {
        let own = id(arg.get_id().as_str());
        let text = self.find(&format!("help-{command}-{own}"));
        let mut text = text.unwrap_or_else(|| self.text(&format!("help-any-{own}")));
        if arg.get_action().takes_values() {
            let values = arg.get_possible_values();
            if !values.is_empty() {
                let names: Vec<&str> = values.iter().map(|value| value.get_name()).collect();
                text.push_str(&format!(" {}", self.filled("help-values", "values", names.join(", "))));
            }
            let defaults = arg.get_default_values();
            if !defaults.is_empty() && !arg.is_hide_default_value_set() {
                let shown: Vec<_> = defaults.iter().map(|value| value.to_string_lossy()).collect();
                text.push_str(&format!(" {}", self.filled("help-default", "value", shown.join(","))));
            }
        }
        let names = arg.get_value_names().unwrap_or_default().iter();
        let names: Vec<String> = names.map(|name| self.text(&format!("help-value-{}", id(name)))).collect();
        let arg = if names.is_empty() { arg } else { arg.value_names(names) };
        let takes_values = arg.get_action().takes_values();
        let arg = arg.help(text);
        if takes_values { arg.hide_possible_values(true).hide_default_value(true) } else { arg }
    }

    /// The built command with usage line and headings in the language; clap's own are English.
    fn framed(&self, mut command: Command, is_root: bool) -> Command {
        let usage = command.render_usage().to_string();
        let usage =
            usage.trim_start_matches("Usage: ").replace("[OPTIONS]", &self.text("help-options-placeholder"));
        for below in command.get_subcommands_mut() {
            *below = self.framed(std::mem::take(below), false);
        }
        let template = self.template(&command, is_root);
        command.override_usage(usage).help_template(template)
    }

    fn template(&self, command: &Command, is_root: bool) -> String {
        let style = *Styles::styled().get_header();
        let heading = |id: &str| format!("{style}{}:{style:#}", self.text(id));
        let mut text = format!("{{about}}\n\n{} {{usage}}\n", heading("help-usage"));
        if command.has_subcommands() {
            text.push_str(&format!("\n{}\n{{subcommands}}\n", heading("help-commands")));
        }
        if command.get_positionals().next().is_some() {
            text.push_str(&format!("\n{}\n{{positionals}}\n", heading("help-arguments")));
        }
        text.push_str(&format!("\n{}\n{{options}}", heading("help-options")));
        if is_root {
            for (title, lines) in codes_and_variables(self.language) {
                let wide = lines.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
                text.push_str(&format!("\n\n{style}{title}:{style:#}"));
                for (name, meaning) in lines {
                    text.push_str(&format!("\n  {name:<wide$}  {meaning}"));
                }
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use clap::{Command, CommandFactory};

    use super::{command, id};
    use crate::cli::Arguments;
    use esep::diag::{UiLanguage, sources};

    /// Every help that the program prints.
    fn helps(command: &mut Command) -> Vec<String> {
        let mut all = vec![command.render_long_help().to_string()];
        command.get_subcommands_mut().for_each(|below| all.extend(helps(below)));
        all
    }

    /// Words of two or more small Latin letters that are neither typed nor names.
    fn english(help: &str) -> Vec<String> {
        let known: Vec<String> = typed(&mut command(UiLanguage::En));
        let is_name =
            |word: &str| word.contains(['.', '_', '/']) || word.starts_with("--") || word.starts_with('<');
        let words = help.split(|c: char| c.is_whitespace() || "[](){};:,`\"|=–".contains(c));
        words
            .map(|word| word.trim_end_matches('.'))
            .filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
            .filter(|word| !is_name(word) && !known.iter().any(|k| k == word))
            .map(str::to_owned)
            .collect()
    }

    /// What can be typed: commands and values; and names that no language translates.
    fn typed(command: &mut Command) -> Vec<String> {
        let mut all: Vec<String> =
            ["final", "study", "locale", "auto", "pdf", "out", "kk", "ru", "en"].map(str::to_owned).into();
        all.push(command.get_name().to_owned());
        for arg in command.get_arguments() {
            all.extend(arg.get_possible_values().iter().map(|value| value.get_name().to_owned()));
            all.extend(arg.get_short().map(|short| format!("-{short}")));
        }
        command.get_subcommands_mut().for_each(|below| all.extend(typed(below)));
        all.extend(["gost", "modern", "theme"].map(str::to_owned));
        all
    }

    #[test]
    fn every_command_and_argument_has_a_text_in_each_language() {
        for language in UiLanguage::ALL {
            let all = helps(&mut command(language));
            assert!(all.len() > 12, "{} helps", all.len());
            for help in all {
                let lacking: Vec<&str> =
                    help.split_whitespace().filter(|word| word.starts_with("help-")).collect();
                assert!(lacking.is_empty(), "{}: {lacking:?} in\n{help}", language.code());
            }
        }
    }

    #[test]
    fn no_help_is_english_in_kazakh_and_russian() {
        assert!(!english("Print the version").is_empty());
        for language in [UiLanguage::Kk, UiLanguage::Ru] {
            for help in helps(&mut command(language)) {
                assert!(english(&help).is_empty(), "{}: {:?} in\n{help}", language.code(), english(&help));
            }
        }
    }

    /// Messages that the declared commands and arguments take.
    fn taken(command: &Command, name: &str, all: &mut Vec<String>) {
        all.push(format!("help-{name}"));
        for arg in command.get_arguments() {
            let own = id(arg.get_id().as_str());
            all.extend([format!("help-{name}-{own}"), format!("help-any-{own}")]);
            let names = arg.get_value_names().unwrap_or_default();
            all.extend(names.iter().map(|name| format!("help-value-{}", id(name))));
        }
        command.get_subcommands().for_each(|below| taken(below, below.get_name(), all));
    }

    #[test]
    fn no_text_is_left_of_what_is_gone() {
        let mut taken_ids = Vec::new();
        taken(&Arguments::command(), "esep", &mut taken_ids);
        let source = concat!(include_str!("help.rs"), include_str!("man.rs"));
        let files = sources(UiLanguage::En);
        let (_, text) = files.iter().find(|(name, _)| *name == "help.en.ftl").unwrap();
        let ids = text.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id);
        let is_used = |id: &&str| {
            let listed = id.starts_with("help-exit-") || id.starts_with("help-variable-");
            listed || taken_ids.iter().any(|taken| taken == id) || source.contains(&format!("\"{id}\""))
        };
        let idle: Vec<&str> = ids.filter(|id| id.starts_with("help-") && !is_used(id)).collect();
        assert!(idle.is_empty(), "{idle:?}");
    }

    #[test]
    fn the_definition_is_sound() {
        command(UiLanguage::En).debug_assert();
    }
}
