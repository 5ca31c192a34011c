//! `baocao render --watch`

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use baocao_core::{kinds, msg};

use super::args::RenderArgs;
use super::{Console, Outcome, output};

/// How long a change may wait.
const PAUSE: Duration = Duration::from_millis(300);

/// Folders are looked into so deep, and no more files are looked at: enough for a report and what stands beside it.
const MOST_LEVELS: usize = 3;
const MOST_FILES: usize = 5_000;

/// Makes the document, and makes it again whenever a file changes that it may be made of. `make` is told whether it may
/// replace a file.
pub(super) fn run(report: &Path, args: &RenderArgs, console: &Console, make: &dyn Fn(bool) -> Outcome) -> Outcome {
    if output::is_standard(report) || args.output.as_deref().is_some_and(output::is_standard) {
        return console.fail(kinds::settings::WRONG_CALL.finding(msg!(
            "--watch cần tệp báo cáo và tệp kết quả, không dùng với đầu vào, đầu ra chuẩn",
            "--watch needs files, not standard input or output"
        )));
    }
    let folder = report.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folders: Vec<&Path> = [Some(folder), args.office.templates.as_deref()].into_iter().flatten().collect();
    let mut before = times(report, &folders);
    let first = make(args.force);
    if matches!(first, Outcome::Failed) {
        return first;
    }
    let mut may_replace = args.force || matches!(first, Outcome::Done);
    console.say("đang theo dõi thay đổi; dừng bằng Ctrl-C", "watching for changes; stop with Ctrl-C");
    loop {
        thread::sleep(PAUSE);
        let now = times(report, &folders);
        if now != before {
            before = now;
            may_replace |= matches!(make(may_replace), Outcome::Done);
        }
    }
}

/// When the files changed that a report may be made of: the report, and what has the ending of data, texts, templates or
/// images in these folders. Results are none of them.
fn times(report: &Path, folders: &[&Path]) -> BTreeMap<PathBuf, SystemTime> {
    let mut times = BTreeMap::new();
    times.extend(changed(report).map(|time| (report.to_owned(), time)));
    let mut open: Vec<(PathBuf, usize)> = folders.iter().map(|folder| ((*folder).to_owned(), 0)).collect();
    while let Some((folder, level)) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if times.len() >= MOST_FILES {
                return times;
            }
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                if level + 1 < MOST_LEVELS {
                    open.push((path, level + 1));
                }
            } else if is_source(&path)
                && let Some(time) = changed(&path)
            {
                times.insert(path, time);
            }
        }
    }
    times
}

fn is_source(path: &Path) -> bool {
    const ENDINGS: [&str; 17] = [
        "json", "ndjson", "csv", "tsv", "txt", "md", "xlsx", "xlsm", "xlsb", "xls", "ods", "html", "jpg", "jpeg",
        "hbs", "typ", "toml",
    ];
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}
