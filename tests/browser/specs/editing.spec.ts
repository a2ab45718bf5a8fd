// Nothing is ever locked for the author, and nobody's text is lost: neither the run's nor another tab's.
import { type APIRequestContext, type Page } from "@playwright/test";
import { type SteppedModel } from "./stepped";
import { expect, open, type Studio, test, watch } from "./studio";

// No word of it turns up in what the built-in storyteller writes.
const mine = "Xylophones quiver vexingly.\n\nGrumpy wizards juggle pixels.";

const editor = (page: Page) => page.getByRole("textbox", { name: "Text of the chapter" });
const edit = (page: Page) => page.getByRole("button", { name: "Edit", exact: true }).click();
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
const clash = (page: Page) => page.getByRole("dialog", { name: "This chapter has a newer version" });
const article = (page: Page) => page.getByRole("article");
const length = async (page: Page) => (await article(page).innerText()).length;

/** A change over REST, based on the chapter as it is. */
async function change(
  request: APIRequestContext,
  studio: Studio,
  story: string,
  number: number,
  address: string,
  data: object,
  method = "POST",
) {
  const chapter = `${studio.url}/api/v1/stories/${story}/chapters/${number}`;
  const { version } = await (await request.get(chapter)).json();
  const headers = { "if-match": `"${version}"` };
  const answer = await request.fetch(chapter + address, { method, headers, data });
  expect(answer.ok(), await answer.text()).toBe(true);
}

const write = (request: APIRequestContext, studio: Studio, story: string, text: string, number = 1) =>
  change(request, studio, story, number, "/revisions", { text });

type Revision = { id: string; kind: string; offer?: string };

async function revisions(studio: Studio, story: string, number = 1) {
  return (await studio.get(`/stories/${story}/chapters/${number}/revisions`)).items as Revision[];
}

/** All texts the chapter has, newest first. */
async function history(studio: Studio, story: string) {
  const all = await revisions(studio, story);
  const texts = all.map((one) => studio.get(`/stories/${story}/chapters/1/revisions/${one.id}`));
  return (await Promise.all(texts)).map((one) => one.text as string);
}

/** Has a chapter written and changes it meanwhile; answers the text that is offered then. */
async function offered(
  request: APIRequestContext,
  studio: Studio,
  writer: SteppedModel,
  story: string,
  number: number,
) {
  writer.write(5);
  const run = await studio.startRun(story, { kind: "chapter", chapter: number });
  const drafted = async () => ((await studio.get(`/runs/${run}/draft`))?.text ?? "").length;
  await expect.poll(drafted, { timeout: 20_000 }).toBeGreaterThan(50);
  await write(request, studio, story, mine, number);
  writer.finish();
  await studio.waitForRun(run, "succeeded");
  const [candidate] = await revisions(studio, story, number);
  expect(candidate.offer).toBe("open");
  const whole = await studio.get(`/stories/${story}/chapters/${number}/revisions/${candidate.id}`);
  return whole.text as string;
}

/** The texts that this browser keeps unsaved. */
const unsaved = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("fablewright-text")));

/** The browser itself logs each save that is refused. */
function forgiveRefusals(consoleErrors: string[]) {
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((line) => !/status of 412/.test(line)));
}

