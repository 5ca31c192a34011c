//! The boxes around the body.

use serde::Serialize;

use super::Inline;

/// Boxes 1 to 5, 10, 11 and 14.
#[derive(Debug, Clone, Serialize)]
pub struct Header {
    /// The parent agency in capitals.
    pub parent: Option<Vec<Inline>>,
    /// The issuing agency in capitals, one entry a line that the author wants.
    pub organ: Vec<Vec<Inline>>,
    /// The number with its leading zero; `None` leaves room for a pen.
    pub number: Option<String>,
    /// `BC-UBND`.
    pub notation: String,
    /// The place; none where place and date are not printed, as in minutes.
    pub place: Option<String>,
    /// Day, month and year as printed; `None` leaves room.
    pub day: Option<String>,
    /// The month.
    pub month: Option<String>,
    /// The year.
    pub year: Option<String>,
    /// `BÁO CÁO`; none where the subject stands under the number, as in letters.
    pub type_name: Option<String>,
    /// The abstract.
    pub subject: Vec<Inline>,
    /// Stamps of secrecy and urgency, from top to bottom.
    pub stamps: Vec<Stamp>,
    /// Stamps of circulation and recall, above box 1.
    pub circulation: Vec<Stamp>,
    /// Box 14: the line of an electronic copy.
    pub signing_line: Option<String>,
}

/// A framed stamp of box 10 or 11, 8 mm high.
#[derive(Debug, Clone, Serialize)]
pub struct Stamp {
    /// Its words.
    pub text: String,
    /// Its width in millimetres; nothing where it is as wide as its words.
    pub width_mm: Option<f64>,
    /// Whether it has two frames, 1 mm apart, as the stamps of the law on state secrets have.
    pub double: bool,
    /// Whether it is red, or else black.
    pub red: bool,
}

/// One column of the signature block (boxes 7 and 8).
#[derive(Debug, Clone, Serialize)]
pub struct Signature {
    /// The lines above the name: competence, then the post.
    pub authority: Vec<Vec<Inline>>,
    /// The name.
    pub name: Option<String>,
    /// The signature, as the name of an image that the layout can read.
    pub signature: Option<String>,
    /// The seal.
    pub seal: Option<String>,
}

/// Room in which another organ confirms something, below the recipients.
#[derive(Debug, Clone, Serialize)]
pub struct Confirmed {
    /// What stands over it.
    pub words: Vec<Inline>,
    /// The name of who confirms.
    pub name: Option<String>,
}

/// Boxes 9b and 12.
#[derive(Debug, Clone, Serialize)]
pub struct Recipients {
    /// The lines without their dashes, with the punctuation after them; the last has box 12 too: `Lưu: VT, VX. PL.(300).`
    pub lines: Vec<Vec<Inline>>,
    /// Whether the list stands beside who signs as far as it finds room there, and runs on below: that fills a large hole.
    pub runs_on: bool,
}
