// What was decided and what was deleted comes back: Undo, the trash, and the history of every value.
import type { APIRequestContext } from "@playwright/test";
import { expect, open, test, type Studio } from "./studio";

type Chapter = { title: string; outline: string[] };

async function titles(studio: Studio, story: string) {
  return (await studio.get(`/stories/${story}/chapters`)).items.map((one: Chapter) => one.title);
}

async function beats(studio: Studio, story: string, number: number) {
  return (await studio.get(`/stories/${story}/chapters/${number}`)).outline as string[];
}

async function patch(request: APIRequestContext, studio: Studio, address: string, data: object) {
  const answer = await request.patch(`${studio.url}/api/v1${address}`, { data, headers: { "if-match": "*" } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

test("a deleted chapter comes back with Undo, by keyboard, at its place", async ({ page, studio, request }) => {
  await studio.start(0);
  const story = await studio.story(3);
  for (const [at, title] of ["Ebb", "Slack", "Flood"].entries()) {
    await patch(request, studio, `/stories/${story}/chapters/${at + 1}`, { title, outline: [`${title} comes.`] });
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, `${studio.url}/stories/${story}/outline`);
  await page.getByRole("button", { name: "Delete chapter 2" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete this chapter?" });
  await expect(dialog).toContainText("“Slack” moves to the trash");
  await expect(dialog).toContainText("30 days");
  await dialog.getByRole("button", { name: "Move to trash" }).click();
  await expect(page.getByRole("heading", { name: "Slack" })).toHaveCount(0);
  expect(await titles(studio, story)).toEqual(["Ebb", "Flood"]);
  const undo = page.getByRole("log", { name: "Notices" }).getByRole("button", { name: "Undo" });
  await expect(undo).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Slack" })).toBeVisible();
  await expect(undo).toHaveCount(0);
  expect(await titles(studio, story)).toEqual(["Ebb", "Slack", "Flood"]);
  expect(await beats(studio, story, 2)).toEqual(["Slack comes."]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
});

test("beats made again twice: the author's first ones are compared and restored", async ({ page, studio, request }) => {
  await studio.start(0);
  const story = await studio.story(2);
  await patch(request, studio, `/stories/${story}/chapters/1`, { title: "Ebb", outline: ["Mine alone."] });
  for (const feedback of ["let the ferry burn", "let it rain"]) {
    await studio.waitForRun(await studio.startRun(story, { kind: "outline", chapter: 1, feedback }), "succeeded");
  }
  await open(page, `${studio.url}/stories/${story}/outline`);
  await page.getByRole("button", { name: "History of chapter 1" }).click();
  const history = page.getByRole("dialog", { name: "History of chapter 1" });
  const rows = history.getByRole("list", { name: "Versions" }).getByRole("listitem");
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText("generated");
  await expect(rows.nth(0)).toContainText("current");
  await expect(rows.nth(2)).toContainText("edited by you · 1 beat");
  await rows.nth(2).getByRole("button", { name: /edited by you/ }).click();
  const compared = history.getByRole("region", { name: "Text of this version" });
  await expect(compared).toContainText("Compared with the current version:");
  await expect(compared.locator("del").first()).toContainText("Mine alone.");
  await expect(compared.getByRole("heading", { name: "Beats" })).toBeVisible();
  await rows.nth(2).getByRole("button", { name: "Restore", exact: true }).click();
  await expect(history).toBeHidden();
  await expect(page.getByRole("main")).toContainText("Mine alone.");
  expect(await beats(studio, story, 1)).toEqual(["Mine alone."]);
  // What it took the place of is still there.
  await page.getByRole("button", { name: "History of chapter 1" }).click();
  await expect(rows).toHaveCount(4);
  await page.keyboard.press("Escape");
  await expect(history).toBeHidden();
  await page.getByRole("button", { name: "History of chapter 2" }).click();
  await expect(page.getByRole("dialog", { name: "History of chapter 2" })).toContainText("No earlier versions.");
});

test("the brief and what is in the world have a history, many versions come in pages", async ({
  page,
  studio,
  request,
}) => {
  await studio.start(0);
  const story = await studio.story(1, "First title");
  for (let at = 1; at <= 24; at++) await patch(request, studio, `/stories/${story}`, { title: `Title ${at}` });
  await open(page, `${studio.url}/stories/${story}`);
  await page.getByRole("button", { name: "History of the brief" }).click();
  const history = page.getByRole("dialog", { name: "History of the brief" });
  const rows = history.getByRole("list", { name: "Versions" }).getByRole("listitem");
  await expect(rows).toHaveCount(20);
  await history.getByRole("button", { name: "Show more" }).click();
  await expect(rows).toHaveCount(25);
  await expect(history.getByRole("button", { name: "Show more" })).toHaveCount(0);
  await rows.last().getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.getByRole("heading", { name: "First title", level: 1 })).toBeVisible();

  const rules = `${studio.url}/api/v1/stories/${story}/world/rules`;
  const rule = await (await request.post(rules, { data: { text: "The dead answer." } })).json();
  await patch(request, studio, `/stories/${story}/world/rules/${rule.id}`, { text: "The dead answer only questions." });
  await open(page, `${studio.url}/stories/${story}/world?show=rules`);
  await page.getByRole("button", { name: "History of The dead answer only questions." }).click();
  const ofRule = page.getByRole("dialog", { name: /^History of The dead/ });
  await ofRule.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(ofRule).toBeHidden();
  await expect(page.getByRole("main").getByText("The dead answer.", { exact: false }).first()).toBeVisible();
  expect((await studio.get(`/stories/${story}/world/rules`)).items[0].text).toBe("The dead answer.");
});

test("the trash restores a story, and deletes forever only when asked twice", async ({ page, studio, request, consoleErrors }) => {
  await studio.start(0);
  const story = await studio.story(3, "The Second Voice");
  await patch(request, studio, `/stories/${story}/chapters/1`, { title: "Ebb", outline: ["Mine alone."] });
  await open(page, `${studio.url}/stories/${story}`);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const asked = page.getByRole("dialog", { name: "Delete this story?" });
  await expect(asked).toContainText("You can restore it for 30 days.");
  await asked.getByRole("button", { name: "Move to trash" }).click();
  await expect(page).toHaveURL(`${studio.url}/`);
  await expect(page.getByRole("log", { name: "Notices" })).toContainText("“The Second Voice” was moved to the trash.");
  await page.getByRole("main").getByRole("link", { name: "Trash" }).click();
  await expect(page).toHaveURL(`${studio.url}/trash`);
  const items = page.getByRole("list", { name: "Deleted items" }).getByRole("listitem");
  await expect(items).toHaveCount(1);
  await expect(items).toContainText("Story · deleted");
  await expect(items).toContainText("3 chapters");
  await items.getByRole("button", { name: "Restore The Second Voice" }).click();
  await expect(page.getByRole("main")).toContainText("The trash is empty.");
  expect(await titles(studio, story)).toEqual(["Ebb", "", ""]);
  expect(await beats(studio, story, 1)).toEqual(["Mine alone."]);
  await page.getByRole("log", { name: "Notices" }).getByRole("link", { name: "Open" }).click();
  await expect(page).toHaveURL(`${studio.url}/stories/${story}`);

  const gone = await request.delete(`${studio.url}/api/v1/stories/${story}`, { headers: { "if-match": "*" } });
  expect(gone.status()).toBe(204);
  await open(page, `${studio.url}/trash`);
  await items.getByRole("button", { name: "Delete forever: The Second Voice" }).click();
  const forever = page.getByRole("dialog", { name: "Delete forever?" });
  await expect(forever).toContainText("“The Second Voice” with 3 chapters will be deleted forever.");
  await forever.getByRole("button", { name: "Cancel" }).click();
  await expect(items).toHaveCount(1);
  await items.getByRole("button", { name: "Delete forever: The Second Voice" }).click();
  await forever.getByRole("button", { name: "Delete forever" }).click();
  await expect(page.getByRole("main")).toContainText("The trash is empty.");
  expect((await studio.get("/trash")).items).toEqual([]);
  // The page of a story that is in the trash is answered with 404, as it should be.
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((line) => !/status of 404/.test(line)));
});

test("somebody deleted comes back from the world page under a name of its own", async ({ page, studio, request }) => {
  await studio.start(0);
  const story = await studio.story(1);
  const entities = `${studio.url}/api/v1/stories/${story}/world/entities`;
  await request.post(entities, { data: { kind: "person", name: "Mara" } });
  await open(page, `${studio.url}/stories/${story}/world`);
  await page.getByRole("button", { name: "Edit Mara" }).click();
  const edit = page.getByRole("dialog");
  await edit.getByRole("button", { name: "Delete…" }).click();
  await edit.getByRole("button", { name: "Move to trash" }).click();
  await expect(page.getByRole("heading", { name: "Mara" })).toHaveCount(0);
  await request.post(entities, { data: { kind: "person", name: "Mara" } });
  const notices = page.getByRole("log", { name: "Notices" });
  await notices.getByRole("button", { name: "Undo" }).click();
  await expect(notices).toContainText("There is another “Mara” now, so this one came back as “Mara (restored)”.");
  await expect(page.getByRole("heading", { name: "Mara (restored)" })).toBeVisible();
});
