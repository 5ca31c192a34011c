//! What a check costs: `cargo bench --bench check`.
//!
//! For each example: the time of reading and composing it and of doing so with all rules, in one process that has read its
//! template set, then `baocao check` as a command, each the least of several. Then one command for a thousand reports, the
//! examples in turn. Last, what inputs cost that are 1, 2, 4 and 8 times as long: nothing may grow faster than they do.

mod growth;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use baocao::{Folder, Office, ReportFile, Settings, ShelfPath};
use wait4::Wait4;

const ROUNDS: usize = 21;

/// Reports of the call for many.
const MANY: usize = 1_000;

fn main() {
    let mut examples: Vec<PathBuf> = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples"))
        .expect("the examples")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|kind| kind == "json"))
        .collect();
    examples.sort();
    println!(
        "{:<20} {:>12} {:>12} {:>12} {:>12} {:>12}",
        "report", "composed", "and checked", "rules alone", "command CPU", "command"
    );
    for example in &examples {
        let (composed, checked) = in_process(example);
        let command = (0..ROUNDS).map(|_| command(std::slice::from_ref(example)));
        let (cpu, wall) = command.fold((Duration::MAX, Duration::MAX), |a, b| (a.0.min(b.0), a.1.min(b.1)));
        println!(
            "{:<20} {:>9.1} ms {:>9.1} ms {:>9.1} ms {:>9.1} ms {:>9.1} ms",
            example.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default(),
            millis(composed),
            millis(checked),
            millis(checked.saturating_sub(composed)),
            millis(cpu),
            millis(wall),
        );
    }
    let (cpu, wall) = many(&examples);
    println!("{MANY} reports in one call: {:.0} ms CPU, {:.0} ms", millis(cpu), millis(wall));
    growth::print(examples[0].parent().expect("a folder"));
}

/// The time of composing a report, and of composing and checking it.
fn in_process(report: &Path) -> (Duration, Duration) {
    let bytes = std::fs::read(report).expect("the report");
    let folder = Folder::new(report.parent().expect("a folder"));
    let report = ReportFile::new(report.display().to_string(), bytes).beside(&folder, ShelfPath::root());
    let (office, settings) = (Office::default(), Settings::default());
    let composed = least(|| assert!(office.compose(report.clone()).value.is_some()));
    let checked = least(|| assert!(office.review(report.clone(), &settings).value.is_some()));
    (composed, checked)
}

/// The least time that something takes, its first time left out.
fn least(mut done: impl FnMut()) -> Duration {
    done();
    let times = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        done();
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

/// The CPU time of `baocao check` as a process, and how long it took.
fn command(reports: &[PathBuf]) -> (Duration, Duration) {
    let start = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_baocao"));
    let (cpu, succeeded) = cost(command.arg("check").args(reports));
    assert!(succeeded);
    (cpu, start.elapsed())
}

/// The CPU time of a command, and whether it succeeded.
fn cost(command: &mut Command) -> (Duration, bool) {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a process");
    let usage = child.wait4().expect("its usage");
    (usage.rusage.utime + usage.rusage.stime, usage.status.success())
}

/// The same for many reports in one call.
fn many(examples: &[PathBuf]) -> (Duration, Duration) {
    let work = tempfile::tempdir().expect("a temporary folder");
    // Tables may come from files beside a report.
    let folder = examples[0].parent().expect("a folder");
    for entry in std::fs::read_dir(folder).expect("the examples").filter_map(Result::ok) {
        if entry.path().is_file() {
            std::fs::copy(entry.path(), work.path().join(entry.file_name())).expect("a file");
        }
    }
    let reports: Vec<PathBuf> = (0..MANY)
        .map(|number| {
            let copy = work.path().join(format!("report-{number}.json"));
            std::fs::copy(&examples[number % examples.len()], &copy).expect("a file");
            copy
        })
        .collect();
    command(&reports)
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
