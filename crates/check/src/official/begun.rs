//! What a new report was begun with: placeholders, and the names and texts of the sample.

use std::collections::{BTreeMap, BTreeSet};

use baocao_core::diagnostic::{Finding, Id, Place, Severity};
use baocao_core::msg;
use baocao_core::report::{Field, Figure, FigureValue, InSigner, Slot};
use baocao_core::template::{PLACEHOLDERS, Section, example_of, is_title_in_brackets};
use baocao_vietnamese::lexicon::territories::{TerritoryKind, governed};
use baocao_vietnamese::one_line;
use rust_decimal::Decimal;
use serde_json::Value;

use crate::{Family, Rule, Say, Subject, Told};

pub(super) const BEGUN: Family =
    Family { name: Say { vi: "Báo cáo mẫu", en: "Samples" }, rules: &[&PLACEHOLDER, &OF_SAMPLE], check };

const PLACEHOLDER: Rule = Rule {
    id: Id::new("bao-cao-mau/cho-dien"),
    severity: Severity::Warning,
    title: Say { vi: "Không còn chỗ chưa điền", en: "No placeholder is left" },
    why: Say {
        vi: "`baocao new --blank` để sẵn những chỗ như \"TÊN CƠ QUAN\", \"Địa danh\", \"(Kiến nghị, đề xuất)\" cho cơ \
             quan điền; chỗ nào còn nguyên thì được in ra như vậy. \"Nguyễn Văn A\", \"xxx\" ở tên, địa chỉ cũng là chỗ chưa điền.",
        en: "`baocao new --blank` leaves placeholders such as \"TÊN CƠ QUAN\", \"Địa danh\" or the title of a section in \
             brackets; what is not replaced is printed as it stands. \"Nguyễn Văn A\" and \"xxx\" in names and addresses stand \
             for what is to come as well.",
    },
    law: None,
    set: "cchc/xa-2025",
    passes: r#"{"document": {"signers": [{"competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH", "full_name": "Lê Thị Hạnh"}]}}"#,
    fails: r#"{"document": {"signers": [{"competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH", "full_name": "Họ Tên Người Ký"}]}}"#,
};

const OF_SAMPLE: Rule = Rule {
    id: Id::new("bao-cao-mau/con-nguyen"),
    severity: Severity::Warning,
    title: Say {
        vi: "Tên, địa chỉ, số liệu, lời văn của báo cáo mẫu đã được thay",
        en: "Names, addresses, figures and texts of the sample are replaced",
    },
    why: Say {
        vi: "Báo cáo viết từ báo cáo mẫu của `baocao new`, đã đổi tên cơ quan mà nơi này vẫn y nguyên như trong mẫu. Cơ \
             quan, người, địa danh trong báo cáo mẫu đều là hư cấu. Tên cơ quan khác, ký hiệu, số văn bản trùng với mẫu chỉ bị nêu khi \
             còn cả người ký, tên cơ quan ban hành, địa danh, lời văn hoặc số liệu của mẫu, và phần đầu văn bản không nói là ở nơi ấy.",
        en: "The report was begun with the sample of `baocao new`; its organ is another by now, and this still stands as \
             in the sample. Organs, people and places in samples are invented. The name of another organ, a mark, a number are told \
             only beside a signer, an own name, a place, texts or figures of the sample, and where the head does not say that it is from there.",
    },
    law: None,
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"ket-thuc": "Trên đây là báo cáo của UBND xã"}}"#,
    fails: r#"{"document": {"organ": {"short_name": "UBND xã Vĩnh Lộc Hạ"}}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    placeholders(subject, told);
    let mut figures = subject.report.figures.values().peekable();
    if figures.peek().is_some() && figures.all(|figure| figure.value == FigureValue::Absent && figure.note.is_none()) {
        told.finding(
            PLACEHOLDER
                .finding(msg!("chưa có số liệu nào: mọi chỉ tiêu đều là null", "no figure is given: all are null"))
                .at(subject.input.key_place("/figures")),
        );
    }
    of_sample(subject, told);
}

fn placeholders(subject: &Subject<'_>, told: &mut Told) {
    let mut titles = BTreeMap::new();
    collect(&subject.set.outline.sections, &mut titles);
    let strings = subject.input.strings().iter();
    told.together(strings.filter_map(|(pointer, raw)| {
        let slot = Slot::parse(pointer)?;
        let is_left = match &slot {
            Slot::Document(field) => {
                PLACEHOLDERS.contains(&raw.trim())
                    || raw.split(' ').any(is_crossed_out)
                    || matches!(field, Field::Signer(_, InSigner::FullName)) && is_anybody(raw)
            }
            Slot::Outline { .. } => PLACEHOLDERS.contains(&raw.trim()),
            Slot::Section { id, .. } => {
                let title = titles.get(id.as_ref()).copied().unwrap_or_default();
                PLACEHOLDERS.contains(&raw.trim()) || is_title_in_brackets(raw, title)
            }
            _ => false,
        };
        is_left.then(|| {
            PLACEHOLDER
                .finding(msg!("chỗ này chưa điền", "this is still a placeholder"))
                .at(subject.input.place(pointer))
                .found(raw)
        })
    }));
}

/// Whether a word stands for one that is to come: `xxx`.
fn is_crossed_out(word: &str) -> bool {
    let word = word.trim_end_matches([',', ';', '.', ':']);
    word.len() > 2 && word.bytes().all(|byte| matches!(byte, b'x' | b'X')) && !word.bytes().all(|byte| byte == b'X')
}

/// Whether a name is nobody's: `Nguyễn Văn A`.
fn is_anybody(name: &str) -> bool {
    name.trim().rsplit_once(' ').is_some_and(|(_, last)| matches!(last, "A" | "B" | "C" | "D" | "X"))
}

