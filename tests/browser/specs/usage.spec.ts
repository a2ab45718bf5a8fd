// What was sent and what it may take, by the built-in storyteller and by a model; findings that are dismissed for good.
import { type APIRequestContext, type Page } from "@playwright/test";
import { modelServer } from "./model";
import { expect, open, premise, type Studio, test } from "./studio";

const notes = (page: Page) => page.getByRole("complementary", { name: "Chapter notes" });
const sent = (page: Page) => page.getByRole("dialog", { name: "Prompts sent to the model" });
const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** A story whose chapters the check finds fault with: the storyteller knows no German. */
async function german(request: APIRequestContext, studio: Studio) {
  const data = { title: "The Second Voice", brief: { premise, chapters: 1, language: "de" } };
  const answer = await request.post(`${studio.url}/api/v1/stories`, { data });
  expect(answer.status()).toBe(201);
  return (await answer.json()).id as string;
}

type Finding = { severity: string; kind: string; quote: string; note: string };

test("a finding is dismissed for good, and shown again", async ({ page, studio, request }) => {
  test.setTimeout(90_000);
  await studio.start(0);
  const story = await german(request, studio);
  await studio.waitForRun(await studio.startRun(story, { kind: "chapter", chapter: 1 }), "succeeded");
  const address = `/stories/${story}/chapters/1`;
  const chapter = await studio.get(address);
  expect(chapter.state).toBe("needs_review");
  const { findings } = await studio.get(`${address}/revisions/${chapter.revision}`);
  const all = findings as Finding[];
  const major = all.filter((one) => one.severity === "major");
  expect(major.length).toBeGreaterThan(2);

  await open(page, `${studio.url}/stories/${story}/write/1`);
  const dismiss = notes(page).getByRole("button", { name: /^Dismiss: / });
  await expect(dismiss).toHaveCount(all.length);
  await expect(page.getByText("Chapter 1 of 1 · needs review")).toBeVisible();

  // The first with the keyboard: Undo has the focus then, since the button is gone.
  const serious = notes(page).locator(".finding:not(.minor)");
  await serious.first().getByRole("button", { name: /^Dismiss: / }).focus();
  await page.keyboard.press("Enter");
  await expect(dismiss).toHaveCount(all.length - 1);
  const undo = page.getByRole("log", { name: "Notices" }).getByRole("button", { name: "Undo" });
  await expect(undo).toBeFocused();
  const gone = notes(page).getByText("1 dismissed · show again");
  await expect(gone).toBeVisible();
  await page.reload();
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await expect(dismiss).toHaveCount(all.length - 1);

  // All others that matter but one over REST: this page hears of it.
  const known = (await studio.get(`${address}/dismissed`)).items as Finding[];
  expect(known).toHaveLength(1);
  const left = major.filter((one) => one.quote !== known[0].quote);
  for (const { kind, quote, note } of left.slice(1)) {
    const data = { kind, quote, note };
    const answer = await request.post(`${studio.url}/api/v1${address}/dismissed`, { data });
    expect(answer.ok(), await answer.text()).toBe(true);
  }
  await expect(notes(page).getByText(`${major.length - 1} dismissed · show again`)).toBeVisible();
  await expect(page.getByText("Chapter 1 of 1 · needs review")).toBeVisible();
  await expect(serious).toHaveCount(1);
  await expect(serious).toContainText(left[0].quote);
  await serious.getByRole("button", { name: /^Dismiss: / }).click();
  await expect(page.getByText("Chapter 1 of 1 · written")).toBeVisible();
  expect((await studio.get(address)).state).toBe("written");

  // One of them again, and the chapter needs a look again; the list stays open meanwhile.
  await notes(page).getByText(`${major.length} dismissed · show again`).click();
  const again = notes(page).getByRole("button", { name: /^Show again: / });
  await expect(again).toHaveCount(major.length);
  await again.first().click();
  await expect(again).toHaveCount(major.length - 1);
  await expect(again.first()).toBeVisible();
  await expect(page.getByText("Chapter 1 of 1 · needs review")).toBeVisible();
  await expect(dismiss).toHaveCount(all.length - major.length + 1);
});

