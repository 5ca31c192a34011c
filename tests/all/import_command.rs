//! `baocao import`: the examples of exports become the same reports, whatever they were exported as.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::common::{copy, project, run, text};

/// Imports an example into a folder; the reports by their names.
fn import(export: &str, map: &str, folder: &Path) -> BTreeMap<String, Value> {
    let examples = project("examples/import");
    let target = folder.join(Path::new(export).file_stem().expect("a name"));
    let output = run(&examples, &["import", export, "--map", map, "-o", &target.display().to_string()]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let told = text(&output.stderr);
    assert!(told.contains("đã viết 20 báo cáo"), "{told}");
    reports(&target)
}

fn reports(folder: &Path) -> BTreeMap<String, Value> {
    let files = fs::read_dir(folder).expect("a folder of reports").map(|entry| entry.expect("a file").path());
    let named = files.map(|path| {
        let report = serde_json::from_slice(&fs::read(&path).expect("a report")).expect("JSON");
        (path.file_name().expect("a name").to_string_lossy().into_owned(), report)
    });
    named.collect()
}

/// A report without the cells that it came from.
fn without_sources(mut report: Value) -> Value {
    report.as_object_mut().expect("a report").remove("sources");
    report
}

/// The cell of a value, as the report has it.
fn cell<'r>(report: &'r Value, pointer: &str) -> Option<&'r str> {
    report["sources"][0]["cells"][pointer]["at"].as_str()
}

#[test]
fn one_report_a_unit_comes_of_every_kind_of_export() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let wide = import("tong-hop.csv", "tong-hop.toml", folder.path());
    let rows = import("he-thong.ndjson", "he-thong.toml", folder.path());
    let dossiers = import("06-vpcp-kstt.xls", "06-vpcp-kstt.toml", folder.path());
    assert_eq!((wide.len(), rows.len(), dossiers.len()), (20, 20, 20));
    for (name, report) in &wide {
        assert_eq!(without_sources(report.clone()), without_sources(rows[name].clone()), "{name}");
        let figures = dossiers[name]["figures"].as_object().expect("figures");
        assert_eq!(figures.len(), 3, "{name}");
        for (id, value) in figures.iter().filter(|(id, _)| *id == "ho-so.tiep-nhan-truc-tuyen") {
            assert_eq!(report["figures"][id], *value, "{name}");
        }
    }
    let (name, figure) = ("phuong-nam-hai-van.json", "/figures/ho-so.tiep-nhan-truc-tuyen");
    assert_eq!(cell(&dossiers[name], figure), Some("D26"));
    assert!(cell(&wide[name], figure).is_some_and(|at| at.starts_with("10:")), "{:?}", cell(&wide[name], figure));
    assert!(cell(&rows[name], figure).is_some_and(|at| at.ends_with("#/gia_tri")), "{:?}", cell(&rows[name], figure));
}

