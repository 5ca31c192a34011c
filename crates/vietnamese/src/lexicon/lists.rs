//! Words that texts are read by, from `data/lists.txt` and `data/syllables.txt`: what each list holds, its file says.

use std::collections::HashSet;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use super::{lines, part};

/// A list of words, in the order of its file.
pub type List = LazyLock<Vec<&'static str>>;

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident = $heading:literal;)*) => {
        $($(#[$doc])* pub static $name: List = LazyLock::new(|| words($heading));)*

        /// All lists, each with its heading.
        pub fn all() -> impl Iterator<Item = (&'static str, &'static List)> {
            [$(($heading, &$name)),*].into_iter()
        }
    };
}

lists! {
    /// Before a number: words that make it a change, a limit or an estimate.
    HEDGES = "hedges";
    /// Behind a number: words that are no unit.
    NO_UNITS = "no units";
    /// Units of time and measures: their numbers count no things.
    MEASURES = "measures";
    /// Words that `tỷ` begins, of which none is money.
    NO_MONEY = "no money";
    /// Between two counts: words that make them a part of a whole.
    BETWEEN = "between";
    /// Before a number: words after which it is a name and no quantity.
    NUMBERED = "numbered";
    /// The same of numbers of one or two digits.
    PLACES = "places";
    /// Behind a number: what stays on its line. Not all of `units.txt`: a line that must not end at many places is ragged.
    COUNTED = "counted";
    /// The same of lengths and areas.
    LENGTHS = "lengths";
    /// Words in short whose full stop ends no sentence.
    SHORT = "short";
    /// They introduce an abbreviation in parentheses, the longer before the shorter.
    INTRODUCTIONS = "introductions";
    /// Words of two syllables that may stand twice.
    TWICE = "twice";
    /// Syllables that make one word with a last syllable in i or y.
    BEFORE_I = "before i";
    /// Before the letter of a point, of one of several things: `điểm đ`, `phương án b`, `cột c`.
    LETTERED = "lettered";
    /// Before a date: words that make it a deadline, no cut-off.
    DEADLINES = "deadlines";
    /// What is to come.
    COMING = "coming";
    /// Beginnings of sentences about what a report or a document is grounded on.
    GROUNDS = "grounds";
    /// In a sentence with these an old document stands rightly.
    REPLACED = "replaced";
    /// Before a year: words that make it an aim, not the year of the plan.
    AIMS = "aims";
    /// Letters in symbols that many organs share.
    SHARED_LETTERS = "shared letters";
    /// Letters in symbols that one organ bears: `CP = chính phủ`.
    ISSUERS_OF_LETTERS = "issuers of letters";
    /// Before a document: an organ behind it may be the one whose work this is.
    WORKS = "works";
    /// The words that begin the names of departments and the like.
    DEPARTMENTS = "departments";
    /// The words that begin the names of bodies, of which districts had theirs.
    BODIES_OF_DISTRICTS = "bodies of districts";
    /// What an agency does at the beginning and at the end of its report.
    REPORTING = "reporting";
    /// Organs of the Party.
    PARTY = "party";
    /// Armed units, schools, hospitals, institutes: their names begin so, or have it as a word (Phụ lục I, phần I, mục II.7.c).
    OWN_RULES = "own rules";
    /// Words that end as those of levels do and name none.
    NO_LEVELS = "no levels";
    /// Behind the word for a kind of territory: what is no name, in capitals without marks.
    NO_NAMES = "no names";
    /// Before the word for a kind of territory: words after which it names none, `cấp xã`, `các xã`.
    NO_PLACES = "no places";
    /// In a clause with these another office or territory is named rightly.
    BESIDE_OTHERS = "beside others";
    /// They end no sentence, each with the words behind which they do.
    UNENDING = "unending";
    /// A number stands behind them.
    COUNTING = "counting";
    /// A number stands before them.
    MEASURED = "measured";
    /// In a clause with these a unit of measure is named.
    OF_MEASURES = "of measures";
    /// Before the word for a kind of territory: words that make it the office's own.
    OF_ONES_OWN = "of one's own";
    /// Pairs that join what stands before and after them: `6 tháng đầu năm 2024` is one.
    PARTS_OF_PERIODS = "parts of periods";
    /// Pairs of syllables with a comma between them that stay together.
    JOINED_BY_COMMAS = "joined by commas";
    /// They stay with what they count.
    DETERMINERS = "determiners";
    /// They open what follows and stay with it: a line ends well before them.
    OPENING = "opening";
    /// After these a line does not end though a place follows: `địa bàn xã Lạc Đông`.
    WITH_PLACE = "with place";
    /// After these it may, and its sense does not turn there: `UBND xã Lạc Đông`.
    SHORT_NAMES = "short names";
    /// Words that never stand twice in a row. Those that end other words are not among them: `thiết bị bị hỏng`, `tồn tại tại xã`.
    ONCE = "once";
    /// What a table says of a target that was reached.
    REACHED = "reached";
    /// The same of one that was not.
    NOT_REACHED = "not reached";
    /// Organs at the head of the Party.
    CENTRAL_PARTY = "central party";
    /// In the name of a target: a result below it reaches it.
    LESS_IS_BETTER = "less is better";
    /// Words that open a phrase, which ends behind none of them.
    BEFORE_PHRASES = "before phrases";
    /// Words that may stand twice though no dictionary has the pair.
    REDOUBLED = "redoubled";
    /// Behind these a word begins a name.
    POSTS_OF_OTHERS = "posts of others";
    /// Before `số` and letters: what is no document.
    NUMBERED_THINGS = "numbered things";
    /// They file as organs of the Party do.
    MASS_ORGANISATIONS = "mass organisations";
    /// Before a day: words that make it the day by which something is to be done.
    DUE = "due";
    /// Right before `trước` and a day: what had been so by then.
    HAD_BEFORE = "had before";
    /// In a clause with these nothing is to be done.
    OF_THE_PAST = "of the past";
    /// Types of documents that say what is to be done.
    DIRECTIVE = "directive documents";
    /// Before a year: work of the next year that is about this one.
    ABOUT_A_YEAR_PAST = "about a year past";
    /// Between a number and another in parentheses: the first is more.
    HIGHER = "higher";
    /// The same: the first is less.
    LOWER = "lower";
    /// Before a colon: classes follow, of which each thing is of one.
    CLASSIFIED = "classified";
    /// Units of lengths, surfaces, spaces and weights.
    SURFACES = "surfaces";
    /// Known days and their dates.
    DAYS_OF_THE_YEAR = "days of the year";
    /// Before a day: what comes first.
    EARLIER_WORKS = "earlier works";
    /// Before a day: what can only follow it.
    LATER_WORKS = "later works";
    /// What is done with the results of work.
    GATHERED = "gathered";
    /// What has a task for its name, and may do it: `tổ hòa giải hòa giải thành`.
    DOERS = "doers";
    /// Words that often lose their first letter. Those that stand so in right sentences are not among them: `phản ánh giá`, `dự án bộ`, `ông khai`.
    BEHEADED = "beheaded";
    /// Before the number of a part of a text, whose full stop is the number's.
    PARTS = "parts";
    /// Names of units of today that are those of persons or of events: the word for the kind keeps its capital before them.
    OF_PERSONS = "of persons";
    /// Before the name of a unit: words that say that it stands, and that it is no part of a longer name.
    AT_PLACES = "at places";
    /// In a sentence with these a unit or an organ that is no more is remembered.
    MEMORY = "memory";
    /// By these a number is of another period, a part or an aim.
    OTHER_PERIODS = "other periods";
    /// What headings of assessments say.
    ASSESSMENTS = "assessments";
    /// Units that count events.
    EVENTS = "events";
    /// Before a whole.
    WHOLES = "wholes";
    /// Between `xếp` and a rank.
    RANKED = "ranked";
    /// Before the number of those who are there.
    PRESENT = "present";
    /// Units whose numbers count nothing elsewhere, but rise and fall.
    RISING = "rising";
    /// What may rise from 23 to 14.
    RANKS = "ranks";
    /// They say that a percentage is another way of saying a change.
    EQUALS = "equals";
    /// Between what is counted and the colon before the list of all.
    LIST_FOLLOWS = "list follows";
    /// What a list names one by one: places, works, bodies.
    NAMED_THINGS = "named things";
    /// They open an order from the most to the least.
    BEST = "best";
    /// They open an order from the least to the most.
    LEAST = "least";
    /// What comes next in an order.
    NEXT = "next";
    /// All the words between the name of a row and its number.
    BESIDE_CELLS = "beside cells";
    /// Heads of columns that hold a quantity at a price.
    AMOUNTS = "amounts";
    /// Before what is left of a whole.
    LEFT_OVER = "left over";
    /// What must balance, by the words before each number.
    BALANCES = "balances";
    /// Words of any clause with a sum.
    OF_ANY_SUM = "of any sum";
    /// Rates of what is taken of a whole.
    RATES = "rates";
    /// All of what a table lists did so.
    ALL_ACHIEVED = "all achieved";
    /// Numbers as words, from two.
    SMALL_NUMBERS = "small numbers";
    /// Points that a list names one by one.
    NAMED_POINTS = "named points";
    /// By these a list does not name all.
    SOME = "some";
    /// What follows them is no list of parts, or not all of it.
    NO_PARTS = "no parts";
    /// Levels of which one is counted by one.
    LEVELS = "levels";
    /// Whoever is not the one is the other.
    SEXES = "sexes";
    /// Degrees, sanctions, grades and what becomes of a document, of which one is counted by one.
    EXCLUSIVE = "exclusive";
    /// Ways in which something is handed in.
    CHANNELS = "channels";
    /// By these percentages are of different things.
    OTHER_WHOLES = "other wholes";
    /// They say what part of something a number is.
    CONNECTORS = "connectors";
    /// Words that begin what is said.
    CONNECTIVES = "connectives";
    /// They say that the percentage is of something else.
    OF_ANOTHER = "of another";
    /// After a percentage: it may be of a plan.
    PLANS = "plans";
    /// Between a part and its percentage; nothing binds them too.
    BINDING = "binding";
    /// Between the two: the percentage is of another number.
    OF_ANOTHER_NUMBER = "of another number";
    /// At the beginning of a parenthesis: it is no list of parts.
    NO_OPENING = "no opening";
    /// Before a percentage of the part before it.
    OF_PART = "of part";
    /// By these it is of something else.
    OF_ANOTHER_PART = "of another part";
    /// They begin to compare the number before them with an earlier one.
    COMPARISONS = "comparisons";
    /// Before the number of a plan.
    GIVEN = "given";
    /// Before the number of what was done of it.
    DONE = "done";
    /// By these two percentages are compared.
    COMPARED = "compared";
    /// Before an average.
    AVERAGES = "averages";
    /// Before what is done of a whole.
    TAKEN = "taken";
    /// A sentence with these is about another period, an aim, or a part.
    OTHER_SENTENCES = "other sentences";
    /// What headings say of work that is still to be done.
    COMING_HEADINGS = "coming headings";
    /// All the words before a total of what stands before it.
    TOTALS = "totals";
    /// Titles of a column that holds the sum of all before it.
    SUM_TITLES = "sum titles";
    /// Before the number of a standard: `ISO 9001:2015`.
    STANDARDS = "standards";
    /// Short words before a name, written with a full stop: `TP. Hồ Chí Minh`.
    BEFORE_NAMES = "before names";
}

/// Syllables without an onset that are words, or parts of words.
pub static STANDING: LazyLock<HashSet<&'static str, RandomState>> = LazyLock::new(|| syllables("standing").collect());

/// The words of a list.
fn words(heading: &str) -> Vec<&'static str> {
    let words = lines(part(include_str!("../../data/lists.txt"), heading)).flat_map(|line| line.split(';'));
    words.map(str::trim).filter(|word| !word.is_empty()).map(|word| word.trim_matches('"')).collect()
}

/// The syllables of a list.
pub(crate) fn syllables(heading: &str) -> impl Iterator<Item = &'static str> {
    lines(part(include_str!("../../data/syllables.txt"), heading)).flat_map(str::split_whitespace)
}
