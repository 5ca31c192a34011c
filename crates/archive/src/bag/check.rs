//! A bag, held against its own manifests.

use std::collections::BTreeMap;

use baocao_core::diagnostic::{Finding, reason, unreadable_for};
use baocao_core::{kinds, msg};
use baocao_vietnamese::encoding::composed;

use super::tags::{Declaration, fields, leads_out};
use super::{DECLARATION, PAYLOAD};
use crate::digest::{Hasher, is_known};
use crate::package::{changed, missing, no_file};
use crate::tree::{self, Found, Kind, Tree};

/// Bytes of a tag file that is read.
const MOST_TAG_BYTES: u64 = 64 << 20;

/// What a manifest says: the hash of each path.
type Hashes = BTreeMap<String, String>;

/// Reads every file of a bag that a manifest lists; what is wrong with it, errors and warnings. `name` is how the user
/// knows its folder. Nothing is fetched: what is not there is missing.
pub fn check(tree: &dyn Tree, name: &str) -> Vec<Finding> {
    let mut reader = Reader { tree, name, files: BTreeMap::new(), findings: Vec::new() };
    match tree.files() {
        Ok(found) => reader.take(found),
        Err(error) => reader.findings.push(unreadable_for(name, &reason(&error))),
    }
    match reader.tag(DECLARATION) {
        None if reader.findings.is_empty() => {
            reader.bad(msg!("{name} không có {DECLARATION}", "{name} has no {DECLARATION}"));
        }
        None => {}
        Some(bytes) => match Declaration::parse(&bytes) {
            Some(declaration) => reader.bag(&declaration),
            None => reader.bad(msg!(
                "{name}/{DECLARATION} không khai báo đúng phiên bản và bảng mã",
                "{name}/{DECLARATION} does not declare version and encoding as it should"
            )),
        },
    }
    reader.findings
}

