//! Periods that an export names and that its reports do not have: those of titles above a table, of fields beside a list.

use baocao_core::diagnostic::{Finding, Place};
use baocao_core::report::{Period, PeriodKind};
use baocao_core::rows::Around;
use baocao_core::{kinds, msg};

use super::Mapping;
use super::load::Loaded;
use super::period::{self, Code};

/// Fields beside a list name its period whose keys hold one of these, whatever letters and signs they are written in.
const KEYS: [&str; 6] = ["kybaocao", "kydulieu", "kysolieu", "kythongke", "maky", "period"];

impl Mapping<'_> {
    /// Tells of each table that has no column of periods what around it names another period than its reports will have.
    pub(super) fn tell_other_periods(&self, loaded: &[Loaded<'_, '_>], findings: &mut Vec<Finding>) {
        let Some(wanted) = self.period.or_else(|| self.base_period()) else { return };
        let name = |code: Code| code.report().and_then(|period| serde_json::from_value::<Period>(period).ok());
        let name = |code: Code| name(code).map_or_else(|| code.written(), |period| period.name());
        let tables = loaded.iter().filter(|of| of.plan.period.is_none());
        let mut others = tables.filter_map(|of| other(&of.table.words_above(), wanted));
        let Some((code, place)) = others.next() else { return };
        let expected = name(wanted);
        let finding = kinds::imports::OTHER_PERIOD
            .warning(msg!(
                "tệp xuất nêu một kỳ khác kỳ của báo cáo",
                "the export names another period than its reports will have"
            ))
            .at(place)
            .found(name(code))
            .expected(msg!("{expected}", "{expected}"))
            .hint(msg!(
                "xem tệp có đúng là của kỳ này không; kỳ báo cáo ghi ở [period] value của cách chuyển, hoặc trong phần chung",
                "look whether this is the file of the period; that of the reports is said by [period] value of the mapping, or by \
                 the base"
            ));
        findings.push(others.fold(finding, |finding, (code, place)| finding.also(place, name(code))));
    }

    /// The period that all reports share.
    pub(super) fn base_period(&self) -> Option<Code> {
        let period: Period = serde_json::from_value(self.base.get("period")?.clone()).ok()?;
        let code = Code { kind: period.kind, year: period.year, number: period.number() };
        (code.kind != PeriodKind::Special).then_some(code)
    }
}

/// The period that lines around a table name, where that is another one. A year alone may be that of a plan.
fn other(around: &[Around], wanted: Code) -> Option<(Code, Place)> {
    let (fields, lines): (Vec<&Around>, Vec<&Around>) = around.iter().partition(|line| {
        let key = line.key.as_ref().map(|key| key.chars().filter(|c| c.is_alphanumeric()).collect::<String>());
        key.is_some_and(|key| {
            let key = key.to_lowercase();
            key == "ky" || KEYS.iter().any(|part| key.contains(part))
        })
    });
    let is_other = |code: &Code| *code != wanted && (code.kind != PeriodKind::Year || wanted.kind == PeriodKind::Year);
    let field = fields.into_iter().find_map(|field| Some((period::read(&field.words)?, field.place.clone())));
    if let Some(found) = field {
        return Some(found).filter(|(code, _)| is_other(code));
    }
    let said = period::said(lines.iter().map(|line| line.words.as_str()));
    let is_meant = said.is_sure || wanted.kind == PeriodKind::Year;
    let code = said.code.filter(|code| is_meant && is_other(code))?;
    let line = lines.iter().find(|line| Some(line.words.as_str()) == said.line)?;
    Some((code, line.place.clone()))
}
