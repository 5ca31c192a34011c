//! `baocao form diff`

use baocao_core::diagnostic::Finding;
use baocao_core::form::{Changed, Comparison, Placed};
use baocao_core::markdown::plain_label;
use baocao_core::template::TemplateSet;

use super::{said, told};
use crate::cli::args::FormDiffArgs;
use crate::cli::columns::columns;
use crate::cli::{Console, Outcome, new, outcome, output, render};

pub(super) fn run(args: &FormDiffArgs, console: &Console) -> Result<Outcome, Finding> {
    let templates = render::templates(args.templates.as_deref())?;
    let mut findings = Vec::new();
    let names = (new::set_name(&templates, &args.before)?, new::set_name(&templates, &args.after)?);
    let sets = (templates.load(names.0, None, &mut findings), templates.load(names.1, None, &mut findings));
    if let (Some(before), Some(after)) = sets {
        output::print_text(&shown(&before, &after, console))?;
    }
    console.show(&findings);
    Ok(outcome(&findings))
}

fn shown(before: &TemplateSet, after: &TemplateSet, console: &Console) -> String {
    let found = before.form.compare(&after.form);
    let mut text = format!("{} -> {}: {}\n", before.name, after.name, counts(&found, console));
    for (sign, heading, rows) in
        [('+', said(console, "Thêm", "Added"), &found.added), ('-', said(console, "Bỏ", "Removed"), &found.removed)]
    {
        if !rows.is_empty() {
            text.push_str(&format!(
                "\n{heading}\n{}",
                columns(&rows.iter().map(|row| line(sign, row)).collect::<Vec<_>>(), 2)
            ));
        }
    }
    if !found.changed.is_empty() {
        text.push_str(&format!("\n{}\n", said(console, "Đổi", "Changed")));
        found.changed.iter().for_each(|changed| text.push_str(&change(changed, console)));
    }
    text
}

fn counts(found: &Comparison<'_>, console: &Console) -> String {
    if found.is_empty() {
        return said(console, "các chỉ tiêu giống nhau", "the same indicators").to_owned();
    }
    let (added, removed, changed) = (found.added.len(), found.removed.len(), found.changed.len());
    match console.lang {
        baocao_core::diagnostic::Lang::Vi => format!("{added} thêm, {removed} bỏ, {changed} đổi"),
        baocao_core::diagnostic::Lang::En => format!("{added} added, {removed} removed, {changed} changed"),
    }
}

fn line(sign: char, placed: &Placed<'_>) -> Vec<String> {
    let place = format!("{sign} {} {}", placed.form.id, placed.row.code);
    vec![place.trim_end().to_owned(), placed.id.to_owned(), plain_label(&placed.row.label)]
}

fn change(changed: &Changed<'_>, console: &Console) -> String {
    let quoted =
        |text: &str| if text.is_empty() { said(console, "(không)", "(none)").to_owned() } else { text.to_owned() };
    let mut text = format!("  ~ {}\n", changed.id);
    for change in &changed.changes {
        let (before, after) = (quoted(&told(console, &change.before)), quoted(&told(console, &change.after)));
        let name = told(console, &change.what);
        // Long texts stand under each other, so that the eye finds where they part.
        if before.chars().count() + after.chars().count() > 70 {
            text.push_str(&format!("      {name}:\n        {before}\n     -> {after}\n"));
        } else {
            text.push_str(&format!("      {name}: {before} -> {after}\n"));
        }
    }
    text
}
