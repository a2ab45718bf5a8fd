// Where one was is where one comes back to: in a chapter, in a long list, in the story that was open last.
import type { Page } from "@playwright/test";
import { expect, open, test } from "./studio";

const top = (page: Page) => page.locator("#main").evaluate((main) => Math.round(main.scrollTop));

/** Scrolls the page, and lets the browser tell of it. */
async function scrollTo(page: Page, y: number) {
  await page.locator("#main").evaluate(
    (main, y) =>
      new Promise((done) => {
        main.addEventListener("scroll", () => requestAnimationFrame(done), { once: true });
        main.scrollTop = y;
      }),
    y,
  );
}

test("the place in a chapter survives Back and a reload, and a link leads to the top", async ({ page, studio }) => {
  await studio.start(0);
  const story = await studio.story(2);
  await studio.waitForRun(await studio.startRun(story, { kind: "all_chapters" }), "succeeded");
  await page.setViewportSize({ width: 900, height: 500 });
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await scrollTo(page, 700);
  await page.reload();
  await expect.poll(() => top(page)).toBe(700);
  await expect(page.locator("html[data-ready]")).toBeAttached();
  expect(await top(page), "also once the page is awake").toBe(700);

  const rail = page.getByRole("navigation", { name: "Studio" });
  await rail.getByRole("link", { name: "Outline" }).click();
  await expect(page.getByRole("heading", { name: "Outline", level: 1 })).toBeVisible();
  expect(await top(page)).toBe(0);
  await page.goBack();
  await expect.poll(() => top(page)).toBe(700);

  await page.locator(".next-chapter a").click();
  await expect(page).toHaveURL(/write\/2$/);
  await expect.poll(() => top(page)).toBe(0);
});

test("Write opens the chapter that was read last, at the place where it was left", async ({ page, studio }) => {
  await studio.start(0);
  const story = await studio.story(3);
  await studio.waitForRun(await studio.startRun(story, { kind: "all_chapters" }), "succeeded");
  await page.setViewportSize({ width: 1440, height: 600 });
  const heading = page.getByRole("main").getByRole("heading", { level: 1 });
  await open(page, `${studio.url}/stories/${story}/write/2`);
  const second = await heading.textContent();
  await scrollTo(page, 300);
  await open(page, `${studio.url}/stories/${story}/write`);
  await expect(heading).toHaveText(second!);
  await expect.poll(() => top(page)).toBe(300);
  // Also by a link, in a page that is awake already.
  await open(page, `${studio.url}/stories/${story}`);
  await page.getByRole("navigation", { name: "Studio" }).getByRole("link", { name: "Write" }).click();
  await expect(heading).toHaveText(second!);
});

test("the list shows the chapter on the page in a story of 240 chapters", async ({ page, studio }) => {
  await studio.start(0);
  const story = await studio.story(240);
  await page.setViewportSize({ width: 1440, height: 700 });
  const current = page.locator(".chapter-list [aria-current]");
  for (const number of [200, 3, 239]) {
    await open(page, `${studio.url}/stories/${story}/write/${number}`);
    await expect(current).toHaveAttribute("href", new RegExp(`/write/${number}$`));
    await expect(current).toBeInViewport();
  }
  // On a phone the list is a sheet.
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole("button", { name: "Chapters", exact: true }).click();
  await expect(current).toBeInViewport();
});

test("the library comes back as far as it was shown", async ({ page, studio }) => {
  await studio.start(0);
  for (let number = 1; number <= 30; number += 1) await studio.story(1, `Story ${number}`);
  await page.setViewportSize({ width: 500, height: 700 });
  await open(page, studio.url);
  await page.getByRole("button", { name: "Show more" }).click();
  const oldest = page.getByRole("link", { name: "Story 1", exact: true });
  await oldest.scrollIntoViewIfNeeded();
  const before = await top(page);
  expect(before).toBeGreaterThan(1000);
  await oldest.click();
  await expect(page.getByRole("heading", { name: "Story 1", level: 1 })).toBeVisible();
  await page.goBack();
  await expect(oldest).toBeVisible();
  await expect.poll(() => top(page)).toBe(before);
  await page.reload();
  await expect(oldest).toBeVisible();
  await expect.poll(() => top(page)).toBe(before);
});

