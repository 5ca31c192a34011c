//! The figures of a report: read by its forms, and ratios, sums and differences computed where it leaves them out.

use std::collections::{BTreeMap, BTreeSet};

use super::{Figures, FormFile, Formula, Note, Row, Value, read};
use crate::diagnostic::{Finding, meant, nearest};
use crate::report::{FigureValue, Input, OwnAppendix, Report, pointer_part};
use crate::{kinds, msg};

/// Reads the figures of a report by the forms of its template and computes what it leaves out.
pub fn figures(form: &FormFile, report: &Report, input: &Input, findings: &mut Vec<Finding>) -> Figures {
    let rows: BTreeMap<&str, &Row> = form.indicators().collect();
    let mut figures = Figures { known: rows.keys().map(|id| (*id).to_owned()).collect(), ..Figures::default() };
    for (id, figure) in &report.figures {
        let Some(row) = rows.get(id.as_str()) else {
            let near = nearest(id, rows.keys().copied());
            figures.refused.extend(near.filter(|near| !report.figures.contains_key(*near)).map(str::to_owned));
            findings.push(unknown(id, near, &report.template, input));
            continue;
        };
        let value = read::read(row, &figure.value, input.figure_place(id), findings);
        if value.is_none() {
            figures.refused.insert(id.clone());
        }
        figures.values.insert(id.clone(), value.unwrap_or(Value::Absent));
        if let Some(note) = &figure.note {
            let note = Note { text: note.to_string(), rows: figure.note_rows };
            figures.notes.insert(id.clone(), note);
        }
    }
    for form in &form.forms {
        tell_covered_notes(&form.rows, &figures, input, findings);
    }
    share(&rows, report, &mut figures);
    let printed = printed(form, report);
    let mut missing: Vec<&str> = Vec::new();
    for id in in_order(&rows) {
        if settle(id, rows[id], form, report, &mut figures) && printed.contains(id) {
            missing.push(id);
        }
    }
    // In the order of the forms.
    let at = |id: &&str| form.indicators().position(|(own, _)| own == *id);
    missing.sort_by_key(at);
    findings.extend(tell_missing(&missing, &rows, input));
    figures
}

/// What a report leaves out and its forms ask for: one finding, each figure at its own place.
fn tell_missing(missing: &[&str], rows: &BTreeMap<&str, &Row>, input: &Input) -> Option<Finding> {
    let place = |id: &str| input.place(&pointer(id));
    let (first, others) = missing.split_first()?;
    let label = rows.get(first).map(|row| crate::markdown::plain_label(&row.label)).unwrap_or_default();
    let finding = kinds::figures::MISSING
        .finding(match others.len() {
            0 => msg!("thiếu số liệu \"{first}\": {label}", "the figure \"{first}\" is missing: {label}"),
            _ => msg!("thiếu số liệu mà biểu cần", "figures that the forms ask for are missing"),
        })
        .at(place(first))
        .hint(msg!(
            "thêm số liệu, hoặc null nếu biết chắc là không có",
            "add the figure, or null where it is known to be absent"
        ));
    let finding = if others.is_empty() { finding } else { finding.found(*first) };
    Some(others.iter().fold(finding, |finding, id| finding.also(place(id), *id)))
}

/// Tells of figures of indicators that the forms do not have, in a report that could not be read whole.
pub fn tell_unknown<'a>(
    ids: impl Iterator<Item = &'a str>,
    form: &FormFile,
    template: &str,
    input: &Input,
    findings: &mut Vec<Finding>,
) {
    let known: Vec<&str> = form.indicators().map(|(id, _)| id).collect();
    for id in ids.filter(|id| !known.contains(id)) {
        let near = nearest(id, known.iter().copied());
        findings.push(unknown(id, near, template, input));
    }
}

/// Tells of figures written as texts that do not fit their indicators, in a report that could not be read whole.
pub fn tell_unreadable<'a>(
    written: impl Iterator<Item = (&'a str, &'a str)>,
    form: &FormFile,
    input: &Input,
    findings: &mut Vec<Finding>,
) {
    for (id, text) in written {
        if let Some(row) = form.indicator(id) {
            read::read(row, &FigureValue::of_text(text), input.figure_place(id), findings);
        }
    }
}

fn unknown(id: &str, near: Option<&str>, template: &str, input: &Input) -> Finding {
    let finding = kinds::figures::UNKNOWN_INDICATOR
        .finding(msg!(
            "không có chỉ tiêu \"{id}\" trong mẫu {template}",
            "there is no indicator \"{id}\" in {template}"
        ))
        .at(input.key_place(&pointer(id)));
    finding.hint(match near {
        Some(near) => meant(id, near),
        None => msg!(
            "`baocao new {template}` viết ra mọi mã chỉ tiêu",
            "`baocao new {template}` writes out the ids of all indicators"
        ),
    })
}

