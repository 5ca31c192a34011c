//! The register, asked as people write.

use baocao_core::diagnostic::{Place, Source};
use baocao_import::units::{Asked, FormerUnit, Found, How, Kind, OwnRow, Register, Unit, name_key};
use baocao_vietnamese::{bare, small};
use proptest::prelude::*;

fn register() -> &'static Register {
    Register::built_in()
}

fn province(name: &str) -> &'static Unit {
    match register().find_province(name) {
        Found::One(unit, _) => unit,
        other => panic!("{name}: {other:?}"),
    }
}

/// What was found, in a line.
fn told(found: &Found<'_>) -> String {
    let names = |units: &[&Unit]| units.iter().map(|unit| unit.name.to_string()).collect::<Vec<_>>().join(", ");
    match found {
        Found::One(unit, how) => format!("{} {} {how:?}", unit.code, unit.name),
        Found::Several(units) => format!("one of {}", units.len()),
        Found::Former { was, became } => {
            format!("was {} > {}", was.iter().map(|unit| unit.name).collect::<Vec<_>>().join(", "), names(became))
        }
        Found::Unknown { nearest } => format!("like {}", names(nearest)),
    }
}

fn find(written: &str) -> String {
    told(&register().find(written, None))
}

fn find_in(written: &str, name: &str) -> String {
    told(&register().find(written, Some(province(name))))
}

#[test]
fn all_units_are_there() {
    let units = register().units();
    let provinces: Vec<&Unit> = units.iter().filter(|unit| unit.is_province()).collect();
    assert_eq!(provinces.len(), 34);
    let communes: usize = provinces.iter().map(|province| register().communes(&province.code).count()).sum();
    assert_eq!((communes, units.len()), (3321, 3321 + 34));
    let of = |kind| units.iter().filter(|unit| unit.kind == kind).count();
    let kinds = [Kind::Province, Kind::City, Kind::Commune, Kind::Ward, Kind::SpecialZone];
    assert_eq!(kinds.map(of), [28, 6, 2621, 687, 13]);
    let level = |digits| register().former().iter().filter(|unit| unit.code.len() == digits).count();
    assert_eq!([2, 3, 5].map(level), [63, 696, 10_035]);
    for former in register().former() {
        assert!(!former.became.is_empty(), "{former:?}");
        assert!(former.became.iter().all(|code| register().unit(code).is_some()), "{former:?}");
        assert!(former.kind != Kind::Organ, "{former:?}");
    }
}

#[test]
fn every_unit_is_found_by_its_name_and_by_its_code() {
    for unit in register().units() {
        assert_eq!(register().find(&unit.code, None), Found::One(unit, How::Code));
        let Some(of) = unit.province.as_deref().and_then(|code| register().unit(code)) else {
            assert_eq!(register().find_province(&unit.name), Found::One(unit, How::Name));
            assert_eq!(register().find(&unit.name, None), Found::One(unit, How::Name));
            continue;
        };
        let name = unit.name.strip_prefix(|c: char| c.is_uppercase()).unwrap();
        let own = &unit.name[unit.kind.word().len()..].trim_start();
        for written in [
            unit.name.to_string(),
            unit.name.to_uppercase(),
            format!("UBND {} ", unit.name),
            format!("{}{name}, {}", small(&unit.name[..unit.name.len() - name.len()]), of.name),
            format!("{} - {}", unit.name, of.name),
        ] {
            assert_eq!(register().find(&written, Some(of)), Found::One(unit, How::Name), "{written}");
        }
        match register().find(own, Some(of)) {
            Found::One(found, How::Name) => assert_eq!(found, unit, "{own}"),
            // It may be one whose marks were left out.
            Found::Several(units) => assert!(own.is_ascii() && units.contains(&unit), "{own}"),
            other => panic!("{own}: {other:?}"),
        }
        let full = register().full_name(unit);
        assert_eq!(register().find(&full, None), Found::One(unit, How::Name), "{full}");
        // Without marks a few names of a province are the same, and some are written without marks anyway.
        match register().find(&bare(&unit.name), Some(of)) {
            Found::One(found, How::WithoutMarks | How::Name) => assert_eq!(found, unit),
            Found::Several(units) => assert!(units.contains(&unit) && units.len() == 2, "{unit:?}"),
            other => panic!("{unit:?}: {other:?}"),
        }
    }
}

