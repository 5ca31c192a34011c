//! `baocao batch` and `baocao worker`: the same documents as one at a time, whatever happens meanwhile.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::common::{baocao, copy, project, run, snapshot, text};

/// A folder `bao-cao` with reports of several levels, one of which is refused.
fn reports(folder: &Path) {
    let target = folder.join("bao-cao");
    fs::create_dir(&target).expect("a new folder");
    for name in ["xa-q3-2023.json", "xa-q3-2026.json", "huyen-bang-tu-do.json", "thu-tuc-bang-tu-do.csv"] {
        fs::copy(project("examples").join(name), target.join(name)).expect("a copy");
    }
    fs::write(target.join("sai.json"), "{\"template\": \"cchc/xa-2025\", \"period\": 1}").expect("a file");
}

/// The documents and other files that a run left, without what it keeps for itself.
fn results(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let own = folder.join(".baocao");
    let files = snapshot(folder).into_iter().filter(|(path, _)| !path.starts_with(&own));
    let named = files.filter_map(|(path, bytes)| {
        Some((path.strip_prefix(folder).ok()?.to_string_lossy().replace('\\', "/"), bytes?))
    });
    named.collect()
}

fn manifest(folder: &Path) -> Vec<Value> {
    let text = fs::read_to_string(folder.join("manifest.ndjson")).expect("a manifest");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn documents_and_findings_are_those_of_one_at_a_time() {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let folder = temporary.path();
    reports(folder);
    let output = run(folder, &["batch", "bao-cao", "-d", "ket-qua", "-j", "2"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let made = results(&folder.join("ket-qua"));
    let names: Vec<&str> = made.keys().map(String::as_str).collect();
    assert_eq!(names, ["huyen-bang-tu-do.pdf", "manifest.ndjson", "summary.html", "xa-q3-2023.pdf", "xa-q3-2026.pdf"]);
    for name in ["huyen-bang-tu-do", "xa-q3-2023", "xa-q3-2026"] {
        let report = format!("bao-cao/{name}.json");
        assert_eq!(run(folder, &["render", &report, "-o", "mot.pdf", "--force"]).status.code(), Some(0));
        assert!(made[&format!("{name}.pdf")] == fs::read(folder.join("mot.pdf")).expect("a PDF"), "{name}");
    }
    let checked = run(folder, &["check", "bao-cao", "--format", "json"]);
    let checked: Value = serde_json::from_slice(&checked.stdout).expect("JSON");
    let lines = manifest(&folder.join("ket-qua"));
    assert_eq!(lines[0]["documents"], 4);
    let reviews: Vec<&Value> = lines[1..].iter().map(|line| &line["review"]).collect();
    assert_eq!(reviews, checked["reports"].as_array().expect("reports").iter().collect::<Vec<_>>());
    let inputs = lines[1]["inputs"].as_object().expect("inputs");
    assert_eq!(inputs.keys().collect::<Vec<_>>(), ["bao-cao/huyen-bang-tu-do.json", "bao-cao/thu-tuc-bang-tu-do.csv"]);
    // Processes of their own give the same.
    let output = run(folder, &["batch", "bao-cao", "-d", "rieng", "--isolate"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert!(results(&folder.join("rieng")) == made, "{}", text(&output.stderr));
}

#[test]
fn lines_parts_and_standard_input_are_the_same_reports() {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let folder = temporary.path();
    let report: Value =
        serde_json::from_slice(&fs::read(project("examples/xa-mot-bang.json")).expect("a report")).expect("JSON");
    let lines: String =
        (0..6).map(|number| format!("{}\n\n", json!({ "id": format!("xa {number}"), "report": report }))).collect();
    fs::write(folder.join("q3.ndjson"), &lines).expect("a file");
    let output = run(folder, &["batch", "q3.ndjson", "-d", "tat-ca"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let all = results(&folder.join("tat-ca"));
    assert_eq!(all.len(), 8);
    let mut parts = BTreeMap::new();
    for part in ["1/3", "2/3", "3/3"] {
        let output = run(folder, &["batch", "q3.ndjson", "-d", "phan", "--shard", part]);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        parts = results(&folder.join("phan"));
    }
    assert_eq!(parts.len(), 6 + 3 * 2);
    for (name, bytes) in all.iter().filter(|(name, _)| name.ends_with(".pdf")) {
        assert!(parts[name] == *bytes, "{name}");
    }
    let mut child = baocao(folder)
        .args(["batch", "-", "-d", "vao-chuan"])
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it runs");
    child.stdin.take().expect("an input").write_all(lines.as_bytes()).expect("it is read");
    assert!(child.wait().expect("it ends").success());
    assert_eq!(results(&folder.join("vao-chuan")).len(), 8);
}

#[test]
fn an_import_goes_on_to_documents() {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let folder = temporary.path();
    copy(&project("examples/import"), folder);
    let batch = ["batch", "he-thong.ndjson", "--map", "he-thong.toml", "-d", "ket-qua", "--name", "{period}/{stem}"];
    let output = run(folder, &batch);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let made = results(&folder.join("ket-qua"));
    assert_eq!(made.len(), 22, "{:?}", made.keys());
    assert_eq!(run(folder, &["import", "he-thong.ndjson", "--map", "he-thong.toml", "-o", "."]).status.code(), Some(0));
    assert_eq!(run(folder, &["render", "xa-tan-loc-giang.json"]).status.code(), Some(0));
    let one = fs::read(folder.join("xa-tan-loc-giang.pdf")).expect("a PDF");
    assert!(made["2026-Q3/xa-tan-loc-giang.pdf"].len().abs_diff(one.len()) < 2000);
    let review = &manifest(&folder.join("ket-qua"))[1]["review"];
    let checked = run(folder, &["check", review["file"].as_str().expect("a file"), "--format", "json"]);
    let checked: Value = serde_json::from_slice(&checked.stdout).expect("JSON");
    assert_eq!(review["counts"], checked["reports"][0]["counts"]);
    let output = run(folder, &[&batch[..], &["--resume"]].concat());
    assert!(text(&output.stderr).contains("20/20 văn bản đã có từ lần chạy trước\n"), "{}", text(&output.stderr));
    // What forbids the import forbids the run.
    fs::write(folder.join("he-thong.ndjson"), "{\"ky\": 1}\n").expect("it is written");
    let output = run(folder, &["batch", "he-thong.ndjson", "--map", "he-thong.toml", "-d", "khac"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert!(!folder.join("khac").exists());
}

#[test]
fn a_run_that_is_killed_anywhere_is_gone_on_with() {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let folder = temporary.path();
    reports(folder);
    run(folder, &["batch", "bao-cao", "-d", "mot-lan"]);
    let whole = results(&folder.join("mot-lan"));
    // The first run may be killed before it has made the folder.
    fs::create_dir(folder.join("ket-qua")).expect("a folder");
    // Each time a little later, until a run comes to its end.
    for round in 0_u64.. {
        let mode: &[&str] = if folder.join("ket-qua/.baocao/journal.ndjson").exists() { &["--resume"] } else { &[] };
        let mut child = baocao(folder)
            .args(["batch", "bao-cao", "-d", "ket-qua", "-j", "2"])
            .args(mode)
            .stderr(Stdio::null())
            .spawn()
            .expect("it runs");
        thread::sleep(Duration::from_millis(15 + 20 * round));
        let ended = child.try_wait().expect("it is asked").is_some();
        let _ = child.kill();
        child.wait().expect("it ends");
        for (name, bytes) in results(&folder.join("ket-qua")) {
            assert!(whole.get(&name) == Some(&bytes), "{name} is half written, round {round}");
        }
        if ended {
            break;
        }
    }
    assert!(results(&folder.join("ket-qua")) == whole);
    let left = fs::read_dir(folder.join("ket-qua/.baocao/new")).expect("a folder").count();
    assert_eq!(left, 0);
}

#[test]
fn what_changed_is_made_again_and_nothing_else() {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let folder = temporary.path();
    reports(folder);
    run(folder, &["batch", "bao-cao", "-d", "ket-qua"]);
    let resume = || {
        let output = run(folder, &["batch", "bao-cao", "-d", "ket-qua", "--resume"]);
        let told = text(&output.stderr).to_owned();
        (output.status.code(), told.lines().next().unwrap_or_default().to_owned())
    };
    assert_eq!(resume(), (Some(1), "4/4 văn bản đã có từ lần chạy trước".to_owned()));
    // A file beside a report.
    let rows = folder.join("bao-cao/thu-tuc-bang-tu-do.csv");
    let mut file = OpenOptions::new().append(true).open(&rows).expect("a file");
    file.write_all(b"\n").expect("it is written");
    assert_eq!(resume().1, "3/4 văn bản đã có từ lần chạy trước");
    // A document that is gone.
    fs::remove_file(folder.join("ket-qua/xa-q3-2023.pdf")).expect("it is there");
    assert_eq!(resume().1, "3/4 văn bản đã có từ lần chạy trước");
    // Half a line at the end of the journal.
    let journal = folder.join("ket-qua/.baocao/journal.ndjson");
    let mut file = OpenOptions::new().append(true).open(&journal).expect("a file");
    file.write_all(b"{\"done\":{\"id\":\"xa").expect("it is written");
    assert_eq!(resume(), (Some(1), "ket-qua/.baocao/journal.ndjson: dòng cuối bị đứt, bỏ qua".to_owned()));
    assert_eq!(resume().1, "4/4 văn bản đã có từ lần chạy trước");
    // A document that somebody signed or changed.
    let signed = folder.join("ket-qua/xa-q3-2026.pdf");
    let mut bytes = fs::read(&signed).expect("a PDF");
    bytes.extend(b"signed");
    fs::write(&signed, &bytes).expect("it is written");
    let (code, told) = resume();
    assert_eq!(code, Some(2));
    assert_eq!(
        told,
        "lỗi[hang-loat/da-co]: ket-qua/xa-q3-2026.pdf đã có và không phải văn bản mà lần chạy trước dựng từ \
         bao-cao/xa-q3-2026.json"
    );
    assert!(fs::read(&signed).expect("a PDF") == bytes);
}

#[test]
fn one_run_at_a_time_writes_to_a_folder() {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let folder = temporary.path();
    reports(folder);
    run(folder, &["batch", "bao-cao", "-d", "ket-qua"]);
    let lock = OpenOptions::new().write(true).open(folder.join("ket-qua/.baocao/lock")).expect("a lock");
    lock.lock().expect("it is free");
    let output = run(folder, &["batch", "bao-cao", "-d", "ket-qua", "--resume"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).starts_with("lỗi[hang-loat/dang-chay]: một lần chạy khác đang ghi vào ket-qua\n"));
    drop(lock);
    assert_eq!(run(folder, &["batch", "bao-cao", "-d", "ket-qua", "--resume"]).status.code(), Some(1));
}

/// Whoever sends the folder would send what was withdrawn; files of others are not replaced.
#[test]
fn what_is_not_of_this_run_is_told() {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let folder = temporary.path();
    reports(folder);
    fs::remove_file(folder.join("bao-cao/sai.json")).expect("a file less");
    let call = |arguments: &[&str]| {
        let output = run(folder, &[&["batch", "bao-cao"][..], arguments].concat());
        (output.status.code(), text(&output.stderr).to_owned())
    };
    fs::create_dir(folder.join("cua-toi")).expect("a folder");
    fs::write(folder.join("cua-toi/summary.html"), "của tôi").expect("a file");
    let (code, told) = call(&["-d", "cua-toi"]);
    assert_eq!(code, Some(2), "{told}");
    assert!(told.contains("cua-toi/summary.html đã có và không phải tệp của lần chạy nào"), "{told}");
    assert_eq!(fs::read_to_string(folder.join("cua-toi/summary.html")).expect("a file"), "của tôi");
    let (code, told) = call(&["-d", "ket-qua", "--name", "Summary.html/{stem}"]);
    assert_eq!(code, Some(2), "{told}");
    assert!(told.contains("summary.html là tệp của chính lần chạy"), "{told}");
    assert!(results(&folder.join("ket-qua")).is_empty());

    assert_eq!(call(&["-d", "kq"]).0, Some(0));
    fs::remove_file(folder.join("bao-cao/xa-q3-2023.json")).expect("a file less");
    for mode in ["--resume", "--force"] {
        let (code, told) = call(&["-d", "kq", mode]);
        assert_eq!(code, Some(0), "{told}");
        let wanted = "cảnh báo[hang-loat/con-ban-cu]: còn 1 văn bản của lần chạy trước, không thuộc lần này";
        assert!(told.contains(wanted) && told.contains("kq/xa-q3-2023.pdf"), "{told}");
    }
}

/// Templates whose layout never ends for reports of 2026.
fn endless(folder: &Path) {
    copy(&project("templates/layout"), &folder.join("mau/layout"));
    let main = folder.join("mau/layout/main.typ");
    let loops = "#let forever() = for i in range(100000) { for j in range(100000) { let x = i * j } }\n\
                 #if metadata.title.contains(\"2026\") { forever() }\n";
    let text = fs::read_to_string(&main).expect("a layout") + loops;
    fs::write(main, text).expect("it is written");
}

#[test]
fn a_document_that_never_ends_harms_no_other() {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let folder = temporary.path();
    reports(folder);
    endless(folder);
    let output = run(folder, &["batch", "bao-cao", "-d", "ket-qua", "--templates", "mau", "--time-limit", "8"]);
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("  hang-loat/qua-gio: dựng văn bản quá 8 giây chưa xong\n"));
    let made = results(&folder.join("ket-qua"));
    assert!(made.contains_key("xa-q3-2023.pdf") && !made.contains_key("xa-q3-2026.pdf"), "{:?}", made.keys());
}

/// A worker, and what it answers to some lines.
fn answers(folder: &Path, arguments: &[&str], requests: &[u8]) -> Vec<Value> {
    let mut child = worker(folder, arguments);
    let mut input = child.stdin.take().expect("an input");
    let requests = requests.to_owned();
    let writer = thread::spawn(move || input.write_all(&requests));
    let mut output = String::new();
    child.stdout.take().expect("an output").read_to_string(&mut output).expect("text");
    assert!(child.wait().expect("it ends").success());
    writer.join().expect("a thread").expect("all is read");
    output.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn worker(folder: &Path, arguments: &[&str]) -> Child {
    let mut command: Command = baocao(folder);
    command.arg("worker").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command.spawn().expect("the program runs")
}

#[test]
fn a_worker_answers_every_line() {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let folder = temporary.path();
    reports(folder);
    let report: Value =
        serde_json::from_slice(&fs::read(project("examples/xa-mot-bang.json")).expect("a report")).expect("JSON");
    let requests = [
        json!({ "id": "a", "path": "bao-cao/xa-q3-2023.json", "output": "a.pdf" }).to_string(),
        "không phải JSON".to_owned(),
        String::new(),
        json!({ "id": 7, "report": report }).to_string(),
        json!({ "id": "c", "report": { "template": "khong/co" } }).to_string(),
        json!({ "id": "d", "path": "khong-co.json" }).to_string(),
        json!({ "id": "e" }).to_string(),
        json!({ "id": "f", "path": "bao-cao/xa-q3-2023.json", "output": "khong-co/f.pdf" }).to_string(),
        "\u{feff}".to_owned()
            + &json!({ "id": "g", "path": "bao-cao/xa-q3-2023.json", "output": "./bao-cao/xa-q3-2023.json" })
                .to_string(),
    ];
    let answers = answers(folder, &[], requests.join("\n").as_bytes());
    let told: Vec<(&str, &str, &str)> = answers
        .iter()
        .map(|answer| {
            let finding = answer["review"]["findings"].as_array().and_then(|all| all.first());
            let id = finding.and_then(|finding| finding["id"].as_str()).unwrap_or("");
            (answer["id"].as_str().expect("an id"), answer["status"].as_str().expect("a status"), id)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("a", "made", ""),
            ("", "failed", "hang-loat/khong-phai-yeu-cau"),
            ("7", "made", ""),
            ("c", "refused", "dau-vao/thieu-truong"),
            ("d", "failed", "tep/khong-doc-duoc"),
            ("e", "failed", "hang-loat/khong-phai-yeu-cau"),
            ("f", "failed", "tep/khong-ghi-duoc"),
            ("g", "failed", "tep/trung-bao-cao"),
        ]
    );
    assert_eq!(run(folder, &["render", "bao-cao/xa-q3-2023.json", "-o", "mot.pdf"]).status.code(), Some(0));
    assert!(fs::read(folder.join("a.pdf")).expect("a PDF") == fs::read(folder.join("mot.pdf")).expect("a PDF"));
    assert!(answers[2]["document"]["pdf"].as_str().is_some_and(|pdf| pdf.starts_with("JVBERi0")));
}

#[test]
fn a_worker_outlives_bad_requests() {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let folder = temporary.path();
    reports(folder);
    endless(folder);
    let good = json!({ "id": "b", "path": "bao-cao/xa-q3-2023.json", "output": "b.pdf" }).to_string();
    let bad = json!({ "id": "a", "path": "bao-cao/xa-q3-2026.json", "output": "a.pdf" }).to_string();
    let statuses = |answers: &[Value]| -> Vec<String> {
        let of = |answer: &Value| {
            format!("{} {}", answer["status"].as_str().unwrap_or(""), answer["review"]["findings"][0]["id"])
        };
        answers.iter().map(of).collect()
    };
    let requests = format!("{bad}\n{good}\n");
    let ended = answers(folder, &["--templates", "mau", "--time-limit", "8"], requests.as_bytes());
    assert_eq!(statuses(&ended), ["failed \"hang-loat/qua-gio\"", "made null"]);
    // A line that is longer than any report can be.
    let mut requests = vec![b'x'; 120 << 20];
    requests.extend(format!("\n{good}\n").as_bytes());
    let long = answers(folder, &[], &requests);
    assert_eq!(statuses(&long), ["failed \"hang-loat/dong-qua-dai\"", "made null"]);
}

/// Answers that nobody reads do not pile up: the worker waits, and reads no more requests.
#[cfg(target_os = "linux")]
#[test]
fn a_worker_waits_for_its_reader() {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let folder = temporary.path();
    let report: Value =
        serde_json::from_slice(&fs::read(project("examples/xa-mot-bang.json")).expect("a report")).expect("JSON");
    let mut child = worker(folder, &[]);
    let mut input = child.stdin.take().expect("an input");
    let line = json!({ "id": "a", "report": report }).to_string() + "\n";
    // Many more than the pipes to and from it hold: the writer is stopped too.
    let writer = thread::spawn(move || (0..2000).take_while(|_| input.write_all(line.as_bytes()).is_ok()).count());
    thread::sleep(Duration::from_secs(4));
    assert!(!writer.is_finished());
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).expect("a process");
    let most =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    assert!(most.is_some_and(|most| most < 150_000), "{most:?} kB");
    child.kill().expect("it is there");
    child.wait().expect("it ends");
    assert!(writer.join().expect("a thread") < 2000);
}
