//! What a formula gives, and a given value held against it.

use std::borrow::Borrow;

use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::{Figures, Row, Value, ZeroDenominator};
use crate::claim::{Claim, Law, Numbers, Said, Verdict};
use crate::diagnostic::{Finding, Message};
use crate::{kinds, msg};

/// A formula with the numbers of its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    law: Law,
}

impl Formula {
    /// The formula of a row with the values of its parts; nothing where the row has none or a part is no number.
    pub fn of(row: &Row, figures: &Figures) -> Option<Self> {
        let value = |id: &String| figures.get(id).and_then(Value::as_number);
        if let Some([part, whole]) = &row.ratio {
            return Self::ratio(value(part)?, value(whole)?);
        }
        if let Some(parts) = &row.sum {
            return Self::sum(&parts.iter().map(value).collect::<Option<Vec<_>>>()?);
        }
        let [whole, part] = row.difference.as_ref()?;
        Self::difference(value(whole)?, value(part)?)
    }

    /// `part` in hundredths of `whole`; nothing where the numbers are too large.
    pub fn ratio(part: Decimal, whole: Decimal) -> Option<Self> {
        Self::with_room(Law::Ratio([part, whole].map(said)))
    }

    /// The sum of the parts; nothing where the numbers are too large.
    pub fn sum(parts: &[Decimal]) -> Option<Self> {
        Self::with_room(Law::Sum(parts.iter().copied().map(said).collect()))
    }

    /// `whole` less `part`.
    pub fn difference(whole: Decimal, part: Decimal) -> Option<Self> {
        Self::with_room(Law::Difference([whole, part].map(said)))
    }

    fn with_room(law: Law) -> Option<Self> {
        (law.exact().is_some() || law.is_over_zero()).then_some(Self { law })
    }

    /// Whether it is a percentage.
    pub fn is_ratio(&self) -> bool {
        self.law.is_percent()
    }

    /// What comes out, not rounded; nothing over zero.
    pub fn exact(&self) -> Option<Decimal> {
        self.law.exact()
    }

    /// How it came about: `22 / 29`.
    pub fn text(&self) -> String {
        self.law.text(Decimal::ONE, " / ")
    }

    /// The value that is printed where none is given: ratios rounded half up to so many decimals, over zero what the
    /// policy says.
    pub fn value(&self, decimals: u32, zero: ZeroDenominator) -> Value {
        match (self.exact(), zero) {
            (Some(exact), _) if self.is_ratio() => Value::number(number::round(exact, decimals)),
            (Some(exact), _) => Value::number(exact),
            (None, ZeroDenominator::Blank) => Value::Absent,
            (None, ZeroDenominator::Dash) => Value::Word("-".to_owned()),
            (None, ZeroDenominator::Zero) => Value::number(Decimal::ZERO),
        }
    }

    /// What it comes to, ratios rounded to so many decimals, and how: `75,9 = 22 / 29`; nothing over zero.
    pub fn expected(&self, decimals: u32) -> Option<Message> {
        let exact = self.exact()?;
        let right = number::format(if self.is_ratio() { number::round(exact, decimals) } else { exact });
        let text = self.text();
        Some(msg!("{right} = {text}", "{right} = {text}"))
    }

    /// That a value is what the formula gives.
    fn claim(&self, given: Decimal) -> Claim {
        let given = if self.is_ratio() { Said::percent(given) } else { said(given) };
        Claim::new(given, self.law.clone())
    }

    /// Whether a value may be what the formula gives.
    pub fn holds(&self, given: Decimal) -> bool {
        self.claim(given).holds()
    }

    /// A given value held against the formula: a finding without a place where they part. `shown` is how it is given; one of
    /// the numbers beside it may be what a wrong percentage is of.
    pub fn compare<N: Borrow<Numbers>>(
        &self,
        given: Decimal,
        shown: &str,
        beside: impl FnOnce() -> N,
    ) -> Option<Finding> {
        let claim = self.claim(given);
        let verdict = claim.verdict();
        let (kind, message) = match verdict {
            Verdict::Holds | Verdict::Unknown => return None,
            Verdict::Undefined => {
                let message = msg!("tỷ lệ có mẫu số bằng 0", "a ratio whose denominator is 0");
                let text = self.text();
                let finding = kinds::figures::ZERO_DENOMINATOR.finding(message).found(format!("{text} = {shown}"));
                return Some(finding.expected(msg!("để trống", "blank")));
            }
            Verdict::Truncated => (
                kinds::figures::RATIO_CUT,
                msg!("tỷ lệ bị cắt bớt, không làm tròn", "the ratio was cut off, not rounded"),
            ),
            _ if self.is_ratio() => (
                kinds::figures::RATIO_WRONG,
                msg!("tỷ lệ không khớp với tử số và mẫu số", "the ratio does not agree with its parts"),
            ),
            _ => (
                kinds::figures::SUM_WRONG,
                msg!("tổng không khớp với các thành phần", "the total does not agree with its parts"),
            ),
        };
        let finding = kind.finding(message).found(shown).expected(self.expected(claim.given.decimals().max(1))?);
        let other =
            (verdict == Verdict::Wrong).then(|| claim.of_other(&claim.other_wholes(beside().borrow()))).flatten();
        Some(match other {
            Some(other) => finding.hint(other),
            None => finding,
        })
    }
}

/// A number of a form or a table: it was rounded if it has decimals.
fn said(value: Decimal) -> Said {
    Said::measured(value, Decimal::ONE)
}
