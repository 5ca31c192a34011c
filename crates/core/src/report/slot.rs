//! The named places of a report: where each text stands, and where what is asked of it is written.
//!
//! A [`Slot`] is read from a JSON pointer once and written as one here only; everyone else asks what it is.

use std::borrow::Cow;
use std::fmt;

use super::{Input, pointer_name, pointer_part};
use crate::diagnostic::Place;

/// A named place of a report.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Slot<'a> {
    /// The template set.
    Template,
    /// The path of the earlier report.
    PreviousFile,
    /// A field of the document's metadata.
    Document(Field),
    /// The text of a section, by its id.
    Section {
        /// The id.
        id: Cow<'a, str>,
        /// Whether it is added to what the template says.
        added: bool,
    },
    /// A section of the report's own outline.
    Outline {
        /// The index of the section, and of those that it stands in, from the outermost.
        path: Vec<usize>,
        /// What of it.
        part: InOutline,
    },
    /// An appendix of the report's own, by its index.
    Appendix {
        /// The index.
        index: usize,
        /// What of it.
        part: InAppendix,
    },
    /// A figure, by the id of its indicator.
    Figure {
        /// The id.
        id: Cow<'a, str>,
        /// What of it.
        part: InFigure,
    },
    /// A table with columns of its own, by its id.
    Table {
        /// The id.
        id: Cow<'a, str>,
        /// What of it.
        part: InTable<'a>,
    },
    /// A chart, by its id.
    Chart {
        /// The id.
        id: Cow<'a, str>,
        /// What of it.
        part: InChart,
    },
    /// What is said of the checker.
    Checks {
        /// Whether the office says it in its `baocao.toml`, not the report.
        of_office: bool,
        /// What is said.
        part: InChecks<'a>,
    },
}

/// A field of the document's metadata; lists by index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// The agency.
    Organ,
    /// Its name.
    OrganName,
    /// Its short name.
    ShortName,
    /// The name of the agency above it.
    ParentName,
    /// The short name of the agency above it.
    ParentShortName,
    /// The kind of document.
    TypeName,
    /// The number.
    CodeNumber,
    /// The symbol.
    CodeNotation,
    /// The place of issue.
    PromulgationPlace,
    /// The date of issue.
    PromulgationDate,
    /// The abstract.
    Subject,
    /// Who decides.
    Authority,
    /// To whom it is addressed.
    To(usize),
    /// A ground.
    Ground(usize),
    /// A recipient.
    Recipient(usize),
    /// A signer.
    Signer(usize, InSigner),
    /// The mark of who drafted it.
    DrafterMark,
    /// What stands over what another organ confirms.
    ConfirmationWords,
    /// The name of who confirms.
    ConfirmationName,
    /// The line of addresses.
    AddressLine,
}

/// What of a signer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InSigner {
    /// All of it.
    All,
    /// A line of the authority to sign, by its index.
    Competence(usize),
    /// The post.
    Position,
    /// The name.
    FullName,
}

/// What of a section of an own outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InOutline {
    /// The title.
    Title,
    /// The text.
    Text,
}

/// What of an own appendix.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum InAppendix {
    /// The title.
    Title,
    /// The heading of its forms.
    FormHeading,
    /// The text.
    Text,
    /// The heading of a part, by its index.
    PartHeading(usize),
    /// One of several headings of a part, by the index of the part and its own.
    PartHeadings(usize, usize),
    /// The line under the title.
    UnderTitle,
    /// The text of a part, by its index.
    PartText(usize),
    /// The name of the type of a document that is issued with this one.
    TypeName,
    /// A section of that document, by its path.
    Outline(Vec<usize>, InOutline),
}

/// What of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InFigure {
    /// All of it; its value, where it has no note.
    All,
    /// The value beside a note.
    Value,
    /// The note.
    Note,
}

/// What of a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum InTable<'a> {
    /// The title.
    Title,
    /// The title of a column, by its index and those of the columns that it stands under, from the outermost.
    Header(Vec<usize>),
    /// The file of its rows.
    DataFile,
    /// A cell, a label or a note, by the pointer below the table.
    Below(Cow<'a, str>),
}

/// What of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InChart {
    /// The title.
    Title,
    /// The name of a series, by its index.
    Series(usize),
    /// The label of a bar, by its index.
    Label(usize),
}

