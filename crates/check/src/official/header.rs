//! The agency, its place and the abstract.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::Field;
use baocao_vietnamese::lexicon::territories::{TerritoryKind, governed};
use baocao_vietnamese::{bare, one_line};

use super::organ::{Regime, plain, regime, territory};
use super::party::is_of_party;
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const HEADER: Family = Family {
    name: Say { vi: "Cơ quan ban hành và địa danh", en: "The issuing agency and its place" },
    rules: &[&TWO_NAMES, &PLACE, &PLACE_OF_DEPARTMENT, &PARENT, &PARENT_BARE],
    check,
};

/// Where the decree says how agencies are named.
const NAMES: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.2";

/// Where the decree says which place is named.
const PLACES: &str = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4";

const TWO_NAMES: Rule = Rule {
    id: Id::new("the-thuc/ten-co-quan-khac-nhau"),
    severity: Severity::Warning,
    title: Say {
        vi: "Tên cơ quan ở đầu văn bản và trong lời văn là một",
        en: "The agency bears one name in the header and in the text",
    },
    why: Say {
        vi: "\"short_name\" đi vào lời văn và dòng \"Kèm theo\" của phụ lục. Chỉ xét tên địa phương của UBND, HĐND; tên chỉ \
             khác nhau ở dấu do quy tắc về tên riêng xét.",
        en: "\"short_name\" goes into the text and the guide lines. Only the territory of committees and councils is \
             looked at; names that differ in marks alone are for the rules of names.",
    },
    law: Some(NAMES),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"organ": {"organ_name": "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "short_name": "UBND xã Bình An"}, "promulgation": {"place": "Bình An"}}}"#,
    fails: r#"{"document": {"organ": {"organ_name": "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "short_name": "UBND xã Bình Yên"}, "promulgation": {"place": "Bình An"}}}"#,
};

const PLACE: Rule = Rule {
    id: Id::new("the-thuc/dia-danh-khac-co-quan"),
    severity: Severity::Warning,
    title: Say {
        vi: "Địa danh là tên đơn vị hành chính nơi cơ quan đóng trụ sở",
        en: "The place is the territory where the agency sits",
    },
    why: Say {
        vi: "UBND, HĐND xã, phường, huyện, tỉnh ghi tên của chính địa phương mình. Tên chỉ khác nhau ở dấu do quy tắc về \
             tên riêng xét.",
        en: "Committees and councils name their own territory. Names that differ in marks alone are for the rules of \
             names.",
    },
    law: Some(PLACES),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"organ": {"organ_name": "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "short_name": "UBND xã Bình An"}, "promulgation": {"place": "Bình An"}}}"#,
    fails: r#"{"document": {"organ": {"organ_name": "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "short_name": "UBND xã Bình An"}, "promulgation": {"place": "Phú Lộc"}}}"#,
};

const PLACE_OF_DEPARTMENT: Rule = Rule {
    id: Id::new("the-thuc/dia-danh-cua-so"),
    severity: Severity::Note,
    title: Say {
        vi: "Địa danh của cơ quan trực thuộc UBND hợp với tên UBND",
        en: "The place of a department suits its people's committee",
    },
    why: Say {
        vi: "Sở thường ghi tên tỉnh, phòng ghi tên huyện. Trụ sở có thể ở đơn vị hành chính khác, nên đây chỉ là điều nghi \
             ngờ.",
        en: "Departments usually name the province. Their seat may be elsewhere, so this is a doubt.",
    },
    law: Some(PLACES),
    set: "cchc/so-2022",
    passes: r#"{"document": {"promulgation": {"place": "Trung Hà"}}}"#,
    fails: r#"{"document": {"promulgation": {"place": "Bình Lâm"}}}"#,
};

const PARENT: Rule = Rule {
    id: Id::new("the-thuc/thieu-co-quan-chu-quan"),
    severity: Severity::Note,
    title: Say {
        vi: "Sở ghi tên UBND tỉnh là cơ quan chủ quản",
        en: "A department names its people's committee above its own",
    },
    why: Say {
        vi: "Phía trên tên cơ quan ban hành là tên cơ quan chủ quản trực tiếp, nếu có. Chỉ xét các sở.",
        en: "The direct parent, if there is one, stands above the agency. Only departments (sở) are looked at.",
    },
    law: Some(NAMES),
    set: "cchc/so-2022",
    passes: r#"{"document": {"organ": {"parent_name": "UBND TỈNH TRUNG HÀ"}}}"#,
    fails: r#"{"remove": ["/document/organ/parent_name"]}"#,
};

const PARENT_BARE: Rule = Rule {
    id: Id::new("the-thuc/co-quan-chu-quan-thieu-ten"),
    severity: Severity::Warning,
    title: Say {
        vi: "Tên cơ quan chủ quản ở địa phương có tên địa phương",
        en: "A local parent agency is named with its territory",
    },
    why: Say {
        vi: "\"UBND TỈNH\" chưa cho biết là tỉnh nào.", en: "\"UBND TỈNH\" does not say which province."
    },
    law: Some(NAMES),
    set: "cchc/so-2022",
    passes: r#"{"document": {"organ": {"parent_name": "UBND TỈNH TRUNG HÀ"}}}"#,
    fails: r#"{"document": {"organ": {"parent_name": "UBND TỈNH"}}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let document = &subject.report.document;
    if is_of_party(document) {
        return;
    }
    let organ = &document.organ;
    let own = territory(&organ.organ_name);
    if let (Some((kind, name)), Some((short_kind, short))) = (&own, territory(&organ.short_name))
        && (short != *name || short_kind != *kind)
    {
        let full = one_line(&organ.organ_name);
        told.finding(
            TWO_NAMES
                .finding(msg!(
                    "tên dùng trong lời văn là của cơ quan khác",
                    "the name for the text is another agency's"
                ))
                .at(subject.input.at(Field::ShortName))
                .found(organ.short_name.as_str())
                .expected(msg!("tên của {full}", "the name of {full}")),
        );
    }
    place(subject, own.as_ref().map(|(_, name)| name.as_str()), told);
    let parent = organ.parent_name.as_deref().map(plain).filter(|name| !name.is_empty());
    match parent.as_deref() {
        None if plain(&organ.organ_name).starts_with("SO ") => told.finding(
            PARENT
                .finding(msg!("không ghi cơ quan chủ quản", "no parent agency is named"))
                .at(subject.input.at(Field::Organ))
                .found(one_line(&organ.organ_name))
                .hint(msg!("thêm \"parent_name\": \"UBND TỈNH ...\"", "add \"parent_name\": \"UBND TỈNH ...\"")),
        ),
        Some(name) if is_bare(name) => told.finding(
            PARENT_BARE
                .finding(msg!("tên cơ quan chủ quản thiếu tên địa phương", "the parent is named without its territory"))
                .at(subject.input.at(Field::ParentName))
                .found(organ.parent_name.as_deref().unwrap_or_default())
                .expected(msg!("tên cơ quan kèm tên địa phương", "the name with its territory")),
        ),
        _ => {}
    }
}

fn place(subject: &Subject<'_>, own: Option<&str>, told: &mut Told) {
    let document = &subject.report.document;
    let given = plain(&document.promulgation.place);
    let parent = document.organ.parent_name.as_deref().and_then(territory);
    let (rule, name) = match (own, parent) {
        (Some(own), _) => (&PLACE, own.to_owned()),
        (None, Some((_, parent))) if regime(&document.organ) == Regime::Head => (&PLACE_OF_DEPARTMENT, parent),
        _ => return,
    };
    if given.contains(&name) || name.contains(&given) {
        return;
    }
    let whose = if own.is_some() {
        &document.organ.organ_name
    } else {
        document.organ.parent_name.as_ref().unwrap_or(&document.organ.organ_name)
    };
    let whose = one_line(whose);
    let message = if own.is_some() {
        msg!("địa danh không phải tên địa phương của cơ quan ban hành", "the place is not the agency's territory")
    } else {
        msg!("địa danh có lẽ không hợp với cơ quan ban hành", "the place perhaps does not suit the agency")
    };
    told.finding(
        rule.finding(message)
            .at(subject.input.at(Field::PromulgationPlace))
            .found(document.promulgation.place.as_str())
            .expected(msg!("địa danh của {whose}", "the place of {whose}")),
    );
}

/// Whether a committee's name ends with the word for its kind of territory.
fn is_bare(name: &str) -> bool {
    let committee = name.starts_with("UBND") || name.starts_with("UY BAN NHAN DAN");
    let ends = |kind: &TerritoryKind| name.strip_suffix(&bare(kind.name)).is_some_and(|rest| rest.ends_with(' '));
    committee && governed().any(ends)
}
