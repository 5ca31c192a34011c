//! Percentages that are written as fractions: 0,97 is read as 0,97 %, and 97 % may be meant.

use std::collections::BTreeMap;

use baocao_core::diagnostic::{Finding, Place, Severity};
use baocao_core::{kinds, msg};
use baocao_vietnamese::number::format;
use rust_decimal::Decimal;

use super::plan::Times;

/// Fewer fractions than one in so many values stand out among the others.
const FEW: usize = 3;

/// Where no value is larger, most are fractions: a single one of 120 % is written 1,2 then.
const SMALL: Decimal = Decimal::TWO;

/// What is above this is no percentage that anybody reports: an amount, or multiplied by mistake.
const FAR: Decimal = Decimal::ONE_THOUSAND;

/// Beside others of at least so many per cent a fraction stands out.
const LARGE: Decimal = Decimal::TEN;

/// So many places of an indicator are kept: whether they are to be told is known when all values are seen.
const MOST: usize = 1_000;

/// What was read of the percentages of all units, by indicator.
#[derive(Debug, Default)]
pub(super) struct Shares(BTreeMap<String, Share>);

/// What was read of one indicator.
#[derive(Debug)]
struct Share {
    /// What the export calls it, and whether that is a column: rows with one figure each have no factor.
    name: String,
    is_column: bool,
    values: usize,
    /// Values with a sign of their own, such as `97%`, and how large those are that have none.
    signed: usize,
    largest: Decimal,
    /// Values without a sign from 0 to 1: fractions, and 1.
    small: Vec<(Place, Decimal)>,
    more: usize,
    has_fraction: bool,
    /// The smallest value above 1 without a sign.
    least: Option<Decimal>,
    /// Values far above 100 %, as the report would have them.
    beyond: Vec<(Place, Decimal)>,
    /// Whether what has a sign is multiplied all the same.
    multiplied: Option<(Place, Decimal)>,
    /// Values of a share of a whole that are above 100 % or below zero.
    outside: Vec<(Place, Decimal)>,
    /// Values that a factor of the mapping lifts above 100 %: in the export, and as the report would have them.
    lifted: Vec<(Place, Decimal, Decimal)>,
}

impl Shares {
    /// Notes a value of an indicator, as the export has it, and what the mapping multiplies it by.
    pub(super) fn note(
        &mut self,
        (id, name, is_column): (&str, &str, bool),
        is_share: bool,
        value: Decimal,
        times: Times,
        is_signed: bool,
        place: impl Fn() -> Place,
    ) {
        let new = || Share {
            name: name.to_owned(),
            is_column,
            values: 0,
            signed: 0,
            largest: Decimal::ZERO,
            small: Vec::new(),
            more: 0,
            has_fraction: false,
            least: None,
            beyond: Vec::new(),
            multiplied: None,
            outside: Vec::new(),
            lifted: Vec::new(),
        };
        let of = match self.0.get_mut(id) {
            Some(of) => of,
            None => self.0.entry(id.to_owned()).or_insert_with(new),
        };
        of.values += 1;
        let taken = value.checked_mul(times.by).unwrap_or(value);
        let is_twice = is_signed && times.by != Decimal::ONE;
        if taken.abs() > FAR && !is_twice && of.beyond.len() < MOST {
            of.beyond.push((place(), taken));
            return;
        }
        let is_lifted = times.by > Decimal::ONE && taken > Decimal::ONE_HUNDRED;
        let is_outside = taken < Decimal::ZERO || taken > Decimal::ONE_HUNDRED;
        if is_share && is_outside && !is_lifted && !is_twice && of.outside.len() < MOST {
            of.outside.push((place(), taken));
        }
        if is_signed {
            of.signed += 1;
            if times.by != Decimal::ONE && of.multiplied.is_none() {
                of.multiplied = Some((place(), value));
            }
            return;
        }
        // A factor is what somebody has thought about, unless it makes too much of what is in per cent already.
        if times.is_said || times.by != Decimal::ONE {
            if times.by > Decimal::ONE && taken.abs() > Decimal::ONE_HUNDRED && of.lifted.len() < MOST {
                of.lifted.push((place(), value, taken));
            }
            return;
        }
        of.largest = of.largest.max(value.abs());
        if value.abs() > Decimal::ONE {
            of.least = Some(of.least.map_or(value.abs(), |least| least.min(value.abs())));
            return;
        }
        if value.is_zero() {
            return;
        }
        of.has_fraction |= !value.is_integer();
        if of.small.len() < MOST {
            of.small.push((place(), value));
        } else {
            of.more += 1;
        }
    }

