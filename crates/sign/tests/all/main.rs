//! The integration tests.

mod made;
