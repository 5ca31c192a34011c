//! Tables of HTML: what portals hand out as `.xls`.

use std::collections::BTreeMap;
use std::sync::Arc;

use baocao_vietnamese::one_line;
use encoding_rs::Encoding;
use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};
use rust_decimal::Decimal;

use super::css::{Color, Named, Rules, Style, WHITE, color};
use super::numbers::{candidates, is_number};
use super::parts::{Look, Parts};
use super::shown::Shown;
use super::workbook::of_fraction;
use super::{Around, Form, Given, Merged, Sheet, bounds};
use crate::diagnostic::{Finding, Place, Source};
use crate::limits::Limits;

/// A cell cannot cover more rows or columns: so much browsers allow.
const MOST_SPAN: usize = 1_000;

/// Tags without an end.
pub(super) const VOID: [&str; 6] = ["br", "hr", "img", "input", "col", "wbr"];

/// A table with no more cells that are filled stands beside another: a title, or its unit of measure.
const MOST_OF_TITLE: usize = 4;

/// So many lines around a table are kept, and so many bytes of each.
const MOST_LINES: usize = 64;
const MOST_OF_LINE: usize = 400;

/// So many elements may be open, those of tables not counted.
const MOST_OPEN: usize = 1_000;

/// Elements of tables, which end those before them.
const OF_TABLES: [&str; 9] = ["table", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "caption"];

/// Elements that nobody sees.
const UNSEEN: [&str; 4] = ["template", "datalist", "noframes", "noscript"];

/// What a page has in an `input` that its reader sees.
const SEEN_INPUTS: [&str; 5] = ["text", "number", "tel", "date", "search"];

/// Whether a text is a page with a table.
pub(super) fn is_page(text: &str) -> bool {
    let start = text.trim_start();
    let has = |text: &str, word: &str| {
        text.as_bytes().windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
    };
    start.starts_with('<') && has(start, "<table")
}

/// The encoding that a page says it is in.
pub(super) fn said_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    const LOOKED_AT: usize = 4096;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(LOOKED_AT)]).to_ascii_lowercase();
    let label = head.split("charset=").nth(1)?.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

/// Reads the tables of a page, each as a sheet; those inside of others are sheets of their own.
pub(super) fn read(source: &Arc<Source>, limits: &Limits, findings: &mut Vec<Finding>) -> Option<Vec<Sheet>> {
    let mut page = Page {
        open: Vec::new(),
        done: Vec::new(),
        around: vec![String::new()],
        elements: Vec::new(),
        rules: rules(&source.text),
        count: bounds::Count::new(limits),
    };
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut skipped = false;
    for Ok(token) in Tokenizer::new_with_emitter(source.text.as_str(), emitter) {
        let told = match token {
            Token::StartTag(tag) => {
                skipped = matches!(tag.name.as_slice(), b"style" | b"script" | b"title");
                page.start(&tag)
            }
            Token::EndTag(tag) => {
                skipped = false;
                page.end(&tag.name)
            }
            Token::String(text) if !skipped => {
                page.text(&String::from_utf8_lossy(&text));
                Ok(())
            }
            _ => Ok(()),
        };
        if let Err(finding) = told {
            findings.push(finding.at(Place::file(source)));
            return None;
        }
    }
    while !page.open.is_empty() {
        if let Err(finding) = page.close() {
            findings.push(finding.at(Place::file(source)));
            return None;
        }
    }
    let Page { mut done, around, .. } = page;
    done.sort_by_key(|grid| grid.order);
    let mut lines_around = lines_around(&done, &around);
    let (tables, off): (Vec<Grid>, Vec<Grid>) = done.into_iter().partition(|grid| !grid.rows.is_empty());
    // Tables that are not there for a reader.
    let mut off = off.into_iter().flat_map(|grid| grid.gone).map(|(.., words)| words);
    if let Some(words) = off.next() {
        let finding = super::parts::gone().at(Place::file(source)).found(words);
        findings.push(off.fold(finding, |finding, words| finding.also_at(|| Place::file(source), words)));
    }
    let single = tables.len() == 1;
    let named = tables.into_iter().enumerate().map(|(index, grid)| {
        let name = if single { String::new() } else { (index + 1).to_string() };
        let around = lines_around.remove(&grid.order).unwrap_or_default();
        let line = |words| Around { cell: None, key: None, words, place: Place::file(source) };
        let around = around.into_iter().map(line).collect();
        let mut sheet = Sheet { merged: grid.merged, around, ..Sheet::new(source, name, Form::Cells) };
        let gone = grid.gone;
        grid.folded.into_iter().for_each(|(column, count)| sheet.unseen.columns(column, count));
        grid.beside.into_iter().for_each(|(row, column, beside)| sheet.beside.note((row, column), beside));
        for (row, cells) in grid.rows.into_iter().enumerate() {
            sheet.cells.reach(row, cells.len());
            cells.into_iter().enumerate().for_each(|(column, given)| sheet.cells.put(row, column, given));
        }
        findings.extend(sheet.told(super::parts::gone(), gone));
        sheet
    });
    Some(named.collect())
}

