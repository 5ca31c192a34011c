//! What the checker is told: by the command line, and by an office's `baocao.toml`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use baocao_check::{Config, Origin, Settings};
use baocao_core::diagnostic::{Finding, Severity, has_errors};
use baocao_core::report::{Checks, Exemption, Level};
use baocao_core::{kinds, msg};

use super::args::SettingsArgs;
use super::output;
use super::roots::{config, nearest_file, shown};

/// What holds for the reports of one folder.
#[derive(Debug, Clone, Default)]
pub(crate) struct Setting {
    /// Severities and exemptions.
    pub(crate) settings: Settings,
    /// From which severity on a check fails, where the office says so.
    pub(crate) deny: Option<Severity>,
    /// The files that say so, each with its SHA-256.
    pub(crate) files: Vec<(String, Option<String>)>,
}

/// The settings of all reports of a call. Files are read once.
pub(crate) struct AllSettings {
    command_line: Checks,
    given: Option<Setting>,
    read: BTreeMap<PathBuf, Result<Setting, Vec<Finding>>>,
    by_folder: BTreeMap<PathBuf, Option<PathBuf>>,
}

impl AllSettings {
    /// The settings of a command line, the file that it names included; or all that is wrong with them.
    pub(crate) fn new(args: &SettingsArgs) -> Result<Self, Vec<Finding>> {
        let command_line = command_line(args)?;
        let mut all = Self { command_line, given: None, read: BTreeMap::new(), by_folder: BTreeMap::new() };
        if let Some(path) = &args.config {
            all.given = Some(all.read(path)?);
        }
        Ok(all)
    }

    /// What holds for the reports of a folder; or what is wrong with its file.
    pub(crate) fn of_folder(&mut self, folder: &Path) -> Result<Setting, Vec<Finding>> {
        if let Some(given) = &self.given {
            return Ok(given.clone());
        }
        let file = match self.by_folder.get(folder) {
            Some(known) => known.clone(),
            None => {
                let found = nearest_file(folder);
                self.by_folder.insert(folder.to_owned(), found.clone());
                found
            }
        };
        let Some(file) = file else { return Ok(self.of(None)) };
        if let Some(known) = self.read.get(&file) {
            return known.clone();
        }
        let setting = self.read(&shown(&file));
        self.read.insert(file, setting.clone());
        setting
    }

    fn read(&self, path: &Path) -> Result<Setting, Vec<Finding>> {
        let (config, files) = config(path, output::read)?;
        let hashed = |(name, bytes): (String, Vec<u8>)| (name, Some(baocao_core::digest::sha256(&bytes)));
        Ok(Setting { files: files.into_iter().map(hashed).collect(), ..self.of(Some(&config)) })
    }

    /// The settings of a file under those of the command line.
    fn of(&self, config: Option<&Config>) -> Setting {
        let settings = Settings::default().with(&self.command_line, Origin::CommandLine, None);
        match config {
            Some(config) => Setting { settings: settings.with_config(config), deny: config.deny, files: Vec::new() },
            None => Setting { settings, deny: None, files: Vec::new() },
        }
    }
}

/// Severities and exemptions of the command line.
fn command_line(args: &SettingsArgs) -> Result<Checks, Vec<Finding>> {
    let mut findings = Vec::new();
    let mut checks = Checks::default();
    for text in &args.severity {
        match severity(text) {
            Ok((rule, level)) => drop(checks.severity.insert(rule, level)),
            Err(finding) => findings.push(finding),
        }
    }
    for text in &args.exempt {
        match exemption(text) {
            Some(exemption) => checks.exemptions.push(exemption),
            None => findings.push(
                wrong("--exempt", text)
                    .expected(msg!("ID=LÝ DO hoặc ID@CON_TRỎ=LÝ DO", "ID=REASON or ID@POINTER=REASON")),
            ),
        }
    }
    findings.extend(Settings::default().with(&checks, Origin::CommandLine, None).take_findings());
    if has_errors(&findings) { Err(findings) } else { Ok(checks) }
}

/// `ID=LEVEL`
fn severity(text: &str) -> Result<(String, Level), Finding> {
    let expected =
        || wrong("--severity", text).expected(msg!("ID=note, ID=warning, ID=error", "ID=note, ID=warning, ID=error"));
    let (rule, level) = text.split_once('=').ok_or_else(expected)?;
    let level = match level.trim() {
        "note" => Level::Note,
        "warning" => Level::Warning,
        "error" => Level::Error,
        _ => return Err(expected()),
    };
    Ok((rule.trim().to_owned(), level))
}

/// `ID=REASON` or `ID@POINTER=REASON`
fn exemption(text: &str) -> Option<Exemption> {
    let (what, reason) = text.split_once('=')?;
    let (rule, at) = match what.split_once('@') {
        Some((rule, at)) => (rule, Some(at.trim().to_owned())),
        None => (what, None),
    };
    Some(Exemption { rule: rule.trim().to_owned(), at, reason: reason.trim().to_owned() })
}

fn wrong(option: &str, value: &str) -> Finding {
    kinds::settings::WRONG_CALL.finding(msg!(
        "giá trị \"{value}\" không dùng được cho {option}",
        "the value \"{value}\" cannot be used for {option}"
    ))
}
