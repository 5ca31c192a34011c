//! Composing: a report and its templates become the document.

mod appendices;
pub mod box14;
mod charts;
mod closing;
mod copy;
mod ends;
mod fits;
mod header;
mod notes;
mod placed;
mod titles;
mod words;

pub use copy::Copying;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use baocao_vietnamese::one_line;
use chrono::NaiveDate;

use crate::diagnostic::{Finding, Place, has_errors};
use crate::document::shifted::said;
use crate::document::{Block, Document, Inline, Metadata, Style};
use crate::form::{Figures, Filling};
use crate::markdown::PlacedKind;
use crate::narrative::{Earlier, Script, Speaker, narrate};
use crate::report::{Chart, Input, Orientation, Period, Pictures, Report, SideFiles, WhenEmpty};
use crate::table::{self, Filled, Setting};
use crate::{kinds, msg};

/// All that a document is composed of.
#[derive(Debug)]
pub struct Material<'a> {
    /// The report.
    pub report: &'a Report,
    /// Its file, for the places of findings.
    pub input: &'a Input,
    /// Its template set, ready to speak.
    pub script: Arc<Script>,
    /// Its figures.
    pub figures: &'a Figures,
    /// The files beside it.
    pub files: &'a SideFiles,
    /// The pictures that its texts place.
    pub pictures: &'a Pictures,
    /// The figures of an earlier period.
    pub earlier: Option<Earlier>,
    /// The copy that is made of it.
    pub copying: Option<Copying<'a>>,
}

/// What texts and appendices are made with.
struct Making<'a> {
    report: &'a Report,
    input: &'a Input,
    speaker: &'a Speaker,
    earlier: Option<&'a Earlier>,
    pictures: &'a Pictures,
    tables: BTreeMap<String, Filled>,
    /// Those of them for upright pages that would rather lie: in smaller letters or with less air. Of tables that texts alone can
    /// place.
    uprights: BTreeMap<String, Filled>,
    /// The ids of all tables, those that could not be made included.
    table_ids: BTreeSet<String>,
    /// The number that was stamped on the document, of a copy.
    stamped: Option<&'a String>,
    /// The tables whose files have no rows and that are left out then.
    left_out: BTreeSet<String>,
    /// The charts and tables that texts placed so far.
    placed: RefCell<BTreeSet<(PlacedKind, String)>>,
}

impl Making<'_> {
    /// What fills the forms.
    fn filling(&self) -> Filling<'_> {
        let set = &self.speaker.set().form;
        let columns = self.report.previous.as_ref().is_some_and(|previous| previous.columns);
        let earlier = self.earlier.filter(|_| columns);
        Filling {
            figures: self.speaker.figures(),
            previous: earlier.map(|earlier| (earlier.name.as_str(), &earlier.figures)),
            align: set.value_align,
            decimals: set.decimals,
        }
    }

    /// The chart of an id, the report's before the template set's.
    fn chart(&self, id: &str) -> Option<&Chart> {
        self.report.charts.get(id).or_else(|| self.speaker.set().form.charts.get(id))
    }

    /// Whether a table, a chart or both are not printed because there are no rows; nothing else is wrong with them.
    fn is_left_out(&self, table: Option<&str>, chart: Option<&str>) -> bool {
        let no_rows = |id: &str| self.left_out.contains(id) || self.tables.get(id).is_some_and(|table| table.is_empty);
        let drawn = chart.and_then(|id| self.chart(id)?.from.as_ref());
        table.is_some_and(|id| self.left_out.contains(id)) || drawn.is_some_and(|from| no_rows(&from.table))
    }

    /// The table of an id, which `place` asks for. One that could not be made was told of, and one of the template set
    /// that the report has no rows for has nothing to print.
    fn table(&self, id: &str, place: &Place, findings: &mut Vec<Finding>) -> Option<&Filled> {
        if !self.table_ids.contains(id) {
            let known: Vec<&str> = self.table_ids.iter().map(String::as_str).collect();
            findings.push(
                kinds::tables::UNKNOWN
                    .finding(msg!("không có bảng \"{id}\"", "there is no table \"{id}\""))
                    .at(place.clone())
                    .one_of(id, &known),
            );
        }
        self.tables.get(id)
    }
}

/// Composes the document. All that is wrong is added to the findings; where one of these is an error there is no
/// document.
pub fn compose(material: Material<'_>, findings: &mut Vec<Finding>) -> Option<Document> {
    let mut found = Vec::new();
    let document = composed(material, &mut found);
    let failed = has_errors(&found);
    findings.append(&mut found);
    Some(document).filter(|_| !failed)
}

