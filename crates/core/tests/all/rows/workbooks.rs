//! Workbooks: what their cells hold, and files that are none, or more than may be read. Workbooks that a program wrote
//! are read by the tests of `baocao-import`.

use baocao_core::diagnostic::{Finding, Lang};
use baocao_core::limits::Limits;
use baocao_core::rows::{Book, Given, Hints, Table};
use chrono::{NaiveDate, NaiveDateTime};

use super::book;
use crate::common::{ids, zipped};

/// The cells of a workbook of one column, written as its XML has them: their type, their value, the format of numbers
/// that they are shown in.
fn cells(written: &[(&str, &str, &str)]) -> Vec<Given> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let (mut formats, mut styles, mut rows) = (String::new(), String::new(), String::new());
    for (at, (kind, value, format)) in written.iter().enumerate() {
        let format = format.replace('"', "&quot;");
        formats += &format!("<numFmt numFmtId=\"{}\" formatCode=\"{format}\"/>", 164 + at);
        styles += &format!("<xf numFmtId=\"{}\"/>", 164 + at);
        let row = at + 1;
        rows += &format!("<row r=\"{row}\"><c r=\"A{row}\" s=\"{at}\" t=\"{kind}\"><v>{value}</v></c></row>");
    }
    let relation = |kind: &str, target: &str| {
        let relation = format!("<Relationship Id=\"r1\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>");
        format!("<Relationships>{relation}</Relationships>")
    };
    let sheets = "<sheets><sheet name=\"Biểu 1\" sheetId=\"1\" r:id=\"r1\"/></sheets>";
    let files = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\">{sheets}</workbook>")),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{MAIN}\"><numFmts>{formats}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>")),
    ];
    let sheet = &book(zipped(&files.each_ref().map(|(name, text)| (*name, text.as_bytes())))).sheets[0];
    (0..written.len()).map(|row| sheet.cell(row, 0).into_owned()).collect()
}

#[test]
fn numbers_are_what_a_spreadsheet_shows() {
    let shown = |value: &str, format: &str| match cells(&[("n", value, format)]).remove(0) {
        Given::Number(value) => value.to_string(),
        Given::Text(text) => format!("{text:?}"),
        other => panic!("{other:?}"),
    };
    for (value, wanted) in [
        ("0.30000000000000004", "0.3"),
        ("1655", "1655"),
        ("-12.5", "-12.5"),
        ("0.983", "0.983"),
        ("1E+21", "1000000000000000000000"),
        ("NaN", "\"NaN\""),
    ] {
        assert_eq!(shown(value, "General"), wanted);
    }
    assert_eq!(shown("0.983", "0%"), "\"98,3%\"");
    assert_eq!(shown("0.98891625615763546", "0.00%"), "\"98,89%\"");
    assert_eq!(shown("0.33333333333333331", "#,##0.0000%"), "\"33,3333%\"");
    // A sign that is quoted or escaped stands behind the number as it is; one that is a space, or of another section, does not.
    for format in ["0.0\"%\"", "0.0\\%", "0\" (%) \"", "[<=1]0.0\\%;0%"] {
        assert_eq!(shown("0.983", format), "\"0,983%\"", "{format}");
    }
    for format in ["0_%", "0*%", "0;0%", "[>1]0%;0.0", "0;-0;0%"] {
        assert_eq!(shown("0.983", format), "0.983", "{format}");
    }
    assert_eq!(shown("5", "[<=1]0%;0.0"), "5");
    assert_eq!(shown("0.5", "[<=1]0%;0.0"), "\"50%\"");
    assert_eq!(shown("-0.5", "0;-0%"), "\"-50%\"");
    assert_eq!(shown("0", "0%;-0%;0"), "0");
    assert_eq!(shown("0.5", "[Red][>=0.5]0.0%;[<0.5]0.00;General"), "\"50%\"");
}

