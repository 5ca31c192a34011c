//! Appendices in files of their own: box 14 in the corner, their own pages, what their files say of themselves.

use baocao::{Folder, Fonts, Limits, Office, ReportFile, Severity, ShelfPath, Standards, Templates, Uploads};
use baocao_core::document::Portion;
use hayro_syntax::Pdf;
use serde_json::{Value, json};

use super::measure::{Layout, MM, example, lay_out, measure, near};
use super::signing::named;

/// The files of a report, and the ids of what was told.
fn files(report: &Value) -> (Vec<(Portion, Layout)>, Vec<String>) {
    let office = Office::default();
    let folder = Folder::new(baocao_testing::project("examples"));
    let report = ReportFile::new("report.json", serde_json::to_vec(report).unwrap());
    let composed = office.compose(report.beside(&folder, ShelfPath::root())).value.unwrap();
    let made = office.files(&composed, None);
    let told = made.review.findings.iter().map(|finding| finding.id.to_string()).collect();
    (made.value.unwrap().iter().map(|(portion, pages)| (*portion, measure(pages))).collect(), told)
}

fn issued(name: &str) -> Value {
    let mut report = example(name);
    report["document"]["code_number"] = json!(12);
    report["document"]["signing_time"] = json!("2023-09-08T09:15:30+07:00");
    report
}

/// What stands in the corner of the first page: no larger than 10 points, above all else.
fn corner(layout: &Layout) -> Vec<String> {
    let lines = layout.lines(1).into_iter().filter(|line| line.y < 25.0 * MM && line.x > 105.0 * MM);
    lines.map(|line| line.text).collect()
}

/// The form of what is issued with a document has box 14 where it is in a file of its own (form 1.3).
#[test]
fn a_document_that_is_issued_has_its_file() {
    let mut report = example("tiep-cong-dan-quy-che.json");
    report["document"]["signing_time"] = json!("2026-04-09T09:15:30+07:00");
    let (files, told) = files(&report);
    assert_eq!((files.len(), told), (2, Vec::new()));
    let issued = &files[1].1;
    let line = issued.line("Số: 305/QĐ-UBND; 09/4/2026; 09:15:30 +07:00");
    let state = issued.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    assert!(
        near(line.size, 10.0) && line.y < state.y && near(state.y, files[0].1.line("CỘNG HÒA XÃ HỘI").y),
        "{line:?}"
    );
    assert!(!issued.lines(1).iter().any(|line| line.text.trim() == "1"), "no number on its first page");
}

#[test]
fn every_appendix_has_its_file_with_box_14_in_the_corner() {
    for name in ["so-6-thang-2024.json", "huyen-q3-2023.json", "xa-q3-2023.json"] {
        let report = issued(name);
        let whole = lay_out(&report);
        let (files, told) = files(&report);
        assert_eq!(told, Vec::<String>::new(), "{name}");
        assert_eq!(files[0].0, Portion::Body, "{name}");
        assert_eq!(corner(&files[0].1), Vec::<String>::new(), "{name}: the document itself");
        let pages: usize = files.iter().map(|(_, layout)| layout.sizes.len()).sum();
        assert_eq!(pages, whole.sizes.len(), "{name}");
        let mut before = files[0].1.sizes.len();
        for (index, (portion, layout)) in files.iter().enumerate().skip(1) {
            assert_eq!(*portion, Portion::Appendix(index), "{name}");
            let wanted =
                format!("Số: 12/{}; 08/9/2023; 09:15:30 +07:00", report["document"]["code_notation"].as_str().unwrap());
            let line = layout.line(&wanted);
            assert!(line.page == 1 && near(line.size, 10.0) && !line.bold && !line.italic, "{name}: {line:?}");
            let run = layout.runs.iter().find(|run| run.text.contains("Số: 12/")).unwrap();
            assert!(run.black, "{name}");
            // At the right margin, inside the top margin.
            assert!(near(line.right, layout.sizes[0].0 - 20.0 * MM) && line.y < 25.0 * MM, "{name}: {line:?}");
            for (page, size) in layout.sizes.iter().enumerate() {
                assert_eq!(*size, whole.sizes[before + page], "{name}");
                // All else stands where it stands in the whole; the marks of footnotes are counted anew.
                let texts = |layout: &Layout, page| -> Vec<String> {
                    let lines = layout.lines(page).into_iter().filter(|line| line.size > 8.0 && line.text != wanted);
                    lines.map(|line| line.text).collect()
                };
                assert_eq!(texts(layout, page + 1), texts(&whole, before + page + 1), "{name}");
            }
            before += layout.sizes.len();
        }
    }
}

