//! The indicators that a template names, in all its branches.

use handlebars::template::{HelperTemplate, Parameter, Template, TemplateElement};
use serde_json::Value as Json;

use super::figure_helpers;

/// The ids in the calls of figure helpers, in order. A branch that is not taken today is taken by another report.
pub(super) fn ids(template: &Template) -> Vec<String> {
    let mut ids = Vec::new();
    walk(template, &mut ids);
    ids
}

fn walk(template: &Template, ids: &mut Vec<String>) {
    for element in &template.elements {
        match element {
            TemplateElement::HtmlExpression(call) | TemplateElement::Expression(call) => in_call(call, ids),
            TemplateElement::HelperBlock(block) => {
                in_call(block, ids);
                for branch in [&block.template, &block.inverse].into_iter().flatten() {
                    walk(branch, ids);
                }
            }
            _ => {}
        }
    }
}

fn in_call(call: &HelperTemplate, ids: &mut Vec<String>) {
    let name = call.name.as_name().unwrap_or_default();
    let count = figure_helpers::id_count(name, call.params.len());
    for (index, parameter) in call.params.iter().enumerate() {
        match parameter {
            Parameter::Literal(Json::String(id)) if index < count => ids.push(id.clone()),
            Parameter::Subexpression(below) => {
                if let TemplateElement::Expression(call) = below.as_element() {
                    in_call(call, ids);
                }
            }
            _ => {}
        }
    }
}