/// The lines around each table, by its order: those between it and the large table before, small tables among them; those
/// behind the last one are its own.
fn lines_around(tables: &[Grid], around: &[String]) -> BTreeMap<usize, Vec<String>> {
    let mut found: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let (mut lines, mut last) = (Vec::new(), None);
    for (order, words) in around.iter().enumerate() {
        lines.extend(words.split('\u{b}').map(one_line).filter(|line| !line.is_empty()));
        let Some(grid) = tables.get(order) else { continue };
        lines.extend(grid.caption.split('\u{b}').map(one_line).filter(|line| !line.is_empty()));
        let words = grid.rows.iter().flatten().filter(|given| !given.is_blank());
        if words.clone().count() > MOST_OF_TITLE {
            found.insert(order, std::mem::take(&mut lines));
            last = Some(order);
        } else {
            lines.extend(words.filter_map(|given| given.words().map(one_line)));
        }
    }
    if let Some(of) = last.and_then(|last| found.get_mut(&last)) {
        of.append(&mut lines);
    }
    for lines in found.values_mut() {
        lines.retain(|line| line.len() <= MOST_OF_LINE);
        // The nearest are the last ones.
        lines.drain(..lines.len().saturating_sub(MOST_LINES));
    }
    found
}

struct Page {
    open: Vec<Grid>,
    done: Vec<Grid>,
    /// The words outside of tables: before the first one, before the second, and so on.
    around: Vec<String>,
    /// The elements that are open, from the outermost.
    elements: Vec<Element>,
    rules: Rules,
    count: bounds::Count,
}

/// An element that is open, and how what stands in it looks.
struct Element {
    named: Named,
    /// Whether it is not there for a reader, with all that is in it.
    is_off: bool,
    /// Whether it is there and not seen: what is in it may be.
    is_unseen: bool,
    is_struck: bool,
    height: Look,
    /// The colours of its letters, where it has one of its own, and of its ground.
    color: Option<Color>,
    ground: Color,
}

impl Element {
    /// Whether a number in it has the colour of its ground. Words in headings may have a ground that nobody knows.
    fn is_pale(&self) -> bool {
        self.named.name != "th" && self.color.flatten().is_some() && self.color == Some(self.ground)
    }

    fn look(&self) -> Look {
        if self.is_off || self.is_unseen || self.is_struck { Look::Gone } else { self.height }
    }
}

/// A table while it is read.
#[derive(Default)]
struct Grid {
    order: usize,
    rows: Vec<Vec<Given>>,
    merged: Vec<Merged>,
    /// The rows below that cells from above still cover, by column.
    covered: BTreeMap<usize, usize>,
    in_row: bool,
    /// Whether the present row is not there for a reader.
    is_off: bool,
    cell: Option<Cell>,
    /// How many cells the present row has, covered ones included.
    cells: usize,
    caption: String,
    /// What was hidden or struck out in cells, and in rows and cells that are not there for a reader.
    gone: Vec<(usize, usize, String)>,
    /// What stands beside numbers.
    beside: Vec<(usize, usize, Shown)>,
    /// Columns that are not shown, and how many of those that `col` describes there were.
    folded: Vec<(usize, usize)>,
    columns: usize,
}

struct Cell {
    parts: Parts,
    /// Whether it is not there for a reader, or all of it is struck out.
    is_off: bool,
    is_gone: bool,
    number: Option<Decimal>,
    rows: usize,
    columns: usize,
}

