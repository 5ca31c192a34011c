//! `baocao new`

use baocao_core::diagnostic::Finding;
use baocao_core::template::{Templates, sample};
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
    let templates = render::templates(args.templates.as_deref())?;
    let name = set_name(&templates, &args.level)?;
    let mut findings = Vec::new();
    let Some(text) = sample(&templates, name, &mut findings) else {
        console.show(&findings);
        return Ok(outcome(&findings));
    };
    output::write(&args.output, text.as_bytes(), args.force)?;
    if !output::is_standard(&args.output) {
        let path = args.output.display();
        let own =
            args.templates.as_ref().map(|folder| format!(" --templates {}", folder.display())).unwrap_or_default();
        console.say(
            &format!("đã viết {path} (mẫu {name}); dựng thử: baocao render {path}{own}"),
            &format!("wrote {path} (template {name}); try: baocao render {path}{own}"),
        );
    }
    Ok(Outcome::Done)
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
