//! Rules whose findings are told where tables are read and computed.

use crate::{Family, Rule, Say, computed::told_already};
use baocao_core::diagnostic::Severity;

pub(super) const TABLES: Family = Family {
    name: Say { vi: "Bảng có cột riêng", en: "Tables with columns of their own" },
    rules: &[&COLUMN_SUM, &NOT_A_DATE, &NOTE_WITHOUT_MARK, &NOT_PRINTED, &CHART_NOT_PRINTED, &SPARE_COLUMN],
    check: told_already,
};

const COLUMN_SUM: Rule = Rule {
    id: "bang/tong-cot-sai",
    severity: Severity::Warning,
    title: Say { vi: "Dòng tổng bằng tổng các dòng của cột", en: "A total row is the sum of its columns" },
    why: Say {
        vi: "Số ghi ở dòng tổng của một bảng được cộng lại từ các dòng trên nó.",
        en: "What a total row gives is added up again from the rows of the table.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"appendices": [{"title": "Kết quả", "parts": [{"table": "thon"}]}], "tables": {"thon": {
        "columns": [{"id": "ten", "title": "Thôn"}, {"id": "so", "title": "Hồ sơ", "kind": "count"}],
        "rows": [["Đông", 12], ["Đoài", 9]], "total": {"label": "Tổng số", "cells": {"so": 21}}}}}"#,
    fails: r#"{"appendices": [{"title": "Kết quả", "parts": [{"table": "thon"}]}], "tables": {"thon": {
        "columns": [{"id": "ten", "title": "Thôn"}, {"id": "so", "title": "Hồ sơ", "kind": "count"}],
        "rows": [["Đông", 12], ["Đoài", 9]], "total": {"label": "Tổng số", "cells": {"so": 22}}}}}"#,
};

const NOT_A_DATE: Rule = Rule {
    id: "bang/khong-phai-ngay",
    severity: Severity::Warning,
    title: Say { vi: "Cột ngày ghi một ngày có thật", en: "Columns of dates hold dates" },
    why: Say {
        vi: "31/02/2023 không có trong lịch; \"quý III\" không phải một ngày.",
        en: "31/02/2023 is in no calendar; \"quý III\" is no date.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"appendices": [{"title": "Văn bản", "parts": [{"table": "vb"}]}], "tables": {"vb": {
        "columns": [{"id": "ten", "title": "Văn bản"}, {"id": "ngay", "title": "Ngày", "kind": "date"}],
        "rows": [["Kế hoạch", "08/9/2023"]]}}}"#,
    fails: r#"{"appendices": [{"title": "Văn bản", "parts": [{"table": "vb"}]}], "tables": {"vb": {
        "columns": [{"id": "ten", "title": "Văn bản"}, {"id": "ngay", "title": "Ngày", "kind": "date"}],
        "rows": [["Kế hoạch", "31/02/2023"]]}}}"#,
};

const NOTE_WITHOUT_MARK: Rule = Rule {
    id: "bang/chu-thich-khong-dau",
    severity: Severity::Warning,
    title: Say { vi: "Chú thích của bảng có dấu trong bảng", en: "Notes of a table have their marks in it" },
    why: Say {
        vi: "Chú thích mà không ô nào mang dấu thì người đọc không biết là của số nào.",
        en: "A note whose mark no cell bears belongs to nothing.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"appendices": [{"title": "Kết quả", "parts": [{"table": "thon"}]}], "tables": {"thon": {
        "columns": [{"id": "ten", "title": "Thôn"}, {"id": "so", "title": "Hồ sơ", "kind": "count"}],
        "rows": [["Đông", 12]]}}}"#,
    fails: r#"{"appendices": [{"title": "Kết quả", "parts": [{"table": "thon"}]}], "tables": {"thon": {
        "columns": [{"id": "ten", "title": "Thôn"}, {"id": "so", "title": "Hồ sơ", "kind": "count"}],
        "rows": [["Đông", 12]], "notes": [{"mark": "1", "text": "Số liệu ước tính."}]}}}"#,
};

const NOT_PRINTED: Rule = Rule {
    id: "bang/khong-in",
    severity: Severity::Warning,
    title: Say { vi: "Bảng có trong báo cáo thì được in", en: "A table of the report is printed" },
    why: Say {
        vi: "Không phụ lục nào, lời văn nào gọi đến bảng này: số liệu của nó không đến được người đọc.",
        en: "Neither an appendix nor a text names the table: its figures reach nobody.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"appendices": [{"title": "Kết quả", "parts": [{"table": "thon"}]}], "tables": {"thon": {
        "columns": [{"id": "ten", "title": "Thôn"}, {"id": "so", "title": "Hồ sơ", "kind": "count"}], "rows": [["Đông", 12]]}}}"#,
    fails: r#"{"tables": {"thon": {
        "columns": [{"id": "ten", "title": "Thôn"}, {"id": "so", "title": "Hồ sơ", "kind": "count"}], "rows": [["Đông", 12]]}}}"#,
};

const CHART_NOT_PRINTED: Rule = Rule {
    id: "bieu-do/khong-in",
    severity: Severity::Warning,
    title: Say { vi: "Biểu đồ có trong báo cáo thì được in", en: "A chart of the report is printed" },
    why: Say {
        vi: "Không phụ lục nào, lời văn nào gọi đến biểu đồ này.",
        en: "Neither an appendix nor a text names the chart.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"appendices": [{"title": "Kết quả", "parts": [{"chart": "xa"}]}],
        "charts": {"xa": {"title": "Tỷ lệ", "bars": [{"label": "Quý III", "value": 95}]}}}"#,
    fails: r#"{"charts": {"xa": {"title": "Tỷ lệ", "bars": [{"label": "Quý III", "value": 95}]}}}"#,
};

const SPARE_COLUMN: Rule = Rule {
    id: "du-lieu/cot-thua",
    severity: Severity::Warning,
    title: Say {
        vi: "Mọi cột của tệp dữ liệu đều được dùng", en: "Every column of a data file is used"
    },
    why: Say {
        vi: "Tệp đặt cạnh báo cáo có cột mà bảng không dùng: có thể tên cột viết sai, có thể là cột thừa.",
        en: "A file beside the report has a column that the table does not use: misspelt, or not needed.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: "{}",
    fails: r#"{"appendices": [{"title": "Thủ tục", "parts": [{"table": "tt"}]}], "tables": {"tt": {
        "columns": [{"id": "ten", "title": "Tên thủ tục hành chính"}, {"id": "so", "title": "Đã tiếp nhận", "kind": "count"}],
        "data": {"file": "examples/thu-tuc-bang-tu-do.csv"}}}}"#,
};
