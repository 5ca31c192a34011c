//! What an agency is, from its name: how it decides, and which place it governs.

use baocao_core::report::Organ;
use baocao_vietnamese::lexicon::territories::{TerritoryKind, governed};
use baocao_vietnamese::{bare, one_line};

/// How an agency decides (NĐ 30/2020/NĐ-CP, Điều 13).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Regime {
    /// As a body: people's committees and councils. Its head signs on its behalf.
    Collective,
    /// By its head: departments, divisions, offices, ministries.
    Head,
    /// Organs of the Party and the like, which have rules of their own.
    Party,
    /// Nobody knows from the name.
    Unknown,
}

/// How an agency decides.
pub(super) fn regime(organ: &Organ) -> Regime {
    let name = plain(&organ.organ_name);
    let begins = |words: &[&str]| words.iter().any(|word| name.starts_with(word));
    let holds = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if holds(&["DANG UY", "TINH UY", "HUYEN UY", "THANH UY", "QUAN UY", "DANG BO", "BAN CHAP HANH", "CONG DOAN"]) {
        Regime::Party
    } else if begins(&["UY BAN NHAN DAN", "UBND", "HOI DONG NHAN DAN", "HDND"]) {
        Regime::Collective
    } else if begins(&["SO ", "PHONG ", "CHI CUC ", "CUC ", "TONG CUC ", "VAN PHONG ", "BO ", "THANH TRA "]) {
        Regime::Head
    } else {
        Regime::Unknown
    }
}

/// The territory that a people's committee or council governs: its kind, and its name in capitals without marks.
/// Nothing for other agencies.
pub(super) fn territory(name: &str) -> Option<(&'static str, String)> {
    let name = plain(name);
    let body = ["UY BAN NHAN DAN ", "UBND ", "HOI DONG NHAN DAN ", "HDND "];
    let rest = body.iter().find_map(|word| name.strip_prefix(word))?;
    let after = |kind: &'static TerritoryKind| {
        let mut words = std::iter::once(bare(kind.name)).chain(kind.short.iter().map(|short| bare(short)));
        words.find_map(|word| Some((kind.name, rest.strip_prefix(&word)?.strip_prefix(' ')?)))
    };
    let (kind, name) = governed().find_map(after)?;
    let own = name.split([',', '-', '(']).next().unwrap_or_default().trim();
    (!own.is_empty()).then(|| (kind, own.to_owned()))
}

/// A text in capitals without marks, with single spaces: what agrees so may still differ in its marks, which is for
/// the rules of text to say.
pub(super) fn plain(text: &str) -> String {
    one_line(&bare(text))
}
