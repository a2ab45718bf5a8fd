// What the first page weighs, and what happens where the second file can't be had.
import { expect, open, test } from "./studio";

test("the first page weighs at most 295 KB, everything included", async ({ page, studio }) => {
  await studio.start(0);
  await studio.story(3);
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  const names = new Map<string, string>();
  const weights: [string, number][] = [];
  network.on("Network.requestWillBeSent", ({ requestId, request }) => names.set(requestId, request.url));
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
    weights.push([names.get(requestId)!, encodedDataLength]),
  );
  await open(page, studio.url);
  // The live stream goes on for ever and is not counted; everything else is there by now.
  expect(weights.map(([name]) => name).filter((name) => name.endsWith(".wasm"))).toHaveLength(1);
  const sum = weights.reduce((sum, [, weight]) => sum + weight, 0);
  expect(sum, weights.map(([name, weight]) => `${weight} ${name}`).join("\n")).toBeLessThanOrEqual(295_000);
  expect(sum).toBeGreaterThan(50_000);
});

test("where the rest of the studio can't be loaded the page says so, and trying again works", async ({
  page,
  studio,
  consoleErrors,
}) => {
  await studio.start(0);
  await open(page, studio.url);
  await page.route("**/split_lazy.wasm", (route) => route.abort());
  await page.getByRole("navigation", { name: "Studio" }).getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
  await page.unroute("**/split_lazy.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
  await expect(page.locator("html[data-ready]")).toBeAttached();

  // Loaded directly, the page can still be read.
  await page.route("**/split_lazy.wasm", (route) => route.abort());
  await page.reload();
  await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
  await expect(page.getByRole("alert")).toContainText("Reload");
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((line) => !/Failed to (load|fetch)|TypeError/.test(line)));
});
