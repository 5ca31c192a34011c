//! A register of administrative units and organs: what a unit is, however it was written.
//!
//! [`Register::built_in`] has the provinces and communes since 01/7/2025 and what those before became; an office brings its own
//! organs by [`Register::own`]. [`Register::find`] tells what was meant, or that it is not sure: it never takes one unit for
//! another, it proposes.

mod data;
mod find;
mod index;
mod kind;
mod own;
mod running;
mod told;
mod written;

use std::borrow::Cow;
use std::sync::LazyLock;

use baocao_vietnamese::lexicon::key;

pub use find::{Found, How};
use index::Index;
pub use kind::Kind;
pub use own::OwnRow;
pub use running::running;
pub use told::Asked;

/// A unit, or an organ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its code: two digits of a province, five of a commune; that of the office's register.
    pub code: Cow<'static, str>,
    /// Its full name: `Phường Ba Đình`.
    pub name: Cow<'static, str>,
    /// What it is.
    pub kind: Kind,
    /// The code of its province.
    pub province: Option<Cow<'static, str>>,
    /// The code of the organ above it, in an office's register.
    pub parent: Option<Cow<'static, str>>,
}

/// A unit that was there until 30/6/2025.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerUnit {
    /// Its code: two digits of a province, three of a district, five of a commune.
    pub code: &'static str,
    /// Its full name.
    pub name: &'static str,
    /// What it was.
    pub kind: Kind,
    /// The code of its province.
    pub province: &'static str,
    /// The code of its district; empty of provinces and districts.
    pub district: &'static str,
    /// The codes of those that it became; the one that took most of it comes first.
    pub became: Vec<&'static str>,
}

/// Units and organs, by all that they are written as.
#[derive(Debug)]
pub struct Register {
    units: Vec<Unit>,
    index: Index,
    former: Vec<FormerUnit>,
    former_index: Index,
    /// The register that is asked for what this one does not have.
    beyond: Option<&'static Register>,
}

/// Names of provinces that are none of the data's, and their codes.
const OTHER_NAMES: [(&str, &str); 7] = [
    ("HN", "01"),
    ("TT Huế", "46"),
    ("Thừa Thiên Huế", "46"),
    ("Tỉnh Thừa Thiên Huế", "46"),
    ("Đắc Lắc", "66"),
    ("HCM", "79"),
    ("TPHCM", "79"),
];

impl Register {
    /// The provinces and communes of Vietnam.
    pub fn built_in() -> &'static Self {
        static REGISTER: LazyLock<Register> = LazyLock::new(|| {
            let (units, former) = (data::now(), data::former());
            let mut index = Index::new(units.iter().map(|unit| (&*unit.code, &*unit.name)));
            for (name, code) in OTHER_NAMES {
                if let Some(at) = index.code(code) {
                    index.add(&key::words(name), at);
                }
            }
            let former_index = Index::new(former.iter().map(|unit| (unit.code, unit.name)));
            Register { units, index, former, former_index, beyond: None }
        });
        &REGISTER
    }

    /// An office's own units and organs; the built-in register is asked for what is none of them.
    pub fn own(units: Vec<Unit>) -> Self {
        let index = Index::new(units.iter().map(|unit| (&*unit.code, &*unit.name)));
        let (former, former_index) = (Vec::new(), Index::default());
        Self { units, index, former, former_index, beyond: Some(Self::built_in()) }
    }

    /// Its units, without those of the register behind it.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The units that were there until 30/6/2025; an office's own register has none.
    pub fn former(&self) -> &[FormerUnit] {
        &self.former
    }

    /// Whether a unit is one of these, and not of the register behind it.
    pub fn holds(&self, unit: &Unit) -> bool {
        self.index.code(&unit.code).and_then(|at| self.units.get(at)) == Some(unit)
    }

    /// The unit of a code.
    pub fn unit(&self, code: &str) -> Option<&Unit> {
        let own = self.index.code(code).and_then(|at| self.units.get(at));
        own.or_else(|| self.beyond.and_then(|beyond| beyond.unit(code)))
    }

    /// The communes of a province, by its code.
    pub fn communes<'r>(&'r self, province: &str) -> impl Iterator<Item = &'r Unit> {
        let units = self.units.iter().chain(self.beyond.iter().flat_map(|beyond| &beyond.units));
        units.filter(move |unit| unit.province.as_deref() == Some(province))
    }

    /// The units among the expected ones that are not there, by the codes of those that are.
    pub fn missing<'r>(expected: impl IntoIterator<Item = &'r Unit>, present: &[&str]) -> Vec<&'r Unit> {
        let present: std::collections::HashSet<&str> = present.iter().copied().collect();
        expected.into_iter().filter(|unit| !present.contains(&*unit.code)).collect()
    }

    /// A unit with the province that it lies in: `Phường Ba Đình, Thành phố Hà Nội`.
    pub fn full_name(&self, unit: &Unit) -> String {
        match unit.province.as_deref().and_then(|province| self.unit(province)) {
            Some(province) => format!("{}, {}", unit.name, province.name),
            None => unit.name.to_string(),
        }
    }
}

/// What a name is told from others by: its words without those of an organ (`UBND xã …`), however they are spelt.
pub fn name_key(text: &str) -> String {
    written::without_organs(&key::words(text)).join(" ")
}

/// Whether a text begins as the name of a unit does, whichever unit that is: `Xã …`, `P. …`.
pub fn is_named(text: &str) -> bool {
    let words = key::words(text);
    Kind::of(&words).is_some_and(|(_, count)| count < words.len())
}
