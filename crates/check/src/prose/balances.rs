//! What must balance by the words that speak of it: `số phải thu` is `nợ chuyển sang` and `phát sinh`, `cuối kỳ` is `đầu kỳ`, what came
//! and what went.

use std::ops::Range;
use std::sync::LazyLock;

use baocao_core::claim::{Claim, Law, Said};
use baocao_core::diagnostic::{Id, Severity};
use baocao_vietnamese::lexicon::lists::BALANCES;
use rust_decimal::Decimal;

use super::said::{at as told_at, said};
use super::{accounts, sums};
use crate::claims::{Voice, voice};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::numbers::{Kind, Reading};

pub(super) const BALANCED: Family = Family {
    name: Say { vi: "Cân đối đầu kỳ, cuối kỳ", en: "Balances of beginning and end" },
    rules: &[&BALANCE],
    check,
};

const BALANCE: Rule = Rule {
    id: Id::new("loi-van/dau-cuoi-nghi-van"),
    severity: Severity::Note,
    title: Say {
        vi: "Số đầu kỳ, tăng, giảm, cuối kỳ trong một đoạn cân đối với nhau",
        en: "What was there, came, went and is left in a paragraph balances",
    },
    why: Say {
        vi: "Nhận vai của mỗi số theo từ ngữ trước nó: phải thu = nợ chuyển sang + phát sinh; kiến nghị thu hồi = đã thu hồi + chưa thu hồi; \
             đầu kỳ + tăng - giảm = cuối kỳ; được cấp = đã chi + còn lại. Chỉ xét khi mỗi vai có đúng một số, cùng đơn vị.",
        en: "Each number has its role by the words before it; only where each role has one number, all of one unit.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Số phải thu 500 triệu đồng, trong đó nợ năm trước chuyển sang 120 triệu đồng, phát sinh trong kỳ 380 triệu đồng."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Số phải thu 500 triệu đồng, trong đó nợ năm trước chuyển sang 120 triệu đồng, phát sinh trong kỳ 350 triệu đồng."}}"#,
};

const SAID: Voice = voice(&BALANCE, "các số này có lẽ không cân đối", "these numbers perhaps do not balance");

/// What must balance: the words of the whole and of each part, and the parts' signs.
struct Balance {
    roles: Vec<Vec<&'static str>>,
    signs: Vec<char>,
}

static KNOWN: LazyLock<Vec<Balance>> = LazyLock::new(|| BALANCES.iter().map(|line| Balance::read(line)).collect());

impl Balance {
    /// Reads `phải thu = chuyển sang / tồn + phát sinh - giảm`.
    fn read(line: &'static str) -> Self {
        let role = |role: &'static str| role.split('/').map(str::trim).collect();
        let signs = line.chars().filter(|sign| matches!(sign, '=' | '+' | '-')).collect();
        Self { roles: line.split(['=', '+', '-']).map(role).collect(), signs }
    }

    /// Whether a text in small letters names the whole and all parts.
    fn is_in(&self, text: &str) -> bool {
        self.roles.iter().all(|role| role.iter().any(|words| text.contains(words)))
    }
}

fn check(subject: &Subject<'_>, told: &mut Told) {
    for reading in subject.readings() {
        let small = reading.passage.all_small();
        for known in KNOWN.iter().filter(|known| known.is_in(small)) {
            let mut start = 0;
            for end in (0..reading.tokens.len()).filter(|at| reading.tokens[*at].kind == Kind::Line) {
                if let Some((token, others, claim)) = balance(reading, start..end, known) {
                    let place_of = |at: &usize| subject.place(reading.passage, reading.tokens[*at].range.clone());
                    let place = subject.place(reading.passage, reading.tokens[token].range.clone());
                    told.unless(accounts::TOLD, vec![place], told_at(SAID.of(&claim), token, reading, subject));
                    told.unless_told(sums::TOLD, others.iter().map(place_of).collect());
                }
                start = end + 1;
            }
        }
    }
}

/// The number of the whole, where the others do not balance with it, and all of them.
fn balance(reading: Reading<'_>, tokens: Range<usize>, known: &Balance) -> Option<(usize, Vec<usize>, Claim)> {
    let roles = &known.roles;
    let mut entries: Vec<Option<usize>> = vec![None; roles.len()];
    for at in tokens.clone() {
        let token = &reading.tokens[at];
        if !matches!(token.kind, Kind::Count(_)) || reading.enclosed(at) {
            continue;
        }
        let before = reading.before(at);
        // The words nearest to the number say what it is.
        let near = |role: &Vec<&str>| role.iter().filter_map(|words| Some((before.rfind(words)?, words.len()))).max();
        let best = roles.iter().enumerate().filter_map(|(index, role)| Some((near(role)?, index))).max();
        // `09 hồ sơ đang trong thời hạn giải quyết`
        let behind = || {
            let after = reading.after(at);
            let said = |role: &Vec<&str>| role.iter().filter_map(|words| Some((after.find(words)?, words.len()))).max();
            roles.iter().enumerate().filter_map(|(index, role)| Some((said(role)?, index))).max()
        };
        let best = best.or_else(behind);
        let Some((_, role)) = best else { continue };
        if entries[role].replace(at).is_some() {
            return None;
        }
    }
    let entries = entries.into_iter().collect::<Option<Vec<_>>>()?;
    let (whole, parts) = entries.split_first()?;
    let unit = &reading.tokens[*whole].unit.name;
    let others: Vec<Decimal> = tokens
        .filter(|at| !entries.contains(at) && reading.tokens[*at].unit.name == *unit)
        .filter_map(|at| Some(said(&reading.tokens[at])?.value))
        .collect();
    if unit.is_empty() || entries.iter().any(|at| reading.tokens[*at].unit.name != *unit) {
        return None;
    }
    let part = |(at, sign): (&usize, &char)| {
        let said: Said = said(&reading.tokens[*at])?;
        Some(if *sign == '-' { said.negative() } else { said })
    };
    let parts = parts.iter().zip(&known.signs).map(part).collect::<Option<Vec<_>>>()?;
    let claim = Claim::new(said(&reading.tokens[*whole])?, Law::Sum(parts));
    // What is missing may be named in other words: `trả lại 02 hồ sơ`.
    let missing = claim.law.exact().map(|sum| (sum - claim.given.value).abs());
    let explained = missing.is_some_and(|missing| others.contains(&missing));
    (!claim.holds() && !explained).then(|| (*whole, entries.clone(), claim))
}
