//! `baocao batch`

mod items;
mod run;
mod store;
mod told;

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use baocao_batch::Summary;
use baocao_core::diagnostic::{Finding, has_errors, unwritable};
use baocao_core::{kinds, msg};
use serde_json::json;

use self::items::{Finder, Item};
use self::run::Run;
use self::store::{Line, Mode, Store};
use self::told::Teller;
use super::args::BatchArgs;
use super::maker::Maker;
use super::{Console, Outcome, output, render};

/// The number of the format of manifests.
const MANIFEST_FORMAT: u32 = 1;

pub(crate) fn run(args: &BatchArgs, console: &Console) -> Outcome {
    match batch(args, console) {
        Ok(outcome) => outcome,
        Err(findings) => console.fail_all(findings),
    }
}

fn batch(args: &BatchArgs, console: &Console) -> Result<Outcome, Vec<Finding>> {
    let one = |finding| vec![finding];
    let maker = Maker::new(&args.making)?;
    let mode = match (args.resume, args.force) {
        (true, _) => Mode::Resume,
        (_, true) => Mode::Force,
        _ => Mode::New,
    };
    output::folder(&args.results).map_err(one)?;
    let mut finder = Finder::new(&args.name, maker.most_bytes());
    if let Some(map) = &args.map {
        let templates = render::templates(args.making.office.templates.as_deref()).map_err(one)?;
        let findings = finder.exports(&args.batch_inputs, map, &templates).map_err(one)?;
        console.show(&findings);
        if has_errors(&findings) {
            return Ok(Outcome::Refused);
        }
    }
    for input in args.batch_inputs.iter().filter(|_| args.map.is_none()) {
        if output::is_standard(input) {
            finder.standard_input().map_err(one)?;
        } else {
            finder.path(input, console).map_err(one)?;
        }
    }
    let mut items = finder.items()?;
    if let Some(part) = args.shard {
        items.retain(|item| part.has(&item.id));
    }
    let store = Store::open(&args.results, args.shard, mode).map_err(one)?;
    if let Some(finding) = items.iter().find_map(|item| Some(own_file(&item.id, &store.own_file(&item.id)?))) {
        return Err(vec![finding]);
    }
    let taken = items.iter().filter_map(|item| Some((item, store.may_be_put(&item.id).err()?)));
    let taken: Vec<Finding> = taken
        .map(|(item, finding)| match finding.id == kinds::files::EXISTS.id {
            true => taken_by_another(&args.results, item),
            false => finding,
        })
        .collect();
    if !taken.is_empty() {
        return Err(taken);
    }
    tell_damage(&store, console);
    let teller = Teller::new(console);
    let run = Run { maker: &maker, making: &args.making, store: &store, teller: &teller };
    let jobs = args.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let lines = run.make_all(&items, jobs).map_err(|finding| vec![finding, broken_off(&args.results)])?;
    let outcome = finish(&store, &maker, &lines, console).map_err(one)?;
    let left = store.left_over(&items.iter().map(|item| item.id.as_str()).collect());
    if !left.is_empty() {
        console.show(&[left_over(&left)]);
    }
    Ok(outcome)
}