/// What is said of the checker.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum InChecks<'a> {
    /// How grave the findings of a rule are.
    Severity(Cow<'a, str>),
    /// An exemption, by its index.
    Exemption(usize),
    /// The rule of an exemption.
    ExemptionRule(usize),
    /// The place that an exemption is for.
    ExemptionAt(usize),
}

const TEMPLATE: &str = "/template";

impl<'a> Slot<'a> {
    /// The slot of a JSON pointer of a report; nothing where no slot has it.
    pub fn parse(pointer: &'a str) -> Option<Self> {
        let Some((root, rest)) = pointer.strip_prefix('/')?.split_once('/') else {
            return (pointer == TEMPLATE).then_some(Self::Template);
        };
        Some(match root {
            "previous" if rest == "file" => Self::PreviousFile,
            "document" => Self::Document(Field::parse(rest)?),
            "sections" => match rest.split_once('/') {
                None => Self::Section { id: pointer_name(rest), added: false },
                Some((id, "add")) => Self::Section { id: pointer_name(id), added: true },
                Some(_) => return None,
            },
            "outline" => {
                let (path, part) = InOutline::parse(rest)?;
                Self::Outline { path, part }
            }
            "appendices" => {
                let (index, part) = indexed(rest)?;
                Self::Appendix { index, part: InAppendix::parse(part)? }
            }
            "figures" => {
                let (id, part) = rest.split_once('/').unwrap_or((rest, ""));
                let part = match part {
                    "" => InFigure::All,
                    "value" => InFigure::Value,
                    "note" => InFigure::Note,
                    _ => return None,
                };
                Self::Figure { id: pointer_name(id), part }
            }
            "tables" => {
                let (id, part) = rest.split_once('/')?;
                Self::Table { id: pointer_name(id), part: InTable::parse(part) }
            }
            "charts" => {
                let (id, part) = rest.split_once('/')?;
                Self::Chart { id: pointer_name(id), part: InChart::parse(part)? }
            }
            "checks" => Self::Checks { of_office: false, part: InChecks::parse(rest)? },
            "check" => Self::Checks { of_office: true, part: InChecks::parse(rest)? },
            _ => return None,
        })
    }

    /// The text of a section that stands in place of what the template says.
    pub fn section(id: &'a str) -> Self {
        Self::Section { id: Cow::Borrowed(id), added: false }
    }

    /// A figure.
    pub fn figure(id: &'a str) -> Self {
        Self::Figure { id: Cow::Borrowed(id), part: InFigure::All }
    }

    /// The id of the section whose text it is, or is added to.
    pub fn section_id(&self) -> Option<&str> {
        match self {
            Self::Section { id, .. } => Some(id),
            _ => None,
        }
    }

    /// Where in the report's own outline it stands.
    pub fn outline_path(&self) -> Option<&[usize]> {
        match self {
            Self::Outline { path, .. } => Some(path),
            _ => None,
        }
    }

    /// Whether it stands in the body of the narrative: in a section, or in the report's own outline.
    pub fn is_in_body(&self) -> bool {
        matches!(self, Self::Section { .. } | Self::Outline { .. })
    }
}

impl Field {
    fn parse(rest: &str) -> Option<Self> {
        Some(match rest {
            "organ" => Self::Organ,
            "organ/organ_name" => Self::OrganName,
            "organ/short_name" => Self::ShortName,
            "organ/parent_name" => Self::ParentName,
            "organ/parent_short_name" => Self::ParentShortName,
            "type_name" => Self::TypeName,
            "code_number" => Self::CodeNumber,
            "code_notation" => Self::CodeNotation,
            "promulgation/place" => Self::PromulgationPlace,
            "promulgation/date" => Self::PromulgationDate,
            "subject" => Self::Subject,
            "authority" => Self::Authority,
            "drafter/mark" => Self::DrafterMark,
            "confirmation/words" => Self::ConfirmationWords,
            "confirmation/full_name" => Self::ConfirmationName,
            "address_line" => Self::AddressLine,
            _ => {
                let (list, rest) = rest.split_once('/')?;
                let (index, part) = indexed(rest)?;
                match (list, part) {
                    ("to", "") => Self::To(index),
                    ("grounds", "") => Self::Ground(index),
                    ("recipients", "") => Self::Recipient(index),
                    ("signers", _) => Self::Signer(index, InSigner::parse(part)?),
                    _ => return None,
                }
            }
        })
    }
}

