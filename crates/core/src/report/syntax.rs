//! What is wrong with the syntax of a JSON file, in both languages.

use std::sync::Arc;

use jsonc_parser::ParseStringErrorKind as Text;
use jsonc_parser::errors::ParseErrorKind as Kind;

use crate::diagnostic::{Finding, Message, Place, Source};
use crate::{kinds, msg};

/// The finding for a file that the parser gave up on at an offset.
pub(super) fn finding(source: &Arc<Source>, kind: &Kind, offset: usize) -> Finding {
    let offset = source.text.floor_char_boundary(offset);
    if let Kind::NestingDepthExceeded = kind {
        return too_deep().at(at(source, offset));
    }
    let before = source.text[..offset].trim_end().chars().next_back();
    let token = token(&source.text[offset..]);
    let finding = not_json(source, offset, &reason(kind)).hint(hint(kind, before, token));
    if token.is_empty() { finding } else { finding.found(token) }
}

/// A control character inside a text, which the parser lets pass and JSON does not.
pub(super) fn control_in_text(source: &Arc<Source>, offset: usize) -> Finding {
    not_json(
        source,
        offset,
        &msg!("chuỗi bị ngắt dòng hoặc chứa ký tự điều khiển", "a text holds a line break or a control character"),
    )
    .hint(msg!(
        "viết chuỗi trên một dòng; xuống dòng trong chuỗi viết là \\n",
        "write the text on one line; a line break in it is written \\n"
    ))
}

/// An empty file.
pub(super) fn empty(source: &Arc<Source>) -> Finding {
    not_json(source, 0, &msg!("tệp trống", "the file is empty")).hint(start_from_sample())
}

/// Arrays and objects without end.
pub(super) fn too_deep() -> Finding {
    kinds::input::TOO_DEEP.finding(msg!("dữ liệu lồng nhau quá sâu", "the data is nested too deeply"))
}

fn not_json(source: &Arc<Source>, offset: usize, reason: &Message) -> Finding {
    let (vi, en) = (&reason.vi, &reason.en);
    kinds::input::NOT_JSON
        .finding(msg!("tệp không phải JSON hợp lệ: {vi}", "the file is not valid JSON: {en}"))
        .at(at(source, offset))
}

fn at(source: &Arc<Source>, offset: usize) -> Place {
    let end = source.text[offset..].chars().next().map_or(offset, |c| offset + c.len_utf8());
    Place::new(source, offset..end)
}

/// What stands there: a word, or one sign.
fn token(rest: &str) -> &str {
    let rest = rest.split('\n').next().unwrap_or_default();
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let sign = if rest.starts_with('-') { 1 } else { 0 };
    let word = rest[sign..].find(|c: char| !c.is_alphanumeric() && c != '_').map_or(rest.len(), |end| sign + end);
    rest[..word.max(first)].trim()
}