#[test]
fn dates_are_days_with_their_clock() {
    let date = |kind: &str, value: &str| cells(&[(kind, value, "dd/mm/yyyy hh:mm")]).remove(0);
    let at = |hour: u32| -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 7, 8).and_then(|day| day.and_hms_opt(hour, 0, 0)).unwrap()
    };
    assert_eq!(date("n", "46211"), Given::Date(at(0)));
    assert_eq!(date("n", "46211.75"), Given::Date(at(18)));
    assert_eq!(date("n", "0.5"), Given::Text("12:00".into()));
    assert_eq!(date("d", "2026-07-08"), Given::Date(at(0)));
}

/// A workbook of one sheet, whose rows are written as its XML has them, with texts that cells share and fonts of styles.
fn xlsx(rows: &str, shared: &str, fonts: &str) -> Vec<u8> {
    const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
    };
    let book = relation("r1", "officeDocument", "/xl/workbook.xml");
    let parts = relation("r1", "worksheet", "worksheets/sheet1.xml")
        + &relation("r2", "sharedStrings", "sharedStrings.xml")
        + &relation("r3", "styles", "styles.xml");
    let sheets = "<sheets><sheet name=\"Biểu &amp; 1\" sheetId=\"1\" r:id=\"r1\"/></sheets>";
    let styles = "<cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/></cellXfs>";
    let files = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("_rels/.rels", format!("<Relationships>{book}</Relationships>")),
        ("xl/workbook.xml", format!("<workbook {MAIN} xmlns:r=\"{RELATIONS}\">{sheets}</workbook>")),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships>{parts}</Relationships>")),
        ("xl/sharedStrings.xml", format!("<sst {MAIN}>{shared}</sst>")),
        ("xl/styles.xml", format!("<styleSheet {MAIN}><fonts>{fonts}</fonts>{styles}</styleSheet>")),
        ("xl/worksheets/sheet1.xml", format!("<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>")),
    ];
    zipped(&files.each_ref().map(|(name, text)| (*name, text.as_bytes())))
}

/// `12` with a raised `1` is no 121, and what is struck out is not there.
#[test]
fn parts_of_a_text_that_look_different_are_no_digits_of_its_number() {
    let run = |look: &str, text: &str| format!("<r><rPr><sz val=\"11\"/>{look}</rPr><t>{text}</t></r>");
    let (raised, struck) = ("<vertAlign val=\"superscript\"/>", "<strike/>");
    let texts = [
        "<t>121</t>".to_owned(),
        run("", "12") + &run(raised, "1"),
        run("", "12") + &run(struck, "9"),
        run("", "km") + &run(raised, "2") + "<rPh sb=\"0\" eb=\"1\"><t>7</t></rPh>",
        run("", "A &lt; B&#38;C ") + &run("<strike val=\"0\"/>", "10"),
        run("", "H") + &run("<vertAlign val=\"subscript\"/>", "2") + &run("", "O 5"),
    ];
    let shared: String = texts.iter().map(|text| format!("<si>{text}</si>")).collect();
    let cell = |at: usize| format!("<c r=\"A{}\" t=\"s\"><v>{at}</v></c>", at + 1);
    let mut rows: String = (0..texts.len()).map(|at| format!("<row r=\"{}\">{}</row>", at + 1, cell(at))).collect();
    // In the cell itself; a cell and a number that are struck out as a whole, behind one that does not say where it is.
    rows += &format!("<row r=\"8\"><c t=\"inlineStr\"><is>{}</is></c>", run("", "34") + &run(raised, "(2)"));
    rows += "<c r=\"B8\" t=\"s\" s=\"1\"><v>0</v></c><c r=\"C8\" s=\"1\"><v>55</v></c><c r=\"D8\"><v>56</v></c></row>";
    let (book, findings) = super::read(xlsx(&rows, &shared, "<font/><font><strike/></font>"));
    let shown = super::shown(&book.expect("a book").sheets[0]);
    assert_eq!(shown, ["121", "12¹", "12", "km2", "A < B&C10", "H₂O 5", "", "34(²)|||#56"]);
    assert_eq!(ids(&findings), ["du-lieu/phan-an"]);
    let found = |finding: &Finding| {
        let others = finding.others.iter().map(|other| (other.place.shown(Lang::Vi), other.found.clone()));
        let first =
            (finding.place.as_ref().map(|place| place.shown(Lang::Vi)).unwrap_or_default(), finding.found.clone());
        std::iter::once(first).chain(others).map(|(at, found)| format!("{at}: {}", found.unwrap_or_default())).collect()
    };
    let told: Vec<String> = found(&findings[0]);
    assert_eq!(told, ["tep, Biểu & 1, A3: 9", "tep, Biểu & 1, B8: 121", "tep, Biểu & 1, C8: 55"]);
}

