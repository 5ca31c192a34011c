//! Slips of the hand in a number: one digit is another one, or two changed places.

use rust_decimal::Decimal;

/// Whether two numbers of three digits or more differ in two neighbouring digits that changed places.
pub fn swapped(one: Decimal, other: Decimal) -> bool {
    // Two digits that change places change a number by a multiple of nine: the cheapest sign.
    if one.scale() == other.scale() && (one.mantissa() - other.mantissa()) % 9 != 0 {
        return false;
    }
    let (one, other) = (one.normalize().to_string(), other.normalize().to_string());
    one.len() > 2 && changed_places(&one, &other)
}

/// Whether a number is another one, written with as many decimals, but for one digit or for two that changed places.
/// What is off by one in the last digit may have been rounded otherwise, and is none.
pub fn slipped(given: Decimal, right: Decimal) -> bool {
    let (mut one, mut other) = (given, right);
    let scale = given.scale().max(right.scale());
    one.rescale(scale);
    other.rescale(scale);
    if (one - other).abs() <= Decimal::new(1, scale) {
        return false;
    }
    let (one, other) = (one.to_string(), other.to_string());
    let odd = one.bytes().zip(other.bytes()).filter(|(one, other)| one != other).count();
    one.len() == other.len() && one.len() > 2 && odd == 1 || changed_places(&one, &other)
}

fn changed_places(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let odd: Vec<usize> = (0..one.len()).filter(|at| one[*at] != other[*at]).collect();
    // The decimal point may stand between the two.
    let [first, second] = odd[..] else { return false };
    let beside = second == first + 1 || second == first + 2 && one[first + 1] == b'.';
    beside && one[first] == other[second] && one[second] == other[first]
}
