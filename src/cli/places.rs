//! `baocao places`

use baocao::sources::with_view;
use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use baocao_pdf::Place;
use serde_json::{Value, json};

use super::args::{PlacesArgs, TextFormat};
use super::{Console, Outcome, columns, output};

/// Millimetres in a point.
const POINT: f64 = 25.4 / 72.0;

pub(crate) fn run(args: &PlacesArgs, console: &Console) -> Outcome {
    match places(args).and_then(|text| output::print_in(args.format, &text)) {
        Ok(()) => Outcome::Done,
        Err(finding) => console.fail(finding),
    }
}

fn places(args: &PlacesArgs) -> Result<String, Finding> {
    let name = args.pdf.display().to_string();
    let file = output::read_pdf(&args.pdf)?;
    let places = with_view(&name, &file, |view| Ok(baocao_pdf::places(view)))?;
    if places.is_empty() {
        return Err(none(&name));
    }
    Ok(match args.format {
        TextFormat::Json => format!("{:#}\n", Value::Array(places.iter().map(as_json).collect())),
        TextFormat::Text => columns::columns(&places.iter().map(row).collect::<Vec<_>>(), 2),
    })
}

/// A place with its box, left, bottom, right and top from the lower left corner of the page, in both units.
fn as_json(place: &Place) -> Value {
    json!({
        "mark": place.mark.name(),
        "signer": place.signer,
        "page": place.page,
        "field": place.field(),
        "rect_pt": place.rect,
        "rect_mm": place.rect.map(millimetres),
    })
}

fn row(place: &Place) -> Vec<String> {
    let [left, bottom, right, top] = place.rect;
    let points = format!("{left} {bottom} {right} {top} pt");
    let [left, bottom, right, top] = place.rect.map(millimetres);
    let millimetres = format!("{left} {bottom} {right} {top} mm");
    vec![place.field(), place.page.to_string(), points, millimetres]
}

/// To tenths.
fn millimetres(points: f64) -> f64 {
    (points * POINT * 10.0).round() / 10.0
}

fn none(name: &str) -> Finding {
    kinds::pdf::NO_PLACES
        .finding(msg!("{name} không ghi chỗ ký và đóng dấu", "{name} does not say where it is signed and stamped"))
        .hint(msg!(
            "dựng lại bằng baocao render theo PDF 1.5 trở lên, để trống số, ngày, chữ ký, dấu",
            "render it again as PDF 1.5 or later, with number, day, signature and seal left open"
        ))
}
