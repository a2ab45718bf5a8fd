// Every page, empty and full, light and dark, wide and on a phone: no finding of axe, and none wider than its window.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, open, premise, test } from "./studio";

/** What axe finds on the page as it is, in words that say where. */
async function findings(page: Page) {
  const axe = new AxeBuilder({ page }).options({
    rules: { "label-content-name-mismatch": { enabled: true } },
  });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** How far the page, and what is in it, reaches to the right. */
const reach = (page: Page) =>
  page.evaluate(() => {
    const isCut = (element: Element) => getComputedStyle(element).overflowX !== "visible";
    const around = (element: Element): Element[] =>
      element.id === "main" ? [] : [element, ...around(element.parentElement!)];
    const whole = [...document.querySelectorAll("#main *")].filter((element) => !around(element).some(isCut));
    const edges = whole.map((element) => element.getBoundingClientRect().right);
    return Math.round(Math.max(document.documentElement.scrollWidth, ...edges));
  });

test("no page has a finding of axe or is wider than its window", async ({ page, studio, request, complaints }) => {
  test.setTimeout(120_000);
  await studio.start(0);
  const story = await studio.story(3);
  await studio.rested(await studio.startRun(story, { kind: "all_chapters" }), "succeeded");
  const empty = await studio.story(2, "Nothing Yet");
  // A title, a beat and a text of one word each, longer than any line; and a story that runs right to left.
  const long = "W".repeat(180);
  const data = { title: "האור", brief: { premise, chapters: 2, language: "he" } };
  const other = (await (await request.post(`${studio.url}/api/v1/stories`, { data })).json()).id as string;
  const chapter = `${studio.url}/api/v1/stories/${other}/chapters/1`;
  const headers = { "If-Match": "*" };
  await request.patch(chapter, { headers, data: { title: long, outline: [long.repeat(10)] } });
  await request.post(`${chapter}/revisions`, { headers, data: { text: `${long.repeat(20)}\n\nהיא עלתה במדרגות.` } });
  await request.post(`${studio.url}/api/v1/stories/${other}/world/entities`, {
    data: { kind: "person", name: long.slice(0, 120), role: long, description: long },
  });
  const pages = ["/", "/stories/new", "/queue", "/settings", "/trash", "/unsaved", "/nowhere"];
  for (const id of [story, empty, other]) {
    pages.push(...["", "/write/1", "/world", "/outline"].map((part) => `/stories/${id}${part}`));
  }
  const names = new Map([
    [story, "full"],
    [empty, "empty"],
    [other, "other"],
  ]);
  const found: string[] = [];
  for (const address of pages) {
    const name = address.replace(/[0-9a-f-]{36}/, (id) => names.get(id) ?? id);
    await open(page, studio.url + address);
    for (const [colorScheme, width, height] of [
      ["light", 1440, 900],
      ["dark", 360, 740],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height });
      const place = `${name} ${colorScheme} ${width}`;
      found.push(...(await findings(page)).map((finding) => `${place}: ${finding}`));
      const right = await reach(page);
      if (right > width + 1) found.push(`${place}: reaches ${right}`);
    }
  }
  // The page that does not exist is answered with 404, as it should be.
  complaints.splice(0, complaints.length, ...complaints.filter((line) => !/status of 404/.test(line)));
  expect(found).toEqual([]);
});

test("dialogs and a chapter that was stopped have no finding of axe either", async ({ page, studio }) => {
  const story = await studio.outlined(2, 40);
  const run = await studio.startRun(story, { kind: "chapter", chapter: 1 });
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await expect(page.locator(".prose")).toContainText(/\w+ \w+ \w+/);
  expect(await findings(page), "while it is written").toEqual([]);
  const dock = page.getByRole("region", { name: "Generation" });
  await dock.getByRole("button", { name: "Cancel" }).click();
  await studio.rested(run, "cancelled");
  await expect(page.locator(".stopped")).toBeVisible();
  expect(await findings(page), "where it stopped").toEqual([]);
  await page.getByRole("button", { name: "History" }).click();
  await page.getByRole("dialog").getByRole("button").first().click();
  await expect(page.getByRole("dialog").locator(".prose")).toBeVisible();
  expect(await findings(page), "history").toEqual([]);
});
