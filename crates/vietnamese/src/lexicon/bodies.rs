//! Names of ministries, departments, posts and laws, from `data/names.txt` and `data/laws.txt`.

use std::collections::BTreeSet;

use super::{lines, part};

const NAMES: &str = include_str!("../../data/names.txt");

/// What ministries, departments and divisions are called, in the order of their levels.
pub const KINDS: [&str; 3] = ["Bộ", "Sở", "Phòng"];

/// The fields of ministries, departments and divisions, as their names have them: `Giáo dục và Đào tạo`.
pub fn fields() -> BTreeSet<String> {
    let names = lines(NAMES).filter_map(|line| line.split_once(' '));
    let fields = names.filter(|(kind, _)| KINDS.contains(kind));
    fields.map(|(_, field)| field.replace(" / ", " ").replace('_', " ")).collect()
}

/// Posts, with the capitals that they have in a name: `Phó Chủ tịch`.
pub fn posts() -> BTreeSet<String> {
    let posts = lines(part(NAMES, "Posts")).filter_map(|line| line.split(" / ").next());
    posts.map(|post| post.replace('_', " ")).collect()
}

/// The names of laws, without the word itself: `Đất đai`, `Phòng, chống tham nhũng`.
pub fn laws() -> impl Iterator<Item = &'static str> {
    lines(include_str!("../../data/laws.txt"))
}
