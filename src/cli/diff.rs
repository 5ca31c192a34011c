//! `baocao diff`

use std::path::Path;

use anstream::adapter::strip_str;
use baocao::Limits;
use baocao_core::diagnostic::{Finding, Lang, visible_lines, visible_name};
use baocao_core::form::Kind;
use baocao_rollup::diff::{
    CellChange, Comparison, FieldChange, FigureChange, Given, Piece, RowChange, Side, State, TableChange, TextChange,
    What, compare,
};
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::args::{DiffArgs, TextFormat};
use super::columns::{short, table};
use super::roots::Roots;
use super::{Console, Outcome, output, render};

const REMOVED: &str = "\u{1b}[31m";
const ADDED: &str = "\u{1b}[32m";
const BOLD: &str = "\u{1b}[1m";
const RESET: &str = "\u{1b}[0m";

/// The columns of figures that end under each other: both values, the change, the per cent.
const NUMBERS: std::ops::Range<usize> = 2..6;

/// So many words are shown before and after a change in a text.
const WORDS_AROUND: usize = 6;

/// Values that are longer together stand under each other.
const LONG: usize = 70;

/// Labels are cut at so many letters.
const LONGEST_LABEL: usize = 60;

/// So many cells of a row that is new or gone are shown, each with so many letters.
const MOST_CELLS: usize = 8;
const LONGEST_CELL: usize = 30;

pub(crate) fn run(args: &DiffArgs, console: &Console) -> Outcome {
    diff(args, console).unwrap_or_else(|finding| console.fail(finding))
}

fn diff(args: &DiffArgs, console: &Console) -> Result<Outcome, Finding> {
    let (limits, mut findings) = (Limits::default(), Vec::new());
    let templates = render::templates(args.templates.as_deref())?;
    let mut roots = Roots::new(args.root.as_deref())?;
    let mut read = |path: &Path| Ok((roots.of(path)?, output::read(path, limits.report_bytes)?));
    let (before, after) = (read(&args.report_before)?, read(&args.report_after)?);
    let file = |path: &Path| path.display().to_string();
    let before = before.0.report(&file(&args.report_before), before.1);
    let after = after.0.report(&file(&args.report_after), after.1);
    let found = compare(before, after, &templates, &limits, &mut findings);
    console.show(&findings);
    let Some(found) = found else { return Ok(Outcome::Refused) };
    let text = match args.text_format {
        TextFormat::Json => {
            let json = serde_json::to_string_pretty(&found).unwrap_or_default();
            format!("{}\n", output::plain_json(&json))
        }
        TextFormat::Text if console.color_output => Shown(console.lang).all(&found),
        TextFormat::Text => visible_lines(&strip_str(&Shown(console.lang).all(&found)).to_string()),
    };
    output::print(text.as_bytes())?;
    Ok(if args.exit_code && found.differs { Outcome::Refused } else { Outcome::Done })
}

/// A comparison in words of a language. Without colours the marks `-`, `+` and brackets say it all.
struct Shown(Lang);

impl Shown {
    fn of<'t>(&self, vi: &'t str, en: &'t str) -> &'t str {
        if self.0 == Lang::Vi { vi } else { en }
    }

    fn all(&self, found: &Comparison) -> String {
        let mut text = format!("{}{}", self.side('-', &found.before), self.side('+', &found.after));
        text.push_str(&self.figures(found));
        self.section(
            &mut text,
            self.of("Thể thức và các phần khác", "Header and other parts"),
            &found.fields,
            Self::field,
        );
        self.section(&mut text, self.of("Lời văn", "Texts"), &found.texts, Self::text);
        self.section(&mut text, self.of("Bảng", "Tables"), &found.tables, Self::table);
        if !found.differs {
            text.push_str(self.of("\nhai báo cáo như nhau\n", "\nthe reports are the same\n"));
        }
        text
    }

    fn side(&self, sign: char, side: &Side) -> String {
        let color = if sign == '-' { REMOVED } else { ADDED };
        let Side { file, organ, period, template } = side;
        let file = visible_name(file);
        format!("{color}{sign}{sign}{sign} {file}{RESET}  {organ}, {period} ({template})\n")
    }

    fn section<T>(&self, text: &mut String, title: &str, all: &[T], one: impl Fn(&Self, &T) -> String) {
        if !all.is_empty() {
            text.push_str(&format!("\n{BOLD}{title}: {}{RESET}\n", all.len()));
            all.iter().for_each(|change| text.push_str(&one(self, change)));
        }
    }

