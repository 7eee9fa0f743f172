//! A set of files is the old one or the new one, whatever happens to the program in between.
//!
//! `ESEP_KILLS=500 cargo test --test suite whole` kills as many builds; else nine.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use esep::diag::Location;
use esep::pipeline::{Format, Request, Silent, build};

use crate::support::{edit, folder, is_all, put, starter};

type Files = BTreeMap<String, Vec<u8>>;

const PART: &str = "invitation,minutes";

fn esep(study: &Path, out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_esep"));
    command.args(["--ui-lang", "en", "build", "--quiet", "--force", "--deliverable", PART]);
    command.args(["--format", "docx"]).arg(study).arg("--out").arg(out);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn ended(mut command: Command) -> Output {
    command.stderr(Stdio::piped()).output().unwrap()
}

/// All that a folder holds, hidden files, too.
fn held(folder: &Path) -> Files {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries.map(|e| (e.file_name().into_string().unwrap(), fs::read(e.path()).unwrap_or_default())).collect()
}

/// Two states of a study, with the files that each makes.
struct States {
    studies: [tempfile::TempDir; 2],
    sets: [Files; 2],
    took: Duration,
}

impl States {
    /// Those that all tests have in common.
    fn shared() -> &'static Self {
        static STATES: LazyLock<States> = LazyLock::new(States::new);
        &STATES
    }

    fn new() -> Self {
        let studies = [starter(), starter()];
        edit(studies[1].path(), "study.json", |v| v["title"]["ru"] = "Другое название".into());
        let began = Instant::now();
        let sets = [0, 1].map(|at| {
            let out = folder();
            let built = ended(esep(studies[at].path(), out.path()));
            assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
            held(out.path())
        });
        assert!(sets[0].len() == 5 && sets[0].iter().all(|(name, bytes)| sets[1][name] != *bytes));
        Self { studies, sets, took: began.elapsed() / 2 }
    }

    /// Which of the two sets a folder holds, and nothing else.
    fn of(&self, folder: &Path) -> Option<usize> {
        let held = held(folder);
        (0..2).find(|at| self.sets[*at] == held)
    }

    /// A run that opens the folder, and then fails for a template.
    fn failing(&self, out: &Path, templates: &Path) {
        put(templates, "reports/minutes/report.md", "{% if");
        let request = Request {
            study: self.studies[0].path().to_owned(),
            out: Some(out.to_owned()),
            templates: Some(templates.to_owned()),
            deliverables: PART.split(',').map(str::to_owned).collect(),
            formats: vec![Format::Docx],
            force: true,
            ..Request::default()
        };
        let faults = build(&request, &Silent).map(|_| ()).unwrap_err();
        let of_template = |place: &Location| place.file == "reports/minutes/report.md";
        assert!(faults.iter().any(|fault| fault.location.as_ref().is_some_and(of_template)), "{faults:?}");
    }
}

/// Chance that is the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// Waits until the set changes places with the old one, or the build has ended.
fn until_commit(build: &mut Child, out: &Path) {
    while !out.join(".esep-commit").exists() && build.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_micros(50));
    }
}

