//! The appendices: which forms stand in which, their titles and guide lines.

use std::sync::Arc;

use super::{closing, header};
use crate::diagnostic::Finding;
use crate::document::{Appendix, Block, Inline};
use crate::form;
use crate::msg;
use crate::narrative::{Speaker, text_blocks};
use crate::report::{Input, Orientation, OwnAppendix, Report};
use crate::vietnamese::enumeration::roman;

/// The appendices of the report, or of the template where the report arranges none.
pub(super) fn appendices(
    speaker: &Speaker,
    report: &Report,
    input: &Input,
    findings: &mut Vec<Finding>,
) -> Vec<Appendix> {
    let plans = match &report.appendices {
        Some(own) => own.iter().enumerate().map(|(index, plan)| Plan::own(index, plan, input)).collect(),
        None => template_plans(speaker, findings),
    };
    let numbered = plans.len() > 1;
    plans
        .into_iter()
        .enumerate()
        .map(|(index, plan)| Appendix {
            heading: if numbered { format!("Phụ lục {}", roman(index + 1)) } else { "Phụ lục".to_owned() },
            title: plan.title.to_uppercase(),
            guide: guide(report),
            orientation: plan.orientation,
            blocks: blocks(plan, speaker, findings),
        })
        .collect()
}

/// What an appendix shall hold.
struct Plan {
    title: String,
    forms: Vec<(String, Option<crate::diagnostic::Place>)>,
    form_heading: Option<String>,
    orientation: Orientation,
    text: Option<(String, crate::diagnostic::Place)>,
}

impl Plan {
    fn own(index: usize, plan: &OwnAppendix, input: &Input) -> Self {
        let place = |below: String| input.place(&format!("/appendices/{index}/{below}"));
        let forms = plan.forms.iter().enumerate();
        Self {
            title: plan.title.to_string(),
            forms: forms.map(|(at, id)| (id.clone(), Some(place(format!("forms/{at}"))))).collect(),
            form_heading: plan.form_heading.as_ref().map(ToString::to_string),
            orientation: plan.orientation,
            text: plan.text.as_ref().map(|text| (text.to_string(), place("text".to_owned()))),
        }
    }
}

fn template_plans(speaker: &Speaker, findings: &mut Vec<Finding>) -> Vec<Plan> {
    let set = Arc::clone(speaker.set());
    let mut plans = Vec::new();
    for appendix in &set.form.appendices {
        if let Some(title) = speaker.fill_inside(&set.form_source, &appendix.title, findings) {
            plans.push(Plan {
                title,
                forms: appendix.forms.iter().map(|id| (id.clone(), None)).collect(),
                form_heading: appendix.form_heading.clone(),
                orientation: appendix.orientation,
                text: None,
            });
        }
    }
    plans
}

fn blocks(plan: Plan, speaker: &Speaker, findings: &mut Vec<Finding>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (index, (id, place)) in plan.forms.into_iter().enumerate() {
        let Some(form) = speaker.set().form.form(&id) else {
            let known: Vec<&str> = speaker.set().form.forms.iter().map(|form| form.id.as_str()).collect();
            let list = known.join(", ");
            findings.push(
                Finding::error("mau/bieu-khong-biet", msg!("không có biểu mẫu \"{id}\"", "there is no form \"{id}\""))
                    .at(place)
                    .expected(msg!("một trong: {list}", "one of: {list}")),
            );
            continue;
        };
        if let Some(word) = &plan.form_heading {
            blocks.push(Block::FormHeading { number: format!("{word} {}", index + 1), title: form.title.clone() });
        }
        blocks.push(Block::Table { table: form::table(form, speaker.figures()), end: false });
    }
    if let Some((text, place)) = plan.text {
        blocks.extend(text_blocks(&text, place, findings));
    }
    closing::end(&mut blocks);
    blocks
}

/// `(Kèm theo Báo cáo số 112/BC-UBND ngày 08 tháng 9 năm 2023 của UBND xã ...)`; gaps where number or date are open.
fn guide(report: &Report) -> Vec<Inline> {
    let document = &report.document;
    let gap = "\u{a0}".repeat(6);
    let (day, month, year) = header::date_parts(document);
    let part = |part: Option<String>| part.unwrap_or_else(|| gap.clone());
    let number = header::number(document).unwrap_or_else(|| gap.clone());
    let mut runs = Inline::text(&format!("(Kèm theo {} số ", header::sentence_case(&document.type_name)));
    runs.push(Inline::Keep(format!("{number}/{}", document.code_notation)));
    runs.push(Inline::Text(format!(
        " ngày\u{a0}{}\u{a0}tháng\u{a0}{}\u{a0}năm\u{a0}{} của {})",
        part(day),
        part(month),
        part(year),
        document.organ.short_name
    )));
    runs
}
