//! The cells of a sheet, column by column. What stands in a column again and again is kept once, so that the lines of a
//! whole country take little room; of a file that can be read again, what a column has too much of stays there.

use std::collections::HashMap;
use std::ops::Range;

use super::Given;

/// So many bytes of different values of a column are kept, and of all columns together, where the others can be read again.
const MOST_OF_COLUMN: usize = 2 << 20;
const MOST_OF_ALL: usize = 16 << 20;

/// What keeping a value costs beside its letters, which are kept twice.
const COST: usize = 96;

/// From here on the number of a value is that of a place in the file.
const FAR: usize = 1 << 31;

/// The cells of a sheet.
#[derive(Debug, Clone, Default)]
pub(super) struct Cells {
    columns: Vec<Column>,
    /// How many cells each row has.
    widths: Compact,
    bytes: usize,
    /// The longest text of a cell: its bytes, its row and its column.
    pub(super) longest: (usize, usize, usize),
}

/// A column.
#[derive(Debug, Clone, Default)]
pub(super) struct Column {
    /// The different values that are kept.
    pub(super) values: Vec<Given>,
    /// Their numbers, by how they are written in the file.
    known: HashMap<Box<str>, usize>,
    /// The number of the value in each row, from 1; 0 is a blank.
    rows: Compact,
    /// Where the values stand in the texts of their rows that are not kept.
    far: Vec<(u32, u32)>,
    bytes: usize,
}

/// What is known of a cell.
pub(super) enum At<'c> {
    Blank,
    Kept(&'c Given),
    /// It stands in the text of its row.
    Far(Range<usize>),
}

impl Cells {
    pub(super) fn height(&self) -> usize {
        self.widths.len()
    }

    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    /// How many cells a row has, blank ones between and behind its values included where the file has them.
    pub(super) fn width_of(&self, row: usize) -> usize {
        self.widths.get(row)
    }

    /// Rows up to this one are there, and this one has so many cells at least.
    pub(super) fn reach(&mut self, row: usize, width: usize) {
        self.widths.set(row, self.widths.get(row).max(width));
        if self.columns.len() < width {
            self.columns.resize_with(width, Column::default);
        }
    }

    pub(super) fn column(&self, column: usize) -> Option<&Column> {
        self.columns.get(column)
    }

    pub(super) fn column_mut(&mut self, column: usize) -> Option<&mut Column> {
        self.columns.get_mut(column)
    }

    pub(super) fn at(&self, row: usize, column: usize) -> At<'_> {
        let Some(of) = self.columns.get(column) else { return At::Blank };
        match of.rows.get(row) {
            0 => At::Blank,
            number => match number.checked_sub(FAR) {
                Some(far) => of.far.get(far).map_or(At::Blank, |(from, to)| At::Far(*from as usize..*to as usize)),
                None => of.values.get(number - 1).map_or(At::Blank, At::Kept),
            },
        }
    }

    /// Puts a value into a cell.
    pub(super) fn put(&mut self, row: usize, column: usize, given: Given) {
        self.reach(row, column + 1);
        if let Given::Text(text) = &given {
            self.longest = self.longest.max((text.len(), row, column));
        }
        let of = &mut self.columns[column];
        let number = match given {
            Given::Blank => 0,
            given => {
                of.values.push(given);
                of.values.len()
            }
        };
        of.rows.set(row, number);
    }

    /// Puts a value into a cell that is written so in a file: the same as that of other rows, or one that is made, or one
    /// that stays in the text of its row, where `place` finds it there.
    pub(super) fn write(
        &mut self,
        row: usize,
        column: usize,
        written: &str,
        make: impl FnOnce() -> Given,
        place: impl FnOnce(&Given) -> Option<Range<usize>>,
    ) {
        self.reach(row, column + 1);
        let of = &mut self.columns[column];
        if let Some(number) = of.known.get(written) {
            of.rows.set(row, *number);
            return;
        }
        self.longest = self.longest.max((written.len(), row, column));
        let given = make();
        let bytes = COST + 2 * written.len();
        let is_too_much = of.bytes + bytes > MOST_OF_COLUMN || self.bytes + bytes > MOST_OF_ALL;
        let far = if is_too_much { place(&given) } else { None };
        let far = far.and_then(|far| Some((u32::try_from(far.start).ok()?, u32::try_from(far.end).ok()?)));
        if let Some(far) = far {
            of.rows.set(row, FAR + of.far.len());
            of.far.push(far);
            return;
        }
        let number = match given {
            Given::Blank => 0,
            given => {
                of.values.push(given);
                of.values.len()
            }
        };
        of.bytes += bytes;
        self.bytes += bytes;
        of.known.insert(written.into(), number);
        of.rows.set(row, number);
    }

    /// All rows were read: how values were written is needed no more.
    pub(super) fn close(&mut self) {
        self.columns.iter_mut().for_each(|column| column.known = HashMap::new());
    }
}

