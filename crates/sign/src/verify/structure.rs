//! Whether a file can be read by the letter.

use super::fields::check_fields;
use super::report::{Item, Subject};
use crate::file::{Broken, Id, Object, Set, Spot, View, What, check_pages};
use baocao_core::diagnostic::Message;
use baocao_core::kinds::signatures as kinds;
use baocao_core::msg;

/// The check of the file itself: all that its trailer leads to can be read, and nothing stands behind its end.
pub(super) fn item(view: &View<'_, '_>) -> Item {
    let end = view.file.bytes.trim_ascii_end();
    let broken = if end.ends_with(b"%%EOF") { broken(view) } else { Some(What::NoEnd.at(end.len())) };
    match broken {
        None => {
            let text = msg!("cấu trúc tệp nguyên vẹn", "the structure of the file is sound");
            Item::passed(Subject::File, text)
        }
        Some(broken) => Item::failed(Subject::File, &kinds::FILE, said(broken)),
    }
}

/// The first thing that is wrong with what a file shows.
pub(crate) fn broken(view: &View<'_, '_>) -> Option<Broken> {
    let table = view.tables.first().copied().unwrap_or_default();
    let larger = || view.is_larger_than_said().then_some(What::BadTable.at(table));
    first_broken(view)
        .or_else(|| check_pages(view).err())
        .or_else(|| check_fields(view).err())
        .or_else(|| view.file.says_two())
        .or_else(larger)
}

/// All that the trailer leads to, but not by way of some objects.
pub(super) fn reached(view: &View<'_, '_>, but: &Set<Id>) -> Set<Id> {
    let (mut seen, mut open) = (Set::default(), roots(view));
    while let Some(id) = open.pop() {
        if !but.contains(&id) && seen.insert(id) {
            view.object(id).iter().for_each(|object| references(object, &mut open));
        }
    }
    seen
}

fn roots(view: &View<'_, '_>) -> Vec<Id> {
    let mut roots = Vec::new();
    view.trailer.0.iter().for_each(|(_, value)| references(value, &mut roots));
    roots
}

/// The first thing that cannot be read of all that the trailer leads to, or that programs read in different ways.
fn first_broken(view: &View<'_, '_>) -> Option<Broken> {
    let mut seen: Set<Id> = Set::default();
    let mut open = roots(view);
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        match view.object(id) {
            Ok(object) => {
                let place = match view.spot(id) {
                    Some(Spot::At(at) | Spot::In(at, _)) => at,
                    None => 0,
                };
                if object.contradicts() {
                    return Some(What::Twice.at(place));
                }
                // A reference to a reference: some programs follow it, others find nothing.
                if matches!(*object, Object::Ref(_)) {
                    return Some(What::BadObject.at(place));
                }
                references(&object, &mut open);
                if let Object::Stream(stream) = &*object
                    && let Err(broken) = view.data(stream)
                {
                    return Some(broken);
                }
            }
            Err(broken) => return Some(broken),
        }
    }
    None
}

/// All that an object refers to.
pub(super) fn references(object: &Object, found: &mut Vec<Id>) {
    match object {
        Object::Ref(id) => found.push(*id),
        Object::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {
            let entries = object.dict().into_iter().flat_map(|dict| &dict.0);
            entries.for_each(|(_, value)| references(value, found));
        }
    }
}

/// What is wrong, in words.
pub fn said(Broken { what, at }: Broken) -> Message {
    match what {
        What::NoHeader => msg!("tệp không bắt đầu bằng %PDF-", "the file does not begin with %PDF-"),
        What::NoEnd => msg!(
            "tệp hoặc một phần của tệp không kết thúc bằng startxref và %%EOF (byte {at})",
            "the file or a part of it does not end with startxref and %%EOF (byte {at})"
        ),
        What::BadTable => msg!("bảng tham chiếu tại byte {at} hỏng", "the table of objects at byte {at} is broken"),
        What::EndlessTables => msg!(
            "các bảng tham chiếu dẫn vòng quanh hoặc quá nhiều (byte {at})",
            "tables of objects lead round in a circle, or there are too many (byte {at})"
        ),
        What::BadObject => msg!(
            "tại byte {at} không có đối tượng mà bảng tham chiếu nêu, hoặc đối tượng hỏng",
            "the object that the table names is not at byte {at}, or is broken"
        ),
        What::BadStream => msg!("luồng dữ liệu tại byte {at} hỏng", "the stream at byte {at} is broken"),
        What::TooMuch => msg!(
            "nội dung lồng nhau, giải nén hoặc nhiều quá mức được đọc (byte {at})",
            "more is nested, unpacked or counted than is read (byte {at})"
        ),
        What::NoPages => msg!("tệp không có trang nào đọc được", "the file has no pages that can be read"),
        What::PageTree => msg!(
            "cây trang (Pages) dẫn tới một trang hai lần, dẫn vòng quanh, hoặc khai sai Count, Type hay Parent (byte {at}): \
            mỗi chương trình có thể hiện số trang khác nhau",
            "the tree of pages (Pages) leads to a page twice or round in a circle, or its Count, Type or Parent is wrong (byte \
            {at}): programs may show different pages"
        ),
        What::FieldTree => msg!(
            "một trường của biểu mẫu nằm trong chính nó (byte {at}): mỗi chương trình có thể thấy các chữ ký khác nhau",
            "a field of the form stands within itself (byte {at}): programs may find different signatures"
        ),
        What::Twice => msg!(
            "tại byte {at} có một khóa của từ điển hoặc một số đối tượng được ghi hai lần, mỗi lần một khác: mỗi chương trình có \
            thể hiện một văn bản khác nhau",
            "at byte {at} a key of a dictionary or the number of an object stands twice and says two things: programs may show \
            different documents"
        ),
        What::Elsewhere => msg!(
            "dữ liệu của luồng tại byte {at} nằm ở tệp khác, hoặc cách nén của nó chỉ vài chương trình hiểu",
            "the data of the stream at byte {at} stand in another file, or are packed in a way that only some programs know"
        ),
        What::Encrypted => {
            msg!("phần cần đọc đã mã hóa (byte {at})", "what must be read is encrypted (byte {at})")
        }
    }
}
