//! What the library does not tell of an ODS: which cells are merged, which rows and columns are hidden, which formulas have
//! no value in the file, and what is raised or struck out. Format: OpenDocument 1.3, part 3, chapters 9, 16, 19 and 20.

use std::collections::{HashMap, HashSet};
use std::io::Cursor;

use html5gum::{IoReader, StartTag, Token, Tokenizer};
use rust_decimal::Decimal;
use zip::ZipArchive;

use super::values::{Format, UNSEEN_SIZE};
use super::{Said, to_u32};
use crate::diagnostic::Finding;
use crate::rows::CURRENCY;
use crate::rows::Merged;
use crate::rows::parts::{Look, Parts};
use crate::rows::shown::Shown;
use crate::rows::unseen::Unseen;

/// What is known of a sheet.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub(super) merged: Vec<Merged>,
    pub(super) unseen: Unseen,
    /// Formulas that no value stands beside.
    pub(super) formulas: Vec<(u32, u32)>,
    /// Cells that look different, from the first one to the last.
    marked: Vec<Marked>,
}

/// A cell that looks different, and those that repeat it.
#[derive(Debug)]
pub(super) struct Marked {
    /// Its rows and its columns: the first ones, and those behind the last ones.
    rows: (usize, usize),
    columns: (usize, usize),
    /// What its text says, where parts of it look different.
    pub(super) said: Option<Said>,
    /// Whether all of it is struck out.
    pub(super) is_struck: bool,
    /// The decimals that it is shown with, where it is shown as a percentage.
    percent: Option<u32>,
    /// Whether nobody sees a number in it.
    is_unseen: bool,
    /// What is shown beside its number.
    pub(super) beside: Option<Shown>,
}

impl Marked {
    pub(super) fn look(&self) -> super::Look {
        let format = self.percent.map(Format::percent).unwrap_or_default();
        super::Look { format, is_struck: self.is_struck, is_unseen: self.is_unseen }
    }
}

impl Marks {
    /// The look of a cell; nothing where it is plain.
    pub(super) fn marked(&self, (row, column): (u32, u32)) -> Option<&Marked> {
        let (row, column) = (row as usize, column as usize);
        let before = |behind: usize| behind.checked_sub(1).and_then(|at| self.marked.get(at));
        let first = before(self.marked.partition_point(|of| of.rows.0 <= row))?.rows.0;
        let of = before(self.marked.partition_point(|of| (of.rows.0, of.columns.0) <= (first, column)))?;
        let holds = (of.rows.0..of.rows.1).contains(&row) && (of.columns.0..of.columns.1).contains(&column);
        holds.then_some(of)
    }
}

