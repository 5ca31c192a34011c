//! What each appendix shall hold, as the report or the template set says.

use crate::compose::Making;
use crate::diagnostic::{Finding, Place};
use crate::report::{AppendixEntry, AppendixPart, GivenText, GuideLine, Orientation, OwnAppendix, Text};
use crate::{kinds, msg};

/// What an appendix shall hold, with the places that say so.
pub(super) struct Plan {
    pub(super) title: String,
    pub(super) forms: Vec<(String, Place)>,
    pub(super) form_heading: Option<String>,
    pub(super) one_table: bool,
    pub(super) orientation: Option<Orientation>,
    pub(super) under_title: Option<String>,
    pub(super) guide: GuideLine,
    pub(super) parts: Vec<(AppendixPart, Place)>,
    pub(super) text: Option<(String, Place)>,
}

impl Plan {
    /// Of an appendix that the report arranges.
    pub(super) fn own(index: usize, plan: &OwnAppendix, making: &Making<'_>) -> Self {
        Self::of(plan, plan.title.to_string(), |below| making.input.place(&format!("/appendices/{index}/{below}")))
    }

    fn of(plan: &OwnAppendix, title: String, place: impl Fn(String) -> Place) -> Self {
        let forms = plan.forms.iter().enumerate();
        let parts = plan.parts.iter().enumerate();
        Self {
            title,
            forms: forms.map(|(at, id)| (id.clone(), place(format!("forms/{at}")))).collect(),
            form_heading: plan.form_heading.as_ref().map(ToString::to_string),
            one_table: plan.one_table,
            orientation: plan.orientation,
            under_title: plan.under_title.as_ref().map(ToString::to_string),
            guide: plan.guide,
            parts: parts
                .map(|(at, part)| match said(part)[..] {
                    [one] => (part.clone(), place(format!("parts/{at}/{one}"))),
                    _ => (part.clone(), place(format!("parts/{at}"))),
                })
                .collect(),
            text: plan.text.as_ref().and_then(GivenText::said).map(|text| (text.to_string(), place("text".to_owned()))),
        }
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
            AppendixEntry::Own(own) => plans.push(Plan::own(index, own, making)),
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
        let mut fill = |text: &str| making.speaker.fill_inside(source, text, findings);
        let Some(title) = fill(&appendix.title) else { continue };
        let mut plan = Plan::of(appendix, title, |_| Place::new(source, 0..0));
        plan.under_title = plan.under_title.and_then(|text| fill(&text));
        for heading in plan.parts.iter_mut().filter_map(|(part, _)| part.heading.as_mut()) {
            for line in heading.all_mut() {
                *line = Text::new(&fill(line).unwrap_or_default());
            }
        }
        plans.push(plan);
    }
    plans
}
