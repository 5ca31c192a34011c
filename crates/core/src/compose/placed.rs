//! Charts, tables and pictures that a text places, and those of a report that nothing prints.

use std::collections::BTreeSet;

use super::{Making, charts};
use crate::diagnostic::{Finding, Place};
use crate::document::{self, Block, Inline, Style, Table, plain_text};
use crate::markdown::{Picture, Placed, PlacedKind};
use crate::narrative::Placing;
use crate::report::{Orientation, pointer_part};
use crate::{kinds, msg};

/// A picture takes at most this part of the height of a page; more of one that lies, which is there for what is wide.
const HIGHEST: f64 = 0.5;
const HIGHEST_LYING: f64 = 0.75;

/// Makes what texts place on pages of one direction.
pub(super) struct OnPages<'a> {
    pub(super) making: &'a Making<'a>,
    pub(super) orientation: Orientation,
}

impl Placing for OnPages<'_> {
    fn blocks(&self, placed: &Placed, place: &Place, findings: &mut Vec<Finding>) -> Vec<Block> {
        let place = place.of_words(&placed.notation);
        self.making.placed.borrow_mut().insert((placed.kind, placed.id.clone()));
        match placed.kind {
            PlacedKind::Chart => {
                let title = placed.title.as_ref();
                charts::block(&placed.id, title, self.orientation, &place, self.making, findings).into_iter().collect()
            }
            PlacedKind::Table => self.table(placed, &place, findings),
        }
    }

    fn is_left_out(&self, placed: &Placed) -> bool {
        match placed.kind {
            PlacedKind::Chart => self.making.is_left_out(None, Some(&placed.id)),
            PlacedKind::Table => self.making.is_left_out(Some(&placed.id), None),
        }
    }

    fn picture(&self, picture: Picture, place: &Place, findings: &mut Vec<Finding>) -> Option<Block> {
        if place.pointer().is_none() {
            let place = place.of_words(&picture.notation);
            let told = msg!("bộ mẫu không đặt được ảnh", "a template set can place no picture");
            findings.push(kinds::images::OF_TEMPLATE.finding(told).at(place));
            return None;
        }
        // What cannot be read was told of.
        let file = self.making.pictures.get(&picture.path)?;
        let room = Style::of(self.making.report.style.as_ref()).room(self.orientation);
        let highest = room.height_pt * if self.orientation == Orientation::Landscape { HIGHEST_LYING } else { HIGHEST };
        let (width, height) = file.size_pt;
        let part = f64::min(room.width_pt / width, highest / height).min(1.0);
        Some(Block::Picture(document::Picture {
            title: picture.caption,
            alt: picture.alt,
            image: file.image.clone(),
            width_pt: width * part,
            height_pt: height * part,
            end: false,
            loose: false,
        }))
    }

    fn typed(&self, mut table: Table, place: &Place, findings: &mut Vec<Finding>) -> Block {
        let room = Style::of(self.making.report.style.as_ref()).room(self.orientation);
        let mut cells = table.header.iter().flat_map(|row| &row.cells).map(|cell| plain_text(&cell.text));
        let first = cells.find(|text| !text.is_empty());
        let place = || first.as_ref().map_or_else(|| place.clone(), |text| place.of_words(text));
        if let Err(missing) = table.share_columns(&room) {
            let missing = (missing / 72.0 * 25.4).ceil();
            findings.push(
                kinds::tables::TOO_WIDE
                    .finding(msg!(
                        "bảng gõ trong lời văn rộng hơn trang giấy {missing} mm",
                        "the table in the text is {missing} mm wider than the page"
                    ))
                    .at(place())
                    .hint(msg!(
                        "bớt cột, rút ngắn nội dung, hoặc đưa bảng vào \"tables\" và in ở phụ lục khổ ngang",
                        "take out columns, shorten contents, or put it into \"tables\" and an appendix that lies"
                    )),
            );
        }
        if table.header_is_too_high(&room) {
            findings.push(
                kinds::tables::HEADER_TOO_HIGH
                    .finding(msg!(
                        "đầu bảng cao hơn nửa trang giấy",
                        "the header of the table is higher than half a page"
                    ))
                    .at(place())
                    .hint(msg!(
                        "rút ngắn đầu cột; điều cần giải thích thì viết dưới bảng",
                        "shorten the headers; put what needs explaining under the table"
                    )),
            );
        }
        Block::Table { table, end: false }
    }
}

