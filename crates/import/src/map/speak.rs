//! Texts of a mapping that speak of the unit: `UBND {{unit}}`.

use std::collections::BTreeMap;

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use handlebars::{Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext, no_escape};
use serde_json::json;

use super::definition::MapFile;
use super::unit::Unit;
use crate::units::running;

/// Texts that speak of a unit.
#[derive(Debug)]
pub(super) struct Speaker(Handlebars<'static>);

impl Speaker {
    /// What says the texts of a mapping; each is understood once.
    pub(super) fn new(file: &MapFile) -> Self {
        let mut speaker = Handlebars::new();
        let cells = file.tables.values().flat_map(BTreeMap::values);
        let all = file.fields.values().chain(file.figures.values()).chain(cells);
        for text in all.filter_map(|from| from.part().text) {
            // One that is not understood is told of when it is tried.
            let _ = speaker.register_template_string(&text, &text);
        }
        speaker.set_strict_mode(true);
        speaker.register_escape_fn(no_escape);
        speaker.register_helper("upper", said(str::to_uppercase));
        speaker.register_helper("running", said(running));
        Self(speaker)
    }

    /// A text about a unit; nothing where it names what there is not.
    pub(super) fn say(&self, text: &str, unit: &Unit) -> Option<String> {
        let variables = json!({
            "unit": unit.name, "code": unit.code, "province": unit.province, "file": unit.file_name()
        });
        self.0.render(text, &variables).ok()
    }

    /// Tells of all texts of a mapping that cannot be spoken; `place` gives the place of a part of it.
    pub(super) fn check(
        &self,
        file: &MapFile,
        place: impl Fn(&str) -> baocao_core::diagnostic::Place,
        findings: &mut Vec<Finding>,
    ) {
        let some = Unit { name: "X".to_owned(), code: Some("00000".to_owned()), province: Some("Y".to_owned()) };
        for (part, all) in [("fields", &file.fields), ("figures", &file.figures)] {
            for (key, from) in all {
                let Some(text) = from.part().text else { continue };
                if self.say(&text, &some).is_some() {
                    continue;
                }
                findings.push(
                    kinds::imports::WRONG_TEXT
                        .finding(msg!("đoạn chữ này không dùng được", "this text cannot be used"))
                        .at(place(&format!("/{part}/{}/text", baocao_core::report::pointer_part(key))))
                        .found(text)
                        .expected(msg!(
                            "{{{{unit}}}}, {{{{code}}}}, {{{{province}}}}, {{{{file}}}}, {{{{running unit}}}}, {{{{upper unit}}}}",
                            "{{{{unit}}}}, {{{{code}}}}, {{{{province}}}}, {{{{file}}}}, {{{{running unit}}}}, {{{{upper unit}}}}"
                        )),
                );
            }
        }
    }
}

/// A helper that says what it is given in another way.
fn said(other: fn(&str) -> String) -> Box<dyn HelperDef + Send + Sync> {
    let helper = move |helper: &Helper<'_>,
                       _: &Handlebars<'_>,
                       _: &Context,
                       _: &mut RenderContext<'_, '_>,
                       out: &mut dyn Output|
          -> HelperResult {
        let text = helper.param(0).and_then(|value| value.value().as_str()).unwrap_or_default();
        out.write(&other(text))?;
        Ok(())
    };
    Box::new(helper)
}
