// Backups: made, looked into, and restored, all of it or a story, with every open page told.
import { readFile, writeFile } from "node:fs/promises";
import { expect, open, test } from "./studio";

test("a backup is made, shown and restored, and every open page follows", async ({ page, studio, context, request }) => {
  await studio.start(0);
  const story = await studio.story(2, "The Lamp");
  await open(page, `${studio.url}/settings`);
  await page.getByRole("link", { name: "Backups" }).click();
  await expect(page).toHaveURL(`${studio.url}/settings/backups`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Backups");
  await expect(page.getByRole("navigation", { name: "Studio" }).getByRole("link", { name: "Settings" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await page.getByRole("button", { name: "Back up now" }).click();
  const notices = page.getByRole("log", { name: "Notices" });
  await expect(notices).toContainText("Backup made and verified");
  const made = page.getByRole("list", { name: "Backups" }).getByRole("listitem").filter({ hasText: "Made by hand" });
  await expect(made).toHaveCount(1);
  await expect(made).toContainText("verified");

  const changed = await request.patch(`${studio.url}/api/v1/stories/${story}`, {
    headers: { "if-match": "*" },
    data: { title: "The Lamp, Changed" },
  });
  expect(changed.ok(), await changed.text()).toBe(true);
  await studio.story(1, "Written Later");
  const other = await context.newPage();
  await open(other, `${studio.url}/stories/${story}`);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("The Lamp, Changed");

  await made.getByRole("link", { name: /Open the backup/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Backup of");
  const inBackup = page.getByRole("list", { name: "In this backup" });
  await expect(inBackup.getByRole("listitem")).toHaveCount(1);
  await expect(inBackup).toContainText("The Lamp");
  await expect(inBackup).toContainText("2 chapters");
  await expect(inBackup).toContainText("changed since");
  await expect(page.getByRole("list", { name: "New since this backup" })).toContainText("Written Later");

  const all = page.getByRole("button", { name: "Restore all…" });
  await all.click();
  const dialog = page.getByRole("dialog", { name: "Restore the whole library?" });
  await expect(dialog).toContainText("with 1 story");
  await expect(dialog).toContainText("1 is changed since then and 1 is new since then");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(all).toBeFocused();
  await all.click();
  await dialog.getByRole("button", { name: "Restore all" }).click();
  await expect(dialog).toBeHidden();
  await expect(notices).toContainText("The library was restored from the backup of");
  await expect(inBackup).toContainText("unchanged");
  await expect(page.getByRole("list", { name: "New since this backup" })).toBeHidden();
  // The other page shows what the backup had.
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("The Lamp");
  await expect(other.getByRole("log", { name: "Notices" })).toContainText("restored");

  // What was there before is a backup, too; one story of it comes back as a new one.
  await page.getByRole("link", { name: "Back to the backups" }).click();
  const kept = page.getByRole("list", { name: "Backups" }).getByRole("listitem").filter({ hasText: "Before a restore" });
  await kept.getByRole("link", { name: /Open the backup/ }).click();
  await page.getByRole("button", { name: "Restore as a new story: The Lamp, Changed" }).click();
  await expect(notices).toContainText("Restored as a new story: “The Lamp, Changed (from backup of");
  await notices.getByRole("link", { name: "Open" }).last().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("The Lamp, Changed (from backup of");
  expect((await studio.get("/stories")).items).toHaveLength(2);
});

test("a backup that is damaged is refused in words and changes nothing", async ({ page, studio, request, consoleErrors }) => {
  await studio.start(0);
  await studio.story(2, "The Lamp");
  const backup = await (await request.post(`${studio.url}/api/v1/backups`)).json();
  const bytes = await readFile(backup.file);
  await writeFile(backup.file, bytes.subarray(0, 90));
  await open(page, `${studio.url}/settings/backups/${backup.id}`);
  await expect(page.getByRole("alert")).toContainText("Nothing was changed");
  await open(page, `${studio.url}/settings/backups/2020-01-01T00-00-00Z`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
  // Damaged while the page shows what was in it.
  await writeFile(backup.file, bytes);
  await open(page, `${studio.url}/settings/backups/${backup.id}`);
  await writeFile(backup.file, bytes.subarray(0, bytes.length - 4096));
  await page.getByRole("button", { name: "Restore all…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Restore all" }).click();
  await expect(dialog.getByRole("alert")).toContainText("This backup is damaged");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect((await studio.get("/stories")).items).toHaveLength(1);
  const reasons = (await studio.get("/backups")).items.map((item: { reason: string }) => item.reason);
  expect(reasons).not.toContain("restore");
  // Chromium itself logs each refused request.
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((line) => !/status of (404|409)/.test(line)));
});

test("a library without stories has an empty list of backups", async ({ page, studio }) => {
  await studio.start(0);
  await open(page, `${studio.url}/settings/backups`);
  await expect(page.getByRole("main")).toContainText("There are no backups yet.");
});
