//! Numbers in running text against the Markdown tables of the report, by the name of a row or the head of a column.

use std::ops::Range;

use baocao_core::claim::{Claim, Law, Said};
use baocao_core::diagnostic::{Finding, Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::lexicon::is_earlier;
use baocao_vietnamese::lexicon::lists::{ALL_ACHIEVED, BESIDE_CELLS, OTHER_PERIODS};
use baocao_vietnamese::{number, small};
use rust_decimal::Decimal;

use super::said::said;
use super::{directions, rows};
use crate::tables::{count, is_total};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::numbers::{Kind, Reading, Token, Unit, slipped, swapped};
use baocao_reading::{Passage, TextKind};

pub(super) const GRIDS: Family =
    Family {
        name: Say { vi: "Lời văn và bảng", en: "Running text and tables" }, rules: &[&DIFFERS, &DOUBT], check
    };

/// The rules of numbers that are not those of tables.
pub(super) const TOLD: &[Id] = &[DIFFERS.id, DOUBT.id];

pub(super) const DIFFERS: Rule = Rule {
    id: Id::new("loi-van/khac-bang"),
    severity: Severity::Warning,
    title: Say {
        vi: "Số trong lời văn bằng số trong bảng", en: "A number in running text is that of the table"
    },
    why: Say {
        vi: "Số đứng ngay sau tên một dòng của bảng, hay sau tên một cột mà bảng có dòng tổng, được so với ô của nó: bị bắt khi hai chữ số \
             đổi chỗ, khi là số của dòng khác, khi là tổng của các dòng kể trong ngoặc mà lệch một chữ số, khi \"tất cả đều đạt\" mà bảng \
             có dòng chưa đạt. Câu nói về kỳ khác thì bỏ qua.",
        en: "A number right behind the name of a row, or behind the head of a column that has a total, is compared with its cell: told \
             where two digits changed places, where it is that of another row, where it is one digit off the sum of rows named in \
             parentheses, and where all are said to have reached what some rows have not. Sentences about another period are left alone.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.han-che": "| Khoản thu | Số thu (triệu đồng) |\n|---|---|\n| Lệ phí trước bạ | 66.300 |\n| Thu tiền phạt | 1.250 |\n\nLệ phí trước bạ thu 66.300 triệu đồng."}}"#,
    fails: r#"{"sections": {"danh-gia.han-che": "| Khoản thu | Số thu (triệu đồng) |\n|---|---|\n| Lệ phí trước bạ | 66.300 |\n| Thu tiền phạt | 1.250 |\n\nLệ phí trước bạ thu 63.600 triệu đồng."}}"#,
};

pub(super) const DOUBT: Rule = Rule {
    id: Id::new("loi-van/khac-bang-nghi-van"),
    severity: Severity::Note,
    title: Say {
        vi: "Số trong lời văn có lẽ phải bằng số trong bảng",
        en: "A number in running text perhaps should be that of the table",
    },
    why: Say {
        vi: "Số mở đầu bảng (\"Dự toán 350 triệu đồng, trong đó:\") hay số gọi là tổng ngay dưới bảng khác cột của bảng không quá một phần mười; \
             số sau tên một dòng chỉ khác ô của bảng ở một chữ số; các bộ phận kể sau \"Trong đó\" ngay dưới bảng cộng lại chỉ khác dòng tổng \
             ở một chữ số. Đây là nghi vấn.",
        en: "The number that opens a table, or is called the total right below it, is not that of its column, and at most a tenth off; a number \
             behind the name of a row differs from its cell in one digit; the parts named behind \"Trong đó\" right below a table \
             add up to its total but for one digit. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.han-che": "| Khoản thu | Số thu (triệu đồng) |\n|---|---|\n| Lệ phí trước bạ | 66.300 |\n| Thu tiền phạt | 1.250 |\n\nLệ phí trước bạ thu 66.300 triệu đồng."}}"#,
    fails: r#"{"sections": {"danh-gia.han-che": "| Khoản thu | Số thu (triệu đồng) |\n|---|---|\n| Lệ phí trước bạ | 66.300 |\n| Thu tiền phạt | 1.250 |\n\nLệ phí trước bạ thu 68.300 triệu đồng."}}"#,
};

