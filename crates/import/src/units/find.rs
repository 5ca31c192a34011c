//! What was meant by what was written.

use baocao_core::diagnostic::nearest;

use super::index::Index;
use super::written::{Name, Reading, readings};
use super::{FormerUnit, Kind, Register, Unit};
use baocao_vietnamese::lexicon::key::{bare_key, is_bare, key};

/// So many names are proposed.
const MOST_PROPOSED: usize = 3;

/// What was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found<'r> {
    /// A unit.
    One(&'r Unit, How),
    /// One of several units: nothing tells which.
    Several(Vec<&'r Unit>),
    /// Units that are no more.
    Former {
        /// The units; several of one name.
        was: Vec<&'r FormerUnit>,
        /// What they became; of one unit, the one that took most of it comes first.
        became: Vec<&'r Unit>,
    },
    /// No unit that is known.
    Unknown {
        /// Those whose names are most like it, the likeliest first.
        nearest: Vec<&'r Unit>,
    },
}

impl<'r> Found<'r> {
    /// The units that may be meant.
    fn units(&self) -> Vec<&'r Unit> {
        match self {
            Self::One(unit, _) => vec![unit],
            Self::Several(units) | Self::Former { became: units, .. } => units.clone(),
            Self::Unknown { .. } => Vec::new(),
        }
    }
}

/// By what a unit was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// By its code.
    Code,
    /// By its code, whose first zeros are lost: a workbook took it for a number.
    CodeWithoutZeros,
    /// By its name, in this spelling or another.
    Name,
    /// By its name without marks.
    WithoutMarks,
}

/// What is looked for.
#[derive(Debug, Clone, Copy)]
enum Wanted<'a> {
    /// A unit of any level.
    Any,
    /// A unit of this province.
    In(&'a str),
    /// A province.
    Province,
}

impl Wanted<'_> {
    fn takes(self, unit: &Unit) -> bool {
        match self {
            Self::Any => true,
            Self::In(province) => unit.province.as_deref().is_none_or(|own| own == province) && !unit.is_province(),
            Self::Province => unit.is_province(),
        }
    }
}

