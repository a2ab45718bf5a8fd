// The book leaves the studio: from the overview to a file, with what it says of itself and its cover.
import { readFileSync } from "node:fs";
import { storyWithContent } from "./places";
import { expect, open, test } from "./studio";

// One pixel.
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test("a book is exported with what was set for it, and warned of what is missing", async ({ page, studio, request }) => {
  await studio.start(0);
  const story = await storyWithContent(studio, request);
  await open(page, `${studio.url}/stories/${story}`);
  await page.getByRole("link", { name: "Export" }).click();
  await expect(page.getByRole("heading", { name: "Export", level: 1 })).toBeVisible();
  await page.getByLabel("Format").selectOption("Plain text");
  await page.getByLabel("Author").fill("M. Kell");
  await page.getByLabel("Dedication").fill("For the ferryman");

  // What can't be read is told, and stays.
  await page.getByLabel("Chapters", { exact: true }).fill("5-1");
  await page.getByRole("button", { name: "Export" }).click();
  await expect(page.getByText("runs backwards")).toBeVisible();
  await expect(page.getByLabel("Chapters", { exact: true })).toHaveValue("5-1");
  await page.getByLabel("Chapters", { exact: true }).fill("");

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("The Second Voice.txt");
  const text = readFileSync((await download.path())!, "utf8");
  for (const part of ["M. Kell", "For the ferryman", "The ferry waited."]) expect(text).toContain(part);
  await expect(page.getByText("Chapter 2 has no text.")).toBeVisible();

  await page.reload();
  await expect(page.getByLabel("Author")).toHaveValue("M. Kell");
  await expect(page.getByLabel("Format")).toHaveValue("text");
});

test("a cover is uploaded, shown, removed and brought back", async ({ page, studio, consoleErrors }) => {
  await studio.start(0);
  const story = await studio.story(1);
  await open(page, `${studio.url}/stories/${story}/export`);
  await page.getByLabel("Cover image").setInputFiles({ name: "cover.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg/>") });
  await expect(page.getByText("Choose a JPEG, PNG or GIF file.")).toBeVisible();
  expect(consoleErrors.splice(0)).toEqual([expect.stringContaining("422")]);
  await page.getByLabel("Cover image").setInputFiles({ name: "cover.png", mimeType: "image/png", buffer: png });
  await expect(page.getByAltText("The cover")).toBeVisible();
  // The form goes on with the version that the cover made.
  await page.getByLabel("Author").fill("M. Kell");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Save" })).toBeEnabled();
  await page.reload();
  await expect(page.getByAltText("The cover")).toBeVisible();
  await expect(page.getByLabel("Author")).toHaveValue("M. Kell");
  await page.getByRole("button", { name: "Remove the cover" }).click();
  await expect(page.getByText("There is no cover.")).toBeVisible();
  await page.getByRole("button", { name: "Use earlier cover 1" }).click();
  await expect(page.getByAltText("The cover")).toBeVisible();
});
