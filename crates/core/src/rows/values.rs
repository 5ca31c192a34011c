//! The values of a column as they are meant, judged over the whole column.

use rust_decimal::Decimal;

use super::header::is_value;
use super::shown::Shown;
use super::table::Judged;
use super::{AskedBy, DecimalSign, Form, Given, Hints, Line, Role, Table, dates, numbers, words};
use crate::diagnostic::Finding;
use crate::report::{ColumnKind, FigureValue, TableCell};
use crate::{kinds, msg};

impl Table<'_> {
    /// Judges columns of numbers together: a file is written by one program, and what one column proves holds for those
    /// that prove nothing. What was found out is told once; columns that leave it open are told each.
    pub fn judge(&mut self, columns: &[(usize, ColumnKind)], hints: &Hints, findings: &mut Vec<Finding>) {
        let numbers: Vec<(usize, ColumnKind)> = columns.iter().copied().filter(|(_, kind)| kind.is_number()).collect();
        let tallies: Vec<numbers::Tally> = numbers.iter().map(|(column, kind)| self.tally(*column, *kind)).collect();
        let proven = |sign: DecimalSign| tallies.iter().any(|tally| tally.proves() == Some(sign));
        self.sign = hints.decimal.or(match (proven(DecimalSign::Dot), proven(DecimalSign::Comma)) {
            (true, false) => Some(DecimalSign::Dot),
            (false, true) => Some(DecimalSign::Comma),
            _ => self.sign,
        });
        let declares_dots = self.judged.values().any(|judged| judged.sign == DecimalSign::Dot && !judged.strict);
        for ((column, kind), tally) in numbers.iter().zip(&tallies) {
            let own = hints.decimal.or(tally.proves());
            // Counts have no decimals: `2,500` may be 2500, and nothing says so; nor does it of `2.500` where another column
            // is said to write decimals behind a dot.
            let open = match self.sign {
                Some(DecimalSign::Dot) => tally.open_dots,
                Some(DecimalSign::Comma) => tally.open_commas,
                None if declares_dots => tally.open_commas + tally.open_dots,
                None => tally.open_commas,
            };
            let strict = own.is_none() && *kind == ColumnKind::Count && open > 0 && tally.spaced == 0;
            let is_open = own.is_none() && !strict && tally.is_open(*kind);
            let sign = own.or(self.sign.filter(|_| !strict)).unwrap_or(DecimalSign::Comma);
            if is_open && self.sign.is_none() {
                findings.extend(self.tell_open(*column, *kind, sign, None, hints));
            }
            self.judged.insert(*column, Judged { sign, strict });
        }
        if hints.decimal.is_some() {
            return;
        }
        let is_dotted = |(column, _): &&(usize, ColumnKind)| {
            self.judged.get(column).is_some_and(|judged| judged.sign == DecimalSign::Dot && !judged.strict)
        };
        let dotted: Vec<(usize, ColumnKind)> = numbers.iter().filter(is_dotted).copied().collect();
        let proofs: Vec<(usize, String)> =
            dotted.iter().filter_map(|(column, kind)| Some((*column, self.proof(*column, *kind)?))).collect();
        // Where spaces stand between thousands, dots stand before decimals.
        let spaced = |column: usize, kind| self.tally(column, kind).spaced > 0;
        for (column, kind) in dotted.iter().filter(|(column, kind)| !spaced(*column, *kind)) {
            let own = proofs.iter().find(|(of, _)| of == column);
            if let Some(proof) = own.or(proofs.first()) {
                findings.extend(self.tell_open(*column, *kind, DecimalSign::Dot, Some(proof), hints));
            }
        }
        findings.extend(self.tell_dots(&dotted, hints));
    }

    /// Says what stands before decimals in one column, whatever the others have.
    pub fn judge_as(&mut self, column: usize, sign: DecimalSign) {
        self.judged.insert(column, Judged { sign, strict: false });
    }

    /// The first number of a column in which a dot can only stand before decimals.
    fn proof(&self, column: usize, kind: ColumnKind) -> Option<String> {
        self.texts(column).map(|(_, text)| text).find(|text| {
            let mut tally = numbers::Tally::default();
            tally.add(text, kind);
            tally.dots > 0
        })
    }

    /// The texts of a column, with their rows. JSON writes numbers without a doubt.
    fn texts(&self, column: usize) -> impl Iterator<Item = (usize, String)> {
        self.lines.iter().filter_map(move |line| Some((line.row(), self.text(line, column)?)))
    }

    /// A text without spaces around it.
    fn text(&self, line: &Line, column: usize) -> Option<String> {
        self.given(line, column).words().map(str::to_owned)
    }

    fn tally(&self, column: usize, kind: ColumnKind) -> numbers::Tally {
        let mut tally = numbers::Tally::default();
        for line in &self.lines {
            if let Some(text) = self.given(line, column).words() {
                tally.add(text, kind);
            }
        }
        tally
    }

    /// Numbers of a column whose separator may stand between thousands or before decimals, how they are read, and what
    /// proves it: a column and a number of it.
    fn tell_open(
        &self,
        column: usize,
        kind: ColumnKind,
        sign: DecimalSign,
        proof: Option<&(usize, String)>,
        hints: &Hints,
    ) -> Option<Finding> {
        let mut open = self.texts(column).filter(|(_, text)| numbers::is_open(text, kind)).peekable();
        let first = open.peek()?.1.clone();
        let other = if sign == DecimalSign::Dot { DecimalSign::Comma } else { DecimalSign::Dot };
        let plain = |sign: DecimalSign| shown(&first, sign);
        let (read, meant) = (plain(sign), plain(other));
        let name = self.name_of(column);
        let finding = kinds::data_files::OPEN_DECIMALS.finding(match proof {
            Some((of, proof)) if *of == column => msg!(
                "cột \"{name}\": {first} được đọc là {read} vì cột có {proof}; cũng có thể là {meant}",
                "column \"{name}\": {first} is read as {read}, for the column has {proof}; it may be {meant}"
            ),
            Some((of, proof)) => {
                let of = self.name_of(*of);
                msg!(
                    "cột \"{name}\": {first} được đọc là {read} vì cột \"{of}\" có {proof}; cũng có thể là {meant}",
                    "column \"{name}\": {first} is read as {read}, for the column \"{of}\" has {proof}; it may be {meant}"
                )
            }
            None => msg!(
                "cột \"{name}\" không có số nào rõ hơn: {first} được đọc là {read}, cũng có thể là {meant}",
                "column \"{name}\" has no number that is clearer: {first} is read as {read}, and may be {meant}"
            ),
        });
        let (dot, comma) = (hints.decimal_said('.'), hints.decimal_said(','));
        // The dot stands before decimals, or else between thousands.
        let is_dot = first.contains('.');
        let (decimals, thousands) = if is_dot { (dot, comma) } else { (comma, dot) };
        let (fraction, whole) = if (sign == DecimalSign::Dot) == is_dot { (read, meant) } else { (meant, read) };
        let hint = msg!(
            "khai {decimals} nếu là {fraction}, {thousands} nếu là {whole}",
            "say {decimals} for {fraction}, {thousands} for {whole}"
        );
        self.sheet.told(finding.hint(hint), open.map(|(row, text)| (row, column, text)))
    }

    /// A file that writes decimals with a dot. Numbers that can be read in two ways are told of their own.
    fn tell_dots(&self, columns: &[(usize, ColumnKind)], hints: &Hints) -> Option<Finding> {
        let mut columns = columns.to_vec();
        columns.sort_unstable_by_key(|(column, _)| *column);
        let cells = self.lines.iter().flat_map(|line| columns.iter().map(move |(column, kind)| (line, *column, *kind)));
        let is_told =
            |text: &str, kind| text.contains('.') && numbers::is_number(text) && !numbers::is_open(text, kind);
        let mut dotted = cells
            .filter_map(|(line, column, kind)| {
                let text = self.text(line, column).filter(|text| is_told(text, kind))?;
                Some((line.row(), column, text))
            })
            .peekable();
        let first = dotted.peek()?.2.clone();
        let read = shown(numbers::without_percent(&first), DecimalSign::Dot);
        let (dot, comma) = (hints.decimal_said('.'), hints.decimal_said(','));
        let finding = kinds::data_files::DOTS
            .finding(msg!(
                "tệp viết phần thập phân sau dấu chấm: {first} là {read}",
                "the file writes decimals behind a dot: {first} is {read}"
            ))
            .hint(msg!(
                "khai {dot} để không phải đoán, {comma} nếu dấu chấm ngăn hàng nghìn",
                "say {dot} so that it need not be found out, {comma} if dots stand between thousands"
            ));
        self.sheet.told(finding, dotted)
    }

    /// The values of a column, one a line, as a column of this kind wants them. Numbers are read with the sign before
    /// decimals that the column has; per cent signs are taken off percentages, midnight off dates; in columns of words
    /// numbers keep their digits. What is left of failed formulas and programs is told.
    pub fn values(
        &mut self,
        column: usize,
        kind: ColumnKind,
        hints: &Hints,
        findings: &mut Vec<Finding>,
    ) -> Vec<FigureValue> {
        self.cells(column, kind, hints, findings).into_iter().map(|cell| cell.value).collect()
    }

    /// The same with what JSON says of single cells: notes, indicators.
    pub(crate) fn cells(
        &mut self,
        column: usize,
        kind: ColumnKind,
        hints: &Hints,
        findings: &mut Vec<Finding>,
    ) -> Vec<TableCell> {
        self.tell(column, kind, hints, findings);
        self.lines.iter().map(|line| self.cell(line, column, kind)).collect()
    }

    /// Tells what is to be told of the values of a column of this kind.
    pub fn tell(&mut self, column: usize, kind: ColumnKind, hints: &Hints, findings: &mut Vec<Finding>) {
        if kind.is_number() && !self.judged.contains_key(&column) {
            self.judge(&[(column, kind)], hints, findings);
        }
        if kind.is_number() {
            // One over several columns is told at the first of them that is read.
            let is_known =
                |told: &Finding| findings.iter().any(|known| known.id == told.id && known.place == told.place);
            let shared = self.shared(column, false).filter(|told| !is_known(told));
            findings.extend(shared);
            if hints.asked_by == AskedBy::Mapping {
                findings.extend(self.tell_uncomputed(column));
            }
        }
        if kind.is_number() {
            self.tell_divided(column, findings);
        }
        for line in &self.lines {
            let given = self.given(line, column);
            if let Some(json) = self.json(&given)
                && of_json(json, kind).is_none()
            {
                wrong_cell(json).at(self.sheet.place(line.row(), column)).add_to(findings);
            }
        }
        let is_power = |text: &&str| kind.is_number() && numbers::is_power(text);
        self.tell_cells(
            column,
            findings,
            |given| debris(given).or(given.words().filter(is_power)),
            || {
                let finding = kinds::data_files::DEBRIS.finding(msg!(
                    "ô là lỗi của bảng tính hoặc số bị viết tắt, có thể mất chữ số",
                    "a cell is an error of a spreadsheet, or a number cut short that may have lost digits"
                ));
                finding.hint(msg!(
                    "sửa ở nơi xuất dữ liệu, hoặc để trống ô",
                    "mend it where the data comes from, or leave the cell blank"
                ))
            },
        );
        self.tell_cells(column, findings, nothing, || {
            kinds::data_files::NULL_WORDS.finding(msg!(
                "từ rỗng của chương trình, được coi là ô trống",
                "the word of a program for no value, taken as a blank cell"
            ))
        });
    }

    /// Numbers that are shown as others, such as divided by a thousand: those of the cells are taken.
    fn tell_divided(&self, column: usize, findings: &mut Vec<Finding>) {
        let cells = self.lines.iter().filter(|line| line.role == Role::Data).filter_map(|line| {
            let is_other = |beside: &&Shown| beside.thousands > 0 || beside.is_parted;
            let beside = self.sheet.beside.at(line.row(), column).filter(is_other)?;
            let by = Decimal::from(1_000_i64.checked_pow(beside.thousands)?);
            let by = if beside.thousands > 0 {
                format!(" (: {})", baocao_vietnamese::number::format(by))
            } else {
                String::new()
            };
            Some((line.row(), format!("{}{by}", written(&self.sheet.cell(line.row(), column)))))
        });
        self.tell_once(column, findings, cells, || {
            kinds::data_files::DIVIDED
                .finding(msg!(
                    "định dạng số hiện một số khác số trong ô (chia cho nghìn, cho triệu, thêm dấu); số trong ô được lấy",
                    "the format shows other numbers than cells hold (divided by a thousand or a million, with signs put in); those \
                     of the cells are taken"
                ))
                .hint(msg!(
                    "xem đơn vị tính của số trong ô có đúng như cách chuyển hay bảng ghi không",
                    "look whether values are in the unit that the mapping or the table says"
                ))
        });
    }

    /// Figures that are formulas without a value: a report would lack them.
    fn tell_uncomputed(&self, column: usize) -> Option<Finding> {
        let data = self.lines.iter().filter(|line| line.role == Role::Data).map(Line::row);
        self.sheet.tell_uncomputed(data.map(|row| (row, column)))
    }

    /// Values of a column that are merged over several rows of data or over several columns: nobody knows whose they are.
    /// Words count where the column holds values that are words, such as codes.
    pub fn shared(&self, column: usize, of_words: bool) -> Option<Finding> {
        if self.sheet.merged.is_empty() {
            return None;
        }
        let path = |index: usize| self.columns.iter().find(|of| of.index == index).map(|of| of.path.as_slice());
        let own = path(column);
        let is_other = |index: usize| path(index).is_some_and(|other| !other.is_empty() && Some(other) != own);
        let mut seen = None;
        let mut cells = Vec::new();
        let data = || self.lines.iter().filter(|line| line.role == Role::Data);
        let rows: Vec<usize> = data().map(Line::row).collect();
        for row in &rows {
            let Some(merged) = self.sheet.merged_at(*row, column).filter(|merged| seen != Some(*merged)) else {
                continue;
            };
            seen = Some(merged);
            let (first, behind) =
                (rows.partition_point(|row| *row < merged.rows.0), rows.partition_point(|row| *row <= merged.rows.1));
            let shown = self.sheet.shown(*row, column);
            let is_sign = || shown.words().is_some_and(words::is_sign);
            let is_value = !shown.is_blank() && (of_words || is_value(&shown) || is_sign());
            let is_shared = behind - first > 1 || (merged.columns.0..=merged.columns.1).any(is_other);
            if is_value && is_shared {
                cells.push((merged.rows.0, merged.columns.0, written(&shown)));
            }
        }
        let finding = kinds::data_files::SHARED_CELL
            .finding(msg!(
                "một ô số gộp qua nhiều dòng hay nhiều cột: không rõ giá trị là của dòng, cột nào",
                "a value is merged over several rows or columns: whose it is, nobody knows"
            ))
            .hint(msg!(
                "bỏ gộp ô, ghi giá trị của từng dòng, từng cột; để trống ô không có",
                "split the cell and write the value of each row and column; leave blank those that have none"
            ));
        self.sheet.told(finding, cells)
    }

    /// Tells of cells of a column in which something of a kind stands: once a file, whatever the column.
    fn tell_cells(
        &self,
        column: usize,
        findings: &mut Vec<Finding>,
        of: impl Fn(&Given) -> Option<&str>,
        new: impl FnOnce() -> Finding,
    ) {
        let cells = self.lines.iter().filter_map(|line| {
            let given = self.given(line, column);
            Some((line.row(), of(&given)?.trim().to_owned()))
        });
        self.tell_once(column, findings, cells, new);
    }

    /// Tells of cells of a column, by their rows and what is found there: once a file, whatever the column.
    fn tell_once(
        &self,
        column: usize,
        findings: &mut Vec<Finding>,
        cells: impl Iterator<Item = (usize, String)>,
        new: impl FnOnce() -> Finding,
    ) {
        let mut cells = cells.peekable();
        if cells.peek().is_none() {
            return;
        }
        let new = new();
        let is_same = |known: &Finding| {
            known.id == new.id && known.place.as_ref().is_some_and(|place| place.source.name == self.sheet.source.name)
        };
        match findings.iter().position(is_same) {
            Some(at) => {
                let known = findings.remove(at);
                let also = |finding: Finding, (row, found)| finding.also_at(|| self.sheet.place(row, column), found);
                findings.insert(at, cells.fold(known, also));
            }
            None => findings.extend(self.sheet.told(new, cells.map(|(row, found)| (row, column, found)))),
        }
    }

    /// The value of a line as a column of this kind wants it, which was judged before where it holds numbers.
    pub fn value(&self, line: &Line, column: usize, kind: ColumnKind) -> FigureValue {
        self.cell(line, column, kind).value
    }

    /// A text that stands inside of a cell of JSON as a number, with the sign before decimals that was declared of it or of the
    /// file, or that the columns of the table prove.
    pub fn number(&self, text: &str, declared: Option<DecimalSign>) -> FigureValue {
        if words::is_nothing(text) {
            return FigureValue::Absent;
        }
        numbers::value(text, declared.or(self.sign).unwrap_or(DecimalSign::Comma))
    }

    fn cell(&self, line: &Line, column: usize, kind: ColumnKind) -> TableCell {
        let in_cells = self.sheet.form == Form::Cells;
        let given = self.given(line, column);
        if nothing(&given).is_some() {
            return TableCell::plain(FigureValue::Absent);
        }
        if let Some(text) = debris(&given).filter(|text| !(kind.is_number() && numbers::is_short(text))) {
            return meant(text.trim());
        }
        if let Some(json) = self.json(&given) {
            return of_json(json, kind).unwrap_or_else(|| TableCell::plain(FigureValue::Absent));
        }
        let value = match &*given {
            Given::Blank => FigureValue::Absent,
            Given::Text(text) if kind.is_number() && words::is_sign(text) => return meant(text.trim()),
            Given::Text(text) if kind.is_number() => number(text, kind, self.judged.get(&column).copied()),
            Given::Text(text) if kind == ColumnKind::Date => match dates::day(text) {
                Some(day) => FigureValue::Word(day.to_string()),
                None => FigureValue::of_text(text),
            },
            Given::Text(text) => FigureValue::of_text(text),
            Given::Number(number) if kind == ColumnKind::Date && in_cells => match dates::of_number(*number) {
                Some(day) => FigureValue::Word(day.to_string()),
                None => FigureValue::Number(*number),
            },
            Given::Number(number) if kind.is_number() || kind == ColumnKind::Date => FigureValue::Number(*number),
            Given::Number(number) => FigureValue::Word(digits(*number, in_cells)),
            Given::Date(date) if kind == ColumnKind::Date && date.time() == chrono::NaiveTime::MIN => {
                FigureValue::Word(date.date().to_string())
            }
            Given::Date(date) => FigureValue::Word(dates::shown(*date)),
            Given::Bool(value) => FigureValue::Word(if *value { "TRUE" } else { "FALSE" }.to_owned()),
            Given::Mistake(text) | Given::Json(text) => FigureValue::Word(text.clone()),
        };
        TableCell::plain(value)
    }

    /// What JSON writes as an object or list, or as true or false.
    fn json<'g>(&self, given: &'g Given) -> Option<&'g str> {
        match given {
            Given::Json(json) => Some(json),
            Given::Bool(value) if self.sheet.form != Form::Cells => Some(if *value { "true" } else { "false" }),
            _ => None,
        }
    }
}

