// Connecting a model: a server is added, tried, chosen, and writes.
import { expect, open, test } from "./studio";
import { modelServer, sentence } from "./model";

/** What was refused is in the console: the browser puts it there. Nothing else may be. */
function refused(consoleErrors: string[]) {
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((line) => !/status of 422/.test(line)));
}

test("a server is added, tried, chosen and kept, and its key is never shown", async ({ page, studio, consoleErrors }) => {
  const model = await modelServer(sentence);
  await studio.start(0);
  await open(page, `${studio.url}/settings`);
  await page.getByRole("button", { name: "Add server" }).click();
  const server = page.getByRole("group", { name: "local" });
  await server.getByLabel("Address").fill(model.url);

  // A wrong key is told where it was tried.
  await server.getByLabel("Key", { exact: true }).fill("sk-wrong");
  await server.getByRole("button", { name: "Test" }).click();
  await expect(server.getByRole("alert")).toContainText("does not accept the key");
  await server.getByLabel("Key", { exact: true }).fill("sk-right");
  await server.getByRole("button", { name: "Test" }).click();
  await expect(server.getByRole("status")).toContainText("Rain came over the harbour wall, and nobody looked up.");
  await expect(server.getByRole("status")).toContainText("context 16,384 tokens");

  // Both tries stand in the list of what was sent; keys do not.
  await page.getByRole("button", { name: "Prompts sent to the model: server tests" }).click();
  const sent = page.getByRole("dialog", { name: "Prompts sent to the model" });
  const calls = sent.getByRole("list", { name: "Calls" }).getByRole("button");
  await expect(calls).toHaveCount(2);
  await expect(calls.first()).toContainText("Testing the model");
  await expect(calls.last()).toContainText("connection lost");
  await calls.first().click();
  await expect(sent.locator("pre").filter({ hasText: "Rain comes to the harbour." })).toHaveCount(1);
  expect(await sent.innerHTML()).not.toMatch(/sk-(right|wrong)/);
  await page.keyboard.press("Escape");
  await expect(sent).toBeHidden();

  await server.getByRole("button", { name: "Use as default" }).click();
  await expect(page.getByLabel("Default model")).toHaveValue("local:quiet-one");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();

  await page.reload();
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await expect(page.getByLabel("Default model")).toHaveValue("local:quiet-one");
  await expect(server.getByLabel("Key", { exact: true })).toHaveValue("");
  await expect(server.getByLabel("Key", { exact: true })).toHaveAttribute("placeholder", /A key is stored/);
  expect(await page.content()).not.toContain("sk-right");

  // The kept key does not follow the server to another address.
  await server.getByLabel("Address").fill("http://127.0.0.1:9/v1");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByRole("alert").last()).toContainText("Enter its key again");
  expect(new Set(model.keys.filter((key) => key !== ""))).toEqual(new Set(["Bearer sk-wrong", "Bearer sk-right"]));
  model.close();
  refused(consoleErrors);
});

test("a server that is away says so, and what was typed stays", async ({ page, studio, consoleErrors }) => {
  await studio.start(0);
  await open(page, `${studio.url}/settings`);
  await page.getByRole("button", { name: "Add server" }).click();
  const server = page.getByRole("group", { name: "local" });
  await server.getByLabel("Address").fill("http://127.0.0.1:9/v1");
  await server.getByRole("button", { name: "Test" }).click();
  await expect(server.getByRole("alert")).toContainText("does not answer");
  await expect(server.getByLabel("Address")).toHaveValue("http://127.0.0.1:9/v1");
  await page.getByLabel("Words per chapter").fill("1");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("The words per chapter must be from 100 to 20,000.")).toBeVisible();
  refused(consoleErrors);
});

test("of a server's models another one is tried, and what it has stays in view when that fails", async ({
  page,
  studio,
  consoleErrors,
}) => {
  const model = await modelServer(sentence, ["able-one", "broken-one", "quiet-two"]);
  await studio.start(0);
  await open(page, `${studio.url}/settings`);
  await page.getByRole("button", { name: "Add server" }).click();
  const server = page.getByRole("group", { name: "local" });
  await server.getByLabel("Address").fill(model.url);
  await server.getByLabel("Key", { exact: true }).fill("sk-right");
  const wanted = server.getByLabel("Model to test (optional)");
  const attempt = server.getByRole("button", { name: "Test" });

  // Nothing chosen: the first it has; then all of them are suggested.
  await attempt.click();
  await expect(server.getByRole("status")).toContainText("able-one wrote this");
  const suggested = server.locator("datalist option");
  await expect(suggested).toHaveCount(3);
  await expect(suggested.last()).toHaveAttribute("value", "quiet-two");
  await expect(server.getByText("3 models", { exact: true })).toBeVisible();

  await wanted.fill("broken-one");
  await attempt.click();
  await expect(server.getByRole("alert")).toBeVisible();
  await expect(server.getByRole("status")).toHaveCount(0);
  await expect(server.getByText("3 models", { exact: true })).toBeVisible();
  await expect(server.getByRole("listitem").filter({ hasText: "quiet-two" })).toBeVisible();
  await expect(wanted).toHaveValue("broken-one");

  await wanted.fill("quiet-two");
  await attempt.click();
  await expect(server.getByRole("status")).toContainText("quiet-two wrote this");
  await expect(server.getByRole("alert")).toHaveCount(0);
  await server.getByRole("button", { name: "Use as default" }).click();
  await expect(page.getByLabel("Default model")).toHaveValue("local:quiet-two");

  // What is elsewhere has other models.
  await server.getByLabel("Address").fill("http://127.0.0.1:9/v1");
  await expect(server.getByText("3 models", { exact: true })).toBeHidden();
  await expect(suggested).toHaveCount(0);
  model.close();
  refused(consoleErrors);
});

