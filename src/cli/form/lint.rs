//! `baocao form lint`

use std::path::Path;

use baocao::{Folder, Limits};
use baocao_core::diagnostic::{Finding, unreadable};
use baocao_core::narrative::Script;
use baocao_core::template::Templates;
use baocao_core::{kinds, msg};

use super::sets;
use crate::cli::args::FormLintArgs;
use crate::cli::{Console, Outcome};

pub(super) fn run(args: &FormLintArgs, console: &Console) -> Result<Outcome, Finding> {
    let own = Templates::of_shelf(&Folder::new(&args.dir), &prefix(&args.dir)?, Limits::default())?;
    let built_in = Templates::built_in();
    let mut findings = Vec::new();
    let known = sets(&built_in, &mut findings);
    let names = own.sets_of_files(&mut findings);
    let shared = own.files_of_families();
    if names.is_empty() && shared.is_empty() {
        findings.push(no_set(&args.dir));
    }
    let templates = built_in.under(own);
    for name in &names {
        if let Some(set) = templates.lint(name, &known, &mut findings) {
            Script::new(set).check(&mut findings);
        }
    }
    for path in &shared {
        templates.lint_family(path, &mut findings);
    }
    if !findings.is_empty() {
        console.show_all(findings);
        return Ok(Outcome::Refused);
    }
    let (count, of_families) = (names.len(), shared.len());
    let list = names.into_iter().chain(shared).collect::<Vec<_>>().join(", ");
    let (files, of_files) = match of_families {
        0 => (String::new(), String::new()),
        1 => (" và 1 tệp chung của họ báo cáo".to_owned(), " and 1 file of a family".to_owned()),
        _ => (format!(" và {of_families} tệp chung của họ báo cáo"), format!(" and {of_families} files of families")),
    };
    console.say(
        &format!("không thấy lỗi nào trong {count} bộ mẫu{files}: {list}"),
        &format!("no mistakes in {count} template set{}{of_files}: {list}", if count == 1 { "" } else { "s" }),
    );
    Ok(Outcome::Done)
}

/// Below what the files of a folder stand: the name of the set where the folder is one, nothing where it holds sets.
fn prefix(folder: &Path) -> Result<String, Finding> {
    if !["form.json", "outline.json", "sections"].iter().any(|name| folder.join(name).exists()) {
        return Ok(String::new());
    }
    let whole = folder.canonicalize().map_err(|error| unreadable(folder, &error))?;
    let name = |path: Option<&Path>| path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let parts = [name(whole.parent()), name(Some(&whole))];
    Ok(parts.into_iter().flatten().map(|part| part + "/").collect())
}

fn no_set(folder: &Path) -> Finding {
    let name = folder.display();
    kinds::templates::NO_SET
        .finding(msg!("{name} không có bộ mẫu nào", "{name} holds no template set"))
        .expected(msg!(
            "<họ>/<cấp>-<phiên bản>/form.json, outline.json, sections/*.md.hbs",
            "<family>/<level>-<version>/form.json, outline.json, sections/*.md.hbs"
        ))
        .hint(msg!("`baocao form new` viết ra một bộ mẫu", "`baocao form new` writes a set"))
}
