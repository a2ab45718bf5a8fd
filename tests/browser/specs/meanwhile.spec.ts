// Nothing typed is lost whatever happens meanwhile: a run, a storage that is full, what is deleted elsewhere.
import { editor, storyWithContent, go, places, typed } from "./places";
import { expect, open, test } from "./studio";

for (const place of places) {
  test(`${place.name}: a run in between, full storage, deleted meanwhile`, async ({ page, studio, request, consoleErrors }) => {
    await studio.start(0);
    const story = await storyWithContent(studio, request);
    const value = place.value ?? typed;
    const field = place.field(page);
    await go(page, studio, place, story);
    await field.fill(value);

    // It writes world, outline and every chapter that is open.
    await studio.waitForRun(await studio.startRun(story, { kind: "all_chapters" }), "succeeded");
    await expect(page.getByRole("log", { name: "Notices" })).toContainText("finished");
    await expect(field).toHaveValue(value);

    await page.evaluate(() => {
      const fill = { setItem: Storage.prototype.setItem };
      Object.assign(window, { fill });
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    const longer = place.value ? `${place.value}0` : `${value} And more.`;
    await field.fill(longer);
    await expect(page.getByRole("alert").filter({ hasText: /full or blocked/ })).toBeVisible();
    await expect(field).toHaveValue(longer);
    await page.evaluate(() => {
      const { fill } = window as unknown as { fill: Storage };
      Storage.prototype.setItem = fill.setItem;
    });
    await field.fill(value);

    if (!place.isOfStudio) {
      const answer = await request.delete(`${studio.url}/api/v1/stories/${story}`, { headers: { "if-match": "*" } });
      expect(answer.ok(), await answer.text()).toBe(true);
    }
    // Whatever becomes of the page, the text is where unsaved texts are.
    await page.goto(`${studio.url}/unsaved`);
    const texts = page.getByRole("textbox", { name: /^Text: / });
    await expect(texts.first()).toBeVisible();
    const all = await texts.evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
    expect(all.join("\n")).toContain(value);
    // Pages and requests for what is deleted say so.
    consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((one) => !/status of (404|412)/.test(one)));
  });
}

test("a chapter is saved as itself though one before it was deleted", async ({ page, studio, request, consoleErrors }) => {
  await studio.start(0);
  const story = await studio.story(3);
  const address = `${studio.url}/api/v1/stories/${story}`;
  const { id } = await (await request.get(`${address}/chapters/2`)).json();
  await open(page, `${studio.url}/stories/${story}/write/2`);
  await page.getByRole("button", { name: /^Edit/ }).first().click();
  await editor(page).fill(typed);
  expect((await request.delete(`${address}/chapters/1`, { headers: { "if-match": "*" } })).ok()).toBe(true);
  await page.locator(".editor").getByRole("button", { name: "Save", exact: true }).click();
  // Its page follows it to its place.
  await expect(page).toHaveURL(/write\/1$/);
  await expect(page.getByRole("article")).toContainText("Xylophones");
  expect(await (await request.get(`${address}/chapters/${id}/text`)).text()).toBe(typed);
  expect(await studio.text(story, 2)).toBe("");
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((one) => !/status of (404|412)/.test(one)));
});
