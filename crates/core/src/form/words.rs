//! A row in words: what it takes, how it is computed, how it looks.

use super::{Kind, Row, RowStyle};
use crate::diagnostic::Message;
use crate::msg;

impl Kind {
    /// What its values are called.
    pub fn words(self) -> Message {
        match self {
            Self::Group => msg!("tên nhóm", "group"),
            Self::Count => msg!("số đếm", "count"),
            Self::Money => msg!("số tiền", "money"),
            Self::Percent => msg!("tỷ lệ phần trăm", "percentage"),
            Self::Code => msg!("mã", "code"),
            Self::Text => msg!("chữ", "words"),
        }
    }

    /// Whether its values are numbers that can be computed with.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Count | Self::Money | Self::Percent)
    }
}

impl RowStyle {
    /// How it is called.
    pub fn words(self) -> Message {
        match self {
            Self::Normal => msg!("đứng", "upright"),
            Self::Bold => msg!("đậm", "bold"),
            Self::Italic => msg!("nghiêng", "italic"),
        }
    }
}

impl Row {
    /// The formula: `tỷ lệ = a / b x 100`.
    pub fn formula_words(&self) -> Option<Message> {
        if let Some([part, whole]) = &self.ratio {
            return Some(msg!("tỷ lệ = {part} / {whole} x 100", "ratio = {part} / {whole} x 100"));
        }
        if let Some(parts) = &self.sum {
            let parts = parts.join(" + ");
            return Some(msg!("tổng = {parts}", "sum = {parts}"));
        }
        let [whole, part] = self.difference.as_ref()?;
        Some(msg!("hiệu = {whole} - {part}", "difference = {whole} - {part}"))
    }

    /// The codes on one line: `Chưa = 0; Đã niêm yết = 1`.
    pub fn codes_words(&self) -> String {
        let codes: Vec<String> = self.codes.iter().map(|code| format!("{} = {}", code.label, code.code)).collect();
        codes.join("; ")
    }

    /// What the column of units prints, on one line.
    pub fn unit_words(&self) -> String {
        self.unit_text().replace('\n', "; ")
    }
}
