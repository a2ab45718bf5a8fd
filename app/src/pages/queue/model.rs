//! The choice of a run's model: the one in Settings, or one by name.

use crate::{
    api::settings::{get_settings, list_models},
    components::{ErrorMessage, select::Select, show},
    formatting,
    live::SubmitAction,
};
use domain::{Run, ServerModels, Settings};
use leptos::prelude::*;

/// The choice. Copies share everything.
#[derive(Clone, Copy)]
pub struct ModelChoice {
    /// The chosen one; empty: as in Settings.
    chosen: RwSignal<String>,
    settings: RwSignal<Option<Settings>>,
    known: RwSignal<Option<Vec<ServerModels>>>,
    loading: SubmitAction,
}

impl ModelChoice {
    /// Into the first signal; what the settings say goes into the second.
    pub fn new(chosen: RwSignal<String>, settings: RwSignal<Option<Settings>>) -> Self {
        Self {
            chosen,
            settings,
            known: RwSignal::new(None),
            loading: SubmitAction::new(),
        }
    }

    /// Shows the model that the run names, and loads the list of models.
    pub fn ask(self, run: &Run) {
        self.chosen.set(asked_for(run));
        self.known.set(None);
        self.loading.run(async move {
            let settings = get_settings().await?;
            self.settings.try_set(Some(settings));
            // Servers that are away take their time; the page may be gone by then.
            let known = list_models().await?;
            self.known.try_set(Some(known));
            Ok(())
        });
    }

    /// The list, once it is known what is in it.
    pub fn view(self) -> AnyView {
        let pending = self.loading.pending();
        let picked = move || {
            let known = self.known.get()?;
            let errors: Vec<String> = known.iter().filter_map(|of| of.error.clone()).collect();
            // They came before the models did.
            let usual = self.settings.with_untracked(|settings| {
                settings.as_ref().map(|settings| settings.model.clone())
            });
            let options = options(usual, known, self.chosen.get_untracked());
            let errors = errors
                .into_iter()
                .map(|reason| view! { <p class="muted">{reason}</p> })
                .collect_view();
            Some(view! { <Select label="Model" value=self.chosen options/> {errors} })
        };
        view! {
            {show(picked)}
            {show(move || {
                pending
                    .get()
                    .then(|| {
                        view! {
                            <p class="muted" role="status">
                                "Loading models…"
                            </p>
                        }
                    })
            })}
            <ErrorMessage error=self.loading.error()/>
        }
        .into_any()
    }
}

/// The model that this run names; empty: as in Settings.
pub(super) fn asked_for(run: &Run) -> String {
    match run.model_named {
        true => run.model.clone(),
        false => String::new(),
    }
}

/// What there is to choose from: the settings' model, those of all servers, and the present one, wherever it is.
fn options(
    usual: Option<String>,
    known: Vec<ServerModels>,
    chosen: String,
) -> Vec<(String, String)> {
    let as_set = match usual {
        Some(model) => format!("Default ({})", formatting::model_name(&model)),
        None => "Default".to_owned(),
    };
    let mut options = vec![(String::new(), as_set)];
    let named = known.into_iter().flat_map(|of| of.models);
    for model in named.chain([chosen]) {
        if !options.iter().any(|(name, _)| *name == model) {
            let shown = match model.contains(':') {
                true => model.clone(),
                false => formatting::model_name(&model),
            };
            options.push((model, shown));
        }
    }
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_models_can_be_chosen_and_the_present_one_stays_though_its_server_is_away() {
        let of = |server: &str, models: &[&str]| ServerModels {
            server: server.to_owned(),
            models: models.iter().map(|name| (*name).to_owned()).collect(),
            error: None,
        };
        let known = vec![
            of("", &["builtin"]),
            of("local", &["local:small"]),
            of("far", &[]),
        ];
        let options = |chosen: &str| -> Vec<(String, String)> {
            options(
                Some("local:small".to_owned()),
                known.clone(),
                chosen.to_owned(),
            )
        };
        let usual = [
            ("", "Default (small)"),
            ("builtin", "built-in demonstration"),
            ("local:small", "local:small"),
        ]
        .map(|(name, shown)| (name.to_owned(), shown.to_owned()));
        assert_eq!(options(""), usual);
        assert_eq!(options("local:small"), usual);
        assert_eq!(options("far:large")[3].0, "far:large");
    }
}
