//! Reports that are unfinished: all that can be read is reviewed.

use baocao_check::Settings;
use baocao_core::report::ReportFile;
use serde_json::{Value, json};

use crate::sample::{DESK, merge, sample_of};

/// The ids that are told of the sample of a set with a patch, each with its place; the fields that are null in the patch are
/// left out.
fn told(set: &str, patch: &Value, without: &[&str]) -> Vec<String> {
    let mut report = sample_of(set);
    merge(&mut report, patch.clone());
    for pointer in without {
        let (above, name) = pointer.rsplit_once('/').unwrap();
        report.pointer_mut(above).unwrap().as_object_mut().unwrap().remove(name);
    }
    let outcome = DESK.review(ReportFile::new("report.json", report.to_string()), &Settings::default());
    assert!(outcome.value.is_none(), "no document");
    let shown = |finding: &baocao_core::diagnostic::Finding| {
        let pointer = finding.place.as_ref().and_then(|place| place.pointer()).unwrap_or("-");
        format!("{} {pointer}", finding.id)
    };
    outcome.review.findings.iter().map(shown).collect()
}

const SLIP: &str = "Xã tiếp tục thực hiên kế hoạch.";

#[test]
fn one_error_of_input_silences_nothing_else() {
    let text = json!({ "sections": { "chi-dao.tuyen-truyen": SLIP } });
    let with = |more: Value| {
        let mut patch = text.clone();
        merge(&mut patch, more);
        patch
    };
    let slip = "van-ban/tu-hay-sai /sections/chi-dao.tuyen-truyen";
    let unfinished = "dau-vao/chua-xong -";
    for (patch, without, error) in [
        (text.clone(), &["/document/signers"][..], "dau-vao/thieu-truong /document"),
        (text.clone(), &["/document/organ/organ_name"], "dau-vao/thieu-truong /document/organ"),
        (with(json!({ "period": { "quarter": null, "month": 9 } })), &[], "ky-bao-cao/thieu-so /period"),
        (
            with(json!({ "figures": { "chi-dao.so-van-ban": ["5"] } })),
            &[],
            "dau-vao/sai-kieu /figures/chi-dao.so-van-ban",
        ),
        (
            with(json!({ "document": { "recipients": ["Như trên", 5] } })),
            &[],
            "dau-vao/sai-kieu /document/recipients/1",
        ),
        (with(json!({ "tables": { "x": { "colums": [] } } })), &[], "dau-vao/truong-khong-biet /tables/x/colums"),
        (with(json!({ "numbering": "roman" })), &[], "dau-vao/sai-kieu /numbering"),
    ] {
        let told = told("cchc/xa-2025", &patch, without);
        for wanted in [slip, unfinished, error] {
            assert!(told.iter().any(|one| one == wanted), "{error}: {wanted} in {told:?}");
        }
        let of_rules = told.iter().filter(|one| !one.starts_with("dau-vao/") && !one.starts_with("ky-bao-cao/"));
        assert_eq!(of_rules.collect::<Vec<_>>(), [slip], "{error}");
    }
}

/// Nothing is said of what stands in for what is missing.
#[test]
fn what_is_missing_is_told_once() {
    let told = told("chung/cong-van", &json!({}), &["/document/signers", "/document/recipients", "/document/to"]);
    let mut missing = told.iter().filter(|one| one.starts_with("dau-vao/thieu-truong")).count();
    assert_eq!(missing, 3, "{told:?}");
    missing += told.iter().filter(|one| *one == "dau-vao/chua-xong -").count();
    assert_eq!(missing, told.len(), "{told:?}");
}

#[test]
fn of_what_is_no_report_nothing_is_reviewed() {
    for text in ["[]", "{}", r#"{ "template": 5 }"#, r#"{ "template": "cchc/xa-2025" "#] {
        let outcome = DESK.review(ReportFile::new("report.json", text), &Settings::default());
        let ids: Vec<&str> = outcome.review.findings.iter().map(|finding| finding.id.as_str()).collect();
        assert!(!ids.is_empty() && !ids.contains(&"dau-vao/chua-xong"), "{text}: {ids:?}");
        assert!(!outcome.review.not_evaluated.is_empty());
    }
}
