// The palette and the shortcuts: anywhere and anything by keyboard.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { storyWithContent } from "./places";
import { expect, open, test } from "./studio";

const palette = (page: Page) => page.getByRole("dialog", { name: "Go to" });
const chosen = (page: Page) => palette(page).getByRole("option", { selected: true });
const idle = (page: Page) => expect(page.locator("html[data-ready]")).toBeAttached();

test("a few letters and Enter lead to pages, chapters, people and stories", async ({ page, studio, request }) => {
  await studio.start(0);
  const story = await storyWithContent(studio, request);
  const other = await studio.story(1, "A Café by the Slip");
  await open(page, `${studio.url}/stories/${story}`);
  for (const [typed, first, url] of [
    ["outl", "Outline", /\/outline$/],
    ["ferry", "1 · The Ferry", /\/write\/1$/],
    ["2", "Chapter 2", /\/write\/2$/],
    ["odr", "Odran", /\/world\?entry=/],
    ["cafe", "A Café by the Slip", new RegExp(`/stories/${other}$`)],
    ["que", "Queue", /\/queue$/],
  ] as const) {
    await page.keyboard.press("Control+k");
    await expect(palette(page).getByRole("combobox")).toBeFocused();
    // Enter waits for the answer, however fast it follows.
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
    await expect(page, first).toHaveURL(url);
    await expect(palette(page)).toHaveCount(0);
    if (typed === "odr") await expect(page.locator("[data-found]")).toContainText("Odran");
  }
  // What was chosen lately comes first.
  await page.getByRole("navigation", { name: "Studio" }).getByRole("button", { name: "Go to…" }).click();
  await expect(palette(page).getByRole("option").first()).toHaveText(/Queue/);
});

test("it is a combobox: arrows choose, Escape closes and gives the focus back", async ({ page, studio, request }) => {
  await studio.start(0);
  const story = await storyWithContent(studio, request);
  await open(page, `${studio.url}/stories/${story}`);
  const button = page.getByRole("navigation", { name: "Studio" }).getByRole("button", { name: "Go to…" });
  await button.focus();
  await page.keyboard.press("Enter");
  const box = palette(page).getByRole("combobox");
  await expect(box).toBeFocused();
  const options = palette(page).getByRole("option");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(box).toHaveAttribute("aria-activedescendant", (await options.nth(1).getAttribute("id"))!);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  const axe = await new AxeBuilder({ page }).analyze();
  expect(axe.violations.map((violation) => violation.id)).toEqual([]);
  await page.keyboard.type("zzzz");
  await expect(options).toHaveText([/Search this story for “zzzz”/, /Search all stories for “zzzz”/]);
  await page.keyboard.press("Escape");
  await expect(palette(page)).toHaveCount(0);
  await expect(button).toBeFocused();
});

test("among a thousand stories the right one is found", async ({ page, studio, request }) => {
  test.setTimeout(120_000);
  await studio.start(0);
  const make = (title: string) =>
    request.post(`${studio.url}/api/v1/stories`, { data: { title, brief: { premise: "A lamp.", chapters: 1 } } });
  await make("The Needle");
  for (let begin = 0; begin < 1000; begin += 50) {
    await Promise.all(Array.from({ length: 50 }, (_, n) => make(`Haystack ${begin + n}`)));
  }
  await open(page, studio.url);
  await page.keyboard.press("Control+k");
  await expect(palette(page).getByRole("combobox")).toBeFocused();
  await page.keyboard.type("needle");
  await expect(chosen(page)).toHaveText(/The Needle/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The Needle");
});

test("actions act: the appearance, the queue, a chapter, a run", async ({ page, studio }) => {
  const writer = await studio.stepped();
  const story = await studio.outlined(2, writer);
  await open(page, `${studio.url}/stories/${story}/write/1`);
  const run = async (typed: string, label: RegExp) => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type(typed);
    await expect(chosen(page)).toHaveText(label);
    await page.keyboard.press("Enter");
    await expect(palette(page)).toHaveCount(0);
  };
  await run("dark", /Dark appearance/);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await run("write chapter", /Write chapter 1/);
  await expect(page.getByRole("region", { name: "Generation" })).toBeVisible();
  await run("pause queue", /Pause queue/);
  await expect.poll(async () => (await studio.get("/queue")).is_held ?? (await studio.get("/queue")).paused).toBe(true);
  await run("resume queue", /Resume queue/);
  await run("cancel", /Cancel run/);
  await expect.poll(async () => (await studio.runs())[0].status).toBe("cancelled");
  await run("keyb", /Keyboard shortcuts/);
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
});

test("shortcuts act as the sheet says, and never while one types", async ({ page, studio, request }) => {
  await studio.start(0);
  const story = await storyWithContent(studio, request);
  await open(page, `${studio.url}/stories/${story}`);
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet).toBeVisible();
  const axe = await new AxeBuilder({ page }).analyze();
  expect(axe.violations.map((violation) => violation.id)).toEqual([]);
  const rows = await sheet.locator("dl > div").evaluateAll((rows) =>
    rows.map((row) => ({
      keys: [...row.querySelectorAll("kbd")].map((key) => key.textContent!.toLowerCase()),
      does: row.querySelector("dd")!.textContent!,
    })),
  );
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  const leads: Record<string, RegExp> = {
    Search: /\/search$/, Library: /:\d+\/$/, "New story": /\/stories\/new$/, Queue: /\/queue$/, Settings: /\/settings$/,
    Story: /\/stories\/[0-9a-f-]+$/, Write: /\/write$/, World: /\/world$/, Outline: /\/outline$/, Export: /\/export$/,
    "Find and replace": /\/replace$/, "Next chapter": /\/write\/2$/, "Previous chapter": /\/write\/1$/,
  };
  const tried: string[] = [];
  for (const { keys, does } of rows.filter((row) => row.does in leads)) {
    const from = does === "Previous chapter" ? "/write/2" : does === "Next chapter" ? "/write/1" : "/write/1";
    await open(page, `${studio.url}/stories/${story}${from}`);
    for (const key of keys) await page.keyboard.press(key);
    await expect(page, does).toHaveURL(leads[does]);
    tried.push(does);
  }
  expect(tried.sort()).toEqual(Object.keys(leads).sort());

  // Typed letters are text; Ctrl+K works there, too.
  await open(page, `${studio.url}/stories/${story}/search`);
  const field = page.getByRole("searchbox");
  await field.fill("");
  await page.keyboard.type("gl?/n");
  await expect(field).toHaveValue("gl?/n");
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toHaveCount(0);

  // They can be turned off.
  await open(page, `${studio.url}/queue`);
  await page.keyboard.press("?");
  await sheet.getByRole("checkbox").uncheck();
  await sheet.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("?");
  await page.keyboard.press("g");
  await page.keyboard.press("l");
  await expect(page).toHaveURL(/\/queue$/);
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeVisible();
});

test("where the palette can't be loaded the page says so, and it opens later", async ({ page, studio, consoleErrors }) => {
  await studio.start(0);
  await open(page, studio.url);
  await page.route("**/split_lazy.wasm", (route) => route.abort());
  await page.keyboard.press("Control+k");
  await expect(page.getByText("could not be loaded")).toBeVisible();
  await page.unroute("**/split_lazy.wasm");
  await idle(page);
  await page.keyboard.press("Control+k");
  await expect(palette(page).getByRole("combobox")).toBeFocused();
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((line) => !/Failed to (load|fetch)|TypeError/.test(line)));
});
