//! What numbers say of each other: one meaning for forms, tables and running text.

use baocao_core::claim::{Claim, Law, Said, Verdict};
use baocao_core::form::Formula;
use rust_decimal::Decimal;

/// A number with the decimals that are written.
fn number(text: &str) -> Decimal {
    text.parse().expect("a number")
}

/// Things that are counted.
fn counted(values: [i64; 2]) -> [Said; 2] {
    values.map(|value| Said::counted(value.into()))
}

/// A percentage, below zero for a fall, as that of two numbers.
fn claim(given: &str, law: impl Fn([Said; 2]) -> Law, of: [i64; 2]) -> Claim {
    Claim::new(Said::percent(number(given)), law(counted(of)))
}

/// Billions as they are written.
fn billions(text: &str) -> Said {
    let billion = Decimal::from(1_000_000_000);
    Said::measured(number(text) * billion, billion)
}

#[test]
fn a_percentage_is_rounded_half_up_or_cut_off() {
    for (given, of, verdict) in [
        ("75.9", [22, 29], Verdict::Holds),
        ("75.86", [22, 29], Verdict::Holds),
        ("76", [22, 29], Verdict::Holds),
        // Zeros at the end say nothing.
        ("76.0", [22, 29], Verdict::Holds),
        ("75.8", [22, 29], Verdict::Truncated),
        ("75", [22, 29], Verdict::Truncated),
        ("75.7", [22, 29], Verdict::Wrong),
        ("13", [1, 8], Verdict::Holds),
        ("12", [1, 8], Verdict::Truncated),
        ("0", [0, 0], Verdict::Undefined),
    ] {
        assert_eq!(claim(given, Law::Ratio, of).verdict(), verdict, "{given} {of:?}");
    }
    let large =
        Claim::new(Said::percent(Decimal::ONE), Law::Ratio([Said::counted(Decimal::MAX), Said::counted(Decimal::ONE)]));
    assert_eq!(large.verdict(), Verdict::Unknown);
}

#[test]
fn rounded_numbers_stand_for_all_that_are_written_so() {
    let sum = |whole: &str, parts: [&str; 2]| Claim::new(billions(whole), Law::Sum(parts.map(billions).to_vec()));
    for (parts, holds) in
        [(["8.2", "4.3"], true), (["8.2", "4.2"], true), (["8.2", "4.1"], false), (["8", "4.3"], false)]
    {
        assert_eq!(sum("12.5", parts).holds(), holds, "{parts:?}");
    }
    assert!(Formula::sum(&[number("8.2"), number("4.2")]).expect("a sum").holds(number("12.5")));
    assert!(!Formula::sum(&[number("8"), number("4")]).expect("a sum").holds(number("13")));
    let ratio = |given: &str| {
        let part = Said::measured(number("4.5"), Decimal::ONE);
        Claim::new(Said::percent(number(given)), Law::Ratio([part, Said::counted(6.into())]))
    };
    assert!(ratio("75").holds() && ratio("74.2").holds() && ratio("75.8").holds());
    assert!(!ratio("74.1").agrees() && !ratio("75.9").agrees());
    assert!(billions("12.6").exceeds(&billions("12.4")) && !billions("12.5").exceeds(&billions("12.4")));
}

#[test]
fn rises_and_falls_know_their_direction() {
    for (given, of, verdict) in [
        ("28.57", [72, 56], Verdict::Holds),
        ("-26.9", [38, 52], Verdict::Holds),
        ("26.9", [38, 52], Verdict::Opposite),
        ("-28.6", [72, 56], Verdict::Opposite),
        ("28.5", [72, 56], Verdict::Truncated),
        ("29", [72, 56], Verdict::Holds),
        ("38.57", [72, 56], Verdict::Wrong),
    ] {
        assert_eq!(claim(given, Law::Growth, of).verdict(), verdict, "{given} {of:?}");
    }
    let change = |given: i64| Claim::new(Said::counted(given.into()), Law::Change(counted([38, 52])));
    assert_eq!(
        [-14, 14, -15].map(|given| change(given).verdict()),
        [Verdict::Holds, Verdict::Opposite, Verdict::Wrong]
    );
}

#[test]
fn what_should_stand_there_is_told_with_its_numbers() {
    for (claim, right) in [
        (claim("76", Law::Ratio, [20, 29]), "69% = 20/29"),
        (claim("38.57", Law::Growth, [72, 56]), "28,57% (72 so với 56)"),
        (claim("26.9", Law::Growth, [38, 52]), "giảm 26,9% (38 so với 52)"),
        (claim("-5", Law::Growth, [72, 56]), "tăng 28,6% (72 so với 56)"),
        (claim("76", Law::Quotient, [1608, 24]), "67 = 1.608/24"),
        (Claim::new(billions("12.5"), Law::Sum(vec![billions("8.2"), billions("3")])), "11,2 = 8,2 + 3"),
        (Claim::new(Said::counted(4.into()), Law::Difference(counted([31, 26]))), "5 = 31 - 26"),
    ] {
        assert_eq!(claim.expected().vi, right);
    }
}

#[test]
fn another_denominator_is_named_where_there_is_one() {
    let wrong = claim("76.3", Law::Ratio, [61, 77]);
    let others = |numbers: &[i64]| wrong.other_wholes(&numbers.iter().map(|number| Decimal::from(*number)).collect());
    assert_eq!(others(&[77, 0, 80, 61, 80]), [Decimal::from(80)]);
    let hint = |numbers: &[i64]| wrong.of_other(&others(numbers)).map(|hint| hint.vi);
    assert_eq!(hint(&[50, 80]).as_deref(), Some("76,3 là 61/80, không phải 61/77"));
    assert_eq!(hint(&[50, 77]), None);
    assert_eq!(claim("76", Law::Ratio, [61, 77]).of_other(&others(&[80])), None);
}

#[test]
fn a_part_is_no_more_than_its_whole_and_a_list_names_so_many() {
    let at_most = |part: Said, whole: Said| Claim::new(part, Law::AtMost(whole));
    let count = |value: i64| Said::counted(value.into());
    for (part, whole, holds) in [(29, 29, true), (28, 29, true), (30, 29, false)] {
        assert_eq!(at_most(count(part), count(whole)).holds(), holds, "{part} of {whole}");
    }
    assert_eq!(at_most(count(30), count(29)).expected().vi, "không quá 29");
    // 4,6 billion may be 4,55, and 4,5 nearly that; 4,7 is no part of it.
    assert!(at_most(billions("4.6"), billions("4.5")).holds());
    assert_eq!(at_most(billions("4.7"), billions("4.5")).verdict(), Verdict::Wrong);
    assert_eq!(at_most(billions("4.7"), billions("4.5")).expected().vi, "không quá 4,5");
    let named = |given: i64| Claim::new(count(given), Law::Count(3));
    assert!(named(3).holds());
    assert_eq!((named(5).verdict(), named(5).expected().vi), (Verdict::Wrong, "3".into()));
}
