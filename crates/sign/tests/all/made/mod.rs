//! Signatures that are made.

mod dss;
mod fields;
mod files;
mod keys;
mod order;
mod outside;
mod sample;
mod signature;
mod timestamp;
