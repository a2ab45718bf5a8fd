// Find and replace in a whole story: every place before and after, chosen one by one, and taken back.
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, open, type Studio, test } from "./studio";

async function storyWithLamps(studio: Studio, request: APIRequestContext) {
  const story = await studio.story(3);
  const address = `${studio.url}/api/v1/stories/${story}`;
  const headers = { "if-match": "*" };
  const answers = [
    await request.post(`${address}/chapters/1/revisions`, { headers, data: { text: "The lamp was lit. A lamplighter saw the lamp." } }),
    await request.post(`${address}/chapters/2/revisions`, { headers, data: { text: "No Lamp burned." } }),
    await request.post(`${address}/world/rules`, { data: { text: "Every lamp goes out." } }),
  ];
  for (const answer of answers) expect(answer.ok(), await answer.text()).toBe(true);
  return story;
}

const status = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text });
const part = (page: Page, name: string) => page.getByRole("group", { name });
const fill = async (page: Page, find: string, replace: string) => {
  await page.getByLabel("Find", { exact: true }).fill(find);
  await page.getByLabel("Replace with").fill(replace);
};

test("places are shown before and after, chosen, replaced and brought back after a reload", async ({ page, studio, request }) => {
  await studio.start(0);
  const story = await storyWithLamps(studio, request);
  await open(page, `${studio.url}/stories/${story}/replace`);
  await fill(page, "lamp", "lantern");
  await expect(status(page, "5 of 5 places in 2 chapters and 1 other part")).toBeVisible();
  await page.getByLabel("Whole words").check();
  await expect(status(page, "4 of 4 places")).toBeVisible();
  const first = part(page, "Chapter 1").locator("li");
  await expect(first.first()).toContainText("The lamplantern was lit.");
  await expect(first.first().locator("del")).toHaveText("lamp");
  await expect(first.first().locator("ins")).toHaveText("lantern");

  // One place, then a whole part are left out.
  await first.first().getByRole("checkbox").uncheck();
  await expect(status(page, "3 of 4 places")).toBeVisible();
  await part(page, "Rule").getByRole("checkbox").first().uncheck();
  await expect(part(page, "Rule").locator("li").getByRole("checkbox")).not.toBeChecked();
  await page.getByRole("button", { name: "Replace 2 places" }).click();
  await expect(status(page, "Replaced “lamp” by “lantern”: 2 places.")).toBeVisible();
  expect((await studio.text(story, 1)).trim()).toBe("The lamp was lit. A lamplighter saw the lantern.");
  await expect(page.getByRole("log").getByRole("button", { name: "Undo" })).toBeVisible();

  // After a reload the fields are there, and so is the way back.
  await page.reload();
  await expect(page.getByLabel("Find", { exact: true })).toHaveValue("lamp");
  await expect(page.getByLabel("Replace with")).toHaveValue("lantern");
  await expect(page.getByLabel("Whole words")).toBeChecked();
  await page.getByRole("button", { name: "Undo: “lamp” → “lantern”" }).click();
  await expect(page.getByText("2 parts of the story are as they were before.")).toBeVisible();
  await expect.poll(async () => (await studio.text(story, 1)).trim()).toBe("The lamp was lit. A lamplighter saw the lamp.");
  await expect(page.getByText(/^Undone /).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Undo: / })).toHaveCount(0);
});

test("a bad regular expression gets its sentence at the field, a good one its groups", async ({ page, studio, request, consoleErrors }) => {
  await studio.start(0);
  const story = await storyWithLamps(studio, request);
  await open(page, `${studio.url}/stories/${story}/replace`);
  await page.getByLabel("Regular expression").check();
  const find = page.getByLabel("Find", { exact: true });
  await find.fill("(lamp");
  await expect(find).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#find-error")).toHaveText(/\w+/);
  await fill(page, "(l)amp", "${1}amps");
  await expect(find).not.toHaveAttribute("aria-invalid", "true");
  await expect(part(page, "Chapter 1").locator("ins").first()).toHaveText("lamps");
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((line) => !/status of 422/.test(line)));
});

test("what changed meanwhile is not overwritten, and the choice stays", async ({ page, studio, request, consoleErrors }) => {
  await studio.start(0);
  const story = await storyWithLamps(studio, request);
  await open(page, `${studio.url}/stories/${story}/replace?find=lamp&replace=lantern`);
  await expect(status(page, "5 of 5 places")).toBeVisible();
  await part(page, "Rule").getByRole("checkbox").first().uncheck();
  const text = "No Lamp burned, and no lamp was bought.";
  await request.post(`${studio.url}/api/v1/stories/${story}/chapters/2/revisions`, { headers: { "if-match": "*" }, data: { text } });
  await page.getByRole("button", { name: "Replace 4 places" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "changed meanwhile" })).toBeVisible();
  expect((await studio.text(story, 1)).trim()).toContain("The lamp was lit.");
  await expect(part(page, "Chapter 2").locator("li")).toHaveCount(2);
  await expect(part(page, "Rule").getByRole("checkbox").first()).not.toBeChecked();
  await page.getByRole("button", { name: "Replace 5 places" }).click();
  await expect(status(page, "Replaced “lamp” by “lantern”: 5 places.")).toBeVisible();
  await page.getByRole("log").getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await studio.text(story, 2)).trim()).toBe(text);
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((line) => !/status of 409/.test(line)));
});