fn reason(kind: &Kind) -> Message {
    match kind {
        Kind::ExpectedComma => msg!("thiếu dấu phẩy", "a comma is missing"),
        Kind::ExpectedColonAfterObjectKey => {
            msg!("thiếu dấu hai chấm sau tên trường", "a colon is missing after the name of a field")
        }
        Kind::ExpectedObjectValue => msg!("thiếu giá trị sau dấu hai chấm", "a value is missing after the colon"),
        Kind::ExpectedStringObjectProperty | Kind::UnexpectedTokenInObject => {
            msg!("tên trường phải đặt trong ngoặc kép", "the name of a field must stand in quotes")
        }
        Kind::TrailingCommasNotAllowed => {
            msg!("thừa dấu phẩy sau phần tử cuối", "there is a comma after the last element")
        }
        Kind::UnexpectedComma => msg!("thừa dấu phẩy", "there is a comma too many"),
        Kind::UnexpectedColon => msg!("thừa dấu hai chấm", "there is a colon too many"),
        Kind::UnexpectedCloseBrace => msg!("thừa dấu }}", "there is a }} too many"),
        Kind::UnexpectedCloseBracket => msg!("thừa dấu ]", "there is a ] too many"),
        Kind::UnterminatedArray => msg!(
            "tệp dừng giữa chừng: thiếu dấu ] đóng danh sách này",
            "the file ends too early: nothing closes this ["
        ),
        Kind::UnterminatedObject => {
            msg!("tệp dừng giữa chừng: thiếu dấu }} đóng nhóm này", "the file ends too early: nothing closes this {{")
        }
        Kind::CommentsNotAllowed | Kind::UnterminatedCommentBlock => {
            msg!("JSON không có chú thích", "JSON has no comments")
        }
        Kind::SingleQuotedStringsNotAllowed => {
            msg!("chuỗi phải đặt trong ngoặc kép", "texts must stand in double quotes")
        }
        Kind::MultipleRootJsonValues => msg!("còn nội dung sau dấu }} cuối cùng", "there is more after the last }}"),
        Kind::NonFiniteNumbersNotAllowed => msg!("đây không phải một số", "this is not a number"),
        Kind::BareDecimalPointNumbersNotAllowed
        | Kind::ExpectedDigit
        | Kind::ExpectedDigitFollowingNegativeSign
        | Kind::ExpectedPlusMinusOrDigitInNumberLiteral
        | Kind::HexadecimalNumbersNotAllowed
        | Kind::UnaryPlusNumbersNotAllowed => msg!("số viết không đúng", "the number is not written rightly"),
        Kind::String(Text::UnterminatedStringLiteral) => {
            msg!("chuỗi này không có dấu ngoặc kép đóng", "nothing closes this text")
        }
        Kind::String(_) => msg!(
            "dấu \\ trong chuỗi mở một ký hiệu không có trong JSON",
            "a \\ in the text begins a sign that JSON does not have"
        ),
        _ => msg!("chỗ này không phải một giá trị", "this is not a value"),
    }
}

fn hint(kind: &Kind, before: Option<char>, token: &str) -> Message {
    match kind {
        Kind::NonFiniteNumbersNotAllowed => unknown_number(),
        _ if matches!(token, "NaN" | "Infinity" | "nan" | "None" | "NULL" | "Null") => unknown_number(),
        _ if token.starts_with(['“', '”', '‘', '’', '\'', '«']) => {
            msg!("dùng dấu ngoặc kép thẳng: \"", "use straight double quotes: \"")
        }
        Kind::ExpectedComma | Kind::ExpectedStringObjectProperty | Kind::UnexpectedToken
            if before.is_some_and(|c| c.is_ascii_digit() || c == ',')
                && token.starts_with(|c: char| c.is_ascii_digit() || c == '%') =>
        {
            msg!(
                "số viết kiểu Việt Nam phải đặt trong ngoặc kép: \"40,5\", \"04\", \"7.725\"",
                "numbers in Vietnamese form must stand in quotes: \"40,5\", \"04\", \"7.725\""
            )
        }
        Kind::TrailingCommasNotAllowed | Kind::UnexpectedComma | Kind::UnexpectedColon => {
            msg!("xóa dấu này", "delete it")
        }
        Kind::ExpectedComma => msg!("thêm dấu phẩy giữa hai phần tử", "put a comma between the two elements"),
        Kind::CommentsNotAllowed => msg!("xóa chú thích này", "delete the comment"),
        Kind::String(Text::UnterminatedStringLiteral) => msg!(
            "thêm dấu \" ở cuối chuỗi; dấu \" nằm trong chuỗi viết là \\\"",
            "put a \" at the end of the text; a \" inside it is written \\\""
        ),
        Kind::String(_) => msg!("dấu \\ nằm trong chuỗi viết là \\\\", "a \\ inside a text is written \\\\"),
        _ => start_from_sample(),
    }
}

fn unknown_number() -> Message {
    msg!("số chưa biết viết là null", "a number that is not known is written null")
}

fn start_from_sample() -> Message {
    msg!(
        "sửa cú pháp tại vị trí này; `baocao new` viết một báo cáo mẫu đúng cú pháp",
        "mend the syntax here; `baocao new` writes a sample whose syntax is right"
    )
}
