//! What the rules of prose say of sentences, in a report that is otherwise in order.

mod apart;
mod changes;
mod forms;
mod kinds;
mod parts;
mod percentages;

use serde_json::{Value as Json, json};

use crate::sample::{findings, patched};

/// The ids of what is told of a text in running prose, in order; those that compare it with the sample are left out.
fn told(text: &str) -> Vec<&'static str> {
    let mut told = told_with(&json!({}), text);
    told.retain(|id| !id.starts_with("loi-van/khac-bieu") && *id != "loi-van/kieu-phan-tram");
    told
}

/// The ids of all that is told of a text in running prose, in a report with these figures among its own.
fn told_with(figures: &Json, text: &str) -> Vec<&'static str> {
    let report = patched("cchc/xa-2022", json!({ "figures": figures, "sections": { "danh-gia.uu-diem": text } }));
    let ids = findings(&report).into_iter().map(|finding| finding.id.as_str());
    ids.filter(|id| id.starts_with("loi-van/")).collect()
}

/// Each of these texts is told of under its id alone.
fn wrong(texts: &[(&str, &str)]) {
    each(texts.iter().map(|(text, id)| (*text, vec![*id])), told);
}

/// Nothing is told of these texts.
fn right(texts: &[&str]) {
    each(texts.iter().map(|text| (*text, Vec::new())), told);
}

/// What is told of each text is what is expected; all that are otherwise are shown.
fn each<'t>(texts: impl Iterator<Item = (&'t str, Vec<&'t str>)>, told: impl Fn(&str) -> Vec<&'static str>) {
    let otherwise = |(text, expected): (&str, Vec<&str>)| {
        let told = told(text);
        (told != expected).then(|| format!("{text}: {told:?}\n"))
    };
    let otherwise: String = texts.filter_map(otherwise).collect();
    assert!(otherwise.is_empty(), "{otherwise}");
}
