// Nothing typed is ever lost: every place where a person types, and everything that may happen to the page meanwhile.
import type { BrowserContext, Page } from "@playwright/test";
import { beats, editor, storyWithContent, go, places, premise, typed } from "./places";
import { expect, open, test, watch } from "./studio";

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
const line = (page: Page) => page.getByText(/You have unsaved changes from .*\d\d/);

for (const place of places) {
  test(`${place.name}: reload, Back, Escape, another page, another tab`, async ({ page, context, studio, request }) => {
    await studio.start(0);
    const story = await storyWithContent(studio, request);
    const value = place.value ?? typed;
    const shown = async (tab = page) => {
      await place.show?.(tab);
      await expect(place.field(tab)).toHaveValue(value);
    };
    await go(page, studio, place, story);
    await place.field(page).fill(value);

    await page.reload();
    await expect(page.locator("html[data-ready]")).toBeAttached();
    await shown();
    await expect(line(page)).toBeVisible();

    // By a link of the page and back, within the same document.
    if (place.isDialog) {
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
      await shown();
      await page.keyboard.press("Escape");
    }
    await page.getByRole("navigation", { name: "Studio" }).getByRole("link", { name: /^Queue/ }).click();
    await expect(page).toHaveURL(/\/queue$/);
    await page.goBack();
    await shown();

    // A second tab begins with what is saved, and does not take what the first one has.
    const other = await context.newPage();
    const consoleErrors = watch(other);
    await go(other, studio, place, story);
    await expect(place.field(other)).not.toHaveValue(value);
    await other.close();
    expect(consoleErrors).toEqual([]);
    await page.reload();
    await expect(page.locator("html[data-ready]")).toBeAttached();
    await shown();

    // A closed tab leaves it to the next one.
    await page.close();
    const next = await context.newPage();
    await go(next, studio, place, story);
    await shown(next);
  });
}

test("a discarded draft comes back, in a form and in a chapter", async ({ page, studio, request }) => {
  await studio.start(0);
  const story = await storyWithContent(studio, request);
  await open(page, `${studio.url}/stories/${story}`);
  await press(page, "Edit");
  await premise(page).fill(typed);
  await page.reload();
  await expect(line(page)).toBeVisible();
  await press(page, "Discard");
  await expect(premise(page)).not.toHaveValue(typed);
  await press(page, "Undo");
  await expect(premise(page)).toHaveValue(typed);

  await open(page, `${studio.url}/stories/${story}/write/1`);
  await press(page, /^Edit/);
  await editor(page).fill(`The ferry waited.\n\n${typed}`);
  await press(page, "Discard changes");
  await expect(editor(page)).toBeHidden();
  await press(page, "Undo");
  await expect(editor(page)).toHaveValue(/Xylophones/);
  await press(page, "Discard changes");
  // It is in the history of the chapter, and in the list of this browser.
  const texts = async () => {
    const all = (await studio.get(`/stories/${story}/chapters/1/revisions`)).items as { id: string }[];
    const whole = all.map((one) => studio.get(`/stories/${story}/chapters/1/revisions/${one.id}`));
    return (await Promise.all(whole)).map((one) => one.text as string).join("\n");
  };
  await expect.poll(texts).toContain(typed);
  expect(await studio.text(story, 1)).toBe("The ferry waited.");
  await open(page, `${studio.url}/unsaved`);
  await expect(page.getByRole("heading", { name: /Discarded/ })).toBeVisible();
  await press(page, "Undo discard");
  await expect(page.getByRole("link", { name: "Open" }).first()).toBeVisible();
});

test("where something changed elsewhere a form shows both, and either can win", async ({ page, studio, request, consoleErrors }) => {
  await studio.start(0);
  const story = await storyWithContent(studio, request);
  const address = `${studio.url}/api/v1/stories/${story}`;
  const change = async (outline: string[]) => {
    const answer = await request.patch(`${address}/chapters/1`, { data: { outline }, headers: { "if-match": "*" } });
    expect(answer.ok()).toBe(true);
  };
  const stored = async () => (await studio.get(`/stories/${story}/chapters/1`)).outline as string[];
  const conflict = page.getByRole("alert", { name: "Changed elsewhere" });
  await open(page, `${studio.url}/stories/${story}/outline`);
  await press(page, "Edit chapter 1");

  // A newer version with the same title and beats is no conflict.
  await beats(page).fill("Mine.");
  const text = { data: { text: "Another text." }, headers: { "if-match": "*" } };
  expect((await request.post(`${address}/chapters/1/revisions`, text)).ok()).toBe(true);
  await save(page);
  await expect(beats(page)).toBeHidden();
  expect(await stored()).toEqual(["Mine."]);

  await press(page, "Edit chapter 1");
  await beats(page).fill("Mine again.");
  await change(["Theirs."]);
  await save(page);
  await expect(conflict).toContainText("Mine again.");
  await expect(conflict).toContainText("Theirs.");
  expect(await stored()).toEqual(["Theirs."]);
  await conflict.getByRole("button", { name: "Continue editing" }).click();
  await expect(beats(page)).toHaveValue("Mine again.");
  await save(page);
  await conflict.getByRole("button", { name: "Keep mine" }).click();
  await expect(beats(page)).toBeHidden();
  expect(await stored()).toEqual(["Mine again."]);

  await press(page, "Edit chapter 1");
  await beats(page).fill("Mine, which loses.");
  await change(["Theirs, which wins."]);
  await save(page);
  await conflict.getByRole("button", { name: "Use the current version" }).click();
  await expect(beats(page)).toHaveValue("Theirs, which wins.");
  await press(page, "Undo");
  await expect(beats(page)).toHaveValue("Mine, which loses.");
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((one) => !/status of 412/.test(one)));
});

