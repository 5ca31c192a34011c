//! Mappings: which column of an export becomes which figure, field or table of a report.
//!
//! A mapping is a file that a person writes ([`MapFile`]). It is read ([`Opened`]), held against a template set ([`Mapping`])
//! and against each table of an export (`plan`, `load`); then rows are grouped by unit (`groups`) and become reports (`fill`).

mod column;
mod definition;
mod fill;
mod fractions;
mod groups;
mod identities;
mod leaves;
mod load;
mod other_period;
pub mod period;
mod plan;
mod propose;
mod sheets;
mod speak;
mod target;
mod unit;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use baocao_core::diagnostic::{Finding, Place, has_errors};
use baocao_core::digest::sha256;
use baocao_core::limits::Limits;
use baocao_core::report::{Beside, Input, ReportFile, SideFiles, pointer_name, pointer_part, structure};
use baocao_core::rows::measure::is_measured;
use baocao_core::rows::{AskedBy, Book, Hints, Json};
use baocao_core::template::TemplateSet;
use baocao_core::{kinds, msg};
use jsonschema::Validator;
use rust_decimal::Decimal;
use schemars::schema_for;
use serde_json::{Map, Value};

use column::plain;
pub use definition::MapFile;
use definition::{FromPart, IGNORED, UNDECIDED};
pub use fill::Reports;
pub(crate) use fill::{negative, no_number, percentage, wrong_code};
use period::Code;
pub use propose::propose;
use sheets::sheet_of;
use speak::Speaker;
use target::{Target, Targets};
use unit::Units;

use crate::draft::exact;
use crate::units::Register;

/// A mapping and the files beside it, read.
#[derive(Debug)]
pub struct Opened {
    /// What it says.
    pub file: MapFile,
    input: Input,
    files: SideFiles,
    limits: Limits,
}

/// What a word of an export means: an indicator, and what its values are multiplied by where the mapping says it; nothing
/// for rows that are left out.
type Named<'s> = Option<(Target<'s>, Option<Decimal>)>;

/// A mapping that was held against its template set.
#[derive(Debug)]
pub struct Mapping<'s> {
    set: &'s TemplateSet,
    file: &'s MapFile,
    input: &'s Input,
    targets: Targets<'s>,
    /// The figures that it fills, by the name that the mapping gives them.
    figures: Vec<(Target<'s>, String)>,
    /// What the words of an export mean, where the mapping says so.
    names: BTreeMap<String, Named<'s>>,
    /// What all reports share.
    base: Map<String, Value>,
    base_input: Option<Input>,
    units: Units,
    speaker: Speaker,
    /// The period that it says.
    period: Option<Code>,
}

impl Opened {
    /// Reads a mapping, a TOML file, and the files that it names beside it.
    pub fn read(file: ReportFile<'_>, limits: &Limits, findings: &mut Vec<Finding>) -> Option<Self> {
        let name = file.name().to_owned();
        let (bytes, beside) = Beside::new(file);
        let Ok(text) = String::from_utf8(bytes) else {
            let error = std::io::ErrorKind::InvalidData.into();
            findings.push(baocao_core::diagnostic::unreadable(name.as_ref(), &error));
            return None;
        };
        let mut found = Vec::new();
        let read = read_file(&name, &text, &mut found);
        let failed = has_errors(&found);
        findings.append(&mut found);
        let (file, input) = read.filter(|_| !failed)?;
        let before = findings.len();
        let wanted = [("/base", &file.base), ("/unit/register", &file.unit.register)];
        let wanted = wanted.into_iter().filter_map(|(at, name)| Some((name.clone()?, bare(input.place(at)))));
        let files = SideFiles::read(wanted, &beside, limits, findings);
        for finding in findings.iter_mut().skip(before) {
            finding.hint = match finding.id {
                // A mapping is given no root folder: it has its own, or that of the settings above it.
                id if id == kinds::files::OUTSIDE.id => Some(msg!(
                    "chép tệp vào đó, hoặc đặt một tệp baocao.toml vào thư mục chứa cả hai",
                    "copy the file there, or put a baocao.toml into a folder that holds both"
                )),
                id if id == kinds::files::UNREADABLE.id => Some(msg!(
                    "đường dẫn tính từ thư mục chứa cách chuyển",
                    "the path begins in the folder of the mapping"
                )),
                _ => finding.hint.take(),
            };
        }
        (!has_errors(&findings[before..])).then_some(Self { file, input, files, limits: *limits })
    }