    /// What is told of them.
    pub(super) fn tell(self, findings: &mut Vec<Finding>) {
        // What other indicators of the same exports show: they write per cent as they mean it.
        let large: Vec<String> =
            self.0.iter().filter(|(_, share)| share.largest >= LARGE).map(|(id, _)| id.clone()).collect();
        for (id, mut share) in self.0 {
            findings.extend(share.beyond());
            findings.extend(share.outside());
            findings.extend(share.lifted());
            findings.extend(share.finding(large.iter().any(|other| *other != id)));
        }
    }
}

/// A finding of all these values, with their places; nothing of none.
fn at_all(finding: Finding, values: Vec<(Place, Decimal)>) -> Option<Finding> {
    let shown = |value| format!("{} %", format(value));
    let mut values = values.into_iter();
    let (place, value) = values.next()?;
    let first = finding.at(place).found(shown(value));
    Some(values.fold(first, |finding, (place, value)| finding.also(place, shown(value))))
}

impl Share {
    fn beyond(&mut self) -> Option<Finding> {
        let name = &self.name;
        let finding = kinds::imports::BEYOND.finding(msg!(
            "giá trị của \"{name}\" quá xa 100 %: có thể là số tiền, số đếm, hoặc đã nhân hai lần",
            "a value of \"{name}\" is far beyond 100 %: perhaps an amount or a count, or multiplied twice"
        ));
        at_all(finding, std::mem::take(&mut self.beyond))
    }

    fn outside(&mut self) -> Option<Finding> {
        let name = &self.name;
        let finding = kinds::imports::BEYOND
            .finding(msg!(
                "\"{name}\" là tỷ lệ của một tổng mà có giá trị ngoài 0–100 %",
                "\"{name}\" is a share of a whole, and has values outside of 0 to 100 %"
            ))
            .hint(msg!("xem lại ô này, và tử số, mẫu số của nó", "look at the cell, and at what it is a share of"));
        at_all(finding, std::mem::take(&mut self.outside))
    }

    fn lifted(&mut self) -> Option<Finding> {
        let name = &self.name;
        let mut lifted = std::mem::take(&mut self.lifted).into_iter();
        let (place, value, taken) = lifted.next()?;
        let shown = |value: Decimal, taken: Decimal| format!("{} -> {} %", format(value), format(taken));
        let finding = kinds::imports::BEYOND
            .finding(msg!(
                "hệ số của cách chuyển đưa giá trị của \"{name}\" lên quá 100 %: có thể tệp đã ghi theo phần trăm",
                "the factor of the mapping lifts values of \"{name}\" above 100 %: perhaps they are in per cent already"
            ))
            .at(place)
            .found(shown(value, taken))
            .hint(msg!(
                "nếu tệp ghi 97 cho 97 %, bỏ factor khỏi cách chuyển",
                "if the export writes 97 for 97 %, take the factor out of the mapping"
            ));
        Some(lifted.fold(finding, |finding, (place, value, taken)| finding.also(place, shown(value, taken))))
    }

