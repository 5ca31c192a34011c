//! Figures of exports that may be meant otherwise than they are read: they are refused or told, never taken in silence.

use baocao_core::diagnostic::{Finding, Lang, Severity};
use baocao_core::limits::Limits;
use baocao_core::report::ReportFile;
use baocao_core::rows::Book;
use baocao_core::shelf::{ShelfPath, Uploads};
use baocao_core::template::Templates;
use baocao_import::Draft;
use baocao_import::map::{Mapping, Opened};
use serde_json::{Value, json};

use crate::map::{import, import_of, values};

const NOT_IN_REGISTER: &str = "nhap/don-vi-ngoai-danh-muc";

/// What is told of an import: all findings but that the units are in no register.
fn told(map: &str, rows: &str) -> Vec<Finding> {
    let (limits, mut findings) = (Limits::default(), Vec::new());
    let opened = Opened::read(ReportFile::new("map.toml", map), &limits, &mut findings);
    let opened = opened.unwrap_or_else(|| panic!("{findings:?}"));
    let set = Templates::built_in().load(&opened.file.set, None, &mut findings).expect("a set");
    let mapping = Mapping::new(&opened, &set, &mut findings).expect("a mapping");
    let books = [Book::read("a.csv", rows.as_bytes(), &limits, &mut findings).expect("a book")];
    let mut reports = mapping.reports(&books, &mut findings);
    while reports.next(&mut findings).is_some() {}
    findings.retain(|finding| ![NOT_IN_REGISTER, "nhap/khong-so-lieu"].contains(&finding.id.as_str()));
    findings
}

/// Each with its severity.
fn severities(findings: &[Finding]) -> Vec<(&str, Severity)> {
    findings.iter().map(|finding| (finding.id.as_str(), finding.severity)).collect()
}

fn map(figures: &str) -> String {
    format!("set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Xã\"\n{figures}\n")
}