/// One long text that many cells share is not copied without an end.
#[test]
fn the_text_of_all_cells_is_bounded() {
    let mut limits = Limits::default();
    limits.unpacked_bytes = 1 << 20;
    let shared = format!("<si><t>{}</t></si>", "a".repeat(1 << 14));
    let rows: String =
        (1..200).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>")).collect();
    assert_eq!(refused(&xlsx(&rows, &shared, ""), &limits).id.as_str(), "du-lieu/qua-nhieu-o");
    assert_eq!(super::book(xlsx(&rows, &shared, "")).sheets[0].height(), 199);
}

fn refused(bytes: &[u8], limits: &Limits) -> Finding {
    let mut findings = Vec::new();
    assert!(Book::read("tep.xlsx", bytes, limits, &mut findings).is_none());
    findings.remove(0)
}

#[test]
fn a_zip_is_never_unpacked_further_than_it_may_be() {
    let mut limits = Limits::default();
    limits.unpacked_bytes = 1 << 20;
    let zeros = vec![0; 4 << 20];
    let bomb = zipped(&[("[Content_Types].xml", b"<x/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(bomb.len() < 1 << 16);
    assert_eq!(refused(&bomb, &limits).id.as_str(), "du-lieu/qua-nhieu-o");
    // The directory says that the file is small: its size stands at the end, and before the data as well.
    let mut liar = bomb.clone();
    let size = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    for at in 0..liar.len() - 4 {
        if liar[at..at + 4] == size {
            liar[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
        }
    }
    assert_ne!(liar, bomb);
    let told = refused(&liar, &limits).id.as_str();
    assert!(["du-lieu/qua-nhieu-o", "du-lieu/bang-tinh-hong"].contains(&told), "{told}");
}

#[test]
fn zips_and_compound_files_that_are_no_workbooks_are_refused() {
    let limits = Limits::default();
    let document = zipped(&[("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")]);
    assert_eq!(refused(&document, &limits).id.as_str(), "du-lieu/loai-tep-la");
    assert_eq!(refused(&zipped(&[("a.txt", b"x")]), &limits).id.as_str(), "du-lieu/loai-tep-la");
    let empty = zipped(&[("[Content_Types].xml", b"<x/>"), ("xl/workbook.xml", b"<x/>")]);
    assert_eq!(refused(&empty, &limits).id.as_str(), "du-lieu/bang-tinh-hong");
    let mut compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    compound.resize(4096, 0xFF);
    assert_eq!(refused(&compound, &limits).id.as_str(), "du-lieu/bang-tinh-hong");
}

/// A sheet of an ODS, of these rows.
fn ods(rows: &str) -> Vec<u8> {
    styled("", rows)
}

/// The same with styles.
pub(super) fn styled(styles: &str, rows: &str) -> Vec<u8> {
    let namespaces = ["office", "style", "table", "text", "number"].map(|name| {
        let full = format!("urn:oasis:names:tc:opendocument:xmlns:{name}:1.0");
        format!("xmlns:{name}=\"{full}\"")
    });
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content {}>\
         <office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>\
         <table:table table:name=\"Biểu &amp; 1\">{rows}</table:table></office:spreadsheet></office:body>\
         </office:document-content>",
        namespaces.join(" ")
    );
    let manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ])
}

#[test]
fn merged_cells_and_formulas_of_an_ods_are_seen() {
    let text = |text: &str, spans: &str| {
        format!("<table:table-cell {spans} office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let number = |value: u32| format!("<table:table-cell office:value-type=\"float\" office:value=\"{value}\"/>");
    let formula = |value: &str| format!("<table:table-cell table:formula=\"of:=SUM([.B3:.B4])\"{value}");
    let rows = [
        text("Lĩnh vực", "") + &text("Số hồ sơ", "table:number-columns-spanned=\"2\"") + "<table:covered-table-cell/>",
        text("Đất đai", "table:number-rows-spanned=\"2\"") + &number(3) + &number(4),
        "<table:covered-table-cell/>".to_owned() + &number(5) + &number(6),
        // Not computed; computed, and an empty text.
        "<table:table-cell table:number-columns-repeated=\"2\"/>".to_owned()
            + &formula("/>")
            + &formula("><text:p/></table:table-cell>")
            + &formula(" office:value-type=\"float\" office:value=\"8\"/>"),
    ];
    let row = |(at, cells): (usize, &String)| {
        // Blank rows are kept as one.
        let count = if at == 3 { "<table:table-row table:number-rows-repeated=\"3\"/>" } else { "" };
        format!("{count}<table:table-row>{cells}</table:table-row>")
    };
    let bytes = ods(&rows.iter().enumerate().map(row).collect::<String>());
    let mut findings = Vec::new();
    let book =
        Book::read("tep.ods", &bytes, &Limits::default(), &mut findings).unwrap_or_else(|| panic!("{findings:?}"));
    let merged: Vec<_> = book.sheets[0].merged.iter().map(|merged| (merged.rows, merged.columns)).collect();
    assert_eq!(merged, [((0, 0), (1, 2)), ((1, 2), (0, 0))]);
    assert_eq!(book.sheets[0].shown(2, 0).words(), Some("Đất đai"));
    assert_eq!(ids(&findings), ["du-lieu/cong-thuc-chua-tinh"]);
    assert_eq!(findings[0].place.as_ref().unwrap().shown(Lang::Vi), "tep.ods, Biểu & 1, C7");
    assert!(findings[0].others.is_empty());
}

#[test]
fn parts_of_a_text_of_an_ods_that_look_different_are_no_digits_of_its_number() {
    let style = |name: &str, family: &str, look: &str| {
        format!(
            "<style:style style:name=\"{name}\" style:family=\"{family}\"><style:text-properties {look}/></style:style>"
        )
    };
    let through = "style:text-line-through-style=\"solid\"";
    let styles = style("T1", "text", "style:text-position=\"super 58%\"")
        + &style("T2", "text", through)
        + &style("T3", "text", "style:text-line-through-style=\"none\"")
        + &style("T1", "table-cell", through);
    let cell = |attributes: &str, text: &str| {
        format!(
            "<table:table-cell {attributes} office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let span = |style: &str, text: &str| format!("<text:span text:style-name=\"{style}\">{text}</text:span>");
    let number = "<table:table-cell table:style-name=\"T1\" office:value-type=\"float\" office:value=\"7\"/>";
    let twice = "table:number-columns-repeated=\"2\"";
    let rows = [
        cell("", "121") + &cell(twice, &format!("12{}", span("T1", "1"))) + &cell("", "km"),
        cell("", &format!("12{}", span("T2", "9")))
            + number
            + &cell("", &format!("1{}", span("T3", "2")))
            + &cell("", "5"),
    ];
    let rows: String = rows.iter().map(|cells| format!("<table:table-row>{cells}</table:table-row>")).collect();
    let (book, findings) = super::read(styled(&styles, &rows));
    assert_eq!(super::shown(&book.expect("a book").sheets[0]), ["121|12¹|12¹|km", "12||12|5"]);
    assert_eq!(ids(&findings), ["du-lieu/phan-an"]);
    assert_eq!((findings[0].found.as_deref(), findings[0].others.len()), (Some("9"), 1));
}

/// However often and however far cells are merged, that is no work without end.
#[test]
fn merged_cells_over_each_other_are_bounded() {
    let spans = "table:number-columns-spanned=\"1000\" table:number-rows-spanned=\"1000000\"";
    let cell = format!("<table:table-cell {spans} office:value-type=\"float\" office:value=\"1\"/>").repeat(200);
    let blank = "<table:table-row table:number-rows-repeated=\"9000\"/>";
    let rows = format!("<table:table-row>{cell}</table:table-row>{blank}<table:table-row>{cell}</table:table-row>");
    let book = book(ods(&rows));
    assert_eq!(book.sheets[0].merged.len(), 400);
    assert!(book.sheets[0].merged_at(9001, 0).is_some());
}

/// A binary workbook (XLSB) of one sheet: what its records say.
fn binary(records: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let record = |id: u16, data: &[u8]| {
        let [low, high] = [(id & 0x7F) as u8, (id >> 7) as u8];
        let id = if id < 0x80 { vec![low] } else { vec![low | 0x80, high] };
        [&id, &[u8::try_from(data.len()).expect("a short record")][..], data].concat()
    };
    let wide = |text: &str| {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&u32::try_from(units.len() / 2).expect("a short text").to_le_bytes()[..], &units].concat()
    };
    let bundle = [&[0; 8][..], &wide("r1"), &wide("Biểu 1")].concat();
    let book = [record(0x9C, &bundle), record(0x90, &[]), record(0x84, &[])].concat();
    let before = [record(0x81, &[]), record(0x94, &[0; 16]), record(0x91, &[])].concat();
    let sheet: Vec<u8> = records.iter().flat_map(|(id, data)| record(*id, data)).collect();
    let rels =
        "<Relationships><Relationship Id=\"r1\" Type=\"worksheet\" Target=\"worksheets/sheet1.bin\"/></Relationships>";
    zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.bin", &book),
        ("xl/_rels/workbook.bin.rels", rels.as_bytes()),
        ("xl/worksheets/sheet1.bin", &[before, sheet].concat()),
    ])
}

