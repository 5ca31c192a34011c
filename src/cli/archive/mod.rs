//! `baocao archive`: issued documents, kept so that every change shows.

mod add;
mod export;
mod folder;
mod list;
mod source;
mod store;
mod verify;

use super::args::{ArchiveArgs, ArchiveCommand};
use super::{Console, Outcome};

pub(crate) fn run(args: &ArchiveArgs, console: &Console) -> Outcome {
    let result = match &args.command {
        ArchiveCommand::Add(args) => add::run(args, console),
        ArchiveCommand::Verify(args) => verify::run(args, console),
        ArchiveCommand::List(args) => list::run(args, console),
        ArchiveCommand::Show(args) => list::show(args, console),
        ArchiveCommand::Find(args) => list::find(args, console),
        ArchiveCommand::Export(args) => export::run(args, console),
    };
    result.unwrap_or_else(|findings| console.fail_all(findings))
}
