//! What a program has to know of its process before it begins, and to ask of its system. Neither the standard library nor any
//! other in use does that, so this is the only crate with unsafe code: an entry that is run before `main`, and two calls of the system.

use std::sync::atomic::{AtomicBool, Ordering};

/// Whether standard output was closed when the process began.
static CLOSED: AtomicBool = AtomicBool::new(false);

/// Whether there is a standard output that something can be written to. One that was closed is hard to know later: the
/// standard library puts `/dev/null` into its place before `main`, and writing to it succeeds.
pub fn output_is_open() -> bool {
    !CLOSED.load(Ordering::Relaxed)
}

/// Has a file that grows beyond the limit of the process (`ulimit -f`) refused as on a full disk. Without this the process is
/// ended by a signal, says nothing and leaves half a file behind.
pub fn survive_limit_of_files() {
    #[cfg(unix)]
    #[allow(unsafe_code)]
    // SAFETY: to ignore a signal takes no handler, and it is done before there is a second thread.
    unsafe {
        libc::signal(libc::SIGXFSZ, libc::SIG_IGN);
    }
}

/// Runs before the standard library looks at the process.
#[cfg(unix)]
#[used]
#[allow(unsafe_code)]
// SAFETY: the system calls all functions of this section once, in any order; this one needs nothing that has to be ready.
#[cfg_attr(target_vendor = "apple", unsafe(link_section = "__DATA,__mod_init_func"))]
#[cfg_attr(not(target_vendor = "apple"), unsafe(link_section = ".init_array"))]
static LOOK: extern "C" fn() = look;

#[cfg(unix)]
#[allow(unsafe_code)]
extern "C" fn look() {
    // SAFETY: asks for the flags of a descriptor, which may be none.
    let flags = unsafe { libc::fcntl(libc::STDOUT_FILENO, libc::F_GETFD) };
    CLOSED.store(flags == -1, Ordering::Relaxed);
}
