//! Many units: their order, their list, what an earlier roll-up wrote.

use baocao_core::diagnostic::Finding;
use baocao_core::limits::Limits;
use baocao_core::report::ReportFile;
use baocao_import::units::Register;
use baocao_rollup::{Above, Order, RolledUp, roll_up};
use serde_json::{Value, json};

use crate::common::{figures, named, report, rolled, templates};

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

/// The communes of a province, the last two apart, are rolled up into its report.
#[test]
fn the_communes_of_a_province_are_known() {
    let register = Register::built_in();
    let province = register.units().iter().find(|unit| unit.is_province()).expect("a province");
    let communes: Vec<&str> = register.communes(&province.code).map(|unit| &*unit.name).collect();
    let (there, missing) = communes.split_at(communes.len() - 2);
    let now = |text: String| text.replace("\"year\":2024", "\"year\":2026").replace("\"2024-", "\"2026-");
    let values = json!({ "ho-so.tong": 10, "ho-so.dung-han": 9, "ket-noi": 1, "von.giai-ngan": 0 });
    // By their codes in the register, whatever the order of the files.
    let units: Vec<String> =
        there.iter().rev().map(|name| now(report("xa", &format!("UBND {}", name.to_lowercase()), &values))).collect();
    let above = now(named(&report("tinh", "UBND", &json!({})), &format!("UBND {}", province.name)));
    let roll = |units: &[String]| -> (Option<RolledUp>, Vec<Finding>) {
        let files = units.iter().map(|text| (ReportFile::new("xa.json", text.as_bytes()), "xa.json".to_owned()));
        let above = Above::Report(ReportFile::new("tinh.json", above.as_bytes()));
        let order = Order { units: files.collect(), own: None, above, list: None, force: false, appendix: true };
        let mut findings = Vec::new();
        (roll_up(order, &templates(), &Limits::default(), &mut findings), findings)
    };
    let (whole, findings) = roll(&units);
    let told = findings.iter().find(|finding| finding.id.as_str() == "don-vi/thieu").expect("units are missing");
    assert_eq!(told.expected.as_ref().map(|names| names.vi.as_str()), Some(missing.join("; ").as_str()));
    let whole = whole.expect("a report");
    assert_eq!((whole.units, whole.missing), (there.len(), 2));
    let table: Value = serde_json::from_str(&whole.text).expect("JSON");
    let rows = table["tables"]["tong-hop-don-vi"]["rows"].as_array().expect("rows");
    let names: Vec<&str> = rows.iter().filter_map(|row| row[0].as_str()).collect();
    assert_eq!(names, communes);
    assert_eq!(rows[there.len()], json!({ "group": "Chưa có báo cáo: 2 đơn vị" }));
    // One that lies elsewhere is told, and taken as it is written.
    let stranger = now(report("xa", "UBND xã Không Có Thật", &values));
    let (whole, findings) = roll(&[units, vec![stranger]].concat());
    assert_eq!(whole.map(|whole| whole.units), Some(there.len() + 1));
    assert!(findings.iter().any(|finding| finding.id.as_str() == "don-vi/khong-biet"));
}