impl Column {
    /// The rows whose values are not kept, and where these stand in the texts of the rows.
    pub(super) fn far(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        let rows = if self.far.is_empty() { 0 } else { self.rows.len() };
        (0..rows).filter_map(|row| {
            let (from, to) = self.far.get(self.rows.get(row).checked_sub(FAR)?)?;
            Some((row, *from as usize..*to as usize))
        })
    }

    /// The rows with some of the values that are kept, which are told by their index.
    pub(super) fn rows_with<T>(&self, wanted: impl Fn(usize) -> Option<T>) -> impl Iterator<Item = (usize, T)> {
        let value = |row: usize| self.rows.get(row).checked_sub(1).filter(|index| *index < self.values.len());
        (0..self.rows.len()).filter_map(move |row| Some((row, wanted(value(row)?)?)))
    }
}

/// Numbers in as few bytes as the largest of them needs.
#[derive(Debug, Clone)]
pub(super) enum Compact {
    One(Vec<u8>),
    Two(Vec<u16>),
    Four(Vec<u32>),
    Eight(Vec<u64>),
}

impl Default for Compact {
    fn default() -> Self {
        Self::One(Vec::new())
    }
}

impl Compact {
    pub(super) fn len(&self) -> usize {
        match self {
            Self::One(all) => all.len(),
            Self::Two(all) => all.len(),
            Self::Four(all) => all.len(),
            Self::Eight(all) => all.len(),
        }
    }

    /// The number at an index; 0 beyond the end.
    pub(super) fn get(&self, index: usize) -> usize {
        match self {
            Self::One(all) => all.get(index).map_or(0, |number| usize::from(*number)),
            Self::Two(all) => all.get(index).map_or(0, |number| usize::from(*number)),
            Self::Four(all) => all.get(index).map_or(0, |number| *number as usize),
            Self::Eight(all) => all.get(index).map_or(0, |number| usize::try_from(*number).unwrap_or(usize::MAX)),
        }
    }

    /// Sets the number at an index; those before it that are not there are 0.
    pub(super) fn set(&mut self, index: usize, number: usize) {
        fn put<T: Copy + Default>(all: &mut Vec<T>, index: usize, number: T) {
            if all.len() <= index {
                all.resize(index + 1, T::default());
            }
            all[index] = number;
        }
        loop {
            match self {
                Self::One(all) => match u8::try_from(number) {
                    Ok(number) => return put(all, index, number),
                    Err(_) => *self = Self::Two(all.iter().copied().map(u16::from).collect()),
                },
                Self::Two(all) => match u16::try_from(number) {
                    Ok(number) => return put(all, index, number),
                    Err(_) => *self = Self::Four(all.iter().copied().map(u32::from).collect()),
                },
                Self::Four(all) => match u32::try_from(number) {
                    Ok(number) => return put(all, index, number),
                    Err(_) => *self = Self::Eight(all.iter().copied().map(u64::from).collect()),
                },
                Self::Eight(all) => return put(all, index, number as u64),
            }
        }
    }
}
