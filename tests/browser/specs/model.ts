// A model on a server, for pages that need one.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A sentence, word by word. */
export const sentence = ["Rain", " came", " over", " the", " harbour", " wall", ",", " and", " nobody", " looked", " up", "."];

/**
 * A model server of the smallest kind: the same answer to everything, and it wants the key `sk-right`. A model called
 * broken is listed, but can't be used.
 */
export async function modelServer(pieces: string[], models = ["quiet-one"]) {
  const keys: string[] = [];
  const server: Server = createServer(async (request, response) => {
    keys.push(request.headers.authorization ?? "");
    if (request.url === "/v1/models") {
      response.setHeader("content-type", "application/json");
      const data = models.map((id) => ({ id, owned_by: "somebody", context_length: 16384 }));
      response.end(JSON.stringify({ object: "list", data }));
      return;
    }
    if (request.url !== "/v1/chat/completions") {
      response.statusCode = 404;
      response.end("{}");
      return;
    }
    if (request.headers.authorization !== "Bearer sk-right") {
      response.statusCode = 401;
      response.end(JSON.stringify({ error: { message: "Invalid key" } }));
      return;
    }
    let asked = "";
    for await (const chunk of request) asked += chunk;
    if (/broken/.test(JSON.parse(asked).model)) {
      response.statusCode = 404;
      response.end(JSON.stringify({ error: { message: "This model is not loaded" } }));
      return;
    }
    response.setHeader("content-type", "text/event-stream");
    const say = (delta: object, finish: string | null) =>
      response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`);
    for (const word of pieces) {
      say({ content: word }, null);
    }
    say({}, "stop");
    response.end("data: [DONE]\n\n");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return { url, keys, close: () => server.close() };
}
