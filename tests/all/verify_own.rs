//! `baocao verify` of documents of our own: what they carry, and whether they are what comes of it.

use std::fs;
use std::path::Path;
use std::process::Command;

use baocao::sources::Sources;
use baocao::{Fonts, Limits, Office, ReportFile, Standards, Templates};
use baocao_core::document::{Attachment, Portion};
use baocao_pdf::file::{File, Object};
use baocao_typeset::{Typesetter, pdf};
use serde_json::Value;
use tempfile::TempDir;

use crate::common::{copy, project, run, text};

/// A folder with a document whose number and day are open, and keys.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&project("crates/sign/tests/keys"), folder.path());
    fs::copy(project("tests/signing/seal.png"), folder.path().join("seal.png")).unwrap();
    let report = fs::read_to_string(project("examples/xa-q3-2023.json")).unwrap();
    let mut report: Value = serde_json::from_str(&report).unwrap();
    report["document"]["code_number"].take();
    report["document"]["promulgation"]["date"] = "2023-09".into();
    fs::write(folder.path().join("bc.json"), report.to_string()).unwrap();
    done(folder.path(), &["render", "bc.json", "-o", "a.pdf"]);
    folder
}

fn done(folder: &Path, args: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_baocao"));
    let output = command.current_dir(folder).args(args).env("BAOCAO_PASSPHRASE", "baocao").output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", text(&output.stderr));
}

/// What is said of the document itself, and the exit code.
fn verified(folder: &Path, args: &[&str]) -> String {
    let output = run(folder, &[&["verify"], args].concat());
    let said = text(&output.stdout);
    let of_document = said.split("\n\n").next().unwrap_or_default().trim_end();
    format!("{of_document}\n{}exit {}", text(&output.stderr), output.status.code().unwrap())
}

const WHOLE: &str = "  + tệp (đạt): cấu trúc tệp nguyên vẹn
  + dữ liệu nguồn (đạt): 1 tệp bên trong đúng như bản ghi nguồn gốc";
const SAME_NUMBERS: &str = "  + số liệu trên trang (đạt): mọi con số trên các trang trùng với dữ liệu";
const UNSIGNED: &str = "  ? chữ ký số (chưa đánh giá): văn bản không có chữ ký số";

#[test]
fn a_document_is_held_against_its_own_data() {
    let folder = folder();
    let expected = format!(
        "a.pdf
{WHOLE}
  + dựng lại (đạt): dựng lại từ dữ liệu bên trong, trùng từng byte
{SAME_NUMBERS}
{UNSIGNED}
exit 0"
    );
    assert_eq!(verified(folder.path(), &["a.pdf"]), expected);
    let expected = format!(
        "a.pdf
{WHOLE}
  ? dựng lại (chưa đánh giá): không yêu cầu
  ? số liệu trên trang (chưa đánh giá): không yêu cầu
{UNSIGNED}
exit 0"
    );
    assert_eq!(verified(folder.path(), &["a.pdf", "--no-rebuild"]), expected);
}

#[test]
fn number_and_day_that_were_stamped_are_held_against_the_data() {
    let folder = folder();
    let folder = folder.path();
    let size = fs::metadata(folder.join("a.pdf")).unwrap().len();
    done(folder, &["sign", "a.pdf", "--as", "leader", "--key", "leader.p12", "-o", "b.pdf"]);
    // A number and a day that cannot be are not signed.
    for (number, day, id) in [
        ("7", "31", "ky-so/so-ngay-khac-bao-cao"),
        ("7", "5", "dong-lenh/sai"),
        ("0", "05", "dong-lenh/sai"),
        ("007", "05", "dong-lenh/sai"),
        ("-7", "05", "dong-lenh/sai"),
        ("12a", "05", "dong-lenh/sai"),
        ("١٢", "05", "dong-lenh/sai"),
        ("12345678", "05", "ky-so/hinh-khong-dung-duoc"),
    ] {
        let call =
            ["issue", "b.pdf", "--number", number, "--day", day, "--key", "organ.p12", "--seal-image", "seal.png"];
        let output = run(folder, &[&call[..], &["-o", "x.pdf"]].concat());
        let said = text(&output.stderr);
        assert!(said.contains(&format!("[{id}]")) && !folder.join("x.pdf").exists(), "{number} {day}: {said}");
    }
    let (day, told) = ("05", "+ số, ngày đã đóng (đạt): số 07, ngày 05");
    let seal = ["--seal-image", "seal.png"];
    let issue = ["issue", "b.pdf", "--number", "7", "--day", day, "--key", "organ.p12", "-o", "c.pdf", "--force"];
    done(folder, &[&issue[..], &seal].concat());
    let more = fs::metadata(folder.join("c.pdf")).unwrap().len() - size;
    let same = "dựng lại từ dữ liệu bên trong, trùng từng byte";
    let expected = format!(
        "c.pdf
{WHOLE}
  + dựng lại (đạt): {same} ({size} byte đầu; {more} byte sau được thêm khi ký)
{SAME_NUMBERS}
  {told}
  + chữ ký số (đạt): cả 4 chữ ký đạt
exit 0"
    );
    assert_eq!(verified(folder, &["c.pdf", "--anchors", "root.pem"]), expected);
}

