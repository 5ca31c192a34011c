//! Vietnamese text.

mod encodings;
mod letters;
mod lexicon;
mod nobreak;
mod numbers;
mod titles;
mod words;
