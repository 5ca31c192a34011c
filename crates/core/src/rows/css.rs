//! What styles of HTML hide, strike out or raise, as a reader of the page sees it: those of elements and those of the style
//! sheet in the page.

use std::collections::HashMap;

use super::parts::Look;
use super::workbook::UNSEEN_SIZE;

/// So many rules are kept, and so many elements around one are looked at.
const MOST_RULES: usize = 20_000;
const MOST_AROUND: usize = 100;

/// What a style says of these things; nothing where it does not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// Whether the element is not there at all.
    pub(super) is_off: Option<bool>,
    /// Whether what it says is not seen; its place stays.
    pub(super) is_unseen: Option<bool>,
    /// Whether a row or column is folded away.
    pub(super) is_folded: Option<bool>,
    /// Whether it is struck out.
    pub(super) is_struck: Option<bool>,
    /// Raised or lowered.
    pub(super) height: Option<Look>,
    /// The colours of its letters and of its ground; nothing inside for those that are not known.
    pub(super) color: Option<Color>,
    pub(super) ground: Option<Color>,
}

/// What stands so far to the left of its place, in pixels, is off the page.
const FAR_OFF: f64 = -500.0;

/// A length in pixels or points, or none at all.
fn length(value: &str) -> Option<f64> {
    value.trim_end_matches("px").trim_end_matches("pt").parse().ok()
}

/// A colour as red, green and blue; nothing for one that is not known.
pub(super) type Color = Option<u32>;

pub(super) const WHITE: Color = Some(0xFF_FFFF);

/// A colour as pages write it: `white`, `#fff`, `rgb(255, 255, 255)`.
pub(super) fn color(text: &str) -> Color {
    let text = text.trim().to_ascii_lowercase();
    if let Some(digits) = text.strip_prefix('#') {
        let long = match digits.len() {
            3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
            6 => digits.to_owned(),
            _ => return None,
        };
        return u32::from_str_radix(&long, 16).ok();
    }
    if let Some(inside) = text.strip_prefix("rgb(").and_then(|rest| rest.strip_suffix(')')) {
        let parts: Option<Vec<u8>> =
            inside.split([',', ' ']).filter(|part| !part.is_empty()).map(|part| part.parse().ok()).collect();
        let [red, green, blue] = parts?.try_into().ok()?;
        return Some(u32::from_be_bytes([0, red, green, blue]));
    }
    match text.as_str() {
        "white" => WHITE,
        "black" | "windowtext" => Some(0),
        _ => None,
    }
}

impl Style {
    /// What is declared: `display:none; color:red`.
    pub(super) fn declared(text: &str) -> Self {
        let mut style = Self::default();
        let (mut is_small, mut is_cut) = (false, false);
        for declaration in text.split(';') {
            let Some((name, value)) = declaration.split_once(':') else { continue };
            let value = value.to_ascii_lowercase();
            let value = value.split('!').next().unwrap_or_default().trim();
            match name.trim().to_ascii_lowercase().as_str() {
                "display" => style.is_off = Some(value == "none"),
                "visibility" => {
                    style.is_folded = Some(value == "collapse");
                    style.is_unseen = Some(matches!(value, "hidden" | "collapse"));
                }
                "mso-hide" => style.is_unseen = Some(value == "all"),
                "font-size" | "opacity" => {
                    let digits = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
                    let least = if value.ends_with("pt") || value.ends_with("px") { UNSEEN_SIZE } else { 0.0 };
                    style.is_unseen = digits.parse::<f64>().ok().map(|size| size <= least).or(style.is_unseen);
                }
                "clip" if value.replace([' ', ','], "").starts_with("rect(0") || value.starts_with("rect(1px") => {
                    style.is_unseen = Some(true);
                }
                "clip-path" if value.starts_with("inset(50%") || value.starts_with("inset(100%") => {
                    style.is_unseen = Some(true);
                }
                "width" | "height" | "max-width" | "max-height" => {
                    is_small |= length(value).is_some_and(|length| length <= UNSEEN_SIZE);
                }
                "overflow" | "overflow-x" | "overflow-y" => is_cut |= matches!(value, "hidden" | "clip"),
                "left" | "right" | "top" | "margin-left" | "text-indent"
                    if length(value).is_some_and(|length| length <= FAR_OFF) =>
                {
                    style.is_unseen = Some(true);
                }
                "color" => style.color = Some(color(value)),
                // Of a picture nobody knows how it looks.
                "background" | "background-color" if !matches!(value, "none" | "transparent" | "inherit") => {
                    style.ground = Some(color(value));
                }
                "text-decoration" | "text-decoration-line" | "mso-text-decoration" | "text-line-through" => {
                    style.is_struck = Some(value.contains("line-through"));
                }
                "vertical-align" => {
                    style.height = Some(match value {
                        "super" | "text-top" => Look::Raised,
                        "sub" => Look::Lowered,
                        _ => Look::Plain,
                    });
                }
                _ => {}
            }
        }
        if is_small && is_cut {
            style.is_unseen = Some(true);
        }
        style
    }

    /// The same with what another one says in its place.
    pub(super) fn then(self, other: Self) -> Self {
        Self {
            is_off: other.is_off.or(self.is_off),
            is_unseen: other.is_unseen.or(self.is_unseen),
            is_folded: other.is_folded.or(self.is_folded),
            is_struck: other.is_struck.or(self.is_struck),
            height: other.height.or(self.height),
            color: other.color.or(self.color),
            ground: other.ground.or(self.ground),
        }
    }
}

