// Another name for somebody, everywhere in a story: what each form becomes, which places are in doubt, and the way back.
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, open, type Studio, test } from "./studio";

async function storyOfAnna(studio: Studio, request: APIRequestContext) {
  const story = await studio.story(2);
  const address = `${studio.url}/api/v1/stories/${story}`;
  const headers = { "if-match": "*" };
  const text = "Anna Holm lit the lamp. Anna’s hand shook. Annie, said Erik Holm. Hannah slept.";
  const answers = [
    await request.post(`${address}/chapters/1/revisions`, { headers, data: { text } }),
    await request.post(`${address}/world/entities`, { data: { kind: "person", name: "Erik Holm" } }),
    await request.post(`${address}/world/entities`, { data: { kind: "person", name: "Anna Holm", description: "Anna keeps the lamp." } }),
  ];
  for (const answer of answers) expect(answer.ok(), await answer.text()).toBe(true);
  return story;
}

const status = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text });
const text = async (studio: Studio, story: string) => (await studio.text(story, 1)).trim();

test("somebody is renamed everywhere from the world, and it is undone", async ({ page, studio, request }) => {
  await studio.start(0);
  const story = await storyOfAnna(studio, request);
  const before = await text(studio, story);
  await open(page, `${studio.url}/stories/${story}/world`);
  await page.getByRole("link", { name: "Rename everywhere: Anna Holm" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rename Anna Holm");
  await page.getByLabel("New name").fill("Elsa Berg");
  const first = page.getByLabel("Anna", { exact: true });
  await expect(first).toHaveValue("Elsa");
  await expect(page.getByLabel("Holm", { exact: true })).toHaveValue("Berg");
  await page.getByLabel("Other names").fill("Annie");
  await page.getByLabel("Annie", { exact: true }).fill("Elsie");
  const chapter = page.getByRole("group", { name: /^Chapter 1/ }).locator("li");
  await expect(chapter).toHaveCount(4);
  await expect(chapter.nth(2).locator("ins")).toHaveText("Elsie");
  // The brother keeps his name.
  await expect(chapter.nth(3)).toContainText("may be somebody else");
  await expect(chapter.nth(3).getByRole("checkbox")).not.toBeChecked();
  await chapter.nth(1).getByRole("checkbox").uncheck();
  await expect(status(page, "Places that may mean something else are left out")).toBeVisible();
  await page.getByRole("button", { name: "Rename in 4 places" }).click();
  await expect(page).toHaveURL(/\/world$/);
  await expect(page.getByRole("heading", { name: "Elsa Berg" })).toBeVisible();
  expect(await text(studio, story)).toBe("Elsa Berg lit the lamp. Anna’s hand shook. Elsie, said Erik Holm. Hannah slept.");
  await page.getByRole("log").getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => text(studio, story)).toBe(before);
  await expect(page.getByRole("heading", { name: "Anna Holm" })).toBeVisible();
});

test("what was typed is there after a reload; a name that is taken is refused", async ({ page, studio, request, consoleErrors }) => {
  await studio.start(0);
  const story = await storyOfAnna(studio, request);
  await open(page, `${studio.url}/stories/${story}/world`);
  await page.getByRole("link", { name: "Rename everywhere: Anna Holm" }).click();
  await page.getByLabel("New name").fill("erik holm");
  await page.getByLabel("Other names").fill("Annie");
  await expect(page).toHaveURL(/name=erik%20holm&others=Annie/);
  await page.reload();
  await expect(page.getByLabel("New name")).toHaveValue("erik holm");
  await expect(page.getByLabel("Other names")).toHaveValue("Annie");
  await page.getByRole("button", { name: /^Rename in \d places/ }).click();
  await expect(page.getByRole("alert").filter({ hasText: "already has an entry named “erik holm”" })).toBeVisible();
  // What changed meanwhile is listed again, and the second try works.
  await page.getByLabel("New name").fill("Elsa Berg");
  await expect(page.getByLabel("Anna", { exact: true })).toHaveValue("Elsa");
  const chapter = page.getByRole("group", { name: /^Chapter 1/ }).locator("li");
  await chapter.first().getByRole("checkbox").uncheck();
  const headers = { "if-match": "*" };
  const saved = await request.post(`${studio.url}/api/v1/stories/${story}/chapters/1/revisions`, { headers, data: { text: "Anna slept." } });
  expect(saved.ok()).toBe(true);
  await page.getByRole("button", { name: /^Rename in \d places/ }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The story changed meanwhile" })).toBeVisible();
  await expect(chapter).toHaveCount(1);
  await page.getByRole("button", { name: /^Rename in \d places/ }).click();
  await expect.poll(() => text(studio, story)).toBe("Elsa slept.");
  consoleErrors.length = 0;
});
