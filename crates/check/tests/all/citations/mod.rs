//! Documents, dates and periods that running text names.

mod periods;
mod rules;
