//! A file of an office's rules read, and all that is wrong with it.

use std::sync::LazyLock;

use baocao_core::diagnostic::{Finding, Id, Kind, Say, Severity, has_errors, kept};
use baocao_core::report::{Input, structure};
use baocao_core::{kinds, msg};
use baocao_reading::Phrase;
use baocao_reading::phrase::{BRACES, Fault, LONGEST};
use jsonschema::Validator;
use schemars::schema_for;
use serde_json::Value;

use super::file::{KindOfRule, RuleEntry, RulesFile};
use super::{Asks, OWN, OwnRule, OwnRules};
use crate::mechanism::{Context, Swap};

/// An office has no more rules.
const MOST_RULES: usize = 500;

/// A field of a rule has no more words or examples.
const MOST_WORDS: usize = 100;

impl OwnRules {
    /// Reads files, each by its name and its text. All that is wrong with them is told; then there are no rules.
    pub(crate) fn read(files: &[(String, String)], findings: &mut Vec<Finding>) -> Option<Self> {
        let mut found = Vec::new();
        let mut rules = Vec::new();
        for (name, text) in files {
            read(name, text, &mut rules, &mut found);
        }
        let failed = has_errors(&found);
        // Pointers are of JSON; line and column say it all.
        findings.extend(found.into_iter().map(|mut finding| {
            finding.place = finding.place.take().map(|place| place.with_pointer(None));
            finding
        }));
        (!failed).then(|| Self::new(rules))
    }
}

fn read(name: &str, text: &str, rules: &mut Vec<OwnRule>, findings: &mut Vec<Finding>) {
    let Some((input, value)) = Input::of_toml(name, text, findings) else { return };
    let before = findings.len();
    structure::check(&VALIDATOR, &schema, &value, &input, findings);
    if findings.len() > before {
        return;
    }
    match serde_json::from_value::<RulesFile>(value) {
        Ok(file) => {
            for (index, entry) in file.rule.into_iter().enumerate() {
                let mut reader = Reader { input: &input, at: format!("/rule/{index}"), findings };
                if rules.len() >= MOST_RULES {
                    return reader.tell(&kinds::rules::TOO_MANY, "", &entry.id, too_many(MOST_RULES));
                }
                reader.entry(entry, rules);
            }
        }
        Err(_) => {
            let finding = kinds::input::UNREADABLE.finding(msg!("không đọc được {name}", "{name} cannot be read"));
            findings.push(finding.at(input.place("")));
        }
    }
}

/// Reads one rule.
struct Reader<'a> {
    input: &'a Input,
    at: String,
    findings: &'a mut Vec<Finding>,
}

