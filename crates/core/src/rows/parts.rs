//! The parts of a cell that look different: what a reader does not see, what is struck out, what is raised. Glued to the
//! others they would make another number.

use super::html::VOID;
use crate::diagnostic::Finding;
use crate::{kinds, msg};

/// Tags are not nested deeper in a cell that somebody wrote.
const MOST_OPEN: usize = 100;

/// What a part of a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Plain,
    /// Hidden, or struck out: no part of what the cell says.
    Gone,
    /// The mark of a note, or a power.
    Raised,
    Lowered,
    /// In smaller letters: a mark, where it stands right behind a digit.
    Small,
}

/// The text of a cell while it is read, part by part.
#[derive(Debug, Default)]
pub(super) struct Parts {
    parts: Vec<(Look, String)>,
    /// The tags that are open, and what they make of their text.
    open: Vec<(String, Look)>,
}

impl Parts {
    /// A tag begins, by its name in small letters; its style may make something else of its text.
    pub(super) fn start(&mut self, name: &str, styled: Option<Look>) {
        let outer = self.look();
        let look = match (name, styled) {
            _ if outer == Look::Gone => Look::Gone,
            (_, Some(look)) => look,
            ("del" | "s" | "strike", None) => Look::Gone,
            ("sup", None) => Look::Raised,
            ("sub", None) => Look::Lowered,
            ("small", None) => Look::Small,
            _ => outer,
        };
        if !VOID.contains(&name) && self.open.len() < MOST_OPEN {
            self.open.push((name.to_owned(), look));
        }
    }

    /// A tag ends; so do those that were left open in it.
    pub(super) fn end(&mut self, name: &str) {
        if let Some(at) = self.open.iter().rposition(|(open, _)| open == name) {
            self.open.truncate(at);
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        self.add(self.look(), text);
    }

    /// A part that looks so.
    pub(super) fn add(&mut self, look: Look, text: &str) {
        match self.parts.last_mut() {
            Some((last, words)) if *last == look => words.push_str(text),
            _ => self.parts.push((look, text.to_owned())),
        }
    }

    /// Ends a line, where one was begun.
    pub(super) fn end_line(&mut self) {
        if self.parts.iter().rev().find(|(_, text)| !text.is_empty()).is_some_and(|(_, text)| !text.ends_with('\n')) {
            self.text("\n");
        }
    }

    fn look(&self) -> Look {
        self.open.last().map_or(Look::Plain, |(_, look)| *look)
    }

    /// What the cell says, and what is gone of it. Raised and lowered digits stay what they are, `516¹`, `Xã An Bình¹`, so that
    /// nobody takes them for digits of a number or a name; powers of lengths and what is lowered in words are plain: `km2`.
    pub(super) fn said(&self) -> (String, Option<String>) {
        let is_plain = |(look, _): &&(Look, String)| *look == Look::Plain;
        let has_digits =
            self.parts.iter().filter(is_plain).any(|(_, text)| text.contains(|c: char| c.is_ascii_digit()));
        let has_plain = self.parts.iter().filter(is_plain).any(|(_, text)| !text.trim().is_empty());
        let (mut said, mut gone) = (String::new(), String::new());
        for (look, text) in &self.parts {
            match look {
                Look::Plain => said.push_str(text),
                Look::Small if said.ends_with(|c: char| c.is_ascii_digit()) => {
                    said.extend(text.chars().map(|c| digit_of(c, &RAISED)));
                }
                Look::Small => said.push_str(text),
                // All of it is raised.
                Look::Raised if !has_plain => said.push_str(text),
                Look::Gone => gone.push_str(text),
                Look::Lowered if !has_digits => said.push_str(text),
                Look::Raised if !has_digits && is_length(&said) => said.push_str(text),
                Look::Raised => said.extend(text.chars().map(|c| digit_of(c, &RAISED))),
                Look::Lowered => said.extend(text.chars().map(|c| digit_of(c, &LOWERED))),
            }
        }
        let gone = gone.trim();
        (said, (!gone.is_empty()).then(|| gone.to_owned()))
    }
}

/// Whether a text ends in a length, which a raised digit makes an area or a volume.
fn is_length(text: &str) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    ["m", "km", "hm", "dam", "dm", "cm", "mm"].contains(&word)
}

const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
const LOWERED: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];

fn digit_of(c: char, digits: &[char; 10]) -> char {
    c.to_digit(10).and_then(|digit| digits.get(digit as usize)).copied().unwrap_or(c)
}

/// Tells of parts of cells that were left out.
pub(super) fn gone() -> Finding {
    kinds::data_files::GONE_PARTS.finding(msg!(
        "ô có phần bị ẩn hoặc bị gạch bỏ, không được lấy",
        "a cell has a part that is hidden or struck out, which is left out"
    ))
}
