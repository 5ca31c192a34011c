//! `baocao completions`

use baocao_core::diagnostic::Lang;
use clap::CommandFactory;

use super::args::{Args, CompletionsArgs};
use super::{Console, Outcome, help, output};

pub(crate) fn run(args: &CompletionsArgs, lang: Lang, console: &Console) -> Outcome {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut help::localized(Args::command(), lang), "baocao", &mut text);
    match output::print(&text) {
        Ok(()) => Outcome::Done,
        Err(finding) => console.fail(finding),
    }
}
