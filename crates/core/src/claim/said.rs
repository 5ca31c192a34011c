//! Numbers as they are written, and what they may stand for.

use baocao_vietnamese::number;
use rust_decimal::Decimal;

/// More decimals than any number is written with.
const MOST_DECIMALS: u32 = 26;

/// A number that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// It in ones: 4.500.000.000 for `4,5 tỷ đồng`. Its scale is the number of decimals that are written.
    pub value: Decimal,
    /// What one of the unit that is written is: a billion for `tỷ đồng`.
    pub unit: Decimal,
    /// Half of its last place where it was rounded there; nothing where it is written out.
    pub blur: Decimal,
}

impl Said {
    /// A number of things, and what else is never rounded.
    pub fn counted(value: Decimal) -> Self {
        Self { value, unit: Decimal::ONE, blur: Decimal::ZERO }
    }

    /// A number that was rounded if it has decimals: whole ones are written out.
    pub fn measured(value: Decimal, unit: Decimal) -> Self {
        let blur = if value.scale() > 0 { half(value.scale(), unit) } else { Decimal::ZERO };
        Self { value, unit, blur }
    }

    /// A number that was rounded wherever it ends: a percentage, an average, a sum in larger units. Zeros at its end say
    /// nothing: `75,0` may be 75 with a decimal more.
    pub fn rounded(value: Decimal, unit: Decimal) -> Self {
        Self { value, unit, blur: half((value / unit).normalize().scale(), unit) }
    }

    /// A percentage.
    pub fn percent(value: Decimal) -> Self {
        Self::rounded(value, Decimal::ONE)
    }

    /// It in the unit that is written.
    pub fn written(&self) -> Decimal {
        self.value / self.unit
    }

    /// How many decimals are written.
    pub fn decimals(&self) -> u32 {
        self.value.scale()
    }

    /// How many of them say something.
    pub fn places(&self) -> u32 {
        self.written().normalize().scale()
    }

    /// It below zero.
    #[must_use]
    pub fn negative(self) -> Self {
        Self { value: -self.value, ..self }
    }

    /// Whether it is more than another one, whatever both were rounded from.
    pub fn exceeds(&self, other: &Self) -> bool {
        self.value - self.blur > other.value + other.blur
    }

    /// Whether a number between two is written so. A half is rounded up.
    pub(super) fn may_be(&self, least: Decimal, most: Decimal) -> bool {
        if least == most && !self.blur.is_zero() {
            let places = (self.blur / self.unit).normalize().scale().saturating_sub(1);
            return number::round(least / self.unit, places) == self.written();
        }
        least <= self.value + self.blur && self.value - self.blur <= most
    }
}

/// Half of the last place of so many decimals.
fn half(decimals: u32, unit: Decimal) -> Decimal {
    Decimal::new(5, decimals.min(MOST_DECIMALS) + 1) * unit
}
