//! Models behind a server that speaks OpenAI's `/v1/chat/completions`.
//!
//! One shape reaches llama.cpp, LM Studio, vLLM, Ollama, OpenRouter, OpenAI and, through the compatible
//! addresses they offer, Anthropic and Gemini. A client of our own, thin, over `reqwest`: it keeps what general ones lose (why a call was refused, whether a
//! stream really ended, exact schemas and names), and dropping its answer closes the connection, so that
//! the server stops working. What a server sends is read for what it is, whatever it is labelled as, field by
//! field: what can't be read is left out.

mod address;
mod answer_body;
mod call_limiter;
mod chunk;
mod client;
mod connect;
mod connect_error;
pub mod error;
mod error_body;
mod failure;
mod json_numbers;
mod key;
pub mod models;
mod overflow;
mod probe;
mod probe_result;
mod programs;
mod reader;
mod refusal;
mod request;
pub mod secrets;
mod send;
mod server;
mod server_model;
mod sse;
mod stream;
mod thinking;
mod unsupported_params;
mod wait;

pub use address::check as check_address;
pub use client::prepare_tls;
pub use server::Server;
pub use server_model::ServerModel;

use async_trait::async_trait;
use reader::Reader;
use send::StartedAnswer;
use tokio_util::sync::CancellationToken;
use writing::{Abilities, AnswerStream, Call, LanguageModel, ModelError};

/// So many answers in a row that began in thought without saying so: then the next one is held back.
const SURELY_THINKS: u8 = 2;

#[async_trait]
impl LanguageModel for ServerModel {
    fn name(&self) -> &str {
        &self.name
    }

    async fn abilities(&self) -> Abilities {
        let known = probe::known(&self.server, &self.id, false).await;
        self.abilities_of(known, self.unsupported().await)
    }

    async fn answer(
        &self,
        call: Call,
        stop: CancellationToken,
    ) -> Result<AnswerStream, ModelError> {
        self.answer_in_turn(call, stop, CancellationToken::new())
            .await
    }

    async fn answer_in_turn(
        &self,
        mut call: Call,
        stop: CancellationToken,
        its_turn: CancellationToken,
    ) -> Result<AnswerStream, ModelError> {
        let given = call.prompt.take();
        let asking = async {
            let server = &self.server;
            let turn = server
                .0
                .limiter
                .acquire()
                .await
                .map_err(|cause| server.failure(cause))?;
            its_turn.cancel();
            let StartedAnswer {
                response,
                prefill,
                asked,
                is_structured,
            } = self.send(&call, given).await?;
            let thinks = asked.unsupported.thoughts >= SURELY_THINKS;
            let mut reader = Reader::after(&call.prefix, &prefill, thinks);
            reader.is_structured = is_structured;
            reader.takes_marred = asked.unsupported.marred;
            Ok(stream::pieces(self.clone(), asked, response, turn, reader))
        };
        tokio::select! {
            biased;
            // Whoever asked is gone; what is returned does not matter.
            () = stop.cancelled() => Err(ModelError::Lasting("Stopped.".to_owned())),
            answer = asking => answer,
        }
    }
}

#[cfg(test)]
mod properties;

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{ModelServer, TimeLimits};

    #[test]
    fn a_key_is_in_no_debug_output_and_in_no_shown_address() {
        let settings = ModelServer {
            id: "here".to_owned(),
            url: "http://localhost:1/v1?key=abc".to_owned(),
            ..ModelServer::default()
        };
        let server = Server::new(settings, Some("secret".to_owned()), TimeLimits::default())
            .expect("a server");
        assert!(!format!("{:?}", server.model("m")).contains("secret"));
        assert_eq!(server.shown(), "http://localhost:1/v1");
    }
}