#[test]
fn names_are_known_in_every_spelling() {
    for written in [
        "Phường Ba Đình",
        "phường ba đình",
        "P. Ba Đình",
        "P.Ba Đình",
        "1. Phường Ba Đình",
        "Ủy ban nhân dân phường Ba Đình",
        "UBND P. Ba Đình - TP. Hà Nội",
        "Phường Ba Đình, Hà Nội",
        "TP Hà Nội, phường Ba Đình",
        "Phường Ba Đình thành phố Hà Nội",
        "Phường Ba Đi\u{300}nh (Hà Nội)",
    ] {
        assert_eq!(find(written), "00004 Phường Ba Đình Name", "{written}");
    }
    assert_eq!(find("PHUONG BA DINH"), "00004 Phường Ba Đình WithoutMarks");
    assert_eq!(find("4"), "00004 Phường Ba Đình CodeWithoutZeros");
    assert_eq!(find_in("4", "Hà Nội"), "00004 Phường Ba Đình CodeWithoutZeros");
    assert_eq!(told(&register().find_province("4")), "04 Tỉnh Cao Bằng CodeWithoutZeros");
    for written in ["TP.HCM", "TPHCM", "TP. Hồ Chí Minh", "thành phố hồ chí minh", "79"] {
        assert!(told(&register().find_province(written)).starts_with("79 "), "{written}");
    }
    assert!(told(&register().find_province("UBND tỉnh Thừa Thiên Huế")).starts_with("46 "));
    // Both customs of tone marks, i and y, numbers with zeros, signs in names.
    for (a, b) in [("Hoà", "Hòa"), ("Thuỷ", "Thủy"), ("Mĩ", "Mỹ"), ("Quí", "Quý"), ("Kì", "Kỳ")] {
        let syllable = |unit: &&Unit| unit.name.split(' ').any(|word| word == b) && unit.province.is_some();
        let unit = register().units().iter().find(syllable).unwrap();
        let other = unit.name.replace(b, a);
        let of = register().unit(unit.province.as_deref().unwrap());
        assert_eq!(register().find(&other, of), Found::One(unit, How::Name), "{other}");
    }
    assert_eq!(find("Phường 01 Bảo Lộc").split_once(' ').unwrap().1, "Phường 1 Bảo Lộc Name");
    assert_eq!(find("P1 Bảo Lộc").split_once(' ').unwrap().1, "Phường 1 Bảo Lộc Name");
    assert!(find("Xã Ea H\u{2019}leo").ends_with("Xã Ea H'Leo Name"));
    assert!(find("phường Văn Miếu-Quốc Tử Giám").ends_with("Phường Văn Miếu - Quốc Tử Giám Name"));
    assert!(find("ĐK Phú Quốc").ends_with("Đặc khu Phú Quốc Name"));
}

#[test]
fn spellings_of_a_name_have_one_key() {
    for (a, b) in [
        ("Hoà Bình", "HÒA  BÌNH"),
        ("Mỹ Lý", "Mĩ Lí"),
        ("Quý Sơn", "Quí Sơn"),
        ("Thuỵ Hoa", "Thụy Hoa"),
        ("Phường 01", "phường 1"),
        ("Ea H'Leo", "Ea H\u{2019}leo"),
        ("Văn Miếu - Quốc Tử Giám", "Văn Miếu-Quốc Tử Giám"),
        ("A\u{302}\u{301}n Đo\u{302}", "Ấn Đô"),
    ] {
        assert_eq!(name_key(a), name_key(b));
    }
    for (a, b) in [("Thúy", "Thúi"), ("Văn Lang", "Văn Lăng"), ("Y Tý", "I Tý"), ("Hòa", "Hóa")] {
        assert_ne!(name_key(a), name_key(b));
    }
}

