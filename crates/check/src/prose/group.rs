//! Groups of a whole and its parts, by the words and marks between them.

use std::collections::BTreeSet;
use std::ops::Range;

use baocao_core::claim::Said;
use baocao_vietnamese::lexicon::is_earlier;
use baocao_vietnamese::lexicon::lists::{CHANNELS, EXCLUSIVE, LEVELS, NO_PARTS, SEXES};
use rust_decimal::Decimal;

use super::compared::rises;
use super::said::said;
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;

/// A whole and the parts that are named after it.
#[derive(Debug)]
pub(super) struct Group {
    /// The token of the whole.
    pub(super) whole: usize,
    /// Its number, in the unit of all where they have one.
    pub(super) said: Said,
    /// What opens the parts.
    pub(super) opener: Opener,
    /// The parts.
    pub(super) parts: Vec<Part>,
    /// Whether the words show that all parts are named.
    pub(super) complete: bool,
    /// Whether every part has a name before its number: `Công an: 06 TTHC`.
    pub(super) labelled: bool,
    /// Whether the numbers can be read as parts in more than one way.
    pub(super) ambiguous: bool,
    /// Whether every part has a unit of its own: `03 kế hoạch, 11 công văn` of `17 văn bản`.
    pub(super) kinds: bool,
    /// Whether every part counts people of a trade: `03 bác sĩ, 02 y sĩ` of `19 viên chức`.
    pub(super) jobs: bool,
    /// Whether the parts are ways in which something is handed in, of which each thing goes one.
    pub(super) one_way: bool,
    /// Whether the first parts alone are the whole.
    pub(super) balances: bool,
    /// Whether `và` before the last part says that no other follows.
    pub(super) closed: bool,
    /// Whether there are two parts with `và` between them.
    pub(super) paired: bool,
    /// Whether the whole is `khoảng` so many.
    pub(super) rough: bool,
    /// Whether people are counted who may belong to two groups.
    pub(super) people: bool,
    /// Where a part is named without a number.
    pub(super) unnumbered: Option<Range<usize>>,
}

/// A number of more parts than a report names one by one.
const MOST_PARTS: usize = 80;

/// What opens the parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opener {
    /// `gồm`, `bao gồm`
    Comprises,
    /// `trong đó`
    Among,
    /// A parenthesis alone, or a colon.
    Bare,
}

/// A part.
#[derive(Debug)]
pub(super) struct Part {
    /// Its token.
    pub(super) token: usize,
    /// Its number.
    pub(super) said: Said,
    /// Whether its unit is that of the whole.
    pub(super) same_unit: bool,
    /// Whether a semicolon ended the parts before it where none divides them: another clause may have begun.
    pub(super) apart: bool,
}

impl Group {
    /// The whole.
    pub(super) fn value(&self) -> Decimal {
        self.said.value
    }

    /// By how much the whole may be another: `khoảng 350` is 345 and 359, and no 360.
    fn step(&self) -> Decimal {
        let value = self.value();
        let mut step = Decimal::TEN * self.said.unit;
        while let Some(next) = step.checked_mul(Decimal::TEN).filter(|next| *next <= value && (value % next).is_zero())
        {
            step = next;
        }
        step
    }

    /// Whether the parts are what the whole roughly is.
    pub(super) fn is_about(&self) -> bool {
        self.rough && (self.sum() - self.value()).abs() < self.step()
    }

    /// The parts together.
    pub(super) fn sum(&self) -> Decimal {
        self.parts.iter().map(Part::value).sum()
    }
}

impl Part {
    /// Its number.
    pub(super) fn value(&self) -> Decimal {
        self.said.value
    }
}

