//! What stands in an appendix: forms, and parts of every kind.

use std::collections::BTreeMap;

use baocao_vietnamese::one_line;

use super::plan::{Part, Plan, said};
use crate::compose::placed::OnPages;
use crate::compose::{Making, charts};
use crate::diagnostic::{Finding, Place};
use crate::document::{Block, Inline, Runs, Style};
use crate::form::{self, Form, FormTable};
use crate::narrative::{section_blocks, text_blocks};
use crate::report::{AppendixPart, GivenText, Orientation};
use crate::{kinds, msg};

/// Tables of forms by their ids.
type FormTables = BTreeMap<String, FormTable>;

/// The tables of an appendix's forms by their ids.
pub(super) fn form_tables(plan: &Plan, making: &Making<'_>, findings: &mut Vec<Finding>) -> FormTables {
    let set = making.speaker.set();
    let listed = plan.forms.iter().map(|(id, place)| (id, place)).filter(|_| !plan.one_table);
    let parts = plan.parts.iter().filter_map(|one| Some((one.part.form.as_ref()?, &one.place)));
    let places: BTreeMap<&String, &Place> = parts.chain(listed).collect();
    let (forms, places): (Vec<&Form>, Vec<&Place>) =
        places.into_iter().filter_map(|(id, place)| Some((set.form.form(id)?, place))).unzip();
    let tables = form::tables(&forms, &making.filling(), &pages(plan, making));
    for ((form, place), made) in forms.iter().zip(places).zip(&tables) {
        findings.extend(too_wide(&form.title, made, place));
    }
    forms.into_iter().map(|form| form.id.clone()).zip(tables).collect()
}

/// What is said of a form that no page is wide enough for.
fn too_wide(title: &str, made: &FormTable, place: &Place) -> Option<Finding> {
    let missing = (made.missing_pt? / 72.0 * 25.4).ceil();
    let title = one_line(title);
    Some(
        kinds::tables::TOO_WIDE
            .finding(msg!(
                "biểu mẫu \"{title}\" rộng hơn trang giấy {missing} mm",
                "the form \"{title}\" is {missing} mm wider than the page"
            ))
            .at(place.clone())
            .hint(msg!(
                "rút ngắn mã số dòng, đơn vị tính và số liệu, hoặc in ở trang ngang",
                "shorten the codes of rows, the units and the values, or print it on a page that lies"
            )),
    )
}

fn pages(plan: &Plan, making: &Making<'_>) -> form::Pages {
    let style = Style::of(making.report.style.as_ref());
    let rooms = [Orientation::Portrait, Orientation::Landscape].map(|way| style.room(way));
    form::Pages { rooms, wanted: plan.orientation }
}

/// The forms of an appendix, each with its heading or all in one table, and how their pages lie.
pub(super) fn forms(
    plan: &Plan,
    tables: &FormTables,
    making: &Making<'_>,
    findings: &mut Vec<Finding>,
) -> Vec<(Orientation, Vec<Block>)> {
    let set = making.speaker.set();
    let mut found = Vec::new();
    for (id, place) in &plan.forms {
        match set.form.form(id) {
            Some(form) => found.push(form),
            None => findings.push(unknown_form(id, place.clone(), making)),
        }
    }
    if plan.one_table {
        let made = form::one_table(&plan.title.text, &found, &making.filling(), &pages(plan, making));
        let place = plan.forms.first().map(|(_, place)| place);
        findings.extend(made.as_ref().zip(place).and_then(|(made, place)| too_wide(&plan.title.text, made, place)));
        let sheet = |made: FormTable| (made.orientation, vec![Block::Table { table: made.table, end: false }]);
        return made.map(sheet).into_iter().collect();
    }
    let mut sheets = Vec::new();
    for (index, form) in found.into_iter().enumerate() {
        let mut blocks = Vec::new();
        if let Some(word) = &plan.form_heading {
            let number = format!("{word} {}", index + 1);
            blocks.push(Block::FormHeading { number, title: Inline::text(&form.title).into() });
        }
        let Some(made) = tables.get(&form.id) else { continue };
        blocks.push(Block::Table { table: made.table.clone(), end: false });
        sheets.push((made.orientation, blocks));
    }
    sheets
}

