//! The document's metadata, with the names of edXML (QCVN 102:2016, NĐ 30/2020/NĐ-CP Annex VI) in snake case.

use baocao_vietnamese::{one_line, sentence_case};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;

/// The metadata of the document.
///
/// Thể thức của văn bản.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The issuing agency (ô 2).
    ///
    /// Cơ quan ban hành.
    pub organ: Organ,
    /// The type of the document (ô 5a); left out: that of the template set.
    ///
    /// Tên loại văn bản; không ghi thì lấy của bộ mẫu.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub type_name: Option<Text>,
    /// The number (ô 3); null or left out: a gap for the registry.
    ///
    /// Số văn bản; để trống khi chưa lấy số.
    #[serde(default)]
    #[schemars(range(min = 1, max = 99_999_999_999_u64))]
    pub code_number: Option<u64>,
    /// The symbol after the number (ô 3).
    ///
    /// Ký hiệu văn bản.
    #[schemars(length(min = 1, max = 30), example = "BC-UBND")]
    pub code_notation: Text,
    /// Place and date (ô 4).
    ///
    /// Địa danh và thời gian ban hành.
    pub promulgation: Promulgation,
    /// The abstract (ô 5a); documents of some sets have none.
    ///
    /// Trích yếu nội dung; văn bản của một số bộ mẫu không có.
    #[serde(default, skip_serializing_if = "Text::is_nothing")]
    #[schemars(length(min = 1, max = 500))]
    pub subject: Text,
    /// The addressees after Kính gửi (ô 9a).
    ///
    /// Nơi kính gửi.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Text>,
    /// Who decides, over the grounds of a decision, or who sends a telegram: a post or a body.
    ///
    /// Thẩm quyền ban hành của quyết định, nghị quyết, đứng trên các căn cứ; người gửi công điện: chức vụ hoặc tên tập thể.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 200), example = "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH MINH")]
    pub authority: Option<Text>,
    /// The legal grounds, one a line, in italics before the text.
    ///
    /// Các căn cứ ban hành.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Text>,
    /// Those who sign (ô 7), from left to right.
    ///
    /// Người ký.
    #[schemars(length(min = 1, max = 4))]
    pub signers: Vec<Signer>,
    /// The recipients (ô 9b), without dashes and punctuation.
    ///
    /// Nơi nhận, không kèm gạch đầu dòng và dấu câu.
    #[schemars(length(min = 1))]
    pub recipients: Vec<Text>,
    /// Stamps of urgency, secrecy and circulation (ô 10, 11).
    ///
    /// Dấu chỉ mức độ khẩn, mật, phạm vi lưu hành.
    #[serde(default)]
    pub stamps: Stamps,
    /// The drafter's mark and the number of copies (ô 12), behind `Lưu: VT, ...`.
    ///
    /// Ký hiệu người soạn thảo và số bản phát hành, in sau `Lưu: VT, ...`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drafter: Option<Drafter>,
    /// What another organ confirms on the paper, below the recipients.
    ///
    /// Xác nhận của cơ quan, tổ chức khác trên văn bản, dưới Nơi nhận.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmation: Option<Confirmation>,
    /// Address, e-mail, telephone (ô 13).
    ///
    /// Địa chỉ, thư điện tử, điện thoại của cơ quan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address_line: Option<Text>,
    /// When the agency signs electronically; printed in ô 14 of appendices in files of their own.
    ///
    /// Thời gian ký số của cơ quan; in ở góc trên bên phải của phụ lục ở tệp riêng. Viết như `2023-09-08T09:15:30+07:00`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(
        with = "Option<String>",
        regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\+07:00$"),
        example = "2023-09-08T09:15:30+07:00"
    )]
    pub signing_time: Option<String>,
}

impl Document {
    /// The name of its type, as the report or its template set has it; nothing before the set was asked.
    pub fn type_name(&self) -> &str {
        self.type_name.as_deref().unwrap_or_default()
    }

    /// The same as in a text: `Báo cáo`.
    pub fn type_in_text(&self) -> String {
        sentence_case(&one_line(self.type_name()))
    }

    /// What it is about, on one line: its abstract; where its type has none, the name of that: `Giấy giới thiệu`.
    pub fn about(&self) -> String {
        let subject = one_line(&self.subject);
        if subject.is_empty() { self.type_in_text() } else { subject }
    }
}

/// The issuing agency.
///
/// Cơ quan ban hành văn bản.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organ {
    /// The agency above it, in capitals.
    ///
    /// Tên cơ quan chủ quản trực tiếp, in hoa.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_name: Option<Text>,
    /// The code that the agency is known by among systems (edXML OrganId; QĐ 20/2020/QĐ-TTg). It is not printed.
    ///
    /// Mã định danh của cơ quan; không in ra.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 40), example = "H29.12.5")]
    pub organ_id: Option<Text>,
    /// Its own name in capitals; a line feed breaks the line there.
    ///
    /// Tên cơ quan ban hành, in hoa; dấu xuống dòng ngắt dòng tại đó.
    #[schemars(length(min = 1, max = 200))]
    pub organ_name: Text,
    /// The name used in running text.
    ///
    /// Tên dùng trong lời văn.
    #[schemars(length(min = 1), example = "UBND xã Bình Minh")]
    pub short_name: Text,
    /// The parent's name used in running text.
    ///
    /// Tên cơ quan chủ quản dùng trong lời văn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_short_name: Option<Text>,
}

