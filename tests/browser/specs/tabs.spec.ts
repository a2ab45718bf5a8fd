// One stream for all tabs of a browser, and a line that dies without a word.
import { type Page } from "@playwright/test";
import { expect, open, type Studio, test, watch } from "./studio";

const rail = (page: Page) => page.getByRole("navigation", { name: "Studio" });

/** How many streams the pages opened, and how many of them are open. */
async function countStreams(page: Page) {
  await page.addInitScript(() => {
    const counts = { opened: 0, closed: 0 };
    Object.assign(window, { streams: counts });
    const Original = EventSource;
    class Counted extends Original {
      constructor(url: string) {
        super(url);
        counts.opened += 1;
      }
      close() {
        counts.closed += 1;
        super.close();
      }
    }
    window.EventSource = Counted;
  });
}

type Streams = { streams: { opened: number; closed: number } };
const streams = (page: Page) =>
  page.evaluate(() => {
    const { opened, closed } = (window as unknown as Streams).streams;
    return opened - closed;
  });

async function rename(studio: Studio, page: Page, story: string, title: string) {
  const headers = { "if-match": "*" };
  const answer = await page.request.patch(`${studio.url}/api/v1/stories/${story}`, { data: { title }, headers });
  expect(answer.ok(), await answer.text()).toBe(true);
}

test("seven tabs share one stream, and all of them stay up to date", async ({ page, context, studio }) => {
  await studio.start(0);
  const story = await studio.story(1);
  const tabs = [page];
  for (let i = 1; i < 7; i++) tabs.push(await context.newPage());
  const consoleErrors = tabs.slice(1).map(watch);
  for (const tab of tabs) {
    await countStreams(tab);
    await open(tab, `${studio.url}/stories/${story}`);
  }
  await expect.poll(async () => (await Promise.all(tabs.map(streams))).reduce((a, b) => a + b)).toBe(1);
  await rename(studio, page, story, "All of them");
  for (const tab of tabs) await expect(tab.getByRole("heading", { level: 1 })).toHaveText("All of them");

  // The tab with the stream closes: another one takes over, and nothing is lost meanwhile.
  const counts = await Promise.all(tabs.map(streams));
  const [leader] = tabs.splice(counts.indexOf(1), 1);
  await leader.close();
  await rename(studio, tabs[0], story, "After it closed");
  for (const tab of tabs) await expect(tab.getByRole("heading", { level: 1 })).toHaveText("After it closed");
  expect((await Promise.all(tabs.map(streams))).reduce((a, b) => a + b)).toBe(1);
  expect(consoleErrors.flat()).toEqual([]);
});

test("without locks each tab has a stream of its own", async ({ page, context, studio }) => {
  await studio.start(0);
  const story = await studio.story(1);
  const tabs = [page, await context.newPage()];
  for (const tab of tabs) {
    await tab.addInitScript(() => Object.defineProperty(navigator, "locks", { value: undefined }));
    await countStreams(tab);
    await open(tab, `${studio.url}/stories/${story}`);
  }
  for (const tab of tabs) await expect.poll(() => streams(tab)).toBe(1);
  await rename(studio, page, story, "Both");
  for (const tab of tabs) await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Both");
});

test("text that a run writes arrives once in every tab, also when the stream moves", async ({ page, context, studio }) => {
  test.setTimeout(90_000);
  const writer = await studio.stepped();
  const story = await studio.outlined(1, writer);
  writer.write(10);
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await countStreams(tab);
    await open(tab, `${studio.url}/stories/${story}/write/1`);
  }
  const run = await studio.startRun(story, { kind: "chapter", chapter: 1 });
  const article = other.getByRole("article");
  await expect.poll(async () => (await article.innerText()).length, { timeout: 30_000 }).toBeGreaterThan(300);
  expect(await streams(page)).toBe(1);
  await page.close();
  writer.write(10);
  await expect.poll(() => streams(other)).toBe(1);
  await expect
    .poll(
      async () => {
        const draft = (await studio.get(`/runs/${run}/draft`))?.text as string | undefined;
        const begin = draft?.slice(0, 600).replace(/\s+/g, " ");
        const shown = (await article.innerText()).replace(/\s+/g, " ");
        return !begin || shown.includes(begin);
      },
      { timeout: 20_000 },
    )
    .toBe(true);
});

test("a line that falls silent is noticed, told and opened again", async ({ page, studio }) => {
  await studio.start(0);
  await studio.story(1);
  await page.clock.install();
  // A line that opens and then says nothing, as after a change of networks.
  await page.addInitScript(() => {
    const Original = EventSource;
    let lines = 0;
    class Silent extends EventTarget {
      static readonly CLOSED = 2;
      static readonly OPEN = 1;
      readyState = 1;
      onopen?: () => void;
      onerror?: () => void;
      constructor() {
        super();
        setTimeout(() => this.onopen?.(), 0);
      }
      close() {
        this.readyState = 2;
      }
    }
    Object.assign(window, {
      EventSource: function (url: string) {
        lines += 1;
        Object.assign(window, { lines });
        return lines < 3 ? new Silent() : new Original(url);
      },
    });
    Object.assign(window.EventSource, { CLOSED: 2, OPEN: 1, CONNECTING: 0 });
  });
  await open(page, studio.url);
  const lines = () => page.evaluate(() => (window as unknown as { lines: number }).lines);
  await expect.poll(lines).toBe(1);
  await page.clock.runFor(20_000);
  expect(await lines(), "one missed heartbeat is none").toBe(1);
  await page.evaluate(() => {
    const place = document.querySelector(".connection")!;
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => said.push(place.textContent ?? "")).observe(place, { childList: true, subtree: true, characterData: true });
  });
  await page.clock.runFor(20_000);
  await expect.poll(lines).toBe(2);
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said.join("|"));
  await expect.poll(said).toContain("Connection lost");
  await page.clock.runFor(40_000);
  await expect.poll(lines).toBe(3);
  await expect(rail(page).locator(".connection")).toHaveText("");
});

test("a page that comes back by Back follows the stream again", async ({ page, studio }) => {
  await studio.start(0);
  const story = await studio.story(1);
  await open(page, `${studio.url}/stories/${story}`);
  await page.goto("about:blank");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await rename(studio, page, story, "Back again");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Back again");
});
