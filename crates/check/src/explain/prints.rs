//! Where a document prints its figures, and the typed texts that name them: its texts say what they came from.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use baocao_core::document::{Block, Chart, Document, Figure, Inline, Origin, Runs, Table};

use super::{Mention, Printed, Where, grid, sentence};

/// Everything that a document prints of figures, and the document with numbered places where these stand, and where the
/// mentions do, which are told.
pub(super) fn prints(document: &Document, mentions: &mut [Mention]) -> (Vec<Printed>, Document) {
    let mut placed = document.clone();
    let mut open: HashMap<String, BTreeMap<usize, Vec<usize>>> = HashMap::new();
    for (index, mention) in mentions.iter().enumerate() {
        open.entry(mention.slot.clone()).or_default().entry(mention.start).or_default().push(index);
    }
    let (part, heading) = (String::new(), String::new());
    let mut walk = Walk { open, mentions, printed: Vec::new(), places: 0, part, heading };
    walk.blocks(&mut placed.body);
    for appendix in &mut placed.appendices {
        walk.part.clone_from(appendix.heading.as_ref().unwrap_or(&appendix.name));
        walk.heading.clear();
        walk.title(&mut appendix.title);
        appendix.under_title.iter_mut().for_each(|title| walk.title(title));
        appendix.sheets.iter_mut().for_each(|sheet| walk.blocks(&mut sheet.blocks));
    }
    (walk.printed, placed)
}

struct Walk<'m> {
    mentions: &'m mut [Mention],
    /// The mentions whose places were not found yet, by their slot and the byte of its text.
    open: HashMap<String, BTreeMap<usize, Vec<usize>>>,
    printed: Vec<Printed>,
    /// How many places there are.
    places: usize,
    part: String,
    heading: String,
}

/// What says where letters of a text stand.
type Stands<'w> = &'w dyn Fn(&str, &Range<usize>) -> Where;

