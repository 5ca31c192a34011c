//! Helpers that speak of figures. They take the ids of indicators.

use std::fmt;
use std::sync::{Arc, PoisonError};

use handlebars::{
    Context, Handlebars, Helper, HelperDef, PathAndJson, RenderContext, RenderError, RenderErrorReason, ScopedJson,
};
use rust_decimal::Decimal;
use serde_json::Value as Json;

use super::speaker::Voice;
use crate::form::{Kind, Value};
use crate::vietnamese::number;

/// An indicator that a template asked for in vain.
#[derive(Debug)]
pub(super) struct FigureError {
    /// Its id, or the name of the helper that was given wrong arguments.
    pub(super) id: String,
    /// Why in vain.
    pub(super) trouble: Trouble,
}

/// Why an indicator cannot be spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    /// The forms have no such indicator.
    Unknown,
    /// The report does not have it.
    Missing,
    /// It is a word.
    NotANumber,
    /// There is no earlier period, or it does not have it.
    NothingEarlier,
    /// A ratio over it.
    ZeroDenominator,
    /// The helper was called wrongly.
    Arguments,
}

impl fmt::Display for FigureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.trouble, self.id)
    }
}

impl std::error::Error for FigureError {}

type Answer = Result<Json, FigureError>;

/// A helper: what it is called, and what it makes of its arguments.
struct FigureHelper {
    voice: Arc<Voice>,
    name: &'static str,
    answer: Helping,
}

/// The arguments of a call.
struct Arguments<'a> {
    name: &'static str,
    values: Vec<&'a Json>,
    decimals: Option<u32>,
}

impl HelperDef for FigureHelper {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let arguments = Arguments {
            name: self.name,
            values: helper.params().iter().map(PathAndJson::value).collect(),
            decimals: helper.hash_get("decimals").and_then(|d| d.value().as_u64()).and_then(|d| d.try_into().ok()),
        };
        match (self.answer)(&self.voice, &arguments) {
            Ok(json) => Ok(ScopedJson::Derived(self.traced(json, &arguments))),
            Err(error) => Err(RenderErrorReason::NestedError(Box::new(error)).into()),
        }
    }
}

impl FigureHelper {
    /// What was said, with a mark of the indicators that it came from where that shall be known.
    fn traced(&self, said: Json, arguments: &Arguments<'_>) -> Json {
        let count = id_count(self.name, arguments.values.len());
        match (self.voice.figures.trace(), &said) {
            (Some(trace), Json::String(text)) if count > 0 && !text.is_empty() => {
                let ids: Vec<&str> = arguments.values.iter().take(count).filter_map(|id| id.as_str()).collect();
                trace.mark(&ids, self.name, text).into()
            }
            _ => said,
        }
    }
}

/// The names of all helpers.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    helpers().into_iter().map(|(name, _)| name)
}

/// How many of a call's arguments are ids of indicators.
pub(super) fn id_count(name: &str, arguments: usize) -> usize {
    match name {
        "phrase" | "code" | "change" => 1,
        "list" => 0,
        name if names().any(|known| known == name) => arguments,
        _ => 0,
    }
}

/// The arguments of a helper, for who gave it others: in Vietnamese and English.
pub(super) fn usage(name: &str) -> (&'static str, &'static str) {
    match name {
        "sum" | "any" => ("\"mã\" \"mã\" ...", "\"id\" \"id\" ..."),
        "difference" | "ratio" | "equal" => ("\"mã\" \"mã\"", "\"id\" \"id\""),
        "code" => ("\"mã\" 1", "\"id\" 1"),
        "phrase" | "change" => ("\"mã\" \"hồ sơ\"", "\"id\" \"words\""),
        _ => ("\"mã\"", "\"id\""),
    }
}

/// Makes the helpers known.
pub(super) fn register(handlebars: &mut Handlebars<'static>, voice: &Arc<Voice>) {
    for (name, answer) in helpers() {
        handlebars.register_helper(name, Box::new(FigureHelper { voice: Arc::clone(voice), name, answer }));
    }
}

/// What a helper makes of its arguments.
type Helping = fn(&Voice, &Arguments<'_>) -> Answer;

fn helpers() -> [(&'static str, Helping); 18] {
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

impl Voice {
    /// The number of an indicator in the earlier period, if there is one.
    fn earlier_number(&self, id: &str) -> Option<Decimal> {
        self.earlier.as_ref()?.figures.get(id)?.as_number()
    }

    /// The number of an indicator in the earlier period, which must be there.
    fn number_before(&self, id: &str) -> Result<Decimal, FigureError> {
        match self.earlier_number(id) {
            Some(number) => Ok(number),
            None if self.is_told(id) => Ok(Decimal::ONE),
            None => Err(FigureError { id: id.to_owned(), trouble: Trouble::NothingEarlier }),
        }
    }

    /// The value of an indicator, if the report has it; an error where the forms do not know it.
    fn find(&self, id: &str) -> Result<Option<&Value>, FigureError> {
        if self.script.set().form.indicator(id).is_none() && !self.is_told(id) {
            return Err(FigureError { id: id.to_owned(), trouble: Trouble::Unknown });
        }
        Ok(self.figures.get(id))
    }

    /// The number of an indicator, which must be there.
    fn number(&self, id: &str) -> Result<Decimal, FigureError> {
        let value = self.find(id)?;
        match value.and_then(Value::as_number) {
            Some(number) => Ok(number),
            None if self.is_told(id) => Ok(Decimal::ONE),
            None => {
                let word = matches!(value, Some(Value::Word(_)));
                let trouble = if word { Trouble::NotANumber } else { Trouble::Missing };
                Err(FigureError { id: id.to_owned(), trouble })
            }
        }
    }

    fn is_told(&self, id: &str) -> bool {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).contains(id)
    }

    /// The value as a sentence shows it. A figure that the report wrote out keeps its form only where that is the
    /// form of running text too.
    fn shown(&self, arguments: &Arguments<'_>, format: fn(Decimal) -> String) -> Answer {
        let id = arguments.id(0)?;
        if let Some(Value::Word(word)) = self.find(id)? {
            return Ok(word.as_str().into());
        }
        let value = self.number(id)?;
        let value = arguments.decimals.map_or(value, |decimals| number::round(value, decimals));
        Ok(format(value).into())
    }

    fn total(&self, arguments: &Arguments<'_>) -> Result<Decimal, FigureError> {
        let mut total = Decimal::ZERO;
        for index in 0..arguments.values.len() {
            total += self.number(arguments.id(index)?)?;
        }
        Ok(total)
    }

    fn number_is(&self, arguments: &Arguments<'_>, holds: impl Fn(Decimal) -> bool) -> Answer {
        Ok(self.find(arguments.id(0)?)?.and_then(Value::as_number).is_some_and(holds).into())
    }
}

impl Arguments<'_> {
    fn id(&self, index: usize) -> Result<&str, FigureError> {
        self.values.get(index).and_then(|id| id.as_str()).ok_or_else(|| self.wrong())
    }

    fn wrong(&self) -> FigureError {
        FigureError { id: self.name.to_owned(), trouble: Trouble::Arguments }
    }
}

fn text(json: &Json) -> &str {
    json.as_str().unwrap_or_default()
}
