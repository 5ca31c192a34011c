//! Rules of wording that an office brings.

use baocao_check::{CONFIG_FILE, Config, Origin, Review, Settings};
use baocao_core::diagnostic::{Finding, Lang, Place, Severity, render_all};
use baocao_core::report::{Checks, Level, ReportFile};
use serde_json::{Value, json};

use crate::sample;

/// An office's settings with rules of its own; or what is wrong with them.
fn settings(toml: &str, rules: &str) -> Result<Settings, Vec<Finding>> {
    let mut findings = Vec::new();
    let toml = format!("[check]\nrules = [\"cau-chu.toml\"]\n{toml}");
    let config = Config::parse(CONFIG_FILE, &toml, &mut findings);
    let files = [("cau-chu.toml".to_owned(), rules.to_owned())];
    let config = config.and_then(|config| config.with_rules(&files, &mut findings));
    config.map(|config| Settings::default().with_config(&config)).ok_or(findings)
}

/// A rule of a kind, with its other fields; it is right about `đúng` and wrong about `sai`.
fn rule(fields: &str) -> String {
    format!("[[rule]]\nid = \"co-quan/thu\"\nvi = \"Thử\"\n{fields}\n")
}

/// A report whose section says something.
fn saying(text: &str) -> Value {
    let mut report = sample::sample_of("cchc/xa-2025");
    report["sections"]["kien-nghi"] = json!(text);
    report
}

/// What an office's rules find in a text: what stands there, and what is expected.
fn found(rules: &str, text: &str) -> Vec<(String, String)> {
    let settings = settings("", rules).unwrap_or_else(|findings| panic!("{findings:#?}"));
    let review = review(&settings, &saying(text));
    let own = review.findings.into_iter().filter(|finding| finding.id.as_str().starts_with("co-quan/"));
    let said = own.flat_map(Finding::apart).map(|finding| {
        (finding.found.unwrap_or_default(), finding.expected.map(|expected| expected.vi).unwrap_or_default())
    });
    said.collect()
}

fn review(settings: &Settings, report: &Value) -> Review {
    sample::DESK.review(ReportFile::new("report.json", report.to_string()), settings).review
}

/// The ids of what is wrong with rules, each with its line, and what was found.
fn wrong(rules: &str) -> Vec<String> {
    let findings = settings("", rules).expect_err("mistakes");
    let shown = |finding: &Finding| {
        let (line, _) = finding.place.as_ref().and_then(Place::line_column).unwrap_or_default();
        format!("{} {line} {}", finding.id, finding.found.as_deref().unwrap_or_default())
    };
    findings.iter().map(shown).collect()
}

const PEOPLE: &str = r#"
kind = "substitution"
words = ["dân chúng"]
write = "người dân"
not_after = ["trong"]
fix = true
right = ["Phục vụ người dân trong dân chúng."]
wrong = ["Phục vụ dân chúng."]
"#;

#[test]
fn words_are_written_in_the_place_of_others() {
    let one = |found: &str, expected: &str| vec![(found.to_owned(), expected.to_owned())];
    assert_eq!(found(&rule(PEOPLE), "Dân chúng được phục vụ."), one("Dân chúng", "Người dân"));
    assert_eq!(found(&rule(PEOPLE), "PHỤC VỤ DÂN CHÚNG, trong dân chúng."), one("DÂN CHÚNG", "NGƯỜI DÂN"));
    assert_eq!(found(&rule(PEOPLE), "Việc của dân chúngng."), []);
    // Letters and marks apart, words apart by a line.
    assert_eq!(found(&rule(PEOPLE), "Phục vụ dân\nchu\u{301}ng.").len(), 1);
    let capitals = "kind = \"substitution\"\nwrite = \"Cổng Dịch vụ công\"\n\
                    right = [\"Cổng Dịch vụ công; cổng dịch vụ công\"]\nwrong = [\"Cổng Dịch Vụ công\"]";
    assert_eq!(found(&rule(capitals), "Qua cổng Dịch vụ công."), one("cổng Dịch vụ công", "Cổng Dịch vụ công"));
    let numbers =
        "kind = \"substitution\"\nwords = [\"{1}%\"]\nwrite = \"{1} %\"\nright = [\"75 %\"]\nwrong = [\"75%\"]";
    assert!(found(&rule(numbers), "Đạt 95,5%.").contains(&("95,5%".to_owned(), "95,5 %".to_owned())));
}

#[test]
fn what_an_office_writes_is_put_in() {
    let settings = settings("", &rule(PEOPLE)).unwrap();
    let report = saying("Phục vụ **dân chúng** tốt hơn; dân chúng hài lòng.").to_string();
    let mended = sample::DESK.mend(ReportFile::new("report.json", report), &settings).unwrap();
    assert!(mended.text.contains("Phục vụ **người dân** tốt hơn; người dân hài lòng."), "{}", mended.text);
    assert_eq!(mended.mendings.len(), 2);
}

