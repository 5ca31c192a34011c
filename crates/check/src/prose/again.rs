//! Numbers that the assessment repeats from the account of what was done.

use std::collections::{BTreeMap, BTreeSet};

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::{InOutline, Slot};
use baocao_vietnamese::lexicon::is_earlier;
use baocao_vietnamese::lexicon::lists::{ASSESSMENTS, OF_ANY_SUM, OTHER_PERIODS};
use baocao_vietnamese::{one_line, small};
use rust_decimal::Decimal;

use super::compared::Row;
use super::{grids, phrase, sums, totality};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::Passage;
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;
use baocao_reading::numbers::{slipped, swapped};

pub(super) const AGAIN: Family =
    Family {
        name: Say { vi: "Số nhắc lại trong lời văn", en: "Numbers named again" }, rules: &[&DIFFERS], check
    };

pub(super) const DIFFERS: Rule = Rule {
    id: Id::new("loi-van/nhac-lai-khac"),
    severity: Severity::Note,
    title: Say {
        vi: "Số nhắc lại ở phần mở đầu, đánh giá giống số đã nêu",
        en: "A number named again in the opening or the assessment is the same",
    },
    why: Say {
        vi: "So hai chỗ viết cùng những chữ quanh một con số, một chỗ ở phần mở đầu, đánh giá hoặc kết thúc, chỗ kia ở phần \
             kết quả; cũng so số từ ba chữ số trở lên chỉ khác ở hai chữ số đổi chỗ (2.167 và 2.176 lượt người). Câu nói \
             về kỳ khác, số có ở chỗ khác trong báo cáo thì bỏ qua; phát hiện này là nghi vấn.",
        en: "Two places with the same words around a number are compared, one in the opening, the assessment or the closing, \
             the other in the results; so are numbers of three digits or more that differ in two digits that changed places. \
             Sentences about another period, and numbers that stand elsewhere in the report, are left alone; this finding \
             is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Xe loa đã phục vụ 2.167 lượt người cao tuổi.", "danh-gia.uu-diem": "Xe loa phục vụ được 2.167 lượt người cao tuổi."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Xe loa đã phục vụ 2.167 lượt người cao tuổi.", "danh-gia.uu-diem": "Xe loa phục vụ được 2.176 lượt người cao tuổi."}}"#,
};

/// The rules that say more of a number that stands elsewhere with two digits that changed places.
const SAYING_MORE: &[Id] = &[DIFFERS.id, grids::TOLD[0], grids::TOLD[1], sums::TOLD[0], sums::TOLD[1]];

/// The unit of percentages.
const PERCENT: &str = "%";

/// A number with the words around it.
struct Spoken<'a> {
    passage: &'a Passage<'a>,
    range: std::ops::Range<usize>,
    value: Decimal,
    /// The words before it back to the mark before, what it counts, the words after it.
    before: String,
    unit: String,
    /// Whether it is a percentage, or of days, points and the like.
    measure: bool,
    after: String,
    /// Where it stands among the numbers of its passage.
    reading: Reading<'a>,
    at: usize,
    assessment: bool,
}

/// A number of four digits or more, wherever it stands.
struct Long<'a> {
    reading: Reading<'a>,
    at: usize,
    value: Decimal,
    words: Option<BTreeSet<&'a str>>,
}

/// The most numbers of a report that are compared with each other.
const MOST: usize = 2000;

/// More numbers of the same digits are no slip.
const MOST_ALIKE: usize = 40;

