//! What `baocao verify --format json` said of a document.

use baocao_core::diagnostic::{Finding, Message};
use baocao_core::{kinds, msg};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It was looked at, and is well.
    Passed,
    /// It is not well.
    Failed,
    /// It was not looked at, or not all of it.
    NotEvaluated,
}

/// What was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// How all of it ended: failed where one check did; passed where no signature was left open.
    pub state: State,
    /// What was said of the signatures, in the language of those days.
    pub signatures: String,
    /// The SHA-256 of the file that was looked at.
    pub sha256: Option<String>,
    /// When it was.
    pub time: Option<DateTime<FixedOffset>>,
}

/// As it stands in JSON; what else is there is not looked at.
#[derive(Deserialize)]
struct Said {
    sha256: Option<String>,
    time: Option<DateTime<FixedOffset>>,
    result: State,
    checks: Vec<Check>,
}

#[derive(Deserialize)]
struct Check {
    id: String,
    state: State,
    text: String,
}

impl Evidence {
    /// From its bytes; what is wrong where they are no such result, or where the result is not that of its checks.
    pub fn read(bytes: &[u8]) -> Result<Self, Message> {
        let said: Said = serde_json::from_slice(bytes).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            msg!(
                "dòng {line}, cột {column} không phải như lệnh ấy in ra",
                "line {line}, column {column} is not as it is printed"
            )
        })?;
        let check = |id: &str| {
            let lacking = || msg!("không có mục kiểm tra \"{id}\"", "it has no check \"{id}\"");
            said.checks.iter().find(|check| check.id == id).ok_or_else(lacking)
        };
        let (_, signatures) = (check("file")?, check("signatures")?);
        let has_failed = said.checks.iter().any(|check| check.state == State::Failed);
        if has_failed != (said.result == State::Failed) {
            return Err(msg!("kết quả chung không khớp với các mục kiểm tra", "the result is not that of its checks"));
        }
        let state = if has_failed { State::Failed } else { signatures.state };
        Ok(Self { state, signatures: signatures.text.clone(), sha256: said.sha256, time: said.time })
    }

    /// The same of a file that comes with a document: it must be of just these bytes, and not of a time that is to come.
    pub fn of(name: &str, bytes: &[u8], document: &str, now: DateTime<FixedOffset>) -> Result<Self, Finding> {
        let hint = || {
            msg!(
                "kiểm tra chính tệp ấy bằng `baocao verify --format json`, hoặc bỏ --evidence",
                "verify that very file with `baocao verify --format json`, or leave out --evidence"
            )
        };
        let no_such = |Message { vi, en }: Message| {
            let message = msg!(
                "{name} không phải kết quả của `baocao verify --format json`: {vi}",
                "{name} is not what `baocao verify --format json` prints: {en}"
            );
            kinds::archive::BAD_EVIDENCE.finding(message).hint(hint())
        };
        let evidence = Self::read(bytes).map_err(no_such)?;
        let lacking = |key: &str| no_such(msg!("không có \"{key}\"", "it has no \"{key}\""));
        let sha256 = evidence.sha256.as_deref().ok_or_else(|| lacking("sha256"))?;
        let time = evidence.time.ok_or_else(|| lacking("time"))?;
        if sha256 != document {
            let message =
                msg!("{name} là kết quả kiểm tra của một tệp khác", "{name} is what was said of another file");
            let (found, expected) = (format!("SHA-256 {sha256}"), msg!("SHA-256 {document}", "SHA-256 {document}"));
            return Err(kinds::archive::OTHER_EVIDENCE.finding(message).found(found).expected(expected).hint(hint()));
        }
        if time > now {
            let time = time.to_rfc3339();
            return Err(no_such(msg!("thời gian kiểm tra {time} chưa tới", "its time {time} is still to come")));
        }
        Ok(evidence)
    }
}