/// A table inside a text, without its totals.
pub(super) struct Grid<'s, 'a> {
    /// The passage that it stands in.
    slot: &'s Passage<'a>,
    at: usize,
    pub(super) titles: Vec<Title>,
    pub(super) rows: Vec<Row<'s, 'a>>,
    pub(super) total: Option<&'s [&'s Passage<'a>]>,
}

impl Grid<'_, '_> {
    /// Whether the name of a row stands in no other's.
    pub(super) fn is_alone(&self, row: &Row<'_, '_>) -> bool {
        self.rows.iter().filter(|other| other.name.contains(&row.name)).count() == 1
    }
}

/// The head of a column.
pub(super) struct Title {
    /// Its words in small letters, without what stands in parentheses.
    pub(super) name: String,
    /// Its words with that.
    pub(super) all: String,
    unit: Option<Unit>,
    /// Whether no head of the table says what is counted.
    plain: bool,
}

/// A row by its name.
pub(super) struct Row<'s, 'a> {
    pub(super) name: String,
    pub(super) cells: &'s [&'s Passage<'a>],
}

/// The rows of a table right below a place.
pub(super) struct Below {
    /// The head of the column of names.
    pub(super) title: String,
    pub(super) count: usize,
}

/// The rows of the table right below a place of a text, totals left out; nothing where some are parts of others.
pub(super) fn rows_below(reading: Reading<'_>, at: usize, subject: &Subject<'_>) -> Option<Below> {
    if !reading.text[at..].trim_start().starts_with('|') {
        return None;
    }
    let tables = subject.tables();
    let number = tables_before(&reading.text[..at]);
    let own = |rows: &&Vec<Vec<&Passage<'_>>>| {
        let cell = rows.first().and_then(|row| row.first());
        cell.is_some_and(|cell| cell.slot == reading.passage.slot && cell.cell.is_some_and(|cell| cell.table == number))
    };
    let grid = grid(reading.passage, tables.iter().find(own)?)?;
    let below =
        |row: &Row<'_, '_>| row.name.is_empty() || row.name.starts_with(['-', '+']) || row.name.contains("trong đó");
    let ordinals = grid.rows.iter().filter_map(|row| row.cells.first());
    let levels =
        ordinals.filter(|cell| cell.text.contains('.') || matches!(&*cell.text, "I" | "II" | "A" | "B")).count();
    let title = grid.titles.get(grid.at)?.name.clone();
    (!title.is_empty() && levels == 0 && !grid.rows.iter().any(below))
        .then_some(Below { title, count: grid.rows.len() })
}

/// How many tables stand in a text.
fn tables_before(text: &str) -> usize {
    let mut lines = text.lines().map(|line| line.trim_start().starts_with('|')).peekable();
    let mut tables = 0;
    while let Some(row) = lines.next() {
        tables += usize::from(row && lines.peek() != Some(&true));
    }
    tables
}

fn grid<'s, 'a>(slot: &'s Passage<'a>, rows: &'s [Vec<&'s Passage<'a>>]) -> Option<Grid<'s, 'a>> {
    let (header, body) = rows.split_first()?;
    let mut titles: Vec<Title> = header.iter().map(|title| read_title(&title.text)).collect();
    let plain =
        titles.iter().all(|title| title.unit.is_none() && !title.name.starts_with("số ") && !title.all.contains('%'));
    titles.iter_mut().for_each(|title| title.plain = plain);
    let ordinal = |title: &Title| matches!(title.name.as_str(), "tt" | "stt" | "số tt" | "");
    let at = titles.iter().position(|title| !ordinal(title))?;
    let (totals, rows): (Vec<_>, Vec<_>) = body.iter().partition(|row| is_total(row));
    // `Khách quốc tế (lượt)`: the unit is no part of the name.
    let name = |row: &[&Passage<'_>]| {
        let name = row.get(at).map_or(String::new(), |cell| small(cell.text.trim()));
        name.strip_suffix(')').and_then(|name| name.split_once(" (")).map_or(name.clone(), |(name, _)| name.to_owned())
    };
    let rows = rows.into_iter().map(|row| Row { name: name(row), cells: row }).collect();
    let total = match totals[..] {
        [total] => Some(total.as_slice()),
        _ => None,
    };
    Some(Grid { slot, at, titles, rows, total })
}

