//! `docs/nd30.md` names a test for every rule that is measured, and the rules of the checker in the lines of the points
//! that they cite; each of them must exist, and none may be forgotten.

use std::collections::BTreeSet;

use baocao_check::{kind, rules};
use baocao_testing::text;

#[test]
fn the_page_names_every_layout_test_and_no_other() {
    let mut tests = BTreeSet::new();
    for module in ["appendix", "body", "header", "page", "signature"] {
        let code = text(&format!("tests/all/layout/{module}.rs"));
        for part in code.split("#[test]\nfn ").skip(1) {
            tests.insert(format!("{module}::{}", part.split('(').next().unwrap()));
        }
    }
    let page = text("docs/nd30.md");
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

#[test]
fn rules_of_the_checker_stand_in_the_line_of_the_point_that_they_cite() {
    let page = text("docs/nd30.md");
    let mut wrong = String::new();
    for rule in rules() {
        let Some(law) = rule.law.and_then(|law| law.strip_prefix("NĐ 30/2020/NĐ-CP, ")) else { continue };
        let line = format!("| {} |", point(law));
        let id = format!("`{}`", rule.id);
        if !page.lines().any(|row| row.starts_with(&line) && row.contains(&id)) {
            wrong += &format!("{}: not in a line of {}\n", rule.id, point(law));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn ids_named_on_the_page_exist() {
    let page = text("docs/nd30.md");
    for id in page.split('`').skip(1).step_by(2).filter(|id| id.contains('/') && !id.contains(['.', ' '])) {
        assert!(kind(id).is_some(), "docs/nd30.md names {id}, which nothing tells");
    }
}

/// The point of the decree that the page has a line for: `II.7` of Annex I for point `II.7.b`, otherwise the article or the
/// annex.
fn point(law: &str) -> &str {
    let last = law.rsplit(", ").next().expect("a part");
    match last.strip_prefix("mục ") {
        Some(point) if law.starts_with("Phụ lục I,") => {
            point.match_indices('.').nth(1).map_or(point, |(end, _)| &point[..end])
        }
        _ => law.split(", ").next().expect("a part"),
    }
}
