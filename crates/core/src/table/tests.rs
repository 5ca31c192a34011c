//! Tables as a whole, from a report to the rows that are printed.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::{Filled, Setting, merged, tables};
use crate::diagnostic::Finding;
use crate::document::{Room, Row, plain_text};
use crate::form::{self, Figures, FormFile, ZeroDenominator};
use crate::limits::Limits;
use crate::report::{Beside, FreeTable, Input, Report, ReportFile, SideFiles};
use crate::shelf::{ShelfPath, Uploads};

/// Makes one table; `file` is the content of `rows.csv`.
fn made_with(table: &Json, file: &str, zero: ZeroDenominator) -> (Option<Filled>, Vec<Finding>) {
    let report = json!({ "tables": { "t": table } });
    let mut findings = Vec::new();
    let input = Input::parse("report.json", report.to_string().into_bytes(), &Limits::default(), &mut findings);
    let input = input.expect("it is JSON");
    let mut uploads = Uploads::default();
    uploads.insert("rows.csv", file.as_bytes()).expect("a good name");
    let (_, beside) = Beside::new(ReportFile::new("report.json", "").beside(&uploads, ShelfPath::root()));
    let wanted = [("rows.csv".to_owned(), input.place(""))];
    let files = SideFiles::read(wanted, &beside, &Limits::default(), &mut findings);
    let definitions: BTreeMap<String, FreeTable> =
        [("t".to_owned(), serde_json::from_str(&table.to_string()).expect("it is a table"))].into();
    let figures = figures();
    let setting =
        Setting { input: &input, files: &files, figures: &figures, previous: None, decimals: 2, zero, rooms: ROOMS };
    let mut made = tables(&definitions, &setting, &mut findings);
    (made.remove("t"), findings)
}

/// The room of an upright and of a lying page.
const ROOMS: [Room; 2] = [
    Room { width_pt: 440.0, height_pt: 690.0, size_pt: 12.0 },
    Room { width_pt: 690.0, height_pt: 440.0, size_pt: 12.0 },
];

/// One indicator with a value.
fn figures() -> Figures {
    let row = json!({ "id": "a.b", "label": "A", "kind": "count", "unit": "Hồ sơ" });
    let form = json!({ "source": "", "appendices": [], "forms": [{ "id": "f", "title": "F", "rows": [row] }] });
    let form: FormFile = serde_json::from_value(form).expect("a form");
    let bytes = baocao_testing::bytes(baocao_testing::BASE);
    let mut report: Json = serde_json::from_slice(&bytes).expect("the base is JSON");
    report["figures"] = json!({ "a.b": 40 });
    let text = report.to_string();
    let report: Report = serde_json::from_str(&text).expect("a report");
    let input = Input::parse("", text.into_bytes(), &Limits::default(), &mut Vec::new()).expect("it is JSON");
    form::figures(&form, &report, &input, &mut Vec::new())
}

fn made(table: &Json) -> Filled {
    made_of(table, "")
}

fn made_of(table: &Json, file: &str) -> Filled {
    let (made, findings) = made_with(table, file, ZeroDenominator::Blank);
    assert!(findings.is_empty(), "{findings:?}");
    made.expect("no finding, no failure")
}

/// Rows as text: cells between strokes, spans behind them as columns x rows.
fn shown(rows: &[Row]) -> Vec<String> {
    let row = |row: &Row| {
        let cells = row.cells.iter().map(|cell| match (cell.colspan, cell.rowspan) {
            (1, 1) => plain_text(&cell.text),
            (columns, rows) => format!("{} {columns}x{rows}", plain_text(&cell.text)),
        });
        cells.collect::<Vec<_>>().join("|")
    };
    rows.iter().map(row).collect()
}

fn columns() -> Json {
    json!([
        { "title": "STT", "kind": "ordinal" },
        { "id": "ten", "title": "Đơn vị" },
        { "id": "tn", "title": "Tiếp nhận", "kind": "count" },
        { "id": "dh", "title": "Đúng hạn", "kind": "count" },
        { "id": "qh", "title": "Quá hạn", "kind": "count", "difference": ["tn", "dh"] },
        { "id": "tl", "title": "Tỷ lệ", "kind": "percent", "ratio": ["dh", "tn"] }
    ])
}

