//! An office's own register: rows of a code, a name, perhaps the organ above and the province.

use std::collections::BTreeMap;

use baocao_core::diagnostic::{Finding, Place};
use baocao_core::{kinds, msg};

use super::key::{bare_key, key};
use super::{Found, Kind, Register, Unit};

/// A row of a file, cell by cell as text, and where it stands.
#[derive(Debug, Clone)]
pub struct OwnRow {
    /// The cells.
    pub cells: Vec<String>,
    /// The row.
    pub place: Place,
}

/// What the columns are called, marks and signs apart.
const CODE: &[&str] = &["ma", "ma don vi", "ma dvhc", "ma dinh danh", "ma co quan", "code", "id", "organ id"];
const NAME: &[&str] = &["ten", "ten don vi", "ten co quan", "don vi", "co quan", "name"];
const PARENT: &[&str] = &["ma cha", "ma don vi cha", "truc thuoc", "cap tren", "parent"];
const PROVINCE: &[&str] = &["tinh", "tinh thanh pho", "ma tinh", "province"];

impl Register {
    /// The register of an office, from the rows of a file whose first has the names of the columns: a code and a name, and
    /// perhaps the code of the organ above and the province. Rows without a name are left out and told.
    pub fn of_rows(rows: &[OwnRow], findings: &mut Vec<Finding>) -> Option<Self> {
        let (header, rows) = rows.split_first()?;
        let names: Vec<String> = header.cells.iter().map(|cell| bare_key(&key(cell))).collect();
        let column = |known: &[&str]| names.iter().position(|name| known.contains(&name.as_str()));
        let (Some(code), Some(name)) = (column(CODE), column(NAME)) else {
            findings.push(
                kinds::units::NO_COLUMN
                    .finding(msg!(
                        "danh mục đơn vị thiếu cột mã hoặc cột tên",
                        "the register of units lacks a column of codes or of names"
                    ))
                    .at(header.place.clone())
                    .found(header.cells.join(", "))
                    .expected(msg!(
                        "một cột \"ma\" và một cột \"ten\"",
                        "a column \"ma\" (code) and one \"ten\" (name)"
                    )),
            );
            return None;
        };
        let (parent, province) = (column(PARENT), column(PROVINCE));
        let mut units: Vec<Unit> = Vec::new();
        let mut seen: BTreeMap<String, &Place> = BTreeMap::new();
        let mut incomplete: Option<Finding> = None;
        for OwnRow { cells, place } in rows {
            let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
            let (code, name) = (cell(code), cell(name));
            if code.is_empty() && name.is_empty() {
                continue;
            }
            if code.is_empty() || name.is_empty() {
                let found = format!("{code} {name}");
                incomplete = Some(match incomplete {
                    Some(finding) => finding.also(place.clone(), found.trim()),
                    None => kinds::units::INCOMPLETE
                        .finding(msg!(
                            "dòng của danh mục thiếu mã hoặc tên, không dùng",
                            "a row of the register lacks a code or a name and is not used"
                        ))
                        .at(place.clone())
                        .found(found.trim()),
                });
                continue;
            }
            if let Some(first) = seen.insert(code.to_ascii_lowercase(), place) {
                findings.push(
                    kinds::units::CODE_TWICE
                        .finding(msg!("mã này có hai dòng trong danh mục", "two rows of the register have this code"))
                        .at(first.clone())
                        .found(code)
                        .also(place.clone(), code),
                );
                continue;
            }
            let province = province.map(cell).filter(|written| !written.is_empty());
            let province = province.and_then(|written| match Self::built_in().find_province(written) {
                Found::One(province, _) => Some(province.code.clone()),
                _ => None,
            });
            let parent = parent.map(cell).filter(|parent| !parent.is_empty()).map(|parent| parent.to_owned().into());
            let kind = Kind::of(&super::key::words(name)).map_or(Kind::Organ, |(kind, _)| kind);
            units.push(Unit { code: code.to_owned().into(), name: name.to_owned().into(), kind, province, parent });
        }
        findings.extend(incomplete);
        Some(Self::own(units))
    }
}