test("the story's own places stay in reach on Queue and Settings, also after a reload", async ({ page, studio }) => {
  await studio.start(0);
  const story = await studio.story(2, "Kept In Reach");
  await open(page, `${studio.url}/stories/${story}/outline`);
  const rail = page.getByRole("navigation", { name: "Studio" });
  for (const place of ["Queue", "Settings"]) {
    await rail.getByRole("link", { name: place }).click();
    await expect(page.getByRole("heading", { name: place, level: 1 })).toBeVisible();
    await expect(rail.getByRole("link", { name: "World" })).toHaveAttribute("href", `/stories/${story}/world`);
    await page.reload();
    await expect(page.locator("html[data-ready]")).toBeAttached();
    await expect(rail.getByRole("link", { name: "World" })).toHaveAttribute("href", `/stories/${story}/world`);
  }
  await rail.getByRole("link", { name: "Library" }).click();
  await expect(rail.getByRole("link", { name: "World" })).toHaveCount(0);
});

test("a story that was deleted since leaves Queue as it is", async ({ page, studio, request, consoleErrors }) => {
  await studio.start(0);
  const story = await studio.story(2);
  await open(page, `${studio.url}/stories/${story}`);
  const headers = { "If-Match": "*" };
  expect((await request.delete(`${studio.url}/api/v1/stories/${story}`, { headers })).ok()).toBe(true);
  const answer = await page.goto(`${studio.url}/queue`);
  expect(answer!.status()).toBe(200);
  await expect(page.locator("html[data-ready]")).toBeAttached();
  const rail = page.getByRole("navigation", { name: "Studio" });
  await expect(rail.getByRole("link", { name: "World" })).toHaveCount(0);
  // Its own page asked for it once more.
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((line) => !/status of 404/.test(line)));
});

test("the focus goes where the eye goes, and never to nowhere", async ({ page, studio }) => {
  await studio.start(0);
  const story = await studio.story(3);
  await studio.waitForRun(await studio.startRun(story, { kind: "all_chapters" }), "succeeded");
  const focused = page.locator(":focus");
  const somewhere = async (what: string) => {
    const tag = await page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return document.activeElement?.tagName;
    });
    expect(tag, what).not.toBe("BODY");
  };
  const rail = page.getByRole("navigation", { name: "Studio" });
  const main = page.getByRole("main");

  // A new page: its heading.
  await open(page, studio.url);
  await page.getByRole("link", { name: "The Second Voice" }).click();
  await expect(main.getByRole("heading", { level: 1 })).toBeFocused();
  for (const place of ["World", "Outline", "Queue", "Settings", "Write"]) {
    await rail.getByRole("link", { name: place }).click();
    await expect(main.getByRole("heading", { level: 1 })).toBeFocused();
  }

  // From chapter to chapter.
  await page.locator(".chapter-list a").nth(2).click();
  await expect(page).toHaveURL(/write\/3$/);
  await expect(main.getByRole("heading", { level: 1 })).toBeFocused();

  // Dialogs: back to what opened them.
  await page.getByRole("button", { name: "Rewrite with feedback" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Rewrite with feedback" })).toBeFocused();

  // The outline: a form that closes, a chapter that goes.
  await rail.getByRole("link", { name: "Outline" }).click();
  await page.getByRole("button", { name: "Edit chapter 2" }).click();
  await page.getByLabel("Title").fill("Another title");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(main).toContainText("Another title");
  await expect(focused).toHaveCount(1);
  await somewhere("after saving beats");

  // The skip link.
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to main content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(main).toBeFocused();
});