/// Writes the manifest and the summary, and tells of the whole.
fn finish(store: &Store, maker: &Maker, lines: &[Line], console: &Console) -> Result<Outcome, Finding> {
    let mut summary = Summary::default();
    let manifest = store.write(store::MANIFEST, |file| {
        let head = json!({
            "manifest": MANIFEST_FORMAT,
            "version": env!("CARGO_PKG_VERSION"),
            "ground": maker.ground(),
            "documents": lines.len(),
        });
        let mut put =
            |text: String| writeln!(file, "{text}").map_err(|error| unwritable(Path::new("manifest.ndjson"), &error));
        put(head.to_string())?;
        for line in lines {
            let mut done = store.line(*line)?;
            summary.add(&done);
            // The same inputs give the same manifest, however long they took.
            done.milliseconds = None;
            put(serde_json::to_string(&done).unwrap_or_default())?;
        }
        Ok(())
    })?;
    let page = store.write(store::SUMMARY, |file| {
        let html = summary.html(console.lang);
        file.write_all(html.as_bytes()).map_err(|error| unwritable(Path::new("summary.html"), &error))
    })?;
    let (made, total, pages) = (summary.made, summary.lines.len(), summary.pages);
    let (errors, warnings, notes) = (summary.counts.errors, summary.counts.warnings, summary.counts.notes);
    let (manifest, page) = (manifest.display(), page.display());
    console.say(
        &format!(
            "đã dựng {made}/{total} văn bản ({pages} trang); {errors} lỗi, {warnings} cảnh báo, {notes} lưu ý\n\
             tổng hợp: {page}; danh mục: {manifest}"
        ),
        &format!(
            "made {made} of {total} documents ({pages} pages); {errors} errors, {warnings} warnings, {notes} notes\n\
             summary: {page}; manifest: {manifest}"
        ),
    );
    Ok(match (summary.failed, summary.refused) {
        (0, 0) => Outcome::Done,
        (0, _) => Outcome::Refused,
        _ => Outcome::Failed,
    })
}

/// What of an earlier run's journal is of no use is told; the documents that it was about are made again.
fn tell_damage(store: &Store, console: &Console) {
    let known = store.known();
    let name = store.journal_path().display().to_string();
    if known.torn {
        console.say(
            &format!("{name}: dòng cuối bị đứt, bỏ qua"),
            &format!("{name}: the last line was cut off and is left out"),
        );
    }
    if let Some(first) = known.unreadable.first() {
        let count = known.unreadable.len();
        console.say(
            &format!("{name}: {count} dòng không đọc được, bỏ qua, dòng đầu là {first}"),
            &format!("{name}: {count} lines cannot be read and are left out, the first is {first}"),
        );
    }
}

/// A document that would lie in the place of a file of the run itself.
fn own_file(id: &str, own: &str) -> Finding {
    kinds::batch::NO_NAME
        .finding(msg!("{own} là tệp của chính lần chạy", "{own} is a file of the run itself"))
        .found(id)
        .hint(msg!("chọn mẫu tên khác bằng --name", "choose other names with --name"))
}

/// So many names are told, and how many there are.
const TOLD: usize = 3;

/// Documents of the runs before that this one has nothing to do with.
fn left_over(left: &[PathBuf]) -> Finding {
    let mut names: Vec<String> = left.iter().map(|path| path.display().to_string()).collect();
    names.sort();
    let more = if names.len() > TOLD { ", ..." } else { "" };
    names.truncate(TOLD);
    let count = left.len();
    kinds::batch::LEFT_OVER
        .finding(msg!(
            "còn {count} văn bản của lần chạy trước, không thuộc lần này",
            "{count} documents of an earlier run are there that are not of this one"
        ))
        .found(names.join(", ") + more)
        .hint(msg!(
            "xóa hoặc dời đi trước khi gửi cả thư mục; danh mục chỉ nêu văn bản của lần này",
            "delete or move them before the folder is sent; the manifest has the documents of this run only"
        ))
}

fn taken_by_another(folder: &Path, item: &Item) -> Finding {
    let place = folder.join(&item.id);
    let (place, name) = (place.display(), &item.name);
    kinds::batch::TAKEN
        .finding(msg!(
            "{place} đã có và không phải văn bản mà lần chạy trước dựng từ {name}",
            "{place} is there and is not what an earlier run made of {name}"
        ))
        .hint(msg!(
            "nếu là bản đã ký thì giữ lại và chọn thư mục khác; chắc chắn thì --force để thay",
            "if it is a signed copy keep it and choose another folder; --force replaces it"
        ))
}

fn broken_off(folder: &Path) -> Finding {
    let name = folder.display();
    kinds::batch::BROKEN_OFF
        .finding(msg!(
            "lần chạy dừng giữa chừng, văn bản đã dựng còn nguyên",
            "the run was broken off; what was made is whole"
        ))
        .hint(msg!(
            "khắc phục rồi chạy lại lệnh này với --resume (-d {name})",
            "mend that, then run the same command with --resume (-d {name})"
        ))
}
