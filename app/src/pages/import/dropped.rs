//! Files that were chosen or dropped, with those in folders.

use super::send::NamedFile;
use js_sys::{Array, Function, Promise, Reflect};
use leptos::ev::DragEvent;
use std::{future::Future, pin::Pin};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    File, FileList, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry,
    HtmlInputElement,
};

/// More files than any folder of chapters has.
const MOST: usize = 10_000;

/// The files of a field; those of a folder with their paths.
pub(super) fn chosen(field: &HtmlInputElement) -> Vec<NamedFile> {
    field.files().map(listed).unwrap_or_default()
}

fn listed(files: FileList) -> Vec<NamedFile> {
    let files = (0..files.length()).filter_map(|at| files.get(at));
    files
        .map(|file| {
            let path = Reflect::get(&file, &JsValue::from_str("webkitRelativePath"));
            let path = path.ok().and_then(|path| path.as_string());
            let name = path.filter(|path| !path.is_empty());
            (name.unwrap_or_else(|| file.name()), file)
        })
        .collect()
}

/// The files that were dropped. What belongs to the event is taken at once; folders are read then.
pub(super) fn dropped(event: &DragEvent) -> impl Future<Output = Vec<NamedFile>> + use<> {
    let data = event.data_transfer();
    let mut entries = Vec::new();
    if let Some(items) = data.as_ref().map(web_sys::DataTransfer::items) {
        let items = (0..items.length()).filter_map(|at| items.get(at));
        entries.extend(items.filter_map(|item| item.webkit_get_as_entry().ok().flatten()));
    }
    let plain = data.and_then(|data| data.files()).map(listed);
    async move {
        if entries.is_empty() {
            return plain.unwrap_or_default();
        }
        let mut files = Vec::new();
        for entry in entries {
            gather(entry, &mut files).await;
        }
        files
    }
}

/// Adds a file, or all files of a folder. What can't be read is left out.
fn gather(
    entry: FileSystemEntry,
    files: &mut Vec<NamedFile>,
) -> Pin<Box<dyn Future<Output = ()> + '_>> {
    Box::pin(async move {
        if files.len() >= MOST {
            return;
        }
        let path = entry.full_path().trim_start_matches('/').to_owned();
        if entry.is_file() {
            let entry: FileSystemFileEntry = entry.unchecked_into();
            let file = called(&entry, "file").await;
            if let Some(file) = file.and_then(|file| file.dyn_into::<File>().ok()) {
                files.push((path, file));
            }
            return;
        }
        let folder: FileSystemDirectoryEntry = entry.unchecked_into();
        let reader = folder.create_reader();
        // A reader hands its entries out a few at a time, and none at the end.
        while let Some(entries) = called(&reader, "readEntries").await {
            let entries: Array = entries.unchecked_into();
            if entries.length() == 0 {
                break;
            }
            for entry in entries.iter() {
                gather(entry.unchecked_into(), files).await;
            }
        }
    })
}

/// Calls a method that answers through a callback; none where it fails.
async fn called(of: &JsValue, method: &str) -> Option<JsValue> {
    let method: Function = Reflect::get(of, &JsValue::from_str(method))
        .ok()?
        .dyn_into()
        .ok()?;
    let answer = Promise::new(&mut |resolve, reject| {
        let _ = method.call2(of, &resolve, &reject);
    });
    JsFuture::from(answer).await.ok()
}
