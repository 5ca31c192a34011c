//! What remains of what was told, by what the office, the report and the command line say of it.

use std::sync::{Arc, LazyLock};

use baocao_check::{CONFIG_FILE, Config, Origin, Review, Settings, Told, kind};
use baocao_core::diagnostic::{Finding, Kind, Place, Severity, Source, has_errors};
use baocao_core::report::{Checks, Exemption, Level};
use baocao_core::{kinds, msg};

/// A rule whose findings are warnings where nobody says otherwise.
const KIND: Kind = kinds::figures::RATIO_WRONG;

static SOURCE: LazyLock<Arc<Source>> = LazyLock::new(|| Source::new("a.json", "0123456789"));

/// A finding at a byte, which is what is found there.
fn finding(at: usize, pointer: &str, expected: &str) -> Finding {
    let place = Place::json(&SOURCE, at..at + 1, pointer);
    KIND.finding(msg!("x", "x")).at(place).found(at.to_string()).expected(msg!("{expected}", "{expected}"))
}

/// A finding that is as grave as is said.
fn grave(severity: Severity) -> Finding {
    let mut finding = finding(0, "/figures/a", "y");
    finding.severity = severity;
    finding
}

/// How grave the rule is to be, and where it is exempt.
fn checks(level: Option<Level>, exempt: &[Option<&str>]) -> Checks {
    let id = || KIND.id.to_string();
    let exemption =
        |at: &Option<&str>| Exemption { rule: id(), at: at.map(str::to_owned), reason: "lý do".to_owned() };
    Checks {
        severity: level.map(|level| (id(), level)).into_iter().collect(),
        exemptions: exempt.iter().map(exemption).collect(),
    }
}

/// The settings of one side.
fn of(origin: Origin, level: Option<Level>, exempt: &[Option<&str>]) -> Settings {
    Settings::default().with(&checks(level, exempt), origin, None)
}

fn review(findings: impl IntoIterator<Item = Finding>, settings: &Settings) -> Review {
    Review::new(Told::new(findings.into_iter().collect(), &[]), settings)
}

/// What was found at the places of each finding.
fn places<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Vec<String> {
    let others = |finding: &Finding| finding.others.iter().filter_map(|one| one.found.clone()).collect::<String>();
    findings.into_iter().map(|finding| finding.found.clone().unwrap_or_default() + &others(finding)).collect()
}

#[test]
fn findings_that_say_the_same_are_one_from_the_first_place_on() {
    let told = [finding(5, "/e", "y"), finding(3, "/c", "z"), finding(9, "/f", "y"), finding(1, "/a", "y")];
    let review = review(told, &Settings::default());
    assert_eq!(places(&review.findings), ["159", "3"]);
    assert!(review.findings[0].others.iter().all(|other| other.expected.is_none()));
}

#[test]
fn errors_are_told_one_by_one() {
    let mut told = Told::new(vec![finding(1, "/a", "y"), finding(3, "/b", "y")], &[]);
    told.together([finding(5, "/c", "u"), finding(7, "/d", "v")]);
    let review = Review::new(told, &of(Origin::Office, Some(Level::Error), &[]));
    assert!(has_errors(&review.findings));
    assert_eq!(places(&review.findings), ["1", "3", "5", "7"]);
}

#[test]
fn an_exemption_of_one_place_exempts_that_place_only() {
    let mut told = Told::default();
    told.together([finding(8, "/d", "w"), finding(2, "/a", "u"), finding(4, "/b", "v")]);
    let of_one = Review::new(told, &of(Origin::Office, None, &[Some("/b")]));
    assert_eq!(places(&of_one.findings), ["28"]);
    assert_eq!(of_one.findings[0].others[0].expected, Some(msg!("w", "w")));
    let exempted: Vec<Finding> = of_one.exempted.into_iter().map(|one| one.finding).collect();
    assert_eq!(exempted, [finding(4, "/b", "v")]);
    let told = [finding(2, "/a/x", "y"), finding(4, "/a/y", "y"), finding(6, "/b", "y")];
    let of_all = review(told, &of(Origin::Office, None, &[Some("/a"), Some("/b")]));
    assert!(of_all.findings.is_empty());
    // Both exemptions give the same reason, on behalf of the same side.
    assert_eq!(places(of_all.exempted.iter().map(|one| &one.finding)), ["246"]);
}

#[test]
fn the_later_side_has_more_say_in_whichever_order_they_come() {
    let sides = [(Origin::CommandLine, Level::Note), (Origin::Office, Level::Error), (Origin::Report, Level::Error)];
    for turn in 0..3 {
        let mut settings = Settings::default();
        for (origin, level) in sides.iter().cycle().skip(turn).take(3) {
            settings = settings.with(&checks(Some(*level), &[None]), *origin, None);
        }
        let review = review([grave(Severity::Warning)], &settings);
        let exempted: Vec<_> = review.exempted.iter().map(|one| (one.finding.severity, one.origin)).collect();
        assert_eq!(exempted, [(Severity::Note, Origin::CommandLine)]);
    }
}

