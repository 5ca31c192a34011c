//! The checks of one signature.

use super::changes::{Class, Lock, Rules, changes};
use super::fields::{Value, Widget};
use super::looks::{Looks, Sight};
use super::range::{Coverage, RangeTrouble, Ranges, ranges, written};
use super::report::{Certification, Fact, Item, Settings, Signature, Signer, Source, Subject};
use super::revoked::Store;
use super::roles::Roles;
use super::{Found, draws, said};
use crate::cms::{self, Cert, Chain, Content, Hash, Malformed, Signed, Time, Verdict};
use crate::file::{Dict, File, Object, View, decoded, pages, plain};
use baocao_core::kinds::signatures as kinds;
use baocao_core::msg;
use baocao_pdf::Mark;

/// All that can be said of a signature but for what came after it, and what the file showed when it was made.
pub(super) fn signature<'f, 'a>(
    file: &'f File<'a>,
    last: &View<'f, 'a>,
    found: &Found,
    settings: &Settings,
) -> (Signature, Option<(View<'f, 'a>, Rules)>) {
    let Found { field, .. } = found;
    // A field without a signature is not among those that were found.
    let none = Value { spot: None, dict: Dict::default() };
    let value = field.value.as_ref().unwrap_or(&none);
    let shown = field
        .widgets
        .iter()
        .find(|widget| widget.rect.is_some_and(|[left, bottom, right, top]| left < right && bottom < top));
    let subfilter = plain(value.dict.get("SubFilter").and_then(Object::name).unwrap_or_default());
    let rules = rules(last, &value.dict);
    let mut signature = Signature {
        field: field.name.clone(),
        is_timestamp: subfilter == "ETSI.RFC3161",
        subfilter,
        page: shown.and_then(|widget| widget.page).map(|page| page + 1),
        rect: shown.and_then(|widget| widget.rect),
        page_area: shown.and_then(|widget| widget.page).and_then(|page| pages(last).ok()?.get(page)?.area(last)),
        role: None,
        shown: None,
        sight: None,
        coverage: None,
        certification: rules.certification,
        signer: None,
        algorithm: None,
        time: None,
        items: Vec::new(),
        facts: Vec::new(),
        changes: Vec::new(),
    };
    let is_last = |view: &View<'_, '_>| view.tables.first() == last.tables.first();
    let ranges = match ranges(file, value) {
        // What stands behind it belongs to no revision.
        Ok((ranges, view)) if ranges.coverage == Coverage::Revision && is_last(&view) => Err(RangeTrouble::NotAtEnd),
        ranges => ranges,
    };
    match &ranges {
        Ok((ranges, _)) => {
            signature.coverage = Some(ranges.coverage);
            signature.items.push(Item::passed(Subject::Range, said::coverage(ranges.coverage)));
        }
        Err(trouble) => {
            let text = said::range(*trouble);
            let text = if was_rewritten(*trouble, last) { said::rewritten(&text) } else { text };
            signature.items.push(Item::failed(Subject::Range, &kinds::RANGE, text));
        }
    }
    let pieces = match &ranges {
        Ok((ranges, _)) => Some(ranges.pieces(file)),
        // What is said of the signature may still help to see what happened.
        Err(_) => written(file, value).ok().map(|ranges| Ranges { ranges, coverage: Coverage::Revision }.pieces(file)),
    };
    let stored = Store::read(last);
    let mut subject = Subjects { file, signature: &mut signature, settings, stored: &stored };
    let size = pieces.iter().flatten().map(|piece| piece.len()).sum::<usize>();
    match (&pieces, value.contents()) {
        (_, Some(contents)) if !contents.bytes.is_empty() && contents.bytes.iter().all(|byte| *byte == 0) => {
            subject.push(Item::failed(
                Subject::Value,
                &kinds::MESSAGE,
                msg!(
                    "chưa ký: chỗ dành cho chữ ký còn trống (tệp đang chờ baocao finish hoặc phần mềm ký khác)",
                    "not signed yet: the room for the signature is empty (it waits for baocao finish or another tool)"
                ),
            ));
        }
        // Four bytes go into a digest while one is read.
        (Some(pieces), Some(contents)) if file.spend(size / 4) => {
            subject.cryptography(pieces, &contents.bytes, &value.dict)
        }
        _ => {
            let text = msg!("không xác định được phần đã ký", "what was signed cannot be told");
            subject.signature.items.push(Item::open(Subject::Digest, text.clone()));
            subject.signature.items.push(Item::open(Subject::Value, text));
        }
    }
    let widget = shown.cloned();
    let before = ranges.ok().map(|(_, before)| before);
    if let Some(before) = &before {
        signature.shown = widget.and_then(|Widget { dict, .. }| {
            let text = draws::shown(before, &dict).text;
            let text = text.lines().map(plain).collect::<Vec<_>>().join("\n");
            (!text.is_empty()).then_some(text)
        });
    }
    (signature, before.map(|before| (before, rules)))
}

