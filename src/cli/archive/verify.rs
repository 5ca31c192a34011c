//! `baocao archive verify`

use std::collections::HashSet;
use std::path::Path;

use baocao_archive::{Check, Head, Line, Numbers, bag, imprints};
use baocao_core::diagnostic::{Finding, has_errors, unreadable};
use baocao_core::digest::sha256;
use baocao_core::{kinds, msg};
use rayon::prelude::*;

use super::folder::Folder;
use super::store::{HEAD, PACKAGES, REGISTER, Store, cut, other_head, read_head};
use crate::cli::args::ArchiveVerifyArgs;
use crate::cli::{Console, Outcome, outcome, output};

/// So many packages are looked at together, so that a register of any length is never held.
const TOGETHER: usize = 256;

/// Bytes of a token of a timestamp authority.
const MOST_TOKEN_BYTES: usize = 1 << 20;

pub(super) fn run(args: &ArchiveVerifyArgs, console: &Console) -> Result<Outcome, Vec<Finding>> {
    let folder = &args.archive_or_bag;
    if folder.join(bag::DECLARATION).is_file() && !folder.join(REGISTER).exists() {
        return bag(folder, console).map_err(|finding| vec![finding]);
    }
    match verify(args, console) {
        // What stands for a file of the archive and is none is something wrong with the archive.
        Err(finding) if finding.id == kinds::archive::NO_FILE.id => {
            tell(&[finding], console);
            Ok(Outcome::Refused)
        }
        verified => verified.map_err(|finding| vec![finding]),
    }
}

fn bag(folder: &Path, console: &Console) -> Result<Outcome, Finding> {
    let tree = Folder::open(folder).map_err(|error| unreadable(folder, &error))?;
    let findings = bag::check(&tree, &folder.display().to_string());
    tell(&findings, console);
    if !has_errors(&findings) {
        let name = folder.display();
        console.say(&format!("{name}: gói BagIt nguyên vẹn"), &format!("{name}: the bag is whole"));
    }
    Ok(outcome(&findings))
}

/// What is asked of the register besides that it is whole.
struct Witnesses {
    /// A head that was kept elsewhere, and how it is called.
    kept: Option<(String, Head)>,
    /// The hashes that a token of a timestamp authority holds.
    imprints: Option<HashSet<String>>,
    /// The last line whose head the token is about.
    stamped: Option<u64>,
    /// Whether the line that the kept head names is as it says.
    is_kept: bool,
}

impl Witnesses {
    fn new(args: &ArchiveVerifyArgs) -> Result<Self, Finding> {
        let kept = args.kept_head.as_deref().map(|path| Ok((path.display().to_string(), read_head(path)?)));
        let token =
            args.timestamp_token.as_deref().map(|path| output::read_small(path, MOST_TOKEN_BYTES)).transpose()?;
        let imprints = token.map(|token| imprints(&token));
        Ok(Self { kept: kept.transpose()?, imprints, stamped: None, is_kept: false })
    }

    fn see(&mut self, head: &Head) {
        self.is_kept |= self.kept.as_ref().is_some_and(|(_, kept)| kept == head);
        if self.imprints.as_ref().is_some_and(|imprints| imprints.contains(&sha256(&head.to_json()))) {
            self.stamped = Some(head.count);
        }
    }
}

