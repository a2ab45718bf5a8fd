// The library: what is shown in which order, how it is remembered, archive and trash for one and for several.
import type { APIRequestContext, Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { expect, open, type Studio, test } from "./studio";

const cards = (page: Page) => page.getByRole("list", { name: "Stories" }).getByRole("heading", { level: 2 });
const filter = (page: Page, name: RegExp) =>
  page.getByRole("navigation", { name: "Filter stories" }).getByRole("link", { name });
const notices = (page: Page) => page.getByRole("log", { name: "Notices" });

/** Stories of one chapter each; the first one has a text. */
async function shelf(studio: Studio, request: APIRequestContext, titles: string[]) {
  const ids: string[] = [];
  for (const title of titles) ids.push(await studio.story(1, title));
  const chapter = `${studio.url}/api/v1/stories/${ids[0]}/chapters/1`;
  const data = { text: "The ferry waited.", finished: true };
  const saved = await request.post(`${chapter}/revisions`, { headers: { "if-match": "*" }, data });
  expect(saved.ok(), await saved.text()).toBe(true);
  return ids;
}

test("the list follows filter, order and words, and the address has them", async ({ page, studio, request }) => {
  await studio.start(0);
  await shelf(studio, request, ["Zebra", "Éclair", "apple", "Part 10", "Part 2"]);
  await open(page, studio.url);
  await expect(cards(page)).toHaveText(["Zebra", "Part 2", "Part 10", "apple", "Éclair"]);
  await page.getByRole("combobox", { name: "Sort stories" }).selectOption("Title");
  await expect(cards(page)).toHaveText(["apple", "Éclair", "Part 2", "Part 10", "Zebra"]);
  await expect(page).toHaveURL(/sort=title/);
  const words = page.getByRole("searchbox");
  await words.fill("PART");
  await expect(cards(page)).toHaveText(["Part 2", "Part 10"]);
  await expect(page.getByRole("status").filter({ hasText: "found" })).toHaveText("2 stories found");
  await expect(words).toBeFocused();
  await words.fill("nothing like it");
  await expect(page.getByText("No story here has “nothing like it”")).toBeVisible();
  await page.getByRole("link", { name: "Show all stories" }).click();
  await expect(cards(page)).toHaveCount(5);
  await expect(words).toHaveValue("");
  await filter(page, /^Finished/).click();
  await expect(cards(page)).toHaveText(["Zebra"]);
  await expect(filter(page, /^Finished/)).toHaveAttribute("aria-current", "true");

  // Back, and a visit without any parameter: as this browser left it.
  await page.goBack();
  await expect(cards(page)).toHaveCount(5);
  await page.goForward();
  await expect(cards(page)).toHaveText(["Zebra"]);
  await page.getByRole("link", { name: "List", exact: true }).click();
  await expect(page.locator(".story-list")).toBeVisible();
  await open(page, studio.url);
  await expect(cards(page)).toHaveText(["Zebra"]);
  await expect(page.locator(".story-list")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Sort stories" })).toHaveValue("title");
});

test("a story opens where its author left off, and its overview is one click away", async ({ page, studio, request, consoleErrors }) => {
  await studio.start(0);
  const [id] = await shelf(studio, request, ["The Ferry"]);
  await open(page, studio.url);
  const card = page.getByRole("link", { name: "The Ferry", exact: true });
  await card.click();
  await expect(page).toHaveURL(new RegExp(`/stories/${id}$`));
  const rail = page.getByRole("navigation", { name: "Studio" });
  await rail.getByRole("link", { name: "Outline" }).click();
  await expect(page.getByRole("heading", { name: "Outline", level: 1 })).toBeVisible();
  await rail.getByRole("link", { name: "Library" }).click();
  await expect(card).toHaveAttribute("href", `/stories/${id}/outline`);
  await open(page, `${studio.url}/stories/${id}/write/1`);
  await open(page, studio.url);
  await card.click();
  await expect(page).toHaveURL(new RegExp(`/stories/${id}/write`));
  await expect(page.getByText("The ferry waited.")).toBeVisible();
  // Its chapter is gone: the page opens all the same.
  const headers = { "if-match": "*" };
  expect((await request.delete(`${studio.url}/api/v1/stories/${id}/chapters/1`, { headers })).ok()).toBe(true);
  await open(page, studio.url);
  await card.click();
  await expect(page.getByText("No chapters yet.")).toBeVisible();
  // The chapter that is gone is answered with 404, as it should be.
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((line) => !/status of 404/.test(line)));
  await open(page, studio.url);
  await page.getByRole("link", { name: "Overview of The Ferry" }).click();
  await expect(page).toHaveURL(new RegExp(`/stories/${id}$`));
});

test("a story is archived by its menu and comes back with Undo", async ({ page, studio, request }) => {
  await studio.start(0);
  await shelf(studio, request, ["One", "Two"]);
  await open(page, studio.url);
  await page.getByRole("button", { name: "Manage One" }).click();
  const menu = page.getByRole("dialog", { name: "One" });
  await menu.getByRole("button", { name: "Archive" }).click();
  await expect(cards(page)).toHaveText(["Two"]);
  await expect(notices(page)).toContainText("“One” was archived.");
  await filter(page, /^Archived/).click();
  await expect(cards(page)).toHaveText(["One"]);
  await notices(page).getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("No story is archived.")).toBeVisible();
  await filter(page, /^All/).click();
  await expect(cards(page)).toHaveCount(2);
});

test("several stories move to the trash and come back with one Undo", async ({ page, studio, request }) => {
  await studio.start(0);
  await shelf(studio, request, ["One", "Two", "Three", "Four"]);
  await open(page, studio.url);
  await page.getByRole("button", { name: "Select" }).click();
  for (const title of ["One", "Three"]) await page.getByRole("checkbox", { name: `Select ${title}` }).check();
  const bar = page.getByRole("region", { name: "Selected stories" });
  await expect(bar.getByRole("status")).toHaveText("2 stories selected");
  await bar.getByRole("button", { name: "Delete" }).click();
  const dialog = page.getByRole("dialog", { name: "Move to the trash?" });
  await expect(dialog).toContainText("2 stories with 2 chapters and 3 words");
  await dialog.getByRole("button", { name: "Move to trash" }).click();
  await expect(cards(page)).toHaveText(["Four", "Two"]);
  await expect(notices(page)).toContainText("2 stories were moved to the trash.");
  await notices(page).getByRole("button", { name: "Undo" }).click();
  await expect(cards(page)).toHaveCount(4);
  await bar.getByRole("button", { name: "Select all shown" }).click();
  await bar.getByRole("button", { name: "Archive" }).click();
  await expect(page.getByText("All your stories are archived.")).toBeVisible();
  await expect(notices(page)).toContainText("4 stories were archived.");
});

test("a cover is shown as a small picture, and what is generated now is on the card", async ({ page, studio, request }) => {
  const writer = await studio.stepped();
  const story = await studio.outlined(1, writer);
  const headers = { "if-match": "*" };
  const data = readFileSync(require.resolve("../../../docs/write.png"));
  expect((await request.put(`${studio.url}/api/v1/stories/${story}/book/cover`, { headers, data })).ok()).toBe(true);
  await open(page, studio.url);
  const cover = page.getByRole("img", { name: "Cover of The Second Voice" });
  await expect.poll(() => cover.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(360);
  writer.write(5);
  await studio.startRun(story, { kind: "chapter", chapter: 1 });
  await expect(page.locator(".book .doing")).toContainText("%");
  await filter(page, /^Generating 1/).click();
  await expect(cards(page)).toHaveText(["The Second Voice"]);
});
