//! Findings and their places.

mod caught;
mod findings;
mod places;
