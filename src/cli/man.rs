//! `esep man`: manual pages, a page a command, from the same definitions and texts as the help.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::{failed, help, print};
use esep::diag::{Catalogue, UiLanguage, say};
use esep::pipeline::write_pages;

#[derive(Debug, clap::Args)]
pub struct ManArgs {
    folder: Option<PathBuf>,
}

/// Headings that clap writes in English, and the messages that stand in their places.
const HEADINGS: [(&str, &str); 6] = [
    ("NAME", "help-name"),
    ("SYNOPSIS", "help-synopsis"),
    ("DESCRIPTION", "help-description"),
    ("OPTIONS", "help-options"),
    ("SUBCOMMANDS", "help-commands"),
    ("VERSION", "help-version-heading"),
];

/// All pages below a folder as `man` looks for them, `man1`, `ru/man1`, `kk/man1`; or the first page alone, printed.
pub fn run(arguments: &ManArgs, language: UiLanguage) -> ExitCode {
    let Some(folder) = &arguments.folder else {
        print(&pages(language).into_iter().next().map(|(_, text)| text).unwrap_or_default());
        return ExitCode::SUCCESS;
    };
    let files: Vec<(String, String)> = UiLanguage::ALL
        .into_iter()
        .flat_map(|language| {
            let below = match language {
                UiLanguage::En => "man1".to_owned(),
                UiLanguage::Kk | UiLanguage::Ru => format!("{}/man1", language.code()),
            };
            pages(language).into_iter().map(move |(name, text)| (format!("{below}/{name}"), text))
        })
        .collect();
    match write_pages(folder, &files) {
        Ok(()) => {
            let said = say!("man-written", folder = folder.display(); n = files.len());
            print(&format!("{}\n", said.render(language)));
            ExitCode::SUCCESS
        }
        Err(fault) => failed(&fault.into(), language),
    }
}

/// Names and texts of the pages in a language; the first is that of the program as a whole.
fn pages(language: UiLanguage) -> Vec<(String, String)> {
    let command = help::command(language);
    let below = command.get_subcommands().cloned().collect::<Vec<_>>();
    std::iter::once(command).chain(below).map(|command| page(command, language)).collect()
}

fn page(command: Command, language: UiLanguage) -> (String, String) {
    let title = command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned();
    let has_commands = command.has_subcommands();
    let word = |id: &str| Catalogue::of(language).text(id, None).unwrap_or_default();
    let man = Man::new(command.disable_version_flag(true))
        .title(title.to_uppercase())
        .source(concat!("esep ", env!("CARGO_PKG_VERSION")))
        .manual(word("help-manual"));
    let name = format!("{title}.1");
    let mut page = Vec::new();
    // Writing into memory cannot fail.
    drop(man.render_title(&mut page));
    drop(man.render_name_section(&mut page));
    drop(man.render_synopsis_section(&mut page));
    drop(man.render_description_section(&mut page));
    drop(man.render_options_section(&mut page));
    if has_commands {
        drop(man.render_subcommands_section(&mut page));
    }
    let mut text = String::from_utf8_lossy(&page).into_owned();
    for (english, id) in HEADINGS {
        text =
            text.replace(&format!("\n.SH {english}\n"), &format!("\n.SH \"{}\"\n", word(id).to_uppercase()));
    }
    let mut rest = Roff::new();
    for (heading, lines) in help::codes_and_variables(language) {
        rest.control("SH", [heading.to_uppercase().as_str()]);
        for (name, meaning) in lines {
            rest.control("TP", []);
            rest.text([bold(name)]);
            rest.text([roman(meaning)]);
        }
    }
    (name, text + &rest.to_roff())
}

#[cfg(test)]
mod tests {
    use super::{HEADINGS, pages};
    use esep::diag::UiLanguage;

    #[test]
    fn each_command_has_a_page_and_no_heading_is_left_in_english() {
        for language in UiLanguage::ALL {
            let all = pages(language);
            assert!(all.iter().any(|(name, _)| name == "esep.1"), "{all:?}");
            assert!(all.iter().any(|(name, _)| name == "esep-build.1"), "{all:?}");
            for (name, text) in &all {
                for (english, _) in HEADINGS {
                    assert!(!text.contains(&format!(".SH {english}\n")), "{name}: {english}\n{text}");
                }
                assert!(text.contains("ESEP_LANG") && !text.contains("help-"), "{name}\n{text}");
            }
        }
    }
}