impl OnPages<'_> {
    fn table(&self, placed: &Placed, place: &Place, findings: &mut Vec<Finding>) -> Vec<Block> {
        let id = &placed.id;
        let Some(filled) = self.making.table(id, place, findings) else {
            // A text of the report that asks for it would be left with a gap. Its own tables were told of.
            let of_set = self.making.table_ids.contains(id) && !self.making.report.tables.contains_key(id);
            if of_set && place.pointer().is_some() {
                findings.push(
                    kinds::tables::NO_ROWS
                        .finding(msg!("bảng \"{id}\" không có dòng nào", "the table \"{id}\" has no rows"))
                        .at(place.clone())
                        .hint(msg!(
                            "thêm \"rows\" của bảng vào \"tables\"",
                            "add the \"rows\" of the table to \"tables\""
                        )),
                );
            }
            return Vec::new();
        };
        let upright = || self.making.uprights.get(id).filter(|_| self.orientation == Orientation::Portrait);
        let filled = upright().unwrap_or(filled);
        if filled.orientation == Orientation::Landscape && self.orientation == Orientation::Portrait {
            findings.push(too_wide(id).at(place.clone()));
            return Vec::new();
        }
        let own = || filled.title.as_deref().map(|title| Inline::text(title).into());
        let caption = placed.title.clone().or_else(own).map(|title| Block::Caption { title });
        caption.into_iter().chain([Block::Table { table: filled.table.clone(), end: false }]).collect()
    }
}

fn too_wide(id: &str) -> Finding {
    kinds::tables::TOO_WIDE_FOR_TEXT
        .finding(msg!("bảng \"{id}\" cần trang nằm ngang", "the table \"{id}\" needs a page that lies"))
        .expected(msg!("bảng vừa chiều rộng trang đứng", "a table that an upright page holds"))
        .hint(msg!(
            "đưa bảng vào một phụ lục hoặc bớt cột; bỏ \"orientation\": \"landscape\" nếu bảng có ghi",
            "put it into an appendix or take columns out; leave \"orientation\": \"landscape\" out where the table says it"
        ))
}

/// Tables and charts of the report that neither an appendix nor a text prints would be lost. `charts` and `tables` are
/// those that appendices name.
pub(super) fn tell_unplaced(
    mut charts: BTreeSet<String>,
    mut tables: BTreeSet<String>,
    making: &Making<'_>,
    findings: &mut Vec<Finding>,
) {
    for (kind, id) in making.placed.borrow().iter().cloned() {
        if kind == PlacedKind::Chart {
            charts.insert(id)
        } else {
            tables.insert(id)
        };
    }
    let drawn = charts.iter().filter_map(|id| making.chart(id)?.from.as_ref());
    tables.extend(drawn.map(|from| from.table.clone()));
    // A misspelt name is one mistake.
    let misspelt = tables.iter().any(|id| !making.table_ids.contains(id));
    for id in making.report.tables.keys().filter(|id| !misspelt && !tables.contains(*id)) {
        findings.push(
            kinds::tables::NOT_PRINTED
                .finding(msg!(
                    "không phụ lục nào, lời văn nào in bảng \"{id}\"",
                    "no appendix and no text prints the table \"{id}\""
                ))
                .at(making.input.key_place(&format!("/tables/{}", pointer_part(id))))
                .hint(msg!(
                    "thêm {{ \"table\": \"{id}\" }} vào \"parts\" của một phụ lục, hoặc ![](bang:{id}) vào lời văn",
                    "add {{ \"table\": \"{id}\" }} to the \"parts\" of an appendix, or ![](bang:{id}) to a text"
                )),
        );
    }
    let misspelt = charts.iter().any(|id| making.chart(id).is_none());
    for id in making.report.charts.keys().filter(|id| !misspelt && !charts.contains(*id)) {
        findings.push(
            kinds::charts::NOT_PRINTED
                .finding(msg!(
                    "không phụ lục nào, lời văn nào in biểu đồ \"{id}\"",
                    "no appendix and no text prints the chart \"{id}\""
                ))
                .at(making.input.key_place(&format!("/charts/{}", pointer_part(id))))
                .hint(msg!(
                    "thêm {{ \"chart\": \"{id}\" }} vào \"parts\" của một phụ lục, hoặc ![](bieu-do:{id}) vào lời văn",
                    "add {{ \"chart\": \"{id}\" }} to the \"parts\" of an appendix, or ![](bieu-do:{id}) to a text"
                )),
        );
    }
}
