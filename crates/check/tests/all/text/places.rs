//! Words among marks of Markdown, and words that are none.

use baocao_core::diagnostic::{Finding, Place};

use crate::sample::{findings, found, with_text};

/// Syllables that Vietnamese does not have.
const MISSPELT: &str = "van-ban/am-tiet-sai";

#[test]
fn marks_are_gone_and_places_are_kept() {
    let text = "(*trong đóó:\u{a0}10 cán bộộ*)[^1], **xãã** \\[hếtt\\].\n\n[^1]: Sốố 2.";
    let report = with_text(MISSPELT, text);
    let told = findings(&report).into_iter().filter(|finding| finding.id == MISSPELT).flat_map(Finding::apart);
    let mut words: Vec<(String, String)> = told
        .map(|one| {
            let place = one.place.expect("a place");
            assert_eq!(place.pointer(), Some("/sections/danh-gia.uu-diem"));
            let span = Place::span(&place).expect("bytes");
            (one.found.expect("a word"), place.source.text[span].to_owned())
        })
        .collect();
    words.sort();
    let expected = ["Sốố", "bộộ", "hếtt", "xãã", "đóó"].map(|word| (word.to_owned(), word.to_owned()));
    assert_eq!(words, expected);
}

#[test]
fn words_with_marks_between_them_have_one_place() {
    let text = "Xã đã họp với với dân, với\u{a0}với thôn, với **với bản** và với [^1]với tổ.\n\n[^1]: Đã xong.";
    let id = "van-ban/lap-tu";
    let report = with_text(id, text);
    let told = findings(&report).into_iter().filter(|finding| finding.id == id).flat_map(Finding::apart);
    let raw: Vec<String> = told
        .map(|one| {
            let place = one.place.expect("a place");
            place.source.text[Place::span(&place).expect("bytes")].to_owned()
        })
        .collect();
    assert_eq!(raw, ["với với", "với\u{a0}với", "với **với", "với [^1]với"]);
}

#[test]
fn symbols_and_addresses_are_no_words() {
    let text = "gửii thưư aa.bưư@xãã.example, đãã https://xãã.vn/sởở vàà 12/KẾẾ-UBND (mậậ2); QR-code, “mộtt cửaa”.";
    let mut words = found(MISSPELT, text);
    words.sort();
    assert_eq!(words, ["cửaa", "gửii", "mộtt", "thưư", "vàà", "đãã"]);
}
