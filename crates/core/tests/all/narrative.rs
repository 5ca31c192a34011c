//! Section templates: how they are cut and shortened before they are parsed, the names in them; numbers of headings.

use baocao_core::diagnostic::Finding;
use baocao_core::document::{Block, plain_text};
use baocao_core::narrative::Script;
use baocao_core::narrative::prepare::parts;
use baocao_core::narrative::shorten::Shortened;
use baocao_core::template::Templates;
use handlebars::template::{Template, TemplateElement};
use serde_json::{Value as Json, json};

use crate::common::{composed, ids, set};

/// Sections of these depths, each below the one before it that is less deep.
fn outline(depths: &[usize]) -> Vec<Json> {
    let section = |(at, depth): (usize, &usize)| {
        let below = &depths[at + 1..];
        let count = below.iter().take_while(|other| *other > depth).count();
        (*depth == depths[0]).then(|| json!({ "title": "Đầu mục", "sections": outline(&below[..count]) }))
    };
    depths.iter().enumerate().filter_map(section).collect()
}

/// The numbers of headings of these depths.
fn numbers(numbering: &[&str], depths: &[usize]) -> Vec<String> {
    let own = json!({ "numbering": numbering, "outline": outline(depths), "sections": {} });
    let (document, findings) = composed(set(&[]), &own);
    let body = document.unwrap_or_else(|| panic!("{findings:?}")).body;
    let number = |block| match block {
        Block::Heading { number, .. } => Some(number),
        _ => None,
    };
    body.into_iter().filter_map(number).collect()
}

#[test]
fn depths_count_on_their_own() {
    assert_eq!(
        numbers(&["roman", "decimal", "letter"], &[1, 2, 3, 3, 3, 3, 3, 2, 3, 1, 2]),
        ["I.", "1.", "a)", "b)", "c)", "d)", "đ)", "2.", "a)", "II.", "1."]
    );
}

#[test]
fn nested_numbers_name_the_heading_above() {
    assert_eq!(numbers(&["roman", "decimal", "nested"], &[1, 2, 2, 3, 3]), ["I.", "1.", "2.", "2.1.", "2.2."]);
}

#[test]
fn nested_numbers_of_several_depths_are_whole() {
    assert_eq!(
        numbers(&["roman", "decimal", "nested", "nested", "letter"], &[1, 2, 2, 3, 4, 4, 5, 3, 4]),
        ["I.", "1.", "2.", "2.1.", "2.1.1.", "2.1.2.", "a)", "2.2.", "2.2.1."]
    );
}

#[test]
fn the_variables_that_are_checked_are_those_that_are_filled() {
    let set = || set(&[("mo-dau", "{{khong-phai-ten-bien}}")]);
    let (mut checked, filled) = (Vec::new(), composed(set(), &json!({})).1);
    Script::new(set()).check(&mut checked);
    assert_eq!([ids(&checked), ids(&filled)], [["mau/khong-chay-duoc"], ["mau/khong-chay-duoc"]]);
    assert!(checked[0].expected.as_ref().is_some_and(|known| known.en.contains("period_short")), "{checked:?}");
    assert_eq!(checked[0].expected, filled[0].expected);
}

#[test]
fn names_are_found_in_expressions_only() {
    let text = r#"a {{a}} {{#if (known "a")}}{{ba}}{{/if}} {{count a}}"#;
    let mut findings = Vec::new();
    Script::new(set(&[("mo-dau", text)])).check(&mut findings);
    let of_a = findings.iter().filter(|finding| finding.message.en.ends_with("no variable \"a\""));
    let places: Vec<_> = of_a.filter_map(|finding| finding.place.as_ref()?.span()).collect();
    assert_eq!(places, [4..5, 49..50]);
}

fn cut(text: &str) -> Vec<&str> {
    parts(text).into_iter().map(|range| &text[range]).collect()
}

#[test]
fn templates_are_cut_at_blank_lines_outside_of_blocks() {
    assert_eq!(cut(""), [""]);
    assert_eq!(cut("a\n\n\nb\n"), ["a\n\n\n", "b\n"]);
    assert_eq!(cut("{{#if x}}\na\n\nb\n{{/if}}\n\nc"), ["{{#if x}}\na\n\nb\n{{/if}}\n\n", "c"]);
    assert_eq!(cut("a\n\n{{~#if x}}b{{/if~}}\n\nc"), ["a\n\n{{~#if x}}b{{/if~}}\n\nc"]);
    assert_eq!(cut("{{!-- {{#if x}}\n\nno --}}\n\nb"), ["{{!-- {{#if x}}\n\nno --}}\n\n", "b"]);
    assert_eq!(cut("{{#if x}}\n\nnever closed"), ["{{#if x}}\n\nnever closed"]);
    assert_eq!(cut("{{{{raw}}}}\n\nb"), ["{{{{raw}}}}\n\nb"]);
}

