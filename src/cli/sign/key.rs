//! The key of a signature, and the secret that opens it: asked for, never an argument.

use baocao_core::diagnostic::{Finding, Lang};
use baocao_core::{kinds, msg};
use baocao_sign::{Key, Secret};

use super::MOST_SMALL;
use crate::cli::args::KeyArgs;
use crate::cli::{Console, output};

/// The variable of the environment that may hold the secret.
const VARIABLE: &str = "BAOCAO_PASSPHRASE";

/// Bytes of a secret.
const MOST_SECRET: usize = 4096;

/// Opens the key that the arguments name.
pub(super) fn open(args: &KeyArgs, console: &Console) -> Result<Box<dyn Key>, Finding> {
    match (&args.key, &args.pkcs11, &args.label) {
        (Some(file), ..) => {
            let bytes = output::read_small(file, MOST_SMALL)?;
            let name = file.display().to_string();
            let secret = secret(args, console, &format!("Mật khẩu của {name}: "), &format!("Passphrase of {name}: "))?;
            baocao_sign::open(&bytes, &secret)
        }
        #[cfg(feature = "pkcs11")]
        (None, Some(module), Some(label)) => {
            let secret = secret(args, console, &format!("Mã PIN của {label}: "), &format!("PIN of {label}: "))?;
            baocao_sign::open_token(module, label, &secret)
        }
        _ => Err(kinds::signing::TOKEN
            .finding(msg!("bản này không có phần dùng thiết bị PKCS#11", "this build has no part for PKCS#11 tokens"))),
    }
}

/// The passphrase or PIN: of a file descriptor, of the environment, or as it is typed.
fn secret(args: &KeyArgs, console: &Console, vi: &str, en: &str) -> Result<Secret, Finding> {
    if let Some(descriptor) = args.passphrase_fd {
        let bytes = output::read_descriptor(descriptor, MOST_SECRET)?;
        let mut text = Secret::new(String::from_utf8(bytes).map_err(|_| none("UTF-8"))?);
        let length = text.trim_end_matches(['\r', '\n']).len();
        text.truncate(length);
        return Ok(text);
    }
    if let Some(value) = std::env::var_os(VARIABLE) {
        return value.into_string().map(Secret::new).map_err(|_| none("UTF-8"));
    }
    let prompt = if console.lang == Lang::Vi { vi } else { en };
    rpassword::prompt_password(prompt).map(Secret::new).map_err(|_| {
        none(if console.lang == Lang::Vi { "không có bàn phím để hỏi" } else { "no keyboard to ask at" })
    })
}

fn none(found: &str) -> Finding {
    kinds::signing::KEY_UNREADABLE
        .finding(msg!("không đọc được mật khẩu", "the passphrase cannot be read"))
        .found(found)
        .hint(msg!(
            "dùng --passphrase-fd hoặc biến môi trường {VARIABLE}",
            "use --passphrase-fd or the environment variable {VARIABLE}"
        ))
}
