//! `baocao templates`

use baocao::diagnostic::{Finding, Lang};

use super::args::TemplatesArgs;
use super::{Console, Outcome, outcome, output, render};

pub(crate) fn run(args: &TemplatesArgs, console: &Console) -> Outcome {
    match list(args, console) {
        Ok(outcome) => outcome,
        Err(finding) => console.fail(finding),
    }
}

fn list(args: &TemplatesArgs, console: &Console) -> Result<Outcome, Finding> {
    let templates = render::templates(args.templates.as_deref())?;
    let mut findings = Vec::new();
    let mut text = String::new();
    for name in templates.names() {
        if let Some(set) = templates.load(name, None, &mut findings) {
            let title = if console.lang == Lang::Vi { &set.outline.title.vi } else { &set.outline.title.en };
            text.push_str(&format!("{name:<18} {title}\n"));
        }
    }
    output::print(text.as_bytes())?;
    console.show(&findings);
    Ok(outcome(&findings))
}
