//! Work that may break: what others gave is worked on, and one broken piece of it must not take the others along.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::Finding;
use crate::{kinds, msg};

thread_local! {
    /// How many pieces of work inside one another would be told if they panic.
    static TOLD: Cell<usize> = const { Cell::new(0) };
}

/// Whether a panic of this thread becomes a finding: the program says nothing more of it.
#[doc(hidden)]
pub fn is_caught() -> bool {
    TOLD.get() > 0
}

/// What comes of some work; a finding where it panics. What the work leaves behind must not be used any more, unless it
/// is whole after every step, as caches behind locks are.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, Finding> {
    TOLD.set(TOLD.get() + 1);
    let done = catch_unwind(AssertUnwindSafe(work));
    TOLD.set(TOLD.get() - 1);
    done.map_err(|panic| {
        kinds::batch::BROKEN
            .finding(msg!("chương trình gặp lỗi của chính nó", "the program met a fault of its own"))
            .found(words(&*panic))
            .hint(msg!(
                "các văn bản khác không bị ảnh hưởng; gửi báo cáo này cho người viết chương trình",
                "other documents are not harmed; send this report to those who write the program"
            ))
    })
}

/// What a panic says.
fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or_default().to_owned()
}
