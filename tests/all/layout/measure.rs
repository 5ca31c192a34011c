//! What stands where on laid-out pages, in points from the top left corner of the page.

use baocao::{Folder, Lang, Office, Pages, ReportFile, ShelfPath, render};
use serde_json::Value;
use typst::layout::{Frame, FrameItem, Point, Transform};
use typst::text::FontStyle;
use typst::visualize::{Geometry, Paint};

/// Points in a millimetre.
pub const MM: f64 = 72.0 / 25.4;

/// A run of text on a page.
#[derive(Debug, Clone)]
pub struct Run {
    pub page: usize,
    /// Left end.
    pub x: f64,
    /// Baseline.
    pub y: f64,
    pub width: f64,
    pub size: f64,
    pub text: String,
    pub bold: bool,
    pub italic: bool,
    pub family: String,
    pub black: bool,
    /// Its letters, each with its left end; a ligature by its first.
    pub letters: Vec<(char, f64)>,
}

/// A horizontal rule, or a box, on a page.
#[derive(Debug, Clone)]
pub struct Shape {
    pub page: usize,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    pub color: Option<String>,
}

/// A line of text: runs on one baseline without a wide gap between them.
#[derive(Debug, Clone)]
pub struct Line {
    pub page: usize,
    pub x: f64,
    pub y: f64,
    pub right: f64,
    pub size: f64,
    pub text: String,
    pub bold: bool,
    pub italic: bool,
}

impl Line {
    pub fn center(&self) -> f64 {
        (self.x + self.right) / 2.0
    }
}

/// All that was measured of a document.
pub struct Layout {
    pub sizes: Vec<(f64, f64)>,
    pub runs: Vec<Run>,
    pub shapes: Vec<Shape>,
    pub images: Vec<Shape>,
}

/// Composes and lays out a report given as JSON.
pub fn lay_out(report: &Value) -> Layout {
    measure(&pages(report))
}

pub fn pages(report: &Value) -> Pages {
    let office = Office::default();
    let folder = Folder::new(baocao_testing::project("tests/all/layout"));
    let report = ReportFile::new("report.json", serde_json::to_vec(report).unwrap());
    let composed = office.compose(report.beside(&folder, ShelfPath::root()));
    let pages = composed.and_then(|composed| office.pages(&composed, None)).into_result();
    pages.unwrap_or_else(|review| panic!("{}", render(&review.findings, Lang::En, false)))
}

/// A shipped example as JSON.
pub fn example(name: &str) -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// A report whose opening is one text, without appendices.
pub fn with_opening(text: &str) -> Value {
    let mut report = example("xa-q3-2023.json");
    report["sections"]["mo-dau"] = text.into();
    report["appendices"] = Value::Array(Vec::new());
    report
}

pub fn measure(pages: &Pages) -> Layout {
    let mut layout = Layout { sizes: Vec::new(), runs: Vec::new(), shapes: Vec::new(), images: Vec::new() };
    for (index, page) in pages.document.pages().iter().enumerate() {
        let size = page.frame.size();
        layout.sizes.push((size.x.to_pt(), size.y.to_pt()));
        walk(&page.frame, Transform::identity(), index + 1, &mut layout);
    }
    layout
}

