//! What a document of our own carries: its sources are those of the record, the same document comes of them, and its pages
//! have the numbers of the data.

use baocao::sources::{Changed, Rebuilt, Sources, Unequal, unequal};
use baocao::{Office, Outcome};
use baocao_core::diagnostic::{Finding, Message};
use baocao_core::provenance::program;
use baocao_core::report::{Document, PromulgationDate};
use baocao_core::{kinds, msg};
use baocao_sign::verify::{Class, Mark, Report, Sight, Signature, State};
use chrono::{Datelike, NaiveDate};

use super::check::Check;

/// So many pages are told of.
const MOST_TOLD: usize = 20;

/// What a document carries, and what is made of that.
pub(super) struct Own<'o> {
    name: &'o str,
    file: &'o [u8],
    sources: Result<Sources, Finding>,
    /// Nothing if nothing is made again.
    made: Option<Outcome<Rebuilt>>,
}

impl<'o> Own<'o> {
    /// Reads it. Without an office nothing is made again.
    pub(super) fn read(name: &'o str, file: &'o [u8], office: Option<&Office>) -> Self {
        let sources = Sources::read(name, file);
        let made = office.and_then(|office| Some(sources.as_ref().ok()?.rebuild(office, file)));
        Self { name, file, sources, made }
    }

    /// How many bytes the file begins with are the document as it was made.
    pub(super) fn made(&self) -> Option<usize> {
        let rebuilt = self.made.as_ref()?.value.as_ref()?;
        rebuilt.same.then_some(rebuilt.bytes.len())
    }

    /// The checks of the file with its signatures, which stand behind what was made first.
    pub(super) fn checks(self, report: &Report) -> Vec<Check> {
        let Self { name, file, sources, made } = self;
        let sources = match sources {
            Ok(sources) => sources,
            Err(finding) => return vec![failed("sources", finding.message, Vec::new())],
        };
        let mut checks = vec![inside(&sources)];
        checks.extend(match made {
            Some(made) => match made.value {
                Some(rebuilt) => [same(&rebuilt, file, report), figures(name, file, &rebuilt, report)],
                None => {
                    let told = msg!("không dựng lại được để so", "nothing could be made again to compare with");
                    [not_made(&sources, &made.review.findings), open("figures", told)]
                }
            },
            None => ["rebuilt", "figures"].map(|id| open(id, msg!("không yêu cầu", "not asked for"))),
        });
        checks.iter_mut().for_each(|check| check.applies = sources.record.is_some() || check.state == State::Failed);
        checks.extend(stamped(&sources, report));
        checks
    }
}

/// A number or a day that is not that of a report.
pub(crate) struct Wrong {
    pub(crate) text: Message,
    pub(crate) found: String,
    pub(crate) expected: Message,
}

/// What is wrong with a number, if anything: it must be that of the report, or a number where that has none.
pub(crate) fn wrong_number(document: &Document, shown: &str) -> Option<Wrong> {
    let is_number = !shown.is_empty() && shown.bytes().all(|byte| byte.is_ascii_digit());
    let number = shown.parse().ok().filter(|number| is_number && *number > 0);
    let (fits, expected) = match document.code_number {
        Some(said) => (number == Some(said), msg!("{said}", "{said}")),
        None => (number.is_some(), msg!("một số nguyên dương", "a whole number from 1 on")),
    };
    let text = msg!("số không khớp với dữ liệu bên trong", "the number is not that of the data inside");
    (!fits).then(|| Wrong { text, found: shown.to_owned(), expected })
}

/// What is wrong with a day, if anything: it must be one of the month of the report.
pub(crate) fn wrong_day(document: &Document, shown: &str) -> Option<Wrong> {
    let day = shown.parse::<u32>().ok();
    let (fits, expected) = match document.promulgation.parsed() {
        Some(PromulgationDate::Day(date)) => {
            let said = date.format("%d/%m/%Y");
            (day == Some(date.day()), msg!("ngày của {said}", "the day of {said}"))
        }
        Some(PromulgationDate::Month(year, month)) => {
            let fits = day.is_some_and(|day| NaiveDate::from_ymd_opt(year, month, day).is_some());
            (fits, msg!("một ngày của tháng {month} năm {year}", "a day of month {month} of {year}"))
        }
        _ => (day.is_some_and(|day| (1..=31).contains(&day)), msg!("01 đến 31", "01 to 31")),
    };
    let text = msg!("ngày không khớp với dữ liệu bên trong", "the day is not that of the data inside");
    (!fits).then(|| Wrong { text, found: shown.to_owned(), expected })
}