test("the built-in storyteller sends nothing, and the pages say so", async ({ page, studio }) => {
  await studio.start(0);
  const story = await studio.story(2);
  await open(page, `${studio.url}/stories/${story}/write/1`);
  const way = notes(page).getByRole("button", { name: "Prompts sent to the model" });
  await way.click();
  await expect(sent(page)).toContainText("No prompts yet.");
  await page.keyboard.press("Escape");
  await expect(sent(page)).toBeHidden();

  await studio.waitForRun(await studio.startRun(story, { kind: "chapter", chapter: 1 }), "succeeded");
  const nothing = "No prompts: the built-in demonstration writes this text without a model.";
  await way.click();
  await expect(sent(page)).toContainText(nothing);
  await sent(page).getByRole("button", { name: "Close" }).click();
  await expect(sent(page)).toBeHidden();

  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, `${studio.url}/queue`);
  await page.getByRole("button", { name: "Prompts sent to the model: Write chapter 1" }).click();
  await expect(sent(page)).toContainText(nothing);
  expect(await fits(page), "the queue at 360 px").toBe(true);
  await page.keyboard.press("Escape");

  // In a sheet, where there is no room beside the page.
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await page.getByRole("button", { name: "Notes" }).click();
  await way.click();
  await expect(sent(page)).toContainText(nothing);
  await page.keyboard.press("Escape");
  await expect(sent(page)).toBeHidden();

  await open(page, `${studio.url}/stories/${story}`);
  await expect(page.getByRole("heading", { name: "Chapters", exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: "Model usage" })).toHaveCount(0);
});

test("what an interview sent is shown where it is asked, and counts in its story", async ({ page, studio, request }) => {
  const question = "Who is on the radio?";
  const model = await modelServer([JSON.stringify({ questions: [question], brief: { premise, tone: "quiet" } })]);
  await studio.start(0);
  const server = { id: "local", url: model.url, at_once: 1 };
  const data = { preferences: { model: "local:quiet-one", servers: [server] }, keys: { local: "sk-right" } };
  const saved = await request.put(`${studio.url}/api/v1/settings`, { data, headers: { "if-match": "*" } });
  expect(saved.ok(), await saved.text()).toBe(true);

  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, `${studio.url}/stories/new`);
  const way = page.getByRole("button", { name: "Prompts sent to the model: the interview" });
  await expect(way).toHaveCount(0);
  await page.getByLabel("Premise").fill(premise);
  await page.getByRole("button", { name: "Talk it over first" }).click();
  const talk = page.getByRole("region", { name: "Talk it over" });
  await expect(talk.getByText(question)).toBeVisible();
  await talk.getByRole("textbox").fill("her brother");
  await way.click();
  const calls = sent(page).getByRole("list", { name: "Calls" }).getByRole("button");
  await expect(calls).toHaveCount(1);
  await expect(calls).toContainText("Interview");
  await calls.click();
  await expect(sent(page).locator("pre").filter({ hasText: premise })).not.toHaveCount(0);
  expect(await fits(page), "what was sent at 360 px").toBe(true);
  await sent(page).getByRole("button", { name: "Close" }).click();
  await expect(sent(page)).toBeHidden();
  // Looking at it changes nothing in what is typed. The model only repeats its question: there is nothing left to ask.
  await expect(talk.getByRole("textbox")).toHaveValue("her brother");
  await talk.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(talk).toBeHidden();
  await expect(page.getByLabel("Tone", { exact: true })).toHaveValue("quiet");
  await way.click();
  await expect(calls).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(sent(page)).toBeHidden();

  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page).toHaveURL(/\/stories\/[0-9a-f-]{36}$/);
  const took = page.getByRole("region", { name: "Model usage", exact: true });
  await expect(took).toContainText("2 calls");
  await took.getByText("By chapter").click();
  await took.getByRole("button", { name: "Prompts sent to the model: the interview" }).click();
  await expect(calls).toHaveCount(2);
  await calls.first().click();
  await expect(sent(page).locator("pre").filter({ hasText: "her brother" })).not.toHaveCount(0);
  expect(await fits(page), "the story's accounts at 360 px").toBe(true);
  model.close();
});

