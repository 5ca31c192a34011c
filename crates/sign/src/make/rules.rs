//! Who may sign now: the leader before the seal, each mark once, and not where a certification forbids it.

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use baocao_pdf::{Mark, Place};

use crate::fields::{Field, Fields};
use crate::update::{Base, Update};

/// The field of a place where it is there already, empty; none where it is to be added. Refused where the mark must not
/// be made now.
pub(super) fn field(base: &Base<'_>, fields: &Fields, place: &Place) -> Result<Option<Field>, Finding> {
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
    if forbids_changes(base) {
        return Err(kinds::signing::CHANGES_FORBIDDEN.finding(msg!(
            "chữ ký chứng thực trên tệp không cho ký thêm",
            "the certification of the file lets nobody sign after it"
        )));
    }
    Ok(field.cloned())
}

/// Whether the leader signed: in the field of this name, or by a tool of another name for its fields.
fn leader_signed(fields: &Fields, signer: usize) -> bool {
    let wanted = Place { mark: Mark::Leader, signer, page: 1, rect: [0.0; 4] }.field();
    let is_ours = |name: &str| {
        let mark = name.split_once('-').map_or(name, |(mark, _)| mark);
        mark.parse::<Mark>().is_ok()
    };
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