/// Whether the number and the day that were stamped fit what the report says, and show what they are read as, and whether the seal
/// shows one; nothing where nothing was stamped, or where there is no report to hold it against. Of number and day there is one.
fn stamped(sources: &Sources, report: &Report) -> Option<Check> {
    let document = sources.document()?;
    let marked = |mark| -> Vec<&Signature> {
        report.signatures.iter().filter(|signature| signature.role == Some(mark)).collect()
    };
    let [numbers, days, seals] = [Mark::Number, Mark::Day, Mark::Seal].map(marked);
    if [&numbers, &days, &seals].iter().all(|marks| marks.is_empty()) {
        return None;
    }
    let mut found = Stamped::default();
    found.read(&numbers, |shown| wrong_number(&document, shown));
    found.read(&days, |shown| wrong_day(&document, shown));
    for seal in seals {
        let field = &seal.field;
        match seal.sight {
            Some(Sight::Nothing) => {
                found.wrong.push(msg!("dấu \"{field}\" không hiện gì", "the seal \"{field}\" shows nothing"));
            }
            Some(Sight::Unclear | Sight::Less) => found.open.push(msg!(
                "dấu \"{field}\" chỉ hiện chữ, không có hình dấu",
                "the seal \"{field}\" shows letters only, and no picture"
            )),
            Some(Sight::AsRead) | None => {}
        }
    }
    if numbers.len() > 1 {
        found.wrong.push({
            let count = numbers.len();
            msg!("văn bản có {count} chữ ký ở chỗ của số", "signatures at the place of the number: {count}")
        });
    }
    if days.len() > 1 {
        found.wrong.push({
            let count = days.len();
            msg!("văn bản có {count} chữ ký ở chỗ của ngày", "signatures at the place of the day: {count}")
        });
    }
    let told = |marks: &[&Signature]| {
        let texts: Vec<&str> = marks.iter().map(|one| one.shown.as_deref().unwrap_or("-").trim()).collect();
        if texts.is_empty() { "-".to_owned() } else { texts.join(" / ") }
    };
    let (number, day) = (told(&numbers), told(&days));
    let text = msg!("số {number}, ngày {day}", "number {number}, day {day}");
    let Stamped { wrong, open } = found;
    Some(match (wrong.is_empty(), open.is_empty()) {
        (false, _) => failed("stamped", text, wrong.into_iter().chain(open).collect()),
        (true, false) => Check { details: open, ..self::open("stamped", text) },
        (true, true) => passed("stamped", text),
    })
}

/// What is found of what was stamped.
#[derive(Default)]
struct Stamped {
    wrong: Vec<Message>,
    open: Vec<Message>,
}

impl Stamped {
    /// Numbers or days, each of which must be right and be seen.
    fn read(&mut self, marks: &[&Signature], wrong: impl Fn(&str) -> Option<Wrong>) {
        let mut shown = marks.iter().filter_map(|mark| mark.shown.as_deref());
        if let Some(Wrong { text, found, expected }) = shown.find_map(|shown| wrong(shown.trim())) {
            let (vi, en) = (
                format!("{}: {found}; cần {}", text.vi, expected.vi),
                format!("{}: {found}; {}", text.en, expected.en),
            );
            self.wrong.push(Message::new(vi, en));
        }
        for mark in marks {
            let field = &mark.field;
            match (mark.sight, &mark.shown) {
                (Some(Sight::Nothing), _) => {
                    self.wrong.push(msg!("\"{field}\" không hiện gì", "\"{field}\" shows nothing"));
                }
                (Some(Sight::Less), _) => self.wrong.push(msg!(
                    "\"{field}\" không hiện ra chữ số mà chữ bên trong ghi",
                    "\"{field}\" does not show the digits that its letters say"
                )),
                (_, None) => self
                    .open
                    .push(msg!("\"{field}\" không có chữ đọc được", "\"{field}\" has no letters that can be read")),
                (Some(Sight::Unclear), _) => self.open.push(msg!(
                    "không chắc hình của \"{field}\" đúng là chữ số mà chữ bên trong ghi",
                    "it cannot be told whether \"{field}\" looks like the digits that its letters say"
                )),
                (Some(Sight::AsRead) | None, _) => {}
            }
        }
    }
}

