// Search: results as one types, by keyboard, to the place in the text; in a story and in the library.
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, open, type Studio, test } from "./studio";

const field = (page: Page) => page.getByRole("searchbox", { name: "Search for" });
const results = (page: Page) => page.locator("#results");

/** A story with a comet in its brief, its outline, two chapters and its world. */
async function storyWithComets(studio: Studio, request: APIRequestContext) {
  const data = { title: "Salt and Comets", brief: { premise: "A comet falls into the harbour.", chapters: 3 } };
  const story = (await (await request.post(`${studio.url}/api/v1/stories`, { data })).json()).id as string;
  const address = `${studio.url}/api/v1/stories/${story}`;
  const headers = { "if-match": "*" };
  const far = Array.from({ length: 60 }, (_, n) => `Nobody came on day ${n + 1}. The quay stayed empty.`).join("\n\n");
  const answers = [
    await request.patch(`${address}/chapters/1`, { headers, data: { title: "The Fall", outline: ["A comet falls."] } }),
    await request.post(`${address}/chapters/1/revisions`, { headers, data: { text: `${far}\n\nThen the Comet fell. A comet is cold.` } }),
    await request.post(`${address}/chapters/3/revisions`, { headers, data: { text: "The comet was gone." } }),
    await request.post(`${address}/world/entities`, { data: { kind: "thing", name: "The Comet", description: "A cold stone." } }),
    await request.post(`${address}/world/rules`, { data: { text: "No comet returns." } }),
  ];
  for (const answer of answers) expect(answer.ok(), await answer.text()).toBe(true);
  return story;
}

test("what is typed is found at once, and a result opens at its place", async ({ page, studio, request }) => {
  await studio.start(0);
  const story = await storyWithComets(studio, request);
  await open(page, `${studio.url}/stories/${story}`);
  await page.getByRole("navigation", { name: "Studio" }).getByRole("link", { name: "Search" }).click();
  await expect(field(page)).toBeFocused();
  await expect(page.getByText("Searched are the title and brief of this story")).toBeVisible();
  await page.keyboard.type("comet");
  await expect(page.getByRole("status").filter({ hasText: "8 matches in 6 places" })).toBeVisible();
  await expect(page).toHaveURL(/\/search\?q=comet$/);
  await expect(results(page).getByRole("heading")).toHaveText([
    "Brief", "Chapter 1 · The Fall", "Chapter 3", "People, places and things", "Rules",
  ]);
  await expect(results(page).locator("mark")).toHaveText(["Comet", "comet", "Comet", "comet", "Comet", "comet"]);

  // Arrows move through the results, Enter opens.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(results(page).getByRole("link").nth(2)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/write\/1\?passage=Comet/);
  const mark = page.locator(".prose mark");
  await expect(mark).toHaveText("Comet");
  await expect(mark).toBeInViewport();
  const bar = page.getByRole("group", { name: "Search results in this chapter" });
  await expect(bar).toContainText("1 of 2 in this chapter");
  await bar.getByRole("link", { name: "Next match" }).click();
  await expect(mark).toHaveText("comet");
  await expect(bar).toContainText("2 of 2");
  await bar.getByRole("link", { name: "All results" }).click();
  await expect(field(page)).toHaveValue("comet");

  for (const [name, entry] of [
    [/The Comet/, "The Comet"],
    [/Rule/, "No comet returns."],
  ] as const) {
    await results(page).getByRole("link", { name }).last().click();
    await expect(page.locator("[data-found]")).toContainText(entry);
    await expect(page.locator("[data-found]")).toBeInViewport();
    await page.goBack();
    await expect(field(page)).toHaveValue("comet");
  }
  await results(page).getByRole("link", { name: /Title and beats/ }).click();
  await expect(page.locator("[data-found]")).toContainText("A comet falls.");
  await page.goBack();
  await results(page).getByRole("link", { name: /Title and brief/ }).click();
  await expect(page.locator("[data-found]")).toContainText("A comet falls into the harbour.");
});

test("the last answer wins, Back and a reload keep the search", async ({ page, studio, request }) => {
  await studio.start(0);
  const story = await storyWithComets(studio, request);
  await open(page, `${studio.url}/stories/${story}/search`);
  // The first answer is held back until the second is there.
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/api/studio/search", async (route) => {
    if (route.request().postData()!.includes('"harbour"')) await held;
    await route.continue().catch(() => {});
  });
  await field(page).fill("harbour");
  await expect(page).toHaveURL(/q=harbour$/);
  await field(page).fill("quay");
  await expect(page.getByRole("status").filter({ hasText: "60 matches in 1 place" })).toBeVisible();
  release();
  await expect(results(page).locator("mark")).toHaveText(["quay"]);
  await page.reload();
  await expect(field(page)).toHaveValue("quay");
  await expect(results(page).locator("mark")).toHaveText(["quay"]);
});

test("nothing found says what was searched and offers the library", async ({ page, studio, request }) => {
  await studio.start(0);
  const story = await storyWithComets(studio, request);
  const other = await studio.story(1, "Nothing Yet");
  await open(page, `${studio.url}/stories/${other}/search?q=comet`);
  await expect(page.getByText("Nothing found for “comet”.")).toBeVisible();
  await expect(page.getByText("the trash are not searched")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Search all stories" }).click();
  await expect(results(page).getByRole("heading", { level: 2 })).toHaveText(["Salt and Comets"]);
  await expect(results(page).getByRole("link", { name: /No comet returns/ })).toHaveAttribute("href", new RegExp(story));
});

test("a search that fails says so, and trying again works", async ({ page, studio, request, consoleErrors }) => {
  await studio.start(0);
  const story = await storyWithComets(studio, request);
  await open(page, `${studio.url}/stories/${story}/search`);
  await page.route("**/api/studio/search", (route) => route.abort());
  await field(page).fill("comet");
  await expect(page.getByRole("alert").filter({ hasText: "not responding" })).toBeVisible();
  await page.unroute("**/api/studio/search");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(results(page).locator("mark")).toHaveCount(6);
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((line) => !/Failed to load/.test(line)));
});

test("very many results come page by page, and Back shows as many", async ({ page, studio, request }) => {
  test.setTimeout(120_000);
  await studio.start(0);
  const story = await studio.story(120);
  const address = `${studio.url}/api/v1/stories/${story}`;
  for (let number = 1; number <= 120; number += 1) {
    const headers = { "if-match": "*" };
    await request.patch(`${address}/chapters/${number}`, { headers, data: { outline: [`Lantern number ${number}.`] } });
  }
  await open(page, `${studio.url}/stories/${story}/search?q=lantern`);
  await expect(page.getByRole("status").filter({ hasText: "The first 50 matches in 50 places." })).toBeVisible();
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(results(page).getByRole("link")).toHaveCount(100);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(page.getByRole("status").filter({ hasText: "120 matches in 120 places." })).toBeVisible();
  await expect(page.getByRole("button", { name: "Show more" })).toHaveCount(0);
  await results(page).getByRole("link").nth(110).click();
  await expect(page.locator("[data-found]")).toContainText("Lantern number 111.");
  await page.goBack();
  await expect(results(page).getByRole("link")).toHaveCount(120);
});
