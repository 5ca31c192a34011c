//! `baocao sign`, `issue`, `prepare`, `finish`, as their users call them.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::common::{copy, project, run, text};

const PLACES: [&str; 8] = [
    "--place",
    "leader=1:320,100,500,190",
    "--place",
    "number=1:145,711,185,731",
    "--place",
    "day=1:398,711,424,731",
    "--place",
    "seal=1:280,95,382,197",
];

/// A folder with a document, keys and images.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&project("tests/refused/_base"), folder.path());
    // Its number and day are open, as offices sign it.
    let file = folder.path().join("report.json");
    let mut report: serde_json::Value = serde_json::from_slice(&fs::read(&file).expect("a file")).expect("JSON");
    report["document"]["code_number"].take();
    report["document"]["promulgation"]["date"] = "2026-09".into();
    fs::write(file, report.to_string()).expect("a file");
    copy(&project("crates/sign/tests/keys"), folder.path());
    for image in ["signature.png", "seal.png"] {
        fs::copy(project("tests/signing").join(image), folder.path().join(image)).expect("an image");
    }
    let rendered = run(folder.path(), &["render", "report.json", "--templates", "templates", "-o", "a.pdf"]);
    assert!(rendered.status.success(), "{}", text(&rendered.stderr));
    folder
}

fn call(folder: &Path, args: &[&str], passphrase: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_baocao"));
    command.current_dir(folder).args(args).env("BAOCAO_PASSPHRASE", passphrase).output().expect("the program")
}

/// A call that succeeds.
fn done(folder: &Path, args: &[&str]) {
    let output = call(folder, args, "baocao");
    assert!(output.status.success(), "{args:?}: {}", text(&output.stderr));
}

/// A call that fails: its exit code and the id of what it says.
fn refused(folder: &Path, args: &[&str], passphrase: &str) -> (i32, String) {
    let output = call(folder, args, passphrase);
    let said = text(&output.stderr);
    let id = said.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map(|(id, _)| id.to_owned());
    (output.status.code().expect("an exit code"), id.unwrap_or(said.to_owned()))
}

fn sign<'a>(pdf: &'a str, mark: &'a str, key: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["sign", pdf, "--as", mark, "--key", key, "--time", "2026-11-29T11:30:00+07:00"], &PLACES[..], more].concat()
}

#[test]
fn leader_number_day_and_seal_sign_one_after_the_other() {
    let folder = folder();
    let read = |name: &str| fs::read(folder.path().join(name)).expect("a file");
    let step = |args: &[&str], before: &str, after: &str| {
        done(folder.path(), args);
        assert!(read(after).starts_with(&read(before)), "the bytes before stay");
        let grown = read(after).len() - read(before).len();
        assert!(grown <= 35 << 10, "{after}: {grown} bytes");
    };
    step(&sign("a.pdf", "leader", "leader.p12", &["--image", "signature.png", "-o", "b.pdf"]), "a.pdf", "b.pdf");
    step(&sign("b.pdf", "number", "organ.p12", &["--number", "123", "-o", "c.pdf"]), "b.pdf", "c.pdf");
    step(&sign("c.pdf", "day", "organ.p12", &["--day", "05", "-o", "d.pdf"]), "c.pdf", "d.pdf");
    step(&sign("d.pdf", "seal", "organ.p12", &["--image", "seal.png", "-o", "e.pdf"]), "d.pdf", "e.pdf");
    // All of the organ in one call, in the fields that the leader's signature brought: the same bytes.
    let time = ["--time", "2026-11-29T11:30:00+07:00"];
    let issue = ["issue", "b.pdf", "--number", "123", "--day", "05", "--seal-image", "seal.png", "--key", "organ.p12"];
    done(folder.path(), &[&issue[..], &time, &["-o", "f.pdf"]].concat());
    assert!(read("e.pdf") == read("f.pdf"));
    assert_eq!(refused(folder.path(), &[&issue[..], &["-o", "f.pdf"]].concat(), "baocao").1, "tep/da-co");
    done(folder.path(), &[&issue[..], &["-o", "f.pdf", "--force"]].concat());
}

