//! `form.json`: the statistical forms of one level and version.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::report::{AppendixNumbering, Chart, ColumnAlign, FreeTable, OwnAppendix};

/// All forms of one level and version, and the appendices that they stand in.
///
/// Các biểu mẫu thống kê của một cấp, một phiên bản.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Biểu mẫu thống kê / Statistical forms")]
pub struct FormFile {
    /// The JSON Schema.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// After what the forms were written and what in them is derived.
    pub source: String,
    /// Decimals of computed ratios; zeros at their end are dropped.
    #[serde(default = "two")]
    #[schemars(range(max = 6))]
    pub decimals: u32,
    /// What a ratio prints whose denominator is 0.
    #[serde(default)]
    pub zero_denominator: ZeroDenominator,
    /// The level that fills these forms, such as `xa`, `huyen`, `so`, `tinh`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// How the values of the forms lie: in the middle, or with their commas on one axis.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value_align: Option<ColumnAlign>,
    /// How appendices are numbered, where it is not as the decree says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appendix_numbering: Option<AppendixNumbering>,
    /// The appendices; their titles and headings are Handlebars templates.
    pub appendices: Vec<OwnAppendix>,
    /// Tables with columns of their own; a report brings their rows.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tables: BTreeMap<String, FreeTable>,
    /// Charts.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub charts: BTreeMap<String, Chart>,
    /// The forms.
    pub forms: Vec<Form>,
}

impl FormFile {
    /// No forms.
    pub fn none() -> Self {
        Self {
            schema: None,
            source: String::new(),
            decimals: two(),
            zero_denominator: ZeroDenominator::default(),
            level: None,
            value_align: None,
            appendix_numbering: None,
            appendices: Vec::new(),
            tables: BTreeMap::new(),
            charts: BTreeMap::new(),
            forms: Vec::new(),
        }
    }
}

fn two() -> u32 {
    2
}

/// What a ratio prints whose denominator is 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ZeroDenominator {
    /// Nothing.
    #[default]
    Blank,
    /// `-`
    Dash,
    /// `0`
    Zero,
}

/// A form.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The second line of the header `Chỉ tiêu thống kê`, in italics.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label_note: Option<String>,
    /// The header of the column of values.
    #[serde(default = "value_heading")]
    pub value_heading: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

fn value_heading() -> String {
    "Số liệu".to_owned()
}

/// A row of a form: an indicator, or the heading of a group.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// What the column STT prints.
    #[serde(default)]
    pub code: String,
    /// How many rows the cell of the code covers (`Trong đó`); the rows under it have no code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 2))]
    pub code_rows: Option<usize>,
    /// How many rows the cell of the unit covers; the rows under it have the same unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 2))]
    pub unit_rows: Option<usize>,
    /// Codes that the row also bears in printed forms of this version.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The level that the row is meant for, where it is not the form's: others leave it blank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// The indicator of another row that must have the same value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
    /// The stable id of the indicator, the same in all levels and versions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The label, in Markdown of one paragraph.
    pub label: String,
    /// The unit; for codes it is written from their list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What values it takes.
    pub kind: Kind,
    /// The codes of a coded indicator.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<Code>,
    /// Numerator and denominator of a percentage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratio: Option<[String; 2]>,
    /// The parts of a total.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sum: Option<Vec<String>>,
    /// Minuend and subtrahend.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub difference: Option<[String; 2]>,
    /// How it looks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<RowStyle>,
    /// Whether a report may leave it out.
    #[serde(default)]
    pub optional: bool,
}

/// What values an indicator takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// None: the heading of a group.
    Group,
    /// Whole numbers.
    Count,
    /// Amounts of money.
    Money,
    /// Percentages.
    Percent,
    /// One of its codes.
    Code,
    /// Words.
    Text,
}

/// One code.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// The number that stands for it.
    pub code: i64,
    /// What it means.
    pub label: String,
}

/// How a row looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RowStyle {
    /// Upright.
    Normal,
    /// Code and label bold.
    Bold,
    /// All cells italic.
    Italic,
}

impl FormFile {
    /// A form by its id.
    pub fn form(&self, id: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.id == id)
    }

    /// All rows that have an indicator.
    pub fn indicators(&self) -> impl Iterator<Item = (&str, &Row)> {
        self.forms.iter().flat_map(|form| &form.rows).filter_map(|row| Some((row.id.as_deref()?, row)))
    }

    /// The row of an indicator.
    pub fn indicator(&self, id: &str) -> Option<&Row> {
        self.indicators().find(|(known, _)| *known == id).map(|(_, row)| row)
    }
}

impl Row {
    /// The ids that its value is computed from.
    pub fn parts(&self) -> Vec<&str> {
        let pairs = [&self.ratio, &self.difference];
        let pairs = pairs.into_iter().flatten().flatten();
        pairs.chain(self.sum.iter().flatten()).map(String::as_str).collect()
    }

    /// How it looks, groups being bold unless they say otherwise.
    pub fn look(&self) -> RowStyle {
        self.style.unwrap_or(if self.kind == Kind::Group { RowStyle::Bold } else { RowStyle::Normal })
    }

    /// What the column of units prints; line feeds separate lines.
    pub fn unit_text(&self) -> String {
        match &self.unit {
            Some(unit) => unit.clone(),
            None => {
                let codes: Vec<String> =
                    self.codes.iter().map(|code| format!("{} = {}", code.label, code.code)).collect();
                codes.join("\n")
            }
        }
    }

    /// The code with a value, where there is one.
    pub fn code_of(&self, value: Decimal) -> Option<&Code> {
        self.codes.iter().find(|code| Decimal::from(code.code) == value)
    }
}
