//! Paths below the root of a shelf.

use std::fmt;

use super::{Shelf, ShelfError};

/// A path below the root of a shelf: names that lead down, never up. The root itself has none.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShelfPath {
    /// Joined by `/`.
    names: String,
}

impl fmt::Display for ShelfPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.names)
    }
}

impl ShelfPath {
    /// The root.
    pub fn root() -> Self {
        Self::default()
    }

    /// The path that is written so in this folder; nothing where it begins at the root of the file system or leads out of
    /// the root of the shelf, even if it comes back. `..` takes the name before it away, whatever that name is.
    pub fn join(&self, written: &str) -> Option<Self> {
        let written = slashes(written);
        // On Windows a colon makes a drive or a hidden stream of a file.
        if written.starts_with('/') || (cfg!(windows) && written.contains(':')) {
            return None;
        }
        let mut names: Vec<&str> = self.names().collect();
        for name in written.split('/') {
            match name {
                "" | "." => {}
                ".." => drop(names.pop()?),
                name => names.push(name),
            }
        }
        Some(Self { names: names.join("/") })
    }

    /// The folder that it lies in; that of the root is the root.
    pub fn parent(&self) -> Self {
        Self { names: self.names.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned() }
    }

    /// Its names, from the root down.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.split('/').filter(|name| !name.is_empty())
    }

    /// The path itself, joined by `/`.
    pub fn as_str(&self) -> &str {
        &self.names
    }

    /// The rest of a path that lies at or below this one.
    pub fn strip(&self, path: &Self) -> Option<Self> {
        let rest = path.names.strip_prefix(&self.names)?;
        let fits = self.names.is_empty() || rest.is_empty() || rest.starts_with('/');
        fits.then(|| Self { names: rest.trim_start_matches('/').to_owned() })
    }

    /// A path that begins at the root of the file system, as names; a drive of Windows is one of them.
    pub fn of_absolute(absolute: &str) -> Option<Self> {
        let absolute = slashes(absolute);
        let absolute = absolute.strip_prefix("//?/").unwrap_or(&absolute);
        if cfg!(windows)
            && let Some((drive, rest)) = absolute.split_once(":/").filter(|(drive, _)| drive.len() == 1)
        {
            let rest = Self::root().join(rest)?;
            return Some(Self { names: format!("{}:/{rest}", drive.to_uppercase()) });
        }
        Self::root().join(absolute.strip_prefix('/')?)
    }
}

/// The path of a file that a report or a template names, from the folder that it stands in. A path from the root of the
/// file system is fine where it lies below the root of the shelf.
pub fn resolve(shelf: &dyn Shelf, folder: &ShelfPath, written: &str) -> Result<ShelfPath, ShelfError> {
    folder.join(written).or_else(|| shelf.below(written)).ok_or(ShelfError::Outside)
}

/// Windows writes paths with either slash; elsewhere a backslash is a letter of a name.
fn slashes(written: &str) -> String {
    if cfg!(windows) { written.replace('\\', "/") } else { written.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::shelf::Nothing;

    fn joined(folder: &str, written: &str) -> Option<String> {
        let folder = ShelfPath::root().join(folder).unwrap();
        folder.join(written).map(|path| path.to_string())
    }

    #[test]
    fn paths_are_names_that_lead_down() {
        assert_eq!(joined("", "a.csv").as_deref(), Some("a.csv"));
        assert_eq!(joined("quy-3", "./du lieu//a.csv").as_deref(), Some("quy-3/du lieu/a.csv"));
        assert_eq!(joined("quy-3", "a/../b.csv").as_deref(), Some("quy-3/b.csv"));
        assert_eq!(joined("quy-3", "../quy-2/b.csv").as_deref(), Some("quy-2/b.csv"));
        assert_eq!(joined("quy-3", "..").as_deref(), Some(""));
        assert_eq!(joined("quy-3", "../../b.csv"), None);
        assert_eq!(joined("quy-3", "../../quy-3/b.csv"), None);
        assert_eq!(joined("quy-3", "/etc/passwd"), None);
        assert_eq!(joined("", "...").as_deref(), Some("..."));
        assert_eq!(ShelfPath::root().join("a/b/c.json").unwrap().parent().as_str(), "a/b");
        assert_eq!(ShelfPath::root().parent(), ShelfPath::root());
    }

    #[test]
    fn the_rest_of_a_path_begins_at_a_name() {
        let path = |text: &str| ShelfPath::of_absolute(text).unwrap();
        let rest = |root: &str, of: &str| path(root).strip(&path(of)).map(|rest| rest.to_string());
        assert_eq!(rest("/home/van-phong", "/home/van-phong/a/../b.png").as_deref(), Some("b.png"));
        assert_eq!(rest("/", "/b.png").as_deref(), Some("b.png"));
        assert_eq!(rest("/home", "/home").as_deref(), Some(""));
        assert_eq!(rest("/home/van", "/home/van-phong/b.png"), None);
        assert_eq!(ShelfPath::of_absolute("a/b"), None);
        assert_eq!(ShelfPath::of_absolute("/../etc"), None);
    }

    /// Where a path leads, by the rules of the file system: how far above the root at the worst.
    fn lowest(folder: &str, written: &str) -> i32 {
        let (mut depth, mut lowest) = (0, 0);
        for name in folder.split('/').chain(written.split('/')) {
            match name {
                "" | "." => {}
                ".." => depth -= 1,
                _ => depth += 1,
            }
            lowest = lowest.min(depth);
        }
        lowest
    }

    proptest! {
        #[test]
        fn no_path_leads_out(folder in "([a-c]{1,2}/){0,3}", written in "(\\.\\./|\\./|/|[a-c\\\\:]{1,2}/|\\.\\.){0,8}") {
            let folder_path = ShelfPath::root().join(&folder).unwrap();
            let resolved = resolve(&Nothing, &folder_path, &written);
            if let Ok(path) = &resolved {
                prop_assert!(path.names().all(|name| name != ".." && name != "." && !name.contains('/')));
                prop_assert!(!path.as_str().starts_with('/'));
            }
            if !cfg!(windows) {
                let stays = !written.starts_with('/') && lowest(&folder, &written) >= 0;
                prop_assert_eq!(resolved.is_ok(), stays);
            }
        }

        #[test]
        fn any_text_is_a_path_or_is_none(written in "\\PC{0,40}") {
            if let Some(path) = ShelfPath::root().join(&written) {
                prop_assert!(path.names().all(|name| name != ".."));
                prop_assert_eq!(ShelfPath::root().join(path.as_str()), Some(path.clone()));
            }
        }
    }
}
