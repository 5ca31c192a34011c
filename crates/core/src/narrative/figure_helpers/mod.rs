//! Helpers that speak of figures. They take the ids of indicators.

mod answers;
mod call;
mod voice;

use std::sync::{Arc, PoisonError};

use handlebars::{
    Context, Handlebars, Helper, HelperDef, PathAndJson, RenderContext, RenderError, RenderErrorReason, ScopedJson,
};
use serde_json::Value as Json;

use answers::{Helping, helpers};
use call::Arguments;
pub(super) use call::{FigureError, Trouble};

use super::marks::{self, Spoken};
use super::speaker::Voice;

/// A helper: what it is called, and what it makes of its arguments.
struct FigureHelper {
    voice: Arc<Voice>,
    name: &'static str,
    answer: Helping,
    /// Whether what it says stands between marks.
    is_marking: bool,
}

impl HelperDef for FigureHelper {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let arguments = Arguments {
            name: self.name,
            values: helper.params().iter().map(PathAndJson::value).collect(),
            decimals: helper.hash_get("decimals").and_then(|d| d.value().as_u64()).and_then(|d| d.try_into().ok()),
        };
        match (self.answer)(&self.voice, &arguments) {
            Ok(json) if self.is_marking => Ok(ScopedJson::Derived(self.marked(json, &arguments))),
            Ok(json) => Ok(ScopedJson::Derived(json)),
            Err(error) => Err(RenderErrorReason::NestedError(Box::new(error)).into()),
        }
    }
}

impl FigureHelper {
    /// What was said, between marks of the indicators that it came from.
    fn marked(&self, said: Json, arguments: &Arguments<'_>) -> Json {
        let count = id_count(self.name, arguments.values.len());
        match &said {
            Json::String(text) if count > 0 && !text.is_empty() => {
                let ids = arguments.values.iter().take(count).filter_map(|id| id.as_str()).map(str::to_owned).collect();
                let mut spoken = self.voice.spoken.lock().unwrap_or_else(PoisonError::into_inner);
                spoken.push(Spoken { ids, helper: self.name });
                marks::value(spoken.len() - 1, text).into()
            }
            _ => said,
        }
    }
}

/// The names of all helpers.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    helpers().into_iter().map(|(name, _)| name)
}

/// The helpers that say yes or no, and are not printed.
pub(super) const CONDITIONS: [&str; 7] = ["positive", "zero", "known", "equal", "code", "any", "compared"];

/// Whether a helper reads an option of this name.
pub(super) fn has_option(helper: &str, option: &str) -> bool {
    option == "decimals" && ["value", "count", "percent", "ratio", "change"].contains(&helper)
}

/// How many of a call's arguments are ids of indicators.
pub(super) fn id_count(name: &str, arguments: usize) -> usize {
    match name {
        "phrase" | "code" | "change" => 1,
        "list" => 0,
        name if names().any(|known| known == name) => arguments,
        _ => 0,
    }
}

/// The arguments of a helper, for who gave it others: in Vietnamese and English.
pub(super) fn usage(name: &str) -> (&'static str, &'static str) {
    match name {
        "sum" | "any" => ("\"mã\" \"mã\" ...", "\"id\" \"id\" ..."),
        "difference" | "ratio" | "equal" => ("\"mã\" \"mã\"", "\"id\" \"id\""),
        "code" => ("\"mã\" 1", "\"id\" 1"),
        "phrase" | "change" => ("\"mã\" \"hồ sơ\"", "\"id\" \"words\""),
        _ => ("\"mã\"", "\"id\""),
    }
}

/// Makes the helpers known.
pub(super) fn register(handlebars: &mut Handlebars<'static>, voice: &Arc<Voice>) {
    for (name, answer) in helpers() {
        for (known, is_marking) in [(name.to_owned(), false), (marks::marking(name), true)] {
            let helper = FigureHelper { voice: Arc::clone(voice), name, answer, is_marking };
            handlebars.register_helper(&known, Box::new(helper));
        }
    }
}
