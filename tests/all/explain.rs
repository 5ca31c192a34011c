//! `baocao explain`: what is known of a figure, and where it is printed.

use baocao::{Folder, Office, ReportFile, Settings};
use baocao_check::explain::{Explained, Printed, Where};
use typst::layout::{Frame, FrameItem};

use crate::common::project;

/// The text of each page without spaces, in the order in which it was laid out.
fn pages(office: &Office, name: &str) -> Vec<String> {
    let root = Folder::new(project(""));
    let report = ReportFile::open(&root, name, office.limits()).unwrap();
    let pages = office.compose(report).and_then(|composed| office.pages(&composed, None)).into_result().unwrap();
    let text = |frame: &Frame| {
        let mut text = String::new();
        collect(frame, &mut text);
        dense(&text)
    };
    pages.document.pages().iter().map(|page| text(&page.frame)).collect()
}

fn collect(frame: &Frame, text: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect(&group.frame, text),
            FrameItem::Text(run) => text.push_str(&run.text),
            _ => {}
        }
    }
}

/// Without spaces, seen and unseen.
fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{2060}')).collect()
}

fn explained(office: &Office, name: &str) -> Explained {
    let root = Folder::new(project(""));
    let report = ReportFile::open(&root, name, office.limits()).unwrap();
    office.explain(report, &Settings::default(), true).into_result().unwrap()
}

/// The words that stand on the page beside what is printed: a sentence, or the cells of a row up to the value.
fn words(one: &Printed) -> String {
    match &one.at {
        Where::Sentence { text } | Where::Heading { text } => dense(text),
        Where::Cell { row, .. } => dense(row.last().map_or("", String::as_str)),
        Where::Bar { label, .. } => dense(label),
    }
}

#[test]
fn every_place_is_on_its_page_of_the_document_itself() {
    let office = Office::default();
    let (mut sentences, mut cells, mut broken) = (0, 0, 0);
    for name in [
        "examples/huyen-2020.json",
        "examples/huyen-q3-2023.json",
        "examples/so-6-thang-2024.json",
        "examples/tinh-6-thang-2023.json",
        "examples/tinh-q3-2026.json",
        "examples/xa-mot-bang.json",
        "examples/xa-q3-2023.json",
        "examples/xa-q3-2026.json",
    ] {
        let pages = pages(&office, name);
        for one in explained(&office, name).printed.expect("a document") {
            let page = one.page.unwrap_or_else(|| panic!("{name}: no page: {one:?}"));
            let (text, words) = (&pages[page - 1], words(&one));
            assert!(text.contains(&dense(&one.text)), "{name}: {one:?}");
            match one.at {
                Where::Cell { .. } => cells += 1,
                _ => sentences += 1,
            }
            if !text.contains(&words) {
                // A sentence or a row may go over to the next page, or come from the one before.
                let neighbours = pages[page.saturating_sub(2)..(page + 1).min(pages.len())].concat();
                let (start, end) = (first(&words, 8), last(&words, 8));
                assert!(neighbours.contains(&start) && neighbours.contains(&end), "{name}: {one:?}");
                broken += 1;
            }
        }
    }
    assert!(sentences > 500 && cells > 800, "{sentences} {cells}");
    assert!(broken * 30 < sentences, "{broken} of {sentences} sentences go over a page");
}

fn first(text: &str, count: usize) -> String {
    text.chars().take(count).collect()
}

fn last(text: &str, count: usize) -> String {
    text.chars().rev().take(count).collect::<Vec<_>>().into_iter().rev().collect()
}

#[test]
fn every_figure_of_a_printed_form_has_its_cell() {
    let office = Office::default();
    for name in ["examples/xa-q3-2023.json", "examples/tinh-q3-2026.json"] {
        let explained = explained(&office, name);
        for line in explained.lines() {
            let account = explained.account(line.id).unwrap();
            let printed = account.printed.unwrap();
            let cells = printed.iter().filter(|one| matches!(one.at, Where::Cell { .. }) && !one.earlier).count();
            assert_eq!(cells, 1, "{name}: {}", line.id);
            assert!(printed.iter().any(|one| one.text == line.value), "{name}: {}", line.id);
        }
    }
}

