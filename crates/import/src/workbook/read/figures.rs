//! The values of indicators: what the cells mean, and what of it the report gives or the program computes.

use std::collections::BTreeMap;

use baocao_core::diagnostic::Finding;
use baocao_core::form::{Figures, FormFile, Formula, Kind, Row, Value};
use baocao_core::markdown::plain_label;
use baocao_core::report::{FigureValue, pointer_part};
use baocao_core::rows::{Given, Sheet};
use baocao_core::template::TemplateSet;
use baocao_core::{kinds, msg};
use baocao_vietnamese::number;
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

use super::super::ABSENT;
use super::forms::Hit;
use super::outcome::{Outcome, at_all};
use super::words::{normal, said};
use crate::map::{negative, no_number, percentage, wrong_code};

/// What a cell means.
#[derive(Debug, Clone, PartialEq)]
enum Meant {
    /// Nothing is written.
    Blank,
    /// There is no value, and that is known.
    Absent,
    Number(Decimal),
    /// Words, or a number whose spelling counts.
    Words(String),
    /// The error of a formula.
    Mistake,
}

/// The indicators of a set with what they were given.
pub(super) fn read(
    hits: &BTreeMap<&str, Hit<'_>>,
    set: &TemplateSet,
    outcome: &mut Outcome,
    findings: &mut Vec<Finding>,
) {
    let of_set: Vec<(&str, &Row)> = set.form.indicators().collect();
    let meant: BTreeMap<&str, Meant> =
        of_set.iter().filter_map(|(id, row)| Some((*id, meant(&hits.get(id)?.given(), row)))).collect();
    let shown = Figures::of(meant.iter().filter_map(|(id, meant)| Some(((*id).to_owned(), shown(meant)?))).collect());
    let (mut mistakes, mut computed_mistakes, mut blank) = (Vec::new(), Vec::new(), Vec::new());
    let mut shares = Shares::default();
    let (mut open, mut formulas) = (Vec::new(), BTreeMap::<&str, (&Sheet, Vec<(usize, usize)>)>::new());
    for (id, row) in of_set {
        let (Some(hit), Some(meant)) = (hits.get(id), meant.get(id)) else { continue };
        if *meant == Meant::Mistake {
            let place = hit.sheet.place(hit.row, hit.value.unwrap_or_default());
            let list = if row.parts().is_empty() { &mut mistakes } else { &mut computed_mistakes };
            list.push((place, said(&hit.given())));
        }
        if let (Meant::Number(value), Kind::Count | Kind::Money) = (meant, row.kind)
            && value.is_sign_negative()
            && !value.is_zero()
        {
            findings.push(negative(id, *value).at(hit.sheet.place(hit.row, hit.value.unwrap_or_default())));
        }
        let computed = program_gives(row, meant, &shown, &set.form);
        if computed.is_none() {
            let place = || hit.sheet.place(hit.row, hit.value.unwrap_or_default());
            findings.extend(no_value(id, row, meant).map(|finding| finding.at(place())));
            open.extend(of_two_readings(&hit.given(), row).map(|text| (place(), text)));
        }
        if let (Some(column), true, None) = (hit.value, row.parts().is_empty(), &row.same_as) {
            formulas.entry(&hit.sheet.name).or_insert((hit.sheet, Vec::new())).1.push((hit.row, column));
        }
        if let (None, Meant::Number(value), Kind::Percent) = (&computed, meant, row.kind) {
            shares.note(hit, *value);
        }
        let value = match computed {
            Some(computed) => hit.note().map(|_| computed.as_number().map_or(Json::Null, of_number)),
            None => given(meant),
        };
        let pointer = format!("/figures/{}", pointer_part(id));
        let label = plain_label(&row.label);
        let place = hit.sheet.place(hit.row, hit.value.unwrap_or_default());
        let Some(value) = value else {
            if *meant == Meant::Blank && row.parts().is_empty() && row.same_as.is_none() && !row.optional {
                blank.push((place, label));
            }
            // A note alone says nothing of the value: `null` would say that there is none.
            if let (Some(_), Some(column)) = (hit.note(), hit.note) {
                outcome.unused(hit.sheet, hit.row, column);
            }
            continue;
        };
        outcome.came_from(pointer.clone(), &place, &label);
        let figure = match (hit.note(), hit.note) {
            (Some(note), Some(column)) => {
                outcome.came_from(format!("{pointer}/note"), &hit.sheet.place(hit.row, column), &label);
                let merged = hit.sheet.merged_at(hit.row, column);
                match merged.map_or(1, |merged| merged.rows.1 - merged.rows.0 + 1) {
                    1 => json!({ "value": value, "note": note }),
                    rows => json!({ "value": value, "note": note, "note_rows": rows }),
                }
            }
            _ => value,
        };
        outcome.figures.insert(id.to_owned(), figure);
    }
    tell_mistakes(mistakes, computed_mistakes, findings);
    findings.extend(formulas.into_values().filter_map(|(sheet, cells)| sheet.tell_uncomputed(cells)));
    findings.extend(at_all(
        kinds::data_files::OPEN_DECIMALS
            .finding(msg!(
                "dấu phẩy trước ba chữ số: đọc là phần thập phân, cũng có thể ngăn hàng nghìn",
                "a comma before three digits: read as standing before decimals, and may stand between thousands"
            ))
            .hint(msg!(
                "ghi vào ô một số thay cho chữ, hoặc dùng dấu chấm ngăn hàng nghìn",
                "write a number in place of the text, or a dot between thousands"
            )),
        open,
    ));
    shares.tell(findings);
    findings.extend(at_all(
        kinds::workbooks::BLANK.finding(msg!("ô số liệu còn trống", "cells of values are blank")).hint(msg!(
            "biết chắc không có số liệu thì ghi dấu {ABSENT}",
            "write {ABSENT} where there is no value, and that is known"
        )),
        blank,
    ));
}

