// A studio for one test: the real binary in a folder of its own, and a page whose console is watched.
import { test as base, expect, type APIRequestContext, type Page } from "@playwright/test";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { type SteppedModel, steppedModel } from "./stepped";

const binary =
  process.env.FABLEWRIGHT_BIN ?? path.resolve(__dirname, "../../../target/release/fablewright");

export const premise = "a lighthouse keeper who hears her dead brother on the radio";

export class Studio {
  readonly data = mkdtempSync(path.join(tmpdir(), "fablewright-"));
  url = "";
  private child?: ChildProcess;
  private readonly models: SteppedModel[] = [];

  constructor(private readonly api: APIRequestContext) {}

  /**
   * Starts the binary; a studio that is started again keeps its address and its data. A model that is stepped writes
   * what the test lets it write, the built-in writer so many words a second (0: as fast as it can).
   */
  async start(writer: number | SteppedModel) {
    const addr = this.url ? new URL(this.url).host : "127.0.0.1:0";
    const by =
      typeof writer === "number"
        ? ["--log", "warn", "--builtin-rate", `${writer}`]
        : // It knows nothing of beats, which is warned of.
          ["--log", "error", "--model", writer.name, "--model-url", writer.url];
    const args = ["--addr", addr, "--data", this.data, ...by];
    const child = spawn(binary, args, { stdio: ["ignore", "pipe", "inherit"] });
    this.child = child;
    const lines = createInterface({ input: child.stdout! });
    let listening = false;
    for await (const line of lines) {
      this.url = line.replace("listening on ", "");
      listening = true;
      break;
    }
    if (!listening) throw new Error("the studio ended before it listened");
    return this;
  }

  async stop(signal: NodeJS.Signals) {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await gone;
  }

  /** A model that writes only what the test lets it write. */
  async stepped() {
    const model = await steppedModel();
    this.models.push(model);
    return model;
  }

  async remove() {
    await this.stop("SIGKILL");
    for (const model of this.models) model.close();
    rmSync(this.data, { recursive: true, force: true });
  }

  /** Makes a story over REST; answers its id. */
  async story(chapters: number, title = "The Second Voice") {
    const data = { title, brief: { premise, chapters } };
    const answer = await this.api.post(`${this.url}/api/v1/stories`, { data });
    expect(answer.status()).toBe(201);
    return (await answer.json()).id as string;
  }

  /** The same with world and outline, so that a run begins with its chapter; then `writer` writes. */
  async outlined(chapters: number, writer: number | SteppedModel) {
    await this.start(0);
    const story = await this.story(chapters);
    await this.waitForRun(await this.startRun(story, { kind: "outline" }), "succeeded");
    await this.stop("SIGTERM");
    await this.start(writer);
    return story;
  }

  async get(address: string) {
    return (await this.api.get(`${this.url}/api/v1${address}`)).json();
  }

  async text(story: string, chapter: number) {
    const address = `${this.url}/api/v1/stories/${story}/chapters/${chapter}/text`;
    return (await this.api.get(address)).text();
  }

  async startRun(story: string, data: object) {
    const answer = await this.api.post(`${this.url}/api/v1/stories/${story}/runs`, { data });
    expect(answer.status()).toBe(202);
    return (await answer.json()).id as string;
  }

  async runs() {
    return (await this.get("/runs")).items as { id: string; status: string; kind: string }[];
  }

  /** Waits for a run to come to rest. */
  async waitForRun(run: string, status: string) {
    await expect
      .poll(async () => (await this.get(`/runs/${run}`)).status, { timeout: 45_000 })
      .toBe(status);
  }
}

/** Everything a browser complains about; hydration that does not fit is among it. */
export function watch(page: Page) {
  const consoleErrors: string[] = [];
  page.on("console", (message) => {
    const text = message.text();
    if (["error", "warning"].includes(message.type()) || /hydrat/i.test(text)) {
      consoleErrors.push(`${message.type()}: ${text}`);
    }
  });
  page.on("pageerror", (error) => consoleErrors.push(`uncaught: ${error.message}`));
  return consoleErrors;
}

/** The page answers to the keyboard and the mouse only once it is hydrated. */
export async function open(page: Page, url: string) {
  await page.goto(url);
  await expect(page.locator("html[data-ready]")).toBeAttached();
}

type Fixtures = { studio: Studio; consoleErrors: string[] };

export const test = base.extend<Fixtures>({
  studio: async ({ request }, use) => {
    const studio = new Studio(request);
    await use(studio);
    await studio.remove();
  },
  consoleErrors: [
    // After the studio in the order of making, so before it in the order of ending.
    async ({ page, studio }, use) => {
      void studio;
      const consoleErrors = watch(page);
      await use(consoleErrors);
      expect(consoleErrors, "the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
