//! `esep licences`: the licences of everything that is inside the program. The list is made by `.ci/licences.py`.

use std::process::ExitCode;

use super::print;

/// Parts, a line each; a blank line; then the texts.
static LICENCES: &str = include_str!("licences.txt");

#[derive(Debug, clap::Args)]
pub struct LicencesArgs {
    #[arg(long)]
    list: bool,
}

pub fn run(arguments: &LicencesArgs) -> ExitCode {
    let list = LICENCES.split_once("\n\n").map_or(LICENCES, |(list, _)| list);
    let shown = if arguments.list { format!("{list}\n") } else { LICENCES.to_owned() };
    print(&shown);
    ExitCode::SUCCESS
}

#[cfg(test)]
mod tests {
    use super::LICENCES;

    #[test]
    fn crates_and_fonts_are_listed() {
        let (list, texts) = LICENCES.split_once("\n\n").unwrap_or_default();
        assert!(list.lines().count() > 200, "{list}");
        assert!(list.contains("clap ") && list.contains("OFL-1.1"), "{list}");
        assert!(texts.contains("SIL OPEN FONT LICENSE") && texts.contains("Apache License"));
    }
}