fn read_title(text: &str) -> Title {
    let all = small(text);
    let (name, unit) = match all.split_once('(') {
        Some((name, unit)) => (name.trim().to_owned(), Some(Unit::read(&format!(" {}", unit.trim_end_matches(')'))))),
        None => (all.clone(), None),
    };
    Title { name, all, plain: false, unit: unit.filter(|unit| !unit.name.is_empty()) }
}

impl Title {
    /// What a cell of the column stands for, in ones, where it counts what a number counts.
    fn value(&self, cell: &Passage<'_>, token: &Token, text: &str) -> Option<Decimal> {
        let value = count(&cell.text)?;
        let written = small(text[token.range.end..token.end].trim());
        match (&self.unit, token.kind) {
            (_, Kind::Percent(_)) => (self.all.contains('%') || self.all.contains("tỷ lệ")).then_some(value),
            (Some(unit), _) => (unit.name == token.unit.name).then(|| value.checked_mul(unit.factor)).flatten(),
            (None, _) => {
                let named = !written.is_empty() && self.name.contains(&written);
                (named || self.plain && token.unit.is_known() && token.unit.name != "đồng").then_some(value)
            }
        }
    }
}

/// The most rows of tables of a report whose names are looked for in its texts.
pub(super) const MOST_ROWS: usize = 500;

fn check(subject: &Subject<'_>, told: &mut Told) {
    let tables = subject.tables();
    if tables.is_empty() {
        return;
    }
    let mut rows_left = MOST_ROWS;
    let grids = tables.iter().filter_map(|rows| grid(rows.first()?.first()?, rows));
    let grids: Vec<Grid<'_, '_>> = grids
        .take_while(|grid| {
            let fits = grid.rows.len() <= rows_left;
            rows_left = rows_left.saturating_sub(grid.rows.len());
            fits
        })
        .collect();
    grids.iter().for_each(|grid| parts_of_columns(grid, subject, told));
    for passage in subject.passages_of(&[TextKind::Prose]) {
        for grid in grids.iter().filter(|grid| grid.slot.slot == passage.slot) {
            let reading = Reading::new(passage);
            all_reached(reading, grid, subject, told);
            directions::extremes(reading, grid, &below(reading, grid), subject, told);
            for row in grid.rows.iter().filter(|row| row.name.split(' ').count() > 1 && grid.is_alone(row)) {
                directions::of_row(reading, grid, row, subject, told);
            }
        }
    }
    for reading in subject.readings() {
        for grid in &grids {
            let near = top(&grid.slot.slot) == top(&reading.passage.slot);
            for row in grid.rows.iter().filter(|row| row.name.split(' ').count() > 1) {
                if grid.is_alone(row) {
                    of_row(reading, grid, row, near, subject, told);
                }
            }
            of_totals(reading, grid, subject, told);
            if grid.slot.slot == reading.passage.slot {
                sum_of_rows(reading, grid, subject, told);
                parts_of_total(reading, grid, subject, told);
                whole_of(reading, grid, subject, told);
                rows::of_rows(reading, grid, subject, told);
            }
        }
    }
}

/// The part of the outline that a text stands in.
fn top(slot: &baocao_core::report::Slot<'_>) -> Option<usize> {
    slot.outline_path().and_then(|path| path.first().copied())
}

/// The places right behind a name in a text.
pub(super) fn behind<'r>(reading: Reading<'r>, name: &'r str) -> impl Iterator<Item = usize> + 'r {
    let small = reading.passage.all_small();
    let whole = move |(at, _): &(usize, &str)| {
        !small[..*at].ends_with(char::is_alphanumeric) && !small[at + name.len()..].starts_with(char::is_alphanumeric)
    };
    small.match_indices(name).filter(whole).map(move |(at, _)| at + name.len())
}

/// The number right behind a place; a parenthesis may open before it.
fn number_behind(reading: Reading<'_>, from: usize) -> Option<usize> {
    let mut at = reading.tokens.partition_point(|token| token.range.start < from);
    // `đạt thấp nhất, với 36 trẻ`
    if matches!(reading.tokens.get(at)?.kind, Kind::Open | Kind::Comma) {
        at += 1;
    }
    let token = reading.tokens.get(at)?;
    let words = reading.passage.small(&(from..token.range.start)).trim().trim_end_matches('(').trim();
    let plain = BESIDE_CELLS.contains(&words) && !token.hedge;
    (plain && token.kind.is_number()).then_some(at)
}

