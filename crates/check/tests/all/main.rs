//! The checker, from the bytes of a report to what is told of it.

mod citations;
mod earlier;
mod figures;
mod nd30;
mod official;
mod prose;
mod robust;
mod rules;
mod sample;
mod tables;
mod text;
