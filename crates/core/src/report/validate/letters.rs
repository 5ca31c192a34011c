//! What no text may hold, whichever file it comes from: hidden characters, marks that make no letter, endless words, the letters
//! of an old encoding; and names that differ only in how their letters are stored.

use std::collections::BTreeMap;
use std::ops::Range;

use baocao_vietnamese::encoding::{self, LooseMarks};

use super::super::Input;
use crate::diagnostic::{Finding, Place, megabytes};
use crate::limits::Limits;
use crate::{kinds, msg};

/// So many kinds of hidden characters of one text are told of.
const MOST_HIDDEN: usize = 8;

/// Fields whose values name something: an id, or what refers to one.
const NAMES: [&str; 9] = ["id", "table", "chart", "section", "sum", "difference", "ratio", "same_as", "group_by"];

impl Input {
    /// Tells what the texts of a file hold that no text may, its keys included, and names that are stored in two ways.
    pub fn check_texts(&self, findings: &mut Vec<Finding>) {
        for (pointer, text) in self.strings() {
            // People and laws in tables may be older than the papers of this state.
            let first = if pointer.starts_with("/tables/") { OLDEST } else { FIRST_YEAR };
            let place = || self.place(pointer);
            findings.extend(strange_year(text, first).map(|finding| finding.at(place())));
            check_text(text, self.limits(), |range| self.place_in(pointer, range), findings);
        }
        for (pointer, key) in &self.keys {
            check_text(key, self.limits(), |_| self.key_place(pointer), findings);
        }
        self.check_names(findings);
    }

    /// Names with the same letters, composed in one place and decomposed in another: whoever reads them sees one name.
    fn check_names(&self, findings: &mut Vec<Finding>) {
        let is_name = |pointer: &str| {
            let fields = pointer.rsplit('/').find(|part| !part.bytes().all(|byte| byte.is_ascii_digit()));
            fields.is_some_and(|field| NAMES.contains(&field))
        };
        let values = self.strings().iter().filter(|(pointer, text)| !text.is_ascii() && is_name(pointer));
        let with_key = |is_key| move |(pointer, name): &'_ (String, String)| (pointer.clone(), name.clone(), is_key);
        let names: Vec<(String, String, bool)> =
            self.keys.iter().map(with_key(true)).chain(values.map(with_key(false))).collect();
        if names.iter().all(|(_, name, _)| encoding::composed(name) == *name) {
            return;
        }
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for (at, (pointer, name, is_key)) in names.iter().enumerate() {
            let first = *known.entry(encoding::nfc(name)).or_insert(at);
            let Some((before, one, before_is_key)) = names.get(first).filter(|(_, one, _)| one != name) else {
                continue;
            };
            let place =
                |pointer: &str, is_key: bool| if is_key { self.key_place(pointer) } else { self.place(pointer) };
            let (here, there) = (place(pointer, *is_key), place(before, *before_is_key));
            let (vi, en) = (there.shown(crate::diagnostic::Lang::Vi), there.shown(crate::diagnostic::Lang::En));
            let decomposed = if encoding::composed(one) == *one { name } else { one };
            let mark = decomposed.chars().find(|c| encoding::is_mark(*c));
            let code = mark.map_or_else(String::new, |mark| format!("U+{:04X}", u32::from(mark)));
            kinds::input::NAME_IN_TWO_WAYS
                .finding(msg!(
                    "mã \"{name}\" lưu ở hai dạng Unicode: dựng sẵn và tổ hợp",
                    "the name \"{name}\" is stored in two forms of Unicode, composed and decomposed"
                ))
                .at(here)
                .found(format!("{decomposed} ({code})"))
                .hint(msg!(
                    "gõ lại cả hai bằng chữ dựng sẵn; tên kia ở {vi}",
                    "type both anew in composed letters; the other is at {en}"
                ))
                .add_to(findings);
        }
    }
}

/// A date as JSON has it whose year is before `first` or far ahead.
pub(crate) fn strange_year(text: &str, first: u32) -> Option<Finding> {
    let (bytes, year) = (text.as_bytes(), text.get(..4)?.parse::<u32>().ok()?);
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_date = [0, 1, 2, 3, 5, 6, 8, 9].into_iter().all(digit) && bytes[4] == b'-' && bytes.get(7) == Some(&b'-');
    // A moment goes on with its hour.
    let ends = bytes.len() == 10 || bytes.get(10) == Some(&b'T') && bytes.len() < 40;
    (is_date && ends && !(first..=LAST_YEAR).contains(&year)).then(|| {
        kinds::periods::STRANGE_YEAR
            .finding(msg!("năm của ngày này khác thường", "the year of this date is strange"))
            .found(text)
            .expected(msg!("năm từ {first} đến {LAST_YEAR}", "a year from {first} to {LAST_YEAR}"))
    })
}

/// The first year of documents of this state, and the last that anyone plans for.
const FIRST_YEAR: u32 = 1945;
const LAST_YEAR: u32 = 2200;

