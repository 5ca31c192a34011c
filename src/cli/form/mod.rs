//! `baocao form`: the library of forms.

mod diff;
mod export;
mod lint;
mod list;
mod new;
mod show;

use baocao_core::diagnostic::{Finding, Lang, Message};
use baocao_core::template::{TemplateSet, Templates};

use super::args::{FormArgs, FormCommand};
use super::{Console, Outcome};

pub(crate) fn run(args: &FormArgs, console: &Console) -> Outcome {
    let result = match &args.command {
        FormCommand::List(args) => list::run(args, console),
        FormCommand::Show(args) => show::run(args, console),
        FormCommand::Diff(args) => diff::run(args, console),
        FormCommand::Lint(args) => lint::run(args, console),
        FormCommand::New(args) => new::run(args, console),
        FormCommand::Export(args) => export::run(args, console),
    };
    result.unwrap_or_else(|finding| console.fail(finding))
}

/// All sets that can be read.
fn sets(templates: &Templates, findings: &mut Vec<Finding>) -> Vec<TemplateSet> {
    templates.names().into_iter().filter_map(|name| templates.load(name, None, findings)).collect()
}

/// One of two texts.
fn said<'a>(console: &Console, vi: &'a str, en: &'a str) -> &'a str {
    if console.lang == Lang::Vi { vi } else { en }
}

/// A message in the language of the user.
fn told(console: &Console, message: &Message) -> String {
    message.text(console.lang).to_owned()
}
