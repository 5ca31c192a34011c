//! Dates as the decree writes them.

use chrono::{Datelike, NaiveDate};

/// `ngày 08 tháng 9 năm 2023`. Days below 10 and the months 1 and 2 carry a leading zero
/// (NĐ 30/2020/NĐ-CP, Annex I, II.4.b).
pub fn long(date: NaiveDate) -> String {
    format!("ngày {:02} tháng {} năm {}", date.day(), month(date.month()), date.year())
}

/// `08/9/2023`, the form used in running text.
pub fn short(date: NaiveDate) -> String {
    format!("{:02}/{}/{}", date.day(), month(date.month()), date.year())
}

/// A month with a leading zero for January and February only.
pub fn month(month: u32) -> String {
    if month <= 2 { format!("{month:02}") } else { month.to_string() }
}
