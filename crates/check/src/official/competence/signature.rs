//! The lines above one signature, read for who may sign by which right.

use baocao_core::diagnostic::Message;
use baocao_core::msg;

use crate::official::authority::{Line, Right};
use crate::{Rule, Subject, Told};

/// The lines above one signature.
pub(super) struct Signature<'a> {
    pub(super) subject: &'a Subject<'a>,
    /// Which of the signatures it is, from 0.
    pub(super) index: usize,
    /// All of them.
    pub(super) lines: &'a [Line],
    /// Those above the post.
    pub(super) above: &'a [Line],
    /// The post of the one who signs.
    pub(super) post: &'a Line,
}

impl Signature<'_> {
    /// The line that names a right.
    pub(super) fn line(&self, right: Right) -> Option<&Line> {
        self.lines.iter().find(|line| line.is(right))
    }

    /// Whether somebody else signs first, and this is no member of a committee: the head of another agency who signs too.
    pub(super) fn is_of_another(&self) -> bool {
        let of_committee = |line: &Line| line.post.contains("CHU TICH") || line.post.starts_with("UY VIEN");
        self.index > 0 && !self.lines.iter().any(of_committee)
    }

    /// Tells of a line, and what should stand there.
    pub(super) fn tell(&self, rule: &Rule, line: &Line, message: Message, wanted: &str, told: &mut Told) {
        told.finding(
            rule.finding(message).at(line.place(self.subject)).found(&line.text).expected(msg!("{wanted}", "{wanted}")),
        );
    }
}

/// How long the right is written.
pub(super) fn written(line: &Line) -> usize {
    line.right.as_ref().map_or(0, |(_, written)| written.len())
}
