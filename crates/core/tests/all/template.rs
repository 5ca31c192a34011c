//! Template sets: those that are built in, the schemas of their reports, what an office begins with.

use baocao_core::template::{TemplateSet, Templates, copy, report_schema, skeleton};
use serde_json::{Value, json};

use crate::common::templates;

#[test]
fn every_built_in_set_loads_without_a_finding() {
    let templates = Templates::built_in();
    let built_in = [
        "cchc/huyen-2020",
        "cchc/huyen-2022",
        "cchc/so-2022",
        "cchc/tinh-2022",
        "cchc/tinh-2025",
        "cchc/xa-2022",
        "cchc/xa-2025",
        "chung/bao-cao",
        "chung/bien-ban",
        "chung/cong-dien",
        "chung/cong-van",
        "chung/giay-gioi-thieu",
        "chung/giay-moi",
        "chung/giay-nghi-phep",
        "chung/ke-hoach",
        "chung/nghi-quyet",
        "chung/quyet-dinh",
        "chung/thong-bao",
        "chung/to-trinh",
        "kntc/so-2025",
        "kntc/xa-2025",
    ];
    assert_eq!(templates.names(), built_in);
    for name in templates.names() {
        let mut findings = Vec::new();
        assert!(templates.load(name, None, &mut findings).is_some(), "{name}: {findings:?}");
        assert!(findings.is_empty(), "{name}: {findings:?}");
    }
}

#[test]
fn built_in_sets_are_clean_and_agree_with_each_other() {
    let templates = Templates::built_in();
    let mut findings = Vec::new();
    let sets: Vec<TemplateSet> =
        templates.names().into_iter().filter_map(|name| templates.load(name, None, &mut findings)).collect();
    assert_eq!(templates.sets_of_files(&mut findings).len(), sets.len());
    for name in templates.names() {
        templates.lint(name, &sets, &mut findings);
    }
    let shared = templates.files_of_families();
    assert_eq!(
        shared,
        [
            "cchc/relations.json",
            "cchc/rollup.json",
            "cchc/wording.json",
            "documents.json",
            "kntc/relations.json",
            "kntc/wording.json",
            "wording.json",
        ]
    );
    for path in shared {
        templates.lint_family(&path, &mut findings);
    }
    assert!(findings.is_empty(), "{findings:#?}");
}

#[test]
fn examples_fit_the_schema_of_their_set() {
    let templates = Templates::built_in();
    for (name, example) in [
        ("cchc/huyen-2020", "huyen-2020"),
        ("cchc/huyen-2022", "huyen-q3-2023"),
        ("cchc/xa-2022", "xa-q3-2023"),
        ("cchc/so-2022", "so-6-thang-2024"),
        ("cchc/xa-2025", "xa-q3-2026"),
        ("cchc/tinh-2022", "tinh-6-thang-2023"),
        ("cchc/tinh-2025", "tinh-q3-2026"),
        ("chung/bao-cao", "bao-cao-kiem-tra"),
        ("chung/bien-ban", "bien-ban"),
        ("chung/cong-dien", "cong-dien"),
        ("chung/cong-van", "cong-van"),
        ("chung/giay-gioi-thieu", "giay-gioi-thieu"),
        ("chung/giay-moi", "giay-moi"),
        ("chung/giay-nghi-phep", "giay-nghi-phep"),
        ("chung/ke-hoach", "ke-hoach"),
        ("chung/nghi-quyet", "nghi-quyet"),
        ("chung/quyet-dinh", "quyet-dinh"),
        ("chung/quyet-dinh", "tiep-cong-dan-quy-che"),
        ("chung/thong-bao", "thong-bao"),
        ("chung/to-trinh", "to-trinh"),
        ("kntc/so-2025", "kntc-so-6-thang-2026"),
        ("kntc/xa-2025", "kntc-xa-6-thang-2026"),
    ] {
        let set = templates.load(name, None, &mut Vec::new()).unwrap();
        let schema: Value = serde_json::from_str(&report_schema(&set)).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let text = baocao_testing::text(&format!("examples/{example}.json"));
        let mut report: Value = serde_json::from_str(&text).unwrap();
        let errors: Vec<String> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{example}: {errors:?}");
        report["figures"]["khong-co"] = json!(1);
        assert!(!validator.is_valid(&report));
    }
}

fn lint(files: Vec<(String, String)>, name: &str) {
    let built_in = Templates::built_in();
    let mut findings = Vec::new();
    let load = |name: &str| built_in.load(name, None, &mut Vec::new());
    let known: Vec<TemplateSet> = built_in.names().into_iter().filter_map(load).collect();
    templates(files).lint(name, &known, &mut findings);
    assert!(findings.is_empty(), "{findings:#?}");
}

#[test]
fn what_an_office_begins_with_is_clean() {
    lint(skeleton("kntc/xa-2026"), "kntc/xa-2026");
    let copied = copy(&Templates::built_in(), "cchc/xa-2025", "cchc/xa-2027");
    assert!(copied[0].1.contains("\"$schema\": \"../../form.schema.json\""), "{}", copied[0].1);
    assert!(copied[0].1.contains("\"source\": \"Chép từ cchc/xa-2025, cần ghi rõ đã sửa gì. "));
    lint(copied, "cchc/xa-2027");
}
