//! Letters as Unicode has them: composed, of one alphabet, unbroken.

use std::ops::Range;

use baocao_core::diagnostic::{Edit, Id, Severity};
use baocao_core::{kinds, msg};
use baocao_reading::Passage;
use baocao_vietnamese::encoding::nfc;
use baocao_vietnamese::{first_run, last_run};

use crate::{Family, Repair, Rule, Say, Texts, Told};

/// A part of a word that is too long.
macro_rules! long {
    () => {
        "aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaa\
         aaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaa"
    };
}

pub(super) const UNICODE: Family = Family {
    name: Say { vi: "Bảng mã và chữ cái", en: "Encodings and letters" },
    rules: &[&ENCODING, &HIDDEN, &MARKS, &FONT, &LONG, &COMPOSED, &LOOKALIKE],
    check: |subject, told| check(subject, told),
};

pub(super) const REPAIR: Repair = Repair { rules: &[&COMPOSED, &LOOKALIKE], look: Some(check) };

const ENCODING: Rule = Rule::of(
    kinds::texts::OLD_ENCODING,
    "cchc/xa-2022",
    r#"{"sections": {"chi-dao.tuyen-truyen": "Báo cáo cải cách hành chính."}}"#,
    r#"{"sections": {"chi-dao.tuyen-truyen": "B¸o c¸o c¶i c¸ch hµnh chÝnh."}}"#,
);

const HIDDEN: Rule = Rule::of(
    kinds::texts::HIDDEN,
    "cchc/xa-2022",
    r#"{"sections": {"chi-dao.tuyen-truyen": "Đã tuyên truyền 5 buổi."}}"#,
    r#"{"sections": {"chi-dao.tuyen-truyen": "Đã tuyên\u200b truyền 5 buổi."}}"#,
);

const MARKS: Rule = Rule::of(
    kinds::texts::LOOSE_MARKS,
    "cchc/xa-2022",
    r#"{"sections": {"chi-dao.tuyen-truyen": "Đã đến xã Čư̆ M'gar, nói tiếng Tie\u0302\u0301ng Việt."}}"#,
    r#"{"sections": {"chi-dao.tuyen-truyen": "Đã nói tie\u0301\u0302ng Việt."}}"#,
);

const FONT: Rule = Rule::of(
    kinds::texts::NO_GLYPH,
    "cchc/xa-2022",
    r#"{"sections": {"chi-dao.tuyen-truyen": "Đã tuyên truyền ≥ 5 buổi."}}"#,
    r#"{"sections": {"chi-dao.tuyen-truyen": "Đã tuyên truyền 5 buổi 漢."}}"#,
);

const LONG: Rule = Rule::of(
    kinds::texts::ENDLESS_WORD,
    "cchc/xa-2022",
    r#"{"sections": {"chi-dao.tuyen-truyen": "Trang https://vinhlocson.example/cai-cach-hanh-chinh/tin-tuc."}}"#,
    LONG_WORD,
);

/// An example with a word of 1,040 letters.
const LONG_WORD: &str = concat!(
    r#"{"sections": {"chi-dao.tuyen-truyen": ""#,
    long!(),
    long!(),
    long!(),
    long!(),
    long!(),
    long!(),
    long!(),
    long!(),
    r#""}}"#
);

const COMPOSED: Rule = Rule {
    id: Id::new("van-ban/khong-nfc"),
    severity: Severity::Note,
    title: Say { vi: "Chữ Unicode dựng sẵn", en: "Letters are composed" },
    why: Say {
        vi: "Chữ tổ hợp (e + dấu) in ra vẫn đúng vì chương trình tự dựng lại, nhưng tìm kiếm, so sánh trong tệp JSON sẽ sai. \
             Sửa được bằng máy.",
        en: "Decomposed letters (e + mark) print right, for the program composes them, but searches and comparisons in the \
             JSON file fail. A machine can mend it.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Tiếng Việt dựng sẵn."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Tie\u0302\u0301ng Vie\u0323\u0302t to\u0309 ho\u031b\u0323p."}}"#,
};

const LOOKALIKE: Rule = Rule {
    id: Id::new("van-ban/chu-ngoai-lai"),
    severity: Severity::Warning,
    title: Say { vi: "Chữ cái trông giống chữ Việt", en: "Letters that look Vietnamese" },
    why: Say {
        vi: "Ð (U+00D0), chữ Kirin, chữ Hy Lạp, chữ rộng gấp đôi trong một từ tiếng Việt trông như đúng mà tìm kiếm không ra.",
        en: "Ð (U+00D0), Cyrillic, Greek and fullwidth letters inside a Vietnamese word look right and cannot be searched.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.4"),
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Đề án tại Đông Hà; hệ số α, 5 µm."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Ðề án tại Đông Hà."}}"#,
};

