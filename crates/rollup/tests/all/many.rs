//! Many units: their order, their list, what an earlier roll-up wrote.

use baocao_core::limits::Limits;
use baocao_core::report::ReportFile;
use baocao_rollup::{Above, Order, roll_up};
use serde_json::{Value, json};

use crate::common::{figures, report, rolled, templates};

fn units(count: usize) -> Vec<String> {
    let figures =
        |at: usize| json!({ "ho-so.tong": 100 + at, "ho-so.dung-han": at, "ket-noi": 1, "von.giai-ngan": 1.5 });
    (0..count).map(|at| report("xa", &format!("UBND xã Số {at}"), &figures(at))).collect()
}

#[test]
fn every_unit_has_a_source_and_a_row() {
    let above = rolled("huyen", &units(150));
    let report: Value = serde_json::from_str(&above.text).expect("JSON");
    let wanted = json!({ "ho-so.tong": 26175, "ho-so.dung-han": 11175, "von.giai-ngan": 225, "ket-noi": 1 });
    assert_eq!(report["figures"], wanted);
    assert_eq!((above.units, above.missing), (150, 0));
    let sources = report["sources"].as_array().expect("sources");
    let of = |id: &str| sources.iter().map(|source| source["figures"][id].as_f64().expect("a number")).sum::<f64>();
    assert_eq!((sources.len(), of("ho-so.tong"), of("von.giai-ngan")), (150, 26175.0, 225.0));
    // By the numbers in the names, not by their digits.
    let rows = report["tables"]["tong-hop-don-vi"]["rows"].as_array().expect("rows");
    let names: Vec<&str> = rows.iter().map(|row| row[0].as_str().expect("a name")).collect();
    assert_eq!((names.len(), names[2], names[149]), (150, "UBND xã Số 2", "UBND xã Số 149"));
}

/// Rolls reports up into one that is there.
fn again(above: &str, units: &[String], force: bool) -> Option<String> {
    let files = units.iter().map(|text| (ReportFile::new("xa.json", text.as_bytes()), "xa.json".to_owned()));
    let above = Above::Report(ReportFile::new("huyen.json", above.as_bytes()));
    let order = Order { units: files.collect(), own: None, above, list: None, force, appendix: true };
    roll_up(order, &templates(), &Limits::default(), &mut Vec::new()).map(|above| above.text)
}

#[test]
fn what_an_earlier_roll_up_wrote_is_replaced_and_what_a_person_wrote_is_not() {
    let (some, all) = (units(3), units(5));
    let first = rolled("huyen", &some).text;
    let first = again(&first, &some, false).expect("the same report");
    assert_eq!(again(&first, &some, false).as_ref(), Some(&first));
    let second = again(&first, &all, false).expect("more units");
    assert_eq!(figures(&second), figures(&rolled("huyen", &all).text));
    let changed = second.replacen("\"ho-so.tong\": 510", "\"ho-so.tong\": 511", 1);
    assert_ne!(changed, second);
    assert_eq!(again(&changed, &all, false), None);
    assert_eq!(again(&changed, &all, true), Some(second));
}
