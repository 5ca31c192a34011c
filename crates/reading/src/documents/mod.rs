//! Documents, their dates and who issued them, as running text names them.

mod citation;
mod cited;
mod date;
mod issuer;
mod joined;
mod symbol;

pub use citation::Citation;
pub use cited::Cited;
pub use date::{Date, DateForm, dates, words};
pub use issuer::Issuer;
pub use symbol::{Symbol, plain, symbols};
