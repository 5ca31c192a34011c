//! What a formula gives, and a given value held against it.

use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::{Figures, Row, Value, ZeroDenominator};
use crate::diagnostic::Finding;
use crate::{kinds, msg};

/// What a formula gives, and how it came about: `22 / 29`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Formula {
    /// A percentage, not yet rounded.
    Ratio {
        /// The percentage.
        exact: Decimal,
        /// The parts.
        text: String,
    },
    /// A sum or a difference.
    Exact {
        /// The value.
        value: Decimal,
        /// The parts.
        text: String,
    },
    /// A ratio over zero.
    Undefined {
        /// The parts.
        text: String,
    },
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
        let text = format!("{} / {}", number::format(part), number::format(whole));
        if whole.is_zero() {
            return Some(Self::Undefined { text });
        }
        let exact = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
        // What is made of it must have room too.
        if exact.abs() > Decimal::from(10_u64.pow(number::MOST_DIGITS)) {
            return None;
        }
        Some(Self::Ratio { exact, text })
    }

    /// The sum of the parts; nothing where the numbers are too large.
    pub fn sum(parts: &[Decimal]) -> Option<Self> {
        let text = parts.iter().map(|part| number::format(*part)).collect::<Vec<_>>().join(" + ");
        let value = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part))?;
        Some(Self::Exact { value, text })
    }

    /// `whole` less `part`.
    pub fn difference(whole: Decimal, part: Decimal) -> Option<Self> {
        let text = format!("{} - {}", number::format(whole), number::format(part));
        Some(Self::Exact { value: whole.checked_sub(part)?, text })
    }

    /// The value that is printed where none is given: ratios rounded half up to so many decimals, over zero what the
    /// policy says.
    pub fn value(&self, decimals: u32, zero: ZeroDenominator) -> Value {
        match self {
            Self::Ratio { exact, .. } => Value::number(number::round(*exact, decimals)),
            Self::Exact { value, .. } => Value::number(*value),
            Self::Undefined { .. } => match zero {
                ZeroDenominator::Blank => Value::Absent,
                ZeroDenominator::Dash => Value::Word("-".to_owned()),
                ZeroDenominator::Zero => Value::number(Decimal::ZERO),
            },
        }
    }

    /// A given value held against the formula: a finding without a place where they part. `shown` is how it is given.
    pub fn compare(&self, given: Decimal, shown: &str) -> Option<Finding> {
        match self {
            Self::Ratio { exact, text } => {
                let decimals = given.scale();
                let right = number::round(*exact, decimals);
                if right == given || number::round(*exact, given.normalize().scale()) == given {
                    return None;
                }
                let right_text = number::format(number::round(*exact, decimals.max(1)));
                let cut = exact.trunc_with_scale(decimals) == given;
                let message = if cut {
                    msg!("tỷ lệ bị cắt bớt, không làm tròn", "the ratio was cut off, not rounded")
                } else {
                    msg!("tỷ lệ không khớp với tử số và mẫu số", "the ratio does not agree with its parts")
                };
                let kind = if cut { kinds::figures::RATIO_CUT } else { kinds::figures::RATIO_WRONG };
                Some(
                    kind.finding(message).found(shown).expected(msg!("{right_text} = {text}", "{right_text} = {text}")),
                )
            }
            Self::Undefined { text } => Some(
                kinds::figures::ZERO_DENOMINATOR
                    .finding(msg!("tỷ lệ có mẫu số bằng 0", "a ratio whose denominator is 0"))
                    .found(format!("{text} = {shown}"))
                    .expected(msg!("để trống", "blank")),
            ),
            Self::Exact { value, .. } if *value == given => None,
            Self::Exact { value, text } => {
                let right = number::format(*value);
                Some(
                    kinds::figures::SUM_WRONG
                        .finding(msg!("tổng không khớp với các thành phần", "the total does not agree with its parts"))
                        .found(shown)
                        .expected(msg!("{right} = {text}", "{right} = {text}")),
                )
            }
        }
    }
}
