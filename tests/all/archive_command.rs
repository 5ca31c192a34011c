//! `baocao archive`: what is entered stays, and every change shows, whatever ends the program meanwhile.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use baocao_core::digest::sha256;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::common::{baocao, copy, project, run, snapshot, text};

/// A PDF of one empty page, with a word of its own.
fn pdf(word: &str) -> Vec<u8> {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/PieceInfo({word})>>"),
    ];
    let (mut file, mut table) = ("%PDF-1.7\n".to_owned(), "xref\n0 4\n0000000000 65535 f\r\n".to_owned());
    for (number, object) in (1..).zip(&objects) {
        table += &format!("{:010} 00000 n\r\n", file.len());
        file += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let start = file.len();
    format!("{file}{table}trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").into_bytes()
}

/// A folder with a PDF and what is known of it but for its number.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("van-ban.pdf"), pdf("mot")).expect("a file");
    let known = json!({
        "type_name": "BÁO CÁO", "code_notation": "BC-UBND", "issued_date": "2026-09-16",
        "organ_name": "ỦY BAN NHÂN DÂN XÃ TÂN LỘC", "subject": "Công tác cải cách hành chính",
    });
    fs::write(folder.path().join("tt.json"), known.to_string()).expect("a file");
    folder
}

/// Puts another document in the place of the last: one is entered once.
fn put(folder: &Path, word: &str) {
    fs::write(folder.join("van-ban.pdf"), pdf(word)).expect("a file");
}

fn add<'a>(number: &'a str, archive: &'a str) -> Vec<&'a str> {
    vec!["archive", "add", "van-ban.pdf", "--to", archive, "--metadata", "tt.json", "--number", number]
}

/// What the program says, and its exit code.
fn said(folder: &Path, args: &[&str]) -> String {
    let output = run(folder, args);
    format!("{}{}[exit {}]", text(&output.stdout), text(&output.stderr), output.status.code().expect("an exit code"))
}

/// An archive `kho` of so many documents.
fn archive(count: usize) -> TempDir {
    let folder = folder();
    for number in 1..=count {
        put(folder.path(), &number.to_string());
        let told = said(folder.path(), &add(&number.to_string(), "kho"));
        assert!(told.ends_with("[exit 0]"), "{told}");
    }
    folder
}

/// The lines of a register.
fn lines(archive: &Path) -> Vec<Value> {
    let text = fs::read_to_string(archive.join("register.ndjson")).unwrap_or_default();
    text.lines().map(|line| serde_json::from_str(line).expect("a line")).collect()
}

fn package(folder: &Path, line: usize) -> String {
    let line = &lines(&folder.join("kho"))[line];
    format!("kho/packages/{}", line["package"].as_str().expect("an id"))
}

const WHOLE_OF_3: &str = "kho: nguyên vẹn; 3 văn bản, 9 tệp, 0 MB\n[exit 0]";

#[test]
fn a_document_is_entered_with_all_that_it_was_made_from() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let folder = folder.path();
    fs::copy(project("examples/xa-mot-bang.json"), folder.join("bao-cao.json")).expect("a copy");
    let rendered = run(folder, &["render", "bao-cao.json"]);
    assert_eq!(rendered.status.code(), Some(0), "{}", text(&rendered.stderr));
    fs::write(folder.join("phu-luc.pdf"), pdf("phu luc")).expect("a file");
    let verified = run(folder, &["verify", "bao-cao.pdf", "--format", "json"]);
    fs::write(folder.join("kiem-tra.json"), verified.stdout).expect("a file");
    let report: Value = serde_json::from_slice(&fs::read(folder.join("bao-cao.json")).expect("a file")).expect("JSON");
    let document = &report["document"];
    let mut call =
        vec!["archive", "add", "bao-cao.pdf", "--to", "kho", "--with", "phu-luc.pdf", "--evidence", "kiem-tra.json"];
    call.extend(["--retention", "10 năm"]);
    // What the report leaves open is given.
    if document["code_number"].is_null() {
        call.extend(["--number", "7"]);
    }
    let told = said(folder, &call);
    assert!(told.contains("\nđã đưa ") && told.ends_with("[exit 0]"), "{told}");
    let unsigned = "cảnh báo[luu-tru/chua-ky]: bao-cao.pdf không có chữ ký số nào";
    assert!(told.contains(unsigned), "{told}");
    let entered = &lines(&folder.join("kho"))[0];
    assert_eq!(entered["subject"], document["subject"]);
    assert_eq!(entered["date"], document["promulgation"]["date"]);
    let place = folder.join(package(folder, 0));
    let same =
        |a: &str, b: &str| assert!(fs::read(place.join(a)).expect(a) == fs::read(folder.join(b)).expect(b), "{a}");
    same("document/bao-cao.pdf", "bao-cao.pdf");
    same("source/bao-cao.json", "bao-cao.json");
    same("companions/phu-luc.pdf", "phu-luc.pdf");
    same("evidence.json", "kiem-tra.json");
    let metadata: Value =
        serde_json::from_slice(&fs::read(place.join("metadata.json")).expect("a file")).expect("JSON");
    assert_eq!(metadata["maintenance"], "10 năm");
    assert_eq!(metadata["signer_info"][0]["full_name"], document["signers"][0]["full_name"]);
    assert!(metadata["page_amount"].as_u64().expect("pages") >= 1);
    let id = entered["package"].as_str().expect("an id");
    let shown = said(folder, &["archive", "show", id, "kho"]);
    assert!(said(folder, &["archive", "verify", "kho"]).starts_with("kho: nguyên vẹn; 1 văn bản, "));
    assert!(
        shown.contains("chưa đánh giá (văn bản không có chữ ký số; ") && shown.contains("document/bao-cao.pdf"),
        "{shown}"
    );
    // The report cannot be contradicted.
    let other = said(folder, &["archive", "add", "bao-cao.pdf", "--to", "kho", "--date", "2020-01-01"]);
    assert!(other.contains("lỗi[luu-tru/thong-tin-khac]: issued_date khác với văn bản: báo cáo bên trong"), "{other}");
}