#[test]
fn merged_cells_and_mistakes_of_binary_workbooks_are_seen() {
    let numbers = |all: &[u32]| all.iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<u8>>();
    let text = |column: u32, text: &str| {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        (0x06, [numbers(&[column, 0, u32::try_from(units.len() / 2).unwrap()]), units].concat())
    };
    let number = |column: u32, value: f64| (0x05, [numbers(&[column, 0]), value.to_le_bytes().to_vec()].concat());
    let records = [
        (0x00, numbers(&[0, 0, 0, 0])),
        text(0, "Khối"),
        text(1, "Xã"),
        text(2, "Hồ sơ"),
        (0x00, numbers(&[1, 0, 0, 0])),
        text(0, "Miền núi"),
        text(1, "Xã A"),
        number(2, 41.0),
        (0x00, numbers(&[2, 0, 0, 0])),
        text(1, "Xã B"),
        (0x0B, [numbers(&[2, 0]), vec![0x17]].concat()),
        (0x92, Vec::new()),
        (0xB0, numbers(&[1, 2, 0, 0])),
    ];
    let book = book(binary(&records));
    let sheet = &book.sheets[0];
    assert_eq!((sheet.name.as_str(), sheet.merged.len()), ("Biểu 1", 1));
    assert_eq!(*sheet.shown(2, 0), Given::Text("Miền núi".to_owned()));
    assert_eq!(*sheet.cell(2, 2), Given::Mistake("#REF!".to_owned()));
    // A file that is cut off in a record is read as far as it goes, or refused, without a panic.
    let whole = binary(&records);
    for end in (0..whole.len()).step_by(7) {
        let _ = super::read(&whole[..end]);
    }
}

