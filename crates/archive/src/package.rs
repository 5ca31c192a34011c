//! One document in the archive: its files, and the manifest that lists them.

use std::collections::BTreeMap;

use baocao_core::diagnostic::{Finding, reason, unreadable_for};
use baocao_core::digest::sha256;
use baocao_core::{kinds, msg};
use serde::{Deserialize, Serialize};

use crate::digest::Hasher;
use crate::metadata::Metadata;
use crate::name::is_safe;
use crate::register::Line;
use crate::tree::{self, Found, Kind, Tree};

/// The manifest of a package.
pub const MANIFEST: &str = "manifest.json";

/// Its metadata.
pub const METADATA: &str = "metadata.json";

/// What `baocao verify` said when it was entered.
pub const EVIDENCE: &str = "evidence.json";

/// The number of the format of manifests.
const FORMAT: u32 = 1;

/// Bytes of a manifest.
const MOST_MANIFEST_BYTES: u64 = 16 << 20;

/// What a file is in a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The document as it was issued.
    Document,
    /// The report it was made of, and what else was attached to it.
    Source,
    /// An appendix in a file of its own, or a copy.
    Companion,
    /// The metadata.
    Metadata,
    /// What `baocao verify` said.
    Evidence,
}

impl Role {
    /// The folder that such files stand in.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Source => "source",
            Self::Companion => "companions",
            Self::Metadata | Self::Evidence => "",
        }
    }
}

/// A file of a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Its path in the package.
    pub path: String,
    /// What it is.
    pub role: Role,
    /// Its bytes.
    pub bytes: u64,
    /// Their SHA-256.
    pub sha256: String,
}

/// What a package holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The number of its format.
    pub format: u32,
    /// The id of the package.
    pub package: String,
    /// Its files.
    pub files: Vec<Member>,
}

impl Manifest {
    /// From its bytes.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let manifest: Self = serde_json::from_slice(bytes).ok()?;
        let is_whole = manifest.format == FORMAT && manifest.files.iter().all(|file| is_safe(&file.path));
        is_whole.then_some(manifest)
    }
}

/// Files with their paths.
pub type Files = Vec<(String, Vec<u8>)>;

/// A package that is being made.
#[derive(Debug)]
pub struct Package {
    id: String,
    files: BTreeMap<String, (Role, Vec<u8>)>,
}

impl Package {
    /// One that has its metadata only.
    pub fn new(id: &str, metadata: &Metadata) -> Self {
        let files = [(METADATA.to_owned(), (Role::Metadata, metadata.to_json()))].into();
        Self { id: id.to_owned(), files }
    }

    /// Adds a file; refused where its name cannot stand in a package, or is there already.
    pub fn add(&mut self, role: Role, name: &str, bytes: Vec<u8>) -> Result<(), Finding> {
        let path = format!("{}/{name}", role.folder());
        if !is_safe(name) {
            return Err(bad_name(name));
        }
        if self.files.keys().any(|known| known.to_lowercase() == path.to_lowercase()) {
            return Err(kinds::files::NAME_TWICE
                .finding(msg!("hai tệp của gói cùng tên {name}", "two files of the package are called {name}")));
        }
        self.files.insert(path, (role, bytes));
        Ok(())
    }

    /// Adds what `baocao verify` said.
    pub fn add_evidence(&mut self, json: Vec<u8>) {
        self.files.insert(EVIDENCE.to_owned(), (Role::Evidence, json));
    }

    /// All files with their paths, the manifest too, and its SHA-256.
    pub fn finish(self) -> (Files, String) {
        let member = |(path, (role, bytes)): (&String, &(Role, Vec<u8>))| Member {
            path: path.clone(),
            role: *role,
            bytes: bytes.len() as u64,
            sha256: sha256(bytes),
        };
        let files = self.files.iter().map(member).collect();
        let manifest = Manifest { format: FORMAT, package: self.id, files };
        let mut json = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
        json.push(b'\n');
        let hash = sha256(&json);
        let files = self.files.into_iter().map(|(path, (_, bytes))| (path, bytes));
        (files.chain([(MANIFEST.to_owned(), json)]).collect(), hash)
    }
}

/// A package in its folder, held against its manifest, and that against the register.
#[derive(Debug)]
pub struct Check {
    /// What it should hold, where the manifest can be read.
    pub manifest: Option<Manifest>,
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// Bytes that were read.
    pub bytes: u64,
}