    fn figures(&self, found: &Comparison) -> String {
        if found.figures.is_empty() {
            return String::new();
        }
        let (changed, same) = (found.figures.len(), found.same_figures);
        let title = match self.0 {
            Lang::Vi => format!("Số liệu: {changed} đổi, {same} như cũ"),
            Lang::En => format!("Figures: {changed} changed, {same} the same"),
        };
        let head = [
            self.of("mã in", "code"),
            self.of("chỉ tiêu", "indicator"),
            self.of("trước", "before"),
            self.of("sau", "after"),
            self.of("tăng, giảm", "change"),
            "%",
            self.of("nhãn", "label"),
        ];
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        rows.extend(found.figures.iter().map(|figure| self.figure(figure)));
        let rows = table(&rows, |column| !NUMBERS.contains(&column));
        let rows: String = rows.lines().map(|line| format!("  {line}\n")).collect();
        format!("\n{BOLD}{title}{RESET}\n{rows}{}", self.notes(&found.figures))
    }

    fn figure(&self, figure: &FigureChange) -> Vec<String> {
        let code = |given: &Option<Given>| given.as_ref().map(|given| given.code.clone());
        let code = match (code(&figure.before), code(&figure.after)) {
            (Some(before), Some(after)) if before != after => match (before.split_once(' '), after.split_once(' ')) {
                (Some((form, _)), Some((same, after))) if form == same => format!("{before} -> {after}"),
                _ => format!("{before} -> {after}"),
            },
            (before, after) => after.or(before).unwrap_or_default(),
        };
        let number = |text: &String| {
            let number = text.parse::<Decimal>().unwrap_or_default();
            let sign = if number > Decimal::ZERO { "+" } else { "" };
            format!("{sign}{}", number::format(number))
        };
        let unit = |given: &Option<Given>| given.as_ref().map(|given| given.unit.clone());
        let units = figure.kind == Kind::Money
            && unit(&figure.before).zip(unit(&figure.after)).is_some_and(|(before, after)| before != after);
        let points = if figure.kind == Kind::Percent { self.of(" điểm", " points") } else { "" };
        vec![
            code,
            figure.id.clone(),
            self.value(figure.before.as_ref(), units),
            self.value(figure.after.as_ref(), units),
            figure.difference.as_ref().map(|difference| number(difference) + points).unwrap_or_default(),
            figure.percent.as_ref().map(number).unwrap_or_default(),
            short(&figure.label, LONGEST_LABEL),
        ]
    }

    /// A value, or why there is none; `with_unit` where the two have other units.
    fn value(&self, given: Option<&Given>, with_unit: bool) -> String {
        match given {
            None => self.of("(mẫu không có)", "(not in the form)").to_owned(),
            Some(given) => match given.state {
                State::Missing => self.of("(không ghi)", "(left out)").to_owned(),
                State::Null => "null".to_owned(),
                State::Given | State::Computed if with_unit => format!("{} {}", given.value, given.unit.to_lowercase()),
                State::Given | State::Computed => given.value.clone(),
            },
        }
    }

    /// Notes of figures that changed.
    fn notes(&self, figures: &[FigureChange]) -> String {
        let note = |given: &Option<Given>| given.as_ref().and_then(|given| given.note.clone()).unwrap_or_default();
        let changed = figures.iter().filter_map(|figure| {
            let (before, after) = (note(&figure.before), note(&figure.after));
            let name = format!("{} ({})", figure.id, self.of("ghi chú", "note"));
            (before != after).then(|| self.pair(&name, &before, &after))
        });
        changed.collect()
    }

    fn field(&self, field: &FieldChange) -> String {
        let of = |value: &Option<String>| value.clone().unwrap_or_default();
        self.pair(&field.pointer, &of(&field.before), &of(&field.after))
    }

    /// What was and what is; long ones under each other, so that the eye finds where they part.
    fn pair(&self, name: &str, before: &str, after: &str) -> String {
        let quoted = |text: &str, color: &str| {
            let text = text.replace('\n', " / ");
            let text = if text.is_empty() { self.of("(không)", "(none)").to_owned() } else { text };
            format!("{color}{text}{RESET}")
        };
        let long = before.chars().count() + after.chars().count() > LONG;
        let (before, after) = (quoted(before, REMOVED), quoted(after, ADDED));
        if long {
            format!("  {name}:\n      {before}\n   -> {after}\n")
        } else {
            format!("  {name}: {before} -> {after}\n")
        }
    }

