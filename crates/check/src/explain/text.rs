//! Accounts as text for the terminal.

use baocao_core::diagnostic::{Finding, Lang, Place, Severity};
use baocao_core::form::Value;
use baocao_core::markdown::plain_label;

use super::account::place_for;
use super::relations::sign;
use super::units::{self, Units};
use super::{Account, Held, Line, Mention, Origin, Printed, Where, Working};

/// The text of an account.
pub fn account_text(account: &Account<'_>, lang: Lang) -> String {
    let say = Say(lang);
    let mut out = format!("{}\n  {}\n\n", account.id, plain_label(&account.row.label));
    out.push_str(&fields(&facts(account, say)));
    if let Some(working) = &account.working {
        out.push_str(&format!("\n{}\n", say.of("công thức", "formula")));
        formula(working, "  ", say, &mut out);
    }
    if let Some(units) = &account.units {
        out.push_str(&format!("\n{}\n{}", units_title(units, say), units_lines(units, false, say)));
    }
    section(&mut out, say.of("quan hệ", "relations"), account.relations.iter().map(|held| relation(held, say)));
    section(
        &mut out,
        say.of("phát hiện", "findings"),
        account.findings.iter().map(|one| finding(one, account.id, say)),
    );
    match &account.printed {
        None => out.push_str(&format!(
            "\n{}\n  {}\n",
            say.of("nơi in", "printed"),
            say.of(
                "chưa biết: báo cáo còn lỗi nên văn bản chưa dựng được",
                "not known: the report has errors, there is no document yet"
            )
        )),
        Some(places) if places.is_empty() => {
            out.push_str(&format!("\n{}\n  {}\n", say.of("nơi in", "printed"), say.of("không in ở đâu", "nowhere")))
        }
        Some(places) => section(&mut out, say.of("nơi in", "printed"), places.iter().map(|one| place_line(one, say))),
    }
    let mentions = account.mentions.iter().map(|one| mention(one, say));
    section(&mut out, say.of("lời văn tự ghi có nêu", "named in own text"), mentions);
    out
}

/// What each unit has of a figure that was rolled up, all units; nothing where it was not.
pub fn units_text(account: &Account<'_>, lang: Lang) -> Option<String> {
    let (say, units) = (Say(lang), account.units.as_ref()?);
    let value = shown(account.value, say);
    Some(format!("{} = {value}\n{}\n{}", account.id, units_title(units, say), units_lines(units, true, say)))
}

/// `phần của từng đơn vị: cộng lại 20 báo cáo; số đã ghi khớp`
fn units_title(units: &Units<'_>, say: Say) -> String {
    let (count, how) = (units.rolled.units.len(), units.rolled.rule.words());
    let how = how.text(say.0);
    let agrees = match units.agrees {
        true => say.of("số đã ghi khớp", "the given value agrees"),
        false => say.of("số đã ghi không khớp", "the given value does not agree"),
    };
    let why = units.rolled.rule.stated.map(|rule| format!("; {}", rule.why)).unwrap_or_default();
    match say.0 {
        Lang::Vi => format!("phần của {count} đơn vị ({how}; {agrees}{why})"),
        Lang::En => format!("what {count} units have of it ({how}; {agrees}{why})"),
    }
}

fn units_lines(units: &Units<'_>, all: bool, say: Say) -> String {
    let lines = units.lines(all);
    let rows: Vec<[String; 3]> = lines
        .into_iter()
        .map(|line| match line {
            units::Line::Unit { name, part, file } => {
                let part = if part.is_empty() { say.of("không có", "none").to_owned() } else { part };
                [name.to_owned(), part, file.to_owned()]
            }
            units::Line::Others { count, sum } => {
                let name = match say.0 {
                    Lang::Vi => format!("… {count} đơn vị khác"),
                    Lang::En => format!("… {count} other units"),
                };
                let all = say.of("(mọi đơn vị: --parts)", "(all units: --parts)");
                [name, sum.unwrap_or_default(), all.to_owned()]
            }
        })
        .collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (a, b) = (width(0), width(1));
    rows.iter().map(|[name, part, file]| format!("  {name:<a$}  {part:>b$}  {file}\n")).collect()
}

