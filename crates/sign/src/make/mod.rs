//! Signatures: the file is prepared with room for one, its bytes are signed, the signature is put into the room.

mod cms;
mod dss;
mod hole;
mod outside;
mod rules;
mod timestamp;

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use baocao_pdf::Place;

pub use self::dss::add_validation_data;
use self::hole::Prepared;
pub use self::outside::{Waiting, finish, prepare};
pub use self::rules::{check_earlier, check_mark};
use crate::fields::{self, Fields};
use crate::file::File;
use crate::keys::{Certificate, Hash, Key, PublicKey, Scheme, mismatch, unfit_key};
use crate::page::View;
use crate::stamp::stamp;
use crate::time::Time;
use crate::update::{Base, Update, dictionary};

/// The least room for a signature.
const LEAST_ROOM: usize = 6 << 10;

/// What a signature takes beside its certificates: attributes, algorithms, an RSA signature of 4096 bits.
const ROOM_OF_SIGNATURE: usize = 2 << 10;

/// What the token of a time stamp takes, with the certificates of its authority.
const ROOM_OF_TOKEN: usize = 8 << 10;

/// The shape of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubFilter {
    /// PAdES (ETSI EN 319 142-1): `ETSI.CAdES.detached`
    Cades,
    /// As practice has it (ISO 32000-1, 12.8.3.3): `adbe.pkcs7.detached`
    Pkcs7,
}

impl SubFilter {
    /// Its name in files and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cades => "ETSI.CAdES.detached",
            Self::Pkcs7 => "adbe.pkcs7.detached",
        }
    }
}

/// What shall be signed where.
#[derive(Debug, Clone)]
pub struct Order<'a> {
    /// The mark and its place. A rectangle without width and height is not seen. Where the file has a field of this name
    /// already, it is that field, wherever it lies.
    pub place: Place,
    /// Where others sign later. Their fields are added with a certification, so that nothing but signatures has to be
    /// added after it.
    pub later: &'a [Place],
    /// The picture that is seen: a PDF of one page.
    pub picture: Option<&'a [u8]>,
    /// The time that the signature tells.
    pub time: Time,
    /// Whether the first signature of the file certifies it: from then on only forms are filled in and signed.
    pub certifies: bool,
    /// The shape of the signature.
    pub subfilter: SubFilter,
    /// The hash; without one SHA-256, or that of the curve of an ECDSA key, which leaves no choice.
    pub hash: Option<Hash>,
    /// RSA-PSS in place of PKCS#1 v1.5: with RSA only.
    pub pss: bool,
}

/// What answers the question for a time stamp (RFC 3161), both as DER.
pub type Authority<'a> = &'a dyn Fn(&[u8]) -> Result<Vec<u8>, Finding>;

/// Signs a file: the same bytes with an incremental update behind them.
///
/// Refused are files that cannot be written on, marks that must not be made now, certificates that must not sign at the
/// time, and answers of an authority of time that are about something else.
pub fn sign<'a>(
    file: &'a File<'a>,
    order: &Order<'_>,
    key: &dyn Key,
    issuers: &[Certificate],
    authority: Option<Authority<'_>>,
) -> Result<Vec<u8>, Finding> {
    let certificate = key.certificate();
    certificate.check(order.time.to_utc())?;
    let scheme = scheme(order, certificate)?;
    let base = Base::read(file)?;
    let chain: usize = issuers.iter().chain([certificate]).map(|one| one.der().len()).sum();
    let mut room = chain + ROOM_OF_SIGNATURE + if authority.is_some() { ROOM_OF_TOKEN } else { 0 };
    loop {
        let prepared = prepared(&base, order, &certificate.subject(), "", room.max(LEAST_ROOM))?;
        let attributes = cms::attributes(&prepared.digest(scheme.hash()), certificate)?;
        let signed = cms::to_be_signed(&attributes)?;
        let signature = key.sign(scheme, &signed)?;
        if !certificate.verifies(scheme, &signed, &signature) {
            return Err(mismatch());
        }
        let token = authority.map(|ask| timestamp::token(ask, scheme.hash(), &signature)).transpose()?;
        let cms = cms::signed(scheme, attributes, &signature, certificate, issuers, token.as_deref())?;
        // An authority whose token takes more than usual: once more, with room for it.
        if cms.len() > prepared.room() && room < cms.len() && authority.is_some() {
            room = cms.len() + (1 << 10);
            continue;
        }
        return prepared.finish(&cms);
    }
}

