//! Why a template could not be filled, in words that help.

use handlebars::RenderErrorReason;
use serde_json::Value as Json;

use super::figure_helpers::{self, FigureError, Trouble};
use super::plain_helpers;
use super::speaker::Voice;
use crate::diagnostic::{Finding, Message, nearest};
use crate::template::TemplateSet;
use crate::{kinds, msg};

/// A template that asks for something that is not there.
pub(super) fn unfillable(reason: &RenderErrorReason, context: &Json) -> Finding {
    let kind = kinds::templates::UNFILLABLE;
    match reason {
        RenderErrorReason::MissingVariable(Some(name)) => {
            let known: Vec<&str> = context.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
            kind.error(msg!("mẫu không có biến \"{name}\"", "templates have no variable \"{name}\""))
                .one_of(name, &known)
        }
        RenderErrorReason::HelperNotFound(name) => {
            let known: Vec<&str> = figure_helpers::names().chain(plain_helpers::NAMES).collect();
            kind.error(msg!("mẫu không có hàm \"{name}\"", "templates have no helper \"{name}\"")).one_of(name, &known)
        }
        other => kind.error(msg!("mẫu không điền được", "the template cannot be filled")).found(other.to_string()),
    }
}

/// A figure that a template asked for in vain.
pub(super) fn missing(error: &FigureError, voice: &Voice) -> Finding {
    let id = &error.id;
    match error.trouble {
        Trouble::Unknown => unknown_id(id, voice.script.set()),
        Trouble::Missing => {
            let finding = kinds::templates::FIGURE_MISSING.finding(msg!(
                "mẫu cần số liệu \"{id}\" nhưng báo cáo không có hoặc để null",
                "the template needs the figure \"{id}\", which the report does not have or gives as null"
            ));
            let parts = voice
                .script
                .set()
                .form
                .indicator(id)
                .map(|row| row.parts().join(", "))
                .filter(|parts| !parts.is_empty());
            match parts {
                Some(parts) => finding.hint(msg!(
                    "số này tính từ {parts}: thêm các số đó vào \"figures\", hoặc tự viết mục này trong \"sections\"",
                    "it is computed from {parts}: add these to \"figures\", or write this section yourself in \"sections\""
                )),
                None => finding.hint(msg!(
                    "thêm \"{id}\" vào \"figures\", hoặc tự viết mục này trong \"sections\"",
                    "add \"{id}\" to \"figures\", or write this section yourself in \"sections\""
                )),
            }
        }
        Trouble::NotANumber => kinds::templates::NOT_A_NUMBER
            .finding(msg!(
                "mẫu tính với \"{id}\" nhưng giá trị không phải một số",
                "the template computes with \"{id}\", whose value is not a number"
            ))
            .hint(msg!(
                "ghi \"{id}\" trong \"figures\" bằng số, hoặc tự viết mục này trong \"sections\"",
                "give \"{id}\" in \"figures\" as a number, or write this section yourself in \"sections\""
            )),
        Trouble::NothingEarlier => kinds::templates::NOTHING_EARLIER
            .finding(msg!(
                "mẫu so sánh \"{id}\" với kỳ trước nhưng kỳ trước không có số này",
                "the template compares \"{id}\" with an earlier period, which does not have it"
            ))
            .hint(msg!(
                "thêm \"previous\" vào báo cáo, hoặc đặt câu so sánh trong {{{{#if (compared \"{id}\")}}}}",
                "add \"previous\" to the report, or put the comparison into {{{{#if (compared \"{id}\")}}}}"
            )),
        Trouble::ZeroDenominator => kinds::templates::ZERO_DENOMINATOR
            .finding(msg!(
                "mẫu tính tỷ lệ có mẫu số \"{id}\" bằng 0",
                "the template computes a ratio whose denominator \"{id}\" is 0"
            ))
            .hint(write_it_yourself()),
        Trouble::Arguments => {
            let (vi, en) = figure_helpers::usage(id);
            kinds::templates::WRONG_ARGUMENTS
                .finding(msg!("hàm {id} nhận sai tham số", "{id} was given wrong arguments"))
                .expected(msg!("{id} {vi}", "{id} {en}"))
        }
    }
}

/// The way out for who cannot change the template.
fn write_it_yourself() -> Message {
    msg!("tự viết mục này trong \"sections\"", "write this section yourself in \"sections\"")
}

/// An indicator that the forms of a set do not have.
pub(super) fn unknown_id(id: &str, set: &TemplateSet) -> Finding {
    let name = &set.name;
    let finding = kinds::templates::UNKNOWN_INDICATOR.finding(msg!(
        "mẫu dùng chỉ tiêu \"{id}\" không có trong {name}",
        "the template uses the indicator \"{id}\", which {name} does not have"
    ));
    match nearest(id, set.form.indicators().map(|(id, _)| id)) {
        Some(near) => finding.meant(id, near),
        None => finding,
    }
}
