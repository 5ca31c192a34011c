//! The program and its documents. What needs neither the program nor the typesetter is tested in its own crate.

mod aggregate_command;
mod archive_command;
mod batch_command;
mod check_command;
mod command_line;
mod common;
mod corpora;
mod explain;
mod folder;
mod form_command;
mod generated;
mod golden;
mod harmless;
mod harmless_tables;
mod import_command;
mod layout;
mod made;
mod mend_command;
mod outside;
mod pack;
mod pdf;
mod sign_command;
mod sources;
mod unwritable;
mod verify_own;