fn composed(material: Material<'_>, findings: &mut Vec<Finding>) -> Document {
    let Material { report, input, script, figures, files, pictures, earlier, copying } = material;
    if let Some(copying) = copying {
        copying.check(report, input, findings);
    }
    let set = Arc::clone(&script);
    let set = set.set();
    let kind = &set.outline.document;
    let style = Style::of(report.style.as_ref());
    let mut definitions = table::merged(&set.form.tables, &report.tables);
    let of_appendices = appendices::directions(report, set);
    for (id, way) in &of_appendices {
        if let Some(definition) = definitions.get_mut(*id) {
            definition.orientation = definition.orientation.or(*way);
        }
    }
    let setting = Setting {
        input,
        files,
        figures,
        previous: earlier.as_ref().map(|earlier| &earlier.figures),
        decimals: set.form.decimals,
        zero: set.form.zero_denominator,
        rooms: [Orientation::Portrait, Orientation::Landscape].map(|way| style.room(way)),
    };
    let tables = table::tables(&definitions, &setting, findings);
    let of_texts = tables.iter().filter(|(id, _)| !of_appendices.contains_key(id.as_str()));
    let upright = |(id, filled)| Some((String::clone(id), table::upright(id, &definitions[id], filled, &setting)?));
    let uprights = of_texts.filter_map(upright).collect();
    let left_out = definitions.iter().filter(|(id, table)| {
        let was_read = table.data.as_ref().is_some_and(|data| files.get(&data.file).is_some());
        table.when_empty == Some(WhenEmpty::LeaveOut) && was_read && !tables.contains_key(*id)
    });
    let left_out = left_out.map(|(id, _)| id.clone()).collect();
    let table_ids = definitions.into_keys().chain(set.form.tables.keys().cloned()).collect();
    let speaker = Speaker::new(script, report, figures.clone(), earlier);
    let (earlier, placed) = (speaker.earlier(), RefCell::default());
    let stamped = copying.and_then(|copying| copying.order.issued.number.as_ref());
    let making = Making {
        report,
        input,
        speaker: &speaker,
        earlier,
        pictures,
        tables,
        uprights,
        table_ids,
        stamped,
        left_out,
        placed,
    };
    fits::check(&making, findings);
    let mut body = grounds(report, kind.decides.as_deref());
    let upright = placed::OnPages { making: &making, orientation: Orientation::Portrait };
    let narrative = narrate(&speaker, report, input, &upright, findings);
    let extract = copying.filter(|copying| copying.is_extract());
    let mut end = body.len() + narrative.end;
    body.extend(match extract {
        Some(extract) => copy::extract(narrative, &extract.order.sections, findings),
        None => narrative.blocks,
    });
    if extract.is_some() {
        end = body.len();
    }
    if !copy::ends_left_out(&body) {
        closing::end(&mut body[..end]);
    }
    let document = &report.document;
    let mut composed = Document {
        metadata: metadata(report),
        style,
        header: header::header(report, kind.layout),
        announced: kind.announces.as_ref().map(|words| header::announced(document, words)),
        to: header::addressees(&document.to),
        body,
        signatures: header::signatures(document),
        recipients: header::recipients(document),
        confirmation: header::confirmation(document),
        address_line: document.address_line.as_ref().map(|line| header::address_line(line)),
        appendices: appendices::appendices(&making, findings),
        copy: None,
    };
    if extract.is_some() && !composed.appendices.is_empty() {
        let count = composed.appendices.len();
        composed.appendices.clear();
        findings.push(kinds::copies::NO_APPENDICES.finding(msg!(
            "trích sao không chép {count} phụ lục của văn bản",
            "the extract leaves out the {count} appendices of the document"
        )));
    }
    if let Some(copying) = copying {
        copying.put(report, &mut composed);
    }
    notes::count_back(&mut composed);
    titles::keep_words_whole(&mut composed);
    ends::keep_last_words_together(&mut composed);
    words::break_at_last(&mut composed);
    composed.settle_tables();
    closing::end_in_tall_rows(&mut composed);
    composed
}

/// The legal grounds: `;` after each, `.` after the last (NĐ 30/2020/NĐ-CP, Annex I, II.6.a).
/// What decides says who decides above them, and below them that it does (Annex III, forms 1.1 to 1.3).
fn grounds(report: &Report, decides: Option<&str>) -> Vec<Block> {
    let centred = |line: &str| Block::Centred { text: Inline::lines(&line.to_uppercase()).into() };
    let authority = report.document.authority.as_ref().filter(|_| decides.is_some());
    let grounds = &report.document.grounds;
    let last = grounds.len().saturating_sub(1);
    let end = |index| if index == last { "." } else { ";" };
    let lines = grounds.iter().enumerate().map(|(index, ground)| Block::Ground {
        text: Inline::text(&format!("{}{}", ground.bare(), end(index))).into(),
    });
    let above = authority.map(|authority| centred(authority));
    above.into_iter().chain(lines).chain(decides.map(centred)).collect()
}

fn metadata(report: &Report) -> Metadata {
    use chrono::Datelike;

    use crate::report::PromulgationDate;

    let document = &report.document;
    let date = match document.promulgation.parsed() {
        Some(PromulgationDate::Day(date)) => date,
        _ => report.days().map_or(NaiveDate::MIN, |(_, last)| last),
    };
    let type_name = document.type_in_text();
    let subject = said(&document.about()).into_owned();
    let title = if subject == type_name { subject.clone() } else { format!("{type_name}: {subject}") };
    let number = document.code_number.map(|number| format!("{number:02}/{}", document.code_notation));
    Metadata {
        title,
        author: one_line(&document.organ.organ_name),
        subject,
        keywords: number.into_iter().chain([type_name]).chain(report.period.as_ref().map(Period::name)).collect(),
        date: (date.year(), date.month(), date.day()),
    }
}
