//! Capitals of Annex II that can be decided without understanding the sentence.

mod names;
mod sentences;

use std::ops::Range;
use std::sync::LazyLock;

use baocao_core::diagnostic::Message;
use baocao_core::msg;
use baocao_reading::{Passage, Phrase};
use baocao_vietnamese::lexicon::lists::NO_PLACES;
use baocao_vietnamese::lexicon::{bodies, documents};

use crate::mechanism::{Context, Swap, Swaps, capital, is_running_text, swaps_of};
use crate::official::spots::Spots;
use crate::{Family, Repair, Rule, Say, Subject, Texts, Told};

pub(super) const CAPITALS: Family = Family {
    name: Say { vi: "Viết hoa", en: "Capitals" },
    rules: &[
        &sentences::PEOPLE,
        &names::DOCUMENT,
        &names::SYLLABLES,
        &names::COMMITTEE,
        &sentences::ARTICLE,
        &sentences::QUARTER,
        &sentences::PHRASE,
        &names::LAW,
        &names::MINISTRY,
        &sentences::INSIDE,
    ],
    check,
};

/// Wrong capitals, each with the number of its rule in the family.
static SWAPS: LazyLock<Swaps<usize>> = LazyLock::new(|| {
    let number = |id: &str| CAPITALS.rules.iter().position(|rule| rule.id == id);
    let written = swaps_of("capitals.toml", include_str!("../../../data/capitals.toml"));
    let written = written.into_iter().filter_map(|(rule, swap)| Some((number(&rule)?, swap)));
    let laws = bodies::laws().filter_map(|law| name(&format!("Luật {law}"), &["pháp", "Bộ"], &[]));
    // Names of one field are common nouns too.
    let several = |field: &String| field.chars().filter(|c| c.is_uppercase()).count() > 1;
    let (fields, single): (Vec<String>, Vec<String>) = bodies::fields().into_iter().partition(several);
    let of_kinds = |field: String| bodies::KINDS.map(|kind| format!("{kind} {field}"));
    let small_fields: Vec<Swap> = single.iter().flat_map(|field| small_field(field)).collect();
    let single = single.into_iter().flat_map(of_kinds).filter_map(|organ| one_capital(&organ)).chain(small_fields);
    let organs = fields.into_iter().flat_map(of_kinds).filter_map(|organ| name(&organ, &[], &[]));
    let of = |rule: &'static Rule| move |swap| Some((number(rule.id.as_str())?, swap));
    let types = documents::types().map(|kind| capital(kind.name));
    let syllables = types.chain(bodies::posts()).filter_map(|name| one_capital(&name));
    let all = written
        .chain(laws.filter_map(of(&names::LAW)))
        .chain(organs.chain(single).filter_map(of(&names::MINISTRY)))
        .chain(syllables.filter_map(of(&names::SYLLABLES)));
    Swaps::new(all.collect())
});

/// Words, other capitals of which are wrong unless they stand behind or before some others.
fn name(right: &str, not_after: &[&str], not_before: &[&str]) -> Option<Swap> {
    let all =
        |words: &[&str]| words.iter().filter_map(|word| Phrase::read(word).ok()).map(Phrase::in_any_case).collect();
    let context = Context { not_after: all(not_after), not_before: all(not_before), ..Context::default() };
    Some(Swap::new(Vec::new(), Some(Phrase::read(right).ok()?), context))
}

/// `Sở y tế`: behind a capital the field has one too. What is a verb as well, `Sở xây dựng kế hoạch`, may have none.
fn small_field(field: &str) -> Vec<Swap> {
    const VERBS: [&str; 1] = ["Xây dựng"];
    let kinds = ["Bộ", "Sở"].into_iter().filter(|_| !VERBS.contains(&field));
    let swap = |kind: &str| {
        let wrong = Phrase::read(&format!("{kind} {}", field.to_lowercase())).ok()?;
        let right = Phrase::read(&format!("{kind} {field}")).ok()?;
        Some(Swap::new(vec![wrong], Some(right), Context::default()))
    };
    kinds.filter_map(swap).collect()
}

/// A capital in each syllable, where a name has them otherwise.
fn one_capital(name: &str) -> Option<Swap> {
    let each = name.split(' ').map(capital).collect::<Vec<_>>().join(" ");
    // `Trưởng Phòng Tư pháp`, `Trưởng Ban Dân vận`: the capital is that of the name behind it.
    let of_name = ["Trưởng", "Phó Trưởng", "Chánh", "Phó Chánh"].iter().any(|post| name.starts_with(post));
    let not_before = of_name.then(|| Phrase::read("{A}").ok()).flatten().into_iter().collect();
    let context = Context { not_before, ..Context::default() };
    let right = Phrase::read(name).ok()?;
    (each != name).then_some(Swap::new(vec![Phrase::read(&each).ok()?], Some(right), context))
}

