//! `baocao check`

pub(crate) mod files;
mod fix;
mod summary;
mod text;

pub(crate) use files::of_folder;

use std::path::Path;

use baocao::Office;
use baocao_check::record::{Outcome as Checked, Record};
use baocao_core::diagnostic::{Finding, Look, Severity};
use rayon::prelude::*;

use super::args::{CheckArgs, FindingsFormat, LevelArg};
use super::roots::{Roots, Stand, folder};
use super::settings::{AllSettings, Setting};
use super::{Console, Outcome, output, render};

/// A report that shall be checked.
struct Job<'a> {
    path: &'a Path,
    /// What holds for it, and where it stands; or what is wrong with that.
    setting: Result<(Setting, Stand), Vec<Finding>>,
    deny: Severity,
    /// Its bytes, where they were read and mended already.
    bytes: Option<Vec<u8>>,
}

/// What came of it: the data, its text, and what could not be done.
struct Done {
    record: Record,
    text: String,
    failed: Vec<Finding>,
}

pub(crate) fn run(args: &CheckArgs, console: &Console) -> Outcome {
    let mut settings = match AllSettings::new(&args.settings) {
        Ok(settings) => settings,
        Err(findings) => return console.fail_all(findings),
    };
    let office = match render::office(&args.office) {
        Ok(office) => office,
        Err(finding) => return console.fail(finding),
    };
    let mut roots = match Roots::new(args.office.root.as_deref()) {
        Ok(roots) => roots,
        Err(finding) => return console.fail(finding),
    };
    if let Some(finding) = fix::refused(args).or_else(|| output::ending(&args.output, endings(args)).err()) {
        return console.fail(finding);
    }
    let named = files::named(&args.reports, office.limits().report_bytes, console);
    if named.files.iter().any(|file| render::same_file(file, &args.output)) {
        return console.fail(render::onto_report(&args.output));
    }
    let mut diffs = String::new();
    let done = check(args, office, &named, (&mut settings, &mut roots), &mut diffs, console);
    let failed = named.failed || done.iter().any(|done| !done.failed.is_empty());
    let mut told: Vec<Finding> = Vec::new();
    for finding in done.iter().flat_map(|done| &done.failed) {
        // One configuration file fails many reports.
        if !told.contains(finding) {
            told.push(finding.clone());
        }
    }
    if !told.is_empty() {
        console.show_all(told);
    }
    let (records, texts): (Vec<Record>, Vec<String>) = done.into_iter().map(|done| (done.record, done.text)).unzip();
    let mut checked = Checked::new(records);
    if failed {
        checked.exit_code = 2;
    }
    let told = if args.diff { tell_diffs(args, &diffs, console) } else { tell(args, &checked, texts, console) };
    match told {
        Ok(()) => match checked.exit_code {
            0 => Outcome::Done,
            1 => Outcome::Refused,
            _ => Outcome::Failed,
        },
        Err(finding) => console.fail(finding),
    }
}

/// Checks all reports, on all processors.
fn check(
    args: &CheckArgs,
    office: &Office,
    named: &files::Named,
    (settings, roots): (&mut AllSettings, &mut Roots),
    diffs: &mut String,
    console: &Console,
) -> Vec<Done> {
    let mut jobs: Vec<Job<'_>> = named
        .files
        .iter()
        .map(|path| {
            let setting = settings.of_folder(folder(path));
            let office = setting.as_ref().ok().and_then(|setting| setting.deny);
            let deny = args.deny.map(Severity::from).or(office).unwrap_or(Severity::Error);
            let stand = roots.of(path).map_err(|finding| vec![finding]);
            let setting = setting.and_then(|setting| Ok((setting, stand?)));
            Job { path, setting, deny, bytes: None }
        })
        .collect();
    if args.fix || args.diff {
        mend(args, office, &mut jobs, diffs, console);
    }
    let alone = jobs.len() == 1;
    jobs.into_par_iter().map(|job| one(args, office, job, alone, console)).collect()
}

