//! What a number is made of others by.

use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::Said;

/// How a number comes from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Law {
    /// It is the other.
    Same(Said),
    /// It is all of them together.
    Sum(Vec<Said>),
    /// It is what the second leaves of the first.
    Difference([Said; 2]),
    /// It is the first in hundredths of the second.
    Ratio([Said; 2]),
    /// It is the first divided by the second: an average, a multiple.
    Quotient([Said; 2]),
    /// It is the first as often as the second says: a quantity at a price.
    Product([Said; 2]),
    /// It is by how much the first is more than the second, which was before.
    Change([Said; 2]),
    /// It is that in hundredths of the second.
    Growth([Said; 2]),
    /// It is a part of the other, and no more than that.
    AtMost(Said),
    /// It is how many things are named.
    Count(usize),
}

impl Law {
    /// The numbers that it is made of.
    pub fn numbers(&self) -> &[Said] {
        match self {
            Self::Same(one) | Self::AtMost(one) => std::slice::from_ref(one),
            Self::Count(_) => &[],
            Self::Sum(parts) => parts,
            Self::Difference(pair)
            | Self::Ratio(pair)
            | Self::Quotient(pair)
            | Self::Product(pair)
            | Self::Change(pair)
            | Self::Growth(pair) => pair,
        }
    }

    /// What comes out of the numbers as they are written; nothing over zero, and where they are too large.
    pub fn exact(&self) -> Option<Decimal> {
        let exact = match self {
            Self::Same(one) | Self::AtMost(one) => one.value,
            Self::Count(named) => Decimal::from(*named),
            Self::Sum(parts) => parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value))?,
            Self::Difference([one, other])
            | Self::Ratio([one, other])
            | Self::Quotient([one, other])
            | Self::Product([one, other])
            | Self::Change([one, other])
            | Self::Growth([one, other]) => self.of_two(one.value, other.value)?,
        };
        // What is made of a percentage must have room too.
        let room = !self.is_division() || exact.abs() <= Decimal::from(10_u64.pow(number::MOST_DIGITS));
        room.then_some(exact)
    }

    /// The least, the exact, the greatest number that comes out, whatever the numbers were rounded from.
    pub(super) fn range(&self) -> Option<[Decimal; 3]> {
        let exact = self.exact()?;
        let blur: Decimal = self.numbers().iter().map(|said| said.blur).sum();
        if blur.is_zero() || !(self.is_division() || matches!(self, Self::Product(_))) {
            return Some([exact - blur, exact, exact + blur]);
        }
        let ends = |said: &Said| [said.value - said.blur, said.value + said.blur];
        let [one, other] = self.numbers() else { return None };
        let corners = ends(one).into_iter().flat_map(|one| ends(other).map(|other| self.of_two(one, other)));
        let (least, most) =
            corners.flatten().fold((exact, exact), |(least, most), value| (least.min(value), most.max(value)));
        Some([least, exact, most])
    }

    fn of_two(&self, one: Decimal, other: Decimal) -> Option<Decimal> {
        match self {
            Self::Ratio(_) => one.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(other),
            Self::Quotient(_) => one.checked_div(other),
            Self::Product(_) => one.checked_mul(other),
            Self::Growth(_) => one.checked_sub(other)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(other),
            _ => one.checked_sub(other),
        }
    }

    /// Whether a number is divided by another one: what comes out has been rounded.
    pub fn is_division(&self) -> bool {
        matches!(self, Self::Ratio(_) | Self::Quotient(_) | Self::Growth(_))
    }

    /// Whether what comes out is a percentage.
    pub fn is_percent(&self) -> bool {
        matches!(self, Self::Ratio(_) | Self::Growth(_))
    }

    /// Whether what comes out is a rise or a fall.
    pub(super) fn is_change(&self) -> bool {
        matches!(self, Self::Change(_) | Self::Growth(_))
    }

    /// Whether it divides by nothing.
    pub fn is_over_zero(&self) -> bool {
        self.is_division() && self.numbers().last().is_some_and(|whole| whole.value.is_zero())
    }

    /// How it is written in numbers: `300 + 150`, `22/29`. `over` stands between what is divided and what by. What is not
    /// divided is told in the unit given.
    pub fn text(&self, unit: Decimal, over: &str) -> String {
        let (sign, unit_of_last) = match self {
            Self::Same(_) | Self::Sum(_) | Self::AtMost(_) | Self::Count(_) => (" + ", unit),
            Self::Difference(_) | Self::Change(_) | Self::Growth(_) => (" - ", unit),
            Self::Ratio(_) | Self::Quotient(_) => (over, Decimal::ONE),
            Self::Product(_) => (" × ", Decimal::ONE),
        };
        let last = self.numbers().len().saturating_sub(1);
        let shown =
            |(at, said): (usize, &Said)| number::format(said.value / if at == last { unit_of_last } else { unit });
        self.numbers().iter().enumerate().map(shown).collect::<Vec<_>>().join(sign)
    }
}
