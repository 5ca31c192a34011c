//! Columns, computed cells, cells over others, tables of a template set.

use std::collections::BTreeMap;

use baocao_core::form::{Figures, ZeroDenominator};
use baocao_core::limits::Limits;
use baocao_core::report::{FreeTable, Input, SideFiles};
use baocao_core::table::{Setting, merged, tables};
use serde_json::{Value as Json, json};

use super::{With, made, made_with, rooms, shown};
use crate::common::ids;

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
        let (filled, findings) = made_with(&table, &With { zero: policy, ..With::default() });
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
        rooms: rooms(440.0),
    };
    let made = tables(&[("t".to_owned(), table)].into(), &setting, &mut Vec::new());
    assert_eq!(shown(&made["t"].table.body)[2], "T|");
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

#[test]
fn parts_of_several_sums_are_computed_first() {
    let columns = json!([
        { "id": "a", "title": "A", "kind": "count", "sum": ["b", "c"] },
        { "id": "b", "title": "B", "kind": "count", "sum": ["d"] },
        { "id": "c", "title": "C", "kind": "count", "sum": ["d", "e"] },
        { "id": "d", "title": "D", "kind": "count" },
        { "id": "e", "title": "E", "kind": "count", "sum": ["d"] }
    ]);
    assert_eq!(
        shown(&made(&json!({ "columns": columns, "rows": [{ "cells": { "d": 5 } }] })).table.body),
        ["15|5|10|5|5"]
    );
    let columns = json!([{ "id": "n", "title": "N", "kind": "count" }]);
    let rows = json!([
        { "id": "a", "sum": ["b", "c"] }, { "id": "b", "sum": ["d"] }, { "id": "c", "sum": ["d", "e"] },
        { "id": "d", "cells": [5] }, { "id": "e", "sum": ["d"] }
    ]);
    assert_eq!(shown(&made(&json!({ "columns": columns, "rows": rows })).table.body), ["15", "5", "10", "5", "5"]);
}

#[test]
fn a_circle_is_named_from_its_beginning_to_its_end() {
    let circle = |table: &Json| {
        let (filled, findings) = made_with(table, &With::default());
        assert!(filled.is_none());
        assert_eq!(ids(&findings), ["bang/cong-thuc-vong"]);
        findings[0].found.clone().unwrap_or_default()
    };
    let columns = json!([
        { "id": "a", "title": "A", "kind": "count", "sum": ["b"] },
        { "id": "b", "title": "B", "kind": "count", "sum": ["c"] },
        { "id": "c", "title": "C", "kind": "count", "sum": ["e", "d"] },
        { "id": "d", "title": "D", "kind": "count", "sum": ["b"] },
        { "id": "e", "title": "E", "kind": "count" }
    ]);
    assert_eq!(circle(&json!({ "columns": columns, "rows": [{ "cells": { "e": 1 } }] })), "b → c → d → b");
    let columns = json!([{ "id": "n", "title": "N", "kind": "count" }]);
    let rows = json!([{ "id": "a", "sum": ["a"] }]);
    assert_eq!(circle(&json!({ "columns": columns, "rows": rows })), "a → a");
}

#[test]
fn a_long_chain_needs_no_deep_stack() {
    const ROWS: usize = 10_000;
    let chain = || {
        let mut rows: Vec<Json> =
            (1..ROWS).map(|at| json!({ "id": format!("r{at}"), "sum": [format!("r{}", at + 1)] })).collect();
        rows.push(json!({ "id": format!("r{ROWS}"), "cells": [7] }));
        let filled = made(&json!({ "columns": [{ "id": "n", "title": "N", "kind": "count" }], "rows": rows }));
        shown(&filled.table.body[..1])
    };
    let thread = std::thread::Builder::new().stack_size(512 << 10).spawn(chain).expect("a thread");
    assert_eq!(thread.join().expect("no overflow"), ["7"]);
}