impl Check {
    /// Reads every file of a package. `name` is how the user knows its folder, `sha256` what the register says of its
    /// manifest.
    pub fn of(tree: &dyn Tree, name: &str, id: &str, manifest_sha256: &str) -> Self {
        let mut check = Self { manifest: None, findings: Vec::new(), bytes: 0 };
        let path_of = |path: &str| format!("{name}/{path}");
        let found = match tree.files() {
            Ok(found) => found,
            Err(error) => {
                check.findings.push(unreadable_for(name, &reason(&error)));
                return check;
            }
        };
        let file = |path: &str| found.iter().find(|found| found.path == path);
        let manifest = match file(MANIFEST) {
            None | Some(Found { kind: Kind::Empty, .. }) => Err(missing(&path_of(MANIFEST))),
            Some(Found { kind: Kind::Other, .. }) => Err(no_file(&path_of(MANIFEST))),
            Some(_) => tree::read(tree, MANIFEST, MOST_MANIFEST_BYTES)
                .map_err(|error| unreadable_for(&path_of(MANIFEST), &reason(&error))),
        };
        match manifest {
            Err(finding) => check.findings.push(finding),
            Ok(bytes) => {
                let hash = sha256(&bytes);
                check.bytes += bytes.len() as u64;
                if hash != manifest_sha256 {
                    check.findings.push(changed(&path_of(MANIFEST), &hash, manifest_sha256));
                }
                check.manifest = Manifest::parse(&bytes);
                if check.manifest.as_ref().is_none_or(|manifest| manifest.package != id) {
                    check.findings.push(kinds::archive::BAD_MANIFEST.finding(msg!(
                        "{name}/{MANIFEST} không phải danh mục của gói {id}",
                        "{name}/{MANIFEST} is no manifest of the package {id}"
                    )));
                }
            }
        }
        let Some(manifest) = check.manifest.take() else { return check };
        for member in &manifest.files {
            match file(&member.path) {
                None | Some(Found { kind: Kind::Empty, .. }) => check.findings.push(missing(&path_of(&member.path))),
                Some(Found { kind: Kind::Other, .. }) => check.findings.push(no_file(&path_of(&member.path))),
                Some(Found { kind: Kind::File(bytes), .. }) => {
                    let (finding, read) = held(tree, member, *bytes, &path_of(&member.path));
                    check.findings.extend(finding);
                    check.bytes += read;
                }
            }
        }
        let is_listed = |path: &str| path == MANIFEST || manifest.files.iter().any(|member| member.path == path);
        for added in found.iter().filter(|found| !is_listed(&found.path)) {
            let path = path_of(&added.path);
            check.findings.push(match added.kind {
                Kind::Other => no_file(&path),
                Kind::Empty => kinds::archive::FILE_ADDED.finding(msg!(
                    "thư mục trống {path} không có trong danh mục của gói",
                    "the empty folder {path} is not in the manifest"
                )),
                Kind::File(_) => kinds::archive::FILE_ADDED.finding(msg!(
                    "tệp {path} không có trong danh mục của gói",
                    "the file {path} is not in the manifest"
                )),
            });
        }
        check.manifest = Some(manifest);
        check
    }

    /// Reads every file of the package of a line, and holds what the line says of the document against what its metadata say.
    pub fn of_line(tree: &dyn Tree, name: &str, line: &Line) -> Self {
        let mut check = Self::of(tree, name, &line.package, &line.manifest);
        let Some(manifest) = check.manifest.as_ref().filter(|_| check.findings.is_empty()) else { return check };
        let document = manifest.files.iter().find(|member| member.role == Role::Document);
        let document = document.map(|member| (line.document.clone(), member.sha256.clone()));
        let document = document.filter(|(said, held)| !said.is_empty() && said != held);
        let metadata = tree::read(tree, METADATA, MOST_MANIFEST_BYTES).ok();
        let metadata: Option<Metadata> = metadata.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let contradiction = match metadata {
            Some(metadata) => document.or_else(|| line.against(&metadata)),
            None => Some((line.symbol.clone(), "-".to_owned())),
        };
        check.findings.extend(contradiction.map(|(found, expected)| {
            let number = line.sequence;
            kinds::archive::BAD_LINE
                .finding(msg!(
                    "dòng {number} của sổ nói khác {name}/{METADATA}",
                    "line {number} of the register does not say what {name}/{METADATA} says"
                ))
                .found(found)
                .expected(msg!("{expected}", "{expected}"))
        }));
        check
    }

    /// Whether what `baocao verify` said is in the package.
    pub fn has_evidence(&self) -> bool {
        let files = self.manifest.iter().flat_map(|manifest| &manifest.files);
        files.into_iter().any(|member| member.role == Role::Evidence)
    }
}

/// A file against the manifest, and how many bytes of it were read.
fn held(tree: &dyn Tree, member: &Member, bytes: u64, path: &str) -> (Option<Finding>, u64) {
    if bytes != member.bytes {
        let (found, expected) = (format!("{bytes} bytes"), format!("{} bytes", member.bytes));
        return (Some(changed(path, &found, &expected)), 0);
    }
    match tree.open(&member.path).and_then(|file| Hasher::new(["sha256"]).read(file)) {
        Err(error) => (Some(unreadable_for(path, &reason(&error))), 0),
        Ok((read, hashes)) => {
            let hash = hashes.into_iter().next().unwrap_or_default();
            ((hash != member.sha256).then(|| changed(path, &hash, &member.sha256)), read)
        }
    }
}

pub(crate) fn missing(path: &str) -> Finding {
    kinds::archive::FILE_MISSING.finding(msg!("thiếu tệp {path}", "the file {path} is missing"))
}

/// Tells of a link, a device or a pipe where a file should be.
pub fn no_file(path: &str) -> Finding {
    kinds::archive::NO_FILE
        .finding(msg!("{path} là liên kết, thiết bị hoặc ống dẫn", "{path} is a link, a device or a pipe"))
}

pub(crate) fn changed(path: &str, found: &str, expected: &str) -> Finding {
    kinds::archive::FILE_CHANGED
        .finding(msg!("tệp {path} đã bị đổi", "the file {path} was changed"))
        .found(found)
        .expected(msg!("{expected}", "{expected}"))
}

pub(crate) fn bad_name(name: &str) -> Finding {
    let shown: String = name.escape_debug().collect();
    kinds::archive::BAD_NAME
        .finding(msg!("tên tệp không dùng được trong gói", "a file cannot be called so in a package"))
        .found(shown)
}
