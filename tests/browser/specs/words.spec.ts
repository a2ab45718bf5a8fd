// What readers see in their own format: numbers, times, suggested titles; and that the demonstration is named as one.
import { expect, open, test } from "./studio";

test.describe("a reader in Berlin", () => {
  test.use({ locale: "de-DE", timezoneId: "Europe/Berlin" });

  test("numbers and times are in the reader’s format and time zone", async ({ page, studio }) => {
    await studio.start(0);
    const story = await studio.story(2);
    await studio.waitForRun(await studio.startRun(story, { kind: "all_chapters" }), "succeeded");
    const { words, updated_at } = await studio.get(`/stories/${story}`);
    await open(page, studio.url);
    const card = page.getByRole("listitem").filter({ hasText: "The Second Voice" });
    await expect(card).toContainText(`${new Intl.NumberFormat("de-DE").format(words)} of 3.000 words`);
    const time = card.locator("time");
    await expect(time).toHaveAttribute("datetime", updated_at);
    const format = { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/Berlin" } as const;
    const local = new Intl.DateTimeFormat("de-DE", format).format(new Date(updated_at));
    await expect(time).toHaveAttribute("title", local);
    await expect(time).toHaveText(/just now|minute/);
  });
});

for (const hours of [-3, 3]) {
  test(`a browser clock that is wrong by ${hours} hours shows no nonsense`, async ({ page, studio }) => {
    const story = await studio.outlined(1, 20);
    await studio.startRun(story, { kind: "chapter", chapter: 1 });
    await page.addInitScript((ahead) => {
      const now = Date.now;
      Date.now = () => now() + ahead;
    }, hours * 3_600_000);
    await open(page, studio.url);
    await expect(page.getByRole("main").locator("time").first()).toHaveText(/just now|1 minute ago/);
    const dock = page.getByRole("region", { name: "Generation" });
    const elapsed = dock.getByText("elapsed").locator("xpath=following-sibling::dd");
    await expect(elapsed).toHaveText(/^0:\d\d$/);
  });
}

test("an untitled story gets a title out of its premise, which the form shows", async ({ page, studio }) => {
  await studio.start(0);
  await open(page, `${studio.url}/stories/new`);
  const title = page.getByLabel("Title", { exact: true });
  await expect(title).not.toHaveAttribute("placeholder");
  await page.getByLabel("Premise").fill("a lighthouse keeper who hears her dead brother on the radio");
  await expect(title).toHaveAttribute("placeholder", "The Lighthouse Keeper");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The Lighthouse Keeper");
  expect((await studio.get("/stories")).items[0].title).toBe("The Lighthouse Keeper");
});

test("where no model writes, the pages say so and lead to the settings", async ({ page, studio }) => {
  const story = await studio.outlined(1, 0);
  const named = page.getByText("Built-in demonstration writer.");
  await open(page, `${studio.url}/stories/${story}`);
  await expect(named).toBeVisible();
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await expect(named).toBeVisible();
  await studio.waitForRun(await studio.startRun(story, { kind: "chapter", chapter: 1 }), "succeeded");
  await page.getByRole("button", { name: "Rewrite with feedback" }).click();
  const dialog = page.getByRole("dialog", { name: "Rewrite with feedback" });
  await expect(dialog.getByText("The built-in demonstration reacts only to")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await named.getByRole("link", { name: "Connect a model" }).click();
  await expect(page).toHaveURL(/\/settings$/);
  await expect(page.getByText("The built-in demonstration ignores it.")).toBeVisible();
});