#[test]
fn templates_are_cut_behind_blocks_that_end_on_their_own_line() {
    assert_eq!(cut("{{#if x}}\na\n{{/if}}\n{{#if y}}"), ["{{#if x}}\na\n{{/if}}\n", "{{#if y}}"]);
    assert_eq!(cut("{{#if x}}\n{{#if y}}\na\n{{/if}}\n{{/if}}\n"), ["{{#if x}}\n{{#if y}}\na\n{{/if}}\n{{/if}}\n"]);
    assert_eq!(cut("{{#if x}}a{{/if}}\nb"), ["{{#if x}}a{{/if}}\nb"]);
    assert_eq!(cut("{{#if x}}\na\n{{/if}}\n  b"), ["{{#if x}}\na\n{{/if}}\n  b"]);
    assert_eq!(cut("{{#if x}}\na\n{{/if~}}\nb"), ["{{#if x}}\na\n{{/if~}}\nb"]);
}

/// The elements of a template, texts beside one another joined.
fn elements(template: Template, into: &mut Vec<TemplateElement>) {
    for element in template.elements {
        match (into.last_mut(), element) {
            (_, TemplateElement::RawString(text)) if text.is_empty() => {}
            (Some(TemplateElement::RawString(before)), TemplateElement::RawString(text)) => before.push_str(&text),
            (_, element) => into.push(element),
        }
    }
}

/// Without the lines and columns that the parser counted.
fn bare(elements: &mut [TemplateElement]) {
    for element in elements {
        if let TemplateElement::HelperBlock(call) = element {
            for below in [&mut call.template, &mut call.inverse].into_iter().flatten() {
                below.mapping.clear();
                bare(&mut below.elements);
            }
        }
    }
}

#[test]
fn the_parts_are_the_whole() {
    let templates = Templates::built_in();
    let mut cuts = 0;
    for set in templates.names() {
        let set = templates.load(set, None, &mut Vec::new()).unwrap();
        for source in set.sections.values() {
            let (mut whole, mut joined) = (Vec::new(), Vec::new());
            elements(Template::compile(&source.text).unwrap(), &mut whole);
            for range in parts(&source.text) {
                cuts += 1;
                elements(Template::compile(&source.text[range]).unwrap(), &mut joined);
            }
            bare(&mut whole);
            bare(&mut joined);
            assert_eq!(whole, joined, "{}", source.name);
        }
    }
    assert!(cuts > 300, "{cuts}");
}

/// Parsed in its shortened form and as it is, a template is the same but for lines and columns.
fn same(text: &str) -> bool {
    fn bare(template: &mut Template) {
        template.mapping.clear();
        for element in &mut template.elements {
            if let TemplateElement::HelperBlock(call) = element {
                [&mut call.template, &mut call.inverse].into_iter().flatten().for_each(bare);
            }
        }
    }
    let mut short = Shortened::new(text).parse("x").unwrap();
    let mut whole = Template::compile_with_name(text, "x".to_owned()).unwrap();
    bare(&mut short);
    bare(&mut whole);
    short == whole
}

#[test]
fn what_is_left_out_comes_back() {
    assert!(same(""));
    assert!(same("Không có thẻ nào.\n"));
    assert!(same(
        "{{#if (co \"a.b\")}}\nĐã có {{so \"a.b\"}} việc.\n{{else if (co \"c\")}}\n c \n{{else}}\n\nKhông.\n{{/if}}\n"
    ));
    assert!(same("a {{~#if x~}} b {{~else~}} c {{~/if~}} d"));
    assert!(same("{{!-- ghi chú \"x\" }} --}}\n- {{so 'a.b'}}; {{{b}}} {{&c}} {{h k=\"v\" m=(n \"o\")}}"));
    assert!(same("\\{{so \"a\"}} b"));
    assert!(same("{{{{raw}}}} {{x}} {{{{/raw}}}}"));
    assert!(same("\u{e000} {{so \"a\"}}"));
}

#[test]
fn offsets_lead_back() {
    let text = "Một dòng\ndài {{so \"ke-hoach.a\"}} rồi {{sai}}";
    let short = Shortened::new(text);
    assert!(short.text().len() < text.len() / 2 + 8);
    for tag in ["{{so", "{{sai"] {
        assert_eq!(short.whole_offset(short.text().find(tag).unwrap()), text.find(tag).unwrap());
    }
    assert_eq!(short.whole_offset(short.text().len()), text.len());
}

#[test]
fn tags_that_never_end_stay_for_the_parser_to_tell() {
    assert_eq!(Shortened::new("a {{so \"b\"").text(), "a {{so \"b\"");
    assert_eq!(Shortened::new("a {{so \"b}} c").text(), "a {{so \"b}} c");
}