    /// The SHA-256 of the office's own list of units, by its name.
    pub fn hashes(&self) -> impl Iterator<Item = (String, String)> {
        let register = self.file.unit.register.as_ref().and_then(|name| self.files.get(name));
        register.into_iter().map(|file| (file.name.clone(), sha256(&file.bytes)))
    }

    /// The place of its template set, for findings.
    pub fn set_place(&self) -> Place {
        bare(self.input.place("/set"))
    }
}

fn read_file(name: &str, text: &str, findings: &mut Vec<Finding>) -> Option<(MapFile, Input)> {
    let (input, value) = Input::of_toml(name, text, findings)?;
    structure::check(&VALIDATOR, &schema, &value, &input, findings);
    // Pointers are of JSON; line and column say it all.
    for finding in findings.iter_mut() {
        finding.place = finding.place.take().map(bare);
    }
    if has_errors(findings) {
        return None;
    }
    let mut open = Vec::new();
    undecided(&value, String::new(), &mut open);
    if let Some((first, others)) = open.split_first() {
        let place = |pointer: &String| bare(input.key_place(pointer));
        let name = |pointer: &String| pointer_name(pointer.rsplit('/').next().unwrap_or_default()).into_owned();
        let finding = kinds::imports::UNDECIDED
            .finding(msg!("cách chuyển còn chỗ chưa quyết định", "the mapping has places that nobody has decided on"))
            .at(place(first))
            .found(name(first))
            .hint(msg!(
                "thay mọi \"?\" bằng giá trị đúng; mã của hệ thống kia không cần thì ghi \"ignore\"",
                "put what is right in place of each \"?\"; for a code of the other system that is not needed say \"ignore\""
            ));
        findings.push(others.iter().fold(finding, |finding, at| finding.also(place(at), name(at))));
        return None;
    }
    match serde_json::from_value::<MapFile>(value) {
        Ok(file) => Some((file, input)),
        Err(_) => {
            let finding = kinds::input::UNREADABLE.finding(msg!("không đọc được {name}", "{name} cannot be read"));
            findings.push(finding.at(input.place("")));
            None
        }
    }
}

/// The pointers to all that is left open: marks that a proposal sets, and codes of another system without a meaning.
fn undecided(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                undecided(value, format!("{pointer}/{}", pointer_part(name)), found);
            }
        }
        Value::String(text) => {
            let is_open =
                text.trim() == UNDECIDED || text.trim().is_empty() && pointer.starts_with("/indicators/names/");
            found.extend(is_open.then_some(pointer));
        }
        _ => {}
    }
}

/// An office's own list of units, and the place of its header; nothing where it has no rows.
pub fn register(book: &Book, findings: &mut Vec<Finding>) -> Option<(Register, Place)> {
    unit::register(book, findings)
}

/// A place of a TOML file, which has no JSON pointers.
fn bare(place: Place) -> Place {
    place.with_pointer(None)
}

fn schema() -> Value {
    schema_for!(MapFile).to_value()
}

#[expect(clippy::expect_used, reason = "the schema is generated from our own types; the tests compile it")]
static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::options().build(&schema()).expect("the generated schema is valid"));

impl<'s> Mapping<'s> {
    /// Holds a mapping against its template set: every target must be one of its indicators, and none be there twice.
    pub fn new(opened: &'s Opened, set: &'s TemplateSet, findings: &mut Vec<Finding>) -> Option<Self> {
        let mut found = Vec::new();
        let Opened { file, input, files, limits } = opened;
        let targets = Targets::new(set);
        let figures = targets_of(file, input, &targets, &mut found);
        let names = names(file, input, &targets, &mut found);
        let (base, base_input) = base(file, files, limits, &mut found);
        let units = Units::read(file, input, files, limits, &mut found);
        let period = period_of(file, input, &mut found);
        one_source(file, input, &mut found);
        measured_blanks(file, input, &mut found);
        let speaker = Speaker::new(file);
        speaker.check(file, |pointer| bare(input.place(pointer)), &mut found);
        let failed = has_errors(&found);
        findings.append(&mut found);
        let units = units.filter(|_| !failed)?;
        Some(Self { set, file, input, targets, figures, names, base, base_input, units, speaker, period })
    }