#[test]
fn texts_of_people_have_the_page_where_they_are_printed() {
    let mut report: serde_json::Value =
        serde_json::from_slice(&std::fs::read(project("examples/xa-q3-2026.json")).unwrap()).unwrap();
    let text = "Xã đã hoàn thành **25/32** nhiệm vụ.[^1]\n\n- Đã phát 180 phiếu.\n\n[^1]: Đã hoàn thành 25 nhiệm vụ.";
    report["sections"]["danh-gia.uu-diem"] = text.into();
    let bytes = report.to_string().into_bytes();
    let (office, report) = (Office::default(), ReportFile::new("bao-cao.json", bytes));
    let laid = office.compose(report.clone()).and_then(|composed| office.pages(&composed, None)).value.unwrap();
    let explained = office.explain(report, &Settings::default(), true).value.unwrap();
    let own = |one: &&baocao_check::explain::Mention| {
        one.place.pointer() == Some("/sections/danh-gia.uu-diem") && one.heading.starts_with("1. ")
    };
    let mentions: Vec<_> = explained.mentions.iter().filter(own).collect();
    assert!(mentions.len() >= 3, "{mentions:?}");
    for one in mentions {
        let page = one.page.unwrap_or_else(|| panic!("no page: {one:?}"));
        let mut text = String::new();
        collect(&laid.document.pages()[page - 1].frame, &mut text);
        assert!(dense(&text).contains(&dense(&one.sentence)), "{one:?}");
    }
}

#[test]
fn texts_of_people_name_figures_by_the_words_around_them() {
    let mut report: serde_json::Value =
        serde_json::from_slice(&std::fs::read(project("examples/xa-q3-2026.json")).unwrap()).unwrap();
    report["sections"]["danh-gia.uu-diem"] =
        "Đã hoàn thành **25/32** nhiệm vụ. Đã hoàn thành 24/32 nhiệm vụ; đã phát 180 \
                                              phiếu, 25 người dự."
            .into();
    let bytes = report.to_string().into_bytes();
    let office = Office::default();
    let report = ReportFile::new("bao-cao.json", bytes);
    let explained = office.explain(report, &Settings::default(), false).value.unwrap();
    let told = |id: &str| -> Vec<String> {
        let account = explained.account(id).unwrap();
        let own = account.mentions.iter().filter(|one| one.place.pointer() == Some("/sections/danh-gia.uu-diem"));
        own.map(|one| format!("{} {} {} {}", one.text, one.agrees, one.doubtful, one.sentence)).collect()
    };
    let (first, second) =
        ("Đã hoàn thành 25/32 nhiệm vụ.", "Đã hoàn thành 24/32 nhiệm vụ; đã phát 180 phiếu, 25 người dự.");
    assert_eq!(
        told("ke-hoach.nhiem-vu-hoan-thanh"),
        [format!("25/32 nhiệm vụ true false {first}"), format!("24/32 nhiệm vụ false false {second}")]
    );
    // A numerator that is the figure names the figure that it is a part of.
    assert_eq!(told("ke-hoach.nhiem-vu-de-ra"), [format!("25/32 nhiệm vụ true false {first}")]);
    assert_eq!(told("khao-sat.so-phieu"), [format!("180 phiếu true true {second}")]);
    let line = explained.lines().into_iter().find(|line| line.id == "khao-sat.so-phieu").unwrap();
    assert_eq!(line.mentions, 1);
}

#[test]
fn the_offices_settings_count() {
    let folder = tempfile::tempdir().unwrap();
    let sample = crate::common::run(folder.path(), &["new", "xa", "-o", "bao-cao.json"]);
    assert!(sample.status.success());
    let findings = || {
        let path = folder.path().join("bao-cao.json");
        let mut report: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        report["figures"]["chi-dao.so-van-ban"] = "8/8".into();
        std::fs::write(&path, report.to_string()).unwrap();
        let call = ["explain", "bao-cao.json", "chi-dao.so-van-ban", "--format", "json"];
        let output = crate::common::run(folder.path(), &call);
        let account: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        account["findings"].clone()
    };
    assert_eq!(findings()[0]["severity"], "warning");
    let toml = folder.path().join("baocao.toml");
    std::fs::write(&toml, "[check.severity]\n\"so-lieu/khong-phai-so\" = \"note\"\n").unwrap();
    assert_eq!(findings()[0]["severity"], "note");
    let exempt = "[[check.exemptions]]\nrule = \"so-lieu/khong-phai-so\"\nreason = \"mẫu cũ\"\n";
    std::fs::write(&toml, exempt).unwrap();
    assert_eq!(findings(), serde_json::json!([]));
}
