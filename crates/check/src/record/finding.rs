//! One finding: what is the matter, in both languages, and where.

use std::ops::Range;

use baocao_core::diagnostic::{Address, Edit, Finding, Lang, Locator, Message, Origin, Place, Spot, column_letters};
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
    /// What mends it at that place, where that is beyond doubt: `baocao check --fix` does all of it.
    ///
    /// Thay đổi để sửa chỗ ấy, nếu chắc chắn: `baocao check --fix` làm tất cả.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<EditRecord>,
    /// The other places where the same is, in the order of the file.
    ///
    /// Các chỗ khác cũng như vậy, theo thứ tự trong tệp.
    pub other_places: Vec<OtherPlace>,
    /// How many more places there are, beyond those that are kept of a rule.
    ///
    /// Còn bao nhiêu chỗ nữa, ngoài số chỗ được giữ của một quy tắc.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub more_places: usize,
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
            edits: finding.edits.iter().map(EditRecord::from).collect(),
            other_places: finding.others.iter().map(OtherPlace::from).collect(),
            more_places: finding.more,
            hint: finding.hint.as_ref().map(Both::from),
            law: finding.law.map(str::to_owned),
        }
    }
}

fn is_nothing(count: &usize) -> bool {
    *count == 0
}

/// One more place of a finding.
///
/// Một chỗ nữa của phát hiện.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OtherPlace {
    /// Where.
    ///
    /// Ở đâu.
    pub place: PlaceRecord,
    /// What stands there.
    ///
    /// Nội dung tìm thấy.
    pub found: Option<String>,
    /// What should stand there, where that is not what should stand at the first place.
    ///
    /// Nội dung cần có, nếu khác chỗ đầu tiên.
    pub expected: Option<Both>,
    /// What mends it there, where that is beyond doubt.
    ///
    /// Thay đổi để sửa chỗ ấy, nếu chắc chắn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<EditRecord>,
}

impl From<&Spot> for OtherPlace {
    fn from(spot: &Spot) -> Self {
        let Spot { place, found, expected, edits } = spot;
        let (expected, edits) = (expected.as_ref().map(Both::from), edits.iter().map(EditRecord::from).collect());
        Self { place: place.into(), found: found.clone(), expected, edits }
    }
}

/// One change of a file.
///
/// Một thay đổi trong tệp.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EditRecord {
    /// What is taken out; without bytes, where something is only put in.
    ///
    /// Chỗ bị bỏ đi; không có byte nào nếu chỉ chèn vào.
    pub place: PlaceRecord,
    /// What stands there then, as JSON writes it, with its escapes.
    ///
    /// Nội dung đứng vào đó, ghi theo JSON.
    pub text: String,
}

