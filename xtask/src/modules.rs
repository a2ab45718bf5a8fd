//! The modules of a crate, and in which file something is that a path names.

use std::collections::{BTreeMap, BTreeSet};

use crate::imports::{Import, Names};
use crate::sources::SourceFile;

/// The names of the modules from the root of a crate to a module.
type ModulePath = Vec<String>;

/// Aliases of aliases that are followed: more are a circle of imports, which the compiler refuses.
const MOST_ALIASES: usize = 20;

/// The modules of one crate, tests left out.
#[derive(Default)]
pub(crate) struct Modules<'files> {
    modules: BTreeMap<ModulePath, Module<'files>>,
}

#[derive(Default)]
struct Module<'files> {
    /// The path of the file that it is in.
    file: &'files str,
    names: Names,
}

/// What a path names.
#[derive(Debug, PartialEq, Eq)]
enum Found<'files> {
    /// A module: whoever names it takes nothing of it yet.
    Module(ModulePath),
    /// Something that is defined in this file.
    Item(&'files str),
}

/// An arrow from one file to another one: the second defines what the first names.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Arrow<'files> {
    pub from: &'files str,
    pub to: &'files str,
    /// What is named, as it is written.
    pub name: String,
}

impl<'files> Modules<'files> {
    /// Reads the modules below a root such as `crates/a/src/lib.rs`.
    pub(crate) fn read(root: &str, files: &BTreeMap<&'files str, &'files SourceFile>) -> Self {
        let mut modules = Self::default();
        if let Some((path, file)) = files.get_key_value(root) {
            let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
            modules.add(
                Vec::new(),
                path,
                folder,
                Names::of(&file.syntax.items),
                files,
            );
        }
        modules
    }

    /// Adds a module of this file whose own modules are in this folder.
    fn add(
        &mut self,
        path: ModulePath,
        file: &'files str,
        folder: &str,
        mut names: Names,
        files: &BTreeMap<&'files str, &'files SourceFile>,
    ) {
        for (name, inner) in std::mem::take(&mut names.inline) {
            let below = format!("{folder}/{name}");
            self.add(child(&path, &name), file, &below, inner, files);
        }
        for name in &names.declared {
            let below = format!("{folder}/{name}");
            let places = [format!("{below}.rs"), format!("{below}/mod.rs")];
            let found = places
                .iter()
                .find_map(|place| files.get_key_value(place.as_str()));
            if let Some((place, source)) = found {
                let inner = Names::of(&source.syntax.items);
                self.add(child(&path, name), place, &below, inner, files);
            }
        }
        // A module may be there twice, for the browser and for the server.
        let module = self.modules.entry(path).or_default();
        module.file = file;
        module.names.extend(names);
    }

    /// From which file to which others the paths in them lead.
    pub(crate) fn arrows(&self) -> BTreeSet<Arrow<'files>> {
        let mut arrows = BTreeSet::new();
        for (path, module) in &self.modules {
            let names = &module.names;
            let private = names.imports.iter().filter(|import| !import.is_public);
            let private = private.map(|import| &import.target);
            let globs = names.globs.iter().filter(|glob| !glob.is_public);
            for named in names.paths.iter().chain(private) {
                if let Some(Found::Item(to)) = self.find(path, named, MOST_ALIASES) {
                    arrows.insert(module.arrow(to, named));
                }
            }
            for glob in globs {
                // All of a module: whatever is defined in it.
                let whole = match self.find(path, &glob.target, MOST_ALIASES) {
                    Some(Found::Module(whole)) => self.modules.get(&whole),
                    Some(Found::Item(to)) => {
                        arrows.insert(module.arrow(to, &glob.target));
                        None
                    }
                    None => None,
                };
                if let Some(whole) = whole.filter(|whole| !whole.names.items.is_empty()) {
                    arrows.insert(module.arrow(whole.file, &glob.target));
                }
            }
        }
        arrows.retain(|arrow| arrow.from != arrow.to);
        arrows
    }

    /// What a path means that is written in a module; nothing where it leads out of the crate.
    fn find(&self, module: &[String], path: &[String], aliases: usize) -> Option<Found<'files>> {
        let aliases = aliases.checked_sub(1)?;
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => self.descend(Vec::new(), rest, aliases),
            "self" => self.descend(module.to_vec(), rest, aliases),
            "super" => {
                let (_, mut above) = module.split_last()?;
                let mut rest = rest;
                while let Some(("super", further)) = rest
                    .split_first()
                    .map(|(name, further)| (name.as_str(), further))
                {
                    (_, above) = above.split_last()?;
                    rest = further;
                }
                self.descend(above.to_vec(), rest, aliases)
            }
            _ if self.modules.contains_key(&child(module, first)) => {
                self.descend(child(module, first), rest, aliases)
            }
            _ => self.alias(module, first, rest, aliases),
        }
    }

    /// Follows a path from a module on.
    fn descend(&self, base: ModulePath, path: &[String], aliases: usize) -> Option<Found<'files>> {
        let Some((first, rest)) = path.split_first() else {
            return Some(Found::Module(base));
        };
        let deeper = child(&base, first);
        if self.modules.contains_key(&deeper) {
            return self.descend(deeper, rest, aliases);
        }
        let module = self.modules.get(&base)?;
        if module.names.items.contains(first) {
            return Some(Found::Item(module.file));
        }
        self.alias(&base, first, rest, aliases)
    }

    /// Follows a path whose first name a module has from elsewhere.
    fn alias(
        &self,
        module: &[String],
        first: &str,
        rest: &[String],
        aliases: usize,
    ) -> Option<Found<'files>> {
        let aliases = aliases.checked_sub(1)?;
        let names = &self.modules.get(module)?.names;
        let with_rest = |import: &Import| {
            let mut target = import.target.clone();
            target.extend_from_slice(rest);
            target
        };
        // An import of its own name, such as `use text::…`, means a crate.
        let named = |import: &&Import| import.name == first && import.target[0] != first;
        if let Some(import) = names.imports.iter().find(named) {
            return self.find(module, &with_rest(import), aliases);
        }
        names.globs.iter().find_map(|glob| {
            let Some(Found::Module(whole)) = self.find(module, &glob.target, aliases) else {
                return None;
            };
            let has = |names: &Names| {
                names.items.contains(first)
                    || names.imports.iter().any(|import| import.name == first)
                    || !names.globs.is_empty()
            };
            let mut path = vec![first.to_owned()];
            path.extend_from_slice(rest);
            (whole != module && has(&self.modules.get(&whole)?.names))
                .then(|| self.descend(whole, &path, aliases))?
        })
    }
}

impl<'files> Module<'files> {
    fn arrow(&self, to: &'files str, named: &[String]) -> Arrow<'files> {
        Arrow {
            from: self.file,
            to,
            name: named.join("::"),
        }
    }
}

fn child(path: &[String], name: &str) -> ModulePath {
    let mut path = path.to_vec();
    path.push(name.to_owned());
    path
}