/// The group of a whole and of the parts that stand between some tokens.
pub(super) fn group(
    reading: Reading<'_>,
    whole: usize,
    inside: Range<usize>,
    opener: Opener,
    content: &str,
) -> Option<Group> {
    let token = &reading.tokens[whole];
    let Kind::Count(value) = token.kind else { return None };
    // `phát sinh tăng 19 hộ, gồm 07 hộ ... và 12 hộ ...`
    let grown = opener == Opener::Comprises && rises(&reading.text[..token.range.start]).is_some();
    let rough = opener == Opener::Comprises && is_about(reading, whole);
    if token.hedge && !grown && !rough || is_earlier(content) || NO_PARTS.iter().any(|words| content.contains(words)) {
        return None;
    }
    let mut segments = segments(reading, inside.clone());
    let divided_by_colon = content.split(char::is_numeric).next().is_some_and(|words| words.contains(':'));
    let sealed = opener == Opener::Comprises && !divided_by_colon && sealed(reading, &segments, value);
    let inside = if sealed { inside.start..end_of_clause(reading, &inside) } else { inside };
    segments.truncate(if sealed { 1 } else { segments.len() });
    let all: Vec<usize> = segments.iter().flatten().copied().collect();
    let firsts: Vec<usize> = segments.iter().filter_map(|numbers| numbers.first()).copied().collect();
    let listed = reading.text[token.end..reading.tokens.get(inside.start)?.range.start].contains('\n');
    let several = segments.iter().any(|numbers| numbers.len() > 1);
    let bare = all.iter().all(|at| reading.tokens[*at].unit.name.is_empty()) && token.unit.factor > Decimal::ONE;
    let by_segment = segments.len() > 1 && !bare && (listed || several && firsts.len() > 1 && opener != Opener::Bare);
    // `diễn tập 01 buổi 35 triệu đồng`: where each part has a number of what the whole counts, that is its number.
    // `26 nhà, mức 60 triệu đồng một nhà: 1.560 triệu đồng`: what each has is no part.
    let of_whole = |at: &&usize| {
        let same = !token.unit.name.is_empty() && reading.tokens[**at].unit.name == token.unit.name;
        same && !reading.before(**at).trim_end().ends_with("mức")
    };
    let alike: Option<Vec<usize>> = segments.iter().map(|numbers| numbers.iter().find(of_whole).copied()).collect();
    let chosen = if by_segment { alike.as_ref().unwrap_or(&firsts) } else { &all };
    let parts: Vec<Part> = chosen
        .iter()
        .filter_map(|at| {
            let part = &reading.tokens[*at];
            let said = said(part).filter(|_| matches!(part.kind, Kind::Count(_)))?;
            // `300 triệu đồng. Trong đó: tiền bến 170, tiền nước 90`
            let bare = part.unit.name.is_empty() && token.unit.factor > Decimal::ONE;
            let said = if bare { Said::measured(said.value * token.unit.factor, token.unit.factor) } else { said };
            let same_unit = part.unit.name == token.unit.name && part.unit.is_known();
            let apart = !listed && !divided_by_colon && !segments[0].contains(at);
            Some(Part { token: *at, said, same_unit, apart })
        })
        .collect();
    // `19 viên chức, gồm: 03 bác sĩ, 02 y sĩ`
    let strange =
        |part: &Part| !reading.tokens[part.token].unit.is_known() && !reading.tokens[part.token].unit.name.is_empty();
    let jobs = token.unit.is_people() && opener == Opener::Comprises && parts.len() > 2 && parts.iter().all(strange);
    // `38 khoa, phòng (24 khoa lâm sàng, 08 khoa cận lâm sàng, 06 phòng chức năng)`: every part begins with its number.
    let begins = |part: &Part| {
        matches!(reading.before(part.token).trim(), "" | "gồm" | "gồm:" | "bao gồm" | "và")
            || reading.before(part.token).trim_end().ends_with(" và")
    };
    let same = parts.iter().all(|part| reading.tokens[part.token].unit.name == token.unit.name);
    // `4.316 khách hàng, gồm 3.982 hộ gia đình và 334 cơ quan`
    let sum: Decimal = parts.iter().map(Part::value).sum();
    let near = (sum - value).abs() * Decimal::TEN <= value;
    let both = opener == Opener::Comprises
        && parts.len() == 2
        && near
        && reading.before(parts[1].token).trim_end().ends_with(" và");
    let one_each = parts.len() == all.len() && opener != Opener::Among && (parts.len() > 2 || both) && !same;
    let jobs = jobs
        || one_each && !token.unit.name.is_empty() && parts.iter().all(|part| begins(part) && part.said.value < value);
    // `9.850 thanh niên, gồm trong tỉnh 6.120 người, ngoài tỉnh 2.980 người`
    let sexes = || parts.len() == 2 && SEXES.iter().all(|word| parts.iter().any(|part| names(reading, part, word)));
    let of_people = (opener == Opener::Comprises || sexes())
        && !token.unit.is_known()
        && parts.iter().all(|part| reading.tokens[part.token].unit.is_people());
    let fits = |part: &Part| {
        let unit = &reading.tokens[part.token].unit;
        let named = !unit.is_known() && exclusive(reading, part) || of_people;
        unit.name.is_empty() || token.unit.name.is_empty() || named || jobs || unit.fits(&token.unit)
    };
    let broken = |at: usize| {
        let token = &reading.tokens[at];
        matches!(token.kind, Kind::Fraction(..)) || opener == Opener::Bare && token.kind == Kind::Other
    };
    if parts.is_empty() || parts.len() > MOST_PARTS || !parts.iter().all(fits) || inside.clone().any(broken) {
        return None;
    }
    let unit = &token.unit.name;
    let of_unit = |part: &Part| {
        let name = &reading.tokens[part.token].unit.name;
        !name.is_empty() && name != unit && unit.split(", ").any(|word| word == name)
    };
    let levels = |words: &[&str]| words.iter().filter(|word| content.contains(*word)).count() > 1;
    let sexes = sexes();
    let last = parts.last().map(|part| reading.after(part.token)).unwrap_or_default();
    let last_named = parts.last().map(|part| reading.before(part.token)).unwrap_or_default();
    let rest = [" khác", "còn lại"].iter().any(|word| last.contains(word) || last_named.contains(word));
    let labels = parts.iter().all(|part| {
        !reading.before(part.token).trim().is_empty() || {
            part.token > 0 && reading.tokens[part.token - 1].kind == Kind::Colon
        }
    });
    let has = content.contains("trong đó có") || content.contains("trong đó, có");
    let complete = opener == Opener::Comprises
        || parts.iter().all(of_unit)
        || rest
        || sexes
        || levels(&LEVELS)
        || levels(&CHANNELS) && opener == Opener::Bare;
    let names: BTreeSet<&str> = parts.iter().map(|part| reading.tokens[part.token].unit.name.as_str()).collect();
    let kinds =
        names.len() == parts.len() && parts.iter().all(|part| reading.tokens[part.token].unit.is_kind_of(&token.unit));
    let factors: Vec<Decimal> = parts.iter().map(|part| reading.tokens[part.token].unit.factor).collect();
    let same_factor = parts
        .iter()
        .zip(&factors)
        .all(|(part, factor)| part.said.unit == token.unit.factor || *factor == token.unit.factor);
    // `gồm 04 ..., 02 ..., 01 ... và 01 ...` names parts to its end; a second such word names parts of a part.
    let nested = content.matches("gồm").count() + content.matches("trong đó").count() > 1;
    let divided = segments.len() > 2 && segments.len() == all.len();
    let listed_to_end = opener == Opener::Comprises && !nested && (divided || joined(reading, &all))
        || parts.iter().all(|part| exclusive(reading, part));
    Some(Group {
        whole,
        said: Said { unit: if same_factor { token.unit.factor } else { Decimal::ONE }, ..said(token)? },
        opener,
        complete: complete && (!has || levels(&LEVELS)),
        labelled: labels && content.contains(':') && !has,
        ambiguous: sealed || segments.len() > 1 && several && !listed && !bare,
        balances: !listed_to_end && (prefix(reading, &all, value) || prefix(reading, &firsts, value)),
        people: token.unit.is_people() && !parts.iter().all(|part| exclusive(reading, part)),
        kinds,
        jobs,
        one_way: levels(&CHANNELS),
        closed: joined(reading, &all),
        paired: parts.len() == 2 && last_named.trim_end().ends_with(" và"),
        rough,
        unnumbered: unnumbered(reading, inside, divided),
        parts,
    })
}

