//! What a signature is verified with later, in the file itself (ETSI EN 319 142-1, 5.4.2): certificates, revocation lists,
//! OCSP responses.

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use lopdf::{Dictionary, Object};

use crate::cms::Revocation;
use crate::keys::Certificate;
use crate::update::{Base, Update, opened, packed};

impl Revocation {
    /// A file of either kind, DER or PEM.
    pub fn read(file: &[u8]) -> Result<Self, Finding> {
        let unreadable = |found: String| {
            kinds::signing::REVOCATION_UNREADABLE
                .finding(msg!("dữ liệu thu hồi không đọc được", "revocation data cannot be read"))
                .found(found)
                .expected(msg!("CRL hoặc OCSP, DER hoặc PEM", "a CRL or an OCSP response, DER or PEM"))
        };
        let bytes = match ["X509 CRL", "OCSP RESPONSE"].iter().find_map(|label| crate::pem::blocks(file, label).next())
        {
            Some(block) => block.map_err(unreadable)?,
            None => file.to_vec(),
        };
        Self::from_der(&bytes).map_err(|_| unreadable(String::new()))
    }
}

/// Adds certificates and revocation data to those that the file has, as an update. What is there already is not added.
pub fn add_validation_data(pdf: &[u8], certificates: &[Certificate], data: &[Revocation]) -> Result<Vec<u8>, Finding> {
    let file = opened(pdf)?;
    let base = Base::read(&file)?;
    let mut update = Update::new(&base);
    let lists = data.iter().filter_map(|one| if let Revocation::List(bytes) = one { Some(&bytes[..]) } else { None });
    let lists: Vec<&[u8]> = lists.collect();
    let responses =
        data.iter().filter_map(|one| if let Revocation::Response(bytes) = one { Some(&bytes[..]) } else { None });
    let responses: Vec<&[u8]> = responses.collect();
    let certificates: Vec<&[u8]> = certificates.iter().map(Certificate::der).collect();
    let broken = || {
        kinds::signing::NOT_WRITTEN
            .finding(msg!("không thêm được dữ liệu kiểm tra", "data for verifying cannot be added"))
            .found("/DSS")
    };
    let root = base.root().ok_or_else(broken)?;
    let store = base.catalog().and_then(|catalog| update.entry(catalog, "DSS"));
    let mut store = store.and_then(|store| store.as_dict().ok()).cloned().unwrap_or_else(Dictionary::new);
    store.set("Type", "DSS");
    for (key, all) in [("Certs", certificates), ("CRLs", lists), ("OCSPs", responses)] {
        let there = update.entry(&store, key).and_then(|list| list.as_array().ok()).cloned().unwrap_or_default();
        let mut list = there;
        for bytes in all {
            let known = list.iter().any(|one| content(&update, one).is_some_and(|content| content == bytes));
            if !known {
                let stream = packed(Dictionary::new(), bytes)?;
                list.push(update.add(stream).into());
            }
        }
        if !list.is_empty() {
            store.set(key, list);
        }
    }
    let place = base.catalog().and_then(|catalog| catalog.get(b"DSS").and_then(Object::as_reference).ok());
    match place {
        Some(id) => update.set(id, store),
        None => {
            let id = update.add(store);
            update.edit(root).ok_or_else(broken)?.set("DSS", id);
        }
    }
    Ok(update.write()?.bytes)
}

fn content(update: &Update<'_>, stream: &Object) -> Option<Vec<u8>> {
    update.resolved(stream)?.as_stream().ok()?.get_plain_content_with_limit(1 << 24).ok()
}
