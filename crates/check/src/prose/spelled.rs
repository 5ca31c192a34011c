//! Numbers that are written a second time in words: `05 (năm) ngày`, `1.250.000 đồng (Một triệu hai trăm năm mươi nghìn đồng)`.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::{number, small};
use rust_decimal::Decimal;

use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::numbers::{Kind, Reading};

pub(super) const SPELLED: Family =
    Family { name: Say { vi: "Số viết bằng chữ", en: "Numbers in words" }, rules: &[&WRONG], check };

const WRONG: Rule = Rule {
    id: Id::new("loi-van/so-viet-chu"),
    severity: Severity::Warning,
    title: Say {
        vi: "Số viết bằng chữ trong ngoặc bằng số đứng trước",
        en: "A number in words in parentheses is the number before it",
    },
    why: Say {
        vi: "\"05 (năm) ngày\", \"1.250.000 đồng (Một triệu hai trăm năm mươi nghìn đồng)\": đọc số viết bằng chữ và so với số trước ngoặc. \
             Ngoặc có chữ không phải là số thì bỏ qua.",
        en: "The words are read and compared with the number before the parenthesis. Parentheses with other words are passed over.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Trả kết quả trong 05 (năm) ngày làm việc."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Trả kết quả trong 05 (bốn) ngày làm việc."}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    for reading in subject.readings() {
        for at in 1..reading.tokens.len() {
            let Some((given, words, close)) = twice(reading, at) else { continue };
            if given == words {
                continue;
            }
            let range = reading.tokens[at - 1].range.start..close;
            let right = number::format(words);
            told.finding(
                WRONG
                    .finding(msg!(
                        "số bằng chữ là {right}, khác số đứng trước",
                        "the words say {right}, the number before them does not"
                    ))
                    .at(subject.place(reading.passage, range.clone()))
                    .found(&reading.passage.text[range]),
            );
        }
    }
}

/// A number and what the parenthesis at a token says in words, where that is a number; and where that ends.
fn twice(reading: Reading<'_>, open: usize) -> Option<(Decimal, Decimal, usize)> {
    let (before, token) = (&reading.tokens[open - 1], &reading.tokens[open]);
    // `(Bằng chữ: Hai tỷ, tám trăm triệu đồng)`
    let close = reading.tokens[open + 1..].iter().find(|token| !matches!(token.kind, Kind::Comma | Kind::Colon))?;
    let beside = reading.text[before.end..token.range.start].trim().is_empty();
    if token.kind != Kind::Open || close.kind != Kind::Close || !beside {
        return None;
    }
    let given = match before.kind {
        Kind::Count(value) => value,
        // Days and months count nothing elsewhere.
        Kind::Other => number::parse(&reading.text[before.range.clone()]).ok()?.value,
        _ => return None,
    };
    let inside = small(&reading.text[token.end..close.range.start]);
    let inside =
        inside.split_once("bằng chữ").map_or(inside.as_str(), |(_, words)| words.trim_start_matches([':', ' ']));
    let words: Vec<&str> = inside.split_whitespace().map(|word| word.trim_end_matches(',')).collect();
    let unit = words.iter().position(|word| *word == "đồng").unwrap_or(words.len());
    let rest = words.get(unit + 1..).unwrap_or_default();
    let ends = rest.is_empty() || matches!(rest, ["chẵn"] | ["việt", "nam"] | ["chẵn."]);
    ends.then(|| read(&words[..unit])).flatten().map(|words| (given, words, close.end))
}

/// The number that words say.
fn read(words: &[&str]) -> Option<Decimal> {
    let digit = |word: &str| -> Option<u64> {
        Some(match word {
            "không" => 0,
            "một" | "mốt" => 1,
            "hai" => 2,
            "ba" => 3,
            "bốn" | "tư" => 4,
            "năm" | "lăm" | "nhăm" => 5,
            "sáu" => 6,
            "bảy" | "bẩy" => 7,
            "tám" => 8,
            "chín" => 9,
            _ => return None,
        })
    };
    // What is summed up, the group that is read, its last digit that no word of size follows yet.
    let (mut sum, mut group, mut last) = (0_u64, 0_u64, None::<u64>);
    for word in words {
        let size = match *word {
            "nghìn" | "ngàn" => 1_000,
            "triệu" => 1_000_000,
            "tỷ" | "tỉ" => 1_000_000_000,
            _ => 0,
        };
        match *word {
            "linh" | "lẻ" if last.is_none() => {}
            "mười" if last.is_none() => group += 10,
            "mươi" => group += 10 * last.take()?,
            "trăm" => group += 100 * last.take()?,
            _ if size > 0 => {
                let read: u64 = group + last.take().unwrap_or_default();
                // `hai nghìn tỷ` is a thousand of billions.
                let (whole, read) = if size == 1_000_000_000 { (0, sum + read) } else { (sum, read) };
                sum = whole.checked_add(read.checked_mul(size).filter(|_| read > 0)?)?;
                group = 0;
            }
            word => {
                let digit = digit(word)?;
                if last.replace(digit).is_some() {
                    return None;
                }
            }
        }
    }
    (!words.is_empty()).then(|| Decimal::from(sum + group + last.unwrap_or_default()))
}
