//! The metadata of a document: the fields of Nghị định 30/2020/NĐ-CP, Annex VI, part II, in snake case.

use std::sync::LazyLock;

use baocao_core::diagnostic::{Finding, has_errors};
use baocao_core::limits::Limits;
use baocao_core::report::{Input, no_such_date, structure};
use baocao_core::{kinds, msg};
use chrono::NaiveDate;
use jsonschema::Validator;
use schemars::{JsonSchema, schema_for};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::number::{is_number, plain_number};

/// What is known of a document.
///
/// Thông tin của văn bản theo Phụ lục VI Nghị định 30/2020/NĐ-CP.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(title = "Thông tin của văn bản vào kho lưu trữ / Metadata of an archived document")]
pub struct Metadata {
    /// The JSON Schema that editors complete and validate with.
    ///
    /// Lược đồ JSON để trình soạn thảo gợi ý và kiểm tra.
    #[serde(rename = "$schema", skip_serializing)]
    pub schema: Option<String>,
    /// The file (hồ sơ) that the document belongs to.
    ///
    /// Hồ sơ chứa văn bản.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_code: Option<FileCode>,
    /// Its place in that file.
    ///
    /// Số thứ tự văn bản trong hồ sơ.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 999))]
    pub doc_ordinal: Option<u32>,
    /// The type: `BÁO CÁO`.
    ///
    /// Tên loại văn bản.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub type_name: Option<String>,
    /// The number.
    ///
    /// Số của văn bản: các chữ số, có thể thêm một chữ cái như 12a.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code_number: Option<String>,
    /// The symbol behind the number: `BC-UBND`.
    ///
    /// Ký hiệu của văn bản.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code_notation: Option<String>,
    /// The day of issue.
    ///
    /// Ngày ban hành.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), example = "2026-09-16")]
    pub issued_date: Option<NaiveDate>,
    /// The code of the organ that issued it.
    ///
    /// Mã định danh của cơ quan ban hành.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organ_id: Option<String>,
    /// Its name.
    ///
    /// Tên cơ quan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organ_name: Option<String>,
    /// The abstract.
    ///
    /// Trích yếu nội dung.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The language.
    ///
    /// Ngôn ngữ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Pages.
    ///
    /// Số trang của văn bản.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 999999))]
    pub page_amount: Option<u32>,
    /// A remark.
    ///
    /// Ghi chú.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What is written on it by hand (bút tích).
    ///
    /// Bút tích.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub autograph: Option<String>,
    /// Those who signed.
    ///
    /// Chức vụ, họ tên người ký.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub signer_info: Vec<SignerInfo>,
    /// Those who received it.
    ///
    /// Nơi nhận.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Recipient>,
    /// Urgency and secrecy as one digit of the receiving system.
    ///
    /// Mức độ khẩn, độ mật: một chữ số theo hệ thống nhận.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 9))]
    pub priority: Option<u8>,
    /// Urgency, as reports name it.
    ///
    /// Mức độ khẩn, viết như trong báo cáo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urgency: Option<String>,
    /// Secrecy, as reports name it.
    ///
    /// Độ mật, viết như trong báo cáo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secrecy: Option<String>,
    /// Copies issued.
    ///
    /// Số lượng bản phát hành.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 999999))]
    pub issued_amount: Option<u32>,
    /// The day by which it is to be answered.
    ///
    /// Hạn trả lời văn bản.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", regex(pattern = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), example = "2026-09-16")]
    pub due_date: Option<NaiveDate>,
    /// How long it is kept (thời hạn bảo quản): `Vĩnh viễn`, `10 năm`.
    ///
    /// Thời hạn bảo quản của hồ sơ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maintenance: Option<String>,
    /// Who may use it (chế độ sử dụng).
    ///
    /// Chế độ sử dụng.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rights: Option<String>,
}

/// The code of a file.
///
/// Mã hồ sơ.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct FileCode {
    /// The organ that keeps the list of files.
    ///
    /// Mã định danh của cơ quan lập danh mục hồ sơ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organ_id: Option<String>,
    /// The year of the file.
    ///
    /// Năm hình thành hồ sơ.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1900, max = 9999))]
    pub file_catalog: Option<u16>,
    /// Its number and symbol.
    ///
    /// Số và ký hiệu hồ sơ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_notation: Option<String>,
}

/// One who signed.
///
/// Người ký văn bản.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SignerInfo {
    /// The post.
    ///
    /// Chức vụ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<String>,
    /// The name.
    ///
    /// Họ và tên.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub full_name: Option<String>,
}

/// One who received the document.
///
/// Nơi nhận văn bản.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Recipient {
    /// The code of the organ.
    ///
    /// Mã định danh của cơ quan nhận.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organ_id: Option<String>,
    /// Its name.
    ///
    /// Tên cơ quan.
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

fn schema() -> Value {
    schema_for!(Metadata).to_value()
}

#[expect(clippy::expect_used, reason = "the schema is generated from our own types; the tests compile it")]
static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::validator_for(&schema()).expect("the generated schema is valid"));

impl Metadata {
    /// From a JSON file, which the user knows by this name; or all that is wrong with it.
    pub fn read(name: &str, bytes: Vec<u8>) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let metadata = Input::parse(name, bytes, &Limits::default(), &mut findings)
            .and_then(|input| Self::of_input(&input, &mut findings));
        metadata.filter(|_| !has_errors(&findings)).ok_or(findings)
    }

    fn of_input(input: &Input, findings: &mut Vec<Finding>) -> Option<Self> {
        input.check_texts(findings);
        let value: Value = serde_json::from_str(&input.source.text).ok()?;
        structure::check(&VALIDATOR, &schema, &value, input, findings);
        for field in ["issued_date", "due_date"] {
            let day = value.get(field).and_then(Value::as_str).unwrap_or_default();
            if !has_errors(findings) && !day.is_empty() && day.parse::<NaiveDate>().is_err() {
                findings.push(no_such_date(input, &format!("/{field}"), day));
            }
        }
        let read = (!has_errors(findings)).then(|| serde_json::from_value(value))?;
        read.map_err(|_| {
            let message = msg!("không đọc được thông tin của văn bản", "the metadata cannot be read");
            findings.push(kinds::input::UNREADABLE.finding(message).at(input.place("")));
        })
        .ok()
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
        if let Some(number) = self.code_number.as_deref().map(str::trim).filter(|number| !number.is_empty())
            && !is_number(number)
        {
            findings.push(
                kinds::archive::NO_NUMBER
                    .finding(msg!("đây không phải số của văn bản (code_number)", "this is no number (code_number)"))
                    .found(number)
                    .expected(msg!(
                        "các chữ số, có thể thêm một chữ cái: 214, 05, 12a",
                        "digits, perhaps with a letter behind them: 214, 05, 12a"
                    )),
            );
        }
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

/// What is known from the document, with what was given besides: that fills what is open, and may not contradict it in
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
                        "{field} khác với văn bản: báo cáo bên trong, số và ngày đã đóng",
                        "{field} is not what the document says: the report inside, the number and day stamped"
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
    let key = |value: &Value| baocao_vietnamese::one_line(plain_number(&plain(value)));
    key(a).to_lowercase() == key(b).to_lowercase()
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
