//! Samples to begin with: the project's own examples, or a skeleton for an office's own set.

use baocao_vietnamese::lexicon::documents;
use baocao_vietnamese::one_line;
use chrono::NaiveDate;
use include_dir::{Dir, include_dir};
use serde_json::{Map, Value, json};

use super::{Layout, Section, TemplateSet, Templates};
use crate::diagnostic::Finding;
use crate::form::Kind;
use crate::report::{Period, PeriodKind};

static EXAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../examples");

/// The text of a complete report of a template set.
pub fn sample(templates: &Templates, name: &str, findings: &mut Vec<Finding>) -> Option<String> {
    if let Some(example) = example(name) {
        return Some(example.replacen("../schema/report.schema.json", "report.schema.json", 1));
    }
    let set = templates.load(name, None, findings)?;
    let mut text = serde_json::to_string_pretty(&skeleton(&set, &first_period())).ok()?;
    text.push('\n');
    Some(text)
}

/// What `baocao new` writes for a set that is built in: an example of the project.
pub fn example_of(name: &str) -> Option<Value> {
    serde_json::from_str(example(name)?).ok()
}

/// The example of the project that uses a set and needs no other file, if there is one.
fn example(name: &str) -> Option<&'static str> {
    let quoted = format!("\"template\": \"{name}\"");
    let mut files: Vec<_> =
        EXAMPLES.files().filter(|file| file.path().extension().is_some_and(|end| end == "json")).collect();
    files.sort_by_key(|file| file.path());
    files
        .into_iter()
        .filter_map(|file| file.contents_utf8())
        .find(|text| text.contains(&quoted) && !text.contains("\"file\":"))
}

/// The text of a report that waits to be filled: of a period, of an organ where that is known. Every figure is blank, every
/// text that the set leaves to the report is a placeholder.
pub fn blank(set: &TemplateSet, period: &Period, organ: Option<&str>) -> String {
    let mut report = skeleton(set, period);
    for figure in report["figures"].as_object_mut().into_iter().flat_map(Map::values_mut) {
        *figure = Value::Null;
    }
    if set.outline.document.period {
        report["document"]["promulgation"]["date"] = period.last_day().format("%Y-%m").to_string().into();
    }
    let subject = example_of(&set.name).and_then(|example| {
        let theirs: Period = serde_json::from_value(example["period"].clone()).ok()?;
        let subject = example["document"]["subject"].as_str()?;
        subject.ends_with(&theirs.name()).then(|| subject.replace(&theirs.name(), &period.name()))
    });
    if let Some(subject) = subject {
        report["document"]["subject"] = subject.into();
    }
    if let Some(organ) = organ {
        of_organ(organ, set, &mut report["document"]);
        let document = &mut report["document"];
        // Where one head decides it is the head, and else the body.
        let signer = &document["signers"][0];
        let head = if signer["competence"].is_null() { signer["position"].as_str() } else { None };
        let name = document["organ"]["organ_name"].as_str().map(one_line);
        let authority = [head.map(str::to_owned), name].into_iter().flatten().collect::<Vec<_>>().join(" ");
        if set.outline.document.decides.is_some() {
            document["authority"] = authority.into();
        }
    }
    let mut text = serde_json::to_string_pretty(&report).unwrap_or_default();
    text.push('\n');
    text
}

/// What follows from the name of an organ as it is written in running text: `UBND xã Bình Minh`, `Sở Nội vụ tỉnh Trung Hà`.
fn of_organ(short: &str, set: &TemplateSet, document: &mut Value) {
    let short = one_line(short);
    document["organ"] = json!({ "organ_name": short.to_uppercase(), "short_name": short });
    let elected = ELECTED.iter().find_map(|body| {
        let unit = body.names.iter().find_map(|name| short.strip_prefix(name)?.strip_prefix(' '))?;
        Some((body, unit.trim_start()))
    });
    if let Some((body, unit)) = elected {
        document["organ"]["organ_name"] = format!("{}\n{}", body.capitals, unit.to_uppercase()).into();
        document["code_notation"] = notation(set, body.names[0]).into();
        let competence = format!("TM. {}", body.capitals);
        document["signers"] = json!([{ "competence": [competence], "position": "CHỦ TỊCH", "full_name": FULL_NAME }]);
        seat(unit, document);
        return;
    }
    let (own, unit) = of_unit(&short);
    if let Some(unit) = unit {
        document["organ"]["organ_name"] = own.to_uppercase().into();
        document["organ"]["parent_name"] = format!("UBND {}", unit.to_uppercase()).into();
        document["organ"]["parent_short_name"] = format!("UBND {unit}").into();
        seat(unit, document);
    }
    let head = HEADS.iter().find(|(begins, _)| own.starts_with(begins)).map_or(POSITION, |(_, head)| head);
    document["signers"] = json!([{ "position": head, "full_name": FULL_NAME }]);
    document["code_notation"] = notation(set, &initials(own)).into();
}