impl Reader<'_> {
    /// Tells of a field, by the rest of its pointer.
    fn tell(&mut self, kind: &Kind, field: &str, found: &str, message: baocao_core::diagnostic::Message) {
        let place = self.input.place(&format!("{}{field}", self.at));
        self.findings.push(kind.finding(message).at(place).found(found));
    }

    fn entry(&mut self, entry: RuleEntry, rules: &mut Vec<OwnRule>) {
        let before = self.findings.len();
        if !is_own(&entry.id) {
            let message =
                msg!("mã quy tắc không có dạng co-quan/ten-quy-tac", "the id is not of the form co-quan/name");
            self.tell(&kinds::rules::ID, "/id", &entry.id, message);
        } else if rules.iter().any(|rule| rule.kind.id == entry.id) {
            let message = msg!("mã này đã có quy tắc khác mang", "another rule has this id");
            self.tell(&kinds::rules::TWICE, "/id", &entry.id, message);
        }
        if entry.vi.trim().is_empty() {
            let message = msg!("quy tắc không nói đòi hỏi gì", "the rule does not say what it asks for");
            self.tell(&kinds::rules::FIELD, "/vi", &entry.vi, message);
        }
        self.fields(&entry);
        let context = Context {
            only_after: self.phrases("only_after", &entry.only_after, false),
            only_before: self.phrases("only_before", &entry.only_before, false),
            not_after: self.phrases("not_after", &entry.not_after, false),
            not_before: self.phrases("not_before", &entry.not_before, false),
            inside: entry.inside,
        };
        let asks = self.asks(&entry, &context);
        for (field, texts) in [("right", &entry.right), ("wrong", &entry.wrong)] {
            if texts.len() > MOST_WORDS {
                self.tell(&kinds::rules::TOO_MANY, &format!("/{field}"), &entry.id, too_many(MOST_WORDS));
            }
        }
        let Some(asks) = asks.filter(|_| self.findings.len() == before) else { return };
        let rule =
            OwnRule { kind: kind(&entry), right: entry.right, wrong: entry.wrong, asks, context, parts: entry.parts };
        self.examples(&rule);
        rules.push(rule);
    }

    /// Whether the fields are those of the kind.
    fn fields(&mut self, entry: &RuleEntry) {
        use KindOfRule::{Condition, Consistency, Occurrence, Substitution};
        let kind = entry.kind;
        let given = [
            ("words", !entry.words.is_empty(), kind != Substitution, true),
            ("write", entry.write.is_some(), kind == Substitution, kind == Substitution),
            ("fix", entry.fix.is_some(), false, kind == Substitution),
            ("must", entry.must.is_some(), kind == Occurrence, kind == Occurrence),
            ("needs", !entry.needs.is_empty(), kind == Condition, kind == Condition),
            ("right", !entry.right.is_empty(), true, true),
            ("wrong", !entry.wrong.is_empty(), true, true),
        ];
        for (field, is_there, needed, fits) in given {
            if needed && !is_there {
                let message = msg!("quy tắc thiếu trường \"{field}\"", "the rule lacks the field \"{field}\"");
                self.tell(&kinds::rules::FIELD, "/id", &entry.id, message);
            } else if is_there && !fits {
                let message =
                    msg!("quy tắc loại này không có trường \"{field}\"", "rules of this kind have no \"{field}\"");
                self.tell(&kinds::rules::FIELD, &format!("/{field}"), field, message);
            }
        }
        if kind == Consistency && entry.words.len() == 1 {
            let message = msg!("cần từ hai kiểu viết trở lên", "two ways of writing or more are needed");
            self.tell(&kinds::rules::FIELD, "/words", &entry.words[0], message);
        }
    }

    fn asks(&mut self, entry: &RuleEntry, context: &Context) -> Option<Asks> {
        let words = self.phrases("words", &entry.words, true);
        Some(match entry.kind {
            KindOfRule::Substitution => {
                let right = self.phrase("/write", entry.write.as_deref()?, true)?;
                let given = words.iter().zip(&entry.words).enumerate();
                let same = given
                    .filter(|(_, (words, written))| words.is_same(&right) && Some(*written) == entry.write.as_ref());
                for (index, (_, written)) in same.collect::<Vec<_>>() {
                    let message = msg!("từ sai lại chính là từ đúng", "what is wrong is what is right");
                    self.tell(&kinds::rules::CONTRADICTS, &format!("/words/{index}"), written, message);
                }
                let swap = Swap::new(words, Some(right), context.clone());
                Asks::Swap(Box::new(swap), entry.fix == Some(true))
            }
            KindOfRule::Consistency => {
                self.twice(entry);
                Asks::OneWay(apart_by_case(words))
            }
            KindOfRule::Occurrence => Asks::Occurs(words, entry.must?),
            KindOfRule::Condition => Asks::Before { words, needs: self.phrases("needs", &entry.needs, true) },
        })
    }

    /// Ways of writing that stand twice.
    fn twice(&mut self, entry: &RuleEntry) {
        for (index, written) in entry.words.iter().enumerate() {
            if entry.words[..index].contains(written) {
                let message = msg!("kiểu viết này đã ghi rồi", "this way of writing stands twice");
                self.tell(&kinds::rules::CONTRADICTS, &format!("/words/{index}"), written, message);
            }
        }
    }

    /// The phrases of a field; `alone` where they are looked for by themselves and must not be found everywhere.
    fn phrases(&mut self, field: &str, written: &[String], alone: bool) -> Vec<Phrase> {
        if written.len() > MOST_WORDS {
            self.tell(&kinds::rules::TOO_MANY, &format!("/{field}"), field, too_many(MOST_WORDS));
            return Vec::new();
        }
        let each = written.iter().enumerate();
        each.filter_map(|(index, written)| self.phrase(&format!("/{field}/{index}"), written, alone)).collect()
    }

    fn phrase(&mut self, field: &str, written: &str, alone: bool) -> Option<Phrase> {
        let message = match Phrase::read(written) {
            Ok(phrase) if alone && !phrase.says_something() => {
                let message = msg!("từ ngữ này câu nào cũng có", "this is found in every sentence");
                self.tell(&kinds::rules::TOO_WIDE, field, written, message);
                return None;
            }
            Ok(phrase) => return Some(phrase),
            Err(Fault::Empty) => msg!("từ ngữ cần tìm bị trống", "nothing is looked for"),
            Err(Fault::TooLong) => {
                msg!("từ ngữ cần tìm dài quá {LONGEST} ký tự", "what is looked for has more than {LONGEST} characters")
            }
            Err(Fault::Unknown(braces)) => {
                let known = BRACES.join(", ");
                msg!("không có {braces}; chỉ có {known}", "there is no {braces}, only {known}")
            }
        };
        self.tell(&kinds::rules::WORDS, field, written, message);
        None
    }

    /// Tries the examples.
    fn examples(&mut self, rule: &OwnRule) {
        for (index, text) in rule.wrong.iter().enumerate() {
            let field = format!("/wrong/{index}");
            if rule.right.contains(text) {
                let message = msg!("ví dụ này vừa đúng vừa sai", "this example is both right and wrong");
                self.tell(&kinds::rules::CONTRADICTS, &field, text, message);
            } else if !rule.speaks_of(text) {
                let message = msg!("quy tắc im lặng với ví dụ sai này", "the rule is silent on this wrong example");
                self.tell(&kinds::rules::EXAMPLE, &field, text, message);
            }
        }
        for (index, text) in rule.right.iter().enumerate() {
            if !rule.wrong.contains(text) && rule.speaks_of(text) {
                let message = msg!("quy tắc lên tiếng với ví dụ đúng này", "the rule speaks on this right example");
                self.tell(&kinds::rules::EXAMPLE, &format!("/right/{index}"), text, message);
            }
        }
    }
}