#[test]
fn a_code_may_stand_beside_the_name() {
    for written in [
        "00004 - Phường Ba Đình",
        "00004-Phường Ba Đình",
        "00004 – P. Ba Đình",
        "00004: Phường Ba Đình",
        "00004 Phường Ba Đình",
        "00004_PHƯỜNG BA ĐÌNH",
        "[00004] UBND phường Ba Đình",
        "Phường Ba Đình (00004)",
        "Phường Ba Đình, Hà Nội - 00004",
    ] {
        assert_eq!(find(written), "00004 Phường Ba Đình Code", "{written}");
    }
    // The code tells which of several units of one name.
    let twice = register().units().iter().find(|unit| told(&register().find(&unit.name, None)) == "one of 2").unwrap();
    let written = format!("{} ({})", twice.name, twice.code);
    assert_eq!(register().find(&written, None), Found::One(twice, How::Code));
    // A code and a name of different units, or a name that nobody has.
    assert_eq!(find("00004 - Phường Ngọc Hà"), "like Phường Ba Đình, Phường Ngọc Hà");
    assert_eq!(find("00004 - Phường Ba Đìn"), "like Phường Ba Đình");
    assert_eq!(find("Phường Ba Đình (00002)").split(' ').next(), Some("like"));
    // Numbers of a list are no codes.
    assert_eq!(find("01. Phường Ba Đình"), "00004 Phường Ba Đình Name");
    assert_eq!(find("00001 - Phường Phúc Xá"), "was Phường Phúc Xá > Phường Hồng Hà");
}

#[test]
fn what_is_not_sure_is_not_decided() {
    let several = find("xã Tân An");
    assert!(several.starts_with("one of") || several.starts_with("was"), "{several}");
    // One name in two provinces: the province tells.
    let twice = register()
        .units()
        .iter()
        .filter(|unit| unit.province.is_some())
        .find(|unit| register().units().iter().filter(|other| other.name == unit.name).count() == 2);
    let twice = twice.unwrap();
    assert_eq!(told(&register().find(&twice.name, None)), "one of 2");
    let of = register().unit(twice.province.as_deref().unwrap()).unwrap();
    assert_eq!(register().find(&twice.name, Some(of)), Found::One(twice, How::Name));
    // Names that differ in their marks alone.
    assert_eq!(find_in("xa Van Lang", "Thái Nguyên"), "one of 2");
    assert!(find_in("xã Văn Lăng", "Thái Nguyên").ends_with("Xã Văn Lăng Name"));
    // Another kind, a misspelt name, a province that does not have it, words that are no place.
    assert!(find("xã Ba Đình, Hà Nội").starts_with("like Phường Ba Đình"), "{}", find("xã Ba Đình, Hà Nội"));
    assert!(find("Phường Ba Đìn, Hà Nội").starts_with("like Phường Ba Đình"));
    assert!(find("Phường Ba Đình, tỉnh Cao Bằng").starts_with("like"));
    assert!(find("Phường Ba Đình, quý III").starts_with("like"));
    for nothing in ["", "  ", "xã", "99999", "0", "12345678901234567890", "---", "UBND"] {
        assert_eq!(find(nothing), "like ", "{nothing}");
    }
    for nothing in
        ["Tổng số", "Cộng", "Ghi chú", "Khối sở, ban, ngành", "Trường THCS Ba Đình", "Công an phường Ba Đình"]
    {
        assert!(find(nothing).starts_with("like"), "{nothing}: {}", find(nothing));
    }
    assert_eq!(told(&register().find_province("Phường Ba Đình")), "like ");
}

