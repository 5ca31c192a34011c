//! How the name of a unit is written inside of a sentence.

use baocao_vietnamese::lexicon::lists::OF_PERSONS;
use baocao_vietnamese::small;

use super::Kind;

/// A full name as it stands inside of a sentence: `xã Đông Hòa` of `Xã Đông Hòa`. Organs keep their capitals.
///
/// ```
/// use baocao_import::units::running;
/// assert_eq!(running("Đặc khu Phú Quý"), "đặc khu Phú Quý");
/// assert_eq!(running("Phường 1 Bảo Lộc"), "Phường 1 Bảo Lộc");
/// assert_eq!(running("Sở Nội vụ"), "Sở Nội vụ");
/// ```
pub fn running(name: &str) -> String {
    let begun = Kind::all_words().find_map(|word| {
        let (begin, own) = name.split_at_checked(word.len())?;
        (small(begin) == word && own.starts_with(' ')).then_some((word, own))
    });
    let Some((word, own)) = begun else { return name.to_owned() };
    let keeps = own.chars().any(|c| c.is_ascii_digit()) || OF_PERSONS.contains(&small(own.trim()).as_str());
    if keeps { name.to_owned() } else { format!("{word}{own}") }
}
