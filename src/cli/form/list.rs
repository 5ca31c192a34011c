//! `baocao form list`

use baocao_core::diagnostic::Finding;
use baocao_core::template::indicator_table;

use super::{said, sets};
use crate::cli::args::FormListArgs;
use crate::cli::columns::{columns, short};
use crate::cli::{Console, Outcome, outcome, output, render};

/// So much of the source of a set stands on its line.
const SOURCE: usize = 72;

pub(super) fn run(args: &FormListArgs, console: &Console) -> Result<Outcome, Finding> {
    let templates = render::templates(args.templates.as_deref())?;
    let mut findings = Vec::new();
    let sets = sets(&templates, &mut findings);
    let text = if args.markdown {
        indicator_table(&sets)
    } else {
        let rows = sets.iter().map(|set| {
            let (forms, indicators) = (set.form.forms.len(), set.form.indicators().count());
            vec![
                set.name.clone(),
                format!("{forms} {}", said(console, "biểu", "forms")),
                format!("{indicators} {}", said(console, "chỉ tiêu", "indicators")),
                short(&set.form.source, SOURCE),
            ]
        });
        columns(&rows.collect::<Vec<_>>(), 0)
    };
    output::print_text(&text)?;
    console.show(&findings);
    Ok(outcome(&findings))
}
