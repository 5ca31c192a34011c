//! What holds of any reports.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::common::{figures, named, report, rolled, try_rolled};

/// The figures of a unit: counts, money with decimals, a code; some of them known to be nothing.
fn unit() -> impl Strategy<Value = Value> {
    let money = (0_u64..100_000, 0_u32..3).prop_map(|(value, scale)| {
        let value = rust_decimal::Decimal::new(i64::try_from(value).expect("a small number"), scale);
        serde_json::from_str::<Value>(&value.normalize().to_string()).expect("a number")
    });
    (0_u32..10_000, 0_u32..10_000, prop::option::weighted(0.9, money), 0..2).prop_map(|(a, b, money, code)| {
        json!({ "ho-so.tong": a.max(b), "ho-so.dung-han": a.min(b), "von.giai-ngan": money, "ket-noi": code })
    })
}

fn units() -> impl Strategy<Value = Vec<Value>> {
    prop::collection::vec(unit(), 2..7)
}

fn reports(level: &str, units: &[Value]) -> Vec<String> {
    units.iter().enumerate().map(|(at, figures)| report(level, &format!("UBND xã Số {at}"), figures)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn one_unit_alone_is_the_whole(unit in unit()) {
        let above = rolled("huyen", &[report("xa", "UBND xã Một", &unit)]);
        prop_assert_eq!(figures(&above.text), unit);
    }

    #[test]
    fn the_order_of_the_reports_does_not_matter(units in units(), seed in any::<usize>()) {
        let reports = reports("xa", &units);
        let mut turned = reports.clone();
        turned.rotate_left(seed % reports.len());
        turned.swap(0, seed % reports.len());
        let texts = [&reports, &turned].map(|reports| {
            let above = rolled("huyen", reports);
            let mut above: Value = serde_json::from_str(&above.text).expect("JSON");
            // They came by other names of files.
            above["sources"].as_array_mut().into_iter().flatten().for_each(|source| source["file"] = Value::Null);
            above
        });
        prop_assert_eq!(&texts[0], &texts[1]);
    }

    #[test]
    fn sums_of_sums_are_the_sum_of_all(units in units(), cut in any::<prop::sample::Index>()) {
        let reports = reports("xa", &units);
        let (one, other) = reports.split_at(1 + cut.index(reports.len() - 1));
        let district = |units: &[String], name: &str| named(&rolled("huyen", units).text, name);
        let districts = [district(one, "UBND huyện Kim Lan"), district(other, "UBND huyện Kim Ma")];
        let (by_districts, at_once) = (rolled("tinh", &districts), rolled("tinh", &reports));
        prop_assert_eq!(figures(&by_districts.text), figures(&at_once.text));
    }

    #[test]
    fn whatever_stands_in_a_report_nothing_breaks(value in any::<f64>(), text in ".{0,20}") {
        let values = [json!(value), json!(text), Value::Null, json!(-5), json!("22/29")];
        for value in values {
            let strange =
                json!({ "ho-so.tong": value, "ho-so.dung-han": value, "ket-noi": value, "von.giai-ngan": value });
            let usual = json!({ "ho-so.tong": 5, "ho-so.dung-han": 4, "ket-noi": 1, "von.giai-ngan": 2.5 });
            let reports = [report("xa", "UBND xã Lạ", &strange), report("xa", "UBND xã Thường", &usual)];
            let (above, findings) = try_rolled("huyen", &reports);
            prop_assert!(above.is_some() || !findings.is_empty());
        }
    }
}