/// A value beside an indicator is printed and held against it; words beside a value are refused.
#[test]
fn a_value_beside_an_indicator_is_compared() {
    let columns = json!([{ "id": "a", "title": "Số", "kind": "number" }]);
    for (cell, printed, told) in [
        (json!({ "value": 40, "figure": "a.b" }), "40", None),
        (json!({ "value": "40,0", "figure": "a.b" }), "40,0", None),
        (json!({ "value": 19, "figure": "a.b" }), "19", Some("bang/khac-chi-tieu")),
        (json!({ "value": null, "figure": "a.b" }), "40", None),
        (json!({ "text": "x", "value": 40 }), "", Some("bang/o-hai-gia-tri")),
        (json!({ "text": "x", "figure": "a.b" }), "", Some("bang/o-hai-gia-tri")),
    ] {
        let table = json!({ "columns": columns, "rows": [{ "cells": [cell] }] });
        let (filled, findings) = made_with(&table, &With::default());
        assert_eq!(findings.first().map(|finding| finding.id.as_str()), told, "{cell}");
        assert_eq!(filled.map(|filled| shown(&filled.table.body)).unwrap_or_default().concat(), printed, "{cell}");
    }
}

#[test]
fn a_column_may_have_to_agree_in_two_ways() {
    let columns = json!([
        { "id": "a", "title": "Tổng", "kind": "count", "sum": ["b", "c"], "also": [{ "sum": ["d", "e"] }] },
        { "id": "b", "title": "B", "kind": "count" }, { "id": "c", "title": "C", "kind": "count" },
        { "id": "d", "title": "D", "kind": "count" }, { "id": "e", "title": "E", "kind": "count" }
    ]);
    let of = |rows: Json| made_with(&json!({ "columns": columns, "rows": rows }), &With::default());
    let (filled, findings) = of(json!([[7, 5, 10, 2], [7, 5, null, 2]]));
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!(shown(&filled.expect("a table").table.body), ["12|7|5|10|2", "12|7|5||2"]);
    let (_, findings) = of(json!([[7, 5, 10, 1]]));
    assert_eq!(findings.iter().map(|finding| finding.id.as_str()).collect::<Vec<_>>(), ["so-lieu/tong-sai"]);
    let unknown =
        json!({ "columns": [{ "id": "a", "title": "A", "kind": "count", "also": [{ "sum": ["x"] }] }], "rows": [[1]] });
    assert_eq!(made_with(&unknown, &With::default()).1[0].id.as_str(), "bang/cong-thuc-sai");
}

#[test]
fn numbers_of_a_column_may_have_one_number_of_decimals() {
    let columns = json!([
        { "id": "a", "title": "Tử", "kind": "count" }, { "id": "b", "title": "Mẫu", "kind": "count" },
        { "id": "c", "title": "Tỷ lệ", "kind": "percent", "ratio": ["a", "b"], "decimals": 1 },
        { "id": "d", "title": "Điểm", "kind": "number", "decimals": 2 }
    ]);
    let table = json!({ "columns": columns, "rows": [[1, 2, 7], [1, 3, "8,25"], [2, 3, 1.5]] });
    assert_eq!(shown(&made(&table).table.body), ["1|2|50,0|7,00", "1|3|33,3|8,25", "2|3|66,7|1,50"]);
    let finer = json!({ "columns": columns, "rows": [[1, 2, "8,125"]] });
    let (filled, findings) = made_with(&finer, &With::default());
    assert_eq!(findings[0].id.as_str(), "bang/qua-nhieu-so-le");
    assert_eq!(shown(&filled.expect("a table").table.body), ["1|2|50,0|8,125"], "nothing is rounded that was given");
}

#[test]
fn a_date_may_be_known_in_part() {
    let columns = json!([{ "id": "a", "title": "Từ", "kind": "date" }]);
    for (given, printed) in [
        (json!("2023-09"), "9/2023"),
        (json!("02/2023"), "02/2023"),
        (json!("2/2023"), "02/2023"),
        (json!(2023), "2023"),
        (json!("2023"), "2023"),
    ] {
        let filled = made(&json!({ "columns": columns, "rows": [[given]] }));
        assert_eq!(shown(&filled.table.body), [printed], "{given}");
    }
    for wrong in ["13/2023", "2023-00", "23", "tháng 9"] {
        let (_, findings) = made_with(&json!({ "columns": columns, "rows": [[wrong]] }), &With::default());
        assert_eq!(findings[0].id.as_str(), "bang/khong-phai-ngay", "{wrong}");
    }
}