/// The blocks of a part, and the way its page must lie. Its texts are on pages that lie as `orientation` says.
pub(super) fn part_blocks(
    Part { part, place, headings }: &Part,
    orientation: Orientation,
    tables: &FormTables,
    making: &Making<'_>,
    findings: &mut Vec<Finding>,
) -> (Option<Orientation>, Vec<Block>) {
    let said = said(part);
    if said.len() > 1 {
        findings.push(
            kinds::sections::PART_OF_SEVERAL
                .finding(msg!("một phần của phụ lục chỉ in một thứ", "a part of an appendix prints one thing"))
                .at(place.clone())
                .found(said.join(", "))
                .hint(msg!("tách thành nhiều phần", "make it several parts")),
        );
    }
    let placing = OnPages { making, orientation };
    let mut way = None;
    let mut titles: Vec<Runs> = headings.iter().map(Runs::text).collect();
    let blocks = match part {
        AppendixPart { form: Some(id), .. } => match tables.get(id) {
            Some(made) => {
                way = Some(made.orientation);
                vec![Block::Table { table: made.table.clone(), end: false }]
            }
            None => {
                findings.push(unknown_form(id, place.clone(), making));
                Vec::new()
            }
        },
        AppendixPart { table: Some(id), .. } => match making.table(id, place, findings) {
            Some(filled) => {
                way = Some(filled.orientation);
                if titles.is_empty() {
                    titles.extend(filled.title.as_deref().map(|title| Inline::text(title).into()));
                }
                vec![Block::Table { table: filled.table.clone(), end: false }]
            }
            None => Vec::new(),
        },
        AppendixPart { chart: Some(id), .. } => {
            charts::block(id, None, orientation, place, making, findings).into_iter().collect()
        }
        AppendixPart { section: Some(id), .. } => {
            findings.extend(unknown_section(id, place, making));
            section_blocks(id, making.speaker, making.report, making.input, &placing, findings)
        }
        AppendixPart { text: Some(GivenText::Text(text)), .. } => text_blocks(text, place, &placing, findings),
        AppendixPart { .. } => {
            findings.push(
                kinds::sections::PART_EMPTY
                    .finding(msg!(
                        "phần này của phụ lục không nêu in gì",
                        "this part of the appendix does not say what to print"
                    ))
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
    let titles = titles.into_iter().filter(|title| !title.is_empty());
    let headings = titles.map(|title| Block::FormHeading { number: String::new(), title });
    (way, headings.chain(blocks).collect())
}

fn unknown_form(id: &str, place: Place, making: &Making<'_>) -> Finding {
    let known: Vec<&str> = making.speaker.set().form.forms.iter().map(|form| form.id.as_str()).collect();
    let finding =
        kinds::forms::UNKNOWN_FORM.finding(msg!("không có biểu mẫu \"{id}\"", "there is no form \"{id}\"")).at(place);
    finding.one_of(id, &known)
}

/// A section that neither the report nor the template set has a text for. The set's own appendices may name it in vain.
fn unknown_section(id: &str, place: &Place, making: &Making<'_>) -> Option<Finding> {
    let of_set = &making.speaker.set().sections;
    if making.report.sections.contains_key(id) || of_set.contains_key(id) || place.pointer().is_none() {
        return None;
    }
    let known: Vec<&str> = making.report.sections.keys().chain(of_set.keys()).map(String::as_str).collect();
    let finding = kinds::sections::UNKNOWN_SECTION
        .finding(msg!("không có lời văn cho mục \"{id}\"", "there is no text for the section \"{id}\""));
    Some(finding.at(place.clone()).one_of(id, &known))
}