/// The symbol of an agency's documents of the kind that a set makes.
fn notation(set: &TemplateSet, agency: &str) -> String {
    let kind = &set.outline.document;
    match (kind.layout, documents::named(&kind.type_name).and_then(|kind| kind.code)) {
        (Layout::Letter, _) | (_, None) => agency.to_owned(),
        (_, Some(code)) => format!("{code}-{agency}"),
    }
}

/// The place of issue, where it follows from the unit.
fn seat(unit: &str, document: &mut Value) {
    let Some((level, name)) = SEATS.iter().find_map(|level| Some((*level, unit.strip_prefix(level)?.trim_start())))
    else {
        return;
    };
    // A number is no name: `Phường 7`.
    document["promulgation"]["place"] = match name.starts_with(|c: char| c.is_ascii_digit()) {
        true => format!("{}{}{name}", level[..1].to_uppercase(), &level[1..]).into(),
        false => name.into(),
    };
}

/// The name of an organ without its unit, and the unit: a level and a name behind it.
fn of_unit(short: &str) -> (&str, Option<&str>) {
    let begins_name = |c: char| c.is_uppercase() || c.is_ascii_digit();
    let places = PROVINCES.iter().chain(&SEATS).flat_map(|level| {
        let named = move |at: &usize| short[..*at].ends_with(' ') && short[at + level.len()..].starts_with(begins_name);
        short.match_indices(level).map(|(at, _)| at).filter(named)
    });
    match places.min() {
        Some(at) => (short[..at].trim_end(), Some(&short[at..])),
        None => (short, None),
    }
}

/// The first letters of a name; what is short already stays whole.
fn initials(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| *word != "và");
    let is_short = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let letters = words.map(|word| match is_short(word) {
        true => word.to_owned(),
        false => word.chars().take(1).flat_map(char::to_uppercase).collect(),
    });
    letters.collect()
}

/// A body that signs in the name of all its members.
struct Elected {
    /// How its name begins; first as its documents have it in their symbols.
    names: &'static [&'static str],
    capitals: &'static str,
}

const ELECTED: [Elected; 2] = [
    Elected { names: &["UBND", "Ủy ban nhân dân", "Uỷ ban nhân dân"], capitals: "ỦY BAN NHÂN DÂN" },
    Elected { names: &["HĐND", "Hội đồng nhân dân"], capitals: "HỘI ĐỒNG NHÂN DÂN" },
];

/// What the heads of organs are called, by how their names begin.
const HEADS: [(&str, &str); 8] = [
    ("Sở ", "GIÁM ĐỐC"),
    ("Trung tâm ", "GIÁM ĐỐC"),
    ("Phòng ", "TRƯỞNG PHÒNG"),
    ("Ban ", "TRƯỞNG BAN"),
    ("Chi cục ", "CHI CỤC TRƯỞNG"),
    ("Văn phòng ", "CHÁNH VĂN PHÒNG"),
    ("Trường ", "HIỆU TRƯỞNG"),
    ("Thanh tra ", "CHÁNH THANH TRA"),
];

/// The units after whose own name the place of issue is called (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4.a). A
/// committee of a province sits in a town of another name.
const SEATS: [&str; 7] = ["xã ", "phường ", "thị trấn ", "đặc khu ", "huyện ", "quận ", "thị xã "];

/// How a province begins.
const PROVINCES: [&str; 2] = ["tỉnh ", "thành phố "];

const ORGAN_NAME: &str = "TÊN CƠ QUAN";
const SHORT_NAME: &str = "Tên cơ quan";
const PLACE: &str = "Địa danh";
const SUBJECT: &str = "Trích yếu nội dung báo cáo";
const TO: &str = "Tên cơ quan nhận báo cáo";
const POSITION: &str = "CHỨC VỤ NGƯỜI KÝ";
const FULL_NAME: &str = "Họ Tên Người Ký";
const AUTHORITY: &str = "THẨM QUYỀN BAN HÀNH";
const TEXT: &str = "...";

/// What stands in a new report in place of what only its office knows.
pub const PLACEHOLDERS: [&str; 9] = [ORGAN_NAME, SHORT_NAME, PLACE, SUBJECT, AUTHORITY, TO, POSITION, FULL_NAME, TEXT];

