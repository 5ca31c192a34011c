//! Numbers that running text computes from a row of the table in it: rates, changes, averages. `Sốt xuất huyết ghi nhận 41 ca, giảm 53,9%`
//! where the row says 64 and 41, `Mức phạt bình quân là 94,2 triệu đồng/vụ` below a total of 15 and 1.386.

use std::ops::Range;

use baocao_core::claim::{Claim, Law, Said};
use baocao_core::msg;
use baocao_reading::Passage;
use baocao_reading::numbers::{Kind, Reading, slipped};
use baocao_vietnamese::lexicon::lists::AVERAGES;
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::compared::rises;
use super::grids::{DOUBT, Grid, behind, below, is_turned};
use super::said::at as told_at;
use crate::claims::explained;
use crate::tables::count;
use crate::{Subject, Told};

/// The widest row of which each two cells are looked at.
const WIDEST: usize = 10;
/// How far before its number a row is named at most, in bytes.
const FAR: usize = 160;
/// The same of a share, which may be of anything else.
const BESIDE: usize = 12;

/// What a number is said to be of its row.
#[derive(Clone, Copy)]
enum Way {
    /// `giảm 53,9%`
    Growth,
    /// `giảm 03 trẻ`
    Change,
    /// `đạt 68%`
    Ratio,
    /// `bình quân 34,3 học sinh`
    Average,
}

/// What is told of the numbers of a text that no row of a table in it gives, where one would but for a slip.
pub(super) fn of_rows(reading: Reading<'_>, grid: &Grid<'_, '_>, subject: &Subject<'_>, told: &mut Told) {
    let below = below(reading, grid);
    let first = reading.tokens.partition_point(|token| token.range.start < below.start);
    let last = reading.tokens.partition_point(|token| token.range.start < below.end);
    // The cells of years are no shares of each other.
    let years = grid.titles.iter().filter(|title| title.all.contains("năm") || title.all.contains("quý")).count() > 1;
    let names = names(reading, grid, &below);
    for at in first..last {
        let Some(way) = way(reading, at).filter(|way| !years || !matches!(way, Way::Ratio)) else { continue };
        let Some((cells, named)) = row(reading, grid, &names, at, way) else { continue };
        // What divides an average is what it is per.
        let per = per(reading, at);
        let divides = |column: usize| match way {
            Way::Average => per.is_some_and(|per| grid.titles.get(column).is_some_and(|title| title.all.contains(per))),
            _ => named,
        };
        let numbers = cells.iter().enumerate().filter_map(|(column, cell)| Some((size(&cell.text)?, divides(column))));
        let numbers: Vec<(Decimal, bool)> = numbers.collect();
        if numbers.len() > WIDEST {
            continue;
        }
        if let Some(claim) = wrong(reading, at, way, &numbers)
            && !is_written(reading, grid, at)
        {
            let finding = DOUBT.finding(msg!("dòng của bảng cho số khác", "the row of the table gives another number"));
            told.finding(told_at(finding.expected(claim.expected()), at, reading, subject));
        }
    }
}

/// The number of a cell, whatever its sign.
fn size(cell: &str) -> Option<Decimal> {
    let unsigned = cell.trim().trim_start_matches(['+', '-', '–', '−']).trim_start();
    count(unsigned.trim_end_matches('%').trim_end())
}

/// What the words before a number say that it is.
fn way(reading: Reading<'_>, at: usize) -> Option<Way> {
    let token = &reading.tokens[at];
    let before = reading.before(at).trim_end();
    let changes = rises(&reading.text[..token.range.start]).is_some();
    let averaged = AVERAGES.iter().any(|word| before.contains(word));
    match token.kind {
        Kind::Percent(_) if reading.enclosed(at) => None,
        Kind::Percent(_) if changes => Some(Way::Growth),
        Kind::Percent(_) if !token.hedge => Some(Way::Ratio),
        Kind::Count(_) if changes && !token.unit.name.is_empty() => Some(Way::Change),
        Kind::Count(value) if averaged && value.scale() > 0 => Some(Way::Average),
        _ => None,
    }
}

/// Where the rows of a table are named in some bytes: the ends of their names, in order, and which row it is.
fn names(reading: Reading<'_>, grid: &Grid<'_, '_>, below: &Range<usize>) -> Vec<(usize, usize)> {
    let named = grid.rows.iter().enumerate().filter(|(_, row)| row.name.split(' ').count() > 1 && grid.is_alone(row));
    let ends = named.flat_map(|(index, row)| behind(reading, &row.name).map(move |end| (end, index)));
    let mut names: Vec<(usize, usize)> = ends.filter(|(end, _)| below.contains(end)).collect();
    // Of names that end together the longest is meant.
    names.sort_by_key(|(end, index)| (*end, grid.rows[*index].name.len()));
    names
}

