//! Syllables as Vietnamese writes them: an onset, a rhyme, a tone, and the letter that bears the tone mark.
//!
//! Sources: the rhymes of the dictionary of the Institute of Linguistics (Hoàng Phê), both customs of marking `oa`, `oe`,
//! `uy` (`hòa`, `hoà`), and those rhymes of loan words that have settled (`boong`, `soóc`, `tuýp`).

use std::collections::HashSet;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use super::{Table, small};

/// A tone that is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// `à`
    Huyen,
    /// `ả`
    Hoi,
    /// `ã`
    Nga,
    /// `á`
    Sac,
    /// `ạ`
    Nang,
}

/// Each vowel, bare and with its tones in the order of [`TONES`].
const VOWELS: [&str; 12] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
];

const TONES: [Tone; 5] = [Tone::Huyen, Tone::Hoi, Tone::Nga, Tone::Sac, Tone::Nang];

/// Onsets, longer ones first.
const ONSETS: [&str; 28] = [
    "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "",
];

static RHYMES: LazyLock<HashSet<&str, RandomState>> = LazyLock::new(|| {
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
     e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
     o oc oi om on ong op ot ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ơu \
     u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu \
     oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeng oeo oet \
     uân uâng uât uây uâc uâu uê uêch uênh uêu uên uêt uơ uơn uy uya uych uynh uyt uyp uyu uyn uyên uyêt \
     y yêm yên yêng yêt yêu"
        .split_whitespace()
        .collect()
});

/// Rhymes that stand after `qu` only, whose `u` belongs to the onset.
const AFTER_QU: [&str; 6] = ["ynh", "yt", "ych", "yn", "yp", "yu"];

/// A vowel without its tone, and the tone.
type Part = (char, Option<Tone>);

/// A small vowel without its tone, and the tone; nothing for what is no Vietnamese vowel.
pub fn vowel(letter: char) -> Option<Part> {
    static PARTS: LazyLock<Table<Option<Part>>> = LazyLock::new(|| Table::of(VOWELS.into_iter().flat_map(parts_of)));
    *PARTS.get(letter)?
}

/// A vowel with each of its tones.
fn parts_of(row: &'static str) -> impl Iterator<Item = (char, Part)> {
    let bare = row.chars().next();
    let tones = std::iter::once(None).chain(TONES.into_iter().map(Some));
    row.chars().zip(tones).filter_map(move |(letter, tone)| Some((letter, (bare?, tone))))
}

/// The letter of a bare vowel with a tone.
fn marked(vowel: char, tone: Tone) -> char {
    let at = TONES.iter().position(|known| *known == tone).unwrap_or(0);
    let row = VOWELS.iter().find(|row| row.starts_with(vowel));
    row.and_then(|row| row.chars().nth(at + 1)).unwrap_or(vowel)
}

/// The letters of a word without tones, in small letters, and the tones with the number of the letter that bears them.
pub fn letters(word: &str) -> (String, Vec<(usize, Tone)>) {
    let mut tones = Vec::new();
    let mut bare = String::with_capacity(word.len());
    for (at, letter) in small(word).chars().enumerate() {
        match vowel(letter) {
            Some((base, tone)) => {
                bare.push(base);
                tones.extend(tone.map(|tone| (at, tone)));
            }
            None => bare.push(letter),
        }
    }
    (bare, tones)
}

/// The onset and the rhyme of the letters of a syllable; nothing where they are none that Vietnamese has.
///
/// ```
/// use baocao_vietnamese::syllable::parts;
/// assert_eq!(parts("nghiêp"), Some(("ngh", "iêp")));
/// assert_eq!(parts("gin"), Some(("g", "in")));
/// assert_eq!(parts("đơc"), None);
/// ```
pub fn parts(letters: &str) -> Option<(&'static str, &str)> {
    // Most onsets are passed by at their first letter.
    let first = letters.as_bytes().first();
    ONSETS.iter().filter(|onset| onset.is_empty() || onset.as_bytes().first() == first).find_map(|onset| {
        let rhyme = letters.strip_prefix(onset)?;
        let known = RHYMES.contains(rhyme) || (*onset == "qu" && AFTER_QU.contains(&rhyme));
        (known && agree(onset, rhyme)).then_some((*onset, rhyme))
    })
}

/// Whether the spelling of an onset fits the vowel after it.
fn agree(onset: &str, rhyme: &str) -> bool {
    let front = rhyme.starts_with(['i', 'e', 'ê', 'y']);
    match onset {
        "k" | "gh" | "ngh" => front,
        "c" | "ng" => !front,
        // `gì`, `giêng`: the i of `gi` is the i of the rhyme.
        "g" => !front || rhyme.starts_with('i'),
        "gi" => !rhyme.starts_with(['i', 'y']),
        "qu" => !rhyme.starts_with(['u', 'ư', 'o']),
        _ => true,
    }
}

/// The letters of a syllable, by their number, that may bear its tone; the first is where the older custom has it.
pub fn bearers(onset: &str, rhyme: &str) -> Vec<usize> {
    let before = onset.chars().count();
    let chars: Vec<char> = rhyme.chars().collect();
    let vowels: Vec<char> = chars.iter().copied().take_while(|c| vowel(*c).is_some()).collect();
    let closed = vowels.len() < chars.len();
    let at: &[usize] = match (vowels.as_slice(), closed) {
        (['o', 'a' | 'e'] | ['u', 'y'], false) => &[0, 1],
        (['o', 'o'], true) => &[1, 0],
        (['ư', 'ơ', ..] | ['i' | 'y', 'ê', ..] | ['u', 'ô' | 'â' | 'ê' | 'ơ', ..] | ['o', 'a' | 'ă' | 'e', ..], _) => {
            &[1]
        }
        (['u', 'y', 'ê', ..], _) => &[2],
        (['u', 'y', ..], _) => &[1],
        _ => &[0],
    };
    at.iter().map(|at| at + before).collect()
}

/// A syllable with its tone where the older custom has it (`hòa`), or the newer one (`hoà`).
pub fn spelt(letters: &str, tone: Option<Tone>, newer: bool) -> String {
    let (Some(tone), Some((onset, rhyme))) = (tone, parts(letters)) else { return letters.to_owned() };
    let bearers = bearers(onset, rhyme);
    let bearer = if newer { bearers.last() } else { bearers.first() };
    let letter = |(at, letter)| if Some(&at) == bearer { marked(letter, tone) } else { letter };
    letters.chars().enumerate().map(letter).collect()
}
