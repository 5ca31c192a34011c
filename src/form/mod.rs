//! Statistical forms: their definition, the figures that fill them, the tables that they become.

mod compute;
mod definition;
mod figures;
mod lint;
mod read;
mod table;

pub use compute::figures;
pub use definition::{Appendix, Code, Form, FormFile, Kind, Row, RowStyle, ZeroDenominator};
pub use figures::{Figures, Value};
pub use table::table;