#[test]
fn a_build_killed_at_any_moment_leaves_the_old_set_or_the_new_one() {
    let kills: usize = std::env::var("ESEP_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(9);
    let states = States::shared();
    let (out, templates) = (folder(), folder());
    assert!(ended(esep(states.studies[0].path(), out.path())).status.success());
    let mut chance = Chance(2026);
    let (mut last, mut found, mut amid) = (0, [0, 0], 0);
    let whole_run = u64::try_from(states.took.as_millis()).unwrap() + 1;
    for kill in 0..kills {
        let next = 1 - last;
        let mut build = esep(states.studies[next].path(), out.path()).spawn().unwrap();
        match kill % 3 {
            0 => std::thread::sleep(Duration::from_millis(chance.below(whole_run))),
            1 => until_commit(&mut build, out.path()),
            _ => {
                until_commit(&mut build, out.path());
                std::thread::sleep(Duration::from_micros(chance.below(3000)));
            }
        }
        build.kill().unwrap();
        build.wait().unwrap();
        amid += usize::from(out.path().join(".esep-commit").exists());
        states.failing(out.path(), templates.path());
        let now = states.of(out.path());
        assert!(now == Some(last) || now == Some(next), "kill {kill}: {:?}", held(out.path()).keys());
        found[usize::from(now == Some(next))] += 1;
        last = now.unwrap_or(last);
    }
    #[allow(clippy::print_stdout, reason = "what the named command came to")]
    {
        println!(
            "{kills} builds killed, {amid} of them amid the exchange: {} old sets, {} new ones",
            found[0], found[1]
        );
    }
    assert!(found.iter().all(|count| *count > 0) && amid > 0, "{found:?}, {amid}: every moment was met");
}

#[test]
fn two_builds_into_one_folder_take_turns() {
    let states = States::shared();
    for _ in 0..if is_all() { 3 } else { 1 } {
        let out = folder();
        let builds = [0, 1].map(|at| esep(states.studies[at].path(), out.path()).spawn().unwrap());
        for mut build in builds {
            assert!(build.wait().unwrap().success());
        }
        assert!(states.of(out.path()).is_some(), "{:?}", held(out.path()).keys());
    }
}

#[test]
fn a_target_that_cannot_be_replaced_is_named_and_nothing_changes() {
    let (study, out) = (starter(), folder());
    assert!(ended(esep(study.path(), out.path())).status.success());
    let target = out.path().join("minutes.ru.docx");
    fs::remove_file(&target).unwrap();
    fs::create_dir(&target).unwrap();
    let before = held(out.path());
    edit(study.path(), "study.json", |v| v["title"]["ru"] = "Другое название".into());
    let failed = ended(esep(study.path(), out.path()));
    assert_eq!(failed.status.code(), Some(2));
    let told = String::from_utf8_lossy(&failed.stderr).into_owned();
    assert!(told.contains("minutes.ru.docx") && told.contains("nothing was written"), "{told}");
    assert!(held(out.path()) == before);
}

/// A limit on the size of files, which writes hit as they hit the end of a disk.
#[cfg(unix)]
#[test]
fn a_disk_that_is_full_changes_nothing() {
    let (study, out) = (starter(), folder());
    assert!(ended(esep(study.path(), out.path())).status.success());
    let before = held(out.path());
    edit(study.path(), "study.json", |v| v["title"]["ru"] = "Другое название".into());
    let build = esep(study.path(), out.path());
    let mut limited = Command::new("sh");
    limited.args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\""]).arg(build.get_program());
    let failed = ended({
        limited.args(build.get_args());
        limited
    });
    assert_eq!(failed.status.code(), Some(2), "{}", String::from_utf8_lossy(&failed.stderr));
    let told = String::from_utf8_lossy(&failed.stderr).into_owned();
    assert!(told.contains("cannot be written"), "{told}");
    assert!(held(out.path()) == before);
    let fresh = out.path().join("below");
    let failed = ended({
        let mut limited = Command::new("sh");
        limited.args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\""]);
        let build = esep(study.path(), &fresh);
        limited.arg(build.get_program()).args(build.get_args());
        limited
    });
    assert!(!failed.status.success() && !fresh.exists(), "a folder made for nothing goes, too");
}

/// Links and pipes under the names that the program uses.
#[cfg(unix)]
#[test]
fn what_others_planted_is_neither_written_through_nor_waited_for() {
    let (study, out, elsewhere) = (starter(), folder(), folder());
    let mine = elsewhere.path().join("letter");
    fs::write(&mine, "mine").unwrap();
    for name in [".esep.lock", "minutes.ru.docx", "manifest.json"] {
        std::os::unix::fs::symlink(&mine, out.path().join(name)).unwrap();
    }
    for name in [".esep-new", "minutes.kk.docx"] {
        let made = Command::new("mkfifo").arg(out.path().join(name)).status().unwrap();
        assert!(made.success());
    }
    let built = ended(esep(study.path(), out.path()));
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    assert_eq!(fs::read_to_string(&mine).unwrap(), "mine");
    let held = held(out.path());
    assert_eq!(held.len(), 5, "{:?}", held.keys());
    assert!(fs::symlink_metadata(out.path().join("minutes.kk.docx")).unwrap().is_file());
}