/// Whether what a mark shows is what it is read as.
pub(super) fn sight(signature: &mut Signature, found: &Found, looks: &Looks<'_, '_, '_>) {
    let mark = signature.role.filter(|mark| *mark != Mark::Leader);
    let widget = found.field.widgets.iter().find(|widget| widget.page.is_some() && widget.rect == signature.rect);
    if let (Some(mark), Some(Widget { page: Some(page), dict, .. })) = (mark, widget) {
        let seen = looks.sight(*page, dict, mark, signature.shown.as_deref());
        signature.sight = Some(seen.unwrap_or(Sight::Unclear));
    }
}

/// What came after a signature.
pub(super) fn since<'f, 'a>(
    signature: &mut Signature,
    before: Option<&(View<'f, 'a>, Rules)>,
    last: &View<'f, 'a>,
    looks: &Looks<'_, 'f, 'a>,
    roles: &Roles,
) {
    let item = match before {
        Some((before, rules)) => {
            let is_last = before.tables.first() == last.tables.first();
            signature.changes = if is_last { Vec::new() } else { changes(before, last, rules, looks, roles) };
            changes_item(signature)
        }
        None => Item::open(
            Subject::Changes,
            msg!("không xác định được văn bản lúc ký", "the document as it was signed cannot be told"),
        ),
    };
    signature.items.push(item);
}

/// Whether the last revision shows a signature no more.
pub(super) fn gone(signature: &mut Signature, found: &Found) {
    if found.gone {
        let text = msg!("bản cuối của tệp không còn hiện chữ ký này", "the last revision does not show this signature");
        signature.items.push(Item::failed(Subject::Signatures, &kinds::REMOVED, text));
    }
}

/// Whether a file looks as if a program had written all of it anew: a signature that does not fit in a file of one revision.
fn was_rewritten(trouble: RangeTrouble, last: &View<'_, '_>) -> bool {
    matches!(trouble, RangeTrouble::Gap | RangeTrouble::Outside | RangeTrouble::NotAtEnd | RangeTrouble::Nowhere)
        && last.tables.len() == 1
}

fn changes_item(signature: &Signature) -> Item {
    let has = |class| signature.changes.iter().find(|change| change.class == class);
    if let Some(change) = has(Class::Content) {
        return Item::failed(Subject::Changes, &kinds::CHANGED, change.text.clone());
    }
    Item::passed(
        Subject::Changes,
        if has(Class::Annotated).is_some() {
            msg!(
                "nội dung không đổi; sau khi ký có người thêm chú thích",
                "the content is the same; comments were added later"
            )
        } else if has(Class::Practice).is_some() {
            msg!(
                "nội dung không đổi; phần thêm sau là việc cơ quan vẫn làm khi ký tiếp",
                "the content is the same; what was added later is what offices do when others sign"
            )
        } else if signature.changes.is_empty() {
            msg!("không có gì thay đổi sau khi ký", "nothing was changed later")
        } else {
            msg!("chỉ có những thay đổi được phép", "there are only such changes as are allowed")
        },
    )
}

/// What a signature says of changes after it.
fn rules(view: &View<'_, '_>, value: &Dict) -> Rules {
    let mut rules = Rules::default();
    let references = view.entry(value, "Reference");
    for reference in references.array().unwrap_or_default() {
        let Ok(reference) = view.get(reference) else { continue };
        let Some(reference) = reference.dict() else { continue };
        let parameters = view.entry(reference, "TransformParams");
        let none = Dict::default();
        let parameters = parameters.dict().unwrap_or(&none);
        match view.entry(reference, "TransformMethod").name() {
            Some("DocMDP") => {
                rules.certification = Some(match view.entry(parameters, "P").int() {
                    Some(1) => Certification::Nothing,
                    Some(3) => Certification::Comments,
                    _ => Certification::Forms,
                });
            }
            Some("FieldMDP") => {
                let names = view.entry(parameters, "Fields");
                let names = names.array().unwrap_or_default().iter();
                let names = names.filter_map(|name| Some(decoded(&view.get(name).ok()?.text()?.bytes))).collect();
                rules.locks.push(match view.entry(parameters, "Action").name() {
                    Some("Include") => Lock::These(names),
                    Some("Exclude") => Lock::AllBut(names),
                    _ => Lock::All,
                });
            }
            _ => {}
        }
    }
    rules
}

