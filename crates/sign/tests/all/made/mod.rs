//! Signatures that are made.