/// Mends the reports one after the other, or shows only what would be mended: then the files are checked as they are.
fn mend(args: &CheckArgs, office: &Office, jobs: &mut [Job<'_>], diffs: &mut String, console: &Console) {
    for job in jobs {
        let Ok((setting, stand)) = &job.setting else { continue };
        let color = console.color_output && output::is_standard(&args.output);
        let mended = fix::fixed(job.path, stand, office, &setting.settings).and_then(|fixed| {
            if args.diff {
                diffs.push_str(&fixed.diff(color));
                // Standard input is read once.
                return Ok(fixed.before);
            }
            fixed.write(job.path, console)?;
            Ok(fixed.bytes)
        });
        match mended {
            Ok(bytes) => job.bytes = Some(bytes),
            Err(finding) => job.setting = Err(vec![finding]),
        }
    }
}

fn one(args: &CheckArgs, office: &Office, job: Job<'_>, alone: bool, console: &Console) -> Done {
    let name = job.path.display().to_string();
    let failed = |findings: Vec<Finding>| Done {
        record: Record::unchecked(&name, &findings, job.deny),
        text: String::new(),
        failed: findings,
    };
    let (setting, stand) = match job.setting {
        Ok(setting) => setting,
        Err(findings) => return failed(findings),
    };
    let bytes = match job.bytes.map_or_else(|| output::read(job.path, office.limits().report_bytes), Ok) {
        Ok(bytes) => bytes,
        Err(finding) => return failed(vec![finding]),
    };
    let mut review = office.review(stand.report(&name, bytes), &setting.settings).review;
    if alone {
        let unused = setting.settings.unused_by_command(&review);
        review.findings.extend(unused);
    }
    let record = Record::new(&name, &review, job.deny);
    let wanted = args.format == FindingsFormat::Text && !args.summary;
    let look = if output::is_standard(&args.output) { console.look_output() } else { Look::default() };
    let text = if wanted { text::report(&record, &review, console.lang, look) } else { String::new() };
    Done { record, text, failed: Vec::new() }
}

/// Writes what would be mended, to standard output or to a file, and nothing else.
fn tell_diffs(args: &CheckArgs, diffs: &str, console: &Console) -> Result<(), Finding> {
    if diffs.is_empty() {
        console.say("không có chỗ nào sửa máy móc được", "there is nothing to mend");
    }
    output::write(&args.output, diffs.as_bytes(), args.force)
}

/// What a file of findings, or of what would be mended, may end with.
fn endings(args: &CheckArgs) -> &'static [&'static str] {
    match args.format {
        FindingsFormat::Json => &["json"],
        FindingsFormat::Sarif => &["sarif", "json"],
        FindingsFormat::Text if args.diff => &["diff", "patch", "txt"],
        FindingsFormat::Text => &["txt", "log"],
    }
}

/// Writes what was asked for, to standard output or to a file.
fn tell(args: &CheckArgs, checked: &Checked, texts: Vec<String>, console: &Console) -> Result<(), Finding> {
    let total = text::total(checked, console.lang);
    let text = match (args.format, args.summary) {
        (FindingsFormat::Json, _) => output::plain_json(&checked.to_json()).into_owned(),
        (FindingsFormat::Sarif, _) => output::plain_json(&checked.to_sarif(console.lang)).into_owned(),
        (FindingsFormat::Text, true) => summary::table(checked, console.lang) + &total,
        (FindingsFormat::Text, false) => text::joined(&texts, &total),
    };
    if fix::takes_output(args) && output::is_standard(&args.output) {
        console.write(&text);
        return Ok(());
    }
    output::write(&args.output, text.as_bytes(), args.force)?;
    if !output::is_standard(&args.output) {
        let (path, total) = (args.output.display(), total.trim_end());
        let end = if total.is_empty() { String::new() } else { format!("; {total}") };
        console.say(&format!("đã viết {path}{end}"), &format!("wrote {path}{end}"));
    }
    Ok(())
}

impl From<LevelArg> for Severity {
    fn from(level: LevelArg) -> Self {
        match level {
            LevelArg::Note => Self::Note,
            LevelArg::Warning => Self::Warning,
            LevelArg::Error => Self::Error,
        }
    }
}