#[test]
fn columns_are_computed_in_the_order_that_they_need() {
    let columns = json!([
        { "id": "tl", "title": "Tỷ lệ", "kind": "percent", "ratio": ["tong", "duoc"] },
        { "id": "tong", "title": "Tổng", "kind": "count", "sum": ["a", "b"] },
        { "id": "a", "title": "A", "kind": "count" },
        { "id": "b", "title": "B", "kind": "number" },
        { "id": "duoc", "title": "Được", "kind": "count" }
    ]);
    let filled = made(&json!({ "columns": columns, "rows": [["1.250", "0,5", 3000], [1, null, 3], ["07", 1, null]] }));
    assert_eq!(shown(&filled.table.body), ["41,68|1.250,5|1.250|0,5|3.000", "||1||3", "|8|07|1|"]);
}

#[test]
fn parts_and_computed_rows_are_added_up_once() {
    let filled = made(&json!({ "columns": columns(), "rows": [
        { "group": "Khu vực một" },
        { "id": "a", "cells": ["A", 10, 9] },
        { "with_above": true, "code": "", "cells": ["Trong đó: trực tuyến", 4, 4] },
        { "id": "b", "cells": ["B", 20, 20] },
        { "id": "cong", "cells": { "ten": "Cộng" }, "sum": ["a", "b"] },
        { "id": "c", "cells": ["C", 5, null] },
        { "cells": { "ten": "B hơn A" }, "difference": ["b", "a"] }
    ], "total": { "label": "Tổng số" } }));
    assert_eq!(
        shown(&filled.table.body),
        [
            "|Khu vực một 5x1",
            "1|A|10|9|1|90",
            "|Trong đó: trực tuyến|4|4|0|100",
            "2|B|20|20|0|100",
            "|Cộng|30|29|1|96,67",
            "3|C|5|||",
            "|B hơn A|10|11|-1|110",
            "Tổng số 2x1|35|29|6|82,86"
        ]
    );
}

#[test]
fn ratios_of_rows_are_no_counts() {
    let rows = json!([
        { "id": "a", "cells": ["A", 29, 40] },
        { "id": "b", "cells": ["B", 22, 30] },
        { "ratio": ["b", "a"], "cells": { "ten": "Tỷ lệ", "tn": 75.86, "qh": null, "tl": null } }
    ]);
    let filled = made(&json!({ "columns": columns(), "rows": rows }));
    assert_eq!(shown(&filled.table.body)[2], "|Tỷ lệ|75,86|75||");
}

#[test]
fn totals_may_stand_first_and_are_named_over_all_columns_before_the_first_number() {
    let filled = made(&json!({ "columns": columns(), "rows": [["A", 10, 9], ["B", 0, 0]], "total": {
        "label": "Tổng số", "first": true, "cells": { "tn": "10" }
    } }));
    assert_eq!(shown(&filled.table.body), ["Tổng số 2x1|10|9|1|90", "1|A|10|9|1|90", "2|B|0|0|0|"]);
}

#[test]
fn what_a_ratio_over_zero_prints() {
    let table = json!({ "columns": columns(), "rows": [["A", 0, 0]] });
    for (policy, wanted) in [
        (ZeroDenominator::Blank, "1|A|0|0|0|"),
        (ZeroDenominator::Dash, "1|A|0|0|0|-"),
        (ZeroDenominator::Zero, "1|A|0|0|0|0"),
    ] {
        let (filled, findings) = made_with(&table, "", policy);
        assert!(findings.is_empty());
        assert_eq!(shown(&filled.expect("a table").table.body), [wanted]);
    }
}

#[test]
fn cells_print_indicators() {
    let filled = made(&json!({ "columns": columns(), "rows": [["A", { "figure": "a.b" }, 38]] }));
    assert_eq!(shown(&filled.table.body), ["1|A|40|38|2|95"]);
}

