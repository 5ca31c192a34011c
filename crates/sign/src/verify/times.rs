//! When a signature was made: its timestamps, what the signer and the file say, whether the certificate was valid then.

use super::items::Subjects;
use super::report::{Fact, Item, Signer, Source, Subject};
use super::said;
use crate::cms::{self, Cert, Chain, Signed, Stamp, StampTrouble, Standing, Time, Token};
use crate::file::{Dict, Object, decoded};
use baocao_core::kinds::signatures as kinds;
use baocao_core::msg;

/// Timestamps of one signature.
const MOST_TOKENS: usize = 8;

impl Subjects<'_, '_> {
    /// A timestamp of the document, which is a signature of its own.
    pub(super) fn document_timestamp(&mut self, pieces: &[&[u8]], contents: &[u8]) {
        match Token::check(contents, pieces, self.others()) {
            Ok(stamp) if stamp.signed.more => {
                self.push(Item::failed(Subject::Timestamp, &kinds::MESSAGE, said::more()));
            }
            Ok(stamp) => {
                let (time, authority) = (stamp.time, stamp.authority.subject());
                self.signature.signer = Some(Signer::of(&stamp.authority));
                self.signature.algorithm = Some(format!("{}, {}", stamp.signed.algorithm, stamp.signed.digest_name));
                self.push(if self.is_ahead(time) {
                    self.ahead(time)
                } else {
                    let text = msg!("dấu thời gian {time} của {authority}", "timestamp {time} by {authority}");
                    Item::passed(Subject::Timestamp, text)
                });
                let way = self.way(&stamp.authority, &stamp.certificates, Some(time));
                let trusted = matches!(way, Some(Chain::Leads(_)));
                self.signature.time =
                    Some((time, if trusted { Source::Timestamp } else { Source::TimestampUntrusted }));
                self.push(said::chain(way.as_ref()));
                self.revocation(&stamp.authority, &stamp.certificates, &stamp.signed.revocation, way.as_ref());
            }
            Err(trouble) => self.push(stamp_item(&trouble)),
        }
    }

    /// The timestamp, the time, and whether the certificate was valid then.
    pub(super) fn times(&mut self, signed: &Signed, certificate: &Cert, dict: &Dict) {
        let said_by_signer = signed.time.map(|time| (time, Source::Signer));
        let said_by_program = dict.get("M").and_then(Object::text).and_then(|text| program_time(&text.bytes));
        self.signature.time = said_by_signer.or(said_by_program.map(|time| (time, Source::Program)));
        match signed.tokens.as_slice() {
            [] => self.fact(Fact::NoTimestamp),
            tokens => {
                let others: Vec<Cert> = signed.certificates.iter().chain(self.others()).cloned().collect();
                if tokens.len() > MOST_TOKENS {
                    let count = tokens.len();
                    self.push(Item::open(
                        Subject::Timestamp,
                        msg!(
                            "chữ ký kèm {count} dấu thời gian, chỉ {MOST_TOKENS} dấu được xem",
                            "the signature has {count} timestamps, and {MOST_TOKENS} of them are looked at"
                        ),
                    ));
                }
                for token in tokens.iter().take(MOST_TOKENS) {
                    match Token::check(token, &[&signed.value], &others) {
                        Ok(stamp) => self.stamp(&stamp),
                        Err(trouble) => self.push(stamp_item(&trouble)),
                    }
                }
            }
        }
        let (from, until) = (certificate.not_before(), certificate.not_after());
        let item = match self.signature.time {
            None => {
                self.fact(Fact::NoTime);
                Item::open(
                    Subject::Validity,
                    msg!("chữ ký không nói ký lúc nào", "the signature does not say when it was made"),
                )
            }
            Some((time, Source::Signer | Source::Program | Source::TimestampUntrusted)) if self.is_ahead(time) => {
                Item::open(
                    Subject::Validity,
                    msg!(
                        "thời gian ký {time} muộn hơn lúc kiểm tra",
                        "the time of the signature, {time}, is later than that of the verification"
                    ),
                )
            }
            // What the signer or the file says is no proof that it was made before the certificate ended.
            Some((time, source))
                if certificate.is_valid_at(time)
                    && source != Source::Timestamp
                    && self.settings.now.is_some_and(|now| now > until) =>
            {
                Item::open(
                    Subject::Validity,
                    msg!(
                        "chứng thư đã hết hạn từ {until}; không có dấu thời gian đáng tin để biết đã ký trước đó",
                        "the certificate has ended since ({until}), and no trusted timestamp shows that it was used before"
                    ),
                )
            }
            Some((time, _)) if certificate.is_valid_at(time) => Item::passed(
                Subject::Validity,
                msg!(
                    "chứng thư còn hiệu lực khi ký ({from} đến {until})",
                    "the certificate was valid at that time ({from} to {until})"
                ),
            ),
            Some((time, _)) => Item::failed(
                Subject::Validity,
                &kinds::VALIDITY,
                msg!(
                    "lúc ký ({time}) chứng thư không có hiệu lực ({from} đến {until})",
                    "at that time ({time}) the certificate was not valid ({from} to {until})"
                ),
            ),
        };
        self.push(item);
    }