test("the author edits while a run writes, and merges what it offers", async ({ page, studio }) => {
  test.setTimeout(120_000);
  const writer = await studio.stepped();
  const story = await studio.outlined(1, writer);
  writer.write(10);
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await page.getByRole("button", { name: "Write chapter", exact: true }).click();
  await expect.poll(() => length(page)).toBeGreaterThan(200);

  // A chapter that is being written for the first time has no text yet: there is room to type.
  await edit(page);
  await expect(editor(page)).toHaveValue("");
  await expect(article(page)).toContainText("A draft of this chapter is being generated");
  await editor(page).fill(mine);
  await save(page);
  await expect(editor(page)).toBeHidden();
  await expect(article(page)).toContainText("Xylophones quiver vexingly.");
  expect(await unsaved(page)).toEqual([]);

  // The run goes on unharmed, and can be watched.
  await page.getByRole("button", { name: "Show live draft" }).click();
  await expect(article(page)).not.toContainText("Xylophones");
  const before = await length(page);
  writer.write(5);
  await expect.poll(() => length(page)).toBeGreaterThan(before + 50);
  await page.getByRole("button", { name: "Show current version" }).click();
  await expect(article(page)).toContainText("Xylophones");
  writer.finish();
  await studio.waitForRun((await studio.runs())[0].id, "succeeded");

  const offer = page.getByRole("region", { name: "Suggestion" });
  await expect(offer).toContainText("A new draft was generated while you edited.");
  await expect(article(page)).toContainText("Grumpy wizards juggle pixels.");
  expect(await studio.text(story, 1)).toBe(mine);
  await offer.getByRole("button", { name: "Compare" }).click();
  const dialog = page.getByRole("dialog", { name: "Compare with the generated version" });
  await expect(dialog.locator("del").first()).toContainText("Xylophones");
  await expect(dialog.locator("ins").first()).toBeVisible();
  // Mine is picked until I pick otherwise, which the keyboard can do.
  await expect(dialog.getByRole("radio", { name: /^Yours, change 1 of/ })).toBeChecked();
  const last = dialog.getByRole("radio", { name: /^Generated, change/ }).last();
  await last.focus();
  await page.keyboard.press("Space");
  await expect(last).toBeChecked();

  const [candidate] = await revisions(studio, story);
  const theirs = (await studio.get(`/stories/${story}/chapters/1/revisions/${candidate.id}`)).text as string;
  await dialog.getByRole("button", { name: "Save merged version" }).click();
  await expect(dialog).toBeHidden();
  await expect(offer).toBeHidden();
  const merged = `${mine}\n\n${theirs.trim().split("\n\n").at(-1)}`;
  expect(await studio.text(story, 1)).toBe(merged);
  await expect(article(page)).toContainText("Grumpy wizards juggle pixels.");
  const after = await revisions(studio, story);
  expect(after.find((one) => one.id === candidate.id)?.offer).toBe("merged");
});

test("a candidate is taken, or dropped and still in the history", async ({ page, studio, request }) => {
  test.setTimeout(120_000);
  const writer = await studio.stepped();
  const story = await studio.outlined(2, writer);
  const first = await offered(request, studio, writer, story, 1);
  await offered(request, studio, writer, story, 2);
  const offer = page.getByRole("region", { name: "Suggestion" });

  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await offer.getByRole("button", { name: "Compare" }).click();
  const dialog = page.getByRole("dialog", { name: "Compare with the generated version" });
  await expect(dialog.getByRole("radio").first()).toBeVisible();
  const fits = await dialog.evaluate((element) => element.scrollWidth <= element.clientWidth);
  expect(fits, "the comparison at 360 px").toBe(true);
  // Escape and Close decide nothing.
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await offer.getByRole("button", { name: "Compare" }).click();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(offer).toBeVisible();
  await offer.getByRole("button", { name: "Compare" }).click();
  await dialog.getByRole("button", { name: "Use the generated version" }).click();
  await expect(dialog).toBeHidden();
  await expect(offer).toBeHidden();
  expect(await studio.text(story, 1)).toBe(first);
  await expect(article(page)).toContainText(first.trim().split("\n\n").at(-1)!);
  const chapter = await studio.get(`/stories/${story}/chapters/1`);
  expect(chapter.summary, "what the text says came with it").not.toBe("");

  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, `${studio.url}/stories/${story}/write/2`);
  await offer.getByRole("button", { name: "Discard", exact: true }).click();
  await expect(offer).toBeHidden();
  expect(await studio.text(story, 2)).toBe(mine);
  await page.reload();
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await expect(offer).toBeHidden();
  await page.getByRole("button", { name: "History" }).click();
  await expect(page.getByRole("list", { name: "Versions" })).toContainText("suggestion, discarded");
});

test("two tabs edit one chapter, merge, and lose nothing", async ({ page, context, studio, request }) => {
  await studio.start(0);
  const story = await studio.story(1);
  await write(request, studio, story, "One stays.\n\nTwo is old.\n\nThree stays.");
  const other = await context.newPage();
  const consoleErrors = watch(other);
  for (const tab of [page, other]) {
    await open(tab, `${studio.url}/stories/${story}/write/1`);
    await edit(tab);
  }
  await editor(page).fill("One stays.\n\nTwo is new, says the first tab.\n\nThree stays.");
  await editor(other).fill("One stays.\n\nTwo is old.\n\nThree stays.\n\nFour, says the second tab.");
  await save(page);
  await expect(editor(page)).toBeHidden();
  await expect(article(other)).toContainText("This chapter changed while you were editing.");
  await save(other);
  const dialog = clash(other);
  await expect(dialog).toBeVisible();
  expect(await studio.text(story, 1), "nothing is overwritten").toContain("says the first tab");
  expect(await unsaved(other)).toHaveLength(1);
  await expect(dialog.locator("del").first()).toContainText("old");
  await expect(dialog.locator("ins").first()).toContainText("new");
  await expect(dialog.getByRole("radio", { name: "Your version, change 1 of 2" })).toBeChecked();
  await dialog.getByRole("radio", { name: "Current version, change 1 of 2" }).check();
  await dialog.getByRole("button", { name: "Save merged version" }).click();
  await expect(dialog).toBeHidden();
  await expect(editor(other)).toBeHidden();
  const merged = "One stays.\n\nTwo is new, says the first tab.\n\nThree stays.\n\nFour, says the second tab.";
  expect(await studio.text(story, 1)).toBe(merged);
  // What the merged text left out of it is in the history.
  const kept = (await revisions(studio, story)).map((one) => studio.get(`/stories/${story}/chapters/1/revisions/${one.id}`));
  const texts = (await Promise.all(kept)).map((one) => one.text as string);
  expect(texts).toContain("One stays.\n\nTwo is old.\n\nThree stays.\n\nFour, says the second tab.");
  for (const tab of [page, other]) {
    await expect(article(tab)).toContainText("Four, says the second tab.");
  }
  expect(await unsaved(other)).toEqual([]);
  forgiveRefusals(consoleErrors);
  expect(consoleErrors).toEqual([]);
});

