//! `baocao sign`, `issue`, `prepare`, `finish`

mod earlier;
mod key;
mod place;
mod stamps;
mod timestamp;

pub(crate) use place::{AtPlace, Rect};

use std::path::Path;

use baocao::Limits;
use baocao_core::diagnostic::Finding;
use baocao_core::digest::hexadecimal;
use baocao_core::{kinds, msg};
use baocao_pdf::file::File;
use baocao_pdf::{Mark, Place};
use baocao_sign::verify::{Settings, State, Subject, verify};
use baocao_sign::{Certificate, Key, Order, Revocation, Time, add_validation_data, check_mark, leads_to, opened};

use self::place::Places;
use self::stamps::Stamps;
use super::args::{FinishArgs, IssueArgs, MannerArgs, PrepareArgs, ProofArgs, SignArgs, TargetArgs};
use super::{Console, Outcome, clock, output};

/// Bytes of files of certificates, revocation data, keys.
const MOST_SMALL: usize = 16 << 20;

/// `baocao sign`
pub(crate) fn run(args: &SignArgs, console: &Console) -> Outcome {
    told(sign(args, console), console)
}

/// `baocao issue`
pub(crate) fn run_issue(args: &IssueArgs, console: &Console) -> Outcome {
    told(issue(args, console), console)
}

/// `baocao prepare`
pub(crate) fn run_prepare(args: &PrepareArgs, console: &Console) -> Outcome {
    told(prepare(args), console)
}

/// `baocao finish`
pub(crate) fn run_finish(args: &FinishArgs, console: &Console) -> Outcome {
    told(finish(args, console), console)
}

fn told(result: Result<(), Finding>, console: &Console) -> Outcome {
    match result {
        Ok(()) => Outcome::Done,
        // What is said of the file, the key or the picture is about what was given; all else about the surroundings.
        Err(finding) if ["ky-so/", "hinh-anh/"].iter().any(|group| finding.id.as_str().starts_with(group)) => {
            console.show(&[finding]);
            Outcome::Refused
        }
        Err(finding) => console.fail(finding),
    }
}

fn sign(args: &SignArgs, console: &Console) -> Result<(), Finding> {
    check_target(&args.pdf, &args.target)?;
    let pdf = output::read_pdf(&args.pdf)?;
    let file = opened(&pdf)?;
    let place = &args.place;
    let places = Places::read(&file, &place.places)?;
    let at = places.of(args.mark.into(), place)?;
    check_mark(&file, &at, &places.later)?;
    earlier::check(&file)?;
    stamps::check(&args.pdf, &pdf, args.picture.text(at.mark, Mark::Number), args.picture.text(at.mark, Mark::Day))?;
    let picture = Stamps::new(args.picture.font_dir.as_deref())?.of(&at, &args.picture)?;
    let signer = Signer::new(&args.key, &args.manner, &args.proof, console)?;
    let signed = signer.sign(&file, at, &places.later, picture.as_deref())?;
    written(&signer.with_proof(signed)?, &args.target, console)
}

fn issue(args: &IssueArgs, console: &Console) -> Result<(), Finding> {
    check_target(&args.pdf, &args.target)?;
    let pdf = output::read_pdf(&args.pdf)?;
    let file = opened(&pdf)?;
    let stamps = Stamps::new(args.font_dir.as_deref())?;
    let places = Places::read(&file, &args.places)?;
    // All that can be refused is looked at before the key is asked for.
    check_mark(&file, &places.known(Mark::Seal, usize::from(args.signer))?, &places.later)?;
    earlier::check(&file)?;
    stamps::check(&args.pdf, &pdf, Some(&args.number), Some(&args.day))?;
    let mut marks = Vec::new();
    for mark in [Mark::Number, Mark::Day, Mark::Seal] {
        let at = places.known(mark, usize::from(args.signer))?;
        let picture = match mark {
            Mark::Number => Some(stamps.text(&at, &args.number)?),
            Mark::Day => Some(stamps.text(&at, &args.day)?),
            _ => Some(stamps.image(&at, &args.seal_image)?),
        };
        marks.push((at, picture));
    }
    let signer = Signer::new(&args.key, &args.manner, &args.proof, console)?;
    let signed = signer.sign_all(&file, &marks, &places.later)?;
    written(&signer.with_proof(signed)?, &args.target, console)
}

