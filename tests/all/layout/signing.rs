//! Where documents are signed, sealed, numbered and dated: the places that their files name are free on the page.

use baocao::{Office, Standards};
use baocao_pdf::file::File;
use baocao_pdf::{Mark, Place};
use serde_json::{Value, json};

use super::measure::{MM, Run, example, measure, near, pages};

/// Upright pages of A4.
const HEIGHT: f64 = 297.0 * MM;

fn signer(name: &str) -> Value {
    json!({ "competence": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "position": "PHÓ CHỦ TỊCH", "full_name": name })
}

/// A report whose number and day are open, signed by some.
fn report(names: &[&str]) -> Value {
    let mut report = example("xa-q3-2023.json");
    report["appendices"] = json!([]);
    report["document"]["code_number"].take();
    report["document"]["promulgation"]["date"] = json!("2023-09");
    report["document"]["signers"] = names.iter().map(|name| signer(name)).collect();
    report
}

/// The places that a file names.
pub fn named(file: &[u8]) -> Vec<Place> {
    let file = File::new(file).unwrap();
    baocao_pdf::places(&file.view(file.bytes.len()).unwrap())
}

/// The places that its file names, and what stands on its pages.
fn places(report: &Value) -> (Vec<Place>, Vec<Run>) {
    let pages = pages(report);
    let file = Office::default().print(&pages, &Standards::default()).value.unwrap();
    (named(&file), measure(&pages).runs)
}

/// The letters that stand in a place.
fn covered<'a>(place: &Place, runs: &'a [Run]) -> Vec<&'a str> {
    let [left, bottom, right, top] = place.rect;
    let covers = |run: &&Run| {
        let (base, ends) = (HEIGHT - run.y, run.x + run.width);
        let (low, high) = (base - 0.2 * run.size, base + 0.7 * run.size);
        let lefts = run.letters.iter().map(|(_, left)| *left);
        let rights = lefts.clone().skip(1).chain([ends]);
        let across =
            |((letter, from), to): ((char, f64), f64)| !letter.is_whitespace() && from < right && left < to - 0.1;
        run.page == place.page && low < top && bottom < high && run.letters.iter().copied().zip(rights).any(across)
    };
    runs.iter().filter(covers).map(|run| run.text.as_str()).collect()
}

#[test]
fn places_are_as_large_as_offices_need_and_free() {
    let long = "Nguyễn Phúc Bảo Long Thiên Hương";
    for names in [&["Nguyễn Văn An"][..], &["Nguyễn Văn An", "Trần Thị Bình"], &[long; 3], &[long; 4]] {
        let (places, runs) = places(&report(names));
        let fields: Vec<String> = places.iter().map(Place::field).collect();
        let mut expected: Vec<String> = ["leader-1", "number-1", "day-1", "seal-1"].map(str::to_owned).to_vec();
        expected.extend((2..=names.len()).flat_map(|signer| [format!("leader-{signer}"), format!("seal-{signer}")]));
        assert_eq!(fields, expected);
        for place in &places {
            let [left, bottom, right, top] = place.rect;
            let (width, height) = (right - left, top - bottom);
            let (least_width, least_height) = match place.mark {
                Mark::Leader => (140.0, 100.0),
                Mark::Number => (40.0, 20.0),
                Mark::Day => (26.0, 20.0),
                Mark::Seal => (36.0 * MM - 0.01, 36.0 * MM - 0.01),
            };
            assert!(width >= least_width && height >= least_height, "{place:?}");
            assert_eq!(covered(place, &runs), Vec::<&str>::new(), "{place:?}");
        }
    }
}

#[test]
fn the_seal_covers_the_left_third_of_the_signature() {
    let all = ["Nguyễn Văn An", "Nguyễn Thị Hồng Phương Thảo", "Lê Thị Bình", "Trần Thị Bình"];
    for count in 1..=all.len() {
        let (places, _) = places(&report(&all[..count]));
        let of = |mark| places.iter().filter(move |place| place.mark == mark);
        for (leader, seal) in of(Mark::Leader).zip(of(Mark::Seal)) {
            assert!(near(seal.rect[2], leader.rect[0] + (leader.rect[2] - leader.rect[0]) / 3.0), "{places:?}");
            assert!(near(seal.rect[1], leader.rect[1]) && near(seal.rect[3], leader.rect[3]), "{places:?}");
            for other in of(Mark::Leader).filter(|other| other.signer != leader.signer && other.page == seal.page) {
                let [left, bottom, right, top] = other.rect;
                let apart =
                    seal.rect[2] <= left || seal.rect[0] >= right || seal.rect[3] <= bottom || seal.rect[1] >= top;
                assert!(apart, "{count}: {seal:?} {other:?}");
            }
        }
    }
}

#[test]
fn number_and_day_stand_in_their_gaps() {
    let (places, runs) = places(&report(&["Nguyễn Văn An"]));
    let gap = |mark, before: &str, behind: &str| {
        let place = places.iter().find(|place| place.mark == mark).unwrap();
        let run = |words: &str| runs.iter().find(|run| run.text.contains(words)).unwrap_or_else(|| panic!("{words}"));
        let (before, behind) = (run(before), run(behind));
        let ends = before.x + before.width;
        assert!((-0.1..5.0).contains(&(place.rect[0] - ends)), "{before:?} {place:?}");
        assert!((-0.1..5.0).contains(&(behind.x - place.rect[2])), "{behind:?} {place:?}");
        // Digits are two thirds as high as their letters are large.
        let middle = HEIGHT - before.y + before.size / 3.0;
        assert!(((place.rect[1] + place.rect[3]) / 2.0 - middle).abs() < 0.5, "{before:?} {place:?}");
    };
    gap(Mark::Number, "Số:", "/BC-UBND");
    gap(Mark::Day, "ngày", "tháng 9");
}

#[test]
fn what_is_printed_has_no_place() {
    let mut report = report(&["Nguyễn Văn An"]);
    report["document"]["code_number"] = json!(12);
    report["document"]["promulgation"]["date"] = json!("2023-09-20");
    report["document"]["signers"][0]["signature"] = json!("signature.png");
    let marks: Vec<Mark> = places(&report).0.iter().map(|place| place.mark).collect();
    assert_eq!(marks, [Mark::Seal]);
    report["document"]["signers"][0]["seal"] = json!("seal.png");
    assert_eq!(places(&report).0, []);
}
