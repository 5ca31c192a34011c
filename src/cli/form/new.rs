//! `baocao form new`

use baocao_core::diagnostic::Finding;
use baocao_core::template::{copy, skeleton};
use baocao_core::{kinds, msg};

use crate::cli::args::FormNewArgs;
use crate::cli::{Console, Outcome, new, output, render};

pub(super) fn run(args: &FormNewArgs, console: &Console) -> Result<Outcome, Finding> {
    let name = args.set_name.as_str();
    if !is_name(name) {
        return Err(wrong_name(name));
    }
    output::folder(&args.into)?;
    let templates = render::templates(args.templates.as_deref())?;
    let files = match &args.like {
        Some(like) => copy(&templates, new::set_name(&templates, like)?, name),
        None if templates.names().contains(&name) => return Err(taken(name)),
        None => skeleton(name),
    };
    let files: Vec<_> = files.iter().map(|(path, text)| (args.into.join(path), text.as_bytes())).collect();
    output::make_folders(files.iter().map(|(path, _)| path.as_path()))?;
    output::write_all(&files, args.force)?;
    let (count, folder) = (files.len(), args.into.display());
    let set = args.into.join(name);
    let set = set.display();
    console.say(
        &format!(
            "đã viết {count} tệp vào {set}\n\
             kiểm tra: baocao form lint {set}\n\
             dựng thử: baocao new {name} --templates {folder} -o thu.json, rồi baocao render thu.json --templates {folder}"
        ),
        &format!(
            "wrote {count} files to {set}\n\
             check: baocao form lint {set}\n\
             try: baocao new {name} --templates {folder} -o try.json, then baocao render try.json --templates {folder}"
        ),
    );
    Ok(Outcome::Done)
}

/// `family/level-version`
fn is_name(name: &str) -> bool {
    let fine = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphanumeric())
            && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    name.split_once('/').is_some_and(|(family, set)| {
        let level_and_version =
            set.split_once('-').is_some_and(|(level, version)| !level.is_empty() && !version.is_empty());
        fine(family) && fine(set) && level_and_version && family != "layout"
    })
}

fn wrong_name(name: &str) -> Finding {
    kinds::templates::WRONG_NAME
        .finding(msg!("\"{name}\" không phải tên bộ mẫu", "\"{name}\" is not the name of a set"))
        .expected(msg!(
            "họ/cấp-phiên bản, chữ thường không dấu, ví dụ kntc/xa-2026",
            "family/level-version in lower-case letters without marks, such as kntc/xa-2026"
        ))
}

fn taken(name: &str) -> Finding {
    kinds::templates::TAKEN.finding(msg!("đã có bộ mẫu {name}", "there is a set {name} already")).hint(msg!(
        "chọn tên khác, hoặc chép bộ ấy ra để sửa: --like {name}",
        "choose another name, or copy that set to change it: --like {name}"
    ))
}
