//! Numbers and their units as running text writes them, and slips of the hand in them.

use baocao_reading::numbers::{Kind, numbers, slipped, swapped, tokens};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// The numbers of a text that count something, with their units.
fn counted(text: &str) -> Vec<String> {
    let shown = |value: String, unit: &str| format!("{value} {unit}").trim_end().to_owned();
    let counted = tokens(text).into_iter().filter_map(|token| match token.kind {
        Kind::Percent(value) => Some(format!("{value}%")),
        Kind::Fraction(part, whole) => Some(shown(format!("{part}/{whole}"), &token.unit.name)),
        Kind::Count(value) => Some(shown(value.to_string(), &token.unit.name)),
        _ => None,
    });
    counted.collect()
}

#[test]
fn numbers_end_where_their_groups_end() {
    for (text, first) in [
        ("1.234,5 tỷ", Some("1.234,5")),
        ("12.34", Some("12")),
        ("1.2345", Some("1.234")),
        ("1234.567", Some("1234")),
        ("05,", Some("05")),
        ("7.725.", Some("7.725")),
        ("1.234.567", Some("1.234.567")),
        ("xã", None),
        ("", None),
    ] {
        assert_eq!(numbers(text).first().map(|number| &text[number.range.clone()]), first, "{text}");
    }
}

#[test]
fn numbers_are_read_as_vietnamese_writes_them() {
    let text = "nhận 7.725 hồ sơ, đạt 75,8 % (05 xã, 4.852.000.000 đồng)";
    let read: Vec<(String, bool)> =
        numbers(text).into_iter().map(|number| (number.value.to_string(), number.percent)).collect();
    let expected = [("7725", false), ("75.8", true), ("5", false), ("4852000000", false)];
    assert_eq!(read, expected.map(|(value, percent)| (value.to_owned(), percent)));
}

#[test]
fn numbers_have_their_units() {
    assert_eq!(counted("nhận 7.725 hồ sơ, đạt 75,8 %, 05 xã"), ["7725 hồ sơ", "75.8%", "5 xã"]);
    assert_eq!(counted("hoàn thành 22/29 nhiệm vụ (99.6%)"), ["22/29 nhiệm vụ", "99.6%"]);
    assert_eq!(counted("4,5 tỷ đồng; 4.852.000.000 đồng"), ["4500000000.0 đồng", "4852000000 đồng"]);
    assert_eq!(
        counted("18 tỷ 250 triệu đồng, thu 3 tỷ, 2,5 nghìn tỷ đồng"),
        ["18250000000 đồng", "3000000000 đồng", "2500000000000.0 đồng"]
    );
    assert_eq!(counted("5 tỷ 120 triệu đồng/4 tỷ 600 triệu đồng"), ["5120000000/4600000000 đồng"]);
    assert_eq!(counted("2,5 triệu lượt; 12 tỷ lệ"), ["2500000.0 lượt", "12 tỷ"]);
    assert_eq!(counted("20 trên 26 nhiệm vụ; 20 trong tổng số 26 xã"), ["20/26 nhiệm vụ", "20/26 xã"]);
    assert_eq!(counted("được công khai:176\ngồm 273 TTHC"), ["176", "273 thủ tục"]);
    assert_eq!(counted("được giao trong năm 20, hiện có 62. người"), ["20", "62"]);
}

#[test]
fn a_point_before_a_percent_sign_is_that_of_decimals() {
    assert_eq!(counted("đạt 99.6%, 99.65 %, 7.725%"), ["99.6%", "99.65%", "7725%"]);
    assert_eq!(counted("có 99.6 xã"), [""; 0]);
}

#[test]
fn what_counts_nothing_is_no_number() {
    for text in [
        "Kế hoạch số 06/KH-UBND ngày 12/01/2023; số 12-KH-UBND, số: 04/ KH-UBND",
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020; Nghị quyết số 57-NQ/TW",
        "từ 15/6/2023 đến 14/9/2023, trước ngày 01/7, quý III/2023, quý III/ 2023, tháng 8/2023",
        "từ 15/6 đến 14/9; giai đoạn 2021 - 2030, kỳ 2019 -2023, năm 2023, 2024",
        "6 tháng cuối năm, 02 ngày làm việc, trong 24 giờ, 05 năm",
        "TCVN ISO 9001:2015, phiên bản 2.0, công nghiệp 4.0, mạng 4G, giấy A4",
        "mức độ 3,4; mức độ 3 và 4; mức 3, 4",
        "1. Tiếp tục\n2.1. Nâng cao\n- 3) Giảm\n1.2.3 Rà soát",
        "phục vụ 24/7, điện thoại 0210.3825.111, 0912345678, https://a.vn/12/5",
        "Điều 3, khoản 2 Điều 5, Chương IV, Phụ lục 2, Biểu 6, Đề án 06, thôn 5",
        "| Cấp huyện | 354 | 3.228 |",
    ] {
        assert_eq!(counted(text), [""; 0], "{text}");
    }
}

/// Numbers of documents, dates, months, ranges of years, hours of service, telephone numbers, groups of three digits.
fn nothing() -> impl Strategy<Value = String> {
    prop_oneof![
        "[1-9][0-9]{0,5}[a-z]? ?[/-] ?((19|20)[0-9]{2} ?/ ?)?[A-ZĐƯ]{2}[0-9A-Za-z&/-]{0,5}",
        "[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?[0-9]{4}",
        "(0?[1-9]|1[0-2]) ?/ ?(19|20)[0-9]{2}",
        "(19|20)[0-9]{2} ?[-–] ?(19|20)[0-9]{2}",
        "24/(7|24)",
        "0[0-9]{2,4}[. ][0-9]{3,4}[. ][0-9]{3,4}",
        "0[0-9]{8,10}",
        "[1-9][0-9]{0,2}( [0-9]{3}){1,3}",
    ]
}

proptest! {
    #[test]
    fn what_counts_nothing_by_its_shape_is_no_number(text in nothing()) {
        prop_assert_eq!(counted(&format!("có {text} xong")), [""; 0]);
    }
}

#[test]
fn two_digits_that_changed_places_are_seen() {
    let swapped = |one: i64, other: i64| swapped(Decimal::from(one), Decimal::from(other));
    assert!(swapped(3167, 3176) && swapped(120, 210));
    assert!(!swapped(3167, 3168) && !swapped(19, 91) && !swapped(3167, 6137) && !swapped(316, 3167));
}

#[test]
fn one_digit_that_is_another_one_is_seen() {
    let slipped = |one: &str, other: &str| slipped(one.parse().unwrap(), other.parse().unwrap());
    assert!(slipped("94.7", "94.4") && slipped("85.4", "81.4") && slipped("79.6", "76.9") && slipped("5.37", "5.31"));
    assert!(!slipped("94.7", "94.6") && !slipped("94.7", "81.2") && !slipped("5", "8") && !slipped("9.5", "95.1"));
}
