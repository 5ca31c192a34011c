//! Vietnamese text.

mod encodings;
mod letters;
mod nobreak;
mod numbers;
mod titles;
mod words;
