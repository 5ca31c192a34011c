//! One check of a document.

use baocao_core::diagnostic::{Kind, Message};
use baocao_core::msg;
use baocao_sign::verify::{Item, Report, State};

/// One check of a document: what was looked at, how it ended, what was found.
#[derive(Debug)]
pub(super) struct Check {
    /// Its name in files, such as `file` or `signature-1/digest`.
    pub(super) id: String,
    pub(super) state: State,
    pub(super) text: Message,
    /// What is explained by `baocao rule`.
    pub(super) kind: Option<&'static Kind>,
    /// What was found besides, one line each.
    pub(super) details: Vec<Message>,
}

impl Check {
    pub(super) fn of(id: &str, item: &Item) -> Self {
        let Item { state, text, kind, .. } = item.clone();
        Self { id: id.to_owned(), state, text, kind, details: Vec::new() }
    }

    /// The check of all signatures together.
    pub(super) fn signatures(report: &Report) -> Self {
        let count = report.signatures.len();
        let is = |state| report.signatures.iter().filter(|signature| signature.state() == state).count();
        let (failed, open) = (is(State::Failed), is(State::NotEvaluated));
        let (state, text) = if let Some(unseen) = &report.unseen {
            (State::Failed, unseen.text.clone())
        } else if count == 0 {
            (State::NotEvaluated, msg!("văn bản không có chữ ký số", "the document has no signatures"))
        } else if failed > 0 {
            (State::Failed, msg!("{failed} trong {count} chữ ký không đạt", "{failed} of {count} signatures failed"))
        } else if open > 0 {
            let text = msg!(
                "{count} chữ ký, không chữ ký nào sai; {open} chữ ký có phần chưa đánh giá",
                "{count} signatures, none of them wrong; of {open} a part was not evaluated"
            );
            (State::NotEvaluated, text)
        } else {
            (State::Passed, msg!("cả {count} chữ ký đạt", "all of {count} signatures passed"))
        };
        let kind = report.unseen.as_ref().and_then(|unseen| unseen.kind);
        Self { id: "signatures".to_owned(), state, text, kind, details: Vec::new() }
    }
}

/// A state in the words of a language.
pub(super) fn state(state: State) -> Message {
    match state {
        State::Passed => msg!("đạt", "passed"),
        State::Failed => msg!("không đạt", "failed"),
        State::NotEvaluated => msg!("chưa đánh giá", "not evaluated"),
    }
}
