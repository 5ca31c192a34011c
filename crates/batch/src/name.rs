//! What documents are called: a pattern, filled from the fields of a report, safe on every file system.

use std::collections::BTreeMap;
use std::str::FromStr;

use baocao_core::report::Period;
use baocao_core::shelf::is_device;
use baocao_vietnamese::encoding::composed;
use serde::Deserialize;
use serde_json::Value;

use baocao_core::digest::sha256;

/// Bytes of one name in a path, its ending included: file systems take 255, those that encrypt names fewer.
const MOST_BYTES: usize = 200;

/// The parts of a report whose fields are known by their names alone, the first that has it.
const PARTS: [&str; 5] = ["/document/organ", "/document", "/document/promulgation", "/period", ""];

/// What a name is made of: `{organ_id}-{period}.pdf`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    /// The name of the input.
    Stem,
    /// Which of all it is, from 1.
    Number,
    /// The period in short: `2026-Q3`.
    Period,
    /// A field of the report, or a path to it with dots.
    Field(String),
}

/// Documents are PDF: names that end so would say something else.
const OTHER_ENDINGS: [&str; 8] = [".doc", ".docx", ".htm", ".html", ".jpg", ".json", ".png", ".xlsx"];

impl Default for Pattern {
    /// As the input is called.
    fn default() -> Self {
        Self { pieces: vec![Piece::Stem, Piece::Text(".pdf".to_owned())] }
    }
}

impl FromStr for Pattern {
    type Err = String;

    /// Reads a pattern; the error is the part of it that is wrong. `.pdf` is added where it is missing.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once('{') {
            let (field, after) = behind.split_once('}').ok_or_else(|| format!("{{{behind}"))?;
            if !before.is_empty() {
                pieces.push(Piece::Text(before.to_owned()));
            }
            pieces.push(match field {
                "stem" => Piece::Stem,
                "n" => Piece::Number,
                "period" => Piece::Period,
                field if is_field(field) => Piece::Field(field.to_owned()),
                field => return Err(format!("{{{field}}}")),
            });
            rest = after;
        }
        let ending = rest.rfind('.').map_or("", |dot| &rest[dot..]);
        if OTHER_ENDINGS.contains(&ending.to_lowercase().as_str()) {
            return Err(ending.to_owned());
        }
        let ending = if rest.ends_with(".pdf") { "" } else { ".pdf" };
        pieces.push(Piece::Text(format!("{rest}{ending}")));
        let pattern = Self { pieces };
        pattern.written().map(|()| pattern)
    }
}

fn is_field(field: &str) -> bool {
    !field.is_empty() && field.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

impl Pattern {
    /// What is written in the pattern itself may lead into folders, and nowhere else.
    fn written(&self) -> Result<(), String> {
        let with_fields: String = self
            .pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.as_str(),
                _ => "x",
            })
            .collect();
        // What Windows does not take, and what a link to the file would take for something else.
        let bad = with_fields.chars().find(|c| c.is_control() || r##"\:*?"<>|}#%"##.contains(*c));
        if let Some(bad) = bad {
            return Err(bad.to_string());
        }
        match with_fields.split('/').find(|name| name.is_empty() || name.starts_with('.') || name.ends_with(['.', ' ']))
        {
            Some(name) => Err(format!("\"{name}\"")),
            None => Ok(()),
        }
    }

    /// Whether a report has to be read to know its name.
    pub fn asks_for_fields(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Period | Piece::Field(_)))
    }

    /// The path of a document below the folder of results, with `/` between its names. `stem` is what its input is called,
    /// `number` which of all it is. The error names the field that is missing, empty, or has nothing that a file may be
    /// called after.
    pub fn fill(&self, stem: &str, number: usize, report: &Value) -> Result<String, String> {
        let mut path = String::new();
        for piece in &self.pieces {
            let (field, value) = match piece {
                Piece::Text(text) => {
                    path.push_str(text);
                    continue;
                }
                Piece::Stem => ("stem", Some(stem.to_owned())),
                Piece::Number => ("n", Some(number.to_string())),
                Piece::Period => ("period", Period::deserialize(&report["period"]).ok().map(|period| period.code())),
                Piece::Field(name) => (name.as_str(), field(report, name)),
            };
            let value = value.map(|value| safe(&value)).filter(|value| !value.is_empty());
            path.push_str(&value.ok_or_else(|| field.to_owned())?);
        }
        Ok(path.split('/').map(bounded).collect::<Vec<_>>().join("/"))
    }
}

/// A field of an object, or an entry of a list by its number from 0.
fn below<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    match value {
        Value::Array(list) => list.get(name.parse::<usize>().ok()?),
        other => other.get(name),
    }
}

/// A text or number of a report, by its name or by a path with dots.
fn field(report: &Value, name: &str) -> Option<String> {
    let known = PARTS.iter().filter_map(|part| report.pointer(part)?.get(name));
    let path = || name.split('.').try_fold(report, below);
    known.chain(path()).find_map(|value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

/// What remains of a value in a name: letters of all alphabets, digits, `_`, `-` and single dots.
fn safe(value: &str) -> String {
    let mut name = String::new();
    for c in composed(value).chars() {
        let c = if c.is_alphanumeric() || c == '_' || c == '.' { c } else { '-' };
        let again = matches!(c, '-' | '.') && name.ends_with(['-', '.']);
        if !again {
            name.push(c);
        }
    }
    name.trim_matches(['-', '.']).to_owned()
}

/// A name that no file system refuses: not that of a device, and not too long. What is cut off is known by its hash, so
/// that two long names stay two.
fn bounded(name: &str) -> String {
    let name = if is_device(name) { format!("_{name}") } else { name.to_owned() };
    if name.len() <= MOST_BYTES {
        return name;
    }
    let (stem, ending) = name.rsplit_once('.').filter(|(_, ending)| ending.len() <= 5).unwrap_or((&name, ""));
    let hash = &sha256(name.as_bytes())[..8];
    let mut end = MOST_BYTES - hash.len() - ending.len() - 2;
    while !stem.is_char_boundary(end) {
        end -= 1;
    }
    let dot = if ending.is_empty() { "" } else { "." };
    format!("{}~{hash}{dot}{ending}", &stem[..end])
}

/// The paths that would be one file, on a file system that does not tell capitals from small letters: which items, by
/// their indexes, have each.
pub fn collisions<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<Vec<usize>> {
    let mut known: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, path) in paths.enumerate() {
        known.entry(composed(path).to_lowercase()).or_default().push(index);
    }
    let mut several: Vec<Vec<usize>> = known.into_values().filter(|items| items.len() > 1).collect();
    several.sort();
    several
}
