//! Documents as they are issued: the archive and copies take number and day from the stamps, and README says how.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::common::{baocao, copy, project, text};

/// What the program says, and its exit code.
fn said(folder: &Path, args: &[&str]) -> String {
    let output = baocao(folder).args(args).env("BAOCAO_PASSPHRASE", "baocao").output().expect("the program runs");
    format!("{}{}[exit {}]", text(&output.stdout), text(&output.stderr), output.status.code().expect("an exit code"))
}

fn done(folder: &Path, args: &[&str]) -> String {
    let told = said(folder, args);
    assert!(told.ends_with("[exit 0]"), "{args:?}\n{told}");
    told
}

/// A folder with a document `a.pdf` whose number and day are open, and keys.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&project("crates/sign/tests/keys"), folder.path());
    fs::copy(project("tests/signing/seal.png"), folder.path().join("dau.png")).expect("an image");
    let report = fs::read_to_string(project("examples/xa-q3-2023.json")).expect("an example");
    let mut report: Value = serde_json::from_str(&report).expect("JSON");
    report["document"]["code_number"].take();
    report["document"]["promulgation"]["date"] = "2023-09".into();
    fs::write(folder.path().join("bc.json"), report.to_string()).expect("a file");
    done(folder.path(), &["render", "bc.json", "-o", "a.pdf"]);
    folder
}

/// The same, signed, and issued as `c.pdf`.
fn issued(number: &str, day: &str) -> TempDir {
    let folder = folder();
    done(folder.path(), &["sign", "a.pdf", "--as", "leader", "--key", "leader.p12", "-o", "b.pdf"]);
    let stamps = ["--number", number, "--day", day, "--seal-image", "dau.png"];
    done(folder.path(), &[&["issue", "b.pdf", "--key", "organ.p12", "-o", "c.pdf"], &stamps[..]].concat());
    folder
}

const ADD: [&str; 5] = ["archive", "add", "c.pdf", "--to", "kho"];

/// What is told of a call that is refused.
fn refused(folder: &Path, more: &[&str], id: &str) {
    let told = said(folder, &[&ADD[..], more].concat());
    assert!(told.contains(&format!("[{id}]")) && told.ends_with("[exit 1]"), "{more:?}\n{told}");
    assert!(!folder.join("kho/register.ndjson").exists(), "{more:?}");
}

#[test]
fn number_and_day_come_from_the_stamps() {
    let folder = issued("123", "05");
    let folder = folder.path();
    for (more, id) in [
        (["--number", "999"], "luu-tru/thong-tin-khac"),
        (["--number", "12/../x"], "luu-tru/thong-tin-khac"),
        (["--date", "2023-11-05"], "luu-tru/thong-tin-khac"),
        (["--date", "2023-09-06"], "luu-tru/thong-tin-khac"),
    ] {
        refused(folder, &more, id);
    }
    fs::write(folder.join("tt.json"), json!({ "code_number": "124" }).to_string()).expect("a file");
    refused(folder, &["--metadata", "tt.json"], "luu-tru/thong-tin-khac");
    done(folder, &[&ADD[..], &["--anchors", "root.pem", "--number", "0123", "--date", "2023-09-05"]].concat());
    let line: Value =
        serde_json::from_slice(&fs::read(folder.join("kho/register.ndjson")).expect("a register")).expect("one line");
    assert_eq!((&line["date"], &line["year"]), (&json!("2023-09-05"), &json!(2023)));
    let id = line["package"].as_str().expect("an id");
    let shown = done(folder, &["archive", "show", id, "kho"]);
    assert!(shown.contains("đạt (cả 4 chữ ký đạt; 20"), "{shown}");
    let shown = done(folder, &["archive", "show", id, "kho", "--format", "json"]);
    let shown: Value = serde_json::from_str(shown.trim_end_matches("[exit 0]")).expect("JSON");
    assert_eq!(shown["verification"]["state"], "passed");
    // Without anchors the chain is open.
    done(folder, &["archive", "add", "c.pdf", "--to", "khac"]);
    let shown = done(folder, &["archive", "show", id, "khac"]);
    assert!(shown.contains("chưa đánh giá (4 chữ ký, không chữ ký nào sai; "), "{shown}");
}

