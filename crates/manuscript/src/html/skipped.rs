//! Elements that are passed over: what is no text of the manuscript.

use super::elements::{ElementLoss, ElementRole};
use super::page::PageState;
use super::skipped_element::Skipped;
use exchange::import::ImportLossKind;

impl PageState<'_> {
    /// Begins to pass over an element whose text is not the manuscript's.
    pub(super) fn skips(&mut self, name: &[u8], role: ElementRole, is_hidden: bool) -> bool {
        let kind = match role {
            ElementRole::Skip | ElementRole::Styles => None,
            ElementRole::Lost(ElementLoss::Drawing) => Some(ImportLossKind::Picture),
            ElementRole::Lost(ElementLoss::Formula) => Some(ImportLossKind::Formula),
            ElementRole::Lost(ElementLoss::Media) => Some(ImportLossKind::Media),
            ElementRole::Lost(ElementLoss::Deletion) => Some(ImportLossKind::Deletion),
            ElementRole::Lost(ElementLoss::Ruby) => Some(ImportLossKind::Ruby),
            _ if is_hidden && name != b"html" && name != b"body" => {
                Some(ImportLossKind::HiddenText)
            }
            _ => return false,
        };
        self.skipped = Some(Skipped {
            name: name.to_vec(),
            depth: 1,
            kind,
            is_styles: role == ElementRole::Styles,
            text: String::new(),
        });
        true
    }

    pub(super) fn end_skipped(&mut self) {
        let Some(skipped) = self.skipped.take() else {
            return;
        };
        if skipped.is_styles {
            self.sheet.add(&skipped.text);
        }
        match skipped.kind {
            Some(ImportLossKind::Ruby) => {
                let number = self.number();
                self.page.content.losses.add_once(
                    ImportLossKind::Ruby,
                    number,
                    self.runs.last_text(),
                );
            }
            Some(ImportLossKind::HiddenText | ImportLossKind::Deletion)
                if skipped.text.trim().is_empty() => {}
            Some(kind) => self.lose(kind, skipped.text),
            None => {}
        }
    }
}