/// What is hidden is read, and told with the rows and columns that a spreadsheet shows by number and letter.
#[test]
fn hidden_rows_and_columns_are_told_once_a_sheet() {
    let told = |bytes: &[u8]| {
        let (book, mut findings) = (book(bytes), Vec::new());
        let table = Table::read(&book.sheets[0], &Hints::default(), &mut findings).expect("a table");
        findings.retain(|finding| finding.id == "du-lieu/bi-an");
        let [finding] = findings.as_slice() else { panic!("{findings:?}") };
        (table.lines.len(), finding.message.text(Lang::Vi).to_owned())
    };
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let number = |value: u32| format!("<table:table-cell office:value-type=\"float\" office:value=\"{value}\"/>");
    let row = |name: &str, value: u32, look: &str| {
        format!("<table:table-row {look}>{}{}{}</table:table-row>", cell(name), number(value), number(value))
    };
    let columns = "<table:table-column/><table:table-column table:visibility=\"collapse\"/><table:table-column/>";
    let header = format!("<table:table-row>{}{}{}</table:table-row>", cell("Xã"), cell("Hồ sơ"), cell("Văn bản"));
    let (hidden, filtered) = ("table:visibility=\"collapse\"", "table:visibility=\"filter\"");
    let rows = [row("Xã A", 41, ""), row("Xã B", 7, hidden), row("Xã C", 8, filtered), row("Xã D", 9, "")].concat();
    // Blank rows at the end are no part of the table.
    let rest = "<table:table-row table:visibility=\"collapse\" table:number-rows-repeated=\"1048571\"/>";
    let (count, message) = told(&ods(&format!("{columns}{header}{rows}{rest}")));
    assert_eq!((count, message.contains("hàng 3–4 và cột B")), (4, true), "{message}");

    let numbers = |all: &[u32]| all.iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<u8>>();
    let text = |column: u32, text: &str| {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        (0x06, [numbers(&[column, 0, u32::try_from(units.len() / 2).unwrap()]), units].concat())
    };
    let value = |column: u32, value: f64| (0x05, [numbers(&[column, 0]), value.to_le_bytes().to_vec()].concat());
    let shown = |row: u32| (0x00, numbers(&[row, 0, 0, 0]));
    let hidden = |row: u32| (0x00, [numbers(&[row, 0]), vec![0, 0, 0, 0x10, 0, 0]].concat());
    let records = [
        (0x3C, [numbers(&[1, 1, 2000, 0]), vec![1, 0]].concat()),
        shown(0),
        text(0, "Xã"),
        text(1, "Hồ sơ"),
        shown(1),
        text(0, "Xã A"),
        value(1, 41.0),
        hidden(2),
        text(0, "Xã B"),
        value(1, 7.0),
        (0x92, Vec::new()),
    ];
    let (count, message) = told(&binary(&records));
    assert_eq!((count, message.contains("hàng 3 và cột B")), (2, true), "{message}");

    let data = |kind: &str, text: &str| format!("<Cell><Data ss:Type=\"{kind}\">{text}</Data></Cell>");
    let row = |look: &str, cells: String| format!("<Row {look}>{cells}</Row>");
    let rows = row("", data("String", "Xã") + &data("String", "Hồ sơ"))
        + &row("", data("String", "Xã A") + &data("Number", "41"))
        + &row("ss:Hidden=\"1\"", data("String", "Xã B") + &data("Number", "7"));
    let xml = format!(
        "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"A\">\
         <Table><Column/><Column ss:Hidden=\"1\"/>{rows}</Table></Worksheet></Workbook>"
    );
    let (count, message) = told(xml.as_bytes());
    assert_eq!((count, message.contains("hàng 3 và cột B")), (2, true), "{message}");

    let xls = include_bytes!("hidden.xls");
    let (count, message) = told(xls);
    assert_eq!((count, message.contains("hàng 3, 5–6 và cột C")), (6, true), "{message}");
    assert_eq!(book(xls).sheets.iter().map(|sheet| sheet.hidden).collect::<Vec<_>>(), [false, true]);
}