fn prepare(args: &PrepareArgs) -> Result<(), Finding> {
    check_target(&args.pdf, &args.target)?;
    if output::is_standard(&args.target.output) {
        return Err(kinds::settings::WRONG_CALL
            .finding(msg!(
                "baocao prepare in các giá trị cần ký ra đầu ra chuẩn, nên tệp phải có tên",
                "baocao prepare prints what is to be signed to standard output, so that the file must have a name"
            ))
            .hint(msg!("nêu tên tệp bằng -o", "name a file with -o")));
    }
    let pdf = output::read_pdf(&args.pdf)?;
    let file = opened(&pdf)?;
    let places = Places::read(&file, &args.place.places)?;
    let at = places.of(args.mark.into(), &args.place)?;
    check_mark(&file, &at, &places.later)?;
    earlier::check(&file)?;
    stamps::check(&args.pdf, &pdf, args.picture.text(at.mark, Mark::Number), args.picture.text(at.mark, Mark::Day))?;
    let picture = Stamps::new(args.picture.font_dir.as_deref())?.of(&at, &args.picture)?;
    let certificates = Certificate::read_all(&output::read_small(&args.certificate, MOST_SMALL)?)?;
    let certificate = certificates.first().ok_or_else(|| {
        kinds::signing::CERTIFICATE_UNREADABLE.finding(msg!("không có chứng thư", "there is no certificate"))
    })?;
    let order = order(&args.manner, at, &places.later, picture.as_deref())?;
    let waiting = baocao_sign::prepare(&file, &order, certificate)?;
    output::write(&args.target.output, &waiting.pdf, args.target.force)?;
    let told = serde_json::json!({
        "hash": waiting.hash.name(),
        "digest": hexadecimal(&waiting.digest),
        "signed_attributes": hexadecimal(&waiting.attributes),
        "signed_attributes_digest": hexadecimal(&waiting.hash.digest(&[&waiting.attributes])),
    });
    if let Some(path) = &args.signed_bytes {
        output::write(path, &waiting.signed, args.target.force)?;
    }
    output::print(format!("{told:#}\n").as_bytes())
}

fn finish(args: &FinishArgs, console: &Console) -> Result<(), Finding> {
    check_target(&args.prepared, &args.target)?;
    let pdf = output::read_pdf(&args.prepared)?;
    let cms = output::read_small(&args.cms, MOST_SMALL)?;
    written(&baocao_sign::finish(&pdf, &cms)?, &args.target, console)
}

/// A key with all that a signature of it needs.
struct Signer<'a> {
    key: Box<dyn Key>,
    issuers: Vec<Certificate>,
    anchors: Vec<Certificate>,
    revocation: Vec<Revocation>,
    manner: &'a MannerArgs,
    time: Time,
    timestamp: Option<&'a str>,
}

impl<'a> Signer<'a> {
    fn new(
        args: &super::args::KeyArgs,
        manner: &'a MannerArgs,
        proof: &'a ProofArgs,
        console: &Console,
    ) -> Result<Self, Finding> {
        let time = time(manner)?;
        if !proof.revocation.is_empty() && proof.timestamp.is_none() {
            return Err(kinds::signing::REVOCATION_MISSING
                .finding(msg!(
                    "dữ liệu thu hồi chỉ có ích cùng với dấu thời gian",
                    "revocation data are of use only with a time stamp"
                ))
                .hint(msg!("thêm --timestamp", "add --timestamp")));
        }
        let anchors = certificates(&args.anchors)?;
        let mut issuers = certificates(&args.certificate_chain)?;
        let revocation = proof.revocation.iter().map(|path| Revocation::read(&output::read_small(path, MOST_SMALL)?));
        let revocation = revocation.collect::<Result<_, _>>()?;
        let key = key::open(args, console)?;
        // Another time than that of the clock makes no certificate valid that has ended.
        if let Some(now) = now() {
            key.certificate().check(now.to_utc())?;
        }
        issuers.extend(key.issuers().iter().cloned());
        if !anchors.is_empty() {
            // Those on the way, and no others; the anchor is known to those who trust it.
            let mut way = leads_to(key.certificate(), &issuers, &anchors, time.to_utc())?;
            way.retain(|one| !anchors.contains(one));
            issuers = way;
        }
        Ok(Self { key, issuers, anchors, revocation, manner, time, timestamp: proof.timestamp.as_deref() })
    }

