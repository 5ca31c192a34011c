//! `baocao units`

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use baocao_import::units::{Found, Register, Unit};

use super::args::UnitsArgs;
use super::{Console, Outcome, output};

/// Before the text of a file: spreadsheet programs know by it that it is UTF-8.
const MARK: &str = "\u{feff}";

pub(crate) fn run(args: &UnitsArgs, console: &Console) -> Outcome {
    match list(args) {
        Ok(()) => Outcome::Done,
        Err(finding) if finding.id == kinds::units::UNKNOWN.id => {
            console.show(&[finding]);
            Outcome::Refused
        }
        Err(finding) => console.fail(finding),
    }
}

/// Writes the provinces, or the communes of one, as a list that an import takes for its register.
fn list(args: &UnitsArgs) -> Result<(), Finding> {
    let register = Register::built_in();
    let units: Vec<&Unit> = match &args.within {
        Some(written) => match register.find_province(written) {
            Found::One(province, _) => register.communes(&province.code).collect(),
            _ => {
                let provinces = register.units().iter().filter(|unit| unit.is_province());
                let names: Vec<&str> = provinces.map(|unit| &*unit.name).collect();
                return Err(kinds::units::UNKNOWN
                    .finding(msg!("không rõ đây là tỉnh, thành phố nào", "this is no province that is known"))
                    .found(written.as_str())
                    .one_of(written, &names));
            }
        },
        None => register.units().iter().filter(|unit| unit.is_province()).collect(),
    };
    let mut text = "Mã;Tên\n".to_owned();
    for unit in units {
        text.push_str(&format!("{};{}\n", unit.code, unit.name));
    }
    match output::is_standard(&args.output) {
        true => output::print(text.as_bytes()),
        false => output::write(&args.output, format!("{MARK}{text}").as_bytes(), args.force),
    }
}