#[test]
fn evidence_is_of_the_very_file() {
    let folder = issued("123", "05");
    let folder = folder.path();
    for (pdf, name) in [("b.pdf", "khac.json"), ("c.pdf", "kt.json")] {
        let json = done(folder, &["verify", pdf, "--format", "json", "--lang", "en"]);
        fs::write(folder.join(name), json.trim_end_matches("[exit 0]")).expect("a file");
    }
    fs::write(folder.join("rong.json"), "{}").expect("a file");
    for (name, id) in [("khac.json", "luu-tru/ket-qua-cua-tep-khac"), ("rong.json", "luu-tru/ket-qua-kiem-tra-hong")] {
        let told = said(folder, &[&ADD[..], &["--evidence", name]].concat());
        assert!(told.contains(&format!("lỗi[{id}]: {name} ")) && told.ends_with("[exit 1]"), "{told}");
        assert!(!folder.join("kho").exists());
    }
    done(folder, &[&ADD[..], &["--evidence", "kt.json"]].concat());
}

#[test]
fn a_document_that_fails_is_kept_only_where_that_is_asked_for() {
    let folder = issued("123", "05");
    let folder = folder.path();
    // Somebody added bytes that nobody signed.
    let mut bytes = fs::read(folder.join("c.pdf")).expect("a PDF");
    let at = bytes.windows(9).position(|word| word == b"/Contents").expect("a word");
    bytes[at + 1] = b'X';
    fs::write(folder.join("c.pdf"), bytes).expect("it is written");
    refused(folder, &["--number", "123", "--date", "2023-09-05"], "luu-tru/kiem-tra-khong-dat");
    let told = done(folder, &[&ADD[..], &["--number", "123", "--date", "2023-09-05", "--keep-failed"]].concat());
    assert!(told.contains("cảnh báo[luu-tru/kiem-tra-khong-dat]: c.pdf không đạt kiểm tra"), "{told}");
    let id = "2023-BC-UBND-123";
    let list = done(folder, &["archive", "list", "kho"]);
    let id = list.split_whitespace().find(|word| word.starts_with(id)).expect("an id");
    let shown = done(folder, &["archive", "show", id, "kho"]);
    assert!(shown.contains("KHÔNG ĐẠT ("), "{shown}");
}

/// The commands of the README, one after another, on files of the names that it uses.
#[test]
fn the_commands_of_the_readme_lead_from_a_report_to_the_archive() {
    for readme in ["README.md", "README.vi.md"] {
        let folder = folder();
        let folder = folder.path();
        for (from, to) in [("a.pdf", "BC.pdf"), ("leader.p12", "khoa.p12"), ("organ.p12", "khoa-co-quan.p12")] {
            fs::rename(folder.join(from), folder.join(to)).expect("it is there");
        }
        let words = fs::read_to_string(project(readme)).expect("a README");
        for command in ["sign", "issue", "archive add"] {
            let start = format!("baocao {command} ");
            let call =
                words.split('`').find(|code| code.starts_with(&start)).unwrap_or_else(|| panic!("{readme}: {start}"));
            let args: Vec<&str> = call.split_whitespace().skip(1).collect();
            done(folder, &args);
        }
        let verified = done(folder, &["archive", "verify", "kho"]);
        assert!(verified.starts_with("kho: nguyên vẹn; 1 văn bản, "), "{readme}: {verified}");
    }
}

/// What the organ that copies gives, on a day.
fn by(folder: &Path, date: &str) {
    let by = json!({
        "organ": { "organ_name": "SỞ NỘI VỤ", "short_name": "Sở Nội vụ tỉnh An Lạc" },
        "code_number": 5,
        "abbreviation": "SNV",
        "promulgation": { "place": "An Lạc", "date": date },
        "signers": [{ "position": "GIÁM ĐỐC", "full_name": "Trần Thị Bình" }],
        "recipients": ["Lưu: VT"],
    });
    fs::write(folder.join("sao.json"), by.to_string()).expect("a file");
}

