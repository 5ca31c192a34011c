//! The checker, from the bytes of a report to what is told of it.

mod earlier;
mod nd30;
mod robust;
mod rules;
