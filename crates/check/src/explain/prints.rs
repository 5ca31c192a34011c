//! Where a document prints its figures. The document was composed twice: as it is, and with texts that say where they
//! came from. Both are walked side by side.

use baocao_core::document::{Block, Document, Inline, Table, plain_text};
use baocao_core::form::trace::{self, Spoken, Traced};

use super::runs::{Spot, texts, with_places};
use super::{Printed, Where, grid, sentence};

/// Everything that was traced in `traced`, and `document` with a place before each: its number is the index among what
/// was printed.
pub(super) fn prints(document: &Document, traced: &Document, spoken: &[Spoken]) -> (Vec<Printed>, Document) {
    let mut placed = document.clone();
    let printed = walk(&mut placed, traced, spoken, 0);
    (printed, placed)
}

/// Everything that was traced in `traced`, with a place before each in `document`; the number of the first is `first`.
pub(super) fn walk(document: &mut Document, traced: &Document, spoken: &[Spoken], first: usize) -> Vec<Printed> {
    let mut walk = Walk { spoken, first, printed: Vec::new(), part: String::new(), heading: String::new() };
    walk.blocks(document.body.iter_mut().collect(), traced.body.iter().collect());
    for (mine, theirs) in document.appendices.iter_mut().zip(&traced.appendices) {
        walk.part.clone_from(&mine.heading);
        walk.heading.clear();
        walk.line(&theirs.title, Where::heading);
        // The traced texts are longer: their tables may lie on other paper.
        let blocks = mine.sheets.iter_mut().flat_map(|sheet| &mut sheet.blocks).collect();
        walk.blocks(blocks, theirs.sheets.iter().flat_map(|sheet| &sheet.blocks).collect());
    }
    walk.printed
}

struct Walk<'a> {
    spoken: &'a [Spoken],
    first: usize,
    printed: Vec<Printed>,
    part: String,
    heading: String,
}

impl Walk<'_> {
    fn blocks(&mut self, mine: Vec<&mut Block>, theirs: Vec<&Block>) {
        // A mark that makes another block of a text would put all that follows into the wrong place.
        if mine.len() != theirs.len() {
            return;
        }
        for (mine, theirs) in mine.into_iter().zip(theirs) {
            self.block(mine, theirs);
        }
    }

    fn block(&mut self, mine: &mut Block, theirs: &Block) {
        match (mine, theirs) {
            (Block::Heading { number, text, .. }, Block::Heading { text: traced, .. }) => {
                self.heading = format!("{number} {}", texts(text)[0]).trim().to_owned();
                self.runs(text, traced, &Where::sentence);
            }
            (Block::Paragraph { text }, Block::Paragraph { text: traced })
            | (Block::Item { text, .. }, Block::Item { text: traced, .. })
            | (Block::Ground { text }, Block::Ground { text: traced }) => self.runs(text, traced, &Where::sentence),
            (Block::Caption { .. }, Block::Caption { title: traced }) => self.line(traced, Where::heading),
            (Block::FormHeading { number, title }, Block::FormHeading { title: traced, .. }) => {
                self.heading = [number.as_str(), plain_text(title).as_str()]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(": ");
                self.line(traced, Where::heading);
            }
            (Block::Table { table, .. }, Block::Table { table: traced, .. }) => self.table(table, traced),
            (Block::Chart(chart), Block::Chart(traced)) => {
                for (bar, traced) in chart.bars.iter().zip(&traced.bars) {
                    let first = self.printed.len();
                    let (title, label) = (plain_text(&chart.title), trace::read(&plain_text(&bar.label)).0);
                    for value in &traced.values {
                        self.string(&value.text, |_, _| Where::Bar { chart: title.clone(), label: label.clone() });
                    }
                    if self.printed.len() > first {
                        chart.place.get_or_insert(self.first + first);
                        let place = chart.place;
                        self.printed[first..].iter_mut().for_each(|printed| printed.place = place);
                    }
                }
            }
            _ => {}
        }
    }

    fn table(&mut self, mine: &mut Table, theirs: &Table) {
        if mine.body.len() != theirs.body.len() {
            return;
        }
        let is_traced = |row: usize, cell: usize| {
            let cell = theirs.body.get(row).and_then(|row| row.cells.get(cell));
            cell.is_some_and(|cell| texts(&cell.text).iter().any(|text| !trace::read(text).1.is_empty()))
        };
        for stand in grid::stands(mine, is_traced) {
            let (Some(cell), Some(traced)) = (
                mine.body.get_mut(stand.row).and_then(|row| row.cells.get_mut(stand.cell)),
                theirs.body.get(stand.row).and_then(|row| row.cells.get(stand.cell)),
            ) else {
                continue;
            };
            let summary = mine.summary.clone();
            self.runs(&mut cell.text, &traced.text, &|_, _| Where::Cell {
                table: summary.clone(),
                row: stand.labels.clone(),
                column: stand.headers.clone(),
            });
        }
    }

    /// A text of runs. `place` says where something in it stands.
    fn runs(
        &mut self,
        mine: &mut Vec<Inline>,
        theirs: &[Inline],
        place: &dyn Fn(&str, &std::ops::Range<usize>) -> Where,
    ) {
        let (own, traced) = (texts(mine), texts(theirs));
        let mut spots = Vec::new();
        for (index, (own, traced)) in own.iter().zip(&traced).enumerate() {
            let (plain, found) = trace::read(traced);
            // Where Markdown made something else of the marked text the page is that of the text's beginning.
            let same = plain == *own;
            for one in found {
                let number = self.first + self.printed.len();
                spots.push(Spot { text: index, at: if same { one.range.start } else { 0 }, number });
                self.push(&plain, &one, place(&plain, &one.range), Some(number));
            }
        }
        *mine = with_places(std::mem::take(mine), &spots);
    }

    /// A title: places do not stand in it.
    fn line(&mut self, theirs: &[Inline], place: impl Fn(&str, &std::ops::Range<usize>) -> Where) {
        self.string(&plain_text(theirs), place);
    }

    /// A text that places cannot stand in.
    fn string(&mut self, theirs: &str, place: impl Fn(&str, &std::ops::Range<usize>) -> Where) {
        let (plain, found) = trace::read(theirs);
        for one in found {
            self.push(&plain, &one, place(&plain, &one.range), None);
        }
    }

    fn push(&mut self, plain: &str, traced: &Traced, place: Where, number: Option<usize>) {
        let Some(spoken) = self.spoken.get(traced.source) else { return };
        let text = plain.chars().skip(traced.range.start).take(traced.range.len()).collect();
        self.printed.push(Printed {
            ids: spoken.ids.clone(),
            text,
            helper: spoken.helper,
            section: spoken.section.clone(),
            earlier: spoken.earlier,
            part: self.part.clone(),
            heading: self.heading.clone(),
            at: place,
            place: number,
            page: None,
            source: traced.source,
        });
    }
}

impl Where {
    fn sentence(text: &str, range: &std::ops::Range<usize>) -> Self {
        Self::Sentence { text: sentence::around(text, range) }
    }

    fn heading(text: &str, _: &std::ops::Range<usize>) -> Self {
        Self::Heading { text: text.to_owned() }
    }
}