struct Reader<'a> {
    tree: &'a dyn Tree,
    name: &'a str,
    /// Regular files and their bytes, by their paths in normal form C: the real path.
    files: BTreeMap<String, (String, u64)>,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn take(&mut self, found: Vec<Found>) {
        for Found { path, kind } in found {
            match kind {
                Kind::File(bytes) => drop(self.files.insert(composed(&path).into_owned(), (path, bytes))),
                // Bags hold files; folders with nothing in them do not count (RFC 8493, 2.1.3).
                Kind::Empty => {}
                Kind::Other => self.findings.push(no_file(&self.path(&path))),
            }
        }
    }

    fn path(&self, path: &str) -> String {
        format!("{}/{}", self.name, path.escape_debug())
    }

    fn bad(&mut self, message: baocao_core::diagnostic::Message) {
        self.findings.push(kinds::archive::BAD_BAG.finding(message));
    }

    fn odd(&mut self, message: baocao_core::diagnostic::Message) {
        self.findings.push(kinds::archive::ODD_BAG.finding(message));
    }

    /// The bytes of a tag file, where it is there.
    fn tag(&mut self, path: &str) -> Option<Vec<u8>> {
        let (real, _) = self.files.get(path)?;
        match tree::read(self.tree, real, MOST_TAG_BYTES) {
            Ok(bytes) => Some(bytes),
            Err(error) => {
                self.findings.push(unreadable_for(&self.path(path), &reason(&error)));
                None
            }
        }
    }

    /// The text of a tag file, where it is there and encoded as was declared.
    fn text(&mut self, path: &str, declaration: &Declaration) -> Option<String> {
        let bytes = self.tag(path)?;
        let text = declaration.text(&bytes);
        if text.is_none() {
            let path = self.path(path);
            self.bad(msg!("{path} không đúng bảng mã đã khai báo", "{path} is not encoded as was declared"));
        }
        text
    }

    fn bag(&mut self, declaration: &Declaration) {
        let payload = self.manifests("manifest-", declaration);
        let tags = self.manifests("tagmanifest-", declaration);
        if payload.is_empty() {
            let name = self.name;
            self.bad(msg!("{name} không có manifest-*.txt", "{name} has no manifest-*.txt"));
        }
        self.complete(&payload, declaration);
        self.fetch(&payload, declaration);
        self.info(declaration);
        // Each file is read once, for all manifests that list it.
        let mut wanted: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
        for (algorithm, hashes) in payload.iter().chain(&tags) {
            for (path, hash) in hashes {
                wanted.entry(path).or_default().push((algorithm, hash));
            }
        }
        for (path, hashes) in wanted {
            self.file(path, &hashes);
        }
    }

    /// The manifests of one kind: their algorithms, and what they list.
    fn manifests(&mut self, prefix: &str, declaration: &Declaration) -> Vec<(String, Hashes)> {
        let names: Vec<String> = self.files.keys().cloned().collect();
        let mut manifests = Vec::new();
        for file in names {
            let Some(algorithm) = file.strip_prefix(prefix).and_then(|rest| rest.strip_suffix(".txt")) else {
                continue;
            };
            let algorithm: String = algorithm.chars().filter(char::is_ascii_alphanumeric).collect();
            let algorithm = algorithm.to_ascii_lowercase();
            let path = self.path(&file);
            if !is_known(&algorithm) {
                self.bad(msg!("{path}: không biết thuật toán này", "{path}: this algorithm is not known"));
            } else if ["md5", "sha1"].contains(&algorithm.as_str()) {
                self.odd(msg!("{path}: thuật toán đã cũ", "{path}: the algorithm is outdated"));
            }
            let Some(text) = self.text(&file, declaration) else { continue };
            let mut hashes = Hashes::new();
            for (number, listed) in (1..).zip(declaration.manifest(&text)) {
                let Some(listed) = listed else {
                    self.bad(msg!("{path}: dòng {number} không đọc được", "{path}: line {number} cannot be read"));
                    continue;
                };
                if self.leads_out(&path, &listed.path, prefix == "manifest-") {
                    continue;
                }
                if listed.is_odd {
                    self.odd(msg!(
                        "{path}: dòng {number} viết * hoặc ./ trước tên tệp",
                        "{path}: line {number} has * or ./ before the name"
                    ));
                }
                let key = composed(&listed.path).into_owned();
                let shown = key.escape_debug().to_string();
                match hashes.insert(key, listed.hash.clone()) {
                    Some(before) if before != listed.hash || declaration.is_1_0 => {
                        self.bad(msg!("{path} kê {shown} hai lần", "{path} lists {shown} twice"));
                    }
                    Some(_) => self.odd(msg!("{path} kê {shown} hai lần", "{path} lists {shown} twice")),
                    None => {}
                }
            }
            manifests.push((algorithm, hashes));
        }
        manifests
    }

    /// Tells of a path that is none of this bag.
    fn leads_out(&mut self, file: &str, path: &str, is_payload: bool) -> bool {
        let is_below = path.strip_prefix(PAYLOAD).is_some_and(|rest| rest.starts_with('/'));
        let is_wrong = leads_out(path) || is_payload != is_below;
        if is_wrong {
            let finding = kinds::archive::BAD_NAME
                .finding(msg!("{file} nêu tệp không thuộc gói", "{file} names a file that is none of the bag"))
                .found(path.escape_debug().to_string());
            self.findings.push(finding);
        }
        is_wrong
    }

    /// Every file of the payload is listed: by each manifest, before 1.0 by one of them.
    fn complete(&mut self, manifests: &[(String, Hashes)], declaration: &Declaration) {
        let is_payload = |path: &&String| path.strip_prefix(PAYLOAD).is_some_and(|rest| rest.starts_with('/'));
        let is_listed = |path: &String| {
            let mut lists = manifests.iter().map(|(_, hashes)| hashes.contains_key(path));
            if declaration.is_1_0 { lists.all(|is| is) } else { lists.any(|is| is) }
        };
        let added: Vec<String> =
            self.files.keys().filter(is_payload).filter(|path| !is_listed(path)).cloned().collect();
        for path in added {
            let path = self.path(&path);
            self.findings.push(
                kinds::archive::FILE_ADDED.finding(msg!(
                    "tệp {path} không có trong danh mục của gói",
                    "the file {path} is not in the manifest"
                )),
            );
        }
        let all: Vec<&String> = manifests.iter().flat_map(|(_, hashes)| hashes.keys()).collect();
        if declaration.is_1_0 {
            let first = all.iter().find(|path| manifests.iter().any(|(_, hashes)| !hashes.contains_key(**path)));
            if let Some(path) = first.map(|path| self.path(path)) {
                self.bad(msg!("có danh mục không kê {path}", "a manifest does not list {path}"));
            }
        }
    }

    fn fetch(&mut self, manifests: &[(String, Hashes)], declaration: &Declaration) {
        let Some(text) = self.text("fetch.txt", declaration) else { return };
        let file = self.path("fetch.txt");
        for (number, path) in (1..).zip(declaration.fetched(&text)) {
            match path {
                None => self.bad(msg!("{file}: dòng {number} không đọc được", "{file}: line {number} cannot be read")),
                Some(path) => {
                    let path = path.strip_prefix("./").unwrap_or(&path).to_owned();
                    let is_listed = manifests.iter().any(|(_, hashes)| hashes.contains_key(&*composed(&path)));
                    if !self.leads_out(&file, &path, true) && !is_listed {
                        let path = self.path(&path);
                        self.bad(msg!(
                            "{file} nêu {path}, không danh mục nào kê",
                            "{file} names {path}, no manifest does"
                        ));
                    }
                }
            }
        }
    }

    fn info(&mut self, declaration: &Declaration) {
        let Some(text) = self.text("bag-info.txt", declaration) else { return };
        let path = self.path("bag-info.txt");
        let Some(fields) = fields(&text) else {
            self.bad(msg!("{path} có dòng không đọc được", "{path} has a line that cannot be read"));
            return;
        };
        let payload = || self.files.iter().filter(|(path, _)| path.starts_with("data/"));
        let size = format!("{}.{}", payload().map(|(_, (_, bytes))| bytes).sum::<u64>(), payload().count());
        let wrong = fields.into_iter().find(|(name, value)| name == "payload-oxum" && *value != size);
        if let Some((_, value)) = wrong {
            let finding = kinds::archive::BAD_BAG
                .finding(msg!("{path}: Payload-Oxum không khớp", "{path}: Payload-Oxum does not fit"))
                .found(value)
                .expected(msg!("{size}", "{size}"));
            self.findings.push(finding);
        }
    }

    /// One file against all manifests that list it.
    fn file(&mut self, path: &str, hashes: &[(&str, &str)]) {
        let shown = self.path(path);
        let Some((real, _)) = self.files.get(path) else {
            // A link in its place was told of.
            if !self.findings.contains(&no_file(&shown)) {
                self.findings.push(missing(&shown));
            }
            return;
        };
        let known = hashes.iter().filter(|(algorithm, _)| is_known(algorithm));
        let read = self.tree.open(real).and_then(|file| Hasher::new(known.clone().map(|(name, _)| *name)).read(file));
        match read {
            Err(error) => self.findings.push(unreadable_for(&shown, &reason(&error))),
            Ok((_, found)) => {
                let wrong = known.zip(found).find(|((_, expected), found)| expected != found);
                if let Some(((_, expected), found)) = wrong {
                    self.findings.push(changed(&shown, &found, expected));
                }
            }
        }
    }
}
