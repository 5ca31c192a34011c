//! What a PDF was made from: taken out of it, held against it, and the same document made again.

use std::fs;
use std::path::Path;

use baocao::sources::{Changed, Sources, Unequal, unequal};
use baocao::{Folder, Office, ReportFile, Standards, Templates, Uploads};
use baocao_core::document::{Attachment, Portion};
use baocao_core::limits::Limits;
use baocao_pdf::Attached;
use baocao_typeset::{Fonts, Typesetter, pdf};

use crate::common::{project, run, text};

fn made(office: &Office, folder: &Path, report: &str) -> Vec<u8> {
    let folder = Folder::new(folder);
    let report = ReportFile::open(&folder, report, office.limits()).unwrap();
    office.pdf(report, &Standards::default()).into_result().unwrap()
}

/// A PDF with any files inside.
fn holding(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (office, templates, limits) = (Office::default(), Templates::built_in(), Limits::default());
    let report = ReportFile::new("report.json", fs::read(project("examples/xa-q3-2026.json")).unwrap());
    let composed = office.compose(report).value.unwrap();
    let attached = |(name, bytes): &(&str, &[u8])| Attachment { name: (*name).to_owned(), bytes: bytes.to_vec() };
    let attachments: Vec<Attachment> = files.iter().map(attached).collect();
    let typesetter = Typesetter::new(&templates, &Fonts::built_in(), &limits);
    let mut findings = Vec::new();
    let pages =
        typesetter.pages(&composed.document, Portion::Whole, &attachments, &composed.images, &mut findings).unwrap();
    pdf(&pages, &Standards::default(), &mut findings).unwrap()
}

#[test]
fn every_example_is_made_again_from_what_is_inside_of_it() {
    let (first, second) = (Office::default(), Office::default());
    let examples = project("examples");
    let mut reports: Vec<String> =
        fs::read_dir(&examples).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    reports.retain(|name| name.ends_with(".json"));
    assert!(reports.len() >= 9, "{reports:?}");
    for name in reports {
        let file = made(&first, Path::new(&examples), &name);
        let sources = Sources::read(&name, &file).unwrap();
        assert_eq!(sources.altered(), [], "{name}");
        let rebuilt = sources.rebuild(&second, &file).into_result().unwrap();
        assert!(rebuilt.same && rebuilt.changed.is_empty() && rebuilt.bytes == file, "{name}: {:?}", rebuilt.changed);
    }
}

#[test]
fn every_file_of_a_document_is_made_again_as_what_it_is() {
    let (office, standards) = (Office::default(), Standards::default());
    for name in ["so-6-thang-2024.json", "huyen-bang-tu-do.json"] {
        let folder = Folder::new(project("examples"));
        let composed = office.compose(ReportFile::open(&folder, name, office.limits()).unwrap()).value.unwrap();
        let files = office.files(&composed, Some(&standards)).value.unwrap();
        assert!(files.len() > 1, "{name}");
        for (portion, pages) in files {
            let file = office.print(&pages, &standards).into_result().unwrap();
            let sources = Sources::read(name, &file).unwrap();
            assert_eq!(sources.record.as_ref().unwrap().portion, portion);
            let rebuilt = sources.rebuild(&Office::default(), &file).into_result().unwrap();
            assert!(rebuilt.same && rebuilt.bytes == file, "{name} {portion:?}: {:?}", rebuilt.changed);
        }
    }
    // The record of the whole says nothing of it, and one of a part that is not there leads to none.
    let whole = made(&office, Path::new(&project("examples")), "xa-q3-2026.json");
    let mut sources = Sources::read("a.pdf", &whole).unwrap();
    let record = sources.record.as_mut().unwrap();
    assert!(!String::from_utf8(record.to_bytes()).unwrap().contains("portion"));
    record.portion = Portion::Appendix(9);
    let refused = sources.rebuild(&office, &whole).into_result().unwrap_err();
    assert_eq!(refused.findings[0].id.as_str(), "pdf/khong-co-nguon");
}