impl Walk<'_> {
    fn blocks(&mut self, blocks: &mut [Block]) {
        blocks.iter_mut().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &mut Block) {
        match block {
            Block::Heading { number, text, .. } => {
                self.heading = format!("{number} {}", text.words()).trim().to_owned();
                self.runs(text, &Where::sentence);
            }
            Block::Paragraph { text } | Block::Item { text, .. } | Block::Ground { text } | Block::Centred { text } => {
                self.runs(text, &Where::sentence);
            }
            Block::Caption { title } => self.title(title),
            Block::FormHeading { number, title } => {
                let parts = [number.clone(), title.words()].into_iter().filter(|part| !part.is_empty());
                self.heading = parts.collect::<Vec<_>>().join(": ");
                self.title(title);
            }
            Block::Table { table, .. } => self.table(table),
            Block::Chart(chart) => self.chart(chart),
            Block::Picture(picture) => self.title(&mut picture.title),
        }
    }

    fn table(&mut self, table: &mut Table) {
        table
            .header
            .iter_mut()
            .flat_map(|row| &mut row.cells)
            .for_each(|cell| self.runs(&mut cell.text, &Where::title));
        let is_known = |row: usize, cell: usize| {
            let text = table.body.get(row).and_then(|row| row.cells.get(cell)).map(|cell| &cell.text);
            text.is_some_and(|text| {
                !text.origins().is_empty() || text.iter().any(|run| matches!(run, Inline::Footnote(_)))
            })
        };
        for stand in grid::stands(table, is_known) {
            let cell = table.body.get_mut(stand.row).and_then(|row| row.cells.get_mut(stand.cell));
            let stands = |_: &str, _: &Range<usize>| Where::Cell {
                table: table.summary.clone(),
                row: stand.labels.clone(),
                column: stand.headers.clone(),
            };
            if let Some(cell) = cell {
                self.runs(&mut cell.text, &stands);
            }
        }
    }

    /// All figures of a chart have one place.
    fn chart(&mut self, chart: &mut Chart) {
        let (place, before) = (self.places, self.printed.len());
        self.figures(&chart.title, place, &Where::title);
        let title = chart.title.words();
        for bar in &chart.bars {
            for value in &bar.values {
                if let Some(figure) = &value.from {
                    let stands = Where::Bar { chart: title.clone(), label: bar.label.words() };
                    self.push(figure, value.text.clone(), stands, place);
                }
            }
        }
        if self.printed.len() > before {
            chart.place = Some(place);
            self.places += 1;
        }
    }

    /// A title: what stands in it would be told apart from the word before it, so that its place is at its end.
    fn title(&mut self, runs: &mut Runs) {
        let (place, before) = (self.places, self.printed.len());
        self.figures(runs, place, &Where::title);
        if self.printed.len() > before {
            runs.push(Inline::Place(place));
            self.places += 1;
        }
    }

    /// The figures of a text, all at one place.
    fn figures(&mut self, runs: &Runs, place: usize, stands: Stands<'_>) {
        let words = runs.words();
        for traced in runs.origins() {
            if let Origin::Figure(figure) = &traced.from {
                self.push(figure, letters(&words, &traced.letters), stands(&words, &traced.letters), place);
            }
        }
    }

    /// A text, and then its footnotes: each figure and each mention has a place of its own.
    fn runs(&mut self, runs: &mut Runs, stands: Stands<'_>) {
        let words = runs.words();
        let mut spots = Vec::new();
        for traced in runs.origins() {
            match &traced.from {
                Origin::Figure(figure) => {
                    self.push(figure, letters(&words, &traced.letters), stands(&words, &traced.letters), self.places);
                    spots.push((traced.letters.start, self.places));
                    self.places += 1;
                }
                Origin::Typed(slot, bytes) => {
                    for (start, indexes) in self.take_mentions(slot, bytes) {
                        let inside = letters(&words, &traced.letters);
                        spots.push((traced.letters.start + letter_at(&inside, start - bytes.start), self.places));
                        for index in indexes {
                            let mention = &mut self.mentions[index];
                            mention.part.clone_from(&self.part);
                            mention.heading.clone_from(&self.heading);
                            mention.number = Some(self.places);
                        }
                        self.places += 1;
                    }
                }
                Origin::Template(..) => {}
            }
        }
        runs.put_places(&spots);
        self.notes(runs, stands);
    }

    fn notes(&mut self, runs: &mut [Inline], stands: Stands<'_>) {
        for run in runs {
            match run {
                Inline::Footnote(note) => self.runs(note, stands),
                Inline::Bold(inner) | Inline::Italic(inner) => self.notes(inner, stands),
                _ => {}
            }
        }
    }

    /// The mentions that begin in some bytes of a slot's text and were not met yet.
    fn take_mentions(&mut self, slot: &str, bytes: &Range<usize>) -> Vec<(usize, Vec<usize>)> {
        let Some(open) = self.open.get_mut(slot) else { return Vec::new() };
        let starts: Vec<usize> = open.range(bytes.clone()).map(|(start, _)| *start).collect();
        starts.into_iter().filter_map(|start| open.remove_entry(&start)).collect()
    }

    fn push(&mut self, figure: &Figure, text: String, at: Where, place: usize) {
        let call = figure.call.as_ref();
        self.printed.push(Printed {
            ids: figure.ids.clone(),
            text,
            helper: call.map(|call| call.helper),
            section: call.and_then(|call| call.section.clone()),
            template: call.and_then(|call| call.place.clone()),
            earlier: figure.earlier,
            part: self.part.clone(),
            heading: self.heading.clone(),
            at,
            number: place,
            page: None,
        });
    }
}

/// Some letters of a text.
fn letters(words: &str, letters: &Range<usize>) -> String {
    words.chars().skip(letters.start).take(letters.len()).collect()
}

/// The letter that stands so many bytes after the first one, in a text that may print spaces of another length.
fn letter_at(letters: &str, bytes: usize) -> usize {
    let mut at = 0;
    let before = letters.chars().take_while(|c| {
        at += c.len_utf8();
        at <= bytes
    });
    before.count()
}

impl Where {
    fn sentence(text: &str, range: &Range<usize>) -> Self {
        Self::Sentence { text: sentence::around(text, range) }
    }

    fn title(text: &str, _: &Range<usize>) -> Self {
        Self::Heading { text: text.to_owned() }
    }
}