impl InSigner {
    fn parse(rest: &str) -> Option<Self> {
        Some(match rest {
            "" => Self::All,
            "position" => Self::Position,
            "full_name" => Self::FullName,
            _ => Self::Competence(rest.strip_prefix("competence/")?.parse().ok()?),
        })
    }
}

impl InOutline {
    /// The path of a section, and what of it.
    fn parse(rest: &str) -> Option<(Vec<usize>, Self)> {
        let (path, part) = path(rest, "sections")?;
        let part = match part {
            "title" => Self::Title,
            "text" => Self::Text,
            _ => return None,
        };
        Some((path, part))
    }

    fn pointer(self, path: &[usize]) -> String {
        let part = match self {
            Self::Title => "title",
            Self::Text => "text",
        };
        format!("outline/{}/{part}", nested(path, "sections"))
    }
}

impl InAppendix {
    fn parse(rest: &str) -> Option<Self> {
        Some(match rest {
            "title" => Self::Title,
            "form_heading" => Self::FormHeading,
            "text" => Self::Text,
            "under_title" => Self::UnderTitle,
            "document/type_name" => Self::TypeName,
            _ if rest.starts_with("document/outline/") => {
                let (path, part) = InOutline::parse(rest.strip_prefix("document/outline/")?)?;
                Self::Outline(path, part)
            }
            _ => match indexed(rest.strip_prefix("parts/")?)? {
                (part, "heading") => Self::PartHeading(part),
                (part, rest) if rest.starts_with("heading/") => {
                    Self::PartHeadings(part, rest.strip_prefix("heading/")?.parse().ok()?)
                }
                (part, "text") => Self::PartText(part),
                _ => return None,
            },
        })
    }
}

impl<'a> InTable<'a> {
    fn parse(rest: &'a str) -> Self {
        let header = || path(rest.strip_prefix("columns/")?, "columns").filter(|(_, part)| *part == "title");
        match rest {
            "title" => Self::Title,
            "data/file" => Self::DataFile,
            _ => match header() {
                Some((path, _)) => Self::Header(path),
                None => Self::Below(Cow::Borrowed(rest)),
            },
        }
    }
}

impl InChart {
    fn parse(rest: &str) -> Option<Self> {
        let Some((list, of)) = rest.split_once('/') else {
            return (rest == "title").then_some(Self::Title);
        };
        match (list, indexed(of)?) {
            ("series", (index, "")) => Some(Self::Series(index)),
            ("bars", (index, "label")) => Some(Self::Label(index)),
            _ => None,
        }
    }
}

impl<'a> InChecks<'a> {
    fn parse(rest: &'a str) -> Option<Self> {
        if let Some(rule) = rest.strip_prefix("severity/") {
            return Some(Self::Severity(pointer_name(rule)));
        }
        Some(match indexed(rest.strip_prefix("exemptions/")?)? {
            (index, "") => Self::Exemption(index),
            (index, "rule") => Self::ExemptionRule(index),
            (index, "at") => Self::ExemptionAt(index),
            _ => return None,
        })
    }
}

/// An index and what follows it.
fn indexed(rest: &str) -> Option<(usize, &str)> {
    let (index, rest) = rest.split_once('/').unwrap_or((rest, ""));
    Some((index.parse().ok()?, rest))
}

/// The indices of something that stands in others of its kind, and what follows them.
fn path<'a>(mut rest: &'a str, below: &str) -> Option<(Vec<usize>, &'a str)> {
    let mut path = Vec::new();
    loop {
        let (index, part) = indexed(rest)?;
        path.push(index);
        match part.strip_prefix(below).and_then(|deeper| deeper.strip_prefix('/')) {
            Some(deeper) => rest = deeper,
            None => return Some((path, part)),
        }
    }
}