#[test]
fn templates_that_changed_are_named_and_fail_nothing() {
    let folder = folder();
    let page = fs::read_to_string(project("templates/layout/page.typ")).unwrap();
    fs::create_dir_all(folder.path().join("mau/layout")).unwrap();
    fs::write(folder.path().join("mau/layout/page.typ"), format!("{page}\n// khác\n")).unwrap();
    let expected = format!(
        "a.pdf
{WHOLE}
  ? dựng lại (chưa đánh giá): không so được từng byte: đã dùng thứ khác với bây giờ
      mẫu layout/page.typ khác lúc ấy
{SAME_NUMBERS}
{UNSIGNED}
exit 0"
    );
    assert_eq!(verified(folder.path(), &["a.pdf", "--templates", "mau"]), expected);
}

/// A revision that says nothing and that nobody signed.
#[test]
fn what_was_added_unsigned_fails() {
    let folder = folder();
    let path = folder.path().join("a.pdf");
    let mut file = fs::read(&path).unwrap();
    let place = |word: &[u8]| file.windows(word.len()).rposition(|window| window == word).unwrap();
    let table: usize = text(&file[place(b"startxref") + 10..place(b"%%EOF")]).trim().parse().unwrap();
    let root = File::new(&file).unwrap().view(file.len()).unwrap().trailer.get("Root").unwrap().reference().unwrap();
    let trailer = format!("<</Size 1/Root {} 0 R/Prev {table}>>", root.number);
    let revision = format!("xref\n0 0\ntrailer\n{trailer}\nstartxref\n{}\n%%EOF\n", file.len());
    file.extend_from_slice(revision.as_bytes());
    fs::write(path, &file).unwrap();
    let (said, more) = (verified(folder.path(), &["a.pdf"]), revision.len());
    let told = format!("  x dựng lại (không đạt): sau bản gốc có {more} byte thêm vào mà không ai ký\n");
    assert!(said.contains(&told) && said.ends_with("exit 1"), "{said}");
}