/// Numbers of one unit that differ in two digits that changed places, or in their unit of money alone, in sentences of the same
/// things: the rarer one, where the other one stands twice, or else the later one.
fn twisted(subject: &Subject<'_>, told: &mut Told) {
    let mut written: BTreeMap<Decimal, usize> = BTreeMap::new();
    let mut all: Vec<Long<'_>> = Vec::new();
    for reading in subject.readings() {
        for (at, token) in reading.tokens.iter().enumerate() {
            let Kind::Count(value) = token.kind else { continue };
            *written.entry(value.normalize()).or_default() += 1;
            let digits = (value / token.unit.factor).normalize().mantissa().abs();
            if digits >= 1000 && token.unit.is_known() && !token.hedge && all.len() < MOST {
                all.push(Long { reading, at, value, words: None });
            }
        }
    }
    for cell in subject.tables().iter().flatten().flatten().filter_map(|cell| crate::tables::count(&cell.text)) {
        for factor in [1_u64, 1_000, 1_000_000, 1_000_000_000].map(Decimal::from) {
            if let Some(value) = cell.checked_mul(factor) {
                *written.entry(value.normalize()).or_default() += 1;
            }
        }
    }
    // Digits that change places are the same digits.
    let mut groups: BTreeMap<Vec<u8>, Vec<usize>> = BTreeMap::new();
    for (at, long) in all.iter().enumerate() {
        let mut digits = long.value.normalize().mantissa().to_string().into_bytes();
        digits.sort_unstable();
        while digits.first() == Some(&b'0') {
            digits.remove(0);
        }
        groups.entry(digits).or_default().push(at);
    }
    for group in groups.into_values().filter(|group| (2..=MOST_ALIKE).contains(&group.len())) {
        for (one, other) in
            group.iter().enumerate().flat_map(|(at, one)| group[at + 1..].iter().map(move |other| (*one, *other)))
        {
            if all[one].value == all[other].value {
                continue;
            }
            for at in [one, other] {
                let Long { reading, at: token, .. } = all[at];
                all[at].words.get_or_insert_with(|| clause_words(reading, token));
            }
            let (one, other) = (&all[one], &all[other]);
            let often = |long: &Long<'_>| written.get(&long.value.normalize()).copied().unwrap_or_default();
            if often(one) > 1 && often(other) > 1 || !twins_in_digits(one, other) {
                continue;
            }
            let (odd, right) = if often(other) > often(one) { (one, other) } else { (other, one) };
            let shown = |long: &Long<'_>| {
                let token = &long.reading.tokens[long.at];
                long.reading.passage.text[token.range.start..token.end].to_owned()
            };
            let (found, right) = (shown(odd), shown(right));
            let token = &odd.reading.tokens[odd.at];
            let place = subject.place(odd.reading.passage, token.range.start..token.end);
            told.unless(
                SAYING_MORE,
                vec![place.clone()],
                DIFFERS
                    .finding(msg!("chỗ khác ghi {right}, ở đây ghi {found}", "elsewhere it says {right}, here {found}"))
                    .at(place)
                    .found(found)
                    .expected(msg!("{right}", "{right}")),
            );
        }
    }
}

/// Whether two numbers are one, written wrongly once.
fn twins_in_digits(one: &Long<'_>, other: &Long<'_>) -> bool {
    let unit = |long: &Long<'_>| long.reading.tokens[long.at].unit.clone();
    let (first, second) = (unit(one), unit(other));
    let same_line = one.reading.passage.index == other.reading.passage.index && {
        let (from, to) = (&one.reading.tokens[one.at], &other.reading.tokens[other.at]);
        !one.reading.text[from.end..to.range.start].contains(['.', '\n'])
    };
    if first.name != second.name || same_line {
        return false;
    }
    let [Some(words), Some(other_words)] = [&one.words, &other.words] else { return false };
    let common = words.intersection(other_words).count();
    let digits = (one.value / first.factor).normalize().mantissa();
    if first.factor == second.factor {
        let long = digits >= 10_000;
        let enough = match (long, first.name == "đồng") {
            (_, true) | (true, _) => 2,
            (false, false) => 3,
        };
        return swapped(one.value, other.value) && common >= enough;
    }
    one.value / first.factor == other.value / second.factor && common >= 4
}

/// The words of the clause of a number, without those that say nothing and names of time.
fn clause_words(reading: Reading<'_>, at: usize) -> BTreeSet<&str> {
    let token = &reading.tokens[at];
    let clause = reading.passage.clause(token.range.start);
    let small = reading.passage.small(&clause);
    if is_earlier(small) || OTHER_PERIODS.iter().any(|other| small.contains(other)) {
        return BTreeSet::new();
    }
    let words = small.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 2);
    words.filter(|word| !OF_ANY_SUM.contains(word)).collect()
}

fn check(subject: &Subject<'_>, told: &mut Told) {
    twisted(subject, told);
    totality::check(subject, told);
    let (mut detail, mut assessed): (Vec<_>, Vec<_>) =
        spoken(subject).into_iter().partition(|spoken| !spoken.assessment);
    [&mut detail, &mut assessed].into_iter().for_each(|all| all.truncate(MOST));
    if detail.is_empty() || assessed.is_empty() {
        return;
    }
    let mut written: BTreeMap<Decimal, usize> = BTreeMap::new();
    for value in subject
        .prose_numbers()
        .into_iter()
        .chain(subject.set.form.indicators().filter_map(|(id, _)| subject.number(id)))
    {
        *written.entry(value).or_default() += 1;
    }
    let mut percentages: BTreeMap<Decimal, usize> = BTreeMap::new();
    for token in subject.readings().flat_map(|reading| reading.tokens) {
        if let Kind::Percent(value) = token.kind {
            *percentages.entry(value).or_default() += 1;
        }
    }
    for spoken in assessed {
        let written = if spoken.unit == PERCENT { &percentages } else { &written };
        let twice = detail.iter().any(|other| other.value == spoken.value && other.unit == spoken.unit);
        if twice || written.get(&spoken.value).is_some_and(|count| *count > 1) {
            continue;
        }
        let same = |like: fn(&Spoken<'_>, &Spoken<'_>) -> bool| {
            let mut found = detail.iter().filter(|other| other.unit == spoken.unit && like(&spoken, other));
            let first = found.next()?;
            found.all(|other| other.value == first.value).then_some(first)
        };
        let Some(other) = same(alike).or_else(|| same(twins)) else { continue };
        let (shown, right) = (&spoken.passage.text[spoken.range.clone()], &other.passage.text[other.range.clone()]);
        told.finding(
            DIFFERS
                .finding(msg!("ở trên ghi {right}, ở đây ghi {shown}", "above it says {right}, here {shown}"))
                .at(subject.place(spoken.passage, spoken.range.clone()))
                .found(shown)
                .expected(msg!("{right}", "{right}")),
        );
    }
}

