//! How the numbers of a form are written: one way in one form.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::form::{Form, Kind, Value};
use baocao_core::msg;
use baocao_vietnamese::number;

use super::shown;
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const WRITTEN: Family = Family {
    name: Say { vi: "Cách ghi số trong biểu", en: "How numbers are written" },
    rules: &[&DOTS, &ZEROS],
    check,
};

const DOTS: Rule = Rule {
    id: Id::new("so-lieu/thieu-dau-cham"),
    severity: Severity::Note,
    title: Say {
        vi: "Một biểu ghi dấu chấm hàng nghìn ở mọi số hoặc không số nào",
        en: "All thousands of a form have their dot, or none",
    },
    why: Say {
        vi: "\"1312\" cạnh \"2.967\" trong một biểu. Số ghi không có ngoặc kép thì chương trình tự đặt dấu chấm.",
        en: "\"1312\" beside \"2.967\" in one form. To numbers given without quotes the program adds the dot.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"giai-ngan.ke-hoach": "4.512", "giai-ngan.da-thuc-hien": "1.312", "giai-ngan.ty-le": "29,08"}}"#,
    fails: r#"{"figures": {"giai-ngan.ke-hoach": "4.512", "giai-ngan.da-thuc-hien": "1312", "giai-ngan.ty-le": "29,08"}}"#,
};

const ZEROS: Rule = Rule {
    id: Id::new("so-lieu/so-khong-dung-dau"),
    severity: Severity::Note,
    title: Say {
        vi: "Một biểu ghi số nhỏ hơn 10 theo một cách", en: "A form writes its numbers below 10 one way"
    },
    why: Say {
        vi: "\"01\" cạnh \"2\" trong một biểu: ghi số 0 đứng trước ở mọi số nhỏ hơn 10 hoặc không số nào. Không xét 0, mã và \
             tỷ lệ.",
        en: "\"01\" beside \"2\" in one form: all numbers below 10 begin with a zero, or none. 0, codes and percentages are \
             not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"tuyen-dung.cong-chuc": "0", "tuyen-dung.cong-chuc-dac-biet": "0", "ky-luat.cong-chuc-xa": 1, "vi-tri-viec-lam.bo-tri-dung": 18, "vi-tri-viec-lam.bo-tri-khong-dung": 1}}"#,
    fails: r#"{"figures": {"ky-luat.cong-chuc-xa": "01", "ky-luat.lanh-dao-xa": "01", "vi-tri-viec-lam.bo-tri-dung": 18, "vi-tri-viec-lam.bo-tri-khong-dung": "1"}}"#,
};

/// An indicator and how its number is written.
type Written<'a> = (&'a str, &'a str);

fn check(subject: &Subject<'_>, told: &mut Told) {
    for form in &subject.set.form.forms {
        let numbers = numbers(form, subject);
        let whole = |(_, text): &&Written<'_>| text.len() > 3 && text.bytes().all(|byte| byte.is_ascii_digit());
        let with_dot = numbers.iter().any(|(_, text)| text.contains('.'));
        tell(&DOTS, numbers.iter().filter(whole).filter(|_| with_dot), subject, told);
        let short = |(_, text): &&Written<'_>| text.len() == 1 && *text != "0";
        let padded = |(_, text): &&Written<'_>| text.len() == 2 && text.starts_with('0') && *text != "00";
        let (bare, zeroed) = (numbers.iter().filter(short).count(), numbers.iter().filter(padded).count());
        if zeroed > 0 && bare > zeroed {
            tell(&ZEROS, numbers.iter().filter(padded), subject, told);
        } else if zeroed > 0 {
            tell(&ZEROS, numbers.iter().filter(short), subject, told);
        }
    }
}

/// The numbers of a form that count something, as they are printed.
fn numbers<'a>(form: &'a Form, subject: &'a Subject<'_>) -> Vec<Written<'a>> {
    let rows = form.rows.iter().filter(|row| matches!(row.kind, Kind::Count | Kind::Money));
    rows.filter_map(|row| {
        let id = row.id.as_deref()?;
        match subject.figures.get(id)? {
            Value::Number { text, .. } => Some((id, text.as_str())),
            Value::Absent | Value::Word(_) => None,
        }
    })
    .collect()
}

/// Tells the first of some numbers and names the others.
fn tell<'a>(rule: &Rule, mut odd: impl Iterator<Item = &'a Written<'a>>, subject: &Subject<'_>, told: &mut Told) {
    let Some((id, text)) = odd.next() else { return };
    let others = odd.map(|(id, text)| format!("\"{id}\": {text}")).collect::<Vec<_>>().join("; ");
    let message = msg!("số này ghi khác các số cùng biểu", "this number is written unlike others of its form");
    let finding = rule.finding(message).at(subject.figure_place(id)).found(*text);
    let finding = match subject.number(id).map(number::format) {
        Some(right) if right != shown(subject, id) => finding.expected(msg!("{right}", "{right}")),
        _ => finding,
    };
    told.finding(match others.is_empty() {
        true => finding,
        false => finding.hint(msg!("cũng vậy: {others}", "likewise: {others}")),
    });
}
