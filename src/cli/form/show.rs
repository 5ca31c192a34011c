//! `baocao form show`

use baocao_core::diagnostic::Finding;
use baocao_core::form::Placed;
use baocao_core::markdown::plain_label;
use baocao_core::template::TemplateSet;
use baocao_core::{kinds, msg};

use super::{said, sets, told};
use crate::cli::args::FormShowArgs;
use crate::cli::columns::{columns, fields};
use crate::cli::{Console, Outcome, outcome, output, render};

pub(super) fn run(args: &FormShowArgs, console: &Console) -> Result<Outcome, Finding> {
    let templates = render::templates(args.templates.as_deref())?;
    let mut findings = Vec::new();
    let sets = sets(&templates, &mut findings);
    let id = args.id.as_str();
    let text = match indicator(id, &sets, console) {
        Some(text) => text,
        None => {
            let name = templates.newest(id);
            match sets.iter().find(|set| name == Some(set.name.as_str())) {
                Some(set) => whole(set, console),
                // A set that cannot be read is known, and what is wrong with it is told.
                None if name.is_some() => String::new(),
                None => return Err(unknown(id, &sets)),
            }
        }
    };
    output::print_text(&text)?;
    console.show(&findings);
    Ok(outcome(&findings))
}

fn unknown(id: &str, sets: &[TemplateSet]) -> Finding {
    let names = sets.iter().map(|set| set.name.as_str());
    let mut known: Vec<&str> =
        sets.iter().flat_map(|set| set.form.indicators()).map(|(id, _)| id).chain(names).collect();
    known.sort_unstable();
    known.dedup();
    let finding = kinds::templates::UNKNOWN_SET
        .finding(msg!("không có chỉ tiêu hoặc bộ mẫu \"{id}\"", "there is no indicator or template set \"{id}\""));
    match baocao_core::diagnostic::nearest(id, known.into_iter()) {
        Some(near) => finding.meant(id, near),
        None => finding.hint(msg!(
            "`baocao form list` liệt kê các bộ mẫu, `baocao form show BỘ_MẪU` liệt kê các chỉ tiêu",
            "`baocao form list` lists the sets, `baocao form show SET` their indicators"
        )),
    }
}

/// Where an indicator is printed, set by set.
fn indicator(id: &str, sets: &[TemplateSet], console: &Console) -> Option<String> {
    let found: Vec<(&TemplateSet, Placed<'_>)> =
        sets.iter().filter_map(|set| Some((set, set.form.placed().find(|placed| placed.id == id)?))).collect();
    if found.is_empty() {
        return None;
    }
    let parts =
        found.iter().map(|(set, placed)| format!("\n{}\n{}", set.name, fields(&described(set, placed, console), 2)));
    Some(format!("{id}\n{}", parts.collect::<String>()))
}

fn described(set: &TemplateSet, placed: &Placed<'_>, console: &Console) -> Vec<(&'static str, String)> {
    let row = placed.row;
    let name = |vi: &'static str, en: &'static str| said(console, vi, en);
    let codes = row.codes_words();
    let kind = told(console, &row.kind.words());
    let kind = if codes.is_empty() { kind } else { format!("{kind}: {codes}") };
    let yes = |answer: bool| if answer { name("có", "yes").to_owned() } else { String::new() };
    let level = row.level.as_deref().or(set.form.level.as_deref());
    vec![
        (name("biểu", "form"), format!("{}: {}", placed.form.id, placed.form.title)),
        (name("mã in", "printed code"), row.code.clone()),
        (name("mã in khác", "other codes"), row.aliases.join(", ")),
        (name("nhãn", "label"), plain_label(&row.label)),
        (name("đơn vị tính", "unit"), row.unit.clone().unwrap_or_default().replace('\n', "; ")),
        (name("loại", "kind"), kind),
        (name("công thức", "formula"), row.formula_words().map(|words| told(console, &words)).unwrap_or_default()),
        (name("cùng giá trị với", "same as"), row.same_as.clone().unwrap_or_default()),
        (name("cấp", "level"), level.unwrap_or_default().to_owned()),
        (name("kiểu chữ", "style"), told(console, &row.look().words())),
        (name("không bắt buộc", "optional"), yes(row.optional)),
    ]
}

/// All rows of a set, form by form.
fn whole(set: &TemplateSet, console: &Console) -> String {
    let (forms, indicators) = (set.form.forms.len(), set.form.indicators().count());
    let (of_forms, of_indicators) = (said(console, "biểu", "forms"), said(console, "chỉ tiêu", "indicators"));
    let mut text = format!("{}: {forms} {of_forms}, {indicators} {of_indicators}\n{}\n", set.name, set.form.source);
    // Codes and units begin under each other in all forms.
    let rows = set.form.forms.iter().flat_map(|form| &form.rows).map(|row| {
        let id = row.id.clone().unwrap_or_else(|| "-".to_owned());
        vec![row.code.clone(), id, row.unit_words(), plain_label(&row.label)]
    });
    let all = columns(&rows.collect::<Vec<_>>(), 2);
    let mut lines = all.split_inclusive('\n');
    for form in &set.form.forms {
        text.push_str(&format!("\n{}: {}\n", form.id, form.title));
        text.extend(lines.by_ref().take(form.rows.len()));
    }
    text
}
