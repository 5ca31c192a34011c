//! The command line: arguments become calls of the library, findings become text.

mod args;
mod completions;
mod help;
mod man;
mod new;
mod output;
mod render;
mod schema;
mod templates;

use std::io::IsTerminal;
use std::process::ExitCode;

use baocao::diagnostic::{Finding, Lang, has_errors, render as render_findings, summary};
use clap::{CommandFactory, FromArgMatches};

use args::{Args, Color, Command};

/// What a command came to.
pub(crate) enum Outcome {
    /// All is well.
    Done,
    /// The input has findings that forbid a document (exit code 1).
    Refused,
    /// The program could not do its work (exit code 2).
    Failed,
}

/// How a command speaks to its user.
pub(crate) struct Console {
    pub(crate) lang: Lang,
    color: bool,
}

impl Console {
    /// One of two texts.
    pub(crate) fn say(&self, vi: &str, en: &str) {
        eprintln!("{}", if self.lang == Lang::Vi { vi } else { en });
    }

    /// Shows findings and counts them.
    pub(crate) fn show(&self, findings: &[Finding]) {
        if !findings.is_empty() {
            anstream::eprint!("{}", render_findings(findings, self.lang, self.color));
            eprintln!("{}", summary(findings, self.lang));
        }
    }

    /// Shows findings about the program's surroundings: what cannot be read or written.
    pub(crate) fn fail(&self, finding: Finding) -> Outcome {
        self.show(&[finding]);
        Outcome::Failed
    }
}

/// Runs the program.
pub(crate) fn run() -> ExitCode {
    let lang = args::lang_of(std::env::args());
    let command = help::localized(Args::command(), lang);
    let parsed = command.try_get_matches().and_then(|matches| Args::from_arg_matches(&matches));
    let args = match parsed {
        Ok(args) => args,
        Err(error) => return help::usage(&error, lang),
    };
    let color = match args.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
    };
    let console = Console { lang, color };
    let outcome = match &args.command {
        None => {
            println!("{}", help::first_steps(lang));
            Outcome::Done
        }
        Some(Command::Render(args)) => render::run(args, &console),
        Some(Command::New(args)) => new::run(args, &console),
        Some(Command::Templates(args)) => templates::run(args, &console),
        Some(Command::Schema(args)) => schema::run(args, &console),
        Some(Command::Completions(args)) => completions::run(args, lang, &console),
        Some(Command::Man(args)) => man::run(args, lang, &console),
    };
    match outcome {
        Outcome::Done => ExitCode::SUCCESS,
        Outcome::Refused => ExitCode::from(1),
        Outcome::Failed => ExitCode::from(2),
    }
}

/// Whether a list forbids a document.
pub(crate) fn outcome(findings: &[Finding]) -> Outcome {
    if has_errors(findings) { Outcome::Refused } else { Outcome::Done }
}
