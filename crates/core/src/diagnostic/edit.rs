//! What would mend a place.

use super::Place;

/// One change of a file that mends what a finding tells of, without doubt: these bytes become that text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes; none where something is put in.
    pub place: Place,
    /// What stands there then, as the file writes it: in JSON with its escapes.
    pub text: String,
}
