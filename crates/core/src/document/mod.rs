//! The composed document as plain data. What is not in it is not printed.
//!
//! The page (`templates/layout/*.typ`) reads this value as JSON; its names are therefore part of the contract
//! with an office's own layout.

mod attachment;
mod axis;
mod block;
mod chart;
mod copy;
mod header;
mod keep;
mod letters;
mod origin;
mod picture;
mod portion;
mod runs;
pub(crate) mod share;
pub mod shifted;
mod style;
mod table;
pub mod tall;
pub mod width;

use serde::Serialize;

pub use attachment::Attachment;
pub use axis::axis;
pub use block::{Block, Cited, Inline, Look, plain_text};
pub use chart::{Chart, ChartBar, ChartValue, Drawn, Tick};
pub use copy::{Copy, CopyBlock, CopyForm, CopyOrder, Issued};
pub use header::{Confirmed, Header, Recipients, Signature, Stamp};
pub use keep::Parting;
pub use letters::{AnyLetter, Letters};
pub use origin::{Call, Figure, Origin, Part, Woven};
pub use picture::Picture;
pub use portion::Portion;
pub(crate) use runs::Tracer;
pub use runs::{Runs, Traced};
pub use style::Style;
pub use table::{Align, Cell, Column, Note, Row, Table, Weight};
pub use tall::Room;

use crate::report::Orientation;

/// An official document, ready to be set.
#[derive(Debug, Clone, Serialize)]
pub struct Document {
    /// What goes into the metadata of the PDF.
    pub metadata: Metadata,
    /// Sizes.
    pub style: Style,
    /// Boxes 1 to 5, 10, 11, 14.
    pub header: Header,
    /// A line over them, or over the text, that says who speaks: `Chủ tịch UBND tỉnh Trung Hà điện:`; `Kính gửi:` where there is none.
    pub announced: Option<Vec<Inline>>,
    /// Box 9a: the addressees without dashes, each with the punctuation after it where there are several.
    pub to: Vec<Vec<Inline>>,
    /// Box 6.
    pub body: Vec<Block>,
    /// Boxes 7 and 8.
    pub signatures: Vec<Signature>,
    /// Boxes 9b and 12.
    pub recipients: Recipients,
    /// What another organ confirms, below them.
    pub confirmation: Option<Confirmed>,
    /// Box 13.
    pub address_line: Option<Vec<Inline>>,
    /// The appendices.
    pub appendices: Vec<Appendix>,
    /// What it has where it is a copy.
    pub copy: Option<Copy>,
}

/// What a PDF says of itself.
#[derive(Debug, Clone, Serialize)]
pub struct Metadata {
    /// Type and abstract.
    pub title: String,
    /// The issuing agency.
    pub author: String,
    /// The abstract.
    pub subject: String,
    /// Number and symbol, type, period.
    pub keywords: Vec<String>,
    /// The date of issue, or the last day of the period where it is still open: year, month, day.
    pub date: (i32, u32, u32),
}

/// One appendix.
#[derive(Debug, Clone, Serialize)]
pub struct Appendix {
    /// What its file is called where it has one of its own: `Phụ lục I: Kết quả giải quyết thủ tục hành chính`.
    pub name: String,
    /// Box 14 of such a file, as far as it is known.
    pub signing_line: Option<String>,
    /// What stands over all of a document that is issued with this one: the agencies; beside them stands the national name.
    pub head: Option<AnnexedHead>,
    /// `Phụ lục`, or `Phụ lục I` where there are two or more; the type of a document that is issued with this one; none where the
    /// title stands alone.
    pub heading: Option<String>,
    /// The title, in capitals where it is one of an appendix.
    pub title: Runs,
    /// A line between the title and the guide line.
    pub under_title: Option<Runs>,
    /// `(Kèm theo Báo cáo số ...)`.
    pub guide: Vec<Inline>,
    /// Its pages: a new sheet begins where the paper is turned.
    pub sheets: Vec<Sheet>,
}

/// Box 2 of a document that is issued with another one (form 1.3).
#[derive(Debug, Clone, Serialize)]
pub struct AnnexedHead {
    /// The parent agency in capitals.
    pub parent: Option<Vec<Inline>>,
    /// The issuing agency in capitals, one entry a line that the author wants.
    pub organ: Vec<Vec<Inline>>,
}

/// Pages of one direction.
#[derive(Debug, Clone, Serialize)]
pub struct Sheet {
    /// Portrait or landscape.
    pub orientation: Orientation,
    /// Headings of forms, tables, charts, text.
    pub blocks: Vec<Block>,
}
