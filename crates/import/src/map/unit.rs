//! Which unit a row is of, and what the office's own list says of it.

use std::collections::HashMap;

use baocao_core::diagnostic::{Finding, Place, has_errors};
use baocao_core::limits::Limits;
use baocao_core::report::{ColumnKind, FigureValue, Input, SideFiles};
use baocao_core::rows::{Book, Hints, Role, Table};
use baocao_core::{kinds, msg};
use baocao_vietnamese::bare;

use super::column;
use super::definition::{MapFile, Missing};
use crate::draft::words;
use crate::units::{self, Found, OwnRow, Register};

/// File systems take names of 255 bytes; a period and a code may follow.
const LONGEST_NAME: usize = 160;

/// The units that rows may be of.
#[derive(Debug)]
pub(super) struct Units {
    /// The office's own register; nothing where it has none.
    own: Option<Own>,
    within: Option<&'static units::Unit>,
}

/// An office's own list of units.
#[derive(Debug)]
struct Own {
    register: Register,
    /// The names of its columns.
    columns: Vec<String>,
    /// Its rows by the codes of their units.
    rows: HashMap<String, Vec<FigureValue>>,
    /// Where they stand, and their cells.
    places: HashMap<String, Place>,
    cells: HashMap<String, Vec<Place>>,
    place: Place,
}

/// A unit that a report is made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    /// Its full name.
    pub(super) name: String,
    /// Its code, where it is in a register.
    pub(super) code: Option<String>,
    /// The name of its province.
    pub(super) province: Option<String>,
}

impl Unit {
    /// What its report is called: its name in small letters without marks.
    pub(super) fn file_name(&self) -> String {
        let words = bare(&self.name).to_ascii_lowercase();
        let words: Vec<&str> =
            words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let mut name = if words.is_empty() { "don-vi".to_owned() } else { words.join("-") };
        // It is letters, digits and dashes: every byte is one.
        name.truncate(LONGEST_NAME);
        name
    }

    /// By what it is told from others.
    pub(super) fn key(&self) -> &str {
        self.code.as_deref().unwrap_or(&self.name)
    }
}

impl Units {
    /// The units of a mapping: those of its register, of its province, or any.
    pub(super) fn read(
        file: &MapFile,
        input: &Input,
        files: &SideFiles,
        limits: &Limits,
        findings: &mut Vec<Finding>,
    ) -> Option<Self> {
        let before = findings.len();
        let within = file.unit.within.as_ref().and_then(|written| {
            let found = Register::built_in().find_province(written);
            if let Found::One(province, _) = found {
                return Some(province);
            }
            findings.push(
                kinds::units::UNKNOWN
                    .finding(msg!("không rõ đây là tỉnh, thành phố nào", "this is no province that is known"))
                    .at(super::bare(input.place("/unit/within")))
                    .found(written.as_str()),
            );
            None
        });
        let own = file.unit.register.as_ref().and_then(|name| {
            let file = files.get(name)?;
            let book = Book::read(&file.name, &file.bytes, limits, findings)?;
            Own::read(&book, within, findings)
        });
        if file.unit.register.is_some() && own.is_none() && !has_errors(&findings[before..]) {
            findings.push(
                kinds::imports::EMPTY_REGISTER
                    .finding(msg!("danh sách đơn vị không có dòng nào", "the list of units has no rows"))
                    .at(super::bare(input.place("/unit/register"))),
            );
        }
        (!has_errors(&findings[before..])).then_some(Self { own, within })
    }

    /// The register that is asked.
    pub(super) fn register(&self) -> &Register {
        self.own.as_ref().map_or_else(|| Register::built_in(), |own| &own.register)
    }

    /// The province that the units lie in.
    pub(super) fn within(&self) -> Option<&units::Unit> {
        self.within
    }

    /// Whether the mapping says which units there are: then one that is not among them is an error. Else departments and
    /// other organs, which no register has, are called as they are written.
    pub(super) fn are_known(&self) -> bool {
        self.own.is_some() || self.within.is_some()
    }

    /// The units that are expected, and where that is said.
    pub(super) fn expected(&self, file: &MapFile, input: &Input) -> Option<(Vec<&units::Unit>, Place)> {
        if file.unit.missing == Missing::Ignore {
            return None;
        }
        if let Some(own) = &self.own {
            return Some((own.register.units().iter().collect(), own.place.clone()));
        }
        let province = self.within?;
        let communes = Register::built_in().communes(&province.code).collect();
        Some((communes, super::bare(input.place("/unit/within"))))
    }

    /// Where the office's own list has a unit.
    pub(super) fn row_place(&self, unit: &units::Unit) -> Option<Place> {
        self.own.as_ref()?.places.get(&*unit.code).cloned()
    }

