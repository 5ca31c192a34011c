//! The outcome of a check as data: `baocao check --format json`.
//!
//! The types are the format: their JSON Schema is `schema/findings.schema.json`. What is added later is added beside what
//! is there; what changes the meaning of a field raises [`FORMAT`].

mod sarif;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Origin, Review};
use crate::diagnostic::{Finding, Lang, Message, Place, Severity};
use crate::report::Level;

/// The number of the format.
pub const FORMAT: u32 = 1;

/// The outcome of one call of `baocao check`.
///
/// Kết quả của một lần chạy `baocao check`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Kết quả kiểm tra / Outcome of a check")]
pub struct Outcome {
    /// The number of this format.
    ///
    /// Số hiệu của dạng tệp này.
    pub format: u32,
    /// The program that checked.
    ///
    /// Chương trình đã kiểm tra.
    pub tool: Tool,
    /// The exit code of the call: 0 clean, 1 findings at or above the threshold, 2 some report could not be checked.
    ///
    /// Mã thoát: 0 không có gì, 1 có phát hiện từ ngưỡng trở lên, 2 có báo cáo không kiểm tra được.
    pub exit_code: u8,
    /// The reports, in the order in which they were named.
    ///
    /// Các báo cáo, theo thứ tự trên dòng lệnh.
    pub reports: Vec<Record>,
    /// The counts of all reports.
    ///
    /// Tổng của mọi báo cáo.
    pub counts: Counts,
}

/// The program that checked.
///
/// Chương trình đã kiểm tra.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Tool {
    /// Its name.
    ///
    /// Tên.
    pub name: String,
    /// Its version.
    ///
    /// Phiên bản.
    pub version: String,
}

/// What was found in one report.
///
/// Kết quả của một báo cáo.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Record {
    /// The file, as it was named; `-` is standard input.
    ///
    /// Tệp báo cáo, như đã gọi tên; `-` là đầu vào chuẩn.
    pub file: String,
    /// The short name of the organ whose report it is, where the report could be read.
    ///
    /// Tên gọi tắt của cơ quan báo cáo, nếu đọc được báo cáo.
    pub organ: Option<String>,
    /// Whether the report was checked. `false`: the file or the settings for it could not be read, and `findings` says why.
    ///
    /// Báo cáo có được kiểm tra hay không; nếu không thì `findings` nói vì sao.
    pub checked: bool,
    /// From which severity on findings make the check fail.
    ///
    /// Ngưỡng: phát hiện từ mức này trở lên là không đạt.
    pub deny: Level,
    /// The findings, in order of their places.
    ///
    /// Các phát hiện, theo thứ tự vị trí.
    pub findings: Vec<FindingRecord>,
    /// The findings that someone exempted.
    ///
    /// Các phát hiện được miễn.
    pub exempted: Vec<ExemptedRecord>,
    /// The rules that could not be evaluated: they neither passed nor failed.
    ///
    /// Các quy tắc chưa kiểm được: không phải đạt, cũng không phải sai.
    pub not_evaluated: Vec<NotEvaluatedRecord>,
    /// How many there are of each.
    ///
    /// Số lượng.
    pub counts: Counts,
}

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

/// A finding that someone exempted.
///
/// Một phát hiện được miễn.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ExemptedRecord {
    /// The finding.
    ///
    /// Phát hiện.
    pub finding: FindingRecord,
    /// Why it is exempt.
    ///
    /// Lý do miễn.
    pub reason: String,
    /// Who exempted it.
    ///
    /// Ai miễn.
    pub origin: OriginRecord,
    /// Where the exemption is written, unless it came by the command line.
    ///
    /// Mục miễn nằm ở đâu, trừ khi ở dòng lệnh.
    pub place: Option<PlaceRecord>,
}

/// Who exempted a finding.
///
/// Ai miễn một phát hiện.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OriginRecord {
    /// The office's `baocao.toml`.
    Office,
    /// The report.
    Report,
    /// The command line.
    CommandLine,
}