    /// Makes one signature after the other: what was read of the file for one is known for the next.
    fn sign_all<'f>(
        &self,
        file: &'f File<'f>,
        marks: &[(Place, Option<Vec<u8>>)],
        later: &[Place],
    ) -> Result<Vec<u8>, Finding> {
        let Some(((at, picture), rest)) = marks.split_first() else { return Ok(file.bytes.to_vec()) };
        let signed = self.sign(file, *at, later, picture.as_deref())?;
        if rest.is_empty() { Ok(signed) } else { self.sign_all(&opened_behind(file, &signed)?, rest, later) }
    }

    fn sign<'f>(
        &self,
        file: &'f File<'f>,
        at: Place,
        later: &[Place],
        picture: Option<&[u8]>,
    ) -> Result<Vec<u8>, Finding> {
        let order = Order { time: self.time, ..order(self.manner, at, later, picture)? };
        let ask = |question: &[u8]| timestamp::ask(self.timestamp.unwrap_or_default(), question);
        let authority: Option<baocao_sign::Authority<'_>> = self.timestamp.is_some().then_some(&ask);
        baocao_sign::sign(file, &order, &*self.key, &self.issuers, authority)
    }

    /// Adds what the signatures are verified with later, where there is any: it must be good, and there for every
    /// certificate.
    fn with_proof(&self, pdf: Vec<u8>) -> Result<Vec<u8>, Finding> {
        if self.revocation.is_empty() {
            return Ok(pdf);
        }
        let all = self.issuers.iter().chain(&self.anchors).chain([self.key.certificate()]);
        let certificates: Vec<Certificate> = all.cloned().collect();
        let pdf = add_validation_data(&pdf, &certificates, &self.revocation)?;
        let anchors = self.anchors.iter().filter_map(Certificate::cert).collect();
        let made = verify(&pdf, &Settings { anchors, ..Settings::default() }).ok();
        let made = made.as_ref().and_then(|report| report.signatures.last());
        match made.and_then(|signature| signature.item(Subject::Revocation)) {
            Some(item) if item.state == State::Passed => Ok(pdf),
            Some(item) if item.state == State::Failed => {
                Err(kinds::signing::CERTIFICATE_REVOKED.finding(item.text.clone()))
            }
            item => {
                let lacking = msg!("dữ liệu thu hồi không dùng được", "the revocation data cannot be used");
                Err(kinds::signing::REVOCATION_MISSING.finding(item.map_or(lacking, |item| item.text.clone())).hint(msg!(
                    "nêu CRL hoặc OCSP của từng nơi cấp bằng --revocation, chứng thư của họ bằng --certificate-chain",
                    "give the CRL or OCSP of each issuer with --revocation, their certificates with --certificate-chain"
                )))
            }
        }
    }
}

/// What was signed, behind the file that it was: a file too large to be signed once more is told by [`opened`].
fn opened_behind<'b>(file: &File<'_>, signed: &'b [u8]) -> Result<File<'b>, Finding> {
    file.behind(signed).or_else(|_| opened(signed))
}

fn order<'a>(
    manner: &MannerArgs,
    place: Place,
    later: &'a [Place],
    picture: Option<&'a [u8]>,
) -> Result<Order<'a>, Finding> {
    Ok(Order {
        place,
        later,
        picture,
        time: time(manner)?,
        certifies: place.mark == Mark::Leader && !manner.no_certify,
        subfilter: manner.subfilter.into(),
        hash: manner.digest.map(Into::into),
        pss: manner.pss,
    })
}

/// The time that was given, or that of the clock.
fn time(manner: &MannerArgs) -> Result<Time, Finding> {
    manner.time.or_else(now).ok_or_else(|| {
        kinds::settings::WRONG_CALL
            .finding(msg!("không biết thời gian ký", "the time of signing is not known"))
            .hint(msg!("thêm --time", "add --time"))
    })
}

/// What the clock says.
fn now() -> Option<Time> {
    baocao_sign::now(i64::try_from(clock::seconds()?).ok()?)
}

fn certificates(files: &[std::path::PathBuf]) -> Result<Vec<Certificate>, Finding> {
    let mut all = Vec::new();
    for file in files {
        let name = file.display().to_string();
        let read = Certificate::read_all(&output::read_small(file, MOST_SMALL)?);
        all.extend(read.map_err(|finding| finding.found(name))?);
    }
    Ok(all)
}

/// Refuses to write onto what is signed, and onto what is there, before anything is asked.
fn check_target(pdf: &Path, target: &TargetArgs) -> Result<(), Finding> {
    let path = &target.output;
    output::ending(path, &["pdf"])?;
    if super::render::same_file(pdf, path) {
        let name = path.display();
        return Err(kinds::files::ONTO_REPORT
            .finding(msg!("{name} chính là tệp để ký", "{name} is the file that is signed"))
            .hint(msg!("chọn tên khác cho kết quả bằng -o", "choose another name for the result with -o")));
    }
    if output::is_standard(path) { Ok(()) } else { output::may_be_written(path, target.force) }
}

fn written(pdf: &[u8], target: &TargetArgs, console: &Console) -> Result<(), Finding> {
    output::write(&target.output, pdf, target.force)?;
    if !output::is_standard(&target.output) {
        let name = target.output.display();
        console.say(&format!("đã viết {name}"), &format!("wrote {name}"));
    }
    Ok(())
}

/// Limits of pictures.
fn limits() -> Limits {
    Limits::default()
}