#[test]
fn fractions_of_percentages_are_never_taken_in_silence() {
    let of = |cells: &[&str]| {
        let map = map("[figures]\n\"bao-cao.ty-le-qua-he-thong\" = \"A\"\n\"van-ban-dien-tu.ty-le-xa\" = \"B\"");
        let rows: String = (1..).zip(cells).map(|(unit, cell)| format!("Xã {unit};{cell}\n")).collect();
        let findings = told(&map, &format!("Xã;A;B\n{rows}"));
        severities(&findings)
            .into_iter()
            .map(|(id, severity)| format!("{id} {severity:?}"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let (error, warning) = ("nhap/ty-le-phan-so Error", "nhap/ty-le-phan-so Warning");
    assert_eq!(of(&["0,985;", "0,97;"]), error);
    assert_eq!(of(&["0,985;"]), error);
    // Another column shows that one per cent is written 1.
    assert_eq!(of(&["0,5;98", ";97,5"]), warning);
    assert_eq!(of(&["0,985;98", "0,97;97,5"]), error);
    // Many among large ones, and few.
    assert_eq!(of(&["0,985;", "95;", "0,97;", "88;"]), error);
    assert_eq!(of(&["0,985;", "95;", "97;", "88;"]), warning);
    assert_eq!(of(&["0,985;", "1,2;", "0,97;", "0,88;"]), error);
    assert_eq!(of(&["0,5;", "3,2;", "12;", "0,8;"]), warning);
    assert_eq!(of(&["95;", "3,2;", "1;", "0;"]), "");
}

#[test]
fn the_finding_of_a_fraction_says_how_to_declare_it() {
    let findings =
        told(&map("[figures]\n\"van-ban-dien-tu.ty-le-xa\" = \"A\""), "Xã;A\nXã 1;0,985\nXã 2;95\nXã 3;0,97\n");
    let text = |lang| {
        let [finding] = findings.as_slice() else { panic!("{findings:?}") };
        let hint = finding.hint.as_ref().map(|hint| hint.text(lang).to_owned()).unwrap_or_default();
        format!("{}: {hint}", finding.message.text(lang))
    };
    assert_eq!(
        text(Lang::En),
        "\"A\" has fractions beside values above 1: 0,985 is read as 0,985 %: if 98,5 % is meant, mend the cell in the export: write 98,5 \
         as in the others; if it is 0,985 % indeed, say factor = 1 in the mapping"
    );
    assert_eq!(
        text(Lang::Vi),
        "\"A\" lẫn phân số với giá trị trên 1: 0,985 được đọc là 0,985 %: nếu ý là 98,5 %, sửa ô ấy trong tệp xuất: ghi 98,5 như các ô \
         khác; nếu đúng là 0,985 %, ghi vào cách chuyển factor = 1"
    );
}

#[test]
fn negative_counts_are_refused_at_their_cells() {
    let findings = told(&map("[figures]\n\"BM1.1\" = \"A\""), "Xã;A\nXã 1;-12\nXã 2;7\n");
    assert_eq!(severities(&findings), [("so-lieu/so-am", Severity::Error)]);
    assert_eq!(findings[0].place.as_ref().and_then(|place| place.inside(Lang::En)).as_deref(), Some("row 2, column 2"));
}

/// A unit of measure in a header is seen however it is written; one that looks like one and is not known is told.
#[test]
fn units_of_measure_in_headers_are_never_passed_over() {
    let of = |header: &str, title: &str| {
        let map = map("[figures]\n\"giai-ngan.ke-hoach\" = \"B\"");
        let findings = told(&map, &format!("{title}Xã;{header}\nXã 1;1500\nXã 2;2250\n"));
        severities(&findings)
            .iter()
            .map(|(id, _)| (*id).to_owned())
            .filter(|id| id != "du-lieu/ngoai-bang")
            .collect::<Vec<_>>()
    };
    for header in [
        "\"Vốn\ntỷ đồng\"",
        "Vốn tỷ đồng",
        "Vốn VND",
        "Vốn (10^9 đồng)",
        "Vốn (USD)",
        "Vốn /tỷ đồng/",
        "Vốn (tỷđ)",
        "Vốn (triệu tệ)",
    ] {
        assert_eq!(of(header, ""), ["nhap/don-vi-tinh-dau-bang"], "{header}");
    }
    for title in ["VỐN ĐẦU TƯ (tỷ đồng);\n", "\"VỐN ĐẦU TƯ, tỷ đồng\";\n"] {
        assert_eq!(of("Vốn", title), ["nhap/don-vi-tinh-dau-bang"], "{title}");
    }
    for header in ["Vốn (tr)", "Vốn - ĐVT: cây vàng"] {
        assert_eq!(of(header, ""), ["nhap/don-vi-tinh-la"], "{header}");
    }
    for header in ["Vốn", "Vốn (triệu đồng)", "Vốn (10^6 đồng)", "Vốn triệu đồng", "Vốn (năm 2026)"]
    {
        assert!(of(header, "").is_empty(), "{header}");
    }
}

/// A total among the rows of a unit is no row of its table.
#[test]
fn totals_among_the_rows_of_a_unit_are_not_added_again() {
    let map = map("[tables.thu-tuc]\nten = \"Lĩnh vực\"\ntn = \"Nhận\"");
    let rows =
        "Xã;Lĩnh vực;Nhận\nXã A;Đất đai;3\nXã A;Hộ tịch;4\nXã A;Cộng;7\nXã B;Đất đai;5\nXã B;Cộng;5\nTổng cộng;;12\n";
    let (drafts, findings) = import(&map, "a.csv", rows.as_bytes());
    assert_eq!(findings, ["du-lieu/dong-tong", NOT_IN_REGISTER]);
    let names = |at: usize| -> Vec<Value> {
        let rows = values(&drafts[at], "/tables/thu-tuc/rows");
        rows.as_array().expect("rows").iter().map(|row| row["cells"]["ten"].clone()).collect()
    };
    assert_eq!((names(0), names(1)), (vec![json!("Đất đai"), json!("Hộ tịch")], vec![json!("Đất đai")]));
}

/// Values of the office's own list keep the cells that they come from.
#[test]
fn values_of_the_list_of_units_keep_their_cells() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Xã\"\nregister = \"don-vi.csv\"\n\
               [fields]\n\"document.code_number\" = { register = \"Số\" }\n[figures]\n\"BM1.1\" = \"A\"\n";
    let mut beside = Uploads::default();
    beside.insert("don-vi.csv", "Tên;Số\nSở Nội vụ;12\nSở Tài chính;7\n".as_bytes()).expect("a list");
    let file = ReportFile::new("map.toml", map).beside(&beside, ShelfPath::root());
    let (drafts, findings) = import_of(file, "a.csv", "Xã;A\nSở Tài chính;3\nSở Nội vụ;4\n".as_bytes());
    assert_eq!(findings, [""; 0]);
    let of = |draft: &Draft| {
        let origin = draft.origins.iter().find(|origin| origin.pointer == "/document/code_number").expect("an origin");
        (origin.label.clone(), origin.place.inside(Lang::En).expect("a place"))
    };
    let wanted = |row: u32| ("Số".to_owned(), format!("row {row}, column 2"));
    assert_eq!((of(&drafts[0]), of(&drafts[1])), (wanted(3), wanted(2)));
}

/// Rows and sheets that are no units are named in the mapping.
#[test]
fn rows_that_are_no_units_are_left_out_where_the_mapping_says_so() {
    let rows = "Xã;A\nXã 1;10\nXã 2;30\nBình quân;20\n";
    let with = |part: &str| {
        let map = format!("set = \"cchc/xa-2025\"\n{part}[unit]\ncolumn = \"Xã\"\n[figures]\n\"BM1.1\" = \"A\"\n");
        import(&map, "a.csv", rows.as_bytes()).0.len()
    };
    assert_eq!((with(""), with("[rows]\nignore = [\"bình quân\"]\n")), (3, 2));
}

/// The council of a commune is not its committee.
#[test]
fn rows_of_another_organ_of_a_unit_are_told() {
    let of = |unit: &str| {
        let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Xã\"\nwithin = \"Hà Nội\"\nmissing = \"ignore\"\n\
                   [figures]\n\"BM1.1\" = \"A\"\n";
        import(map, "a.csv", format!("Xã;A\n{unit};5\n").as_bytes()).1
    };
    assert_eq!(of("HĐND phường Ba Đình"), [NOT_IN_REGISTER]);
    for unit in
        ["UBND phường Ba Đình", "Phường Ba Đình", "HĐND và UBND phường Ba Đình", "Văn phòng UBND phường Ba Đình"]
    {
        assert_eq!(of(unit), [""; 0], "{unit}");
    }
}