#[test]
fn one_way_throughout() {
    let rules = rule(
        "kind = \"consistency\"\nwords = [\"một cửa điện tử\", \"MCĐT\"]\n\
         right = [\"một cửa điện tử, một cửa điện tử\"]\nwrong = [\"một cửa điện tử, MCĐT\"]",
    );
    let text = "Hệ thống một cửa điện tử. Một cửa điện tử chạy tốt. MCĐT nhanh.";
    let expected = "một kiểu trong cả báo cáo: một cửa điện tử (3), MCĐT (1)";
    assert_eq!(found(&rules, text), [("MCĐT".to_owned(), expected.to_owned())]);
    // Ways that differ in capitals alone.
    let rules = rule(
        "kind = \"consistency\"\nwords = [\"Internet\", \"internet\"]\nright = [\"Internet\"]\nwrong = [\"Internet, internet\"]",
    );
    assert_eq!(found(&rules, "Mạng Internet, mạng Internet, mạng internet.")[0].0, "internet");
}

#[test]
fn words_stand_so_often() {
    let must = |must: &str, right: &str, wrong: &str| {
        rule(&format!(
            "kind = \"occurrence\"\nwords = [\"hết sức\"]\nmust = \"{must}\"\nright = [\"{right}\"]\nwrong = [\"{wrong}\"]"
        ))
    };
    let never = must("not_occur", "cố gắng", "hết sức cố gắng");
    assert_eq!(found(&never, "Hết sức cố gắng.")[0].0, "Hết sức");
    let once = must("occur_once", "hết sức", "hết sức, hết sức");
    assert_eq!(found(&once, "Hết sức cố gắng."), []);
    assert_eq!(found(&once, "Hết sức cố gắng, hết sức lo, hết sức làm.").len(), 2);
    let always = must("occur", "hết sức", "cố gắng");
    assert_eq!(found(&always, "Cố gắng.")[0].1, "có một trong: hết sức");
    assert_eq!(found(&always, "Hết sức cố gắng."), []);
    // What a template says stands in the document too.
    let closing = always.replace("hết sức", "trân trọng báo cáo").replace("cố gắng", "hết");
    assert_eq!(found(&closing, "Cố gắng."), []);
}

#[test]
fn words_are_explained_before_they_are_used() {
    let rules = rule(
        "kind = \"condition\"\nwords = [\"VNPT\"]\nneeds = [\"Tập đoàn Bưu chính Viễn thông (VNPT)\"]\n\
         right = [\"Tập đoàn Bưu chính Viễn thông (VNPT); VNPT\"]\nwrong = [\"VNPT\", \"VNPT; Tập đoàn Bưu chính Viễn thông (VNPT)\"]",
    );
    let found = found(&rules, "Phối hợp với VNPT và với VNPT.");
    assert_eq!(found, [("VNPT".to_owned(), "trước đó có một trong: Tập đoàn Bưu chính Viễn thông (VNPT)".to_owned())]);
}

#[test]
fn rules_of_an_office_are_weighed_and_exempted_like_others() {
    let rules = rule(PEOPLE);
    let report = saying("Phục vụ dân chúng.");
    let weighed = |settings: &Settings| {
        let review = review(settings, &report);
        let own = review.findings.iter().filter(|finding| finding.id == "co-quan/thu");
        (own.map(|finding| finding.severity).collect::<Vec<_>>(), review.exempted.len())
    };
    assert_eq!(weighed(&settings("", &rules).unwrap()), (vec![Severity::Note], 0));
    let graver = "[check.severity]\n\"co-quan/thu\" = \"warning\"\n";
    assert_eq!(weighed(&settings(graver, &rules).unwrap()), (vec![Severity::Warning], 0));
    let exempt = "[[check.exemptions]]\nrule = \"co-quan/thu\"\nreason = \"đã rõ\"\n";
    assert_eq!(weighed(&settings(exempt, &rules).unwrap()), (vec![], 1));
    // The command line speaks before the rules are read.
    let said = |id: &str| {
        let checks = Checks { severity: [(id.to_owned(), Level::Warning)].into(), exemptions: Vec::new() };
        Settings::default().with(&checks, Origin::CommandLine, None)
    };
    let mut findings = Vec::new();
    let config = Config::parse(CONFIG_FILE, "[check]\nrules = [\"a.toml\"]", &mut findings).unwrap();
    let config = config.with_rules(&[("a.toml".to_owned(), rules.clone())], &mut findings).unwrap();
    assert_eq!(weighed(&said("co-quan/thu").with_config(&config)), (vec![Severity::Warning], 0));
    let review = review(&said("co-quan/thuu").with_config(&config), &report);
    assert!(review.findings.iter().any(|finding| finding.id == "kiem-tra/quy-tac-la"));
    // A file that does not know the rule.
    let findings = settings("[check.severity]\n\"co-quan/thuu\" = \"note\"\n", &rules).unwrap_err();
    assert_eq!(findings[0].id, "kiem-tra/quy-tac-la");
    assert!(findings[0].hint.as_ref().unwrap().en.contains("co-quan/thu"));
}

