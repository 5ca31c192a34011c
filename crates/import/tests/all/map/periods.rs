//! The period of an export: of its rows, of what stands around them, of the mapping and the base.

use baocao_core::report::ReportFile;
use baocao_core::shelf::{ShelfPath, Uploads};

use super::{import, import_of, values};

const AS_WRITTEN: &str = "nhap/don-vi-ngoai-danh-muc";
const OTHER: &str = "nhap/khac-ky";
const OUTSIDE: &str = "du-lieu/ngoai-bang";

fn map(period: &str) -> String {
    format!("set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"xa\"\n[figures]\n\"chi-dao.so-van-ban\" = \"so\"\n{period}")
}

fn told(period: &str, text: &str) -> Vec<String> {
    let mut ids = import(&map(period), "a", text.as_bytes()).1;
    ids.retain(|id| id != AS_WRITTEN);
    ids
}

/// Titles above a table, and fields beside a list: what they name is held against the mapping.
#[test]
fn another_period_around_the_table_is_told() {
    let titled = |title: &str, value: &str| {
        told(&format!("[period]\nvalue = \"{value}\"\n"), &format!("{title};\n\nxa;so\nXã A;7\nXã B;8\n"))
    };
    for (title, value) in [
        ("BÁO CÁO QUÝ II NĂM 2026", "20263"),
        ("Số liệu tháng 8 năm 2026", "202609"),
        ("Kết quả 6 tháng đầu năm 2026", "20262"),
        ("Tổng hợp năm 2025", "2026"),
    ] {
        assert_eq!(titled(title, value), [OUTSIDE, OTHER], "{title} {value}");
    }
    for (title, value) in [
        ("BÁO CÁO QUÝ III NĂM 2026", "20263"),
        // A year alone may be that of a plan; of two periods one is compared with.
        ("Thực hiện kế hoạch năm 2026", "20263"),
        ("Quý III/2026 so với quý III/2025", "20263"),
        ("Ban hành ngày 30 tháng 6 năm 2026", "20263"),
    ] {
        assert_eq!(titled(title, value), [OUTSIDE], "{title} {value}");
    }
    let beside = |field: &str| {
        told("[period]\nvalue = \"20263\"\n", &format!("{{{field}, \"data\": [{{\"xa\": \"Xã A\", \"so\": 7}}]}}"))
    };
    for field in [
        "\"kyBaoCao\": \"20262\"",
        "\"ky_bao_cao\": 20262",
        "\"meta\": {\"period\": \"Q2/2026\"}",
        "\"title\": \"Quý II/2026\"",
    ] {
        assert_eq!(beside(field), [OUTSIDE, OTHER], "{field}");
    }
    for field in ["\"kyBaoCao\": \"20263\"", "\"id\": 20262", "\"period\": \"2026\"", "\"period\": null"] {
        assert_eq!(beside(field), [OUTSIDE], "{field}");
    }
}

/// The period of the base counts as that of the mapping does.
#[test]
fn the_period_of_the_base_is_compared_too() {
    let base = "{\"period\": {\"kind\": \"quarter\", \"year\": 2026, \"quarter\": 3, \"from\": \"2026-06-15\", \"to\": \"2026-09-14\"}}";
    let told = |title: &str| {
        let map = format!("base = \"chung.json\"\n{}", map(""));
        let mut beside = Uploads::default();
        beside.insert("chung.json", base.as_bytes()).expect("a base");
        let file = ReportFile::new("map.toml", map).beside(&beside, ShelfPath::root());
        let (_, mut ids) = import_of(file, "a.csv", format!("{title};\n\nxa;so\nXã A;7\nXã B;8\n").as_bytes());
        ids.retain(|id| id != AS_WRITTEN);
        ids
    };
    assert_eq!(told("BÁO CÁO QUÝ II NĂM 2026"), [OUTSIDE, OTHER]);
    assert_eq!(told("BÁO CÁO QUÝ III NĂM 2026"), [OUTSIDE]);
}

/// `3/2026` is a month; where nothing else says that rows are of months, that is told once.
#[test]
fn a_number_with_a_year_may_be_a_quarter() {
    let rows = |first: &str, second: &str| format!("xa;so;ky\nXã A;7;{first}\nXã B;8;{second}\n");
    let column = "[period]\ncolumn = \"ky\"\n";
    let (drafts, ids) = import(&map(column), "a.csv", rows("3/2026", "3/2026").as_bytes());
    assert_eq!(ids, ["nhap/ky-sai", AS_WRITTEN]);
    assert_eq!(values(&drafts[0], "/period/month"), 3);
    for (first, second) in
        [("03/2026", "03/2026"), ("tháng 3/2026", "tháng 3/2026"), ("3/2026", "9/2026"), ("III/2026", "III/2026")]
    {
        assert_eq!(told(column, &rows(first, second)), Vec::<String>::new(), "{first} {second}");
    }
    let said = format!("{column}value = \"202603\"\n");
    assert_eq!(told(&said, &rows("3/2026", "3/2026")), Vec::<String>::new());
}