/// An element as rules know it.
#[derive(Debug, Clone, Default)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) id: String,
    pub(super) classes: Vec<String>,
}

/// A rule of a style sheet: which elements it is about, from the outermost to the one itself, and what it says.
#[derive(Debug)]
struct Rule {
    selectors: Vec<Named>,
    weight: (usize, usize, usize),
    style: Style,
}

/// The rules of a page that hide, strike out or raise something.
#[derive(Debug, Default)]
pub(super) struct Rules {
    rules: Vec<Rule>,
    /// Rules by the class, id or name of the element itself.
    by_key: HashMap<String, Vec<usize>>,
}

impl Rules {
    /// Adds the rules of a style sheet. Selectors that are more than names, ids and classes, one inside of the other, are
    /// passed over, and so is what counts on paper only.
    pub(super) fn add(&mut self, sheet: &str) {
        let sheet = without_comments(sheet);
        let mut rest = sheet.as_str();
        while let Some(at) = rest.find(['{', '}']) {
            let (before, behind) = rest.split_at(at);
            rest = &behind[1..];
            if behind.starts_with('}') {
                continue;
            }
            // `@charset "utf-8"; p`
            let before = before.rsplit(';').next().unwrap_or_default().trim();
            if before.starts_with('@') {
                if !before.starts_with("@media") || before.contains("print") {
                    rest = behind_block(rest);
                }
                continue;
            }
            let end = rest.find('}').unwrap_or(rest.len());
            let style = Style::declared(&rest[..end]);
            rest = rest.get(end + 1..).unwrap_or_default();
            // Most rules of a page are about colours and fonts.
            if style != Style::default() {
                before.split(',').for_each(|selector| self.add_rule(selector, style));
            }
        }
    }

    fn add_rule(&mut self, selector: &str, style: Style) {
        let Some(selectors) = selector.split_whitespace().map(named).collect::<Option<Vec<Named>>>() else { return };
        let Some(own) = selectors.last().filter(|_| self.rules.len() < MOST_RULES) else { return };
        let key = match own.classes.first() {
            Some(class) => format!(".{class}"),
            None if !own.id.is_empty() => format!("#{}", own.id),
            None => own.name.clone(),
        };
        let weight = selectors.iter().fold((0, 0, 0), |(ids, classes, names), of| {
            (ids + usize::from(!of.id.is_empty()), classes + of.classes.len(), names + usize::from(!of.name.is_empty()))
        });
        self.by_key.entry(key).or_default().push(self.rules.len());
        self.rules.push(Rule { selectors, weight, style });
    }

    /// What the rules say of an element inside of others, of which the last is the nearest.
    pub(super) fn of<'n>(&self, own: &Named, around: impl DoubleEndedIterator<Item = &'n Named> + Clone) -> Style {
        if self.rules.is_empty() {
            return Style::default();
        }
        let classes = own.classes.iter().map(|class| format!(".{class}"));
        let keys = classes.chain([format!("#{}", own.id), own.name.clone()]);
        let mut rules: Vec<usize> = keys
            .filter_map(|key| self.by_key.get(&key))
            .flatten()
            .copied()
            .filter(|at| self.fits(*at, own, around.clone()))
            .collect();
        rules.sort_by_key(|at| (self.rules[*at].weight, *at));
        rules.into_iter().fold(Style::default(), |style, at| style.then(self.rules[at].style))
    }

    fn fits<'n>(&self, at: usize, own: &Named, around: impl DoubleEndedIterator<Item = &'n Named>) -> bool {
        let Some((last, outer)) = self.rules[at].selectors.split_last() else { return false };
        let mut around = around.rev().take(MOST_AROUND);
        last.fits(own) && outer.iter().rev().all(|wanted| around.any(|of| wanted.fits(of)))
    }
}

impl Named {
    /// Whether an element is one of those that this selector names.
    fn fits(&self, of: &Self) -> bool {
        (self.name.is_empty() || self.name == of.name)
            && (self.id.is_empty() || self.id == of.id)
            && self.classes.iter().all(|class| of.classes.contains(class))
    }
}

/// `td.xl65`, `#tong`, `.an`.
fn named(selector: &str) -> Option<Named> {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '#' | '-' | '_');
    if !selector.chars().all(is_plain) {
        return None;
    }
    let begin = selector.find(['.', '#']).unwrap_or(selector.len());
    let (name, mut rest) = selector.split_at(begin);
    let mut of = Named { name: name.to_ascii_lowercase(), ..Named::default() };
    while let Some(sign) = rest.chars().next() {
        let end = rest[1..].find(['.', '#']).map_or(rest.len(), |end| end + 1);
        let (part, behind) = rest.split_at(end);
        match sign {
            '#' => of.id = part[1..].to_owned(),
            _ => of.classes.push(part[1..].to_owned()),
        }
        rest = behind;
    }
    Some(of)
}

fn without_comments(sheet: &str) -> String {
    let mut text = String::with_capacity(sheet.len());
    let mut parts = sheet.split("/*");
    text.extend(parts.next());
    parts.filter_map(|part| part.split_once("*/")).for_each(|(_, behind)| text.push_str(behind));
    text.replace("<!--", " ").replace("-->", " ")
}

/// What follows the block that was opened before a text.
fn behind_block(text: &str) -> &str {
    let mut depth = 1_usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[at + 1..];
        }
    }
    ""
}
