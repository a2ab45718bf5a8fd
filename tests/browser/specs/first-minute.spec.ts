// The first minute: a story is begun, and what happens is seen where the eye is.
import { expect, open, premise, test } from "./studio";

test("Create is in sight at once, wide and on a phone", async ({ page, studio }) => {
  await studio.start(0);
  for (const [width, height] of [
    [1440, 900],
    [360, 740],
  ]) {
    await page.setViewportSize({ width, height });
    await open(page, `${studio.url}/stories/new`);
    await expect(page.getByRole("button", { name: "Create", exact: true })).toBeInViewport({ ratio: 1 });
  }
});

test("a template replaces what no hand typed, and another template replaces that", async ({ page, studio }) => {
  await studio.start(0);
  await open(page, `${studio.url}/stories/new`);
  const templates = page.locator(".template");
  await page.getByLabel("Premise").fill(premise);
  await page.locator("form details > summary").first().click();
  await page.getByLabel("Tone").fill("dry, and never solemn");
  await templates.nth(0).click();
  const first = await page.getByLabel("Genre").inputValue();
  expect(first).not.toBe("");
  await expect(page.getByLabel("Premise")).toHaveValue(premise);
  await expect(page.getByLabel("Tone")).toHaveValue("dry, and never solemn");
  await templates.nth(1).click();
  await expect(page.getByLabel("Genre")).not.toHaveValue(first);
  await expect(page.getByLabel("Tone")).toHaveValue("dry, and never solemn");
});

test("a story gets what the form shows, also where that is less than its template has", async ({ page, studio }) => {
  await studio.start(0);
  await open(page, `${studio.url}/stories/new`);
  await page.locator("form details > summary").first().click();
  await page.locator(".template").filter({ hasText: "A harbour mystery" }).click();
  await expect(page.getByLabel("Chapters", { exact: true })).toHaveValue("7");
  await expect(page.getByLabel("Tone", { exact: true })).toHaveValue("patient, wry");
  await page.getByRole("button", { name: "5", exact: true }).click();
  await page.getByLabel("Tone", { exact: true }).fill("");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page).toHaveURL(/\/stories\/[0-9a-f-]{36}$/);
  const [story] = (await studio.get("/stories")).items;
  expect(story.brief).toMatchObject({ genre: "mystery", tone: "", chapters: 5 });
});

test("a number of chapters that is none is said, and nothing is made or lost by it", async ({ page, studio }) => {
  await studio.start(0);
  await open(page, `${studio.url}/stories/new`);
  const says = page.getByRole("alert").filter({ hasText: "Chapters must be a whole number from 1 to 1,000." });
  const chapters = page.getByRole("textbox", { name: "Chapters" });
  await page.getByLabel("Premise").fill(premise);
  for (const [wrong, button] of [
    ["12x", "Create and write all chapters"],
    ["0", "Create"],
  ]) {
    await chapters.fill(wrong);
    await page.getByRole("button", { name: button, exact: true }).click();
    await expect(says).toBeVisible();
    await expect(chapters).toBeFocused();
    await expect(chapters).toHaveValue(wrong);
  }
  expect((await studio.get("/stories")).items).toEqual([]);
  await chapters.fill("600");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page).toHaveURL(/\/stories\/[0-9a-f-]{36}$/);

  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByLabel("Tone", { exact: true }).fill("uneasy");
  await chapters.fill("");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(says).toBeVisible();
  await expect(chapters).toHaveValue("");
  const brief = async () => (await studio.get("/stories")).items[0].brief;
  expect(await brief()).toMatchObject({ chapters: 600, tone: "" });
  await chapters.fill("12");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(brief).toMatchObject({ chapters: 12, tone: "uneasy" });
});

test("after Write chapter the page says what is being made, and the button steps back", async ({ page, studio }) => {
  // Slow enough to be seen: the world comes first.
  await studio.start(3);
  const story = await studio.story(2);
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, `${studio.url}/stories/${story}/write/1`);
  const write = page.getByRole("button", { name: "Write chapter", exact: true });
  await expect(write).toHaveClass(/primary/);
  await write.click();
  const coming = page.getByRole("main").getByRole("region", { name: "In progress" });
  await expect(coming).toBeVisible();
  await expect(coming).toContainText("World");
  await expect(coming).toContainText("Outline");
  await expect(coming).toContainText("Chapter 1");
  await expect(write).toBeDisabled();
  await expect(write).not.toHaveClass(/primary/);
  expect((await studio.runs()).length).toBe(1);
});

