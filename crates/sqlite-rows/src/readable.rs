//! Reading what can be read: one value that can't be must not take a list, or the library, with it.
//!
//! Text that is no UTF-8 is shown with replacement characters, a part of a JSON value that can't be read has its default,
//! and what is left stands under a sentence that says so. The stored value stays as it is.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use sqlx::{
    Decode, Sqlite, Type,
    error::BoxDynError,
    sqlite::{SqliteTypeInfo, SqliteValueRef},
};
use store::Result;

/// Text, also where some of its bytes are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lossy(pub String);

impl Type<Sqlite> for Lossy {
    fn type_info() -> SqliteTypeInfo {
        <String as Type<Sqlite>>::type_info()
    }

    fn compatible(ty: &SqliteTypeInfo) -> bool {
        <String as Type<Sqlite>>::compatible(ty) || <Vec<u8> as Type<Sqlite>>::compatible(ty)
    }
}

impl<'r> Decode<'r, Sqlite> for Lossy {
    fn decode(value: SqliteValueRef<'r>) -> std::result::Result<Self, BoxDynError> {
        let bytes = <&[u8] as Decode<Sqlite>>::decode(value)?;
        Ok(Self(String::from_utf8_lossy(bytes).into_owned()))
    }
}

/// The items that can be read. Those that can't are passed over, and the log says so.
pub fn readable<T>(items: impl IntoIterator<Item = Result<T>>) -> Vec<T> {
    let pass = |item: Result<T>| {
        item.inspect_err(|error| tracing::error!(cause = ?error, "a stored row can't be read and is passed over"))
            .ok()
    };
    items.into_iter().filter_map(pass).collect()
}

/// A value out of its JSON, field by field where it can't be read whole; whether it could.
pub fn by_field<T: Default + Serialize + DeserializeOwned>(text: &str) -> (T, bool) {
    if let Ok(whole) = serde_json::from_str(text) {
        return (whole, true);
    }
    let fields: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
    let Ok(Value::Object(mut taken)) = serde_json::to_value(T::default()) else {
        return (T::default(), false);
    };
    for (name, value) in fields {
        let mut with = taken.clone();
        with.insert(name, value);
        if serde_json::from_value::<T>(Value::Object(with.clone())).is_ok() {
            taken = with;
        }
    }
    let value = serde_json::from_value(Value::Object(taken)).unwrap_or_default();
    (value, false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Brief, Preferences};

    #[test]
    fn what_can_be_read_of_a_value_is_taken() {
        let stored = r#"{"premise": "a lighthouse", "genre": 7, "chapters": 12, "later": true}"#;
        let (brief, whole): (Brief, bool) = by_field(stored);
        assert!(!whole);
        assert_eq!(
            (&*brief.premise, &*brief.genre, brief.chapters),
            ("a lighthouse", "", 12)
        );
        let (preferences, whole): (Preferences, bool) = by_field("{\"temperature\": 0.3");
        assert_eq!((preferences, whole), (Preferences::default(), false));
        assert!(by_field::<Preferences>("{}").1);
    }

    #[test]
    fn rows_that_cannot_be_read_are_passed_over() {
        let rows = [Ok(1), Err(store::Error::Corrupt("a status")), Ok(3)];
        assert_eq!(readable(rows), [1, 3]);
    }
}