    fn finding(self, others_are_large: bool) -> Option<Finding> {
        let name = &self.name;
        if let Some((place, value)) = self.multiplied {
            let read = format(value);
            return Some(
                kinds::imports::FRACTIONS
                    .finding(msg!(
                        "giá trị của \"{name}\" đã có dấu % mà cách chuyển còn nhân thêm",
                        "a value of \"{name}\" has a sign % and the mapping multiplies it all the same"
                    ))
                    .at(place)
                    .found(format!("{read}%"))
                    .hint(msg!(
                        "ghi mọi giá trị của cột theo một cách: 97 hoặc 97%",
                        "write all values of the column in one way: 97 or 97%"
                    )),
            );
        }
        if !self.has_fraction {
            // 1 beside 97% is no fraction, and may be 100 %.
            self.small.first().filter(|_| self.signed > 0)?;
        }
        let fractions = self.small.iter().filter(|(_, value)| !value.is_integer()).count() + self.more;
        let mixed = match self.largest {
            _ if self.signed > 0 => Mixed::Signs,
            largest if largest <= Decimal::ONE => Mixed::None,
            largest if largest <= SMALL && 2 * fractions > self.values => Mixed::None,
            _ => Mixed::Sizes,
        };
        // Where all are fractions, 1 may be meant as it stands.
        let told = |value: &Decimal| mixed == Mixed::Signs || !value.is_integer();
        let are_many = fractions * FEW > self.values && self.least.is_some_and(|least| least >= LARGE);
        let mut told = self.small.into_iter().filter(|(_, value)| told(value));
        let (place, value) = told.next()?;
        let read = format(value);
        let meant = format(value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value).normalize());
        let message = match mixed {
            Mixed::Sizes => msg!(
                "\"{name}\" lẫn phân số với giá trị trên 1: {read} được đọc là {read} %",
                "\"{name}\" has fractions beside values above 1: {read} is read as {read} %"
            ),
            Mixed::Signs => msg!(
                "\"{name}\" lẫn giá trị có dấu % với phân số: {read} được đọc là {read} %",
                "\"{name}\" has values with a sign % beside fractions: {read} is read as {read} %"
            ),
            Mixed::None if self.largest > Decimal::ONE => msg!(
                "tỷ lệ của \"{name}\" hầu hết là phân số: {read} được đọc là {read} %",
                "most percentages of \"{name}\" are fractions: {read} is read as {read} %"
            ),
            Mixed::None => msg!(
                "mọi tỷ lệ của \"{name}\" đều không quá 1: {read} được đọc là {read} %",
                "no percentage of \"{name}\" is above 1: {read} is read as {read} %"
            ),
        };
        let hint = match mixed {
            Mixed::Sizes if self.is_column => msg!(
                "nếu ý là {meant} %, sửa ô ấy trong tệp xuất: ghi {meant} như các ô khác; nếu đúng là {read} %, ghi vào cách chuyển \
                 factor = 1",
                "if {meant} % is meant, mend the cell in the export: write {meant} as in the others; if it is {read} % indeed, say \
                 factor = 1 in the mapping"
            ),
            Mixed::Sizes => msg!(
                "nếu ý là {meant} %, sửa ô ấy trong tệp xuất: ghi {meant} như các ô khác; nếu đúng là {read} %, ghi ở \
                 [indicators.names]: \"{name}\" = {{ figure = \"...\", factor = 1 }}",
                "if {meant} % is meant, mend the cell in the export: write {meant} as in the others; if it is {read} % indeed, say in \
                 [indicators.names]: \"{name}\" = {{ figure = \"...\", factor = 1 }}"
            ),
            Mixed::Signs => msg!(
                "nếu ý là {meant} %, sửa ô ấy trong tệp xuất: ghi {meant}% như các ô khác",
                "if {meant} % is meant, mend the cell in the export: write {meant}% as in the others"
            ),
            Mixed::None if self.is_column => msg!(
                "ghi vào cách chuyển factor = 100 nếu {read} là {meant} %, factor = 1 nếu đúng là {read} %",
                "say in the mapping factor = 100 if {read} is {meant} %, factor = 1 if it is {read} % indeed"
            ),
            Mixed::None => msg!(
                "ghi ở [indicators.names]: \"{name}\" = {{ figure = \"...\", factor = 100 }} nếu {read} là {meant} %, factor = 1 nếu \
                 đúng là {read} %",
                "say in [indicators.names]: \"{name}\" = {{ figure = \"...\", factor = 100 }} if {read} is {meant} %, factor = 1 if \
                 it is {read} % indeed"
            ),
        };
        let finding = kinds::imports::FRACTIONS.finding(message).at(place).found(read).hint(hint);
        let mut finding = told.fold(finding, |finding, (place, value)| finding.also(place, format(value)));
        finding.more += self.more;
        // Nobody can know by the values what is meant: the mapping has to say it, unless most of what is seen says that one
        // per cent is written 1.
        let is_doubtful = match mixed {
            Mixed::None => self.values > 1 || !others_are_large,
            Mixed::Sizes => are_many,
            Mixed::Signs => false,
        };
        if !is_doubtful {
            finding.severity = Severity::Warning;
        }
        Some(finding)
    }
}

/// What fractions stand beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mixed {
    /// Nothing else.
    None,
    /// Values with a sign of their own.
    Signs,
    /// Values above 1 without one.
    Sizes,
}
