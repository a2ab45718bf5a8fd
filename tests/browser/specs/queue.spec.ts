// The queue: order, holding, changing what waits, and being told of what happens.
import { modelServer, sentence } from "./model";
import { expect, open, test, type Studio } from "./studio";
import type { Page } from "@playwright/test";

/** Four stories of one chapter each, outlined, their chapters asked for: two are written, two wait. */
async function four(studio: Studio) {
  await studio.start(0);
  const stories: string[] = [];
  for (const title of ["Alder", "Birch", "Cedar", "Dogwood"]) {
    const story = await studio.story(1, title);
    await studio.waitForRun(await studio.startRun(story, { kind: "outline" }), "succeeded");
    stories.push(story);
  }
  await studio.stop("SIGTERM");
  await studio.start(await studio.stepped());
  const runs: string[] = [];
  for (const story of stories) runs.push(await studio.startRun(story, { kind: "chapter", chapter: 1 }));
  return { stories, runs };
}

/** The stories of a group, from top to bottom. */
async function shown(page: Page, group: string) {
  const rows = page.getByRole("region", { name: group }).getByRole("listitem").filter({ has: page.locator("a") });
  return rows.evaluateAll((rows) => rows.map((row) => row.querySelector("a")!.textContent!.trim()));
}

test("waiting runs are put in another order with the keyboard and by dragging", async ({ page, studio }) => {
  await four(studio);
  await open(page, `${studio.url}/queue`);
  await expect.poll(() => shown(page, "Waiting")).toEqual(["Cedar", "Dogwood"]);
  const waiting = page.getByRole("region", { name: "Waiting" });
  const handle = waiting.getByRole("button", { name: /^Move:/ });
  await handle.nth(1).focus();
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => shown(page, "Waiting")).toEqual(["Dogwood", "Cedar"]);
  // The handle keeps the focus in its new place, so that the next key goes on.
  await expect(handle.nth(0)).toBeFocused();
  await page.keyboard.press("End");
  await expect.poll(() => shown(page, "Waiting")).toEqual(["Cedar", "Dogwood"]);
  const row = waiting.locator("li.run");
  await row.nth(1).dragTo(row.nth(0));
  await expect.poll(() => shown(page, "Waiting")).toEqual(["Dogwood", "Cedar"]);
  // It is the server's order, not only the page's.
  await page.reload();
  await expect.poll(() => shown(page, "Waiting")).toEqual(["Dogwood", "Cedar"]);
});

test("the queue is paused and goes on; what waits is changed and cancelled", async ({ page, studio }) => {
  const { runs } = await four(studio);
  await open(page, `${studio.url}/queue`);
  await expect.poll(() => shown(page, "Running")).toEqual(["Alder", "Birch"]);
  await page.getByRole("button", { name: "Pause queue" }).click();
  await expect(page.getByText("The queue is paused. Nothing is generated until you resume it.")).toBeVisible();
  await expect.poll(() => shown(page, "Waiting")).toEqual(["Alder", "Birch", "Cedar", "Dogwood"]);

  // The last one is to come first.
  const waiting = page.getByRole("region", { name: "Waiting" });
  await waiting.locator("li.run").nth(3).getByRole("button", { name: /^Edit:/ }).click();
  const dialog = page.getByRole("dialog", { name: "Write chapter 1" });
  await dialog.getByLabel("High").check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect.poll(() => shown(page, "Waiting")).toEqual(["Dogwood", "Alder", "Birch", "Cedar"]);

  await page.getByRole("button", { name: "Resume queue" }).first().click();
  await expect.poll(() => shown(page, "Running")).toEqual(["Dogwood", "Alder"]);
  const question = page.getByRole("dialog", { name: "Cancel these runs?" });
  await page.getByRole("button", { name: "Cancel all waiting" }).click();
  await expect(question).toContainText("2 waiting runs will be cancelled.");
  await question.getByRole("button", { name: "Keep them" }).click();
  await expect(question).toBeHidden();
  await expect.poll(() => shown(page, "Waiting")).toEqual(["Birch", "Cedar"]);
  await page.getByRole("button", { name: "Cancel all waiting" }).click();
  await question.getByRole("button", { name: "Cancel runs" }).click();
  await expect(question).toBeHidden();
  await expect.poll(() => shown(page, "Waiting")).toEqual([]);
  await studio.waitForRun(runs[1], "cancelled");
  await studio.waitForRun(runs[2], "cancelled");
  await expect.poll(async () => (await studio.get("/state")).runs.length).toBe(2);
});

