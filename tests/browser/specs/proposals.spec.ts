// Reading what the author wrote: proposals that appear, and decisions about them.
import { expect, open, test, type Studio } from "./studio";
import type { APIRequestContext, Page } from "@playwright/test";

const text =
  "Mara Quinn rowed to Skarn. Mara’s brother Odran had died at Skarn in the winter. She wondered who had lit the " +
  "lamp. Odran had been the keeper, and Mara knew it.";

/** A story whose chapters a person wrote. */
async function written(studio: Studio, request: APIRequestContext, chapters: number) {
  await studio.start(0);
  const story = await studio.story(chapters);
  for (let number = 1; number <= chapters; number += 1) {
    const address = `${studio.url}/api/v1/stories/${story}/chapters/${number}/revisions`;
    const answer = await request.post(address, { data: { text }, headers: { "if-match": "*" } });
    expect(answer.status()).toBe(201);
  }
  return story;
}

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("a story is read from its overview, and its proposals are decided one by one", async ({ page, studio, request }) => {
  const story = await written(studio, request, 2);
  await open(page, `${studio.url}/stories/${story}`);
  await page.getByRole("button", { name: "Read it", exact: true }).click();
  await page.getByRole("navigation", { name: "Studio" }).getByRole("link", { name: "Proposals" }).click();
  const people = section(page, "People");
  await expect(people.getByRole("heading", { name: "Mara Quinn" })).toBeVisible();
  await expect(page.getByText("2 of 2 chapters with text read.")).toBeVisible();
  const mara = people.getByRole("listitem").filter({ hasText: "Mara Quinn" }).first();
  // Its sentence leads to its place.
  await expect(mara.getByRole("link", { name: "Mara Quinn rowed to Skarn." }).first()).toHaveAttribute(
    "href",
    /write\/1\?passage=/,
  );

  await people.getByRole("button", { name: "Accept: Mara Quinn" }).click();
  await expect(people.getByRole("heading", { name: "Mara Quinn" })).toBeHidden();
  await expect(page.getByText("“Mara Quinn” was accepted.")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect(people.getByRole("heading", { name: "Mara Quinn" })).toBeVisible();
  expect((await studio.get(`/stories/${story}/world/entities`)).items).toEqual([]);

  await people.getByRole("button", { name: "Drop: Odran" }).click();
  await expect(people.getByRole("heading", { name: "Odran" })).toBeHidden();
  await people.getByRole("button", { name: "Edit: Mara Quinn" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit person" });
  await dialog.getByLabel("Role").fill("keeper of the light");
  await dialog.getByRole("button", { name: "Accept" }).click();
  await expect(dialog).toBeHidden();
  await expect(section(page, "People")).toBeHidden();
  const world = await studio.get(`/stories/${story}/world/entities`);
  expect(world.items[0].role).toBe("keeper of the light");

  await page.getByRole("navigation", { name: "Decisions" }).getByRole("link", { name: /^Dropped/ }).click();
  await expect(people.getByRole("heading", { name: "Odran" })).toBeVisible();
  await people.getByRole("button", { name: "Undo: Odran" }).click();
  await expect(people).toBeHidden();
  await page.getByRole("navigation", { name: "Decisions" }).getByRole("link", { name: /^Accepted/ }).click();
  await expect(page.getByText("Accepted in your words")).toBeVisible();
});

test("all of a kind are accepted at once, and a merge keeps what the author has", async ({ page, studio, request }) => {
  const story = await written(studio, request, 3);
  const entities = `${studio.url}/api/v1/stories/${story}/world/entities`;
  const own = await request.post(entities, { data: { kind: "person", name: "The Sailor", role: "mine" } });
  expect(own.status()).toBe(201);
  await studio.waitForRun(await studio.startRun(story, { kind: "read" }), "succeeded");
  await open(page, `${studio.url}/stories/${story}/proposals?kind=person`);
  const people = section(page, "People");
  await people.getByRole("button", { name: "Merge: Odran" }).click();
  const dialog = page.getByRole("dialog", { name: "Merge Odran" });
  await dialog.getByLabel("Entry of the world").selectOption({ label: "The Sailor" });
  await dialog.getByRole("button", { name: "Merge" }).click();
  await expect(page.getByText("“Odran” was accepted.")).toBeVisible();
  await people.getByRole("button", { name: "Accept all people" }).click();
  await expect(people).toBeHidden();
  const world = await studio.get(`/stories/${story}/world/entities`);
  const names = world.items.map((entity: { name: string; role: string }) => `${entity.name} ${entity.role}`.trim());
  expect(names).toEqual(["The Sailor mine", "Mara Quinn"]);

  await page.getByRole("navigation", { name: "Kinds" }).getByRole("link", { name: /^Chapter summaries/ }).click();
  await section(page, "Chapter summaries").getByRole("button", { name: "Accept all chapter summaries" }).click();
  await expect(page.getByText("3 proposals were accepted.")).toBeVisible();
  const chapter = await studio.get(`/stories/${story}/chapters/3`);
  expect(chapter.summary).toContain("Mara Quinn rowed to Skarn.");

  await page.getByLabel("Chapter", { exact: true }).selectOption({ label: "Chapter 2" });
  await page.getByRole("navigation", { name: "Kinds" }).getByRole("link", { name: "All kinds" }).click();
  await page.getByRole("button", { name: "Accept all of chapter 2" }).click();
  await expect.poll(async () => (await studio.get(`/stories/${story}/chapters/2`)).outline.length).toBeGreaterThan(0);
});

test("a story without a text says what to do", async ({ page, studio }) => {
  await studio.start(0);
  const story = await studio.story(1);
  await open(page, `${studio.url}/stories/${story}/proposals`);
  await expect(page.getByText("Write or import a chapter first.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Read it" })).toHaveCount(0);
});