/// Whether the files inside are those that the record names.
fn inside(sources: &Sources) -> Check {
    let count = sources.files.len();
    let altered = sources.altered();
    match &sources.record {
        None if count == 0 => {
            open("sources", msg!("bên trong không có dữ liệu nguồn", "what the document was made from is not inside"))
        }
        None => open(
            "sources",
            msg!(
                "có {count} tệp bên trong, không có bản ghi nguồn gốc",
                "files inside: {count}; no record of where it comes from"
            ),
        ),
        Some(_) if altered.is_empty() => passed(
            "sources",
            msg!("{count} tệp bên trong đúng như bản ghi nguồn gốc", "files inside, all as the record says: {count}"),
        ),
        Some(_) => {
            let told =
                msg!("tệp bên trong không đúng như bản ghi nguồn gốc", "files inside are not those of the record");
            Check { kind: Some(&kinds::pdf::OTHER_SOURCES), ..failed("sources", told, messages(altered)) }
        }
    }
}

/// Whether the file begins with what is made of its own data.
fn same(rebuilt: &Rebuilt, file: &[u8], report: &Report) -> Check {
    let (size, more) = (rebuilt.bytes.len(), file.len().saturating_sub(rebuilt.bytes.len()));
    let changed: Vec<Message> = rebuilt.changed.iter().map(words).collect();
    if rebuilt.same && more == 0 {
        passed(
            "rebuilt",
            msg!(
                "dựng lại từ dữ liệu bên trong, trùng từng byte",
                "made again from the data inside, byte for byte the same"
            ),
        )
    } else if let Some(altered) = report.altered.as_ref().filter(|_| rebuilt.same && is_signed(report)) {
        let text = msg!(
            "{size} byte đầu trùng với bản dựng lại từ dữ liệu bên trong, nhưng trước khi ký văn bản đã bị đổi",
            "the first {size} bytes are those of the document made again from the data inside, but it was changed before it was signed"
        );
        failed("rebuilt", text, vec![altered.clone()])
    } else if rebuilt.same && is_signed(report) {
        passed(
            "rebuilt",
            msg!(
                "dựng lại từ dữ liệu bên trong, trùng từng byte ({size} byte đầu; {more} byte sau được thêm khi ký)",
                "made again from the data inside, byte for byte the same (the first {size} bytes; {more} were added by signing)"
            ),
        )
    } else if rebuilt.same {
        failed(
            "rebuilt",
            msg!(
                "sau bản gốc có {more} byte thêm vào mà không ai ký",
                "{more} bytes were added behind the original, and nobody signed them"
            ),
            Vec::new(),
        )
    } else if excused(rebuilt) {
        let told = msg!(
            "không so được từng byte: đã dùng thứ khác với bây giờ",
            "cannot be compared byte by byte: it was made with other things than now"
        );
        Check { details: changed, ..open("rebuilt", told) }
    } else if was_packed_anew(rebuilt, file) {
        open(
            "rebuilt",
            msg!(
                "không so được từng byte: một chương trình khác đã ghi lại (nén, tối ưu) tệp trước khi ký; chữ trên các trang vẫn như \
                dựng lại",
                "cannot be compared byte by byte: another program wrote the file anew (compressed, optimised) before it was signed; \
                the text of the pages is that of the document made again"
            ),
        )
    } else {
        let at = rebuilt.bytes.iter().zip(file).take_while(|(made, found)| made == found).count();
        failed("rebuilt", msg!("dựng lại thì khác từ byte {at}", "made again it differs from byte {at} on"), changed)
    }
}

