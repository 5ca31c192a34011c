//! The values that are told beside a line: round ones, few of them.

use rust_decimal::Decimal;

/// There are about so many.
const ABOUT: i64 = 4;

/// A line whose lowest value is above this part of the highest does not begin at 0: its changes would not be seen.
const FAR_FROM_ZERO: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// The round values at both ends of a field that holds these values.
pub(super) fn ends(lowest: Decimal, highest: Decimal, full: Option<Decimal>) -> (Decimal, Decimal) {
    let high = full.filter(|full| *full >= highest).unwrap_or(highest.max(Decimal::ZERO));
    let far = highest.checked_mul(FAR_FROM_ZERO).is_some_and(|half| lowest > half);
    let low = if far { lowest } else { lowest.min(Decimal::ZERO) };
    let step = step(low, high);
    let round = |value: Decimal, up: bool| {
        let steps = value.checked_div(step).map(|steps| if up { steps.ceil() } else { steps.floor() });
        steps.and_then(|steps| steps.checked_mul(step)).unwrap_or(value)
    };
    (round(low, false), if full == Some(high) { high } else { round(high, true) })
}

/// Round values from one end to the other.
pub(super) fn between(low: Decimal, high: Decimal) -> Vec<Decimal> {
    let step = step(low, high);
    let next = |value: &Decimal| value.checked_add(step).filter(|next| *next <= high);
    std::iter::successors(Some(low), next).take(12).map(|value| value.normalize()).collect()
}

/// A round step: 1, 2, 2,5 or 5 with zeros before or behind it.
fn step(low: Decimal, high: Decimal) -> Decimal {
    let wanted = high.checked_sub(low).and_then(|whole| whole.checked_div(ABOUT.into()));
    let Some(wanted) = wanted.filter(|wanted| *wanted > Decimal::ZERO) else { return Decimal::ONE };
    let (ten, mut unit) = (Decimal::TEN, Decimal::ONE);
    while unit > wanted && unit.scale() < 20 {
        unit = unit.checked_div(ten).unwrap_or(unit);
    }
    while let Some(next) = unit.checked_mul(ten).filter(|next| *next <= wanted) {
        unit = next;
    }
    let steps = [10, 20, 25, 50, 100].map(|tenths| Decimal::new(tenths, 1));
    let round = steps.iter().filter_map(|step| step.checked_mul(unit)).find(|step| *step >= wanted);
    round.unwrap_or(wanted)
}
