//! What the texts of a document say that they came from is what stands there.

use baocao_check::Settings;
use baocao_check::explain::{Explained, Where};
use baocao_core::document::{Block, Document, Inline, Origin, Runs};
use baocao_core::report::ReportFile;
use baocao_testing::{BASE, text};
use serde_json::{Value as Json, json};

use crate::sample::{DESK, desk, merge, sample_of, small_templates};

/// All texts of a document, footnotes behind the texts that they belong to.
fn texts(document: &Document) -> Vec<&Runs> {
    let mut all = Vec::new();
    let sheets = document.appendices.iter().flat_map(|appendix| &appendix.sheets);
    document.appendices.iter().for_each(|appendix| all.push(&appendix.title));
    for block in document.body.iter().chain(sheets.flat_map(|sheet| &sheet.blocks)) {
        match block {
            Block::Heading { text, .. }
            | Block::Paragraph { text }
            | Block::Item { text, .. }
            | Block::Ground { text }
            | Block::Centred { text }
            | Block::FormHeading { title: text, .. }
            | Block::Caption { title: text } => all.push(text),
            Block::Table { table, .. } => {
                all.extend(table.header.iter().chain(&table.body).flat_map(|row| &row.cells).map(|cell| &cell.text));
            }
            Block::Chart(chart) => all.push(&chart.title),
            Block::Picture(picture) => all.push(&picture.title),
        }
    }
    let mut at = 0;
    while let Some(runs) = all.get(at).copied() {
        notes(runs, &mut all);
        at += 1;
    }
    all
}

fn notes<'d>(runs: &'d [Inline], all: &mut Vec<&'d Runs>) {
    for run in runs {
        match run {
            Inline::Footnote(note) => all.push(note),
            Inline::Bold(inner) | Inline::Italic(inner) => notes(inner, all),
            _ => {}
        }
    }
}

/// How many letters of a document came from figures, from templates word for word, from what templates computed, and from
/// texts of the report. What is said of each is held against what stands there.
fn held(document: &Document, report: &Json) -> [usize; 4] {
    let mut counts = [0; 4];
    let plain = |text: &str| text.replace(['\u{a0}', '\n'], " ").to_lowercase();
    for runs in texts(document) {
        let words: Vec<char> = runs.words().chars().collect();
        let mut end = 0;
        for traced in runs.origins() {
            assert!(traced.letters.start >= end, "{runs:?}");
            end = traced.letters.end;
            // The sign that ends a text takes the place of its punctuation.
            let letters: String = words[traced.letters.start..end.min(words.len())].iter().collect();
            let is_same = |there: &str| letters.ends_with('.') || plain(there) == plain(&letters);
            let kind = match &traced.from {
                Origin::Figure(figure) => {
                    if let Some(place) = figure.call.as_ref().and_then(|call| call.place.as_ref()) {
                        let tag = &place.source.text[place.span().unwrap()];
                        assert!(tag.starts_with("{{") && tag.ends_with("}}"), "{tag}");
                        assert!(figure.ids.iter().all(|id| tag.contains(id.as_str())), "{tag} {figure:?}");
                    }
                    0
                }
                Origin::Template(source, bytes) if bytes.is_empty() => {
                    assert!(source.text[bytes.start..].starts_with("{{"), "{letters:?}");
                    2
                }
                Origin::Template(source, bytes) => {
                    let there = &source.text[bytes.clone()];
                    assert!(is_same(there), "{there:?} {letters:?} {}", source.name);
                    1
                }
                Origin::Typed(slot, bytes) => {
                    let there = report.pointer(slot).and_then(Json::as_str).unwrap_or_else(|| panic!("{slot}"));
                    assert!(is_same(&there[bytes.clone()]), "{slot} {letters:?} {:?}", &there[bytes.clone()]);
                    3
                }
            };
            counts[kind] += letters.chars().count();
        }
    }
    counts
}

#[test]
fn all_that_the_built_in_sets_say_came_from_where_it_says() {
    for set in DESK.templates().names() {
        let sample = sample_of(set);
        let composed = DESK.compose(ReportFile::new("a.json", sample.to_string())).into_result().expect("a document");
        let [figures, words, computed, _] = held(&composed.document, &sample);
        // A set without forms leaves most words to the report.
        let has_forms = !composed.script.set().form.forms.is_empty();
        assert!(!has_forms || figures > 50 && words > 1000 && computed > 10, "{set}: {figures} {words} {computed}");
        // In paragraphs of templates nothing came from nowhere but the sign at the end.
        for block in &composed.document.body {
            let (Block::Paragraph { text } | Block::Item { text, .. }) = block else { continue };
            let known: usize = text.origins().iter().map(|traced| traced.letters.len()).sum();
            let all = text.words().chars().count();
            assert!(all.abs_diff(known) <= 3, "{set}: {} {:?}", text.words(), text.origins());
        }
    }
}

/// The account of the small report with a patch, its results told by a section template.
fn explained(results: &str, patch: Json) -> (Explained, Json) {
    let mut report: Json = serde_json::from_str(&text(BASE)).expect("JSON");
    merge(&mut report, patch);
    let explained = desk(small_templates(results))
        .explain(ReportFile::new("report.json", report.to_string()), &Settings::default());
    (explained.value.expect("an account"), report)
}

/// Where figures are printed: the value, the tag of the template that printed it, and the kind of place.
fn printed(explained: &Explained) -> Vec<(&str, &str, &str)> {
    let printed = explained.printed.iter().flatten();
    let told = printed.map(|one| {
        let kind = match &one.at {
            Where::Sentence { .. } => "sentence",
            Where::Heading { .. } => "title",
            Where::Cell { .. } => "cell",
            Where::Bar { .. } => "bar",
        };
        let tag = one.template.as_ref().map_or("", |place| &place.source.text[place.span().unwrap()]);
        (one.text.as_str(), tag, kind)
    });
    told.collect()
}