test("a run is begun within a budget, which is changed while it is paused", async ({ page, studio }) => {
  test.setTimeout(90_000);
  // Slow enough to be paused.
  const story = await studio.outlined(2, 20);
  await open(page, `${studio.url}/stories/${story}`);
  await page.getByRole("button", { name: "With a budget…" }).click();
  const dialog = page.getByRole("dialog", { name: "Write all chapters with a budget" });
  await dialog.getByRole("button", { name: "Start" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Enter a maximum number of tokens");
  await dialog.getByLabel("Maximum cost").fill("free");
  await dialog.getByRole("button", { name: "Start" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Enter a cost above 0");
  // Nothing is paid for here: such a budget would never end.
  await expect(dialog.getByRole("status")).toContainText("The built-in demonstration is free");
  await dialog.getByLabel("Maximum cost").fill("");
  await expect(dialog.getByRole("status")).toHaveCount(0);
  await dialog.getByLabel("Maximum tokens").fill("50k");
  await dialog.getByRole("button", { name: "Start" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Enter a number of tokens");
  await dialog.getByLabel("Maximum tokens").fill("50000");
  await dialog.getByLabel("When the budget runs out").selectOption("Pause immediately");
  await dialog.getByRole("button", { name: "Start" }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await studio.runs())[0]?.kind).toBe("all_chapters");
  const run = (await studio.runs())[0].id;
  expect((await studio.get(`/runs/${run}`)).budget).toEqual({ tokens: 50_000, cost: null, then: "stop_now" });

  await open(page, `${studio.url}/queue`);
  await expect(page.getByText("budget: 0 of 50,000 tokens")).toBeVisible();
  await page.getByRole("button", { name: "Pause: Write all chapters" }).click();
  await studio.waitForRun(run, "paused");
  await page.getByRole("button", { name: "Edit: Write all chapters" }).click();
  const edit = page.getByRole("dialog", { name: "Write all chapters", exact: true });
  // What is set is not folded away.
  await expect(edit.getByLabel("Maximum tokens")).toBeVisible();
  await expect(edit.getByLabel("Maximum tokens")).toHaveValue("50000");
  await edit.getByLabel("Maximum tokens").fill("");
  await edit.getByRole("button", { name: "Save" }).click();
  await expect(edit).toBeHidden();
  await expect(page.getByText(/^budget: /)).toHaveCount(0);
  expect((await studio.get(`/runs/${run}`)).budget).toBeUndefined();
});

test("one chapter, a rewrite and a review are begun within budgets", async ({ page, studio }) => {
  test.setTimeout(90_000);
  const story = await studio.outlined(1, 0);
  const ran = async (kind: string) => {
    const run = async () => (await studio.runs()).find((run) => run.kind === kind);
    await expect.poll(async () => (await run())?.status, { timeout: 45_000 }).toBe("succeeded");
    return studio.get(`/runs/${(await run())!.id}`);
  };
  await open(page, `${studio.url}/stories/${story}/write/1`);
  await page.getByRole("button", { name: "With a budget…" }).click();
  const chapter = page.getByRole("dialog", { name: "Write chapter 1 with a budget" });
  await chapter.getByLabel("Maximum tokens").fill("40000");
  await chapter.getByRole("button", { name: "Start" }).click();
  await expect(chapter).toBeHidden();
  expect((await ran("chapter")).budget).toMatchObject({ tokens: 40_000, cost: null });

  // Most rewrites have none: it is folded away.
  await page.getByRole("button", { name: "Rewrite with feedback" }).click();
  const rewrite = page.getByRole("dialog", { name: "Rewrite with feedback" });
  await rewrite.getByLabel("What should be different?").fill("more rain");
  await rewrite.getByText("Budget", { exact: true }).click();
  await rewrite.getByLabel("Maximum cost").fill("2,5");
  await expect(rewrite.getByRole("status")).toContainText("is free");
  await rewrite.getByRole("button", { name: "Rewrite", exact: true }).click();
  await expect(rewrite).toBeHidden();
  expect((await ran("rewrite")).budget).toMatchObject({ tokens: null, cost: 2.5 });

  await open(page, `${studio.url}/stories/${story}`);
  await page.getByRole("button", { name: "With a budget: review" }).click();
  const review = page.getByRole("dialog", { name: "Review story with a budget" });
  await review.getByLabel("Maximum tokens").fill("9000");
  await review.getByRole("button", { name: "Start" }).click();
  await expect(review).toBeHidden();
  expect((await ran("review")).budget).toMatchObject({ tokens: 9_000 });
});