#[test]
fn numbers_too_large_to_add_up_leave_the_sum_blank() {
    let columns = json!([{ "id": "a", "title": "A" }, { "id": "n", "title": "N", "kind": "money" }]);
    let most = "79228162514264337593543950335";
    let rows = format!("[[\"x\", {most}], [\"y\", {most}]]");
    let text = format!("{{\"columns\": {columns}, \"rows\": {rows}, \"total\": {{\"label\": \"T\"}}}}");
    let table: FreeTable = serde_json::from_str(&text).expect("a table");
    let input = Input::parse("", b"{}".to_vec(), &Limits::default(), &mut Vec::new()).expect("it is JSON");
    let setting = Setting {
        input: &input,
        files: &SideFiles::default(),
        figures: &Figures::default(),
        previous: None,
        decimals: 2,
        zero: ZeroDenominator::Blank,
        rooms: ROOMS,
    };
    let made = tables(&[("t".to_owned(), table)].into(), &setting, &mut Vec::new());
    assert_eq!(shown(&made["t"].table.body)[2], "T|");
}

const FILE: &str = "ten;tn;dh;ngay\nĐông Hà;5;5;15/01/2022\nân Thi;12;3;08/9/2023\nDương Xá;;;\nAn Lão;5;1;2021-12-31\n\
    Ăn Khê;12;12;chưa rõ\n";

