//! A signature as CMS (RFC 5652) in the shape that PAdES asks for (ETSI EN 319 142-1, 6.3): detached, with the digest and
//! the certificate among the signed attributes, and no time of its own.

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{EncapsulatedContentInfo, SignerIdentifier, SignerInfo};
use const_oid::ObjectIdentifier;
use const_oid::db::{rfc5911, rfc5912};
use der::asn1::{OctetString, SetOfVec};
use der::{Any, Decode, Encode, Sequence};
use x509_cert::attr::Attribute;
use x509_cert::spki::AlgorithmIdentifierOwned;

use crate::keys::{Certificate, Hash, Scheme};

/// RFC 5035, 3
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");

/// RFC 3161, Appendix A
const TIME_STAMP_TOKEN: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.14");

/// RFC 8017, Appendix B.2.1
const MGF_1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.8");

/// What is signed: the attributes, in the order in which they are hashed.
pub(crate) type Attributes = SetOfVec<Attribute>;

/// `SignedData`, whose certificates stay as they were read, byte for byte.
#[derive(Sequence)]
struct SignedData {
    version: CmsVersion,
    digest_algorithms: SetOfVec<AlgorithmIdentifierOwned>,
    content: EncapsulatedContentInfo,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", constructed = "true")]
    certificates: SetOfVec<Any>,
    signer_infos: SetOfVec<SignerInfo>,
}

/// RFC 5035, 3: of SHA-256, which is not named, and without the issuer, which the signer's identifier names.
#[derive(Sequence)]
struct SigningCertificateV2 {
    certificates: Vec<CertificateId>,
}

#[derive(Sequence)]
struct CertificateId {
    hash: OctetString,
}

/// RFC 4055, 3.1
#[derive(Sequence)]
struct PssParameters {
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT")]
    hash: AlgorithmIdentifierOwned,
    #[asn1(context_specific = "1", tag_mode = "EXPLICIT")]
    mask: AlgorithmIdentifierOwned,
    #[asn1(context_specific = "2", tag_mode = "EXPLICIT")]
    salt: u8,
}

/// The signed attributes of a digest.
pub(crate) fn attributes(digest: &[u8], certificate: &Certificate) -> Result<Attributes, Finding> {
    let id = CertificateId { hash: octets(&Hash::Sha256.digest(&[certificate.der()]))? };
    let values = [
        attribute(rfc5911::ID_CONTENT_TYPE, &rfc5911::ID_DATA)?,
        attribute(rfc5911::ID_MESSAGE_DIGEST, &octets(digest)?)?,
        attribute(SIGNING_CERTIFICATE_V2, &SigningCertificateV2 { certificates: vec![id] })?,
    ];
    SetOfVec::try_from(values.to_vec()).map_err(failed)
}

/// The attributes as they are hashed and signed.
pub(crate) fn to_be_signed(attributes: &Attributes) -> Result<Vec<u8>, Finding> {
    attributes.to_der().map_err(failed)
}

/// The whole: signature, attributes, certificates, and the token of a time stamp, if any.
pub(crate) fn signed(
    scheme: Scheme,
    attributes: Attributes,
    signature: &[u8],
    certificate: &Certificate,
    issuers: &[Certificate],
    token: Option<&[u8]>,
) -> Result<Vec<u8>, Finding> {
    let digest_algorithm = AlgorithmIdentifierOwned { oid: digest_oid(scheme.hash()), parameters: None };
    let unsigned = match token {
        Some(token) => {
            let token = Any::from_der(token).map_err(failed)?;
            Some(SetOfVec::try_from(vec![attribute(TIME_STAMP_TOKEN, &token)?]).map_err(failed)?)
        }
        None => None,
    };
    let signer = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(certificate.identifier()),
        digest_alg: digest_algorithm.clone(),
        signed_attrs: Some(attributes),
        signature_algorithm: signature_algorithm(scheme)?,
        signature: octets(signature)?,
        unsigned_attrs: unsigned,
    };
    let mut certificates = SetOfVec::new();
    for one in std::iter::once(certificate).chain(issuers) {
        // One that is there already is there once.
        let _ = certificates.insert(Any::from_der(one.der()).map_err(failed)?);
    }
    let data = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![digest_algorithm]).map_err(failed)?,
        content: EncapsulatedContentInfo { econtent_type: rfc5911::ID_DATA, econtent: None },
        certificates,
        signer_infos: SetOfVec::try_from(vec![signer]).map_err(failed)?,
    };
    let content = Any::encode_from(&data).map_err(failed)?;
    ContentInfo { content_type: rfc5911::ID_SIGNED_DATA, content }.to_der().map_err(failed)
}

fn signature_algorithm(scheme: Scheme) -> Result<AlgorithmIdentifierOwned, Finding> {
    let (oid, parameters) = match scheme {
        Scheme::RsaPkcs1(Hash::Sha256) => (rfc5912::SHA_256_WITH_RSA_ENCRYPTION, Some(Any::null())),
        Scheme::RsaPkcs1(Hash::Sha384) => (rfc5912::SHA_384_WITH_RSA_ENCRYPTION, Some(Any::null())),
        Scheme::RsaPkcs1(Hash::Sha512) => (rfc5912::SHA_512_WITH_RSA_ENCRYPTION, Some(Any::null())),
        Scheme::RsaPss(hash) => (rfc5912::ID_RSASSA_PSS, Some(Any::encode_from(&pss(hash)?).map_err(failed)?)),
        Scheme::EcdsaP256 => (rfc5912::ECDSA_WITH_SHA_256, None),
        Scheme::EcdsaP384 => (rfc5912::ECDSA_WITH_SHA_384, None),
    };
    Ok(AlgorithmIdentifierOwned { oid, parameters })
}

fn pss(hash: Hash) -> Result<PssParameters, Finding> {
    let (oid, salt) = (digest_oid(hash), hash.length());
    let named = AlgorithmIdentifierOwned { oid, parameters: Some(Any::null()) };
    let parameters = Some(Any::encode_from(&named).map_err(failed)?);
    Ok(PssParameters { hash: named, mask: AlgorithmIdentifierOwned { oid: MGF_1, parameters }, salt })
}

/// The name of a hash function.
pub(crate) const fn digest_oid(hash: Hash) -> ObjectIdentifier {
    match hash {
        Hash::Sha256 => rfc5912::ID_SHA_256,
        Hash::Sha384 => rfc5912::ID_SHA_384,
        Hash::Sha512 => rfc5912::ID_SHA_512,
    }
}

fn attribute(oid: ObjectIdentifier, value: &(impl der::EncodeValue + der::Tagged)) -> Result<Attribute, Finding> {
    let value = Any::encode_from(value).map_err(failed)?;
    Ok(Attribute { oid, values: SetOfVec::try_from(vec![value]).map_err(failed)? })
}

fn octets(bytes: &[u8]) -> Result<OctetString, Finding> {
    OctetString::new(bytes).map_err(failed)
}

fn failed(error: der::Error) -> Finding {
    kinds::signing::NOT_WRITTEN
        .finding(msg!("chữ ký không mã hóa được", "the signature cannot be encoded"))
        .found(error.to_string())
}
