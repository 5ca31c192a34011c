//! What was written of a unit: its kind, its name, and the province or the district that stands behind or before it.

use std::sync::LazyLock;

use super::Kind;
use baocao_vietnamese::lexicon::key::{self, words};

/// One way to read what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    /// The unit.
    pub(super) name: Name,
    /// The units that it lies in.
    pub(super) within: Vec<Name>,
}

/// A name, as its key, and the kind that it begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) kind: Option<Kind>,
    pub(super) key: String,
}

/// Organs of a unit that stand for it: `UBND xã Tân An`.
static ORGANS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    [
        "ubnd",
        "ủy ban nhân dân",
        "hđnd",
        "hội đồng nhân dân",
        "văn phòng",
        "đảng ủy",
        "trung tâm phục vụ hành chính công",
        "ttpvhcc",
        "và",
    ]
    .map(words)
    .into()
});

/// What stands between units, or is a part of a name.
const DASH: &str = " - ";

/// More parts than this are no name.
const MOST_PARTS: usize = 5;

/// The readings of a text, the likelier ones first: a sign that parts names may be a part of one (`Văn Miếu - Quốc Tử
/// Giám`), and units stand from the smallest to the largest or the other way round.
pub(super) fn readings(text: &str) -> Vec<Reading> {
    let mut readings = Vec::new();
    let dashes = text.contains(DASH).then(|| parts(text, true));
    for parts in std::iter::once(parts(text, false)).chain(dashes) {
        if parts.is_empty() || parts.len() > MOST_PARTS {
            continue;
        }
        for count in (1..=parts.len()).rev() {
            let (name, within) = parts.split_at(count);
            add(&name.concat(), within, &mut readings);
            let (within, name) = parts.split_at(parts.len() - count);
            add(&name.concat(), within, &mut readings);
        }
    }
    readings
}

/// Adds the readings of the words of a name: as they are, without the word of a kind, with the province behind it. What it
/// lies in may be one unit or several.
fn add(words: &[String], within: &[Vec<String>], readings: &mut Vec<Reading>) {
    let words = without_organs(words);
    let whole = Name { kind: None, key: words.join(" ") };
    // `xã Tân An tỉnh Tây Ninh`
    let behind = (1..words.len()).rev().find(|at| Kind::of(&words[*at..]).is_some_and(|(kind, _)| !kind.is_commune()));
    let joined = [within.concat()];
    for within in [within, if within.len() > 1 { &joined } else { within }] {
        let within: Vec<Name> = within.iter().map(|words| name(without_organs(words))).collect();
        let mut note = |name: Name, within: Vec<Name>| {
            let reading = Reading { name, within };
            if !readings.contains(&reading) {
                readings.push(reading);
            }
        };
        note(whole.clone(), within.clone());
        note(name(words), within.clone());
        if let Some(at) = behind {
            note(name(&words[..at]), [vec![name(&words[at..])], within].concat());
        }
    }
}

fn name(words: &[String]) -> Name {
    match Kind::of(words).filter(|(_, count)| *count < words.len()) {
        Some((kind, count)) => Name { kind: Some(kind), key: words[count..].join(" ") },
        None => Name { kind: None, key: words.join(" ") },
    }
}

pub(super) fn without_organs(mut words: &[String]) -> &[String] {
    while let Some(organ) = ORGANS.iter().find(|organ| words.starts_with(organ) && words.len() > organ.len()) {
        words = &words[organ.len()..];
    }
    words
}

/// The words of each part of a text, the number of a list before it apart; with parts between dashes, or without.
fn parts(text: &str, dashes: bool) -> Vec<Vec<String>> {
    let text = text.trim();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let listed = rest.len() < text.len() && rest.starts_with(['.', ')']) && rest.contains(char::is_alphabetic);
    let text = if listed { &rest[1..] } else { text };
    let text = text.replace('\u{a0}', " ").replace([',', ';', '(', ')', '/', '|', '\u{2013}', '\u{2014}'], "\n");
    let text = if dashes { text.replace(DASH, "\n") } else { text };
    let parts = text.lines().map(|part| apart(words(part)));
    parts.filter(|words| !words.is_empty()).collect()
}

/// The first word as a kind and a number, where it is both: `P1`.
fn apart(mut words: Vec<String>) -> Vec<String> {
    let Some(first) = words.first() else { return words };
    let digits = first.find(|c: char| c.is_ascii_digit()).unwrap_or(first.len());
    let (letters, number) = first.split_at(digits);
    if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) && Kind::is_short(letters) {
        let (letters, number) = (letters.to_owned(), key::key(number));
        words.splice(..1, [letters, number]);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The readings as `kind name < kind name`.
    fn told(text: &str) -> Vec<String> {
        let name = |name: &Name| {
            let kind = name.kind.map_or("", Kind::word);
            format!("{kind} {}", name.key).trim().to_owned()
        };
        let told = |reading: Reading| {
            let names = std::iter::once(&reading.name).chain(&reading.within);
            names.map(name).collect::<Vec<_>>().join(" < ")
        };
        readings(text).into_iter().map(told).collect()
    }

    #[test]
    fn kinds_and_places_are_read() {
        assert_eq!(told("Kim Tan"), ["kim tan"]);
        assert_eq!(told("P.1"), ["p 1", "phường 1"]);
        assert_eq!(told("P01"), ["p 1", "phường 1"]);
        assert_eq!(told("2. UBND xa Kim Tan"), ["xa kim tan", "xã kim tan"]);
        let behind = told("HĐND và UBND xã Kim Tan tinh Kim Lan");
        assert_eq!(behind.last().unwrap(), "xã kim tan < tỉnh kim lan");
        for text in ["xã Kim Tan, tỉnh Kim Lan", "Xã Kim Tan (Tỉnh Kim Lan)", "Tỉnh Kim Lan - Xã Kim Tan"] {
            assert!(
                told(text).iter().any(|reading| reading == "xã kim tan < tỉnh kim lan"),
                "{text}: {:?}",
                told(text)
            );
        }
        assert_eq!(told("Kim Tan - Kim Lan")[0], "kim tan kim lan");
        let within = "xã kim tan < tỉnh kim lan kim ma";
        for text in ["xã Kim Tan, tỉnh Kim Lan - Kim Ma", "xã Kim Tan - tỉnh Kim Lan - Kim Ma"] {
            assert!(told(text).iter().any(|reading| reading == within), "{text}: {:?}", told(text));
        }
        assert!(told("").is_empty() && told(" , ").is_empty() && told("a,b,c,d,e,f").is_empty());
    }
}
