//! The same study gives the same files wherever it is built: on one thread or two, in any time zone and language of the
//! system, from any folder, whatever order its files come in. And they tell nothing of that computer.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{files_below, folder, put, starter};
use crate::withheld::everything;

/// A computer as its user has set it up.
struct Computer {
    /// Folder of the study, and whether it is named from inside of its parent.
    study: &'static str,
    is_near: bool,
    jobs: &'static str,
    variables: [(&'static str, &'static str); 4],
}

const PARTS: &str = "interim-1,invitation,base";

const COMPUTERS: [Computer; 2] = [
    Computer {
        study: "study",
        is_near: false,
        jobs: "1",
        variables: [
            ("RAYON_NUM_THREADS", "1"),
            ("TZ", "Asia/Almaty"),
            ("LANG", "kk_KZ.UTF-8"),
            ("LC_ALL", "C"),
        ],
    },
    Computer {
        study: "nameoffolder/другая папка",
        is_near: true,
        jobs: "2",
        variables: [
            ("RAYON_NUM_THREADS", "2"),
            ("TZ", "Pacific/Kiritimati"),
            ("LANG", "tr_TR.UTF-8"),
            ("LC_ALL", "tr_TR.UTF-8"),
        ],
    },
];

/// Names of a user and a computer that no document has by chance.
const OWN: [(&str, &str); 5] = [
    ("USER", "nameofuser"),
    ("LOGNAME", "nameofuser"),
    ("USERNAME", "nameofuser"),
    ("HOSTNAME", "nameofhost"),
    ("COMPUTERNAME", "nameofhost"),
];

/// Files with their contents, by path.
type Files = Vec<(PathBuf, Vec<u8>)>;

/// What a computer makes of a study whose files are written in this order.
fn built(computer: &Computer, files: &Files, out: &Path) -> Files {
    let home = folder();
    let study = home.path().join("nameofhome").join(computer.study);
    for (path, bytes) in files {
        put(&study, path, bytes);
    }
    let out = out.join("nameofout");
    let mut command = Command::new(env!("CARGO_BIN_EXE_esep"));
    command.args(["build", "--quiet", "--deliverable", PARTS, "--jobs", computer.jobs, "--out"]).arg(&out);
    if computer.is_near {
        command.current_dir(study.parent().unwrap()).arg(study.file_name().unwrap());
    } else {
        command.arg(&study);
    }
    command.envs(computer.variables).envs(OWN).env("HOME", home.path().join("nameofhome"));
    let result = command.output().unwrap();
    assert!(result.status.success(), "{}", String::from_utf8_lossy(&result.stderr));
    let mut made = files_below(&out);
    made.sort();
    made
}

#[test]
fn a_study_gives_the_same_files_anywhere_and_they_do_not_tell_where() {
    let study = starter();
    let mut files = files_below(study.path());
    files.sort();
    let outs = [folder(), folder()];
    let one = built(&COMPUTERS[0], &files, outs[0].path());
    files.reverse();
    let other = built(&COMPUTERS[1], &files, outs[1].path());
    let names = |files: &Files| files.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
    assert_eq!(names(&one), names(&other));
    assert!(one.len() > 4 + 4 + 3, "{:?}", names(&one));
    for ((path, one), (_, other)) in one.iter().zip(&other) {
        assert!(one == other, "{} differs", path.display());
    }
    for out in &outs {
        let said = everything(&out.path().join("nameofout"));
        let temporary = std::env::temp_dir().display().to_string();
        let root = env!("CARGO_MANIFEST_DIR");
        let host = fs::read_to_string("/etc/hostname").unwrap_or_default();
        let names = ["nameofuser", "nameofhost", "nameofhome", "nameoffolder", "nameofout", "другая папка"];
        let places = [temporary.as_str(), root, host.trim()];
        for name in names.into_iter().chain(places).filter(|name| name.len() > 3) {
            assert!(!said.contains(name), "the files tell of {name}");
        }
        assert!(said.contains("interim-1"), "the search finds what is there");
    }
}
