//! Names of ministries, departments and laws, from `data/names.txt` and `data/laws.txt`.

use std::collections::BTreeSet;

use super::lines;

/// What ministries, departments and divisions are called, in the order of their levels.
pub const KINDS: [&str; 3] = ["Bộ", "Sở", "Phòng"];

/// The fields of ministries, departments and divisions, as their names have them: `Giáo dục và Đào tạo`.
pub fn fields() -> BTreeSet<String> {
    let names = lines(include_str!("../../data/names.txt")).filter_map(|line| line.split_once(' '));
    let fields = names.filter(|(kind, _)| KINDS.contains(kind));
    fields.map(|(_, field)| field.replace(" / ", " ").replace('_', " ")).collect()
}

/// The names of laws, without the word itself: `Đất đai`, `Phòng, chống tham nhũng`.
pub fn laws() -> impl Iterator<Item = &'static str> {
    lines(include_str!("../../data/laws.txt"))
}
