//! JSON from the page, read the way answers of server functions are.

use codee::{Decoder, Encoder};
use serde::{Serialize, de::DeserializeOwned};

/// The codec of resources.
///
/// Leptos' own reads text, server functions read bytes: two readers of JSON, each compiled for every
/// type. With this one there is one, which is a tenth of the browser's half.
pub struct Json;

impl<T: Serialize> Encoder<T> for Json {
    type Error = serde_json::Error;
    type Encoded = String;

    fn encode(value: &T) -> Result<String, Self::Error> {
        serde_json::to_string(value)
    }
}

impl<T: DeserializeOwned> Decoder<T> for Json {
    type Error = serde_json::Error;
    type Encoded = str;

    fn decode(text: &str) -> Result<T, Self::Error> {
        serde_json::from_slice(text.as_bytes())
    }
}
