//! Sheets as tables: header, data, groups, totals.

use baocao_core::diagnostic::{Finding, Lang};
use baocao_core::rows::{AskedBy, Hints, Line, Role, Table};

use super::read;
use crate::common::ids;

/// The columns of the first sheet and its lines, in a few signs; and what is told.
fn understood(text: &str, hints: &Hints) -> (Vec<String>, Vec<String>, Vec<Finding>) {
    let (book, mut findings) = read(text);
    let book = book.expect("a book");
    let table = Table::read(&book.sheets[0], hints, &mut findings).expect("a table");
    let columns = table.columns.iter().map(|column| column.path.join("/")).collect();
    let first = |line: &Line| {
        let mut words = (0..9).filter_map(|column| table.given(line, column).words().map(str::to_owned));
        words.find(|text| text.contains(char::is_alphabetic)).unwrap_or_default()
    };
    let lines = table.lines.iter().map(|line| match &line.role {
        Role::Data => first(line),
        Role::Group => format!("[{}]", table.heading(line).unwrap_or_default()),
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
    let hint = |text| understood(text, &Hints::default()).2[0].hint.clone().expect("a hint").vi;
    assert!(hint("Biểu 1. Hồ sơ\nQuý III\nThôn;Nhận\nThượng;4\nHạ;5\n").contains("xuống dưới hàng 3"));
    assert!(hint("Thôn;Nhận\nThượng;4\nHạ;5\n\nNguồn: một cửa;\n").contains("ghi liền dưới dòng cuối"));
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

/// A total is held against the rows that most of its columns are the sums of.
#[test]
fn wrong_totals_are_told_where_they_are_wrong() {
    let wrong = |text: &str| {
        let (_, _, findings) = understood(text, &Hints::default());
        let wrong = findings.into_iter().filter(|finding| finding.id == "du-lieu/tong-sai");
        let shown = wrong.map(|finding| {
            let told = |text: &Option<String>| text.clone().unwrap_or_default();
            let others =
                finding.others.iter().map(|of| format!(", {} {}", of.place.inside(Lang::En).unwrap(), told(&of.found)));
            let place = finding.place.as_ref().and_then(|place| place.inside(Lang::En)).unwrap();
            let sum = finding.expected.as_ref().map(|text| text.en.clone()).unwrap_or_default();
            format!("{place}: {} instead of {sum}{}", told(&finding.found), others.collect::<String>())
        });
        shown.collect::<Vec<_>>()
    };
    let groups = "Thôn;Nhận;Trả;Tồn\nKhu I;;;\nA;10;40;1\nB;20;41;2\nKhu II;;;\nC;5;42;3\nD;6;43;4\n";
    assert_eq!(wrong(&format!("{groups}Tổng cộng;41;999;10\n")), ["row 8, column 3: 999 instead of 166"]);
    assert_eq!(wrong(&format!("{groups}Cộng;11;85;8\n")), ["row 8, column 4: 8 instead of 7"]);
    // Nothing fits: it ends the table, and no group has a total of its own.
    let told = ["row 8, column 2: 1 instead of 41, row 8, column 3 2 ≠ 166, row 8, column 4 3 ≠ 10"];
    assert_eq!(wrong(&format!("{groups}Tổng cộng;1;2;3\n")), told);
    // The total of a group in the middle.
    let text =
        "Thôn;Nhận;Trả\nKhu I;;\nA;10;40\nB;20;41\nKhu II;;\nC;5;42\nD;6;43\nCộng;12;86\nKhu III;;\nE;1;2\nG;2;5\n";
    assert_eq!(wrong(text), ["row 8, column 2: 12 instead of 11, row 8, column 3 86 ≠ 85"]);
    // What cannot be read is not added up; a dash is nothing.
    assert!(wrong("Thôn;Nhận;Trả\nA;10;40\nB;2 0;41\nC;-;7\nCộng;30;88\n").is_empty());
    assert_eq!(wrong("Thôn;Nhận;Trả\nA;10;40\nB;-;41\nCộng;11;81\n"), ["row 4, column 2: 11 instead of 10"]);
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

#[test]
fn totals_are_known_by_what_they_are_called() {
    let last = |name: &str| found(&format!("Thôn;Nhận\nThượng;41\nHạ;25\n{name};90\n")).1.remove(2);
    for name in [
        "Tổng số",
        "TỔNG CỘNG:",
        "Cộng (I+II)",
        "Cộng I + II",
        "Toàn tỉnh",
        "Tổng cộng (1)",
        "T.Cộng",
        "Tổng 69 xã",
        "Toàn tỉnh Hà Nam",
        "Tổng toàn tỉnh",
        "Tổng số 5 đơn vị",
    ] {
        assert_eq!(last(name), format!("= {name}"));
    }
    for name in [
        "Tổng công ty Sông Ngân",
        "Cộng đồng dân cư",
        "Tổng số hồ sơ tiếp nhận",
        "Toàn xã hội",
        "Xã Tổng",
        "Tổng hợp",
        "Tổng 5 xãt",
    ] {
        assert_eq!(last(name), name);
    }
}

#[test]
fn lines_below_a_table_are_known_by_how_they_begin() {
    let lines = |below: &str| found(&format!("Thôn;Nhận\nThượng;41\nHạ;25\n{below};\n")).1;
    for below in ["Nguồn: hệ thống một cửa", "(*) Ghi chú: số ước", "Người lập biểu"] {
        assert_eq!(lines(below), ["Thượng", "Hạ"], "{below}");
    }
    for row in ["Thôn mới lập", "Notenbank"] {
        assert_eq!(lines(row), ["Thượng", "Hạ", row]);
    }
}

/// The total of the rows of one unit is no row of it, wherever it stands among them.
#[test]
fn totals_behind_the_words_of_their_rows_are_totals() {
    let unit = |rows: &[&str]| {
        let rows: String = rows.iter().map(|row| format!("{row}\n")).collect();
        let (_, lines, findings) = understood(&format!("Đơn vị;Lĩnh vực;Nhận\n{rows}"), &Hints::default());
        let count = lines.iter().filter(|line| line.starts_with("= ")).count();
        (count, ids(&findings).join(" "))
    };
    let told = |count: usize, ids: &str| (count, ids.to_owned());
    let total = "du-lieu/dong-tong";
    assert_eq!(unit(&["Xã A;Đất đai;3", ";Hộ tịch;4", "Xã A;Cộng;7"]), told(1, total));
    let two = ["Xã A;Đất đai;3", "Xã A;Hộ tịch;4", "Xã A;Cộng;7", "Xã B;Đất đai;5", "Xã B;Cộng;5", "Tổng cộng;;12"];
    assert_eq!(unit(&two), told(3, total));
    // Above its rows, and the last rows of another unit before it.
    assert_eq!(
        unit(&["Xã A;Tổng số;7", ";Đất đai;3", ";Hộ tịch;4", "Xã B;Tổng số;11", ";Đất đai;5", ";Tư pháp;6"]),
        told(2, total)
    );
    // One that is wrong, and one that has no rows.
    let wrong = format!("{total} du-lieu/tong-sai");
    assert_eq!(unit(&["Xã A;Đất đai;3", "Xã A;Hộ tịch;4", "Xã A;Cộng;8"]), told(1, &wrong));
    assert_eq!(unit(&["Xã A;Cộng;7", "Xã B;Cộng;5"]), told(0, ""));
    assert_eq!(unit(&["Xã A;Tổng công ty;7", "Xã A;Cộng đồng;5", "Xã A;Khác;12"]), told(0, ""));
    // Two levels of them.
    let text = "Tỉnh;Xã;Lĩnh vực;Nhận\nHà;Xã A;Đất;3\nHà;Xã A;Cộng;3\nHà;Xã B;Đất;4\nHà;Xã B;Hộ tịch;1\nHà;Xã B;Cộng;5\nHà;Cộng;;8\n";
    let (_, lines, findings) = understood(text, &Hints::default());
    assert_eq!(lines.iter().filter(|line| line.starts_with("= ")).count(), 3);
    assert_eq!(ids(&findings), [total]);
}

/// Headings that are called groups and whose figures are the sums of their rows are found out; one that is not leaves all to
/// whoever reads the finding.
#[test]
fn groups_with_the_sums_of_their_rows_are_headings() {
    let text = "Đơn vị;Nhận;Tỷ lệ\nKhối xã;1067;\nXã A;655;98,5\nXã B;412;97\nKhối phường;7;\nPhường C;7;90\n";
    let export = Hints { asked_by: AskedBy::Mapping, ..Hints::default() };
    let (_, lines, findings) = understood(text, &export);
    assert_eq!(lines, ["[Khối xã]", "Xã A", "Xã B", "[Khối phường]", "Phường C"]);
    assert_eq!(ids(&findings), Vec::<&str>::new());
    let lines = |text: &str| understood(text, &export).1;
    let wrong = text.replace("1067", "1068");
    assert_eq!(lines(&wrong), ["Khối xã", "Xã A", "Xã B", "Khối phường", "Phường C"]);
    let bare = text.replace("Phường C;7;90\n", "");
    assert_eq!(lines(&bare), ["Khối xã", "Xã A", "Xã B", "Khối phường"]);
    // What agrees in a single row, or is zero, agrees by chance.
    let chance = "Đơn vị;Nhận\nKhối xã;7\nXã A;7\nKhối phường;8\nPhường C;8\n";
    assert_eq!(lines(chance), ["Khối xã", "Xã A", "Khối phường", "Phường C"]);
    let zero = "Đơn vị;Nhận\nKhối xã;0\nXã A;0\nXã B;0\n";
    assert_eq!(lines(zero), ["Khối xã", "Xã A", "Xã B"]);
    let hints = Hints { group_rows: Some(false), ..export.clone() };
    assert_eq!(understood(text, &hints).1, ["Khối xã", "Xã A", "Xã B", "Khối phường", "Phường C"]);
}

/// What a page says of its records is held against the rows of its table.
#[test]
fn a_table_that_is_one_page_of_several_is_told() {
    let told = |line: &str| {
        let text = format!("Đơn vị;Nhận\nXã A;655\nXã B;412\n;\n{line};\n");
        ids(&understood(&text, &Hints::default()).2).join(" ")
    };
    assert_eq!(told("Hiển thị 1 đến 2 trong tổng số 57 bản ghi"), "du-lieu/ngoai-bang du-lieu/danh-sach-thieu");
    assert_eq!(told("Hiển thị 1 đến 2 trong tổng số 2 bản ghi"), "du-lieu/ngoai-bang");
    assert_eq!(told("Nguồn: Hệ thống báo cáo"), "du-lieu/ngoai-bang");
}

/// What stands beside a heading is a subtotal where the file is said to have headings.
#[test]
fn headings_with_figures_are_headings_where_that_is_said() {
    let hints = Hints { group_rows: Some(true), ..Hints::default() };
    let text = "Đơn vị;Nhận\nKhối xã;1067\nXã A;655\nXã B;412\nKhối phường;1204\nPhường C;1204\n";
    assert_eq!(understood(text, &hints).1, ["[Khối xã]", "Xã A", "Xã B", "[Khối phường]", "Phường C"]);
    assert!(understood(text, &hints).2.is_empty());
    // One that is not the sum of its rows is told.
    let (_, lines, findings) = understood(&text.replace("1067", "1068"), &hints);
    assert_eq!((lines[0].as_str(), ids(&findings).join(" ")), ("[Khối xã]", "du-lieu/tong-sai".to_owned()));
    assert_eq!(found(text).1.len(), 5);
    assert!(found(text).1.iter().all(|line| !line.starts_with('[')));
}

#[test]
fn years_below_names_are_a_header() {
    let (columns, lines) = found("Đơn vị;Nhận;\n;2025;2026\nXã A;1;2\nXã B;3;4\n");
    assert_eq!(columns, ["Đơn vị", "Nhận/2025", "Nhận/2026"]);
    assert_eq!(lines, ["Xã A", "Xã B"]);
    assert_eq!(found("Đơn vị;Nhận;Trả\nXã A;2025;2026\nXã B;3;4\n").1.len(), 2);
}
