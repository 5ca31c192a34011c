//! Forms: what differs between two of them, cells that cover rows.

use baocao_core::document::{Style, plain_text};
use baocao_core::form::{Figures, Filling, FormFile, Pages, one_table, tables};
use baocao_core::report::Orientation;

fn file(rows: &str) -> FormFile {
    let json =
        format!(r#"{{"source": "", "appendices": [], "forms": [{{"id": "a", "title": "A", "rows": [{rows}]}}]}}"#);
    serde_json::from_str(&json).unwrap()
}

#[test]
fn indicators_are_matched_by_their_ids() {
    let before = file(
        r#"{"code": "1.", "id": "x", "label": "X *(x)*", "kind": "count"}, {"code": "2.", "id": "y", "label": "Y", "kind": "count"}"#,
    );
    let after = file(
        r#"{"code": "3.", "id": "z", "label": "Z", "kind": "count"}, {"code": "2.", "id": "x", "label": "X (x)", "kind": "money"}"#,
    );
    let found = before.compare(&after);
    assert_eq!(found.added.iter().map(|placed| placed.id).collect::<Vec<_>>(), ["z"]);
    assert_eq!(found.removed.iter().map(|placed| placed.id).collect::<Vec<_>>(), ["y"]);
    assert_eq!(found.changed.len(), 1);
    let told: Vec<(&str, &str, &str)> = found.changed[0]
        .changes
        .iter()
        .map(|change| (&change.what.en[..], &change.before.en[..], &change.after.en[..]))
        .collect();
    assert_eq!(told, [("printed code", "1.", "2."), ("kind", "count", "money")]);
    assert!(before.compare(&before).is_empty());
}

#[test]
fn a_unit_may_cover_several_rows() {
    let rows = r#"{"code": "1.", "unit_rows": 3, "id": "x", "label": "X", "unit": "Hồ sơ", "kind": "count"},
        {"code": "2.", "id": "y", "label": "Y", "unit": "Hồ sơ", "kind": "count"},
        {"code": "Trong đó", "code_rows": 2, "id": "z", "label": "Z", "unit": "Hồ sơ", "kind": "count"},
        {"code": "", "id": "t", "label": "T", "unit": "%", "kind": "percent"}"#;
    let file = file(rows);
    let figures = Figures::default();
    let filling = Filling { figures: &figures, previous: None, align: None, decimals: 2 };
    let rooms = [Orientation::Portrait, Orientation::Landscape].map(|way| Style::default().room(way));
    let made = tables(&[&file.forms[0]], &filling, &Pages { rooms, wanted: None });
    let row = |at: usize| -> Vec<(String, usize)> {
        made[0].table.body[at].cells.iter().map(|cell| (plain_text(&cell.text), cell.rowspan)).collect()
    };
    assert_eq!(row(0)[2], ("Hồ sơ".to_owned(), 3));
    assert_eq!(row(1).len(), 4, "the unit above covers this row");
    assert_eq!(row(2)[0], ("Trong đó".to_owned(), 2));
    assert_eq!((row(2).len(), row(3).len()), (4, 4));
    assert_eq!(row(3)[1].0, "%");
}

/// A form that no page is wide enough for says what it lacks, alone and in one table with others.
#[test]
fn a_form_may_be_wider_than_any_page() {
    let figures = Figures::default();
    let filling = Filling { figures: &figures, previous: None, align: None, decimals: 2 };
    let rooms = [Orientation::Portrait, Orientation::Landscape].map(|way| Style::default().room(way));
    let missing = |digits: usize| {
        let code = "1".repeat(digits);
        let file = file(&format!(r#"{{"code": "{code}", "id": "x", "label": "X", "unit": "Hồ sơ", "kind": "count"}}"#));
        let pages = Pages { rooms, wanted: None };
        let one = tables(&[&file.forms[0]], &filling, &pages).remove(0).missing_pt;
        (one, one_table("Tất cả", &[&file.forms[0]], &filling, &pages).unwrap().missing_pt)
    };
    assert_eq!(missing(3), (None, None));
    assert!(
        matches!(missing(200), (Some(one), Some(all)) if one > 100.0 && (all - one).abs() < 40.0),
        "{:?}",
        missing(200)
    );
}