impl Page {
    fn start(&mut self, tag: &StartTag<()>) -> Result<(), Finding> {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        self.end_before(&name);
        let element = self.element(&name, tag);
        let (look, is_off, is_pale) = (element.look(), element.is_off, element.is_pale());
        if !VOID.contains(&name.as_str()) && (self.elements.len() < MOST_OPEN || OF_TABLES.contains(&name.as_str())) {
            self.elements.push(element);
        }
        match name.as_str() {
            "table" => {
                let order = self.open.len() + self.done.len();
                self.open.push(Grid { order, ..Grid::default() });
                self.around.push(String::new());
            }
            "tr" => {
                if let Some(grid) = self.open.last_mut() {
                    grid.end_row(&mut self.count)?;
                    grid.in_row = true;
                    grid.is_off = is_off;
                }
            }
            "td" | "th" => {
                if let Some(grid) = self.open.last_mut() {
                    grid.end_cell();
                    grid.in_row = true;
                    let number: Option<Decimal> = attribute(tag, "x:num").and_then(|text| text.parse().ok());
                    grid.cell = Some(Cell {
                        parts: Parts::default(),
                        is_off,
                        is_gone: look == Look::Gone || is_pale && number.is_some(),
                        number,
                        rows: span(tag, "rowspan"),
                        columns: span(tag, "colspan"),
                    });
                }
            }
            "col" => {
                if let Some(grid) = self.open.last_mut() {
                    let count = span(tag, "span");
                    if look == Look::Gone {
                        grid.folded.push((grid.columns, count));
                    }
                    grid.columns += count;
                }
            }
            _ => {
                if is_line(&tag.name) {
                    self.line();
                }
                let kind = attribute(tag, "type").unwrap_or("text").to_ascii_lowercase();
                if name == "input"
                    && SEEN_INPUTS.contains(&kind.as_str())
                    && let Some(cell) = self.cell()
                {
                    // What stands beside it is no part of it.
                    let value = attribute(tag, "value").unwrap_or_default();
                    cell.parts.add(look, &format!("\u{b}{value}\u{b}"));
                }
            }
        }
        Ok(())
    }

    /// Ends the elements that one of this name cannot stand in.
    fn end_before(&mut self, name: &str) {
        let ended: &[&str] = match name {
            "option" => &["option"],
            "td" | "th" => &["td", "th"],
            "tr" => &["td", "th", "tr"],
            "thead" | "tbody" | "tfoot" => &["td", "th", "tr", "thead", "tbody", "tfoot"],
            _ => return,
        };
        // Those of a table around this one stay open.
        let table = self.elements.iter().rposition(|of| of.named.name == "table").map_or(0, |at| at + 1);
        if let Some(at) = self.elements[table..].iter().position(|of| ended.contains(&of.named.name.as_str())) {
            self.elements.truncate(table + at);
        }
    }

    /// An element inside of those that are open: how it looks.
    fn element(&self, name: &str, tag: &StartTag<()>) -> Element {
        let classes = attribute(tag, "class").unwrap_or_default().split_whitespace().map(str::to_owned).collect();
        let id = attribute(tag, "id").unwrap_or_default().to_owned();
        let named = Named { name: name.to_owned(), id, classes };
        let around = self.elements.iter().map(|element| &element.named);
        let own = self.rules.of(&named, around).then(Style::declared(attribute(tag, "style").unwrap_or_default()));
        let outer = self.elements.last();
        let is = |said: Option<bool>, outer: bool| said.unwrap_or(outer);
        let is_hidden = tag.attributes.contains_key(b"hidden".as_slice()) && own.is_off != Some(false)
            || UNSEEN.contains(&name)
            || (name == "option" && !tag.attributes.contains_key(b"selected".as_slice()));
        let is_row = matches!(name, "tr" | "thead" | "tbody" | "tfoot");
        let of_table = OF_TABLES.contains(&name);
        Element {
            is_off: outer.is_some_and(|outer| outer.is_off)
                || own.is_off == Some(true)
                || is_hidden
                || is_row && own.is_folded == Some(true),
            is_unseen: is(own.is_unseen, outer.is_some_and(|outer| outer.is_unseen)),
            is_struck: outer.is_some_and(|outer| outer.is_struck)
                || own.is_struck == Some(true)
                || matches!(name, "del" | "s" | "strike"),
            height: match (name, own.height) {
                // Of cells this says where their text stands in them.
                (_, Some(height)) if !of_table && height != Look::Plain => height,
                ("sup", None) => Look::Raised,
                ("sub", None) => Look::Lowered,
                ("small", None) => Look::Small,
                _ if of_table => Look::Plain,
                _ => outer.map_or(Look::Plain, |outer| outer.height),
            },
            color: own.color.or(attribute(tag, "color").map(color)).or(outer.and_then(|outer| outer.color)),
            ground: own
                .ground
                .or(attribute(tag, "bgcolor").map(color))
                .unwrap_or_else(|| outer.map_or(WHITE, |outer| outer.ground)),
            named,
        }
    }