/// A province or a district that is named beside a unit.
#[derive(Debug, Clone, Copy)]
enum Area<'r> {
    Province(&'r Unit),
    Former(&'r FormerUnit),
}

impl Unit {
    /// Whether it is a province, or a city of that level.
    pub fn is_province(&self) -> bool {
        self.province.is_none() && matches!(self.kind, Kind::Province | Kind::City)
    }
}

impl Register {
    /// The unit that was meant, by its code or its name. `within` is the province that it is known to lie in.
    pub fn find(&self, written: &str, within: Option<&Unit>) -> Found<'_> {
        self.search(written, within.map_or(Wanted::Any, |province| Wanted::In(&province.code)))
    }

    /// Whether anything is known of what is written, be it several units or former ones. Nothing is proposed, which takes
    /// long.
    pub fn knows(&self, written: &str, within: Option<&Unit>) -> bool {
        let wanted = within.map_or(Wanted::Any, |province| Wanted::In(&province.code));
        let here = self.here(written, wanted, &readings(written));
        !matches!(here, None | Some(Found::Unknown { .. }))
            || self.beyond.is_some_and(|beyond| beyond.knows(written, within))
    }

    /// The units of this register, without those behind it, whose names are most like a name.
    pub(super) fn near(&self, name: &str) -> Vec<&Unit> {
        match self.sought(name, Wanted::Any) {
            Found::Unknown { nearest } => nearest,
            found => found.units(),
        }
    }

    /// The province that was meant, by its code or its name.
    pub fn find_province(&self, written: &str) -> Found<'_> {
        self.search(written, Wanted::Province)
    }

    fn search(&self, written: &str, wanted: Wanted<'_>) -> Found<'_> {
        match (self.sought(written, wanted), self.beyond) {
            (Found::Unknown { nearest: own }, Some(beyond)) => match beyond.search(written, wanted) {
                Found::Unknown { nearest } => {
                    Found::Unknown { nearest: own.into_iter().chain(nearest).take(MOST_PROPOSED).collect() }
                }
                found => found,
            },
            (found, _) => found,
        }
    }

    /// The same in this register alone. Names with their marks come before names without.
    fn sought(&self, written: &str, wanted: Wanted<'_>) -> Found<'_> {
        let readings = readings(written);
        self.here(written, wanted, &readings).unwrap_or_else(|| {
            // What most is known of: the reading that names most of the units around it.
            let placed = readings.iter().filter_map(|reading| Some((reading, self.areas(&reading.within)?)));
            let likely = placed.max_by_key(|(reading, _)| reading.within.len());
            let nearest = likely.map(|(reading, areas)| self.akin(&reading.name.key, &areas, wanted));
            Found::Unknown { nearest: nearest.unwrap_or_default() }
        })
    }

    /// What this register alone has of it.
    fn here(&self, written: &str, wanted: Wanted<'_>, readings: &[Reading]) -> Option<Found<'_>> {
        let found = self.by_code(written.trim(), wanted).or_else(|| self.by_code_and_name(written, wanted));
        found.or_else(|| self.by_name(written, wanted, readings))
    }

    fn by_name(&self, written: &str, wanted: Wanted<'_>, readings: &[Reading]) -> Option<Found<'_>> {
        // Where nothing at all has marks they may be those of any name.
        let hows = if is_bare(&key(written)) { &[How::WithoutMarks][..] } else { &[How::Name, How::WithoutMarks] };
        for how in hows.iter().copied() {
            for Reading { name, within } in readings.iter().filter(|reading| self.has(&reading.name, how)) {
                let Some(areas) = self.areas(within) else { continue };
                let found = self.now(name, &areas, wanted, how);
                if let Some(found) = found.or_else(|| self.then(name, &areas, wanted, how)) {
                    return Some(found);
                }
            }
        }
        None
    }

    /// Whether there is, or was, a unit of this name.
    fn has(&self, name: &Name, how: How) -> bool {
        let mut known = candidates(&self.index, name, how).chain(candidates(&self.former_index, name, how));
        known.next().is_some()
    }

    fn by_code(&self, code: &str, wanted: Wanted<'_>) -> Option<Found<'_>> {
        let digits = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
        let unit = |code: &str| self.unit_here(code).filter(|unit| wanted.takes_level(unit));
        if let Some(unit) = unit(code) {
            return Some(Found::One(unit, How::Code));
        }
        if !digits {
            return None;
        }
        let whole = if matches!(wanted, Wanted::Province) { format!("{code:0>2}") } else { format!("{code:0>5}") };
        if let Some(unit) = unit(&whole) {
            return Some(Found::One(unit, How::CodeWithoutZeros));
        }
        let former = [code, &whole].into_iter().find_map(|code| self.former_index.code(code));
        let was: Vec<&FormerUnit> = former.and_then(|at| self.former.get(at)).into_iter().collect();
        // A number is no name.
        Some(if was.is_empty() { Found::Unknown { nearest: Vec::new() } } else { self.became(was) })
    }

    /// A code and a name in one: `00004 - Phường Ba Đình`. Where they are of different units both are proposed, unless the
    /// code may as well be the number of a list.
    fn by_code_and_name(&self, written: &str, wanted: Wanted<'_>) -> Option<Found<'_>> {
        let known = split(written).filter_map(|(code, name)| match self.by_code(code, wanted)? {
            found @ Found::One(_, How::Code) => Some((code, name, found)),
            found @ Found::Former { .. } if is_sure(code) => Some((code, name, found)),
            _ => None,
        });
        let (code, name, found) = known.max_by_key(|(code, ..)| code.len())?;
        let named = self.by_name(name, wanted, &readings(name)).map(|found| found.units()).unwrap_or_default();
        let coded = found.units();
        if coded.iter().any(|unit| named.contains(unit)) {
            return Some(found);
        }
        let nearest = coded.into_iter().chain(named).take(MOST_PROPOSED).collect();
        is_sure(code).then_some(Found::Unknown { nearest })
    }

    fn unit_here(&self, code: &str) -> Option<&Unit> {
        self.index.code(code).and_then(|at| self.units.get(at))
    }

    /// For each unit that is named beside one the areas that it may be; nothing where one of them is none.
    fn areas(&self, within: &[Name]) -> Option<Vec<Vec<Area<'_>>>> {
        let areas = |name: &Name| {
            let how = if is_bare(&name.key) { &[How::Name, How::WithoutMarks][..] } else { &[How::Name][..] };
            how.iter().map(|how| self.areas_of(name, *how)).find(|areas| !areas.is_empty())
        };
        within.iter().map(areas).collect()
    }

    fn areas_of(&self, name: &Name, how: How) -> Vec<Area<'_>> {
        let fits = |kind: Kind| name.kind.is_none_or(|wanted| wanted == kind);
        let whole = self.beyond.unwrap_or(self);
        let provinces = candidates(&whole.index, name, how).filter_map(|at| whole.units.get(at));
        let provinces = provinces.filter(|unit| unit.is_province() && fits(unit.kind)).map(Area::Province);
        let former = candidates(&whole.former_index, name, how).filter_map(|at| whole.former.get(at));
        let former = former.filter(|unit| unit.code.len() < 5 && fits(unit.kind)).map(Area::Former);
        provinces.chain(former).collect()
    }

    /// The units of a name.
    fn now(&self, name: &Name, areas: &[Vec<Area<'_>>], wanted: Wanted<'_>, how: How) -> Option<Found<'_>> {
        let units = candidates(&self.index, name, how).filter_map(|at| self.units.get(at));
        let fits = |unit: &&Unit| name.kind.is_none_or(|kind| kind == unit.kind) && self.may_be(unit, areas, wanted);
        let found: Vec<&Unit> = units.filter(fits).collect();
        match found.as_slice() {
            [] => None,
            [one] => {
                let spelt = self.index.named(&name.key).iter().any(|at| self.units.get(*at) == Some(one));
                Some(Found::One(one, if spelt { How::Name } else { how }))
            }
            _ => Some(Found::Several(found)),
        }
    }

    /// Whether a unit is one of those wanted, and lies in one of each of the areas.
    fn may_be(&self, unit: &Unit, areas: &[Vec<Area<'_>>], wanted: Wanted<'_>) -> bool {
        let lies_in = |area: &Area<'_>| match area {
            Area::Province(province) => unit.province.as_ref() == Some(&province.code),
            Area::Former(former) => self.took_from(unit, former),
        };
        // Organs of an office lie where it does.
        let placed = unit.kind == Kind::Organ || areas.iter().all(|any| any.iter().any(lies_in));
        placed && if named_province(areas) { wanted.takes_level(unit) } else { wanted.takes(unit) }
    }

    /// Whether a unit has land of a former province or district.
    fn took_from(&self, unit: &Unit, former: &FormerUnit) -> bool {
        let whole = self.beyond.unwrap_or(self);
        match former.code.len() {
            3 => former.became.contains(&&*unit.code),
            _ => {
                let lost = |one: &FormerUnit| one.province == former.code && one.became.contains(&&*unit.code);
                whole.former.iter().any(lost)
            }
        }
    }

    /// The former units of a name, and what they became.
    fn then(&self, name: &Name, areas: &[Vec<Area<'_>>], wanted: Wanted<'_>, how: How) -> Option<Found<'_>> {
        let lies_in = |unit: &FormerUnit, area: &Area<'_>| match area {
            Area::Province(province) => self.province_now(unit) == Some(&*province.code),
            Area::Former(former) if former.code.len() == 2 => unit.province == former.code,
            Area::Former(former) => unit.district == former.code,
        };
        let fits = |unit: &&FormerUnit| {
            let level = match wanted {
                Wanted::Any => true,
                Wanted::In(province) => {
                    unit.code.len() > 2 && (named_province(areas) || self.province_now(unit) == Some(province))
                }
                Wanted::Province => unit.code.len() == 2,
            };
            level
                && name.kind.is_none_or(|kind| kind == unit.kind)
                && areas.iter().all(|any| any.iter().any(|area| lies_in(unit, area)))
        };
        let units = candidates(&self.former_index, name, how).filter_map(|at| self.former.get(at));
        let was: Vec<&FormerUnit> = units.filter(fits).collect();
        (!was.is_empty()).then(|| self.became(was))
    }

    /// The province that a former unit lies in now.
    fn province_now(&self, unit: &FormerUnit) -> Option<&str> {
        let province = self.former_index.code(unit.province).and_then(|at| self.former.get(at))?;
        province.became.first().copied()
    }

    fn became<'r>(&'r self, was: Vec<&'r FormerUnit>) -> Found<'r> {
        let mut became: Vec<&Unit> = Vec::new();
        for code in was.iter().flat_map(|unit| &unit.became) {
            let unit = self.unit_here(code);
            became.extend(unit.filter(|unit| became.iter().all(|known| known.code != unit.code)));
        }
        Found::Former { was, became }
    }

    /// The units whose names are most like a name.
    fn akin(&self, name: &str, areas: &[Vec<Area<'_>>], wanted: Wanted<'_>) -> Vec<&Unit> {
        let some = self.index.akin(name).into_iter();
        let some = some.filter_map(|at| Some((self.index.key(at), self.units.get(at)?)));
        let mut known: Vec<(&str, &Unit)> = some.filter(|(_, unit)| self.may_be(unit, areas, wanted)).collect();
        if known.is_empty() && !matches!(wanted, Wanted::Any) {
            // Not even a word is spelt rightly: there are few enough to look at.
            let all = self.units.iter().enumerate().filter(|(_, unit)| wanted.takes(unit));
            known = all.map(|(at, unit)| (self.index.key(at), unit)).collect();
        }
        let mut found = Vec::new();
        while found.len() < MOST_PROPOSED
            && let Some(near) = nearest(name, known.iter().map(|(key, _)| *key))
        {
            let near = near.to_owned();
            known.retain(|(key, unit)| {
                let same = *key == near;
                if same {
                    found.push(*unit);
                }
                !same
            });
        }
        found.truncate(MOST_PROPOSED);
        found
    }
}

/// Signs and spaces between a code and a name.
fn is_between(c: char) -> bool {
    c.is_whitespace() || "-\u{2013}\u{2014}:_|/,;.()[]".contains(c)
}

/// All ways to read a text as a code and a name, in this order or the other way round.
fn split(written: &str) -> impl Iterator<Item = (&str, &str)> {
    let ends = written.char_indices().filter(|(_, c)| is_between(*c)).map(|(at, _)| at);
    let parts = ends.map(|at| written.split_at(at));
    let parts = parts.map(|(one, other)| (one.trim_matches(is_between), other.trim_matches(is_between)));
    parts
        .flat_map(|(one, other)| [(one, other), (other, one)])
        .filter(|(code, name)| !code.is_empty() && !name.is_empty())
}

/// Whether a code cannot be the number of a list: it has five digits, or letters among its digits.
fn is_sure(code: &str) -> bool {
    const LONGEST_NUMBER: usize = 4;
    let digits = code.chars().filter(char::is_ascii_digit).count();
    digits > LONGEST_NUMBER || (digits > 0 && digits < code.chars().filter(|c| c.is_alphanumeric()).count())
}

impl Wanted<'_> {
    /// Whether a unit is of the level that is wanted, be its province which it may.
    fn takes_level(self, unit: &Unit) -> bool {
        match self {
            Self::In(_) => !unit.is_province(),
            _ => self.takes(unit),
        }
    }
}

/// Whether a province is named beside a unit: that counts for more than the one it is known to lie in.
fn named_province(areas: &[Vec<Area<'_>>]) -> bool {
    let is_province = |area: &Area<'_>| match area {
        Area::Province(_) => true,
        Area::Former(former) => former.code.len() == 2,
    };
    areas.iter().flatten().any(is_province)
}

/// The units of an index that a name may be, their kind apart.
fn candidates<'i>(index: &'i Index, name: &Name, how: How) -> impl Iterator<Item = usize> + use<'i> {
    let found = match how {
        How::WithoutMarks if is_bare(&name.key) => index.bare(&bare_key(&name.key)),
        How::WithoutMarks => &[],
        _ => index.named(&name.key),
    };
    found.iter().copied()
}