/// Whether another program wrote all of a file anew, and its pages say the same: it differs before its first object begins.
fn was_packed_anew(rebuilt: &Rebuilt, file: &[u8]) -> bool {
    let first = rebuilt.bytes.windows(4).position(|window| window == b" obj").unwrap_or(0);
    let differs_at_once = rebuilt.bytes.iter().zip(file).take(first).any(|(made, found)| made != found);
    differs_at_once && baocao_pdf::both_texts(file, &rebuilt.bytes).is_ok_and(|[found, made]| found == made)
}

/// Why nothing was made again.
fn not_made(sources: &Sources, why: &[Finding]) -> Check {
    let details = why.iter().take(1).map(|finding| finding.message.clone()).collect();
    let told = msg!("không dựng lại được từ dữ liệu bên trong", "it cannot be made again from the data inside");
    match &sources.record {
        None => open("rebuilt", msg!("không có bản ghi nguồn gốc", "there is no record of where it comes from")),
        Some(record) if record.program != program() => Check { details, ..open("rebuilt", told) },
        Some(_) => failed("rebuilt", told, details),
    }
}

/// Whether the pages have the numbers of the data. What is the document made again, with nothing behind it that changes what
/// it says, needs no reading.
fn figures(name: &str, file: &[u8], rebuilt: &Rebuilt, report: &Report) -> Check {
    let pages = if says_the_same(file, rebuilt, report) { Ok(Vec::new()) } else { unequal(name, file, &rebuilt.bytes) };
    match pages {
        Err(finding) => open("figures", finding.message),
        Ok(pages) if pages.is_empty() => passed(
            "figures",
            msg!("mọi con số trên các trang trùng với dữ liệu", "all numbers on the pages are those of the data"),
        ),
        Ok(pages) => {
            let (count, details) = (pages.len(), pages.iter().take(MOST_TOLD).map(on_page).collect());
            let told =
                msg!("{count} trang có con số khác với dữ liệu", "{count} pages have other numbers than the data");
            if excused(rebuilt) { Check { details, ..open("figures", told) } } else { failed("figures", told, details) }
        }
    }
}

/// Whether a file is the document made again, and what was written behind it changes nothing of its content.
fn says_the_same(file: &[u8], rebuilt: &Rebuilt, report: &Report) -> bool {
    let is_changed = || report.altered.is_some() || report.signatures.iter().any(|one| one.has(Class::Content));
    rebuilt.same && (file.len() == rebuilt.bytes.len() || !is_changed())
}

fn is_signed(report: &Report) -> bool {
    !report.signatures.is_empty()
}

/// Whether a difference may come of another program, template or font.
fn excused(rebuilt: &Rebuilt) -> bool {
    rebuilt.changed.iter().any(|changed| !matches!(changed, Changed::File(_)))
}

fn words(changed: &Changed) -> Message {
    match changed {
        Changed::Program(then) => {
            let now = program();
            msg!("chương trình: lúc ấy {then}, bây giờ {now}", "program: {then} then, {now} now")
        }
        Changed::Template(path) => msg!("mẫu {path} khác lúc ấy", "the template {path} is another now"),
        Changed::Font(name) => msg!("phông chữ {name} khác lúc ấy", "the font {name} is another now"),
        Changed::File(path) => msg!("tệp {path} khác bản ghi", "the file {path} is not that of the record"),
    }
}

fn on_page(unequal: &Unequal) -> Message {
    let page = unequal.page;
    let list = |words: &[String]| if words.is_empty() { "-".to_owned() } else { words.join(" ") };
    let (printed, expected) = (list(&unequal.printed), list(&unequal.expected));
    msg!(
        "trang {page}: in {printed}, theo dữ liệu {expected}",
        "page {page}: printed {printed}, by the data {expected}"
    )
}

fn messages(findings: Vec<Finding>) -> Vec<Message> {
    findings.into_iter().map(|finding| finding.message).collect()
}

fn passed(id: &str, text: Message) -> Check {
    check(id, State::Passed, text)
}

fn open(id: &str, text: Message) -> Check {
    check(id, State::NotEvaluated, text)
}

fn failed(id: &str, text: Message, details: Vec<Message>) -> Check {
    Check { details, ..check(id, State::Failed, text) }
}

fn check(id: &str, state: State, text: Message) -> Check {
    Check { id: id.to_owned(), state, text, kind: None, details: Vec::new(), applies: true }
}
