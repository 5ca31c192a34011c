//! What is told of a text: marks left open, footnotes missed, Markdown outside the subset.

use std::ops::Range;

use super::reader::Reader;
use crate::diagnostic::{Kind, Message};
use crate::{kinds, msg};

/// Open marks beyond this many in one text are not told.
const MOST_OPEN_MARKS: usize = 3;

/// The beginning of the first line of a text.
fn excerpt(text: &str) -> &str {
    let end = text.char_indices().nth(40).map_or(text.len(), |(end, _)| end);
    text[..end].lines().next().unwrap_or_default()
}

impl Reader<'_, '_> {
    /// A mark that opens or closes nothing, and a reference to a footnote that is not there.
    pub(super) fn check_marks(&mut self, text: &str, start: usize) {
        for (at, _) in text.match_indices('*') {
            let offset = start + at;
            let before = self.source[..offset].chars().next_back();
            let after = self.source[offset + 1..].chars().next();
            let opens_word = after.is_some_and(char::is_alphanumeric) && !before.is_some_and(char::is_alphanumeric);
            // A run of marks is judged by its first; an escaped one is text.
            if !matches!(before, Some('\\' | '*')) && (after == Some('*') || opens_word) {
                self.open_marks += 1;
                if self.open_marks > MOST_OPEN_MARKS {
                    return;
                }
                self.tell(
                    &kinds::texts::OPEN_MARK,
                    msg!(
                        "dấu * mở chữ đậm hoặc nghiêng mà không đóng",
                        "a * opens bold or italic and nothing closes it"
                    ),
                    offset,
                    msg!(
                        "đóng bằng cùng số dấu *, hoặc viết \\* nếu là dấu sao",
                        "close it with as many *, or write \\* for an asterisk"
                    ),
                );
                return;
            }
        }
        self.check_shifted(text, start);
        // The library gives a reference without a definition as plain text, bracket by bracket.
        if let Some(rest) = self.source.get(start..)
            && rest.starts_with("[^")
            && !self.source[..start].ends_with('\\')
            && let Some(end) = rest.bytes().take(40).position(|byte| byte == b']')
        {
            let name = &rest[2..end];
            self.tell(
                &kinds::texts::NOTE_MISSING,
                msg!("chú thích [^{name}] không có nội dung", "the footnote [^{name}] has no text"),
                start,
                msg!(
                    "thêm vào cuối mục này một dòng trống, rồi một dòng \"[^{name}]: \" và nội dung chú thích",
                    "add a blank line at the end of this section, and a line \"[^{name}]: \" with its text"
                ),
            );
        }
    }

    /// A brace that should raise or lower letters and does not: it is not closed, or there is a space between.
    fn check_shifted(&mut self, text: &str, start: usize) {
        for (brace, _) in text.match_indices('{') {
            let Some(at) = (start + brace).checked_sub(1) else { continue };
            let sign = match self.source.as_bytes().get(at) {
                Some(b'^') => '^',
                Some(b'_') => '_',
                _ => continue,
            };
            let follows = self.source[..at].ends_with(|c: char| c.is_alphanumeric() || c == ')');
            if follows && self.shifted.binary_search_by_key(&at, |one| one.range.start).is_err() {
                self.tell(
                    &kinds::texts::OPEN_SHIFT,
                    msg!(
                        "chỉ số trên, chỉ số dưới viết chưa đúng; in nguyên như đã gõ",
                        "what should be raised or lowered is not written right; it is printed as it was typed"
                    ),
                    at,
                    msg!(
                        "viết m^{{2}}, H_{{2}}O: trong ngoặc tối đa 20 ký tự, không có dấu cách; không phải chỉ số thì viết \\{sign}{{",
                        "write m^{{2}}, H_{{2}}O: at most 20 characters between the braces, no spaces; write \\{sign}{{ if it is none"
                    ),
                );
            }
        }
    }

    /// `10*20*30`: what would be italic is a product, and its signs would be lost.
    pub(super) fn check_product(&mut self, start: usize) {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let after = self.source[start..].trim_start_matches('*').chars().next();
        if digit(self.source[..start].chars().next_back()) && digit(after) {
            self.tell(
                &kinds::texts::OPEN_MARK,
                msg!("dấu * giữa hai chữ số mở chữ nghiêng", "a * between two digits opens italics"),
                start,
                msg!("viết \\* hoặc dấu x nếu là phép nhân", "write \\* or an x for a product"),
            );
        }
    }

