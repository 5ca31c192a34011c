//! The command line: arguments become calls of the library, findings become text.

mod aggregate;
mod archive;
mod args;
mod batch;
mod check;
mod clock;
mod columns;
mod completions;
mod copy;
mod diff;
mod explain;
mod extract;
mod form;
mod help;
mod import;
mod isolated;
mod maker;
mod man;
mod new;
mod output;
mod places;
mod render;
mod rule;
mod schema;
mod settings;
mod shown;
mod sign;
mod supervised;
mod templates;
mod threads;
mod units;
mod usage;
mod verify;
mod watch;
mod worker;

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use baocao::roots;
use baocao_core::diagnostic::{
    Finding, Lang, Look, has_errors, is_caught, render as render_findings, render_all, summary, visible_lines,
};
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};
use terminal_size::{Height, Width, terminal_size_of};

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
    /// Whether what is written to standard error is coloured.
    pub(crate) color: bool,
    /// Whether those on standard output are.
    pub(crate) color_output: bool,
    /// How wide the terminal is that standard error and standard output are shown on.
    widths: [Option<usize>; 2],
}

impl Console {
    /// How findings on standard error are shown.
    pub(crate) fn look(&self) -> Look {
        Look { color: self.color, width: self.widths[0] }
    }

    /// How findings on standard output are shown.
    pub(crate) fn look_output(&self) -> Look {
        Look { color: self.color_output, width: self.widths[1] }
    }

    /// One of two texts. What is in them of names and values cannot do anything to a terminal.
    pub(crate) fn say(&self, vi: &str, en: &str) {
        tell(&visible_lines(if self.lang == Lang::Vi { vi } else { en }));
    }

    /// Writes a text to standard error as it is.
    pub(crate) fn write(&self, text: &str) {
        let _ = std::io::stderr().write_all(text.as_bytes());
    }

    /// Shows findings and counts them.
    pub(crate) fn show(&self, findings: &[Finding]) {
        if !findings.is_empty() {
            tell(&format!("{}{}", render_findings(findings, self.lang, self.look()), summary(findings, self.lang)));
        }
    }

    /// Shows some findings, a text about the others, and counts all.
    pub(crate) fn show_under(&self, some: &[Finding], text: &str, all: &[Finding]) {
        tell(&format!("{}{text}\n{}", render_findings(some, self.lang, self.look()), summary(all, self.lang)));
    }

    /// Shows all findings, however many there are, and counts them.
    pub(crate) fn show_all(&self, mut findings: Vec<Finding>) {
        findings.sort_by(Finding::by_place);
        tell(&format!("{}{}", render_all(&findings, self.lang, self.look()), summary(&findings, self.lang)));
    }

    /// Shows all that forbids the program its work.
    pub(crate) fn fail_all(&self, findings: Vec<Finding>) -> Outcome {
        self.show_all(findings);
        Outcome::Failed
    }

    /// Shows findings about the program's surroundings: what cannot be read or written.
    pub(crate) fn fail(&self, finding: Finding) -> Outcome {
        self.show(&[finding]);
        Outcome::Failed
    }
}

/// Writes a line to standard error. Where that cannot be written there is nobody to tell; the exit code remains.
fn tell(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Runs the program.
pub(crate) fn run() -> ExitCode {
    baocao_process::survive_limit_of_files();
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !is_caught() {
            tell(panic);
        }
    }));
    let lang = args::lang_of(std::env::args_os());
    let command = help::localized(Args::command(), lang);
    let parsed = command
        .try_get_matches_from(help::asked(std::env::args_os()))
        .and_then(|matches| Args::from_arg_matches(&matches));
    let color = |terminal: bool| match parsed.as_ref().map_or(Color::Auto, |args| args.color) {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => terminal && std::env::var_os("NO_COLOR").is_none() && !is_dumb(),
    };
    let (error, output) = (color(std::io::stderr().is_terminal()), color(std::io::stdout().is_terminal()));
    let width = |size: Option<(Width, Height)>| size.map(|(width, _)| usize::from(width.0));
    let widths = [width(terminal_size_of(std::io::stderr())), width(terminal_size_of(std::io::stdout()))];
    let console = Console { lang, color: error, color_output: output, widths };
    let args = match parsed {
        Ok(args) => args,
        Err(error) if is_asked_for(error.kind()) => {
            return code(print(help::text(&error, lang).as_bytes(), &console));
        }
        Err(error) => return code(console.fail(usage::finding(&error))),
    };
    let laid_out = match &args.command {
        Some(Command::Render(args)) if !args.watch => args.office.templates.as_deref(),
        Some(Command::Copy(args)) => args.office.templates.as_deref(),
        Some(Command::Verify(args)) => args.against.templates.as_deref(),
        _ => None,
    };
    if let Some(outcome) = supervised::run(laid_out, &console) {
        return code(outcome);
    }
    threads::start();
    let outcome = match &args.command {
        None => print(help::first_steps(lang).as_bytes(), &console),
        Some(Command::Render(args)) => render::run(args, &console),
        Some(Command::Check(args)) => check::run(args, &console),
        Some(Command::Copy(args)) => copy::run(args, &console),
        Some(Command::Extract(args)) => extract::run(args, &console),
        Some(Command::Places(args)) => places::run(args, &console),
        Some(Command::Rule(args)) => rule::run(args, &console),
        Some(Command::Explain(args)) => explain::run(args, &console),
        Some(Command::Import(args)) => import::run(args, &console),
        Some(Command::Aggregate(args)) => aggregate::run(args, &console),
        Some(Command::Archive(args)) => archive::run(args, &console),
        Some(Command::Diff(args)) => diff::run(args, &console),
        Some(Command::Verify(args)) => verify::run(args, &console),
        Some(Command::Map(args)) => import::run_map(args, &console),
        Some(Command::New(args)) => new::run(args, &console),
        Some(Command::Units(args)) => units::run(args, &console),
        Some(Command::Batch(args)) => batch::run(args, &console),
        Some(Command::Worker(args)) => worker::run(args, &console),
        Some(Command::Sign(args)) => sign::run(args, &console),
        Some(Command::Issue(args)) => sign::run_issue(args, &console),
        Some(Command::Prepare(args)) => sign::run_prepare(args, &console),
        Some(Command::Finish(args)) => sign::run_finish(args, &console),
        Some(Command::Templates(args)) => templates::run(args, &console),
        Some(Command::Form(args)) => form::run(args, &console),
        Some(Command::Schema(args)) => schema::run(args, &console),
        Some(Command::Completions(args)) => completions::run(args, lang, &console),
        Some(Command::Man(args)) => man::run(args, lang, &console),
    };
    code(outcome)
}

/// A terminal that shows no colours.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// Whether clap has help or the version to show; a command with commands below it shows its help on its own.
fn is_asked_for(kind: ErrorKind) -> bool {
    use ErrorKind::{DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion};
    matches!(kind, DisplayHelp | DisplayVersion | DisplayHelpOnMissingArgumentOrSubcommand)
}

fn print(text: &[u8], console: &Console) -> Outcome {
    match output::print(text) {
        Ok(()) => Outcome::Done,
        Err(finding) => console.fail(finding),
    }
}

fn code(outcome: Outcome) -> ExitCode {
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
