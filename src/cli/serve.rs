//! `esep serve`: the study on a page.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use super::{EditionArg, failed, print};
use esep::diag::{UiLanguage, say};
use esep::pipeline::{Request, is_study, recent_studies};
use esep::serve::{Options, Start, start};

#[derive(Debug, clap::Args)]
pub struct ServeArgs {
    study: Option<PathBuf>,
    #[arg(long)]
    port: Option<u16>,
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<IpAddr>,
    #[arg(long)]
    no_open: bool,
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    #[arg(long, value_enum)]
    edition: Option<EditionArg>,
    #[arg(long)]
    theme: Option<String>,
    #[arg(long, value_name = "FOLDER")]
    templates: Option<PathBuf>,
}

/// Runs until the terminal ends it; 0 where another start serves the study already.
pub fn run(arguments: ServeArgs, language: UiLanguage) -> ExitCode {
    let study = arguments.study.or_else(nearest_study).unwrap_or_default();
    let is_start = study.as_os_str().is_empty();
    let shown = study.display().to_string();
    let request = Request {
        study,
        out: arguments.out,
        edition: arguments.edition.map(Into::into),
        theme: arguments.theme,
        templates: arguments.templates,
        ..Request::default()
    };
    let options = Options { request, port: arguments.port, listen: arguments.listen, language };
    match start(options) {
        Ok(Start::Joined(url)) => {
            print(&format!("{}\n", say!("serve-joined", study = shown, url = url).render(language)));
            if !arguments.no_open {
                open_browser(&url);
            }
            ExitCode::SUCCESS
        }
        Ok(Start::Ready(server)) => {
            let told = match is_start {
                true => say!("serve-start", url = server.url()),
                false => say!("serve-at", study = shown, url = server.url()),
            };
            print(&format!("{}\n", told.render(language)));
            if arguments.listen.is_some_and(|address| !address.is_loopback()) {
                print(&format!("{}\n", say!("serve-open-wide").render(language)));
            }
            print(&format!("{}\n", say!("serve-end").render(language)));
            if !arguments.no_open {
                open_browser(server.url());
            }
            server.run();
            ExitCode::SUCCESS
        }
        Err(fault) => failed(&fault.into(), language),
    }
}

/// What the program is started with where somebody drops a study on it, or clicks it twice on Windows: nothing that is
/// a command.
pub fn without_command(arguments: &[std::ffi::OsString]) -> Option<ServeArgs> {
    let served = |study: Option<PathBuf>| ServeArgs {
        study,
        port: None,
        listen: None,
        no_open: false,
        out: None,
        edition: None,
        theme: None,
        templates: None,
    };
    match arguments {
        [] if cfg!(windows) => Some(served(None)),
        [path] if Path::new(path).is_absolute() && is_study(Path::new(path)) => {
            Some(served(Some(PathBuf::from(path))))
        }
        _ => None,
    }
}

/// This folder where it is a study, else the one opened last; without either the page lets one choose.
fn nearest_study() -> Option<PathBuf> {
    let here = PathBuf::from(".");
    is_study(&here).then_some(here).or_else(|| recent_studies().into_iter().next())
}

/// Opens the user's browser; where there is none the address stands in the terminal.
fn open_browser(url: &str) {
    let (program, before): (&str, &[&str]) = if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let started = Command::new(program)
        .args(before)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    drop(started);
}
