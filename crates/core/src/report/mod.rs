//! The input model: what a report file may hold, and how it is read.
//!
//! [`read`] takes bytes and gives a [`Report`] with the places of all its values, or findings.

mod appendix;
mod beside;
mod chart;
mod checks;
mod copy;
mod document;
mod fields;
mod figure;
mod file;
mod image;
mod input;
mod part;
mod period;
mod schema;
mod sections;
mod slot;
mod sources;
mod style;
mod syntax;
mod table;
mod text;
mod texts;
mod toml;
mod unfinished;
mod validate;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use appendix::{
    AnnexedDocument, AppendixEntry, AppendixNumbering, AppendixPart, GuideLine, Headings, Numerals, Orientation,
    OwnAppendix, TemplateAppendices,
};
pub use beside::{Beside, SideFile, SideFiles};
pub use chart::{Bar, BarsFrom, Chart, ChartLook, ChartOrder};
pub use checks::{Checks, Exemption, Level};
pub use copy::{CopyBy, CopyFile, CopySigner};
pub use document::{
    Circulation, Confirmation, Document, Drafter, Organ, Promulgation, PromulgationDate, Recall, Secrecy, Signer,
    Stamps, Urgency,
};
pub use fields::fields;
pub use figure::{Figure, FigureValue};
pub use file::ReportFile;
pub(crate) use image::picture;
pub use image::{Images, PictureFile, Pictures, check_image, image_name, images};
pub use input::{Input, is_below, json_mistake, pointer_name, pointer_part};
pub use part::Part;
pub use period::{Period, PeriodKind};
pub use schema::{VALIDATOR, generate as generate_schema, to_text as schema_text};
pub use sections::{Addition, GivenText, Numbering, OwnSection, SectionText};
pub use slot::{Field, InAppendix, InChart, InChecks, InFigure, InOutline, InSigner, InTable, Slot};
pub use sources::{SourceCell, SourceFile};
pub use style::{Margins, Points, Style};
pub use table::{
    ColumnAlign, ColumnIdentity, ColumnKind, DecimalSign, FreeTable, RowFile, RowLook, TableCell, TableColumn,
    TableNote, TableRow, TotalRow, WhenEmpty,
};
pub use text::Text;
pub use texts::{FileText, TextFile, TextFiles, TextFolder};
pub use unfinished::unfinished;
pub use validate::structure::missing_field;
pub(crate) use validate::{OLDEST, strange_year};
pub use validate::{check_text, no_such_date, structure};
pub use validate::{read, read_copy};

/// The data of one periodic report.
///
/// Dữ liệu của một báo cáo định kỳ.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Báo cáo định kỳ / Periodic report")]
pub struct Report {
    /// The JSON Schema that editors complete and validate with.
    ///
    /// Lược đồ JSON để trình soạn thảo gợi ý và kiểm tra.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The template set: family/level-version, as `baocao templates` lists them.
    ///
    /// Bộ mẫu: họ báo cáo/cấp-phiên bản, xem `baocao templates`.
    #[schemars(example = "cchc/xa-2022")]
    pub template: String,
    /// The reporting period; documents of some sets have none.
    ///
    /// Kỳ báo cáo; văn bản của một số bộ mẫu không có.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The document's metadata.
    ///
    /// Thể thức của văn bản.
    pub document: Document,
    /// Figures by the stable id of their indicator.
    ///
    /// Số liệu theo mã chỉ tiêu.
    #[serde(default)]
    pub figures: BTreeMap<String, Figure>,
    /// Texts by the id of their section; a section left out is spoken by the template.
    ///
    /// Lời văn theo mã mục; mục nào không có ở đây thì mẫu tự viết từ số liệu.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sections: BTreeMap<String, SectionText>,
    /// Files beside the report with the texts of sections.
    ///
    /// Tệp đặt cạnh báo cáo, chứa lời văn của các mục.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub texts: Option<TextFiles>,
    /// The report's own outline, in place of the template's. Where its last text ends with `./.`, the template's closing is left
    /// out.
    ///
    /// Đề cương riêng, thay cho đề cương của mẫu. Lời văn cuối của nó kết thúc bằng `./.` thì phần kết của mẫu không in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outline: Vec<OwnSection>,
    /// How an own outline is numbered, by depth.
    ///
    /// Cách đánh số đề cương riêng, theo từng cấp.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbering: Option<Vec<Numbering>>,
    /// The report's own appendices, in place of the template's; `"template"` in the list stands for those of the template.
    ///
    /// Phụ lục riêng, thay cho phụ lục của mẫu; ghi `"template"` trong danh sách để giữ phụ lục của mẫu ở chỗ ấy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appendices: Option<Vec<AppendixEntry>>,
    /// Tables with columns of their own, by an id that appendices, charts and texts (`![](bang:id)`) name.
    ///
    /// Các bảng có cột riêng, theo mã mà phụ lục, biểu đồ và lời văn (`![](bang:mã)`) gọi đến.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tables: BTreeMap<String, FreeTable>,
    /// Charts, by an id that appendices and texts (`![](bieu-do:id)`) name.
    ///
    /// Các biểu đồ, theo mã mà phụ lục và lời văn (`![](bieu-do:mã)`) gọi đến.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub charts: BTreeMap<String, Chart>,
    /// How appendices are numbered, where it is not as the decree says.
    ///
    /// Cách đánh số phụ lục, nếu khác quy định.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appendix_numbering: Option<AppendixNumbering>,
    /// The report of an earlier period that this one is compared with.
    ///
    /// Báo cáo kỳ trước để so sánh.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Previous>,
    /// Sizes that differ from the decree's samples, within its ranges.
    ///
    /// Cỡ chữ, lề, giãn dòng khác mẫu của nghị định, trong phạm vi cho phép.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<Style>,
    /// What the report says of the checker: severities and exemptions.
    ///
    /// Mức độ và các mục miễn khi kiểm tra báo cáo này.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checks: Option<Checks>,
    /// Where the values came from: the cells of exports, which findings point at; the reports of the units that were rolled
    /// up. Not printed.
    ///
    /// Số liệu lấy từ đâu: các ô gốc mà phát hiện chỉ ra, báo cáo của các đơn vị được tổng hợp. Không in ra văn bản.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceFile>,
}

