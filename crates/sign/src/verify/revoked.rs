//! Certificates that were taken back: what the file keeps and what was given say so.

use super::items::Subjects;
use super::report::{Fact, Item, Source, Subject};
use crate::cms::{self, Cert, Chain, Revocation, Standing};
use crate::file::{Object, View};
use baocao_core::kinds::signatures as kinds;
use baocao_core::msg;

/// Certificates, lists and responses of the file's own store, of each.
const MOST_STORED: usize = 200;

/// What the file keeps for those who verify (DSS).
#[derive(Debug, Default)]
pub(super) struct Store {
    pub(super) certificates: Vec<Cert>,
    pub(super) revocation: Vec<Revocation>,
    /// Whether there is more of them than was read.
    is_cut: bool,
}

impl Store {
    pub(super) fn read(view: &View<'_, '_>) -> Self {
        let catalog = view.catalog().ok();
        let store = catalog.as_deref().and_then(Object::dict).map(|catalog| view.entry(catalog, "DSS"));
        let Some(store) = store.as_deref().and_then(Object::dict) else { return Self::default() };
        let is_cut = ["Certs", "CRLs", "OCSPs"].iter().any(|key| {
            let list = view.entry(store, key);
            list.array().is_some_and(|list| list.len() > MOST_STORED)
        });
        let bytes = |object: &Object| match &*view.get(object).ok()? {
            Object::Stream(stream) => view.unpacked(stream).ok()?,
            _ => None,
        };
        let all = |key: &str| {
            let list = view.entry(store, key);
            let list = list.array().unwrap_or_default().iter().take(MOST_STORED);
            list.filter_map(bytes).collect::<Vec<_>>()
        };
        let revocation = all("CRLs").into_iter().chain(all("OCSPs"));
        Self {
            certificates: all("Certs").iter().filter_map(|der| Cert::read(der).ok()).collect(),
            revocation: revocation.filter_map(|der| Revocation::from_der(&der).ok()).collect(),
            is_cut,
        }
    }
}

impl Subjects<'_, '_> {
    /// Whether the certificates of a signature were taken back, where anything is known of that.
    pub(super) fn revocation(
        &mut self,
        certificate: &Cert,
        others: &[Cert],
        with_it: &[Revocation],
        way: Option<&Chain>,
    ) {
        let data: Vec<&Revocation> =
            with_it.iter().chain(&self.stored.revocation).chain(&self.settings.revocation).collect();
        if data.is_empty() {
            return self.fact(Fact::NoRevocationData);
        }
        let above = self.above(certificate, others, way);
        let size: usize = data.iter().map(|one| one.der().len()).sum();
        // Each is read and hashed for every certificate.
        if !self.file.spend(size.saturating_mul(above.len() + 1) / 4) {
            return;
        }
        let (at, source) = self.signature.time.map_or((None, None), |(time, source)| (Some(time), Some(source)));
        // Data of the past say nothing of a signature that only claims to have been made then.
        let needed = if source == Some(Source::Timestamp) { at } else { self.settings.now.or(at) };
        let below = [certificate].into_iter().chain(&above);
        let mut missing = Vec::new();
        let (mut known, mut later) = (0, None);
        for (cert, issuer) in below.zip(&above) {
            match cms::standing(cert, issuer, data.iter().copied(), needed) {
                Standing::Good => known += 1,
                Standing::Old | Standing::Unknown => missing.push(cert.subject()),
                Standing::Revoked(when) => {
                    let subject = cert.subject();
                    if at.is_none_or(|at| when <= at) {
                        return self.push(Item::failed(
                            Subject::Revocation,
                            &kinds::REVOKED,
                            msg!(
                                "chứng thư của {subject} bị thu hồi từ {when}",
                                "the certificate of {subject} was revoked on {when}"
                            ),
                        ));
                    }
                    later = Some((subject, when));
                }
            }
        }
        // Who is an issuer of himself and no anchor: there is nobody to ask.
        if above.is_empty() && !matches!(way, Some(Chain::Leads(_))) {
            missing.push(certificate.subject());
        }
        self.push(match later {
            Some((subject, when)) if source == Some(Source::Timestamp) => Item::passed(
                Subject::Revocation,
                msg!(
                    "chứng thư của {subject} bị thu hồi từ {when}, sau khi ký (theo dấu thời gian)",
                    "the certificate of {subject} was revoked on {when}, after it was used (by the timestamp)"
                ),
            ),
            Some((subject, when)) => Item::open(
                Subject::Revocation,
                msg!(
                    "chứng thư của {subject} bị thu hồi từ {when}; không có dấu thời gian đáng tin để biết đã ký trước đó",
                    "the certificate of {subject} was revoked on {when}, and no trusted timestamp shows that it was used before"
                ),
            ),
            None if self.stored.is_cut => Item::open(
                Subject::Revocation,
                msg!(
                    "tệp giữ hơn {MOST_STORED} chứng thư hoặc dữ liệu thu hồi, không xem hết",
                    "the file keeps more than {MOST_STORED} certificates or revocation data: not all were looked at"
                ),
            ),
            None if missing.is_empty() => Item::passed(
                Subject::Revocation,
                msg!(
                    "không chứng thư nào bị thu hồi, theo dữ liệu của nơi cấp ({known} chứng thư)",
                    "no certificate was revoked, by the data of their issuers (certificates: {known})"
                ),
            ),
            None => {
                let list = missing.join("; ");
                Item::open(
                    Subject::Revocation,
                    msg!(
                        "không có dữ liệu thu hồi dùng được cho chứng thư của {list}",
                        "there are no revocation data that can be used for the certificate of {list}"
                    ),
                )
            }
        });
    }

    /// The certificates above one: those of the way to an anchor, or else as far as others lead.
    pub(super) fn above(&self, certificate: &Cert, others: &[Cert], way: Option<&Chain>) -> Vec<Cert> {
        match way {
            Some(Chain::Leads(way)) => way.clone(),
            _ => {
                let others: Vec<Cert> = others.iter().chain(self.others()).cloned().collect();
                cms::climb(certificate, &others)
            }
        }
    }
}
