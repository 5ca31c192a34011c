//! `baocao check --fix` and `--diff`: what is mended in a report's file, and what stays.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Output, Stdio};

use crate::common::{baocao, project, run, text};

/// A shipped example with some mistakes in it.
fn wrong() -> String {
    let text = fs::read_to_string(project("examples/xa-q3-2023.json")).unwrap();
    let wrong = text
        .replace("\"Như trên\"", "\"- Như trên;\"")
        .replace("\"KT. CHỦ TỊCH\"", "\"KT.CHỦ TỊCH\"")
        .replace("Kế hoạch số 64/KH-UBND ngày", "Kế hoạch số 64/ KH-UBND  ngày");
    assert_eq!(wrong.matches("64/ KH-UBND  ngày").count(), 1);
    wrong
}

fn right() -> String {
    fs::read_to_string(project("examples/xa-q3-2023.json")).unwrap()
}

/// A folder with a file in it.
fn folder(bytes: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("bao-cao.json"), bytes).unwrap();
    folder
}

fn read(folder: &Path) -> String {
    fs::read_to_string(folder.join("bao-cao.json")).unwrap()
}

#[test]
fn a_file_is_mended_and_nothing_else_of_it_changes() {
    let folder = folder(wrong().as_bytes());
    let output = run(folder.path(), &["check", "--fix", "bao-cao.json"]);
    let (told, said) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(read(folder.path()), right());
    assert!(said.starts_with("--- bao-cao.json\n+++ bao-cao.json\n@@ "), "{said}");
    assert!(said.contains("\n-          \"KT.CHỦ TỊCH\"\n+          \"KT. CHỦ TỊCH\"\n"), "{said}");
    assert!(said.ends_with("\nđã sửa bao-cao.json: 4 chỗ\n"), "{said}");
    // What was mended is not counted any more.
    assert_eq!((told, output.status.code()), ("bao-cao.json: không có phát hiện\n", Some(0)));
    let again = run(folder.path(), &["check", "--fix", "bao-cao.json"]);
    assert_eq!((text(&again.stdout), text(&again.stderr)), (told, ""));
    assert_eq!(crate::common::snapshot(folder.path()).len(), 1);
}

#[test]
fn a_diff_is_shown_and_nothing_is_written() {
    let folder = folder(wrong().as_bytes());
    for args in [&["check", "--diff", "bao-cao.json"][..], &["check", "--fix", "--diff", "bao-cao.json"]] {
        let output = run(folder.path(), args);
        let diff = text(&output.stdout);
        assert!(diff.starts_with("--- bao-cao.json\n+++ bao-cao.json\n@@ "), "{diff}");
        assert_eq!(diff.lines().filter(|line| line.starts_with('+')).count(), 4, "{diff}");
        assert_eq!((text(&output.stderr), output.status.code()), ("", Some(0)));
        assert_eq!(read(folder.path()), wrong());
    }
    let strict = run(folder.path(), &["check", "--diff", "--deny", "warning", "bao-cao.json"]);
    assert_eq!(strict.status.code(), Some(1), "what is not mended stands");
    fs::write(folder.path().join("bao-cao.json"), right()).unwrap();
    let clean = run(folder.path(), &["check", "--diff", "bao-cao.json", "--lang", "en"]);
    assert_eq!((text(&clean.stdout), text(&clean.stderr)), ("", "there is nothing to mend\n"));
}

#[test]
fn byte_order_mark_and_line_ends_stay() {
    let with = |text: String| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let folder = folder(with(wrong()).as_bytes());
    run(folder.path(), &["check", "--fix", "bao-cao.json"]);
    assert_eq!(read(folder.path()), with(right()));
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder(wrong().as_bytes());
    let (file, link) = (folder.path().join("bao-cao.json"), folder.path().join("lien-ket.json"));
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("bao-cao.json", &link).unwrap();
    assert_eq!(run(folder.path(), &["check", "--fix", "lien-ket.json"]).status.code(), Some(0));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(read(folder.path()), right());
    // Who may not write a file may not replace it either.
    fs::write(&file, wrong()).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o440)).unwrap();
    assert_eq!(run(folder.path(), &["check", "--fix", "bao-cao.json"]).status.code(), Some(2));
    assert_eq!(read(folder.path()), wrong());
}

/// A check of standard input.
fn piped(args: &[&str], bytes: &[u8]) -> Output {
    let folder = project("examples");
    let mut child = baocao(&folder)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    child.stdin.take().unwrap().write_all(bytes).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn standard_input_goes_to_standard_output() {
    let output = piped(&["check", "--fix", "-"], wrong().as_bytes());
    assert_eq!(text(&output.stdout), right());
    assert!(text(&output.stderr).ends_with("-: không có phát hiện\n"), "{}", text(&output.stderr));
    // What has no mistakes goes through as well.
    assert_eq!(piped(&["check", "--fix", "-"], right().as_bytes()).stdout, right().as_bytes());
    let diff = piped(&["check", "--diff", "-"], wrong().as_bytes());
    assert!(text(&diff.stdout).starts_with("--- -\n+++ -\n"));
    let both = piped(&["check", "--fix", "--format", "json", "-"], wrong().as_bytes());
    assert_eq!((text(&both.stdout), both.status.code()), ("", Some(2)));
    assert!(text(&both.stderr).starts_with("lỗi[dong-lenh/sai]"));
}

#[test]
fn what_is_exempt_stays() {
    let folder = folder(wrong().as_bytes());
    let exempt = "the-thuc/quyen-han-dinh-lien=theo con dấu";
    run(folder.path(), &["check", "--fix", "--exempt", exempt, "bao-cao.json"]);
    assert_eq!(read(folder.path()), right().replace("\"KT. CHỦ TỊCH\"", "\"KT.CHỦ TỊCH\""));
}

#[test]
fn what_is_no_json_stays() {
    let folder = folder(b"{ \"sections\": { \"a\": \"hai  t\xe1\xbb\xab\" }");
    let output = run(folder.path(), &["check", "--fix", "bao-cao.json"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(read(folder.path()), "{ \"sections\": { \"a\": \"hai  từ\" }");
}