    fn end(&mut self, name: &HtmlString) -> Result<(), Finding> {
        let told = match name.as_slice() {
            b"table" => self.close(),
            b"tr" | b"thead" | b"tbody" | b"tfoot" => match self.open.last_mut() {
                Some(grid) => grid.end_row(&mut self.count),
                None => Ok(()),
            },
            b"td" | b"th" => {
                if let Some(grid) = self.open.last_mut() {
                    grid.end_cell();
                }
                Ok(())
            }
            name => {
                if is_line(name) {
                    self.line();
                }
                Ok(())
            }
        };
        // An end inside of a table ends nothing around it.
        let is_table = name.as_slice() == b"table";
        let within = self.elements.iter().enumerate().rev().take(MOST_OPEN);
        let mut within = within.take_while(|(_, of)| is_table || of.named.name != "table");
        let open = if is_table {
            self.elements.iter().rposition(|of| of.named.name == "table")
        } else {
            within.find(|(_, of)| of.named.name.as_bytes() == name.as_slice()).map(|(at, _)| at)
        };
        if let Some(at) = open {
            self.elements.truncate(at);
        }
        told
    }

    fn cell(&mut self) -> Option<&mut Cell> {
        self.open.last_mut().and_then(|grid| grid.cell.as_mut())
    }

    fn text(&mut self, text: &str) {
        let is_pale = self.elements.last().is_some_and(Element::is_pale) && is_number(text.trim());
        let look = if is_pale { Look::Gone } else { self.elements.last().map_or(Look::Plain, Element::look) };
        match self.open.last_mut() {
            Some(Grid { cell: Some(cell), .. }) => cell.parts.add(look, text),
            _ if look == Look::Gone => {}
            Some(grid) => grid.caption.push_str(text),
            None => self.around.last_mut().into_iter().for_each(|words| words.push_str(text)),
        }
    }

    /// A line ends.
    fn line(&mut self) {
        self.text("\u{b}");
    }

    fn close(&mut self) -> Result<(), Finding> {
        if let Some(mut grid) = self.open.pop() {
            grid.end_row(&mut self.count)?;
            while grid.rows.last().is_some_and(|row| row.iter().all(Given::is_blank)) {
                grid.rows.pop();
            }
            // A small one in a cell is a part of what that says.
            let words: Vec<String> = grid.rows.iter().flatten().filter_map(said).collect();
            if words.len() <= MOST_OF_TITLE
                && let Some(cell) = self.cell()
            {
                cell.parts.add(Look::Plain, &format!("\u{b}{}\u{b}", words.join("\u{b}")));
            }
            self.done.push(grid);
        }
        Ok(())
    }
}