#[test]
fn former_units_say_what_they_became() {
    assert_eq!(find("Phường Phúc Xá"), "was Phường Phúc Xá > Phường Hồng Hà");
    assert_eq!(find("00001"), "was Phường Phúc Xá > Phường Hồng Hà");
    assert_eq!(find("Tỉnh Hà Giang"), "was Tỉnh Hà Giang > Tỉnh Tuyên Quang");
    assert_eq!(told(&register().find_province("Hà Giang")), "was Tỉnh Hà Giang > Tỉnh Tuyên Quang");
    assert!(find("Quận Ba Đình, TP Hà Nội").starts_with("was Quận Ba Đình > "));
    assert!(find("huyện Bạch Long Vĩ").ends_with("> Đặc khu Bạch Long Vĩ"));
    // One whose land went to several: the one that took most comes first.
    let split = register().former().iter().find(|unit| unit.code.len() == 5 && unit.became.len() > 2).unwrap();
    match register().find(split.code, None) {
        Found::Former { was, became } => {
            assert_eq!(was, [split]);
            assert_eq!(became.iter().map(|unit| &*unit.code).collect::<Vec<_>>(), split.became);
        }
        // Its code went to one of the new communes.
        Found::One(unit, How::Code) => assert!(split.became.contains(&&*unit.code)),
        other => panic!("{other:?}"),
    }
    // The district, or the former province, tells which of several of one name.
    let district = |unit: &FormerUnit| register().former().iter().find(|one| one.code == unit.district).unwrap().name;
    let mut checked = 0;
    for unit in register().former().iter().filter(|unit| unit.code.len() == 5).step_by(97) {
        let of = register().former().iter().find(|one| one.code == unit.province).unwrap().name;
        let written = format!("{}, {}, {of}", unit.name, district(unit));
        match register().find(&written, None) {
            Found::Former { was, .. } => assert_eq!(was, [unit], "{written}"),
            Found::One(found, How::Name) => assert_eq!(small(&found.name), small(unit.name), "{written}"),
            other => panic!("{written}: {other:?}"),
        }
        checked += 1;
    }
    assert!(checked > 100);
}

#[test]
fn an_own_register_is_asked_first() {
    let source = Source::new("danh-muc.csv", "");
    let row = |cells: &[&str]| OwnRow {
        cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        place: Place::file(&source),
    };
    let rows = [
        row(&["Mã", "Tên", "Mã cha", "thứ tự", "Tỉnh"]),
        row(&["000.00.12.H26", "Sở Nội vụ", "000.00.00.H26", "1", ""]),
        row(&["000.00.13.H26", "Sở Tài chính", "000.00.00.H26", "2", ""]),
        row(&["X01", "Phường Ba Đình", "", "3", "TP. Hà Nội"]),
        row(&["", "", "", "", ""]),
        row(&["", "Sở không mã", "", "", ""]),
        row(&["X02", "", "", "", ""]),
        row(&["000.00.12.h26", "Sở Nội vụ", "", "", ""]),
    ];
    let mut findings = Vec::new();
    let own = Register::of_rows(&rows, None, &mut findings).unwrap().0;
    let ids: Vec<&str> = findings.iter().map(|finding| finding.id.as_str()).collect();
    assert_eq!(ids, ["don-vi/trung-ma", "don-vi/dong-thieu"]);
    let find = |written: &str| told(&own.find(written, None));
    assert_eq!(find("sở nội vụ"), "000.00.12.H26 Sở Nội vụ Name");
    assert_eq!(find("000.00.12.h26"), "000.00.12.H26 Sở Nội vụ Code");
    assert_eq!(find("000.00.12.H26 – Sở Nội vụ"), "000.00.12.H26 Sở Nội vụ Code");
    assert_eq!(find("Sở Tài chính (000.00.13.H26)"), "000.00.13.H26 Sở Tài chính Code");
    assert_eq!(find("X01 Phường Ba Đình"), "X01 Phường Ba Đình Code");
    assert_eq!(find("000.00.12.H26 - Sở Tài chính"), "like Sở Nội vụ, Sở Tài chính");
    assert_eq!(find("So Tai chinh"), "000.00.13.H26 Sở Tài chính WithoutMarks");
    assert_eq!(find("Sở Nội vụ, thành phố Hà Nội"), "000.00.12.H26 Sở Nội vụ Name");
    assert_eq!(find("Phường Ba Đình"), "X01 Phường Ba Đình Name");
    assert_eq!(find("Phường Ngọc Hà"), "00008 Phường Ngọc Hà Name");
    assert_eq!(find("4"), "00004 Phường Ba Đình CodeWithoutZeros");
    assert!(find("Sở Nội vũ").starts_with("like Sở Nội vụ"), "{}", find("Sở Nội vũ"));
    assert_eq!(own.units()[2].province.as_deref(), Some("01"));
    let missing = Register::missing(own.units(), &["X01", "000.00.12.H26"]);
    assert_eq!(missing.iter().map(|unit| &*unit.name).collect::<Vec<_>>(), ["Sở Tài chính", "Sở không mã"]);
    assert_eq!(find("sở không mã"), "Sở không mã Sở không mã Code");
    let mut findings = Vec::new();
    assert!(Register::of_rows(&[row(&["a", "b"])], None, &mut findings).is_none());
    assert_eq!(findings[0].id, "don-vi/thieu-cot");
    assert!(Register::of_rows(&[], None, &mut Vec::new()).is_none());
}