/// The scheme for a certificate: its kind of key decides, with what was asked for. What does not go with it is refused, so that
/// nobody believes that he got it.
fn scheme(order: &Order<'_>, certificate: &Certificate) -> Result<Scheme, Finding> {
    let kind = certificate.public_key().ok_or_else(|| unfit_key(&certificate.key_name()))?;
    let hash = order.hash.unwrap_or(Hash::Sha256);
    let scheme = match kind {
        PublicKey::Rsa if order.pss => Scheme::RsaPss(hash),
        PublicKey::Rsa => Scheme::RsaPkcs1(hash),
        PublicKey::P256 => Scheme::EcdsaP256,
        PublicKey::P384 => Scheme::EcdsaP384,
    };
    let is_ecdsa = matches!(kind, PublicKey::P256 | PublicKey::P384);
    let only = scheme.hash().name();
    let wrong = if is_ecdsa && order.pss {
        Some(("PSS", msg!("không có: PSS là của khóa RSA", "none: PSS is for RSA keys")))
    } else if is_ecdsa && order.hash.is_some_and(|hash| hash != scheme.hash()) {
        Some((hash.name(), msg!("{only}", "{only}")))
    } else {
        None
    };
    match wrong {
        None => Ok(scheme),
        Some((found, expected)) => Err(kinds::signing::KEY_UNFIT
            .finding(msg!(
                "khóa này không ký được theo cách đã yêu cầu",
                "this key cannot sign in the way that was asked for"
            ))
            .found(format!("{}, {found}", certificate.key_name()))
            .expected(expected)),
    }
}

/// The file with everything but the signature.
fn prepared(base: &Base<'_>, order: &Order<'_>, name: &str, more: &str, room: usize) -> Result<Prepared, Finding> {
    let fields = Fields::read(base)?;
    let field = rules::field(base, &fields, &order.place, order.later)?;
    let certifies = order.certifies && fields.signed().next().is_none();
    let mut update = Update::new(base);
    let picture = |update: &mut Update<'_>, rect: [f64; 4]| {
        let seen = order.picture.filter(|_| rect[2] > rect[0] && rect[3] > rect[1]);
        seen.map(|picture| stamp(update, picture, [rect[2] - rect[0], rect[3] - rect[1]])).transpose()
    };
    let field = match field {
        Some(field) => {
            let page = fields::pages_of_widgets(base).get(&field.id).and_then(|number| base.page(*number));
            let page = page.ok_or_else(not_written)?;
            let view = View::of(&update, page);
            let seen = fields::rectangle(base, field.id).map(|rect| view.to_shown(rect)).unwrap_or_default();
            if let Some(mut picture) = picture(&mut update, seen)? {
                fields::turn(&mut picture, view);
                let picture = update.add(picture);
                let widget = update.edit(field.id).ok_or_else(not_written)?;
                widget.set("AP", dictionary([("N", picture.into())]));
            }
            field.id
        }
        None => {
            let picture = picture(&mut update, order.place.rect)?;
            fields::add(&mut update, &order.place, picture)?
        }
    };
    let signature = update.reserve();
    update.edit(field).ok_or_else(not_written)?.set("V", signature);
    if certifies {
        let later = order.later.iter().filter(|place| place.field() != order.place.field());
        for place in later.filter(|place| fields.find(&place.field()).is_none()) {
            fields::add(&mut update, place, None)?;
        }
        let root = base.root().ok_or_else(not_written)?;
        let permissions = update.edit_entry(root, "Perms", dictionary([]).into());
        let permissions = permissions.and_then(|entry| entry.as_dict_mut().ok()).ok_or_else(not_written)?;
        permissions.set("DocMDP", signature);
    }
    let body = hole::body(&(entries(order, name, certifies) + more), room);
    update.set_plain(signature, body);
    let written = update.write()?;
    let at = written.plain.get(&signature).copied().ok_or_else(not_written)?;
    Prepared::new(written.bytes, at).ok_or_else(not_written)
}

/// The entries of the signature's dictionary that are known before it is made.
fn entries(order: &Order<'_>, name: &str, certifies: bool) -> String {
    let time = order.time.format("%Y%m%d%H%M%S%:z").to_string();
    // The offset in the form of PDF: +07'00'
    let (clock, zone) = time.split_at(14);
    let zone = zone.replace(':', "'");
    let name: Vec<u8> = [0xFE, 0xFF].into_iter().chain(name.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let reference = if certifies {
        "\n/Reference [<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 2/V/1.2>>>>]"
    } else {
        ""
    };
    let (subfilter, name) = (order.subfilter.name(), crate::hex(&name));
    format!("/Filter/Adobe.PPKLite/SubFilter/{subfilter}\n/M (D:{clock}{zone}')/Name <{name}>{reference}")
}

fn not_written() -> Finding {
    kinds::signing::NOT_WRITTEN.finding(msg!("không ghi được chữ ký vào tệp", "the signature cannot be written"))
}
