//! Work that panics.

use baocao_core::diagnostic::caught;
use baocao_core::kinds;

#[test]
fn a_panic_is_a_finding() {
    assert_eq!(caught(|| 5).unwrap(), 5);
    let broken = |work: fn()| caught(work).unwrap_err();
    let (formatted, plain) = (broken(|| panic!("{} is not {}", 1, 2)), broken(|| panic!("no")));
    assert_eq!(formatted.id, kinds::batch::BROKEN.id);
    assert_eq!((formatted.found.as_deref(), plain.found.as_deref()), (Some("1 is not 2"), Some("no")));
}