    /// The template set of its reports.
    pub fn set(&self) -> &'s TemplateSet {
        self.set
    }

    /// The place of a part of the mapping.
    fn place(&self, pointer: &str) -> Place {
        bare(self.input.place(pointer))
    }

    fn base_place(&self, pointer: &str) -> Option<Place> {
        self.base_input.as_ref().map(|input| input.place(pointer))
    }

    /// What the reader of rows is told.
    fn hints(&self) -> Hints {
        let rows = &self.file.rows;
        let (header_rows, decimal, group_rows) = (rows.header_rows, rows.decimal, rows.group_rows);
        let apart = self
            .file
            .indicators
            .iter()
            .flat_map(|of| [Some(of.column.as_str()), of.unit.as_ref().map(|unit| unit.column())]);
        let apart = apart.flatten().map(last).collect();
        Hints { names: self.column_names(), header_rows, decimal, apart, group_rows, asked_by: AskedBy::Mapping }
    }

    /// The last part of every column that is named: they stand in the lowest row of the header.
    fn column_names(&self) -> Vec<String> {
        let file = self.file;
        let tables = file.tables.values().flat_map(BTreeMap::values);
        let from = file.figures.values().chain(file.fields.values()).chain(tables);
        let from = from.filter_map(|from| from.part().column);
        let units = file.indicators.iter().filter_map(|of| of.unit.as_ref()).map(|unit| unit.column().to_owned());
        let rows = file.indicators.iter().flat_map(|of| [&of.column, &of.value]);
        let sums = file.identities.iter().flat_map(|of| std::iter::once(&of.total).chain(&of.parts));
        let period = file.period.as_ref().and_then(|period| period.column.as_ref());
        let single = file.unit.column.iter().chain(period).chain(rows).chain(sums).cloned();
        let named = from.chain(single).chain(units).filter(|name| !name.starts_with('/'));
        named.map(|name| last(&name)).collect()
    }
}

/// The lowest title of a column's path.
fn last(name: &str) -> String {
    name.rsplit(" / ").next().unwrap_or(name).to_owned()
}

/// The indicators that a mapping fills; one that is named twice is told, however it is named.
fn targets_of<'s>(
    file: &MapFile,
    input: &Input,
    targets: &Targets<'s>,
    findings: &mut Vec<Finding>,
) -> Vec<(Target<'s>, String)> {
    let mut found: Vec<(Target<'s>, String)> = Vec::new();
    for name in file.figures.keys() {
        let place = bare(input.key_place(&format!("/figures/{}", pointer_part(name))));
        match targets.find(name) {
            Err(finding) => findings.push(finding.at(place)),
            Ok(target) => match found.iter().find(|(known, _)| known.id == target.id) {
                Some((_, first)) => {
                    let id = target.id;
                    let first_place = bare(input.key_place(&format!("/figures/{}", pointer_part(first))));
                    findings.push(
                        kinds::imports::TARGET_TWICE
                            .finding(msg!("chỉ tiêu {id} được điền hai lần", "the indicator {id} is filled twice"))
                            .at(first_place)
                            .found(first.as_str())
                            .also(place, name.as_str())
                            .hint(msg!("giữ lại một dòng", "keep one of the lines")),
                    );
                }
                None => found.push((target, name.clone())),
            },
        }
    }
    found
}

/// What words of the export mean.
fn names<'s>(
    file: &MapFile,
    input: &Input,
    targets: &Targets<'s>,
    findings: &mut Vec<Finding>,
) -> BTreeMap<String, Named<'s>> {
    let mut names = BTreeMap::new();
    for (written, meaning) in file.indicators.iter().flat_map(|of| &of.names) {
        let figure = meaning.figure();
        let found = if plain(figure) == IGNORED { Ok(None) } else { targets.find(figure).map(Some) };
        match found {
            Ok(target) => drop(names.insert(plain(written), target.map(|target| (target, meaning.times())))),
            Err(finding) => {
                let place = input.place(&format!("/indicators/names/{}", pointer_part(written)));
                findings.push(finding.at(bare(place)));
            }
        }
    }
    names
}