#[test]
fn a_copy_has_the_number_and_the_day_that_were_stamped() {
    let number = "123";
    let folder = issued(number, "05");
    let folder = folder.path();
    by(folder, "2023-09-12");
    let copy = |more: &[&str]| done(folder, &[&["copy", "c.pdf", "--by", "sao.json", "--force"], more].concat());
    let told = copy(&["--form", "sao-y", "-o", "sao-y.pdf"]);
    assert!(!told.contains("ban-sao/chua-ban-hanh"), "{told}");
    assert!(told.contains("lưu ý[ban-sao/khong-co-hinh-chu-ky]"), "{told}");
    let pages = baocao_pdf::texts(&fs::read(folder.join("sao-y.pdf")).expect("a PDF")).expect("texts").concat();
    let pages: String = pages.split_whitespace().collect();
    assert!(pages.contains(&format!("Số:{number}/BC-UBND")), "{pages}");
    assert!(pages.contains("ngày05tháng9năm2023"), "{pages}");
    // What it was made from makes it again.
    let verified = done(folder, &["verify", "sao-y.pdf"]);
    assert!(verified.contains("dựng lại từ dữ liệu bên trong, trùng từng byte"), "{verified}");
    // The places of a copy are those of its signers.
    let told = said(folder, &["sign", "sao-y.pdf", "--as", "leader", "--key", "leader.p12", "-o", "x.pdf"]);
    assert!(told.contains("leader-2") && told.contains("thêm --signer 2"), "{told}");
    done(folder, &["sign", "sao-y.pdf", "--as", "leader", "--signer", "2", "--key", "leader.p12", "-o", "x.pdf"]);
}

#[test]
fn what_is_odd_about_a_copy_is_told() {
    let folder = issued("123", "05");
    let folder = folder.path();
    let copy =
        |source: &str| done(folder, &["copy", source, "--form", "sao-y", "--by", "sao.json", "-o", "x.pdf", "--force"]);
    for (date, is_told) in [("2023-09-04", true), ("2023-09-05", false), ("2023-08", true), ("2023-09", false)] {
        by(folder, date);
        let told = copy("c.pdf");
        let expected = "cảnh báo[ban-sao/truoc-van-ban]: ngày sao trước ngày của văn bản";
        assert_eq!(told.contains(expected), is_told, "{date}\n{told}");
    }
    assert!(!copy("c.pdf").contains("ban-sao/ban-goc-khong-dat"));
    let mut bytes = fs::read(folder.join("c.pdf")).expect("a PDF");
    let at = bytes.windows(9).position(|word| word == b"/Contents").expect("a word");
    bytes[at + 1] = b'X';
    fs::write(folder.join("d.pdf"), bytes).expect("it is written");
    let told = copy("d.pdf");
    assert!(told.contains("cảnh báo[ban-sao/ban-goc-khong-dat]"), "{told}");
    let extract =
        ["copy", "c.pdf", "--form", "trich-sao", "--sections", "I", "--by", "sao.json", "-o", "x.pdf", "--force"];
    let told = done(folder, &extract);
    assert!(told.contains("lưu ý[ban-sao/khong-co-phu-luc]: trích sao không chép "), "{told}");
}

#[test]
fn what_comes_from_standard_input_is_put_where_the_user_says() {
    let folder = folder();
    let folder = folder.path();
    let call = |more: &[&str]| {
        let pdf = fs::File::open(folder.join("a.pdf")).expect("a PDF");
        let output = baocao(folder).args([&["extract", "-"], more].concat()).stdin(pdf).output().expect("it runs");
        (output.status.code(), text(&output.stderr).to_owned())
    };
    let (code, told) = call(&[]);
    assert!(code == Some(2) && told.contains("thêm -d THƯ_MỤC"), "{told}");
    assert!(!folder.join("--nguon").exists());
    assert_eq!(call(&["-d", "nguon"]).0, Some(0));
    assert!(folder.join("nguon/bc.json").is_file());
    let (_, told) = call(&["-d", "nguon"]);
    assert!(told.contains("chọn thư mục khác bằng -d"), "{told}");
}

#[test]
fn a_document_without_an_abstract_is_entered_by_its_type() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let folder = folder.path();
    for (example, series, expected) in
        [("giay-gioi-thieu", "1", "Giấy giới thiệu"), ("giay-nghi-phep", "2", "Giấy nghỉ phép")]
    {
        let example = project(&format!("examples/{example}.json"));
        done(folder, &["render", &example.display().to_string(), "-o", "a.pdf", "--force"]);
        done(folder, &["archive", "add", "a.pdf", "--to", "kho", "--retention", "10 năm", "--series", series]);
        let register = fs::read_to_string(folder.join("kho/register.ndjson")).expect("a register");
        let line: Value = serde_json::from_str(register.lines().last().expect("a line")).expect("JSON");
        assert_eq!(line["subject"], expected);
    }
}
