//! Vietnamese text.

mod compounds;
mod encodings;
mod letters;
mod nobreak;
mod numbers;
mod words;