/// Whether a number is `khoảng` so many: all others that say no exact number have a number of parts that nobody can tell.
pub(super) fn is_about(reading: Reading<'_>, at: usize) -> bool {
    reading.tokens[at].hedge && reading.before(at).trim_end().ends_with("khoảng")
}

/// Whether nobody is counted in this part and in another one.
fn exclusive(reading: Reading<'_>, part: &Part) -> bool {
    EXCLUSIVE.iter().any(|word| names(reading, part, word))
}

/// Whether a word stands right before or after the number of a part.
fn names(reading: Reading<'_>, part: &Part, word: &str) -> bool {
    let (before, after) = (reading.before(part.token), reading.after(part.token));
    let before = before.trim_start();
    let before =
        ["trong đó có ", "trong đó ", "gồm "].iter().find_map(|words| before.strip_prefix(words)).unwrap_or(before);
    let before = ["trình độ ", "loại ", "mức "].iter().find_map(|words| before.strip_prefix(words)).unwrap_or(before);
    let behind = after.trim().strip_suffix(word.trim_end());
    before.starts_with(word) || behind.is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
}

/// Whether `và` before the last number says that it is the last of the list.
fn joined(reading: Reading<'_>, numbers: &[usize]) -> bool {
    numbers.len() > 2 && numbers.last().is_some_and(|last| reading.before(*last).trim_end().ends_with(" và"))
}

