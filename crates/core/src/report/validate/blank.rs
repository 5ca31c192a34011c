//! Texts that hold nothing but space, where something must be printed.

use crate::diagnostic::Finding;
use crate::report::{Input, Report, Text};
use crate::{kinds, msg};

/// What is not printed or found again where it is blank.
const NAMES: [&str; 3] = ["id", "mark", "heading"];

/// What may be blank in a table: a heading over a column that needs none, the label of a row.
const TITLES: [&str; 2] = ["title", "label"];

/// Adds a finding for each blank id, mark, title and label, wherever it stands.
fn names(input: &Input, findings: &mut Vec<Finding>) {
    for (pointer, _) in input.strings().iter().filter(|(_, text)| text.trim().is_empty()) {
        let Some(field) = pointer.rsplit('/').next().filter(|_| !pointer.starts_with("/document/")) else { continue };
        let kind = kinds::input::EMPTY;
        let message = msg!("\"{field}\" không được để trống", "\"{field}\" must not be empty");
        let finding = match (NAMES.contains(&field), TITLES.contains(&field)) {
            (true, _) => kind.finding(message),
            (_, true) if pointer.starts_with("/tables/") => kind.warning(message),
            (_, true) => kind.finding(message),
            _ => continue,
        };
        finding
            .at(input.place(pointer))
            .hint(msg!("điền nội dung, hoặc bỏ hẳn dòng này", "fill it in, or take it out"))
            .add_to(findings);
    }
}

/// Adds a finding for each text of the document that is blank. Those that may be left out are looked at where they are
/// given.
pub(super) fn check(report: &Report, input: &Input, findings: &mut Vec<Finding>) {
    let document = &report.document;
    let organ = &document.organ;
    let one = |name: &str, text: &Text| (format!("/document/{name}"), text.clone());
    let list = |name: &str, texts: &[Text]| -> Vec<(String, Text)> {
        texts.iter().enumerate().map(|(index, text)| (format!("/document/{name}/{index}"), text.clone())).collect()
    };
    let mut texts = vec![
        one("code_notation", &document.code_notation),
        one("organ/organ_name", &organ.organ_name),
        one("organ/short_name", &organ.short_name),
        one("promulgation/place", &document.promulgation.place),
    ];
    let optional = [
        ("type_name", &document.type_name),
        ("authority", &document.authority),
        ("organ/parent_name", &organ.parent_name),
        ("organ/parent_short_name", &organ.parent_short_name),
    ];
    texts.extend(optional.into_iter().filter_map(|(name, text)| Some(one(name, text.as_ref()?))));
    // Whether there must be one is the set's to say.
    texts.extend(input.has("/document/subject").then(|| one("subject", &document.subject)));
    if let Some(confirmation) = &document.confirmation {
        texts.push(one("confirmation/words", &confirmation.words));
        texts.extend(confirmation.full_name.iter().map(|name| one("confirmation/full_name", name)));
    }
    texts.extend(list("to", &document.to));
    texts.extend(list("grounds", &document.grounds));
    texts.extend(list("recipients", &document.recipients));
    for (index, signer) in document.signers.iter().enumerate() {
        texts.push(one(&format!("signers/{index}/position"), &signer.position));
        texts.extend(signer.full_name.iter().map(|name| one(&format!("signers/{index}/full_name"), name)));
        texts.extend(list(&format!("signers/{index}/competence"), &signer.competence));
    }
    names(input, findings);
    for (pointer, _) in texts.iter().filter(|(_, text)| text.trim().is_empty()) {
        findings.push(
            kinds::input::EMPTY
                .finding(msg!("giá trị này không được để trống", "this value must not be empty"))
                .at(input.place(pointer))
                .hint(msg!("điền nội dung, hoặc bỏ hẳn dòng này", "fill it in, or take it out")),
        );
    }
}
