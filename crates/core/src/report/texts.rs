//! Texts that people write in files beside the report.

use std::ops::Range;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Addition, AppendixEntry, GivenText, InAppendix, InOutline, Input, OwnSection, Report, SectionText, Slot, Text,
};
use crate::diagnostic::{Place, Source};

/// Where the texts of sections are, beside those of `sections`: one of its two fields. A `+` behind the id or the title
/// of a section adds its text to what the template says.
///
/// Lời văn của các mục nằm ở tệp riêng, ngoài `sections`: chỉ dùng một trong hai trường. Dấu `+` sau mã mục hoặc đầu mục
/// nghĩa là thêm vào sau lời của mẫu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum TextFiles {
    /// One file for all sections.
    ///
    /// Một tệp cho mọi mục.
    File(TextFile),
    /// A file a section.
    ///
    /// Mỗi mục một tệp.
    Folder(TextFolder),
}

/// A file of Markdown with the text of a section, or of all.
///
/// Một tệp Markdown chứa lời văn của một mục, hoặc của mọi mục.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextFile {
    /// Its path from the folder of the report. In a file for all sections lines that begin with `# ` name the section, by
    /// its id or its title, whose text follows.
    ///
    /// Đường dẫn tính từ thư mục chứa báo cáo. Trong tệp cho mọi mục, dòng bắt đầu bằng `# ` nêu mục, bằng mã hoặc đầu mục,
    /// của lời văn sau đó.
    #[schemars(length(min = 1))]
    pub file: String,
}

/// A folder of Markdown files.
///
/// Một thư mục các tệp Markdown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextFolder {
    /// Its path from the folder of the report. The text of the section `mo-dau` is in `mo-dau.md`.
    ///
    /// Đường dẫn tính từ thư mục chứa báo cáo. Lời văn của mục `mo-dau` nằm trong tệp `mo-dau.md`.
    #[schemars(length(min = 1))]
    pub folder: String,
}

/// A text in a file beside the report.
#[derive(Debug, Clone)]
pub struct FileText {
    /// Where it would stand in the report.
    pub slot: Slot<'static>,
    /// The file.
    pub source: Arc<Source>,
    /// The bytes of the heading that names the section; none in a file of its own.
    pub heading: Range<usize>,
    /// The bytes of the text.
    pub span: Range<usize>,
    /// The text, byte for byte as long.
    pub text: String,
}

impl FileText {
    /// Where the section is named.
    pub fn name_place(&self) -> Place {
        Place::new(&self.source, self.heading.clone())
    }

    /// Puts a text where this one would stand.
    pub fn put(&self, text: &str, report: &mut Report) {
        let text = Text::new(text);
        let place = match &self.slot {
            Slot::Section { id, added } => {
                let text = match added {
                    true => SectionText::Add(Addition { add: GivenText::Text(text) }),
                    false => SectionText::Replace(text),
                };
                report.sections.insert(id.to_string(), text);
                return;
            }
            Slot::Outline { path, part: InOutline::Text } => {
                OwnSection::at(&mut report.outline, path).map(|section| &mut section.text)
            }
            Slot::Appendix { index, part } => {
                let appendix = report.appendices.as_mut().and_then(|all| all.get_mut(*index));
                match (appendix, part) {
                    (Some(AppendixEntry::Own(own)), InAppendix::Text) => Some(&mut own.text),
                    (Some(AppendixEntry::Own(own)), InAppendix::PartText(part)) => {
                        own.parts.get_mut(*part).map(|part| &mut part.text)
                    }
                    (Some(AppendixEntry::Own(own)), InAppendix::Outline(path, InOutline::Text)) => {
                        let sections = own.document.as_mut().map(|document| &mut *document.outline);
                        sections.and_then(|all| OwnSection::at(all, path)).map(|section| &mut section.text)
                    }
                    _ => None,
                }
            }
            _ => None,
        };
        if let Some(place) = place {
            *place = Some(GivenText::Text(text));
        }
    }
}

impl Input {
    /// Takes in texts from files beside the report: from now on they are texts of the report, whose places
    /// are in their files.
    pub fn with_texts(mut self, texts: Vec<FileText>) -> Self {
        self.strings.extend(texts.iter().map(|text| (text.slot.to_string(), text.text.clone())));
        self.texts.extend(texts.into_iter().map(|text| (text.slot.to_string(), text)));
        self
    }

    /// The texts that came from files beside the report.
    pub fn texts(&self) -> impl Iterator<Item = &FileText> {
        self.texts.iter().map(|(_, text)| text)
    }

    /// The text of a file that stands at a pointer, or below it.
    pub(super) fn text_at(&self, pointer: &str) -> Option<(&str, &FileText)> {
        let at = |known: &str| known.strip_prefix(pointer).is_some_and(|rest| rest.is_empty() || rest == "/add");
        self.texts.iter().find(|(known, _)| at(known)).map(|(known, text)| (known.as_str(), text))
    }
}