/// What a cell means in the row of an indicator.
fn meant(given: &Given, row: &Row) -> Meant {
    if given.is_blank() {
        return Meant::Blank;
    }
    match given {
        Given::Number(value) => Meant::Number(value.normalize()),
        Given::Mistake(_) => Meant::Mistake,
        Given::Text(_) => of_words(&said(given), row),
        Given::Blank | Given::Date(_) | Given::Bool(_) | Given::Json(_) => Meant::Words(said(given)),
    }
}

fn of_words(text: &str, row: &Row) -> Meant {
    if matches!(text, ABSENT | "–" | "—" | "\u{2212}") {
        return Meant::Absent;
    }
    match row.kind {
        Kind::Text | Kind::Group => return Meant::Words(text.to_owned()),
        Kind::Code => {
            if let Some(code) = code(text, row) {
                return Meant::Number(code);
            }
        }
        Kind::Count | Kind::Money | Kind::Percent => {}
    }
    // `1 655` is one number: spaces between thousands.
    let joined = joined_thousands(text);
    match FigureValue::of_text(joined.as_deref().unwrap_or(text)) {
        FigureValue::Written { percent: true, .. } if row.kind != Kind::Percent => Meant::Words(text.to_owned()),
        // A zero in front is a part of what is printed.
        FigureValue::Written { text, value, .. } if !text.starts_with('0') || text.contains(',') || value.is_zero() => {
            Meant::Number(value.normalize())
        }
        _ => Meant::Words(text.to_owned()),
    }
}

/// The code that a cell names: `1`, `Có`, `1 = Có`, `Có = 1`. A number beside the label of another is none.
fn code(text: &str, row: &Row) -> Option<Decimal> {
    let words = normal(text);
    let named = row.codes.iter().filter(|code| {
        let (number, label) = (code.code.to_string(), normal(&code.label));
        [number.clone(), label.clone(), format!("{number} {label}"), format!("{label} {number}")].contains(&words)
    });
    let codes: Vec<i64> = named.map(|code| code.code).collect();
    match codes[..] {
        [only] => Some(only.into()),
        _ => None,
    }
}

