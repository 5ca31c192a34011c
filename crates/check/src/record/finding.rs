//! One finding: what is the matter, in both languages, and where.

use baocao_core::diagnostic::{Finding, Lang, Message, Place};
use baocao_core::report::Level;
use schemars::JsonSchema;
use serde::Serialize;

/// One finding.
///
/// Một phát hiện.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FindingRecord {
    /// Its stable id, such as `so-lieu/ti-le-sai`.
    ///
    /// Mã, không thay đổi giữa các phiên bản.
    pub id: String,
    /// How grave it is, after all settings.
    ///
    /// Mức độ, sau khi áp dụng cấu hình.
    pub severity: Level,
    /// What is the matter.
    ///
    /// Việc gì.
    pub message: Both,
    /// Where, if anywhere.
    ///
    /// Ở đâu.
    pub place: Option<PlaceRecord>,
    /// What stands there.
    ///
    /// Nội dung tìm thấy.
    pub found: Option<String>,
    /// What should stand there.
    ///
    /// Nội dung cần có.
    pub expected: Option<Both>,
    /// How to mend it.
    ///
    /// Cách sửa.
    pub hint: Option<Both>,
    /// The article of law behind it.
    ///
    /// Căn cứ pháp lý.
    pub law: Option<String>,
}

impl From<&Finding> for FindingRecord {
    fn from(finding: &Finding) -> Self {
        Self {
            id: finding.id.to_string(),
            severity: finding.severity.into(),
            message: Both::from(&finding.message),
            place: finding.place.as_ref().map(PlaceRecord::from),
            found: finding.found.clone(),
            expected: finding.expected.as_ref().map(Both::from),
            hint: finding.hint.as_ref().map(Both::from),
            law: finding.law.map(str::to_owned),
        }
    }
}

/// A text in both languages.
///
/// Lời bằng hai thứ tiếng.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Both {
    /// In Vietnamese.
    ///
    /// Tiếng Việt.
    pub vi: String,
    /// In English.
    ///
    /// Tiếng Anh.
    pub en: String,
}

impl From<&Message> for Both {
    fn from(message: &Message) -> Self {
        Self { vi: message.vi.clone(), en: message.en.clone() }
    }
}

impl Both {
    /// The text in one language.
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

/// A place in a file. Lines and columns begin with 1; columns count characters (Unicode code points); the end is the place
/// after the last character.
///
/// Một chỗ trong tệp. Dòng, cột đếm từ 1; cột đếm theo ký tự Unicode; chỗ cuối là sau ký tự cuối cùng.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PlaceRecord {
    /// The file: the report, or another that it draws on.
    ///
    /// Tệp: báo cáo, hoặc tệp khác mà báo cáo dùng.
    pub file: String,
    /// The JSON pointer (RFC 6901), where the file is JSON.
    ///
    /// Con trỏ JSON (RFC 6901), nếu tệp là JSON.
    pub pointer: Option<String>,
    /// The line where it begins.
    ///
    /// Dòng đầu.
    pub line: usize,
    /// The column where it begins.
    ///
    /// Cột đầu.
    pub column: usize,
    /// The line where it ends.
    ///
    /// Dòng cuối.
    pub end_line: usize,
    /// The column after its end.
    ///
    /// Cột sau ký tự cuối.
    pub end_column: usize,
    /// Its bytes in the file's text, a byte order mark not counted: the first, and the one after the last.
    ///
    /// Các byte trong tệp, không kể dấu BOM: byte đầu và byte sau byte cuối.
    pub bytes: [usize; 2],
}

impl From<&Place> for PlaceRecord {
    fn from(place: &Place) -> Self {
        let (line, column) = place.source.line_column(place.span.start);
        let (end_line, end_column) = place.source.line_column(place.span.end);
        Self {
            file: place.source.name.clone(),
            pointer: place.pointer.clone(),
            line,
            column,
            end_line,
            end_column,
            bytes: [place.span.start, place.span.end],
        }
    }
}
