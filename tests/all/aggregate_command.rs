//! `baocao aggregate`: the twenty communes of the import's example become the report of their province.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;

use crate::common::{baocao, project, run, snapshot, text};

/// The example: twenty reports, the report above, what its agencies have themselves.
fn example() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let units = folder.path().join("xa").display().to_string();
    let import = ["import", "tong-hop.csv", "--map", "tong-hop.toml", "-o", &units];
    let output = run(&project("examples/import"), &import);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    for (from, name) in [("aggregate", "tinh.json"), ("aggregate", "co-quan-cap-tinh.json"), ("import", "don-vi.csv")] {
        fs::copy(project("examples").join(from).join(name), folder.path().join(name)).expect("a copy");
    }
    folder
}

/// Rolls the example up; what is said.
fn aggregate(folder: &Path) -> String {
    let call = ["aggregate", "xa", "--into", "tinh.json", "--own", "co-quan-cap-tinh.json", "--units", "don-vi.csv"];
    let output = run(folder, &call);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    text(&output.stderr).to_owned()
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).expect("a report")).expect("JSON")
}

/// A figure as a report gives it, its note apart.
fn number(report: &Value, id: &str) -> Option<f64> {
    let figure = &report["figures"][id];
    figure.get("value").unwrap_or(figure).as_f64()
}

#[test]
fn the_example_is_rolled_up_and_can_be_printed() {
    let folder = example();
    let told = aggregate(folder.path());
    assert!(told.contains("đã viết tinh.json (mẫu cchc/tinh-2025): 50 số liệu của 20 đơn vị"), "{told}");
    let above = json(&folder.path().join("tinh.json"));
    let units: Vec<Value> = snapshot(&folder.path().join("xa")).iter().map(|(path, _)| json(path)).collect();
    let own = json(&folder.path().join("co-quan-cap-tinh.json"));
    for id in ["ho-so.tong-tiep-nhan", "bien-che.co-mat", "giai-ngan.da-thuc-hien", "tthc.ho-so-xa-dung-han"] {
        let sum: f64 = units.iter().chain([&own]).filter_map(|report| number(report, id)).sum();
        assert_eq!(number(&above, id), Some(sum), "{id}");
    }
    let most = units.iter().filter_map(|report| number(report, "tthc.cap-xa")).fold(0.0, f64::max);
    assert_eq!(number(&above, "tthc.cap-xa"), Some(most));
    // What the province gives itself stays, and ratios are left to the form.
    assert_eq!(number(&above, "dvsn.thuoc-xa"), Some(394.0));
    assert!(above["figures"].get("giai-ngan.ty-le").is_none());
    let output = run(folder.path(), &["render", "tinh.json"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let output = run(folder.path(), &["explain", "tinh.json", "giai-ngan.ty-le", "--format", "json"]);
    let ratio: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(ratio["formula"]["parts"][0]["source"]["kind"], "units");
    assert_eq!(ratio["formula"]["parts"][0]["source"]["units"], 21);
}

#[test]
fn rolled_up_again_a_report_is_the_same_file() {
    let folder = example();
    aggregate(folder.path());
    let before = snapshot(folder.path());
    aggregate(folder.path());
    assert!(snapshot(folder.path()) == before, "another roll-up of the same reports gives another file");
    // A unit has sent another report: what the first roll-up wrote is replaced unasked.
    let path = folder.path().join("xa/xa-tan-loc-giang.json");
    let mended = fs::read_to_string(&path)
        .expect("a report")
        .replace("\"ho-so.tong-tiep-nhan\": 629", "\"ho-so.tong-tiep-nhan\": 630");
    fs::write(&path, mended).expect("a changed report");
    let one_more = number(&json(&folder.path().join("tinh.json")), "ho-so.tong-tiep-nhan").map(|before| before + 1.0);
    aggregate(folder.path());
    assert_eq!(number(&json(&folder.path().join("tinh.json")), "ho-so.tong-tiep-nhan"), one_more);
}

/// The names of the files, and their order, are no part of the report above.
#[test]
fn the_order_of_the_files_does_not_matter() {
    let folder = example();
    let files: Vec<String> =
        snapshot(&folder.path().join("xa")).into_iter().map(|(path, _)| path.display().to_string()).collect();
    let mut reports = BTreeMap::new();
    for (name, turned) in [("a.json", 0), ("b.json", 7)] {
        let mut files: Vec<&str> = files.iter().map(String::as_str).collect();
        files.rotate_left(turned);
        let call = [&["aggregate"][..], &files, &["--into", "tinh.json", "-o", name]].concat();
        let output = run(folder.path(), &call);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        reports.insert(name, fs::read(folder.path().join(name)).expect("a report"));
    }
    assert!(reports["a.json"] == reports["b.json"]);
}

/// A file that is another one when all are read: totals would be those of no file.
#[cfg(unix)]
#[test]
fn a_report_that_changes_meanwhile_is_refused() {
    let folder = example();
    let (first, last) = (folder.path().join("xa/phuong-bac-son-ha.json"), folder.path().join("xa/xa-yen-my-dien.json"));
    let mut report = fs::read(&last).expect("a report");
    fs::remove_file(&last).expect("the report is gone");
    // More than a pipe holds: it is taken when the program reads it, which is after the others.
    report.resize(report.len() + (1 << 20), b' ');
    let before = fs::read(folder.path().join("tinh.json")).expect("the report above");
    let mut command = baocao(folder.path());
    command.args(["aggregate", "xa", "-", "--into", "tinh.json", "--units", "don-vi.csv"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    let mut input = child.stdin.take().expect("a pipe");
    std::io::Write::write_all(&mut input, &report).expect("the report is read");
    fs::write(first, "{}").expect("a changed report");
    drop(input);
    let output = child.wait_with_output().expect("the program ends");
    let told = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{told}");
    let wanted = "lỗi[tong-hop/tep-thay-doi]: tệp xa/phuong-bac-son-ha.json đã thay đổi trong lúc tổng hợp";
    assert!(told.contains(wanted), "{told}");
    assert_eq!(fs::read(folder.path().join("tinh.json")).expect("the report above"), before);
}

/// A number below zero, and a code that no form has, are not added in silence.
#[test]
fn what_would_make_a_total_wrong_is_told() {
    let folder = example();
    let (path, _) = snapshot(&folder.path().join("xa")).remove(0);
    let mut report = json(&path);
    report["figures"]["ho-so.tong-tiep-nhan"] = (-600).into();
    report["figures"]["khao-sat.hinh-thuc"] = 7.into();
    fs::write(&path, report.to_string()).expect("a file");
    let told = aggregate(folder.path());
    assert!(told.contains("cảnh báo[so-lieu/so-am]: số này nhỏ hơn 0"), "{told}");
    assert!(told.contains("cảnh báo[so-lieu/ma-la]"), "{told}");
}

/// Units that answer with different codes: the rule names the code that says so, one of the form.
#[test]
fn different_codes_are_the_code_that_says_so() {
    let folder = example();
    for (index, (path, _)) in snapshot(&folder.path().join("xa")).into_iter().enumerate() {
        let mut report = json(&path);
        report["figures"]["khao-sat.hinh-thuc"] = (index % 2).into();
        fs::write(path, report.to_string()).expect("a file");
    }
    let told = aggregate(folder.path());
    assert!(!told.contains("ma-la"), "{told}");
    let above = json(&folder.path().join("tinh.json"));
    assert_eq!(number(&above, "khao-sat.hinh-thuc"), Some(2.0));
}
