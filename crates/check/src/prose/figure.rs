//! The figures of indicators, as running text would write them.

use baocao_core::claim::{Claim, Law, Said};
use baocao_core::form::{self, Row};
use baocao_core::markdown::plain_label;
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use crate::Subject;
use baocao_reading::numbers::Unit;
use baocao_reading::numbers::{Kind, Token};

/// The figure of an indicator, or of several added up.
pub(super) struct Figure<'a> {
    pub(super) ids: Vec<&'a str>,
    pub(super) rows: Vec<&'a Row>,
    pub(super) value: Decimal,
}

impl<'a> Figure<'a> {
    /// Of `a` or `a + b`; nothing where one of them has no number.
    pub(super) fn of(subject: &'a Subject<'_>, key: &'a str) -> Option<Self> {
        let ids: Vec<&str> = key.split(" + ").collect();
        let rows = ids.iter().map(|id| subject.set.form.indicator(id)).collect::<Option<Vec<_>>>()?;
        let values = ids.iter().map(|id| subject.number(id)).collect::<Option<Vec<_>>>()?;
        let value = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value))?;
        Some(Self { ids, rows, value })
    }

    pub(super) fn label(&self) -> String {
        let labels: Vec<String> = self.rows.iter().map(|row| plain_label(&row.label)).collect();
        labels.join(" + ")
    }

    /// What one of the unit of its row is: a million for `Triệu đồng`.
    fn factor(&self) -> Decimal {
        let unit = self.rows.first().and_then(|row| row.unit.as_deref()).unwrap_or_default();
        Unit::read(&format!(" {unit}")).factor
    }

    /// The figure as a token would write it.
    pub(super) fn text(&self, token: &Token) -> String {
        match token.kind {
            Kind::Percent(_) => format!("{}%", number::format(self.value)),
            Kind::Fraction(..) => number::format(self.value),
            _ => number::format(self.in_units_of(token).unwrap_or(self.value)),
        }
    }

    pub(super) fn agrees(&self, token: &Token, subject: &Subject<'_>) -> bool {
        let percent = self.rows.iter().any(|row| row.kind == form::Kind::Percent);
        match token.kind {
            Kind::Percent(given) => !percent || self.is_percent(given, subject),
            Kind::Count(given) => percent || self.is(given, token),
            Kind::Fraction(part, whole) => {
                percent
                    || self.is(part, token)
                        && self.wholes(subject).is_none_or(|known| known.checked_mul(self.factor()) == Some(whole))
            }
            _ => true,
        }
    }

    /// Whether a percentage is the figure, or what the forms compute, rounded as it is written.
    fn is_percent(&self, given: Decimal, subject: &Subject<'_>) -> bool {
        let ratio = match &self.rows[..] {
            [Row { ratio: Some([part, whole]), .. }] => subject.number(part).zip(subject.number(whole)),
            _ => None,
        };
        let ratio = ratio.map(|(part, whole)| Law::Ratio([part, whole].map(Said::counted)));
        let laws = [Some(Law::Same(Said::counted(self.value))), ratio];
        laws.into_iter().flatten().any(|law| Claim::new(Said::percent(given), law).holds())
    }

    /// Whether a number is the figure, rounded as it is written.
    pub(super) fn is(&self, given: Decimal, token: &Token) -> bool {
        let figure = self.value.checked_mul(self.factor()).map(|value| Law::Same(Said::counted(value)));
        figure.is_some_and(|law| Claim::new(Said::rounded(given, token.unit.factor), law).holds())
    }

    /// The figure in the unit of a token.
    fn in_units_of(&self, token: &Token) -> Option<Decimal> {
        self.value.checked_mul(self.factor())?.checked_div(token.unit.factor)
    }

    /// The denominator that the forms know of this numerator.
    fn wholes(&self, subject: &Subject<'_>) -> Option<Decimal> {
        let [id] = self.ids[..] else { return None };
        let mut rows = subject.set.form.indicators();
        rows.find_map(|(_, row)| match &row.ratio {
            Some([part, whole]) if part == id => subject.number(whole),
            _ => None,
        })
    }
}