/// What all reports share.
fn base(
    file: &MapFile,
    files: &SideFiles,
    limits: &Limits,
    findings: &mut Vec<Finding>,
) -> (Map<String, Value>, Option<Input>) {
    let Some(side) = file.base.as_ref().and_then(|name| files.get(name)) else { return (Map::new(), None) };
    let Some(input) = Input::parse(&side.name, side.bytes.to_vec(), limits, findings) else {
        return (Map::new(), None);
    };
    match Json::read(&input.source.text).as_ref().map(exact) {
        Some(Value::Object(fields)) => (fields, Some(input)),
        _ => {
            findings.push(
                kinds::imports::NO_BASE
                    .finding(msg!("tệp phần chung không phải một đối tượng JSON", "the base is no JSON object"))
                    .at(Place::file(&input.source)),
            );
            (Map::new(), None)
        }
    }
}

fn period_of(file: &MapFile, input: &Input, findings: &mut Vec<Finding>) -> Option<Code> {
    let value = file.period.as_ref()?.value.as_ref()?;
    let code = period::read(value);
    if code.is_none() {
        findings.push(wrong_period().at(bare(input.place("/period/value"))).found(value.as_str()));
    }
    code
}

/// A period that cannot be read.
fn wrong_period() -> Finding {
    kinds::imports::WRONG_PERIOD.finding(msg!("không đọc được kỳ báo cáo", "the period cannot be read")).expected(msg!(
        "202603 (tháng), 20261 (quý), 2026 (năm), hoặc chữ: quý I/2026",
        "202603 (month), 20261 (quarter), 2026 (year), or words: quý I/2026"
    ))
}

/// A unit comes from one place, and so does every field and figure.
fn one_source(file: &MapFile, input: &Input, findings: &mut Vec<Finding>) {
    let unit = &file.unit;
    let given = [unit.column.is_some(), unit.sheet, unit.name.is_some()];
    if given.into_iter().filter(|given| *given).count() != 1 {
        findings.push(
            kinds::imports::ONE_SOURCE
                .finding(msg!("không rõ đơn vị lấy từ đâu", "it is not clear where the unit comes from"))
                .at(bare(input.place("/unit")))
                .expected(msg!(
                    "đúng một trong: column, sheet = true, name",
                    "exactly one of: column, sheet = true, name"
                )),
        );
    }
    let tables = file.tables.iter().map(|(id, all)| (format!("tables/{}", pointer_part(id)), all));
    let parts = [("fields".to_owned(), &file.fields), ("figures".to_owned(), &file.figures)];
    for (part, all) in parts.into_iter().chain(tables) {
        for (key, from) in all {
            let FromPart { column, register, text, value, .. } = from.part();
            let given = [column.is_some(), register.is_some(), text.is_some(), value.is_some()];
            if given.into_iter().filter(|given| *given).count() != 1 {
                findings.push(
                    kinds::imports::ONE_SOURCE
                        .finding(msg!("không rõ \"{key}\" lấy từ đâu", "it is not clear what fills \"{key}\""))
                        .at(bare(input.key_place(&format!("/{part}/{}", pointer_part(key)))))
                        .expected(msg!(
                            "đúng một trong: column, register, text, value",
                            "exactly one of: column, register, text, value"
                        )),
                );
            }
        }
    }
}

/// What blank cells of a column of units mean is a unit of something measured: words for things that are counted are never
/// asked for.
fn measured_blanks(file: &MapFile, input: &Input, findings: &mut Vec<Finding>) {
    let blanks = file.indicators.iter().filter_map(|of| of.unit.as_ref()).flat_map(|unit| unit.blank());
    for unit in blanks.filter(|unit| !is_measured(unit)) {
        findings.push(
            kinds::imports::WRONG_UNIT
                .finding(msg!("đây không phải đơn vị đo", "this is no unit of anything that is measured"))
                .at(bare(input.place("/indicators/unit/blank")))
                .found(unit.as_str())
                .expected(msg!("%, triệu đồng, ha, ...", "%, triệu đồng, ha, ...")),
        );
    }
}
