//! Numbers of things in rows of percentages.

use baocao_core::diagnostic::{Id, Message, Severity};
use baocao_core::form::{Kind, Row};
use baocao_core::msg;
use baocao_core::report::FigureValue;
use baocao_vietnamese::lexicon::lists::MEASURES;
use baocao_vietnamese::lexicon::units::{Of, units};
use baocao_vietnamese::number;
use rust_decimal::Decimal;

use super::{label, shown};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::TextKind as Text;

pub(super) const HEADCOUNTS: Family = Family {
    name: Say { vi: "Số đếm ở dòng tỷ lệ", en: "Counts in rows of percentages" },
    rules: &[&HEADCOUNT],
    check,
};

const HEADCOUNT: Rule = Rule {
    id: Id::new("so-lieu/ti-le-la-so-dem"),
    severity: Severity::Warning,
    title: Say { vi: "Không ghi số đếm vào dòng tỷ lệ", en: "No count in a row of percentages" },
    why: Say {
        vi: "Dòng tỷ lệ ghi \"09\", ghi đúng số mà ghi chú của nó đếm (\"09 phòng\"), hay ghi đúng bằng số người của nhóm \
             chỉ tiêu ấy (nhóm không đếm người thì so với nhóm đầu tiên có đếm) thì có lẽ đã ghi số đếm thay cho tỷ lệ. \
             Số 0, 100, số có phần thập phân và tỷ lệ mà lời văn cũng nêu thì bỏ qua. Phát hiện này là nghi vấn.",
        en: "A percentage given as \"09\", one that is the number its own note counts (\"09 phòng\"), or one that is \
             exactly a number of people of its group of indicators (of the first group that counts people, where its own \
             does not) is probably that count. Not 0, not 100, no decimals, and no percentage that running text gives \
             too. This finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"bo-may.ty-le-sap-xep-xa": 100, "bien-che.duoc-giao": 20, "bien-che.co-mat": 19, "bien-che.ty-le-tinh-gian": 12, "khong-chuyen-trach.duoc-giao": 13, "khong-chuyen-trach.co-mat": 12}}"#,
    fails: r#"{"figures": {"bo-may.ty-le-sap-xep-xa": 19, "bien-che.duoc-giao": 20, "bien-che.co-mat": 19}}"#,
};

/// The indicators that count people, by their group, with their values.
type People<'a> = Vec<(usize, &'a str, Decimal)>;

fn check(subject: &Subject<'_>, told: &mut Told) {
    for form in &subject.set.form.forms {
        let people = people(&form.rows, subject);
        for (group, row) in grouped(&form.rows) {
            if row.kind == Kind::Percent
                && row.ratio.is_none()
                && let Some(id) = row.id.as_deref()
                && let Some(hint) = doubt(group, id, &people, subject)
            {
                let name = label(row);
                told.finding(
                    HEADCOUNT
                        .finding(msg!(
                            "có lẽ đây là một số đếm, không phải tỷ lệ: {name}",
                            "this is probably a count, not a percentage: {name}"
                        ))
                        .at(subject.figure_place(id))
                        .found(shown(subject, id))
                        .hint(hint),
                );
            }
        }
    }
}

/// Rows with the number of their group: headings begin a new one.
fn grouped(rows: &[Row]) -> impl Iterator<Item = (usize, &Row)> {
    rows.iter().scan(0, |group, row| {
        *group += usize::from(row.kind == Kind::Group);
        Some((*group, row))
    })
}

fn people<'a>(rows: &'a [Row], subject: &Subject<'_>) -> People<'a> {
    let counts = |row: &Row| {
        let unit = row.unit.as_deref().unwrap_or_default().to_lowercase();
        row.kind == Kind::Count && units().any(|known| known.of == Of::People && unit.contains(known.written))
    };
    let counted = grouped(rows).filter(|(_, row)| counts(row));
    counted
        .filter_map(|(group, row)| {
            let id = row.id.as_deref()?;
            Some((group, id, subject.number(id)?))
        })
        .collect()
}

/// Why a percentage of a group is probably a count.
fn doubt(group: usize, id: &str, people: &People<'_>, subject: &Subject<'_>) -> Option<Message> {
    let value = subject.number(id).filter(|value| value.is_integer() && !value.is_zero())?;
    let given = subject.given(id).filter(|_| value != Decimal::ONE_HUNDRED)?;
    let text = shown(subject, id);
    if let Some(noun) = subject.figures.note(id).and_then(|note| counted(&note.text, value)) {
        return Some(msg!("ghi chú của dòng này đếm {noun}", "the note of this row counts {noun}"));
    }
    if matches!(given, FigureValue::Written { text, percent: false, .. } if text.starts_with('0')) {
        return Some(msg!(
            "số 0 đứng trước là cách ghi số đếm; tỷ lệ ghi như 9 hay 9,5",
            "a zero in front is how counts are written; percentages are given as 9 or 9,5"
        ));
    }
    let nearest = if people.iter().any(|(other, ..)| *other == group) { group } else { people.first()?.0 };
    let of_group = people.iter().filter(|(other, ..)| *other == nearest);
    let (_, other, _) = of_group.into_iter().find(|(.., count)| *count == value && value > Decimal::TEN)?;
    (!in_text(value, subject)).then(|| msg!("\"{other}\" cũng là {text}", "\"{other}\" is {text} too"))
}

/// A number in a note with the noun that it counts: `09 phòng`.
fn counted(note: &str, value: Decimal) -> Option<String> {
    let words: Vec<&str> = note.split_whitespace().collect();
    words.windows(2).find_map(|pair| {
        let noun = pair[1].trim_end_matches(['.', ',', ';', ')']);
        let count = pair[0].trim_start_matches('(');
        let is_noun =
            noun.chars().next().is_some_and(char::is_lowercase) && !MEASURES.contains(&noun) && noun != "phần";
        (count.parse() == Ok(value) && is_noun).then(|| format!("{count} {noun}"))
    })
}

/// Whether running text gives a value as a percentage.
fn in_text(value: Decimal, subject: &Subject<'_>) -> bool {
    let written = number::format(value);
    let ways = [format!("{written}%"), format!("{written} %")];
    let alone = |before: &str| !before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let says = |text: &str, way: &String| text.match_indices(way.as_str()).any(|(at, _)| alone(&text[..at]));
    subject.passages_of(&[Text::Prose, Text::Cell]).any(|passage| ways.iter().any(|way| says(&passage.text, way)))
}