/// What is told of a section template, by the check of its set and when it is filled.
fn refused(text: &str) -> Vec<String> {
    let (mut checked, filled) = (Vec::new(), composed(set(&[("mo-dau", text)]), &json!({})).1);
    Script::new(set(&[("mo-dau", text)])).check(&mut checked);
    let said =
        |findings: &[Finding]| -> Vec<String> { findings.iter().map(|finding| finding.message.en.clone()).collect() };
    assert_eq!(said(&checked), said(&filled), "{text}");
    said(&checked)
}

#[test]
fn what_the_library_brings_is_refused_by_all_alike() {
    for (text, told) in [
        ("{{this}}", "templates have no variable \"this\""),
        ("{{{this}}}", "templates have no variable \"this\""),
        ("{{@root}}", "templates have no variable \"@root\""),
        ("{{#if ../x}}a{{/if}}", "templates have no variable \"../x\""),
        ("{{eq 1 1}}", "templates have no helper \"eq\""),
        ("{{len \"a\"}}", "templates have no helper \"len\""),
        ("{{#if (gt 2 1)}}a{{/if}}", "templates have no helper \"gt\""),
        ("{{#unless (and true (lookup period \"a\"))}}a{{/unless}}", "templates have no helper \"lookup\""),
        ("{{#if true foo=1}}a{{/if}}", "the helper \"if\" has no option \"foo\""),
        ("{{#if 0 includeZero=true}}a{{/if}}", "the helper \"if\" has no option \"includeZero\""),
        ("{{value \"to-chuc.nhan-su\" foo=1}}", "the helper \"value\" has no option \"foo\""),
        ("{{forms_attached}}", "\"forms_attached\" answers yes or no and prints nothing"),
        ("{{not true}}", "\"not\" answers yes or no and prints nothing"),
        ("{{if true}}", "\"if\" is used as {{#if ...}} alone"),
        ("{{#and true true}}a{{/and}}", "the helper \"and\" has no block"),
    ] {
        let said = refused(text);
        assert!(said.iter().any(|said| said == told), "{text}: {said:?}");
    }
    for text in
        ["{{#each period}}a{{/each}}", "{{#with period}}a{{/with}}", "{{log \"a\"}}", "{{{{raw}}}}a{{{{/raw}}}}"]
    {
        assert_ne!(refused(text), Vec::<String>::new(), "{text}");
    }
    for text in [
        "{{#if (and forms_attached (not false))}}a{{else}}b{{/if}}",
        "{{#unless forms_attached}}a{{/unless}} {{period}}",
    ] {
        assert_eq!(refused(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn blocks_and_branches_end_somewhere() {
    let chain = |count: usize| format!("{{{{#if true}}}}a{}{{{{/if}}}}", "{{else if true}}b".repeat(count));
    let nested = |count: usize, open: &str, close: &str| open.repeat(count) + "a" + &close.repeat(count);
    assert_eq!(refused(&chain(128)), Vec::<String>::new());
    assert_eq!(refused(&nested(32, "{{#if true}}", "{{/if}}")), Vec::<String>::new());
    for text in
        [chain(129), chain(15_000), nested(33, "{{#if true}}", "{{/if}}"), nested(9_000, "{{^if true}}", "{{/if}}")]
    {
        assert_eq!(refused(&text), ["the template is nested too deeply"]);
    }
}

/// An own outline that ends itself needs no closing of the template, unless the report brings one.
#[test]
fn a_text_that_ends_itself_has_no_closing() {
    let body = |below: Json, sections: Json| {
        let outline = json!([{ "text": "Tình hình ổn định." }, { "title": "Kiến nghị", "sections": below }]);
        let own = json!({ "outline": outline, "sections": sections });
        let (document, findings) = composed(set(&[("ket-thuc", "Trên đây là báo cáo.")]), &own);
        let body = document.unwrap_or_else(|| panic!("{findings:?}")).body;
        let text = |block: &Block| match block {
            Block::Paragraph { text } => Some(plain_text(text)),
            _ => None,
        };
        let texts: Vec<String> = body.iter().filter_map(text).collect();
        texts[texts.len() - 2..].to_vec()
    };
    let ended = json!([{ "title": "Với cấp trên", "text": "Đề nghị hỗ trợ." }, { "text": "Kính báo cáo./." }]);
    assert_eq!(body(ended.clone(), json!({})), ["Đề nghị hỗ trợ.", "Kính báo cáo./."]);
    assert_eq!(body(ended, json!({ "ket-thuc": "Hết." })), ["Kính báo cáo./.", "Hết./."]);
    let open = json!([{ "title": "Với cấp trên", "text": "Hết./." }, { "text": "Kính báo cáo." }]);
    assert_eq!(body(open, json!({})), ["Kính báo cáo.", "Trên đây là báo cáo./."]);
}
