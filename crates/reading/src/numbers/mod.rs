//! Running text as numbers with their units, and the marks between them. What is no quantity (dates, numbers of documents,
//! levels, lengths of time) is known as such.

mod joined;
mod number;
mod reading;
mod shape;
mod slip;
mod token;
mod unit;

pub use number::{Number, numbers};
pub use reading::Reading;
pub use shape::{is_named, is_year, list_number};
pub use slip::{slipped, swapped};
pub use token::{Kind, Token, tokens};
pub use unit::{Unit, hedged};
