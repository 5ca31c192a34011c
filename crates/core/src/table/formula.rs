//! Formulas over columns or rows: by name, by index, in the order of computing.

use crate::diagnostic::{Finding, Place};
use crate::{kinds, msg};

/// A formula over columns or rows, by their index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Columns {
    Sum(Vec<usize>),
    Difference([usize; 2]),
    Ratio([usize; 2]),
}

impl Columns {
    pub(super) fn parts(&self) -> &[usize] {
        match self {
            Self::Sum(parts) => parts,
            Self::Difference(parts) | Self::Ratio(parts) => parts,
        }
    }
}

/// A formula by names.
pub(super) struct Named<'a> {
    pub(super) sum: &'a Option<Vec<String>>,
    pub(super) difference: &'a Option<[String; 2]>,
    pub(super) ratio: &'a Option<[String; 2]>,
}

impl Named<'_> {
    /// The names in it, each after the pointer below which it stands.
    pub(super) fn names(&self) -> Vec<(String, &str)> {
        fn listed<'n>(field: &str, names: &'n [String]) -> Vec<(String, &'n str)> {
            names.iter().enumerate().map(|(at, name)| (format!("{field}/{at}"), name.as_str())).collect()
        }
        let mut all = self.sum.as_ref().map(|names| listed("sum", names)).unwrap_or_default();
        all.extend(self.difference.as_ref().map(|names| listed("difference", names)).unwrap_or_default());
        all.extend(self.ratio.as_ref().map(|names| listed("ratio", names)).unwrap_or_default());
        all
    }

    /// Nothing is computed in two ways.
    pub(super) fn tell_two(&self, place: Place, findings: &mut Vec<Finding>) {
        let given =
            [("sum", self.sum.is_some()), ("difference", self.difference.is_some()), ("ratio", self.ratio.is_some())];
        let given: Vec<&str> = given.iter().filter(|(_, is_given)| *is_given).map(|(name, _)| *name).collect();
        if given.len() > 1 {
            findings.push(
                kinds::tables::TWO_FORMULAS
                    .finding(msg!("có hơn một công thức ở đây", "there is more than one formula"))
                    .at(place)
                    .found(given.join(", "))
                    .hint(msg!("giữ lại một công thức", "keep one of them")),
            );
        }
    }

    /// The formula over indexes, where all names are known.
    pub(super) fn resolve(&self, index: impl Fn(&str) -> Option<usize>) -> Option<Columns> {
        let pair = |pair: &[String; 2]| Some([index(&pair[0])?, index(&pair[1])?]);
        if let Some(parts) = self.sum {
            return Some(Columns::Sum(parts.iter().map(|part| index(part)).collect::<Option<_>>()?));
        }
        match (self.difference, self.ratio) {
            (Some(parts), _) => Some(Columns::Difference(pair(parts)?)),
            (None, Some(parts)) => Some(Columns::Ratio(pair(parts)?)),
            (None, None) => None,
        }
    }
}

/// How far an index was followed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

/// Indexes so that parts come before what is computed from them; or a circle, from its first index round to it again.
pub(super) fn in_order<'a>(count: usize, parts: impl Fn(usize) -> &'a [usize]) -> Result<Vec<usize>, Vec<usize>> {
    let mut order = Vec::with_capacity(count);
    let mut states = vec![State::New; count];
    // What is being followed, and how many of its parts were.
    let mut path: Vec<(usize, usize)> = Vec::new();
    for start in 0..count {
        if states[start] == State::New {
            states[start] = State::Open;
            path.push((start, 0));
        }
        while let Some((at, followed)) = path.last_mut() {
            let at = *at;
            let Some(part) = parts(at).get(*followed).copied() else {
                states[at] = State::Done;
                order.push(at);
                path.pop();
                continue;
            };
            *followed += 1;
            match states[part] {
                State::Done => {}
                State::New => {
                    states[part] = State::Open;
                    path.push((part, 0));
                }
                State::Open => {
                    let circle = path.iter().map(|(at, _)| *at).skip_while(|at| *at != part);
                    return Err(circle.chain([part]).collect());
                }
            }
        }
    }
    Ok(order)
}
