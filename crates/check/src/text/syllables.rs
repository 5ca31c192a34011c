//! Words that cannot be Vietnamese, and letters that were lost.

use std::collections::HashMap;

use baocao_core::diagnostic::{Id, Message, Severity};
use baocao_core::msg;
use baocao_vietnamese::encoding::nfc;
use baocao_vietnamese::lexicon::lists::{BEHEADED, LETTERED, STANDING};
use baocao_vietnamese::spelling::{Fault, fault, is_one_syllable};
use baocao_vietnamese::syllable::vowel;
use foldhash::fast::RandomState;

use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::{Passage, Word, is_code};

pub(crate) const SYLLABLES: Family =
    Family { name: Say { vi: "Chữ và âm tiết", en: "Letters and syllables" }, rules: &[&SPELLING, &LOST], check };

pub(super) const SPELLING: Rule = Rule {
    id: Id::new("van-ban/am-tiet-sai"),
    severity: Severity::Warning,
    title: Say { vi: "Mỗi tiếng viết đúng chính tả", en: "Every syllable is one that Vietnamese has" },
    why: Say {
        vi: "Tiếng có hai dấu thanh, dấu đặt sai chữ (qúy, cuả), gõ nhầm ươ (chưong), sai dấu ở tiếng tận cùng bằng c, ch, \
             p, t (cảp, viêt), thiếu chữ (trờng), hoặc không có trong từ nào (phẵng). Tên riêng, từ nước ngoài, chữ viết tắt không bị xét.",
        en: "Syllables with two tone marks, with the mark on a wrong letter (qúy, cuả), ươ mistyped (chưong), a tone that \
             no syllable on c, ch, p, t has (cảp, viêt), a letter missing (trờng), and those of no word (phẵng). Names, foreign words and \
             abbreviations are not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Nhà trường quý trọng chương trình; tải tin lên Internet, Zalo, Đắk Lắk."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Nhà trờng phối hợp tổ chức chưong trình tuyên truyền."}}"#,
};

const LOST: Rule = Rule {
    id: Id::new("van-ban/mat-chu"),
    severity: Severity::Warning,
    title: Say { vi: "Không mất chữ cái khi chuyển đổi tệp", en: "No letters were lost in conversion" },
    why: Say {
        vi: "Phụ âm đứng một mình (ch a, tr ờng), tiếng không thể đứng một mình (ợc, ường), phần còn lại của từ quen thuộc \
             (ào tạo) hay dấu hỏi giữa từ là dấu vết mất chữ khi chép từ PDF, bản quét hoặc phông chữ cũ.",
        en: "Consonants that stand alone (ch a), rhymes that no word is (ợc, ường), the rest of a common word (ào tạo), a \
             question mark inside a word: letters were lost on the way from a PDF, a scan or an old font.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Điểm b khoản 2; nhóm đ; phương án b được chọn; 01 công chức chưa qua đào tạo; ý kiến ở ấp."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Có 01 công chức ch a qua ào tạo, đ ợc cử đi học; chi phí d kiến giảm."}}"#,
};

/// Consonants that stand alone only where something is lost.
const ALONE: [&str; 11] = ["ch", "gh", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr", "đ"];

/// Single consonants that stand alone only where something is lost, unless the word before them is one of [`LETTERED`].
const SINGLE: &str = "bcdghklmnprstvx";

fn check(subject: &Subject<'_>, told: &mut Told) {
    let mut known: HashMap<&str, Option<Fault>, RandomState> = HashMap::default();
    for passage in subject.passages() {
        for word in passage.words() {
            if word.text.is_ascii() && !word.text.starts_with("ngh") {
                continue;
            }
            if let Some(fault) = known.entry(word.text).or_insert_with(|| fault(word.text)) {
                let range = word.range.clone();
                let finding = told.slip(&SPELLING, subject, passage, range, reason(fault));
                if let Fault::Spelt(right) = fault {
                    finding.expected = Some(msg!("có lẽ là \"{right}\"", "probably \"{right}\""));
                }
            }
        }
        remains(subject, passage, told);
    }
}

fn reason(fault: &Fault) -> Message {
    match fault {
        Fault::TwoTones => msg!("một tiếng có hai dấu thanh", "a syllable has two tone marks"),
        Fault::Tone => {
            msg!("dấu thanh này không có ở tiếng tận cùng như vậy", "no syllable that ends so has this tone")
        }
        Fault::Spelt(_) => msg!("tiếng viết sai chính tả", "a syllable is misspelt"),
        Fault::NoSyllable => {
            msg!("tiếng Việt không có tiếng này: có lẽ thiếu chữ", "no such syllable: a letter may be missing")
        }
    }
}

/// Letters that stand alone, rhymes without their onset, question marks inside words.
fn remains(subject: &Subject<'_>, passage: &Passage<'_>, told: &mut Told) {
    let chunks: Vec<Word<'_>> = passage.chunks().collect();
    let questions = passage.text.contains('?');
    for (at, chunk) in chunks.iter().enumerate() {
        let next = chunks.get(at + 1);
        if questions && question(chunk.text) {
            let say = msg!("dấu hỏi giữa một từ: có lẽ mất chữ", "a question mark inside a word: a letter may be lost");
            told.slip(&LOST, subject, passage, chunk.range.clone(), say);
            continue;
        }
        let bare = chunk.text.trim_start_matches(['(', '“', '"']);
        // Most words are passed by before anything is made of them.
        if is_single(passage, &chunks, at) {
            let range = chunk.range.start..chunks[at + 1].range.end;
            let say = msg!("phụ âm đứng một mình: có lẽ mất chữ", "a consonant stands alone: letters may be lost");
            told.slip(&LOST, subject, passage, range, say);
            continue;
        }
        let alone = bare.len() <= 5 && ALONE.iter().any(|alone| bare.starts_with(alone));
        if !alone && !begins_with_vowel(bare) {
            continue;
        }
        let word = nfc(bare.trim_end_matches(['.', ',', ';', ':', ')', '”', '"']));
        let ends = word.len() < bare.len();
        let start = chunk.range.end - bare.len();
        let follows = next.filter(|next| !ends && is_small_word(next.text));
        if ALONE.contains(&word.as_str()) {
            let digits = at > 0 && chunks[at - 1].text.ends_with(|c: char| c.is_ascii_digit());
            let point = at > 0 && LETTERED.contains(&passage.small(&chunks[at - 1].range));
            let Some(next) = follows else { continue };
            let vowel_first = begins_with_vowel(next.text);
            // `5 tr đồng`, `điểm đ khoản 2`
            if word == "đ" && (digits || point) {
                continue;
            }
            if vowel_first || (word != "đ" && !digits) {
                let say = msg!("phụ âm đứng một mình: có lẽ mất chữ", "a consonant stands alone: letters may be lost");
                told.slip(&LOST, subject, passage, start..next.range.end, say);
            }
            continue;
        }
        if word.is_ascii() && word != "a" || word.is_empty() || !begins_with_vowel(&word) || !is_small_word(&word) {
            continue;
        }
        let rest = next.filter(|_| !ends).map(|next| next.text.trim_end_matches(['.', ',', ';', ':', ')', '”']));
        let is_rest = |whole: &&&str| {
            whole.split_once(' ').is_some_and(|(begun, second)| without_onset(begun) == word && Some(second) == rest)
        };
        let remain = BEHEADED.iter().find(is_rest);
        let before = at > 0 && ALONE.contains(&chunks[at - 1].text);
        if let (Some(whole), Some(next)) = (remain, next) {
            let say = msg!("có lẽ mất chữ đầu", "the first letter may be lost");
            let finding = told.slip(&LOST, subject, passage, start..next.range.end, say);
            finding.expected = Some(msg!("có lẽ là \"{whole}\"", "probably \"{whole}\""));
        } else if !before && is_one_syllable(&word) && fault(&word).is_none() && !STANDING.contains(word.as_str()) {
            let say = msg!(
                "tiếng này không đứng một mình: có lẽ mất chữ đầu",
                "no word stands so: its first letter may be lost"
            );
            told.slip(&LOST, subject, passage, start..start + word.len(), say);
        }
    }
}

/// Whether a chunk is a single consonant between two words of one line: `tuân thủ d kiến`.
fn is_single(passage: &Passage<'_>, chunks: &[Word<'_>], at: usize) -> bool {
    let letter = &chunks[at];
    if letter.text.len() != 1 || !SINGLE.contains(letter.text) {
        return false;
    }
    let before = at.checked_sub(1).and_then(|before| chunks.get(before));
    let (Some(before), Some(next)) = (before, chunks.get(at + 1)) else { return false };
    let space = |one: &Word<'_>, other: &Word<'_>| &passage.text[one.range.end..other.range.start] == " ";
    space(before, letter)
        && space(letter, next)
        && is_small_word(before.text)
        && before.text.ends_with(char::is_alphabetic)
        && next.text.chars().count() > 2
        && is_small_word(next.text)
        && !LETTERED.contains(&before.text)
}

/// A run of small letters alone.
fn is_small_word(chunk: &str) -> bool {
    let word = chunk.trim_end_matches(['.', ',', ';', ':', ')', '”', '"']);
    !word.is_empty() && word.chars().all(char::is_lowercase)
}

/// A syllable without the consonants that it begins with.
fn without_onset(syllable: &str) -> &str {
    syllable.trim_start_matches(|c| vowel(c).is_none())
}

fn begins_with_vowel(word: &str) -> bool {
    word.chars().next().and_then(vowel).is_some()
}

/// Whether a question mark stands where a letter was: `Vi?t`.
fn question(chunk: &str) -> bool {
    let Some(at) = chunk.find('?') else { return false };
    let (before, after) = (&chunk[..at], &chunk[at + 1..]);
    !is_code(chunk)
        && before.chars().next_back().is_some_and(char::is_alphabetic)
        && after.chars().next().is_some_and(char::is_lowercase)
}