fn collect<'a>(sections: &'a [Section], titles: &mut BTreeMap<&'a str, &'a str>) {
    for section in sections {
        titles.insert(&section.id, &section.title);
        collect(&section.sections, titles);
    }
}

/// A text of fewer letters may be the same by chance.
const LEAST_LETTERS: usize = 40;

fn of_sample(subject: &Subject<'_>, told: &mut Told) {
    let Some(sample) = example_of(&subject.set.name) else { return };
    let organ = |of: &str| sample["document"]["organ"][of].as_str().unwrap_or_default().to_owned();
    if subject.report.document.organ.short_name.as_str() == organ("short_name") {
        return;
    }
    let mut known = BTreeSet::new();
    texts(&sample, &mut known);
    // Where the head names a place in words of its own the report is from there.
    let document = &subject.report.document;
    let head = [&document.organ.organ_name, &document.organ.short_name].into_iter();
    let head = head.chain(&document.organ.parent_name).chain(&document.organ.parent_short_name);
    let own: Vec<String> =
        head.filter(|name| !known.contains(name.trim())).map(|name| one_line(name).to_lowercase()).collect();
    let is_foreign = |name: &String| !own.iter().any(|own| own.contains(name.as_str()));
    let names: Vec<String> = proper_names(&sample["document"]).into_iter().filter(is_foreign).collect();
    let names_sample = |text: &str| names.iter().any(|name| text.to_lowercase().contains(name));
    let of_sample = |place: Place, found: &str| {
        OF_SAMPLE
            .finding(msg!("nơi này vẫn là của báo cáo mẫu", "this is still that of the sample"))
            .at(place)
            .found(found)
    };
    // Whether each that is left is nobody else's: that may not be the same by chance.
    let left: Vec<(bool, Finding)> = subject
        .input
        .strings()
        .iter()
        .filter_map(|(pointer, raw)| {
            let raw = raw.trim();
            if !known.contains(raw) {
                return None;
            }
            let is_sure = match Slot::parse(pointer)? {
                Slot::Document(Field::Signer(_, InSigner::FullName)) => true,
                Slot::Document(Field::OrganName | Field::PromulgationPlace) if names_sample(&one_line(raw)) => true,
                Slot::Document(Field::DrafterMark) => false,
                Slot::Document(_) if names_sample(&one_line(raw)) => false,
                Slot::Section { .. } | Slot::Outline { .. } | Slot::Appendix { .. } | Slot::Figure { .. }
                    if raw.chars().count() >= LEAST_LETTERS =>
                {
                    true
                }
                _ => return None,
            };
            Some((is_sure, of_sample(subject.input.place(pointer), raw)))
        })
        .collect();
    let figures = same_figures(subject, &sample["figures"]);
    // Other organs have this one's name too, a number and a stamp may be the same: where nothing else is.
    if figures.is_none() && !left.iter().any(|(is_sure, _)| *is_sure) {
        return;
    }
    let mut left: Vec<Finding> = left.into_iter().map(|(_, finding)| finding).collect();
    let number = document.code_number.filter(|number| sample["document"]["code_number"] == *number);
    left.extend(number.map(|number| of_sample(subject.input.at(Field::CodeNumber), &number.to_string())));
    let urgency = &sample["document"]["stamps"]["urgency"];
    let stamp = serde_json::to_value(document.stamps.urgency).ok().filter(|stamp| stamp == urgency);
    if let Some(Value::String(stamp)) = stamp {
        left.push(of_sample(subject.input.place("/document/stamps/urgency"), &stamp));
    }
    told.together(left);
    told.together(figures);
}

/// What is told where many figures are those of the sample. Small numbers may be the same by chance.
fn same_figures(subject: &Subject<'_>, sample: &Value) -> Option<Finding> {
    let large = |value: &FigureValue| value.number().filter(|number| *number >= Decimal::TEN);
    let known: BTreeMap<String, Figure> = serde_json::from_value(sample.clone()).ok()?;
    let given = subject.report.figures.iter();
    let given: Vec<(&String, Decimal)> = given.filter_map(|(id, figure)| Some((id, large(&figure.value)?))).collect();
    let is_same =
        |(id, value): &&(&String, Decimal)| known.get(*id).and_then(|figure| large(&figure.value)) == Some(*value);
    let (same, all) = (given.iter().filter(is_same).count(), given.len());
    (same >= LEAST_FIGURES && same * 2 > all).then(|| {
        OF_SAMPLE
            .finding(msg!(
                "{same} trong {all} số liệu từ 10 trở lên vẫn là của báo cáo mẫu",
                "{same} of {all} figures of 10 and more are still those of the sample"
            ))
            .at(subject.input.key_place("/figures"))
    })
}

/// So many figures are not the same by chance.
const LEAST_FIGURES: usize = 5;

/// The names of places in the header of a sample, in small letters.
fn proper_names(document: &Value) -> Vec<String> {
    let organ = &document["organ"];
    let written = [&organ["short_name"], &organ["parent_short_name"], &document["to"][0]];
    let names = written.into_iter().filter_map(Value::as_str).filter_map(|name| {
        let after = |kind: &TerritoryKind| Some(name.split_once(kind.name)?.1.strip_prefix(' ')?.to_lowercase());
        governed().find_map(after)
    });
    names.chain(document["promulgation"]["place"].as_str().map(str::to_lowercase)).collect()
}

/// All texts of a report.
fn texts<'a>(value: &'a Value, all: &mut BTreeSet<&'a str>) {
    match value {
        Value::String(text) => {
            all.insert(text.trim());
        }
        Value::Array(values) => values.iter().for_each(|value| texts(value, all)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, all)),
        _ => {}
    }
}