    fn text(&self, text: &TextChange) -> String {
        let last = text.pieces.len().saturating_sub(1);
        let pieces = text.pieces.iter().enumerate().map(|(at, piece)| self.piece(piece, at == 0, at == last));
        let shown: String = pieces.collect();
        let line = |line: &str| format!("      {}\n", line.trim_end());
        let lines = shown.trim_matches('\n').lines().filter(|line| !line.trim().is_empty()).map(line);
        format!("  {}:\n{}", text.section, lines.collect::<String>())
    }

    /// A piece of a text; of what did not change the words around changes.
    fn piece(&self, piece: &Piece, first: bool, last: bool) -> String {
        let text = &piece.text;
        match piece.what {
            What::Removed => marked("[-", text, "-]", REMOVED),
            What::Added => marked("{+", text, "+}", ADDED),
            What::Same => {
                let before = if first { 0 } else { end_of_words(text, WORDS_AROUND) };
                let after = if last { text.len() } else { start_of_words(text, WORDS_AROUND) };
                if after <= before {
                    return text.clone();
                }
                let (before, after) = (text[..before].trim_end_matches(' '), text[after..].trim_start_matches(' '));
                let gap = if first || last { "…" } else { " … " };
                if first { format!("{gap} {after}") } else { format!("{before} {}{after}", gap.trim_start()) }
            }
        }
    }

    fn table(&self, table: &TableChange) -> String {
        let title = table.title.as_ref().map(|title| format!(" \"{}\"", title.replace('\n', " "))).unwrap_or_default();
        let mut text = format!("  {}{title}\n", table.id);
        if table.other_columns {
            text.push_str(self.of(
                "      các cột khác trước; không so các dòng\n",
                "      other columns; the rows are not compared\n",
            ));
        }
        for row in &table.rows {
            match row {
                RowChange::Removed { cells } => text.push_str(&format!("    {REMOVED}- {}{RESET}\n", row_of(cells))),
                RowChange::Added { cells } => text.push_str(&format!("    {ADDED}+ {}{RESET}\n", row_of(cells))),
                RowChange::Changed { row, cells } => {
                    let cell = |CellChange { column, before, after }: &CellChange| {
                        let none = || self.of("(không)", "(none)");
                        let of = |text: &str| if text.is_empty() { none().to_owned() } else { text.to_owned() };
                        format!("{column}: {REMOVED}{}{RESET} -> {ADDED}{}{RESET}", of(before), of(after))
                    };
                    let cells: Vec<String> = cells.iter().map(cell).collect();
                    text.push_str(&format!("    ~ {row}: {}\n", cells.join("; ")));
                }
            }
        }
        text
    }
}

/// A piece between marks, what is white around it outside of them.
fn marked(open: &str, text: &str, close: &str, color: &str) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return format!("{color}{open}{text}{close}{RESET}");
    }
    let start = text.len() - text.trim_start().len();
    let (before, after) = (&text[..start], &text[start + inner.len()..]);
    format!("{before}{color}{open}{inner}{close}{RESET}{after}")
}

/// Where the first words of a text end.
fn end_of_words(text: &str, count: usize) -> usize {
    let mut ends = text.char_indices().zip(text.chars().skip(1).map(Some).chain([None]));
    let is_end =
        |((_, c), next): &((usize, char), Option<char>)| !c.is_whitespace() && next.is_none_or(char::is_whitespace);
    ends.by_ref().filter(is_end).nth(count - 1).map_or(text.len(), |((at, c), _)| at + c.len_utf8())
}

/// Where the last words of a text begin.
fn start_of_words(text: &str, count: usize) -> usize {
    let starts: Vec<usize> =
        text.split_whitespace().map(|word| word.as_ptr() as usize - text.as_ptr() as usize).collect();
    starts.len().checked_sub(count).map_or(0, |at| starts[at])
}

fn row_of(cells: &[String]) -> String {
    // The number of a row is the program's.
    let cells: Vec<&String> = cells.iter().skip_while(|cell| cell.is_empty()).collect();
    let shown: Vec<String> = cells.iter().take(MOST_CELLS).map(|cell| short(cell, LONGEST_CELL)).collect();
    let more = if cells.len() > MOST_CELLS { " | …" } else { "" };
    format!("{}{more}", shown.join(" | "))
}
