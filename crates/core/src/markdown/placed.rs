//! Charts and tables that a text places: `![](bieu-do:ID)`, `![](bang:ID)`, each a paragraph of its own.

use std::ops::Range;

use super::Piece;
use super::reader::Reader;
use crate::document::{Inline, Runs, Woven, plain_text};
use crate::{kinds, msg};

/// What a text places.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Whether it is a chart or a table.
    pub kind: PlacedKind,
    /// Its id.
    pub id: String,
    /// The title that the text gives it: what stands between the brackets. Left out, its own counts.
    pub title: Option<Runs>,
    /// How it is written.
    pub notation: String,
}

/// A chart or a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlacedKind {
    /// `bieu-do:`
    Chart,
    /// `bang:`
    Table,
}

const CHART: &str = "bieu-do:";
const TABLE: &str = "bang:";

/// What the address of an image names, and its id; nothing where it is a picture.
pub(super) fn scheme(address: &str) -> Option<(PlacedKind, &str)> {
    let chart = address.strip_prefix(CHART).map(|id| (PlacedKind::Chart, id));
    chart.or_else(|| Some((PlacedKind::Table, address.strip_prefix(TABLE)?)))
}

/// What an image stands for; nothing where it is a picture.
pub(super) fn placed(notation: &Woven<'_>, address: &str) -> Option<Placed> {
    let (kind, id) = scheme(address)?;
    let text = &notation.text;
    let title = text.strip_prefix("![").and_then(|rest| rest.rsplit_once("](")).map_or("", |(title, _)| title);
    let start = "![".len() + title.len() - title.trim_start().len();
    let title = super::label_of(&notation.slice(start..start + title.trim().len()));
    let title = Some(title.with(unstyled(&title))).filter(|title| !title.is_empty());
    Some(Placed { kind, id: id.to_owned(), title, notation: text.to_string() })
}

/// What titles are made of: words, and raised and lowered letters.
fn unstyled(inlines: &[Inline]) -> Vec<Inline> {
    let one = |inline: &Inline| match inline {
        Inline::Bold(inner) | Inline::Italic(inner) => unstyled(inner),
        Inline::Super(_) | Inline::Sub(_) => vec![inline.clone()],
        other => Inline::text(&plain_text(std::slice::from_ref(other))),
    };
    inlines.iter().flat_map(one).collect()
}

/// The title and the id of what is placed are no longer together, in bytes.
const LONGEST: usize = 4_000;

/// How long the place of a chart or a table is that a text begins with, in bytes.
pub fn placed_at(text: &str) -> Option<usize> {
    let line = text[..text.floor_char_boundary(LONGEST)].lines().next().filter(|line| line.starts_with("!["))?;
    let address = line.find("](")? + 2;
    let address_and_more = line[address..].trim_start_matches('<');
    let known = [CHART, TABLE].iter().any(|scheme| address_and_more.starts_with(scheme));
    line[address..].find(')').filter(|_| known).map(|end| address + end + 1)
}

impl Reader<'_, '_> {
    /// An image: the place of a chart or a table, or a picture. What is neither is printed as it was typed.
    pub(super) fn image(&mut self, address: &str, range: Range<usize>) {
        let source = self.source;
        self.image_end = range.end;
        let placed = placed(&self.woven.slice(range.clone()), address);
        if placed.is_some() {
            self.placed.push(range.clone());
        }
        let alone = self.inside == 0 && source[self.paragraph.clone()].trim() == &source[range.clone()];
        match placed {
            Some(placed) => {
                if !alone {
                    self.tell_not_alone(&range);
                }
                self.pieces.push(Piece::Placed(placed));
            }
            None if self.picture(&range) => {}
            None => {
                self.unsupported(&self.source[range.clone()]);
                self.text_at(&source[range.clone()], range.start);
            }
        }
    }

    /// A chart or a table inside a line, an item, a cell or a footnote.
    fn tell_not_alone(&mut self, range: &Range<usize>) {
        self.tell(
            &kinds::texts::NOT_ALONE,
            msg!("biểu đồ, bảng phải đứng riêng một đoạn", "a chart or a table must be a paragraph of its own"),
            range.start,
            msg!(
                "để một dòng trống trước và sau nó, không đặt trong gạch đầu dòng, ô hay chú thích",
                "put a blank line before and after it, and not into an item, a cell or a footnote"
            ),
        );
    }

    /// What looks like the placing of a chart or a table and is no Markdown: an id with spaces, a bracket too few.
    pub(super) fn tell_half_placed(&mut self, read: &[Range<usize>]) {
        let source = self.source;
        let starts = [CHART, TABLE].into_iter().flat_map(|scheme| {
            let opening = format!("]({scheme}");
            source.match_indices(&opening).map(|(at, _)| at).collect::<Vec<_>>()
        });
        // They were read in the order in which they stand.
        let is_read = |at: usize| {
            let before = read.partition_point(|range| range.start <= at);
            before.checked_sub(1).and_then(|last| read.get(last)).is_some_and(|range| range.contains(&at))
        };
        for at in starts.filter(|at| !is_read(*at) && !source[..*at].ends_with('\\')) {
            let near = source.floor_char_boundary(at.saturating_sub(LONGEST));
            let start = source[near..at].rfind("![").map_or(at, |start| near + start);
            self.tell(
                &kinds::texts::PLACED_WRONGLY,
                msg!(
                    "chỗ đặt biểu đồ, bảng viết chưa đúng",
                    "this places no chart and no table: it is not written right"
                ),
                start,
                msg!(
                    "viết ![](bieu-do:mã) hoặc ![](bang:mã); mã có dấu cách thì ![](<bang:mã>)",
                    "write ![](bieu-do:ID) or ![](bang:ID); an id with spaces as ![](<bang:ID>)"
                ),
            );
        }
    }
}