test("a run that failed gets another model, and goes on", async ({ page, studio, request }) => {
  test.setTimeout(90_000);
  const model = await modelServer(sentence, ["quiet-one", "broken-one"]);
  await studio.start(0);
  const story = await studio.story(1);
  await studio.waitForRun(await studio.startRun(story, { kind: "outline" }), "succeeded");
  const server = { id: "local", url: model.url, at_once: 1 };
  const data = { preferences: { servers: [server] }, keys: { local: "sk-right" } };
  const saved = await request.put(`${studio.url}/api/v1/settings`, { data, headers: { "if-match": "*" } });
  expect(saved.ok(), await saved.text()).toBe(true);
  const run = await studio.startRun(story, { kind: "chapter", chapter: 1, model: "local:broken-one" });
  await studio.waitForRun(run, "failed");
  const now = async () => studio.get(`/runs/${run}`);
  expect(await now()).toMatchObject({ model: "local:broken-one", model_named: true });

  // Its chapter has no word yet, and says why.
  await open(page, `${studio.url}/stories/${story}/write/1`);
  const main = page.getByRole("main");
  await expect(main).toContainText("can’t find this model");
  await expect(main.getByRole("button", { name: "Try again" })).toBeEnabled();
  await main.getByRole("link", { name: "Edit run settings" }).click();
  await expect(page).toHaveURL(/\/queue$/);
  const ended = page.getByRole("region", { name: "Recently finished" });
  await expect(ended).toContainText("failed: ");
  await expect(ended).toContainText("can’t find this model");
  const edit = ended.getByRole("button", { name: "Edit: Write chapter 1" });
  const dialog = page.getByRole("dialog", { name: "Write chapter 1", exact: true });
  const choice = dialog.getByLabel("Model", { exact: true });
  await edit.click();
  await expect(choice).toHaveValue("local:broken-one");
  await expect(choice.locator("option")).toHaveCount(4);
  await choice.selectOption("local:quiet-one");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  expect(await now()).toMatchObject({ status: "failed", model: "local:quiet-one", model_named: true });

  // Once more, at once: what was saved is what is changed.
  await edit.click();
  await expect(choice).toHaveValue("local:quiet-one");
  await expect(dialog.getByLabel("Normal")).toBeChecked();
  await choice.selectOption({ label: "Default (built-in demonstration)" });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  expect((await now()).model_named).toBe(false);
  await ended.getByRole("button", { name: "Retry: Write chapter 1" }).click();
  await studio.waitForRun(run, "succeeded");
  expect(await now()).toMatchObject({ model: "builtin", model_named: false });
  // What is finished can't be changed any more.
  await expect(ended.locator("li.run")).toHaveCount(2);
  await expect(edit).toHaveCount(0);
  model.close();
});

test("two runs that would collide: the later one says what it waits for", async ({ page, studio }) => {
  const story = await studio.outlined(2, await studio.stepped());
  await studio.startRun(story, { kind: "chapter", chapter: 1 });
  await studio.startRun(story, { kind: "chapter", chapter: 2 });
  await open(page, `${studio.url}/stories/${story}/write/2`);
  await expect(page.getByRole("article")).toContainText("Waiting for chapter 1");
});

test("a hidden tab tells how far it is in its title, and what happened when it is looked at", async ({ page, studio }) => {
  const writer = await studio.stepped();
  const story = await studio.outlined(1, writer);
  await open(page, `${studio.url}/stories/${story}`);
  const title = await page.title();
  const hide = (hidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }, hidden);
  await hide(true);
  const icon = () => page.locator("link[rel=icon]").getAttribute("href");
  const before = await icon();
  const run = await studio.startRun(story, { kind: "chapter", chapter: 1 });
  writer.write(5);
  await expect.poll(() => page.title()).toMatch(/^\d+% · /);
  expect(await icon()).not.toBe(before);
  writer.finish();
  await studio.waitForRun(run, "succeeded");
  await expect.poll(() => page.title()).toBe(`Done · ${title}`);
  await hide(false);
  await expect.poll(() => page.title()).toBe(title);
  expect(await icon()).toBe(before);
  await expect(page.getByRole("log", { name: "Notices" })).toContainText("Write chapter 1: finished.");
});

test("notifications are off, asked for politely, and come when the tab is hidden", async ({ page, context, studio }) => {
  const story = await studio.outlined(1, 0);
  await context.grantPermissions(["notifications"]);
  await open(page, `${studio.url}/settings`);
  const box = page.getByRole("checkbox", { name: /^Notify me when something finishes/ });
  await expect(box).not.toBeChecked();
  await box.check();
  await expect(box).toBeChecked();
  // What the browser would show is noted instead.
  await page.evaluate(() => {
    const shown: string[] = [];
    const double = function (_title: string, options: NotificationOptions) {
      shown.push(options.body!);
    };
    Object.assign(double, { permission: "granted" });
    Object.assign(window, { Notification: double, shown });
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
  });
  const run = await studio.startRun(story, { kind: "chapter", chapter: 1 });
  await studio.waitForRun(run, "succeeded");
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { shown: string[] }).shown))
    .toContain("Write chapter 1: finished.");
});