#[test]
fn a_number_is_given_once() {
    let folder = archive(1);
    let folder = folder.path();
    let id = lines(&folder.join("kho"))[0]["package"].as_str().expect("an id").to_owned();
    let before = snapshot(&folder.join("kho/packages"));
    let expected = format!(
        "lỗi[luu-tru/trung-so]: số 01/BC-UBND năm 2026 đã có trong kho\n |\n = tìm thấy: 1/BC-UBND (16/09/2026): {id}\n \
         = cách sửa: xem văn bản kia bằng `baocao archive show {id}`; số thuộc loạt khác thì nêu --series\n = căn cứ: \
         Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần I, mục III.1.h\n\n1 lỗi, 0 cảnh báo\n[exit 1]"
    );
    assert_eq!(said(folder, &add("01", "kho")), expected);
    assert_eq!(snapshot(&folder.join("kho/packages")), before);
    // The same bytes are one document, whatever number and series are named.
    let again = "lỗi[luu-tru/trung-van-ban]: chính tệp này đã có trong kho\n |\n = tìm thấy: 1/BC-UBND (16/09/2026)";
    for other in [&add("2", "kho")[..], &[&add("1", "kho")[..], &["--series", "Sổ riêng"]].concat()] {
        let told = said(folder, other);
        assert!(told.contains(again) && told.ends_with("[exit 1]"), "{told}");
    }
    put(folder, "hai");
    let told = said(folder, &[&add("1", "kho")[..], &["--series", "Sổ riêng"]].concat());
    assert!(told.ends_with("[exit 0]"), "{told}");
}

#[test]
fn what_is_missing_or_no_pdf_is_refused_and_no_archive_is_made() {
    let folder = folder();
    let folder = folder.path();
    let told = said(folder, &["archive", "add", "van-ban.pdf", "--to", "kho"]);
    assert!(told.contains("lỗi[luu-tru/thieu-thong-tin]: chưa có số văn bản (code_number)"), "{told}");
    assert!(told.ends_with("[exit 1]"), "{told}");
    for (call, words) in [
        (vec!["archive", "add", "tt.json", "--to", "kho"], "không đọc được tt.json: không phải PDF"),
        ([&add("1", "kho")[..], &["--date", "16/9/2026"]].concat(), "giá trị \"16/9/2026\" không dùng được cho --date"),
        ([&add("1", "kho")[..], &["--date", "2026-02-30"]].concat(), "cần: một ngày có thật, năm-tháng-ngày"),
        (add("12/../x", "kho"), "lỗi[luu-tru/khong-phai-so]: đây không phải số của văn bản (code_number)"),
        (add("BC", "kho"), "lỗi[luu-tru/khong-phai-so]"),
        ([&add("1", "kho")[..], &["--with", "tt.json"]].concat(), "không đọc được tt.json: không phải PDF"),
        (
            [&add("1", "kho")[..], &["--evidence", "van-ban.pdf"]].concat(),
            "van-ban.pdf không phải kết quả của `baocao verify --format json`",
        ),
        (vec!["archive", "verify", "khong-co"], "khong-co không phải kho lưu trữ"),
        (vec!["archive", "list", "."], ". không phải kho lưu trữ"),
        (add("1", "."), ". không phải kho lưu trữ"),
    ] {
        let told = said(folder, &call);
        assert!(told.contains(words) && !told.ends_with("[exit 0]"), "{call:?}\n{told}");
    }
    assert!(lines(&folder.join("kho")).is_empty());
    assert!(!folder.join(".baocao").exists());
}