/// Ways that differ in capitals alone are told apart by them.
fn apart_by_case(ways: Vec<Phrase>) -> Vec<Phrase> {
    let alike = |way: &Phrase| ways.iter().filter(|other| other.is_same(way)).count() > 1;
    ways.iter().map(|way| if alike(way) { way.clone().as_written() } else { way.clone() }).collect()
}

/// What a rule says of itself, kept as long as the program runs.
fn kind(entry: &RuleEntry) -> Kind {
    let vi = kept(entry.vi.trim());
    let why = kept(entry.why.as_deref().unwrap_or_default().trim());
    Kind {
        id: Id::new(kept(&entry.id)),
        severity: entry.severity.map_or(Severity::Note, Severity::from),
        title: Say { vi, en: entry.en.as_deref().map_or(vi, |en| kept(en.trim())) },
        why: Say { vi: why, en: why },
        law: entry.law.as_deref().map(|law| kept(law.trim())),
    }
}

/// Whether an id is one of an office's rules: `co-quan/viet-nguoi-dan`.
fn is_own(id: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty() && part.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
    };
    id.len() <= 80 && id.strip_prefix(OWN).is_some_and(|name| name.split('-').all(part))
}

fn too_many(most: usize) -> baocao_core::diagnostic::Message {
    msg!("nhiều hơn {most}", "more than {most}")
}

fn schema() -> Value {
    schema_for!(RulesFile).to_value()
}

#[expect(clippy::expect_used, reason = "the schema is generated from our own types; the tests compile it")]
static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::options().build(&schema()).expect("the generated schema is valid"));
