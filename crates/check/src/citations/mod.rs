//! Rules of documents and dates that running text names.

mod assembly;
mod calendar;
mod clock;
mod cutoff;
mod events;
mod first;
mod grounds;
mod issuer;
mod known;
mod later;
mod names;
mod overdue;
mod period;
mod rising;
mod same_organ;
mod sequence;
mod series;
mod style;
mod twice;
mod weekday;
mod words;
mod year;

use super::{Family, Repair};

pub(super) const FAMILIES: &[Family] = &[
    known::KNOWN,
    year::SYMBOLS,
    assembly::ASSEMBLY,
    issuer::ISSUER,
    twice::TWICE,
    series::SERIES,
    first::FIRST,
    style::STYLE,
    later::LATER,
    grounds::GROUNDS,
    events::EVENTS,
    overdue::OVERDUE,
    sequence::SEQUENCE,
    calendar::CALENDAR,
    clock::CLOCK,
    weekday::WEEKDAY,
    cutoff::CUTOFF,
    names::NAMES,
];

pub(super) const REPAIRS: &[Repair] = &[style::REPAIR];
