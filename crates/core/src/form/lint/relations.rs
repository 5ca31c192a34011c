//! Ids and roles that `relations.json` names: a relation of an unknown indicator never counts, and nobody would see it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::place::Places;
use crate::diagnostic::{Finding, Place, Source, nearest};
use crate::form::{Account, Relations};
use crate::report::pointer_part;
use crate::{kinds, msg};

impl Relations {
    /// Adds a warning for every indicator that no set of the family has, and for every role that its account does not
    /// declare. `known` are the indicators of all sets of the family.
    pub fn advise(&self, source: &Arc<Source>, known: &BTreeSet<String>, findings: &mut Vec<Finding>) {
        let places = Places::new(source);
        let mut indicator = |id: &str, place: &dyn Fn() -> Place| {
            if !known.contains(id) {
                findings.push(unknown_indicator(id, known).at(place()));
            }
        };
        for (index, relation) in self.relations.iter().enumerate() {
            let pointer = format!("/relations/{index}");
            indicator(&relation.whole, &|| places.at(&format!("{pointer}/whole")));
            for (part, id) in relation.parts.iter().enumerate() {
                indicator(id, &|| places.at(&format!("{pointer}/parts/{part}")));
            }
        }
        for key in self.phrases.keys() {
            for id in key.split(" + ") {
                indicator(id, &|| places.key(&format!("/phrases/{}", pointer_part(key))));
            }
        }
        for (index, account) in self.accounts.iter().enumerate() {
            roles(account, &format!("/accounts/{index}"), &places, findings);
        }
    }
}

fn roles(account: &Account, pointer: &str, places: &Places<'_>, findings: &mut Vec<Finding>) {
    for (index, identity) in account.identities.iter().enumerate() {
        let parts = identity.parts.iter().enumerate().map(|(part, role)| (format!("parts/{part}"), role));
        let named = [
            ("whole", Some(&identity.whole)),
            ("or_with", identity.or_with.as_ref()),
            ("unless", identity.unless.as_ref()),
        ];
        let named = named.into_iter().filter_map(|(field, role)| Some((field.to_owned(), role?)));
        for (field, role) in named.chain(parts).filter(|(_, role)| !account.roles.contains_key(*role)) {
            let finding = kinds::forms::UNKNOWN_ROLE
                .finding(msg!("bảng cân đối này không có vai \"{role}\"", "this account has no role \"{role}\""));
            let list = account.roles.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
            findings.push(
                finding
                    .at(places.at(&format!("{pointer}/identities/{index}/{field}")))
                    .expected(msg!("một trong: {list}", "one of: {list}")),
            );
        }
    }
}

fn unknown_indicator(id: &str, known: &BTreeSet<String>) -> Finding {
    let finding = kinds::forms::RELATION_UNKNOWN.finding(msg!(
        "không bộ mẫu nào của họ này có chỉ tiêu \"{id}\"",
        "no template set of this family has an indicator \"{id}\""
    ));
    match nearest(id, known.iter().map(String::as_str)) {
        Some(near) => finding.meant(id, near),
        None => finding.hint(msg!(
            "`baocao form show <bộ mẫu>` liệt kê các chỉ tiêu",
            "`baocao form show <set>` lists the indicators"
        )),
    }
}