/// Place and date of issue.
///
/// Địa danh và thời gian ban hành.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Promulgation {
    /// The place, such as the name of the commune.
    ///
    /// Địa danh.
    #[schemars(length(min = 1))]
    pub place: Text,
    /// `2023-09-08`, or `2023-09` or `2023` while day and month are open, or left out.
    ///
    /// Ngày ban hành; chỉ năm và tháng, chỉ năm, hoặc bỏ trống, khi chưa biết ngày.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))]
    pub date: Option<String>,
}

/// A date of issue that may still be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromulgationDate {
    /// The whole date.
    Day(chrono::NaiveDate),
    /// Only year and month.
    Month(i32, u32),
    /// Only the year.
    Year(i32),
    /// Nothing is known yet.
    Open,
}

impl Promulgation {
    /// The date, or `None` where it is no date of the calendar.
    pub fn parsed(&self) -> Option<PromulgationDate> {
        let Some(text) = &self.date else { return Some(PromulgationDate::Open) };
        match text.splitn(3, '-').collect::<Vec<_>>()[..] {
            [_, _, _] => text.parse().ok().map(PromulgationDate::Day),
            [year, month] => {
                let (year, month) = (year.parse().ok()?, month.parse().ok()?);
                chrono::NaiveDate::from_ymd_opt(year, month, 1)?;
                Some(PromulgationDate::Month(year, month))
            }
            [year] => {
                let year = year.parse().ok()?;
                chrono::NaiveDate::from_ymd_opt(year, 1, 1)?;
                Some(PromulgationDate::Year(year))
            }
            _ => None,
        }
    }
}

impl PromulgationDate {
    /// The first and the last day that it can be; nothing where it is open.
    pub fn days(self) -> Option<(chrono::NaiveDate, chrono::NaiveDate)> {
        let (first, months) = match self {
            Self::Day(day) => return Some((day, day)),
            Self::Month(year, month) => (chrono::NaiveDate::from_ymd_opt(year, month, 1)?, 1),
            Self::Year(year) => (chrono::NaiveDate::from_ymd_opt(year, 1, 1)?, 12),
            Self::Open => return None,
        };
        Some((first, first.checked_add_months(chrono::Months::new(months))?.pred_opt()?))
    }
}

/// One who signs.
///
/// Người ký.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signer {
    /// The lines above the post: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`.
    ///
    /// Quyền hạn của người ký: TM., KT., Q., TL., TUQ.
    #[serde(default)]
    pub competence: Vec<Text>,
    /// The post, in capitals.
    ///
    /// Chức vụ, in hoa.
    #[schemars(length(min = 1, max = 100))]
    pub position: Text,
    /// The full name, without rank or honour.
    ///
    /// Họ và tên, không ghi học hàm, học vị, danh hiệu.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 50))]
    pub full_name: Option<Text>,
    /// The image of the signature, a PNG or JPEG file beside the report.
    ///
    /// Tệp ảnh chữ ký, đường dẫn tính từ thư mục chứa báo cáo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<String>,
    /// The image of the seal, a PNG or JPEG file beside the report.
    ///
    /// Tệp ảnh con dấu, đường dẫn tính từ thư mục chứa báo cáo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<String>,
}

/// Stamps.
///
/// Các dấu chỉ mức độ.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stamps {
    /// Urgency (ô 10b).
    ///
    /// Mức độ khẩn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// Secrecy (ô 10a).
    ///
    /// Mức độ mật.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secrecy: Option<Secrecy>,
    /// Circulation (ô 11).
    ///
    /// Phạm vi lưu hành.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub circulation: Option<Circulation>,
    /// Recall (ô 11).
    ///
    /// Tài liệu thu hồi.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recall: Option<Recall>,
}

/// Urgency.
///
/// Mức độ khẩn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// HỎA TỐC
    Immediate,
    /// THƯỢNG KHẨN
    VeryUrgent,
    /// KHẨN
    Urgent,
}

/// Secrecy.
///
/// Độ mật.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Secrecy {
    /// TUYỆT MẬT
    TopSecret,
    /// TỐI MẬT
    HighlySecret,
    /// MẬT
    Secret,
}

/// Circulation.
///
/// Phạm vi lưu hành.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Circulation {
    /// XEM XONG TRẢ LẠI
    ReturnAfterReading,
    /// LƯU HÀNH NỘI BỘ
    Internal,
}

/// Recall.
///
/// Thu hồi.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Recall {
    /// TÀI LIỆU THU HỒI
    ToBeRecalled,
}

/// The drafter's mark.
///
/// Ký hiệu người soạn thảo và số lượng bản phát hành.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Drafter {
    /// The drafter's initials.
    ///
    /// Ký hiệu người soạn thảo.
    #[schemars(length(min = 1, max = 20))]
    pub mark: Text,
    /// The number of copies issued.
    ///
    /// Số bản phát hành.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 99_999))]
    pub copies: Option<u32>,
}

/// Room in which another organ confirms something.
///
/// Chỗ để cơ quan, tổ chức khác xác nhận.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// What stands over it.
    ///
    /// Lời ghi phía trên.
    #[schemars(length(min = 1, max = 200), example = "Xác nhận của chính quyền địa phương nơi nghỉ phép")]
    pub words: Text,
    /// The full name of who confirms, where it is known.
    ///
    /// Họ và tên người xác nhận, nếu đã biết.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 50))]
    pub full_name: Option<Text>,
}
