//! One check of a document.

use baocao_core::diagnostic::{Kind, Message};
use baocao_core::msg;
use baocao_pdf::Place;
use baocao_sign::verify::{Item, Report, Signature, State};

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
    /// Whether it is one for this document: of one that carries no record of its making nothing is made again.
    pub(super) applies: bool,
}

impl Check {
    pub(super) fn of(id: &str, item: &Item) -> Self {
        let Item { state, text, kind, .. } = item.clone();
        Self { id: id.to_owned(), state, text, kind, details: Vec::new(), applies: true }
    }

    /// The check of all signatures together.
    pub(super) fn signatures(report: &Report, places: &[Place]) -> Self {
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
        // Places of the document that nobody signed yet.
        let is_signed = |place: &&Place| {
            let mut marks = report.signatures.iter();
            marks.any(|one| one.field == place.field() || one.role == Some(place.mark) && lies_over(one, place))
        };
        let open: Vec<String> = places.iter().filter(|place| !is_signed(place)).map(Place::field).collect();
        let open = (count > 0 && !open.is_empty()).then(|| {
            let list = open.join(", ");
            msg!("chỗ chưa ký: {list}", "places that are not signed: {list}")
        });
        Self { id: "signatures".to_owned(), state, text, kind, details: open.into_iter().collect(), applies: true }
    }
}

/// Whether a signature is seen where a place is.
fn lies_over(signature: &Signature, place: &Place) -> bool {
    let Some([left, bottom, right, top]) = signature.rect else { return false };
    let [a, b, c, d] = place.rect;
    signature.page == Some(place.page) && left < c && a < right && bottom < d && b < top
}

/// A state in the words of a language.
pub(super) fn state(state: State) -> Message {
    match state {
        State::Passed => msg!("đạt", "passed"),
        State::Failed => msg!("không đạt", "failed"),
        State::NotEvaluated => msg!("chưa đánh giá", "not evaluated"),
    }
}