/// What is wrong with words in place of a value: they are none that the indicator can have. Numbers as they are printed, such as
/// `04`, are values.
fn no_value(id: &str, row: &Row, meant: &Meant) -> Option<Finding> {
    let Meant::Words(text) = meant else { return None };
    match (row.kind, FigureValue::of_text(text)) {
        (Kind::Text | Kind::Group, _) => None,
        (Kind::Code, _) => Some(wrong_code(id, row).found(text.as_str())),
        (Kind::Count | Kind::Money, FigureValue::Written { percent: true, .. }) => Some(percentage(id, row, text)),
        (_, FigureValue::Written { .. }) => None,
        (_, value @ FigureValue::Ambiguous(_)) => Some(no_number(id, &value).found(text.as_str()).hint(msg!(
            "dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân; hoặc ghi vào ô một số thay cho chữ",
            "a dot between thousands, a comma before decimals; or write a number in place of the text"
        ))),
        (_, value) => Some(no_number(id, &value).found(text.as_str())),
    }
}

/// A text such as `46,850` in place of a count or an amount.
fn of_two_readings(given: &Given, row: &Row) -> Option<String> {
    let text = given.words().filter(|_| matches!(row.kind, Kind::Count | Kind::Money))?;
    let (whole, behind) = text.split_once(',')?;
    let digits =
        |text: &str, least: usize| (least..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    (digits(whole, 1) && digits(behind, 3) && !whole.starts_with('0')).then(|| text.to_owned())
}

fn joined_thousands(text: &str) -> Option<String> {
    let (whole, decimals) = text.split_once(',').map_or((text, None), |(whole, decimals)| (whole, Some(decimals)));
    let groups: Vec<&str> = whole.split([' ', '\u{a0}', '\u{202f}']).collect();
    let digits = |group: &&str| group.bytes().all(|b| b.is_ascii_digit());
    let (first, others) = groups.split_first()?;
    let fine = (1..=3).contains(&first.len()) && !others.is_empty() && groups.iter().all(digits);
    if !fine || others.iter().any(|group| group.len() != 3) {
        return None;
    }
    let whole = groups.concat();
    Some(decimals.map_or(whole.clone(), |decimals| format!("{whole},{decimals}")))
}

/// The value as the sheet shows it.
fn shown(meant: &Meant) -> Option<Value> {
    Some(match meant {
        Meant::Blank | Meant::Mistake => return None,
        Meant::Absent => Value::Absent,
        Meant::Number(value) => Value::number(*value),
        Meant::Words(words) => Value::Word(words.clone()),
    })
}

/// What the program computes where the report leaves the indicator out, as long as the sheet shows that or nothing.
fn program_gives(row: &Row, meant: &Meant, shown: &Figures, form: &FormFile) -> Option<Value> {
    let computed = if let Some(other) = &row.same_as {
        shown.get(other).cloned()
    } else if row.parts().is_empty() {
        return None;
    } else {
        Formula::of(row, shown).map(|formula| formula.value(form.decimals, form.zero_denominator))
    };
    let agrees = match (meant, &computed) {
        (Meant::Blank | Meant::Mistake, _) => true,
        (Meant::Number(given), Some(Value::Number { value, .. })) => {
            number::round(*given, form.decimals) == *value || given == value
        }
        // The sign that the set prints over zero.
        (Meant::Absent, Some(Value::Word(word))) => word == ABSENT,
        (Meant::Absent, Some(Value::Absent)) => row.same_as.is_some(),
        (Meant::Words(given), Some(Value::Word(word))) => given == word,
        _ => false,
    };
    agrees.then(|| computed.unwrap_or(Value::Absent))
}

/// What the report gives.
fn given(meant: &Meant) -> Option<Json> {
    match meant {
        Meant::Blank | Meant::Mistake => None,
        Meant::Absent => Some(Json::Null),
        Meant::Number(value) => Some(of_number(*value)),
        Meant::Words(words) => Some(Json::from(words.as_str())),
    }
}

/// A number as JSON, which keeps every digit of it or is a text.
pub(super) fn of_number(value: Decimal) -> Json {
    let text = value.normalize().to_string();
    if let Ok(whole) = text.parse::<i64>() {
        return whole.into();
    }
    match text.parse::<f64>() {
        Ok(binary) if binary.to_string() == text => binary.into(),
        _ => number::format(value).into(),
    }
}

/// The percentages of each sheet that have no sign % of their own: fractions of 1, and whether any is larger.
#[derive(Default)]
struct Shares(BTreeMap<String, (Places, bool)>);

impl Shares {
    fn note(&mut self, hit: &Hit<'_>, value: Decimal) {
        let given = hit.given();
        if value.is_zero() || given.words().is_some_and(|words| words.ends_with('%')) {
            return;
        }
        let (fractions, has_large) = self.0.entry(hit.sheet.name.clone()).or_default();
        if value.abs() < Decimal::ONE {
            fractions.push((hit.sheet.place(hit.row, hit.value.unwrap_or_default()), number::format(value)));
        } else {
            *has_large |= value.abs() > Decimal::ONE;
        }
    }

    fn tell(self, findings: &mut Vec<Finding>) {
        let kind = &kinds::workbooks::FRACTIONS;
        for (fractions, has_large) in self.0.into_values() {
            let Some((_, read)) = fractions.first() else { continue };
            let message = msg!(
                "ô tỷ lệ ghi phân số: {read} được đọc là {read} %",
                "a fraction as a percentage: {read} is read as {read} %"
            );
            // One alone, or among others, may be meant as it stands.
            let finding = if fractions.len() > 1 && !has_large { kind.finding(message) } else { kind.warning(message) };
            let hint = msg!(
                "ghi theo phần trăm (98,5 cho 98,5 %); nếu đúng là {read} %, ghi kèm dấu: {read}%",
                "write per cent (98,5 for 98.5 %); if it is {read} % indeed, write the sign too: {read}%"
            );
            findings.extend(at_all(finding.hint(hint), fractions));
        }
    }
}

type Places = Vec<(baocao_core::diagnostic::Place, String)>;

fn tell_mistakes(mistakes: Places, computed: Places, findings: &mut Vec<Finding>) {
    let kind = &kinds::workbooks::ERROR_VALUE;
    findings.extend(at_all(
        kind.finding(msg!("ô số liệu hiện lỗi công thức", "cells show the error of a formula")),
        mistakes,
    ));
    findings.extend(at_all(
        kind.warning(msg!(
            "ô tự tính hiện lỗi công thức: chương trình tính lại",
            "computed cells show the error of a formula: the program computes them"
        )),
        computed,
    ));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(json: Json) -> Row {
        serde_json::from_value(json).unwrap()
    }

    fn words(text: &str, kind: &str) -> Meant {
        let codes = json!([{ "code": 0, "label": "Chưa" }, { "code": 1, "label": "Có, đã xong" }]);
        let codes = if kind == "code" { codes } else { json!([]) };
        of_words(text, &row(json!({ "id": "a.b", "label": "A", "kind": kind, "codes": codes })))
    }

    #[test]
    fn numbers_as_text_are_numbers() {
        let number = |text: &str| Meant::Number(text.parse().unwrap());
        for (text, kind, meant) in [
            ("1.655", "count", number("1655")),
            ("1 655", "count", number("1655")),
            ("7725", "count", number("7725")),
            ("75,8", "percent", number("75.8")),
            ("98 %", "percent", number("98")),
            ("98,3%", "percent", number("98.3")),
            ("0,5", "percent", number("0.5")),
            ("0", "count", number("0")),
            ("46.850,5", "money", number("46850.5")),
            ("1 = Có, đã xong", "code", number("1")),
            ("Chưa", "code", number("0")),
            ("Có, đã xong = 1", "code", number("1")),
            ("1", "code", number("1")),
        ] {
            assert_eq!(words(text, kind), meant, "{text} {kind}");
        }
    }

    #[test]
    fn what_is_not_beyond_doubt_stays_as_it_is_written() {
        for (text, kind) in [
            ("04", "count"),
            ("1.5", "count"),
            ("12 %", "count"),
            ("8/8", "count"),
            ("0 = Có, đã xong", "code"),
            ("12 34", "count"),
        ] {
            assert_eq!(words(text, kind), Meant::Words(text.to_owned()), "{text} {kind}");
        }
        assert_eq!(words("–", "count"), Meant::Absent);
    }

    #[test]
    fn json_keeps_every_digit() {
        let json = |text: &str| of_number(text.parse().unwrap()).to_string();
        assert_eq!(json("75.80"), "75.8");
        assert_eq!(json("46850"), "46850");
        assert_eq!(json("123456789012345.678"), "\"123.456.789.012.345,678\"");
    }
}
