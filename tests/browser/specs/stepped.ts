// A model that writes prose as far as a test lets it: what a page does meanwhile does not depend on the machine.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const who = ["Mara", "Elin", "The pilot", "Old Tobias", "The keeper", "Her brother", "A stranger"];
const does = ["counted the lamps along", "turned her back to", "listened for a voice over", "drew the line of",
  "never looked at", "had promised to leave", "remembered the smell of", "walked the length of"];
const what = ["the harbour wall", "the café by the slip", "the drowned road", "the signal house", "the wake of the ferry",
  "the empty nets", "the far light", "the little chapel", "the old customs house"];
const how = ["while the tide turned", "and said nothing", "until the radio crackled", "as if it were summer",
  "because nobody else would", "with the letter still unopened", "before the fog came in"];

/** The sentence of a number; those of neighbouring numbers have nothing in common. */
function sentence(number: number) {
  const pick = (list: string[], step: number) => list[(number * step + Math.floor(number / list.length)) % list.length];
  return `${pick(who, 3)} ${pick(does, 5)} ${pick(what, 4)} ${pick(how, 3)}.`;
}

/** Something that a JSON schema allows. */
function fill(schema: any): unknown {
  if (schema.enum) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case "object":
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, of]) => [name, fill(of)]));
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, () => fill(schema.items ?? {}));
    case "integer":
    case "number":
      return schema.minimum ?? 1;
    case "boolean":
      return false;
    default:
      return "The lamp is lit.";
  }
}

/** How many sentences a scene has. */
const scene = 40;

/** Starts the model's server. It answers everything but prose at once. */
export async function steppedModel() {
  let written = 0;
  let allowed = 0;
  let waiting: (() => void)[] = [];
  const allow = (sentences: number) => {
    allowed = sentences;
    const woken = waiting;
    waiting = [];
    woken.forEach((wake) => wake());
  };
  const server = createServer(async (request, response) => {
    if (request.url === "/v1/models") {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ object: "list", data: [{ id: "stepped", context_length: 32768 }] }));
      return;
    }
    let body = "";
    for await (const chunk of request) body += chunk;
    if (request.url !== "/v1/chat/completions") {
      response.statusCode = 404;
      response.end("{}");
      return;
    }
    const schema = JSON.parse(body).response_format?.json_schema?.schema;
    let gone = false;
    response.on("close", () => {
      gone = true;
      allow(allowed);
    });
    response.setHeader("content-type", "text/event-stream");
    const say = (delta: object, finish: string | null) =>
      response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`);
    if (schema) say({ content: JSON.stringify(fill(schema)) }, null);
    for (let number = 0; !schema && number < scene && !gone; number += 1) {
      while (written >= allowed && !gone) await new Promise<void>((wake) => waiting.push(wake));
      if (gone) return;
      const space = number === 0 ? "" : number % 6 === 0 ? "\n\n" : " ";
      say({ content: `${space}${sentence(written)}` }, null);
      written += 1;
    }
    say({}, "stop");
    response.end("data: [DONE]\n\n");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    name: "openai:stepped",
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    /** Lets it write so many sentences more: about sixty characters each. */
    write: (sentences: number) => allow(written + sentences),
    /** Lets it write to the end of whatever it is asked for. */
    finish: () => allow(Infinity),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type SteppedModel = Awaited<ReturnType<typeof steppedModel>>;
