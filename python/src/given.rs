//! What Python gives as a report: a dict, the JSON of one, or the path of its file.

use std::path::PathBuf;

use baocao::{Finding, Limits};
use baocao_core::{kinds, msg};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyMapping, PyString};

use crate::json::{self, NoText};

/// What a report is called that came without a name.
pub(crate) const NAME: &str = "bao-cao.json";

/// A report that was given.
#[derive(Debug)]
pub(crate) enum Given {
    /// The path of its file.
    File(PathBuf),
    /// Its JSON, and what it is called.
    Memory {
        /// The name, for findings and in the PDF.
        name: String,
        /// The JSON.
        bytes: Vec<u8>,
    },
}

impl Given {
    /// The report in a value of Python, or what is wrong with it; an error where Python itself wants to stop.
    pub(crate) fn of(report: &Bound<'_, PyAny>, name: &str, limits: &Limits) -> PyResult<Result<Self, Finding>> {
        let memory = |bytes: Vec<u8>| Ok(Ok(Self::Memory { name: name.to_owned(), bytes }));
        if let Ok(bytes) = report.downcast::<PyBytes>() {
            return memory(bytes.as_bytes().to_vec());
        }
        if let Ok(bytes) = report.downcast::<PyByteArray>() {
            return memory(bytes.to_vec());
        }
        let taken = if let Ok(text) = report.downcast::<PyString>() {
            json_text(text).map(String::into_bytes)
        } else if report.downcast::<PyMapping>().is_ok() {
            json::text(report, name, limits).map(String::into_bytes)
        } else if report.hasattr(intern!(report.py(), "__fspath__"))? {
            return match report.extract() {
                Ok(path) => Ok(Ok(Self::File(path))),
                Err(error) => NoText::Raised(error).finding(report.py()).map(Err),
            };
        } else {
            let found = report.get_type().fully_qualified_name()?.to_string();
            let finding = kinds::input::WRONG_TYPE
                .finding(msg!("đây không phải báo cáo", "this is no report"))
                .found(found)
                .expected(msg!(
                    "dict, JSON (str, bytes), hoặc pathlib.Path của tệp",
                    "a dict, JSON (str, bytes), or the pathlib.Path of a file"
                ));
            Err(finding.into())
        };
        match taken {
            Ok(bytes) => memory(bytes),
            Err(reason) => reason.finding(report.py()).map(Err),
        }
    }
}

/// The text of a report. One that may be the path of a file, which no report may be mistaken for, is told.
fn json_text(text: &Bound<'_, PyString>) -> Result<String, NoText> {
    let text = text.to_cow()?;
    if text.contains('{') || text.trim().is_empty() {
        return Ok(text.into_owned());
    }
    let finding = kinds::input::NOT_JSON
        .finding(msg!("chuỗi này không phải báo cáo bằng JSON", "this text is no report in JSON"))
        .found(text)
        .hint(msg!("tệp thì đưa vào bằng pathlib.Path, không phải str", "for a file give pathlib.Path, no str"));
    Err(finding.into())
}