test("all runs of a story are cancelled together, those of others are not", async ({ page, studio }) => {
  const story = await studio.outlined(3, await studio.stepped());
  const runs = [];
  for (const chapter of [1, 2, 3]) runs.push(await studio.startRun(story, { kind: "chapter", chapter }));
  const other = await studio.startRun(await studio.story(1, "Elm"), { kind: "world" });
  await open(page, `${studio.url}/stories/${story}`);
  await expect(page.getByText("3 runs of this story are running or waiting.")).toBeVisible();
  await page.getByRole("button", { name: "Cancel all" }).click();
  const question = page.getByRole("dialog", { name: "Cancel these runs?" });
  await expect(question).toContainText("3 runs of this story will be cancelled.");
  await question.getByRole("button", { name: "Cancel runs" }).click();
  for (const run of runs) await studio.waitForRun(run, "cancelled");
  await expect(page.getByText("runs of this story are running or waiting")).toBeHidden();
  expect((await studio.get(`/runs/${other}`)).status).not.toBe("cancelled");
});

test("a draft of a run’s settings replaces nothing that was changed meanwhile", async ({ page, studio, request, consoleErrors }) => {
  const story = await studio.outlined(2, await studio.stepped());
  await studio.startRun(story, { kind: "chapter", chapter: 1 });
  const run = await studio.startRun(story, { kind: "chapter", chapter: 2 });
  const change = async (data: object) => {
    const address = `${studio.url}/api/v1/runs/${run}`;
    const answer = await request.patch(address, { data, headers: { "if-match": "*" } });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  const now = async () => studio.get(`/runs/${run}`);
  const edit = page.getByRole("region", { name: "Waiting" }).getByRole("button", { name: "Edit: Write chapter 2" });
  const dialog = page.getByRole("dialog", { name: "Write chapter 2", exact: true });
  const save = dialog.getByRole("button", { name: "Save", exact: true });
  const conflict = dialog.getByRole("alert", { name: "Changed elsewhere" });
  const row = (name: string) => conflict.getByRole("row", { name: new RegExp(`^${name}`) }).getByRole("cell");
  await open(page, `${studio.url}/queue`);
  await edit.click();
  await dialog.getByLabel("High").check();
  await page.reload();
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await change({ priority: -10, budget: { tokens: 5000, then: "stop_now" } });

  await edit.click();
  await expect(dialog.getByText(/You have unsaved changes from/)).toBeVisible();
  await expect(dialog.getByLabel("High")).toBeChecked();
  await save.click();
  await expect(row("Priority")).toHaveText(["High", "Low"]);
  await expect(row("Maximum tokens")).toHaveText(["(empty)", "5000"]);
  await expect(row("When the budget runs out").last()).toHaveText("Pause immediately");
  expect(await now()).toMatchObject({ priority: -10, budget: { tokens: 5000 } });

  // Either can win, and the other one can be brought back.
  await conflict.getByRole("button", { name: "Use the current version" }).click();
  await expect(dialog.getByLabel("Low")).toBeChecked();
  await dialog.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(dialog.getByLabel("High")).toBeChecked();
  await save.click();
  await conflict.getByRole("button", { name: "Use the current version" }).click();

  // What was changed here is sent, and nothing else; a newer version with the same fields is no conflict.
  await dialog.getByLabel("Normal").check();
  await change({ priority: -10 });
  await save.click();
  await expect(dialog).toBeHidden();
  expect(await now()).toMatchObject({ priority: 0, budget: { tokens: 5000, then: "stop_now" } });
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((one) => !/status of 412/.test(one)));
});

test("every run that was cancelled with many others can be found and resumed", async ({ page, studio }) => {
  test.setTimeout(90_000);
  const story = await studio.outlined(24, await studio.stepped());
  const runs: string[] = [];
  for (let chapter = 1; chapter <= 24; chapter += 1) {
    runs.push(await studio.startRun(story, { kind: "chapter", chapter }));
  }
  await open(page, `${studio.url}/queue`);
  // Each chapter waits for the one before it.
  await expect(page.getByRole("region", { name: "Waiting" }).locator("li.run")).toHaveCount(23);
  await page.getByRole("button", { name: "Cancel all waiting" }).click();
  const question = page.getByRole("dialog", { name: "Cancel these runs?" });
  await expect(question).toContainText("23 waiting runs will be cancelled.");
  await question.getByRole("button", { name: "Cancel runs" }).click();
  for (const run of runs.slice(1)) await studio.waitForRun(run, "cancelled");

  const ended = page.getByRole("region", { name: "Recently finished" });
  await expect(ended.locator("li.run")).toHaveCount(20);
  await page.getByRole("button", { name: "Show more" }).click();
  // The outline is among them.
  await expect(ended.locator("li.run")).toHaveCount(24);
  await expect(page.getByRole("button", { name: "Show more" })).toHaveCount(0);
  await expect(ended.getByRole("button", { name: /^Resume: / })).toHaveCount(23);
  await ended.getByRole("button", { name: "Resume: Write chapter 24" }).click();
  await expect.poll(async () => (await studio.get(`/runs/${runs[23]}`)).status).not.toBe("cancelled");
  await expect(ended.getByText("Write chapter 24", { exact: true })).toHaveCount(0);
});
