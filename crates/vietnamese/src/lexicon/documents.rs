//! Types of documents, from `data/documents.txt`.

use std::sync::LazyLock;

use super::lines;
use crate::bare;

/// A type of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Type {
    /// The abbreviation with which symbols of this type begin: `KH`, `CTr`.
    pub code: Option<&'static str>,
    /// Its name in small letters.
    pub name: &'static str,
    /// Whether the abbreviation means this type wherever a symbol begins with it.
    pub is_sure: bool,
    /// Whether documents of this type bear a number, and the name stands for nothing else.
    pub is_numbered: bool,
    /// Whether several of them are counted: `03 kế hoạch`.
    pub is_counted: bool,
    /// Whether it is a legal document, cited by its name.
    pub is_law: bool,
    /// Whether it is a paper that is numbered by other rules: no document that is cited by a symbol.
    pub is_paper: bool,
}

static TYPES: LazyLock<Vec<Type>> = LazyLock::new(|| {
    let mut types: Vec<Type> = lines(include_str!("../../data/documents.txt")).filter_map(Type::read).collect();
    // A longer name may end with, or begin with, a shorter one.
    types.sort_by_key(|kind| std::cmp::Reverse(kind.name.len()));
    types
});

impl Type {
    fn read(line: &'static str) -> Option<Self> {
        let mut columns = line.split('|').map(str::trim);
        let (code, name) = (columns.next()?, columns.next()?);
        let known: Vec<&str> = columns.next().unwrap_or_default().split(", ").collect();
        let is = |word: &str| known.contains(&word);
        Some(Self {
            code: (code != "-").then_some(code),
            name,
            is_sure: is("sure"),
            is_numbered: is("numbered"),
            is_counted: is("numbered") || is("counted"),
            is_law: is("law"),
            is_paper: is("paper"),
        })
    }
}

/// All types; those with longer names come first.
pub fn types() -> impl Iterator<Item = &'static Type> {
    TYPES.iter()
}

/// The type that a symbol which begins with some letters is of, in any case; nothing where the letters may be an organ's.
///
/// ```
/// use baocao_vietnamese::lexicon::documents::of_symbol;
/// assert_eq!(of_symbol("TTR").map(|kind| kind.name), Some("tờ trình"));
/// assert_eq!(of_symbol("TC"), None);
/// ```
pub fn of_symbol(letters: &str) -> Option<&'static Type> {
    let lower = |text: &'static str| text.chars().flat_map(char::to_lowercase);
    let is_code = |code: &'static str| lower(code).eq(letters.chars().flat_map(char::to_lowercase));
    types().find(|kind| kind.is_sure && kind.code.is_some_and(is_code))
}

/// The type of a name, in any case, with or without its marks: `BÁO CÁO`.
pub fn named(name: &str) -> Option<&'static Type> {
    let name = bare(name);
    types().find(|kind| bare(kind.name) == name)
}
