// An unfinished text is the author's: it is continued word for word, and only the author calls a chapter finished.
import { expect, open, test } from "./studio";

const mine = "Xylophones quiver vexingly.";

test("an opening typed by hand is continued, and called finished by its author", async ({ page, request, studio }) => {
  const story = await studio.outlined(1, 0);
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("textbox", { name: "Text of the chapter" }).fill(mine);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("This chapter is not finished yet.")).toBeVisible();
  expect((await studio.get(`/stories/${story}/chapters/1`)).state).toBe("partial");

  const finish = page.getByRole("button", { name: "Mark as finished" }).last();
  await finish.click();
  await expect(page.getByRole("button", { name: "Continue from here" })).toHaveCount(0);
  expect((await studio.get(`/stories/${story}/chapters/1`)).state).toBe("written");
  // Not finished after all: the page hears of it.
  const chapter = `${studio.url}/api/v1/stories/${story}/chapters/1`;
  const headers = { "if-match": "*" };
  expect((await request.patch(chapter, { headers, data: { finished: false } })).ok()).toBe(true);

  await page.getByRole("button", { name: "Continue from here" }).click();
  await expect.poll(async () => (await studio.get(`/stories/${story}/chapters/1`)).state).not.toBe("partial");
  await expect.poll(async () => (await studio.runs())[0].status).toBe("succeeded");
  const text = await studio.text(story, 1);
  expect(text.startsWith(`${mine}\n\n`), text).toBe(true);
  expect(text.length).toBeGreaterThan(10 * mine.length);
  await expect(page.getByRole("article")).toContainText(mine);
});

test("starting over is asked for, and the text before stays in the history", async ({ page, request, studio }) => {
  const story = await studio.outlined(1, 0);
  const chapter = `${studio.url}/api/v1/stories/${story}/chapters/1`;
  const headers = { "if-match": "*" };
  expect((await request.post(`${chapter}/revisions`, { headers, data: { text: mine } })).ok()).toBe(true);
  await open(page, `${studio.url}/stories/${story}/write/1`);
  const more = page.getByRole("button", { name: "More", exact: true });
  const over = page.getByRole("button", { name: "Start over" });
  if (!(await over.first().isVisible())) await more.click();
  await over.first().click();
  const dialog = page.getByRole("dialog", { name: "Start chapter 1 over" });
  await expect(dialog).toContainText("The current version stays in the history.");
  await dialog.getByRole("button", { name: "Start over" }).click();
  await expect.poll(async () => (await studio.get(`/stories/${story}/chapters/1`)).state).toMatch(/written|needs_review/);
  expect((await studio.text(story, 1)).includes(mine)).toBe(false);
  const { items } = await studio.get(`/stories/${story}/chapters/1/revisions`);
  expect(items).toHaveLength(2);
});
