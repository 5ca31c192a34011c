//! An office's own register: rows of a name, perhaps a code, the organ above and the province.

use std::collections::BTreeMap;

use baocao_core::diagnostic::{Finding, Place};
use baocao_core::{kinds, msg};
use baocao_vietnamese::lexicon::key::{self, bare_key, key};

use super::{Found, How, Kind, Register, Unit};

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
    /// The register of an office, from the rows of a file whose first has the names of the columns: a name, and perhaps a code,
    /// the code of the organ above and the province; and for each unit the row that it is of, from 0 behind the first. A unit
    /// without a code has that of the country's register where that knows its name, in its province or in `within`; else it
    /// goes by its name. Rows without a name are left out and told.
    pub fn of_rows(rows: &[OwnRow], within: Option<&Unit>, findings: &mut Vec<Finding>) -> Option<(Self, Vec<usize>)> {
        let (header, rows) = rows.split_first()?;
        let names: Vec<String> = header.cells.iter().map(|cell| bare_key(&key(cell))).collect();
        let column = |known: &[&str]| names.iter().position(|name| known.contains(&name.as_str()));
        let Some(name) = column(NAME) else {
            findings.push(
                kinds::units::NO_COLUMN
                    .finding(msg!("danh mục đơn vị thiếu cột tên", "the register of units lacks a column of names"))
                    .at(header.place.clone())
                    .found(header.cells.join(", "))
                    .expected(msg!(
                        "một cột \"ten\", và một cột \"ma\" nếu có mã",
                        "a column \"ten\" (name), and one \"ma\" (code) if there are codes"
                    )),
            );
            return None;
        };
        let code = column(CODE);
        let (parent, province) = (column(PARENT), column(PROVINCE));
        let (mut units, mut rows_of): (Vec<Unit>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut seen: BTreeMap<String, &Place> = BTreeMap::new();
        let mut incomplete: Option<Finding> = None;
        for (at, OwnRow { cells, place }) in rows.iter().enumerate() {
            let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
            let (given, name) = (code.map_or("", cell), cell(name));
            if name.is_empty() {
                if !given.is_empty() {
                    incomplete = Some(match incomplete {
                        Some(finding) => finding.also(place.clone(), given),
                        None => kinds::units::INCOMPLETE
                            .finding(msg!(
                                "dòng của danh mục thiếu tên, không dùng",
                                "a row of the register lacks a name and is not used"
                            ))
                            .at(place.clone())
                            .found(given),
                    });
                }
                continue;
            }
            let province = province.map(cell).filter(|written| !written.is_empty());
            let province = province.and_then(|written| match Self::built_in().find_province(written) {
                Found::One(province, _) => Some(province),
                _ => None,
            });
            let known = match Self::built_in().find(name, province.or(within)) {
                Found::One(unit, How::Name) if given.is_empty() => Some(unit),
                _ => None,
            };
            let code = known.map_or(if given.is_empty() { name } else { given }, |unit| &*unit.code);
            if let Some(first) = seen.insert(code.to_ascii_lowercase(), place) {
                findings.push(
                    kinds::units::CODE_TWICE
                        .finding(msg!(
                            "đơn vị này có hai dòng trong danh mục",
                            "this unit has two rows in the register"
                        ))
                        .at(first.clone())
                        .found(code)
                        .also(place.clone(), code),
                );
                continue;
            }
            let province = province.map(|province| province.code.clone());
            let province = province.or_else(|| known.and_then(|unit| unit.province.clone()));
            let parent = parent.map(cell).filter(|parent| !parent.is_empty()).map(|parent| parent.to_owned().into());
            let kind = Kind::of(&key::words(name)).map_or(Kind::Organ, |(kind, _)| kind);
            units.push(Unit { code: code.to_owned().into(), name: name.to_owned().into(), kind, province, parent });
            rows_of.push(at);
        }
        findings.extend(incomplete);
        Some((Self::own(units), rows_of))
    }
}
