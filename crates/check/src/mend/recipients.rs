//! Dashes and punctuation around the names of Nơi nhận and Kính gửi: the program sets them itself.

use baocao_core::report::{Field, Slot};

use super::Edit;

/// Whether a slot is that of a name.
pub(super) fn is_name(slot: &Slot<'_>) -> bool {
    matches!(slot, Slot::Document(Field::Recipient(_) | Field::To(_)))
}

/// What stands before and after a name. Dots that stand for what is left out stay.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    let after_space = text.trim_start();
    let dashed = after_space.strip_prefix(['-', '–', '+', '•']).filter(|rest| rest.starts_with([' ', '\u{a0}']));
    let from = text.len() - dashed.unwrap_or(text).trim_start().len();
    let open = text.trim_end();
    let end = open.trim_end_matches([';', ',']);
    let end = match end.strip_suffix('.') {
        Some(name) if !name.ends_with('.') && !name.ends_with("v.v") => name,
        _ => end,
    };
    let end = end.trim_end_matches([';', ',', ' ']);
    if end.len() <= from || end.ends_with('.') {
        return Vec::new();
    }
    let punctuated = end.len() < open.len();
    let mut edits = Vec::new();
    if dashed.is_some() {
        edits.push((0..from, String::new()));
    }
    if punctuated {
        edits.push((end.len()..text.len(), String::new()));
    }
    edits
}