test("the studio keeps what is typed, too: another browser finds it, and a kill loses nothing", async ({
  page,
  browser,
  studio,
  request,
  consoleErrors,
}) => {
  await studio.start(0);
  const story = await storyWithContent(studio, request);
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await press(page, /^Edit/);
  await editor(page).fill(typed);
  await expect(page.getByText(/Saved .*\d\d.* as a draft/)).toBeVisible();
  await studio.stop("SIGKILL");
  await studio.start(0);
  const kept = async () => (await studio.get(`/stories/${story}/chapters/1/autosave`)).items as { text: string }[];
  expect((await kept()).map((one) => one.text)).toEqual([typed]);
  expect(await studio.text(story, 1)).toBe("The ferry waited.");

  const elsewhere: BrowserContext = await browser.newContext();
  const other = await elsewhere.newPage();
  await open(other, `${studio.url}/stories/${story}/write/1`);
  await expect(editor(other)).toHaveValue(typed);
  await expect(line(other)).toBeVisible();
  await save(other);
  await expect(editor(other)).toBeHidden();
  expect(await studio.text(story, 1)).toBe(typed);
  await expect.poll(kept).toEqual([]);
  await elsewhere.close();
  consoleErrors.splice(0);
});

test("storage that refuses everything: the editor says so, and the studio has the text", async ({ page, studio, request }) => {
  await studio.start(0);
  const story = await storyWithContent(studio, request);
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await press(page, /^Edit/);
  await editor(page).fill(typed);
  await expect(page.getByRole("alert").filter({ hasText: "full or blocked" })).toBeVisible();
  await expect(page.getByText(/Saved .* as a draft in the studio/)).toBeVisible();
  await page.reload();
  await expect(editor(page)).toHaveValue(typed);
});

test("a text that nothing can keep is told at once, and leaving asks", async ({ page, studio, request, consoleErrors }) => {
  await studio.start(0);
  const story = await storyWithContent(studio, request);
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.route("**/keep_autosave", (route) => route.abort());
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await press(page, /^Edit/);
  await editor(page).fill(typed);
  await expect(page.getByRole("alert").filter({ hasText: "Not saved" })).toBeVisible();
  let asked = false;
  page.on("dialog", (dialog) => {
    asked = dialog.type() === "beforeunload";
    void dialog.dismiss();
  });
  await editor(page).click();
  await expect.poll(async () => {
    await page.evaluate(() => location.reload()).catch(() => {});
    return asked;
  }).toBe(true);
  await expect(editor(page)).toHaveValue(typed);
  consoleErrors.splice(0);
});

test("a chapter or a story that is deleted meanwhile leaves the text on the page", async ({ page, studio, request, consoleErrors }) => {
  await studio.start(0);
  const story = await storyWithContent(studio, request);
  const address = `${studio.url}/api/v1/stories/${story}`;
  const headers = { "if-match": "*" };
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await press(page, /^Edit/);
  await editor(page).fill(typed);
  expect((await request.delete(`${address}/chapters/1`, { headers })).ok()).toBe(true);
  const gone = page.getByRole("region", { name: "Deleted" });
  await expect(gone).toContainText("This chapter was deleted.");
  await expect(editor(page)).toHaveValue(typed);
  await save(page);
  await expect(editor(page)).toHaveValue(typed);
  await gone.getByRole("button", { name: "Save as a new chapter" }).click();
  await expect(page).toHaveURL(/write\/2$/);
  await expect(page.getByRole("article")).toContainText("Xylophones");
  expect(await studio.text(story, 2)).toBe(typed);

  await press(page, /^Edit/);
  await editor(page).fill(`${typed} More.`);
  expect((await request.delete(address, { headers })).ok()).toBe(true);
  await expect(gone).toContainText("This story was deleted.");
  await expect(editor(page)).toHaveValue(`${typed} More.`);
  // Also after a reload there is a way to it.
  await page.reload();
  await page.getByRole("link", { name: /unsaved text/ }).click();
  await expect(page.getByRole("textbox", { name: /^Text: Chapter/ })).toHaveValue(`${typed} More.`);
  consoleErrors.splice(0);
});

