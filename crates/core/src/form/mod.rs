//! Statistical forms: their definition, the figures that fill them, the tables that they become.

mod compute;
mod definition;
mod diff;
mod figures;
mod formula;
mod lint;
mod read;
mod relations;
mod rollup;
mod table;
mod words;

pub use compute::{figures, printed, tell_unknown, tell_unreadable};
pub use definition::{Code, Form, FormFile, Kind, Row, RowStyle, ZeroDenominator};
pub use diff::{Change, Changed, Comparison, Placed};
pub use figures::{Figures, Note, Value};
pub use formula::Formula;
pub(crate) use read::meant_thousands;
pub use relations::{Account, Identity, Phrase, Relation, RelationKind, Relations};
pub use rollup::{How, RollUp, RollUpColumn, RollUpRule, Rolled, Rule, Whole};
pub use table::{Filling, FormTable, Pages, one_table, tables};
