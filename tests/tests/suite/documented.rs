//! A client that holds every answer against the OpenAPI document.

use jsonschema::{Draft, Validator};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::Client;

/// The document, and a client that holds every answer against it.
pub(crate) struct DocumentedClient<'a> {
    pub(crate) client: &'a Client,
    pub(crate) document: Value,
    pub(crate) seen: BTreeSet<String>,
}

impl<'a> DocumentedClient<'a> {
    pub(crate) async fn of(client: &'a Client) -> Self {
        let (status, document) = client.get("/api/openapi.json").await;
        assert_eq!(status, StatusCode::OK);
        Self {
            client,
            document,
            seen: BTreeSet::new(),
        }
    }

    pub(crate) fn validator(&self, schema: &Value) -> Validator {
        let schema = json!({ "allOf": [schema], "components": self.document["components"] });
        let options = jsonschema::options().with_draft(Draft::Draft202012);
        options.build(&schema).unwrap()
    }

    pub(crate) fn fits(&self, schema: &Value, value: &Value, what: &str) {
        let errors: Vec<_> = self
            .validator(schema)
            .iter_errors(value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{what}: {errors:?}\n{value}");
    }

    /// The path of the document that an address belongs to: one that has fewer names where several fit.
    pub(crate) fn template(&self, path: &str) -> String {
        let path = path.split('?').next().unwrap();
        let parts: Vec<_> = path.split('/').collect();
        let paths = self.document["paths"].as_object().unwrap().keys();
        let fits = |template: &&String| {
            let of: Vec<_> = template.split('/').collect();
            of.len() == parts.len()
                && of
                    .iter()
                    .zip(&parts)
                    .all(|(of, part)| of.starts_with('{') || of == part)
        };
        let found = paths
            .filter(fits)
            .min_by_key(|template| template.matches('{').count());
        found
            .unwrap_or_else(|| panic!("{path} is not in the document"))
            .clone()
    }

    pub(crate) async fn send(
        &mut self,
        method: Method,
        path: &str,
        etag: Option<&str>,
        body: Option<Value>,
        expected: u16,
    ) -> Value {
        let template = self.template(path);
        let name = method.as_str().to_lowercase();
        let what = format!("{name} {path}");
        let operation = self.document["paths"][&template][&name].clone();
        assert!(operation.is_object(), "{what} is not in the document");
        let mut request = self.client.request(method, path);
        if let Some(etag) = etag {
            request = request.header("if-match", etag);
        }
        if let Some(body) = &body {
            if expected < 400 {
                let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
                self.fits(schema, body, &format!("the body of {what}"));
            }
            request = request.json(body);
        }
        let answer = request.send().await.unwrap();
        let status = answer.status().as_u16();
        let kind = answer.headers().get("content-type").cloned();
        let headers = answer.headers().clone();
        let bytes = answer.bytes().await.unwrap();
        let shown = String::from_utf8_lossy(&bytes);
        assert_eq!(status, expected, "{what}: {shown}");
        let documented = &operation["responses"][status.to_string()];
        assert!(
            documented.is_object(),
            "{status} of {what} is not in the document"
        );
        for (header, _) in documented["headers"].as_object().into_iter().flatten() {
            assert!(headers.contains_key(header), "{what} has no {header}");
        }
        self.seen.insert(format!("{name} {template}"));
        let Some(kind) = kind else {
            assert!(documented["content"].is_null(), "{what} has no body");
            return Value::Null;
        };
        let kind = kind.to_str().unwrap().split(';').next().unwrap();
        let content = &documented["content"][kind];
        assert!(
            content.is_object(),
            "{kind} of {what} is not in the document"
        );
        let body = match kind.ends_with("json") {
            true => serde_json::from_slice(&bytes).unwrap(),
            false => Value::from(shown),
        };
        self.fits(&content["schema"], &body, &what);
        body
    }

    pub(crate) async fn get(&mut self, path: &str) -> Value {
        self.send(Method::GET, path, None, None, 200).await
    }

    pub(crate) async fn post(&mut self, path: &str, body: Value, expected: u16) -> Value {
        self.send(Method::POST, path, None, Some(body), expected)
            .await
    }

    /// A change of what there is, whatever its version.
    pub(crate) async fn change(
        &mut self,
        method: Method,
        path: &str,
        body: Option<Value>,
        status: u16,
    ) -> Value {
        self.send(method, path, Some("*"), body, status).await
    }
}
