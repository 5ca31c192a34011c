//! Pictures.

use serde::Serialize;

use super::Runs;

/// A picture inside a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Picture {
    /// Its caption; empty where it has none.
    pub title: Runs,
    /// What it says to those who cannot see it.
    pub alt: String,
    /// The name of its image.
    pub image: String,
    /// How wide it is printed, in points.
    pub width_pt: f64,
    /// How high.
    pub height_pt: f64,
    /// Whether the sign `./.` stands under it, because nothing follows.
    pub end: bool,
    /// Whether what introduces it stays behind where it goes on to the next page.
    pub loose: bool,
}

/// A picture is not made smaller than this part of the size that it should have.
const SMALLEST: f64 = 0.7;

impl Picture {
    /// Makes it so high, in points, if that leaves enough of it. Says whether it was made smaller.
    pub fn lower_to(&mut self, height_pt: f64) -> bool {
        let part = height_pt / self.height_pt;
        let is_lower = (SMALLEST..1.0).contains(&part);
        if is_lower {
            (self.width_pt, self.height_pt) = (self.width_pt * part, height_pt);
        }
        is_lower
    }
}
