//! From the encodings before Unicode: what their letters mean, and whether a text is Vietnamese once they are read so.

use crate::encoding::Legacy;
use crate::syllable::{letters, parts};

/// TCVN 5712:1999, VN3 (the fonts of ABC): each letter, and the Latin-1 letter that its byte is. Capitals with a tone have
/// no bytes of their own: fonts of capitals (`.VnTimeH`) draw small letters as such.
pub const TCVN3: &str = "àµ ả¶ ã· á¸ ạ¹ ă¨ ằ» ẳ¼ ẵ½ ắ¾ ặÆ â© ầÇ ẩÈ ẫÉ ấÊ ậË đ® èÌ ẻÎ ẽÏ éÐ ẹÑ êª ềÒ ểÓ ễÔ ếÕ ệÖ \
                     ì× ỉØ ĩÜ íÝ ịÞ òß ỏá õâ óã ọä ô« ồå ổæ ỗç ốè ộé ơ¬ ờê ởë ỡì ớí ợî ùï ủñ ũò úó ụô ư\u{ad} ừõ \
                     ửö ữ÷ ứø ựù ỳú ỷû ỹü ýý ỵþ Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§";

/// The fonts of VNI: each letter, and the one or two Latin-1 letters that are written for it. Capitals are made likewise.
pub const VNI: &str = "àaø áaù ảaû ãaõ ạaï âaâ ầaà ấaá ẩaå ẫaã ậaä ăaê ằaè ắaé ẳaú ẵaü ặaë èeø éeù ẻeû ẽeõ ẹeï êeâ ềeà ếeá \
                   ểeå ễeã ệeä ìì íí ỉæ ĩó ịò òoø óoù ỏoû õoõ ọoï ôoâ ồoà ốoá ổoå ỗoã ộoä ơô ờôø ớôù ởôû ỡôõ ợôï ùuø \
                   úuù ủuû ũuõ ụuï ưö ừöø ứöù ửöû ữöõ ựöï ỳyø ýyù ỷyû ỹyõ ỵî đñ";

/// A text of an old encoding in Unicode. What has no meaning in that encoding stays.
///
/// ```
/// use baocao_vietnamese::conversion::converted;
/// use baocao_vietnamese::encoding::Legacy;
/// assert_eq!(converted("ñy ban nh©n d©n x·", Legacy::Tcvn3), "ủy ban nhân dân xã");
/// assert_eq!(converted("Uûy ban nhaân daân xaõ", Legacy::Vni), "Ủy ban nhân dân xã");
/// ```
pub fn converted(text: &str, from: Legacy) -> String {
    match from {
        Legacy::Tcvn3 => text.chars().map(|c| meant(TCVN3, &[c]).unwrap_or(c)).collect(),
        Legacy::Vni => from_vni(text),
        Legacy::Utf8AsLatin1 => {
            let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
            bytes.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_else(|| text.to_owned())
        }
    }
}

fn from_vni(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let pair = rest.peek().and_then(|next| vni(&[c, *next]));
        if pair.is_some() {
            rest.next();
        }
        out.push(pair.or_else(|| vni(&[c])).unwrap_or(c));
    }
    out
}

/// The letter that is written so in VNI; a capital where the first sign is one.
fn vni(signs: &[char]) -> Option<char> {
    let small: Vec<char> = signs.iter().map(|c| lower(*c)).collect();
    let letter = meant(VNI, &small)?;
    if signs[0] == small[0] { Some(letter) } else { letter.to_uppercase().next() }
}

/// The letter before these signs in a table.
fn meant(table: &str, signs: &[char]) -> Option<char> {
    table.split_whitespace().find_map(|entry| {
        let mut entry = entry.chars();
        let letter = entry.next()?;
        entry.eq(signs.iter().copied()).then_some(letter)
    })
}

/// A letter of Latin-1 in its small form.
fn lower(c: char) -> char {
    if c <= '\u{ff}' { c.to_lowercase().next().unwrap_or(c) } else { c }
}

/// How many words of a text have letters beyond ASCII, and how many of those are syllables of Vietnamese.
pub fn credible_words(text: &str) -> (usize, usize) {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_ascii());
    words.fold((0, 0), |(all, good), word| (all + 1, good + usize::from(is_syllable(word))))
}

/// Whether a word is spelt as Vietnamese syllables are, with one tone at most.
fn is_syllable(word: &str) -> bool {
    let (bare, tones) = letters(word);
    tones.len() <= 1 && parts(&bare).is_some()
}
