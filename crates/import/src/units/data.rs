//! The data that comes with the program; where it is from, says `data/README.md`.

use std::borrow::Cow;

use super::{FormerUnit, Kind, Unit, key};

const NOW: &str = include_str!("data/now.tsv");
const FORMER: &str = include_str!("data/former.tsv");

/// The units since 01/7/2025: each province, then its communes.
pub(super) fn now() -> Vec<Unit> {
    let mut province = None;
    let lines = NOW.lines().filter_map(|line| line.split_once('\t'));
    lines
        .map(|(code, name)| {
            let of_province = code.len() == 2;
            if of_province {
                province = Some(Cow::Borrowed(code));
            }
            let province = province.clone().filter(|_| !of_province);
            Unit { code: code.into(), name: name.into(), kind: kind(name), province, parent: None }
        })
        .collect()
}

/// The units until 30/6/2025: each province, then its districts, each with its communes. Codes of two, three and five
/// digits tell them apart.
pub(super) fn former() -> Vec<FormerUnit> {
    let (mut province, mut district) = ("", "");
    let mut units: Vec<FormerUnit> = Vec::new();
    // Where the district stands that the next communes belong to.
    let mut above = 0;
    for line in FORMER.lines() {
        let mut cells = line.split('\t');
        let (code, name) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        let became: Vec<&'static str> =
            cells.next().unwrap_or_default().split(' ').filter(|new| !new.is_empty()).collect();
        match code.len() {
            2 => (province, district) = (code, ""),
            3 => (district, above) = (code, units.len()),
            _ => {
                if let Some(above) = units.get_mut(above) {
                    // A district became what its communes became.
                    let new = became.iter().filter(|new| !above.became.contains(new)).copied().collect::<Vec<_>>();
                    above.became.extend(new);
                }
            }
        }
        let district = if code.len() == 5 { district } else { "" };
        units.push(FormerUnit { code, name, kind: kind(name), province, district, became });
    }
    units
}

/// The kind that a full name begins with.
fn kind(name: &str) -> Kind {
    Kind::of(&key::words(name)).map_or(Kind::Organ, |(kind, _)| kind)
}
