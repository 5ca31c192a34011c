//! The appendices: what stands in which, their titles and guide lines.

use std::collections::BTreeSet;

use super::placed::{OnPages, tell_unplaced};
use super::{Making, charts, closing, header};
use crate::diagnostic::{Finding, Place};
use crate::document::{Appendix, Block, Inline, Sheet};
use crate::form;
use crate::msg;
use crate::narrative::{section_blocks, text_blocks};
use crate::report::{AppendixNumbering, AppendixPart, Numerals, Orientation, OwnAppendix, Report, Text};
use crate::vietnamese::enumeration::roman;

/// The appendices of the report, or of the template where the report arranges none.
pub(super) fn appendices(making: &Making<'_>, findings: &mut Vec<Finding>) -> Vec<Appendix> {
    let plans = match &making.report.appendices {
        Some(own) => own.iter().enumerate().map(|(index, plan)| Plan::own(index, plan, making)).collect(),
        None => template_plans(making, findings),
    };
    let parts = || plans.iter().flat_map(|plan| &plan.parts).map(|(part, _)| part);
    let charts: BTreeSet<String> = parts().filter_map(|part| part.chart.clone()).collect();
    let tables: BTreeSet<String> = parts().filter_map(|part| part.table.clone()).collect();
    let numbering = numbering(making, findings);
    let numbered = plans.len() > 1 || numbering.is_some();
    let number = |index| number(numbering.unwrap_or_default(), index);
    let made = plans
        .into_iter()
        .enumerate()
        .map(|(index, plan)| Appendix {
            heading: if numbered { format!("Phụ lục {}", number(index)) } else { "Phụ lục".to_owned() },
            title: plan.title.to_uppercase(),
            guide: guide(making.report),
            sheets: sheets(plan, making, findings),
        })
        .collect();
    tell_unplaced(charts, tables, making, findings);
    made
}

/// How appendices are numbered where it is said. The decree wants Roman numerals from I; anything else is told of.
fn numbering(making: &Making<'_>, findings: &mut Vec<Finding>) -> Option<AppendixNumbering> {
    let set = making.speaker.set();
    let (numbering, place) = match (making.report.appendix_numbering, set.form.appendix_numbering) {
        (Some(own), _) => (own, making.input.place("/appendix_numbering")),
        (None, Some(of_set)) => (of_set, Place::new(&set.form_source, 0..0)),
        (None, None) => return None,
    };
    if numbering.numerals != Numerals::Roman || numbering.first.unwrap_or(1) != 1 {
        findings.push(
            Finding::warning(
                "the-thuc/so-phu-luc",
                msg!("phụ lục không được đánh số theo quy định", "the appendices are not numbered as the decree says"),
            )
            .at(place)
            .found(format!("Phụ lục {}", number(numbering, 0)))
            .expected(msg!("chữ số La Mã, bắt đầu từ I", "Roman numerals from I"))
            .law("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.1"),
        );
    }
    Some(numbering)
}

fn number(numbering: AppendixNumbering, index: usize) -> String {
    let number = numbering.first.unwrap_or(1) + index;
    match numbering.numerals {
        Numerals::Roman => roman(number),
        Numerals::Arabic => number.to_string(),
    }
}

/// What an appendix shall hold, with the places that say so.
struct Plan {
    title: String,
    forms: Vec<(String, Place)>,
    form_heading: Option<String>,
    one_table: bool,
    orientation: Orientation,
    parts: Vec<(AppendixPart, Place)>,
    text: Option<(String, Place)>,
}

impl Plan {
    fn own(index: usize, plan: &OwnAppendix, making: &Making<'_>) -> Self {
        Self::of(plan, plan.title.to_string(), |below| making.input.place(&format!("/appendices/{index}/{below}")))
    }

    fn of(plan: &OwnAppendix, title: String, place: impl Fn(String) -> Place) -> Self {
        let forms = plan.forms.iter().enumerate();
        let parts = plan.parts.iter().enumerate();
        Self {
            title,
            forms: forms.map(|(at, id)| (id.clone(), place(format!("forms/{at}")))).collect(),
            form_heading: plan.form_heading.as_ref().map(ToString::to_string),
            one_table: plan.one_table,
            orientation: plan.orientation,
            parts: parts
                .map(|(at, part)| match said(part)[..] {
                    [one] => (part.clone(), place(format!("parts/{at}/{one}"))),
                    _ => (part.clone(), place(format!("parts/{at}"))),
                })
                .collect(),
            text: plan.text.as_ref().map(|text| (text.to_string(), place("text".to_owned()))),
        }
    }
}

/// What a part names to be printed.
fn said(part: &AppendixPart) -> Vec<&'static str> {
    let fields = [
        ("form", part.form.is_some()),
        ("table", part.table.is_some()),
        ("chart", part.chart.is_some()),
        ("section", part.section.is_some()),
        ("text", part.text.is_some()),
    ];
    fields.into_iter().filter(|(_, is_said)| *is_said).map(|(name, _)| name).collect()
}

/// The appendices of the template set; their titles and headings are templates.
fn template_plans(making: &Making<'_>, findings: &mut Vec<Finding>) -> Vec<Plan> {
    let source = &making.speaker.set().form_source;
    let mut plans = Vec::new();
    for appendix in &making.speaker.set().form.appendices {
        let Some(title) = making.speaker.fill_inside(source, &appendix.title, findings) else { continue };
        let mut plan = Plan::of(appendix, title, |_| Place::new(source, 0..0));
        for (part, _) in &mut plan.parts {
            let heading = part.heading.take();
            part.heading = heading
                .and_then(|text| making.speaker.fill_inside(source, &text, findings))
                .map(|text| Text::new(&text));
        }
        plans.push(plan);
    }
    plans
}

