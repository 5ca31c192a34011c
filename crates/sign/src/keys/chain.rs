//! The way from a certificate to one that is trusted.

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use chrono::{DateTime, Utc};

use super::certificate::Certificate;
use crate::cms::{Cert, Chain, Time, chain};

/// The certificates between one and an anchor, the issuer first, the anchor last; refused where there is no way, step by
/// step signed rightly by an authority that holds at the time.
pub fn leads_to(
    certificate: &Certificate,
    between: &[Certificate],
    anchors: &[Certificate],
    time: DateTime<Utc>,
) -> Result<Vec<Certificate>, Finding> {
    let all = |some: &[Certificate]| some.iter().filter_map(Certificate::cert).collect::<Vec<Cert>>();
    let refused = |ends: String| {
        let name = certificate.subject();
        kinds::signing::CERTIFICATE_CHAIN
            .finding(msg!(
                "chứng thư của {name} không dẫn đến gốc nào đã nêu",
                "the certificate of {name} leads to none of the given roots"
            ))
            .found(ends)
            .expected(msg!(
                "đường dẫn tới một chứng thư của --anchors, mỗi bước ký đúng và còn hạn",
                "a way to a certificate of --anchors, each step signed rightly and in its time"
            ))
            .hint(msg!(
                "thêm chứng thư trung gian bằng --certificate-chain",
                "add the certificates between with --certificate-chain"
            ))
    };
    let Some(cert) = certificate.cert() else { return Err(refused(certificate.subject())) };
    match chain(&cert, &all(between), &all(anchors), Some(Time(time))) {
        Chain::Leads(way) => way.iter().map(|one| Certificate::from_der(one.der())).collect(),
        Chain::Ends(at)
        | Chain::Missing(at)
        | Chain::NotPermitted(at)
        | Chain::Weak(at)
        | Chain::Broken(at)
        | Chain::NotValid(at)
        | Chain::NotAuthority(at)
        | Chain::Unknown(at) => Err(refused(at)),
    }
}
