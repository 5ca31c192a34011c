//! Spaces around the signs of a sentence, signs that are typed twice, full stops inside a sentence.

use std::ops::Range;

use super::plain::Plain;
use super::{Kind, plain_texts};
use crate::check::{Family, Rule, Say, Subject, Told};
use crate::diagnostic::Severity;
use crate::msg;

pub(super) const PUNCTUATION: Family = Family {
    name: Say { vi: "Dấu câu và dấu cách", en: "Signs and spaces" },
    rules: &[&BEFORE, &AFTER, &INSIDE, &TWO, &AGAIN, &STOP],
    check,
};

const BEFORE: Rule = Rule {
    id: "van-ban/cach-truoc-dau-cau",
    severity: Severity::Warning,
    title: Say { vi: "Không có dấu cách trước dấu câu", en: "No space before a sign" },
    why: Say {
        vi: "Dấu phẩy, chấm, chấm phẩy, hai chấm, chấm hỏi, chấm than viết liền với chữ trước nó. Dấu ba chấm và ./. không bị \
             xét.",
        en: "Comma, full stop, semicolon, colon, question and exclamation mark follow the word without a space. Ellipses \
             and ./. are not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Cụ thể: 99,6 %; gồm báo, đài, loa ... Đạt."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Kết quả cụ thể : đã tuyên truyền 5 buổi ."}}"#,
};

const AFTER: Rule = Rule {
    id: "van-ban/thieu-cach-sau-dau-cau",
    severity: Severity::Warning,
    title: Say { vi: "Có dấu cách sau dấu câu", en: "A space after a sign" },
    why: Say {
        vi: "Sau dấu phẩy, chấm phẩy, hai chấm, chấm hết câu có một dấu cách. Số, giờ, địa chỉ, ký hiệu không bị xét.",
        en: "A space follows comma, semicolon, colon and the full stop. Numbers, times, addresses and symbols are not \
             looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Lúc 8:30, mức 3,4; ISO 9001:2015; Tp.Huế; https://a.example:80/x,y; v.v."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Báo,đài đã đưa tin.Tổng số tin:176"}}"#,
};

const INSIDE: Rule = Rule {
    id: "van-ban/cach-trong-ngoac-don",
    severity: Severity::Warning,
    title: Say { vi: "Dấu ngoặc đơn viết liền với chữ bên trong", en: "No space inside parentheses" },
    why: Say {
        vi: "Không có dấu cách sau ( và trước ). Chỗ để trống và dấu ba chấm không bị xét.",
        en: "No space after ( or before ). Blanks and ellipses are not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Đã đưa 5 tin (trong đó 2 bài) và (...)."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Đã đưa 5 tin ( trong đó 2 bài )."}}"#,
};

const TWO: Rule = Rule {
    id: "van-ban/hai-dau-cach",
    severity: Severity::Note,
    title: Say { vi: "Giữa hai từ có một dấu cách", en: "One space between two words" },
    why: Say {
        vi: "Hai dấu cách làm khoảng trống giữa hai từ rộng ra khi in.",
        en: "Two spaces print as a wider gap.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Đã đưa *5 tin* trên đài."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Đã đưa  5 tin trên đài."}}"#,
};

const AGAIN: Rule = Rule {
    id: "van-ban/dau-cau-lap",
    severity: Severity::Warning,
    title: Say { vi: "Không gõ lặp, gõ chồng dấu câu", en: "No sign is typed twice or over another" },
    why: Say {
        vi: "Hai dấu câu liền nhau (,, ,; ;. ..) hoặc bốn dấu chấm: thừa một dấu. Dấu ba chấm, chỗ để trống và ./. không bị \
             xét.",
        en: "Two signs in a row (,, ,; ;. ..) or four full stops: one is too many. Ellipses, blanks and ./. are not looked \
             at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Gồm phí, lệ phí,... Công văn số ....../UBND-VP; v.v., tờ rơi..."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Đã đưa tin trên báo,; phát trên đài.."}}"#,
};

const STOP: Rule = Rule {
    id: "van-ban/cham-giua-cau",
    severity: Severity::Warning,
    title: Say { vi: "Sau dấu chấm là chữ hoa", en: "A capital follows the full stop" },
    why: Say {
        vi: "Sau dấu chấm hết câu mà viết thường thì hoặc thừa dấu chấm (62. người), hoặc thiếu chữ hoa. Chữ viết tắt, số thứ \
             tự không bị xét.",
        en: "A small letter after a full stop: either the stop is too many (62. người) or the capital is missing. \
             Abbreviations and numbers of items are not looked at.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục I"),
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "1. tin bài; 2. tờ rơi v.v. đều có ở TP. Huế. Trong đó 5 tin."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Biên chế được giao 20, có mặt 19. người; đạt yêu cầu. trong đó có 9 công chức."}}"#,
};

/// What is looked for in a line.
struct Kinds {
    before: Kind,
    after: Kind,
    inside: Kind,
    two: Kind,
    again: Kind,
    stop: Kind,
}

fn check(subject: &Subject<'_>, told: &mut Told) {
    let mut kinds = Kinds {
        before: Kind::new(&BEFORE),
        after: Kind::new(&AFTER),
        inside: Kind::new(&INSIDE),
        two: Kind::new(&TWO),
        again: Kind::new(&AGAIN),
        stop: Kind::new(&STOP),
    };
    for plain in plain_texts(subject) {
        for (start, line) in plain.lines() {
            let signs = line.char_indices().filter(|(_, c)| matches!(c, ' ' | ',' | ';' | ':' | '.' | '('));
            for (at, sign) in signs {
                let around = Around::new(line, at, sign);
                let seen = Seen { subject, plain: &plain, start, around };
                match sign {
                    ' ' => seen.space(&mut kinds),
                    '(' => seen.opening(&mut kinds),
                    _ => seen.sign(sign, &mut kinds),
                }
            }
        }
    }
    for kind in [kinds.before, kinds.after, kinds.inside, kinds.two, kinds.again, kinds.stop] {
        kind.tell(told);
    }
}

/// A sign in its line.
struct Around<'t> {
    line: &'t str,
    at: usize,
    before: Option<char>,
    /// What follows it.
    rest: &'t str,
}

impl<'t> Around<'t> {
    fn new(line: &'t str, at: usize, sign: char) -> Self {
        let rest = &line[at + sign.len_utf8()..];
        Self { line, at, before: line[..at].chars().next_back(), rest }
    }

    fn next(&self) -> Option<char> {
        self.rest.chars().next()
    }

    /// The run of other than white space before and after it, with its place.
    fn chunk(&self) -> Range<usize> {
        let start = self.line[..self.at].rfind(char::is_whitespace).map_or(0, |space| space + 1);
        let end = self.rest.find(char::is_whitespace).unwrap_or(self.rest.len());
        start..self.line.len() - self.rest.len() + end
    }

    /// The letters and digits that it follows.
    fn word(&self) -> &'t str {
        let before = &self.line[..self.at];
        before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
    }

    fn is_address(&self) -> bool {
        let chunk = &self.line[self.chunk()];
        chunk.contains("://") || chunk.contains('@') || chunk.contains("www.")
    }
}

struct Seen<'s> {
    subject: &'s Subject<'s>,
    plain: &'s Plain<'s>,
    start: usize,
    around: Around<'s>,
}

/// Short words before a full stop that ends no sentence.
const SHORT: [&str; 16] =
    ["tp", "tx", "tt", "ts", "ths", "gs", "pgs", "bs", "ks", "cn", "nxb", "tr", "vv", "stt", "đc", "kts"];

impl Seen<'_> {
    fn add(&self, kind: &mut Kind, range: Range<usize>, say: crate::diagnostic::Message) {
        kind.add(self.subject, self.plain, self.start + range.start..self.start + range.end, say);
    }

    fn space(&self, kinds: &mut Kinds) {
        let Around { line, at, before, rest } = self.around;
        // Only the first space of a run, and none at the beginning of a line.
        let Some(before) = before.filter(|c| !c.is_whitespace()) else { return };
        let after = rest.trim_start_matches(' ');
        let spaces = rest.len() - after.len() + 1;
        let mut chars = after.chars();
        let (Some(sign), next) = (chars.next(), chars.next()) else { return };
        let from = line[..at].rfind(char::is_whitespace).map_or(0, |space| space + 1);
        let to = at + spaces;
        let blank = matches!(before, '.' | '…' | '_' | '(' | ':');
        match sign {
            ')' if !blank => {
                self.add(&mut kinds.inside, from..to + 1, msg!("dấu cách trước dấu )", "a space before )"));
            }
            ',' | ';' | ':' | '?' | '!' | '.' if !blank => {
                let stays = next.is_none_or(|next| next.is_whitespace() || matches!(next, ')' | '”' | '"'));
                if stays {
                    let say = msg!("dấu cách trước dấu \"{sign}\"", "a space before \"{sign}\"");
                    self.add(&mut kinds.before, from..to + 1, say);
                }
            }
            _ => {
                let mark = line[..at].trim_start();
                let is_mark = matches!(mark, "-" | "+" | "*") || mark.ends_with(['.', ')']) && mark.len() <= 3;
                if (2..5).contains(&spaces) && !is_mark && !blank && !sign.is_whitespace() {
                    let end = after.find(char::is_whitespace).unwrap_or(after.len());
                    self.add(&mut kinds.two, from..to + end, msg!("hai dấu cách liền nhau", "two spaces in a row"));
                }
            }
        }
    }

    fn opening(&self, kinds: &mut Kinds) {
        let Around { at, rest, .. } = self.around;
        let inside = rest.trim_start_matches(' ');
        if inside.len() == rest.len() || inside.starts_with(['.', '…', ')', '_']) || inside.is_empty() {
            return;
        }
        let end = at + 1 + (rest.len() - inside.len()) + inside.find(char::is_whitespace).unwrap_or(inside.len());
        self.add(&mut kinds.inside, at..end, msg!("dấu cách sau dấu (", "a space after ("));
    }

    fn sign(&self, sign: char, kinds: &mut Kinds) {
        let around = &self.around;
        let (at, next) = (around.at, around.next());
        if self.doubled(sign) {
            let end = at + 1 + around.rest.chars().take_while(|c| matches!(c, ',' | ';' | ':' | '.')).count();
            let from = around.chunk().start;
            self.add(&mut kinds.again, from..end, msg!("dấu câu bị lặp", "a sign is typed twice"));
        } else if self.glued(sign) && !around.is_address() {
            let say = msg!("thiếu dấu cách sau dấu \"{sign}\"", "no space after \"{sign}\"");
            self.add(&mut kinds.after, around.chunk(), say);
        } else if sign == '.' && next == Some(' ') && self.stops_inside() {
            let word = around.rest[1..].find(|c: char| !c.is_alphanumeric()).map_or(around.rest.len(), |end| end + 1);
            let from = at - around.word().len();
            let say = msg!("viết thường sau dấu chấm", "a small letter after a full stop");
            self.add(&mut kinds.stop, from..at + 1 + word, say);
        }
    }

    /// Whether a sign is the first of two that do not belong together.
    fn doubled(&self, sign: char) -> bool {
        let Around { before, rest, .. } = self.around;
        if before.is_none_or(|c| matches!(c, ',' | ';' | ':' | '.' | '/')) {
            return false;
        }
        let dots = rest.chars().take_while(|c| *c == '.').count();
        let after = rest[dots..].chars().next();
        match sign {
            // Four full stops are a blank to be filled where spaces stand around them.
            '.' => {
                (dots == 1 && before != Some(' ') && after != Some('/'))
                    || (dots == 3 && (before != Some(' ') || after.is_some_and(char::is_alphabetic)))
            }
            ',' | ';' | ':' => match self.around.next() {
                Some('.') => dots == 1 && after.is_none_or(char::is_whitespace),
                Some(',' | ';') => true,
                Some(':') => sign != ':',
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether a sign is glued to the word after it.
    fn glued(&self, sign: char) -> bool {
        let (Some(before), Some(next)) = (self.around.before, self.around.next()) else { return false };
        let word = self.around.word();
        let closes = before.is_alphabetic() || matches!(before, '%' | ')' | '”');
        let starts_with_digit = word.starts_with(|c: char| c.is_ascii_digit());
        let capitals = word.chars().all(|c| !c.is_lowercase());
        match sign {
            ',' | ';' if closes && next.is_alphabetic() => true,
            ':' if closes && next.is_alphabetic() => word.chars().count() > 1,
            ':' | ';' if before.is_alphabetic() && next.is_ascii_digit() => !starts_with_digit && !capitals,
            '.' => {
                let mut after = self.around.rest.chars();
                let sentence =
                    after.next().is_some_and(char::is_uppercase) && after.next().is_some_and(char::is_lowercase);
                let chunk = &self.around.line[self.around.chunk()];
                let lone =
                    chunk.trim_end_matches(['.', ',', ';']).matches('.').count() == 1 && !chunk.contains(['/', '-']);
                sentence && lone && is_full_word(word)
            }
            _ => false,
        }
    }

    /// Whether a small letter follows a full stop that ends a sentence or should not be there.
    fn stops_inside(&self) -> bool {
        let Around { line, at, before, rest } = self.around;
        let after = rest.trim_start();
        let small = after.chars().take(2).filter(|c| c.is_lowercase()).count() == 2;
        if !small || before.is_none_or(|c| !c.is_alphanumeric()) {
            return false;
        }
        let word = self.around.word();
        if word.chars().all(|c| c.is_ascii_digit()) {
            let ahead = line[..at - word.len()].trim_end();
            let last = ahead.rsplit(' ').next().unwrap_or_default().to_lowercase();
            let numbered = ["điều", "khoản", "mục", "điểm", "phần", "chương", "bước", "biểu", "số", "lục"];
            let item = ahead.is_empty() || ahead.ends_with([':', ';', '.', ',', '(', '-', '+', '/']);
            return !item && !numbered.contains(&last.as_str());
        }
        // `v.v.` and other abbreviations with a full stop inside.
        let inside = line[..at - word.len()].ends_with(['.', '/']);
        !inside && is_full_word(word) && word.chars().count() > 3
    }
}

/// Whether a word before a full stop is no abbreviation.
fn is_full_word(word: &str) -> bool {
    let small = word.to_lowercase();
    word.chars().count() > 1
        && word.chars().skip(1).all(char::is_lowercase)
        && !SHORT.contains(&small.as_str())
        && !word.chars().any(|c| c.is_ascii_digit())
}
