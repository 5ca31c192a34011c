//! How the texts of a report are read.

mod documents;
mod numbers;
mod passages;
mod phrases;
mod sentences;
