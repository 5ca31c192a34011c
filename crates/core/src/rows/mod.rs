//! Files of rows, whatever they were exported as: CSV, NDJSON, JSON, workbooks, and HTML that calls itself one.
//!
//! A [`Book`] is what a file holds, cell by cell; a [`Table`] is one of its sheets understood: which rows are the header,
//! which are data, which are totals of others; and [`Table::values`] are the values of a column as they are meant, judged
//! over the whole column. What is not sure is told, once for a file or a column, and never silently guessed.

mod book;
mod bounds;
mod cells;
mod css;
mod csv;
mod dates;
mod encoding;
mod header;
mod html;
mod json;
mod lists;
mod markup;
pub mod measure;
mod mime;
mod numbers;
mod paging;
mod parts;
mod read;
mod roles;
mod said;
mod shown;
mod spreadsheetml;
mod stored;
mod table;
mod totals;
mod unseen;
mod values;
mod words;
mod workbook;

pub use crate::report::DecimalSign;
pub use book::{Around, Book, Form, Given, Merged, Sheet};
pub use dates::{day, first_day, month_or_year};
pub use json::Json;
pub use numbers::is_number;
pub use said::{CURRENCY, Said, SaidBy, contradicts, of_path as unit_of_names, units_printed};
pub use stored::Seekable;
pub use table::{AskedBy, Column, Hints, Line, Role, Table};
pub use unseen::hidden_sheets;
pub use words::{is_none, is_nothing, is_ordinal, unsorted};
