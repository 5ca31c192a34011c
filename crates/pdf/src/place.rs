//! Where a document is signed and stamped.

use std::fmt;
use std::rc::Rc;
use std::str::FromStr;

use crate::file::{Object, View, rectangle};

/// The entry of the catalogue for what a program keeps there for itself (ISO 32000-1, 14.5).
const OWN: &str = "PieceInfo";

/// Under which this program keeps it.
const PROGRAM: &str = "Baocao";

/// More places are in no document.
const MOST: usize = 1_000;

/// What stands at a place, in the order of signing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// The signature of the leader, between title and name.
    Leader,
    /// The number of the document, behind `Số:`.
    Number,
    /// The day of issue, behind `ngày`; month and year are printed.
    Day,
    /// The seal of the organ, over the left third of the signature.
    Seal,
}

impl Mark {
    /// All of them, in the order of signing.
    pub const ALL: [Self; 4] = [Self::Leader, Self::Number, Self::Day, Self::Seal];

    /// Its name on the command line and in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Leader => "leader",
            Self::Number => "number",
            Self::Day => "day",
            Self::Seal => "seal",
        }
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Mark {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|mark| mark.name() == name).ok_or(())
    }
}

/// The room for one mark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// What stands there.
    pub mark: Mark,
    /// Whose it is, from 1, in the order in which the signers stand in the document.
    pub signer: usize,
    /// The page, from 1.
    pub page: usize,
    /// Left, bottom, right, top, in points from the lower left corner of the page.
    pub rect: [f64; 4],
}

impl Place {
    /// The name of the field that is put there: `leader-1`.
    pub fn field(&self) -> String {
        format!("{}-{}", self.mark, self.signer)
    }
}

/// Places as an entry of the catalogue, where [`places`] finds them; nothing where there are none. `day` is the year, month and
/// day of the document.
pub fn entry(places: &[Place], (year, month, day): (i32, u8, u8)) -> String {
    if places.is_empty() {
        return String::new();
    }
    let one = |place: &Place| {
        let [left, bottom, right, top] = place.rect;
        let (mark, signer, page) = (place.mark, place.signer, place.page);
        format!("<</Mark/{mark}/Signer {signer}/Page {page}/Rect[{left} {bottom} {right} {top}]>>")
    };
    let all: String = places.iter().map(one).collect();
    format!("/{OWN}<</{PROGRAM}<</LastModified(D:{year:04}{month:02}{day:02})/Private<</Places[{all}]>>>>>>")
}

/// What this program keeps in a file for itself; nothing in a file of others.
pub fn record(view: &View<'_, '_>) -> Rc<Object> {
    let catalog = view.catalog().unwrap_or_else(|_| Rc::new(Object::Null));
    [OWN, PROGRAM].iter().fold(catalog, |object, key| below(view, &object, key))
}

fn below(view: &View<'_, '_>, object: &Object, key: &str) -> Rc<Object> {
    object.dict().map_or_else(|| Rc::new(Object::Null), |dict| view.entry(dict, key))
}

/// The places that a file names, in the order of signing; none in a file that this program did not make.
pub fn places(view: &View<'_, '_>) -> Vec<Place> {
    let all = ["Private", "Places"].iter().fold(record(view), |object, key| below(view, &object, key));
    all.array().unwrap_or_default().iter().take(MOST).filter_map(|place| read(view, place)).collect()
}

/// A place as it stands in a file.
fn read(view: &View<'_, '_>, place: &Object) -> Option<Place> {
    let place = view.get(place).ok()?;
    let place = place.dict()?;
    let count = |key| usize::try_from(view.entry(place, key).int()?).ok().filter(|count| *count > 0);
    let mark = view.entry(place, "Mark").name()?.parse().ok()?;
    Some(Place { mark, signer: count("Signer")?, page: count("Page")?, rect: rectangle(view, place.get("Rect")?)? })
}
