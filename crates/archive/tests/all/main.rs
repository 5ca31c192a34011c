//! Packages, the register, bags: in memory.

mod bag;
mod bags_of_others;
mod csip;
mod evidence;
mod find;
mod memory;
mod metadata;
mod name;
mod package;
mod register;