/// What a cell holds, in words.
fn written(given: &Given) -> String {
    match given {
        Given::Number(value) => baocao_vietnamese::number::format(*value),
        Given::Date(date) => dates::shown(*date),
        _ => given.words().unwrap_or_default().to_owned(),
    }
}

/// A number as it is read, without signs between thousands.
fn shown(text: &str, sign: DecimalSign) -> String {
    numbers::value(text, sign).number().map_or_else(|| text.to_owned(), |value| value.to_string().replace('.', ","))
}

/// What is left where a program or a spreadsheet failed, or has lost digits.
fn debris(given: &Given) -> Option<&str> {
    match given {
        Given::Text(text) => (words::is_mistake(text) || numbers::is_short(text)).then_some(text),
        Given::Mistake(text) if !words::is_nothing(text) => Some(text),
        _ => None,
    }
}

/// The word of a program for no value.
fn nothing(given: &Given) -> Option<&str> {
    match given {
        Given::Text(text) | Given::Mistake(text) => words::is_nothing(text).then_some(text),
        _ => None,
    }
}

/// Words that are told of already, or need not be.
fn meant(text: &str) -> TableCell {
    TableCell { words: true, ..TableCell::plain(FigureValue::Word(text.to_owned())) }
}

fn number(text: &str, kind: ColumnKind, judged: Option<Judged>) -> FigureValue {
    // The column says that it holds percentages.
    let text = if kind == ColumnKind::Percent { numbers::without_percent(text) } else { text };
    let Some(judged) = judged else { return numbers::value(text, DecimalSign::Comma) };
    if judged.strict && numbers::is_open(text, kind) {
        return FigureValue::Ambiguous(text.to_owned());
    }
    numbers::value(text, judged.sign)
}

