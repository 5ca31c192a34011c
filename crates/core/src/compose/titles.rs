//! Titles, headings and names are not cut inside words of two syllables.

use crate::document::{Block, Document, Inline, Runs};

/// Keeps words of two syllables on one line in the names of agencies, the abstract, titles, headings, posts, addressees and
/// recipients. Running text may break anywhere between syllables: there it would only make gaps wider.
pub(super) fn keep_words_whole(document: &mut Document) {
    let header = &mut document.header;
    let named = header.parent.iter_mut().chain(&mut header.organ).chain([&mut header.subject]);
    named.for_each(settle);
    document.body.iter_mut().filter_map(title).for_each(|title| settle(title));
    document.announced.iter_mut().chain(&mut document.to).chain(&mut document.recipients.lines).for_each(settle);
    document.confirmation.iter_mut().for_each(|confirmation| settle(&mut confirmation.words));
    document.signatures.iter_mut().flat_map(|one| &mut one.authority).for_each(settle);
    if let Some(block) = document.copy.as_mut().and_then(|copy| copy.block.as_mut()) {
        block.parent.iter_mut().chain(&mut block.organ).chain(&mut block.recipients.lines).for_each(settle);
        block.signatures.iter_mut().flat_map(|one| &mut one.authority).for_each(settle);
    }
    for appendix in &mut document.appendices {
        appendix.head.iter_mut().flat_map(|head| head.parent.iter_mut().chain(&mut head.organ)).for_each(settle);
        settle(&mut appendix.title);
        settle(&mut appendix.guide);
        appendix
            .sheets
            .iter_mut()
            .flat_map(|sheet| &mut sheet.blocks)
            .filter_map(title)
            .for_each(|title| settle(title));
    }
}

fn settle(runs: &mut Vec<Inline>) {
    *runs = Inline::titled(std::mem::take(runs));
}

fn title(block: &mut Block) -> Option<&mut Runs> {
    match block {
        Block::Heading { text: title, .. }
        | Block::Centred { text: title }
        | Block::FormHeading { title, .. }
        | Block::Caption { title } => Some(title),
        Block::Chart(chart) => Some(&mut chart.title),
        Block::Picture(picture) => Some(&mut picture.title),
        _ => None,
    }
}
