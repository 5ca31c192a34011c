//! Findings: joined, rendered, told of many places at once.

use baocao_core::diagnostic::{Finding, Lang, Message, Place, Source, Spot, megabytes, render_all};
use baocao_core::{kinds, msg};

fn finding(place: Place) -> Finding {
    kinds::figures::RATIO_WRONG.finding(msg!("sai", "wrong")).at(place)
}

fn rendered(findings: &[Finding], lang: Lang) -> String {
    let text = render_all(findings, lang, false);
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// What is told of the places of findings after the first.
fn others(findings: &[&Finding], lang: Lang) -> Option<String> {
    let text = render_all(findings.iter().copied(), lang, false);
    let label = if lang == Lang::Vi { "= tương tự: " } else { "= alike: " };
    text.split_once(label).and_then(|(_, said)| said.lines().next()).map(str::to_owned)
}

#[test]
fn places_are_joined_and_taken_apart() {
    let source = Source::new("a.json", "một hai một");
    let at = |place: std::ops::Range<usize>, wanted: &str| {
        let finding = kinds::figures::RATIO_WRONG.finding(msg!("x", "x")).found(&source.text[place.clone()]);
        finding.at(Place::new(&source, place)).expected(msg!("{wanted}", "{wanted}"))
    };
    let (first, second, third) = (at(0..5, "a"), at(6..9, "b"), at(10..15, "a"));
    let mut joined = third.clone();
    joined.join(first.clone());
    joined.join(second.clone());
    let other = |finding: &Finding, expected: Option<Message>| Spot {
        place: finding.place.clone().unwrap(),
        found: finding.found.clone(),
        expected,
        edits: finding.edits.clone(),
    };
    assert_eq!(joined.others, [other(&first, None), other(&second, Some(msg!("b", "b")))]);
    assert_eq!(joined.places().filter_map(Place::span).map(|span| span.start).collect::<Vec<_>>(), [10, 0, 6]);
    assert_eq!(joined.apart(), [first.clone(), second, third.clone()]);
    let also = first.clone().also(Place::new(&source, 10..15), "một");
    assert_eq!(also.apart(), [first, third]);
}

const TEXT: &str = "{\n  \"a\": \"Xã đạt kết quả như sau :\\nviệc cụ thể :\",\n  \"x.y\": 0,\n  \"b\": \"8/3/2024\",\n  \"c\": [1, 25]\n}";

fn at(words: &str, found: &str, pointer: &str) -> Finding {
    let source = Source::new("a.json", TEXT);
    let start = TEXT.find(words).unwrap() + words.len() - found.len();
    finding(Place::json(&source, start..start + found.len(), pointer)).found(found)
}

#[test]
fn the_words_of_a_place_are_quoted_with_those_before_them() {
    let [first, sau, the, zero, date, element] = [
        at("\"a\"", "a", ""),
        at("sau :", " :", "/a"),
        at("thể :", " :", "/a"),
        at(": 0", "0", "/x.y"),
        at("\"8/3/2024\"", "\"8/3/2024\"", "/b").found("8/3/2024").expected(msg!("08/3/2024", "08/3/2024")),
        at(", 25", "25", "/c/1"),
    ];
    let all = [&first, &sau, &sau, &the, &zero, &date, &element];
    assert_eq!(
        others(&all, Lang::Vi).unwrap(),
        "còn 6 chỗ như vậy: dòng 2 (\"kết quả như sau :\"), 2 (\"việc cụ thể :\"), 3 (\"x.y: 0\"), \
         4 (\"b: 8/3/2024\" → 08/3/2024), 5 (\"25\")"
    );
    let mut joined = first.clone();
    joined.join(the);
    assert_eq!(others(&[&joined], Lang::En).unwrap(), "1 more place like this: line 2 (\"việc cụ thể :\")");
    assert_eq!(others(&[&first], Lang::En), None);
    let long = at("Xã đạt kết quả như sau :", "Xã đạt kết quả như sau :", "/a")
        .found("nghị quyết về cải cách hành chính của Huyện");
    let mut joined = first.clone();
    joined.join(long);
    assert_eq!(others(&[&joined], Lang::Vi).unwrap(), "còn 1 chỗ như vậy: dòng 2 (\"cải cách hành chính của Huyện\")");
}

#[test]
fn places_without_lines_are_named_as_people_look_them_up() {
    let (book, other) = (Source::new("quy-3.xlsx", ""), Source::new("xa.json", TEXT));
    let cell = |row| Place::cell(&book, "Biểu 3", row, 4);
    let all =
        finding(cell(17)).found("12").also(cell(18), "13").also(Place::json(&other, 60..61, "/x.y"), "quá dài để kể");
    assert_eq!(
        others(&[&all], Lang::Vi).unwrap(),
        "còn 2 chỗ như vậy: Biểu 3, D18 (\"13\"); xa.json:2:45 (\"quá dài để kể\")"
    );
    let pages = Source::new("a.pdf", "");
    let page = |page| Place::page(&pages, page);
    let all = finding(page(1)).found("").also(page(3), "").also(page(5), "");
    assert_eq!(others(&[&all], Lang::En).unwrap(), "2 more places like this: page 3; page 5");
}

#[test]
fn only_the_first_of_very_many_are_named() {
    let source = Source::new("a.txt", "\n".repeat(40));
    let mut all = finding(Place::new(&source, 0..0)).found("");
    (1..=25).for_each(|line| all.join(finding(Place::new(&source, line..line)).found("")));
    let named = (2..=21).map(|line| line.to_string()).collect::<Vec<_>>().join(", ");
    assert_eq!(others(&[&all], Lang::Vi).unwrap(), format!("còn 25 chỗ như vậy: dòng {named} …"));
}

#[test]
fn a_finding_of_many_places_is_folded() {
    let source = Source::new("a.json", "{\n  \"x\": 0,\n  \"y\": 0\n}");
    let at = |start: usize, pointer: &str| Place::json(&source, start..start + 1, pointer);
    let both = finding(at(9, "/x")).found("0").also(at(19, "/y"), "0");
    assert_eq!(
        rendered(std::slice::from_ref(&both), Lang::Vi),
        "cảnh báo[so-lieu/ti-le-sai]: sai\n --> a.json:2:8\n  |\n2 |   \"x\": 0,\n  |        ^\n  |\n  = vị trí: /x\n  \
         = tìm thấy: 0\n  = tương tự: còn 1 chỗ như vậy: dòng 3 (\"y: 0\")\n"
    );
    assert!(rendered(&[both], Lang::En).ends_with("= alike: 1 more place like this: line 3 (\"y: 0\")\n"));
}

#[test]
fn places_of_files_that_are_no_text_have_no_excerpt() {
    let place = Place::cell(&Source::new("quy-3.xlsx", ""), "Biểu 3", 17, 4);
    assert_eq!(
        rendered(&[finding(place)], Lang::Vi),
        "cảnh báo[so-lieu/ti-le-sai]: sai\n |\n = tại: quy-3.xlsx, Biểu 3, D17\n"
    );
    let field = Place::field(&Source::new("a.csv", "t;s\nx;5\n"), 2, Some(2), 6..7);
    assert_eq!(
        rendered(&[finding(field)], Lang::En),
        "warning[so-lieu/ti-le-sai]: wrong\n --> a.csv:2:3\n  |\n2 | x;5\n  |   ^\n  |\n  = place: row 2, column 2\n"
    );
    let page = Place::page(&Source::new("a.pdf", ""), 3);
    let file = Place::file(&Source::new("b.xlsx", ""));
    let text = rendered(&[finding(page), finding(file)], Lang::En);
    assert!(text.contains("= at: a.pdf, page 3\n") && text.contains("= at: b.xlsx\n"), "{text}");
}

#[test]
fn sizes() {
    assert_eq!(megabytes(16 << 20), "16 MB");
    assert_eq!(megabytes(3 << 19), "1,5 MB");
    assert_eq!(megabytes(4_096), "0,004 MB");
}