test("two tabs with one chapter: each keeps its own text and is told of the other", async ({ page, context, studio, request }) => {
  await studio.start(0);
  const story = await storyWithContent(studio, request);
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await open(tab, `${studio.url}/stories/${story}/write/1`);
    await press(tab, /^Edit/);
  }
  await editor(page).fill("Mine.");
  await editor(other).fill("Other.");
  for (const tab of [page, other]) await expect(tab.getByText(/unsaved changes in another tab/)).toBeVisible();
  await press(other, "Discard changes");
  await page.reload();
  await expect(editor(page)).toHaveValue("Mine.");
});

/** All records of what was typed, by their names. */
const records = (page: Page) =>
  page.evaluate(() => {
    const own = Object.entries(localStorage).filter(([name]) => /^fablewright-(text|form)-/.test(name));
    return Object.fromEntries(own) as Record<string, string>;
  });

/**
 * The page is left for another one and comes back from the browser's memory, which the browser under test does not
 * have. The page in between had the same tab, and was typed in: what is in its record instead of `typed`.
 */
async function leaveAndReturn(page: Page, newer: string) {
  const turn = (name: string) =>
    page.evaluate((name) => void dispatchEvent(new PageTransitionEvent(name, { persisted: true })), name);
  await turn("pagehide");
  const [[name, record]] = Object.entries(await records(page));
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), [name, record.replace(typed, newer)]);
  await turn("pageshow");
  return name;
}

test("a page that comes back by Back writes over nothing that was typed after it", async ({ page, studio, request }) => {
  await studio.start(0);
  const story = await storyWithContent(studio, request);
  const newer = `${typed} Twice.`;
  const more = `${typed} More.`;
  const kept = async () => Object.values(await records(page)).join("\n");

  await open(page, `${studio.url}/stories/${story}/write/1`);
  await press(page, /^Edit/);
  await editor(page).fill(typed);
  await expect(page.getByText(/Saved .* as a draft/)).toBeVisible();
  const other = page.getByText(/There is another unsaved text from/);
  // Nothing was typed meanwhile: the text is here alone, for the tab that this is now.
  const before = await leaveAndReturn(page, typed);
  await expect.poll(async () => Object.keys(await records(page))).not.toContain(before);
  expect(Object.keys(await records(page))).toHaveLength(1);
  await expect(other).toHaveCount(0);

  const after = await leaveAndReturn(page, newer);
  await expect(other).toBeVisible();
  await expect(editor(page)).toHaveValue(typed);
  await editor(page).fill(more);
  await expect.poll(kept).toContain(more);
  expect((await records(page))[after]).toContain(newer);
  await press(page, "Switch to it");
  await expect(editor(page)).toHaveValue(newer);
  await save(page);
  await expect(editor(page)).toBeHidden();
  await expect.poll(async () => Object.keys(await records(page))).toEqual([]);

  await open(page, `${studio.url}/stories/${story}`);
  await press(page, "Edit");
  await premise(page).fill(typed);
  await expect.poll(kept).toContain(typed);
  const form = await leaveAndReturn(page, newer);
  await expect(page.getByText(/There are other unsaved changes from/)).toBeVisible();
  await premise(page).fill(more);
  await expect.poll(kept).toContain(more);
  expect((await records(page))[form]).toContain(newer);
  await press(page, "Switch to them");
  await expect(premise(page)).toHaveValue(newer);
});

test("talking it over: every answer survives, and earlier ones stay visible", async ({ page, studio }) => {
  await studio.start(0);
  await open(page, `${studio.url}/stories/new`);
  await premise(page).fill("something about time");
  await press(page, "Talk it over first");
  const talk = page.getByRole("region", { name: "Talk it over" });
  const answers = page.getByRole("region", { name: "Your answers" });
  await talk.getByRole("textbox").fill("a mystery");
  await talk.getByRole("textbox").press("Enter");
  await expect(answers).toContainText("a mystery");
  await expect(talk.getByRole("textbox")).toHaveValue("");
  await talk.getByRole("textbox").fill("half an answer");
  await page.reload();
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await expect(answers).toContainText("a mystery");
  await expect(talk.getByRole("textbox")).toHaveValue("half an answer");
});
