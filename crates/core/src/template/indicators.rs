//! The table of `docs/indicators.md`: which indicator is printed under which code in which set.

use std::fmt::Write;

use baocao_vietnamese::one_line;

use super::TemplateSet;
use crate::form::Placed;
use crate::markdown::plain_label;

const HEAD: &str = "# Indicators\n\n\
    Which indicator is printed under which code in which template set. The id is the same wherever the definition is the\n\
    same; the code is what the column STT of that set prints. Other codes that the row bears in printed forms of that\n\
    version stand in brackets; `+`: the row is there and has no code. Label, unit and form are those of the newest set that\n\
    has the indicator; `baocao form show ID` shows every set's own.\n\n\
    This file is generated; `UPDATE_EXPECT=1 cargo test` writes it anew.\n";

/// The table as Markdown: the families one after the other, in each one part a form.
pub fn indicator_table(sets: &[TemplateSet]) -> String {
    let with_forms: Vec<&TemplateSet> = sets.iter().filter(|set| !set.form.forms.is_empty()).collect();
    let family = |set: &TemplateSet| set.name.rsplit_once('/').map(|(family, _)| family.to_owned());
    let mut text = HEAD.to_owned();
    for sets in with_forms.chunk_by(|a, b| family(a) == family(b)) {
        of_family(sets, &mut text);
    }
    text
}

fn of_family(sets: &[&TemplateSet], text: &mut String) {
    let mut forms: Vec<(&str, &str)> = Vec::new();
    let mut ids: Vec<(&str, Placed<'_>)> = Vec::new();
    let mut newest = sets.to_vec();
    newest.sort_by_key(|set| std::cmp::Reverse(version(&set.name)));
    for placed in newest.iter().flat_map(|set| set.form.placed()) {
        if !ids.iter().any(|(id, _)| *id == placed.id) {
            ids.push((placed.id, placed));
        }
        if !forms.iter().any(|(id, _)| *id == placed.form.id) {
            forms.push((&placed.form.id, &placed.form.title));
        }
    }
    for (form, title) in forms {
        let rows: Vec<&Placed<'_>> = ids.iter().map(|(_, placed)| placed).filter(|of| of.form.id == form).collect();
        if rows.is_empty() {
            continue;
        }
        let names: Vec<&str> = sets.iter().map(|set| set.name.as_str()).collect();
        let _ = write!(text, "\n## {form}\n\n{}\n\n", cell(title));
        let _ = writeln!(text, "| id | label | unit | {} |", names.join(" | "));
        let _ = writeln!(text, "|---|---|---|{}", "---|".repeat(names.len()));
        for first in rows {
            let codes: Vec<String> = sets.iter().map(|set| code(set, first)).collect();
            let (label, unit) = (cell(&plain_label(&first.row.label)), cell(&first.row.unit_words()));
            let _ = writeln!(text, "| `{}` | {label} | {unit} | {} |", first.id, codes.join(" | "));
        }
    }
}

/// The version in `family/level-version`.
fn version(name: &str) -> &str {
    name.rsplit_once('-').map_or("", |(_, version)| version)
}

/// Under which code a set prints an indicator; with the form, where that is another one.
fn code(set: &TemplateSet, first: &Placed<'_>) -> String {
    let Some(placed) = set.form.placed().find(|placed| placed.id == first.id) else { return String::new() };
    let mut text = if placed.form.id == first.form.id { String::new() } else { format!("{} ", placed.form.id) };
    text.push_str(if placed.row.code.is_empty() { "+" } else { &placed.row.code });
    if !placed.row.aliases.is_empty() {
        let _ = write!(text, " ({})", placed.row.aliases.join(", "));
    }
    cell(&text)
}

/// Text on one line, its signs escaped.
fn cell(text: &str) -> String {
    let line = one_line(text);
    line.replace('|', "\\|").replace('*', "\\*").replace('<', "&lt;")
}
