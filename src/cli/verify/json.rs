//! A verification as JSON.

use baocao_core::diagnostic::Lang;
use baocao_core::provenance::program;
use baocao_sign::verify::{Certification, Coverage, Signature, Source};
use serde_json::{Value, json};

use super::check::Check;
use super::{Evidence, Verdict};

pub(super) fn shown(name: &str, verdict: &Verdict, lang: Lang) -> String {
    let Verdict { report, checks, evidence: Evidence { sha256, size, at } } = verdict;
    let check = |check: &Check| {
        json!({
            "id": check.id,
            "state": check.state.name(),
            "text": check.text.text(lang),
            "rule": check.kind.map(|kind| kind.id.as_str()),
            "details": check.details.iter().map(|detail| detail.text(lang)).collect::<Vec<_>>(),
        })
    };
    let value = json!({
        "file": name,
        "sha256": sha256,
        "size": size,
        "time": at.and_then(|time| baocao_sign::now(time.0.timestamp())).map(|time| time.to_rfc3339()),
        "program": program(),
        "result": verdict.state().name(),
        "checks": checks.iter().map(check).collect::<Vec<_>>(),
        "signatures": report.signatures.iter().map(|one| signature(one, lang)).collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

fn signature(signature: &Signature, lang: Lang) -> Value {
    let signer = signature.signer.as_ref().map(|signer| {
        json!({
            "subject": signer.subject,
            "issuer": signer.issuer,
            "serial": signer.serial,
            "not_before": signer.not_before.to_string(),
            "not_after": signer.not_after.to_string(),
            "sha256": signer.fingerprint,
            "key": signer.key,
        })
    });
    let time = signature.time.map(|(time, source)| json!({ "time": time.to_string(), "source": source_name(source) }));
    let changes = signature.changes.iter();
    json!({
        "field": signature.field,
        "subfilter": signature.subfilter,
        "document_timestamp": signature.is_timestamp,
        "state": signature.state().name(),
        "page": signature.page,
        "rect": signature.rect,
        "role": signature.role.map(|role| role.name()),
        "shown": signature.shown,
        "covers": signature.coverage.map(|coverage| match coverage {
            Coverage::File => "file",
            Coverage::Revision => "revision",
        }),
        "certification": signature.certification.map(|certification| match certification {
            Certification::Nothing => 1,
            Certification::Forms => 2,
            Certification::Comments => 3,
        }),
        "signer": signer,
        "algorithm": signature.algorithm,
        "time": time,
        "facts": signature.facts.iter().map(|fact| fact.name()).collect::<Vec<_>>(),
        "changes": changes
            .map(|change| json!({ "class": change.class.name(), "text": change.text.text(lang) }))
            .collect::<Vec<_>>(),
    })
}

fn source_name(source: Source) -> &'static str {
    match source {
        Source::Timestamp => "timestamp",
        Source::TimestampUntrusted => "timestamp-not-evaluated",
        Source::Signer => "signer",
        Source::Program => "program",
    }
}