/// Whether a sheet of SpreadsheetML is shown stands behind its cells.
#[test]
fn hidden_sheets_of_spreadsheetml_are_known() {
    let sheet = |name: &str, visible: &str| {
        let data = "<Table><Row><Cell><Data ss:Type=\"Number\">41</Data></Cell></Row></Table>";
        let options = "<WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\">";
        format!("<Worksheet ss:Name=\"{name}\">{data}{options}{visible}</WorksheetOptions></Worksheet>")
    };
    let sheets = [
        sheet("A", "<Selected/>"),
        sheet("B", "<Visible>SheetHidden</Visible>"),
        sheet("C", "<x:Visible>SheetVeryHidden</x:Visible>"),
        sheet("D", "<Visible>SheetVisible</Visible>"),
    ]
    .concat();
    let xml = format!(
        "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">{sheets}</Workbook>"
    );
    let shown: Vec<bool> = book(xml).sheets.iter().map(|sheet| !sheet.hidden && sheet.height() == 1).collect();
    assert_eq!(shown, [true, false, false, true]);
}

/// The same parts as those of a workbook of one sheet, with others beside them.
fn linked(workbook: &str, rows: &str, links: &[(&str, &str)]) -> Vec<u8> {
    const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"r1\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let sheets = "<sheets><sheet name=\"Biểu 1\" sheetId=\"1\" r:id=\"r1\"/></sheets>";
    let files = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", format!("<workbook {MAIN} xmlns:r=\"{RELATIONS}\">{sheets}{workbook}</workbook>")),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", format!("<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>")),
    ];
    let own = files.iter().map(|(name, text)| (*name, text.as_bytes()));
    zipped(&own.chain(links.iter().map(|(name, text)| (*name, text.as_bytes()))).collect::<Vec<_>>())
}

