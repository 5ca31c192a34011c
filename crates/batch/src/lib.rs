//! Many reports in one go: what their documents are called, what a run writes down of them, how they are shared out among
//! machines, what is told of all of them, and what a worker is asked. Files, threads and processes are the program's.

mod journal;
mod name;
mod request;
mod shard;
mod summary;
mod told;

pub use journal::{Begun, Done, Entry, Known, KnownItem, Made, Run, Status};
pub use name::{Pattern, collisions};
pub use request::Request;
pub use shard::Shard;
pub use summary::{Line, Summary};
pub use told::{Both, Counts, Place, Review, Told};
