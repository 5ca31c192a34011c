//! Which unit each report is of, and which units did not report.

use baocao_core::diagnostic::{Finding, Place, Severity, has_errors};
use baocao_core::report::{Field, Period, Slot};
use baocao_core::rows::Book;
use baocao_core::{kinds, msg};
use baocao_import::map;
use baocao_import::units::{Found, Register, Unit, name_key};
use baocao_vietnamese::{collate, one_line};
use chrono::NaiveDate;

use crate::child::Child;
use crate::parent::Parent;

/// So many units are named in a finding.
const MOST_NAMED: usize = 200;

/// The reports of units in the order of the register, or of the alphabet, and the units that did not report.
pub(crate) struct Units {
    pub(crate) children: Vec<Child>,
    /// What each is called.
    pub(crate) names: Vec<String>,
    /// The units without a report.
    pub(crate) missing: Vec<String>,
}

/// The units that are expected.
enum Expected<'r> {
    /// Those of an office's own list, and its place.
    List(&'r Register, Place),
    /// The communes of a province.
    Communes(&'static Unit),
    /// Nobody knows.
    Unknown,
}

/// What a report is of.
struct Of {
    name: String,
    code: Option<String>,
    /// Where it stands among the expected ones.
    rank: usize,
    /// What it is told from others by, where no register has it.
    key: (String, String),
}

impl Units {
    /// Tells whose reports these are. A unit with two reports is an error, and so is one that is not on the office's
    /// list.
    pub(crate) fn of(
        children: Vec<Child>,
        parent: &Parent,
        list: Option<&Book>,
        findings: &mut Vec<Finding>,
    ) -> Option<Self> {
        let own = match list {
            Some(book) => Some(register(book, findings)?),
            None => None,
        };
        let expected = match &own {
            Some((register, place)) => Expected::List(register, place.clone()),
            None => province(parent).map_or(Expected::Unknown, Expected::Communes),
        };
        let (own, units): (Vec<Child>, Vec<Child>) = children.into_iter().partition(|child| child.is_own);
        let mut named: Vec<(Of, Child)> = Vec::new();
        let mut unknown: Option<Finding> = None;
        for child in units {
            let of = expected.unit(&child, &mut unknown, findings);
            named.push((of, child));
        }
        let known = named.iter().any(|(of, _)| of.code.is_some());
        // A province of this name with none of its communes is another one.
        let expected = if known || matches!(expected, Expected::List(..)) { expected } else { Expected::Unknown };
        findings.extend(unknown.filter(|_| known));
        tell_twice(&named, findings);
        named.sort_by(|(a, one), (b, other)| {
            let names = || collate::compare(&by_number(&a.name), &by_number(&b.name)).then_with(|| a.name.cmp(&b.name));
            a.rank.cmp(&b.rank).then_with(names).then_with(|| one.sha256.cmp(&other.sha256))
        });
        let missing = expected.missing(&named, findings);
        let own = own.into_iter().map(|child| (child.organ().short_name.to_string(), child));
        let all = own.chain(named.into_iter().map(|(of, child)| (of.name, child)));
        let (names, children) = all.unzip();
        Some(Self { children, names, missing })
    }
}

/// The office's own list.
fn register(book: &Book, findings: &mut Vec<Finding>) -> Option<(Register, Place)> {
    let before = findings.len();
    let own = map::register(book, findings).filter(|(register, _)| !register.units().is_empty());
    if own.is_none() && !has_errors(&findings[before..]) {
        findings.push(
            kinds::imports::EMPTY_REGISTER
                .finding(msg!("danh sách đơn vị không có dòng nào", "the list of units has no rows"))
                .at(Place::file(&book.source)),
        );
    }
    own
}

/// The province that the report above is of, where the register of today knows its communes.
fn province(parent: &Parent) -> Option<&'static Unit> {
    let since = NaiveDate::from_ymd_opt(2025, 7, 1)?;
    if parent.report.days().is_some_and(|(from, to)| from < since && to < since) {
        return None;
    }
    match Register::built_in().find_province(&parent.report.document.organ.short_name) {
        Found::One(province, _) => Some(province),
        _ => None,
    }
}

