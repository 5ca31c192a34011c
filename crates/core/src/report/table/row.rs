//! One row of a free table.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

use super::TableCell;
use crate::report::Text;

/// How a row looks.
///
/// Kiểu chữ của dòng.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RowLook {
    /// Upright.
    ///
    /// Chữ đứng.
    #[default]
    Normal,
    /// Bold.
    ///
    /// Chữ đậm.
    Bold,
    /// Italic.
    ///
    /// Chữ nghiêng.
    Italic,
}

/// A row: a list of cells, or an object that names their columns.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TableRow {
    /// The name by which rows that are computed know it.
    pub id: Option<String>,
    /// The heading of a group; it covers the columns up to its first cell.
    pub group: Option<Text>,
    /// What the column of row numbers prints in place of the number; empty: nothing.
    pub code: Option<Text>,
    /// The cells in the order of the columns.
    pub list: Option<Vec<TableCell>>,
    /// The cells by the id of their column.
    pub cells: BTreeMap<String, TableCell>,
    /// How it looks.
    pub look: RowLook,
    /// Whether it is a part of the row above: it stands on the same page and is not added up again.
    pub with_above: bool,
    /// The rows that it is the sum of.
    pub sum: Option<Vec<String>>,
    /// The rows that it is the difference of.
    pub difference: Option<[String; 2]>,
    /// The rows that it is the percentage of.
    pub ratio: Option<[String; 2]>,
    /// Whether it was written as a bare list.
    #[serde(skip)]
    bare: bool,
}

impl TableRow {
    /// Whether it was written as a bare list of cells.
    pub fn is_list(&self) -> bool {
        self.bare
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    id: Option<String>,
    #[serde(default)]
    group: Option<Text>,
    #[serde(default)]
    code: Option<Text>,
    #[serde(default)]
    cells: Option<Box<RawValue>>,
    #[serde(default)]
    look: RowLook,
    #[serde(default)]
    with_above: bool,
    #[serde(default)]
    sum: Option<Vec<String>>,
    #[serde(default)]
    difference: Option<[String; 2]>,
    #[serde(default)]
    ratio: Option<[String; 2]>,
}

impl<'de> Deserialize<'de> for TableRow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Numbers keep their digits only where the text of the JSON is read directly.
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        if raw.get().trim_start().starts_with('[') {
            let (list, _) = cells(raw.get()).map_err(D::Error::custom)?;
            return Ok(Self { list, bare: true, ..Self::default() });
        }
        let written: Written = serde_json::from_str(raw.get()).map_err(D::Error::custom)?;
        let (list, cells) = match &written.cells {
            Some(json) => cells(json.get()).map_err(D::Error::custom)?,
            None => (None, BTreeMap::new()),
        };
        Ok(Self {
            id: written.id,
            group: written.group,
            code: written.code,
            list,
            cells,
            look: written.look,
            with_above: written.with_above,
            sum: written.sum,
            difference: written.difference,
            ratio: written.ratio,
            bare: false,
        })
    }
}

/// Cells in order, or by the id of their column.
type Cells = (Option<Vec<TableCell>>, BTreeMap<String, TableCell>);

fn cells(json: &str) -> Result<Cells, serde_json::Error> {
    if json.trim_start().starts_with('[') {
        Ok((Some(serde_json::from_str(json)?), BTreeMap::new()))
    } else {
        Ok((None, serde_json::from_str(json)?))
    }
}

impl JsonSchema for TableRow {
    fn schema_name() -> Cow<'static, str> {
        "TableRow".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let cell = generator.subschema_for::<TableCell>();
        let look = generator.subschema_for::<RowLook>();
        json_schema!({
            "description": "The cells in the order of the columns that are not computed, or an object.\n\nCác ô theo thứ tự những cột \
                không do chương trình tính, hoặc một đối tượng.",
            "type": ["array", "object"],
            "items": cell,
            "properties": {
                "id": {
                    "description": "The name by which computed rows know it.\n\nMã dòng, dùng trong công thức của dòng khác.",
                    "type": "string"
                },
                "group": {
                    "description": "The heading of a group of rows.\n\nTên nhóm dòng.",
                    "type": "string",
                    "minLength": 1
                },
                "code": {
                    "description": "What stands in place of the row's number; empty: nothing.\n\nChữ thay cho số thứ tự; chuỗi rỗng: \
                        không ghi gì.",
                    "type": "string"
                },
                "cells": {
                    "description": "The cells, in order or by the id of their column.\n\nCác ô, theo thứ tự hoặc theo mã cột.",
                    "type": ["array", "object"],
                    "items": cell,
                    "additionalProperties": cell
                },
                "look": {
                    "description": "How it looks.\n\nKiểu chữ của dòng.",
                    "allOf": [look]
                },
                "with_above": {
                    "description": "Whether it is a part of the row above: it stands on the same page and is not added up \
                        again.\n\nLà một phần của dòng trên (trong đó): cùng trang với dòng ấy và không cộng lại vào tổng.",
                    "type": "boolean"
                },
                "sum": {
                    "description": "The rows that it is the sum of.\n\nLà tổng của các dòng này.",
                    "type": "array",
                    "items": { "type": "string" },
                    "minItems": 1
                },
                "difference": {
                    "description": "Minuend and subtrahend.\n\nDòng bị trừ và dòng trừ.",
                    "type": "array",
                    "items": { "type": "string" },
                    "minItems": 2,
                    "maxItems": 2
                },
                "ratio": {
                    "description": "Numerator and denominator of a percentage.\n\nDòng tử số và dòng mẫu số của tỷ lệ phần trăm.",
                    "type": "array",
                    "items": { "type": "string" },
                    "minItems": 2,
                    "maxItems": 2
                }
            },
            "additionalProperties": false
        })
    }
}
