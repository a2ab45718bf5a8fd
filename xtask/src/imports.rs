//! What a module defines, imports and names, as its syntax says. What is compiled for tests alone is left out.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, UseTree, Visibility};

/// What a module defines, imports and names.
#[derive(Default)]
pub(crate) struct Names {
    /// What it defines.
    pub items: BTreeSet<String>,
    /// Its modules in files of their own.
    pub declared: BTreeSet<String>,
    /// Its modules in the same file.
    pub inline: BTreeMap<String, Names>,
    /// What it imports by name.
    pub imports: Vec<Import>,
    /// Modules of which it imports everything.
    pub globs: Vec<Import>,
    /// The paths in its code.
    pub paths: BTreeSet<Vec<String>>,
}

/// One name that a module has from elsewhere.
pub(crate) struct Import {
    /// The name that it has here.
    pub name: String,
    /// What it is, as a path.
    pub target: Vec<String>,
    /// Whether it is passed on to others: that alone takes nothing from there.
    pub is_public: bool,
}

impl Names {
    /// Reads the items of a module.
    pub(crate) fn of(items: &[Item]) -> Self {
        let mut names = Self::default();
        for item in items {
            names.note(item);
            names.visit_item(item);
        }
        names
    }

    /// Takes up the names of the same module in another form.
    pub(crate) fn extend(&mut self, other: Self) {
        self.items.extend(other.items);
        self.declared.extend(other.declared);
        self.imports.extend(other.imports);
        self.globs.extend(other.globs);
        self.paths.extend(other.paths);
    }

    /// Notes what an item of the module itself defines.
    fn note(&mut self, item: &Item) {
        if is_for_tests(attributes(item)) {
            return;
        }
        let name = match item {
            Item::Const(item) => &item.ident,
            Item::Enum(item) => &item.ident,
            Item::Fn(item) => &item.sig.ident,
            Item::Static(item) => &item.ident,
            Item::Struct(item) => &item.ident,
            Item::Trait(item) => &item.ident,
            Item::Type(item) => &item.ident,
            Item::Union(item) => &item.ident,
            Item::Macro(item) => match &item.ident {
                Some(name) => name,
                None => return,
            },
            Item::Mod(item) => {
                let name = item.ident.to_string();
                match &item.content {
                    Some((_, items)) => {
                        self.inline
                            .entry(name)
                            .or_default()
                            .extend_all(Self::of(items));
                    }
                    None => {
                        self.declared.insert(name);
                    }
                }
                return;
            }
            _ => return,
        };
        self.items.insert(name.to_string());
    }

    fn extend_all(&mut self, mut other: Self) {
        self.inline.append(&mut other.inline);
        self.extend(other);
    }

    /// Notes an import, name by name.
    fn import(&mut self, before: &[String], tree: &UseTree, is_public: bool) {
        let with = |name: String| {
            let mut path = before.to_vec();
            if name != "self" || path.is_empty() {
                path.push(name);
            }
            path
        };
        match tree {
            UseTree::Path(path) => {
                self.import(&with(path.ident.to_string()), &path.tree, is_public);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(before, tree, is_public);
                }
            }
            UseTree::Name(name) => {
                let target = with(name.ident.to_string());
                let name = target.last().cloned().unwrap_or_default();
                self.add(name, target, is_public);
            }
            UseTree::Rename(renamed) => {
                let target = with(renamed.ident.to_string());
                self.add(renamed.rename.to_string(), target, is_public);
            }
            UseTree::Glob(_) => self.globs.push(Import {
                name: "*".to_owned(),
                target: before.to_vec(),
                is_public,
            }),
        }
    }

    fn add(&mut self, name: String, target: Vec<String>, is_public: bool) {
        self.imports.push(Import {
            name,
            target,
            is_public,
        });
    }

    /// Notes the paths in the tokens of a macro: names with `::` between them.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        let mut is_member = false;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.end(&mut path);
                    }
                    if !is_member {
                        path.push(name.to_string());
                    }
                    (colons, is_member) = (0, false);
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Punct(mark) => {
                    self.end(&mut path);
                    (colons, is_member) = (0, mark.as_char() == '.');
                }
                TokenTree::Group(group) => {
                    self.end(&mut path);
                    (colons, is_member) = (0, false);
                    self.tokens(group.stream());
                }
                TokenTree::Literal(_) => {
                    self.end(&mut path);
                    (colons, is_member) = (0, false);
                }
            }
        }
        self.end(&mut path);
    }

    fn end(&mut self, path: &mut Vec<String>) {
        if !path.is_empty() {
            self.paths.insert(std::mem::take(path));
        }
    }
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item(&mut self, item: &'ast Item) {
        // Modules are read by themselves.
        if !matches!(item, Item::Mod(_)) && !is_for_tests(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if item.leading_colon.is_none() {
            let is_public = !matches!(item.vis, Visibility::Inherited);
            self.import(&[], &item.tree, is_public);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.leading_colon.is_none() {
            let names = path
                .segments
                .iter()
                .map(|segment| segment.ident.to_string());
            self.paths.insert(names.collect());
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        self.visit_path(&called.path);
        self.tokens(called.tokens.clone());
    }

    // `pub(super)` takes nothing from above.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let list = attribute.meta.require_list();
        list.is_ok_and(|list| list.path.is_ident("cfg") && list.tokens.to_string() == "test")
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}