impl Report {
    /// The days that the report is about: those of its period, or the day that it bears, as far as that is known.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        match &self.period {
            Some(period) => Some((period.first_day(), period.last_day())),
            None => self.document.promulgation.parsed()?.days(),
        }
    }

    /// The appendices that the report arranges itself, each with its index in the list.
    pub fn own_appendices(&self) -> impl Iterator<Item = (usize, &OwnAppendix)> {
        let entries = self.appendices.iter().flatten().enumerate();
        entries.filter_map(|(index, entry)| match entry {
            AppendixEntry::Own(own) => Some((index, own)),
            AppendixEntry::Template(_) => None,
        })
    }

    /// Whether the last text of its own outline ends with `./.`, so that the template's closing, by its id, has nothing to say
    /// after it.
    pub fn ends_itself(&self, closing: &str) -> bool {
        let mut last = self.outline.iter().rfind(|section| !section.after_end);
        while let Some(below) = last.and_then(|section| section.sections.last()) {
            last = Some(below);
        }
        let said = last.and_then(|section| section.text.as_ref()?.said());
        said.is_some_and(|text| text.trim_end().ends_with("./.")) && !self.sections.contains_key(closing)
    }

    /// The outlines that the report brings: its own, and those of documents that are issued with it.
    pub fn outlines(&self) -> impl Iterator<Item = &[OwnSection]> {
        let annexed = self.own_appendices().filter_map(|(_, appendix)| appendix.document.as_ref());
        std::iter::once(&*self.outline).chain(annexed.map(|document| &*document.outline))
    }

    /// All appendices in their order, where `of_set` are those of its template set.
    pub fn appendices<'a>(&'a self, of_set: &'a [OwnAppendix]) -> Vec<&'a OwnAppendix> {
        let Some(entries) = &self.appendices else { return of_set.iter().collect() };
        let mut all = Vec::new();
        for entry in entries {
            match entry {
                AppendixEntry::Template(_) => all.extend(of_set),
                AppendixEntry::Own(own) => all.push(own),
            }
        }
        all
    }
}

/// The report of an earlier period.
///
/// Báo cáo kỳ trước.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Previous {
    /// Its path from the folder of this report.
    ///
    /// Đường dẫn tính từ thư mục chứa báo cáo này.
    #[schemars(length(min = 1))]
    pub file: String,
    /// Whether the forms carry the earlier value, the difference and the percentage in columns of their own (default
    /// yes).
    ///
    /// Biểu mẫu có thêm cột số kỳ trước, tăng giảm và tỷ lệ hay không (mặc định có).
    #[serde(default = "yes")]
    pub columns: bool,
}

fn yes() -> bool {
    true
}
