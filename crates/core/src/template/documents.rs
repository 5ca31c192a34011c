//! `documents.json`: documents of the central organs that reports of a family often cite.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Documents that reports of a family often cite, for the rules of citations; where the file is missing none is known.
///
/// Các văn bản mà một họ báo cáo thường viện dẫn, cho các quy tắc về viện dẫn; không có tệp này thì không văn bản nào được
/// xét.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Văn bản thường được viện dẫn / Documents that are often cited")]
pub struct Documents {
    /// The JSON Schema, for editors.
    ///
    /// Lược đồ JSON, cho trình soạn thảo.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// After what the list was written. For people.
    ///
    /// Lập theo tài liệu nào. Để người đọc biết.
    pub source: String,
    /// The documents.
    ///
    /// Các văn bản.
    pub documents: Vec<KnownDocument>,
}

impl Documents {
    /// Adds what another file says; it is asked first.
    pub(super) fn join(&mut self, more: Self) {
        self.documents.splice(0..0, more.documents);
    }
}

/// A document whose date is known.
///
/// Một văn bản đã biết ngày ban hành.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KnownDocument {
    /// Its number and symbol, such as `30/2020/NĐ-CP`.
    ///
    /// Số, ký hiệu, như `30/2020/NĐ-CP`.
    pub symbol: String,
    /// The day on which it was issued.
    ///
    /// Ngày ban hành.
    pub date: NaiveDate,
    /// What it is about; nothing is held against it.
    ///
    /// Về việc gì; không đem so với báo cáo.
    pub about: String,
    /// What replaced it, where it is no longer in force.
    ///
    /// Văn bản thay thế, nếu đã hết hiệu lực.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced: Option<Replaced>,
}

/// What replaced a document.
///
/// Văn bản thay thế.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Replaced {
    /// Its number and symbol.
    ///
    /// Số, ký hiệu của văn bản thay thế.
    pub by: String,
    /// The first day on which the old one is no longer in force.
    ///
    /// Ngày đầu tiên văn bản cũ hết hiệu lực.
    pub from: NaiveDate,
}
