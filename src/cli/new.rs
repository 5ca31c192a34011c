//! `baocao new`

use baocao_core::diagnostic::Finding;
use baocao_core::report::{Period, PeriodKind};
use baocao_core::template::{TemplateSet, Templates, blank, sample};
use baocao_core::{kinds, msg};

use super::args::NewArgs;
use super::{Console, Outcome, outcome, output, render};

pub(crate) fn run(args: &NewArgs, console: &Console) -> Outcome {
    match write(args, console) {
        Ok(outcome) => outcome,
        Err(finding) => console.fail(finding),
    }
}

fn write(args: &NewArgs, console: &Console) -> Result<Outcome, Finding> {
    output::ending(&args.output, &["json"])?;
    let templates = render::templates(args.templates.as_deref())?;
    let name = set_name(&templates, &args.level)?;
    let mut findings = Vec::new();
    let Some(set) = templates.load(name, None, &mut findings) else {
        console.show(&findings);
        return Ok(outcome(&findings));
    };
    let text = match period(args) {
        Some(period) => Some(blank(&set, &period, args.organ.as_deref())),
        None => sample(&templates, name, &mut findings),
    };
    let Some(text) = text else {
        console.show(&findings);
        return Ok(outcome(&findings));
    };
    output::write(&args.output, text.as_bytes(), args.force)?;
    if !output::is_standard(&args.output) {
        let path = args.output.display();
        let own =
            args.templates.as_ref().map(|folder| format!(" --templates {}", folder.display())).unwrap_or_default();
        let command = if args.blank { "check" } else { "render" };
        console.say(
            &format!("đã viết {path} (mẫu {name}); dựng thử: baocao {command} {path}{own}"),
            &format!("wrote {path} (template {name}); try: baocao {command} {path}{own}"),
        );
    }
    if args.organ.is_some() {
        tell_organ(&text, console);
    }
    tell_set(&set, &args.level, console);
    Ok(Outcome::Done)
}

/// Says what was taken from the name of an organ alone: its office knows better.
fn tell_organ(report: &str, console: &Console) {
    let Ok(report) = serde_json::from_str::<serde_json::Value>(report) else { return };
    let document = &report["document"];
    let said = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let (symbol, place) = (said(&document["code_notation"]), said(&document["promulgation"]["place"]));
    let head = said(&document["signers"][0]["position"]);
    console.say(
        &format!("suy từ tên cơ quan, cần xem lại: ký hiệu {symbol}, địa danh \"{place}\", người ký \"{head}\""),
        &format!(
            "taken from the name of the agency, to be looked at: symbol {symbol}, place \"{place}\", signer \"{head}\""
        ),
    );
}

/// Says what a newcomer may not know of the set: which one a level means, that no authority issued it.
fn tell_set(set: &TemplateSet, level: &str, console: &Console) {
    let (name, title) = (&set.name, &set.outline.title);
    if level != name && name.rsplit('/').next() != Some(level) {
        console.say(
            &format!("{name} là bộ mẫu mới nhất của \"{level}\": {}", title.vi),
            &format!("{name} is the newest set of \"{level}\": {}", title.en),
        );
    }
    if set.outline.derived {
        console.say(
            &format!("{name} là bộ mẫu suy ra, không phải biểu mẫu do cơ quan có thẩm quyền ban hành"),
            &format!("{name} is derived: no authority issued its forms"),
        );
    }
}

/// The period of a blank report, where one is wanted.
fn period(args: &NewArgs) -> Option<Period> {
    let year = args.year.filter(|_| args.blank)?;
    let (kind, number) = match (args.month, args.quarter, args.half) {
        (Some(month), ..) => (PeriodKind::Month, month),
        (_, Some(quarter), _) => (PeriodKind::Quarter, quarter),
        (.., Some(half)) => (PeriodKind::Half, half),
        _ if args.nine_months => (PeriodKind::NineMonths, 1),
        _ => (PeriodKind::Year, 1),
    };
    Period::of(kind, year, number)
}

/// The template set that a level or a name means.
pub(crate) fn set_name<'a>(templates: &'a Templates, level: &str) -> Result<&'a str, Finding> {
    templates.newest(level).ok_or_else(|| {
        let list = templates.names().join(", ");
        kinds::templates::UNKNOWN_SET
            .finding(msg!("không có cấp hoặc bộ mẫu \"{level}\"", "there is no level or template set \"{level}\""))
            .expected(msg!("một trong: {list}", "one of: {list}"))
    })
}