/// What was imported can be printed.
#[test]
fn an_imported_report_is_rendered() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    import("tong-hop.csv", "tong-hop.toml", folder.path());
    let output = run(&folder.path().join("tong-hop"), &["render", "xa-tan-loc-giang.json"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
}

/// The way of a workbook: written, read, the same report.
#[test]
fn a_workbook_of_a_report_comes_back() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let example = project("examples/xa-q3-2026.json").display().to_string();
    let output = run(folder.path(), &["form", "export", "xa-2025", "--report", &example, "-o", "mau.xlsx"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let output = run(folder.path(), &["import", "mau.xlsx", "-o", "bao-cao"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let report = &reports(&folder.path().join("bao-cao"))["mau.json"];
    let wanted: Value = serde_json::from_slice(&fs::read(&example).expect("the example")).expect("JSON");
    assert_eq!(report["figures"], wanted["figures"]);
    assert_eq!(report["document"]["organ"], wanted["document"]["organ"]);
}

/// Workbooks of one name in several folders: nothing is written, for one report would replace the other.
#[test]
fn workbooks_of_one_name_are_told_before_anything_is_written() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for part in ["a", "b"] {
        fs::create_dir(folder.path().join(part)).expect("a folder");
        let output = run(folder.path(), &["form", "export", "xa-2025", "-o", &format!("{part}/quy-3.xlsx")]);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    }
    let output = run(folder.path(), &["import", "a/quy-3.xlsx", "b/quy-3.xlsx", "-o", "bao-cao"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let told = text(&output.stderr);
    assert!(told.contains("nhap/trung-ten") && told.contains("a/quy-3.xlsx và b/quy-3.xlsx"), "{told}");
    assert!(!folder.path().join("bao-cao").exists());
}

/// Of several sheets the only one that has the columns is read.
#[test]
fn the_sheet_that_has_the_columns_is_read() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&project("tests/import/_base"), folder.path());
    let book = fs::read_to_string(project("tests/import/sheets-of-the-same-columns/xuat.csv")).expect("a workbook");
    let others = book.replacen("Trực tuyến", "Qua mạng", 1);
    assert_ne!(others, book);
    fs::write(folder.path().join("xuat.csv"), others).expect("a workbook");
    let output = run(folder.path(), &["import", "xuat.csv", "--map", "map.toml", "-o", "bao-cao"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let report = &reports(&folder.path().join("bao-cao"))["xa-dong-hoa.json"];
    let sheet = cell(report, "/figures/chi-dao.so-van-ban");
    assert_eq!((report["figures"]["chi-dao.so-van-ban"].as_u64(), sheet), (Some(12), Some("Quý III!C2")));
}

/// Reports that are there already and that this import does not write stay, and are told.
#[test]
fn reports_of_before_are_told() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&project("tests/import/_base"), folder.path());
    let import = |force: &[&str]| {
        let call = ["import", "xuat.csv", "--map", "map.toml", "-o", "bao-cao", "--lang", "en"];
        let output = run(folder.path(), &[&call[..], force].concat());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        text(&output.stderr).to_owned()
    };
    let said = "wrote 3 reports to bao-cao; check them: baocao check bao-cao\n";
    assert_eq!(import(&[]), said);
    assert_eq!(import(&["--force"]), said);
    for name in ["xa-7.json", "xa-1.json", "xa-2.json", "xa-3.json", "xa-4.json", "xa-5.json", "ghi-chu.txt"] {
        fs::write(folder.path().join("bao-cao").join(name), "{}\n").expect("a file");
    }
    let told = "warning[nhap/bao-cao-cu]: the folder bao-cao has 6 reports that this import did not write\n |\n \
                = found: xa-1.json, xa-2.json, xa-3.json, xa-4.json, xa-5.json, …\n \
                = help: remove reports of units that are no more in the export, or import into an empty folder\n\n\
                0 errors, 1 warning\n";
    assert_eq!(import(&["--force"]), format!("{told}{said}"));
    assert!(folder.path().join("bao-cao/xa-7.json").exists());
}

/// A mapping is proposed from the sheet that is asked for.
#[test]
fn a_mapping_is_proposed_from_a_sheet() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let sheet = |name: &str, rows: &str| format!("<Worksheet ss:Name=\"{name}\"><Table>{rows}</Table></Worksheet>");
    let row = |cells: [&str; 2]| {
        let cell = |text: &str| format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>");
        format!("<Row>{}</Row>", cells.map(cell).concat())
    };
    let book = format!(
        "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">{}{}</Workbook>",
        sheet("Năm trước", &(row(["Xã", "Cũ"]) + &row(["Xã A", "1"]) + &row(["Xã B", "2"]))),
        sheet("Năm nay", &(row(["Tên xã", "Mới"]) + &row(["Xã A", "3"]))),
    );
    fs::write(folder.path().join("tep.xls"), book).expect("a workbook");
    let map =
        |sheet: &[&str]| run(folder.path(), &[&["map", "new", "tep.xls", "--set", "xa-2025"][..], sheet].concat());
    let (longest, asked, unknown) = (map(&[]), map(&["--sheet", "năm nay"]), map(&["--sheet", "Năm sau"]));
    assert!(text(&longest.stdout).contains("sheet = \"Năm trước\""), "{}", text(&longest.stdout));
    let proposal = text(&asked.stdout);
    assert!(proposal.contains("sheet = \"Năm nay\"") && proposal.contains("Mới"), "{proposal}");
    let told = text(&unknown.stderr);
    assert!(told.contains("nhap/trang-khong-co") && told.contains("Năm nay"), "{told}");
    assert_eq!(unknown.status.code(), Some(1));
}
