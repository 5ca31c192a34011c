//! How the items of one list end.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;

use super::endings::{end, last_word};
use super::spots::Spots;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::Passage;
use baocao_reading::{Block, Shape};

pub(super) const ITEMS: Family =
    Family { name: Say { vi: "Mục liệt kê", en: "Items of a list" }, rules: &[&MIXED], check };

const MIXED: Rule = Rule {
    id: Id::new("the-thuc/lan-dau-liet-ke"),
    severity: Severity::Note,
    title: Say {
        vi: "Các mục trong một danh sách kết thúc thống nhất", en: "The items of one list end in one way"
    },
    why: Say {
        vi: "Hoặc mọi mục kết thúc bằng dấu chấm, hoặc bằng dấu chấm phẩy và mục cuối bằng dấu chấm. Mục dẫn vào mục con \
             (dấu hai chấm) không bị xét. Cả báo cáo chỉ nêu một lần, kèm số danh sách.",
        en: "Either all end with full stops, or all with semicolons and the last with a full stop. Items that lead to \
             others by a colon are not looked at. Told once a report.",
    },
    law: None,
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "- Tập huấn nghiệp vụ;\n- Bổ sung kinh phí;\n- Nâng cấp phần mềm."}}"#,
    fails: r#"{"sections": {"kien-nghi": "- Tập huấn nghiệp vụ;\n- Bổ sung kinh phí.\n- Nâng cấp phần mềm."}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let mut mixed = Spots::default();
    for passage in subject.body() {
        lists(passage, &passage.blocks(), &mut mixed);
    }
    mixed.tell(
        &MIXED,
        &msg!("các mục của danh sách này kết thúc không thống nhất", "the items of this list end in different ways"),
        &msg!("dùng \";\" cho các mục trên, \".\" cho mục cuối", "\";\" after all items and \".\" after the last"),
        subject,
        told,
    );
}

/// Lists whose items end in different ways.
fn lists<'a>(passage: &'a Passage<'a>, pieces: &[&Block], mixed: &mut Spots<'a>) {
    let mut at = 0;
    while at < pieces.len() {
        let shape = pieces[at].shape;
        let length = pieces[at..].iter().take_while(|piece| piece.shape == shape).count();
        if let (Shape::Item(_), list) = (shape, &pieces[at..at + length])
            && let Some(odd) = odd_one(passage, list)
        {
            mixed.add(passage, last_word(passage, odd));
        }
        at += length;
    }
}

/// The first item that ends in another way than the first one does.
fn odd_one<'p>(passage: &Passage<'_>, list: &[&'p Block]) -> Option<&'p Block> {
    let ends: Vec<(&Block, char)> = list
        .iter()
        .filter_map(|piece| Some((*piece, end(passage, piece)?)))
        .filter(|(_, end)| matches!(end, '.' | ';'))
        .collect();
    let ((_, last), above) = ends.split_last()?;
    let (_, first) = above.first()?;
    let odd = above.iter().find(|(_, end)| end != first).map(|(piece, _)| *piece);
    // A list of full stops, or of semicolons with whatever ends the last.
    odd.or_else(|| (*first == '.' && *last == ';').then(|| list.last().copied()).flatten())
}