    /// A timestamp of the signature.
    fn stamp(&mut self, stamp: &Stamp) {
        let (time, authority) = (stamp.time, stamp.authority.subject());
        let way = self.way(&stamp.authority, &stamp.certificates, Some(time));
        let item = match &way {
            _ if self.is_ahead(time) => self.ahead(time),
            _ if self.is_taken_back(stamp, way.as_ref()) => Item::failed(
                Subject::Timestamp,
                &kinds::REVOKED,
                msg!(
                    "chứng thư của {authority} bị thu hồi trước khi đóng dấu thời gian",
                    "the certificate of {authority} was revoked before it made the timestamp"
                ),
            ),
            Some(Chain::Leads(_)) => {
                self.signature.time = Some((time, Source::Timestamp));
                Item::passed(
                    Subject::Timestamp,
                    msg!("dấu thời gian {time} của {authority}", "timestamp {time} by {authority}"),
                )
            }
            _ => {
                self.signature.time = Some((time, Source::TimestampUntrusted));
                Item::open(
                    Subject::Timestamp,
                    msg!(
                        "dấu thời gian {time} khớp; chưa đánh giá được {authority} có đáng tin không",
                        "the timestamp {time} fits; whether {authority} can be trusted was not evaluated"
                    ),
                )
            }
        };
        self.push(item);
    }

    /// Whether a time lies ahead of that of the verification: more than clocks and zones are wrong by.
    pub(super) fn is_ahead(&self, time: Time) -> bool {
        self.settings.now.is_some_and(|now| time > now.a_day_later())
    }

    /// What is said of a timestamp ahead of the verification.
    fn ahead(&self, time: Time) -> Item {
        Item::failed(
            Subject::Timestamp,
            &kinds::TIMESTAMP,
            msg!(
                "dấu thời gian {time} muộn hơn lúc kiểm tra",
                "the timestamp {time} is later than the time of the verification"
            ),
        )
    }

    /// Whether the certificate of an authority of time was taken back before it was used.
    fn is_taken_back(&self, stamp: &Stamp, way: Option<&Chain>) -> bool {
        let data = self.stored.revocation.iter().chain(&self.settings.revocation).chain(&stamp.signed.revocation);
        let above = self.above(&stamp.authority, &stamp.certificates, way);
        let standing = above.first().map(|issuer| cms::standing(&stamp.authority, issuer, data, Some(stamp.time)));
        matches!(standing, Some(Standing::Revoked(when)) if when <= stamp.time)
    }
}

fn stamp_item(trouble: &StampTrouble) -> Item {
    match trouble {
        StampTrouble::Unknown(name) => {
            Item::open(Subject::Timestamp, msg!("chưa đánh giá: thuật toán {name}", "not evaluated: algorithm {name}"))
        }
        other => Item::failed(Subject::Timestamp, &kinds::TIMESTAMP, said::stamp(other)),
    }
}

/// `D:20261125010133+07'00'` as a moment.
fn program_time(text: &[u8]) -> Option<Time> {
    let text = decoded(text);
    let text = text.strip_prefix("D:").unwrap_or(&text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count().min(14);
    let (digits, zone) = text.split_at_checked(digits)?;
    let part = |from: usize, otherwise: i64| match digits.get(from..from + 2) {
        Some(two) => two.parse::<i64>().ok(),
        None => Some(otherwise),
    };
    let year: i32 = digits.get(..4)?.parse().ok()?;
    let (month, day) = (u32::try_from(part(4, 1)?).ok()?, u32::try_from(part(6, 1)?).ok()?);
    let day = chrono::NaiveDate::from_ymd_opt(year, month, day)?.and_hms_opt(0, 0, 0)?.and_utc().timestamp();
    let (hours, minutes, seconds) = (part(8, 0)?, part(10, 0)?, part(12, 0)?);
    let zone_part = |from: usize| zone.get(from..from + 2).map_or(Some(0), |two| two.parse::<i64>().ok());
    let ahead = match zone.as_bytes().first() {
        Some(b'+') => zone_part(1)? * 3600 + zone_part(4)? * 60,
        Some(b'-') => -(zone_part(1)? * 3600 + zone_part(4)? * 60),
        _ => 0,
    };
    Time::from_seconds(day + hours * 3600 + minutes * 60 + seconds - ahead)
}
