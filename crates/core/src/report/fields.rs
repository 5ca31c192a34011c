//! The fields of a report as a page for people, written from the schema.

use std::collections::VecDeque;

use serde_json::Value;

use super::generate_schema;
use crate::diagnostic::Lang;

/// A page of Markdown with every field of a report: what it is called, what it holds, what it is for.
pub fn fields(lang: Lang) -> String {
    let schema = generate_schema();
    let mut page = Page { lang, schema: &schema, text: String::new(), named: Vec::new(), open: VecDeque::new() };
    page.text.push_str(page.say(
        "# Các trường của báo cáo\n\nTrang này do `baocao schema --markdown` viết ra từ lược đồ; đừng sửa tay.\n",
        "# Fields of a report\n\n`baocao schema --markdown --lang en` writes this page from the schema.\n",
    ));
    page.table(&schema);
    while let Some(name) = page.open.pop_front() {
        let definition = &schema["$defs"][&name];
        page.text.push_str(&format!("\n## {name}\n\n{}\n", page.described(definition)));
        page.values(definition);
        page.table(definition);
    }
    page.text
}

struct Page<'a> {
    lang: Lang,
    schema: &'a Value,
    text: String,
    /// The types that have or will have a part of the page.
    named: Vec<String>,
    /// Those that are still to come.
    open: VecDeque<String>,
}

impl<'a> Page<'a> {
    fn say<'b>(&self, vi: &'b str, en: &'b str) -> &'b str {
        if self.lang == Lang::Vi { vi } else { en }
    }

    /// What a type or a field is for, on one line.
    fn described(&self, of: &Value) -> String {
        let text = of["description"].as_str().unwrap_or_default();
        let (en, vi) = text.split_once("\n\n").unwrap_or((text, text));
        self.say(vi, en).replace('\n', " ").replace('|', "\\|")
    }

    /// The fields of an object.
    fn table(&mut self, object: &'a Value) {
        let Some(properties) = object["properties"].as_object() else { return };
        let required =
            |name: &str| object["required"].as_array().is_some_and(|list| list.iter().any(|one| one == name));
        let header = self.say(
            "\n| trường | nội dung | ý nghĩa |\n|---|---|---|\n",
            "\n| field | holds | meaning |\n|---|---|---|\n",
        );
        self.text.push_str(header);
        for (name, field) in properties {
            let holds = self.holds(field);
            let must = if required(name) { self.say(" (bắt buộc)", " (required)") } else { "" };
            let line = format!("| `{name}`{must} | {holds} | {} |\n", self.described(field));
            self.text.push_str(&line);
        }
    }

    /// The words that a type is one of, where it is.
    fn values(&mut self, definition: &Value) {
        let values = definition["oneOf"].as_array().into_iter().flatten().filter(|value| !value["const"].is_null());
        let lines: Vec<String> =
            values.map(|value| format!("- `{}`: {}\n", value["const"], self.described(value))).collect();
        if !lines.is_empty() {
            self.text.push_str(&format!("\n{}", lines.concat()));
        }
        let forms = definition["anyOf"].as_array().into_iter().flatten();
        let lines: Vec<String> =
            forms.map(|form| format!("- {}: {}\n", self.holds(form), self.described(form))).collect();
        if !lines.is_empty() {
            self.text.push_str(&format!("\n{}", lines.concat()));
        }
    }

    /// What a value is, in a few words; types with a part of their own are links.
    fn holds(&mut self, of: &Value) -> String {
        if let Some(name) = of["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
            if self.schema["$defs"][name].is_object() && !self.named.iter().any(|known| known == name) {
                self.named.push(name.to_owned());
                self.open.push_back(name.to_owned());
            }
            return format!("[{name}](#{})", name.to_lowercase());
        }
        // One type beside whose description another stands.
        if let Some([one]) = of["allOf"].as_array().map(Vec::as_slice) {
            return self.holds(one);
        }
        let or = self.say(" hoặc ", " or ");
        if let Some(forms) = of["anyOf"].as_array() {
            let forms: Vec<String> =
                forms.iter().filter(|form| form["type"] != "null").map(|form| self.holds(form)).collect();
            return forms.join(or);
        }
        let types: Vec<&str> = match &of["type"] {
            Value::String(one) => vec![one],
            Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        let words: Vec<String> = types.into_iter().filter(|one| *one != "null").map(|one| self.kind(one, of)).collect();
        words.join(or)
    }

    fn kind(&mut self, name: &str, of: &Value) -> String {
        match name {
            "string" if of["format"] == "date" => self.say("ngày `2023-09-08`", "date `2023-09-08`").to_owned(),
            "string" => self.say("chuỗi", "text").to_owned(),
            "integer" => self.say("số nguyên", "whole number").to_owned(),
            "number" => self.say("số", "number").to_owned(),
            "boolean" => "`true`, `false`".to_owned(),
            "array" => {
                let items = self.holds(&of["items"]);
                format!("{}{items}", self.say("danh sách: ", "list: "))
            }
            _ if of["additionalProperties"].is_object() => {
                let below = self.holds(&of["additionalProperties"]);
                format!("{}{below}", self.say("theo mã: ", "by id: "))
            }
            _ => self.say("nhóm trường", "object").to_owned(),
        }
    }
}