#[test]
fn what_is_refused_writes_nothing() {
    let folder = folder();
    let check = |args: &[&str], passphrase: &str, code: i32, id: &str| {
        let args = [args, &["-o", "x.pdf"]].concat();
        assert_eq!(refused(folder.path(), &args, passphrase), (code, id.to_owned()), "{args:?}");
        assert!(!folder.path().join("x.pdf").exists());
    };
    check(&sign("a.pdf", "leader", "leader.p12", &[]), "wrong", 1, "ky-so/khong-mo-duoc-khoa");
    check(&sign("a.pdf", "leader", "expired.p12", &[]), "baocao", 1, "ky-so/chung-thu-khong-con-han");
    check(&sign("a.pdf", "leader", "report.json", &[]), "baocao", 1, "ky-so/khong-mo-duoc-khoa");
    check(&sign("a.pdf", "leader", "none.p12", &[]), "baocao", 2, "tep/khong-doc-duoc");
    check(&sign("a.pdf", "seal", "organ.p12", &["--image", "seal.png"]), "baocao", 1, "ky-so/chua-ky-ma-dong-dau");
    let unseen = ["sign", "a.pdf", "--as", "leader", "--key", "p256.p12", "--invisible"];
    check(&[&unseen[..], &["--pss"]].concat(), "baocao", 1, "ky-so/khoa-khong-dung-duoc");
    check(&[&unseen[..], &["--digest", "sha512"]].concat(), "baocao", 1, "ky-so/khoa-khong-dung-duoc");
    check(
        &sign("a.pdf", "leader", "leader.p12", &["--revocation", "root.crl"]),
        "baocao",
        1,
        "ky-so/thieu-du-lieu-thu-hoi",
    );
    check(
        &sign("a.pdf", "leader", "leader.p12", &["--page", "1", "--rect", "1000,1000,1100,1100"]),
        "baocao",
        1,
        "ky-so/khong-ro-cho",
    );
    check(&sign("report.json", "leader", "leader.p12", &[]), "baocao", 1, "ky-so/khong-phai-pdf");
    check(&sign("a.pdf", "leader", "leader.p12", &["--image", "leader.pem"]), "baocao", 1, "hinh-anh/khong-phai-anh");
    check(&sign("a.pdf", "leader", "leader.p12", &["--number", "1"]), "baocao", 2, "dong-lenh/sai");
    check(&sign("a.pdf", "day", "leader.p12", &["--day", "5"]), "baocao", 2, "dong-lenh/sai");
    check(
        &sign("a.pdf", "leader", "leader.p12", &["--anchors", "other-root.pem"]),
        "baocao",
        1,
        "ky-so/chung-thu-khong-den-goc",
    );
    check(
        &sign("a.pdf", "leader", "leader.p12", &["--page", "99", "--rect", "1,1,2,2"]),
        "baocao",
        1,
        "ky-so/khong-ro-cho",
    );
    check(
        &["sign", "a.pdf", "--as", "leader", "--signer", "2", "--key", "leader.p12"],
        "baocao",
        1,
        "ky-so/khong-ro-cho",
    );
    let onto = sign("a.pdf", "leader", "leader.p12", &["-o", "a.pdf", "--force"]);
    assert_eq!(refused(folder.path(), &onto, "baocao").1, "tep/trung-bao-cao");
}

#[test]
fn the_organ_signs_behind_whole_signatures_of_all_leaders_only() {
    let folder = folder();
    done(folder.path(), &sign("a.pdf", "leader", "leader.p12", &["--image", "signature.png", "-o", "b.pdf"]));
    let mut bytes = fs::read(folder.path().join("b.pdf")).expect("a file");
    bytes[9] ^= 1;
    fs::write(folder.path().join("broken.pdf"), bytes).expect("a file");
    let issue = ["--number", "123", "--day", "05", "--seal-image", "seal.png", "--key", "organ.p12", "-o", "x.pdf"];
    let of = |pdf: &'static str| [&["issue", pdf], &issue[..]].concat();
    let id = "ky-so/chu-ky-truoc-khong-dat";
    assert_eq!(refused(folder.path(), &of("broken.pdf"), "baocao"), (1, id.to_owned()));
    let seal = sign("broken.pdf", "seal", "organ.p12", &["--image", "seal.png", "-o", "x.pdf"]);
    assert_eq!(refused(folder.path(), &seal, "baocao"), (1, id.to_owned()));
    assert!(!folder.path().join("x.pdf").exists());
}

#[cfg(unix)]
#[test]
fn a_passphrase_comes_from_a_file_descriptor() {
    let folder = folder();
    fs::write(folder.path().join("secret"), "baocao\n").expect("a file");
    let args = sign("a.pdf", "leader", "leader.p12", &["--passphrase-fd", "3", "-o", "b.pdf"]);
    let mut command = Command::new("sh");
    command.current_dir(folder.path()).args(["-c", "\"$@\" 3< secret", "sh", env!("CARGO_BIN_EXE_baocao")]);
    let output = command.args(&args).output().expect("the program");
    assert!(output.status.success(), "{}", text(&output.stderr));
}

#[test]
fn a_file_waits_for_the_signature_of_another_tool() {
    let folder = folder();
    let prepare = ["prepare", "a.pdf", "--as", "leader", "--certificate", "leader.pem", "-o", "b.pdf"];
    let output = call(folder.path(), &[&prepare[..], &PLACES].concat(), "");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(told["hash"], "sha256");
    let (digest, attributes) = (&told["digest"], &told["signed_attributes"]);
    assert!(attributes.as_str().expect("a text").contains(digest.as_str().expect("a text")));
    let standard = [&prepare[..6], &["-o", "-"], &PLACES[..]].concat();
    assert_eq!(refused(folder.path(), &standard, ""), (2, "dong-lenh/sai".to_owned()), "nothing is left out silently");
    let finish = ["finish", "b.pdf", "--cms", "leader.pem", "-o", "c.pdf"];
    assert_eq!(refused(folder.path(), &finish, ""), (1, "ky-so/chu-ky-cua-tep-khac".to_owned()));
    let finish = ["finish", "a.pdf", "--cms", "leader.pem", "-o", "c.pdf"];
    assert_eq!(refused(folder.path(), &finish, ""), (1, "ky-so/chua-chuan-bi".to_owned()));
}
