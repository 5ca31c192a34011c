//! What the organ that copies a document gives: the file beside the document, with the names of a report's own metadata.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Organ, Promulgation, Text};
use crate::document::CopyOrder;

/// What the organ that copies a document says of its copy.
///
/// Phần của cơ quan sao văn bản.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Bản sao văn bản / Copy of a document")]
pub struct CopyBy {
    /// The JSON Schema that editors complete and validate with.
    ///
    /// Lược đồ JSON để trình soạn thảo gợi ý và kiểm tra.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The organ that copies; its short name stands on electronic copies.
    ///
    /// Cơ quan sao văn bản; tên ngắn in trên bản sao điện tử.
    pub organ: Organ,
    /// The number among all copies of the organ in the year; null or left out: a gap for the registry.
    ///
    /// Số bản sao, đánh chung cho các loại bản sao trong năm; để trống khi chưa lấy số.
    #[serde(default)]
    #[schemars(range(min = 1, max = 99_999_999_999_u64))]
    pub code_number: Option<u64>,
    /// The abbreviation of the organ's name; the symbol `SY-UBND` is made of it.
    ///
    /// Chữ viết tắt tên cơ quan sao văn bản; chương trình ghép thành ký hiệu như SY-UBND.
    #[schemars(length(min = 1, max = 20), example = &"UBND")]
    pub abbreviation: Text,
    /// Place and date of the copy.
    ///
    /// Địa danh và thời gian sao.
    pub promulgation: Promulgation,
    /// Those who sign the copy, from left to right.
    ///
    /// Người ký bản sao.
    #[schemars(length(min = 1, max = 4))]
    pub signers: Vec<CopySigner>,
    /// The recipients of the copy, without dashes and punctuation.
    ///
    /// Nơi nhận bản sao, không kèm gạch đầu dòng và dấu câu.
    #[schemars(length(min = 1))]
    pub recipients: Vec<Text>,
    /// When the organ signs an electronic copy.
    ///
    /// Thời gian ký số bản sao điện tử.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(
        with = "Option<String>",
        regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\+07:00$"),
        example = "2023-09-08T09:15:30+07:00"
    )]
    pub signing_time: Option<String>,
}

/// One who signs a copy, by hand.
///
/// Người ký bản sao.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CopySigner {
    /// The lines above the post: `TL. CHỦ TỊCH`.
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
}

/// An order to copy a document, with the file of the organ that copies.
#[derive(Debug, Clone)]
pub struct CopyFile {
    /// How the user knows the file.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What is to be made.
    pub order: CopyOrder,
}
