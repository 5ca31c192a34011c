//! Where a finding is.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

use super::{Lang, Origin, Source, literal};

/// Where a finding is: a file, and the place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub source: Arc<Source>,
    /// The place in it.
    pub at: Locator,
    /// The cell of an export that the value there came from, where the report says so.
    pub origin: Option<Arc<Origin>>,
}

/// A place in a file, as its readers name it. Rows, columns and pages are counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Locator {
    /// The file as a whole.
    File,
    /// A part of a text.
    Text {
        /// Its bytes.
        span: Range<usize>,
        /// The JSON pointer (RFC 6901) of the value, where the text is JSON.
        pointer: Option<String>,
    },
    /// A field of a file of rows (CSV), or a whole row of it.
    Field {
        /// The row, that of the names included.
        row: usize,
        /// The column; nothing for the whole row.
        column: Option<usize>,
        /// Its bytes.
        span: Range<usize>,
    },
    /// A cell of a workbook.
    Cell {
        /// The name of the sheet.
        sheet: String,
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
    /// A page of a document.
    Page {
        /// The page.
        page: usize,
    },
}

/// Where the parts of a text stand, which stands whole in a place: as it is, or as JSON writes it. The place itself where
/// another text stands there.
#[derive(Debug)]
pub(crate) struct Within<'p> {
    whole: &'p Place,
    written: Written,
}

/// How a text stands in its place.
#[derive(Debug)]
enum Written {
    /// As JSON: where it goes on after escapes.
    Json(Vec<(usize, usize)>),
    /// As it is.
    Plain,
    /// Another text stands there.
    No,
}

impl<'p> Within<'p> {
    pub(crate) fn new(whole: &'p Place, text: &str) -> Self {
        let part = whole.span().and_then(|span| whole.source.text.get(span));
        let written = match part.and_then(|part| Some((part, literal::read(part)?))) {
            Some((part, Cow::Owned(read))) if read == text => Written::Json(literal::cuts(part)),
            // The letters of a text from a file stand where they stood there.
            Some((_, Cow::Borrowed(read))) if read.len() == text.len() => Written::Plain,
            _ => Written::No,
        };
        Self { whole, written }
    }

    /// Where these bytes of the text stand.
    pub(crate) fn at(&self, range: Range<usize>) -> Place {
        let whole = self.whole.span().unwrap_or(0..0);
        let span = match &self.written {
            Written::Json(cuts) => {
                let at = |wanted| (whole.start + literal::offset(cuts, wanted)).min(whole.end);
                at(range.start)..at(range.end)
            }
            Written::Plain => whole.start + range.start..whole.start + range.end,
            Written::No => return self.whole.clone(),
        };
        self.whole.clone().with_span(span)
    }
}

impl Place {
    /// A place in a text that is not JSON.
    pub fn new(source: &Arc<Source>, span: Range<usize>) -> Self {
        Self::of(source, Locator::Text { span, pointer: None })
    }

    /// A place in a file.
    pub fn of(source: &Arc<Source>, at: Locator) -> Self {
        Self { source: Arc::clone(source), at, origin: None }
    }

    /// A file as a whole.
    pub fn file(source: &Arc<Source>) -> Self {
        Self::of(source, Locator::File)
    }

    /// A value of a JSON file, or a part of one.
    pub fn json(source: &Arc<Source>, span: Range<usize>, pointer: impl Into<String>) -> Self {
        Self::of(source, Locator::Text { span, pointer: Some(pointer.into()) })
    }

    /// A field of a file of rows, or a whole row of it.
    pub fn field(source: &Arc<Source>, row: usize, column: Option<usize>, span: Range<usize>) -> Self {
        Self::of(source, Locator::Field { row, column, span })
    }

    /// A cell of a workbook.
    pub fn cell(source: &Arc<Source>, sheet: impl Into<String>, row: usize, column: usize) -> Self {
        Self::of(source, Locator::Cell { sheet: sheet.into(), row, column })
    }

    /// A page of a document.
    pub fn page(source: &Arc<Source>, page: usize) -> Self {
        Self::of(source, Locator::Page { page })
    }

    /// Where words first stand in the text of this place; all of it where they stand there in another way.
    pub fn of_words(&self, words: &str) -> Self {
        let whole = self.span().filter(|span| !span.is_empty()).unwrap_or(0..self.source.text.len());
        match self.source.text.get(whole.clone()).and_then(|text| text.find(words)) {
            Some(at) => self.clone().with_span(whole.start + at..whole.start + at + words.len()),
            None => self.clone(),
        }
    }

    /// Where a text stands in quotes for the last time in a JSON file; with a key, only as the value of that key.
    pub fn of_quoted(source: &Arc<Source>, key: Option<&str>, text: &str) -> Self {
        let quoted = format!("\"{text}\"");
        let follows = |at: usize| {
            let before = source.text[..at].trim_end();
            key.is_none_or(|key| {
                before.strip_suffix(':').is_some_and(|before| before.trim_end().ends_with(&format!("\"{key}\"")))
            })
        };
        let start = source.text.rmatch_indices(&quoted).map(|(at, _)| at).find(|at| follows(*at));
        Self::new(source, start.map_or(0..0, |start| start..start + quoted.len()))
    }