fn walk(frame: &Frame, transform: Transform, page: usize, layout: &mut Layout) {
    for (position, item) in frame.items() {
        let at = |point: Point| {
            let point = (*position + point).transform(transform);
            (point.x.to_pt(), point.y.to_pt())
        };
        let (x, y) = at(Point::zero());
        match item {
            FrameItem::Group(group) => {
                let below =
                    transform.pre_concat(Transform::translate(position.x, position.y)).pre_concat(group.transform);
                walk(&group.frame, below, page, layout);
            }
            FrameItem::Text(text) => {
                let info = text.font.info();
                let mut right = x;
                let letters = text.glyphs.iter().filter_map(|glyph| {
                    let left = right;
                    right += glyph.x_advance.at(text.size).to_pt();
                    Some((text.text[glyph.range()].chars().next()?, left))
                });
                let letters = letters.collect();
                layout.runs.push(Run {
                    page,
                    x,
                    y,
                    width: text.width().to_pt(),
                    size: text.size.to_pt(),
                    text: text.text.as_str().replace('\u{a0}', " "),
                    bold: info.variant.weight.to_number() >= 700,
                    italic: info.variant.style == FontStyle::Italic,
                    family: info.family.to_string(),
                    black: matches!(&text.fill, Paint::Solid(color) if color.to_hex() == "#000000"),
                    letters,
                });
            }
            FrameItem::Shape(shape, _) => {
                let (width, height) = match shape.geometry {
                    Geometry::Line(to) => (to.x.to_pt(), to.y.to_pt()),
                    Geometry::Rect(size) => (size.x.to_pt(), size.y.to_pt()),
                    Geometry::Curve(_) => continue,
                };
                let color = shape.stroke.as_ref().and_then(|stroke| match &stroke.paint {
                    Paint::Solid(color) => Some(color.to_hex().to_string()),
                    _ => None,
                });
                layout.shapes.push(Shape { page, x, y, width, height, color });
            }
            FrameItem::Image(_, size, _) => {
                layout.images.push(Shape { page, x, y, width: size.x.to_pt(), height: size.y.to_pt(), color: None });
            }
            FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}

impl Layout {
    /// Runs joined into lines, from top to bottom and left to right.
    pub fn lines(&self, page: usize) -> Vec<Line> {
        let mut runs: Vec<&Run> = self.runs.iter().filter(|run| run.page == page).collect();
        runs.sort_by(|a, b| (a.y, a.x).partial_cmp(&(b.y, b.x)).unwrap());
        let mut lines: Vec<Line> = Vec::new();
        for run in runs {
            match lines
                .iter_mut()
                .rev()
                .find(|line| (line.y - run.y).abs() < 0.3 && run.x - line.right < 5.0 && run.x >= line.x)
            {
                Some(line) => {
                    // A space that ends a run may be part of the next one.
                    if run.x - line.right > 1.0 && !line.text.ends_with(' ') {
                        line.text.push(' ');
                    }
                    line.text.push_str(&run.text);
                    line.right = run.x + run.width;
                    line.bold &= run.bold || run.text.trim().is_empty();
                    line.italic &= run.italic || run.text.trim().is_empty();
                    line.size = line.size.max(run.size);
                }
                None => lines.push(Line {
                    page,
                    x: run.x,
                    y: run.y,
                    right: run.x + run.width,
                    size: run.size,
                    text: run.text.clone(),
                    bold: run.bold,
                    italic: run.italic,
                }),
            }
        }
        lines
    }

    pub fn all_lines(&self) -> Vec<Line> {
        (1..=self.sizes.len()).flat_map(|page| self.lines(page)).collect()
    }

    /// The first line that holds a text.
    pub fn line(&self, text: &str) -> Line {
        self.all_lines()
            .into_iter()
            .find(|line| line.text.contains(text))
            .unwrap_or_else(|| panic!("no line holds {text:?}:\n{}", self.text()))
    }

    /// The horizontal rules of a page, from top to bottom.
    pub fn rules(&self, page: usize) -> Vec<Shape> {
        let mut rules: Vec<Shape> = self
            .shapes
            .iter()
            .filter(|shape| shape.page == page && shape.height.abs() < 0.01 && shape.width > 1.0)
            .cloned()
            .collect();
        rules.sort_by(|a, b| a.y.partial_cmp(&b.y).unwrap());
        rules
    }

    /// The heights of a page at which horizontal rules stand, from top to bottom, each once.
    pub fn rule_heights(&self, page: usize) -> Vec<f64> {
        let mut heights: Vec<f64> = self.rules(page).iter().map(|rule| rule.y).collect();
        heights.dedup_by(|a, b| (*a - *b).abs() < 0.05);
        heights
    }

    /// The first rule under a line, within 12 points, that lies over the line's middle.
    pub fn rule_under(&self, line: &Line) -> Shape {
        self.rules(line.page)
            .into_iter()
            .find(|rule| {
                rule.y > line.y
                    && rule.y - line.y < 12.0
                    && rule.x <= line.center()
                    && rule.x + rule.width >= line.center()
            })
            .unwrap_or_else(|| panic!("no rule under {line:?}"))
    }

    /// All text, a line a line.
    pub fn text(&self) -> String {
        self.all_lines().iter().map(|line| line.text.trim().to_owned() + "\n").collect()
    }
}

/// Whether two lengths are the same to a fifth of a point.
pub fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.2
}