impl Expected<'_> {
    fn unit(&self, child: &Child, unknown: &mut Option<Finding>, findings: &mut Vec<Finding>) -> Of {
        let organ = child.organ();
        let written = organ.short_name.as_str();
        let parent = organ.parent_name.as_deref().unwrap_or_default();
        let key = (name_key(&organ.organ_name), name_key(parent));
        let as_written = || Of { name: written.to_owned(), code: None, rank: usize::MAX, key: key.clone() };
        let place = || child.input.at(Slot::Document(Field::ShortName));
        let of = |unit: &Unit, rank| Of {
            name: unit.name.to_string(),
            code: Some(unit.code.to_string()),
            rank,
            key: key.clone(),
        };
        match self {
            Self::Unknown => as_written(),
            Self::Communes(province) => match Register::built_in().find(written, Some(province)) {
                Found::One(unit, _) if unit.kind.is_commune() => {
                    let rank = Register::built_in().communes(&province.code).position(|one| one.code == unit.code);
                    of(unit, rank.unwrap_or(usize::MAX))
                }
                _ => {
                    *unknown = Some(match unknown.take() {
                        Some(finding) => finding.also(place(), written),
                        None => {
                            let name = &province.name;
                            let message = msg!(
                                "{name} không có đơn vị này; tên được giữ như đã viết",
                                "{name} has no such unit; its name is taken as it is written"
                            );
                            let mut finding = kinds::units::UNKNOWN.finding(message).at(place()).found(written);
                            finding.severity = Severity::Warning;
                            finding
                        }
                    });
                    as_written()
                }
            },
            Self::List(register, list) => {
                // A department is known by its name, which is longer in running text: `Sở Nội vụ tỉnh …`.
                let whole = one_line(&organ.organ_name);
                let listed = |name: &str| match register.find(name, None) {
                    Found::One(unit, _) => register.units().iter().position(|one| one.code == unit.code),
                    _ => None,
                };
                if let Some(rank) = [written, &whole].into_iter().find_map(listed) {
                    return of(&register.units()[rank], rank);
                }
                let file = &list.source.name;
                findings.push(
                    kinds::units::UNKNOWN
                        .finding(msg!(
                            "danh sách {file} không có đơn vị này",
                            "the list {file} does not have this unit"
                        ))
                        .at(place())
                        .found(written),
                );
                as_written()
            }
        }
    }

    /// The names of the units that are expected and have no report; they are told.
    fn missing(&self, named: &[(Of, Child)], findings: &mut Vec<Finding>) -> Vec<String> {
        let present: Vec<&str> = named.iter().filter_map(|(of, _)| of.code.as_deref()).collect();
        let (missing, place) = match self {
            Self::List(register, place) => (Register::missing(register.units(), &present), Some(place.clone())),
            Self::Communes(province) => {
                (Register::missing(Register::built_in().communes(&province.code), &present), None)
            }
            Self::Unknown => {
                findings.push(
                    kinds::rollup::NO_REGISTER
                        .finding(msg!(
                            "không có danh sách đơn vị: không biết đơn vị nào chưa báo cáo",
                            "there is no list of units: which have not reported is not known"
                        ))
                        .hint(msg!("nêu danh sách: --units don-vi.csv", "name a list: --units units.csv")),
                );
                return Vec::new();
            }
        };
        let names: Vec<String> = missing.iter().map(|unit| unit.name.to_string()).collect();
        if !names.is_empty() {
            let count = names.len();
            let more = if count > MOST_NAMED { "; …" } else { "" };
            let list = names.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>().join("; ");
            findings.push(
                kinds::units::MISSING
                    .finding(msg!("{count} đơn vị chưa có báo cáo", "{count} units have not reported"))
                    .at(place)
                    .expected(msg!("{list}{more}", "{list}{more}")),
            );
        }
        names
    }
}

/// A name whose numbers are in their order as texts too: `Phường 2` before `Phường 10`.
fn by_number(name: &str) -> String {
    let word = |word: &str| match word.bytes().all(|byte| byte.is_ascii_digit()) {
        true => format!("{word:0>12}"),
        false => word.to_owned(),
    };
    name.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// Units with more than one report.
fn tell_twice(named: &[(Of, Child)], findings: &mut Vec<Finding>) {
    let same = |a: &Of, b: &Of| match (&a.code, &b.code) {
        (Some(a), Some(b)) => a == b,
        _ => {
            let ((a, of_a), (b, of_b)) = (&a.key, &b.key);
            a == b && (of_a == of_b || of_a.is_empty() || of_b.is_empty())
        }
    };
    for (index, (of, child)) in named.iter().enumerate() {
        let mut before = named[..index].iter();
        let Some((_, first)) = before.find(|(other, first)| same(of, other) || first.sha256 == child.sha256) else {
            continue;
        };
        let (unit, first) = (&of.name, &first.name);
        findings.push(
            kinds::rollup::UNIT_TWICE
                .finding(msg!("{unit} có hai báo cáo", "{unit} has two reports"))
                .at(child.input.at(Slot::Document(Field::OrganName)))
                .found(child.name.as_str())
                .expected(msg!("một báo cáo; báo cáo kia: {first}", "one report; the other is {first}")),
        );
    }
}

/// Whether two periods are the same, their cut-off dates apart.
pub(crate) fn same_period(a: &Period, b: &Period) -> bool {
    (a.kind, a.year, a.number()) == (b.kind, b.year, b.number())
}
