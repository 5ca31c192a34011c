//! Who may sign now: the leader before the seal, each mark once, and not where a certification forbids it.

use baocao_core::diagnostic::{Finding, Message};
use baocao_core::{kinds, msg};
use baocao_pdf::{Mark, Place};

use crate::fields::{Field, Fields};
use crate::file::File;
use crate::update::{Base, Update};
use crate::verify::{Settings, State, said_of, verified};

/// The field of a place where it is there already, empty; none where it is to be added. Refused where the mark must not
/// be made now.
pub(super) fn field(base: &Base<'_>, fields: &Fields, place: &Place, all: &[Place]) -> Result<Option<Field>, Finding> {
    let name = place.field();
    let field = fields.find(&name);
    if field.is_some_and(|field| !field.is_signature) {
        return Err(kinds::signing::FORM_UNFIT
            .finding(msg!("trường {name} không phải trường chữ ký", "the field {name} is none for a signature")));
    }
    if field.is_some_and(|field| field.is_signed) {
        return Err(kinds::signing::SIGNED_ALREADY.finding(msg!("{name} đã ký", "{name} is signed already")));
    }
    if place.mark == Mark::Seal && !leader_signed(fields, place.signer) {
        return Err(kinds::signing::LEADER_FIRST.finding(msg!(
            "chưa có chữ ký của người có thẩm quyền mà đã đóng dấu",
            "the seal comes before the signature of the leader"
        )));
    }
    if place.mark == Mark::Seal
        && let Some(waiting) = leaders_missing(fields, all)
    {
        return Err(kinds::signing::LEADER_FIRST.finding(msg!(
            "còn {waiting} người có thẩm quyền chưa ký mà đã đóng dấu",
            "the seal comes before the signatures of all leaders: {waiting} missing"
        )));
    }
    if forbids_changes(base) {
        return Err(kinds::signing::CHANGES_FORBIDDEN.finding(msg!(
            "chữ ký chứng thực trên tệp không cho ký thêm",
            "the certification of the file lets nobody sign after it"
        )));
    }
    Ok(field.cloned())
}

/// Refuses a mark that must not be made now; `all` are the places of the document.
pub fn check_mark<'a>(file: &'a File<'a>, place: &Place, all: &[Place]) -> Result<(), Finding> {
    let base = Base::read(file)?;
    let fields = Fields::read(&base)?;
    field(&base, &fields, place, all).map(drop)
}

/// Refuses a file with a signature that does not hold: whoever signs behind it would stand for what was tampered with.
pub fn check_earlier<'a>(file: &'a File<'a>, settings: &Settings) -> Result<(), Finding> {
    let base = Base::read(file)?;
    if Fields::read(&base)?.signed().next().is_none() {
        return Ok(());
    }
    let report = verified(file, settings).map_err(|broken| broken_earlier().found(said_of(broken).vi))?;
    let of_signature = report.signatures.iter().map(|one| (Some(one), one.items.iter().collect::<Vec<_>>()));
    let all = of_signature.chain([(None, report.unseen.iter().chain([&report.file]).collect())]);
    for (signature, items) in all {
        if let Some(item) = items.iter().find(|item| item.state == State::Failed) {
            let (field, Message { vi, en }) = (signature.map_or("-", |one| one.field.as_str()), item.text.clone());
            return Err(broken_earlier().expected(msg!(
                "mọi chữ ký đã có đều đạt; \"{field}\": {vi}",
                "that all signatures which are there hold; \"{field}\": {en}"
            )));
        }
    }
    Ok(())
}

fn broken_earlier() -> Finding {
    kinds::signing::EARLIER_BROKEN
        .finding(msg!("chữ ký đã có trên tệp không đạt", "a signature that the file has does not hold"))
        .hint(msg!(
            "xem `baocao verify`; xin lại tệp như người trước đã ký",
            "see `baocao verify`; ask for the file as it was signed"
        ))
}

/// How many leaders have not signed of those for whom the document has a place; none if all did. A signature in a field of
/// another tool's name is that of one of them.
fn leaders_missing(fields: &Fields, all: &[Place]) -> Option<usize> {
    let leaders = all.iter().filter(|place| place.mark == Mark::Leader);
    let signed = |place: &&Place| fields.signed().any(|field| field.name == place.field());
    let open = leaders.filter(|place| !signed(place)).count();
    let others = fields.signed().filter(|field| !is_ours(&field.name)).count();
    open.checked_sub(others).filter(|open| *open > 0)
}

fn is_ours(name: &str) -> bool {
    let mark = name.split_once('-').map_or(name, |(mark, _)| mark);
    mark.parse::<Mark>().is_ok()
}

/// Whether the leader signed: in the field of this name, or by a tool of another name for its fields.
fn leader_signed(fields: &Fields, signer: usize) -> bool {
    let wanted = Place { mark: Mark::Leader, signer, page: 1, rect: [0.0; 4] }.field();
    fields.signed().any(|field| field.name == wanted || !is_ours(&field.name))
}

/// Whether the file was certified so that nothing may change (ISO 32000-1, 12.8.2.2).
fn forbids_changes(base: &Base<'_>) -> bool {
    let update = Update::new(base);
    let level = || {
        let permissions = update.entry(base.catalog()?, "Perms")?.as_dict().ok()?;
        let signature = update.entry(permissions, "DocMDP")?.as_dict().ok()?;
        let references = update.entry(signature, "Reference")?.as_array().ok()?;
        references.iter().take(16).find_map(|reference| {
            let reference = update.resolved(reference)?.as_dict().ok()?;
            let parameters = update.entry(reference, "TransformParams")?.as_dict().ok()?;
            update.entry(parameters, "P")?.as_i64().ok()
        })
    };
    level() == Some(1)
}
