//! Numbering: Roman numerals and the letters of the Vietnamese alphabet.

/// The letters that enumerate points, in order. There is no f, j, w, z, and by custom no ă, â, ê, ô, ơ, ư.
pub const LETTERS: [&str; 23] =
    ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"];

/// The `n`th letter (from 1): a b c d đ e g ... y, then aa, ab, ...
pub fn letter(n: usize) -> String {
    let n = n.max(1) - 1;
    match n / LETTERS.len() {
        0 => LETTERS[n].to_owned(),
        rounds => format!("{}{}", LETTERS[(rounds - 1) % LETTERS.len()], LETTERS[n % LETTERS.len()]),
    }
}

/// A Roman numeral, `I` for 1.
pub fn roman(mut n: usize) -> String {
    const PARTS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut out = String::new();
    for (value, sign) in PARTS {
        while n >= value {
            out.push_str(sign);
            n -= value;
        }
    }
    out
}
