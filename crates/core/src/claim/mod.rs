//! What numbers say of each other, whoever writes them: a form, a table, running text. All arithmetic and all tolerance of
//! the program stands here, in one meaning:
//!
//! - a number that is written stands for all numbers that would be written so ([`Said`]);
//! - a claim is wrong only where no such numbers make it true ([`Claim::verdict`]);
//! - what was cut off instead of rounded, and what rises where it falls, is known as such ([`Verdict`]).

mod law;
mod said;

pub use law::Law;
pub use said::Said;

use baocao_vietnamese::number;
use rust_decimal::Decimal;

use crate::diagnostic::Message;
use crate::msg;

/// A number, and what it is said to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The number.
    pub given: Said,
    /// What it is said to be. Rises are given as they are, falls below zero.
    pub law: Law,
}

/// What is to be said of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It may be true.
    Holds,
    /// What a division gives was cut off behind its last digit, not rounded.
    Truncated,
    /// A rise is a fall by as much, or a fall a rise.
    Opposite,
    /// It is not true.
    Wrong,
    /// It is a part of nothing, or a rise from it.
    Undefined,
    /// The numbers are too large.
    Unknown,
}

/// Numbers in order, each once.
#[derive(Debug, Default)]
pub struct Numbers(Vec<Decimal>);

impl FromIterator<Decimal> for Numbers {
    fn from_iter<T: IntoIterator<Item = Decimal>>(numbers: T) -> Self {
        let mut numbers: Vec<Decimal> = numbers.into_iter().collect();
        numbers.sort_unstable();
        numbers.dedup();
        Self(numbers)
    }
}

impl Claim {
    /// That a number is what a law makes of others.
    pub fn new(given: Said, law: Law) -> Self {
        Self { given, law }
    }

    /// What is to be said of it.
    pub fn verdict(&self) -> Verdict {
        let Some([least, exact, most]) = self.law.range() else {
            return if self.law.is_over_zero() { Verdict::Undefined } else { Verdict::Unknown };
        };
        let holds = match &self.law {
            Law::AtMost(whole) => !self.given.exceeds(whole),
            _ => self.given.may_be(least, most),
        };
        let cut = |exact: Decimal| (exact / self.given.unit).trunc_with_scale(self.given.decimals());
        if holds {
            Verdict::Holds
        } else if self.law.is_division() && cut(exact) == self.given.written() {
            Verdict::Truncated
        } else if self.law.is_change() && !exact.is_zero() && self.given.negative().may_be(least, most) {
            Verdict::Opposite
        } else {
            Verdict::Wrong
        }
    }

    /// Whether it may be true.
    pub fn holds(&self) -> bool {
        self.verdict() == Verdict::Holds
    }

    /// Whether the number comes from these others: rounded, or cut off.
    pub fn agrees(&self) -> bool {
        matches!(self.verdict(), Verdict::Holds | Verdict::Truncated)
    }

    /// What should stand there, in the unit that is written: what a division gives with as many decimals, one at least.
    pub fn right(&self) -> Option<Decimal> {
        let exact = self.law.exact()? / self.given.unit;
        Some(if self.law.is_division() { number::round(exact, self.given.decimals().max(1)) } else { exact })
    }

    /// The same, with the numbers that it comes from: `75,9% = 22/29`, `26,9% (38 so với 52)`, `không quá 29`.
    pub fn expected(&self) -> Message {
        let right = self.right().map(number::format).unwrap_or_default();
        let sign = if self.law.is_percent() { "%" } else { "" };
        if let Law::Change([now, before]) | Law::Growth([now, before]) = &self.law {
            // What is said the other way round is told with its word.
            let word = match (self.given.value.is_sign_negative(), right.starts_with('-')) {
                (false, true) => "giảm ",
                (true, false) if right != "0" => "tăng ",
                _ => "",
            };
            let right = right.trim_start_matches('-');
            let [now, before] = [now, before].map(|said| number::format(said.value / self.given.unit));
            return msg!("{word}{right}{sign} ({now} so với {before})", "{word}{right}{sign} ({now} against {before})");
        }
        match self.law {
            Law::AtMost(_) => return msg!("không quá {right}", "at most {right}"),
            Law::Count(_) => return msg!("{right}", "{right}"),
            _ => {}
        }
        let text = self.law.text(self.given.unit, "/");
        msg!("{right}{sign} = {text}", "{right}{sign} = {text}")
    }

    /// The numbers among some of which, and not of its own whole, a percentage is: another denominator, and one more where
    /// there are several.
    pub fn other_wholes(&self, numbers: &Numbers) -> Vec<Decimal> {
        let Numbers(numbers) = numbers;
        let Law::Ratio([part, whole]) = self.law else { return Vec::new() };
        let of = |other: &Decimal| Self::new(self.given, Law::Ratio([part, Said::counted(*other)]));
        // Of a larger whole a part is less: the wholes stand together.
        let positive = &numbers[numbers.partition_point(|number| *number <= Decimal::ZERO)..];
        let too_much = |other: &Decimal| {
            let claim = of(other);
            !claim.holds() && claim.law.exact().is_none_or(|exact| exact > self.given.value)
        };
        let fits = positive[positive.partition_point(too_much)..].iter().take_while(|other| of(other).holds());
        fits.filter(|other| **other != whole.value).take(2).copied().collect()
    }

    /// That a percentage is of another number, where it is of one alone. Whole percentages agree with many by chance.
    pub fn of_other(&self, others: &[Decimal]) -> Option<Message> {
        let (Law::Ratio([part, whole]), [other]) = (&self.law, others) else { return None };
        let [given, part, whole, other] = [self.given.value, part.value, whole.value, *other].map(number::format);
        (self.given.places() > 0).then(|| {
            msg!(
                "{given} là {part}/{other}, không phải {part}/{whole}",
                "{given} is {part}/{other}, not {part}/{whole}"
            )
        })
    }
}