#[test]
fn mistakes_of_rules_have_their_places() {
    let ok =
        "kind = \"occurrence\"\nwords = [\"hết sức\"]\nmust = \"not_occur\"\nright = [\"a\"]\nwrong = [\"hết sức\"]";
    let with = |from: &str, to: &str| wrong(&rule(&ok.replace(from, to)));
    assert_eq!(with("occurrence", "ocurrence"), ["dau-vao/gia-tri-la 4 \"ocurrence\""]);
    assert_eq!(with("must", "muss"), ["dau-vao/truong-khong-biet 6 "]);
    assert_eq!(with("must = \"not_occur\"\n", ""), ["quy-tac/truong-sai 2 co-quan/thu"]);
    assert_eq!(with("right", "write = \"a\"\nright"), ["quy-tac/truong-sai 7 write"]);
    assert_eq!(with("right = [\"a\"]\n", ""), ["quy-tac/truong-sai 2 co-quan/thu"]);
    assert_eq!(with("[\"hết sức\"]\nmust", "[\" \"]\nmust"), ["quy-tac/tu-sai 5  "]);
    assert_eq!(with("[\"hết sức\"]\nmust", "[\"{b}\"]\nmust"), ["quy-tac/tu-sai 5 {b}"]);
    assert_eq!(with("[\"hết sức\"]\nmust", "[\"{A} {1}\"]\nmust"), ["quy-tac/qua-rong 5 {A} {1}"]);
    assert_eq!(with("wrong = [\"hết sức\"]", "wrong = [\"quá sức\"]"), ["quy-tac/vi-du-sai 8 quá sức"]);
    assert_eq!(with("right = [\"a\"]", "right = [\"Hết sức\"]"), ["quy-tac/vi-du-sai 7 Hết sức"]);
    assert_eq!(with("right = [\"a\"]", "right = [\"hết sức\"]"), ["quy-tac/mau-thuan 8 hết sức"]);
    let same = rule("kind = \"substitution\"\nwords = [\"a\"]\nwrite = \"a\"\nright = [\"b\"]\nwrong = [\"a\"]");
    assert_eq!(wrong(&same), ["quy-tac/mau-thuan 5 a"]);
    let ways = rule("kind = \"consistency\"\nwords = [\"a\", \"b\", \"a\"]\nright = [\"b\"]\nwrong = [\"a b\"]");
    assert_eq!(wrong(&ways), ["quy-tac/mau-thuan 5 a"]);
    let one = rule("kind = \"consistency\"\nwords = [\"a\"]\nright = [\"b\"]\nwrong = [\"a b\"]");
    assert_eq!(wrong(&one), ["quy-tac/truong-sai 5 a"]);
    assert_eq!(wrong(&rule(ok).replace("co-quan/thu", "so-lieu/thieu")), ["quy-tac/ma-sai 2 so-lieu/thieu"]);
    assert_eq!(wrong(&rule(ok).replace("co-quan/thu", "co-quan/Thử")), ["quy-tac/ma-sai 2 co-quan/Thử"]);
    assert_eq!(wrong(&format!("{0}{0}", rule(ok))), ["quy-tac/trung-ma 10 co-quan/thu"]);
    assert_eq!(wrong("[[rules]]\n"), ["dau-vao/truong-khong-biet 1 "]);
    assert_eq!(wrong("[[rule]\n").len(), 1);
}

#[test]
fn a_refusal_says_what_to_do() {
    let rules = rule(
        "kind = \"occurrence\"\nwords = [\"hết sức\"]\nmust = \"not_occur\"\nright = [\"a\"]\nwrong = [\"quá sức\"]",
    );
    let findings = settings("", &rules).unwrap_err();
    assert_eq!(
        render_all(&findings, Lang::En, false).trim_end(),
        "error[quy-tac/vi-du-sai]: the rule is silent on this wrong example\n \
         --> cau-chu.toml:8:10\n  |\n\
         8 | wrong = [\"quá sức\"]\n  |          ^^^^^^^^^\n  |\n  = found: quá sức"
    );
}

#[test]
fn the_rules_of_the_documentation_are_right() {
    for page in ["docs/checking.md", "docs/huong-dan.md"] {
        let page = baocao_testing::text(page);
        let blocks: Vec<&str> = page.split("```toml\n").filter(|block| block.contains("[[rule]]")).collect();
        let [block] = blocks[..] else { panic!("one file of rules a page") };
        let rules = block.split("```").next().expect("the block");
        let settings = settings("", rules).unwrap_or_else(|findings| panic!("{findings:#?}"));
        assert!(settings.own().rules().len() >= 4);
    }
}
