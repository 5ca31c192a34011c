//! What a batch costs beside the bare typesetting library, in one run: `cargo bench --bench batch [-- COUNT]`.
//!
//! The same composed documents are made by `baocao batch` and by a process that knows nothing but the library: once as a
//! program has it that makes one document after the other and keeps nothing, once with the library's own memory of what it
//! laid out before. All use all processors. Reported are documents a second, CPU time and peak memory, then the peak memory
//! of few and of many documents, and the time of a one-page report through a worker that is warm.

#[path = "../cost/bare.rs"]
mod bare;

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use baocao::{Folder, Office, ReportFile, ShelfPath};
use serde_json::Value;
use wait4::Wait4;

/// The reports that the others are made like.
const LIKE: [&str; 2] = ["xa-q3-2023.json", "xa-q3-2026.json"];

/// Syllables that names of communes are made of.
const SYLLABLES: [&str; 12] =
    ["An", "Bình", "Cao", "Đông", "Hải", "Hưng", "Lộc", "Minh", "Phú", "Quang", "Tân", "Vĩnh"];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [flag, folder, kept] = &arguments[..]
        && flag == "--bare-many"
    {
        return bare::run_many(Path::new(folder), kept.parse().expect("a number"));
    }
    if let [flag, reports, into] = &arguments[..]
        && flag == "--compose-many"
    {
        return compose(Path::new(reports), Path::new(into));
    }
    let count: usize = arguments.first().map_or(1000, |count| count.parse().expect("a number"));
    let work = tempfile::tempdir().expect("a temporary folder");
    let (reports, composed) = (work.path().join("reports"), work.path().join("composed"));
    write_reports(&reports, count);
    // This process stays small: a child begins with the memory of the one that starts it.
    let this = || Command::new(std::env::current_exe().expect("this program"));
    let status = this().arg("--compose-many").arg(&reports).arg(&composed).status().expect("a process");
    assert!(status.success());
    println!("{:<34} {:>10} {:>10} {:>10} {:>9}", format!("{count} documents"), "documents/s", "wall", "CPU", "memory");
    let batch = |reports: &Path, name: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_baocao"));
        command.arg("batch").arg(reports).arg("-d").arg(work.path().join(name));
        command
    };
    let bare = |kept: &str| {
        let mut command = this();
        command.arg("--bare-many").arg(&composed).arg(kept);
        command
    };
    let ours = told("baocao batch", count, batch(&reports, "all"));
    let forgetful = told("bare library, nothing kept", count, bare("0"));
    let keeping = told("bare library, with its memory", count, bare("2"));
    println!("throughput, baocao to bare: {:.2}, {:.2}", forgetful / ours, keeping / ours);
    for few in [50, count] {
        let some = work.path().join(format!("reports-{few}"));
        write_reports(&some, few);
        let (_, _, memory) = cost(batch(&some, &format!("some-{few}")));
        println!("peak memory of a batch of {few}: {:.1} MB", memory as f64 / 1e6);
    }
    warm_worker(work.path());
}

/// Reports of communes that differ in names, numbers and figures.
fn write_reports(folder: &Path, count: usize) {
    std::fs::create_dir_all(folder).expect("a folder");
    let examples = LIKE.map(|name| read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)));
    for number in 0..count {
        let like = &examples[number % LIKE.len()];
        let name = |step: usize| SYLLABLES[number / step % SYLLABLES.len()];
        let name = format!("{} {} {}", name(1), name(12), name(144));
        let organ = &like["document"]["organ"];
        let known = organ["short_name"].as_str().and_then(|name| name.strip_prefix("UBND xã ")).expect("a commune");
        let text = like.to_string().replace(known, &name).replace(&known.to_uppercase(), &name.to_uppercase());
        let mut report: Value = serde_json::from_str(&text).expect("JSON");
        report["document"]["code_number"] = (number % 400 + 1).into();
        for figure in report["figures"].as_object_mut().expect("figures").values_mut() {
            if let Some(value) = figure.as_u64() {
                *figure = (value * (number as u64 / 7 % 9 + 1)).into();
            }
        }
        std::fs::write(folder.join(format!("{number:05}.json")), report.to_string()).expect("a file");
    }
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).expect("a file")).expect("JSON")
}

/// What the bare library shall set: the composed documents, and the reports that are attached.
fn compose(reports: &Path, into: &Path) {
    std::fs::create_dir_all(into).expect("a folder");
    let (office, folder) = (Office::default(), Folder::new(reports));
    for path in files(reports) {
        let bytes = std::fs::read(&path).expect("the report");
        let read = ReportFile::new("report.json", bytes.clone()).beside(&folder, ShelfPath::root());
        let composed = office.compose(read).value.expect("composed");
        let folder = into.join(path.file_stem().expect("a name"));
        std::fs::create_dir(&folder).expect("a folder");
        std::fs::write(folder.join("data.json"), bare::data(&composed.document)).expect("a file");
        std::fs::write(folder.join("report.json"), bytes).expect("a file");
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

/// Runs a command, tells of it, and gives its seconds.
fn told(name: &str, count: usize, command: Command) -> f64 {
    let (wall, cpu, memory) = cost(command);
    let seconds = wall.as_secs_f64();
    println!(
        "{name:<34} {:>10.1} {:>8.1} s {:>8.1} s {:>6.1} MB",
        count as f64 / seconds,
        seconds,
        cpu.as_secs_f64(),
        memory as f64 / 1e6
    );
    seconds
}

fn cost(mut command: Command) -> (Duration, Duration, u64) {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a process");
    let usage = child.wait4().expect("its usage");
    assert!(usage.status.success(), "{command:?}");
    (start.elapsed(), usage.rusage.utime + usage.rusage.stime, usage.rusage.maxrss)
}

/// The time of one page through a worker that has made some before.
fn warm_worker(work: &Path) {
    let mut report = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/xa-q3-2026.json"));
    report["appendices"] = serde_json::json!([]);
    report["sections"] = serde_json::json!({});
    report["outline"] = serde_json::json!([{ "title": "Kết quả", "text": "Một đoạn văn." }]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_baocao"));
    let mut worker = command
        .arg("worker")
        .current_dir(work)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a process");
    let mut requests = worker.stdin.take().expect("an input");
    let mut answers = BufReader::new(worker.stdout.take().expect("an output"));
    let mut times = Vec::new();
    for number in 0..50_u32 {
        report["document"]["code_number"] = (number + 1).into();
        let request = serde_json::json!({ "id": number, "report": report }).to_string() + "\n";
        let (start, mut answer) = (Instant::now(), String::new());
        requests.write_all(request.as_bytes()).expect("it is read");
        answers.read_line(&mut answer).expect("an answer");
        times.push(start.elapsed());
        assert!(answer.contains("\"made\""), "{answer}");
    }
    drop(requests);
    worker.wait().expect("it ends");
    times.drain(..10);
    times.sort();
    let millis = |time: Duration| time.as_secs_f64() * 1000.0;
    println!(
        "one page through a warm worker: {:.1} ms (median), {:.1} ms (longest)",
        millis(times[20]),
        millis(times[39])
    );
}
