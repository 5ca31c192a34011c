//! The committed schema of reports, compiled with the program: nearly every report fits it, and none waits for the schema to
//! be read.
//!
//! The code that the schema becomes is large and changes with the schema only; so it is a crate of its own, which a change of
//! any other does not compile again. That the schema is the one of the types is held by a test of `baocao-core`.

#![expect(missing_docs, reason = "the functions are written by the macro")]

/// Whether a report fits the schema.
#[jsonschema::validator(
    path = "../../schema/report.schema.json",
    validate_formats = true,
    methods = { is_valid = true, validate = false, iter_errors = false }
)]
pub struct Fits;
