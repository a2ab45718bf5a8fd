// Every page: loads directly, hydrates without a word in the console, fits, works by keyboard.
import { expect, open, premise, test } from "./studio";

test("every page loads, hydrates quietly and fits at every width, light and dark", async ({ page, studio }) => {
  test.setTimeout(180_000);
  await studio.start(0);
  const story = await studio.story(3);
  await studio.waitForRun(await studio.startRun(story, { kind: "all_chapters" }), "succeeded");
  const empty = await studio.story(2, "Nothing Yet");
  const pages = [
    "/",
    "/stories/new",
    "/queue",
    "/settings",
    "/settings/backups",
    "/search",
    ...[story, empty].flatMap((id) =>
      ["", "/write", "/write/2", "/world", "/outline", "/proposals", "/export", "/search?q=the", "/replace?find=the"].map((part) => `/stories/${id}${part}`),
    ),
  ];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [360, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      for (const address of pages) {
        await open(page, studio.url + address);
        await expect(page.getByRole("main")).toBeVisible();
        await expect(page).toHaveTitle(/\S/);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `${address} at ${width}`).toBeLessThanOrEqual(width);
      }
    }
  }
});

test("an unknown page, story and chapter say so and lead back", async ({ page, studio, consoleErrors }) => {
  await studio.start(0);
  const story = await studio.story(2);
  for (const address of [
    "/nowhere",
    "/stories/0197a7c4-0000-7000-8000-000000000000",
    `/stories/${story}/write/99`,
  ]) {
    const answer = await page.goto(studio.url + address);
    expect(answer!.status(), address).toBe(404);
    await expect(page.locator("html[data-ready]")).toBeAttached();
    await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  }
  // Chromium itself logs each page's 404.
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((line) => !/status of 404/.test(line)));
});

test("an empty premise is answered beside the field and nothing typed is lost", async ({ page, studio }) => {
  await studio.start(0);
  await open(page, `${studio.url}/stories/new`);
  await page.getByLabel("Title").fill("Kept Title");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText(/premise/i);
  await expect(page.getByLabel("Title")).toHaveValue("Kept Title");
  await expect(page.getByLabel("Premise")).toBeFocused();
  expect((await studio.get("/stories")).items).toEqual([]);
});

test("a story is made and written by keyboard alone", async ({ page, studio }) => {
  await studio.start(0);
  await open(page, studio.url);
  const reach = async (name: RegExp) => {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      const focused = page.locator(":focus");
      const label = await focused.evaluate((element) => element.getAttribute("aria-label") ?? element.textContent ?? "");
      if (name.test(label.trim())) return;
    }
    throw new Error(`no way by Tab to ${name}`);
  };
  await reach(/^New story$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/stories\/new/);
  await expect(page.getByLabel("Premise")).toBeVisible();
  await page.getByLabel("Premise").focus();
  await page.keyboard.type(premise);
  await reach(/^Create$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/stories\/[0-9a-f-]{36}$/);
  await reach(/^Write all chapters$/);
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await studio.runs()).length).toBe(1);
  await studio.waitForRun((await studio.runs())[0].id, "succeeded");
});

test("an edit is saved, survives a reload while unsaved, and an older text comes back", async ({ page, studio }) => {
  await studio.start(0);
  const story = await studio.story(1);
  await studio.waitForRun(await studio.startRun(story, { kind: "chapter", chapter: 1 }), "succeeded");
  const original = await studio.text(story, 1);
  const address = `${studio.url}/stories/${story}/write/1`;
  await open(page, address);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const editor = page.getByRole("textbox", { name: /text/i });
  await editor.fill("Typed by hand, and not saved yet.");
  await page.reload();
  await expect(page.locator("html[data-ready]")).toBeAttached();
  if (!(await editor.isVisible())) await page.getByRole("button", { name: "Edit", exact: true }).click();
  await expect(editor).toHaveValue("Typed by hand, and not saved yet.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(async () => studio.text(story, 1)).toBe("Typed by hand, and not saved yet.");
  await page.getByRole("button", { name: "History" }).click();
  await page.getByRole("button", { name: "Restore" }).last().click();
  await expect.poll(async () => studio.text(story, 1)).toBe(original);
});

test("what a premise says is never run", async ({ page, studio }) => {
  await studio.start(0);
  await open(page, `${studio.url}/stories/new`);
  await page.getByLabel("Premise").fill("<img src=x onerror=\"document.title='taken'\"> & <b>bold</b>");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page).toHaveURL(/\/stories\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("main")).toContainText("<img src=x");
  await expect(page.locator("main img"), "it is text").toHaveCount(0);
  await expect(page).not.toHaveTitle("taken");
});
