//! What in `rollup.json` never counts, or cannot give a value.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::place::Places;
use crate::diagnostic::{Finding, Message, Place, Source};
use crate::form::{FormFile, How, Kind, RollUp, RollUpColumn, RollUpRule, Row};
use crate::{kinds, msg};

impl RollUp {
    /// Adds a warning for everything that no set of the family has, and for rules that cannot give a value. `forms` are
    /// those of all sets of the family.
    pub fn advise(&self, source: &Arc<Source>, forms: &[FormFile], findings: &mut Vec<Finding>) {
        let mut lint = Lint { forms, places: Places::new(source), findings };
        for (level, units) in &self.levels {
            lint.level(level, || format!("/levels/{level}"), true);
            for (index, unit) in units.iter().enumerate() {
                lint.level(unit, || format!("/levels/{level}/{index}"), false);
            }
        }
        for (index, rule) in self.rules.iter().enumerate() {
            lint.rule(rule, &format!("/rules/{index}"));
        }
        lint.columns(&self.appendix, "/appendix", self);
    }
}

struct Lint<'a, 'f> {
    forms: &'a [FormFile],
    places: Places<'a>,
    findings: &'f mut Vec<Finding>,
}

impl Lint<'_, '_> {
    fn level(&mut self, level: &str, pointer: impl Fn() -> String, is_key: bool) {
        let levels: BTreeSet<&str> = self.forms.iter().filter_map(|form| form.level.as_deref()).collect();
        let levels: Vec<&str> = levels.into_iter().collect();
        if !levels.contains(&level) {
            let place = if is_key { self.places.key(&pointer()) } else { self.places.at(&pointer()) };
            let message = msg!(
                "không bộ mẫu nào của họ này thuộc cấp \"{level}\"",
                "no template set of this family is of the level \"{level}\""
            );
            self.findings.push(kinds::forms::ROLLUP_UNKNOWN.finding(message).at(place).one_of(level, &levels));
        }
    }

    /// The first row of an indicator in the sets of the family; tells where there is none.
    fn indicator(&mut self, id: &str, pointer: &str) -> Option<Row> {
        let row = self.forms.iter().find_map(|form| form.indicator(id)).cloned();
        if row.is_none() {
            let known: Vec<&str> = self.forms.iter().flat_map(FormFile::indicators).map(|(id, _)| id).collect();
            let finding = kinds::forms::ROLLUP_UNKNOWN.finding(msg!(
                "không bộ mẫu nào của họ này có chỉ tiêu \"{id}\"",
                "no template set of this family has an indicator \"{id}\""
            ));
            let finding = match crate::diagnostic::nearest(id, known.into_iter()) {
                Some(near) => finding.meant(id, near),
                None => finding,
            };
            self.findings.push(finding.at(self.places.at(pointer)));
        }
        row
    }

    fn rule(&mut self, rule: &RollUpRule, pointer: &str) {
        for (index, level) in rule.from.iter().enumerate() {
            self.level(level, || format!("{pointer}/from/{index}"), false);
        }
        if let Some(of) = &rule.of {
            self.indicator(of, &format!("{pointer}/of"));
        }
        let how = self.places.at(&format!("{pointer}/how"));
        let counts = matches!(rule.how, How::Count | How::Share);
        if counts == rule.values.is_empty() {
            self.wrong(
                how.clone(),
                msg!("\"values\" đi cùng \"count\" và \"share\"", "\"values\" belongs to \"count\" and \"share\""),
            );
        }
        if rule.otherwise.is_some() && rule.how != How::Same {
            self.wrong(how.clone(), msg!("\"otherwise\" đi cùng \"same\"", "\"otherwise\" belongs to \"same\""));
        }
        for (index, id) in rule.indicators.iter().enumerate() {
            let Some(row) = self.indicator(id, &format!("{pointer}/indicators/{index}")) else { continue };
            let fits = match rule.how {
                How::None => true,
                How::Sum => matches!(row.kind, Kind::Count | Kind::Money),
                How::Parts | How::Share => row.kind == Kind::Percent,
                How::Count => row.kind == Kind::Count,
                How::Max | How::Min | How::Same => !matches!(row.kind, Kind::Text | Kind::Group | Kind::Percent),
            };
            if let Some(code) = rule.otherwise.filter(|code| row.code_of((*code).into()).is_none()) {
                let known = row.codes.iter().map(|known| known.code.to_string()).collect::<Vec<_>>().join(", ");
                let place = self.places.at(&format!("{pointer}/otherwise"));
                self.wrong(
                    place,
                    msg!(
                        "chỉ tiêu \"{id}\" không có mã {code}, chỉ có: {known}",
                        "the indicator \"{id}\" has no code {code}, only: {known}"
                    ),
                );
            }
            if !fits {
                let (vi, en) = (rule.how.words().vi, rule.how.words().en);
                let place = self.places.at(&format!("{pointer}/indicators/{index}"));
                self.wrong(
                    place,
                    msg!("chỉ tiêu loại này không gộp được theo cách: {vi}", "this kind is not rolled up so: {en}"),
                );
            }
        }
    }

    fn columns(&mut self, columns: &[RollUpColumn], pointer: &str, rollup: &RollUp) {
        for (index, column) in columns.iter().enumerate() {
            let here = format!("{pointer}/{index}");
            match (&column.indicator, column.columns.is_empty()) {
                (Some(id), true) => {
                    let at = format!("{here}/indicator");
                    if self.indicator(id, &at).is_none() {
                        continue;
                    }
                    let mut rows = self.forms.iter().filter_map(|form| form.indicator(id));
                    if !rows.any(|row| row.ratio.is_some() || rollup.rule(id, row, "").how == How::Sum) {
                        let place = self.places.at(&at);
                        self.wrong(
                            place,
                            msg!("cột này không cộng được", "the values of this column cannot be added up"),
                        );
                    }
                }
                (None, false) => self.columns(&column.columns, &format!("{here}/columns"), rollup),
                _ => {
                    let place = self.places.at(&here);
                    self.wrong(
                        place,
                        msg!(
                            "một cột có \"indicator\" hoặc \"columns\"",
                            "a column has either \"indicator\" or \"columns\""
                        ),
                    );
                }
            }
        }
    }

    fn wrong(&mut self, place: Place, message: Message) {
        self.findings.push(kinds::forms::ROLLUP_WRONG.finding(message).at(place));
    }
}
