//! What is told of all documents of a run together, for people.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use baocao_check::kind;
use baocao_core::diagnostic::Lang;
use baocao_core::report::Level;
use handlebars::Handlebars;
use serde::Serialize;

use crate::{Both, Counts, Done, Status, Told};

/// The kinds of findings that a summary names, the most frequent first.
const MOST_KINDS: usize = 20;

/// What is told of all documents of a run.
#[derive(Debug, Default)]
pub struct Summary {
    /// The documents, in the order of the inputs.
    pub lines: Vec<Line>,
    /// How many were made.
    pub made: usize,
    /// How many were refused for what was found.
    pub refused: usize,
    /// How many could not be looked at to their end.
    pub failed: usize,
    /// The pages of all documents.
    pub pages: usize,
    /// Errors, warnings and notes of all reports.
    pub counts: Counts,
    kinds: BTreeMap<String, Count>,
}

/// What is told of one document.
#[derive(Debug, Serialize)]
pub struct Line {
    /// Its name.
    pub id: String,
    /// The short name of the organ whose report it is, where that could be read.
    pub organ: Option<String>,
    /// What became of it.
    pub status: Status,
    /// Its pages.
    pub pages: Option<usize>,
    /// Errors, warnings and notes.
    pub counts: Counts,
    /// What forbids it, first: in both languages.
    pub reason: Option<Both>,
}

/// One kind of finding: how often, in how many reports.
#[derive(Debug, Default)]
struct Count {
    findings: usize,
    reports: usize,
}

impl Summary {
    /// Takes one more document.
    pub fn add(&mut self, done: &Done) {
        let review = done.told();
        match done.status {
            Status::Made => self.made += 1,
            Status::Refused => self.refused += 1,
            Status::Failed => self.failed += 1,
        }
        let pages = done.document.as_ref().map(|document| document.pages);
        self.pages += pages.unwrap_or(0);
        self.counts.add(review.counts);
        let forbids = |told: &&Told| done.status != Status::Made && told.severity == Level::Error;
        let reason = review.findings.iter().find(forbids).map(|told| told.message.clone());
        let mut of_this: BTreeMap<&str, usize> = BTreeMap::new();
        review.findings.iter().for_each(|told| *of_this.entry(&told.id).or_default() += 1);
        for (id, findings) in of_this {
            let count = self.kinds.entry(id.to_owned()).or_default();
            count.findings += findings;
            count.reports += 1;
        }
        let (id, organ, status, counts) = (done.id.clone(), review.organ, done.status, review.counts);
        self.lines.push(Line { id, organ, status, pages, counts, reason });
    }

    /// The most frequent kinds of findings: those that most reports have first.
    fn kinds(&self, lang: Lang) -> Vec<KindLine<'_>> {
        let mut kinds: Vec<KindLine<'_>> = Vec::new();
        for (id, Count { findings, reports }) in &self.kinds {
            let title = kind(id).map(|kind| kind.title.text(lang));
            kinds.push(KindLine { id, title, findings: *findings, reports: *reports });
        }
        kinds.sort_by_key(|kind| (Reverse(kind.reports), Reverse(kind.findings), kind.id));
        kinds.truncate(MOST_KINDS);
        kinds
    }

    /// A page for people, which needs nothing but itself: all documents, and first those that were not made.
    pub fn html(&self, lang: Lang) -> String {
        // Row by row: a whole country's as one value of JSON would take tens of megabytes.
        let row = |line: &Line| TEMPLATE.render("row", &Row::new(line, lang)).unwrap_or_default();
        let attention = self.lines.iter().filter(|line| line.status != Status::Made).map(row).collect();
        let lines = self.lines.iter().map(row).collect();
        let (kinds, total) = (self.kinds(lang), self.lines.len());
        let (lang, words) = match lang {
            Lang::Vi => ("vi", &WORDS.0),
            Lang::En => ("en", &WORDS.1),
        };
        let Self { made, refused, failed, pages, counts, .. } = *self;
        let page = Page { lang, words, made, refused, failed, pages, counts, total, kinds, attention, lines };
        TEMPLATE.render("page", &page).unwrap_or_default()
    }
}

/// The page. Its parts are texts of the program: a test holds them to be right.
static TEMPLATE: LazyLock<Handlebars<'_>> = LazyLock::new(|| {
    let mut template = Handlebars::new();
    template.set_strict_mode(true);
    let page = include_str!("summary.html.hbs");
    let (documents, row) = (include_str!("summary.rows.hbs"), include_str!("summary.row.hbs"));
    for (name, text) in [("page", page), ("documents", documents), ("row", row)] {
        let _ = template.register_template_string(name, text);
    }
    template
});

/// The words of the page.
#[derive(Serialize)]
struct Words {
    title: &'static str,
    made: &'static str,
    refused: &'static str,
    failed: &'static str,
    findings: &'static str,
    pages: &'static str,
    errors: &'static str,
    warnings: &'static str,
    notes: &'static str,
    attention: &'static str,
    kinds: &'static str,
    kind: &'static str,
    reports: &'static str,
    times: &'static str,
    all: &'static str,
    document: &'static str,
    organ: &'static str,
    status: &'static str,
}

/// In Vietnamese, in English.
static WORDS: (Words, Words) = (
    Words {
        title: "Kết quả dựng văn bản hàng loạt",
        made: "Đã dựng",
        refused: "Bị từ chối",
        failed: "Không làm được",
        findings: "Phát hiện",
        pages: "trang",
        errors: "lỗi",
        warnings: "cảnh báo",
        notes: "lưu ý",
        attention: "Văn bản chưa dựng được",
        kinds: "Những điều hay gặp",
        kind: "Nội dung",
        reports: "Số báo cáo",
        times: "Số lần",
        all: "Mọi văn bản",
        document: "Văn bản",
        organ: "Cơ quan",
        status: "Kết quả",
    },
    Words {
        title: "Documents of a batch",
        made: "Made",
        refused: "Refused",
        failed: "Failed",
        findings: "Findings",
        pages: "pages",
        errors: "errors",
        warnings: "warnings",
        notes: "notes",
        attention: "Documents that were not made",
        kinds: "What was found most often",
        kind: "What",
        reports: "Reports",
        times: "Times",
        all: "All documents",
        document: "Document",
        organ: "Organ",
        status: "Outcome",
    },
);

#[derive(Serialize)]
struct Page<'a> {
    lang: &'static str,
    words: &'static Words,
    made: usize,
    refused: usize,
    failed: usize,
    pages: usize,
    counts: Counts,
    total: usize,
    kinds: Vec<KindLine<'a>>,
    /// Rows of HTML, as are all lines.
    attention: String,
    lines: String,
}

#[derive(Serialize)]
struct KindLine<'a> {
    id: &'a str,
    title: Option<&'static str>,
    findings: usize,
    reports: usize,
}

/// A document as the page shows it.
#[derive(Serialize)]
struct Row<'a> {
    #[serde(flatten)]
    line: &'a Line,
    /// What became of it, in words.
    said: &'static str,
    /// What forbids it.
    why: Option<&'a str>,
}

impl<'a> Row<'a> {
    fn new(line: &'a Line, lang: Lang) -> Self {
        let words = if lang == Lang::Vi { &WORDS.0 } else { &WORDS.1 };
        let said = match line.status {
            Status::Made => words.made,
            Status::Refused => words.refused,
            Status::Failed => words.failed,
        };
        let why = line.reason.as_ref().map(|both| both.text(lang));
        Self { line, said, why }
    }
}
