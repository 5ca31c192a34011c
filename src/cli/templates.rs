//! `baocao templates`

use std::path::Path;

use baocao_core::diagnostic::{Finding, Lang};
use baocao_core::template::Templates;

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
    if let Some(folder) = &args.export {
        export(&templates, folder, args.force, console)?;
        return Ok(Outcome::Done);
    }
    let mut findings = Vec::new();
    let mut text = String::new();
    for name in templates.names() {
        if let Some(set) = templates.load(name, None, &mut findings) {
            let title = if console.lang == Lang::Vi { &set.outline.title.vi } else { &set.outline.title.en };
            let derived = match (set.outline.derived, console.lang) {
                (false, _) => "",
                (true, Lang::Vi) => "; suy ra, chưa do cơ quan nào ban hành",
                (true, Lang::En) => "; derived, issued by no authority",
            };
            text.push_str(&format!("{name:<18} {title}{derived}\n"));
        }
    }
    output::print_text(&text)?;
    console.show(&findings);
    Ok(outcome(&findings))
}

/// Copies every template file: what an office wants to change it keeps, and gives back with `--templates`.
fn export(templates: &Templates, folder: &Path, force: bool, console: &Console) -> Result<(), Finding> {
    let files: Vec<_> = templates.files().map(|(path, source)| (folder.join(path), source.text.as_bytes())).collect();
    output::make_folders(files.iter().map(|(path, _)| path.as_path()))?;
    output::write_all(&files, force)?;
    let (count, name) = (files.len(), folder.display());
    console.say(&format!("đã chép {count} tệp vào {name}"), &format!("copied {count} files to {name}"));
    Ok(())
}
