//! `esep guide`: the manual, and what the command line tells of itself in it.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Arg, Command, ValueEnum};

use super::{failed, help, human, print, progress, table, tell};
use esep::diag::UiLanguage;
use esep::pipeline::{self, CommandHelp, CommandLine, Format, GuideRequest, NamedText};

#[derive(Debug, clap::Args)]
pub struct GuideArgs {
    #[arg(long, value_delimiter = ',', value_name = "LANGUAGE")]
    lang: Vec<GuideLanguageArg>,
    #[arg(long, default_value = "out/guide", value_name = "FOLDER")]
    out: PathBuf,
    #[arg(long, value_delimiter = ',')]
    format: Vec<GuideFormatArg>,
    #[arg(long, value_name = "FOLDER")]
    templates: Option<PathBuf>,
    #[arg(long, short)]
    quiet: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum GuideLanguageArg {
    Kk,
    Ru,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum GuideFormatArg {
    Pdf,
    Docx,
}

/// Ends with 1 for faults of templates, with 2 where the files cannot be written.
pub fn run(arguments: &GuideArgs, language: UiLanguage) -> ExitCode {
    let progress = progress::Told::new(!arguments.quiet);
    let made = pipeline::guide(&request(arguments), &progress);
    progress.end();
    match made {
        Ok(summary) => {
            tell(&human::list(summary.warnings.iter(), language, |_| None));
            if !arguments.quiet {
                print(&format!("{}\n", table::table(&summary, language)));
            }
            ExitCode::SUCCESS
        }
        Err(faults) => failed(&faults, language),
    }
}

fn request(arguments: &GuideArgs) -> GuideRequest {
    let language = |own: &GuideLanguageArg| match own {
        GuideLanguageArg::Kk => "kk".to_owned(),
        GuideLanguageArg::Ru => "ru".to_owned(),
    };
    let format = |own: &GuideFormatArg| match own {
        GuideFormatArg::Pdf => Format::Pdf,
        GuideFormatArg::Docx => Format::Docx,
    };
    GuideRequest {
        out: arguments.out.clone(),
        templates: arguments.templates.clone(),
        languages: arguments.lang.iter().map(language).collect(),
        formats: arguments.format.iter().map(format).collect(),
        command_line,
    }
}

/// The command line in a language, from the same definitions and texts as its help.
fn command_line(language: UiLanguage) -> CommandLine {
    let mut command = help::command(language);
    let options = command.get_arguments().map(argument).collect();
    let commands = command.get_subcommands_mut().map(told).collect();
    let [exit_codes, variables] = help::codes_and_variables(language)
        .map(|(_, lines)| lines.into_iter().map(|(name, text)| NamedText { name, text }).collect::<Vec<_>>());
    CommandLine { commands, options, exit_codes, variables }
}

fn told(command: &mut Command) -> CommandHelp {
    let usage = command.render_usage().to_string();
    let own = command.get_arguments().filter(|arg| !arg.is_global_set() && arg.get_id() != "help");
    CommandHelp {
        name: command.get_name().to_owned(),
        about: command.get_about().map(ToString::to_string).unwrap_or_default().replace('`', ""),
        usage: usage.trim_start_matches("Usage: ").to_owned(),
        arguments: own.map(argument).collect(),
    }
}

/// An argument as it is typed, with what its help says.
fn argument(arg: &Arg) -> NamedText {
    let values: Vec<&str> = arg.get_value_names().unwrap_or_default().iter().map(|v| v.as_str()).collect();
    let values = values.join(" ");
    let name = match (arg.get_long(), arg.get_action().takes_values()) {
        (Some(long), true) => format!("--{long} {values}"),
        (Some(long), false) => format!("--{long}"),
        (None, _) => values,
    };
    NamedText { name, text: arg.get_help().map(ToString::to_string).unwrap_or_default().replace('`', "") }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::{command_line, help};
    use esep::diag::{ALL, UiLanguage};
    use esep::pipeline::{Artifact, BuildOutput, GUIDE, GuideRequest, Silent, guide_in_memory};
    use esep::source::Assets;

    fn made() -> BuildOutput {
        let request = GuideRequest {
            out: "out".into(),
            templates: None,
            languages: Vec::new(),
            formats: Vec::new(),
            command_line,
        };
        guide_in_memory(&request, &Silent).unwrap_or_else(|faults| panic!("{faults:?}"))
    }

    /// The text of a DOCX, runs joined.
    fn text(artifact: &Artifact) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(&artifact.bytes)).unwrap();
        let mut xml = String::new();
        archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
        let pieces = xml.split('<').filter_map(|piece| piece.split_once('>'));
        let text: String = pieces.map(|(_, text)| text).collect();
        text.replace("&lt;", "<").replace("&gt;", ">").replace('\u{ad}', "").replace('\u{a0}', " ")
    }

    #[test]
    fn the_manual_has_every_command_option_and_code_in_both_languages() {
        let made = made();
        assert!(made.warnings.iter().next().is_none(), "{:?}", made.warnings);
        let names: Vec<&str> = made.artifacts.iter().map(|artifact| artifact.info.name.as_str()).collect();
        assert_eq!(names, ["guide.kk.pdf", "guide.kk.docx", "guide.ru.pdf", "guide.ru.docx"]);
        for artifact in &made.artifacts {
            assert!((20..=40).contains(&artifact.info.pages), "{}", artifact.info.pages);
        }
        for (language, at) in [(UiLanguage::Kk, 1), (UiLanguage::Ru, 3)] {
            let text = text(&made.artifacts[at]);
            let line = command_line(language);
            assert!(line.commands.len() > 12);
            for command in &line.commands {
                assert!(text.contains(&command.usage), "{}", command.usage);
                let absent = command.arguments.iter().find(|argument| !text.contains(&argument.name));
                assert!(absent.is_none(), "{}: {absent:?}", command.name);
            }
            let absent: Vec<_> = ALL.iter().filter(|code| !text.contains(code.as_str())).collect();
            assert!(absent.is_empty(), "{absent:?}");
            assert!(!text.contains("E999") && !text.contains("esep bake"));
        }
    }

    #[test]
    fn what_the_manual_says_to_type_is_taken() {
        let settings = Assets::embedded().text(&format!("reports/{GUIDE}/guide.toml")).unwrap();
        let settings: toml::Table = toml::from_str(&settings).unwrap();
        let typed: Vec<&str> =
            settings["commands"].as_table().unwrap().values().filter_map(|c| c.as_str()).collect();
        assert!(typed.len() > 20);
        for line in typed {
            let words = line.split(' ').map(|word| word.trim_matches('"'));
            let taken = help::command(UiLanguage::En).try_get_matches_from(words);
            assert!(
                taken.is_ok() || line.ends_with("--version"),
                "{line}: {}",
                taken.err().map(|refused| refused.to_string()).unwrap_or_default()
            );
        }
        assert!(help::command(UiLanguage::En).try_get_matches_from(["esep", "bake"]).is_err());
    }
}