/// A signature under examination.
pub(super) struct Subjects<'s, 'f> {
    pub(super) file: &'s File<'f>,
    pub(super) signature: &'s mut Signature,
    pub(super) settings: &'s Settings,
    pub(super) stored: &'s Store,
}

impl Subjects<'_, '_> {
    pub(super) fn push(&mut self, item: Item) {
        self.signature.items.push(item);
    }

    /// Certificates that the file keeps.
    pub(super) fn others(&self) -> &[Cert] {
        &self.stored.certificates
    }

    pub(super) fn fact(&mut self, fact: Fact) {
        self.signature.facts.push(fact);
    }

    fn cryptography(&mut self, pieces: &[&[u8]], contents: &[u8], dict: &Dict) {
        match self.signature.subfilter.as_str() {
            "adbe.pkcs7.detached" | "ETSI.CAdES.detached" => {
                match cms::check(contents, Content::Detached(pieces), self.others()) {
                    Ok(signed) => self.signed(&signed, dict),
                    Err(trouble) => self.push(Item::failed(Subject::Value, &kinds::MESSAGE, said::trouble(trouble))),
                }
            }
            // Its content is the digest of what is signed.
            "adbe.pkcs7.sha1" => match cms::check(contents, Content::Enclosed, self.others()) {
                Ok(mut signed) => {
                    let same = signed.content.as_deref() == Some(&Hash::Sha1.digest(pieces));
                    signed.digest = Some(same && signed.digest != Some(false));
                    signed.weak = true;
                    self.signed(&signed, dict);
                }
                Err(trouble) => self.push(Item::failed(Subject::Value, &kinds::MESSAGE, said::trouble(trouble))),
            },
            "ETSI.RFC3161" => self.document_timestamp(pieces, contents),
            other => {
                let text =
                    msg!("chưa đánh giá loại chữ ký \"{other}\"", "signatures of kind \"{other}\" are not evaluated");
                self.push(Item::open(Subject::Digest, text.clone()));
                self.push(Item::open(Subject::Value, text));
            }
        }
    }

    fn signed(&mut self, signed: &Signed, dict: &Dict) {
        let digest = &signed.digest_name;
        self.signature.algorithm = Some(match &signed.certificate {
            Some(certificate) if signed.is_pss && !certificate.key_name().contains("PSS") => {
                format!("{} (PSS), {digest}", certificate.key_name())
            }
            Some(certificate) => format!("{}, {digest}", certificate.key_name()),
            None => format!("{}, {digest}", signed.algorithm),
        });
        let whole = matches!(signed.verdict, Some(Verdict::Good | Verdict::Malformed(_)));
        self.push(match signed.digest {
            Some(true) => Item::passed(
                Subject::Digest,
                msg!("nội dung đúng như khi ký ({digest})", "the content is what was signed ({digest})"),
            ),
            Some(false) => Item::failed(
                Subject::Digest,
                &kinds::DIGEST,
                msg!("nội dung khác với nội dung đã ký", "the content is not what was signed"),
            ),
            None if whole => Item::passed(
                Subject::Digest,
                msg!("nội dung đúng như khi ký (ký trực tiếp)", "the content is what was signed (signed directly)"),
            ),
            None => Item::open(
                Subject::Digest,
                msg!("chưa đánh giá: mã băm {digest}", "not evaluated: the digest {digest}"),
            ),
        });
        self.value(signed);
        let Some(certificate) = &signed.certificate else { return };
        self.signature.signer = Some(Signer::of(certificate));
        self.certificate(signed, certificate);
        self.times(signed, certificate, dict);
        let at = self.signature.time.map(|(time, _)| time);
        let way = self.way(certificate, &signed.certificates, at);
        let chain = self.chain(way.as_ref());
        self.push(chain);
        let weak_key = certificate.rsa_bits().is_some_and(|bits| bits < 2048);
        if matches!(way, Some(Chain::Weak(_))) && !signed.weak && !weak_key {
            self.fact(Fact::Weak);
        }
        if signed.weak || weak_key {
            self.fact(Fact::Weak);
            let value = self.signature.items.iter_mut().find(|item| item.subject == Subject::Value);
            value.into_iter().for_each(|item| item.kind = item.kind.or(Some(&kinds::WEAK)));
        }
        if certificate.is_its_own_issuer() {
            self.fact(Fact::SelfMade);
        }
        if signed.bound.is_none() {
            self.fact(Fact::NoSigningCertificate);
        }
        self.revocation(certificate, &signed.certificates, &signed.revocation, way.as_ref());
    }

