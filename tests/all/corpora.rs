//! Files of rows that others made: each is read as it should be or refused with a finding, none with a panic, none in more
//! than two seconds or 300 MB. They are no part of the project and are looked for beside it, or where `BAOCAO_CORPORA`
//! says; without them these tests say that they did nothing.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use baocao_core::limits::Limits;
use baocao_core::rows::{Book, Given};
use serde_json::{Value, json};
use wait4::Wait4;

use crate::common::{baocao, project};

const MOST_TIME: Duration = Duration::from_secs(2);
const MOST_MEMORY: u64 = 300_000_000;

/// A folder of the corpora.
fn corpus(name: &str) -> Option<PathBuf> {
    let root = std::env::var_os("BAOCAO_CORPORA").map_or_else(|| project("../shared/corpora"), PathBuf::from);
    let folder = root.join(name);
    if !folder.is_dir() {
        println!("SKIPPED: there is no folder {}", folder.display());
    }
    folder.is_dir().then_some(folder)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a readable folder");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable entry").path()).collect();
    files.sort();
    files
}

/// A report whose table takes its rows from a file.
fn report(file: &Path) -> Value {
    let mut report: Value = serde_json::from_str(&baocao_testing::text("examples/xa-mot-bang.json")).expect("JSON");
    report["tables"] = json!({ "t": {
        "columns": [{ "id": "a", "title": "A" }],
        "data": { "file": file.file_name().and_then(|name| name.to_str()) }
    } });
    report["appendices"] = json!([{ "title": "Kết quả", "parts": [{ "table": "t" }] }]);
    report
}

/// The most memory that this process has had. What it starts counts that as its own until it has more: other tests run here.
fn own_peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix("kB")?.trim().parse().ok());
    peak.unwrap_or(0_u64) * 1024
}

#[test]
fn workbooks_are_read_or_refused_within_bounds() {
    let Some(folder) = corpus("calamine") else { return };
    let mut wrong = String::new();
    let mut refused = Vec::new();
    for file in files(&folder) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let work = tempfile::tempdir().expect("a temporary folder");
        std::fs::copy(&file, work.path().join(&name)).expect("a copy");
        std::fs::write(work.path().join("report.json"), report(&file).to_string()).expect("a report");
        let before = Instant::now();
        let mut child = baocao(work.path())
            .args(["check", "report.json", "--format", "json"])
            .stdout(std::fs::File::create(work.path().join("out")).expect("a file"))
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        let usage = child.wait4().expect("its usage");
        let (time, memory) = (before.elapsed(), usage.rusage.maxrss);
        if !matches!(usage.status.code(), Some(0 | 1)) || time > MOST_TIME || memory > MOST_MEMORY.max(own_peak()) {
            wrong.push_str(&format!("{name}: {:?}, {time:?}, {} MB\n", usage.status, memory / 1_000_000));
        }
        let mut findings = Vec::new();
        let bytes = std::fs::read(&file).expect("a readable file");
        let book = Book::read(&name, &bytes, &Limits::default(), &mut findings);
        if book.is_none() {
            assert!(!findings.is_empty(), "{name} was refused without a word");
            let found = findings[0].found.clone().unwrap_or_default();
            refused.push(format!("{name}: {} {found}", findings[0].id));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    println!("refused:\n{}", refused.join("\n"));
    // Those that are protected, cut short, or hostile.
    assert!(refused.len() <= 8, "{}", refused.join("\n"));
}

#[test]
fn csv_is_read_as_it_must_be() {
    let Some(folder) = corpus("csv-spectrum") else { return };
    for file in files(&folder.join("csvs")) {
        let name = file.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let bytes = std::fs::read(&file).expect("a readable file");
        let wanted = std::fs::read(folder.join("json").join(format!("{name}.json"))).expect("what it must be");
        let wanted: Value = serde_json::from_str(&String::from_utf8_lossy(&wanted)).expect("JSON");
        // A file of one row is an object.
        let wanted = wanted.as_array().cloned().unwrap_or_else(|| vec![wanted]);
        let book = Book::read(&name, &bytes, &Limits::default(), &mut Vec::new()).expect("a book");
        let sheet = &book.sheets[0];
        let text = |row: usize, column: usize| match &*sheet.cell(row, column) {
            Given::Text(text) => text.clone(),
            _ => String::new(),
        };
        for (index, object) in wanted.iter().enumerate() {
            for (key, value) in object.as_object().expect("an object") {
                // Another number stands in the one than in the other.
                if (name.as_str(), key.as_str()) == ("location_coordinates", "Contact Phone Number") {
                    continue;
                }
                let column = (0..sheet.width()).find(|column| text(0, *column) == *key).expect("a column");
                // Lines of a cell end with line feeds.
                let value = value.as_str().map(|value| value.replace("\r\n", "\n"));
                assert_eq!(Some(text(index + 1, column)), value, "{name}, row {index}, {key}");
            }
        }
        assert_eq!(sheet.height(), wanted.len() + 1, "{name}");
    }
}
