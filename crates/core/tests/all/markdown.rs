//! The Markdown subset, and what is told of what is outside it.

use baocao_core::diagnostic::{Place, Source};
use baocao_core::document::{Inline, Origin, Runs, plain_text, shifted};
use baocao_core::markdown::{Piece, label, parse};
use proptest::prelude::*;

fn shown(text: &str) -> (Vec<String>, Vec<&'static str>) {
    let mut findings = Vec::new();
    let pieces = parse(text, None, &mut findings);
    let lines = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Heading(level, text) => format!("h{level} {}", plain_text(text)),
            Piece::Paragraph(text) => plain_text(text),
            Piece::Item(mark, text) => format!("{mark} {}", plain_text(text)),
            Piece::Table(table) => format!("table {}x{}", table.columns.len(), table.body.len()),
            Piece::Placed(placed) => {
                format!("{:?} {} {:?}", placed.kind, placed.id, placed.title.as_ref().map(Runs::words))
            }
            Piece::Picture(picture) => format!("{} [{}] {}", picture.path, picture.alt, picture.caption.words()),
        })
        .collect();
    (lines, findings.iter().map(|finding| finding.id.as_str()).collect())
}

#[test]
fn blocks_of_the_subset() {
    let text =
        "Mở đầu\nnối dòng.\n\n- Một;\n- Hai:\n  + Con;\n+ Ba.\n\n4. Bốn\n\n2.1. Năm\n\n| A | B |\n|---|--:|\n| 1 | 2 |";
    let (lines, findings) = shown(text);
    assert_eq!(lines, ["Mở đầu nối dòng.", "- Một;", "- Hai:", "+ Con;", "+ Ba.", "4. Bốn", "2.1. Năm", "table 2x1"]);
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn lines_with_marks_of_any_kind_are_items() {
    for (text, expected) in [
        ("Gồm:\n• Một;\n▪ Hai.", &["Gồm:", "- Một;", "- Hai."][..]),
        ("– Một\n– Hai", &["- Một", "- Hai"]),
        ("Gồm:\n2. Hai;\n3) Ba", &["Gồm:", "2. Hai;", "3) Ba"]),
        ("a) Một\nb) Hai\nđ. Ba", &["a) Một", "b) Hai", "đ. Ba"]),
        ("Gồm:\ni) Một;\nii) Hai.", &["Gồm:", "i) Một;", "ii) Hai."]),
        ("Gồm:\\\n• **Một**: hai", &["Gồm:", "- Một: hai"]),
        // The line before needs no punctuation where the next mark follows.
        ("Gồm các việc\na) Một\nb) Hai", &["Gồm các việc", "a) Một", "b) Hai"]),
        ("Gồm các việc\n2. Hai\nrồi\n3. Ba", &["Gồm các việc", "2. Hai rồi", "3. Ba"]),
        ("Kết quả\n– Một\n– Hai", &["Kết quả", "- Một", "- Hai"]),
        ("Kết quả\n-Một\n-Hai\n+Ba\n+Bốn", &["Kết quả", "- Một", "- Hai", "+ Ba", "+ Bốn"]),
        ("Kết quả\n(i) Một\n(ii) Hai", &["Kết quả", "(i) Một", "(ii) Hai"]),
        ("(a) Một;\n(b) Hai", &["(a) Một;", "(b) Hai"]),
        ("Kết quả\ni. Một\nii. Hai\nI. Lớn\nII. Hơn", &["Kết quả", "i. Một", "ii. Hai", "I. Lớn", "II. Hơn"]),
        ("1.1. Một\n1.2. Hai\n1.2.1 Ba\n1.2.2 Bốn", &["1.1. Một", "1.2. Hai", "1.2.1 Ba", "1.2.2 Bốn"]),
        ("A. Mục;\nB. Mục", &["A. Mục;", "B. Mục"]),
        ("Gồm\no Một\no Hai", &["Gồm", "- Một", "- Hai"]),
        ("Gồm\n1/ Một\n2/ Hai\na- Ba\nb- Bốn", &["Gồm", "1/ Một", "2/ Hai", "a- Ba", "b- Bốn"]),
        ("Gồm\n2.Hai\n3.Ba\nd)bốn\ne)năm", &["Gồm", "2. Hai", "3. Ba", "d) bốn", "e) năm"]),
        ("Gồm\n**a) Một**: x\n**b) Hai**", &["Gồm", "a) Một: x", "b) Hai"]),
        ("- Một\na) Hai\nb) Ba", &["- Một", "a) Hai", "b) Ba"]),
        // Lines that were broken by hand go on.
        ("tại điểm\na) khoản 1, số\n15. Tổng", &["tại điểm a) khoản 1, số 15. Tổng"]),
        ("tăng (khoản 1 hoặc\n2) Sau đó", &["tăng (khoản 1 hoặc 2) Sau đó"]),
        // Deeper than Markdown has items, behind a tab, blanks or no-break spaces.
        ("Gồm:\n\t- Một;\n\t- Hai.", &["Gồm:", "- Một;", "- Hai."]),
        ("Gồm:\n      + Một;\n      + Hai.", &["Gồm:", "+ Một;", "+ Hai."]),
        ("Gồm:\n\u{a0}\u{a0}- Một;\n\u{a0}a) Hai.", &["Gồm:", "- Một;", "a) Hai."]),
        ("Gồm: (1) một; (2) hai;\n(3) ba\n(4) bốn", &["Gồm: (1) một; (2) hai; (3) ba (4) bốn"]),
        ("số 5,\n12/QĐ-UBND ngày\n1/5 và\nQ.Hải Châu", &["số 5, 12/QĐ-UBND ngày 1/5 và Q.Hải Châu"]),
        ("tăng\n\\- Một\n-5 độ\n-6 độ", &["tăng - Một -5 độ -6 độ"]),
        ("năm:\n2023. Trong đó\n• ", &["năm: 2023. Trong đó •"]),
    ] {
        let (lines, findings) = shown(text);
        assert_eq!(lines, expected, "{text}");
        assert!(findings.is_empty(), "{text}: {findings:?}");
    }
}

/// What word processors put between a mark and its words, and marks that they make of others.
#[test]
fn marks_of_word_processors_begin_items() {
    for (text, lines) in [
        ("Gồm:\na)\tMột\tviệc;\nb)\tHai.", &["Gồm:", "a) Một việc;", "b) Hai."][..]),
        ("Gồm:\n+) Một;\n+) Hai.", &["Gồm:", "+ Một;", "+ Hai."]),
        ("Gồm:\n*) Một;\n->\u{a0}Hai;\n=> Ba.", &["Gồm:", "- Một;", "- Hai;", "- Ba."]),
        ("Gồm:\n‐ Một;\n‐ Hai.\n~ Ba.", &["Gồm:", "- Một;", "- Hai.", "- Ba."]),
        ("Gồm:\nc, Một;\nd, Hai.", &["Gồm:", "c, Một;", "d, Hai."]),
        ("Các nhóm a,\nb, c và d.", &["Các nhóm a, b, c và d."]),
        ("=> Kết luận: đạt.", &["=> Kết luận: đạt."]),
        ("Công tác\tcải cách.", &["Công tác cải cách."]),
    ] {
        assert_eq!(shown(text), (lines.iter().map(|line| (*line).to_owned()).collect(), vec![]), "{text:?}");
    }
}

#[test]
fn a_single_line_with_a_mark_that_may_be_an_item_is_told() {
    for (text, told) in [
        ("Chỉ một việc\nđ) Năm", true),
        ("Kết quả\n– Một", true),
        ("Việc\n2. Hai\n4. Bốn", true),
        ("kinh tế\n– xã hội", true),
        ("Kết quả\nb) một điểm", true),
        ("Kết quả\n— một gạch dài.", true),
        ("điểm a hoặc\nđiểm b", false),
        ("Việc\n\n2. Hai", false),
        ("Việc:\n2. Hai", false),
    ] {
        assert_eq!(shown(text).1.contains(&"van-ban/dong-in-lien"), told, "{text}");
    }
}

#[test]
fn a_note_stands_right_behind_its_word_and_is_one_however_often_it_is_cited() {
    let pieces = parse("Một [^1], hai  [^1].\n\n[^1]: Chú  thích.", None, &mut Vec::new());
    let [Piece::Paragraph(runs)] = &pieces[..] else { panic!("{pieces:?}") };
    let [Inline::Text(one), Inline::Footnote(note), Inline::Text(two), Inline::Cited(cited), _] = &runs[..] else {
        panic!("{runs:?}")
    };
    assert_eq!((one.as_str(), two.as_str(), plain_text(note).as_str()), ("Một", ", hai", "Chú thích."));
    assert_eq!(&cited.text, note);
}

#[test]
fn a_note_of_more_than_half_a_page_is_told() {
    let note = |words: usize| format!("Một[^1].\n\n[^1]: {}", "chú thích ".repeat(words));
    assert!(shown(&note(150)).1.is_empty());
    assert_eq!(shown(&note(500)).1, ["van-ban/chu-thich-dai"]);
}

#[test]
fn syntax_of_others_is_text() {
    let text = "#read(\"/etc/passwd\") {{x}} $a$ @b `c` <b>d</b> https://e.vn <script>";
    assert_eq!(shown(text), (vec![text.to_owned()], vec![]));
    assert_eq!(shown("<div>\nmột\n</div>").0, ["<div>một</div>"]);
    assert_eq!(shown("a \\* b, 3 * 4, tổng số*, (*)").0, ["a * b, 3 * 4, tổng số*, (*)"]);
}

#[test]
fn footnotes_are_found_and_missed() {
    let mut findings = Vec::new();
    let pieces = parse("Một[^1].\n\n[^1]: Kế hoạch\n  số 5.", None, &mut findings);
    let Piece::Paragraph(runs) = &pieces[0] else { panic!("{pieces:?}") };
    let Inline::Footnote(note) = &runs[1] else { panic!("{runs:?}") };
    assert_eq!(plain_text(note), "Kế hoạch số 5.");
    assert_eq!(shown("Một[^2]").1, ["van-ban/thieu-chu-thich"]);
    assert_eq!(shown("Một\n\n[^2]: x").1, ["van-ban/chu-thich-thua"]);
}

#[test]
fn open_marks_are_told() {
    assert_eq!(shown("Đây là **đậm").1, ["van-ban/dau-khong-dong"]);
    assert_eq!(shown("Đây là *nghiêng").1, ["van-ban/dau-khong-dong"]);
    assert_eq!(shown("**đậm** và *nghiêng*").1, Vec::<&str>::new());
}

#[test]
fn what_is_outside_the_subset_is_told_and_printed() {
    let told = vec!["van-ban/ngoai-tap-con"];
    assert_eq!(shown("![ảnh *con dấu*][1]\n\n[1]: dau.png"), (vec!["![ảnh *con dấu*][1]".to_owned()], told.clone()));
    assert_eq!(shown("Một\n\n---\n\nHai"), (vec!["Một".to_owned(), "---".to_owned(), "Hai".to_owned()], told.clone()));
    assert_eq!(shown("```\nmã\n```").1, told);
    assert_eq!(shown("> Trích"), (vec!["> Trích".to_owned()], told.clone()));
    // What is more than a number is no quotation.
    for text in ["> 95% hộ dân; < 2% hộ nghèo", ">7 hồ sơ", "Đạt > 95%"] {
        assert_eq!(shown(text), (vec![text.to_owned()], vec![]));
    }
    assert_eq!(shown("Gồm:\n\n- > 95% hộ\n- Một").0, ["Gồm:", "- > 95% hộ", "- Một"]);
    // What would make a heading of a text is printed below it.
    for line in ["===", "-----", "--- "] {
        let lines = vec!["Dòng".to_owned(), line.trim().to_owned()];
        assert_eq!(shown(&format!("Dòng\n{line}")), (lines, told.clone()), "{line}");
    }
    assert_eq!(shown("Gồm:\n> Một;\n@ Hai; a@b.vn\n> 7 hồ sơ;\n@ Ba"), {
        let lines = ["Gồm:", "- Một;", "- Hai; a@b.vn > 7 hồ sơ;", "- Ba"];
        (lines.map(str::to_owned).to_vec(), vec![])
    });
    assert_eq!(shown("@ten và @ mã"), (vec!["@ten và @ mã".to_owned()], vec![]));
    assert_eq!(shown("R&amp;D"), (vec!["R&amp;D".to_owned()], vec![]));
    assert_eq!(shown("\\[^1\\] \\*"), (vec!["[^1] *".to_owned()], vec![]));
}

/// The kinds of runs of a text that is one paragraph: `^2` is raised, `_2` lowered.
fn runs(text: &str) -> (String, Vec<&'static str>) {
    let mut findings = Vec::new();
    let pieces = parse(text, None, &mut findings);
    fn said(runs: &[Inline]) -> String {
        let one = |run: &Inline| match run {
            Inline::Text(text) | Inline::Keep(text) => text.replace('\u{2060}', ""),
            Inline::Super(text) => format!("<^{text}>"),
            Inline::Sub(text) => format!("<_{text}>"),
            Inline::Bold(inner) => format!("<b {}>", said(inner)),
            Inline::Italic(inner) => format!("<i {}>", said(inner)),
            other => format!("{other:?}"),
        };
        runs.iter().map(one).collect()
    }
    let [Piece::Paragraph(runs)] = &pieces[..] else { panic!("{text}: {pieces:?}") };
    (said(runs).replace('\u{a0}', " "), findings.iter().map(|finding| finding.id.as_str()).collect())
}

#[test]
fn letters_are_raised_and_lowered_between_braces() {
    for (text, wanted) in [
        ("25 m^{2} đất", "25 m<^2> đất"),
        ("H_{2}O, CO_{2}", "H<_2>O, CO<_2>"),
        ("SO_{4}^{2-}", "SO<_4><^2->"),
        ("10^{-3} và x_{max}", "10<^-3> và x<_max>"),
        ("**H_{2}O** và *x*^{2}", "<b H<_2>O> và <i x><^2>"),
        // An underscore inside of italics that are made of underscores.
        ("_nước H_{2}O sạch_", "<i nước H<_2>O sạch>"),
        ("Nghị định số 30/2020/NĐ-CP^{a}", "Nghị định số 30/2020/NĐ-CP<^a>"),
        ("(a)^{2}; 30%^{1}", "(a)<^2>; 30%<^1>"),
        // What texts have, and what others mean by it.
        ("m^2, 10^3, 2^10^, ~20 ha, 5~10~15", "m^2, 10^3, 2^10^, ~20 ha, 5~10~15"),
        ("x\\^{2} và y\\_{2}", "x^{2} và y_{2}"),
        ("{ten}_{ngay} ^{2} và _{2}", "{ten}_{ngay} ^{2} và _{2}"),
        ("m² m³ CO₂", "m² m³ CO₂"),
    ] {
        assert_eq!(runs(text), (wanted.to_owned(), vec![]), "{text}");
    }
    for text in ["m^{2 đất", "m^{2 3}", "m^{}", "H_{2", "x^{aaaaaaaaaaaaaaaaaaaaa}", "x^{a{b}}"] {
        assert_eq!(runs(text), (text.to_owned(), vec!["van-ban/chi-so-viet-sai"]), "{text}");
    }
    assert_eq!(runs("x^{aaaaaaaaaaaaaaaaaaaa}").1, Vec::<&str>::new(), "so many letters");
}

#[test]
fn pictures_are_paragraphs_of_their_own() {
    for (text, wanted) in [
        ("Như sau:\n\n![Năm bước](anh/a.png)\n\nHết.", &["Như sau:", "anh/a.png [Năm bước] ", "Hết."][..]),
        ("![Năm bước](a.png \"Hình 1. Quy trình\")", &["a.png [Năm bước] Hình 1. Quy trình"]),
        ("![Năm bước](<a b.png> 'Hình 1. CO_{2}')", &["a b.png [Năm bước] Hình 1. CO2"]),
        (
            "![Năm *bước*, m^{2}](a.png)\n*Hình 1. Quy trình*\n\nHết.",
            &["a.png [Năm bước, m²] Hình 1. Quy trình", "Hết."],
        ),
        (
            "![Năm bước](a.png)\n\n_Hình 1. Quy trình_\n\n*Nguồn: xã.*",
            &["a.png [Năm bước] Hình 1. Quy trình", "Nguồn: xã."],
        ),
        ("![Năm [5] bước](a.png)\n\n*Nghiêng* rồi thẳng.", &["a.png [Năm [5] bước] ", "Nghiêng rồi thẳng."]),
    ] {
        let lines: Vec<String> = wanted.iter().map(|line| (*line).to_owned()).collect();
        assert_eq!(shown(text), (lines, vec![]), "{text}");
    }
    // Odd spaces and brackets.
    for text in [
        "![a\u{3000}](<\u{3000}> \"\u{3000}b\")",
        "![`[`](a \"b\")",
        "![`]`](a (b))",
        "![a](b '')",
        "![](<>)",
        "![a](b\n\"c\")",
    ] {
        shown(text);
    }
    assert_eq!(shown(&format!("{}a{}", "![".repeat(100), "](b.png)".repeat(100))).1, ["van-ban/long-qua-sau"]);
    for text in [
        "Xem ![Sơ đồ](a.png).",
        "Xem\n![Sơ đồ](a.png)",
        "![Sơ đồ](a.png)\n![Sơ đồ](b.png)",
        "![Sơ đồ](a.png)\nHình 1. Quy trình",
        "- ![Sơ đồ](a.png)",
        "**![Sơ đồ](a.png)**",
        "# ![Sơ đồ](a.png)",
        "[![Sơ đồ](a.png)](https://a.vn)",
        "Một[^1]\n\n[^1]: ![Sơ đồ](a.png)",
        "| A |\n|---|\n| ![Sơ đồ](a.png) |",
    ] {
        let told = shown(text).1;
        assert!(!told.is_empty() && told.iter().all(|id| *id == "hinh-anh/khong-dung-rieng"), "{text}: {told:?}");
    }
    for text in [
        "![](anh/so-do.png)",
        "![ . ](a.png)",
        "![so-do](anh/so-do.png)",
        "![SO-DO.png](anh/so-do.png)",
        "![anh/a.png](anh/a.png)",
    ] {
        assert_eq!(shown(text).1, ["hinh-anh/thieu-mo-ta"], "{text}");
    }
}

#[test]
fn charts_and_tables_are_placed_in_paragraphs_of_their_own() {
    let (lines, findings) =
        shown("Như sau:\n\n![](bieu-do:tien-do)\n\n![Bảng *một*](bang:a.b)\n\n![](<bang:a b>)\n\nHết.");
    let placed = ["Như sau:", "Chart tien-do None", "Table a.b Some(\"Bảng một\")", "Table a b None", "Hết."];
    assert_eq!((lines, findings), (placed.map(str::to_owned).to_vec(), vec![]));
    for text in [
        "Xem ![](bang:a).",
        "Xem\n![](bang:a)",
        "![](bang:a)\n![](bang:b)",
        "- ![](bang:a)",
        "**![](bang:a)**",
        "# ![](bang:a)",
        "Một[^1]\n\n[^1]: ![](bang:a)",
        "| A |\n|---|\n| ![](bang:a) |",
    ] {
        let told = shown(text).1;
        assert!(!told.is_empty() && told.iter().all(|id| *id == "van-ban/dat-khong-rieng"), "{text}: {told:?}");
    }
    for text in ["![](bang:a b)", "![(bieu-do:a)", "[](bieu-do:a b"] {
        let told = shown(text).1;
        assert_eq!(told, if text.contains("](") { vec!["van-ban/dat-sai"] } else { vec![] }, "{text}");
    }
    assert_eq!(shown("\\!\\[\\](bang:a)").1, Vec::<&str>::new());
}

/// A line that ends inside of code, of tags or of quoted words ends in a space, as between other words, also behind a space
/// that does not break.
#[test]
fn lines_that_end_inside_of_code_end_in_a_space() {
    for (text, words) in [
        ("a `b\nc` d", "a `b c` d"),
        ("[^1]\u{a0}`\n`", "[^1] ` `"),
        ("Xã\u{a0}`b\nc`", "Xã `b c`"),
        ("a <b\nc> d", "a <b c> d"),
        ("- a\u{a0}`b\nc`", "a `b c`"),
    ] {
        let place = Place::new(&Source::new("a.md", text), 0..text.len());
        let [Piece::Paragraph(runs) | Piece::Item(_, runs)] = &parse(text, Some(&place), &mut Vec::new())[..] else {
            panic!("{text}")
        };
        assert_eq!(runs.words(), words, "{text}");
    }
}

proptest! {
    #[test]
    fn plain_labels_are_read_as_markdown_reads_them(text in "[a-cA-CđếI][a-cđỷ](([0-9,.;:()/% -]|http://|www\\.|:--|[a-cđếI12. ]){0,20})") {
        let mut runs = Vec::new();
        for piece in parse(&text, None, &mut Vec::new()) {
            match piece {
                Piece::Paragraph(text) | Piece::Item(_, text) | Piece::Heading(_, text) => runs.extend(text),
                other => prop_assert!(false, "{other:?}"),
            }
        }
        prop_assert_eq!(label(&text).to_vec(), runs);
    }

    #[test]
    fn letters_know_their_bytes(text in "([-*_\\[\\]^:|#<>`0-9a-zđ .\\n!()&\u{a0}{}\\\\]|\\n\\n|\\[\\^1\\]|\\[\\^1\\]: |[\\^_]\\{[+0-9a]{1,2}\\}|!\\[a\\]\\(b\\.png \"c\"\\)){0,80}") {
        let place = Place::new(&Source::new("a.md", text.clone()), 0..text.len());
        let mut pieces = parse(&text, Some(&place), &mut Vec::new());
        let runs = pieces.iter_mut().flat_map(|piece| match piece {
            Piece::Paragraph(text) | Piece::Item(_, text) | Piece::Heading(_, text) => vec![std::mem::take(text)],
            Piece::Table(table) => table.body.iter().flat_map(|row| &row.cells).map(|cell| cell.text.clone()).collect(),
            Piece::Picture(picture) => vec![std::mem::take(&mut picture.caption)],
            Piece::Placed(_) => Vec::new(),
        });
        for runs in runs {
            let words: Vec<char> = runs.words().chars().collect();
            for traced in runs.origins() {
                let Origin::Template(_, bytes) = &traced.from else { panic!("{traced:?}") };
                let there = text[bytes.clone()].replace(['\u{a0}', '\n'], " ");
                let letters: String = words[traced.letters.clone()].iter().collect();
                prop_assert!(letters == there || letters == shifted::raised(&there), "{letters:?} {there:?}");
            }
        }
    }

    #[test]
    fn nothing_panics(text in "([-+*_\\[\\]^:|#<>`0-9a-zđ .\\n!(){}\"'\\\\]|!\\[\\]\\(bang:a\\)|!\\[a\\]\\(<b c> '|[\\^_]\\{){0,80}") {
        let _ = shown(&text);
    }

    /// Letters with marks around some of them are the same letters without these.
    #[test]
    fn marks_of_shifted_letters_take_no_letter_away(parts in prop::collection::vec(("[a-zđ0-9]{1,6}[ .,;)]?[a-z0-9]", "[a-zđ0-9]{1,4}", any::<bool>()), 1..8)) {
        let marked: String = parts.iter().map(|(before, inside, up)| format!("{before}{}{{{inside}}}", if *up { '^' } else { '_' })).collect();
        let plain: String = parts.iter().map(|(before, inside, _)| format!("{before}{inside}")).collect();
        let runs = Inline::text(&marked);
        prop_assert!(runs.iter().any(|run| matches!(run, Inline::Super(_) | Inline::Sub(_))));
        let letters = |runs: &[Inline]| -> String {
            let own = |run: &Inline| match run {
                Inline::Text(text) | Inline::Keep(text) | Inline::Super(text) | Inline::Sub(text) => text.replace('\u{a0}', " "),
                other => panic!("{other:?}"),
            };
            runs.iter().map(own).collect()
        };
        prop_assert_eq!(letters(&runs), plain);
        prop_assert_eq!(label(&marked).words().chars().count(), plain_text(&runs).chars().count());
    }
}
