//! What the program costs beside the bare typesetting library, in one run: `cargo bench --bench cost`.
//!
//! For each example, and for long tables, the same composed document is made into a PDF by `baocao render` and by a process that knows
//! nothing but the library (`bare.rs`). Reported are the CPU time of the whole processes (the least of several), their
//! ratio, the peak memory, and the time of everything before the typesetter, measured inside this process. Then the peak
//! memory of one office that makes few and many documents.

mod bare;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use baocao::{Folder, Office, ReportFile, ShelfPath, Standards};
use wait4::Wait4;

const ROUNDS: usize = 15;

/// Rows of the long tables.
const LONG: [usize; 2] = [1_000, 10_000];

/// Reports from which on fewer rounds must do, in bytes of the composed document.
const LARGE: u64 = 2_000_000;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let value =
        |name: &str| arguments.iter().position(|argument| argument == name).map(|at| Path::new(&arguments[at + 1]));
    if let Some(folder) = value("--bare") {
        return bare::run(folder);
    }
    if let (Some(report), Some(folder)) = (value("--compose"), value("--into")) {
        return compose(report, folder);
    }
    if let Some(count) = value("--many") {
        return many(count);
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let work = tempfile::tempdir().expect("a temporary folder");
    let mut reports: Vec<PathBuf> = std::fs::read_dir(root.join("examples"))
        .expect("the examples")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|kind| kind == "json"))
        .collect();
    reports.sort();
    reports.push(one_page(root, work.path()));
    reports.extend(LONG.map(|rows| long_table(root, work.path(), rows)));
    // `cargo bench --bench cost -- long` measures only the reports with `long` in their names.
    if let Some(wanted) = arguments.iter().skip(1).find(|argument| !argument.starts_with('-')) {
        reports.retain(|report| report.to_string_lossy().contains(wanted.as_str()));
    }
    println!(
        "{:<20} {:>5} {:>11} {:>11} {:>6} {:>9} {:>9} {:>9}   before the typesetter: first, then",
        "report", "pages", "baocao CPU", "bare CPU", "ratio", "own CPU", "baocao", "bare"
    );
    for report in &reports {
        measure(report, work.path());
    }
    memory_of_many();
}

/// Composes a report as the program does, writes what the bare library shall set, and prints the number of pages and
/// the time of everything before the typesetter: the first time in the process, and the median of the later ones.
fn compose(report: &Path, folder: &Path) {
    let bytes = std::fs::read(report).expect("the report");
    let beside = Folder::new(report.parent().expect("a folder"));
    let read = ReportFile::new(report.display().to_string(), bytes).beside(&beside, ShelfPath::root());
    // The first report of a process pays for reading and parsing the template set; the office keeps both for the others.
    let office = Office::default();
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            let composed = office.compose(read.clone());
            assert!(composed.value.is_some(), "{:?}", composed.review);
            start.elapsed()
        })
        .collect();
    let first = times.remove(0);
    times.sort();
    let composed = office.compose(read).value.expect("composed");
    let pages = office.pages(&composed, Some(&Standards::default())).value.expect("pages").count();
    std::fs::write(folder.join("data.json"), bare::data(&composed.document)).expect("a file");
    std::fs::copy(report, folder.join("report.json")).expect("a file");
    println!("{pages} {:.2} ms, {:.2} ms", millis(first), millis(times[times.len() / 2]));
}