/// Whether a sentence speaks of another time or of a plan.
pub(super) fn is_of_another_time(reading: Reading<'_>, at: usize) -> bool {
    let clause = reading.passage.clause(at);
    // The table before a text is none of its sentence.
    let start = clause.start.max(reading.passage.line(at).start);
    let clause = reading.passage.small(&(start..clause.end));
    is_earlier(clause) || OTHER_PERIODS.iter().any(|words| clause.contains(words)) || clause.contains("kế hoạch")
}

/// A number behind the name of a row against the cells of the row.
fn of_row(
    reading: Reading<'_>,
    grid: &Grid<'_, '_>,
    row: &Row<'_, '_>,
    near: bool,
    subject: &Subject<'_>,
    told: &mut Told,
) {
    for from in behind(reading, &row.name) {
        let Some(at) = number_behind(reading, from) else { continue };
        let token = &reading.tokens[at];
        if let Kind::Fraction(part, whole) = token.kind {
            let cells: Vec<Decimal> = row.cells.iter().filter_map(|cell| count(&cell.text)).collect();
            let right = || cells.iter().find(|cell| is_turned(part, **cell));
            if near
                && cells.contains(&whole)
                && !cells.contains(&part)
                && let Some(right) = right()
            {
                told.finding(differs(&DIFFERS, reading, at, *right, subject));
            }
            continue;
        }
        let (Kind::Count(value) | Kind::Percent(value)) = token.kind else { continue };
        let fitting = grid.titles.iter().enumerate();
        let cells: Vec<(usize, Decimal)> = fitting
            .filter_map(|(column, title)| Some((column, title.value(row.cells.get(column)?, token, reading.text)?)))
            .collect();
        // A number of the row in whatever unit explains it.
        let written = value / token.unit.factor;
        let same = row.cells.iter().filter_map(|cell| count(&cell.text)).any(|cell| cell == written);
        let held = cells.iter().any(|(_, cell)| is_it(token, *cell));
        if same || held || cells.is_empty() {
            continue;
        }
        let turned = cells.iter().find(|(_, cell)| value.normalize().mantissa() > 99 && swapped(value, *cell));
        let other = |(column, _): &&(usize, Decimal)| {
            let cells = grid.rows.iter().filter_map(|row| row.cells.get(*column));
            let mut values = cells.filter_map(|cell| grid.titles[*column].value(cell, token, reading.text));
            value >= Decimal::TEN && values.any(|cell| cell == value)
        };
        let only = cells.len() == 1 && near && !is_of_another_time(reading, token.range.start);
        let slip = || {
            let odd = |cell: Decimal| slipped(value, cell) || only && two_digits_off(value, cell);
            cells.iter().find(|(_, cell)| near && odd(*cell) && !is_of_another_time(reading, token.range.start))
        };
        let (rule, right) = match (turned, cells.iter().find(other).filter(|_| only)) {
            (Some((_, right)), _) | (None, Some((_, right))) => (&DIFFERS, *right),
            _ => match slip() {
                Some((_, right)) => (&DOUBT, *right),
                None => continue,
            },
        };
        told.finding(differs(rule, reading, at, right, subject));
    }
}

/// Whether a number is that of a cell, rounded as it is written.
fn is_it(token: &Token, cell: Decimal) -> bool {
    said(token).is_some_and(|said| {
        let rounded = Said::rounded(said.value, said.unit);
        Claim::new(rounded, Law::Same(Said::counted(cell))).holds()
            || Claim::new(Said::counted(cell), Law::Same(said)).holds()
    })
}

/// What is told of a number that is not that of its cell.
fn differs(rule: &Rule, reading: Reading<'_>, at: usize, right: Decimal, subject: &Subject<'_>) -> Finding {
    let token = &reading.tokens[at];
    let right = number::format(right / token.unit.factor);
    let shown = &reading.passage.text[token.range.clone()];
    rule.finding(msg!("lời văn ghi {shown}, bảng ghi {right}", "the text says {shown}, the table {right}"))
        .at(subject.place(reading.passage, token.range.start..token.end))
        .found(shown)
        .expected(msg!("{right}", "{right}"))
}