fn from_file(sort: &[&str]) -> Vec<String> {
    let columns = json!([
        { "id": "ten", "title": "Đơn vị" },
        { "id": "tn", "title": "Tiếp nhận", "kind": "count" },
        { "id": "dh", "title": "Đúng hạn", "kind": "count" },
        { "id": "ngay", "title": "Ngày", "kind": "date" },
        { "id": "tl", "title": "Tỷ lệ", "kind": "percent", "ratio": ["dh", "tn"] }
    ]);
    let (filled, _) = made_with(
        &json!({ "columns": columns, "data": { "file": "rows.csv", "sort": sort } }),
        FILE,
        ZeroDenominator::Blank,
    );
    let rows = shown(&filled.expect("a table").table.body);
    rows.iter().map(|row| row.split('|').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn rows_are_sorted_by_the_vietnamese_alphabet() {
    assert_eq!(from_file(&["ten"]), ["An Lão", "Ăn Khê", "ân Thi", "Dương Xá", "Đông Hà"]);
    assert_eq!(from_file(&["-ten"]), ["Đông Hà", "Dương Xá", "ân Thi", "Ăn Khê", "An Lão"]);
    assert_eq!(from_file(&[]), ["Đông Hà", "ân Thi", "Dương Xá", "An Lão", "Ăn Khê"]);
}

#[test]
fn rows_are_sorted_by_numbers_and_blank_ones_come_last() {
    assert_eq!(from_file(&["tn", "-dh"]), ["Đông Hà", "An Lão", "Ăn Khê", "ân Thi", "Dương Xá"]);
    assert_eq!(from_file(&["-tn", "ten"]), ["Ăn Khê", "ân Thi", "An Lão", "Đông Hà", "Dương Xá"]);
}

#[test]
fn rows_are_sorted_by_dates() {
    assert_eq!(from_file(&["ngay"]), ["An Lão", "Đông Hà", "ân Thi", "Ăn Khê", "Dương Xá"]);
    assert_eq!(from_file(&["-ngay"]), ["ân Thi", "Đông Hà", "An Lão", "Ăn Khê", "Dương Xá"]);
}

#[test]
fn rows_are_sorted_by_computed_columns() {
    assert_eq!(from_file(&["-tl", "ten"]), ["Ăn Khê", "Đông Hà", "ân Thi", "An Lão", "Dương Xá"]);
}

#[test]
fn groups_have_headings_numbers_and_sums_of_their_own() {
    let columns = json!([
        { "title": "STT", "kind": "ordinal" },
        { "title": "Thủ tục", "columns": [
            { "id": "lv", "title": "Lĩnh vực" }, { "id": "ten", "title": "Tên thủ tục" }
        ] },
        { "id": "tn", "title": "Tiếp nhận", "kind": "count" },
        { "id": "dh", "title": "Đúng hạn", "kind": "count" },
        { "id": "tl", "title": "Tỷ lệ", "kind": "percent", "ratio": ["dh", "tn"] }
    ]);
    let data = json!({ "file": "rows.csv", "sort": ["lv", "-tn"], "group_by": "lv", "subtotals": true });
    let table = json!({ "columns": columns, "column_index": true, "data": data, "total": { "label": "Cộng" } });
    let file = "lv,ten,tn,dh\nHộ tịch,Khai sinh,3,3\nĐất đai,Cấp đổi,4,1\nHộ tịch,Kết hôn,5,4\n";
    let filled = made_of(&table, file);
    assert_eq!(
        shown(&filled.table.body),
        [
            "I|Đất đai|4|1|25",
            "1|Cấp đổi|4|1|25",
            "II|Hộ tịch|8|7|87,5",
            "2|Kết hôn|5|4|80",
            "3|Khai sinh|3|3|100",
            "Cộng 2x1|12|8|66,67"
        ]
    );
    let kept: Vec<bool> = filled.table.body.iter().map(|row| row.keep_with_next).collect();
    assert!(kept[0] && kept[2], "{kept:?}");
    // The column that groups are made by is not printed, and its heading stands over one column.
    assert_eq!(
        shown(&filled.table.header),
        ["STT 1x2|Thủ tục|Tiếp nhận 1x2|Đúng hạn 1x2|Tỷ lệ 1x2", "Tên thủ tục", "(1)|(2)|(3)|(4)|(5)"]
    );
}

#[test]
fn headings_and_totals_of_a_file_are_printed_once() {
    let columns = json!([
        { "title": "STT", "kind": "ordinal" },
        { "id": "dv", "title": "Đơn vị" },
        { "title": "Hồ sơ", "columns": [
            { "id": "tn", "title": "Nhận", "kind": "count" }, { "id": "dh", "title": "Trả", "kind": "count" }
        ] }
    ]);
    let file = "HỒ SƠ QUÝ II;;;\nTT;Đơn vị;Hồ sơ;\n;;Nhận;Trả\nI;Khối sở;;\n1;Sở B;5;5\n2;Sở A;7;6\n;Cộng;12;11\n\
                II;Khối xã;;\n1;Xã C;40;40\n;Cộng;40;40\n;Tổng cộng;52;51\n\nNguồn: một cửa;;;\n";
    let rows = |data: Json, total: Json| {
        let table = json!({ "columns": columns, "data": data, "total": total });
        let (filled, findings) = made_with(&table, file, ZeroDenominator::Blank);
        (shown(&filled.expect("a table").table.body), findings.len())
    };
    let file_of = json!({ "file": "rows.csv", "sort": ["dv"] });
    let inside =
        ["I|Khối sở 3x1", "1|Sở A|7|6", "2|Sở B|5|5", "|Cộng|12|11", "II|Khối xã 3x1", "3|Xã C|40|40", "|Cộng|40|40"];
    let (printed, told) = rows(file_of.clone(), json!({ "label": "Tổng số" }));
    assert_eq!(printed[..7], inside);
    assert_eq!(printed[7..], ["Tổng số 2x1|52|51"]);
    // Lines outside the table, the column TT that is not used, and the totals.
    assert_eq!(told, 2);
    let (printed, _) = rows(file_of, Json::Null);
    assert_eq!(printed[7..], ["|Tổng cộng|52|51"]);
}

#[test]
fn an_empty_file_says_what_the_report_says_of_it() {
    let columns = json!([{ "id": "ma", "title": "Mã" }, { "id": "n", "title": "Số ngày", "kind": "count" }]);
    let table = |data: Json| json!({ "columns": columns, "data": data, "total": { "label": "Tổng" } });
    for file in ["ma;n\n", ""] {
        let said = table(json!({ "file": "rows.csv", "empty": "Không phát sinh" }));
        let (filled, findings) = made_with(&said, file, ZeroDenominator::Blank);
        assert!(findings.is_empty());
        assert_eq!(shown(&filled.expect("a table").table.body), ["Không phát sinh 2x1"]);
        let (filled, findings) = made_with(&table(json!({ "file": "rows.csv" })), file, ZeroDenominator::Blank);
        assert!(filled.is_none());
        assert_eq!(findings[0].id.as_str(), "bang/khong-co-dong");
    }
}

#[test]
fn blanks_belong_to_the_group_above_them() {
    let columns = json!([
        { "id": "lv", "title": "Lĩnh vực" }, { "id": "xa", "title": "Xã" }, { "id": "n", "title": "Số", "kind": "count" }
    ]);
    let table = json!({ "columns": columns, "data": { "file": "rows.csv", "group_by": "lv", "subtotals": true } });
    let filled = made_of(&table, "lv;xa;n\nĐất đai;A;5\n;B;6\nHộ tịch;A;7\n");
    assert_eq!(shown(&filled.table.body), ["Đất đai|11", "A|5", "B|6", "Hộ tịch|7", "A|7"]);
    let (filled, findings) = made_with(&table, "lv;xa;n\n;A;5\nHộ tịch;A;7\n", ZeroDenominator::Blank);
    assert!(filled.is_none());
    assert_eq!(findings[0].id.as_str(), "du-lieu/nhom-trong");
}

#[test]
fn a_header_tree_becomes_rows_that_span() {
    let columns = json!([
        { "title": "STT", "kind": "ordinal" },
        { "title": "Tiếp\nnhận", "columns": [
            { "id": "a", "title": "Tổng" },
            { "title": "Trong đó", "columns": [{ "id": "b", "title": "B" }, { "id": "c", "title": "C" }] }
        ] },
        { "id": "d", "title": "Ghi chú" }
    ]);
    let filled = made(&json!({ "columns": columns, "rows": [["1", "2", "3", "4"]] }));
    assert_eq!(shown(&filled.table.header), ["STT 1x3|Tiếp nhận 3x1|Ghi chú 1x3", "Tổng 1x2|Trong đó 2x1", "B|C"]);
}

#[test]
fn cells_cover_others() {
    let columns = json!([{ "id": "a", "title": "A" }, { "id": "b", "title": "B" }, { "id": "c", "title": "C" }]);
    let filled = made(&json!({ "columns": columns, "rows": [
        [{ "text": "x", "rows": 2, "columns": 2 }, null, "1"],
        { "cells": { "c": "2" } },
        ["y", { "text": "z", "columns": 2 }, null]
    ] }));
    assert_eq!(shown(&filled.table.body), ["x 2x2|1", "2", "y|z 2x1"]);
}

#[test]
fn a_table_of_the_template_set_gives_what_the_report_leaves_out() {
    let read = |json: Json| -> BTreeMap<String, FreeTable> { serde_json::from_value(json).expect("tables") };
    let set = read(json!({
        "a": {
            "title": "A", "unit": "Hồ sơ", "columns": [{ "id": "x", "title": "X" }], "column_index": true,
            "total": { "label": "Tổng" }, "notes": [{ "mark": "1", "text": "Cũ" }], "orientation": "landscape"
        },
        "b": { "columns": [{ "id": "x", "title": "X" }] },
        "c": { "columns": [{ "id": "x", "title": "X" }], "rows": [["1"]] }
    }));
    let report = read(json!({
        "a": { "title": "Của báo cáo", "rows": [["2"]], "notes": [{ "mark": "1", "text": "Mới" }] },
        "d": { "columns": [{ "id": "y", "title": "Y" }], "rows": [["3"]] }
    }));
    let tables = merged(&set, &report);
    assert_eq!(tables.keys().collect::<Vec<_>>(), ["a", "c", "d"], "b has nothing to print");
    let a = &tables["a"];
    assert_eq!(a.title.as_deref(), Some("Của báo cáo"));
    assert_eq!(a.unit.as_deref(), Some("Hồ sơ"));
    assert_eq!((a.columns.len(), a.column_index, a.rows.len()), (1, true, 1));
    assert_eq!(a.notes[0].text.as_str(), "Mới");
    assert!(a.total.is_some() && a.orientation.is_some());
    // Columns of the report's own are not numbered because those of the set are.
    let own = read(json!({ "a": { "columns": [{ "id": "z", "title": "Z" }], "rows": [["2"]] } }));
    assert!(!merged(&set, &own)["a"].column_index);
}