/// Links to other workbooks are told with what they lead to and the cells that use them.
#[test]
fn cells_that_use_other_workbooks_are_told() {
    let rows = "<row r=\"1\"><c r=\"A1\"><f>[1]Nguon!B2</f><v>7</v></c><c r=\"B1\"><f>SUM(Bang[Cot])</f><v>8</v></c></row>\
                <row r=\"2\"><c r=\"A2\"><f>'C:\\[nguon.xlsx]Biểu'!A1+1</f><v>9</v></c></row>";
    let links = [
        ("xl/externalLinks/externalLink1.xml", "<externalLink/>"),
        (
            "xl/externalLinks/_rels/externalLink1.xml.rels",
            "<Relationships><Relationship Target=\"nguon.xlsx\"/></Relationships>",
        ),
    ];
    let (_, findings) = super::read(linked("", rows, &links));
    assert_eq!(ids(&findings), ["du-lieu/lien-ket-ngoai"]);
    assert_eq!(findings[0].found.as_deref(), Some("xl/externalLinks/externalLink1.xml: nguon.xlsx"));
    let cells: Vec<String> = findings[0].others.iter().map(|other| other.place.shown(Lang::Vi)).collect();
    assert_eq!(cells, ["tep, Biểu 1, A1", "tep, Biểu 1, A2"]);
}

/// Entities of its own are no part of a workbook.
#[test]
fn a_workbook_with_a_document_type_is_refused() {
    let sheet = "<!DOCTYPE a [<!ENTITY b \"7\">]><worksheet/>";
    let (book, findings) = super::read(linked("", "", &[("xl/worksheets/sheet2.xml", sheet)]));
    assert!(book.is_none());
    assert_eq!(ids(&findings), ["du-lieu/bang-tinh-hong"]);
}

/// Zeros of formulas that the workbook wants to be computed are told where a figure is one.
#[test]
fn formulas_that_are_still_to_be_computed_have_no_value() {
    let cell = |at: &str, text: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let rows = format!(
        "<row r=\"1\">{}{}</row><row r=\"2\">{}<c r=\"B2\"><f>1+2</f><v>0</v></c></row><row r=\"3\">{}<c r=\"B3\"><v>0</v></c></row>",
        cell("A1", "Xã"),
        cell("B1", "Số"),
        cell("A2", "Xã A"),
        cell("A3", "Xã B")
    );
    let told = |workbook: &str| {
        let (book, mut findings) = super::read(linked(workbook, &rows, &[]));
        let book = book.expect("a book");
        let hints = Hints { asked_by: baocao_core::rows::AskedBy::Mapping, ..Hints::default() };
        let mut table = Table::read(&book.sheets[0], &hints, &mut findings).expect("a table");
        let values = table.values(1, baocao_core::report::ColumnKind::Count, &hints, &mut findings);
        assert_eq!(values.len(), 2);
        findings
            .iter()
            .map(|finding| format!("{} {}", finding.id, finding.place.as_ref().unwrap().shown(Lang::Vi)))
            .collect::<Vec<_>>()
    };
    assert_eq!(told("<calcPr fullCalcOnLoad=\"1\"/>"), ["du-lieu/cong-thuc-chua-tinh tep, Biểu 1, B2"]);
    assert!(told("<calcPr calcId=\"1\"/>").is_empty());
}
