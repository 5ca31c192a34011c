//! The figures that a voice knows, as helpers ask for them.

use std::sync::PoisonError;

use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::call::{Answer, Arguments, FigureError, Trouble};
use crate::form::Value;
use crate::narrative::speaker::Voice;

impl Voice {
    /// The number of an indicator in the earlier period, if there is one.
    pub(super) fn earlier_number(&self, id: &str) -> Option<Decimal> {
        self.earlier.as_ref()?.figures.get(id)?.as_number()
    }

    /// The number of an indicator in the earlier period, which must be there.
    pub(super) fn number_before(&self, id: &str) -> Result<Decimal, FigureError> {
        match self.earlier_number(id) {
            Some(number) => Ok(number),
            None if self.is_told(id) => Ok(Decimal::ONE),
            None => Err(FigureError { id: id.to_owned(), trouble: Trouble::NothingEarlier }),
        }
    }

    /// The value of an indicator, if the report has it; an error where the forms do not know it.
    pub(super) fn find(&self, id: &str) -> Result<Option<&Value>, FigureError> {
        if self.script.set().form.indicator(id).is_none() && !self.is_told(id) {
            return Err(FigureError { id: id.to_owned(), trouble: Trouble::Unknown });
        }
        Ok(self.figures.get(id))
    }

    /// The number of an indicator, which must be there.
    pub(super) fn number(&self, id: &str) -> Result<Decimal, FigureError> {
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

    /// Whether it was told already that an indicator is missing.
    pub(super) fn is_told(&self, id: &str) -> bool {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).contains(id)
    }

    /// The value as a sentence shows it. A figure that the report wrote out keeps its form only where that is the
    /// form of running text too.
    pub(super) fn shown(&self, arguments: &Arguments<'_>, format: fn(Decimal) -> String) -> Answer {
        let id = arguments.id(0)?;
        if let Some(Value::Word(word)) = self.find(id)? {
            return Ok(word.as_str().into());
        }
        let value = self.number(id)?;
        let value = arguments.decimals.map_or(value, |decimals| number::round(value, decimals));
        Ok(format(value).into())
    }

    /// The sum of all arguments.
    pub(super) fn total(&self, arguments: &Arguments<'_>) -> Result<Decimal, FigureError> {
        let mut total = Decimal::ZERO;
        for index in 0..arguments.values.len() {
            total += self.number(arguments.id(index)?)?;
        }
        Ok(total)
    }

    /// Whether something holds for the number of the first argument, which may be missing.
    pub(super) fn number_is(&self, arguments: &Arguments<'_>, holds: impl Fn(Decimal) -> bool) -> Answer {
        Ok(self.find(arguments.id(0)?)?.and_then(Value::as_number).is_some_and(holds).into())
    }
}
