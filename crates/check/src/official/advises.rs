//! An agency does not advise itself.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;

use super::organ::territory;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::TextKind;

pub(super) const ADVISES: Family =
    Family { name: Say { vi: "Người viết báo cáo", en: "Who speaks" }, rules: &[&ADVISES_ITSELF], check };

const ADVISES_ITSELF: Rule = Rule {
    id: Id::new("the-thuc/tham-muu-chinh-minh"),
    severity: Severity::Note,
    title: Say {
        vi: "Báo cáo của UBND không viết \"Tham mưu UBND\"",
        en: "A committee's report does not say that it is advised",
    },
    why: Say {
        vi: "Câu mở đầu bằng \"Tham mưu UBND huyện\" trong báo cáo của chính UBND huyện là lời của đơn vị soạn thảo. Câu có \
             chủ ngữ (\"Phòng Nội vụ tham mưu UBND huyện\") không bị xét.",
        en: "A sentence that begins with advising the district's committee, in that committee's own report, speaks for the \
             unit that drafted it. Sentences with a subject are left alone.",
    },
    law: None,
    set: "cchc/huyen-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Phòng Nội vụ tham mưu UBND huyện thành lập đoàn kiểm tra. Tham mưu UBND tỉnh sửa đổi quy chế."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Đã rà soát xong. Tham mưu UBND huyện thành lập đoàn kiểm tra."}}}"#,
};

const ADVISE: &str = "Tham mưu ";

fn check(subject: &Subject<'_>, told: &mut Told) {
    let Some((kind, _)) = territory(&subject.report.document.organ.organ_name) else { return };
    let own = [format!("UBND {kind}"), format!("Ủy ban nhân dân {kind}")];
    for passage in subject.passages_of(&[TextKind::Prose]) {
        for (at, _) in passage.text.match_indices(ADVISE) {
            let rest = &passage.text[at + ADVISE.len()..];
            let rest = rest.strip_prefix("cho ").unwrap_or(rest);
            let Some(name) = own.iter().find(|name| rest.starts_with(name.as_str())) else { continue };
            let end = passage.text.len() - rest.len() + name.len();
            let before = passage.text[..at].trim_end_matches([' ', '-', '+']);
            if before.is_empty() || before.ends_with(['.', ';', ':', '\n']) {
                told.finding(
                    ADVISES_ITSELF
                        .finding(msg!(
                            "báo cáo của {name} mà viết như lời của đơn vị tham mưu",
                            "the report of {name} speaks as those who advise it"
                        ))
                        .at(subject.place(passage, at..end))
                        .found(&passage.text[at..end])
                        .hint(msg!("viết lại với chủ ngữ là {name}", "begin with {name}")),
                );
                return;
            }
        }
    }
}
