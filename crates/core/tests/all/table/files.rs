//! Rows from files as lines of tables: their order, groups, totals.

use serde_json::{Value as Json, json};

use super::{With, made_of, made_with, shown};

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
    let table = json!({ "columns": columns, "data": { "file": "rows.csv", "sort": sort } });
    let (filled, _) = made_with(&table, &With { file: FILE, ..With::default() });
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
fn dates_that_are_known_in_part_are_sorted_with_the_others() {
    let columns = json!([{ "id": "a", "title": "Việc" }, { "id": "ngay", "title": "Từ", "kind": "date" }]);
    let table = json!({ "columns": columns, "data": { "file": "rows.csv", "sort": ["ngay"] } });
    let filled = made_of(&table, "a;ngay\nx;3/2024\ny;2023\nz;2024-02-28\nt;2024-01\n");
    assert_eq!(shown(&filled.table.body), ["y|2023", "t|01/2024", "z|28/02/2024", "x|3/2024"]);
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
        let (filled, findings) = made_with(&table, &With { file, ..With::default() });
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
        let (filled, findings) = made_with(&said, &With { file, ..With::default() });
        assert!(findings.is_empty());
        assert_eq!(shown(&filled.expect("a table").table.body), ["Không phát sinh 2x1"]);
        // Where nothing is said the usual words are printed, and that is told.
        let (filled, findings) = made_with(&table(json!({ "file": "rows.csv" })), &With { file, ..With::default() });
        let filled = filled.expect("a table");
        assert_eq!(shown(&filled.table.body), ["Không phát sinh 2x1"]);
        assert!(filled.is_empty);
        assert_eq!(findings.iter().map(|finding| finding.id.as_str()).collect::<Vec<_>>(), ["du-lieu/khong-co-dong"]);
        for (when, made, told) in [("say", true, None), ("leave_out", false, Some("du-lieu/bo-bang-trong"))] {
            let mut table = table(json!({ "file": "rows.csv" }));
            table["when_empty"] = when.into();
            let (filled, findings) = made_with(&table, &With { file, ..With::default() });
            assert_eq!(filled.is_some(), made, "{when}");
            assert_eq!(findings.first().map(|finding| finding.id.as_str()), told, "{when}");
        }
    }
    // Rows that were typed are another matter.
    let (filled, findings) = made_with(&json!({ "columns": columns, "rows": [] }), &With::default());
    assert!(filled.is_none());
    assert_eq!(findings[0].id.as_str(), "bang/khong-co-dong");
}

#[test]
fn blanks_belong_to_the_group_above_them() {
    let columns = json!([
        { "id": "lv", "title": "Lĩnh vực" }, { "id": "xa", "title": "Xã" }, { "id": "n", "title": "Số", "kind": "count" }
    ]);
    let table = json!({ "columns": columns, "data": { "file": "rows.csv", "group_by": "lv", "subtotals": true } });
    let filled = made_of(&table, "lv;xa;n\nĐất đai;A;5\n;B;6\nHộ tịch;A;7\n");
    assert_eq!(shown(&filled.table.body), ["Đất đai|11", "A|5", "B|6", "Hộ tịch|7", "A|7"]);
    let (filled, findings) = made_with(&table, &With { file: "lv;xa;n\n;A;5\nHộ tịch;A;7\n", ..With::default() });
    assert!(filled.is_none());
    assert_eq!(findings[0].id.as_str(), "du-lieu/nhom-trong");
}

/// Values of a file are printed as they stand: in another unit of measure than the table prints they are refused.
#[test]
fn a_file_in_another_unit_of_measure_is_told() {
    let told = |title: &str, unit: &str, file: &str| {
        let mut table = json!({
            "columns": [
                { "id": "ten", "title": "Dự án" }, { "id": "kh", "title": title, "kind": "money", "from": "C" },
                { "id": "tl", "title": "Tỷ lệ", "kind": "percent" }
            ],
            "data": { "file": "rows.csv" }
        });
        table["columns"][1]["from"] = file.split(['\n', ';']).find(|part| part.contains("Kế hoạch")).into();
        if !unit.is_empty() {
            table["unit"] = unit.into();
        }
        let (_, findings) = made_with(&table, &With { file, ..With::default() });
        let of = findings.iter().filter(|finding| finding.id == "du-lieu/don-vi-tinh");
        of.map(|finding| format!("{:?} {}", finding.severity, finding.found.as_deref().unwrap_or_default()))
            .collect::<Vec<_>>()
    };
    let own = "ten;Kế hoạch (đồng);tl\nCầu;4120;97\nChợ;90;3\n";
    let above = ";;ĐVT: đồng\nten;Kế hoạch;tl\nCầu;4120;97\nChợ;90;3\n";
    let none: Vec<String> = Vec::new();
    for file in [own, above] {
        assert_eq!(told("Kế hoạch (triệu đồng)", "", file), ["Error đồng"]);
        assert_eq!(told("Kế hoạch", "Đơn vị tính: triệu đồng", file), ["Error đồng"]);
        assert_eq!(told("Kế hoạch", "", file), ["Warning đồng"]);
        assert_eq!(told("Kế hoạch (đồng)", "Đơn vị tính: triệu đồng", file), none);
        assert_eq!(told("Kế hoạch", "Đơn vị tính: đồng", file), none);
    }
    assert_eq!(told("Kế hoạch (ha)", "", own), ["Error đồng"]);
    // A line above the table speaks of the columns that can have its unit.
    assert_eq!(told("Kế hoạch (ha)", "", above), none);
    assert_eq!(told("Kế hoạch", "Đơn vị tính: triệu đồng", "ten;Kế hoạch;tl\nCầu;4120;97\n"), none);
}
