//! Python's values as the JSON of a report.

use std::fmt::Write;

use baocao::{Finding, Limits, Place, Source};
use baocao_core::report::pointer_part;
use baocao_core::{kinds, msg};
use pyo3::exceptions::{PyException, PyUnicodeEncodeError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple};

/// Why there is no text: a value that no report has, or an exception that Python's own code raised.
pub(crate) enum NoText {
    Finding(Box<Finding>),
    Raised(PyErr),
}

impl From<Finding> for NoText {
    fn from(finding: Finding) -> Self {
        Self::Finding(Box::new(finding))
    }
}

impl From<PyErr> for NoText {
    fn from(error: PyErr) -> Self {
        Self::Raised(error)
    }
}

/// A value as JSON, written as `json.dumps(value, indent=2, ensure_ascii=False)` writes it, a line feed at its end. Numbers
/// keep the digits that Python shows: a float those of its `repr`, a `Decimal` and an integer all of them.
///
/// What goes beyond the limits of a report is not written to its end: its reader tells that it is too large.
pub(crate) fn text(value: &Bound<'_, PyAny>, name: &str, limits: &Limits) -> Result<String, NoText> {
    let decimal = value.py().import("decimal")?.getattr("Decimal")?;
    let mut writer = Writer { text: String::new(), pointer: String::new(), name, limits, decimal };
    writer.value(value, 0)?;
    writer.text.push('\n');
    Ok(writer.text)
}

struct Writer<'a, 'py> {
    text: String,
    /// The JSON pointer of the value that is written.
    pointer: String,
    name: &'a str,
    limits: &'a Limits,
    decimal: Bound<'py, PyAny>,
}

