//! What comes of a step on the way from bytes to pages.

use baocao_core::diagnostic::Finding;

use crate::Review;

/// What came of a step: its value where nothing forbids it, and all that is to be said, value or not.
#[derive(Debug)]
#[must_use = "what is to be said of a report is in here, errors included"]
pub struct Outcome<T> {
    /// The value.
    pub value: Option<T>,
    /// What is to be said.
    pub review: Review,
}

impl<T> Outcome<T> {
    /// The outcome of a stage that adds what it has to say to a list.
    pub fn of(stage: impl FnOnce(&mut Vec<Finding>) -> Option<T>) -> Self {
        let mut review = Review::default();
        let value = stage(&mut review.findings);
        Self { value, review }
    }

    /// The same with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Outcome<U> {
        Outcome { value: self.value.map(change), review: self.review }
    }

    /// Goes on with the value; what the next step says comes after what was said.
    pub fn and_then<U>(self, next: impl FnOnce(T) -> Outcome<U>) -> Outcome<U> {
        let Self { value, mut review } = self;
        match value.map(next) {
            Some(outcome) => {
                review.append(outcome.review);
                Outcome { value: outcome.value, review }
            }
            None => Outcome { value: None, review },
        }
    }

    /// The value alone, or why there is none.
    pub fn into_result(self) -> Result<T, Review> {
        self.value.ok_or(self.review)
    }
}
