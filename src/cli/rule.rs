//! `baocao rule`

use std::path::Path;

use baocao_check::{OwnRule, Settings, families, is_mended, kind, mistakes, page, rule, unknown_kind};
use baocao_core::diagnostic::{Finding, Kind, Lang, Say, Severity};

use super::args::RuleArgs;
use super::roots::{config, nearest_file, shown};
use super::{Console, Outcome, columns, output};

pub(crate) fn run(args: &RuleArgs, console: &Console) -> Outcome {
    let settings = match settings(args) {
        Ok(settings) => settings,
        Err(findings) => return console.fail_all(findings),
    };
    let own = settings.own().rules();
    let text = match &args.id {
        _ if args.markdown => Ok(page()),
        None => Ok(list(own, console.lang)),
        Some(id) => match own.iter().find(|rule| rule.kind.id == *id) {
            Some(rule) => Ok(own_explained(rule, console.lang)),
            None => kind(id).map(|kind| explained(kind, console.lang)).ok_or_else(|| unknown_kind(id)),
        },
    };
    match text.and_then(|text| output::print(text.as_bytes())) {
        Ok(()) => Outcome::Done,
        Err(finding) => console.fail(finding),
    }
}

/// What the office says whose `baocao.toml` is named or is the nearest one.
fn settings(args: &RuleArgs) -> Result<Settings, Vec<Finding>> {
    let nearest = || nearest_file(Path::new("")).map(|path| shown(&path));
    let Some(path) = args.config.clone().or_else(nearest) else { return Ok(Settings::default()) };
    let (config, _) = config(&path, output::read)?;
    Ok(Settings::default().with_config(&config))
}

/// All rules, one a line, below the names of their families, the office's own last; then what else can be told, by subject.
fn list(own: &[OwnRule], lang: Lang) -> String {
    let rules = families().map(|family| (family.name, family.rules.iter().map(|rule| rule.kind()).collect()));
    let mistakes = mistakes().map(|(name, kinds)| (name, kinds.into_iter().copied().collect()));
    let own: Vec<Kind> = own.iter().map(|rule| rule.kind).collect();
    let own = (!own.is_empty()).then_some((Say { vi: "Quy tắc của cơ quan", en: "Rules of the office" }, own));
    let parts: Vec<(Say, Vec<Kind>)> = rules.chain(own).chain(mistakes).collect();
    let row = |kind: &Kind| {
        vec![kind.id.to_string(), severity(kind.severity, lang).to_owned(), kind.title.text(lang).to_owned()]
    };
    // Columns begin under each other in all parts.
    let rows: Vec<Vec<String>> = parts.iter().flat_map(|(_, kinds)| kinds).map(row).collect();
    let all = columns::columns(&rows, 2);
    let mut lines = all.split_inclusive('\n');
    let part = |(index, (name, kinds)): (usize, &(Say, Vec<Kind>))| {
        let gap = if index == 0 { "" } else { "\n" };
        format!("{gap}{}\n{}", name.text(lang), lines.by_ref().take(kinds.len()).collect::<String>())
    };
    parts.iter().enumerate().map(part).collect()
}

/// All that a rule of an office says of itself, with its examples.
fn own_explained(rule: &OwnRule, lang: Lang) -> String {
    let said = |vi: &'static str, en: &'static str| if lang == Lang::Vi { vi } else { en };
    let listed = |texts: &[String]| texts.iter().map(|text| indented(text)).collect::<Vec<_>>().join("\n");
    let (right, wrong) = (listed(&rule.right), listed(&rule.wrong));
    let (right_name, wrong_name) = (said("đúng", "right"), said("sai", "wrong"));
    format!("{}\n{right_name}:\n{right}\n\n{wrong_name}:\n{wrong}\n", head(rule.kind, lang))
}

/// All that a kind says of itself; of a rule, with its examples.
fn explained(kind: Kind, lang: Lang) -> String {
    let said = |vi: &'static str, en: &'static str| if lang == Lang::Vi { vi } else { en };
    let mut text = head(kind, lang);
    let Some(rule) = rule(kind.id.as_str()) else { return text };
    if is_mended(rule) {
        let mended = said("máy sửa được chỗ chắc chắn", "what is beyond doubt a machine mends");
        text.push_str(&format!("\n{mended}: baocao check --fix\n"));
    }
    let (right, wrong) = (indented(&rule.passing_example()), indented(&rule.failing_example()));
    let example = match lang {
        Lang::Vi => format!("ví dụ, thay đổi so với báo cáo mẫu của {}", rule.set),
        Lang::En => format!("examples, changes to the sample of {}", rule.set),
    };
    let (right_name, wrong_name) = (said("đúng", "right"), said("sai", "wrong"));
    text.push_str(&format!("\n{example}\n\n{right_name}:\n{right}\n\n{wrong_name}:\n{wrong}\n"));
    text
}

/// What a kind says of itself.
fn head(kind: Kind, lang: Lang) -> String {
    let said = |vi: &'static str, en: &'static str| if lang == Lang::Vi { vi } else { en };
    let (severity, title, why) = (severity(kind.severity, lang), kind.title.text(lang), kind.why.text(lang));
    let mut text = format!("{} ({severity})\n{title}\n", kind.id);
    if !why.is_empty() {
        text.push_str(&format!("\n{why}\n"));
    }
    if let Some(law) = kind.law {
        text.push_str(&format!("\n{}: {law}\n", said("căn cứ", "ground")));
    }
    text
}

fn severity(severity: Severity, lang: Lang) -> &'static str {
    match (severity, lang) {
        (Severity::Error, Lang::Vi) => "lỗi",
        (Severity::Error, Lang::En) => "error",
        (Severity::Warning, Lang::Vi) => "cảnh báo",
        (Severity::Warning, Lang::En) => "warning",
        (Severity::Note, Lang::Vi) => "lưu ý",
        (Severity::Note, Lang::En) => "note",
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}