test("of two texts either can win, and the other stays in the history", async ({
  page,
  studio,
  request,
  consoleErrors,
}) => {
  await studio.start(0);
  const story = await studio.story(1);
  await write(request, studio, story, "The beginning.");
  await open(page, `${studio.url}/stories/${story}/write/1`);

  await edit(page);
  await editor(page).fill("Mine, which wins.");
  await write(request, studio, story, "Theirs, which loses.");
  await save(page);
  // Back to typing, with everything as it was.
  await clash(page).getByRole("button", { name: "Close" }).click();
  await expect(editor(page)).toHaveValue("Mine, which wins.");
  await save(page);
  await clash(page).getByRole("button", { name: "Save my version" }).click();
  await expect(clash(page)).toBeHidden();
  expect(await studio.text(story, 1)).toBe("Mine, which wins.");
  await expect(article(page)).toContainText("Mine, which wins.");

  await edit(page);
  await editor(page).fill("Mine, which loses.");
  await write(request, studio, story, "Theirs, which wins.");
  await save(page);
  await clash(page).getByRole("button", { name: "Use the current version" }).click();
  await expect(clash(page)).toBeHidden();
  await expect(editor(page)).toBeHidden();
  await expect(article(page)).toContainText("Theirs, which wins.");
  expect(await studio.text(story, 1)).toBe("Theirs, which wins.");
  expect(await unsaved(page)).toEqual([]);

  const all = await history(studio, story);
  for (const text of ["Mine, which wins.", "Theirs, which loses.", "Mine, which loses.", "Theirs, which wins."]) {
    expect(all, text).toContain(text);
  }
  forgiveRefusals(consoleErrors);
});

test("what was typed survives a reload, and with it what it was based on", async ({
  page,
  studio,
  request,
  consoleErrors,
}) => {
  await studio.start(0);
  const story = await studio.story(1);
  await write(request, studio, story, "The beginning.");
  await open(page, `${studio.url}/stories/${story}/write/1`);
  const reload = async () => {
    await page.reload();
    await expect(page.locator("html[data-ready]")).toBeAttached();
  };

  // Another title is no other text: such a save just works.
  await edit(page);
  await editor(page).fill("Typed before the reload.");
  await change(request, studio, story, 1, "", { title: "Another Title" }, "PATCH");
  await reload();
  await expect(editor(page)).toHaveValue("Typed before the reload.");
  await expect(article(page)).toContainText("You have unsaved changes from");
  await save(page);
  await expect(editor(page)).toBeHidden();
  expect(await studio.text(story, 1)).toBe("Typed before the reload.");
  await expect(article(page)).toContainText("Typed before the reload.");

  // Another text is one, also where it was there before the page was loaded.
  await edit(page);
  await editor(page).fill("Typed before the second reload.");
  await write(request, studio, story, "Written elsewhere meanwhile.");
  await reload();
  await expect(editor(page)).toHaveValue("Typed before the second reload.");
  await expect(article(page)).toContainText("This chapter changed while you were editing.");
  await save(page);
  await expect(clash(page)).toBeVisible();
  expect(await studio.text(story, 1)).toBe("Written elsewhere meanwhile.");
  // Undecided, it is still there after the next reload.
  await reload();
  await expect(editor(page)).toHaveValue("Typed before the second reload.");
  await save(page);
  await clash(page).getByRole("button", { name: "Save my version" }).click();
  await expect(editor(page)).toBeHidden();
  expect(await studio.text(story, 1)).toBe("Typed before the second reload.");
  expect(await history(studio, story)).toContain("Written elsewhere meanwhile.");
  forgiveRefusals(consoleErrors);
});