    /// The same place with these bytes, where it is one of a text.
    #[doc(hidden)]
    pub fn with_span(mut self, new: Range<usize>) -> Self {
        if let Locator::Text { span, .. } | Locator::Field { span, .. } = &mut self.at {
            *span = new;
        }
        self
    }

    /// The same place under this JSON pointer or under none, where it is one of a text.
    pub fn with_pointer(mut self, new: Option<String>) -> Self {
        if let Locator::Text { pointer, .. } = &mut self.at {
            *pointer = new;
        }
        self
    }

    /// The same place, whose value came from there.
    #[doc(hidden)]
    pub fn with_origin(self, origin: Option<Arc<Origin>>) -> Self {
        Self { origin, ..self }
    }

    /// Its bytes in the text of its source, where the file is a text.
    pub fn span(&self) -> Option<Range<usize>> {
        match &self.at {
            Locator::Text { span, .. } | Locator::Field { span, .. } => Some(span.clone()),
            Locator::File | Locator::Cell { .. } | Locator::Page { .. } => None,
        }
    }

    /// Its bytes in the whole file, where that is a text.
    #[doc(hidden)]
    pub fn bytes(&self) -> Option<Range<usize>> {
        let before = self.source.before();
        self.span().map(|span| before + span.start..before + span.end)
    }

    /// The JSON pointer of the value, where the file is JSON.
    pub fn pointer(&self) -> Option<&str> {
        match &self.at {
            Locator::Text { pointer, .. } => pointer.as_deref(),
            _ => None,
        }
    }

    /// Line and column (from 1, the column in characters) where it begins, where the file is a text.
    pub fn line_column(&self) -> Option<(usize, usize)> {
        self.span().map(|span| self.source.line_column(span.start))
    }

    /// The place in its file beside line and column: `/figures/a`, `hàng 3, cột 2`, `Biểu 3, D17`, `trang 5`.
    pub fn inside(&self, lang: Lang) -> Option<String> {
        Some(match (&self.at, lang) {
            (Locator::File, _) | (Locator::Text { pointer: None, .. }, _) => return None,
            (Locator::Text { pointer: Some(pointer), .. }, _) if pointer.is_empty() => "/".to_owned(),
            (Locator::Text { pointer: Some(pointer), .. }, _) => pointer.clone(),
            (Locator::Field { row, column: Some(column), .. }, Lang::Vi) => format!("hàng {row}, cột {column}"),
            (Locator::Field { row, column: Some(column), .. }, Lang::En) => format!("row {row}, column {column}"),
            (Locator::Field { row, column: None, .. }, Lang::Vi) => format!("hàng {row}"),
            (Locator::Field { row, column: None, .. }, Lang::En) => format!("row {row}"),
            (Locator::Cell { sheet, row, column }, _) => {
                let cell = format!("{}{row}", column_letters(*column));
                // A page of HTML has no sheets.
                if sheet.is_empty() { cell } else { format!("{sheet}, {cell}") }
            }
            (Locator::Page { page }, Lang::Vi) => format!("trang {page}"),
            (Locator::Page { page }, Lang::En) => format!("page {page}"),
        })
    }

    /// The place as people look it up: `a.json:12:5`, `quy-3.xlsx, Biểu 3, D17`.
    pub fn shown(&self, lang: Lang) -> String {
        let name = &self.source.name;
        match (self.line_column(), self.inside(lang)) {
            (Some((line, column)), _) => format!("{name}:{line}:{column}"),
            (None, Some(inside)) => format!("{name}, {inside}"),
            (None, None) => name.clone(),
        }
    }

    /// The order of places: by file, then from its beginning to its end.
    pub fn order(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }

    fn rank(&self) -> (&str, &str, usize, usize) {
        let (sheet, first, second) = match &self.at {
            Locator::File => ("", 0, 0),
            Locator::Text { span, .. } | Locator::Field { span, .. } => {
                let before = self.source.before();
                ("", before + span.start, before + span.end)
            }
            Locator::Cell { sheet, row, column } => (sheet.as_str(), *row, *column),
            Locator::Page { page } => ("", *page, 0),
        };
        (&self.source.name, sheet, first, second)
    }

    /// Whether two places of a text have a byte in common.
    pub fn overlaps(&self, other: &Self) -> bool {
        let (Some(here), Some(there)) = (self.bytes(), other.bytes()) else { return false };
        self.source.name == other.source.name && here.start < there.end && there.start < here.end
    }
}

/// A column of a workbook by its letters: `A`, `Z`, `AA`.
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    while let Some(digit) = left.checked_sub(1) {
        letters.push(char::from(b'A'.saturating_add(u8::try_from(digit % 26).unwrap_or_default())));
        left = digit / 26;
    }
    letters.iter().rev().collect()
}

/// The number of a column by its letters; nothing where they are too many or none.
pub(super) fn column_number(letters: &str) -> Option<usize> {
    let digit = |letter: u8| letter.is_ascii_alphabetic().then(|| usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    let number = letters.bytes().take(5).try_fold(0, |number, letter| Some(number * 26 + digit(letter)?))?;
    (1..5).contains(&letters.len()).then_some(number)
}
