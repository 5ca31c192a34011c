//! `KT.GIÁM ĐỐC`: the space after the abbreviation of the authority to sign.

use baocao_core::report::{Field, InSigner, Slot};

use super::Edit;

/// Whether a slot is that of an authority or a post.
pub(super) fn is_authority(slot: &Slot<'_>) -> bool {
    matches!(slot, Slot::Document(Field::Signer(_, InSigner::Competence(_) | InSigner::Position)))
}

/// The space after `TM.`, `KT.`, `TL.`, `TUQ.`, `Q.` before a word in capitals.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    let found =
        ["TM.", "KT.", "TL.", "TUQ.", "Q."].into_iter().find_map(|mark| Some((mark.len(), text.strip_prefix(mark)?)));
    let Some((at, rest)) = found else { return Vec::new() };
    let capitals = rest.chars().take_while(|c| c.is_uppercase()).count();
    if capitals < 2 { Vec::new() } else { vec![(at..at, " ".to_owned())] }
}
