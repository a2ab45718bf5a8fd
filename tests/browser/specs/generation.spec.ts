// What the studio is for: writing goes on while the author walks about.
import { expect, open, premise, test, watch } from "./studio";

const dock = "Generation";

test("a chapter is written while the author walks through the studio", async ({ page, studio }) => {
  const writer = await studio.stepped();
  const story = await studio.outlined(3, writer);
  writer.write(5);
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await page.getByRole("button", { name: "Write chapter", exact: true }).click();
  const region = page.getByRole("region", { name: dock });
  await expect(region).toBeVisible();
  const bar = region.getByRole("progressbar");
  const now = async () => Number(await bar.getAttribute("aria-valuenow"));

  // Walk by links only: the page is never loaded again.
  await page.evaluate(() => ((window as unknown as { here: boolean }).here = true));
  const rail = page.getByRole("navigation", { name: "Studio" });
  await rail.getByRole("link", { name: "Library" }).click();
  await expect(page).toHaveURL(`${studio.url}/`);
  await expect(region).toBeVisible();
  const first = await now();
  // The model pauses after it: what came is told all the same.
  writer.write(10);
  await expect.poll(now).toBeGreaterThan(first);
  await page.getByRole("link", { name: /The Second Voice/ }).first().click();
  await expect(page).toHaveURL(new RegExp(`/stories/${story}`));
  await rail.getByRole("link", { name: "World" }).click();
  await expect(page).toHaveURL(`${studio.url}/stories/${story}/world`);
  await expect(region).toBeVisible();
  await rail.getByRole("link", { name: "Write" }).click();
  const chapters = page.getByRole("region", { name: "Chapters" });
  await chapters.getByRole("link").nth(1).click();
  await expect(page).toHaveURL(`${studio.url}/stories/${story}/write/2`);
  await expect(region).toBeVisible();

  // Back at the chapter the text is there and goes on.
  await chapters.getByRole("link").nth(0).click();
  await expect(page).toHaveURL(`${studio.url}/stories/${story}/write/1`);
  const article = page.getByRole("article");
  const length = async () => (await article.innerText()).length;
  await expect.poll(length).toBeGreaterThan(400);
  const before = await length();
  // A scene has 40 sentences: with those from before, it must not end by itself.
  writer.write(12);
  // The article has the title and the beats besides.
  await expect.poll(length).toBeGreaterThan(before + 500);
  expect(await page.evaluate(() => (window as unknown as { here: boolean }).here)).toBe(true);

  // Cancel, and the text stays.
  await region.getByRole("button", { name: "Cancel" }).click();
  // It goes by itself: looked for first.
  await expect(page.getByText(/Stopped\. /).first()).toBeVisible();
  await expect(region).toBeHidden();
  const kept = await studio.text(story, 1);
  expect(kept.length).toBeGreaterThan(400);
  await expect(article).toContainText(kept.slice(0, 60).split("\n")[0]);
  await expect(page.getByRole("button", { name: "Continue from here" })).toBeVisible();
});

test("a reload in the middle shows the text and goes on", async ({ page, studio }) => {
  const writer = await studio.stepped();
  const story = await studio.outlined(1, writer);
  writer.write(10);
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await page.getByRole("button", { name: "Write chapter", exact: true }).click();
  const article = page.getByRole("article");
  const length = async () => (await article.innerText()).length;
  await expect.poll(length).toBeGreaterThan(400);
  await page.reload();
  const region = page.getByRole("region", { name: dock });
  await expect(region).toBeVisible();
  const before = await length();
  expect(before).toBeGreaterThan(300);
  writer.write(5);
  await expect.poll(length).toBeGreaterThan(before + 100);
  writer.finish();
  const run = (await studio.runs())[0].id;
  await studio.waitForRun(run, "succeeded");
  // What the reader saw is what was committed.
  await expect(region).toBeHidden();
  const text = await studio.text(story, 1);
  const last = text.trim().split("\n\n").at(-1)!;
  await expect(article).toContainText(last);
});

