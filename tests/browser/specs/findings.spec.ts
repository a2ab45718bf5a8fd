// A finding leads to its passage, wherever the page and the text are, and a dismissed one comes back.
import type { Page } from "@playwright/test";
import { expect, open, premise, test, type Studio } from "./studio";

const again =
  "“Sit,” said Odran, and pushed the lamp across the table until it stood between the two of them and the door.";

/** A chapter that is many screens long, with one paragraph near its end that is there twice. */
function chapter(marks: (text: string) => string = (text) => text) {
  const words = "rope bell tar gulls salt oars lamps nets keel fog piers the and of with under grey wet cold rose fell".split(" ");
  let state = 7;
  const word = () => words[(state = (state * 48_271) % 2_147_483_647) % words.length];
  const paragraphs = Array.from({ length: 120 }, () => `It was so: ${Array.from({ length: 24 }, word).join(" ")}.`);
  paragraphs.splice(90, 0, marks(again));
  paragraphs.splice(110, 0, marks(again));
  return paragraphs.join("\n\n");
}

async function save(studio: Studio, page: Page, story: string, text: string) {
  const address = `${studio.url}/api/v1/stories/${story}/chapters/1/revisions`;
  const saved = await page.request.post(address, { data: { text }, headers: { "if-match": "*" } });
  expect(saved.status()).toBe(201);
}

async function reviewed(studio: Studio, page: Page, text = chapter()) {
  await studio.start(0);
  const story = await studio.story(1);
  await save(studio, page, story, text);
  await studio.waitForRun(await studio.startRun(story, { kind: "review" }), "succeeded");
  return story;
}

const mark = (page: Page) => page.locator("mark#passage");

test("a finding of a review leads to its passage, also after a reload", async ({ page, studio }) => {
  const story = await reviewed(studio, page);
  await open(page, `${studio.url}/stories/${story}`);
  const review = page.getByRole("region", { name: "Review" });
  await expect(review).toContainText(/\d+ (serious )?findings? in 1 chapter/);
  const finding = review.getByRole("listitem").filter({ hasText: "appears twice" });
  await expect(finding).toContainText("repetition, serious");
  await expect(finding.getByRole("blockquote")).toHaveText(again);
  const link = finding.getByRole("link", { name: "Odran" });
  await link.focus();
  await link.press("Enter");
  await expect(page).toHaveURL(/\/write\/1\?passage=/);
  for (const reload of [false, true]) {
    if (reload) await page.reload();
    await expect(mark(page)).toHaveText(again);
    await expect(mark(page)).toBeFocused();
    await expect(mark(page)).toBeInViewport();
  }
  // The chapter's own link leads there, too.
  await page.goBack();
  await finding.getByRole("link", { name: "Chapter 1" }).click();
  await expect(mark(page)).toBeFocused();
  await expect(mark(page)).toBeInViewport();
});

test("the passage is found whatever its marks, and its second place too", async ({ page, studio }) => {
  const story = await reviewed(studio, page);
  const straight = chapter((text) => text.replaceAll(/[“”]/g, '"').replace("the lamp", "*the  lamp*"));
  await save(studio, page, story, straight);
  const passage = encodeURIComponent(again);
  await open(page, `${studio.url}/stories/${story}/write/1?passage=${passage}&place=2`);
  await expect(mark(page)).toBeFocused();
  await expect(mark(page)).toBeInViewport();
  await expect(page.locator("mark")).toHaveCount(3, { timeout: 5_000 });
  const before = page.locator(".prose p", { has: page.locator("mark") });
  await expect(before).toHaveText(again.replaceAll(/[“”]/g, '"').replace("the lamp", "the  lamp"));
  const all = page.locator(".prose p");
  const at = await all.evaluateAll((all) => all.findIndex((one) => one.querySelector("mark")));
  expect(at).toBe(110);
});

test("a passage that is gone is told of, and the message goes away", async ({ page, studio }) => {
  const story = await reviewed(studio, page);
  await save(studio, page, story, `${premise}. And nothing else.`);
  await open(page, `${studio.url}/stories/${story}`);
  const review = page.getByRole("region", { name: "Review" });
  await expect(review).toContainText("the chapter has changed since");
  await review.getByRole("listitem").filter({ hasText: "appears twice" }).getByRole("link", { name: "Odran" }).click();
  const lost = page.getByText("This passage is no longer in the chapter");
  await expect(lost).toBeVisible();
  await expect(lost).toContainText("“‘Sit,’ said Odran");
  await expect(page.locator("#passage-lost")).toBeFocused();
  await page.locator("#passage-lost").getByRole("link", { name: "Close" }).click();
  await expect(lost).toBeHidden();
  await expect(page).toHaveURL(/\/write\/1$/);
});

test("while one types, the passage is selected in the field", async ({ page, studio }) => {
  const story = await reviewed(studio, page);
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const field = page.getByRole("textbox", { name: "Text of the chapter" });
  await expect(field).toBeFocused();
  await field.press("Control+Home");
  await field.pressSequentially("🕯 ");
  // A link within the studio, so that nothing is loaded anew.
  await page.evaluate((address) => {
    const link = Object.assign(document.createElement("a"), { href: address });
    document.getElementById("main")!.append(link);
    link.click();
    link.remove();
  }, `/stories/${story}/write/1?passage=${encodeURIComponent(again)}`);
  const selected = () =>
    field.evaluate((one: HTMLTextAreaElement) => one.value.slice(one.selectionStart, one.selectionEnd));
  await expect.poll(selected).toBe(again);
});

test("on the write page a finding leads to its passage, and a dismissed one comes back", async ({ page, studio }) => {
  test.setTimeout(90_000);
  await studio.start(0);
  // The storyteller knows no German: its check finds fault with what it writes.
  const data = { title: "The Second Voice", brief: { premise, chapters: 1, language: "de" } };
  const answer = await page.request.post(`${studio.url}/api/v1/stories`, { data });
  const story = (await answer.json()).id as string;
  await studio.waitForRun(await studio.startRun(story, { kind: "chapter", chapter: 1 }), "succeeded");
  await open(page, `${studio.url}/stories/${story}/write/1`);
  const notes = page.getByRole("complementary", { name: "Chapter notes" });
  const first = notes.locator(".finding:not(.minor)").first();
  const quote = (await first.getByRole("blockquote").innerText()).trim();
  await first.getByRole("link").focus();
  await page.keyboard.press("Enter");
  await expect(mark(page)).toBeFocused();
  await expect(mark(page)).toBeInViewport();
  expect(quote).toContain((await mark(page).innerText()).slice(0, 20));
  // Scrolled away and asked for again, it comes back.
  await page.getByRole("main").evaluate((main) => main.scrollTo(0, main.scrollHeight));
  await first.getByRole("link").click();
  await expect(mark(page)).toBeInViewport();

  const dismiss = notes.getByRole("button", { name: /^Dismiss: / });
  const before = await dismiss.count();
  await dismiss.first().click();
  await expect(dismiss).toHaveCount(before - 1);
  const undo = page.getByRole("log", { name: "Notices" }).getByRole("button", { name: "Undo" });
  await undo.click();
  await expect(dismiss).toHaveCount(before);
  await expect(undo).toHaveCount(0);
});