/// Whether two numbers speak of one thing, and differ.
fn alike(one: &Spoken<'_>, other: &Spoken<'_>) -> bool {
    if one.value == other.value {
        return false;
    }
    let words = |spoken: &Spoken<'_>| spoken.before.split(' ').count() + spoken.after.split_whitespace().count();
    let same = one.before == other.before && one.after == other.after && words(one) > 5;
    same && !one.measure || swapped(one.value, other.value) && close(one, other)
}

/// Whether the words around two numbers are near enough for two digits that changed places.
fn close(one: &Spoken<'_>, other: &Spoken<'_>) -> bool {
    let shared = !one.after.is_empty()
        && one.after.split(' ').count() > 1
        && (one.after == other.after || other.before.ends_with(&one.after) || other.before.starts_with(&one.after));
    // Four digits of a percentage change places by no chance; three do, unless words are alike.
    shared
        || match one.unit.as_str() {
            PERCENT => one.value.mantissa() >= 1000 || common_words(one, other) > 1,
            _ => common_words(one, other) > usize::from(!one.measure),
        }
}

/// Whether two percentages differ in one digit, and their clauses share five words or more.
fn twins(one: &Spoken<'_>, other: &Spoken<'_>) -> bool {
    if one.unit != PERCENT || one.value.mantissa() < 100 || !slipped(one.value, other.value) {
        return false;
    }
    let words = |spoken: &Spoken<'_>| -> BTreeSet<String> {
        let clause = phrase::sentence(spoken.reading, spoken.at);
        let words = clause.split_whitespace().filter(|word| word.chars().count() > 1);
        words.filter(|word| word.chars().all(char::is_alphabetic)).map(str::to_owned).collect()
    };
    words(one).intersection(&words(other)).count() > 4
}

/// How many words stand around both numbers.
fn common_words(one: &Spoken<'_>, other: &Spoken<'_>) -> usize {
    let words = |spoken: &Spoken<'_>| format!("{} {}", spoken.before, spoken.after);
    let others = words(other);
    let others: Vec<&str> = others.split_whitespace().collect();
    words(one).split_whitespace().filter(|word| word.chars().count() > 2 && others.contains(word)).count()
}

fn spoken<'a>(subject: &'a Subject<'_>) -> Vec<Spoken<'a>> {
    let mut all = Vec::new();
    let mut heading = String::new();
    let mut readings = subject.readings().peekable();
    let ends = [subject.set.outline.opening.as_str(), subject.set.outline.closing.as_str()];
    for (index, passage) in subject.passages().iter().enumerate() {
        if matches!(passage.slot, Slot::Outline { part: InOutline::Title, .. }) {
            heading = small(&passage.text);
            continue;
        }
        let Some(reading) = readings.next_if(|reading| reading.passage.index == index) else { continue };
        let assessment = match &passage.slot {
            Slot::Section { id, added } => id.contains("danh-gia") || !added && ends.contains(&&**id),
            Slot::Outline { .. } => ASSESSMENTS.iter().any(|word| heading.contains(word)),
            _ => false,
        };
        let numbers = (0..reading.tokens.len()).filter_map(|at| number(reading, passage, at, assessment));
        all.extend(numbers);
    }
    all
}

fn number<'a>(reading: Reading<'a>, passage: &'a Passage<'a>, at: usize, assessment: bool) -> Option<Spoken<'a>> {
    let token = &reading.tokens[at];
    let row = Row { reading };
    let (value, unit, measure) = match token.kind {
        Kind::Count(value) if token.unit.is_known() && token.unit.name != "đồng" => {
            (value, token.unit.name.clone(), false)
        }
        Kind::Percent(value) if value.scale() > 0 => (value, PERCENT.to_owned(), true),
        Kind::Other => row.amount(at).map(|amount| (amount.value(), amount.unit, true))?,
        _ => return None,
    };
    if token.hedge {
        return None;
    }
    let other = |words: &str| is_earlier(words) || OTHER_PERIODS.iter().any(|other| words.contains(other));
    let before = one_line(reading.before(at));
    if other(&before) {
        return None;
    }
    let end = row.end(at);
    let next = reading.tokens[at + 1..].iter().find(|next| next.range.start >= end);
    let next = next.map_or(passage.text.len(), |next| next.range.start);
    let after = one_line(&small(passage.text.get(end..next)?));
    if other(&after) {
        return None;
    }
    let range = token.range.clone();
    Some(Spoken { passage, range, value, before, unit, measure, after, reading, at, assessment })
}