test("a conflict shows every field of a server, and a typed key stays with its server", async ({
  page,
  studio,
  request,
  consoleErrors,
}) => {
  await studio.start(0);
  const server = (id: string, port: number, more: object = {}) => ({
    id,
    url: `http://127.0.0.1:${port}/v1`,
    at_once: 1,
    ...more,
  });
  const put = async (servers: object[]) => {
    const address = `${studio.url}/api/v1/settings`;
    const answer = await request.put(address, { headers: { "if-match": "*" }, data: { preferences: { servers } } });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  const alpha = page.getByRole("group", { name: "alpha" });
  const beta = page.getByRole("group", { name: "beta" });
  const key = (of: typeof alpha) => of.getByLabel("Key", { exact: true });
  const conflict = page.getByRole("alert", { name: "Changed elsewhere" });
  const save = page.getByRole("button", { name: "Save settings" });
  await put([server("alpha", 9), server("beta", 10)]);
  await open(page, `${studio.url}/settings`);
  await page.getByLabel("Words per chapter").fill("777");

  // Elsewhere fields change that no line with an address alone would show.
  await put([server("alpha", 9), server("beta", 10, { context: 8192, at_once: 3, price: { prompt: 3, answer: 15 } })]);
  await save.click();
  const cells = conflict.getByRole("row", { name: /^Model servers/ }).getByRole("cell");
  await expect(cells.first()).toContainText(/beta: .*Context size: ask the server.*Parallel calls: 1/);
  await expect(cells.last()).toContainText(/beta: .*Context size: 8192.*Parallel calls: 3.*3 sent, 15 generated/);
  await conflict.getByRole("button", { name: "Continue editing" }).click();

  // The first server goes: its place is another one's, and the key that was typed for it is not.
  await key(alpha).fill("sk-alpha");
  await put([server("beta", 10), server("gamma", 11)]);
  await save.click();
  await conflict.getByRole("button", { name: "Use the current version" }).click();
  await expect(alpha).toHaveCount(0);
  await expect(key(beta)).toHaveValue("");
  await expect(key(page.getByRole("group", { name: "gamma" }))).toHaveValue("");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(key(alpha)).toHaveValue("sk-alpha");
  await key(beta).fill("sk-beta");
  await page.getByRole("button", { name: "Remove" }).first().click();
  await expect(alpha).toHaveCount(0);
  await save.click();
  await conflict.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  const { preferences } = await studio.get("/settings");
  expect(preferences).toMatchObject({ chapter_words: 777, servers: [{ id: "beta", key_set: true }] });
  consoleErrors.splice(0, consoleErrors.length, ...consoleErrors.filter((line) => !/status of 412/.test(line)));
});

test("a server that was removed comes back with what was typed, until settings are saved", async ({ page, studio }) => {
  await studio.start(0);
  await open(page, `${studio.url}/settings`);
  const add = page.getByRole("button", { name: "Add server" });
  const save = page.getByRole("button", { name: "Save settings" });
  const local = page.getByRole("group", { name: "local", exact: true });
  const other = page.getByRole("group", { name: "local-2", exact: true });
  const key = local.getByLabel("Key", { exact: true });
  await add.click();
  await add.click();
  await local.getByLabel("Address").fill("http://127.0.0.1:9/v1");
  await key.fill("sk-typed");
  await local.getByRole("button", { name: "Remove" }).click();
  await other.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("group", { name: /^local/ })).toHaveCount(0);
  await expect(page.getByText("Removed “local-2”.")).toBeVisible();
  await page.getByRole("button", { name: "Undo: removed “local”" }).click();
  await expect(local.getByLabel("Address")).toHaveValue("http://127.0.0.1:9/v1");
  await expect(key).toHaveValue("sk-typed");
  await expect(page.getByText("Removed “local”.")).toHaveCount(0);
  await save.click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByText(/^Removed/)).toHaveCount(0);
  expect((await studio.get("/settings")).preferences.servers).toMatchObject([{ id: "local", key_set: true }]);

  // A key that is typed while settings are saved is not saved yet, and stays.
  let go = () => {};
  const gone = new Promise<void>((resolve) => (go = resolve));
  await page.route("**/change_settings", async (route) => {
    await gone;
    await route.continue();
  });
  await key.fill("sk-first");
  await save.click();
  await key.fill("sk-second");
  go();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(key).toHaveValue("sk-second");
  await save.click();
  await expect(key).toHaveValue("");
});

test("changes of servers that are discarded come back whole, also with a key that was typed", async ({ page, studio }) => {
  await studio.start(0);
  await open(page, `${studio.url}/settings`);
  await page.getByRole("button", { name: "Add server" }).click();
  const local = page.getByRole("group", { name: "local", exact: true });
  const key = local.getByLabel("Key", { exact: true });
  await local.getByLabel("Address").fill("http://127.0.0.1:9/v1");
  await page.reload();
  await expect(page.getByText(/You have unsaved changes from/)).toBeVisible();
  await key.fill("sk-typed");
  await page.getByRole("button", { name: "Discard", exact: true }).click();
  await expect(local).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(local.getByLabel("Address")).toHaveValue("http://127.0.0.1:9/v1");
  await expect(key).toHaveValue("sk-typed");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  expect((await studio.get("/settings")).preferences.servers).toMatchObject([{ id: "local", key_set: true }]);
});