/// The first year of what tables list.
pub(crate) const OLDEST: u32 = 1850;

/// Tells what no text may hold. `place` is where a range of the text's bytes stands.
pub fn check_text<P: Into<Option<Place>>>(
    text: &str,
    limits: &Limits,
    place: impl Fn(Range<usize>) -> P,
    findings: &mut Vec<Finding>,
) {
    if text.len() > limits.text_bytes {
        return findings.push(too_long(text.len(), limits).at(place(0..text.len())));
    }
    let legacy = encoding::legacy(text);
    // In a text of the wrong encoding hidden characters are letters.
    let hidden = if legacy.is_none() { encoding::invisible(text) } else { Vec::new() };
    for (at, bad) in hidden.into_iter().take(MOST_HIDDEN) {
        let code = format!("U+{:04X}", u32::from(bad));
        findings.push(
            kinds::texts::HIDDEN
                .finding(msg!(
                    "chuỗi chứa ký tự ẩn hoặc ký tự điều khiển",
                    "the text holds a hidden or control character"
                ))
                .at(place(at..at + bad.len_utf8()))
                .found(code)
                .hint(msg!("xóa ký tự này rồi gõ lại chỗ đó", "delete the character and type that place anew")),
        );
    }
    if let Some((range, wrong)) = encoding::loose_marks(text).filter(|_| legacy.is_none()) {
        findings.push(loose(&text[range.clone()], &wrong).at(place(range)));
    }
    // Words are counted in letters only where one is long in bytes.
    let longest = limits.word_letters;
    let long = |word: &str| word.len() > longest && word.chars().count() > longest;
    if text.len() > longest
        && text.as_bytes().split(u8::is_ascii_whitespace).any(|word| word.len() > longest)
        && let Some(word) = text.split_whitespace().find(|word| long(word))
    {
        let count = word.chars().count();
        findings.push(
            kinds::texts::ENDLESS_WORD
                .finding(msg!("một từ dài bất thường", "a word is too long"))
                .at(place(0..text.len()))
                .found(word)
                .expected(msg!(
                    "không quá {longest} ký tự liền nhau, ở đây có {count}",
                    "at most {longest} characters without a space, here are {count}"
                )),
        );
    }
    findings.extend(legacy.map(|kind| old_encoding(kind, text).at(place(0..text.len()))));
}

/// A text of so many bytes.
pub(crate) fn too_long(bytes: usize, limits: &Limits) -> Finding {
    let limit = megabytes(limits.text_bytes as u64);
    kinds::input::TEXT_TOO_LONG
        .finding(msg!("một chuỗi quá dài", "a text is too long"))
        .found(megabytes(bytes as u64))
        .expected(msg!("không quá {limit}", "at most {limit}"))
}

/// Marks that make no letter.
fn loose(found: &str, wrong: &LooseMarks) -> Finding {
    let codes: Vec<String> = found.chars().take(MOST_HIDDEN).map(|c| format!("U+{:04X}", u32::from(c))).collect();
    let codes = codes.join(" ");
    let finding = kinds::texts::LOOSE_MARKS.finding(match wrong {
        LooseMarks::Alone => msg!("dấu không đứng trên chữ nào", "a mark stands on no letter"),
        LooseMarks::Many(count) => {
            msg!("một chữ mang {count} dấu chồng lên nhau", "{count} marks are piled on one letter")
        }
        LooseMarks::Order(_) => msg!("dấu thanh đứng trước dấu mũ", "the tone stands before the circumflex"),
    });
    let finding = match wrong {
        LooseMarks::Order(right) => finding.found(codes).expected(msg!("{right}", "{right}")),
        _ => finding.found(codes),
    };
    finding.hint(msg!("xóa chữ này rồi gõ lại", "delete the letter and type it anew"))
}

fn old_encoding(kind: encoding::Legacy, text: &str) -> Finding {
    let name = kind.name();
    kinds::texts::OLD_ENCODING
        .finding(match kind {
            encoding::Legacy::Utf8AsLatin1 => {
                msg!("chuỗi đã bị đọc sai bảng mã", "the text was read in a wrong encoding")
            }
            _ => {
                msg!("chuỗi còn ở bảng mã cũ, chưa chuyển sang Unicode", "the text is still in an old encoding")
            }
        })
        .found(text)
        .expected(msg!("Unicode (TCVN 6909:2001), không phải {name}", "Unicode (TCVN 6909:2001), not {name}"))
        .hint(match kind {
            encoding::Legacy::Utf8AsLatin1 => msg!(
                "xuất lại dữ liệu và chọn UTF-8 cả khi ghi lẫn khi đọc",
                "export the data again and choose UTF-8 for writing and for reading"
            ),
            _ => msg!("chuyển mã tại nguồn dữ liệu rồi xuất lại", "convert the source of the data and export it again"),
        })
        .law("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.4")
}