/// The indicators of the forms that the report prints: nobody misses a figure of the others.
pub fn printed<'a>(form: &'a FormFile, report: &Report) -> BTreeSet<&'a str> {
    let appendices = report.appendices(&form.appendices);
    let forms: Vec<&str> = appendices.into_iter().flat_map(OwnAppendix::forms).collect();
    let printed = form.forms.iter().filter(|form| forms.contains(&form.id.as_str()));
    printed.flat_map(|form| &form.rows).filter_map(|row| row.id.as_deref()).collect()
}

/// Notes that cover more rows than the form has, and notes under those of other rows, which would be lost.
fn tell_covered_notes(rows: &[Row], figures: &Figures, input: &Input, findings: &mut Vec<Finding>) {
    // The indicator whose note covers rows, and the row after the last of them.
    let mut covering: Option<(&str, usize)> = None;
    for (at, row) in rows.iter().enumerate() {
        let Some((id, note)) = row.id.as_deref().and_then(|id| Some((id, figures.note(id)?))) else { continue };
        if let Some((above, _)) = covering.filter(|(_, end)| at < *end) {
            let first = rows.iter().position(|row| row.id.as_deref() == Some(above)).unwrap_or(0);
            let most = at - first;
            findings.push(
                kinds::figures::NOTE_COVERED
                    .finding(msg!(
                        "ghi chú của \"{above}\" che ghi chú này",
                        "the note on \"{above}\" covers this note"
                    ))
                    .at(input.place(&format!("{}/note", pointer(id))))
                    .hint(msg!(
                        "giảm \"note_rows\" của \"{above}\" xuống {most}",
                        "\"note_rows\" of \"{above}\": at most {most}"
                    )),
            );
            continue;
        }
        let left = rows.len() - at;
        if note.rows > left {
            findings.push(
                kinds::figures::NOTE_ROWS
                    .finding(msg!(
                        "ghi chú chiếm quá số dòng còn lại của biểu",
                        "the note covers more rows than the form has left"
                    ))
                    .at(input.place(&format!("{}/note_rows", pointer(id))))
                    .found(note.rows.to_string())
                    .expected(msg!("không quá {left} dòng", "at most {left} rows")),
            );
        }
        covering = Some((id, at + note.rows.min(left)));
    }
}

/// Rows of the same indicator: what one gives the other has.
fn share(rows: &BTreeMap<&str, &Row>, report: &Report, figures: &mut Figures) {
    for (id, row) in rows {
        let Some(other) = &row.same_as else { continue };
        match (figures.get(id).cloned(), figures.get(other).cloned()) {
            (None, Some(theirs)) if !report.figures.contains_key(*id) => {
                figures.values.insert((*id).to_owned(), theirs);
            }
            (Some(mine), None) if !report.figures.contains_key(other) => {
                figures.values.insert(other.clone(), mine);
            }
            _ => {}
        }
    }
}

/// Indicators so that parts come before what is computed from them. The form was checked for circles.
fn in_order<'a>(rows: &BTreeMap<&'a str, &'a Row>) -> Vec<&'a str> {
    fn visit<'a>(id: &'a str, rows: &BTreeMap<&'a str, &'a Row>, order: &mut Vec<&'a str>) {
        if order.contains(&id) {
            return;
        }
        for part in rows.get(id).map(|row| row.parts()).unwrap_or_default() {
            visit(part, rows, order);
        }
        order.push(id);
    }
    let mut order = Vec::with_capacity(rows.len());
    for id in rows.keys() {
        visit(id, rows, &mut order);
    }
    order
}

/// Computes one indicator where the report leaves it out. Whether it is missing.
fn settle(id: &str, row: &Row, form: &FormFile, report: &Report, figures: &mut Figures) -> bool {
    match (figures.get(id), Formula::of(row, figures)) {
        (None, Some(formula)) => {
            figures.values.insert(id.to_owned(), formula.value(form.decimals, form.zero_denominator));
        }
        (None, None) if !row.parts().is_empty() => {
            // A part is absent or a word: there is nothing to compute, and the parts were told of.
            figures.values.insert(id.to_owned(), Value::Absent);
        }
        (None, None) => return !row.optional && !report.figures.contains_key(id) && !figures.refused.contains(id),
        _ => {}
    }
    false
}

/// The JSON pointer of a figure.
fn pointer(id: &str) -> String {
    format!("/figures/{}", pointer_part(id))
}