impl<'py> Writer<'_, 'py> {
    fn value(&mut self, value: &Bound<'py, PyAny>, depth: usize) -> Result<(), NoText> {
        if self.text.len() > self.limits.report_bytes {
            return Ok(());
        }
        if value.is_none() {
            self.text.push_str("null");
        } else if let Ok(value) = value.downcast::<PyString>() {
            self.string(value)?;
        } else if let Ok(value) = value.downcast::<PyBool>() {
            self.text.push_str(if value.is_true() { "true" } else { "false" });
        } else if let Ok(value) = value.downcast::<PyFloat>() {
            self.float(value)?;
        } else if value.is_instance(&self.decimal)? {
            self.decimal(value)?;
        } else if value.is_instance_of::<PyInt>() || value.hasattr(intern!(value.py(), "__index__"))? {
            self.integer(value)?;
        } else if let Ok(mapping) = value.downcast::<PyMapping>() {
            let entries = mapping.items()?.iter().map(|entry| entry.extract()).collect::<PyResult<_>>()?;
            self.object(entries, depth + 1)?;
        } else if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
            self.array(value, depth + 1)?;
        } else {
            return Err(self.no_value(value.get_type().fully_qualified_name()?.to_string()));
        }
        Ok(())
    }

    fn object(&mut self, entries: Vec<(Bound<'py, PyAny>, Bound<'py, PyAny>)>, depth: usize) -> Result<(), NoText> {
        if entries.is_empty() {
            self.text.push_str("{}");
            return Ok(());
        }
        self.too_deep(depth)?;
        for (index, (key, value)) in entries.iter().enumerate() {
            self.next(index, '{', depth);
            let Ok(key) = key.downcast::<PyString>() else { return Err(self.no_key(key)) };
            self.string(key)?;
            self.text.push_str(": ");
            let part = pointer_part(&key.to_string_lossy());
            self.below(&part, value, depth)?;
        }
        self.end('}', depth);
        Ok(())
    }

    fn array(&mut self, values: &Bound<'py, PyAny>, depth: usize) -> Result<(), NoText> {
        if values.len()? == 0 {
            self.text.push_str("[]");
            return Ok(());
        }
        self.too_deep(depth)?;
        for (index, value) in values.try_iter()?.enumerate() {
            self.next(index, '[', depth);
            self.below(&index.to_string(), &value?, depth)?;
        }
        self.end(']', depth);
        Ok(())
    }

    fn below(&mut self, part: &str, value: &Bound<'py, PyAny>, depth: usize) -> Result<(), NoText> {
        let above = self.pointer.len();
        self.pointer.push('/');
        self.pointer.push_str(part);
        self.value(value, depth)?;
        self.pointer.truncate(above);
        Ok(())
    }

    fn next(&mut self, index: usize, open: char, depth: usize) {
        self.text.push(if index == 0 { open } else { ',' });
        self.line(depth);
    }

    fn end(&mut self, close: char, depth: usize) {
        self.line(depth - 1);
        self.text.push(close);
    }

    fn line(&mut self, depth: usize) {
        self.text.push('\n');
        (0..depth).for_each(|_| self.text.push_str("  "));
    }

    fn string(&mut self, value: &Bound<'py, PyString>) -> Result<(), NoText> {
        let text = match value.to_cow() {
            Ok(text) => text,
            Err(error) if error.is_instance_of::<PyUnicodeEncodeError>(value.py()) => {
                let finding = kinds::input::NOT_UTF8.finding(msg!(
                    "chuỗi có nửa ký tự, không ghi được bằng UTF-8",
                    "the text has half of a character, which UTF-8 cannot hold"
                ));
                return Err(self.at(finding.found(value.to_string_lossy())));
            }
            Err(error) => return Err(error.into()),
        };
        match serde_json::to_string(&text) {
            Ok(json) => self.text.push_str(&json),
            Err(error) => return Err(self.no_value(error.to_string())),
        }
        Ok(())
    }

    fn float(&mut self, value: &Bound<'py, PyFloat>) -> Result<(), NoText> {
        if !value.value().is_finite() {
            return Err(self.no_number(value.value().to_string()));
        }
        // That of a float, whatever a class derived from it shows.
        let digits = PyFloat::new(value.py(), value.value()).repr()?;
        self.text.push_str(&digits.to_cow()?);
        Ok(())
    }

    fn decimal(&mut self, value: &Bound<'py, PyAny>) -> Result<(), NoText> {
        let digits = value.str()?;
        if !value.call_method0(intern!(value.py(), "is_finite"))?.is_truthy()? {
            return Err(self.no_number(digits.to_string()));
        }
        self.text.push_str(&digits.to_cow()?);
        Ok(())
    }

    fn integer(&mut self, value: &Bound<'py, PyAny>) -> Result<(), NoText> {
        let index = value.call_method0(intern!(value.py(), "__index__"))?;
        // Of more digits than a report may have anyway, Python makes no text.
        match index.extract::<i128>() {
            Ok(number) => {
                let _ = write!(self.text, "{number}");
                Ok(())
            }
            Err(_) => {
                let finding = kinds::input::NUMBER_TOO_LARGE
                    .finding(msg!("số này quá lớn hoặc quá dài", "this number is too large or too long"));
                Err(self.at(finding))
            }
        }
    }

    fn too_deep(&self, depth: usize) -> Result<(), NoText> {
        let most = self.limits.levels;
        if depth <= most {
            return Ok(());
        }
        let finding = kinds::input::TOO_DEEP
            .finding(msg!("dữ liệu lồng nhau quá sâu", "data is nested too deeply"))
            .expected(msg!("không quá {most} tầng", "at most {most} levels"));
        // The pointer would be as long as the data is deep.
        Err(finding.at(Place::file(&Source::new(self.name, ""))).into())
    }

    fn no_number(&self, found: String) -> NoText {
        let finding = kinds::input::WRONG_TYPE
            .finding(msg!("đây không phải một số", "this is not a number"))
            .found(found)
            .expected(msg!("một số hữu hạn; không có số liệu thì None", "a finite number; None where there is none"));
        self.at(finding)
    }

    fn no_key(&self, key: &Bound<'py, PyAny>) -> NoText {
        let finding = kinds::input::WRONG_TYPE.finding(msg!("khóa không phải chuỗi", "a key is no text"));
        self.at(finding.found(key.to_string()).expected(msg!("str", "str")))
    }

    fn no_value(&self, found: String) -> NoText {
        let types = "None, bool, int, float, Decimal, str, list, tuple, dict";
        let finding = kinds::input::WRONG_TYPE
            .finding(msg!("báo cáo không chứa được giá trị kiểu này", "a report holds no value of this type"))
            .found(found)
            .expected(msg!("một trong: {types}", "one of: {types}"));
        self.at(finding)
    }

    /// The finding at the pointer that was reached; lines there are none.
    fn at(&self, finding: Finding) -> NoText {
        finding.at(Place::json(&Source::new(self.name, ""), 0..0, self.pointer.as_str())).into()
    }
}

impl NoText {
    /// The finding. What Python's own code raised becomes one too; what stops a program (`KeyboardInterrupt`) does not.
    pub(crate) fn finding(self, py: Python<'_>) -> PyResult<Finding> {
        match self {
            Self::Finding(finding) => Ok(*finding),
            Self::Raised(error) if error.is_instance_of::<PyException>(py) => {
                let finding = kinds::input::UNREADABLE
                    .finding(msg!("không đọc được giá trị của Python", "the value of Python cannot be read"));
                Ok(finding.found(error.to_string()))
            }
            Self::Raised(error) => Err(error),
        }
    }
}