/// What one office remembers: makes a report into a PDF so many times.
fn many(count: &Path) {
    let count: usize = count.to_str().and_then(|count| count.parse().ok()).expect("a number");
    let (office, folder) = (Office::default(), Folder::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")));
    for _ in 0..count {
        let report = ReportFile::open(&folder, MANY, office.limits()).expect("the report");
        assert!(office.pdf(report, &Standards::default()).value.is_some());
    }
}

/// The peak memory of a process that makes so many documents with one office: it must not grow with them.
fn memory_of_many() {
    for count in ["2", "10", "50"] {
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        command.arg("--many").arg(count);
        let (time, memory) = cost(command);
        println!("{count:>3} x {MANY}, one office: {:.0} ms CPU, {:.1} MB", millis(time), megabytes(memory));
    }
}

/// A report of a usual length.
const MANY: &str = "xa-q3-2023.json";

/// A report of one page: the smallest example without its appendices and with one line of text.
fn one_page(root: &Path, work: &Path) -> PathBuf {
    let text = std::fs::read(root.join("examples/xa-q3-2026.json")).expect("an example");
    let mut report: serde_json::Value = serde_json::from_slice(&text).expect("JSON");
    report["appendices"] = serde_json::json!([]);
    report["sections"] = serde_json::json!({});
    report["outline"] = serde_json::json!([{ "title": "Kết quả", "text": "Một đoạn văn." }]);
    let path = work.join("one-page.json");
    std::fs::write(&path, report.to_string()).expect("a file");
    path
}

/// A report with one table of six columns, its rows in a file.
fn long_table(root: &Path, work: &Path, rows: usize) -> PathBuf {
    let text = std::fs::read(root.join("examples/xa-q3-2026.json")).expect("an example");
    let mut report: serde_json::Value = serde_json::from_slice(&text).expect("JSON");
    let file = format!("long-{rows}.csv");
    report["sections"] = serde_json::json!({});
    report["outline"] = serde_json::json!([{ "title": "Kết quả", "text": "Một đoạn văn." }]);
    report["appendices"] = serde_json::json!([{ "title": "Danh mục", "parts": [{ "table": "ho-so" }] }]);
    report["tables"] = serde_json::json!({ "ho-so": {
        "columns": [
            { "title": "STT", "kind": "ordinal" },
            { "id": "ten", "title": "Tên thủ tục hành chính" },
            { "id": "don-vi", "title": "Đơn vị" },
            { "id": "nhan", "title": "Tiếp nhận", "kind": "count" },
            { "id": "xong", "title": "Đã giải quyết", "kind": "count" },
            { "id": "ty-le", "title": "Tỷ lệ (%)", "kind": "percent", "ratio": ["xong", "nhan"] },
        ],
        "data": { "file": &file },
        "total": { "label": "Tổng số" },
    }});
    let lines: String = (1..=rows)
        .map(|row| format!("Thủ tục số {row};Đơn vị {};{};{}\n", row % 37 + 1, row * 7 % 3000 + 1, row * 7 % 3000 / 2))
        .collect();
    std::fs::write(work.join(file), format!("ten;don-vi;nhan;xong\n{lines}")).expect("a file");
    let path = work.join(format!("long-{rows}.json"));
    std::fs::write(&path, report.to_string()).expect("a file");
    path
}

/// This process stays small: a child begins with the memory of the one that starts it.
fn measure(report: &Path, work: &Path) {
    let this = || Command::new(std::env::current_exe().expect("this program"));
    let composed = this().arg("--compose").arg(report).arg("--into").arg(work).output().expect("a process");
    let composed = String::from_utf8(composed.stdout).expect("text");
    let (pages, before) = composed.trim().split_once(' ').expect("pages and times");

    let out = work.join("out.pdf");
    let ours = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_baocao"));
        command.arg("render").arg(report).arg("-o").arg(&out).arg("--force");
        command
    };
    let bare = || {
        let mut command = this();
        command.arg("--bare").arg(work);
        command
    };
    let (mut least_ours, mut least_bare) = ((Duration::MAX, u64::MAX), (Duration::MAX, u64::MAX));
    let size = std::fs::metadata(work.join("data.json")).expect("the composed document").len();
    for _ in 0..if size > LARGE { 3 } else { ROUNDS } {
        least_ours = least(least_ours, cost(ours()));
        least_bare = least(least_bare, cost(bare()));
    }
    println!(
        "{:<20} {pages:>5} {:>8.1} ms {:>8.1} ms {:>6.3} {:>6.1} ms {:>6.1} MB {:>6.1} MB   {before}",
        report.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default(),
        millis(least_ours.0),
        millis(least_bare.0),
        millis(least_ours.0) / millis(least_bare.0),
        millis(least_ours.0) - millis(least_bare.0),
        megabytes(least_ours.1),
        megabytes(least_bare.1),
    );
}

fn cost(mut command: Command) -> (Duration, u64) {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a process");
    let usage = child.wait4().expect("its usage");
    assert!(usage.status.success());
    (usage.rusage.utime + usage.rusage.stime, usage.rusage.maxrss)
}

fn least(a: (Duration, u64), b: (Duration, u64)) -> (Duration, u64) {
    (a.0.min(b.0), a.1.min(b.1))
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// `wait4` gives bytes.
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1_000_000.0
}