/// What should stand in the place of these is without doubt.
const CERTAIN: &[&Rule] = &[
    &names::DOCUMENT,
    &names::SYLLABLES,
    &names::COMMITTEE,
    &sentences::ARTICLE,
    &sentences::QUARTER,
    &names::LAW,
    &names::MINISTRY,
];

pub(super) const REPAIR: Repair = Repair { rules: CERTAIN, look: Some(of_texts) };

fn check(subject: &Subject<'_>, told: &mut Told) {
    of_texts(subject, told);
    // `dịch vụ Công an`
    let phrases = subject.set.wording.phrases.iter();
    let of_family = phrases.filter_map(|words| Some(((), name(words, &[], &["an", "ty", "đoàn"])?)));
    let of_family = Swaps::new(of_family.collect());
    let mut spots = Spots::default();
    for passage in subject.passages().iter().filter(|passage| is_running_text(passage)) {
        for ((), range, right) in of_family.find(passage) {
            spots.add_expecting(passage, range, right);
        }
    }
    tell(&sentences::PHRASE, spots, subject, told);
}

fn of_texts(texts: &Texts<'_>, told: &mut Told) {
    let certain = |rule: &Rule| CERTAIN.iter().any(|known| known.id == rule.id);
    let new = |rule: &&Rule| if certain(rule) { Spots::mending() } else { Spots::default() };
    let mut spots: Vec<Spots<'_>> = CAPITALS.rules.iter().map(new).collect();
    for passage in texts.passages().iter().filter(|passage| is_running_text(passage)) {
        for (rule, range, right) in SWAPS.find(passage) {
            // `các phòng Kinh tế và Hạ tầng`: the rule is about the fields.
            let small = passage.text[range.clone()].starts_with(char::is_lowercase) && !is_department(passage, &range);
            if !(small && CAPITALS.rules[rule].id == names::MINISTRY.id) {
                spots[rule].add_expecting(passage, range, right);
            }
        }
    }
    let mut documents = Spots::mending();
    for (index, cited) in &texts.cited().documents {
        let Some(passage) = texts.passages().get(*index).filter(|passage| is_running_text(passage)) else { continue };
        let Some(kind) = cited.symbol.kind.clone() else { continue };
        let written = &passage.text[kind.clone()];
        // `pháp luật số 64/2025/QH15` ends the name of a law; a general word for documents needs no capital.
        let of_law = passage.text[..kind.start].trim_end().ends_with("pháp");
        if written.starts_with(char::is_lowercase) && !of_law && written != "văn bản" {
            documents.add_expecting(passage, kind.clone(), capital(written));
        }
    }
    CAPITALS.rules.iter().zip(spots).for_each(|(rule, spots)| tell(rule, spots, texts, told));
    tell(&names::DOCUMENT, documents, texts, told);
}

/// Whether the word for a department stands before the name of one of them, and not of several.
fn is_department(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let before = passage.small(&(0..range.start)).trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default();
    let several = NO_PLACES.contains(&last) || last.ends_with(|c: char| c.is_ascii_digit());
    passage.text[range.clone()].starts_with("sở ") && !several
}

/// Tells of the places of a rule.
fn tell(rule: &Rule, spots: Spots<'_>, texts: &Texts<'_>, told: &mut Told) {
    let named = rule.id == names::LAW.id || rule.id == names::MINISTRY.id;
    let hint = if named {
        msg!("sửa lại chữ hoa, dấu phẩy", "change the capitals and commas")
    } else {
        msg!("sửa lại chữ hoa, chữ thường", "change the capitals")
    };
    spots.tell(rule, &message(rule), &hint, texts, told);
}

/// What is wrong where a rule speaks.
fn message(rule: &Rule) -> Message {
    match rule.id.as_str() {
        "viet-hoa/nhan-dan-nha-nuoc" => msg!("danh từ này viết hoa chữ đầu", "this noun should have a capital"),
        "viet-hoa/ten-loai-van-ban" => msg!(
            "tên loại của một văn bản cụ thể viết hoa chữ đầu",
            "the type of a particular document should have a capital"
        ),
        "viet-hoa/dieu-khoan-diem" => msg!(
            "viết \"Điều\" hoa; \"khoản\", \"điểm\" thường",
            "\"Điều\" should have a capital, \"khoản\" and \"điểm\" none"
        ),
        "viet-hoa/ten-luat" => {
            msg!("tên luật viết hoa và đủ dấu phẩy", "the name of a law should have its capitals and commas")
        }
        "viet-hoa/ten-so-nganh" => {
            msg!("tên cơ quan viết hoa từng lĩnh vực", "each field in the name should have a capital")
        }
        "viet-hoa/moi-am-tiet" | "viet-hoa/uy-ban-nhan-dan" => {
            msg!("chỉ viết hoa chữ đầu", "only the first syllable should have a capital")
        }
        _ => msg!("giữa câu không viết hoa", "no capital belongs inside a sentence"),
    }
}
