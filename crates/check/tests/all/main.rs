//! The checker, from the bytes of a report to what is told of it.

mod citations;
mod earlier;
mod explain;
mod figures;
mod kinds;
mod mend;
mod nd30;
mod official;
mod origins;
mod outcome;
mod own;
mod prose;
mod record;
mod robust;
mod rounds;
mod rules;
mod sample;
mod settings;
mod tables;
mod text;
mod unfinished;
