//! The units of the country as they are looked up here.

use baocao_vietnamese::lexicon::register;

use super::{FormerUnit, Kind, Unit};

/// The units since 01/7/2025: each province, then its communes.
pub(super) fn now() -> Vec<Unit> {
    let unit = |unit: &register::Unit| {
        let province = (unit.province != unit.code).then(|| unit.province.into());
        Unit { code: unit.code.into(), name: unit.name.into(), kind: Kind::named(unit.kind), province, parent: None }
    };
    register::now().iter().map(unit).collect()
}

/// The units until 30/6/2025: each province, then its districts, each with its communes.
pub(super) fn former() -> Vec<FormerUnit> {
    let unit = |unit: &register::Unit| {
        let register::Unit { code, name, kind, province, district, ref became } = *unit;
        FormerUnit { code, name, kind: Kind::named(kind), province, district, became: became.clone() }
    };
    register::former().iter().map(unit).collect()
}