#[test]
fn the_missing_units_of_a_province_are_listed() {
    let of = province("Cao Bằng");
    let all: Vec<&Unit> = register().communes(&of.code).collect();
    let present: Vec<&str> = all.iter().skip(2).map(|unit| &*unit.code).collect();
    assert_eq!(Register::missing(all.iter().copied(), &present), all[..2]);
}

#[test]
fn what_is_the_same_of_many_units_is_told_once() {
    let source = Source::new("so-lieu.csv", "4\n8\nPhuong Ba Dinh\nPhường Phúc Xá\nPhường Ba Đìn\n");
    let mut asked = Asked::new(register());
    let mut at = 0;
    let found: Vec<Option<&str>> = source
        .text
        .lines()
        .map(|line| {
            let place = Place::new(&source, at..at + line.len());
            at += line.len() + 1;
            asked.unit(line, None, place).map(|unit| &*unit.code)
        })
        .collect();
    assert_eq!(found, [Some("00004"), Some("00008"), Some("00004"), None, None]);
    let all = register().communes("01").take(7).collect::<Vec<_>>();
    assert!(asked.missing(&[], Place::file(&source)).is_none());
    let missing = asked.missing(&all, Place::file(&source)).unwrap();
    assert!(missing.expected.unwrap().vi.ends_with("; …"));
    let findings: Vec<_> = asked.findings().collect();
    let ids = findings.iter().map(|finding| (finding.id.as_str(), finding.others.len()));
    let wanted = [("don-vi/ten-cu", 0), ("don-vi/khong-biet", 0), ("don-vi/mat-so-khong", 1), ("don-vi/khong-dau", 0)];
    assert_eq!(ids.collect::<Vec<_>>(), wanted);
    assert_eq!(findings[0].expected.as_ref().unwrap().vi, "Phường Hồng Hà, Thành phố Hà Nội (00097)");
    assert!(findings[1].hint.as_ref().unwrap().vi.contains("Phường Ba Đình, Thành phố Hà Nội (00004)"));
}

#[test]
fn every_unit_is_found_by_its_committee() {
    let committees = register().units().iter().map(|unit| format!("UBND {}", register().full_name(unit)));
    let found = committees.filter(|text| matches!(register().find(text, None), Found::One(..))).count();
    assert_eq!(found, 3355);
}

/// A letter that is left out, put in, changed or moved.
fn misspelt(name: &str, at: usize, how: usize, letter: char) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = at % letters.len();
    match how % 4 {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letter),
        2 => letters[at] = letter,
        _ => {
            let next = (at + 1) % letters.len();
            letters.swap(at, next);
        }
    }
    letters.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    /// A misspelt name is never that of another unit, unless it is written just as that unit's name is.
    #[test]
    fn misspelt_names_find_no_other_unit(
        index in 0..3355_usize, at in 0..40_usize, how in 0..4_usize, letter in "[a-zăâđêôơưáàảãạ.1 ]"
    ) {
        let unit = &register().units()[index];
        let written = misspelt(&unit.name, at, how, letter.chars().next().unwrap());
        let of = unit.province.as_deref().and_then(|code| register().unit(code));
        if let Found::One(found, how) = register().find(&written, of) {
            // The same letters, signs, spaces and customs of spelling apart.
            let plain = |text: &str| name_key(text).replace(' ', "");
            let (name, own) = (plain(&found.name), plain(&found.name[found.kind.word().len()..]));
            let written_plain = plain(&written);
            let same = found == unit || name == written_plain || own == written_plain;
            prop_assert!(same || how == How::WithoutMarks, "{written}: {found:?}");
        }
    }

    /// Nothing breaks it.
    #[test]
    fn any_text_may_be_asked(text in "\\PC{0,60}") {
        register().find(&text, None);
        register().find_province(&text);
    }
}
