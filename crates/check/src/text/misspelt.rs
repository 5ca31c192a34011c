//! Words of reports that are often mistyped as other good syllables.

use std::borrow::Cow;
use std::ops::Range;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::encoding::composed;
use baocao_vietnamese::spelling::{cased, fault};
use baocao_vietnamese::words::{
    LONGEST_SLIP, Reader, Standing, confused, is_part, is_word, meant_alone, meant_beside, meant_usual, slip,
};

use super::syllables::SPELLING;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::{Passage, Word};

pub(crate) const MISSPELT: Family =
    Family { name: Say { vi: "Từ hay viết sai", en: "Words often misspelt" }, rules: &[&OFTEN], check };

const OFTEN: Rule = Rule {
    id: Id::new("van-ban/tu-hay-sai"),
    severity: Severity::Warning,
    title: Say { vi: "Từ quen dùng viết đúng chính tả", en: "Common words are spelt right" },
    why: Say {
        vi: "Danh sách những từ hay gõ nhầm trong báo cáo hành chính mà dạng sai không có nghĩa nào khác: sử lý, bổ xung, \
             sát nhập, chuyên đôi số ...; và vài trăm từ hai tiếng quen dùng mà sai dấu: giao dục, phân trăm, hỗ trơ; và \
             tiếng chỉ có trong từ ghép mà đứng ngoài các từ ấy, khi sửa một dấu, một phụ âm thì thành từ: chặc chẽ; và từ quen dùng lẫn phụ âm: sản suất, phần mền. Chỗ hai từ \
             giáp nhau (phổ biến pháp luật) không bị xét. Không thay cho việc đọc soát.",
        en: "Words that reports often mistype, whose wrong form means nothing else: sử lý, bổ xung, sát nhập ...; and some \
             hundred common words of two syllables with wrong marks: giao dục, phân trăm; and syllables that stand in words alone, outside of all of \
             theirs, where one stroke makes a word: chặc chẽ. Places where two words meet (phổ \
             biến pháp luật) are not looked at. It does not replace reading.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Đã xử lý, bổ sung, sắp xếp, sáp nhập; niêm yết công khai; củng cố tổ chức; phổ biến pháp luật."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Đã sử lý và bổ xung hồ sơ; tuyên truyền, giao dục pháp luật."}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let mut reader = Reader::default();
    for passage in subject.passages() {
        let words: Vec<Word<'_>> = passage.words().collect();
        let smalls: Vec<Cow<'_, str>> = words.iter().map(|word| composed(passage.small(&word.range))).collect();
        let mut add = |range: Range<usize>, right: &str| {
            let right = like(&passage.text[range.clone()], right);
            let finding = told.slip(&OFTEN, subject, passage, range, msg!("từ viết sai", "a word is wrong"));
            finding.expected = Some(msg!("có lẽ là \"{right}\"", "probably \"{right}\""));
        };
        let mut unknown = Vec::new();
        // Where what was told of last ends.
        let mut last = 0;
        for (at, word) in words.iter().enumerate() {
            let run = joined(passage, &words[at..]);
            let next = words.get(at + 1).filter(|next| is_pair(passage, word, next));
            if let Some((count, right)) =
                slip(&smalls[at..at + run]).filter(|(count, _)| !meets_a_word(passage, &words[at..], *count))
            {
                last = words[at + count - 1].range.end;
                add(word.range.start..last, right);
                continue;
            }
            let small = passage.small(&word.range);
            // Few syllables are looked at with those beside them.
            if meant_alone(None, small, None).is_some() {
                let before = at.checked_sub(1).map(|before| &words[before]);
                let before =
                    before.filter(|before| is_pair(passage, before, word)).map(|before| passage.small(&before.range));
                if let Some(right) = meant_alone(before, small, next.map(|next| passage.small(&next.range))) {
                    last = word.range.end;
                    add(word.range.clone(), right);
                    continue;
                }
            }
            if let Some((next, right)) =
                next.and_then(|next| Some((next, confused(small, passage.small(&next.range))?)))
            {
                // `thủy sản suất ăn`: one of them makes a word with its neighbour.
                let before = at.checked_sub(1).map(|before| &words[before]);
                let begun = before.is_some_and(|before| {
                    is_pair(passage, before, word) && is_word(passage.small(&before.range), small)
                });
                let goes_on = words.get(at + 2).is_some_and(|after| {
                    is_pair(passage, next, after) && is_word(passage.small(&next.range), passage.small(&after.range))
                });
                if !begun && !goes_on {
                    last = next.range.end;
                    add(word.range.start..last, right);
                    continue;
                }
            }
            if word.text == small && word.range.start >= last && !is_joined_by_hyphens(passage, word) {
                let before = at.checked_sub(1).map(|before| &words[before]);
                let before = before.filter(|before| is_pair(passage, before, word));
                let small = |word: &Word<'_>| passage.small(&word.range);
                if let Some((with_before, right)) = meant_usual(before.map(small), word.text, next.map(small)) {
                    let (first, second) = if with_before { (before, None) } else { (None, next) };
                    // `văn thư viên`: what stands before belongs to the word before it.
                    let beyond = at.checked_sub(2).map(|at| &words[at]).zip(first);
                    let taken = beyond.is_some_and(|(beyond, first)| {
                        is_pair(passage, beyond, first) && is_word(small(beyond), small(first))
                    });
                    if !taken {
                        last = second.unwrap_or(word).range.end;
                        add(first.unwrap_or(word).range.start..last, &right);
                        continue;
                    }
                }
            }
            let (right, standing) = match next {
                Some(next) => reader.read(small, passage.small(&next.range)),
                None => (None, reader.standing(small)),
            };
            if let (Some(next), Some(right)) = (next, right) {
                // `tính chất lương`: two words meet here, each of which stands whole.
                let before =
                    at.checked_sub(1).map(|before| &words[before]).filter(|before| is_pair(passage, before, word));
                let begun = before.is_some_and(|before| is_word(passage.small(&before.range), small));
                if begun && reader.standing(passage.small(&next.range)) == Standing::Free {
                    continue;
                }
                // `về sinh hoạt hè`: the second begins a word of its own behind one that stands alone.
                if meets_a_word(passage, &words[at..], 2) {
                    continue;
                }
                last = next.range.end;
                add(word.range.start..last, &right);
            } else if standing != Standing::Free
                && word.text == small
                && word.range.start >= last
                && !is_joined_by_hyphens(passage, word)
            {
                let small = |word: &Word<'_>| passage.small(&word.range);
                let before = at.checked_sub(1).map(|before| &words[before]);
                let before = before.filter(|before| is_pair(passage, before, word));
                let meant = || meant_beside(before.map(small), word.text, next.map(small));
                match standing {
                    Standing::Bound => {
                        let Some((with_before, right)) = meant() else { continue };
                        let (first, second) = if with_before { (before, None) } else { (None, next) };
                        last = second.unwrap_or(word).range.end;
                        add(first.unwrap_or(word).range.start..last, &right);
                    }
                    Standing::Unknown if fault(word.text).is_none() => unknown.push((word.range.clone(), meant())),
                    _ => {}
                }
            }
        }
        for (range, meant) in unknown {
            let say = msg!("không có từ nào viết như vậy", "no word is written so");
            let finding = told.slip(&SPELLING, subject, passage, range, say);
            finding.expected = meant.map(|(_, right)| msg!("có lẽ là \"{right}\"", "probably \"{right}\""));
        }
    }
}

/// Whether the last of some words makes a word with the one behind it, and stands beside the one before by chance: `về sinh hoạt`, `Hà Nội
/// bố trí`.
fn meets_a_word(passage: &Passage<'_>, words: &[Word<'_>], count: usize) -> bool {
    let [first, last, after] =
        words.first_chunk().map_or([None; 3], |words: &[Word<'_>; 3]| words.each_ref().map(Some));
    let (Some(first), Some(last), Some(after)) = (first, last, after) else { return false };
    let small = |word: &Word<'_>| passage.small(&word.range);
    let free = !is_part(small(first)) || first.text.starts_with(char::is_uppercase);
    count == 2 && is_pair(passage, last, after) && is_word(small(last), small(after)) && free
}

/// Whether a word is a part of a longer one: `Phri-đrích`.
fn is_joined_by_hyphens(passage: &Passage<'_>, word: &Word<'_>) -> bool {
    passage.text[..word.range.start].ends_with('-') || passage.text[word.range.end..].starts_with('-')
}

/// How many of some words stand side by side with single spaces, as far as a slip may reach.
fn joined(passage: &Passage<'_>, words: &[Word<'_>]) -> usize {
    let near = |pair: &&[Word<'_>]| &passage.text[pair[0].range.end..pair[1].range.start] == " ";
    1 + words.windows(2).take(LONGEST_SLIP - 1).take_while(near).count()
}

/// Whether two words stand side by side and the second begins no name: `phường An Hòa` is no `phương án`.
fn is_pair(passage: &Passage<'_>, first: &Word<'_>, second: &Word<'_>) -> bool {
    let capital = |word: &Word<'_>| word.text.starts_with(char::is_uppercase);
    let all = |word: &Word<'_>| word.text.chars().all(char::is_uppercase);
    let loose = |word: &Word<'_>| word.text.chars().any(|c| matches!(c, '\u{300}'..='\u{36f}'));
    &passage.text[first.range.end..second.range.start] == " "
        && (!capital(second) || all(first) && all(second))
        && !passage.text[second.range.end..].starts_with('-')
        && !loose(first)
        && !loose(second)
}

/// The right words in the case of those that stand there; names keep theirs.
fn like(found: &str, right: &str) -> String {
    if right.contains(char::is_uppercase) { right.to_owned() } else { cased(right, found) }
}
