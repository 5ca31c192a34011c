//! What inputs may be at most.

/// What inputs may be at most. Whoever runs a service may set the fields; what reading itself cannot do without is a
/// constant here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of a report, of a file of rows and of an earlier report.
    pub report_bytes: usize,
    /// Bytes of an export that reports are made of.
    pub import_bytes: usize,
    /// Cells of such an export.
    pub import_cells: usize,
    /// Bytes of such an export that is read line by line, CSV or NDJSON, and is not held.
    pub stream_bytes: u64,
    /// Its rows.
    pub stream_rows: usize,
    /// Its cells.
    pub stream_cells: usize,
    /// Bytes of one text in a report.
    pub text_bytes: usize,
    /// Letters of one word: what is longer comes from a file that was pasted by mistake, and no PDF can hold it.
    pub word_letters: usize,
    /// Levels of arrays and objects in a report.
    pub levels: usize,
    /// Bytes of `baocao.toml`.
    pub config_bytes: usize,
    /// Bytes of a template file.
    pub template_bytes: u64,
    /// Bytes of a font file.
    pub font_bytes: u64,
    /// Bytes of an image of a signature or a seal.
    pub image_bytes: u64,
    /// Pixels of such an image in a row or a column.
    pub image_side: u32,
    /// Rows of a table, those of its file included.
    pub rows: usize,
    /// Cells of a file of rows, those between its cells included.
    pub cells: usize,
    /// Rows of a sheet: spreadsheets have no more.
    pub sheet_rows: usize,
    /// Sheets of a workbook.
    pub sheets: usize,
    /// Bytes of a workbook once it is unpacked.
    pub unpacked_bytes: u64,
    /// Columns of a table: no page can hold more of them legibly.
    pub columns: usize,
    /// Levels of the header of a table.
    pub header_levels: usize,
    /// Bars of a chart: it must stand on one page.
    pub bars: usize,
    /// Pages of a document.
    pub pages: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            report_bytes: 16 << 20,
            import_bytes: 256 << 20,
            import_cells: 8_000_000,
            stream_bytes: 1 << 30,
            stream_rows: 1 << 22,
            stream_cells: 32_000_000,
            text_bytes: 1 << 20,
            word_letters: 1_000,
            levels: 64,
            config_bytes: 1 << 20,
            template_bytes: 4 << 20,
            font_bytes: 128 << 20,
            image_bytes: 8 << 20,
            image_side: 4_000,
            rows: 10_000,
            cells: 2_000_000,
            sheet_rows: 1 << 20,
            sheets: 5_000,
            unpacked_bytes: 128 << 20,
            columns: 24,
            header_levels: 4,
            bars: 30,
            pages: 2_000,
        }
    }
}

impl Limits {
    /// The same for exports that reports are made of: they hold the figures of all units of a country.
    #[doc(hidden)]
    pub fn of_imports(self) -> Self {
        Self { report_bytes: self.import_bytes, cells: self.import_cells, ..self }
    }

    /// The same for those that are read line by line.
    pub(crate) fn of_streams(self) -> Self {
        Self { sheet_rows: self.stream_rows, cells: self.stream_cells, ..self }
    }

    /// Bold, italic and links inside one another: what walks through them calls itself for each level.
    pub(crate) const NESTED_MARKS: usize = 16;

    /// Blocks of a section template inside one another: so does their parser.
    pub(crate) const NESTED_BLOCKS: usize = 32;

    /// Columns of a sheet: spreadsheets have no more.
    pub(crate) const SHEET_COLUMNS: usize = 1 << 14;

    /// Bytes of a row of a file.
    pub(crate) const ROW_BYTES: usize = 16 << 20;

    /// Files of an archive.
    pub(crate) const ARCHIVE_FILES: usize = 10_000;
}