/// The row that a number is of, and whether the words before it name it: the nearest that the sentence names, or the total where it names
/// none and stands right below the table.
fn row<'g, 'a>(
    reading: Reading<'_>,
    grid: &'g Grid<'_, 'a>,
    names: &[(usize, usize)],
    at: usize,
    way: Way,
) -> Option<(&'g [&'g Passage<'a>], bool)> {
    let start = reading.tokens[at].range.start;
    // What a share is of stands in many ways; beside its row it is of the row.
    let far = if matches!(way, Way::Ratio) { BESIDE } else { FAR };
    let sentence = reading.passage.sentence(start).start.max(reading.passage.line(start).start);
    let last = names.partition_point(|(end, _)| *end <= start).checked_sub(1).map(|last| names[last]);
    if let Some((_, index)) = last.filter(|(end, _)| *end > sentence && start - end <= far) {
        return Some((grid.rows[index].cells, true));
    }
    let below = reading.text[..sentence].trim_end().ends_with('|');
    grid.total.filter(|_| below).map(|total| (total, false))
}

/// What an average is per: `triệu đồng/vụ`, `mỗi lớp`.
fn per<'r>(reading: Reading<'r>, at: usize) -> Option<&'r str> {
    let token = &reading.tokens[at];
    let behind = reading.passage.all_small()[token.end..].trim_start().strip_prefix('/');
    let before = || reading.before(at).rsplit_once("mỗi ").map(|(_, each)| each);
    let named = behind.or_else(before)?.split(|c: char| !c.is_alphabetic()).next()?;
    (!named.is_empty()).then_some(named)
}

/// What a number should be that is none of what its row gives, where one of these is a slip away or the row gives one only.
fn wrong(reading: Reading<'_>, at: usize, way: Way, numbers: &[(Decimal, bool)]) -> Option<Claim> {
    let token = &reading.tokens[at];
    let (Kind::Percent(value) | Kind::Count(value)) = token.kind else { return None };
    let written = value / token.unit.factor;
    let given = match way {
        Way::Change => Said::measured(written, Decimal::ONE),
        _ => Said::percent(written),
    };
    let divisors = || numbers.iter().filter(|(_, divides)| *divides);
    let pairs = || numbers.iter().flat_map(|(one, _)| divisors().map(move |(other, _)| [*one, *other]));
    let law = |pair: [Decimal; 2]| {
        let [one, other] = pair.map(Said::counted);
        let more = pair[0] > pair[1];
        match way {
            Way::Growth => {
                more.then_some(Law::Growth([one, other])).into_iter().chain(more.then_some(Law::Growth([other, one])))
            }
            Way::Change => more.then_some(Law::Difference([one, other])).into_iter().chain(None),
            Way::Ratio => (!more).then_some(Law::Ratio([one, other])).into_iter().chain(None),
            Way::Average => more.then_some(Law::Quotient([one, other])).into_iter().chain(None),
        }
    };
    let laws: Vec<Law> = pairs().filter(|[_, other]| !other.is_zero()).flat_map(law).collect();
    let either = [given, given.negative()];
    let held = numbers.iter().any(|(cell, _)| cell.abs() == written)
        || either.iter().any(|given| explained(*given, laws.clone()));
    if held {
        return None;
    }
    let near = |law: &&Law| {
        let right = law.exact().map(|exact| number::round(exact.abs(), given.decimals()));
        right.is_some_and(|right| slipped(written, right) || is_turned(written, right))
    };
    let up = rises(&reading.text[..token.range.start]).unwrap_or(true);
    let found = laws.iter().find(near).cloned().or_else(|| only(way, numbers))?;
    let signed = if matches!(way, Way::Growth | Way::Change) && !up { given.negative() } else { given };
    let told = match (&found, way) {
        (Law::Difference(pair), Way::Change) => Law::Change(if up { *pair } else { [pair[1], pair[0]] }),
        _ => found,
    };
    Some(Claim::new(signed, told))
}

/// The difference of a row of two numbers that says it itself.
fn only(way: Way, numbers: &[(Decimal, bool)]) -> Option<Law> {
    let [(one, true), (other, true), (change, true)] = numbers[..] else { return None };
    let both = [one.max(other), one.min(other)].map(Said::counted);
    let is_change = (one - other).abs() == change.abs() && matches!(way, Way::Change);
    is_change.then_some(Law::Difference(both))
}

/// Whether a number stands in the table, or elsewhere in its sentence.
fn is_written(reading: Reading<'_>, grid: &Grid<'_, '_>, at: usize) -> bool {
    let token = &reading.tokens[at];
    let (Kind::Percent(value) | Kind::Count(value)) = token.kind else { return false };
    let written = value / token.unit.factor;
    let total = grid.total.into_iter().flatten();
    let mut cells = grid.rows.iter().flat_map(|row| row.cells).chain(total).filter_map(|cell| size(&cell.text));
    let counts = reading.counts_near(at);
    let of_counts = matches!(token.kind, Kind::Percent(_))
        && counts.iter().any(|part| {
            counts.iter().any(|whole| {
                !whole.is_zero()
                    && Claim::new(Said::percent(written), Law::Ratio([*part, *whole].map(Said::counted))).holds()
            })
        });
    cells.any(|cell| cell.abs() == written) || of_counts
}
