//! What is wrong with letters, words and signs, whatever they mean.

mod abbreviations;
mod marks;
mod outdated;
mod places;
mod rare;
mod silent;
mod units;