#[test]
fn a_lying_appendix_begins_its_file() {
    let mut report = issued("xa-q3-2023.json");
    report["appendices"] = json!([{ "title": "Thống kê số liệu", "forms": ["chi-dao"], "orientation": "landscape" }]);
    let (files, _) = files(&report);
    let layout = &files[1].1;
    assert!(layout.sizes.iter().all(|size| near(size.0, 297.0 * MM)), "{:?}", layout.sizes);
    assert_eq!(layout.line("Phụ lục").page, 1);
    assert!(near(layout.line("Số: 12/").right, (297.0 - 20.0) * MM));
}

/// A layout that an office copied before there were parts and copies would print all of the document, and no block.
#[test]
fn an_older_layout_is_refused() {
    let main = std::fs::read_to_string(baocao_testing::project("templates/layout/main.typ")).unwrap();
    let mut own = Uploads::default();
    own.insert("layout/main.typ", main.replace("data.portion", "\"whole\"").into_bytes()).unwrap();
    let templates = Templates::built_in().overlay(&own).unwrap();
    let office = Office::new(templates, Fonts::built_in(), Limits::default());
    let file = ReportFile::new("report.json", serde_json::to_vec(&issued("xa-q3-2023.json")).unwrap());
    let composed = office.compose(file).value.unwrap();
    assert!(office.pages(&composed, None).value.is_some());
    let refused = office.files(&composed, None).into_result().err().unwrap();
    assert_eq!(refused.findings[0].id.as_str(), "sap-chu/mau-trang-cu");
}

#[test]
fn what_is_not_known_is_left_out_and_told() {
    let mut report = issued("xa-q3-2023.json");
    report["document"]["signing_time"].take();
    let (known, told) = files(&report);
    assert_eq!(corner(&known[1].1), ["Số: 12/BC-UBND"]);
    assert_eq!(told, ["phu-luc/chua-du-dong-ky"]);
    report["document"]["code_number"].take();
    let (known, told) = files(&report);
    assert_eq!(corner(&known[1].1), Vec::<String>::new());
    assert_eq!(told, ["phu-luc/chua-du-dong-ky"]);
    report["document"]["signing_time"] = json!("2023-09-08T09:15:30+07:00");
    assert_eq!(corner(&files(&report).0[1].1), ["08/9/2023; 09:15:30 +07:00"]);
}

#[test]
fn a_time_of_signing_is_not_printed_on_the_whole_and_that_is_told() {
    let report = issued("xa-q3-2023.json");
    assert!(!lay_out(&report).text().contains("09:15:30"));
    let office = Office::default();
    let file = ReportFile::new("report.json", serde_json::to_vec(&report).unwrap());
    let composed = office.compose(file).value.unwrap();
    let told = office.pages(&composed, None).review.findings;
    let [told] = &told[..] else { panic!("{told:?}") };
    assert_eq!((told.id.as_str(), told.severity), ("van-ban/khong-in-gio-ky", Severity::Note));
    assert_eq!(told.place.as_ref().unwrap().pointer(), Some("/document/signing_time"));
    // A document without appendices has no other file.
    let mut report = report;
    report["appendices"] = json!([]);
    let (files, told) = files(&report);
    assert_eq!((files.len(), told), (1, vec!["van-ban/khong-in-gio-ky".to_owned()]));
}

#[test]
fn the_file_of_an_appendix_says_what_it_is() {
    let office = Office::default();
    let file = ReportFile::new("report.json", serde_json::to_vec(&issued("so-6-thang-2024.json")).unwrap());
    let composed = office.compose(file).value.unwrap();
    let standards = Standards::default();
    let made = office.files(&composed, Some(&standards)).value.unwrap();
    let document = &composed.document;
    for ((_, pages), appendix) in made[1..].iter().zip(&document.appendices) {
        let bytes = office.print(pages, &standards).into_result().unwrap();
        assert_eq!(named(&bytes), []);
        let pdf = Pdf::new(bytes).unwrap();
        let said = |text: Option<&Vec<u8>>| {
            let bytes = text.unwrap();
            let units: Vec<u16> = bytes[2..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).unwrap()
        };
        assert_eq!(said(pdf.metadata().title.as_ref()), appendix.name);
        assert_eq!(said(pdf.metadata().subject.as_ref()), document.metadata.title);
    }
}
