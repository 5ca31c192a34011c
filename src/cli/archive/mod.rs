//! `baocao archive`: issued documents, kept so that every change shows.

mod add;
mod export;
mod folder;
mod list;
mod source;
mod store;
mod verify;

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use chrono::NaiveDate;

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

/// A day that an option names.
fn day(option: &str, text: Option<&str>) -> Result<Option<NaiveDate>, Vec<Finding>> {
    text.map(|text| {
        text.parse().map_err(|_| {
            let finding = kinds::settings::WRONG_CALL
                .finding(msg!("{option} không phải một ngày", "{option} is no day"))
                .found(text)
                .expected(msg!("năm-tháng-ngày, ví dụ 2026-09-16", "year-month-day, such as 2026-09-16"));
            vec![finding]
        })
    })
    .transpose()
}
