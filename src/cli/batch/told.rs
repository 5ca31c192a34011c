//! What a run tells while it goes on: a bar on a terminal, otherwise a line now and then; and what is wrong with a document as
//! soon as it is known.

use std::fmt::Write;
use std::io::IsTerminal;
use std::sync::Mutex;

use baocao_batch::{Counts, Done, Place, Status, Told};
use baocao_core::diagnostic::{Lang, visible_lines};
use baocao_core::report::Level;
use indicatif::{ProgressBar, ProgressState, ProgressStyle};

use crate::cli::Console;
use crate::cli::maker::lock;

/// Errors of one document that are told at once; the others are counted.
const MOST_ERRORS: usize = 3;

/// How often a line says how far a run is where there is no bar: so many times in all.
const LINES: usize = 10;

/// Documents a second.
fn rate(state: &ProgressState, text: &mut dyn Write) {
    let _ = write!(text, "{:.1}/s", state.per_sec());
}

/// Tells of a run.
pub(super) struct Teller<'a> {
    console: &'a Console,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    bar: Option<ProgressBar>,
    total: usize,
    done: usize,
    counts: Counts,
    bad: usize,
}

impl<'a> Teller<'a> {
    /// Tells a console.
    pub(super) fn new(console: &'a Console) -> Self {
        Self { console, state: Mutex::default() }
    }

    fn said<'t>(&self, vi: &'t str, en: &'t str) -> &'t str {
        if self.console.lang == Lang::Vi { vi } else { en }
    }

    /// A run begins, some of whose documents are there already.
    pub(super) fn begin(&self, total: usize, kept: usize) {
        let mut state = lock(&self.state);
        (state.total, state.done) = (total, kept);
        if kept > 0 {
            self.console.say(
                &format!("{kept}/{total} văn bản đã có từ lần chạy trước"),
                &format!("{kept} of {total} documents are there from an earlier run"),
            );
        }
        if std::io::stderr().is_terminal() && total > kept {
            let bar = ProgressBar::new(total as u64).with_position(kept as u64);
            let left = self.said("còn", "left");
            let template = format!("{{wide_bar}} {{pos}}/{{len}}  {{rate}}  {left} {{eta}}  {{msg}}");
            if let Ok(style) = ProgressStyle::with_template(&template) {
                bar.set_style(style.with_key("rate", rate));
            }
            state.bar = Some(bar);
        }
    }

    /// One more document is done.
    pub(super) fn done(&self, done: &Done, name: &str) {
        let review = done.told();
        let mut state = lock(&self.state);
        state.done += 1;
        state.counts.add(review.counts);
        if done.status != Status::Made {
            state.bad += 1;
            let text = self.errors(done, name, &review.findings);
            match &state.bar {
                Some(bar) => bar.suspend(|| self.console.write(&text)),
                None => self.console.write(&text),
            }
        }
        let State { done, total, bad, counts, .. } = *state;
        let Counts { errors, warnings, .. } = counts;
        let counted = match self.console.lang {
            Lang::Vi => format!("{bad} không dựng, {errors} lỗi, {warnings} cảnh báo"),
            Lang::En => format!("{bad} not made, {errors} errors, {warnings} warnings"),
        };
        match &state.bar {
            Some(bar) => {
                bar.set_message(counted);
                bar.inc(1);
            }
            None if done < total && done * LINES / total > (done - 1) * LINES / total => {
                self.console.write(&format!("{done}/{total}: {counted}\n"));
            }
            None => {}
        }
    }

    /// Why a document was not made.
    fn errors(&self, done: &Done, name: &str, findings: &[Told]) -> String {
        let said = match done.status {
            Status::Failed => self.said("không làm được", "failed"),
            _ => self.said("bị từ chối", "refused"),
        };
        let mut text = format!("{name}: {said}\n");
        // With --strict warnings forbid the document too.
        let of = |level: Level| findings.iter().filter(move |told| told.severity == level);
        let gravest = if of(Level::Error).next().is_some() { Level::Error } else { Level::Warning };
        let errors: Vec<&Told> = of(gravest).collect();
        for told in errors.iter().take(MOST_ERRORS) {
            let place = told.place.as_ref().map(|Place { file, line, column }| format!(" ({file}:{line}:{column})"));
            let message = told.message.text(self.console.lang);
            let found = told.found.as_ref().filter(|found| !found.is_empty()).map(|found| format!(": {found}"));
            let (place, found) = (place.unwrap_or_default(), found.unwrap_or_default());
            text.push_str(&format!("  {}: {message}{found}{place}\n", told.id));
            let more = [(self.said("cần", "expected"), &told.expected), (self.said("cách sửa", "help"), &told.hint)];
            for (label, more) in more.into_iter().filter_map(|(label, more)| Some((label, more.as_ref()?))) {
                text.push_str(&format!("    {label}: {}\n", more.text(self.console.lang)));
            }
        }
        let more = errors.len().saturating_sub(MOST_ERRORS);
        if more > 0 {
            text.push_str(&match self.console.lang {
                Lang::Vi => format!("  ... và {more} mục nữa\n"),
                Lang::En => format!("  ... and {more} more\n"),
            });
        }
        visible_lines(&text)
    }

    /// The run is at its end.
    pub(super) fn end(&self) {
        if let Some(bar) = lock(&self.state).bar.take() {
            bar.finish_and_clear();
        }
    }
}