/// Whether the first few numbers add up to the whole.
fn prefix(reading: Reading<'_>, numbers: &[usize], whole: Decimal) -> bool {
    let mut sum = Decimal::ZERO;
    let values = numbers.iter().filter_map(|at| match reading.tokens[*at].kind {
        Kind::Count(value) => Some(value),
        _ => None,
    });
    values.enumerate().any(|(index, value)| {
        sum += value;
        index > 0 && sum == whole
    })
}

/// Whether `và` ends the parts before the first semicolon, and no more of the numbers are the whole: `gồm 236 thủ tục cấp quận
/// và 120 thủ tục cấp phường; công bố mới 05 thủ tục`.
fn sealed(reading: Reading<'_>, segments: &[Vec<usize>], whole: Decimal) -> bool {
    let [first, _, ..] = segments else { return false };
    let ended = first.last().is_some_and(|last| reading.before(*last).trim_end().ends_with(" và"));
    let all: Vec<usize> = segments.iter().flatten().copied().collect();
    let firsts: Vec<usize> = segments.iter().filter_map(|numbers| numbers.first()).copied().collect();
    first.len() > 1 && ended && !prefix(reading, &all, whole) && !prefix(reading, &firsts, whole)
}

/// The first semicolon outside of parentheses.
fn end_of_clause(reading: Reading<'_>, inside: &Range<usize>) -> usize {
    let mut depth = 0_usize;
    for at in inside.clone() {
        match reading.tokens[at].kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Semicolon if depth == 0 => return at,
            _ => {}
        }
    }
    inside.end
}

/// The counts of each part that semicolons or lines divide, those in further parentheses left out.
fn segments(reading: Reading<'_>, inside: Range<usize>) -> Vec<Vec<usize>> {
    let mut segments = vec![Vec::new()];
    let mut depth = 0_usize;
    for at in inside {
        let token = &reading.tokens[at];
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Semicolon | Kind::Line if depth == 0 => segments.push(Vec::new()),
            Kind::Count(_) if depth == 0 && !token.hedge => {
                if let Some(segment) = segments.last_mut() {
                    segment.push(at);
                }
            }
            _ => {}
        }
    }
    segments.retain(|segment| !segment.is_empty());
    segments
}

/// Where a part between two marks has a name and no number.
fn unnumbered(reading: Reading<'_>, inside: Range<usize>, divided: bool) -> Option<Range<usize>> {
    // Where semicolons divide the parts, a comma stands in the name of one.
    let marks = |kind| kind == Kind::Semicolon || kind == Kind::Comma && !divided;
    inside.clone().find_map(|at| {
        let next = reading.tokens.get(at + 1)?;
        let between = marks(reading.tokens[at].kind) && marks(next.kind) && at + 1 < inside.end;
        let name = reading.text.get(reading.tokens[at].end..next.range.start)?.trim();
        let start = next.range.start - name.len();
        (between && name.split_whitespace().count() > 1).then(|| start..start + name.len())
    })
}
