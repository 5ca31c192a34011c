//! Numbers that are written in two pieces.

use baocao_vietnamese::lexicon::lists::BETWEEN;
use rust_decimal::Decimal;

use super::token::{Kind, Token};

/// `20 trên 26`, `20 nhiệm vụ trong tổng số 26 nhiệm vụ` as one fraction, `18 tỷ 250 triệu đồng` as one number.
pub fn joined(text: &str, tokens: Vec<Token>) -> Vec<Token> {
    let tokens = pairs(tokens, |last, token| sum_of_money(text, last, token));
    pairs(tokens, |last, token| fraction(text, last, token))
}

/// The tokens, those that belong to the one before put together with it.
fn pairs(tokens: Vec<Token>, together: impl Fn(&Token, &Token) -> Option<Kind>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        if let Some(last) = out.last_mut()
            && let Some(kind) = together(last, &token)
        {
            last.kind = kind;
            last.range.end = token.range.end;
            last.end = token.end;
            last.unit = token.unit;
            continue;
        }
        out.push(token);
    }
    out
}

fn fraction(text: &str, last: &Token, token: &Token) -> Option<Kind> {
    let (Kind::Count(part), Kind::Count(whole)) = (last.kind, token.kind) else { return None };
    let gap = text.get(last.end..token.range.start)?.trim().to_lowercase();
    let money = gap == "/" && last.unit.name == "đồng" && token.unit.name == "đồng";
    let said = BETWEEN.contains(&gap.as_str())
        && (last.unit.name.is_empty() || last.unit.name == token.unit.name || token.unit.name == "chỉ tiêu");
    (money || said).then_some(Kind::Fraction(part, whole))
}

/// Nothing but a space stands between, and what follows is less than one of the unit before.
fn sum_of_money(text: &str, last: &Token, token: &Token) -> Option<Kind> {
    let (Kind::Count(more), Kind::Count(less)) = (last.kind, token.kind) else { return None };
    let money = last.unit.name == "đồng" && token.unit.name == "đồng" && token.unit.factor > Decimal::ONE;
    let glued = text.get(last.end..token.range.start)?.trim().is_empty();
    (money && glued && less < last.unit.factor).then(|| Kind::Count(more + less))
}
