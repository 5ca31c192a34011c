//! Whether two documents can be of one organ.

use baocao_reading::documents::Citation;
use baocao_vietnamese::lexicon::documents::of_symbol;
use baocao_vietnamese::lexicon::lists::SHARED_LETTERS;

/// Whether two citations can be of one organ, and how sure that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Organ {
    /// The symbol names it, or both sentences do.
    Sure,
    /// Nothing speaks against it.
    Perhaps,
}

impl Organ {
    /// Whether it is sure.
    pub(super) fn sure(self) -> bool {
        self == Self::Sure
    }
}

/// Whether two citations with the same letters can be of one organ; nothing where they cannot.
pub(super) fn one_organ(one: &Citation, other: &Citation) -> Option<Organ> {
    match (&one.issuer, &other.issuer) {
        (Some(first), Some(second)) if first.can_be(second) => Some(Organ::Sure),
        (Some(first), Some(second)) if shared(one) && first.level != second.level => None,
        (Some(first), Some(second)) if shared(one) && first.name != second.name => None,
        _ if shared(one) => Some(Organ::Perhaps),
        _ => Some(Organ::Sure),
    }
}

/// Whether many organs bear the letters of a symbol.
pub(super) fn shared(citation: &Citation) -> bool {
    let letters = organ_letters(citation);
    SHARED_LETTERS.contains(&letters) || letters.starts_with("BCĐ") || letters.starts_with("HĐ")
}

/// The group of a symbol that stands for the organ: the second after a kind (`KH-UBND`), else the first (`SNV-CCHC`).
fn organ_letters(citation: &Citation) -> &str {
    let groups = &citation.symbol.groups;
    let at = usize::from(of_symbol(&groups[0]).is_some());
    groups.get(at).unwrap_or(&groups[0])
}