/// Looks through the sheets of a file, by their names. Its tags are those of XML, which the reader of HTML takes apart as
/// well.
pub(super) fn marks(bytes: &[u8]) -> Result<HashMap<String, Marks>, Finding> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(super::broken)?;
    let content = zip.by_name("content.xml").map_err(super::broken)?;
    let mut reading = Reading::default();
    for token in Tokenizer::new(IoReader::new(content)) {
        match token.map_err(super::broken)? {
            Token::StartTag(tag) => {
                reading.start(&tag);
                if tag.self_closing {
                    reading.end(&tag.name);
                }
            }
            Token::EndTag(tag) => reading.end(&tag.name),
            Token::String(text) => reading.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    Ok(reading.sheets)
}

#[derive(Default)]
struct Reading {
    sheets: HashMap<String, Marks>,
    /// The sheet, and how many tables there are around a tag: tables inside of cells are passed over.
    sheet: Marks,
    name: String,
    depth: usize,
    /// The row and the column of the cell, and for how many of each it stands.
    row: usize,
    rows: usize,
    column: usize,
    columns: usize,
    /// Whether it has a formula, and nothing beside that.
    has_no_value: bool,
    /// How styles look, by their families and names, and the one that is being read.
    styles: HashMap<(String, String), Look>,
    style: Option<(String, String)>,
    /// The colours of letters and grounds of styles of cells, and those whose letters have no size.
    colors: HashMap<String, (Option<String>, Option<String>)>,
    tiny: HashSet<String>,
    /// How often styles of numbers divide by a thousand, and which of them those of cells have.
    thousands: HashMap<String, u32>,
    number_style: Option<String>,
    number_styles: HashMap<String, String>,
    /// The styles of cells that name none: those of columns, from the first behind each to its last, and of the row.
    column_styles: Vec<(usize, String)>,
    row_style: Option<String>,
    /// The style of the cell; its number, where it is one.
    cell_style: String,
    number: Option<Decimal>,
    currency: String,
    has_text: bool,
    /// The text of the cell, part by part; how each of the spans looks that are open in it; whether any looks different.
    parts: Parts,
    spans: Vec<Look>,
    in_text: bool,
    is_marked: bool,
    is_struck: bool,
    is_percent: bool,
}

impl Reading {
    /// How a style looks.
    fn style(&mut self, tag: &StartTag<()>) {
        let of = |name: &str| attribute(tag, name).unwrap_or_default();
        let color = |name: &str| attribute(tag, name).map(str::to_ascii_lowercase);
        match tag.name.as_slice() {
            b"style:style" => {
                let (family, name) = (of("style:family").to_owned(), of("style:name").to_owned());
                if let Some(number) = attribute(tag, "style:data-style-name") {
                    self.number_styles.insert(name.clone(), number.to_owned());
                }
                (self.style, self.number_style) = (Some((family, name)), None);
            }
            b"number:number-style" | b"number:currency-style" => {
                (self.style, self.number_style) = (None, Some(of("style:name").to_owned()));
            }
            b"number:number" => {
                let factor = of("number:display-factor");
                // 1000 for each comma.
                let thousands = u32::try_from(factor.matches("000").count()).unwrap_or_default();
                if let Some(name) = self.number_style.clone().filter(|_| thousands > 0) {
                    self.thousands.insert(name, thousands);
                }
            }
            // Sections of a format are styles of their own.
            b"style:map" => {
                let known = self.thousands.get(of("style:apply-style-name")).copied();
                self.thousands.extend(self.number_style.clone().zip(known));
            }
            b"style:table-cell-properties" => {
                if let Some((_, name)) = self.style.clone().filter(|(family, _)| family == "table-cell") {
                    self.colors.entry(name).or_default().1 = color("fo:background-color");
                }
            }
            b"style:text-properties" => {
                let Some(style) = self.style.clone() else { return };
                if style.0 == "table-cell" {
                    let size = of("fo:font-size").trim_end_matches("pt").parse::<f64>();
                    if size.is_ok_and(|size| size <= UNSEEN_SIZE) {
                        self.tiny.insert(style.1.clone());
                    }
                    self.colors.entry(style.1.clone()).or_default().0 = color("fo:color");
                }
                let position = of("style:text-position").trim();
                let is_through = |name: &str| !matches!(of(name), "" | "none");
                let look = if is_through("style:text-line-through-style") || is_through("style:text-line-through-type")
                {
                    Look::Gone
                } else if position.starts_with("sub") || position.starts_with('-') {
                    Look::Lowered
                } else if position.starts_with("super") || position.starts_with(|c: char| matches!(c, '1'..='9')) {
                    Look::Raised
                } else {
                    return;
                };
                self.styles.insert(style, look);
            }
            _ => {}
        }
    }

    fn look(&self, family: &str, tag: &StartTag<()>, attribute_name: &str) -> Look {
        let name = attribute(tag, attribute_name).unwrap_or_default();
        self.styles.get(&(family.to_owned(), name.to_owned())).copied().unwrap_or(Look::Plain)
    }

    /// Whether nobody sees a number in cells of a style: it has the colour of its ground, or no size.
    fn is_unseen(&self, style: &str) -> bool {
        const WHITE: &str = "#ffffff";
        let colors = self.colors.get(style);
        let color = colors.and_then(|(color, _)| color.as_deref());
        let ground = colors.and_then(|(_, ground)| ground.as_deref()).filter(|ground| *ground != "transparent");
        self.tiny.contains(style) || color.is_some() && color == Some(ground.unwrap_or(WHITE))
    }

    /// The style of a cell: its own, that of its row, that of its column.
    fn style_of(&self, tag: &StartTag<()>) -> String {
        let own = attribute(tag, "table:style-name").map(str::to_owned).or_else(|| self.row_style.clone());
        let column =
            || self.column_styles.get(self.column_styles.partition_point(|(behind, _)| *behind <= self.column));
        own.or_else(|| column().map(|(_, style)| style.clone())).unwrap_or_default()
    }

    fn text(&mut self, text: &str) {
        if self.depth == 1 && self.in_text {
            self.parts.add(self.spans.last().copied().unwrap_or(Look::Plain), text);
        }
    }

    fn start(&mut self, tag: &StartTag<()>) {
        let name: &[u8] = &tag.name;
        self.style(tag);
        self.depth += usize::from(name == b"table:table");
        if self.depth != 1 {
            return;
        }
        let count = |name: &str| attribute(tag, name).and_then(|text| text.parse::<usize>().ok()).unwrap_or(1).max(1);
        match name {
            b"table:table" => {
                self.name = attribute(tag, "table:name").unwrap_or_default().to_owned();
                (self.row, self.column, self.sheet) = (0, 0, Marks::default());
                self.column_styles.clear();
            }
            b"table:table-column" => {
                let columns = count("table:number-columns-repeated");
                if is_unseen(tag) {
                    self.sheet.unseen.columns(self.column, columns);
                }
                self.column = self.column.saturating_add(columns);
                let style = attribute(tag, "table:default-cell-style-name").unwrap_or_default();
                self.column_styles.push((self.column, style.to_owned()));
            }
            b"table:table-row" => {
                (self.column, self.rows) = (0, count("table:number-rows-repeated"));
                self.row_style = attribute(tag, "table:default-cell-style-name").map(str::to_owned);
                if is_unseen(tag) {
                    self.sheet.unseen.rows(self.row, self.rows);
                }
            }
            b"table:covered-table-cell" => self.columns = count("table:number-columns-repeated"),
            b"table:table-cell" => {
                self.columns = count("table:number-columns-repeated");
                let (row, column) = (self.row, self.column);
                let last = |first: usize, name: &str| first.saturating_add(count(name) - 1);
                let rows = (row, last(row, "table:number-rows-spanned"));
                let columns = (column, last(column, "table:number-columns-spanned"));
                if rows.0 < rows.1 || columns.0 < columns.1 {
                    self.sheet.merged.push(Merged { rows, columns });
                }
                (self.parts, self.is_marked) = (Parts::default(), false);
                self.cell_style = self.style_of(tag);
                let style = ("table-cell".to_owned(), self.cell_style.clone());
                self.is_struck = self.styles.get(&style) == Some(&Look::Gone);
                let is_number =
                    matches!(attribute(tag, "office:value-type"), Some("float" | "currency" | "percentage"));
                let value = attribute(tag, "office:value").filter(|_| is_number);
                self.number = value.and_then(|value| value.parse().ok());
                self.has_text = false;
                self.currency = match attribute(tag, "office:currency").unwrap_or_default() {
                    "VND" => CURRENCY.to_owned(),
                    other => other.to_owned(),
                };
                self.is_percent = attribute(tag, "office:value-type") == Some("percentage");
                self.has_no_value =
                    attribute(tag, "table:formula").is_some() && attribute(tag, "office:value-type").is_none();
            }
            // An empty text is a value, of no type.
            b"text:p" => {
                self.has_no_value = false;
                (self.in_text, self.has_text) = (true, true);
                self.parts.end_line();
            }
            b"text:span" => {
                let outer = self.spans.last().copied().unwrap_or(Look::Plain);
                let own = self.look("text", tag, "text:style-name");
                let look = if outer == Look::Gone || own == Look::Plain { outer } else { own };
                self.is_marked |= look != Look::Plain;
                self.spans.push(look);
            }
            b"text:s" => self.text(" "),
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let is_struck = std::mem::take(&mut self.is_struck);
        let is_marked = std::mem::take(&mut self.is_marked);
        let is_percent = std::mem::take(&mut self.is_percent);
        let style = std::mem::take(&mut self.cell_style);
        let number = self.number.take();
        let shown = || self.parts.said().0;
        // Nothing is shown of a number where its text is empty.
        let is_unseen = self.is_unseen(&style)
            || self.has_text && number.is_some_and(|number| !number.is_zero()) && shown().trim().is_empty();
        let thousands = self.number_styles.get(&style).and_then(|number| self.thousands.get(number)).copied();
        let beside = number.filter(|_| !is_percent && !is_unseen).and_then(|number| {
            let shown = Shown::of_text(&shown(), number).unwrap_or_default();
            let words = if shown.words.is_empty() { &self.currency } else { &shown.words };
            Shown::new(words, thousands.unwrap_or(shown.thousands))
        });
        if is_struck || is_marked || is_percent || is_unseen || beside.is_some() {
            let behind = |first: usize, count: usize| (first, first.saturating_add(count));
            let (rows, columns) = (behind(self.row, self.rows), behind(self.column, self.columns));
            let shown = std::mem::take(&mut self.parts).said();
            let percent = is_percent.then(|| decimals(&shown.0));
            let said = is_marked.then_some(shown);
            self.sheet.marked.push(Marked { rows, columns, said, is_struck, percent, is_unseen, beside });
        }
    }

    fn end(&mut self, name: &[u8]) {
        if self.depth == 1 {
            match name {
                b"table:table-cell" | b"table:covered-table-cell" => {
                    if std::mem::take(&mut self.has_no_value) {
                        self.sheet.formulas.push((to_u32(self.row), to_u32(self.column)));
                    }
                    self.end_cell();
                    self.column = self.column.saturating_add(self.columns);
                }
                b"text:p" => (self.in_text, self.spans) = (false, Vec::new()),
                b"text:span" => drop(self.spans.pop()),
                b"table:table-row" => self.row = self.row.saturating_add(self.rows),
                b"table:table" => {
                    self.sheets.insert(std::mem::take(&mut self.name), std::mem::take(&mut self.sheet));
                }
                _ => {}
            }
        }
        self.depth = self.depth.saturating_sub(usize::from(name == b"table:table"));
    }
}

/// The decimals of a number as it is shown.
fn decimals(shown: &str) -> u32 {
    let behind = shown.rsplit_once([',', '.']).map_or("", |(_, behind)| behind);
    u32::try_from(behind.chars().take_while(char::is_ascii_digit).count()).unwrap_or_default()
}

/// Whether a row or a column is hidden or filtered out.
fn is_unseen(tag: &StartTag<()>) -> bool {
    matches!(attribute(tag, "table:visibility"), Some("collapse" | "filter"))
}

fn attribute<'t>(tag: &'t StartTag<()>, name: &str) -> Option<&'t str> {
    std::str::from_utf8(tag.attributes.get(name.as_bytes())?).ok()
}
