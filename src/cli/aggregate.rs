//! `baocao aggregate`

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use baocao::{Limits, ReportFile};
use baocao_core::diagnostic::{Finding, megabytes};
use baocao_core::rows::Book;
use baocao_core::{kinds, msg};
use baocao_rollup::{Above, Order, roll_up};

use super::args::AggregateArgs;
use super::check::files;
use super::roots::{Roots, Stand};
use super::{Console, Outcome, new, outcome, output, render};

pub(crate) fn run(args: &AggregateArgs, console: &Console) -> Outcome {
    aggregate(args, console).unwrap_or_else(|finding| console.fail(finding))
}

fn aggregate(args: &AggregateArgs, console: &Console) -> Result<Outcome, Finding> {
    let (limits, mut findings) = (Limits::default(), Vec::new());
    let templates = render::templates(args.templates.as_deref())?;
    let set = args.parent_set.as_deref().map(|level| new::set_name(&templates, level)).transpose()?;
    let named = files::named(&args.children, limits.report_bytes, console);
    if named.failed {
        return Ok(Outcome::Failed);
    }
    let target = args.output.as_deref().unwrap_or(&args.parent);
    if args.output.is_some() || target.symlink_metadata().is_err() {
        output::ending(target, &["json"])?;
    }
    let others = args.own_part.iter().chain(&args.unit_list);
    if let Some(path) = named.files.iter().find(|path| render::same_file(path, &args.parent)) {
        return Err(itself(path));
    }
    if let Some(path) = named.files.iter().chain(others).find(|path| render::same_file(path, target)) {
        return Err(render::onto_report(path));
    }
    let mut inputs = Inputs { roots: Roots::new(args.root.as_deref())?, read: Vec::new(), limits };
    let names = file_names(&named.files, target);
    for path in &named.files {
        inputs.add(path)?;
    }
    let own = args.own_part.as_deref().map(|path| inputs.add(path)).transpose()?;
    let is_there = output::is_standard(&args.parent) || args.parent.symlink_metadata().is_ok();
    let above = is_there.then(|| inputs.add(&args.parent)).transpose()?;
    let list = args.unit_list.as_deref().map(|path| list(path, &limits, &mut findings)).transpose()?;
    let order = Order {
        units: names.into_iter().enumerate().map(|(at, name)| (inputs.report(at), name)).collect(),
        own: own.map(|at| (inputs.report(at), file_names(&[inputs.read[at].path.clone()], target).concat())),
        above: match above {
            Some(at) => Above::Report(inputs.report(at)),
            None => Above::New(set),
        },
        list: list.as_ref().and_then(Option::as_ref),
        force: args.replace,
        appendix: !args.no_appendix,
    };
    let rolled = match list {
        // What is wrong with the list was told.
        Some(None) => None,
        _ => roll_up(order, &templates, &limits, &mut findings),
    };
    findings.extend(inputs.changed());
    console.show(&findings);
    let Some(rolled) = rolled.filter(|_| matches!(outcome(&findings), Outcome::Done)) else {
        return Ok(Outcome::Refused);
    };
    let replaces = is_there && args.output.is_none() && !output::is_standard(target);
    if replaces {
        output::replace(target, rolled.text.as_bytes())?;
    } else {
        output::write(target, rolled.text.as_bytes(), args.replace)?;
    }
    if !output::is_standard(target) {
        let (path, set, units, figures) = (target.display(), &rolled.set, rolled.units, rolled.figures);
        let all = units + rolled.missing;
        let (vi, en) = if rolled.missing > 0 {
            (format!("{units}/{all}"), format!("{units} of {all}"))
        } else {
            (units.to_string(), units.to_string())
        };
        let own =
            args.templates.as_ref().map(|folder| format!(" --templates {}", folder.display())).unwrap_or_default();
        console.say(
            &format!(
                "đã viết {path} (mẫu {set}): {figures} số liệu của {vi} đơn vị; kiểm tra: baocao check {path}{own}"
            ),
            &format!(
                "wrote {path} (template {set}): {figures} figures of {en} units; check it: baocao check {path}{own}"
            ),
        );
    }
    Ok(Outcome::Done)
}

