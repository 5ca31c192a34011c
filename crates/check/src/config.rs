//! `baocao.toml`: what an office says of the checker, for all its reports.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use baocao_core::diagnostic::{Finding, Place, Severity, has_errors};
use baocao_core::report::{Checks, Exemption, Input, Level, structure};
use baocao_core::{kinds, msg};
use jsonschema::Validator;
use schemars::{JsonSchema, schema_for};
use serde::Deserialize;
use serde_json::Value;

use crate::own::OwnRules;

/// The name of the file.
pub const FILE: &str = "baocao.toml";

/// What an office's `baocao.toml` says.
#[derive(Debug, Clone)]
pub struct Config {
    /// From which severity on findings make a check fail.
    pub deny: Option<Severity>,
    pub(super) checks: Checks,
    pub(super) input: Input,
    pub(super) own: Arc<OwnRules>,
    files: Vec<String>,
}

/// What an office says for all reports in the folder of this file and below.
///
/// Những gì cơ quan quy định cho mọi báo cáo trong thư mục của tệp này và các thư mục con.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Cấu hình baocao.toml / The configuration baocao.toml")]
pub struct ConfigFile {
    /// What counts when reports are checked.
    ///
    /// Cách kiểm tra báo cáo.
    #[serde(default)]
    check: Section,
}

/// What counts when reports are checked.
///
/// Cách kiểm tra báo cáo.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Section {
    /// From which severity on findings make a check fail, with exit code 1 (default: error).
    ///
    /// Phát hiện từ mức độ nào trở lên thì không đạt, mã thoát 1 (mặc định: error).
    #[serde(default)]
    deny: Option<Level>,
    /// How grave the findings of a rule are, by its id; `baocao rule` lists all.
    ///
    /// Mức độ, theo mã quy tắc; `baocao rule` liệt kê mọi quy tắc.
    #[serde(default)]
    severity: BTreeMap<String, Level>,
    /// Files of rules of wording of the office's own, by their paths from this folder.
    ///
    /// Các tệp quy tắc câu chữ của cơ quan, đường dẫn tính từ thư mục này.
    #[serde(default)]
    rules: Vec<String>,
    /// Findings that are known and accepted.
    ///
    /// Các phát hiện đã biết và được chấp nhận.
    #[serde(default)]
    exemptions: Vec<Exemption>,
}

impl Config {
    /// Reads the text of the file. All that is wrong with it is told with its line and column; where something is,
    /// there is no configuration. `name` is how the user knows the file.
    pub fn parse(name: &str, text: &str, findings: &mut Vec<Finding>) -> Option<Self> {
        let mut found = Vec::new();
        let config = read(name, text, &mut found);
        let failed = has_errors(&found);
        // Pointers are of JSON; line and column say it all.
        for finding in &mut found {
            finding.place = finding.place.take().map(|place| place.with_pointer(None));
        }
        findings.append(&mut found);
        config.filter(|_| !failed)
    }

    /// The files of rules that it names, each with the place where it does.
    #[doc(hidden)]
    pub fn rule_files(&self) -> impl Iterator<Item = (&str, Place)> {
        let place = |index: usize| self.input.place(&format!("/check/rules/{index}")).with_pointer(None);
        self.files.iter().enumerate().map(move |(index, file)| (file.as_str(), place(index)))
    }

    /// With the rules of its files, each given by its name and its text; or all that is wrong with them, and with what is said
    /// here of their rules.
    #[doc(hidden)]
    pub fn with_rules(self, files: &[(String, String)], findings: &mut Vec<Finding>) -> Option<Self> {
        let config = Self { own: Arc::new(OwnRules::read(files, findings)?), ..self };
        let mut found = super::Settings::default().with_config(&config).take_findings();
        let failed = has_errors(&found);
        for finding in &mut found {
            finding.place = finding.place.take().map(|place| place.with_pointer(None));
        }
        findings.append(&mut found);
        (!failed).then_some(config)
    }
}

fn read(name: &str, text: &str, findings: &mut Vec<Finding>) -> Option<Config> {
    let (input, value) = Input::of_toml(name, text, findings)?;
    structure::check(&VALIDATOR, &schema, &value, &input, findings);
    if has_errors(findings) {
        return None;
    }
    let Section { deny, severity, rules, exemptions } = match serde_json::from_value::<ConfigFile>(value) {
        Ok(file) => file.check,
        Err(_) => {
            let finding = kinds::input::UNREADABLE.finding(msg!("không đọc được {name}", "{name} cannot be read"));
            findings.push(finding.at(input.place("")));
            return None;
        }
    };
    let (deny, checks) = (deny.map(Severity::from), Checks { severity, exemptions });
    let config = Config { deny, checks, input, own: Arc::default(), files: rules };
    // Its own rules are known when their files are read.
    if config.files.is_empty() {
        findings.extend(super::Settings::default().with_config(&config).take_findings());
    }
    Some(config)
}

fn schema() -> Value {
    schema_for!(ConfigFile).to_value()
}

#[expect(clippy::expect_used, reason = "the schema is generated from our own types; the tests compile it")]
static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::options().build(&schema()).expect("the generated schema is valid"));