fn verify(args: &ArchiveVerifyArgs, console: &Console) -> Result<Outcome, Finding> {
    let folder = &args.archive_or_bag;
    let mut witnesses = Witnesses::new(args)?;
    let mut store = Store::open(folder)?;
    let mut findings: Vec<Finding> = store.recovered().into_iter().collect();
    let mut lines = store.lines()?;
    let packages = Folder::open(folder).and_then(|folder| folder.below(PACKAGES)).ok();
    let there = packages.as_ref().map(Folder::entries).transpose();
    let there = there.map_err(|error| unreadable(&store.path(PACKAGES), &error))?.unwrap_or_default();
    let head = store.head();
    findings.extend(store.strangers()?);
    // Packages do not change: others may enter more meanwhile.
    store.release();
    let (mut known, mut numbers) = (HashSet::new(), Numbers::default());
    let (mut files, mut bytes, mut unseen) = (0, 0, 0);
    loop {
        let mut some = Vec::new();
        while some.len() < TOGETHER
            && let Some(step) = store.step(&mut lines)?
        {
            findings.extend(step.finding);
            witnesses.see(&step.head);
            let Some(line) = step.line else { continue };
            known.insert(line.package.clone());
            if let Some(other) = numbers.add(&line) {
                findings.push(number_again(&line, &other));
            }
            some.push(line);
        }
        if some.is_empty() {
            break;
        }
        let checks: Vec<Check> = some.par_iter().map(|line| check(packages.as_ref(), line)).collect();
        for check in checks {
            files += check.manifest.as_ref().map_or(0, |manifest| manifest.files.len());
            bytes += check.bytes;
            unseen += u64::from(check.manifest.is_some() && !check.has_evidence());
            findings.extend(check.findings);
        }
    }
    let chain = lines.chain();
    match head {
        Err(finding) => findings.push(finding),
        Ok(None) => findings.push(kinds::archive::HEAD_DIFFERS.finding(msg!("{HEAD} không còn", "{HEAD} is gone"))),
        Ok(Some(head)) if head.count > chain.count => findings.push(cut(&head, chain)),
        Ok(Some(head)) if head != chain.head() => findings.push(other_head(HEAD, &head, chain)),
        Ok(Some(_)) => {}
    }
    if let Some((name, kept)) = witnesses.kept.as_ref().filter(|_| !witnesses.is_kept) {
        findings.push(if kept.count > chain.count { cut(kept, chain) } else { other_head(name, kept, chain) });
    }
    findings.extend(witnesses.imprints.as_ref().map(|_| stamped(witnesses.stamped)));
    findings.extend(there.iter().filter(|(name, _)| !known.contains(name)).map(|(name, _)| added(name)));
    tell(&findings, console);
    let (count, name) = (chain.count, folder.display());
    let megabytes = bytes / 1_000_000;
    let is_whole = !has_errors(&findings);
    let (unseen_vi, unseen_en) = match unseen {
        0 => (String::new(), String::new()),
        unseen => (format!(" ({unseen} không có kết quả kiểm tra)"), format!(" ({unseen} without evidence)")),
    };
    let (vi, en) = if is_whole { ("nguyên vẹn", "whole") } else { ("không nguyên vẹn", "not whole") };
    console.say(
        &format!("{name}: {vi}; {count} văn bản{unseen_vi}, {files} tệp, {megabytes} MB"),
        &format!("{name}: {en}; {count} documents{unseen_en}, {files} files, {megabytes} MB"),
    );
    Ok(outcome(&findings))
}

/// Shows all that was found, however much it is.
fn tell(findings: &[Finding], console: &Console) {
    if !findings.is_empty() {
        console.show_all(findings.to_vec());
    }
}

/// The package of a line.
fn check(packages: Option<&Folder>, line: &Line) -> Check {
    let name = format!("{PACKAGES}/{}", line.package);
    match packages.and_then(|packages| packages.below(&line.package).ok()) {
        Some(tree) => Check::of_line(&tree, &name, line),
        None => {
            let missing = kinds::archive::PACKAGE_MISSING
                .finding(msg!("thiếu gói {name}", "the package {name} is missing"))
                .found(&line.symbol);
            Check { manifest: None, findings: vec![missing], bytes: 0 }
        }
    }
}

fn number_again(line: &Line, other: &str) -> Finding {
    let (symbol, id) = (&line.symbol, &line.package);
    kinds::archive::NUMBER_TWICE
        .finding(msg!("số {symbol} có hai lần trong {REGISTER}", "the number {symbol} is twice in {REGISTER}"))
        .found(format!("{other}, {id}"))
}

fn added(name: &str) -> Finding {
    let shown: String = name.escape_debug().collect();
    kinds::archive::PACKAGE_ADDED
        .finding(msg!("{PACKAGES}/{shown} không có trong {REGISTER}", "{PACKAGES}/{shown} is not in {REGISTER}"))
}

/// What a token of a timestamp authority says of the register.
fn stamped(line: Option<u64>) -> Finding {
    match line {
        None => kinds::archive::TIMESTAMP
            .finding(msg!("dấu thời gian không phải của sổ này", "the timestamp is not of this register")),
        Some(line) => kinds::archive::NOT_EVALUATED.finding(msg!(
            "dấu thời gian ứng với {line} dòng đầu của sổ; chữ ký của dấu chưa đánh giá",
            "the timestamp is of the first {line} lines; its own signature is not evaluated"
        )),
    }
}