/// What looks like another letter, and that letter.
const LOOKALIKES: [(&str, &str); 3] =
    [("ÐƉðɖ", "ĐĐđđ"), ("АВЕКМНОРСТХаеорсухіј", "ABEKMHOPCTXaeopcyxij"), ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινυ", "ABEZHIKMNOPTYXoivu")];

fn check(texts: &Texts<'_>, told: &mut Told) {
    for passage in texts.passages().iter().filter(|passage| !passage.text.is_ascii()) {
        // Most texts have neither of these.
        if !passage.text.contains(|c: char| c >= '\u{d0}' && (is_loose(c) || is_strange(c))) {
            continue;
        }
        if let Some(at) = passage.text.find(is_loose)
            && nfc(&passage.text) != passage.text
        {
            let start = last_run(&passage.text[..at]);
            let end = at + first_run(&passage.text[at..]);
            let right = nfc(&passage.text[start..end]);
            let say = msg!("chữ Unicode tổ hợp, chưa dựng sẵn", "letters are decomposed");
            let finding = told.slip(&COMPOSED, texts, passage, start..end, say);
            finding.expected = Some(msg!("\"{right}\" (NFC)", "\"{right}\" (NFC)"));
            finding.edits = composing(texts, passage);
        }
        for word in passage.words() {
            let Some(found) = word.text.chars().find(|c| instead(*c).is_some()) else { continue };
            let latin = word.text.chars().any(|c| c.is_ascii_alphabetic() || matches!(c, '\u{1ea0}'..='\u{1ef9}'));
            if !latin {
                continue;
            }
            let right: String = word.text.chars().map(|c| instead(c).unwrap_or(c)).collect();
            let code = format!("U+{:04X}", u32::from(found));
            let say = msg!("chữ cái {code} không phải của tiếng Việt", "the letter {code} is not Vietnamese");
            let finding = told.slip(&LOOKALIKE, texts, passage, word.range.clone(), say);
            finding.expected = Some(msg!("{right}", "{right}"));
            finding.edits = texts.edits(passage, &[(word.range, &right)]);
        }
    }
}

/// What composes the letters of a passage, one by one.
fn composing(texts: &Texts<'_>, passage: &Passage<'_>) -> Vec<Edit> {
    let starts = passage.text.char_indices().filter(|(_, c)| !is_loose(*c)).map(|(at, _)| at);
    let ends = starts.clone().skip(1).chain([passage.text.len()]);
    let letters = starts.zip(ends).map(|(start, end)| start..end).filter(|letter| letter.len() > 1);
    let composed: Vec<(Range<usize>, String)> =
        letters.map(|letter| (letter.clone(), nfc(&passage.text[letter]))).collect();
    let changed = composed.iter().filter(|(letter, right)| passage.text[letter.clone()] != **right);
    texts.edits(passage, &changed.map(|(letter, right)| (letter.clone(), right.as_str())).collect::<Vec<_>>())
}

/// Whether a character is a mark on the letter before it.
fn is_loose(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Whether a letter is of a range that has look-alikes; most texts have none of these.
fn is_strange(letter: char) -> bool {
    matches!(letter, 'Ð' | 'ð' | '\u{189}' | '\u{256}' | '\u{370}'..='\u{4ff}' | '\u{ff21}'..='\u{ff5a}')
}

/// The letter that a look-alike stands for.
fn instead(letter: char) -> Option<char> {
    if !is_strange(letter) {
        return None;
    }
    if let code @ 0xff21..=0xff5a = u32::from(letter) {
        return char::from_u32(code - 0xfee0);
    }
    LOOKALIKES.iter().find_map(|(alike, meant)| {
        let at = alike.chars().position(|known| known == letter)?;
        meant.chars().nth(at)
    })
}