/// A rule that could not be evaluated.
///
/// Một quy tắc chưa kiểm được.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NotEvaluatedRecord {
    /// The id of the rule.
    ///
    /// Mã quy tắc.
    pub rule: String,
    /// Why.
    ///
    /// Lý do.
    pub reason: Both,
}

/// How many there are of each.
///
/// Số lượng.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Counts {
    /// Errors.
    ///
    /// Lỗi.
    pub errors: usize,
    /// Warnings.
    ///
    /// Cảnh báo.
    pub warnings: usize,
    /// Notes.
    ///
    /// Lưu ý.
    pub notes: usize,
    /// Findings that were exempted.
    ///
    /// Phát hiện được miễn.
    pub exempted: usize,
    /// Rules that could not be evaluated.
    ///
    /// Quy tắc chưa kiểm được.
    pub not_evaluated: usize,
}

impl Outcome {
    /// The outcome of several reports.
    pub fn new(reports: Vec<Record>) -> Self {
        let mut counts = Counts::default();
        reports.iter().for_each(|report| counts.add(report.counts));
        let exit_code = reports.iter().map(Record::exit_code).max().unwrap_or(0);
        let tool = Tool { name: "baocao".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() };
        Self { format: FORMAT, tool, exit_code, reports, counts }
    }

    /// As text, with a line feed at its end.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

impl Record {
    /// Of a report that was looked at.
    pub fn new(file: &str, review: &Review, deny: Severity) -> Self {
        let findings: Vec<FindingRecord> = review.findings.iter().map(FindingRecord::from).collect();
        let exempted = review.exempted.iter().map(|exempted| ExemptedRecord {
            finding: FindingRecord::from(&exempted.finding),
            reason: exempted.reason.clone(),
            origin: exempted.origin.into(),
            place: exempted.place.as_ref().map(PlaceRecord::from),
        });
        let not_evaluated = review
            .not_evaluated
            .iter()
            .map(|entry| NotEvaluatedRecord { rule: entry.rule.to_owned(), reason: Both::from(&entry.reason) });
        let count = |severity| review.findings.iter().filter(|finding| finding.severity == severity).count();
        let counts = Counts {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
            exempted: review.exempted.len(),
            not_evaluated: review.not_evaluated.len(),
        };
        Self {
            file: file.to_owned(),
            organ: review.organ.clone(),
            checked: true,
            deny: deny.into(),
            findings,
            exempted: exempted.collect(),
            not_evaluated: not_evaluated.collect(),
            counts,
        }
    }

    /// Of a report that could not be looked at, and why.
    pub fn unchecked(file: &str, findings: &[Finding], deny: Severity) -> Self {
        let review = Review { findings: findings.to_vec(), ..Review::default() };
        Self { checked: false, ..Self::new(file, &review, deny) }
    }

    /// The exit code that this report alone would give.
    pub fn exit_code(&self) -> u8 {
        let deny = Severity::from(self.deny);
        match self.checked {
            false => 2,
            true => u8::from(self.findings.iter().any(|finding| Severity::from(finding.severity) >= deny)),
        }
    }
}

impl Counts {
    /// Adds those of another report.
    pub fn add(&mut self, other: Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.notes += other.notes;
        self.exempted += other.exempted;
        self.not_evaluated += other.not_evaluated;
    }

    /// All findings together.
    pub fn findings(&self) -> usize {
        self.errors + self.warnings + self.notes
    }
}

impl From<&Finding> for FindingRecord {
    fn from(finding: &Finding) -> Self {
        Self {
            id: finding.id.to_owned(),
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

impl From<Origin> for OriginRecord {
    fn from(origin: Origin) -> Self {
        match origin {
            Origin::Office => Self::Office,
            Origin::Report => Self::Report,
            Origin::CommandLine => Self::CommandLine,
        }
    }
}
