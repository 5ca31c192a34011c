//! The helpers by name, and what each says.

use baocao_vietnamese::number;
use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::call::{Answer, Arguments, FigureError, Trouble};
use crate::form::{Kind, Value};
use crate::narrative::speaker::Voice;

/// What a helper makes of its arguments.
pub(super) type Helping = fn(&Voice, &Arguments<'_>) -> Answer;

/// All helpers.
pub(super) fn helpers() -> [(&'static str, Helping); 18] {
    [
        ("value", |voice, arguments| voice.shown(arguments, number::format)),
        ("count", |voice, arguments| voice.shown(arguments, number::format_count)),
        ("percent", |voice, arguments| {
            let shown = voice.shown(arguments, number::format)?;
            let is_number = text(&shown).ends_with(|c: char| c.is_ascii_digit());
            Ok(if is_number { format!("{}%", text(&shown)).into() } else { shown })
        }),
        ("sum", |voice, arguments| Ok(number::format_count(voice.total(arguments)?).into())),
        ("difference", difference),
        ("ratio", ratio),
        ("meaning", meaning),
        ("positive", |voice, arguments| voice.number_is(arguments, |value| value > Decimal::ZERO)),
        ("zero", |voice, arguments| voice.number_is(arguments, |value| value.is_zero())),
        ("known", |voice, arguments| {
            let id = arguments.id(0)?;
            Ok(voice.find(id)?.is_some_and(|value| *value != Value::Absent).into())
        }),
        ("equal", |voice, arguments| {
            let (a, b) = (voice.find(arguments.id(0)?)?, voice.find(arguments.id(1)?)?);
            let (a, b) = (a.and_then(Value::as_number), b.and_then(Value::as_number));
            Ok((a.is_some() && a == b).into())
        }),
        ("code", |voice, arguments| {
            let wanted = arguments.values.get(1).and_then(|code| code.as_i64()).ok_or_else(|| arguments.wrong())?;
            voice.number_is(arguments, |value| value == Decimal::from(wanted))
        }),
        ("any", |voice, arguments| {
            let mut any = false;
            for index in 0..arguments.values.len() {
                let value = voice.find(arguments.id(index)?)?.and_then(Value::as_number);
                any |= value.is_some_and(|value| value > Decimal::ZERO);
            }
            Ok(any.into())
        }),
        ("phrase", phrase),
        ("compared", |voice, arguments| {
            let id = arguments.id(0)?;
            let now = voice.find(id)?.and_then(Value::as_number);
            Ok((now.is_some() && voice.earlier_number(id).is_some()).into())
        }),
        ("previous", |voice, arguments| {
            let id = arguments.id(0)?;
            voice.find(id)?;
            Ok(number::format_count(voice.number_before(id)?).into())
        }),
        ("change", change),
        ("list", |_, arguments| {
            let parts: Vec<&str> =
                arguments.values.iter().filter_map(|part| part.as_str()).filter(|part| !part.is_empty()).collect();
            Ok(match parts.split_last() {
                Some((last, [])) => (*last).into(),
                Some((last, first)) => format!("{} và {last}", first.join(", ")).into(),
                None => "".into(),
            })
        }),
    ]
}

/// `{{difference "a" "b"}}`: a - b.
fn difference(voice: &Voice, arguments: &Arguments<'_>) -> Answer {
    let (a, b) = (voice.number(arguments.id(0)?)?, voice.number(arguments.id(1)?)?);
    Ok(number::format_count(a - b).into())
}

/// `{{ratio "part" "whole"}}`: the percentage, rounded half up to the decimals of the form or of `decimals=`.
fn ratio(voice: &Voice, arguments: &Arguments<'_>) -> Answer {
    let whole_id = arguments.id(1)?;
    let (part, whole) = (voice.number(arguments.id(0)?)?, voice.number(whole_id)?);
    let exact = (part * Decimal::ONE_HUNDRED)
        .checked_div(whole)
        .ok_or_else(|| FigureError { id: whole_id.to_owned(), trouble: Trouble::ZeroDenominator });
    let exact = match exact {
        Err(_) if voice.is_told(whole_id) => Decimal::ZERO,
        exact => exact?,
    };
    let decimals = arguments.decimals.unwrap_or(voice.script.set().form.decimals);
    Ok(number::format(number::round(exact, decimals)).into())
}

/// `{{meaning "id"}}`: what the code of a coded indicator stands for.
fn meaning(voice: &Voice, arguments: &Arguments<'_>) -> Answer {
    let id = arguments.id(0)?;
    let value = voice.number(id)?;
    let label = voice.script.set().form.indicator(id).and_then(|row| row.code_of(value)).map(|code| code.label.clone());
    match label {
        Some(label) => Ok(label.into()),
        None if voice.is_told(id) => Ok("".into()),
        None => Err(FigureError { id: id.to_owned(), trouble: Trouble::NotANumber }),
    }
}

/// `(phrase "id" "văn bản")`: `03 văn bản`, or nothing where there were none.
fn phrase(voice: &Voice, arguments: &Arguments<'_>) -> Answer {
    let id = arguments.id(0)?;
    let unit = arguments.values.get(1).and_then(|unit| unit.as_str()).ok_or_else(|| arguments.wrong())?;
    let value = voice.find(id)?.and_then(Value::as_number).filter(|value| *value > Decimal::ZERO);
    Ok(value.map(|value| format!("{} {unit}", number::format_count(value))).unwrap_or_default().into())
}

/// `{{change "id" "hồ sơ"}}`: `tăng 12 hồ sơ, tương đương 4,1%` against the earlier period. Percentages change by
/// points.
fn change(voice: &Voice, arguments: &Arguments<'_>) -> Answer {
    let id = arguments.id(0)?;
    let unit = arguments.values.get(1).and_then(|unit| unit.as_str());
    let (now, then) = (voice.number(id)?, voice.number_before(id)?);
    let form = &voice.script.set().form;
    let decimals = arguments.decimals.unwrap_or(form.decimals);
    let (word, difference) = if now < then { ("giảm", then - now) } else { ("tăng", now - then) };
    if difference.is_zero() {
        return Ok("không thay đổi".into());
    }
    if form.indicator(id).is_some_and(|row| row.kind == Kind::Percent) {
        let points = number::format(number::round(difference, decimals));
        return Ok(format!("{word} {points} điểm phần trăm").into());
    }
    let unit = unit.ok_or_else(|| arguments.wrong())?;
    let amount = format!("{word} {} {unit}", number::format_count(difference));
    let percent = (difference * Decimal::ONE_HUNDRED).checked_div(then.abs());
    Ok(match percent {
        Some(percent) => format!("{amount}, tương đương {}%", number::format(number::round(percent, decimals))).into(),
        None => amount.into(),
    })
}

fn text(json: &Json) -> &str {
    json.as_str().unwrap_or_default()
}