/// All indicators, one a line: id, value, where the value came from, in how many places it is printed.
pub fn lines_text(lines: &[Line<'_>], lang: Lang) -> String {
    let say = Say(lang);
    let head = [
        say.of("chỉ tiêu", "indicator"),
        say.of("giá trị", "value"),
        say.of("nguồn", "source"),
        say.of("số nơi in", "places"),
        say.of("lời văn nêu", "in own text"),
    ];
    let mut rows = vec![head.map(str::to_owned)];
    rows.extend(lines.iter().map(|line| {
        let places = line.places.map_or("?".to_owned(), |places| places.to_string());
        let mentions = if line.mentions == 0 { String::new() } else { line.mentions.to_string() };
        [line.id.to_owned(), line.value.replace('\n', " "), source(&line.origin, say), places, mentions]
    }));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (a, b, c, d) = (width(0), width(1), width(2), width(3));
    let line = |row: &[String; 5]| {
        let [id, value, source, places, mentions] = row;
        let line = format!("{id:<a$}  {value:>b$}  {source:<c$}  {places:<d$}  {mentions}");
        format!("{}\n", line.trim_end())
    };
    rows.iter().map(line).collect()
}

/// Which language is spoken.
#[derive(Clone, Copy)]
struct Say(Lang);

impl Say {
    fn of<'a>(self, vi: &'a str, en: &'a str) -> &'a str {
        if self.0 == Lang::Vi { vi } else { en }
    }
}

fn facts(account: &Account<'_>, say: Say) -> Vec<(&'static str, String)> {
    let name = |vi: &'static str, en: &'static str| if say.0 == Lang::Vi { vi } else { en };
    let row = account.row;
    let kind = row.kind.words().text(say.0).to_owned();
    let codes = row.codes_words();
    let value = shown(account.value, say);
    let meaning = account.value.and_then(Value::as_number).and_then(|value| row.code_of(value));
    let value = meaning.map_or(value.clone(), |code| format!("{value} ({})", code.label));
    let earlier = account.earlier.map(|(period, value)| format!("{} ({period})", shown(value, say)));
    vec![
        (name("bộ mẫu", "template set"), account.set.to_owned()),
        (name("biểu", "form"), format!("{}: {}", account.form.id, account.form.title)),
        (name("mã in", "printed code"), row.code.clone()),
        (name("đơn vị tính", "unit"), row.unit.clone().unwrap_or_default().replace('\n', "; ")),
        (name("loại", "kind"), if codes.is_empty() { kind } else { format!("{kind}: {codes}") }),
        (name("giá trị", "value"), value),
        (name("nguồn", "source"), origin(&account.origin, say)),
        (name("kỳ trước", "earlier period"), earlier.unwrap_or_default()),
        (name("ghi chú", "note"), account.note.unwrap_or_default().replace('\n', " ")),
        (name("phải bằng", "must equal"), row.same_as.clone().unwrap_or_default()),
        (name("dùng để tính", "used for"), account.used_by.join(", ")),
    ]
}

fn shown(value: Option<&Value>, say: Say) -> String {
    match value {
        None => say.of("không có", "none").to_owned(),
        Some(Value::Absent) => say.of("để trống", "blank").to_owned(),
        Some(value) => value.text().replace('\n', " "),
    }
}

fn fields(fields: &[(&'static str, String)]) -> String {
    let fields: Vec<_> = fields.iter().filter(|(_, value)| !value.is_empty()).collect();
    let width = fields.iter().map(|(name, _)| name.chars().count() + 1).max().unwrap_or(0);
    fields.iter().map(|(name, value)| format!("  {:<width$}  {value}\n", format!("{name}:"))).collect()
}

fn section(out: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let lines: String = lines.map(|line| format!("  {line}\n")).collect();
    if !lines.is_empty() {
        out.push_str(&format!("\n{title}\n{lines}"));
    }
}

/// `bao-cao.json:36:33 (/figures/a.b)`, after the cell that the value came from.
fn at(place: &Place, say: Say) -> String {
    let pointer = place.pointer().map(|pointer| format!(" ({pointer})")).unwrap_or_default();
    let origin = place.origin.as_ref().map(|origin| origin.named(say.0) + "; ").unwrap_or_default();
    format!("{origin}{}{pointer}", place.shown(say.0))
}

fn origin(origin: &Origin, say: Say) -> String {
    match origin {
        Origin::Given(place) => format!("{} {}", say.of("báo cáo ghi:", "given:"), at(place, say)),
        Origin::Units(place, count) => match say.0 {
            Lang::Vi => format!("tổng hợp từ {count} đơn vị: {}", at(place, say)),
            Lang::En => format!("rolled up from {count} units: {}", at(place, say)),
        },
        Origin::Computed => say.of("tính theo công thức", "computed").to_owned(),
        Origin::SameAs(id) => format!("{} {id}", say.of("lấy theo", "taken from")),
        Origin::Missing => say.of("báo cáo không có", "not in the report").to_owned(),
    }
}

/// The origin in a word, or the cell of an export.
fn source(origin: &Origin, say: Say) -> String {
    match origin {
        Origin::Given(Place { origin: Some(origin), .. }) => origin.shown(say.0),
        Origin::Given(_) => say.of("báo cáo ghi", "given").to_owned(),
        Origin::Units(_, count) => format!("{count} {}", say.of("đơn vị", "units")),
        Origin::Computed => say.of("tính", "computed").to_owned(),
        Origin::SameAs(id) => format!("{} {id}", say.of("theo", "as")),
        Origin::Missing => say.of("không có", "missing").to_owned(),
    }
}

fn formula(working: &Working, indent: &str, say: Say, out: &mut String) {
    out.push_str(&format!("{indent}{}\n", working.formula.text(say.0)));
    if let Some(numbers) = &working.numbers {
        let exact = working.exact.as_deref().unwrap_or(say.of("không xác định", "undefined"));
        let rounded = match (&working.result, working.decimals) {
            (Some(result), Some(decimals)) if working.exact.as_ref() != Some(result) => match say.0 {
                Lang::Vi => format!(", làm tròn nửa lên đến {decimals} chữ số thập phân là {result}"),
                Lang::En => format!(", rounded half up to {decimals} decimals: {result}"),
            },
            _ => String::new(),
        };
        let verdict = match working.agrees {
            None => "",
            Some(true) => say.of("; số đã ghi khớp", "; the given value agrees"),
            Some(false) => say.of("; số đã ghi không khớp", "; the given value does not agree"),
        };
        out.push_str(&format!("{indent}= {numbers} = {exact}{rounded}{verdict}\n"));
    }
    let last = working.parts.len().saturating_sub(1);
    for (index, part) in working.parts.iter().enumerate() {
        let (branch, below) = if index == last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        let value = if part.value.is_empty() { "?" } else { &part.value };
        out.push_str(&format!("{indent}{branch}{} = {value}: {}\n", part.id, part.label));
        out.push_str(&format!("{indent}{below}{}\n", origin(&part.origin, say)));
        if let Some(working) = &part.working {
            formula(working, &format!("{indent}{below}"), say, out);
        }
    }
}

fn relation(held: &Held, say: Say) -> String {
    let verdict = match held.holds {
        Some(true) => say.of("đúng", "holds"),
        Some(false) => say.of("sai", "fails"),
        None => say.of("chưa đủ số liệu", "not enough figures"),
    };
    format!("{verdict}: {} {} {} ({})", held.whole, sign(held.kind), held.parts.join(" + "), held.numbers)
}

fn finding(finding: &Finding, id: &str, say: Say) -> String {
    let severity = match finding.severity {
        Severity::Error => say.of("lỗi", "error"),
        Severity::Warning => say.of("cảnh báo", "warning"),
        Severity::Note => say.of("lưu ý", "note"),
    };
    let place = place_for(finding, id).map(|place| format!(" ({})", at(place, say))).unwrap_or_default();
    format!("{severity}[{}]: {}{place}", finding.id, finding.message.text(say.0))
}

fn mention(one: &Mention, say: Say) -> String {
    let doubt = if one.doubtful { say.of(" (nghi vấn)", " (a doubt)") } else { "" };
    let sum = if one.ids.len() > 1 {
        format!(" ({} {})", say.of("tổng của", "the sum of"), one.ids.join(" + "))
    } else {
        String::new()
    };
    let differs = if one.agrees { "" } else { say.of(", khác giá trị", ", not the value") };
    format!(
        "{}, {}\n    {}{doubt}{sum}{differs}, {}: \"{}\"",
        whereabouts(one.page, &one.part, &one.heading, say),
        at(&one.place, say),
        one.text,
        say.of("câu", "sentence"),
        one.sentence
    )
}

/// The page, the appendix, the heading.
fn whereabouts(page: Option<usize>, part: &str, heading: &str, say: Say) -> String {
    let page = match page {
        Some(page) => format!("{} {page}", say.of("trang", "page")),
        None => say.of("chưa rõ trang", "page not known").to_owned(),
    };
    let known = [part, heading].into_iter().filter(|words| !words.is_empty());
    std::iter::once(page.as_str()).chain(known).collect::<Vec<_>>().join(", ")
}

fn place_line(one: &Printed, say: Say) -> String {
    let printed = if one.text.is_empty() { say.of("(để trống)", "(blank)").to_owned() } else { one.text.clone() };
    let earlier = if one.earlier { say.of(" (kỳ trước)", " (earlier period)") } else { "" };
    let computed = if one.ids.len() > 1 {
        format!(" ({} {})", say.of("tính từ", "computed from"), one.ids.join(", "))
    } else {
        String::new()
    };
    let place = match &one.at {
        Where::Sentence { text } => format!("{}{computed}: \"{text}\"", say.of("câu", "sentence")),
        Where::Heading { text } => format!("{}{computed}: \"{text}\"", say.of("tiêu đề", "title")),
        Where::Cell { table, row, column } => {
            let table = if one.heading.contains(table.as_str()) || table.is_empty() {
                String::new()
            } else {
                format!("{} \"{table}\", ", say.of("bảng", "table"))
            };
            let (row, column) = (row.join(" "), column.join(" / "));
            format!("{table}{} \"{row}\", {} \"{column}\"", say.of("dòng", "row"), say.of("cột", "column"))
        }
        Where::Bar { chart, label } => {
            format!("{} \"{chart}\", {} \"{label}\"", say.of("biểu đồ", "chart"), say.of("thanh", "bar"))
        }
    };
    let whereabouts = whereabouts(one.page, &one.part, &one.heading, say);
    let template =
        one.template.as_ref().map(|place| format!("\n    {}: {}", say.of("mẫu", "template"), at(place, say)));
    format!("{whereabouts}\n    {printed}{earlier}, {place}{}", template.unwrap_or_default())
}