    /// What the office's own list says of a unit in a column; nothing where it has no such column or unit.
    pub(super) fn given(&self, unit: &Unit, name: &str) -> Option<FigureValue> {
        let (own, at) = self.column(name)?;
        own.rows.get(unit.key())?.get(at).cloned()
    }

    /// Where it says so.
    pub(super) fn cell_place(&self, unit: &Unit, name: &str) -> Option<Place> {
        let (own, at) = self.column(name)?;
        own.cells.get(unit.key())?.get(at).cloned()
    }

    fn column(&self, name: &str) -> Option<(&Own, usize)> {
        let own = self.own.as_ref()?;
        Some((own, own.columns.iter().position(|column| *column == column::plain(name))?))
    }

    /// Whether the office's own list has a column.
    pub(super) fn has_column(&self, name: &str) -> bool {
        self.own.as_ref().is_some_and(|own| own.columns.contains(&column::plain(name)))
    }

    /// The names of its columns.
    pub(super) fn columns(&self) -> String {
        self.own.as_ref().map(|own| own.columns.join("; ")).unwrap_or_default()
    }
}

impl Own {
    /// Reads the list: its first sheet, whose columns `Tên` and perhaps `Mã` say which unit a row is.
    fn read(book: &Book, within: Option<&units::Unit>, findings: &mut Vec<Finding>) -> Option<Self> {
        let sheet = book.sheets.iter().find(|sheet| !sheet.hidden && sheet.height() > 0)?;
        let hints = Hints { names: ["Mã", "Tên"].map(str::to_owned).to_vec(), ..Hints::default() };
        let mut table = Table::read(sheet, &hints, findings)?;
        let names: Vec<String> = (0..table.columns.len()).map(|at| column::shown(&table, at)).collect();
        let indices: Vec<usize> = table.columns.iter().map(|column| column.index).collect();
        let values: Vec<Vec<FigureValue>> =
            indices.into_iter().map(|column| table.values(column, ColumnKind::Text, &hints, findings)).collect();
        let mut own_rows = vec![OwnRow { cells: names.clone(), place: table.header_place() }];
        let (mut rows, mut cells) = (Vec::new(), Vec::new());
        for (at, line) in table.lines.iter().enumerate().filter(|(_, line)| line.role == Role::Data) {
            let row: Vec<FigureValue> = values.iter().map(|column| column[at].clone()).collect();
            own_rows.push(OwnRow { cells: row.iter().map(words).collect(), place: sheet.row_place(line.row()) });
            rows.push(row);
            cells.push(table.columns.iter().map(|column| sheet.place(line.row(), column.index)).collect::<Vec<_>>());
        }
        let (register, rows_of) = Register::of_rows(&own_rows, within, findings)?;
        let codes = || register.units().iter().map(|unit| unit.code.to_string()).zip(&rows_of);
        let places = codes().filter_map(|(code, at)| Some((code, own_rows.get(at + 1)?.place.clone()))).collect();
        let rows = codes().filter_map(|(code, at)| Some((code, rows.get(*at)?.clone()))).collect();
        let cells = codes().filter_map(|(code, at)| Some((code, cells.get(*at)?.clone()))).collect();
        let columns = names.iter().map(|name| column::plain(name)).collect();
        Some(Self { register, columns, rows, places, cells, place: table.header_place() })
    }
}

/// An office's own list as a register, and the place of its header.
pub(super) fn register(book: &Book, findings: &mut Vec<Finding>) -> Option<(Register, Place)> {
    Own::read(book, None, findings).map(|own| (own.register, own.place))
}

/// The unit that a row is of.
pub(super) fn unit_of(found: &units::Unit) -> Unit {
    let province = found.province.as_deref().and_then(|code| Register::built_in().unit(code));
    let province = province.map(|province| province.name.to_string());
    // A unit of the office's own list without a code goes by its name.
    let code = Some(found.code.to_string()).filter(|code| *code != *found.name);
    Unit { name: found.name.to_string(), code, province }
}

/// A unit that no register has, called as it is written.
pub(super) fn unit_as_written(written: &str) -> Unit {
    Unit { name: baocao_vietnamese::one_line(written), code: None, province: None }
}

/// Units that no register has: one finding for all of them.
pub(super) fn as_written(known: Option<Finding>, written: &str, place: impl FnOnce() -> Place) -> Finding {
    match known {
        Some(finding) => finding.also_at(place, written),
        None => kinds::imports::UNIT_AS_WRITTEN
            .finding(msg!(
                "đơn vị này không có trong danh mục; tên được giữ như đã viết",
                "no register has this unit; its name is taken as it is written"
            ))
            .at(place())
            .found(written)
            .hint(msg!(
                "nêu danh sách đơn vị của cơ quan ở \"register\" của [unit]",
                "name the office's list of units in \"register\" of [unit]"
            )),
    }
}