/// A report without figures: the header and the sections that a set asks for, with words in place of what is not known.
pub fn empty_report(set: &TemplateSet) -> Value {
    let mut report = skeleton(set, &first_period());
    report["figures"] = json!({});
    report
}

/// The period of a report whose own nobody has said yet.
fn first_period() -> Period {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default();
    let (month, half) = (None, None);
    Period {
        kind: PeriodKind::Quarter,
        year: 2026,
        month,
        quarter: Some(3),
        half,
        from: Some(day(6, 15)),
        to: Some(day(9, 14)),
    }
}

/// Every indicator and every section that the report must bring.
fn skeleton(set: &TemplateSet, period: &Period) -> Value {
    let mut figures = Map::new();
    for (id, row) in set.form.indicators() {
        if row.parts().is_empty() && !row.optional {
            let value = match row.kind {
                Kind::Code => row.codes.first().map_or(Value::Null, |code| code.code.into()),
                Kind::Text | Kind::Group => Value::Null,
                Kind::Count | Kind::Money | Kind::Percent => 0.into(),
            };
            figures.insert(id.to_owned(), value);
        }
    }
    let mut sections = Map::new();
    texts(&set.outline.sections, set, period, &mut sections);
    for id in [&set.outline.opening, &set.outline.closing] {
        if !set.sections.contains_key(id) && !set.outline.sections.is_empty() {
            sections.insert(id.clone(), TEXT.into());
        }
    }
    let mut report = json!({
        "$schema": "report.schema.json",
        "template": set.name,
        "period": period,
        "document": {
            "organ": { "organ_name": ORGAN_NAME, "short_name": SHORT_NAME },
            "code_number": null,
            "code_notation": notation(set, "UBND"),
            "promulgation": { "place": PLACE },
            "subject": SUBJECT,
            "signers": [{ "competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH", "full_name": FULL_NAME }],
            "to": [TO],
            "recipients": ["Như trên", "Lưu: VT"]
        },
        "figures": figures,
        "sections": sections
    });
    let kind = &set.outline.document;
    if !kind.period {
        report.as_object_mut().map(|report| report.remove("period"));
        report["document"]["promulgation"]["date"] = period.year.to_string().into();
    }
    if set.outline.sections.is_empty() {
        report["outline"] = json!([{ "text": TEXT }]);
    }
    if !kind.subject {
        report["document"].as_object_mut().map(|document| document.remove("subject"));
    }
    if kind.announces.is_some() && !kind.addressed {
        report["document"].as_object_mut().map(|document| document.remove("to"));
    }
    if kind.decides.is_some() {
        report["document"]["authority"] = AUTHORITY.into();
        report["document"].as_object_mut().map(|document| document.remove("to"));
        report["document"]["recipients"] = json!(["Như Điều ...", "Lưu: VT"]);
    }
    report
}

fn texts(sections: &[Section], set: &TemplateSet, period: &Period, out: &mut Map<String, Value>) {
    for section in sections {
        if section.sections.is_empty() && !section.optional && !set.sections.contains_key(&section.id) {
            out.insert(section.id.clone(), format!("({})", filled(&section.title, period)).into());
        }
        texts(&section.sections, set, period, out);
    }
}

/// A title with its tags filled, as far as the period fills them.
fn filled(title: &str, period: &Period) -> String {
    let mut parts = title.split("{{");
    let first = parts.next().unwrap_or_default().to_owned();
    let whole = parts.fold(first, |text, part| {
        let (tag, behind) = part.split_once("}}").unwrap_or((part, ""));
        let value = match tag.trim() {
            "period" => period.name(),
            "period_short" => period.short_name(),
            "next_period" => period.next_name(),
            "year" => period.year.to_string(),
            _ => String::new(),
        };
        text + &value + behind
    });
    one_line(&whole)
}

/// Whether the text of a section is still what a new report has there: its title in brackets, whatever its tags were filled
/// with.
pub fn is_title_in_brackets(text: &str, title: &str) -> bool {
    let Some(inside) = text.trim().strip_prefix('(').and_then(|text| text.strip_suffix(')')) else { return false };
    let mut parts = title.split("{{").enumerate().map(|(index, part)| match index {
        0 => part,
        _ => part.split_once("}}").map_or("", |(_, behind)| behind),
    });
    let begins = parts.next().and_then(|first| inside.strip_prefix(first.trim_end()));
    begins.is_some_and(|rest| {
        parts
            .try_fold(rest, |rest, part| {
                let part = part.trim();
                rest.find(part).map(|at| &rest[at + part.len()..])
            })
            .is_some_and(|rest| rest.is_empty() || title.ends_with("}}"))
    })
}