/// What is told of an archive of three documents after a change; `GOI` is its second package.
fn told_after(change: impl FnOnce(&Path, &Path)) -> String {
    let folder = archive(3);
    let goi = package(folder.path(), 1);
    change(&folder.path().join("kho"), &folder.path().join(&goi));
    let told = said(folder.path(), &["archive", "verify", "kho"]);
    told.replace(goi.trim_start_matches("kho/"), "GOI")
}

fn one(finding: &str) -> String {
    format!("{finding}\n\n1 lỗi, 0 cảnh báo\nkho: không nguyên vẹn; 3 văn bản, 9 tệp, 0 MB\n[exit 1]")
}

fn changed(path: &Path, from: &str, to: &str) {
    let before = fs::read_to_string(path).expect("a text");
    assert!(before.contains(from), "{before}");
    fs::write(path, before.replacen(from, to, 1)).expect("it is written");
}

#[test]
fn every_tampering_with_a_package_is_named() {
    assert_eq!(told_after(|_, _| {}), WHOLE_OF_3);
    let (was, is) = (pdf("2"), pdf("9"));
    let (hash, new) = (sha256(&was), sha256(&is));
    let finding = |found: &str, expected: &str| {
        one(&format!(
            "lỗi[luu-tru/tep-bi-doi]: tệp GOI/document/van-ban.pdf đã bị đổi\n |\n = tìm thấy: {found}\n = cần: {expected}"
        ))
    };
    let told = told_after(|_, goi| fs::write(goi.join("document/van-ban.pdf"), &is).expect("it is written"));
    assert_eq!(told, finding(&new, &hash));
    let told = told_after(|_, goi| fs::write(goi.join("document/van-ban.pdf"), "").expect("it is written"));
    assert_eq!(told, finding("0 bytes", &format!("{} bytes", was.len())));
    let told = told_after(|_, goi| fs::remove_file(goi.join("metadata.json")).expect("it is there"));
    assert_eq!(told, one("lỗi[luu-tru/mat-tep]: thiếu tệp GOI/metadata.json"));
    let told = told_after(|_, goi| fs::write(goi.join("source.txt"), "").expect("it is written"));
    assert_eq!(told, one("lỗi[luu-tru/tep-la]: tệp GOI/source.txt không có trong danh mục của gói"));
    let told = told_after(|_, goi| fs::remove_dir_all(goi).expect("it is there"));
    assert_eq!(told.replace("6 tệp", "9 tệp"), one("lỗi[luu-tru/mat-goi]: thiếu gói GOI\n |\n = tìm thấy: 2/BC-UBND"));
    let told = told_after(|kho, _| fs::create_dir(kho.join("packages/LA")).expect("a folder"));
    assert_eq!(told, one("lỗi[luu-tru/goi-la]: packages/LA không có trong register.ndjson"));
    let told = told_after(|_, goi| changed(&goi.join("manifest.json"), "\"document\"", "\"companion\""));
    assert!(told.starts_with("lỗi[luu-tru/tep-bi-doi]: tệp GOI/manifest.json đã bị đổi\n"), "{told}");
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_no_files_of_a_package() {
    use std::os::unix::fs::symlink;
    let linked = |goi: &Path| {
        let place = goi.join("document/van-ban.pdf");
        fs::rename(&place, goi.join("../../../that.pdf")).expect("it is moved");
        symlink("../../../../that.pdf", &place).expect("a link");
        assert!(place.is_file());
    };
    let finding = "lỗi[luu-tru/khong-phai-tep]: GOI/document/van-ban.pdf là liên kết, thiết bị hoặc ống dẫn";
    assert_eq!(told_after(|_, goi| linked(goi)), one(finding));
    let told = told_after(|_, goi| {
        let place = goi.join("document/van-ban.pdf");
        fs::remove_file(&place).expect("it is there");
        assert!(std::process::Command::new("mkfifo").arg(&place).status().expect("mkfifo").success());
    });
    assert_eq!(told, one(finding));
    // The package itself lies elsewhere.
    let told = told_after(|kho, goi| {
        fs::rename(goi, kho.join("../xa")).expect("it is moved");
        symlink("../../xa", goi).expect("a link");
    });
    assert!(told.contains("lỗi[luu-tru/mat-goi]: thiếu gói GOI"), "{told}");
}

#[test]
fn every_tampering_with_the_register_is_named() {
    let unchained = "register.ndjson: dòng 3 không nối với dòng trước: dòng trước bị sửa, hoặc có dòng bị bỏ, bị chèn";
    let told = told_after(|kho, _| changed(&kho.join("register.ndjson"), "\"number\":\"2\"", "\"number\":\"9\""));
    assert!(told.contains(&format!("lỗi[luu-tru/chuoi-bi-dut]: {unchained}")), "{told}");
    let other = "lỗi[luu-tru/dong-so-hong]: dòng 2 của sổ nói khác GOI/metadata.json\n |\n = tìm thấy: 9\n = cần: 2\n";
    assert!(told.contains(other), "{told}");
    // The last line and the head, written anew together: the package still says what it says.
    let told = told_after(|kho, _| {
        changed(&kho.join("register.ndjson"), "\"number\":\"3\"", "\"number\":\"9\"");
        let text = fs::read_to_string(kho.join("register.ndjson")).expect("a register");
        let hash = sha256(text.lines().last().expect("a line").as_bytes());
        let head = format!("{{\"format\":1,\"count\":3,\"sha256\":\"{hash}\"}}\n");
        fs::write(kho.join("head.json"), head).expect("it is written");
    });
    let other = "lỗi[luu-tru/dong-so-hong]: dòng 3 của sổ nói khác packages/";
    assert!(
        told.starts_with(other) && told.contains("/metadata.json\n |\n = tìm thấy: 9\n = cần: 3\n\n1 lỗi"),
        "{told}"
    );
    let without = |kho: &Path, line: usize| {
        let path = kho.join("register.ndjson");
        let text = fs::read_to_string(&path).expect("a register");
        let left: Vec<&str> = text.lines().enumerate().filter(|(at, _)| *at != line).map(|(_, line)| line).collect();
        fs::write(path, left.join("\n") + "\n").expect("it is written");
    };
    let told = told_after(|kho, _| without(kho, 1));
    assert!(
        told.contains("dòng 2 không nối với dòng trước") && told.contains("GOI không có trong register.ndjson"),
        "{told}"
    );
    // Its last line, and the package with it.
    let told = told_after(|kho, _| {
        let id = lines(kho)[2]["package"].as_str().expect("an id").to_owned();
        without(kho, 2);
        fs::remove_dir_all(kho.join("packages").join(id)).expect("it is there");
    });
    let cut =
        "lỗi[luu-tru/so-bi-cat]: register.ndjson bị cắt\n |\n = tìm thấy: 2\n = cần: 3 dòng\n\n1 lỗi, 0 cảnh báo\n";
    assert_eq!(told, format!("{cut}kho: không nguyên vẹn; 2 văn bản, 6 tệp, 0 MB\n[exit 1]"));
    let told = told_after(|kho, _| fs::remove_file(kho.join("head.json")).expect("it is there"));
    assert_eq!(told, one("lỗi[luu-tru/dau-so-khong-khop]: head.json không còn"));
    let told = told_after(|kho, _| changed(&kho.join("register.ndjson"), "\"sequence\":3", "\"sequence\": 3"));
    assert_eq!(told, one("lỗi[luu-tru/dau-so-khong-khop]: head.json (3 dòng) không khớp với register.ndjson (3 dòng)"));
    let told = told_after(|kho, _| {
        let text = fs::read_to_string(kho.join("register.ndjson")).expect("a register");
        fs::write(kho.join("register.ndjson"), &text[..text.len() - 20]).expect("it is written");
    });
    assert!(told.contains("register.ndjson: dòng 3 bị đứt") && told.contains("luu-tru/so-bi-cat"), "{told}");
    let told = told_after(|kho, _| fs::remove_file(kho.join("register.ndjson")).expect("it is there"));
    assert!(told.contains("lỗi[luu-tru/so-bi-cat]: register.ndjson bị cắt\n |\n = tìm thấy: 0\n"), "{told}");
    assert!(told.contains("GOI không có trong register.ndjson") && told.ends_with("[exit 1]"), "{told}");
}

#[test]
fn nothing_is_entered_into_a_register_that_is_broken() {
    for change in [
        |kho: &Path| changed(&kho.join("register.ndjson"), "BC-UBND", "BC-UBNX"),
        |kho: &Path| fs::remove_file(kho.join("head.json")).expect("it is there"),
        |kho: &Path| fs::remove_file(kho.join("register.ndjson")).expect("it is there"),
        |kho: &Path| fs::write(kho.join("register.ndjson"), "").expect("it is written"),
        |kho: &Path| {
            let head = format!("{{\"format\":1,\"count\":0,\"sha256\":\"{}\"}}\n", "0".repeat(64));
            fs::write(kho.join("register.ndjson"), "").expect("it is written");
            fs::write(kho.join("head.json"), head).expect("it is written");
        },
    ] {
        let folder = archive(2);
        let kho = folder.path().join("kho");
        change(&kho);
        let before = snapshot(&kho.join("packages"));
        put(folder.path(), "3");
        let told = said(folder.path(), &add("3", "kho"));
        assert!(told.contains("không ghi thêm vào sổ đã hỏng: xem `baocao archive verify kho`"), "{told}");
        assert!(told.ends_with("[exit 1]"), "{told}");
        assert_eq!(snapshot(&kho.join("packages")), before);
    }
}

#[test]
fn a_register_and_a_head_cut_together_do_not_follow_a_head_that_was_kept() {
    let folder = archive(2);
    let folder = folder.path();
    fs::copy(folder.join("kho/head.json"), folder.join("giu.json")).expect("a copy");
    let head = fs::read(folder.join("giu.json")).expect("a head");
    // As a token holds it: an OCTET STRING of 32 bytes.
    let hash: Vec<u8> =
        sha256(&head).as_bytes().chunks(2).map(|two| u8::from_str_radix(text(two), 16).expect("digits")).collect();
    fs::write(folder.join("dau.tsr"), [&[0x30, 0x22, 0x04, 0x20][..], &hash].concat()).expect("a file");
    copy(&folder.join("kho"), &folder.join("cu"));
    put(folder, "3");
    assert!(said(folder, &add("3", "kho")).ends_with("[exit 0]"));
    let verify = ["archive", "verify", "kho", "--head", "giu.json", "--timestamp", "dau.tsr"];
    let told = said(folder, &verify);
    assert_eq!(
        told,
        format!(
            "lưu ý[luu-tru/chua-danh-gia]: dấu thời gian ứng với 2 dòng đầu của sổ; chữ ký của dấu chưa đánh giá\n\n\
             0 lỗi, 0 cảnh báo, 1 lưu ý\n{WHOLE_OF_3}"
        )
    );
    // The same register, written anew with another document.
    let other = archive(1);
    put(other.path(), "2");
    assert!(said(other.path(), &[&add("2", "kho")[..], &["--series", "khác"]].concat()).ends_with("[exit 0]"));
    for name in ["giu.json", "dau.tsr"] {
        fs::copy(folder.join(name), other.path().join(name)).expect("a copy");
    }
    let told = said(other.path(), &verify);
    assert!(told.contains("giu.json (2 dòng) không khớp với register.ndjson (2 dòng)"), "{told}");
    assert!(told.contains("dấu thời gian không phải của sổ này") && told.ends_with("[exit 1]"), "{told}");
}

/// What a link of the archive's own leads to is not written.
#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    use std::os::unix::fs::symlink;
    for own in [".baocao/lock", ".baocao/whole", ".baocao/new", "packages", "register.ndjson", "head.json", ".baocao"] {
        let folder = archive(1);
        let (kho, outside) = (folder.path().join("kho"), tempfile::tempdir().expect("a temporary folder"));
        let place = kho.join(own);
        let target = outside.path().join("ngoai");
        if fs::rename(&place, &target).is_err() {
            fs::write(&target, "cua nguoi khac").expect("it is written");
        }
        let before = snapshot(outside.path());
        symlink(&target, &place).expect("a link");
        put(folder.path(), "2");
        said(folder.path(), &add("2", "kho"));
        said(folder.path(), &["archive", "verify", "kho"]);
        assert!(snapshot(outside.path()) == before, "{own}");
    }
}

