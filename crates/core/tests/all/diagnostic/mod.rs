//! Findings and their places.

mod findings;
mod places;
