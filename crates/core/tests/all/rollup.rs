//! Figures of many units as one: the parts as they are read and shown, the rules by which they come together.

use baocao_core::form::{How, RollUp, RollUpRule, Row, Rule, Whole};
use baocao_core::report::{FigureValue, Part};
use baocao_vietnamese::number;
use rust_decimal::Decimal;

fn rule(how: How, values: &[i64], otherwise: Option<i64>) -> RollUpRule {
    let (indicators, from, of) = (vec!["a".to_owned()], vec!["xa".to_owned()], None);
    RollUpRule { indicators, how, from, of, values: values.to_vec(), otherwise, why: String::new() }
}

fn whole(rule: &RollUpRule, parts: &[&str]) -> Whole {
    let parts: Vec<Part> = parts.iter().map(|text| Part::of(&FigureValue::of_text(text)).unwrap()).collect();
    Rule { how: rule.how, stated: Some(rule) }.whole(&parts, 2)
}

fn exactly(text: &str) -> Whole {
    Whole::Number(text.parse().unwrap())
}

#[test]
fn parts_become_one_by_their_rule() {
    for (how, parts, wanted) in [
        (How::Sum, &["1", "2,5", ""][..], exactly("3.5")),
        (How::Sum, &["", ""], Whole::Absent),
        (How::Sum, &[], Whole::Absent),
        (How::Max, &["1", "3", "2"], exactly("3")),
        (How::Min, &["1", "0", "2"], exactly("0")),
        (How::Min, &[""], Whole::Absent),
        (How::Same, &["2", "2", ""], exactly("2")),
        (How::Same, &["2", "1"], Whole::Absent),
        (How::Count, &["1", "2", "0", "1"], exactly("3")),
        (How::Count, &["0"], exactly("0")),
        (How::Share, &["1", "0", "2", ""], exactly("66.67")),
        (How::Share, &[""], Whole::Absent),
        (How::Parts, &["1/2", "5/6"], exactly("75")),
        (How::Parts, &["0/0", ""], Whole::Absent),
        (How::None, &["1"], Whole::Absent),
    ] {
        assert_eq!(whole(&rule(how, &[1, 2], None), parts), wanted, "{how:?} {parts:?}");
    }
    assert_eq!(whole(&rule(How::Same, &[], Some(3)), &["2", "1"]), exactly("3"));
    let most = "9".repeat(number::MOST_DIGITS as usize);
    assert_eq!(whole(&rule(How::Sum, &[], None), &[&most, &most]), Whole::TooLarge);
    let great = Part::Number(Decimal::MAX);
    let sum = Rule { how: How::Sum, stated: None };
    assert_eq!(sum.whole(&[great.clone(), great], 2), Whole::TooLarge);
}

#[test]
fn the_first_rule_of_the_level_counts() {
    let row: Row = serde_json::from_str(r#"{"id": "a", "label": "A", "kind": "count"}"#).unwrap();
    let rollup = RollUp { rules: vec![rule(How::Max, &[], None), rule(How::Min, &[], None)], ..RollUp::default() };
    let how = |id, level| rollup.rule(id, &row, level).how;
    assert_eq!((how("a", "xa"), how("a", "so"), how("b", "xa")), (How::Max, How::Sum, How::Sum));
}

#[test]
fn parts_are_read_as_they_are_shown() {
    for text in ["", "1.234", "0,5", "22/29", "1.000/2.000,5"] {
        assert_eq!(Part::of(&FigureValue::of_text(text)).unwrap().shown(), text);
    }
    assert_eq!(Part::of(&FigureValue::of_text("đang làm")), None);
    let read = |json: &str| serde_json::from_str::<Part>(json).ok();
    assert_eq!(read("75.80"), Some(Part::Number("75.80".parse().unwrap())));
    assert_eq!(read("null"), Some(Part::Absent));
    assert_eq!(read("\"1.5\""), None);
}