/// The archive is as before or as after an entry that was killed, after the next command.
#[test]
fn an_entry_that_is_killed_anywhere_is_made_or_not() {
    let folder = archive(1);
    let folder = folder.path();
    let mut count = 1;
    // Each time a little later, until an entry comes to its end.
    for round in 0_u64.. {
        let number = (100 + round).to_string();
        put(folder, &number);
        let mut child = baocao(folder).args(add(&number, "kho")).stderr(Stdio::null()).spawn().expect("it runs");
        thread::sleep(Duration::from_millis(2 * round));
        let ended = child.try_wait().expect("it is asked").is_some();
        let _ = child.kill();
        child.wait().expect("it ends");
        let told = said(folder, &["archive", "verify", "kho"]);
        assert!(told.contains("kho: nguyên vẹn; ") && told.ends_with("[exit 0]"), "round {round}\n{told}");
        let now = lines(&folder.join("kho")).len();
        assert!(now == count || now == count + 1, "round {round}");
        assert!(!ended || now == count + 1, "round {round}");
        count = now;
        if ended {
            break;
        }
    }
}

/// Every state between the steps of an entry, made by hand.
#[test]
fn every_state_between_two_steps_is_gone_on_with() {
    let folder = archive(2);
    let folder = folder.path();
    copy(&folder.join("kho"), &folder.join("truoc"));
    put(folder, "3");
    assert!(said(folder, &add("3", "kho")).ends_with("[exit 0]"));
    let register = fs::read(folder.join("kho/register.ndjson")).expect("a register");
    let before = fs::read(folder.join("truoc/register.ndjson")).expect("a register").len();
    let line = &register[before..register.len() - 1];
    let id = lines(&folder.join("kho"))[2]["package"].as_str().expect("an id").to_owned();
    let cuts = [0, 1, line.len() / 2, line.len(), line.len() + 1];
    // Staged, moved, a part of the line written, the whole line, the head.
    for (moved, written, head) in
        [(false, 0, false)].into_iter().chain(cuts.map(|cut| (true, cut, false))).chain([(true, line.len() + 1, true)])
    {
        let state = tempfile::tempdir().expect("a temporary folder");
        let kho = state.path().join("kho");
        copy(&folder.join("truoc"), &kho);
        let place = if moved { kho.join("packages").join(&id) } else { kho.join(".baocao/new").join(&id) };
        copy(&folder.join("kho/packages").join(&id), &place);
        fs::write(kho.join("register.ndjson"), &register[..before + written]).expect("it is written");
        fs::write(kho.join(".baocao/begun.json"), line).expect("it is written");
        if head {
            fs::copy(folder.join("kho/head.json"), kho.join("head.json")).expect("a copy");
        }
        for call in [["archive", "verify", "kho"], ["archive", "list", "kho"]] {
            let told = said(state.path(), &call);
            assert!(told.ends_with("[exit 0]"), "{moved} {written} {head}\n{told}");
        }
        assert_eq!(fs::read(kho.join("register.ndjson")).expect("a register"), register);
        assert!(!kho.join(".baocao/begun.json").exists() && !kho.join(".baocao/new").join(&id).exists());
        assert_eq!(said(state.path(), &["archive", "verify", "kho"]), WHOLE_OF_3);
    }
    // Before anything was begun nothing is made of what is staged.
    copy(&folder.join("kho/packages").join(&id), &folder.join("truoc/.baocao/new").join(&id));
    assert!(said(folder, &["archive", "verify", "truoc"]).contains("truoc: nguyên vẹn; 2 văn bản"));
}

