//! A verification in words.

use baocao_core::diagnostic::{Lang, Message};
use baocao_core::msg;
use baocao_sign::verify::{Change, Class, Mark, Report, Signature, Source, State};

use super::check::{Check, state};

pub(super) fn shown(name: &str, report: &Report, checks: &[Check], lang: Lang) -> String {
    let mut lines = vec![name.to_owned()];
    let of_document = checks.iter().filter(|check| !check.id.starts_with("signature-"));
    for check in of_document {
        lines.extend(check_lines(check, lang));
    }
    for (index, signature) in report.signatures.iter().enumerate() {
        lines.push(String::new());
        lines.extend(head(index + 1, signature, lang));
        let prefix = format!("signature-{}/", index + 1);
        for check in checks.iter().filter(|check| check.id.starts_with(&prefix)) {
            lines.extend(check_lines(check, lang));
        }
        let earlier = report.signatures.get(..index).unwrap_or_default();
        match earlier.iter().position(|other| other.changes.len() > 1 && other.changes == signature.changes) {
            Some(other) => {
                let number = other + 1;
                lines.push(format!("      {}", msg!("như chữ ký {number}", "as signature {number}").text(lang)));
            }
            None => lines.extend(signature.changes.iter().map(|change| changed(change, lang))),
        }
        if !signature.facts.is_empty() {
            let facts: Vec<String> = signature.facts.iter().map(|fact| fact.text().text(lang).to_owned()).collect();
            let label = msg!("lưu ý", "to know");
            lines.push(format!("  {}: {}", label.text(lang), facts.join("; ")));
        }
    }
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn check_lines(check: &Check, lang: Lang) -> Vec<String> {
    let mark = match check.state {
        State::Passed => "+",
        State::Failed => "x",
        State::NotEvaluated => "?",
    };
    let (state, text) = (state(check.state), check.text.text(lang));
    let id = check.id.rsplit('/').next().unwrap_or_default();
    let rule = check.kind.map(|kind| format!(" [{}]", kind.id)).unwrap_or_default();
    let mut lines = vec![format!("  {mark} {} ({}): {text}{rule}", named(id).text(lang), state.text(lang))];
    lines.extend(check.details.iter().map(|detail| format!("      {}", detail.text(lang))));
    lines
}

/// What a check is about, in words; one that has no words of its own keeps its name.
fn named(id: &str) -> Message {
    match id {
        "file" => msg!("tệp", "file"),
        "sources" => msg!("dữ liệu nguồn", "sources"),
        "rebuilt" => msg!("dựng lại", "rebuilt"),
        "figures" => msg!("số liệu trên trang", "numbers on the pages"),
        "stamped" => msg!("số, ngày đã đóng", "number and day stamped"),
        "signatures" => msg!("chữ ký số", "signatures"),
        "range" => msg!("phần được ký", "what is signed"),
        "digest" => msg!("toàn vẹn", "integrity"),
        "value" => msg!("chữ ký", "signature"),
        "certificate" => msg!("chứng thư", "certificate"),
        "validity" => msg!("hiệu lực", "validity"),
        "chain" => msg!("chuỗi chứng thư", "chain"),
        "timestamp" => msg!("dấu thời gian", "timestamp"),
        "revocation" => msg!("thu hồi", "revocation"),
        "changes" => msg!("thay đổi sau khi ký", "changes since"),
        other => Message::new(other, other),
    }
}

/// Whose signature it is, and when it was made.
fn head(number: usize, signature: &Signature, lang: Lang) -> Vec<String> {
    let role = signature.role.map(|role| format!(", {}", role_name(role).text(lang))).unwrap_or_default();
    let field = &signature.field;
    let what = if signature.is_timestamp {
        msg!("{number}. dấu thời gian của văn bản \"{field}\"", "{number}. timestamp of the document \"{field}\"")
    } else {
        msg!("{number}. chữ ký \"{field}\"", "{number}. signature \"{field}\"")
    };
    let mut lines = vec![format!("{}{role}", what.text(lang))];
    let mut line = |vi: &str, en: &str, value: &str| {
        let label = if lang == Lang::Vi { vi } else { en };
        lines.push(format!("  {label}: {value}"));
    };
    if let Some(signer) = &signature.signer {
        line("người ký", "signer", &signer.subject);
        line("nơi cấp chứng thư", "issuer", &signer.issuer);
        line("số chứng thư", "serial", &signer.serial);
    }
    if let Some(algorithm) = &signature.algorithm {
        line("thuật toán", "algorithm", algorithm);
    }
    match signature.time {
        Some((time, source)) => line("thời điểm", "time", &format!("{time} ({})", source_words(source).text(lang))),
        None => line("thời điểm", "time", msg!("không rõ", "not known").text(lang)),
    }
    if let Some(page) = signature.page {
        line("trang", "page", &page.to_string());
    }
    if let Some(shown) = &signature.shown {
        line("chữ trên hình", "shows", &shown.replace('\n', " / "));
    }
    lines
}

fn role_name(role: Mark) -> Message {
    match role {
        Mark::Leader => msg!("người ký văn bản", "the leader's"),
        Mark::Number => msg!("số văn bản", "the number"),
        Mark::Day => msg!("ngày ban hành", "the day of issue"),
        Mark::Seal => msg!("dấu cơ quan", "the seal of the organ"),
    }
}

fn source_words(source: Source) -> Message {
    match source {
        Source::Timestamp => msg!("dấu thời gian", "timestamp"),
        Source::TimestampUntrusted => {
            msg!("dấu thời gian, chưa đánh giá nơi cấp", "timestamp, its authority not evaluated")
        }
        Source::Signer => msg!("theo người ký", "as the signer says"),
        Source::Program => msg!("theo phần mềm ký", "as the program that signed says"),
    }
}

fn changed(change: &Change, lang: Lang) -> String {
    let class = match change.class {
        Class::Allowed => msg!("được phép", "allowed"),
        Class::Practice => msg!("thông lệ", "practice"),
        Class::Annotated => msg!("chú thích sau", "annotated later"),
        Class::Content => msg!("đổi nội dung", "content changed"),
    };
    format!("      {}: {}", class.text(lang), change.text.text(lang))
}
