//! Percentages of a plan whose number stands beside them.

use super::said::{Link, said};
use baocao_reading::numbers::Reading;
use baocao_reading::numbers::{Kind, Token};
use baocao_vietnamese::lexicon::lists::{DONE, GIVEN, PLANS};

/// The longest words between the percentage and the number of the plan, in characters.
const LONGEST: usize = 40;

/// `8,2 tỷ đồng, đạt 41% kế hoạch (20 tỷ đồng)`, `09 thôn, đạt 60% kế hoạch năm là 15 thôn`: the part stands at a
/// token.
pub(super) fn of_plan_after(reading: Reading<'_>, at: usize, part: usize) -> Option<Link> {
    let next = (at + 1..reading.tokens.len()).find(|next| reading.tokens[*next].kind != Kind::Open)?;
    let gap = reading.between(at, next);
    let gap = gap.trim();
    let (named, opened) = match gap.strip_suffix('(') {
        Some(named) => (named.trim_end(), true),
        None => (gap, false),
    };
    let plan = PLANS.iter().any(|words| named.starts_with(words)) && named.chars().count() <= LONGEST;
    let closed = reading.tokens.get(next + 1).is_some_and(|token| token.kind == Kind::Close);
    let said = if opened { closed && next == at + 2 } else { next == at + 1 && named.ends_with(" là") };
    (plan && said).then(|| link(&reading.tokens[part], &reading.tokens[next], true)).flatten()
}

/// `được giao 18,5 tỷ đồng; giải ngân được 14,8 tỷ đồng (80%)`: money only, which nothing else that is
/// counted stands between.
pub(super) fn of_plan_before(reading: Reading<'_>, part: usize) -> Option<Link> {
    let passed = |kind| matches!(kind, Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Other);
    let near = (0..part).rev().find(|before| !passed(reading.tokens[*before].kind))?;
    let done = reading.between(near, part);
    let whole = spent_for(reading, near).unwrap_or(near);
    let kinds = [&reading.tokens[part], &reading.tokens[whole]].map(|token| token.unit.name == "đồng" && !token.hedge);
    let start = (0..whole).rev().find(|at| !passed(reading.tokens[*at].kind)).map_or(0, |at| reading.tokens[at].end);
    let given = reading.text.get(start..reading.tokens[whole].range.start)?.to_lowercase();
    let given = given.rsplit([';', '.', '\n']).next().unwrap_or_default();
    let opens = done.trim_start_matches([',', ';', ' ', '.']);
    let said = DONE
        .iter()
        .any(|words| opens.starts_with(words) || opens.strip_prefix("đã ").is_some_and(|rest| rest.starts_with(words)));
    // `đến ngày 31/8/2024 chi`
    let said = said || opens.starts_with("đến ") && opens.split_whitespace().any(|word| word == "chi");
    let plan = GIVEN.iter().any(|words| given.contains(words)) && !DONE.iter().any(|words| given.contains(words));
    (kinds == [true, true] && said && plan)
        .then(|| link(&reading.tokens[part], &reading.tokens[whole], false))
        .flatten()
}

/// The money before what it is for: `được giao 18.640 triệu đồng cho 05 dự án`.
fn spent_for(reading: Reading<'_>, at: usize) -> Option<usize> {
    let money = at.checked_sub(1)?;
    let other = matches!(reading.tokens[at].kind, Kind::Count(_)) && reading.tokens[at].unit.name != "đồng";
    let words = reading.between(money, at);
    (other && ["cho", "để thực hiện", "thực hiện"].contains(&words.trim())).then_some(money)
}

fn link(part: &Token, whole: &Token, sure: bool) -> Option<Link> {
    let counts = [part, whole].iter().all(|token| matches!(token.kind, Kind::Count(_)));
    let people = part.unit.is_people() && whole.unit.is_people();
    let alike = part.unit.name == whole.unit.name && part.unit.is_known() || people;
    (counts && alike).then(|| Some(Link { part: said(part)?, whole: said(whole)?, sure })).flatten()
}
