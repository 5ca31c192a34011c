//! The checker, from the bytes of a report to what is told of it.

mod citations;
mod earlier;
mod nd30;
mod prose;
mod robust;
mod rules;
mod sample;
