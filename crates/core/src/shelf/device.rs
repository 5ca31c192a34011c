//! Names that Windows keeps for devices.

/// The names, whatever their ending.
const DEVICES: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];

/// The same with a digit behind.
const NUMBERED: [&str; 2] = ["COM", "LPT"];

/// Whether a file cannot be called so on Windows, because that is the name of a device.
pub fn is_device(name: &str) -> bool {
    let first = name.split('.').next().unwrap_or(name).trim_end().to_uppercase();
    let is_numbered = |device: &str| {
        let digit = first.strip_prefix(device).and_then(|rest| rest.parse::<char>().ok());
        digit.is_some_and(|digit| digit.is_ascii_digit() || "¹²³".contains(digit))
    };
    DEVICES.contains(&first.as_str()) || NUMBERED.into_iter().any(is_numbered)
}