/// The digits of a number in a column of words: a code, a year. Spreadsheets show decimals behind a comma.
fn digits(number: Decimal, in_cells: bool) -> String {
    let digits = number.to_string();
    if in_cells { digits.replace('.', ",") } else { digits }
}

/// A cell that JSON writes as an object; nothing for what cannot be one.
fn of_json(json: &str, kind: ColumnKind) -> Option<TableCell> {
    let cell: TableCell = serde_json::from_str(json).ok()?;
    Some(match cell.value {
        FigureValue::Number(number) if !kind.is_number() && kind != ColumnKind::Date && !cell.words => {
            TableCell { value: FigureValue::Word(digits(number, false)), ..cell }
        }
        _ => cell,
    })
}

fn wrong_cell(found: &str) -> Finding {
    use baocao_vietnamese::number::MOST_DIGITS;

    if found.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
        return kinds::input::NUMBER_TOO_LARGE
            .finding(msg!("số này quá lớn hoặc quá dài", "this number is too large or too long"))
            .found(found)
            .expected(msg!(
                "không quá {MOST_DIGITS} chữ số, kể cả phần thập phân",
                "at most {MOST_DIGITS} digits, decimals included"
            ));
    }
    kinds::input::WRONG_TYPE.finding(msg!("giá trị này sai kiểu", "this value is of the wrong type"))
        .found(found)
        .expected(msg!(
            "số, chuỗi \"...\", null, hoặc {{ \"text\": \"...\" }}, {{ \"value\": ... }}, {{ \"figure\": \"...\" }}",
            "a number, a text \"...\", null, or {{ \"text\": \"...\" }}, {{ \"value\": ... }}, {{ \"figure\": \"...\" }}"
        ))
}