/// The JSON pointer.
impl fmt::Display for Slot<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Template => formatter.write_str(TEMPLATE),
            Self::PreviousFile => formatter.write_str("/previous/file"),
            Self::Document(field) => write!(formatter, "/document/{field}"),
            Self::Section { id, added } => {
                write!(formatter, "/sections/{}{}", pointer_part(id), if *added { "/add" } else { "" })
            }
            Self::Outline { path, part } => write!(formatter, "/{}", part.pointer(path)),
            Self::Appendix { index, part } => {
                write!(formatter, "/appendices/{index}/")?;
                match part {
                    InAppendix::Title => formatter.write_str("title"),
                    InAppendix::FormHeading => formatter.write_str("form_heading"),
                    InAppendix::Text => formatter.write_str("text"),
                    InAppendix::PartHeading(part) => write!(formatter, "parts/{part}/heading"),
                    InAppendix::PartHeadings(part, at) => write!(formatter, "parts/{part}/heading/{at}"),
                    InAppendix::UnderTitle => formatter.write_str("under_title"),
                    InAppendix::PartText(part) => write!(formatter, "parts/{part}/text"),
                    InAppendix::TypeName => formatter.write_str("document/type_name"),
                    InAppendix::Outline(path, part) => write!(formatter, "document/{}", part.pointer(path)),
                }
            }
            Self::Figure { id, part } => {
                write!(formatter, "/figures/{}", pointer_part(id))?;
                formatter.write_str(match part {
                    InFigure::All => "",
                    InFigure::Value => "/value",
                    InFigure::Note => "/note",
                })
            }
            Self::Table { id, part } => {
                write!(formatter, "/tables/{}/", pointer_part(id))?;
                match part {
                    InTable::Title => formatter.write_str("title"),
                    InTable::Header(path) => write!(formatter, "columns/{}/title", nested(path, "columns")),
                    InTable::DataFile => formatter.write_str("data/file"),
                    InTable::Below(below) => formatter.write_str(below),
                }
            }
            Self::Chart { id, part } => {
                write!(formatter, "/charts/{}/", pointer_part(id))?;
                match part {
                    InChart::Title => formatter.write_str("title"),
                    InChart::Series(index) => write!(formatter, "series/{index}"),
                    InChart::Label(bar) => write!(formatter, "bars/{bar}/label"),
                }
            }
            Self::Checks { of_office, part } => {
                formatter.write_str(if *of_office { "/check/" } else { "/checks/" })?;
                match part {
                    InChecks::Severity(rule) => write!(formatter, "severity/{}", pointer_part(rule)),
                    InChecks::Exemption(index) => write!(formatter, "exemptions/{index}"),
                    InChecks::ExemptionRule(index) => write!(formatter, "exemptions/{index}/rule"),
                    InChecks::ExemptionAt(index) => write!(formatter, "exemptions/{index}/at"),
                }
            }
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Organ => "organ",
            Self::OrganName => "organ/organ_name",
            Self::ShortName => "organ/short_name",
            Self::ParentName => "organ/parent_name",
            Self::ParentShortName => "organ/parent_short_name",
            Self::TypeName => "type_name",
            Self::CodeNumber => "code_number",
            Self::CodeNotation => "code_notation",
            Self::PromulgationPlace => "promulgation/place",
            Self::PromulgationDate => "promulgation/date",
            Self::Subject => "subject",
            Self::Authority => "authority",
            Self::DrafterMark => "drafter/mark",
            Self::ConfirmationWords => "confirmation/words",
            Self::ConfirmationName => "confirmation/full_name",
            Self::AddressLine => "address_line",
            Self::To(index) => return write!(formatter, "to/{index}"),
            Self::Ground(index) => return write!(formatter, "grounds/{index}"),
            Self::Recipient(index) => return write!(formatter, "recipients/{index}"),
            Self::Signer(index, part) => return write!(formatter, "signers/{index}{part}"),
        })
    }
}

impl fmt::Display for InSigner {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::All => "",
            Self::Position => "/position",
            Self::FullName => "/full_name",
            Self::Competence(line) => return write!(formatter, "/competence/{line}"),
        })
    }
}

/// Indices of things that stand in one another, as the middle of a pointer.
fn nested(path: &[usize], below: &str) -> String {
    path.iter().map(usize::to_string).collect::<Vec<_>>().join(&format!("/{below}/"))
}

impl From<Field> for Slot<'_> {
    fn from(field: Field) -> Self {
        Self::Document(field)
    }
}

impl Input {
    /// The place of a slot, or of the nearest value above it.
    pub fn at<'s>(&self, slot: impl Into<Slot<'s>>) -> Place {
        self.place(&slot.into().to_string())
    }

    /// The place of the name of a slot.
    pub fn key_at(&self, slot: &Slot<'_>) -> Place {
        self.key_place(&slot.to_string())
    }

    /// The place of a byte range of the text in a slot; see [`Input::place_in`].
    pub fn within(&self, slot: &Slot<'_>, range: std::ops::Range<usize>) -> Place {
        self.place_in(&slot.to_string(), range)
    }

    /// Whether the report has something in a slot.
    pub fn fills(&self, slot: &Slot<'_>) -> bool {
        self.has(&slot.to_string())
    }
}
