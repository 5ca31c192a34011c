//! Words that are looked for.

use baocao_core::report::Slot;
use baocao_reading::phrase::{Fault, LONGEST};
use baocao_reading::{Passage, Phrase, Phrases, TextKind};

fn found(phrase: &str, text: &str) -> Vec<String> {
    let passage = Passage::new(Slot::section("a"), TextKind::Prose, text);
    let phrases = Phrases::new([(Phrase::read(phrase).expect("a phrase"), ())]);
    let range = |pieces: std::ops::Range<usize>| {
        passage.pieces()[pieces.start].range.start..passage.pieces()[pieces.end - 1].range.end
    };
    phrases.find(&passage).map(|(pieces, ..)| passage.text[range(pieces)].to_owned()).collect()
}

#[test]
fn phrases_are_whole_words_in_any_case_and_composition() {
    assert_eq!(
        found("sử lý", "Sử lý, SỬ LÝ, sử  lý, sử\nlý, lịch sử lýa, sử-lý"),
        ["Sử lý", "SỬ LÝ", "sử  lý", "sử\nlý"]
    );
    assert_eq!(found("lý", "su\u{31b}\u{309} ly\u{301}"), ["ly\u{301}"]);
    assert_eq!(found("sử lý", "**sử** lý"), ["sử lý"]);
    // A paragraph ends what belongs together.
    assert_eq!(found("sử lý", "sử\n\nlý"), [""; 0]);
    assert_eq!(found("COVID-19", "COVID-19, Covid-19, COVID - 19"), ["COVID-19"]);
    assert_eq!(found("phòng, chống", "phòng, chống; phòng chống; phòng ,chống"), ["phòng, chống"]);
}

#[test]
fn braces_stand_for_words_of_a_kind() {
    assert_eq!(found("khoản {1}", "Khoản 2a và khoản b"), ["Khoản 2a"]);
    assert_eq!(found("quý {I}", "quý III, quý 3"), ["quý III"]);
    assert_eq!(found("{1}%", "75%, 75 %, 1.095,5%, 3/4%"), ["75%", "1.095,5%", "4%"]);
    assert_eq!(found("điểm {x}", "điểm đ, điểm mới"), ["điểm đ"]);
    assert_eq!(found("phòng {A}", "phòng Nội vụ, phòng họp"), ["phòng Nội"]);
    assert_eq!(found("phòng {a}", "phòng Nội vụ, phòng họp"), ["phòng họp"]);
    assert_eq!(found("{|} việc", "- Việc một\nviệc hai, việc ba"), ["Việc", "việc"]);
    assert_eq!(found("việc {|}", "việc một, việc\nhai việc"), ["việc", "việc"]);
}

#[test]
fn what_says_nothing_is_no_phrase() {
    assert_eq!(Phrase::read("  "), Err(Fault::Empty));
    assert_eq!(Phrase::read("a {y}"), Err(Fault::Unknown("{y}".into())));
    assert_eq!(Phrase::read("a {1"), Err(Fault::Unknown("{1".into())));
    assert_eq!(Phrase::read(&"a".repeat(LONGEST + 1)), Err(Fault::TooLong));
    for (written, says) in [("{A}", false), (", ", false), ("{|} {1}", false), ("&", true), ("a", true)] {
        assert_eq!(Phrase::read(written).map(|phrase| phrase.says_something()), Ok(says), "{written}");
    }
}
