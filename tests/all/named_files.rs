//! Files that a command names: whatever stands there is told at once and in plain words, and nothing but a regular file is opened.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

use crate::common::{baocao, copy, project, run, text};

/// A folder with a good report, templates, and whatever may stand in the place of a file.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&project("tests/refused/_base"), folder.path());
    assert!(Command::new("mkfifo").arg(folder.path().join("ong.json")).status().expect("mkfifo").success());
    drop(UnixListener::bind(folder.path().join("o.json")).expect("a socket"));
    for (end, name) in [("/dev/zero", "may.json"), ("vong.json", "vong.json"), ("mat.json", "hong.json")] {
        symlink(end, folder.path().join(name)).expect("a link");
    }
    fs::create_dir(folder.path().join("thu-muc.json")).expect("a folder");
    folder
}

const HINT: &str = "\n  |\n  = cách sửa: muốn đọc từ đầu vào chuẩn thì ghi -\n\n1 lỗi, 0 cảnh báo\n";
const END: &str = "\n\n1 lỗi, 0 cảnh báo\n";

/// What stands there, and what is said of it.
const SAID: [(&str, &str, &str); 5] = [
    ("ong.json", "đây là ống dẫn, không phải tệp", HINT),
    ("o.json", "đây là socket, không phải tệp", HINT),
    ("may.json", "đây là thiết bị, không phải tệp", HINT),
    ("vong.json", "liên kết dẫn về chính nó", END),
    ("hong.json", "đây là liên kết đến mat.json, mà ở đó không có gì", END),
];

fn said(folder: &Path, args: &[&str]) -> String {
    let output = run(folder, args);
    assert_eq!(output.status.code(), Some(2), "{args:?}: {}", text(&output.stderr));
    text(&output.stderr).replace("\n |\n =", "\n  |\n  =")
}

#[test]
fn what_is_no_file_is_told_and_not_waited_for() {
    let folder = folder();
    for (name, what, end) in SAID {
        let expected = format!("lỗi[tep/khong-doc-duoc]: không đọc được {name}: {what}{end}");
        for args in [
            &["render", name][..],
            &["explain", name],
            &["diff", name, "report.json"],
            &["diff", "report.json", name],
            &["verify", name],
            &["extract", name, "-d", "ra"],
            &["places", name],
            &["check", "report.json", "--config", name],
            &["import", name, "--map", name, "-o", "ra"],
            &["map", "new", name, "--set", "cchc/xa-2025"],
            &["aggregate", name, "--into", "moi.json"],
            &["archive", "add", name, "--to", "kho", "--retention", "10 năm"],
        ] {
            assert_eq!(said(folder.path(), args), expected, "{args:?}");
        }
    }
    assert!(said(folder.path(), &["verify", "thu-muc.json"]).contains("đây là thư mục, không phải tệp"));
}

/// In a folder that is checked each is told, and the reports beside it are checked all the same.
#[test]
fn a_folder_with_a_pipe_is_checked() {
    let folder = folder();
    let output = run(folder.path(), &["check", ".", "--templates", "templates"]);
    let told = text(&output.stderr);
    for (name, what, _) in SAID {
        assert!(told.contains(&format!("không đọc được ./{name}: {what}")), "{told}");
    }
    assert!(text(&output.stdout).contains("./report.json: "), "{}", text(&output.stdout));
    assert_eq!(output.status.code(), Some(2));
}

/// A `baocao.toml` that cannot be read is not passed over: what it says would not be held to.
#[test]
fn a_configuration_that_is_no_file_is_told() {
    let folder = folder();
    let config = folder.path().join("baocao.toml");
    for (name, what, end) in SAID {
        fs::rename(folder.path().join(name), &config).expect("another name");
        // A link to itself leads to a name that is no more.
        let what = if name == "vong.json" {
            "đây là liên kết đến vong.json, mà ở đó không có gì"
        } else {
            what
        };
        let expected = format!("lỗi[tep/khong-doc-duoc]: không đọc được baocao.toml: {what}{end}");
        for args in [&["check", "report.json"][..], &["render", "report.json"], &["rule"]] {
            assert!(said(folder.path(), args).starts_with(&expected), "{args:?}: {}", said(folder.path(), args));
        }
        fs::remove_file(&config).expect("a file");
    }
    fs::create_dir(&config).expect("a folder");
    let told = said(folder.path(), &["check", "report.json"]);
    assert!(
        told.starts_with("lỗi[tep/khong-doc-duoc]: không đọc được baocao.toml: đây là thư mục, không phải tệp"),
        "{told}"
    );
}

/// A file of the right kind that is larger than one may be is told by its limit.
#[test]
fn a_file_that_is_too_large_is_told() {
    let folder = folder();
    let large = fs::File::create(folder.path().join("lon.pem")).expect("a file");
    large.set_len(1 << 40).expect("a file that claims to be large");
    let signed = project("tests/verify/signed.pdf").display().to_string();
    let told = said(folder.path(), &["verify", &signed, "--anchors", "lon.pem"]);
    let expected = "lỗi[tep/khong-doc-duoc]: không đọc được lon.pem: tệp quá lớn\n  |\n  = cần: không quá 16 MB\n\n1 lỗi, 0 cảnh báo\n";
    assert_eq!(told, expected);
}

/// What a name brings does nothing to a terminal, wherever it is shown.
#[test]
fn names_are_shown_escaped() {
    let folder = folder();
    let name = "a\u{1b}[31m\u{202e}b.json";
    fs::copy(folder.path().join("report.json"), folder.path().join(name)).expect("a copy");
    for args in [
        &["check", name, "khac.json", "--templates", "templates"][..],
        &["check", name, "--templates", "templates", "--summary"],
        &["check", name],
        &["render", name, "--templates", "templates"],
        &["explain", name],
        &["batch", name, "-d", "ra"],
        &["verify", name],
        &["diff", name, name, "--templates", "templates"],
        &["import", name, "-o", "ra"],
    ] {
        let output = baocao(folder.path()).args(args).output().expect("the program runs");
        let told = format!("{}{}", text(&output.stdout), text(&output.stderr));
        assert!(!told.contains(['\u{1b}', '\u{202e}']), "{args:?}: {told:?}");
        let names_it = args[0] != "diff" && !args.contains(&"--summary");
        assert!(!names_it || told.contains("a<U+001B>[31m<U+202E>b"), "{args:?}: {told}");
    }
}

/// Data say the same, and do nothing to a terminal either.
#[test]
fn what_is_hidden_stands_in_json_by_its_code() {
    let folder = folder();
    let name = "a\u{202e}\u{e0041}b.json";
    fs::copy(folder.path().join("report.json"), folder.path().join(name)).expect("a copy");
    for format in ["json", "sarif"] {
        let output =
            baocao(folder.path()).args(["check", name, "--format", format]).output().expect("the program runs");
        let told = text(&output.stdout);
        assert!(!told.contains(['\u{202e}', '\u{e0041}']), "{told}");
        let read: serde_json::Value = serde_json::from_str(told).expect("JSON");
        let named = read["reports"][0]["file"].as_str();
        assert!(format == "sarif" || named == Some(name), "{told}");
    }
}