/// The parts of an appendix on sheets: a new one begins where the direction of the paper changes.
fn sheets(plan: Plan, making: &Making<'_>, findings: &mut Vec<Finding>) -> Vec<Sheet> {
    let way = plan.orientation;
    let mut sheets = Vec::new();
    put(&mut sheets, way, forms(&plan, making, findings));
    for (part, place) in &plan.parts {
        let (own_way, blocks) = part_blocks(part, part.orientation.unwrap_or(way), place, making, findings);
        put(&mut sheets, part.orientation.or(own_way).unwrap_or(way), blocks);
    }
    if let Some((text, place)) = plan.text {
        put(&mut sheets, way, text_blocks(&text, &place, &OnPages { making, orientation: way }, findings));
    }
    if sheets.is_empty() {
        sheets.push(Sheet { orientation: way, blocks: Vec::new() });
    }
    if let Some(last) = sheets.last_mut() {
        closing::end(&mut last.blocks);
    }
    sheets
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

/// The forms of an appendix, each with its heading or all in one table.
fn forms(plan: &Plan, making: &Making<'_>, findings: &mut Vec<Finding>) -> Vec<Block> {
    let set = making.speaker.set();
    let mut found = Vec::new();
    for (id, place) in &plan.forms {
        match set.form.form(id) {
            Some(form) => found.push(form),
            None => findings.push(unknown_form(id, place.clone(), making)),
        }
    }
    if plan.one_table {
        let table = form::one_table(&plan.title, &found, &making.filling());
        return table.map(|table| Block::Table { table, end: false }).into_iter().collect();
    }
    let mut blocks = Vec::new();
    for (index, form) in found.into_iter().enumerate() {
        if let Some(word) = &plan.form_heading {
            blocks.push(Block::FormHeading { number: format!("{word} {}", index + 1), title: form.title.clone() });
        }
        blocks.push(Block::Table { table: form::table(form, &making.filling()), end: false });
    }
    blocks
}

fn unknown_form(id: &str, place: Place, making: &Making<'_>) -> Finding {
    let known: Vec<&str> = making.speaker.set().form.forms.iter().map(|form| form.id.as_str()).collect();
    let list = known.join(", ");
    Finding::error("mau/bieu-khong-biet", msg!("không có biểu mẫu \"{id}\"", "there is no form \"{id}\""))
        .at(place)
        .expected(msg!("một trong: {list}", "one of: {list}"))
}

/// A section that neither the report nor the template set has a text for. The set's own appendices may name it in vain.
fn unknown_section(id: &str, place: &Place, making: &Making<'_>) -> Option<Finding> {
    let of_set = &making.speaker.set().sections;
    if making.report.sections.contains_key(id) || of_set.contains_key(id) || place.pointer.is_none() {
        return None;
    }
    let known: Vec<&str> = making.report.sections.keys().chain(of_set.keys()).map(String::as_str).collect();
    let finding = Finding::error(
        "noi-dung/muc-khong-biet",
        msg!("không có lời văn cho mục \"{id}\"", "there is no text for the section \"{id}\""),
    );
    Some(finding.at(place.clone()).one_of(id, &known))
}

/// The blocks of a part, and the way its page must lie. Its texts are on pages that lie as `orientation` says.
fn part_blocks(
    part: &AppendixPart,
    orientation: Orientation,
    place: &Place,
    making: &Making<'_>,
    findings: &mut Vec<Finding>,
) -> (Option<Orientation>, Vec<Block>) {
    let said = said(part);
    if said.len() > 1 {
        findings.push(
            Finding::error(
                "phu-luc/phan-nhieu",
                msg!("một phần của phụ lục chỉ in một thứ", "a part of an appendix prints one thing"),
            )
            .at(place.clone())
            .found(said.join(", "))
            .hint(msg!("tách thành nhiều phần", "make it several parts")),
        );
    }
    let placing = OnPages { making, orientation };
    let mut way = None;
    let mut title = part.heading.as_ref().map(ToString::to_string);
    let blocks = match part {
        AppendixPart { form: Some(id), .. } => match making.speaker.set().form.form(id) {
            Some(form) => vec![Block::Table { table: form::table(form, &making.filling()), end: false }],
            None => {
                findings.push(unknown_form(id, place.clone(), making));
                Vec::new()
            }
        },
        AppendixPart { table: Some(id), .. } => match making.table(id, place, findings) {
            Some(filled) => {
                way = Some(filled.orientation);
                title = title.or_else(|| filled.title.clone());
                vec![Block::Table { table: filled.table.clone(), end: false }]
            }
            None => Vec::new(),
        },
        AppendixPart { chart: Some(id), .. } => charts::block(id, None, place, making, findings).into_iter().collect(),
        AppendixPart { section: Some(id), .. } => {
            findings.extend(unknown_section(id, place, making));
            section_blocks(id, making.speaker, making.report, making.input, &placing, findings)
        }
        AppendixPart { text: Some(text), .. } => text_blocks(text, place, &placing, findings),
        AppendixPart { .. } => {
            findings.push(
                Finding::error(
                    "phu-luc/phan-trong",
                    msg!(
                        "phần này của phụ lục không nêu in gì",
                        "this part of the appendix does not say what to print"
                    ),
                )
                .at(place.clone())
                .expected(msg!(
                    "một trong: form, table, chart, section, text",
                    "one of: form, table, chart, section, text"
                )),
            );
            Vec::new()
        }
    };
    if blocks.is_empty() {
        return (way, blocks);
    }
    let heading = title.map(|title| Block::FormHeading { number: String::new(), title });
    (way, heading.into_iter().chain(blocks).collect())
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
