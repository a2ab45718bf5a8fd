// Every page, empty and full, light and dark, wide and on a phone: no finding of axe, and none wider than its window.
import AxeBuilder from "@axe-core/playwright";
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, open, premise, type Studio, test } from "./studio";

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

type Make = (studio: Studio, request: APIRequestContext) => Promise<string>;

/** A story of which everything is written. */
const full: Make = async (studio) => {
  const story = await studio.story(3);
  await studio.waitForRun(await studio.startRun(story, { kind: "all_chapters" }), "succeeded");
  return story;
};

const empty: Make = (studio) => studio.story(2, "Nothing Yet");

/** A title, a beat and a text of one word each, longer than any line, in a story that runs right to left. */
const long: Make = async (studio, request) => {
  const word = "W".repeat(180);
  const data = { title: "האור", brief: { premise, chapters: 2, language: "he" } };
  const story = (await (await request.post(`${studio.url}/api/v1/stories`, { data })).json()).id as string;
  const chapter = `${studio.url}/api/v1/stories/${story}/chapters/1`;
  const headers = { "If-Match": "*" };
  await request.patch(chapter, { headers, data: { title: word, outline: [word.repeat(10)] } });
  await request.post(`${chapter}/revisions`, { headers, data: { text: `${word.repeat(20)}\n\nהיא עלתה במדרגות.` } });
  await request.post(`${studio.url}/api/v1/stories/${story}/world/entities`, {
    data: { kind: "person", name: word.slice(0, 120), role: word, description: word },
  });
  return story;
};

for (const [name, make] of Object.entries({ full, empty, long })) {
  test(`no page of a story has a finding of axe or is wider than its window: ${name}`, async ({ page, studio, request, consoleErrors }) => {
    test.setTimeout(120_000);
    await studio.start(0);
    const story = await make(studio, request);
    const pages = ["", "/write/1", "/world", "/outline", "/proposals", "/export", "/search?q=W", "/replace?find=a&replace=b"].map((part) => `/stories/${story}${part}`);
    // The other pages once each: the library with this story, and two of the rest.
    pages.push("/", ...{ full: ["/queue", "/nowhere"], empty: ["/settings", "/settings/backups", "/stories/new"], long: ["/trash", "/unsaved", "/search?q=W"] }[name]!);
    const entities = await (await request.get(`${studio.url}/api/v1/stories/${story}/world/entities`)).json();
    for (const { id } of entities.items.slice(0, 1)) pages.push(`/stories/${story}/rename?entity=${id}&name=Ines`);
    const found: string[] = [];
    for (const address of pages) {
      await open(page, studio.url + address);
      for (const [colorScheme, width, height] of [
        ["light", 1440, 900],
        ["dark", 360, 740],
      ] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height });
        const place = `${address.replace(story, name)} ${colorScheme} ${width}`;
        found.push(...(await findings(page)).map((finding) => `${place}: ${finding}`));
        const right = await reach(page);
        if (right > width + 1) found.push(`${place}: reaches ${right}`);
      }
    }
    // The page that does not exist is answered with 404, as it should be.
    consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((line) => !/status of 404/.test(line)));
    expect(found).toEqual([]);
  });
}

test("dialogs and a chapter that was stopped have no finding of axe either", async ({ page, studio }) => {
  const writer = await studio.stepped();
  const story = await studio.outlined(2, writer);
  writer.write(5);
  const run = await studio.startRun(story, { kind: "chapter", chapter: 1 });
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await expect(page.locator(".prose")).toContainText(/\w+ \w+ \w+/);
  expect(await findings(page), "while it is written").toEqual([]);
  const dock = page.getByRole("region", { name: "Generation" });
  await dock.getByRole("button", { name: "Cancel" }).click();
  await studio.waitForRun(run, "cancelled");
  await expect(page.locator(".stopped")).toBeVisible();
  expect(await findings(page), "where it stopped").toEqual([]);
  await page.getByRole("button", { name: "History" }).click();
  await page.getByRole("dialog").getByRole("list", { name: "Versions" }).getByRole("button").first().click();
  await expect(page.getByRole("dialog").locator(".prose")).toBeVisible();
  expect(await findings(page), "history").toEqual([]);
});

test("trash, unsaved texts, a history and a conflict have no finding of axe either", async ({ page, studio, request, consoleErrors }) => {
  await studio.start(0);
  const story = await studio.story(3);
  const address = `${studio.url}/api/v1/stories/${story}`;
  const headers = { "if-match": "*" };
  const change = async (outline: string[]) => {
    const answer = await request.patch(`${address}/chapters/1`, { headers, data: { outline } });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await change(["One."]);
  await change(["Two."]);
  expect((await request.delete(`${address}/chapters/3`, { headers })).ok()).toBe(true);
  await open(page, `${studio.url}/stories/${story}/outline`);
  await page.getByRole("button", { name: "History of chapter 1" }).click();
  await page.getByRole("list", { name: "Versions" }).getByRole("button", { name: /edited by you/ }).last().click();
  await expect(page.getByRole("dialog")).toContainText("One.");
  expect(await findings(page), "history of an outline").toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Edit chapter 1" }).click();
  await page.getByRole("textbox", { name: "Beats" }).fill("Mine.");
  await change(["Theirs."]);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert", { name: "Changed elsewhere" })).toBeVisible();
  expect(await findings(page), "a conflict").toEqual([]);
  const backup = (await (await request.post(`${studio.url}/api/v1/backups`)).json()).id as string;
  for (const place of ["/trash", "/unsaved", "/settings/backups", `/settings/backups/${backup}`]) {
    await open(page, studio.url + place);
    await expect(page.getByRole("main").getByRole("listitem").first()).toBeVisible();
    for (const [colorScheme, width] of [
      ["light", 1440],
      ["dark", 360],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 740 });
      expect(await findings(page), `${place} ${colorScheme}`).toEqual([]);
      expect(await reach(page), `${place} ${width}`).toBeLessThanOrEqual(width + 1);
    }
  }
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((line) => !/status of 412/.test(line)));
});