/// An object as it is written.
fn written(object: &Object) -> String {
    match object {
        Object::Bool(is) => is.to_string(),
        Object::Int(number) => number.to_string(),
        Object::Real(number) => number.to_string(),
        Object::String(text) => {
            format!("<{}>", text.bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
        }
        Object::Name(name) => format!("/{}", text(name)),
        Object::Array(items) => format!("[{}]", items.iter().map(written).collect::<Vec<_>>().join(" ")),
        Object::Dict(dict) => {
            let entry = |(key, value): &(Vec<u8>, Object)| format!("/{} {} ", text(key), written(value));
            format!("<<{}>>", dict.0.iter().map(entry).collect::<String>())
        }
        Object::Ref(id) => format!("{} {} R", id.number, id.generation),
        Object::Null | Object::Stream(_) => "null".to_owned(),
    }
}

/// What was changed before anybody signed was signed with it, and is no document as it comes of its data.
#[test]
fn what_was_changed_before_it_was_signed_fails() {
    let folder = folder();
    let folder = folder.path();
    let mut file = fs::read(folder.join("a.pdf")).unwrap();
    let size = file.len();
    let place = |word: &[u8]| file.windows(word.len()).rposition(|window| window == word).unwrap();
    let table: usize = text(&file[place(b"startxref") + 10..place(b"%%EOF")]).trim().parse().unwrap();
    let (root, size_said, catalog) = {
        let read = File::new(&file).unwrap();
        let view = read.view(file.len()).unwrap();
        let root = view.trailer.get("Root").unwrap().reference().unwrap();
        (root.number, written(view.trailer.get("Size").unwrap()), written(&view.catalog().unwrap()))
    };
    let (catalog, start) = (catalog.replace("/Lang <7669", "/Lang <6672"), file.len());
    file.extend_from_slice(format!("{root} 0 obj\n{catalog}\nendobj\n").as_bytes());
    let trailer = format!("<</Size {size_said}/Root {root} 0 R/Prev {table}>>");
    let table = format!("xref\n{root} 1\n{start:010} 00000 n \ntrailer\n{trailer}\nstartxref\n{}\n%%EOF\n", file.len());
    file.extend_from_slice(table.as_bytes());
    fs::write(folder.join("d.pdf"), &file).unwrap();
    done(folder, &["sign", "d.pdf", "--as", "leader", "--key", "leader.p12", "-o", "e.pdf"]);
    let expected = format!(
        "e.pdf
{WHOLE}
  x dựng lại (không đạt): {size} byte đầu trùng với bản dựng lại từ dữ liệu bên trong, nhưng trước khi ký văn bản đã bị đổi
      phần Lang của văn bản bị đổi
{SAME_NUMBERS}
  + chữ ký số (đạt): cả 1 chữ ký đạt
      chỗ chưa ký: number-1, day-1, seal-1
exit 1"
    );
    assert_eq!(verified(folder, &["e.pdf", "--anchors", "root.pem"]), expected);
}

/// What is stamped as a picture is no number that anybody could read and hold against the data.
#[test]
fn a_number_that_cannot_be_read_is_not_evaluated() {
    let folder = folder();
    let folder = folder.path();
    done(folder, &["sign", "a.pdf", "--as", "leader", "--key", "leader.p12", "-o", "b.pdf"]);
    done(folder, &["sign", "b.pdf", "--as", "number", "--image", "seal.png", "--key", "organ.p12", "-o", "c.pdf"]);
    let said = verified(folder, &["c.pdf", "--anchors", "root.pem"]);
    let told = "  ? số, ngày đã đóng (chưa đánh giá): số -, ngày -\n      \"number-1\" không có chữ đọc được\n";
    assert!(said.contains(told) && said.ends_with("exit 0"), "{said}");
}

/// The pages of one report with the data of another: what a forger without a key would hand out.
#[test]
fn pages_that_are_not_those_of_the_data_fail() {
    let folder = folder();
    let whole = Sources::read("a.pdf", &fs::read(folder.path().join("a.pdf")).unwrap()).unwrap();
    let record = whole.record.as_ref().unwrap().to_bytes();
    let mut report: Value = serde_json::from_slice(&whole.files[0].bytes).unwrap();
    report["document"]["subject"] = "Công tác cải cách hành chính quý III năm 2024".into();
    let composed = Office::default().compose(ReportFile::new("bc.json", report.to_string())).value.unwrap();
    let files = [("bc.json", whole.files[0].bytes.clone()), ("nguon-goc.json", record)];
    let files = files.map(|(name, bytes)| Attachment { name: name.to_owned(), bytes });
    let (mut findings, limits) = (Vec::new(), Limits::default());
    let typesetter = Typesetter::new(&Templates::built_in(), &Fonts::built_in(), &limits);
    let pages = typesetter.pages(&composed.document, Portion::Whole, &files, &composed.images, &mut findings).unwrap();
    fs::write(folder.path().join("f.pdf"), pdf(&pages, &Standards::default(), &mut findings).unwrap()).unwrap();
    let said = verified(folder.path(), &["f.pdf"]);
    assert!(
        said.starts_with(&format!("f.pdf\n{WHOLE}\n  x dựng lại (không đạt): dựng lại thì khác từ byte ")),
        "{said}"
    );
    let told = "  x số liệu trên trang (không đạt): 1 trang có con số khác với dữ liệu
      trang 1: in 2024, theo dữ liệu 2023
";
    assert!(said.contains(told) && said.ends_with("exit 1"), "{said}");
}
