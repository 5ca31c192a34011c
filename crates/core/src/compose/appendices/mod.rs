//! The appendices: what stands in which, their titles and guide lines.

mod number;
mod parts;
mod plan;

use std::collections::{BTreeMap, BTreeSet};

use baocao_vietnamese::{one_line, sentence_case};

use super::placed::{OnPages, tell_unplaced};
use super::{Making, box14, closing, header};
use crate::diagnostic::Finding;
use crate::document::shifted::said;
use crate::document::{Appendix, Block, Runs, Sheet};
use crate::narrative::{annexed_blocks, leads_nowhere, text_blocks};
use crate::report::{AppendixEntry, AppendixPart, Orientation, OwnAppendix, Report};
use crate::template::TemplateSet;
use crate::{kinds, msg};
use number::{number, numbering};
use parts::{form_tables, forms, part_blocks};
use plan::{Part, Plan, plans};

/// The appendices of the report, or of the template where the report arranges none.
pub(super) fn appendices(making: &Making<'_>, findings: &mut Vec<Finding>) -> Vec<Appendix> {
    let plans = plans(making, findings);
    let parts = || plans.iter().flat_map(|plan| &plan.parts).map(|one| &one.part);
    let charts: BTreeSet<String> = parts().filter_map(|part| part.chart.clone()).collect();
    let tables: BTreeSet<String> = parts().filter_map(|part| part.table.clone()).collect();
    let numbering = numbering(making, findings);
    let filled: Vec<(&Plan, Vec<Sheet>)> =
        plans.iter().filter_map(|plan| Some((plan, sheets(plan, making, findings)?))).collect();
    let counted = |plan: &Plan| !plan.bare && plan.document.is_none();
    let numbered = filled.iter().filter(|(plan, _)| counted(plan)).count() > 1 || numbering.is_some();
    let mut numbers = (0..).map(|index| number(numbering.unwrap_or_default(), index));
    let made = filled
        .into_iter()
        .map(|(plan, sheets)| {
            let heading = match &plan.document {
                Some((_, document)) => Some(document.type_name.to_uppercase()),
                None if plan.bare => None,
                None if numbered => numbers.next().map(|number| format!("Phụ lục {number}")),
                None => Some("Phụ lục".to_owned()),
            };
            let title = said(&one_line(&plan.title.text)).into_owned();
            Appendix {
                name: match (&heading, &plan.document) {
                    (Some(heading), None) => format!("{heading}: {title}"),
                    (Some(heading), Some(_)) => format!("{}: {title}", sentence_case(heading)),
                    (None, _) => title,
                },
                signing_line: box14::of_appendix(&making.report.document),
                head: plan.document.as_ref().map(|_| header::annexed(&making.report.document.organ)),
                heading,
                title: match &plan.document {
                    Some(_) => Runs::lines(&plan.title),
                    None => Runs::lines(&plan.title.to_uppercase()),
                },
                under_title: plan.under_title.as_ref().map(Runs::lines),
                guide: header::named(plan.guide.words(), making.report, making.stamped),
                sheets,
            }
        })
        .collect();
    tell_unplaced(charts, tables, making, findings);
    made
}

/// The tables that appendices of the report or of its set have as parts, by their ids, and how their pages lie where the appendix or the
/// part says it.
pub(super) fn directions<'a>(report: &'a Report, set: &'a TemplateSet) -> BTreeMap<&'a str, Option<Orientation>> {
    let plans: Vec<&OwnAppendix> = match &report.appendices {
        None => set.form.appendices.iter().collect(),
        Some(entries) => entries
            .iter()
            .flat_map(|entry| match entry {
                AppendixEntry::Own(own) => std::slice::from_ref(own),
                AppendixEntry::Template(_) => &set.form.appendices,
            })
            .collect(),
    };
    let parts = plans.into_iter().flat_map(|plan| plan.parts.iter().map(move |part| (plan, part)));
    let said = parts.filter_map(|(plan, part)| Some((part.table.as_deref()?, part.orientation.or(plan.orientation))));
    said.collect()
}

/// The parts of an appendix on sheets: a new one begins where the direction of the paper changes. Nothing where all that it
/// should hold was left out.
fn sheets(plan: &Plan, making: &Making<'_>, findings: &mut Vec<Finding>) -> Option<Vec<Sheet>> {
    let way = plan.orientation.unwrap_or_default();
    let mut sheets = Vec::new();
    let is_left_out = |part: &AppendixPart| making.is_left_out(part.table.as_deref(), part.chart.as_deref());
    if let Some((index, document)) = &plan.document {
        let (placing, of) = (OnPages { making, orientation: way }, (making.speaker, making.report, making.input));
        put(&mut sheets, way, annexed_blocks(document, *index, of, &placing, findings));
    }
    let tables = form_tables(plan, making, findings);
    for (way, blocks) in forms(plan, &tables, making, findings) {
        put(&mut sheets, way, blocks);
    }
    for one in &plan.parts {
        let Part { part, place, .. } = one;
        let (own_way, blocks) = part_blocks(one, part.orientation.unwrap_or(way), &tables, making, findings);
        if blocks.is_empty() && is_left_out(part) {
            findings.extend(sheets.last().and_then(|sheet: &Sheet| leads_nowhere(&sheet.blocks, place)));
        }
        put(&mut sheets, part.orientation.or(own_way).unwrap_or(way), blocks);
    }
    if let Some((text, place)) = &plan.text {
        put(&mut sheets, way, text_blocks(text, place, &OnPages { making, orientation: way }, findings));
    }
    if sheets.is_empty() {
        if let Some(Part { place, .. }) = plan.parts.iter().find(|one| is_left_out(&one.part)) {
            let title = said(&one_line(&plan.title.text)).into_owned();
            findings.push(
                kinds::data_files::LEFT_OUT
                    .finding(msg!(
                        "bỏ phụ lục \"{title}\": không có gì để in",
                        "the appendix \"{title}\" is left out: there is nothing to print"
                    ))
                    .at(place.clone()),
            );
            return None;
        }
        sheets.push(Sheet { orientation: way, blocks: Vec::new() });
    }
    if let Some(last) = sheets.last_mut() {
        closing::end(&mut last.blocks);
    }
    Some(sheets)
}

fn put(sheets: &mut Vec<Sheet>, orientation: Orientation, blocks: Vec<Block>) {
    if blocks.is_empty() {
        return;
    }
    match sheets.last_mut() {
        Some(sheet) if sheet.orientation == orientation => sheet.blocks.extend(blocks),
        _ => sheets.push(Sheet { orientation, blocks }),
    }
}
