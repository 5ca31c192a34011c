//! `baocao man`

use baocao_core::diagnostic::{Finding, Lang};
use baocao_core::{kinds, msg};
use clap::CommandFactory;
use clap_mangen::Man;

use super::args::{Args, ManArgs};
use super::{Console, Outcome, help, output};

pub(crate) fn run(args: &ManArgs, lang: Lang, console: &Console) -> Outcome {
    match write(args, lang) {
        Ok(()) => Outcome::Done,
        Err(finding) => console.fail(finding),
    }
}

fn write(args: &ManArgs, lang: Lang) -> Result<(), Finding> {
    let mut command = help::localized(Args::command(), lang);
    command.build();
    let mut pages = Vec::new();
    collect(&command, "baocao", &mut pages)?;
    let files: Vec<_> = pages.iter().map(|(name, text)| (args.folder.join(name), &text[..])).collect();
    output::write_all(&files, args.force)
}

/// The page of a command and of all below it: `baocao-form-list.1`.
fn collect(command: &clap::Command, name: &str, pages: &mut Vec<(String, Vec<u8>)>) -> Result<(), Finding> {
    pages.push((format!("{name}.1"), page(command.clone())?));
    for below in command.get_subcommands() {
        collect(below, &format!("{name}-{}", below.get_name()), pages)?;
    }
    Ok(())
}

fn page(command: clap::Command) -> Result<Vec<u8>, Finding> {
    let mut text = Vec::new();
    Man::new(command).render(&mut text).map_err(|error| {
        kinds::files::UNWRITABLE
            .finding(msg!("không viết được trang man", "the man page cannot be written"))
            .found(error.to_string())
    })?;
    Ok(text)
}