    /// A heading that leaves out a depth: `###` below `#`.
    pub(super) fn check_depth(&mut self, depth: usize, start: usize) {
        if depth > self.depth + 1 {
            let wanted = "#".repeat(self.depth + 1);
            self.tell(
                &kinds::texts::DEPTH_LEFT_OUT,
                msg!("đầu mục nhảy cấp", "a heading leaves out a depth"),
                start,
                msg!("ở đây nhiều nhất là {wanted}", "here {wanted} is the deepest"),
            );
        }
        self.depth = depth;
    }

    /// A row of a table that has other cells than its header: those too many would not be printed.
    pub(super) fn check_row(&mut self, range: Range<usize>, columns: usize) {
        let row = self.source[range.clone()].trim().trim_start_matches('|');
        let strokes = row.strip_suffix('|').unwrap_or(row).replace("\\|", "");
        let cells = strokes.matches('|').count() + 1;
        if cells != columns {
            self.tell(
                &kinds::texts::RAGGED_ROW,
                msg!(
                    "dòng của bảng có {cells} ô, tiêu đề có {columns} cột",
                    "the row has {cells} cells, the header of the table has {columns}"
                ),
                range.start,
                msg!(
                    "thêm hoặc bớt ô cho đủ {columns}; viết \\| nếu dấu | là chữ",
                    "give the row {columns} cells; write \\| for a stroke that is text"
                ),
            );
        }
    }

    /// Rows of a table that Markdown does not take for one: they would be printed as text.
    pub(super) fn check_table(&mut self, range: Range<usize>) {
        let text = self.source[range.clone()].trim_start();
        if text.starts_with('|') && text.lines().count() > 1 {
            self.tell(
                &kinds::texts::BROKEN_TABLE,
                msg!("các dòng này không thành bảng", "these rows make no table"),
                range.start,
                msg!(
                    "dưới dòng tiêu đề cần một dòng |---|---| có đủ số cột; giữa bảng không có dòng trống",
                    "a line |---|---| with as many columns must follow the header; no line of the table may be blank"
                ),
            );
        }
    }

    /// A line that may begin an item and may go on: it is printed behind the line before it.
    pub(super) fn tell_run_on(&mut self, start: usize) {
        self.tell(
            &kinds::texts::RUN_ON,
            msg!("dòng này in liền vào dòng trước", "this line is printed behind the line before it"),
            start,
            msg!(
                "là một ý riêng thì kết thúc dòng trước bằng dấu : hoặc ; hay để một dòng trống; không phải thì viết liền một dòng",
                "if it is an item, end the line before with : or ; or leave a blank line; if not, join the lines"
            ),
        );
    }

    pub(super) fn tell_unused_notes(&mut self) {
        let unused: Vec<String> = self.notes.keys().filter(|name| !self.used.contains(*name)).cloned().collect();
        for name in unused {
            let offset = self.source.find(&format!("[^{name}]:")).unwrap_or(0);
            self.tell(
                &kinds::texts::NOTE_UNUSED,
                msg!("chú thích [^{name}] không được dẫn ở đâu", "nothing refers to the footnote [^{name}]"),
                offset,
                msg!(
                    "đặt [^{name}] vào chỗ cần chú thích, hoặc xóa chú thích",
                    "put [^{name}] where it belongs, or delete the footnote"
                ),
            );
        }
    }

    pub(super) fn tell(&mut self, kind: &Kind, message: Message, offset: usize, hint: Message) {
        if !self.keeps(kind) {
            return;
        }
        let excerpt = excerpt(&self.source[offset..]);
        let place = self.place_of(offset..offset + excerpt.len());
        self.findings.push(kind.finding(message).at(place).found(excerpt).hint(hint));
    }

    /// Markdown that has no meaning here; its first line is shown.
    pub(super) fn unsupported(&mut self, written: &str) {
        if !self.keeps(&kinds::texts::UNSUPPORTED) {
            return;
        }
        let excerpt = excerpt(written.trim());
        let place = match self.source.find(excerpt) {
            Some(at) => self.place_of(at..at + excerpt.len()),
            None => self.place.cloned(),
        };
        self.findings.push(
            kinds::texts::UNSUPPORTED.finding(msg!(
                    "Markdown này không dùng được ở đây; in như chữ thường",
                    "this Markdown has no meaning here; it is printed as text"
                ),
            )
            .at(place)
            .found(excerpt)
            .expected(msg!(
                "đoạn văn, gạch đầu dòng - và +, **đậm**, *nghiêng*, chú thích [^1], bảng nhỏ, đầu mục #, ![](bieu-do:mã), ![](bang:mã), ảnh ![mô tả](tệp.png)",
                "paragraphs, - and + items, **bold**, *italic*, footnotes [^1], small tables, # headings, ![](bieu-do:ID), ![](bang:ID), pictures ![words](FILE.png)"
            )),
        );
    }
}
