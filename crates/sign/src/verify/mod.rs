//! Whether the signatures of a file hold, and what was changed since.
//!
//! Two axes, which are told apart: what the signature itself proves, and what came into the file after it. Nothing is
//! called passed that was not looked at.

mod changes;
mod compare;
mod draws;
mod fields;
mod items;
mod looks;
mod range;
mod report;
mod revoked;
mod roles;
mod room;
mod said;
mod structure;
mod times;
mod unshown;

pub use changes::{Change, Class};
pub use looks::Sight;
pub use range::{Coverage, RangeTrouble};
pub use report::{Certification, Fact, Item, Report, Settings, Signature, Signer, Source, State, Subject};

pub use baocao_pdf::{Mark, Place};
pub(crate) use structure::broken;
pub use structure::said as said_of;

use std::cell::OnceCell;
use std::collections::HashSet;

use crate::file::{Broken, File, View, What, pages};
use baocao_core::diagnostic::Message;
use baocao_core::kinds::signatures as kinds;
use baocao_core::msg;
use fields::{Field, fields};

/// Revisions whose signatures are looked for.
const MOST_REVISIONS: usize = 200;
/// Signatures of one file.
const MOST_SIGNATURES: usize = 100;

/// Verifies all signatures of a file. An error is a file that cannot be read at all.
pub fn verify(pdf: &[u8], settings: &Settings) -> Result<Report, Broken> {
    verified(&File::new(pdf)?, settings)
}

/// The same of a file of which something may have been read already.
pub(crate) fn verified(file: &File<'_>, settings: &Settings) -> Result<Report, Broken> {
    let last = file.view(file.bytes.len())?;
    let pages = pages(&last)?;
    let found = signed_fields(file, &last);
    let looked = found.iter().map(|found| items::signature(file, &last, found, settings));
    let (mut signatures, befores): (Vec<Signature>, Vec<_>) = looked.unzip();
    let roles = roles::recognize(&found, &mut signatures, settings);
    let drawing = OnceCell::new();
    let looks = looks::Looks::new(&last, &pages, settings, true, &drawing);
    for ((signature, before), found) in signatures.iter_mut().zip(&befores).zip(&found) {
        items::since(signature, before.as_ref(), &last, &looks, &roles);
        items::gone(signature, found);
        if !settings.places.is_empty() {
            items::sight(signature, found, &looks);
        }
    }
    let first = befores.iter().flatten().map(|(before, _)| before).next().unwrap_or(&last);
    let altered = altered(file, [first, &last], &looks, &roles, settings)?;
    let structure = structure::item(&last);
    let mut report = Report { file: structure, signatures, altered, unseen: None };
    if found.len() >= MOST_SIGNATURES || last.tables.len() > MOST_REVISIONS {
        let text = msg!(
            "tệp có nhiều chữ ký hoặc nhiều lần ghi thêm hơn mức được xem xét",
            "the file has more signatures or more revisions than are looked at"
        );
        report.unseen = Some(Item::failed(Subject::Signatures, &kinds::TOO_MANY, text));
    }
    if report.unseen.is_none() && unshown::any(file, &found) {
        let text = msg!(
            "trong tệp có chữ ký mà không phần nào của văn bản dẫn tới",
            "there is a signature in the file to which nothing in the document leads"
        );
        report.unseen = Some(Item::failed(Subject::Signatures, &kinds::REMOVED, text));
    }
    // What was not looked at because a limit was met is never passed.
    if file.is_spent() { Err(What::TooMuch.at(0)) } else { Ok(report) }
}

/// What was written behind a file changes of its content; nothing if all that was signed there still is what it was. Nothing
/// is drawn: what lies over a page may hide what it says.
pub(crate) fn changed_behind(before: &File<'_>, after: &[u8]) -> Result<Option<Message>, Broken> {
    let file = before.behind(after)?;
    let (before, last) = (file.view(before.bytes.len())?, file.view(after.len())?);
    let changes = unseen_changes(&before, &last)?;
    if file.is_spent() {
        return Err(What::TooMuch.at(0));
    }
    Ok(changes.into_iter().find(|change| change.class == Class::Content).map(|change| change.text))
}

/// What was changed in a document as it was made before somebody signed it, but for fields for signatures. A comment counts: who
/// signed it signed that, too. What the signatures show is drawn, that of the first one, too.
fn altered<'f, 'a>(
    file: &'f File<'a>,
    [signed, last]: [&View<'f, 'a>; 2],
    looks: &looks::Looks<'_, 'f, 'a>,
    roles: &roles::Roles,
    settings: &Settings,
) -> Result<Option<Message>, Broken> {
    let Some(made) = settings.made.filter(|made| *made < signed.end) else { return Ok(None) };
    let made = file.view(made)?;
    let unseen = unseen_changes(&made, signed)?.into_iter().find(|change| change.class >= Class::Annotated);
    let hidden = || changes::changes(&made, last, &Default::default(), looks, roles);
    let change = unseen.or_else(|| hidden().into_iter().find(|change| change.class == Class::Content));
    Ok(change.map(|change| change.text))
}

/// What was changed from one revision to another by their objects, without drawing them.
fn unseen_changes<'f, 'a>(before: &View<'f, 'a>, after: &View<'f, 'a>) -> Result<Vec<Change>, Broken> {
    let (pages, settings, drawing) = (pages(after)?, Settings::default(), OnceCell::new());
    let looks = looks::Looks::new(after, &pages, &settings, false, &drawing);
    Ok(changes::changes(before, after, &Default::default(), &looks, &Default::default()))
}

/// A field with a signature in it.
#[derive(Debug)]
struct Found {
    field: Field,
    /// Whether the last revision does not show it any more.
    gone: bool,
}

/// The signatures that any revision shows, the oldest first.
fn signed_fields<'a>(file: &File<'a>, last: &View<'_, 'a>) -> Vec<Found> {
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for (index, table) in last.tables.iter().take(MOST_REVISIONS).enumerate() {
        let earlier;
        let view = if index == 0 {
            last
        } else {
            match file.view_at(*table) {
                Ok(view) => {
                    earlier = view;
                    &earlier
                }
                // The second half of a file that is made for slow lines shows nothing by itself.
                Err(_) => continue,
            }
        };
        for field in fields(view) {
            let Some(value) = &field.value else { continue };
            if field.is_signature() && found.len() < MOST_SIGNATURES && seen.insert(value.key()) {
                found.push(Found { gone: index > 0, field });
            }
        }
    }
    found.sort_by_key(|found| found.field.value.as_ref().map(|value| value.end()));
    found
}
