//! Where a mark stands: as the file says, or as the command line does.

use std::str::FromStr;

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use baocao_pdf::file::File;
use baocao_pdf::{Mark, Place, places};
use baocao_sign::field_places;

use crate::cli::args::{MarkArg, PlaceArgs};

/// Points in a millimetre.
const POINTS: f64 = 72.0 / 25.4;

/// Left, bottom, right, top in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rect(pub(crate) [f64; 4]);

impl FromStr for Rect {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let side = |text: &str| {
            let text = text.trim();
            let (number, unit) = match text.strip_suffix("mm") {
                Some(number) => (number, POINTS),
                None => (text.strip_suffix("pt").unwrap_or(text), 1.0),
            };
            number.trim().parse::<f64>().ok().filter(|number| number.is_finite()).map(|number| number * unit)
        };
        let sides: Option<Vec<f64>> = text.split(',').map(side).collect();
        let sides: [f64; 4] = sides.and_then(|sides| sides.try_into().ok()).ok_or("300,60,500,170")?;
        let [left, bottom, right, top] = sides;
        if left < right && bottom < top { Ok(Self(sides)) } else { Err("300,60,500,170") }
    }
}

/// A mark at a place of its own: `number=1:120,700,160,720`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct AtPlace {
    mark: Mark,
    page: usize,
    rect: Rect,
}

impl FromStr for AtPlace {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = || {
            let (mark, place) = text.split_once('=')?;
            let (page, rect) = place.split_once(':')?;
            Some(Self { mark: mark.trim().parse().ok()?, page: page.trim().parse().ok()?, rect: rect.parse().ok()? })
        };
        parts().ok_or("number=1:120,700,160,720")
    }
}

impl From<MarkArg> for Mark {
    fn from(mark: MarkArg) -> Self {
        match mark {
            MarkArg::Leader => Self::Leader,
            MarkArg::Number => Self::Number,
            MarkArg::Day => Self::Day,
            MarkArg::Seal => Self::Seal,
        }
    }
}

/// The places that the file names, as those that `baocao render` makes do.
pub(super) fn named(file: &File<'_>) -> Vec<Place> {
    file.view(file.bytes.len()).map(|view| places(&view)).unwrap_or_default()
}

/// The places of a file.
pub(super) struct Places {
    /// Where others may sign later.
    pub(super) later: Vec<Place>,
}

impl Places {
    /// Those of the fields that it has, those that it names, and those of the command line.
    pub(super) fn read<'a>(file: &'a File<'a>, given: &[AtPlace]) -> Result<Self, Finding> {
        let mut later = field_places(file)?;
        let given = given.iter().map(|at| Place { mark: at.mark, signer: 1, page: at.page, rect: at.rect.0 });
        for place in given.chain(named(file)) {
            if !later.iter().any(|known| known.field() == place.field()) {
                later.push(place);
            }
        }
        Ok(Self { later })
    }

    /// The place of a mark that a command asks for.
    pub(super) fn of(&self, mark: Mark, args: &PlaceArgs) -> Result<Place, Finding> {
        let signer = usize::from(args.signer);
        match (args.page, args.rect) {
            (Some(page), Some(rect)) => Ok(Place { mark, signer, page, rect: rect.0 }),
            _ if args.invisible => Ok(Place { mark, signer, page: 1, rect: [0.0; 4] }),
            _ => self.known(mark, signer),
        }
    }

    /// The place of a mark that the file has.
    pub(super) fn known(&self, mark: Mark, signer: usize) -> Result<Place, Finding> {
        let found = self.later.iter().find(|place| place.mark == mark && place.signer == signer);
        found.copied().ok_or_else(|| {
            let mut known: Vec<String> = self.later.iter().map(Place::field).collect();
            known.sort_unstable();
            let finding = kinds::signing::NO_PLACE.finding(msg!(
                "tệp không ghi chỗ cho {mark} của người ký thứ {signer}",
                "the file says no place for the {mark} of signer {signer}"
            ));
            // The same mark of another signer, as on a copy, whose signers are counted on from those of its document.
            let other = self.later.iter().find(|place| place.mark == mark).map(|place| place.signer);
            let finding = if known.is_empty() { finding } else { finding.found(known.join(", ")) };
            match other {
                Some(other) => finding.hint(msg!("thêm --signer {other}", "add --signer {other}")),
                None => finding.hint(msg!(
                    "thêm --place {mark}=TRANG:trái,dưới,phải,trên; với baocao sign cũng được: --page, --rect hoặc --invisible",
                    "add --place {mark}=PAGE:left,bottom,right,top; baocao sign also takes --page, --rect or --invisible"
                )),
            }
        })
    }
}
