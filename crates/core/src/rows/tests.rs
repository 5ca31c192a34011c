//! Sheets as tables, and the values of their columns.

use super::*;
use crate::diagnostic::Finding;
use crate::limits::Limits;
use crate::report::{ColumnKind, FigureValue};

fn book(bytes: &[u8]) -> (Option<Book>, Vec<Finding>) {
    let mut findings = Vec::new();
    let book = Book::read("tep", bytes, &Limits::default(), &mut findings);
    (book, findings)
}

fn ids(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.id.as_str()).collect()
}

/// The columns of the first sheet and its lines, in a few signs; and what is told.
fn understood(text: &str, hints: &Hints) -> (Vec<String>, Vec<String>, Vec<Finding>) {
    let (book, mut findings) = book(text.as_bytes());
    let book = book.expect("a book");
    let table = Table::read(&book.sheets[0], hints, &mut findings).expect("a table");
    let columns = table.columns.iter().map(|column| column.path.join("/")).collect();
    let first = |line: &Line| {
        let mut words = (0..9).filter_map(|column| table.given(line, column).words());
        words.find(|text| !numbers::is_number(text)).unwrap_or_default().to_owned()
    };
    let lines = table.lines.iter().map(|line| match &line.role {
        Role::Data => first(line),
        Role::Group(name) => format!("[{name}]"),
        Role::Total => format!("= {}", first(line)),
    });
    (columns, lines.collect(), findings)
}

fn found(text: &str) -> (Vec<String>, Vec<String>) {
    let (columns, lines, _) = understood(text, &Hints::default());
    (columns, lines)
}

#[test]
fn titles_and_sources_are_no_part_of_a_table() {
    let text = "UBND XÃ BÌNH THẠNH;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM;\n;;Độc lập - Tự do - Hạnh phúc;\nKẾT QUẢ QUÝ II;;;\n\
                Đơn vị tính: hồ sơ;;;\nSTT;Thôn;Nhận;Trả\n1;Thượng;41;40\n2;Hạ;25;25\n;;;\nNguồn: phần mềm một cửa;;;\n\
                Người lập biểu;;Thủ trưởng đơn vị;\n";
    let (columns, lines, findings) = understood(text, &Hints::default());
    assert_eq!(columns, ["STT", "Thôn", "Nhận", "Trả"]);
    assert_eq!(lines, ["Thượng", "Hạ"]);
    assert_eq!(ids(&findings), ["du-lieu/ngoai-bang"]);
    assert_eq!(findings[0].places().count(), 6);
}

#[test]
fn headers_have_up_to_four_rows() {
    let text = "STT;Đơn vị;Tiếp nhận;;;Đã giải quyết;\n;;Tổng;Trong đó;;Trước hạn;Quá hạn\n;;;Trực tuyến;Trực tiếp;;\n\
                (1);(2);(3)=(4)+(5);(4);(5);(6);(7)\n1;Thượng;41;40;1;39;2\n";
    let (columns, lines) = found(text);
    assert_eq!(
        columns,
        [
            "STT",
            "Đơn vị",
            "Tiếp nhận/Tổng",
            "Tiếp nhận/Trong đó/Trực tuyến",
            "Tiếp nhận/Trong đó/Trực tiếp",
            "Đã giải quyết/Trước hạn",
            "Đã giải quyết/Quá hạn"
        ]
    );
    assert_eq!(lines, ["Thượng"]);
    // Years are names of columns.
    assert_eq!(found("Chỉ tiêu;2025;2026\nHồ sơ;140;155\n").0, ["Chỉ tiêu", "2025", "2026"]);
    // Where all is words, the first row is the header.
    let (columns, lines) = found("Nội dung;Kết quả\nSửa mái;Đã làm\nLợp ngói;Chưa làm\n");
    assert_eq!((columns.len(), lines.len()), (2, 2));
    let hints = Hints { header_rows: Some(2), ..Hints::default() };
    assert_eq!(understood("A;B\nx;y\n1;2\n", &hints).0, ["A/x", "B/y"]);
}

#[test]
fn merged_cells_of_a_page_say_the_same_of_all_they_cover() {
    let page = "<table><tr><th rowspan=2>Xã<th colspan=2>Hồ sơ<th rowspan=2>Ghi chú</tr><tr><th>Nhận<th>Trả</tr>\
                <tr><td colspan=4>Khối xã</tr><tr><td rowspan=2>Cẩm Sơn<td>5<td>4<td>a</tr><tr><td>7<td>7<td>b</tr></table>";
    let (columns, lines) = found(page);
    assert_eq!(columns, ["Xã", "Hồ sơ/Nhận", "Hồ sơ/Trả", "Ghi chú"]);
    assert_eq!(lines, ["[Khối xã]", "Cẩm Sơn", "Cẩm Sơn"]);
}

