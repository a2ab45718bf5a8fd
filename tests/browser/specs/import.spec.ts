// A manuscript comes in: chosen, looked at, changed, imported.
import AxeBuilder from "@axe-core/playwright";
import { type APIRequestContext, type Page } from "@playwright/test";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, open, type Studio, test } from "./studio";

const book =
  "# The Ferry\n\n## Night\n\nShe rows.\n\nThe lamp is out.[^1]\n\n## Morning\n\nNobody came.\n\n## Noon\n\nThe end.\n\n[^1]: It was lit in 1911.\n";

const file = (name: string, text: string | Buffer) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });

async function chosen(page: Page, studio: Studio, name: string, text: string | Buffer) {
  await open(page, `${studio.url}/import`);
  await page.getByLabel("Manuscript file").setInputFiles(file(name, text));
}

async function begun(studio: Studio, request: APIRequestContext, name: string, text: string) {
  const answer = await request.post(`${studio.url}/api/v1/imports`, { multipart: { file: file(name, text) } });
  expect(answer.status()).toBe(201);
  return (await answer.json()).id as string;
}

/** The browser notes each answer that is an error, the expected ones, too. */
function expected(consoleErrors: string[], status: number) {
  const others = consoleErrors.filter((line) => !line.includes(`status of ${status}`));
  consoleErrors.splice(0, consoleErrors.length, ...others);
}

test.beforeEach(async ({ studio }) => {
  await studio.start(0);
});

const headings = (page: Page) => page.locator(".import-chapters h3");

test("a manuscript is looked at, changed and imported", async ({ page, studio }) => {
  await open(page, studio.url);
  await page.getByRole("link", { name: "Import" }).click();
  await expect(page.getByRole("heading", { name: "Import a manuscript" })).toBeFocused();
  await page.getByLabel("Manuscript file").setInputFiles(file("ferry.md", book));
  await expect(page).toHaveURL(/\/import\/[0-9a-f-]{36}$/);
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("The Ferry");
  await expect(headings(page)).toHaveText(["Night", "Morning", "Noon"]);
  await page.locator("summary", { hasText: "1 footnote" }).click();
  await expect(page.getByText("It was lit in 1911.")).toBeVisible();

  await page.getByRole("button", { name: "Merge chapter 2 with the previous one" }).click();
  await expect(headings(page)).toHaveText(["Night", "Noon"]);
  await expect(page.locator("#import-chapter-1")).toBeFocused();
  await page.getByRole("button", { name: "Undo merging chapter 2" }).click();
  await expect(headings(page)).toHaveText(["Night", "Morning", "Noon"]);

  await page.getByRole("button", { name: "Split chapter 1" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("She rows.")).toBeVisible();
  await dialog.getByRole("button", { name: "Start a new chapter at paragraph 2" }).click();
  await expect(dialog).toBeHidden();
  await expect(headings(page)).toHaveText(["Night", "Without a title", "Morning", "Noon"]);
  await page.getByRole("button", { name: "Rename chapter 2" }).click();
  await dialog.getByLabel("Chapter title").fill("Later that night");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Leave out chapter 4" }).click();
  await expect(page.getByRole("button", { name: "Include chapter 4" })).toBeVisible();
  await page.getByLabel("Author").fill("M. Kell");

  // What was decided is kept; what was typed last, too.
  await page.reload();
  await expect(headings(page)).toHaveText(["Night", "Later that night", "Morning", "Noon (left out)"]);
  await expect(page.getByLabel("Author")).toHaveValue("M. Kell");
  await page.getByRole("button", { name: "Import 3 chapters" }).click();
  await expect(page).toHaveURL(/\/stories\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { name: "The Ferry" })).toBeVisible();
  const id = page.url().split("/").pop();
  const settings = await page.request.get(`${studio.url}/api/v1/stories/${id}/book`);
  expect((await settings.json()).details.author).toBe("M. Kell");
  await open(page, `${studio.url}/import`);
  await expect(page.getByText("Not imported yet")).toHaveCount(0);
});

test("what is no manuscript is refused in a sentence, and the page stays as it is", async ({ page, studio, consoleErrors }) => {
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  await chosen(page, studio, "novel.docx", png);
  await expect(page.getByRole("alert")).toContainText("“novel.docx” is a PNG picture");
  await page.getByLabel("Manuscript file").setInputFiles(file("novel.txt", ""));
  await expect(page.getByRole("alert")).toContainText("no text");
  await expect(page).toHaveURL(`${studio.url}/import`);
  expected(consoleErrors, 422);
});