    fn value(&mut self, signed: &Signed) {
        let good = msg!(
            "chữ ký đúng là do khóa của chứng thư tạo ra",
            "the signature was made with the key of the certificate"
        );
        let item = match &signed.verdict {
            Some(_) if signed.more => Item::failed(Subject::Value, &kinds::MESSAGE, said::more()),
            Some(Verdict::Good) => Item::passed(Subject::Value, good),
            Some(Verdict::Malformed(how)) => {
                self.fact(Fact::Malformed);
                let text = match how {
                    Malformed::NoNull => msg!(
                        "chữ ký thật nhưng viết không đúng chuẩn: thiếu NULL trong DigestInfo",
                        "genuine, not well formed: there is no NULL in its DigestInfo"
                    ),
                    Malformed::Nested => msg!(
                        "chữ ký thật nhưng viết không đúng chuẩn: giá trị lại là một thông điệp CMS",
                        "genuine, not well formed: its value is a CMS message"
                    ),
                };
                Item::passed(Subject::Value, text).of(&kinds::MALFORMED)
            }
            Some(Verdict::Bad) => Item::failed(
                Subject::Value,
                &kinds::FORGED,
                msg!(
                    "chữ ký không phải do khóa của chứng thư tạo ra",
                    "the signature was not made with the key of the certificate"
                ),
            ),
            Some(Verdict::Contradiction) => Item::failed(
                Subject::Value,
                &kinds::MESSAGE,
                msg!(
                    "các thuật toán nêu trong chữ ký mâu thuẫn nhau",
                    "the algorithms that the signature names contradict each other"
                ),
            ),
            Some(Verdict::Unknown(name)) => {
                Item::open(Subject::Value, msg!("chưa đánh giá: thuật toán {name}", "not evaluated: algorithm {name}"))
            }
            None => Item::failed(
                Subject::Value,
                &kinds::CERTIFICATE,
                msg!(
                    "chữ ký không kèm chứng thư mà nó nêu",
                    "the certificate that the signature names does not come with it"
                ),
            ),
        };
        self.push(item);
    }

    fn certificate(&mut self, signed: &Signed, certificate: &Cert) {
        let subject = certificate.subject();
        self.push(if signed.bound == Some(false) {
            Item::failed(
                Subject::Certificate,
                &kinds::CERTIFICATE,
                msg!("phần được ký nêu một chứng thư khác", "another certificate is named among what is signed"),
            )
        } else if !certificate.may_sign() {
            Item::failed(
                Subject::Certificate,
                &kinds::CERTIFICATE,
                msg!("chứng thư của {subject} không dùng để ký", "the certificate of {subject} is not one for signing"),
            )
        } else if certificate.is_for_the_unknown() {
            Item::open(
                Subject::Certificate,
                msg!(
                    "chứng thư của {subject} chỉ dùng cho mục đích không biết",
                    "the certificate of {subject} is only for purposes that are not known"
                ),
            )
        } else {
            Item::passed(Subject::Certificate, msg!("chứng thư của {subject}", "certificate of {subject}"))
        });
    }

    /// The check of the way of a signer to an anchor: where one between has ended since, only a trusted timestamp shows that the
    /// signature was made before.
    fn chain(&self, way: Option<&Chain>) -> Item {
        let Some(Chain::Leads(path)) = way else { return said::chain(way) };
        let between = path.split_last().map_or(&[][..], |(_, between)| between);
        let has_ended = |cert: &&Cert| self.settings.now.is_some_and(|now| now > cert.not_after());
        match between.iter().find(has_ended) {
            Some(cert) if !matches!(self.signature.time, Some((_, Source::Timestamp))) => {
                let (subject, until) = (cert.subject(), cert.not_after());
                Item::open(
                    Subject::Chain,
                    msg!(
                        "chứng thư của nơi cấp {subject} đã hết hạn từ {until}; không có dấu thời gian đáng tin để biết đã ký trước đó",
                        "the certificate of the issuer {subject} has ended since ({until}), and no trusted timestamp shows that the \
                        signature was made before"
                    ),
                )
            }
            _ => said::chain(way),
        }
    }

    /// The way to an anchor; none without anchors.
    pub(super) fn way(&self, certificate: &Cert, others: &[Cert], at: Option<Time>) -> Option<Chain> {
        let Settings { anchors, .. } = self.settings;
        if anchors.is_empty() {
            return None;
        }
        let others: Vec<Cert> = others.iter().chain(self.others()).cloned().collect();
        Some(cms::chain(certificate, &others, anchors, at))
    }
}
