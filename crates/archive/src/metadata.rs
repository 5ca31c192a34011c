//! The metadata of a document: the fields of Nghị định 30/2020/NĐ-CP, Annex VI, part II, in snake case.

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What is known of a document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Metadata {
    /// The file (hồ sơ) that the document belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_code: Option<FileCode>,
    /// Its place in that file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doc_ordinal: Option<u32>,
    /// The type: `BÁO CÁO`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub type_name: Option<String>,
    /// The number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code_number: Option<String>,
    /// The symbol behind the number: `BC-UBND`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code_notation: Option<String>,
    /// The day of issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_date: Option<NaiveDate>,
    /// The code of the organ that issued it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organ_id: Option<String>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organ_name: Option<String>,
    /// The abstract.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_amount: Option<u32>,
    /// A remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What is written on it by hand (bút tích).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub autograph: Option<String>,
    /// Those who signed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub signer_info: Vec<SignerInfo>,
    /// Those who received it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Recipient>,
    /// Urgency and secrecy as one digit of the receiving system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<u8>,
    /// Urgency, as reports name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urgency: Option<String>,
    /// Secrecy, as reports name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secrecy: Option<String>,
    /// Copies issued.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_amount: Option<u32>,
    /// The day by which it is to be answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_date: Option<NaiveDate>,
    /// How long it is kept (thời hạn bảo quản): `Vĩnh viễn`, `10 năm`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maintenance: Option<String>,
    /// Who may use it (chế độ sử dụng).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rights: Option<String>,
}

/// The code of a file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FileCode {
    /// The organ that keeps the list of files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organ_id: Option<String>,
    /// The year of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_catalog: Option<u16>,
    /// Its number and symbol.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_notation: Option<String>,
}

/// One who signed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SignerInfo {
    /// The post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<String>,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub full_name: Option<String>,
}

/// One who received the document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Recipient {
    /// The code of the organ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organ_id: Option<String>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organ_name: Option<String>,
}

/// The texts of Annex VI and how many letters each has at most.
const LENGTHS: [(&str, usize); 15] = [
    ("/file_code/organ_id", 13),
    ("/file_code/file_notation", 20),
    ("/type_name", 100),
    ("/code_number", 11),
    ("/code_notation", 30),
    ("/organ_id", 13),
    ("/organ_name", 200),
    ("/subject", 500),
    ("/language", 30),
    ("/description", 500),
    ("/maintenance", 30),
    ("/rights", 30),
    ("/signer_info/*/position", 100),
    ("/signer_info/*/full_name", 50),
    ("/to/*/organ_name", 200),
];

/// Those that a document is entered with.
const NEEDED: [(&str, &str, &str); 5] = [
    ("organ_name", "tên cơ quan ban hành", "the name of the organ"),
    ("code_number", "số văn bản", "the number"),
    ("code_notation", "ký hiệu", "the symbol"),
    ("issued_date", "ngày ban hành", "the day of issue"),
    ("subject", "trích yếu", "the abstract"),
];

/// Those that may not differ from what the report says.
const FIRM: [&str; 4] = ["organ_name", "code_number", "code_notation", "issued_date"];

impl Metadata {
    /// From JSON; the error says what is wrong.
    pub fn parse(bytes: &[u8]) -> Result<Self, Finding> {
        let object = serde_json::from_slice::<Map<String, Value>>(bytes);
        object.and_then(|object| serde_json::from_value(Value::Object(object))).map_err(|error| {
            kinds::archive::BAD_METADATA
                .finding(msg!("thông tin của văn bản không đọc được", "the metadata cannot be read"))
                .found(error.to_string())
        })
    }

    /// As it stands in a package.
    pub fn to_json(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// Number and symbol: `214/BC-UBND`.
    pub fn symbol(&self) -> String {
        let (number, notation) = (self.code_number.as_deref(), self.code_notation.as_deref());
        format!("{}/{}", number.unwrap_or_default(), notation.unwrap_or_default())
    }

    /// What is missing, and what is longer than the decree lets it be.
    pub fn check(&self) -> Vec<Finding> {
        let value = serde_json::to_value(self).unwrap_or_default();
        let is_blank = |field: &str| value.get(field).and_then(Value::as_str).is_none_or(|text| text.trim().is_empty());
        let missing = NEEDED.iter().filter(|(field, ..)| is_blank(field)).map(|(field, vi, en)| {
            kinds::archive::FIELD_MISSING.finding(msg!("chưa có {vi} ({field})", "{en} is missing ({field})")).hint(
                msg!(
                    "nêu bằng --metadata TỆP.json, hoặc --number, --date",
                    "give it by --metadata FILE.json, or by --number, --date"
                ),
            )
        });
        let mut findings: Vec<Finding> = missing.collect();
        for (path, most) in LENGTHS {
            for text in texts(&value, path) {
                let letters = text.chars().count();
                if letters > most {
                    let field = path.trim_start_matches('/');
                    let finding = kinds::archive::FIELD_TOO_LONG
                        .finding(msg!("{field} dài {letters} chữ", "{field} has {letters} letters"))
                        .found(text)
                        .expected(msg!("nhiều nhất {most} chữ", "at most {most}"));
                    findings.push(finding);
                }
            }
        }
        findings
    }
}

/// The texts at a path, in which `*` is every entry of a list.
fn texts<'v>(value: &'v Value, path: &str) -> Vec<&'v str> {
    let mut values = vec![value];
    for name in path.split('/').skip(1) {
        let below = |value: &'v Value| match name {
            "*" => value.as_array().map(|list| list.iter().collect()).unwrap_or_default(),
            name => value.get(name).into_iter().collect::<Vec<_>>(),
        };
        values = values.into_iter().flat_map(below).collect();
    }
    values.into_iter().filter_map(Value::as_str).collect()
}

/// What is known from the report, with what was given besides: that fills what is open, and may not contradict it in
/// what the document is known by.
pub fn merged(known: &Metadata, given: &Metadata) -> Result<Metadata, Vec<Finding>> {
    let (Ok(Value::Object(mut all)), Ok(Value::Object(given))) =
        (serde_json::to_value(known), serde_json::to_value(given))
    else {
        return Ok(known.clone());
    };
    let mut findings = Vec::new();
    for (field, value) in given {
        let before = all.get(&field).filter(|before| FIRM.contains(&field.as_str()) && !is_same(before, &value));
        if let Some(before) = before.map(plain) {
            findings.push(
                kinds::archive::FIELD_DIFFERS
                    .finding(msg!(
                        "{field} khác với báo cáo trong PDF",
                        "{field} is not what the report in the PDF says"
                    ))
                    .found(plain(&value))
                    .expected(msg!("{before}", "{before}")),
            );
        }
        all.insert(field, value);
    }
    let merged = serde_json::from_value(Value::Object(all)).unwrap_or_default();
    if findings.is_empty() { Ok(merged) } else { Err(findings) }
}

/// Numbers are the same with and without zeros before them, texts with any white space.
fn is_same(a: &Value, b: &Value) -> bool {
    let key = |value: &Value| baocao_vietnamese::one_line(plain(value).trim_start_matches('0'));
    key(a) == key(b)
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