#[test]
fn templates_are_followed_through_all_that_they_may_hold() {
    let results = r#"{{!-- lời dặn --}}
Có {{count "ho-so.tiep-nhan"}} đơn, {{ count "ho-so.tiep-nhan" }} hồ sơ; **đạt {{percent "ho-so.ty-le-dung-han"}}**[^1] [xem](http://vi-du.vn).

{{#if (zero "ho-so.tiep-nhan")}}
- Không có.
{{else if (positive "ho-so.dung-han")}}
- Đúng hạn: {{list (phrase "ho-so.dung-han" "đơn") (phrase "ho-so.tiep-nhan" "hồ sơ")}}.
{{else}}
- Chưa có.
{{/if}}
{{#unless (zero "ho-so.tiep-nhan")}}
  {{~#if (equal "ho-so.tiep-nhan" "ho-so.tiep-nhan")}}- Đủ   bốn mươi.{{/if~}}
{{/unless}}

{{count "ho-so.dung-han"}} đơn. Không phải mục.

| Việc | Số {{value "ho-so.dung-han"}} |
|---|---|
| **Đơn** | {{count "ho-so.tiep-nhan"}} \| {{sum "ho-so.tiep-nhan" "ho-so.dung-han"}} |

[^1]: Gồm {{value "ho-so.tiep-nhan"}} của {{organ}}.
"#;
    let (explained, report) = explained(results, json!({}));
    let expected = [
        ("40", r#"{{count "ho-so.tiep-nhan"}}"#, "sentence"),
        ("40", r#"{{ count "ho-so.tiep-nhan" }}"#, "sentence"),
        ("95%", r#"{{percent "ho-so.ty-le-dung-han"}}"#, "sentence"),
        ("40", r#"{{value "ho-so.tiep-nhan"}}"#, "sentence"),
        ("38 đơn", r#"{{list (phrase "ho-so.dung-han" "đơn") (phrase "ho-so.tiep-nhan" "hồ sơ")}}"#, "sentence"),
        ("40 hồ sơ", r#"{{list (phrase "ho-so.dung-han" "đơn") (phrase "ho-so.tiep-nhan" "hồ sơ")}}"#, "sentence"),
        ("38", r#"{{count "ho-so.dung-han"}}"#, "sentence"),
        ("38", r#"{{value "ho-so.dung-han"}}"#, "title"),
        ("40", r#"{{count "ho-so.tiep-nhan"}}"#, "cell"),
        ("78", r#"{{sum "ho-so.tiep-nhan" "ho-so.dung-han"}}"#, "cell"),
    ];
    let printed = printed(&explained);
    assert_eq!(printed.get(..expected.len()), Some(&expected[..]));
    let document = explained.marked.as_ref().expect("a document");
    held(document, &report);
    let said: Vec<String> = texts(document).into_iter().map(Runs::words).collect();
    assert!(said.iter().any(|text| text.starts_with("Đủ bốn mươi.")), "{said:?}");
}

#[test]
fn cells_bars_and_titles_know_their_figures() {
    let columns = json!([{ "title": "Việc", "id": "viec" }, { "title": "Số", "id": "so", "kind": "count" }]);
    let figure = |id: &str| json!({ "figure": id });
    let report = json!({
        "tables": { "rieng": { "title": "Bảng riêng", "columns": columns, "rows": [
            [{ "text": "Hai việc", "rows": 2 }, figure("ho-so.dung-han")],
            [null, { "figure": "ho-so.tiep-nhan", "value": 40 }],
        ], "total": { "label": "Cộng", "cells": { "so": 78 } } } },
        "charts": {
            "tu-bang": { "title": "Từ bảng", "from": { "table": "rieng", "label": "so", "value": "so" } },
            "rieng": { "title": "Riêng", "bars": [
                { "label": "Một", "value": figure("ho-so.dung-han") },
                { "label": "Hai", "value": { "figure": "ho-so.tiep-nhan", "value": 40 } },
                { "label": "Ba", "value": figure("thanh-tra.so-cuoc") },
            ] },
        },
        "appendices": [{ "title": "Bảng riêng", "parts": [{ "table": "rieng" }, { "chart": "tu-bang" }, { "chart": "rieng" }] }],
    });
    let results = "![Tiến độ {{count \"ho-so.tiep-nhan\"}}](bieu-do:rieng)\n\nHết.";
    let (explained, _) = explained(results, report);
    let expected = [
        ("40", "{{count \"ho-so.tiep-nhan\"}}", "title"),
        ("38", "", "bar"),
        ("40", "", "bar"),
        ("không có số liệu", "", "bar"),
        ("38", "", "cell"),
        ("40", "", "cell"),
        ("38", "", "bar"),
        ("40", "", "bar"),
        ("38", "", "bar"),
        ("40", "", "bar"),
        ("không có số liệu", "", "bar"),
    ];
    assert_eq!(printed(&explained), expected);
}

#[test]
fn typed_texts_know_their_bytes() {
    let typed = "Đã có\u{a0}**40  đơn**[^1], \\*xong\\* 1 &amp; 2;\n- a) gồm 38/KH-UBND;\n\n# Riêng\n\n| A | B |\n|---|---|\n\
                 | _x_ \\| y | 7 |\n\n[^1]: Theo  báo cáo.";
    let outline = json!([{ "title": "Phần riêng  một", "text": typed }]);
    let (explained, report) = explained("Hết.", json!({ "outline": outline }));
    let [_, _, _, letters] = held(explained.marked.as_ref().expect("a document"), &report);
    assert!(letters > 80, "{letters}");
}
