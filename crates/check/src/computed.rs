//! Rules whose findings are told by earlier stages: where figures are read and tables are computed. They are listed
//! here so that they can be explained, weighed and exempted like all others.

use baocao_core::kinds;

use super::{Family, Rule, Say, Subject, Told};

const VALUES: Family = Family {
    name: Say { vi: "Giá trị của chỉ tiêu", en: "Values of indicators" },
    rules: &[&MISSING, &NO_NUMBER, &CODE, &UNIT_AGAIN, &NOT_PERCENT, &NEGATIVE, &NOTE_ROWS, &NOT_PRINTED],
    check: told_already,
};

pub(super) const FAMILIES: &[Family] = &[PERIOD, VALUES, EARLIER];

/// Earlier stages have told it.
pub(super) fn told_already(_: &Subject<'_>, _: &mut Told) {}

const MISSING: Rule = Rule::of(
    kinds::figures::MISSING,
    "cchc/xa-2022",
    r#"{"figures": {"kiem-tra.so-to-chuc": 0}}"#,
    r#"{"remove": ["/figures/kiem-tra.so-to-chuc"]}"#,
);

const NO_NUMBER: Rule = Rule::of(
    kinds::figures::NO_NUMBER,
    "cchc/xa-2022",
    r#"{"figures": {"chi-dao.so-van-ban": 8}}"#,
    r#"{"figures": {"chi-dao.so-van-ban": "8/8"}}"#,
);

const CODE: Rule = Rule::of(
    kinds::figures::UNKNOWN_CODE,
    "cchc/so-2022",
    r#"{"figures": {"doi-thoai.co-to-chuc": 1}}"#,
    r#"{"figures": {"doi-thoai.co-to-chuc": "9 cuộc"}}"#,
);

const UNIT_AGAIN: Rule = Rule::of(
    kinds::figures::UNIT_AGAIN,
    "cchc/xa-2022",
    r#"{"figures": {"bao-cao.ty-le-qua-he-thong": 100}}"#,
    r#"{"figures": {"bao-cao.ty-le-qua-he-thong": "100%"}}"#,
);

const NOT_PERCENT: Rule = Rule::of(
    kinds::figures::NOT_PERCENT,
    "cchc/xa-2022",
    r#"{"figures": {"chi-dao.so-van-ban": 8}}"#,
    r#"{"figures": {"chi-dao.so-van-ban": "80%"}}"#,
);

const NEGATIVE: Rule = Rule::of(
    kinds::figures::NEGATIVE,
    "cchc/xa-2022",
    r#"{"figures": {"bien-che.tinh-gian": 1}}"#,
    r#"{"figures": {"bien-che.tinh-gian": -1}}"#,
);

const NOTE_ROWS: Rule = Rule::of(
    kinds::figures::NOTE_ROWS,
    "cchc/xa-2022",
    r#"{"figures": {"thanh-toan.co-nghia-vu": {"value": 0, "note": "Chưa phát sinh", "note_rows": 2}}}"#,
    r#"{"figures": {"thanh-toan.co-nghia-vu": {"value": 0, "note": "Chưa phát sinh", "note_rows": 9}}}"#,
);

const NOT_PRINTED: Rule = Rule::of(
    kinds::figures::NOT_PRINTED,
    "cchc/xa-2025",
    r#"{"appendices": ["template", {"title": "Danh mục", "parts": [{"text": "Văn bản đã ban hành."}]}]}"#,
    r#"{"appendices": [{"title": "Danh mục", "parts": [{"text": "Văn bản đã ban hành."}]}]}"#,
);

const PERIOD: Family = Family {
    name: Say { vi: "Ngày của kỳ báo cáo", en: "Dates of the period" },
    rules: &[&STRAYS],
    check: told_already,
};

const STRAYS: Rule = Rule::of(
    kinds::periods::STRAYS,
    "cchc/xa-2022",
    r#"{"period": {"kind": "quarter", "year": 2023, "quarter": 3, "from": "2023-06-15", "to": "2023-09-14"}}"#,
    r#"{"period": {"kind": "quarter", "year": 2023, "quarter": 3, "from": "2023-06-15", "to": "2024-09-14"}}"#,
);

const EARLIER: Family = Family {
    name: Say { vi: "So sánh với kỳ trước", en: "Comparison with an earlier period" },
    rules: &[&NOT_EARLIER],
    check: told_already,
};

const NOT_EARLIER: Rule = Rule::of(
    kinds::periods::NOT_EARLIER,
    "cchc/xa-2022",
    r#"{"previous": {"file": "examples/xa-q3-2023.json", "columns": false}}"#,
    r#"{"previous": {"file": "examples/xa-q3-2026.json", "columns": false}}"#,
);
