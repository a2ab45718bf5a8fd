//! Changes that name what they change, as JSON merge patches are (RFC 7396): a field that is missing stays, one that is
//! null gets its default back.

use crate::{Brief, ModelServer, Preferences, StageModels, Structure, TimeLimits};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What becomes of one field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Change<T> {
    /// It stays: the field is missing.
    #[default]
    Keep,
    /// It gets its default back: the field is null.
    Reset,
    /// It gets this value.
    To(T),
}

impl<T: Default> Change<T> {
    /// Carries it out.
    fn apply(self, field: &mut T, default: T) {
        match self {
            Self::Keep => {}
            Self::Reset => *field = default,
            Self::To(value) => *field = value,
        }
    }
}

impl<T> Change<T> {
    fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }
}

impl<T: Serialize> Serialize for Change<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::To(value) => serializer.serialize_some(value),
            Self::Keep | Self::Reset => serializer.serialize_none(),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Change<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Reset, Self::To))
    }
}

macro_rules! patch {
    ($name:ident of $whole:ident { $($field:ident: $type:ty),* $(; $($part:ident: $patch:ty),*)? }) => {
        #[doc = concat!("A change to [`", stringify!($whole), "`]; see there for the fields.")]
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(default, deny_unknown_fields)]
        pub struct $name {
            $(
                #[doc = concat!("What becomes of `", stringify!($field), "`.")]
                #[serde(skip_serializing_if = "Change::is_keep")]
                #[cfg_attr(feature = "openapi", schema(value_type = Option<$type>))]
                pub $field: Change<$type>,
            )*
            $($(
                #[doc = concat!("What becomes of the fields of `", stringify!($part), "`.")]
                #[serde(skip_serializing_if = "Change::is_keep")]
                #[cfg_attr(feature = "openapi", schema(value_type = Option<$patch>))]
                pub $part: Change<$patch>,
            )*)?
        }

        impl $name {
            /// What it is with the change in it.
            pub fn apply(self, mut whole: $whole) -> $whole {
                let default = <$whole>::default();
                $(self.$field.apply(&mut whole.$field, default.$field);)*
                $($(match self.$part {
                    Change::Keep => {}
                    Change::Reset => whole.$part = default.$part,
                    Change::To(patch) => whole.$part = patch.apply(whole.$part),
                })*)?
                whole
            }
        }

        /// All of it.
        impl From<$whole> for $name {
            fn from(whole: $whole) -> Self {
                Self {
                    $($field: Change::To(whole.$field),)*
                    $($($part: Change::To(whole.$part.into()),)*)?
                }
            }
        }
    };
}

patch!(BriefPatch of Brief {
    premise: String,
    genre: String,
    tone: String,
    themes: Vec<String>,
    setting: String,
    chapters: u32,
    structure: Structure,
    language: String,
    rating: String,
    include: Vec<String>,
    avoid: Vec<String>
});

patch!(StagesPatch of StageModels { plan: String, draft: String, edit: String, check: String });

patch!(LimitsPatch of TimeLimits {
    connect: f64,
    first_token: f64,
    between_tokens: f64,
    whole_call: f64
});

patch!(PreferencesPatch of Preferences {
    model: String,
    servers: Vec<ModelServer>,
    temperature: f64,
    chapter_words: u32,
    max_revisions: u32;
    stages: StagesPatch,
    limits: LimitsPatch
});

#[cfg(test)]
mod tests {
    use super::*;

    fn brief() -> Brief {
        Brief {
            premise: "a lighthouse".to_owned(),
            genre: "ghost story".to_owned(),
            chapters: 12,
            ..Brief::default()
        }
    }

    #[test]
    fn a_patch_changes_what_it_names() {
        let patch: BriefPatch =
            serde_json::from_str(r#"{"premise": "a radio", "genre": null}"#).expect("a patch");
        let expected = Brief {
            premise: "a radio".to_owned(),
            genre: String::new(),
            ..brief()
        };
        assert_eq!(patch.apply(brief()), expected);
        assert_eq!(BriefPatch::default().apply(brief()), brief());
        assert_eq!(BriefPatch::from(brief()).apply(Brief::default()), brief());
        assert!(serde_json::from_str::<BriefPatch>(r#"{"premise": 7}"#).is_err());
        assert!(serde_json::from_str::<BriefPatch>(r#"{"premisse": ""}"#).is_err());
    }

    #[test]
    fn settings_that_are_not_named_stay() {
        let preferences = Preferences {
            servers: vec![ModelServer::default()],
            temperature: 0.3,
            ..Preferences::default()
        };
        let sent = r#"{"model": "local:m", "limits": {"connect": 9.5}, "stages": null}"#;
        let patch: PreferencesPatch = serde_json::from_str(sent).expect("a patch");
        let changed = patch.apply(preferences.clone());
        let limits = TimeLimits {
            connect: 9.5,
            ..TimeLimits::default()
        };
        let expected = Preferences {
            model: "local:m".to_owned(),
            limits,
            ..preferences.clone()
        };
        assert_eq!(changed, expected);
        let gone: PreferencesPatch = serde_json::from_str(r#"{"servers": []}"#).expect("a patch");
        assert!(gone.apply(preferences).servers.is_empty());
    }

    #[test]
    fn what_stays_is_not_sent() {
        let patch = BriefPatch {
            tone: Change::Reset,
            chapters: Change::To(3),
            ..BriefPatch::default()
        };
        let sent = serde_json::to_string(&patch).expect("JSON");
        assert_eq!(sent, r#"{"tone":null,"chapters":3}"#);
        assert_eq!(
            serde_json::from_str::<BriefPatch>(&sent).expect("a patch"),
            patch
        );
    }
}
