//! How documents, dates and issuers are read from a text.

use baocao_core::report::Slot;
use baocao_core::template::Templates;
use baocao_reading::documents::{Cited, Date, Issuer};
use baocao_reading::{Passage, TextKind};
use proptest::prelude::*;

fn passage(kind: TextKind, text: &str) -> Passage<'_> {
    Passage::new(Slot::section("a"), kind, text)
}

/// What a text of the narrative names.
fn cited(text: &str) -> Cited {
    Cited::new(&[passage(TextKind::Prose, text)])
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// The dates of a text as they are written, and the days that they mean.
fn dates(text: &str) -> Vec<(String, Option<String>)> {
    let day = |date: &Date| date.value.map(|value| value.to_string());
    cited(text).dates.iter().map(|(_, date)| (text[date.range.clone()].to_owned(), day(date))).collect()
}

/// The day that the only date of a text means.
fn day(text: &str) -> Option<String> {
    let mut dates = dates(text);
    assert_eq!(dates.len(), 1, "{text}: {dates:?}");
    dates.remove(0).1
}

#[test]
fn dates_are_read_in_all_their_forms() {
    assert_eq!(day("ngày 08/9/2023").as_deref(), Some("2023-09-08"));
    assert_eq!(day("ngày 07/03/2023,").as_deref(), Some("2023-03-07"));
    assert_eq!(day("Ngày 07 tháng 3 năm 2022").as_deref(), Some("2022-03-07"));
    assert_eq!(day("trong tháng 5/2024.").as_deref(), Some("2024-05-01"));
    assert_eq!(day("tính đến tháng 9 năm 2023").as_deref(), Some("2023-09-01"));
    assert_eq!(day("(kèm Công văn ngày 1/3/2022)").as_deref(), Some("2022-03-01"));
    assert_eq!(dates("từ ngày 15/6/2023 đến ngày 14/9/2023").len(), 2);
    assert_eq!(dates("kỳ 15/6/2023-14/9/2023").len(), 2);
}

#[test]
fn no_break_spaces_are_spaces() {
    assert_eq!(day("ngày\u{a0} 05 tháng\u{a0}3 năm 2024").as_deref(), Some("2024-03-05"));
    // Without any space only the month is one.
    assert_eq!(dates("ngày05 tháng 3 năm 2024"), [("tháng 3 năm 2024".to_owned(), some("2024-03-01"))]);
}

#[test]
fn days_that_the_calendar_lacks_are_read_without_a_value() {
    assert_eq!(day("ngày 31/02/2023"), None);
    assert_eq!(day("ngày 31 tháng 6 năm 2023"), None);
    assert_eq!(day("ngày 12/13/2023"), None);
    assert_eq!(day("tháng 13/2023"), None);
    assert_eq!(day("ngày 08/9/20223"), None);
    assert_eq!(day("ngày 29/02/2024").as_deref(), Some("2024-02-29"));
}

#[test]
fn other_numbers_are_no_dates() {
    for text in [
        "Nghị định số 12/2023/NĐ-CP",
        "22/29 nhiệm vụ, đạt 75,8 %",
        "số 01/12/2023/HĐ-TV",
        "dịp 30/4 và 01/5",
        "tỷ lệ 5/7/1000",
        "hồ sơ 3/4/5/2023",
        "12 tháng, 6 tháng đầu năm 2024",
        "trong 9 tháng năm 2023",
        "ISO 9001:2015, TCVN 6909:2001",
    ] {
        assert_eq!(dates(text), [], "{text}");
    }
}

/// The symbols of a text as the decree writes them.
fn symbols(text: &str) -> Vec<String> {
    cited(text).documents.iter().map(|(_, document)| document.symbol.official(text)).collect()
}

#[test]
fn symbols_are_read_however_they_are_spaced() {
    for (text, symbol) in [
        ("Kế hoạch số 06/KH-UBND ngày", "06/KH-UBND"),
        ("Kế hoạch số: 12-KH-UBND, ngày", "12/KH-UBND"),
        ("Kế hoạch số 04/ KH-UBND về", "04/KH-UBND"),
        ("Kế hoạch số 08/KH - UBND ngày", "08/KH-UBND"),
        ("Nghị định số 30/2020/NĐ-CP ngày", "30/2020/NĐ-CP"),
        ("Luật Thư viện số 46/2019/QH14", "46/2019/QH14"),
        ("Nghị quyết số 57-NQ/TW ngày", "57-NQ/TW"),
        ("Công văn số 305/UBND-NV ngày", "305/UBND-NV"),
        ("Chỉ thị số 5/CT-TTg của", "05/CT-TTg"),
        ("Kế hoạch số 12/KH-UBND - UBND xã đã", "12/KH-UBND"),
        ("(19/KH-UBND)", "19/KH-UBND"),
    ] {
        assert_eq!(symbols(text), [symbol], "{text}");
    }
    let two = symbols("Nghị định số 107/2020/NĐ-CP, 108/2020/NĐ-CP ngày 14/9/2020");
    assert_eq!(two, ["107/2020/NĐ-CP", "108/2020/NĐ-CP"]);
}

proptest! {
    #[test]
    fn symbols_are_read_with_strokes_dashes_and_spaces_of_all_kinds(
        number in "[1-9][0-9]{0,4}[a-zđ]?",
        year in "([ \t\n]{0,2}[/–-][ \t\n]{0,2}(19|20)[0-9]{2})?",
        cut in "[ \t\n]{0,2}[/–-][ \t\n]{0,2}",
        letters in "[A-ZĐƯ][A-Za-zĐđ]{0,3}[0-9]{0,2}([/&–-][A-ZĐƯ][A-Za-zĐđ]{0,3}[0-9]{0,2}){0,2}",
    ) {
        let text = format!("Kế hoạch số {number}{year}{cut}{letters}");
        prop_assert_eq!(symbols(&text).len(), 1, "{}", text);
    }
}

#[test]
fn other_numbers_are_no_symbols() {
    for text in [
        "22/29 nhiệm vụ",
        "đạt 12/12 UBND xã",
        "Mẫu số 01/KK-TNCN",
        "Hợp đồng số 15/2023/HĐ-TV",
        "giai đoạn 2021 - 2025",
        "năm 2023 - UBND huyện đã",
        "theo TCVN 6909:2001/BKHCN",
        "có 04/UBND xã, thị trấn",
        "từ năm 2023 - HĐND và UBND",
        "mức độ 3/4",
        "04 xã/HTX-DN",
        "đạt 5/Hội viên",
    ] {
        assert_eq!(symbols(text), [""; 0], "{text}");
    }
}

#[test]
fn symbols_of_all_known_documents_are_read() {
    let set = Templates::built_in().load("cchc/xa-2022", None, &mut Vec::new()).unwrap();
    assert!(set.documents.documents.len() > 40);
    for document in &set.documents.documents {
        let cited = cited(&document.symbol);
        let [(_, read)] = &cited.documents[..] else { panic!("{}: {cited:?}", document.symbol) };
        let (_, year, _) = read.key();
        assert!(year.is_none_or(|year| document.date.to_string().starts_with(&year.to_string())), "{document:?}");
    }
}

/// Who issued the document of a text.
fn issuer(text: &str) -> Option<Issuer> {
    let text = format!("Kế hoạch số 05/KH-UBND của {text}");
    cited(&text).documents.remove(0).1.issuer
}

#[test]
fn issuers_are_read() {
    let read = |text| {
        let Issuer { body, level, name } = issuer(text).unwrap_or_else(|| panic!("{text}"));
        (body, level, name)
    };
    assert_eq!(read("UBND huyện về thực hiện"), ("ubnd".to_owned(), some("huyện"), None));
    let named = ("ubnd".to_owned(), some("tỉnh"), some("trung hà"));
    assert_eq!(read("Chủ tịch UBND tỉnh Trung Hà về việc"), named);
    assert_eq!(read("Ủy ban nhân dân tỉnh Trung Hà Về việc"), named);
    assert_eq!(read("HĐND xã khóa XX"), ("hđnd".to_owned(), some("xã"), None));
    assert_eq!(read("Hội đồng nhân dân xã"), ("hđnd".to_owned(), some("xã"), None));
    assert_eq!(read("Thủ tướng Chính phủ về"), ("thủ tướng chính phủ".to_owned(), None, None));
    assert_eq!(issuer("các cơ quan"), None);
}

#[test]
fn issuers_are_compared_by_what_is_said() {
    let can_be = |one, other| issuer(one).unwrap().can_be(&issuer(other).unwrap());
    assert!(can_be("UBND huyện", "Chủ tịch UBND huyện Lạc Hà"));
    assert!(!can_be("UBND huyện Tân An", "UBND huyện Lạc Hà"));
    assert!(!can_be("UBND huyện", "UBND tỉnh"));
}

/// The documents of a text: symbol, day, issuer.
fn documents(text: &str) -> Vec<(String, Option<String>, Option<String>)> {
    let documents = cited(text).documents.into_iter().map(|(_, document)| {
        let day = document.date.as_ref().and_then(|date| date.value).map(|day| day.to_string());
        let issuer = document.issuer.as_ref().map(|of| format!("{} {}", of.body, of.level.as_deref().unwrap_or("")));
        (document.symbol.official(text), day, issuer.map(|issuer| issuer.trim_end().to_owned()))
    });
    documents.collect()
}

/// Day and issuer of the only document of a text.
fn one(text: &str) -> (Option<String>, Option<String>) {
    let mut all = documents(text);
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    let (_, day, issuer) = all.remove(0);
    (day, issuer)
}

#[test]
fn dates_and_issuers_stand_after_the_symbol() {
    let both = (some("2023-01-12"), some("ubnd huyện"));
    assert_eq!(one("Kế hoạch số 06/KH-UBND ngày 12/01/2023 của UBND huyện về cải cách"), both);
    assert_eq!(one("Kế hoạch số: 06-KH-UBND, ngày 12/01/2023 của Chủ tịch UBND huyện Lạc Hà"), both);
    assert_eq!(one("Kế hoạch số 06/KH-UBND của UBND huyện ban hành ngày 12/01/2023"), both);
    assert_eq!(one("Kế hoạch số 06/KH-UBND (ngày 12 tháng 01 năm 2023) của UBND huyện"), both);
    assert_eq!(one("Nghị định số 30/2020/NĐ-CP của Chính phủ"), (None, some("chính phủ")));
    let decree = (some("2020-03-05"), some("chính phủ"));
    assert_eq!(one("Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về"), decree);
}

#[test]
fn dates_and_issuers_may_stand_before() {
    let both = (some("2023-02-28"), some("ubnd xã"));
    assert_eq!(one("Ngày 28/2/2023 UBND xã đã ban hành Kế hoạch số 12/KH-UBND về kiểm soát"), both);
    assert_eq!(one("UBND xã đã xây dựng và ban hành Kế hoạch số 12/KH-UBND ngày 28/02/2023 về"), both);
    let text = "Thực hiện Chỉ thị số 12/CT-UBND ngày 05/01/2023 của UBND huyện, UBND xã đã ban hành Kế hoạch số \
                14/KH-UBND về kiểm tra";
    assert_eq!(documents(text)[1], ("14/KH-UBND".to_owned(), None, some("ubnd xã")));
}

#[test]
fn dates_of_other_things_are_not_taken() {
    assert_eq!(one("Kế hoạch số 12/KH-UBND về tổ chức hội nghị ngày 05/3/2023").0, None);
    assert_eq!(one("Quyết định số 45/QĐ-UBND có hiệu lực từ ngày 01/7/2023").0, None);
    assert_eq!(one("Tại hội nghị ngày 05/3/2023, UBND xã đã ban hành Kế hoạch số 12/KH-UBND").0, None);
}

#[test]
fn a_list_shares_its_date() {
    let read = |text| {
        let documents = cited(text).documents.into_iter();
        documents.map(|(_, document)| (document.shares_date, document.date.is_some())).collect::<Vec<_>>()
    };
    let shared = [(true, false), (false, true)];
    assert_eq!(read("Nghị định số 107/2020/NĐ-CP, 108/2020/NĐ-CP ngày 14/9/2020 của Chính phủ"), shared);
    let together = "Nghị định số 107/2020/NĐ-CP, Nghị định số 108/2020/NĐ-CP cùng ngày 14/9/2020 của Chính phủ";
    assert_eq!(read(together), shared);
    let two = "Nghị định số 34/2016/NĐ-CP và Nghị định số 154/2020/NĐ-CP ngày 31/12/2020";
    assert_eq!(read(two), [(false, false), (false, true)]);
}

#[test]
fn items_are_of_the_issuer_before_the_list() {
    let levels = |passages: &[Passage<'_>]| {
        let documents = Cited::new(passages).documents.into_iter();
        documents.map(|(_, document)| document.issuer.and_then(|issuer| issuer.level)).collect::<Vec<_>>()
    };
    let of_items = |text| levels(&[passage(TextKind::Prose, text)]);
    let text = "UBND xã đã ban hành các kế hoạch, cụ thể:\n\n- Kế hoạch số 05/KH-UBND ngày 20/02/2023 về đào tạo;\n\n\
                - Nghị quyết số 76/NQ-CP;\n\n- Kế hoạch số 09/KH-UBND ngày 01/3/2023 của UBND huyện.\n\nNgoài ra:\n\n\
                - Kế hoạch số 11/KH-UBND.";
    let lettered = "UBND xã đã ban hành các văn bản:\n\na) Kế hoạch số 05/KH-UBND;\n\nđ) Kế hoạch số 06/KH-UBND.";
    assert_eq!(of_items(lettered), [some("xã"), some("xã")]);
    assert_eq!(of_items(text), [some("xã"), None, some("huyện"), None]);
    let list = "Các Công văn của UBND huyện: số 58/UBND-NV ngày 13/01/2022, số 214/UBND-NV ngày 18/02/2022.";
    assert_eq!(of_items(list), [some("huyện"), some("huyện")]);
    let heading = passage(TextKind::Heading, "UBND xã đã ban hành các văn bản:");
    assert_eq!(levels(&[heading, passage(TextKind::Prose, "Kế hoạch số 07/KH-UBND về x")]), [some("xã")]);
}