/// The same where that is a doubt: needless where the number is told for certain.
fn doubt(reading: Reading<'_>, at: usize, right: Decimal, subject: &Subject<'_>, told: &mut Told) {
    let place = subject.place(reading.passage, reading.tokens[at].range.clone());
    told.unless(&[DIFFERS.id], vec![place], differs(&DOUBT, reading, at, right, subject));
}

/// A number behind the head of a column against the total of that column, where two digits changed places.
fn of_totals(reading: Reading<'_>, grid: &Grid<'_, '_>, subject: &Subject<'_>, told: &mut Told) {
    let Some(total) = grid.total else { return };
    for (column, title) in grid.titles.iter().enumerate().filter(|(_, title)| title.name.split(' ').count() > 1) {
        let Some(cell) = total.get(column) else { continue };
        for at in behind(reading, &title.name).filter_map(|from| number_behind(reading, from)) {
            let token = &reading.tokens[at];
            let (Kind::Count(value), Some(cell)) = (token.kind, title.value(cell, token, reading.text)) else {
                continue;
            };
            if is_it(token, cell) {
                continue;
            }
            if value.normalize().mantissa() > 99 && swapped(value, cell) {
                told.finding(differs(&DIFFERS, reading, at, cell, subject));
            } else if one_digit_off(reading, grid, column, at, cell) {
                doubt(reading, at, cell, subject, told);
            }
        }
    }
}

/// A column headed `Trong đó ...` right of the column that it is of.
fn parts_of_columns(grid: &Grid<'_, '_>, subject: &Subject<'_>, told: &mut Told) {
    for (column, _) in
        grid.titles.iter().enumerate().skip(grid.at + 2).filter(|(_, title)| title.all.starts_with("trong đó"))
    {
        for row in &grid.rows {
            let value = |column: usize| count(&row.cells.get(column)?.text);
            let (Some(whole), Some(part), Some(cell)) = (value(column - 1), value(column), row.cells.get(column))
            else {
                continue;
            };
            let claim = Claim::new(Said::counted(part), Law::AtMost(Said::counted(whole)));
            if let Some(finding) = super::percent::larger(&claim) {
                told.finding(finding.at(subject.place(cell, 0..cell.text.len())).found(cell.text.as_str()));
            }
        }
    }
}

