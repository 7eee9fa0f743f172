//! Faults of usage: what clap refuses, said by the program's own sentences.

use clap::Command;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use esep::diag::{Code, Diagnostic, Message, say};

/// The fault as a diagnostic, with what was meant or what is possible.
pub fn fault(error: &Error, command: &Command) -> Diagnostic {
    let told = Told { error };
    Diagnostic::new(Code::Usage, told.message()).hint(told.hint(&chain(command)))
}

/// The command that was asked for, with those above it: `esep build`.
fn chain(command: &Command) -> String {
    let given = std::env::args_os().skip(1);
    let mut named = given.filter_map(|argument| argument.into_string().ok());
    let named = named.find(|argument| command.find_subcommand(argument).is_some());
    let names = [Some(command.get_name().to_owned()), named];
    names.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

struct Told<'e> {
    error: &'e Error,
}

impl Told<'_> {
    fn message(&self) -> Message {
        let given = self.text(ContextKind::InvalidValue);
        let argument = self.text(ContextKind::InvalidArg);
        let prior = self.text(ContextKind::PriorArg);
        match self.error.kind() {
            ErrorKind::UnknownArgument => say!("usage-argument-unknown", given = argument),
            ErrorKind::InvalidSubcommand => {
                say!("usage-command-unknown", given = self.text(ContextKind::InvalidSubcommand))
            }
            ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                say!("usage-command-missing")
            }
            ErrorKind::MissingRequiredArgument => say!("usage-argument-missing", arguments = argument),
            ErrorKind::ArgumentConflict if prior == argument => {
                say!("usage-argument-twice", argument = argument)
            }
            ErrorKind::ArgumentConflict => {
                say!("usage-arguments-exclude", argument = argument, other = prior)
            }
            ErrorKind::InvalidValue if !given.is_empty() => {
                say!("usage-value-unknown", argument = argument, given = given)
            }
            ErrorKind::InvalidValue
            | ErrorKind::NoEquals
            | ErrorKind::TooFewValues
            | ErrorKind::WrongNumberOfValues => say!("usage-value-missing", argument = argument),
            ErrorKind::ValueValidation => {
                say!("usage-value-refused", argument = argument, given = given)
            }
            ErrorKind::TooManyValues => say!("usage-value-surplus", argument = argument, given = given),
            ErrorKind::InvalidUtf8 => say!("usage-not-text"),
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::Io | ErrorKind::Format => {
                say!("usage-refused")
            }
            // Kinds that clap may yet add.
            _ => say!("usage-refused"),
        }
    }

    /// What was meant, where clap knows; else the values that there are; else where to look.
    fn hint(&self, command: &str) -> Message {
        let suggestions =
            [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
        let meant = suggestions.map(|kind| self.likest(kind)).into_iter().find(|text| !text.is_empty());
        let values = self.text(ContextKind::ValidValue);
        match meant {
            Some(meant) => say!("hint-usage-meant", meant = meant),
            None if !values.is_empty() => say!("hint-usage-values", values = values),
            None => say!("hint-usage-help", command = command),
        }
    }

    /// The suggestion that is most like what was typed: clap names it last.
    fn likest(&self, kind: ContextKind) -> String {
        if let Some(ContextValue::Strings(texts)) = self.error.get(kind) {
            return texts.last().cloned().unwrap_or_default();
        }
        self.text(kind)
    }

    fn text(&self, kind: ContextKind) -> String {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => text.clone(),
            Some(ContextValue::Strings(texts)) => texts.join(", "),
            Some(other) => other.to_string(),
            None => String::new(),
        }
    }
}