/// Files above the report, and one name twice: all stand where they stood, whatever lies above all of them.
#[test]
fn files_from_other_folders_come_along() {
    let mut report: serde_json::Value =
        serde_json::from_slice(&fs::read(project("examples/huyen-bang-tu-do.json")).unwrap()).unwrap();
    let rows = fs::read(project("examples/thu-tuc-bang-tu-do.csv")).unwrap();
    let tables = report["tables"].as_object_mut().unwrap();
    let table = tables.values_mut().find(|table| table["data"]["file"] == "thu-tuc-bang-tu-do.csv").unwrap();
    table["data"]["file"] = "../chung/so-lieu.json".into();
    report["document"]["signers"][0]["signature"] = "anh/ky.png".into();
    let mut picture = std::io::Cursor::new(Vec::new());
    image::RgbaImage::new(40, 20).write_to(&mut picture, image::ImageFormat::Png).unwrap();
    let mut shelf = Uploads::default();
    shelf.insert("tinh/chung/so-lieu.json", rows).unwrap();
    shelf.insert("tinh/xa/anh/ky.png", picture.into_inner()).unwrap();
    shelf.insert("tinh/xa/so-lieu.json", report.to_string().into_bytes()).unwrap();
    let office = Office::default();
    let file = ReportFile::open(&shelf, "tinh/xa/so-lieu.json", office.limits()).unwrap();
    let file = office.pdf(file, &Standards::default()).into_result().unwrap();
    let sources = Sources::read("a.pdf", &file).unwrap();
    let record = sources.record.as_ref().unwrap();
    let named: Vec<_> = record.files.iter().map(|file| (file.name.as_str(), file.path.as_str())).collect();
    assert_eq!(
        named,
        [("so-lieu.json", "xa/so-lieu.json"), ("2-so-lieu.json", "chung/so-lieu.json"), ("ky.png", "xa/anh/ky.png")]
    );
    assert!(sources.rebuild(&Office::default(), &file).into_result().unwrap().same);
}

#[test]
fn what_changed_since_is_named() {
    let file = made(&Office::default(), Path::new(&project("examples")), "xa-q3-2026.json");
    let sources = Sources::read("a.pdf", &file).unwrap();
    let mut other = Uploads::default();
    let page = fs::read_to_string(project("templates/layout/page.typ")).unwrap();
    other.insert("layout/page.typ", format!("{page}\n// khác\n").into_bytes()).unwrap();
    let templates = Templates::built_in().overlay(&other).unwrap();
    let office = Office::new(templates, Fonts::built_in(), Limits::default());
    let rebuilt = sources.rebuild(&office, &file).into_result().unwrap();
    assert_eq!(rebuilt.changed, [Changed::Template("layout/page.typ".to_owned())]);
    // The record itself names the template.
    assert!(!rebuilt.same);
    assert_eq!(unequal("a.pdf", &file, &rebuilt.bytes).unwrap(), []);
}

#[test]
fn numbers_that_are_not_those_of_the_data_are_found() {
    let office = Office::default();
    let own = fs::read_to_string(project("examples/xa-q3-2026.json")).unwrap();
    let mut report: serde_json::Value = serde_json::from_str(&own).unwrap();
    let file = office.pdf(ReportFile::new("a.json", own), &Standards::default()).into_result().unwrap();
    assert_eq!(report["document"]["code_number"].take(), 214);
    report["document"]["code_number"] = 215.into();
    let other = office.pdf(ReportFile::new("a.json", report.to_string()), &Standards::default()).value.unwrap();
    let first = Unequal { page: 1, printed: vec!["214/BC-UBND".to_owned()], expected: vec!["215/BC-UBND".to_owned()] };
    let found = unequal("a.pdf", &file, &other).unwrap();
    assert_eq!(found.first(), Some(&first), "{found:?}");
}