#[test]
fn many_that_enter_at_once_corrupt_nothing() {
    let folder = folder();
    let folder = folder.path();
    let start = |number: usize| -> Child {
        let (number, name) = (number.to_string(), format!("{number}.pdf"));
        fs::write(folder.join(&name), pdf(&number)).expect("a file");
        let mut call = add(&number, "kho");
        call[2] = &name;
        baocao(folder).args(call).stderr(Stdio::null()).spawn().expect("the program runs")
    };
    // The first ones make the archive; two have one number.
    let children: Vec<Child> = (1..=10).chain([10]).map(start).collect();
    let codes: Vec<Option<i32>> = children.into_iter().map(|mut child| child.wait().expect("it ends").code()).collect();
    assert_eq!(codes.iter().filter(|code| **code == Some(0)).count(), 10, "{codes:?}");
    assert_eq!(codes.iter().filter(|code| **code == Some(1)).count(), 1, "{codes:?}");
    assert_eq!(said(folder, &["archive", "verify", "kho"]), "kho: nguyên vẹn; 10 văn bản, 30 tệp, 0 MB\n[exit 0]");
}

/// Who holds the lock is waited for.
#[test]
fn an_archive_that_is_held_is_waited_for() {
    let folder = archive(1);
    let folder = folder.path();
    let lock = fs::File::open(folder.join("kho/.baocao/lock")).expect("a lock");
    lock.lock().expect("it is free");
    put(folder, "2");
    let mut child = baocao(folder).args(add("2", "kho")).stderr(Stdio::null()).spawn().expect("the program runs");
    thread::sleep(Duration::from_millis(300));
    assert!(child.try_wait().expect("it is asked").is_none());
    lock.unlock().expect("it is held");
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn documents_are_listed_and_found() {
    let folder = archive(2);
    let folder = folder.path();
    let list = said(folder, &["archive", "list", "kho"]);
    let row = |number: usize| {
        let id = package(folder, number - 1).replace("kho/packages/", "");
        format!("2026  BC-UBND  {number}  16/09/2026  {id}  Công tác cải cách hành chính\n")
    };
    assert_eq!(list, format!("{}{}[exit 0]", row(1), row(2)));
    let found = said(folder, &["archive", "list", "kho", "--format", "json"]);
    let found: Value = serde_json::from_str(found.trim_end_matches("[exit 0]")).expect("JSON");
    assert_eq!(found, json!(lines(&folder.join("kho"))));
    for (words, count) in [
        (&["cai", "cach"][..], 2),
        (&["cải cách"], 2),
        (&["cái cách"], 0),
        (&["2/bc"], 1),
        (&["--from", "2026-09-17"], 0),
        (&["--until", "2026-09-16", "--year", "2026"], 2),
        (&["--year", "2025"], 0),
    ] {
        let told = said(folder, &[&["archive", "find", "kho"], words].concat());
        assert_eq!(told.lines().count() - 1, count, "{words:?}\n{told}");
    }
    let told = said(folder, &["archive", "show", "khong-co", "kho"]);
    assert!(told.contains("lỗi[luu-tru/khong-co-goi]: không có gói \"khong-co\" trong sổ"), "{told}");
    assert!(told.ends_with("[exit 2]"), "{told}");
}

#[test]
fn packages_are_handed_out_whole_or_not_at_all() {
    let folder = archive(2);
    let folder = folder.path();
    let id = package(folder, 0).replace("kho/packages/", "");
    assert!(said(folder, &["archive", "export", "kho", &id, "--as", "bagit", "-o", "ra/tui"]).ends_with("[exit 0]"));
    assert_eq!(said(folder, &["archive", "verify", "ra/tui"]), "ra/tui: gói BagIt nguyên vẹn\n[exit 0]");
    let document = folder.join("ra/tui/data/document/van-ban.pdf");
    assert_eq!(fs::read(&document).expect("a PDF"), pdf("1"));
    fs::write(&document, pdf("hai")).expect("it is written");
    let told = said(folder, &["archive", "verify", "ra/tui"]);
    assert!(told.contains("lỗi[luu-tru/tep-bi-doi]: tệp ra/tui/data/document/van-ban.pdf đã bị đổi"), "{told}");
    assert!(told.ends_with("[exit 1]"), "{told}");
    // What is there stays.
    let told = said(folder, &["archive", "export", "kho", &id, "--as", "csip", "-o", "ra"]);
    assert!(told.contains("chọn thư mục khác bằng -o") && told.ends_with("[exit 2]"), "{told}");
    assert!(said(folder, &["archive", "export", "kho", "--all", "--as", "csip", "-o", "tat-ca"]).ends_with("[exit 0]"));
    for line in lines(&folder.join("kho")) {
        let place = folder.join("tat-ca").join(line["package"].as_str().expect("an id"));
        let number = line["number"].as_str().expect("a number");
        let kept = fs::read(place.join("representations/rep1/data/document/van-ban.pdf")).expect("a PDF");
        assert_eq!(kept, pdf(number));
        for file in ["METS.xml", "metadata/descriptive/ead.xml", "metadata/preservation/premis.xml"] {
            assert!(place.join(file).is_file(), "{file}");
        }
    }
    fs::write(folder.join("kho/packages").join(&id).join("la"), "").expect("it is written");
    let told = said(folder, &["archive", "export", "kho", "--all", "--as", "bagit", "-o", "hong"]);
    assert!(told.contains("luu-tru/tep-la") && told.ends_with("[exit 2]") && !folder.join("hong").exists(), "{told}");
}

/// What `baocao verify` says is kept with the document, whatever that is.
#[test]
fn the_evidence_of_verification_is_kept() {
    let folder = archive(1);
    let folder = folder.path();
    let evidence = fs::read(folder.join(package(folder, 0)).join("evidence.json")).expect("evidence");
    let said = run(folder, &["verify", "van-ban.pdf", "--format", "json"]);
    let [kept, now] = [&evidence, &said.stdout].map(|json| {
        let mut value: Value = serde_json::from_slice(json).expect("JSON");
        let time = value["time"].take();
        chrono::DateTime::parse_from_rfc3339(time.as_str().expect("a time")).expect("a time");
        value
    });
    assert_eq!(kept, now);
    assert_eq!(kept["sha256"], sha256(&pdf("1")));
}

/// Pipes and links in the place of what an archive reads: told, never opened, never waited for.
#[cfg(unix)]
#[test]
fn the_files_of_an_archive_are_ordinary_ones() {
    use std::os::unix::fs::symlink;
    for own in ["head.json", "register.ndjson", ".baocao/lock", ".baocao/begun.json"] {
        for is_pipe in [true, false] {
            let folder = archive(2);
            let folder = folder.path();
            let (place, that) = (folder.join("kho").join(own), folder.join("that"));
            if fs::rename(&place, &that).is_err() {
                fs::write(&that, "{}").expect("it is written");
            }
            if is_pipe {
                assert!(std::process::Command::new("mkfifo").arg(&place).status().expect("mkfifo").success());
            } else {
                symlink(&that, &place).expect("a link");
            }
            put(folder, "3");
            let expected = format!("lỗi[luu-tru/khong-phai-tep]: {own} là liên kết, thiết bị hoặc ống dẫn");
            for call in [vec!["archive", "verify", "kho"], vec!["archive", "list", "kho"], add("3", "kho")] {
                let mut child = baocao(folder).args(&call).stderr(Stdio::piped()).stdout(Stdio::null()).spawn();
                let child = child.as_mut().expect("the program runs");
                let mut waited = 0;
                while child.try_wait().expect("it is asked").is_none() {
                    waited += 1;
                    if waited > 600 {
                        child.kill().expect("it is killed");
                        panic!("{own}: {call:?} does not end");
                    }
                    thread::sleep(Duration::from_millis(50));
                }
                let mut told = String::new();
                child.stderr.take().expect("a pipe").read_to_string(&mut told).expect("UTF-8");
                let code = child.wait().expect("it ended").code();
                assert!(told.contains(&expected), "{own} {call:?}\n{told}");
                assert!(code == Some(1) || code == Some(2) && call[1] != "verify", "{own} {call:?} {code:?}");
            }
        }
    }
}

/// What somebody puts into the folder of an archive beside what is its own.
#[test]
fn what_is_no_part_of_an_archive_is_named() {
    let told = told_after(|kho, _| {
        fs::write(kho.join("ghi-chu.txt"), "").expect("it is written");
        fs::create_dir(kho.join("cu")).expect("a folder");
        fs::write(kho.join(".baocao/khac"), "").expect("it is written");
        fs::write(kho.join("packages/tep.txt"), "").expect("it is written");
    });
    for name in ["ghi-chu.txt", "cu", ".baocao/khac"] {
        let expected = format!("lỗi[luu-tru/tep-la]: {name} nằm trong thư mục của kho mà không phải của kho");
        assert!(told.contains(&expected), "{told}");
    }
    assert!(told.contains("lỗi[luu-tru/goi-la]: packages/tep.txt không có trong register.ndjson"), "{told}");
    assert!(told.contains("\n4 lỗi, 0 cảnh báo\n") && told.ends_with("[exit 1]"), "{told}");
}

/// Mistakes in a file of metadata: where they are and what was meant, in both languages.
#[test]
fn a_file_of_metadata_is_read_strictly() {
    let folder = folder();
    let folder = folder.path();
    let known = fs::read_to_string(folder.join("tt.json")).expect("a file");
    for (from, to, vi, en) in [
        ("\"issued_date\"", "\"isued_date\"", "có phải \"issued_date\"?", "did you mean \"issued_date\"?"),
        ("2026-09-16", "2026-09-31", "ngày này không có trong lịch", "there is no such date"),
    ] {
        fs::write(folder.join("tt.json"), known.replace(from, to)).expect("it is written");
        for (lang, words) in [("vi", vi), ("en", en)] {
            let told = said(folder, &[&add("1", "kho")[..], &["--lang", lang]].concat());
            assert!(told.contains(words) && told.contains("tt.json:1:") && told.ends_with("[exit 1]"), "{told}");
        }
    }
}

/// The same in English.
#[test]
fn the_archive_speaks_english_too() {
    let folder = archive(1);
    let told = said(folder.path(), &["--lang", "en", "archive", "verify", "kho"]);
    assert_eq!(told, "kho: whole; 1 documents, 3 files, 0 MB\n[exit 0]");
}
