//! A family of three levels, and reports of it.

use std::fs;

use baocao_core::diagnostic::{Finding, Lang, has_errors, render};
use baocao_core::limits::Limits;
use baocao_core::report::ReportFile;
use baocao_core::shelf::Uploads;
use baocao_core::template::Templates;
use baocao_rollup::{Above, Order, RolledUp, roll_up};
use baocao_testing::project;
use serde_json::{Value, json};

/// The levels, from below.
pub const LEVELS: [&str; 3] = ["xa", "huyen", "tinh"];

/// The same form at three levels: counts, money, a ratio, codes.
pub fn templates() -> Templates {
    let mut files = Uploads::default();
    let mut insert = |name: &str, text: String| files.insert(name, text.into_bytes()).expect("a good name");
    for level in LEVELS {
        let rows = json!([
            { "code": "1.", "id": "ho-so.tong", "label": "Tổng số hồ sơ", "unit": "Hồ sơ", "kind": "count" },
            { "code": "2.", "id": "ho-so.dung-han", "label": "Đúng hạn", "unit": "Hồ sơ", "kind": "count" },
            { "code": "3.", "id": "ho-so.ty-le", "label": "Tỷ lệ", "unit": "%", "kind": "percent",
              "ratio": ["ho-so.dung-han", "ho-so.tong"] },
            { "code": "4.", "id": "von.giai-ngan", "label": "Vốn", "unit": "Triệu đồng", "kind": "money" },
            { "code": "5.", "id": "ket-noi", "label": "Kết nối", "kind": "code",
              "codes": [{ "code": 0, "label": "Chưa" }, { "code": 1, "label": "Đã" }] }
        ]);
        let form = json!({
            "source": "Chỉ để thử.", "level": level,
            "appendices": [{ "title": "Số liệu {{period}}", "forms": ["a"] }],
            "forms": [{ "id": "a", "title": "Hồ sơ", "rows": rows }]
        });
        insert(&format!("ba-cap/{level}-1/form.json"), form.to_string());
        let outline = fs::read_to_string(project("tests/aggregate/_base/templates/thu/xa-2024/outline.json"));
        insert(&format!("ba-cap/{level}-1/outline.json"), outline.expect("an outline"));
        for section in ["mo-dau", "ket-qua", "ket-thuc"] {
            insert(&format!("ba-cap/{level}-1/sections/{section}.md.hbs"), "Lời văn.".to_owned());
        }
    }
    let rollup = json!({
        "source": "Chỉ để thử.",
        "levels": { "huyen": ["xa"], "tinh": ["xa", "huyen"] },
        "rules": [{ "how": "min", "indicators": ["ket-noi"], "why": "Đã kết nối khi mọi đơn vị đã kết nối" }]
    });
    insert("ba-cap/rollup.json", rollup.to_string());
    Templates::built_in().overlay(&files).expect("templates")
}

/// A report of a level.
pub fn report(level: &str, name: &str, figures: &Value) -> String {
    let report = json!({
        "template": format!("ba-cap/{level}-1"),
        "period": { "kind": "quarter", "year": 2024, "quarter": 3, "from": "2024-06-15", "to": "2024-09-14" },
        "document": {
            "organ": { "organ_name": name.to_uppercase(), "short_name": name },
            "code_notation": "BC-UBND",
            "promulgation": { "place": "Kim Lan", "date": "2024-09-16" },
            "subject": "Công tác quý III năm 2024",
            "signers": [{ "position": "CHỦ TỊCH" }],
            "recipients": ["Lưu: VT"]
        },
        "figures": figures
    });
    report.to_string()
}

/// Rolls reports up into a new one of a level.
pub fn rolled(level: &str, units: &[String]) -> RolledUp {
    let (above, findings) = try_rolled(level, units);
    above.unwrap_or_else(|| panic!("{}", render(&findings, Lang::En, false)))
}

/// The same, with what was told.
pub fn try_rolled(level: &str, units: &[String]) -> (Option<RolledUp>, Vec<Finding>) {
    let (templates, set) = (templates(), format!("ba-cap/{level}-1"));
    let name = |at: usize| format!("{at}.json");
    let files = units.iter().enumerate().map(|(at, text)| (ReportFile::new(name(at), text.as_bytes()), name(at)));
    let order = Order {
        units: files.collect(),
        own: None,
        above: Above::New(Some(&set)),
        list: None,
        force: false,
        appendix: true,
    };
    let mut findings = Vec::new();
    let above = roll_up(order, &templates, &Limits::default(), &mut findings);
    assert_eq!(above.is_none(), has_errors(&findings));
    (above, findings)
}

/// The figures of a report.
pub fn figures(text: &str) -> Value {
    serde_json::from_str::<Value>(text).expect("JSON")["figures"].clone()
}

/// The same report as that of an organ of this name.
pub fn named(text: &str, name: &str) -> String {
    let mut report: Value = serde_json::from_str(text).expect("JSON");
    report["document"]["organ"] = json!({ "organ_name": name.to_uppercase(), "short_name": name });
    report.to_string()
}
