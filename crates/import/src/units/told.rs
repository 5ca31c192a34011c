//! What is told of units that were looked up.

use baocao_core::diagnostic::{Finding, Kind, Message, Place};
use baocao_core::{kinds, msg};

use super::{FormerUnit, Found, How, Register, Unit};

/// So many units are named in a finding.
const MOST_NAMED: usize = 5;

/// The units of a file: each is looked up and what is not sure is told; what is the same of many is told once.
#[derive(Debug)]
pub struct Asked<'r> {
    register: &'r Register,
    findings: Vec<Finding>,
    zeros: Option<Finding>,
    bare: Option<Finding>,
    /// Units of the country that the office's own list does not have.
    beyond: Option<Finding>,
}

impl<'r> Asked<'r> {
    /// A register that is asked for the units of one file.
    pub fn new(register: &'r Register) -> Self {
        Self { register, findings: Vec::new(), zeros: None, bare: None, beyond: None }
    }

    /// The unit that stands at a place; nothing where it is not known which one that is.
    pub fn unit(&mut self, written: &str, within: Option<&Unit>, place: Place) -> Option<&'r Unit> {
        let register = self.register;
        let finding = match register.find(written, within) {
            Found::One(unit, how) => {
                self.tell(unit, how, written, &place);
                return Some(unit);
            }
            Found::Several(units) => {
                let all = self.names(&units);
                kinds::units::SEVERAL
                    .finding(msg!("nhiều đơn vị có tên này", "several units have this name"))
                    .expected(msg!("một trong: {all}", "one of: {all}"))
                    .hint(msg!("ghi thêm tên tỉnh, hoặc ghi mã đơn vị", "add the province, or give the code"))
            }
            Found::Former { was, became } => former(&was, self.names(&became)),
            Found::Unknown { nearest } if nearest.is_empty() => not_known(),
            Found::Unknown { nearest } => {
                let all = self.names(&nearest);
                not_known().hint(msg!("có phải {all}?", "did you mean {all}?"))
            }
        };
        self.findings.push(finding.at(place).found(written));
        None
    }

    /// What is told of a unit that was found.
    fn tell(&mut self, unit: &Unit, how: How, written: &str, place: &Place) {
        let (code, name, place) = (&unit.code, &unit.name, || place.clone());
        match how {
            How::Code | How::Name => {}
            How::CodeWithoutZeros => {
                let message = msg!("mã đơn vị mất số 0 ở đầu", "codes of units lost their first zeros");
                let expected = msg!("{code}", "{code}");
                self.zeros =
                    Some(joined(self.zeros.take(), &kinds::units::ZEROS_LOST, message, expected, written, place()));
            }
            How::WithoutMarks => {
                let message = msg!("tên đơn vị viết không dấu", "names of units are written without marks");
                let expected = msg!("{name}", "{name}");
                self.bare =
                    Some(joined(self.bare.take(), &kinds::units::WITHOUT_MARKS, message, expected, written, place()));
            }
        }
        if self.register.holds(unit) {
            return;
        }
        let near = self.names(&self.register.near(&unit.name));
        let expected = match near.is_empty() {
            true => msg!("một đơn vị của danh sách", "a unit of the list"),
            false => msg!("một đơn vị của danh sách, gần nhất: {near}", "a unit of the list, the nearest: {near}"),
        };
        let message = msg!(
            "đơn vị không có trong danh sách của cơ quan; tên, mã lấy theo danh mục cả nước",
            "the office's own list does not have this unit; its name and code are those of the country's register"
        );
        let finding = joined(self.beyond.take(), &kinds::units::NOT_LISTED, message, expected, written, place());
        self.beyond = Some(match finding.hint {
            Some(_) => finding,
            None => finding.hint(msg!(
                "thêm đơn vị vào danh sách, hoặc ghi tên, mã như trong danh sách",
                "add the unit to the list, or write its name or code as the list has it"
            )),
        });
    }

    /// All that is to be told.
    pub fn findings(self) -> impl Iterator<Item = Finding> {
        self.findings.into_iter().chain(self.zeros).chain(self.bare).chain(self.beyond)
    }

    fn names(&self, units: &[&Unit]) -> String {
        let names =
            units.iter().take(MOST_NAMED).map(|unit| format!("{} ({})", self.register.full_name(unit), unit.code));
        let more = if units.len() > MOST_NAMED { "; …" } else { "" };
        format!("{}{more}", names.collect::<Vec<_>>().join("; "))
    }

    /// Tells of units that are expected and not there.
    pub fn missing(&self, expected: &[&Unit], place: Place) -> Option<Finding> {
        let (count, all) = (expected.len(), self.names(expected));
        (count > 0).then(|| {
            kinds::units::MISSING
                .finding(msg!("thiếu {count} đơn vị", "{count} units are missing"))
                .at(place)
                .expected(msg!("{all}", "{all}"))
        })
    }
}

fn not_known() -> Finding {
    kinds::units::UNKNOWN.finding(msg!("không rõ đây là đơn vị nào", "this is no unit that is known"))
}

fn former(was: &[&FormerUnit], became: String) -> Finding {
    let finding = kinds::units::FORMER
        .finding(msg!("đơn vị này không còn từ 01/7/2025", "this unit is no more since 01/7/2025"))
        .expected(msg!("{became}", "{became}"));
    match was.len() {
        1 => finding.hint(msg!(
            "ghi đơn vị mới; đơn vị nêu trước nhận phần lớn nhất",
            "give the new unit; the one that is named first took most of it"
        )),
        count => finding.hint(msg!(
            "có {count} đơn vị cũ cùng tên: ghi mã của đơn vị mới",
            "{count} former units had this name: give the code of the new one"
        )),
    }
}

/// One finding for all places of its kind.
fn joined(
    known: Option<Finding>,
    kind: &Kind,
    message: Message,
    expected: Message,
    written: &str,
    place: Place,
) -> Finding {
    let one = kind.finding(message).at(place).found(written).expected(expected);
    match known {
        Some(mut known) => {
            known.join(one);
            known
        }
        None => one,
    }
}
