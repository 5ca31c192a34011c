//! What no text may hold, whichever file it comes from.

use baocao_core::diagnostic::{Finding, Lang, render};
use baocao_core::limits::Limits;
use baocao_core::report::{Input, check_text};
use baocao_core::template::skeleton;

use crate::common::{ids, templates};

/// What is told of a text: the id and what was found.
fn told(text: &str) -> Vec<(String, String)> {
    let mut findings = Vec::new();
    check_text(text, &Limits::default(), |_| None, &mut findings);
    findings.into_iter().map(|finding| (finding.id.to_string(), finding.found.unwrap_or_default())).collect()
}

#[test]
fn letters_that_do_their_work_unseen_are_told() {
    for (text, code) in [
        ("An\u{202e} Bình", "U+202E"),
        ("An\u{34f} Bình", "U+034F"),
        ("\u{3164}", "U+3164"),
        ("An\u{115f}", "U+115F"),
        ("\u{17b4}a", "U+17B4"),
        ("a\u{180e}b", "U+180E"),
        ("❤\u{fe0f}", "U+FE0F"),
        ("a\u{e0041}b", "U+E0041"),
        ("a\u{f0000}", "U+F0000"),
        ("a\u{1b}[31m", "U+001B"),
        ("a\u{7f}", "U+007F"),
    ] {
        assert_eq!(told(text), [("van-ban/ky-tu-an".to_owned(), code.to_owned())], "{text:?}");
    }
    for text in ["Ủy ban nhân dân", "“…”\t–\n", "ạỹẠỸ", "a\u{ad}b", "中 ㄱ ㅎ"] {
        assert_eq!(told(text), [], "{text:?}");
    }
}

