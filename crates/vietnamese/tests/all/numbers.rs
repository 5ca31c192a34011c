//! Numbers and dates as they are written.

use baocao_vietnamese::date::{long, short};
use baocao_vietnamese::number::{NotANumber, format, format_count, parse, round};
use chrono::NaiveDate;
use proptest::prelude::*;
use rust_decimal::Decimal;

#[test]
fn ambiguous_texts_are_refused() {
    for text in ["1.5", "1.23.456", "1,2,3", "1,234.5", "1 250", "0.125", "1234.567", "5,", ",5", ".5"] {
        assert_eq!(parse(text), Err(NotANumber::Ambiguous), "{text}");
    }
    for text in ["", "8/8", "9 cuộc", "abc", "-", "NaN", "1e5", "%"] {
        assert_eq!(parse(text), Err(NotANumber::Word), "{text}");
    }
}

#[test]
fn leading_zeros_are_understood() {
    assert_eq!(parse("04").unwrap().value, Decimal::from(4));
    assert_eq!(format_count(4.into()), "04");
    assert_eq!(format_count(0.into()), "0");
    assert_eq!(format_count(10.into()), "10");
}

#[test]
fn rounding_is_half_up() {
    let value = Decimal::new(7585, 2);
    assert_eq!(format(round(value, 1)), "75,9");
    assert_eq!(format(round(Decimal::new(-25, 1), 0)), "-3");
}

proptest! {
    #[test]
    fn what_is_written_can_be_read(mantissa in -1_000_000_000_000i64..1_000_000_000_000, scale in 0u32..6) {
        let value = Decimal::new(mantissa, scale);
        prop_assert_eq!(parse(&format(value)).unwrap().value, value.normalize());
    }

    #[test]
    fn no_text_panics(text in "\\PC*") {
        let _ = parse(&text);
    }
}

#[test]
fn zeros_as_the_decree_wants_them() {
    let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    assert_eq!(long(date(2020, 1, 5)), "ngày 05 tháng 01 năm 2020");
    assert_eq!(long(date(2023, 9, 8)), "ngày 08 tháng 9 năm 2023");
    assert_eq!(short(date(2023, 12, 31)), "31/12/2023");
    assert_eq!(short(date(2024, 2, 9)), "09/02/2024");
}
