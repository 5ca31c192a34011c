//! Columns that say whether a target was reached: `Đạt`, `Chưa đạt`, `Vượt` beside the target and the result.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::lexicon::lists::{LESS_IS_BETTER, NOT_REACHED, REACHED};
use baocao_vietnamese::small;
use rust_decimal::Decimal;

use super::cells::{Cell, count};
use crate::{Family, Rule, Say, Subject, Told};

pub(super) const VERDICTS: Family =
    Family {
        name: Say { vi: "Cột đánh giá của bảng nhỏ", en: "Columns of verdicts" }, rules: &[&VERDICT], check
    };

const VERDICT: Rule = Rule {
    id: Id::new("loi-van/danh-gia-sai"),
    severity: Severity::Note,
    title: Say {
        vi: "Ô \"Đạt\", \"Chưa đạt\" khớp với chỉ tiêu và kết quả cùng dòng",
        en: "A target is said to be reached where the result is no less",
    },
    why: Say {
        vi: "Bảng có cột chỉ tiêu (kế hoạch), cột kết quả (thực hiện) và cột \"Đạt\", \"Vượt\", \"Chưa đạt\", \"Không đạt\": khi các dòng khác đều \
             đánh giá theo cùng một chiều thì dòng ngược chiều là nghi vấn. Dòng có \"dưới\", \"tối đa\", chỉ tiêu càng ít càng tốt (hộ nghèo, tai \
             nạn) và ô không phải số không bị xét.",
        en: "In a table of targets, results and verdicts a row is a doubt where all others judge the other way. Rows with upper limits, \
             those of which less is better and cells that are no numbers are not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.han-che": "Kết quả:\n\n| Chỉ tiêu | Kế hoạch (%) | Thực hiện (%) | Đánh giá |\n|---|---|---|---|\n| Hồ sơ trực tuyến | 80 | 82,4 | Đạt |\n| Thanh toán trực tuyến | 70 | 64 | Chưa đạt |\n| Số hóa | 75 | 71,2 | Chưa đạt |"}}"#,
    fails: r#"{"sections": {"danh-gia.han-che": "Kết quả:\n\n| Chỉ tiêu | Kế hoạch (%) | Thực hiện (%) | Đánh giá |\n|---|---|---|---|\n| Hồ sơ trực tuyến | 80 | 82,4 | Đạt |\n| Thanh toán trực tuyến | 70 | 64 | Chưa đạt |\n| Số hóa | 75 | 71,2 | Đạt |"}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    for rows in subject.tables() {
        let Some((header, body)) = rows.split_first() else { continue };
        for column in 3..header.len() {
            for row in odd_rows(body, column) {
                let cell = body[row][column];
                let right = if verdict(&cell.text) == Some(true) { "Chưa đạt" } else { "Đạt" };
                let [target, result] = [column - 2, column - 1].map(|at| body[row][at].text.as_str());
                told.finding(
                    VERDICT
                        .finding(msg!(
                            "đánh giá ngược với chỉ tiêu ({target}) và kết quả ({result})",
                            "the verdict is against target ({target}) and result ({result})"
                        ))
                        .at(subject.place(cell, 0..cell.text.len()))
                        .found(cell.text.as_str())
                        .expected(msg!("{right}", "{right}")),
                );
            }
        }
    }
}

/// The rows whose verdict is that of the other side, where two others at least agree and no more than one in three does not.
fn odd_rows(body: &[Vec<Cell<'_>>], column: usize) -> Vec<usize> {
    let judged = |(row, cells): (usize, &Vec<Cell<'_>>)| {
        let said = verdict(&cells.get(column)?.text)?;
        let number = |at: usize| count(cells.get(at)?.text.trim_end_matches('%').trim_end());
        let (target, result): (Decimal, Decimal) = (number(column - 2)?, number(column - 1)?);
        let name = cells[..column - 2].iter().map(|cell| small(&cell.text)).collect::<Vec<_>>().join(" ");
        if LESS_IS_BETTER.iter().any(|word| name.contains(word)) {
            return None;
        }
        (target != result).then_some((row, said == (result > target)))
    };
    let judged: Vec<(usize, bool)> = body.iter().enumerate().filter_map(judged).collect();
    let odd: Vec<usize> = judged.iter().filter(|(_, right)| !right).map(|(row, _)| *row).collect();
    let right = judged.len() - odd.len();
    if right >= 2 && odd.len() * 2 <= right { odd } else { Vec::new() }
}

/// Whether a cell says that a target was reached; nothing where it says something else.
fn verdict(text: &str) -> Option<bool> {
    let text = small(text.trim());
    let is_one = |words: &[&str]| words.contains(&text.as_str());
    if is_one(&REACHED) { Some(true) } else { is_one(&NOT_REACHED).then_some(false) }
}
