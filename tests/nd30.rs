//! `docs/nd30.md` names a test for every rule that is measured; each of them must exist, and none may be forgotten.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn the_page_names_every_layout_test_and_no_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut tests = BTreeSet::new();
    for module in ["appendix", "body", "header", "page", "signature"] {
        let code = fs::read_to_string(root.join(format!("tests/layout/{module}.rs"))).unwrap();
        for part in code.split("#[test]\nfn ").skip(1) {
            tests.insert(format!("{module}::{}", part.split('(').next().unwrap()));
        }
    }
    let page = fs::read_to_string(root.join("docs/nd30.md")).unwrap();
    let named: BTreeSet<String> = page
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| {
            tests.iter().any(|test| test.split("::").next() == name.split("::").next()) && name.contains("::")
        })
        .filter(|name| *name != "page::x")
        .map(str::to_owned)
        .collect();
    let unnamed: Vec<&String> = tests.difference(&named).collect();
    let unknown: Vec<&String> = named.difference(&tests).collect();
    assert!(unknown.is_empty(), "docs/nd30.md names tests that do not exist: {unknown:?}");
    assert_eq!(unnamed, ["body::a_table_of_the_narrative_is_a_table"], "tests that docs/nd30.md does not name");
}