/// The number that opens a table, or that the sentence right below it calls the total, against the columns: `Dự toán 350 triệu đồng,
/// trong đó:` above rows that add up to 340.
fn whole_of(reading: Reading<'_>, grid: &Grid<'_, '_>, subject: &Subject<'_>, told: &mut Told) {
    let text = reading.text;
    let number = grid.slot.cell.map_or(0, |cell| cell.table);
    // The lines around the table, each with its beginning.
    let (mut above, mut below, mut seen, mut inside, mut from) = (None, None, 0, false, 0);
    for line in text.split_inclusive('\n') {
        let range = from..from + line.trim_end().len();
        from += line.len();
        let row = line.trim_start().starts_with('|');
        seen += usize::from(row && !inside);
        inside = row;
        match row || line.trim().is_empty() {
            true => {}
            false if seen == number => above = Some(range),
            false if seen == number + 1 && below.is_none() => below = Some(range),
            false => {}
        }
    }
    let opens = above.filter(|line| text[line.clone()].ends_with(':'));
    let closes = below.clone().filter(|line| small(&text[line.clone()]).starts_with("tổng"));
    if let Some(line) = below.filter(|_| closes.is_none()) {
        shuffled_total(reading, grid, line, subject, told);
    }
    let rows_whole = || {
        let part = |row: &Row<'_, '_>| {
            row.name.is_empty() || row.name.starts_with(['-', '+']) || row.name.contains("trong đó")
        };
        !grid.rows.iter().any(part)
    };
    for (line, last) in opens.map(|line| (line, true)).into_iter().chain(closes.map(|line| (line, false))) {
        let tokens = reading.tokens.iter().enumerate().filter(|(_, token)| line.contains(&token.range.start));
        let counts = tokens.filter(|(_, token)| matches!(token.kind, Kind::Count(_)) && !token.unit.name.is_empty());
        let mut counts: Vec<usize> = counts.map(|(at, _)| at).collect();
        if last {
            counts.reverse();
        }
        let wholes = |at: usize| -> Vec<Decimal> {
            let token = &reading.tokens[at];
            let columns = grid.titles.iter().enumerate().skip(grid.at + 1);
            let whole = |(column, title): (usize, &Title)| {
                if title.all.contains('%') || title.all.contains("tỷ lệ") {
                    return None;
                }
                let value = |row: &[&Passage<'_>]| title.value(row.get(column)?, token, text);
                match grid.total {
                    Some(total) => value(total),
                    None if rows_whole() => grid.rows.iter().map(|row| value(row.cells)).sum(),
                    None => None,
                }
            };
            columns.filter_map(whole).collect()
        };
        // The first that a column counts is of the table; above it all that are, but for a slip.
        let of_columns = || counts.iter().map(|at| (*at, wholes(*at))).filter(|(_, wholes)| !wholes.is_empty());
        let first = of_columns().next().map(|(at, _)| at);
        for (at, wholes) in of_columns() {
            let token = &reading.tokens[at];
            let (Kind::Count(value), [whole]) = (token.kind, &wholes[..]) else { continue };
            // What the table is a part of may be more.
            let near = (*whole - value).abs() * Decimal::TEN <= *whole;
            let likely =
                if Some(at) == first { near } else { last && (slipped(value, *whole) || is_turned(value, *whole)) };
            let cells = grid.rows.iter().flat_map(|row| row.cells).filter_map(|cell| count(&cell.text));
            let explained = cells.map(|cell| cell * token.unit.factor).any(|cell| cell == value);
            if likely
                && !is_it(token, *whole)
                && !token.hedge
                && !explained
                && !is_of_another_time(reading, token.range.start)
            {
                doubt(reading, at, *whole, subject, told);
            }
        }
    }
}

/// The first number of the line below a table whose digits are those of the total of its unit in another order: `Số thu 428,1 tỷ đồng`
/// below 412,8.
fn shuffled_total(
    reading: Reading<'_>,
    grid: &Grid<'_, '_>,
    line: Range<usize>,
    subject: &Subject<'_>,
    told: &mut Told,
) {
    let counts = |token: &Token| matches!(token.kind, Kind::Count(_)) && line.contains(&token.range.start);
    let (Some(total), Some(at)) = (grid.total, reading.tokens.iter().position(counts)) else { return };
    let token = &reading.tokens[at];
    let Kind::Count(value) = token.kind else { return };
    let cells = |row: &[&Passage<'_>]| -> Vec<Decimal> {
        let columns = grid.titles.iter().zip(row);
        columns.filter_map(|(title, cell)| title.value(cell, token, reading.text)).collect()
    };
    let digits = |value: Decimal| {
        let mut digits = value.normalize().mantissa().to_string().into_bytes();
        digits.sort_unstable();
        digits
    };
    let totals = cells(total);
    let held = totals.contains(&value) || grid.rows.iter().any(|row| cells(row.cells).contains(&value));
    let [right] = totals[..] else { return };
    let same = digits(value) == digits(right) && digits(value).len() > 2 && value.scale() == right.scale();
    if same && !held && !is_earlier(reading.before(at)) {
        doubt(reading, at, right, subject, told);
    }
}

/// Whether a number below a table is none of its column, and one digit off its total.
fn one_digit_off(reading: Reading<'_>, grid: &Grid<'_, '_>, column: usize, at: usize, total: Decimal) -> bool {
    let token = &reading.tokens[at];
    let (Kind::Count(value), true) = (token.kind, grid.slot.slot == reading.passage.slot) else { return false };
    let cells = grid.rows.iter().filter_map(|row| row.cells.get(column));
    let mut values = cells.filter_map(|cell| grid.titles[column].value(cell, token, reading.text));
    (slipped(value, total) || two_digits_off(value, total))
        && !is_of_another_time(reading, token.range.start)
        && stands_before(reading, grid, token.range.start)
        && values.all(|cell| cell != value)
}

/// The bytes of a text below a table in it, up to the next one.
pub(super) fn below(reading: Reading<'_>, grid: &Grid<'_, '_>) -> Range<usize> {
    let number = grid.slot.cell.map_or(0, |cell| cell.table);
    let (mut seen, mut inside, mut from, mut start) = (0, false, 0, None);
    for line in reading.text.split_inclusive('\n') {
        let row = line.trim_start().starts_with('|');
        seen += usize::from(row && !inside);
        match (row, start) {
            (false, None) if seen == number + 1 => start = Some(from),
            (true, Some(start)) => return start..from,
            _ => {}
        }
        inside = row;
        from += line.len();
    }
    start.unwrap_or(from)..from
}

/// Whether a number is another one with two digits that changed places: `36` of `63`.
pub(super) fn is_turned(one: Decimal, other: Decimal) -> bool {
    let [one_digits, other_digits] = [one, other].map(|value| value.normalize().to_string());
    let two = one_digits.len() == 2 && one_digits.chars().rev().eq(other_digits.chars());
    one != other && (two || swapped(one, other))
}

/// Whether two numbers of two digits differ in one, by more than one.
fn two_digits_off(one: Decimal, other: Decimal) -> bool {
    let pair = [one, other].map(|value| value.normalize().to_string());
    let odd = pair[0].bytes().zip(pair[1].bytes()).filter(|(a, b)| a != b).count();
    pair.iter().all(|digits| digits.len() == 2) && odd == 1 && (one - other).abs() > Decimal::ONE
}

/// The table before a place of its text.
fn stands_before(reading: Reading<'_>, grid: &Grid<'_, '_>, at: usize) -> bool {
    let number = grid.slot.cell.map_or(0, |cell| cell.table);
    tables_before(&reading.text[..at]) == number + 1
}

/// `Tất cả các hạng mục đều đạt và vượt kế hoạch` where a row of the table above is below a hundred.
fn all_reached(reading: Reading<'_>, grid: &Grid<'_, '_>, subject: &Subject<'_>, told: &mut Told) {
    let text = reading.passage.all_small();
    let planned = |title: &Title| ["kế hoạch", "dự toán", "chỉ tiêu"].iter().any(|word| title.all.contains(word));
    let rate = |title: &Title| {
        let other = ["tăng", "giảm", "cùng kỳ", "cơ cấu", "tỷ trọng"].iter().any(|word| title.all.contains(word));
        title.all.contains('%') && !other
    };
    let mut rates = grid.titles.iter().enumerate().filter(|(_, title)| rate(title));
    let (Some((column, _)), None) = (rates.next(), rates.next()) else { return };
    if !grid.titles.iter().any(planned) {
        return;
    }
    let found = ALL_ACHIEVED.iter().find_map(|words| Some((text.find(words)?, *words)));
    let Some((at, words)) = found.filter(|(at, _)| stands_before(reading, grid, *at)) else { return };
    let sentence = reading.passage.sentence(at);
    let before = text[sentence.start..at].trim();
    let all = ["tất cả", "cả ", "toàn bộ", "các ", "100%"].iter().any(|word| before.starts_with(word));
    let rest = text[at + words.len()..sentence.end].trim_start();
    let least = ["trên ", "từ ", "tối thiểu "].iter().find_map(|word| rest.strip_prefix(word));
    let least = match least.map(|rest| rest.split('%').next().unwrap_or_default()) {
        Some(percent) => number::parse(percent.trim()).ok().map(|parsed| parsed.value),
        None => ["kế hoạch", "dự toán", "chỉ tiêu"]
            .iter()
            .any(|word| rest.starts_with(word))
            .then_some(Decimal::ONE_HUNDRED),
    };
    let Some(least) = least.filter(|_| all && !before.contains("trừ") && before.split(' ').count() < 9) else {
        return;
    };
    let cells = grid.rows.iter().filter_map(|row| Some((&row.name, row.cells.get(column)?)));
    let below = |cell: &Passage<'_>| count(cell.text.trim_end_matches('%').trim()).is_some_and(|value| value < least);
    let below: Vec<String> =
        cells.filter(|(_, cell)| below(cell)).map(|(name, cell)| format!("{name} {}%", cell.text)).collect();
    if !below.is_empty() {
        let (names, range) = (below.join("; "), sentence.start..at + words.len());
        told.finding(
            DIFFERS
                .finding(msg!("bảng có dòng chưa đạt: {names}", "rows of the table have not: {names}"))
                .found(&reading.passage.text[range.clone()])
                .at(subject.place(reading.passage, range)),
        );
    }
}

/// `Tổng diện tích (trồng mới và trồng lại) đạt 213,0 ha`, one digit off the sum of the rows that the parenthesis names.
fn sum_of_rows(reading: Reading<'_>, grid: &Grid<'_, '_>, subject: &Subject<'_>, told: &mut Told) {
    for (open, token) in reading.tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Open) {
        let Some(close) = reading.close_of(open) else { continue };
        let inside = token.end..reading.tokens[close].range.start;
        let (Some(number), true) = (number_behind(reading, reading.tokens[close].end), close <= open + 4) else {
            continue;
        };
        let token = &reading.tokens[number];
        let Kind::Count(value) = token.kind else { continue };
        let Some(rows) = named_rows(reading.passage.small(&inside), grid) else { continue };
        let sums: Vec<Decimal> = (0..grid.titles.len())
            .filter_map(|column| {
                let cell = |row: &&&Row<'_, '_>| grid.titles[column].value(row.cells.get(column)?, token, reading.text);
                rows.iter().map(|row| cell(&row)).sum::<Option<Decimal>>()
            })
            .collect();
        let right = sums.iter().find(|sum| slipped(value, **sum));
        if let Some(right) = right.filter(|_| !sums.contains(&value)) {
            told.finding(differs(&DIFFERS, reading, number, *right, subject));
        }
    }
}

