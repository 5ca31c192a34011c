//! `baocao rule`

use baocao::check::{Family, Rule, families, page, rule, unknown_rule};
use baocao::diagnostic::{Lang, Severity};

use super::args::RuleArgs;
use super::{Console, Outcome, columns, output};

pub(crate) fn run(args: &RuleArgs, console: &Console) -> Outcome {
    let text = match &args.id {
        _ if args.markdown => Ok(page()),
        None => Ok(list(console.lang)),
        Some(id) => rule(id).map(|rule| explained(rule, console.lang)).ok_or_else(|| unknown_rule(id)),
    };
    match text.and_then(|text| output::print(text.as_bytes())) {
        Ok(()) => Outcome::Done,
        Err(finding) => console.fail(finding),
    }
}

/// All rules, one a line, below the names of their families.
fn list(lang: Lang) -> String {
    let row =
        |rule: &&Rule| vec![rule.id.to_owned(), severity(rule, lang).to_owned(), rule.title.text(lang).to_owned()];
    // Columns begin under each other in all families.
    let rows: Vec<Vec<String>> = families().flat_map(|family| family.rules).map(row).collect();
    let all = columns::columns(&rows, 2);
    let mut lines = all.split_inclusive('\n');
    let part = |(index, family): (usize, &Family)| {
        let name = family.name.text(lang);
        let gap = if index == 0 { "" } else { "\n" };
        format!("{gap}{name}\n{}", lines.by_ref().take(family.rules.len()).collect::<String>())
    };
    families().enumerate().map(part).collect()
}

/// All that a rule says of itself.
fn explained(rule: &Rule, lang: Lang) -> String {
    let said = |vi: &'static str, en: &'static str| if lang == Lang::Vi { vi } else { en };
    let (id, severity, title, why) = (rule.id, severity(rule, lang), rule.title.text(lang), rule.why.text(lang));
    let mut text = format!("{id} ({severity})\n{title}\n\n{why}\n");
    if let Some(law) = rule.law {
        text.push_str(&format!("\n{}: {law}\n", said("căn cứ", "ground")));
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

fn severity(rule: &Rule, lang: Lang) -> &'static str {
    match (rule.severity, lang) {
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