#[test]
fn errors_of_input_stages_stay_errors() {
    let told = [grave(Severity::Error), kinds::input::EMPTY.finding(msg!("x", "x"))];
    let review = review(told.clone(), &of(Origin::CommandLine, Some(Level::Note), &[None]));
    assert_eq!(review.findings.len(), 2);
    assert!(told.iter().all(|error| error.severity == Severity::Error && review.findings.contains(error)));
    assert!(review.exempted.is_empty());
}

#[test]
fn a_doubt_is_made_no_graver() {
    let error = of(Origin::Report, Some(Level::Error), &[]);
    let weighed = |severity| review([grave(severity)], &error).findings[0].severity;
    assert_eq!(weighed(Severity::Warning), Severity::Error);
    assert_eq!(weighed(Severity::Note), Severity::Note);
}

#[test]
fn a_pointer_covers_what_is_below_it() {
    let settings = of(Origin::Office, None, &[Some("/figures/a")]);
    let exempt = |pointer| !review([finding(0, pointer, "y")], &settings).exempted.is_empty();
    assert!(exempt("/figures/a") && exempt("/figures/a/value"));
    assert!(!exempt("/figures/ab") && !exempt("/figures"));
}

/// The ids of what is told of a `baocao.toml`, each with its line and column.
fn told(text: &str) -> Vec<String> {
    let mut findings = Vec::new();
    let config = Config::parse(CONFIG_FILE, text, &mut findings);
    assert_eq!(config.is_none(), has_errors(&findings), "{findings:?}");
    let shown = |finding: &Finding| {
        let (line, column) = finding.place.as_ref().and_then(Place::line_column).unwrap_or((0, 0));
        format!("{} {line}:{column}", finding.id)
    };
    findings.iter().map(shown).collect()
}

#[test]
fn a_good_file_is_read() {
    let text = "[check]\ndeny = \"warning\"\n\n[check.severity]\n\"so-lieu/thieu\" = \"error\"\n\n\
                [[check.exemptions]]\nrule = \"so-lieu/thieu\"\nat = \"/figures/x.y\"\nreason = \"chưa giao\"\n";
    let config = Config::parse(CONFIG_FILE, text, &mut Vec::new()).unwrap();
    assert_eq!(config.deny, Some(Severity::Warning));
    let missing = |pointer| {
        let finding = kind("so-lieu/thieu").unwrap().finding(msg!("x", "x"));
        finding.at(Place::json(&SOURCE, 0..1, pointer))
    };
    assert!(missing("").severity < Severity::Error);
    let told_of = [missing("/figures/x.y"), missing("/figures/x.z")];
    let review = review(told_of, &Settings::default().with_config(&config));
    let pointer = |one: &Finding| one.place.as_ref().and_then(|place| place.pointer().map(str::to_owned));
    let left: Vec<_> = review.findings.iter().map(|one| (pointer(one), one.severity)).collect();
    assert_eq!(left, [(Some("/figures/x.z".to_owned()), Severity::Error)]);
    let exempted: Vec<_> = review.exempted.iter().map(|one| (one.reason.as_str(), one.origin)).collect();
    assert_eq!(exempted, [("chưa giao", Origin::Office)]);
    assert!(told("").is_empty());
    assert!(told("# chỉ có ghi chú\r\n").is_empty());
}

#[test]
fn mistakes_have_their_places() {
    assert_eq!(told("[check]\ndeny = \"warnig\"\n"), ["dau-vao/gia-tri-la 2:8"]);
    assert_eq!(told("[chek]\n"), ["dau-vao/truong-khong-biet 1:2"]);
    assert_eq!(told("[check]\n\"đe\" = 1\n"), ["dau-vao/truong-khong-biet 2:1"]);
    assert_eq!(told("[check.severity]\n\"so-lieu/thieeu\" = \"note\"\n"), ["kiem-tra/quy-tac-la 2:1"]);
    assert_eq!(told("[check]\nseverity = { \"so-lieu/thieu\" = 3 }\n"), ["dau-vao/gia-tri-la 2:32"]);
    assert_eq!(told("[[check.exemptions]]\nrule = \"so-lieu/thieu\"\n"), ["dau-vao/thieu-truong 1:1"]);
    assert_eq!(
        told("[check]\nexemptions = [{ rule = \"so-lieu/thieu\", at = \"figures\", reason = \"đã rõ\" }]\n"),
        ["kiem-tra/con-tro-sai 2:46"]
    );
    assert_eq!(told("[[check.exemptions]]\nrule = \"so-lieu/thieu\"\nreason = \" \"\n"), ["kiem-tra/thieu-ly-do 1:1"]);
    assert_eq!(told("[check\n"), ["dau-vao/khong-phai-toml 1:7"]);
    assert_eq!(told("[check]\ndeny = \"note\"\ndeny = \"error\"\n"), ["dau-vao/khoa-lap 3:1"]);
}