/// The reports that were read, each with its bytes and the files beside it.
struct Inputs {
    roots: Roots,
    read: Vec<Read>,
    limits: Limits,
}

struct Read {
    path: PathBuf,
    stand: Stand,
    bytes: Vec<u8>,
}

impl Inputs {
    /// Reads a report; gives its number. All together may have as many bytes as an export.
    fn add(&mut self, path: &Path) -> Result<usize, Finding> {
        let stand = self.roots.of(path)?;
        let bytes = output::read(path, self.limits.report_bytes)?;
        let all: usize = self.read.iter().map(|read| read.bytes.len()).sum();
        if all + bytes.len() > self.limits.import_bytes {
            let limit = megabytes(self.limits.import_bytes as u64);
            return Err(kinds::input::FILE_TOO_LARGE
                .finding(msg!("các báo cáo cộng lại quá lớn", "the reports together are too large"))
                .expected(msg!("không quá {limit}", "at most {limit}")));
        }
        self.read.push(Read { path: path.to_owned(), stand, bytes });
        Ok(self.read.len() - 1)
    }

    fn report(&self, at: usize) -> ReportFile<'_> {
        let Read { path, stand, bytes } = &self.read[at];
        stand.report(&path.display().to_string(), bytes.clone())
    }

    /// Files that are no more what they were when they were read.
    fn changed(&self) -> Vec<Finding> {
        let is_file = |read: &&Read| !output::is_standard(&read.path);
        let changed = self
            .read
            .iter()
            .filter(is_file)
            .filter(|read| output::read(&read.path, self.limits.report_bytes).ok().as_ref() != Some(&read.bytes));
        let finding = |read: &Read| {
            let name = read.path.display();
            kinds::rollup::CHANGED
                .finding(msg!("tệp {name} đã thay đổi trong lúc tổng hợp", "the file {name} changed meanwhile"))
        };
        changed.map(finding).collect()
    }
}

/// The list of the units; nothing where it cannot be read.
fn list(path: &Path, limits: &Limits, findings: &mut Vec<Finding>) -> Result<Option<Book>, Finding> {
    let bytes: Arc<[u8]> = output::read(path, limits.import_bytes)?.into();
    Ok(Book::read(&path.display().to_string(), &bytes, &limits.of_imports(), findings))
}

/// How the report above knows the files: by the path from its folder, or else by as many parts of the path as tell
/// them apart.
fn file_names(files: &[PathBuf], target: &Path) -> Vec<String> {
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let folder = folder.canonicalize().ok();
    let parts = |path: &Path| -> Vec<String> {
        let real = path.canonicalize().ok();
        let below = real.as_deref().zip(folder.as_deref()).and_then(|(path, folder)| path.strip_prefix(folder).ok());
        let parts = below.or(real.as_deref()).unwrap_or(path).components();
        let names = parts.filter_map(|part| match part {
            std::path::Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
            _ => None,
        });
        names.collect()
    };
    let is_below = |path: &Path| {
        path.canonicalize().ok().zip(folder.as_deref()).is_some_and(|(path, folder)| path.starts_with(folder))
    };
    let all: Vec<Vec<String>> = files.iter().map(|path| parts(path)).collect();
    let mut last: BTreeMap<&[String], usize> = BTreeMap::new();
    for parts in &all {
        (1..=parts.len()).for_each(|count| *last.entry(&parts[parts.len() - count..]).or_default() += 1);
    }
    let name = |(path, parts): (&PathBuf, &Vec<String>)| {
        let alone = (1..=parts.len()).find(|count| last[&parts[parts.len() - count..]] == 1);
        let count = if is_below(path) { parts.len() } else { alone.unwrap_or(parts.len()) };
        parts[parts.len() - count..].join("/")
    };
    files.iter().zip(&all).map(name).collect()
}

fn itself(path: &Path) -> Finding {
    let name = path.display();
    kinds::rollup::REPORT_ITSELF
        .finding(msg!(
            "{name} vừa là báo cáo tổng hợp vừa là báo cáo của đơn vị",
            "{name} is both the report above and that of a unit"
        ))
        .hint(msg!(
            "để báo cáo tổng hợp ở thư mục khác, hoặc nêu từng tệp",
            "keep the report above in another folder, or name the files"
        ))
}