#[test]
fn totals_are_known_by_their_words_and_by_their_numbers() {
    let (_, lines) = found("Thôn;Nhận;Trả\nThượng;41;40\nHạ;25;25\nCộng;66;65\n");
    assert_eq!(lines, ["Thượng", "Hạ", "= Cộng"]);
    let (_, lines) = found("Thôn;Nhận;Trả\nToàn xã;166;165\nThượng;141;140\nHạ;25;25\n");
    assert_eq!(lines, ["= Toàn xã", "Thượng", "Hạ"]);
    // Without a name: three rows or more, in several columns.
    let (_, lines) = found("Thôn;Nhận;Trả\nA;41;40\nB;25;25\nC;12;11\nXã Đông;78;76\n");
    assert_eq!(lines, ["A", "B", "C", "= Xã Đông"]);
    let (_, lines) = found("Thôn;Nhận;Trả\nA;1;0\nB;0;1\nC;0;0\nD;1;1\n");
    assert_eq!(lines, ["A", "B", "C", "D"]);
    // Subtotals are not added to the total.
    let text = "Thôn;Nhận;Trả\nA;41;40\nB;25;25\nCộng;66;65\nC;12;11\nD;10;10\nCộng;22;21\nTổng cộng;88;86\n";
    assert_eq!(found(text).1, ["A", "B", "= Cộng", "C", "D", "= Cộng", "= Tổng cộng"]);
    // A heading that carries the sum of its rows.
    let text = "STT;Đơn vị;Nhận\nI;Khối sở;30\n1;Sở A;10\n2;Sở B;20\nII;Khối xã;12\n1;Xã C;12\n";
    assert_eq!(found(text).1, ["[Khối sở]", "Sở A", "Sở B", "[Khối xã]", "Xã C"]);
    let (_, lines, findings) = understood("Thôn;Nhận\nThượng;41\nHạ;25\nTổng số;67\n", &Hints::default());
    assert_eq!(lines.last().map(String::as_str), Some("= Tổng số"));
    assert_eq!(ids(&findings), ["du-lieu/dong-tong", "du-lieu/tong-sai"]);
}

#[test]
fn headings_of_groups_are_told_from_rows_without_figures() {
    let text = "Đơn vị;Nhận;Trả\nKhối sở;;\nSở A;5;4\nSở B;3;3\nKhối xã;;\nXã C;7;7\n";
    assert_eq!(found(text).1, ["[Khối sở]", "Sở A", "Sở B", "[Khối xã]", "Xã C"]);
    assert_eq!(found("Đơn vị;Nhận;Trả\nSở A;5;4\nXã trống;;\nXã C;7;7\n").1, ["Sở A", "Xã trống", "Xã C"]);
    let hints = Hints { group_rows: Some(false), ..Hints::default() };
    assert_eq!(understood(text, &hints).1.len(), 5);
    assert!(understood(text, &hints).1.iter().all(|line| !line.starts_with('[')));
}

fn values(text: &str, kind: ColumnKind, hints: &Hints) -> (Vec<String>, Vec<String>) {
    let (book, mut findings) = book(text.as_bytes());
    let book = book.expect("a book");
    findings.clear();
    let mut table = Table::read(&book.sheets[0], hints, &mut findings).expect("a table");
    let column = table.columns.last().map_or(0, |column| column.index);
    let values = table.values(column, kind, hints, &mut findings).into_iter().map(|value| match value {
        FigureValue::Absent => String::new(),
        FigureValue::Number(number) => number.to_string(),
        FigureValue::Written { value, .. } => value.to_string(),
        FigureValue::Ambiguous(text) => format!("?{text}"),
        FigureValue::Word(text) => format!("\"{text}\""),
    });
    (values.collect(), ids(&findings).into_iter().map(str::to_owned).collect())
}