test("two tabs agree", async ({ page, context, studio }) => {
  const writer = await studio.stepped();
  const story = await studio.outlined(2, writer);
  writer.write(10);
  const url = `${studio.url}/stories/${story}/write/1`;
  await open(page, url);
  const other = await context.newPage();
  const consoleErrors = watch(other);
  await open(other, `${studio.url}/`);
  await page.getByRole("button", { name: "Write chapter", exact: true }).click();
  await expect(other.getByRole("region", { name: dock })).toBeVisible();
  await open(other, url);
  await expect.poll(async () => (await other.getByRole("article").innerText()).length).toBeGreaterThan(400);
  // Paused in one, paused in both; resumed in the other, going on in both.
  await other.getByRole("region", { name: dock }).getByRole("button", { name: "Pause" }).click();
  for (const tab of [page, other]) {
    await expect(tab.getByRole("region", { name: dock }).getByRole("button", { name: "Resume" })).toBeVisible();
  }
  const shown = (tab: typeof page) => tab.getByRole("article").innerText();
  await expect.poll(async () => (await shown(page)) === (await shown(other))).toBe(true);
  await page.getByRole("region", { name: dock }).getByRole("button", { name: "Resume" }).click();
  await expect(other.getByRole("region", { name: dock }).getByRole("button", { name: "Pause" })).toBeVisible();
  await other.getByRole("region", { name: dock }).getByRole("button", { name: "Cancel" }).click();
  for (const tab of [page, other]) {
    await expect(tab.getByRole("region", { name: dock })).toBeHidden();
  }
  expect(consoleErrors).toEqual([]);
});

test("a double click starts one run", async ({ page, studio }) => {
  await studio.start(await studio.stepped());
  const story = await studio.story(1);
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await page.getByRole("button", { name: "Write chapter", exact: true }).dblclick();
  await expect(page.getByRole("region", { name: dock })).toBeVisible();
  await expect.poll(async () => (await studio.runs()).length).toBe(1);
  await page.getByRole("region", { name: dock }).getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("region", { name: dock })).toBeHidden();
  expect(await studio.runs()).toHaveLength(1);
});

test("the whole way: new story, all chapters, cancel, kill, resume, read", async ({ page, studio, consoleErrors }) => {
  await studio.start(300);
  await open(page, studio.url);
  await page.getByRole("link", { name: "New story" }).first().click();
  await page.getByLabel("Premise").fill(premise);
  await page.getByLabel(/^Chapters|How many chapters/).fill("3");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page).toHaveURL(/\/stories\/[0-9a-f-]{36}$/);
  const story = page.url().split("/").at(-1)!;
  await page.getByRole("button", { name: "Write all chapters" }).click();
  const region = page.getByRole("region", { name: dock });
  await expect(region.getByRole("status")).toContainText(/chapter 2/i, { timeout: 45_000 });
  await page.getByRole("navigation", { name: "Studio" }).getByRole("link", { name: "Queue" }).click();
  await expect
    .poll(async () => {
      const run = (await studio.runs())[0].id;
      return ((await studio.get(`/runs/${run}/draft`)).text ?? "").length;
    })
    .toBeGreaterThan(300);
  await region.getByRole("button", { name: "Cancel" }).click();
  await expect(region).toBeHidden();
  const run = (await studio.runs())[0].id;
  await studio.waitForRun(run, "cancelled");
  const partial = await studio.text(story, 2);
  expect(partial.length).toBeGreaterThan(300);

  await studio.stop("SIGKILL");
  await studio.start(0);
  await open(page, `${studio.url}/stories/${story}/write/2`);
  await expect(page.getByRole("article")).toContainText(partial.slice(0, 80).split("\n")[0]);
  await page.getByRole("button", { name: "Continue from here" }).click();
  await studio.waitForRun(run, "succeeded");
  for (const number of [1, 2, 3]) {
    const text = await studio.text(story, number);
    expect(text.split(/\s+/).length).toBeGreaterThan(900);
  }
  const third = await studio.text(story, 3);
  await open(page, `${studio.url}/stories/${story}/write/3`);
  await expect(page.getByRole("article")).toContainText(third.trim().split("\n\n")[0]);
  // The stream that broke with the killed process is the one complaint that has to be there.
  const expected = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/;
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((line) => !expected.test(line)));
});

test("a page that was open goes on by itself after the server came back", async ({ page, studio, consoleErrors }) => {
  const writer = await studio.stepped();
  const story = await studio.outlined(1, writer);
  writer.write(10);
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await page.getByRole("button", { name: "Write chapter", exact: true }).click();
  const article = page.getByRole("article");
  const length = async () => (await article.innerText()).length;
  await expect.poll(length).toBeGreaterThan(400);
  await studio.stop("SIGKILL");
  writer.finish();
  await studio.start(writer);
  const run = (await studio.runs())[0].id;
  await studio.waitForRun(run, "succeeded");
  const text = await studio.text(story, 1);
  await expect(article).toContainText(text.trim().split("\n\n").at(-1)!, { timeout: 30_000 });
  await expect(page.getByRole("region", { name: dock })).toBeHidden();
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((line) => !/net::ERR_/.test(line)));
});
