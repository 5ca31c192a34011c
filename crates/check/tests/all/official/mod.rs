//! What makes a report an official document: who signs, whose it is, capitals, the ends of its paragraphs.

mod agency;
mod capitals;
mod forms;
mod passages;
mod signing;