#[test]
fn the_sign_before_decimals_is_that_of_the_column() {
    let number = |text: &str| values(text, ColumnKind::Number, &Hints::default());
    assert_eq!(
        number("a,b\nx,84.0\ny,\nz,1240.0\n"),
        (vec!["84.0".into(), String::new(), "1240.0".into()], vec!["du-lieu/cham-thap-phan".into()])
    );
    assert_eq!(number("a;b\nx;84,5\ny;1.240\n").0, ["84.5", "1240"]);
    let (read, told) = number("a,b\nx,14.125\ny,9.870\n");
    assert_eq!((read, told), (vec!["14125".into(), "9870".into()], vec!["du-lieu/dau-thap-phan".to_owned()]));
    let (_, told) = number("a;b\nx;31,250\ny;640\n");
    assert_eq!(told, ["du-lieu/dau-thap-phan"]);
    let declared = Hints { decimal: Some(DecimalSign::Dot), ..Hints::default() };
    let (read, told) = values("a,b\nx,14.125\ny,9.870\n", ColumnKind::Number, &declared);
    assert_eq!((read, told), (vec!["14.125".into(), "9.870".into()], Vec::new()));
    assert_eq!(number("a;b\nx;0.512\n").0, ["?0.512"]);
    let (read, told) = values("a;b\nx;4.125\n", ColumnKind::Percent, &Hints::default());
    assert_eq!((read, told), (vec!["4.125".into()], vec!["du-lieu/cham-thap-phan".to_owned()]));
    assert!(values("a;b\nx;1.655\ny;2.412\n", ColumnKind::Count, &Hints::default()).1.is_empty());
}

#[test]
fn values_are_read_as_they_are_meant() {
    let plain = Hints::default();
    assert_eq!(values("a;b\nx;98,5%\ny;7 %\n", ColumnKind::Percent, &plain).0, ["98.5", "7"]);
    assert_eq!(
        values("a;b\nx;2026-03-09T00:00:00Z\ny;1/2/2026\n", ColumnKind::Date, &plain).0,
        ["\"2026-03-09\"", "\"2026-02-01\""]
    );
    assert_eq!(values("[{\"b\": 2026}, {\"b\": 2.000635}]", ColumnKind::Text, &plain).0, ["\"2026\"", "\"2.000635\""]);
    let (read, told) = values("a;b\nx;#REF!\ny;NULL\nz;-\nt;5\n", ColumnKind::Count, &plain);
    assert_eq!(read, ["\"#REF!\"", "\"NULL\"", "\"-\"", "5"]);
    assert_eq!(told, ["du-lieu/o-loi"]);
    assert_eq!(values("a;b\nx;chữ\ny;3,82E+10\n", ColumnKind::Text, &plain).1, ["du-lieu/o-loi"]);
}

#[test]
fn what_a_file_is_is_seen_by_its_content() {
    let kinds = [
        ("a;b\n1;2", 1),
        ("[{\"a\": 1}]", 1),
        ("{\"a\": 1}\n{\"a\": 2}", 1),
        ("<html><body><table><tr><td>a</table></body>", 1),
        ("", 1),
    ];
    for (text, sheets) in kinds {
        assert_eq!(book(text.as_bytes()).0.map(|book| book.sheets.len()), Some(sheets), "{text}");
    }
    for (bytes, id) in [
        (b"%PDF-1.7".as_slice(), "du-lieu/loai-tep-la"),
        (b"PK\x03\x04 cut off", "du-lieu/bang-tinh-hong"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "du-lieu/bang-tinh-hong"),
        (b"a;b\n\xFF\x81;\x8D", "dau-vao/khong-phai-utf8"),
    ] {
        let (book, findings) = book(bytes);
        assert!(book.is_none());
        assert_eq!(ids(&findings), [id]);
        assert!(findings[0].place.is_some());
    }
}

#[test]
fn columns_of_an_old_encoding_are_converted_and_told_once() {
    let (book, findings) = book("Đơn vị;Số\nñy ban nh©n d©n x·;5\nPhßng kinh tÕ;7\n".as_bytes());
    let sheet = &book.unwrap().sheets[0];
    assert_eq!(sheet.cell(1, 0), &Given::Text("ủy ban nhân dân xã".into()));
    assert_eq!(sheet.cell(2, 0), &Given::Text("Phòng kinh tế".into()));
    assert_eq!(sheet.cell(0, 0), &Given::Text("Đơn vị".into()));
    assert_eq!(ids(&findings), ["du-lieu/bang-ma-cu"]);
}

#[test]
fn too_much_is_refused() {
    let limits = Limits { cells: 10, ..Limits::default() };
    let mut findings = Vec::new();
    for text in ["a;b;c\n1;2;3\n1;2;3\n1;2;3\n", "[{\"a\":1,\"b\":2,\"c\":3,\"d\":4},{\"e\":1},{\"f\":1}]"] {
        assert!(Book::read("tep", text.as_bytes(), &limits, &mut findings).is_none());
    }
    assert_eq!(ids(&findings), ["du-lieu/qua-nhieu-o", "du-lieu/qua-nhieu-o"]);
}