test("an upload that takes long can be cancelled", async ({ page, studio }) => {
  await open(page, `${studio.url}/import`);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let sent = 0;
  await page.route("**/api/v1/imports", async (route) => {
    sent += 1;
    if (sent === 1) await held;
    await route.continue().catch(() => {});
  });
  await page.getByLabel("Manuscript file").setInputFiles(file("ferry.md", book));
  await expect(page.getByRole("progressbar", { name: "Upload" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("progressbar", { name: "Upload" })).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
  release();
  await page.getByLabel("Manuscript file").setInputFiles(file("ferry.md", book));
  await expect(headings(page)).toHaveCount(3);
});

test("a folder is one manuscript", async ({ page, studio }) => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), "chapters-")), "novel");
  mkdirSync(folder);
  writeFileSync(path.join(folder, "10.txt"), "The tenth.");
  writeFileSync(path.join(folder, "2.txt"), "The second.");
  await open(page, `${studio.url}/import`);
  await page.getByLabel("Folder of chapters").setInputFiles(folder);
  await expect(page.getByRole("heading", { name: "Import “novel”" })).toBeVisible();
  await expect(page.locator(".begins")).toHaveText(["The second.", "The tenth."]);
});

test("files can be dropped", async ({ page, studio }) => {
  await open(page, `${studio.url}/import`);
  const data = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "ferry.md"));
    return data;
  }, book);
  await page.dispatchEvent(".drop-zone", "dragover", { dataTransfer: data });
  await page.dispatchEvent(".drop-zone", "drop", { dataTransfer: data });
  await expect(headings(page)).toHaveCount(3);
});

test("a text is read again with another encoding", async ({ page, studio }) => {
  // "Кот" in Windows-1251.
  const text = Buffer.concat([Buffer.from("Chapter 1\n\n"), Buffer.from([0xca, 0xee, 0xf2]), Buffer.from(".\n")]);
  await chosen(page, studio, "cat.txt", text);
  await expect(page.getByText("No chapter headings were found.")).toBeVisible();
  await page.getByLabel("Encoding").selectOption("windows-1251");
  await expect(page.locator(".begins")).toHaveText("Кот.");
  await page.getByLabel("Encoding").selectOption("windows-1252");
  await expect(page.locator(".begins")).toHaveText("Êîò.");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.locator(".begins")).toHaveText("Кот.");
  await expect(page.getByLabel("Encoding")).toHaveValue("windows-1251");
});

test("imports that wait are listed, continued and discarded", async ({ page, studio, request, consoleErrors }) => {
  const id = await begun(studio, request, "ferry.md", book);
  await open(page, `${studio.url}/import`);
  const row = page.getByRole("listitem").filter({ hasText: "ferry.md" });
  await expect(row).toContainText("3 chapters");
  await row.getByRole("link", { name: "Continue The Ferry" }).click();
  await expect(page).toHaveURL(`${studio.url}/import/${id}`);
  await page.getByRole("button", { name: "Discard…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard", exact: true }).click();
  await expect(page).toHaveURL(`${studio.url}/import`);
  await expect(page.getByText("ferry.md")).toHaveCount(0);
  await open(page, `${studio.url}/import/${id}`);
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
  expected(consoleErrors, 404);
});

test("a thousand chapters are shown a part at a time", async ({ page, studio, request }) => {
  const text = Array.from({ length: 1000 }, (_, at) => `# Part ${at + 1}\n\nText ${at + 1}.\n`).join("\n");
  const id = await begun(studio, request, "long.md", text);
  await open(page, `${studio.url}/import/${id}`);
  await expect(page.getByRole("heading", { name: "Chapters (1,000)" })).toBeVisible();
  await expect(headings(page)).toHaveCount(50);
  await page.getByRole("button", { name: "Show 50 more" }).click();
  await expect(headings(page)).toHaveCount(100);
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(headings(page)).toHaveCount(1000);
  await page.getByRole("button", { name: "Leave out chapter 1000" }).click();
  await expect(page.getByRole("button", { name: "Import 999 chapters" })).toBeVisible();
});

test("a story that was exported comes in with its history", async ({ page, studio, request }) => {
  const story = await studio.story(2);
  const exported = await request.get(`${studio.url}/api/v1/stories/${story}/export?format=json`);
  expect(exported.headers()["content-disposition"]).toContain(".json");
  await chosen(page, studio, "story.json", await exported.body());
  await page.getByLabel("Title", { exact: true }).fill("The Copy");
  await page.keyboard.press("Tab");
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.getByRole("button", { name: "Import 2 chapters" }).click();
  await expect(page.getByRole("heading", { name: "The Copy" })).toBeVisible();
});

test("the pages are accessible and fit a narrow screen", async ({ page, studio, request }) => {
  const id = await begun(studio, request, "ferry.md", book);
  await page.setViewportSize({ width: 360, height: 740 });
  for (const address of ["/import", `/import/${id}`]) {
    await open(page, studio.url + address);
    const found = await new AxeBuilder({ page }).analyze();
    expect(found.violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.target)}`)).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wider).toBe(false);
  }
});
