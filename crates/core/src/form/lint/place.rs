//! Where the parts of a form file stand.

use std::cell::OnceCell;
use std::sync::Arc;

use crate::diagnostic::{Place, Source};
use crate::form::{Form, FormFile, Row};
use crate::limits::Limits;
use crate::report::Input;

/// The places of a form file. It is only looked through where there is something to tell.
pub(super) struct Places<'a> {
    source: &'a Arc<Source>,
    input: OnceCell<Option<Input>>,
}

impl<'a> Places<'a> {
    pub(super) fn new(source: &'a Arc<Source>) -> Self {
        Self { source, input: OnceCell::new() }
    }

    /// The value at a JSON pointer, or the nearest one above it.
    pub(super) fn at(&self, pointer: &str) -> Place {
        self.find(|input| input.place(pointer))
    }

    /// The key at a JSON pointer.
    pub(super) fn key(&self, pointer: &str) -> Place {
        self.find(|input| input.key_place(pointer))
    }

    fn find(&self, place: impl Fn(&Input) -> Place) -> Place {
        let bytes = || self.source.text.clone().into_bytes();
        let parse = || Input::parse(&self.source.name, bytes(), &Limits::default(), &mut Vec::new());
        match self.input.get_or_init(parse) {
            Some(input) => Place { source: Arc::clone(self.source), ..place(input) },
            None => Place::new(self.source, 0..0),
        }
    }
}

/// A row and where it stands.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) form: &'a Form,
    pub(super) row: &'a Row,
    form_index: usize,
    row_index: usize,
}

impl<'a> At<'a> {
    /// The JSON pointer of a field; of the row, where it is empty.
    pub(super) fn pointer(&self, field: &str) -> String {
        let (form, row) = (self.form_index, self.row_index);
        if field.is_empty() { format!("/forms/{form}/rows/{row}") } else { format!("/forms/{form}/rows/{row}/{field}") }
    }

    /// The rows after it in its form.
    pub(super) fn below(&self) -> &'a [Row] {
        &self.form.rows[self.row_index + 1..]
    }
}

/// All rows of a file.
pub(super) fn rows(file: &FormFile) -> impl Iterator<Item = At<'_>> {
    file.forms.iter().enumerate().flat_map(|(form_index, form)| {
        form.rows.iter().enumerate().map(move |(row_index, row)| At { form, row, form_index, row_index })
    })
}

/// All rows that have an id.
pub(super) fn indicators(file: &FormFile) -> impl Iterator<Item = (&str, At<'_>)> {
    rows(file).filter_map(|at| Some((at.row.id.as_deref()?, at)))
}