impl Grid {
    /// Puts the present cell into the row, after those that reach into it from above.
    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        if self.is_off || cell.is_off {
            let (said, gone) = cell.parts.said();
            let words = one_line(&[said, gone.unwrap_or_default()].concat().replace('\u{b}', " "));
            let words = if words.is_empty() { cell.number.map(|number| number.to_string()) } else { Some(words) };
            let row = if self.cells == 0 { self.rows.len() } else { self.rows.len() - 1 };
            self.gone.extend(words.map(|words| (row, self.cells, words)));
            return;
        }
        if self.cells == 0 {
            self.rows.push(Vec::new());
        }
        let row = self.rows.len() - 1;
        let mut column = self.cells;
        while self.covered.contains_key(&column) {
            column += 1;
        }
        let (said, gone) = cell.parts.said();
        let number = cell.number.filter(|_| !cell.is_gone);
        let given = match number {
            Some(number) => {
                let text = one_line(&said.replace('\u{b}', " "));
                let beside = Shown::of_text(&text, number);
                self.beside.extend(beside.map(|beside| (row, column, beside)));
                of_number(number, &text)
            }
            None => given(&said),
        };
        let gone = gone.map(|gone| one_line(&gone.replace('\u{b}', " "))).filter(|gone| !gone.is_empty());
        self.gone.extend(gone.filter(|_| number.is_none()).map(|gone| (row, column, gone)));
        let cells = &mut self.rows[row];
        cells.resize(column, Given::Blank);
        cells.push(given);
        cells.resize(column + cell.columns, Given::Blank);
        self.cells = column + cell.columns;
        if cell.rows > 1 || cell.columns > 1 {
            let merged = Merged { rows: (row, row + cell.rows - 1), columns: (column, column + cell.columns - 1) };
            self.merged.push(merged);
        }
        if cell.rows > 1 {
            // One more than are left below: the end of this row counts it down.
            self.covered.extend((column..column + cell.columns).map(|column| (column, cell.rows)));
        }
    }

    fn end_row(&mut self, count: &mut bounds::Count) -> Result<(), Finding> {
        self.end_cell();
        if !self.in_row {
            return Ok(());
        }
        self.in_row = false;
        if std::mem::take(&mut self.is_off) {
            self.cells = 0;
            return Ok(());
        }
        if self.cells == 0 {
            self.rows.push(Vec::new());
        }
        count.add(self.rows.len(), self.rows.last().map_or(0, Vec::len))?;
        self.cells = 0;
        self.covered.retain(|_, rows| {
            *rows -= 1;
            *rows > 0
        });
        Ok(())
    }
}

/// The rules of the style sheets in a page.
fn rules(page: &str) -> Rules {
    let mut rules = Rules::default();
    if !page.contains("<style") && !page.contains("<STYLE") {
        return rules;
    }
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut sheet: Option<String> = None;
    for Ok(token) in Tokenizer::new_with_emitter(page, emitter) {
        match token {
            Token::StartTag(tag) if tag.name.as_slice() == b"style" => {
                sheet = attribute(&tag, "media").is_none_or(|media| media != "print").then(String::new);
            }
            Token::EndTag(_) => sheet.take().into_iter().for_each(|sheet| rules.add(&sheet)),
            Token::String(text) => {
                sheet.iter_mut().for_each(|sheet| sheet.push_str(&String::from_utf8_lossy(&text)));
            }
            _ => {}
        }
    }
    rules
}

/// Whether a tag begins and ends a line.
fn is_line(name: &[u8]) -> bool {
    matches!(name, b"br" | b"p" | b"div" | b"li" | b"caption" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6")
}

fn attribute<'t>(tag: &'t StartTag<()>, name: &str) -> Option<&'t str> {
    std::str::from_utf8(tag.attributes.get(name.as_bytes())?).ok().map(str::trim)
}

fn span(tag: &StartTag<()>, name: &str) -> usize {
    attribute(tag, name).and_then(|text| text.parse().ok()).unwrap_or(1).clamp(1, MOST_SPAN)
}

/// What a cell says, numbers too.
fn said(given: &Given) -> Option<String> {
    match given {
        Given::Number(number) => Some(number.to_string()),
        given => given.words().map(str::to_owned),
    }
}

/// A number that a cell has beside its text: a fraction where that shows it as a percentage.
fn of_number(number: Decimal, text: &str) -> Given {
    let is_percent = text.ends_with('%');
    let near = |shown: &Decimal| {
        number.checked_mul(Decimal::ONE_HUNDRED).is_some_and(|number| (number.abs() - *shown).abs() < Decimal::ONE)
    };
    match is_percent && candidates(text).iter().any(near) {
        true => of_fraction(number, 0),
        false if is_percent => given(text),
        false => Given::Number(number),
    }
}

/// The words of a cell: white space is one space, and lines end where tags end them.
fn given(text: &str) -> Given {
    let lines: Vec<String> = text.split('\u{b}').map(one_line).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() { Given::Blank } else { Given::Text(lines.join("\n")) }
}