#[test]
fn marks_that_make_no_letter_are_told() {
    let many = format!("Na{}", "\u{301}".repeat(400));
    let cases = [
        ("\u{301}", "U+0301"),
        ("a \u{301}b", "U+0301"),
        ("5\u{336}", "U+0336"),
        ("a\u{301}\u{302}n", "U+0061 U+0301 U+0302"),
        ("á\u{302}n", "U+00E1 U+0302"),
        ("e\u{306}\u{301}\u{301}\u{301}", "U+0065 U+0306 U+0301 U+0301 U+0301"),
        (&many, "U+0061 U+0301 U+0301 U+0301 U+0301 U+0301 U+0301 U+0301"),
    ];
    for (text, codes) in cases {
        assert_eq!(told(text), [("van-ban/dau-roi".to_owned(), codes.to_owned())], "{text:?}");
    }
    // Letters that are decomposed, and those of Ê Đê and Gia Rai, which no composed letter has.
    for text in ["Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "ho\u{31b}\u{323}p", "Čư\u{306} M'gar, ê\u{306}, ơ\u{306}"]
    {
        assert_eq!(told(text), [], "{text:?}");
    }
    let mut findings = Vec::new();
    check_text("a\u{301}\u{302}n", &Limits::default(), |_| None, &mut findings);
    assert_eq!(findings[0].expected.as_ref().unwrap().vi, "ấ");
}

fn read(json: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let input = Input::parse("a.json", json.as_bytes().to_vec(), &Limits::default(), &mut findings).unwrap();
    input.check_texts(&mut findings);
    findings
}

#[test]
fn keys_pass_what_texts_pass() {
    assert_eq!(ids(&read(r#"{"tables": {"a\u202eb": 1}}"#)), ["van-ban/ky-tu-an"]);
    assert_eq!(ids(&read(r#"{"tables": {"\u0301": 1}}"#)), ["van-ban/dau-roi"]);
    assert_eq!(ids(&read(&format!(r#"{{"{}": 1}}"#, "x".repeat(1_001)))), ["van-ban/tu-qua-dai"]);
    assert_eq!(ids(&read(r#"{"sources": {"a\u202eb": 1}}"#)), Vec::<&str>::new());
}

#[test]
fn names_that_differ_in_their_form_alone_are_told() {
    let same = [
        r#"{"tables": {"báng": 1, "ba\u0301ng": 2}}"#,
        r#"{"tables": {"báng": {"part": {"table": "ba\u0301ng"}}}}"#,
        r#"{"columns": [{"id": "ba\u0301ng"}, {"id": "báng"}]}"#,
        r#"{"columns": [{"id": "báng"}], "rows": [{"sum": ["a", "ba\u0301ng"]}]}"#,
    ];
    for json in same {
        let findings = read(json);
        assert_eq!(ids(&findings), ["dau-vao/ma-hai-dang"], "{json}");
        assert_eq!(findings[0].found.as_deref(), Some("ba\u{301}ng (U+0301)"), "{json}");
    }
    // Words are no names.
    assert_eq!(ids(&read(r#"{"id": "báng", "title": "ba\u0301ng"}"#)), Vec::<&str>::new());
}

#[test]
fn toml_passes_what_json_passes() {
    let mut findings = Vec::new();
    Input::of_toml("a.toml", "reason = \"An\u{202e}\"\n\"b\u{34f}\" = 1\n", &mut findings);
    assert_eq!(ids(&findings), ["van-ban/ky-tu-an", "van-ban/ky-tu-an"]);
    assert!(render(&findings, Lang::Vi, false).contains("a.toml:2:1"), "{}", render(&findings, Lang::Vi, false));
}

#[test]
fn template_sets_pass_what_reports_pass() {
    const SET: &str = "thu/xa-2026";
    let load = |file: &str, change: fn(&str) -> String| {
        let mut files = skeleton(SET);
        let (_, text) = files.iter_mut().find(|(path, _)| path.ends_with(file)).unwrap();
        *text = change(text);
        let (templates, mut loaded, mut linted) = (templates(files), Vec::new(), Vec::new());
        templates.load(SET, None, &mut loaded);
        templates.lint(SET, &[], &mut linted);
        linted.retain(|finding| ids(&loaded).contains(&finding.id.as_str()));
        assert_eq!(ids(&loaded), ids(&linted), "{file}");
        loaded.iter().map(|finding| finding.id.to_string()).collect::<Vec<_>>()
    };
    let none = Vec::<String>::new();
    assert_eq!(load("mo-dau.md.hbs", str::to_owned), none);
    assert_eq!(load("mo-dau.md.hbs", |text| format!("{text} An\u{202e}")), ["van-ban/ky-tu-an"]);
    assert_eq!(load("mo-dau.md.hbs", |text| format!("{text} a\u{301}\u{302}")), ["van-ban/dau-roi"]);
    assert_eq!(
        load("form.json", |text| text.replacen("\"label\": \"", "\"label\": \"\u{200b}", 1)),
        ["van-ban/ky-tu-an"]
    );
    assert_eq!(
        load("form.json", |text| text.replacen("\"label\": \"", "\"label\": \"\\u0301", 1)),
        ["van-ban/dau-roi"]
    );
    assert_eq!(
        load("outline.json", |text| text.replacen("\"title\": \"", "\"title\": \"\\u202e", 1)),
        ["van-ban/ky-tu-an"]
    );
}

#[test]
fn a_letter_that_looks_like_another_is_shown_by_its_code() {
    let unknown = |name: &str| {
        let finding = baocao_core::kinds::input::UNKNOWN_VALUE.error(baocao_core::msg!("a", "a"));
        finding.one_of(name, &["outline", "bàng", "đọc-sách"]).hint.unwrap().en
    };
    assert_eq!(unknown("\u{43e}utline"), "did you mean \"outline\"? Character 1 of the name is U+043E");
    assert_eq!(unknown("ba\u{300}ng"), "did you mean \"bàng\"? Character 3 of the name is U+0300");
    assert_eq!(unknown("ðọc-sách"), "did you mean \"đọc-sách\"? Character 1 of the name is U+00F0");
    assert_eq!(unknown("t\u{43e}"), "Character 2 of the name is U+043E");
    assert_eq!(unknown("outlinê"), "did you mean \"outline\"?");
}

#[test]
fn endless_names_are_told_by_their_beginning() {
    let (word, words) = ("x".repeat(900_000), "xã ".repeat(300_000));
    let said = |name: &str| baocao_core::msg!("khóa \"{name}\" lạ", "the key \"{name}\" is strange");
    assert_eq!(said(&word).vi, format!("khóa \"{}… (900002 ký tự) lạ", &word[..79]));
    assert_eq!(
        said(&words).en,
        format!("the key \"{}… (900000 letters)\" is strange", words.chars().take(80).collect::<String>())
    );
    let path = "thu-muc/".repeat(20);
    assert_eq!(said(&path).vi, format!("khóa \"{path}\" lạ"));
}