/// The rows that a list names by their first words, two at least, each by one name.
fn named_rows<'g, 's, 'a>(names: &str, grid: &'g Grid<'s, 'a>) -> Option<Vec<&'g Row<'s, 'a>>> {
    let names: Vec<&str> = names.split([',', ';']).flat_map(|name| name.split(" và ")).map(str::trim).collect();
    let row = |name: &&str| {
        let mut rows = grid.rows.iter().filter(|row| row.name.starts_with(name) && name.chars().count() > 4);
        rows.next().filter(|_| rows.next().is_none())
    };
    let rows = names.iter().map(row).collect::<Option<Vec<_>>>()?;
    (rows.len() > 1).then_some(rows)
}

/// `Trong đó lúa 11.240,2 ha, rau màu 1.385,4 ha, thủy sản 565,0 ha` right below a table, one digit off a total of it.
fn parts_of_total(reading: Reading<'_>, grid: &Grid<'_, '_>, subject: &Subject<'_>, told: &mut Told) {
    let Some(total) = grid.total else { return };
    for (from, words) in reading.passage.all_small().match_indices("trong đó") {
        let line = reading.passage.line(from).start;
        let under = reading.text[..line].trim_end().ends_with('|') && reading.text[line..from].trim().is_empty();
        if !under || !stands_before(reading, grid, from) {
            continue;
        }
        let first = reading.tokens.partition_point(|token| token.range.start < from + words.len());
        let ends = |token: &&Token| !matches!(token.kind, Kind::Stop | Kind::Line);
        let parts: Vec<&Token> =
            reading.tokens[first..].iter().take_while(ends).filter(|token| token.kind.is_number()).collect();
        let value = |token: &&Token| match token.kind {
            Kind::Count(value) if !token.hedge && token.unit.name == parts[0].unit.name => Some(value),
            _ => None,
        };
        let Some(values) = parts.iter().map(value).collect::<Option<Vec<_>>>().filter(|parts| parts.len() > 1) else {
            continue;
        };
        let sum: Decimal = values.iter().sum();
        let cells = grid.titles.iter().zip(total).filter_map(|(title, cell)| title.value(cell, parts[0], reading.text));
        let cells: Vec<Decimal> = cells.collect();
        let Some(right) = cells.iter().find(|cell| slipped(sum, **cell)).filter(|_| !cells.contains(&sum)) else {
            continue;
        };
        let (Some(last), factor) = (parts.last(), parts[0].unit.factor) else { continue };
        let [sum, right] = [sum, *right].map(|value| number::format(value / factor));
        let range: Range<usize> = parts[0].range.start..last.end;
        told.finding(
            DOUBT
                .finding(msg!(
                    "các bộ phận cộng lại bằng {sum}, dòng tổng của bảng ghi {right}",
                    "the parts add up to {sum}, the total row of the table says {right}"
                ))
                .found(&reading.passage.text[range.clone()])
                .at(subject.place(reading.passage, range))
                .expected(msg!("{right}", "{right}")),
        );
    }
}