impl From<&Edit> for EditRecord {
    fn from(edit: &Edit) -> Self {
        Self { place: PlaceRecord::from(&edit.place), text: edit.text.clone() }
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
/// after the last character. Of a file that is no text they are 1, and its bytes 0.
///
/// Một chỗ trong tệp. Dòng, cột đếm từ 1; cột đếm theo ký tự Unicode; chỗ cuối là sau ký tự cuối cùng. Tệp không phải văn
/// bản thuần thì các số này là 1, các byte là 0.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PlaceRecord {
    /// The file: the report, or another that it draws on.
    ///
    /// Tệp: báo cáo, hoặc tệp khác mà báo cáo dùng.
    pub file: String,
    /// The JSON pointer (RFC 6901), where the file is JSON; in a file of texts that of the section in the report.
    ///
    /// Con trỏ JSON (RFC 6901), nếu tệp là JSON; trong tệp lời văn là con trỏ của mục trong báo cáo.
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
    /// The field, where the file is one of rows (CSV).
    ///
    /// Ô, nếu tệp là tệp các hàng (CSV).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<FieldRecord>,
    /// The cell, where the file is a workbook.
    ///
    /// Ô, nếu tệp là bảng tính.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<CellRecord>,
    /// The page, where the file is one of pages.
    ///
    /// Trang, nếu tệp chia thành trang.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
    /// The cell of an export that the value came from, where the report says so: that is where it must be mended.
    ///
    /// Ô của tệp gốc mà giá trị được lấy ra, nếu báo cáo có ghi: phải sửa ở đó.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<PlaceOrigin>,
}

/// The cell of an export that a value came from: `sheet` and `cell` of a workbook, `row` and `column` of a file of rows,
/// `line` and `pointer` of a file of JSON.
///
/// Ô của tệp gốc mà giá trị được lấy ra: `sheet` và `cell` trong bảng tính, `row` và `column` trong tệp các hàng, `line` và
/// `pointer` trong tệp JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlaceOrigin {
    /// The file.
    ///
    /// Tệp.
    pub file: String,
    /// The name of the sheet; empty where the file has but one without a name.
    ///
    /// Tên trang tính; rỗng nếu tệp chỉ có một trang không tên.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Column and row, such as `D17`.
    ///
    /// Cột và hàng, như `D17`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// The row, counted from 1.
    ///
    /// Hàng, đếm từ 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// The column, counted from 1.
    ///
    /// Cột, đếm từ 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// The line where the object begins, counted from 1.
    ///
    /// Dòng đầu của đối tượng JSON, đếm từ 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The JSON pointer in the object.
    ///
    /// Con trỏ JSON trong đối tượng.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// What the cell is called there.
    ///
    /// Tên gọi của ô trong tệp gốc.
    pub label: Option<String>,
}

impl From<&Origin> for PlaceOrigin {
    fn from(origin: &Origin) -> Self {
        let place = Self { file: origin.file.clone(), label: origin.label.clone(), ..Self::default() };
        match origin.at.clone() {
            Address::Cell { sheet, row, column } => {
                Self { sheet: Some(sheet), cell: Some(format!("{}{row}", column_letters(column))), ..place }
            }
            Address::Field { row, column } => Self { row: Some(row), column: Some(column), ..place },
            Address::Value { line, pointer } => Self { line: Some(line), pointer: Some(pointer), ..place },
        }
    }
}

/// A field of a file of rows, counted from 1.
///
/// Một ô của tệp các hàng, đếm từ 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FieldRecord {
    /// The row, that of the names included.
    ///
    /// Hàng, kể cả hàng tên cột.
    pub row: usize,
    /// The column; nothing for the whole row.
    ///
    /// Cột; không có nếu là cả hàng.
    pub column: Option<usize>,
}

/// A cell of a workbook.
///
/// Một ô của bảng tính.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CellRecord {
    /// The name of the sheet.
    ///
    /// Tên trang tính.
    pub sheet: String,
    /// Column and row, such as `D17`.
    ///
    /// Cột và hàng, như `D17`.
    pub name: String,
}

impl From<&Place> for PlaceRecord {
    fn from(place: &Place) -> Self {
        let span = place.span();
        let at = |offset| span.as_ref().map_or((1, 1), |_| place.source.line_column(offset));
        let Range { start, end } = span.clone().unwrap_or(0..0);
        let ((line, column), (end_line, end_column)) = (at(start), at(end));
        let (mut field, mut cell, mut page) = (None, None, None);
        match &place.at {
            Locator::Field { row, column, .. } => field = Some(FieldRecord { row: *row, column: *column }),
            Locator::Cell { sheet, row, column } => {
                cell = Some(CellRecord { sheet: sheet.clone(), name: format!("{}{row}", column_letters(*column)) });
            }
            Locator::Page { page: number } => page = Some(*number),
            _ => {}
        }
        Self {
            file: place.source.name.clone(),
            pointer: place.pointer().map(str::to_owned),
            line,
            column,
            end_line,
            end_column,
            bytes: place.bytes().map_or([0, 0], |bytes| [bytes.start, bytes.end]),
            field,
            cell,
            page,
            origin: place.origin.as_deref().map(PlaceOrigin::from),
        }
    }
}
