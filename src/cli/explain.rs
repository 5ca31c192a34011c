//! `baocao explain`

use baocao_check::Settings;
use baocao_check::explain::{Explained, account_json, account_text, lines_json, lines_text, units_text};
use baocao_core::diagnostic::{Finding, Severity};
use baocao_core::{kinds, msg};

use super::args::{ExplainArgs, TextFormat};
use super::roots::{Roots, folder};
use super::settings::AllSettings;
use super::{Console, Outcome, output, render};

pub(crate) fn run(args: &ExplainArgs, console: &Console) -> Outcome {
    let folder = folder(&args.report);
    match AllSettings::new(&args.settings).and_then(|mut all| all.of_folder(folder)) {
        Ok(setting) => explain(args, &setting.settings, console).unwrap_or_else(|finding| console.fail(finding)),
        Err(findings) => console.fail_all(findings),
    }
}

fn explain(args: &ExplainArgs, settings: &Settings, console: &Console) -> Result<Outcome, Finding> {
    let office = render::office(&args.office)?;
    let bytes = output::read(&args.report, office.limits().report_bytes)?;
    let stand = Roots::new(args.office.root.as_deref())?.of(&args.report)?;
    let name = args.report.display().to_string();
    // The list only counts places: that needs no pages.
    let pages = args.indicator.is_some() && !args.parts;
    let explained = match office.explain(stand.report(&name, bytes), settings, pages).into_result() {
        Ok(explained) => explained,
        Err(review) => {
            console.show(&review.findings);
            return Ok(Outcome::Refused);
        }
    };
    let text = match (&args.indicator, args.text_format) {
        (Some(id), format) => {
            let account = explained.account(id).ok_or_else(|| unknown(id, &explained))?;
            match format {
                _ if args.parts => units_text(&account, console.lang).ok_or_else(|| not_rolled(id))?,
                TextFormat::Text => account_text(&account, console.lang),
                TextFormat::Json => format!("{:#}\n", account_json(&account, console.lang)),
            }
        }
        (None, TextFormat::Text) => lines_text(&explained.lines(), console.lang),
        (None, TextFormat::Json) => format!("{:#}\n", lines_json(&explained.lines())),
    };
    output::print_in(args.text_format, &text)?;
    if explained.printed.is_none() {
        // Why there is no document, and so no place where figures are printed.
        let errors = explained.findings.into_iter().filter(|finding| finding.severity == Severity::Error);
        console.show(&errors.collect::<Vec<_>>());
    }
    Ok(Outcome::Done)
}

fn not_rolled(id: &str) -> Finding {
    kinds::sources::NO_UNITS
        .finding(msg!("\"{id}\" không phải số liệu tổng hợp từ các đơn vị", "\"{id}\" was not rolled up from units"))
        .hint(msg!("bỏ --parts để xem số liệu ấy từ đâu ra", "leave out --parts to see where it came from"))
}

fn unknown(id: &str, explained: &Explained) -> Finding {
    let set = explained.script.set();
    let name = &set.name;
    let finding = kinds::figures::UNKNOWN_INDICATOR
        .finding(msg!("bộ mẫu {name} không có chỉ tiêu \"{id}\"", "{name} has no indicator \"{id}\""));
    match baocao_core::diagnostic::nearest(id, set.form.indicators().map(|(id, _)| id)) {
        Some(near) => finding.meant(id, near),
        None => {
            let report = &explained.input.source.name;
            finding.hint(msg!(
                "`baocao explain {report}` liệt kê mọi chỉ tiêu của báo cáo",
                "`baocao explain {report}` lists all indicators of the report"
            ))
        }
    }
}