#[test]
fn files_that_are_not_those_of_the_record_are_named() {
    let file = made(&Office::default(), Path::new(&project("examples")), "huyen-bang-tu-do.json");
    let whole = Sources::read("a.pdf", &file).unwrap();
    let record = whole.record.as_ref().unwrap().to_bytes();
    let report = &whole.files[0].bytes;
    let changed = [&report[..], b" "].concat();
    let file = holding(&[("huyen-bang-tu-do.json", &changed), ("khac.csv", b"a,b\n"), ("nguon-goc.json", &record)]);
    // No copy is made of them.
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.pdf"), &file).unwrap();
    fs::write(folder.path().join("sao.json"), "{}").unwrap();
    let output = run(folder.path(), &["copy", "a.pdf", "--by", "sao.json", "--form", "sao-y"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("tệp khac.csv trong PDF không có trong bản ghi"));
    let told: Vec<String> =
        Sources::read("a.pdf", &file).unwrap().altered().iter().map(|finding| finding.message.vi.clone()).collect();
    assert_eq!(
        told,
        [
            "tệp huyen-bang-tu-do.json trong PDF khác với bản ghi",
            "trong PDF không có tệp thu-tuc-bang-tu-do.csv mà bản ghi nêu",
            "tệp khac.csv trong PDF không có trong bản ghi",
        ]
    );
}

#[test]
fn extract_gives_files_back_and_writes_nowhere_else() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("a.pdf"), made(&Office::default(), Path::new(&project("examples")), "huyen-bang-tu-do.json")).unwrap();
    let extract = |arguments: &[&str]| run(folder.path(), &[&["extract"], arguments].concat());
    let output = extract(&["a.pdf"]);
    assert_eq!(text(&output.stderr), "đã lấy 3 tệp ra a-nguon\n");
    for name in ["huyen-bang-tu-do.json", "thu-tuc-bang-tu-do.csv"] {
        assert_eq!(fs::read(at("a-nguon").join(name)).unwrap(), fs::read(project("examples").join(name)).unwrap());
    }
    // What was taken out can be rendered.
    let again = run(&at("a-nguon"), &["render", "huyen-bang-tu-do.json", "-o", "../b.pdf"]);
    assert!(again.status.success(), "{}", text(&again.stderr));
    assert!(fs::read(at("a.pdf")).unwrap() == fs::read(at("b.pdf")).unwrap());

    let output = extract(&["a.pdf"]);
    assert_eq!(
        text(&output.stderr),
        "lỗi[tep/da-co]: a-nguon đã có\n |\n = cần: một thư mục mới hoặc trống\n = cách sửa: chọn thư mục khác bằng \
         -d\n\n1 lỗi, 0 cảnh báo\n"
    );
    // The typesetter takes no such name; a file of PDF 1.4 has it in plain letters.
    let office = Office::default();
    let report = ReportFile::new("aaxx.json", fs::read(project("examples/xa-q3-2026.json")).unwrap());
    let mut file = office.pdf(report, &"1.4".parse().unwrap()).value.unwrap();
    while let Some(place) = file.windows(9).position(|window| window == b"aaxx.json") {
        file[place..place + 9].copy_from_slice(b"../x.json");
    }
    fs::write(at("h.pdf"), file).unwrap();
    let output = extract(&["h.pdf", "-d", "ra"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        text(&output.stderr),
        "lỗi[pdf/ten-dan-ra-ngoai]: tên tệp bên trong PDF không dùng được\n |\n = tìm thấy: ../x.json\n = cần: một tên tệp \
         thường, không trùng tên khác\n\n1 lỗi, 0 cảnh báo\n"
    );
    assert!(!at("ra").exists() && !at("x.json").exists());
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    let outside =
        ["../x.json", "/tmp/x.json", "..\\x.json", "a/../../x.json", "nul.json", "Com1", "a:b", "..", "", "x\u{1}"];
    for name in outside.into_iter().chain(["x\0", "x ", "x.", "a|b"]) {
        let files = vec![Attached { name: name.to_owned(), bytes: Vec::new() }];
        let refused = Sources { record: None, files }.places().unwrap_err();
        assert_eq!(refused.id.as_str(), "pdf/ten-dan-ra-ngoai", "{name}");
    }
    let files = ["a/b.json", "a//b.json"].map(|name| Attached { name: name.to_owned(), bytes: Vec::new() });
    assert!(Sources { record: None, files: files.to_vec() }.places().is_err(), "two files in one place");
}

#[test]
fn extract_refuses_what_it_cannot_read() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |bytes: &[u8], told: &str| {
        fs::write(folder.path().join("x.pdf"), bytes).unwrap();
        let output = run(folder.path(), &["extract", "x.pdf"]);
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(text(&output.stderr).lines().next(), Some(told));
    };
    let file = made(&Office::default(), Path::new(&project("examples")), "xa-q3-2026.json");
    let other = "lỗi[pdf/khong-doc-duoc]: không đọc được x.pdf: không phải PDF";
    refused(b"", other);
    refused(b"<html>", other);
    refused(&file[..100], "lỗi[pdf/khong-doc-duoc]: không đọc được x.pdf: hỏng hoặc bị cắt cụt, ở byte 100");
    let (office, own) = (Office::default(), fs::read(project("examples/xa-q3-2026.json")).unwrap());
    let bare = office.pdf(ReportFile::new("a.json", own), &"a-2a,ua-1".parse().unwrap()).value.unwrap();
    refused(&bare, "lỗi[pdf/khong-co-nguon]: x.pdf: bên trong không có dữ liệu đã làm ra văn bản");
}
