//! What each appendix shall hold, as the report or the template set says.

use crate::compose::Making;
use crate::diagnostic::{Finding, Place};
use crate::document::Woven;
use crate::report::{
    AnnexedDocument, AppendixEntry, AppendixPart, GivenText, GuideLine, Headings, Orientation, OwnAppendix,
};
use crate::{kinds, msg};

/// What an appendix shall hold, with the places that say so.
pub(super) struct Plan {
    pub(super) title: Woven<'static>,
    pub(super) bare: bool,
    /// A document that is issued with the report, and the index of the appendix that brings it.
    pub(super) document: Option<(usize, Box<AnnexedDocument>)>,
    pub(super) forms: Vec<(String, Place)>,
    pub(super) form_heading: Option<String>,
    pub(super) one_table: bool,
    pub(super) orientation: Option<Orientation>,
    pub(super) under_title: Option<Woven<'static>>,
    pub(super) guide: GuideLine,
    pub(super) parts: Vec<Part>,
    pub(super) text: Option<(String, Place)>,
}

/// A part, the place that asks for it, and its headings.
pub(super) struct Part {
    pub(super) part: AppendixPart,
    pub(super) place: Place,
    pub(super) headings: Vec<Woven<'static>>,
}

impl Plan {
    /// Of an appendix that the report arranges.
    pub(super) fn own(index: usize, plan: &OwnAppendix, making: &Making<'_>) -> Option<Self> {
        let place = |below: &str| making.input.place(&format!("/appendices/{index}/{below}"));
        let title = |text: &str, below: &str| Some(Woven::at(text, Some(&place(below))).into_owned());
        let document = plan.document.clone().map(|document| (index, document));
        Some(Self { document, ..Self::of(plan, title, |below| place(&below))? })
    }

    /// Of an appendix. `fill` makes titles of what is written there, by its name; nothing where one cannot be made.
    fn of(
        plan: &OwnAppendix,
        mut fill: impl FnMut(&str, &str) -> Option<Woven<'static>>,
        place: impl Fn(String) -> Place,
    ) -> Option<Self> {
        let title = fill(&plan.title, "title")?;
        let under_title = plan.under_title.as_ref().and_then(|text| fill(text, "under_title"));
        let forms = plan.forms.iter().enumerate();
        let parts = plan.parts.iter().enumerate();
        let parts = parts.map(|(at, part)| {
            let texts = part.heading.iter().flat_map(Headings::all);
            let headings = texts.map(|text| fill(text, &format!("parts/{at}/heading")).unwrap_or_default()).collect();
            let place = match said(part)[..] {
                [one] => place(format!("parts/{at}/{one}")),
                _ => place(format!("parts/{at}")),
            };
            Part { part: part.clone(), place, headings }
        });
        let parts = parts.collect();
        Some(Self {
            title,
            bare: plan.bare,
            document: None,
            forms: forms.map(|(at, id)| (id.clone(), place(format!("forms/{at}")))).collect(),
            form_heading: plan.form_heading.as_ref().map(ToString::to_string),
            one_table: plan.one_table,
            orientation: plan.orientation,
            under_title,
            guide: plan.guide,
            parts,
            text: plan.text.as_ref().and_then(GivenText::said).map(|text| (text.to_string(), place("text".to_owned()))),
        })
    }
}

/// What a part names to be printed.
pub(super) fn said(part: &AppendixPart) -> Vec<&'static str> {
    let fields = [
        ("form", part.form.is_some()),
        ("table", part.table.is_some()),
        ("chart", part.chart.is_some()),
        ("section", part.section.is_some()),
        ("text", part.text.is_some()),
    ];
    fields.into_iter().filter(|(_, is_said)| *is_said).map(|(name, _)| name).collect()
}

/// The appendices of the report, or of the template where the report arranges none.
pub(super) fn plans(making: &Making<'_>, findings: &mut Vec<Finding>) -> Vec<Plan> {
    let Some(entries) = &making.report.appendices else { return template_plans(making, findings) };
    let (mut plans, mut has_template) = (Vec::new(), false);
    for (index, entry) in entries.iter().enumerate() {
        match entry {
            AppendixEntry::Own(own) => plans.extend(Plan::own(index, own, making)),
            AppendixEntry::Template(_) if has_template => findings.push(
                kinds::sections::TEMPLATE_TWICE
                    .finding(msg!("phụ lục của mẫu được nêu hai lần", "the appendices of the template are named twice"))
                    .at(making.input.place(&format!("/appendices/{index}")))
                    .hint(msg!("chỉ giữ một \"template\"", "keep one \"template\"")),
            ),
            AppendixEntry::Template(_) => {
                has_template = true;
                plans.append(&mut template_plans(making, findings));
            }
        }
    }
    plans
}

/// The appendices of the template set; their titles and headings are templates.
fn template_plans(making: &Making<'_>, findings: &mut Vec<Finding>) -> Vec<Plan> {
    let source = &making.speaker.set().form_source;
    let mut plans = Vec::new();
    for appendix in &making.speaker.set().form.appendices {
        let fill = |text: &str, _: &str| making.speaker.fill_inside(source, text, findings).map(Woven::into_owned);
        plans.extend(Plan::of(appendix, fill, |_| Place::new(source, 0..0)));
    }
    plans
}
