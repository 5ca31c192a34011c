//! Words without a place to break: file names, addresses, rows of letters that are wider than their line. They break at last,
//! wherever they stand.

use crate::document::share::{Line, break_runs, break_text, notes};
use crate::document::width::Face;
use crate::document::{Block, Chart, Document, Drawn, Recipients, Runs, Signature, Style};
use crate::report::Orientation;

/// The sizes of footnotes, recipients and the line of addresses, and of the subject of a letter, in points.
const SMALL_PT: f64 = 11.0;
const LETTER_PT: f64 = 12.0;

/// What the right half of the head has at most beside the name of the agency, with the air between, in points.
const RIGHT_OF_HEAD_PT: f64 = 308.0;

/// The least that addressees, recipients and those who sign have of the width of the text.
const LEAST_SHARE: f64 = 0.4;

/// What a dash, a mark or the number of a note takes before a text, in units of the size.
const DASH_EM: f64 = 1.5;

/// Lets all words of a document break that no line holds.
pub(super) fn break_at_last(document: &mut Document) {
    let places = Places::of(&document.style);
    let header = &mut document.header;
    let named = header.parent.iter_mut().chain(&mut header.organ);
    named.for_each(|name| break_runs(name, places.organ));
    let subject = if header.type_name.is_some() { places.title } else { places.letter };
    break_runs(&mut header.subject, subject);
    for (text, line) in [(&mut header.type_name, places.title), (&mut header.place, places.date)] {
        break_string(text, line);
    }
    document.announced.iter_mut().for_each(|line| break_runs(line, places.addressee));
    document.to.iter_mut().for_each(|to| break_runs(to, places.addressee));
    if let Some(confirmation) = &mut document.confirmation {
        break_runs(&mut confirmation.words, places.recipient);
        break_string(&mut confirmation.name, places.recipient);
    }
    break_blocks(&mut document.body, &document.style, Orientation::Portrait);
    places.break_signed(&mut document.signatures, &mut document.recipients);
    document.address_line.iter_mut().for_each(|line| break_runs(line, places.small));
    for appendix in &mut document.appendices {
        let heads = appendix.head.iter_mut().flat_map(|head| head.parent.iter_mut().chain(&mut head.organ));
        heads.for_each(|name| break_runs(name, places.organ));
        let titles = [&mut *appendix.title, &mut appendix.guide].into_iter();
        titles.chain(appendix.under_title.as_deref_mut()).for_each(|title| break_runs(title, places.title));
        for sheet in &mut appendix.sheets {
            break_blocks(&mut sheet.blocks, &document.style, sheet.orientation);
        }
    }
    if let Some(block) = document.copy.as_mut().and_then(|copy| copy.block.as_mut()) {
        block.parent.iter_mut().chain(&mut block.organ).for_each(|name| break_runs(name, places.organ));
        break_runs(&mut block.guide, places.title);
        block.place = break_text(&block.place, places.date).into_owned();
        places.break_signed(&mut block.signatures, &mut block.recipients);
    }
}

/// The lines of what stands around the text.
struct Places {
    organ: Line,
    title: Line,
    letter: Line,
    date: Line,
    addressee: Line,
    recipient: Line,
    signer: Line,
    small: Line,
}

impl Places {
    fn of(style: &Style) -> Self {
        let [width, _] = style.text_widths_pt();
        let beside = width - RIGHT_OF_HEAD_PT;
        let bold = |width: f64, size: f64| Line::balanced(width / size, Face::Bold);
        let regular = |width: f64, size: f64| Line::balanced(width / size - DASH_EM, Face::Regular);
        Self {
            organ: bold(beside, style.organ_pt),
            title: bold(width, style.title_pt),
            letter: regular(beside, LETTER_PT),
            date: regular(width * LEAST_SHARE, style.date_pt),
            addressee: regular(width * LEAST_SHARE, style.body_pt),
            recipient: regular(width * LEAST_SHARE, SMALL_PT),
            signer: bold(width * LEAST_SHARE, style.signature_pt),
            small: regular(width, SMALL_PT),
        }
    }

    fn break_signed(&self, signatures: &mut [Signature], recipients: &mut Recipients) {
        for signature in signatures {
            signature.authority.iter_mut().for_each(|line| break_runs(line, self.signer));
            break_string(&mut signature.name, self.signer);
        }
        recipients.lines.iter_mut().for_each(|line| break_runs(line, self.recipient));
    }
}

fn break_string(text: &mut Option<String>, line: Line) {
    if let Some(text) = text {
        *text = break_text(text, line).into_owned();
    }
}

/// Lets the words of blocks break that stand on pages of one direction.
fn break_blocks(blocks: &mut [Block], style: &Style, orientation: Orientation) {
    let room = style.room(orientation);
    // The first line of a paragraph is shorter.
    let indent = style.first_line_indent_cm / 2.54 * 72.0;
    let text = Line::of((room.width_pt - indent) / style.body_pt, Face::Regular);
    let bold = Line { face: Face::Bold, ..text };
    let note = Line::of(room.width_pt / SMALL_PT - DASH_EM, Face::Regular);
    let line = |runs: &mut Runs, line: Line| {
        break_runs(runs, line);
        notes(runs, &mut |runs| break_runs(runs, note));
    };
    for block in blocks {
        match block {
            Block::Paragraph { text: runs } | Block::Item { text: runs, .. } | Block::Ground { text: runs } => {
                line(runs, text);
            }
            Block::Heading { text: runs, .. }
            | Block::Centred { text: runs }
            | Block::FormHeading { title: runs, .. }
            | Block::Caption { title: runs } => line(runs, bold),
            Block::Table { table, .. } => {
                table.break_words(&room);
                let rows = table.header.iter_mut().chain(&mut table.body);
                rows.flat_map(|row| &mut row.cells).for_each(|cell| {
                    notes(&mut cell.text, &mut |runs| break_runs(runs, note));
                });
            }
            Block::Chart(chart) => break_chart(chart, room.width_pt),
            Block::Picture(picture) => {
                break_runs(&mut picture.title, Line::of(room.width_pt / style.table_pt - DASH_EM, Face::Regular));
            }
        }
    }
}

/// The words of a chart on a page of such a width, in points.
fn break_chart(chart: &mut Chart, width_pt: f64) {
    let width = width_pt / chart.size_pt;
    let whole = Line::of(width - DASH_EM, Face::Regular);
    break_runs(&mut chart.title, whole);
    chart.unit.iter_mut().for_each(|unit| break_runs(unit, whole));
    let name = Line::of(width - 2.0 * DASH_EM, Face::Regular);
    chart.series.iter_mut().for_each(|series| break_runs(series, name));
    let label = match chart.look {
        Drawn::Bars => chart.label_em,
        Drawn::Line => chart.point_label_em(width_pt),
    };
    for bar in &mut chart.bars {
        break_runs(&mut bar.label, Line::cell(label, Face::Regular));
    }
}
