//! Letters, and what enumerates.

use baocao_vietnamese::enumeration::{letter, roman};
use baocao_vietnamese::{Table, bare, is_letter, small};

#[test]
fn small_letters_take_as_many_bytes() {
    assert_eq!(small("Ủy ban ĐƯỜNG ẲẴ, “İẞ” – \u{212a}"), "ủy ban đường ẳẵ, “İẞ” – \u{212a}");
}

#[test]
fn bare_letters_are_capitals_without_marks() {
    assert_eq!(bare("Thái Nguye\u{302}n – đường ƯỠN, Straße 漢"), "THAI NGUYEN – DUONG UON, STRASSE 漢");
}

#[test]
fn letters_are_those_of_unicode() {
    assert!(('\0'..'\u{3000}').all(|c| is_letter(c) == c.is_alphabetic()));
}

#[test]
fn tables_know_what_they_were_made_of() {
    let table = Table::new(|c| c);
    for c in ('\0'..'\u{3000}').filter(|c| table.get(*c).is_some()) {
        assert_eq!(table.get(c), Some(&c));
    }
    for c in ['ự', 'Ỹ', 'đ', '–', '…', 'z'] {
        assert_eq!(table.get(c), Some(&c));
    }
}

#[test]
fn letters_follow_the_vietnamese_alphabet() {
    let first: Vec<String> = (1..=7).map(letter).collect();
    assert_eq!(first, ["a", "b", "c", "d", "đ", "e", "g"]);
    assert_eq!(letter(23), "y");
    assert_eq!(letter(24), "aa");
}

#[test]
fn roman_numerals() {
    let some: Vec<String> = [1, 4, 9, 14, 40, 1999].into_iter().map(roman).collect();
    assert_eq!(some, ["I", "IV", "IX", "XIV", "XL", "MCMXCIX"]);
}
