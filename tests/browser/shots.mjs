import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { mkdtempSync, mkdirSync } from "node:fs";
const out = "/tmp/search-shots"; mkdirSync(out, { recursive: true });
const data = mkdtempSync("/tmp/search-data-");
const child = spawn("/work/wt/search/target/debug/fablewright", ["--addr","127.0.0.1:0","--data",data,"--log","warn","--builtin-rate","0"], { stdio: ["ignore","pipe","inherit"] });
let url = "";
for await (const line of createInterface({ input: child.stdout })) { url = line.replace("listening on ", ""); break; }
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium-headless-shell", args: ["--no-sandbox"] });
const ctx = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
const page = await ctx.newPage();
page.on("console", (m) => { if (["error","warning"].includes(m.type())) console.log("CONSOLE", m.type(), m.text().slice(0,300)); });
page.on("pageerror", (e) => console.log("PAGEERROR", e.message));
const api = ctx.request;
const post = async (p, d, h={}) => { const r = await api.post(url + "/api/v1" + p, { data: d, headers: h }); if (!r.ok()) console.log(p, r.status(), await r.text()); return r.json().catch(() => ({})); };
const story = (await post("/stories", { title: "The Second Voice", brief: { premise: "A lighthouse keeper hears her dead brother on the radio.", chapters: 5 } })).id;
const run = (await post(`/stories/${story}/runs`, { kind: "all_chapters" })).id;
for (;;) { const r = await (await api.get(`${url}/api/v1/runs/${run}`)).json(); if (r.status !== "running" && r.status !== "queued") { console.log(r.status); break; } await new Promise(r => setTimeout(r, 500)); }
await post("/stories", { title: "Salt & Smoke", brief: { premise: "Two sisters burn a letter about the lighthouse.", chapters: 2 } });
const open = async (p) => { await page.goto(url + p); await page.waitForSelector("html[data-ready]"); await page.waitForTimeout(600); };
const shot = (n) => page.screenshot({ path: `${out}/${n}.png` });
const text = await (await api.get(`${url}/api/v1/stories/${story}/chapters/1/text`)).text();
const words = text.match(/[A-Z][a-z]{4,}/g) ?? ["lamp"]; 
const word = process.env.WORD ?? "radio";
console.log("word", word, text.slice(0, 200));
for (const [name, w, h, scheme] of [["wide", 1440, 900, "light"], ["dark", 1440, 900, "dark"], ["phone", 360, 740, "light"]]) {
  await page.setViewportSize({ width: w, height: h }); await page.emulateMedia({ colorScheme: scheme });
  await open("/"); await shot(`library-${name}`);
  await open(`/stories/${story}/search?q=${word}`); await shot(`search-story-${name}`);
  await open(`/search?q=lighthouse`); await shot(`search-all-${name}`);
  await open(`/search?q=zzzz`); await shot(`search-none-${name}`);
  await open(`/stories/${story}/replace?find=${word}&replace=wireless&words=1`); await page.waitForTimeout(800); await shot(`replace-${name}`);
  await open(`/stories/${story}/replace?find=(${word}&regex=1`); await page.waitForTimeout(800); await shot(`replace-bad-${name}`);
  await open(`/stories/${story}/search?q=${word}`);
  const t = page.locator("#results a.hit", { hasText: "Text" }).first(); if (await t.count()) { await t.click(); await page.waitForTimeout(1200); await shot(`found-${name}`); }
  await open(`/stories/${story}`);
  await page.keyboard.press("Control+k"); await page.waitForTimeout(900); await shot(`palette-${name}`);
  await page.keyboard.type("wri"); await page.waitForTimeout(700); await shot(`palette-typed-${name}`);
  await page.keyboard.press("Escape"); await page.waitForTimeout(200);
  await page.keyboard.press("?"); await page.waitForTimeout(500); await shot(`keys-${name}`);
}
await browser.close(); child.kill("SIGTERM");