test("the bar is one line at any width, and what has no room is behind More", async ({ page, studio }) => {
  await studio.start(0);
  const story = await studio.story(2);
  await studio.waitForRun(await studio.startRun(story, { kind: "chapter", chapter: 1 }), "succeeded");
  for (const width of [360, 480, 700, 1000, 1120, 1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 740 });
    for (const number of [1, 2]) {
      await open(page, `${studio.url}/stories/${story}/write/${number}`);
      const bar = page.locator(".bar");
      const box = (await bar.boundingBox())!;
      expect(box.height, `chapter ${number} at ${width}`).toBeLessThanOrEqual(60);
      const spill = await bar.evaluate((bar) => bar.scrollWidth - bar.clientWidth);
      expect(spill, `chapter ${number} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "History" }).click();
  await expect(page.getByRole("dialog", { name: "History" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "More", exact: true })).toBeFocused();
});

test("a phone leaves most of its height to the manuscript while a chapter is written", async ({ page, studio }) => {
  const writer = await studio.stepped();
  const story = await studio.outlined(2, writer);
  writer.write(5);
  await studio.startRun(story, { kind: "chapter", chapter: 1 });
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await expect(page.getByRole("region", { name: "Generation" })).toBeVisible();
  const height = async (selector: string) => (await page.locator(selector).boundingBox())!.height;
  const chrome = (await height(".bar")) + (await height(".dock")) + (await height(".rail"));
  expect(chrome).toBeLessThanOrEqual(200);
});

test("Enter that ends the composing of a word sends nothing", async ({ page, studio }) => {
  await studio.start(0);
  await open(page, `${studio.url}/stories/new`);
  await page.getByLabel("Premise").fill("灯台守の話");
  await page.getByRole("button", { name: "Talk it over first" }).click();
  const answer = page.locator("#interview-answer");
  await expect(answer).toBeFocused();
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
  const question = await page.locator("label[for=interview-answer]").textContent();
  const enter = { key: "Enter", code: "Enter", bubbles: true, cancelable: true };
  for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
    for (const field of [answer, page.getByLabel("Title")]) {
      const stopped = await field.evaluate(
        (field, init) => !field.dispatchEvent(new KeyboardEvent("keydown", init)),
        { ...enter, ...composing },
      );
      expect(stopped, "a form would be sent").toBe(true);
    }
  }
  await expect(page.locator("label[for=interview-answer]")).toHaveText(question!);
  expect(posts).toEqual([]);
  await answer.fill("灯台");
  await answer.press("Enter");
  await expect(page.locator("label[for=interview-answer]")).not.toHaveText(question!);
});

test("a text says its language and its direction", async ({ page, studio, request }) => {
  await studio.start(0);
  for (const [language, tag, direction, text] of [
    ["he", "he", "rtl", "היא עלתה במדרגות."],
    ["German", "de", "ltr", "Sie stieg die Treppe hinauf."],
  ]) {
    const data = { title: text, brief: { premise: text, chapters: 1, language } };
    const story = (await (await request.post(`${studio.url}/api/v1/stories`, { data })).json()).id;
    const address = `${studio.url}/api/v1/stories/${story}/chapters/1`;
    const headers = { "If-Match": "*" };
    await request.patch(address, { headers, data: { title: text, outline: [text] } });
    await request.post(`${address}/revisions`, { headers, data: { text } });
    const look = async (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => [
          element.closest<HTMLElement>("[lang]")!.lang,
          getComputedStyle(element).direction,
        ]);
    await open(page, `${studio.url}/stories/${story}/write/1`);
    for (const selector of [".prose p", "h1", ".beats", ".chapter-list a > span[dir]"]) {
      expect(await look(selector), selector).toEqual([tag, direction]);
    }
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    expect(await look(".editor textarea")).toEqual([tag, direction]);
    await open(page, `${studio.url}/stories/${story}/outline`);
    expect(await look(".beats li")).toEqual([tag, direction]);
    await open(page, `${studio.url}/stories/${story}`);
    for (const selector of ["h1", ".premise"]) expect(await look(selector), selector).toEqual([tag, direction]);
    await open(page, studio.url);
    expect(await look(".book .premise")).toEqual([tag, direction]);
  }
});

test("print shows the manuscript and nothing of the studio", async ({ page, studio }) => {
  await studio.start(0);
  const story = await studio.story(1);
  await studio.waitForRun(await studio.startRun(story, { kind: "chapter", chapter: 1 }), "succeeded");
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await page.emulateMedia({ media: "print" });
  for (const selector of [".rail", ".bar", "#chapters", "#notes", ".beats"]) {
    await expect(page.locator(selector), selector).toBeHidden();
  }
  await expect(page.locator(".prose p").last()).toBeVisible();
  const cut = await page.locator("#main").evaluate((main) => main.scrollHeight - main.clientHeight);
  expect(cut, "all of it, not a window on it").toBeLessThanOrEqual(1);
});
