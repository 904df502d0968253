/** What the site promises, in Firefox over WebDriver BiDi: timer, search, private notes, paper and the copy for use offline.
 *  SITE is the finished folder, FIREFOX the program, PAPER the folder for what is printed: tests/browser/test_firefox.py
 *  gives all three and counts the sheets. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import puppeteer from "puppeteer-core";

const { SITE = "", FIREFOX = "", PAPER = "" } = process.env;
const PREFIX = "/guide/";
const PATIENCE_MS = 60_000;
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** The finished folder below PREFIX, as a plain host serves it. */
async function serve() {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const path = normalize(decodeURIComponent(pathname.slice(PREFIX.length)));
    const file = join(SITE, path === "." || path.endsWith("/") ? join(path, "index.html") : path);
    try {
      const body = await readFile(file);
      response
        .writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" })
        .end(body);
    } catch {
      response.writeHead(404, { "Content-Type": TYPES[".html"] }).end(await readFile(join(SITE, "404.html")));
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
}

let server;
let browser;
let page;
let address = "";
let complaints = [];

before(async () => {
  server = await serve();
  address = `http://127.0.0.1:${server.address().port}${PREFIX}`;
  browser = await puppeteer.launch({ browser: "firefox", executablePath: FIREFOX, headless: true });
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

beforeEach(async () => {
  complaints = [];
  page = await browser.newPage();
  await page.bringToFront(); // a hidden page pauses its timer
  await page.setViewport({ width: 1280, height: 900 }); // where nothing stands fixed over a button
  page.setDefaultTimeout(PATIENCE_MS);
  page.on("console", (entry) => entry.type() === "error" && complaints.push(entry.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
});

afterEach(async () => {
  await page.close();
  assert.deepEqual(complaints, []);
});

/** Presses the button with these words, once it is shown. */
const press = (name) =>
  page.waitForFunction(
    (words) => {
      const button = [...document.querySelectorAll("main button")].find(
        (button) => button.checkVisibility() && button.textContent.trim() === words,
      );
      button?.click();
      return Boolean(button);
    },
    {},
    name,
  );
const shows = (selector, words) =>
  page.waitForFunction(
    (where, what) =>
      [...document.querySelectorAll(where)].some(
        (part) => part.checkVisibility() && part.textContent.includes(what),
      ),
    {},
    selector,
    words,
  );

test("the timer starts, pauses, goes on and stops", async () => {
  await page.goto(`${address}practices/longer-out-breath/`);
  const state = (name) => page.waitForSelector(`practice-timer[data-state="${name}"]`);
  await press("Start");
  await state("running");
  await press("Pause");
  await state("paused");
  await press("Resume");
  await state("running");
  await press("Stop");
  await state("stopped");
});

test("the search finds a page, and help first for words of danger", async () => {
  await page.goto(`${address}guides/grief/`);
  await page.locator(".site-header [data-search-open][role=button]").click();
  await page.locator(".search__input").fill("box breathing");
  await shows(".search-answer__link", "Box breathing");
  await page.locator(".search__input").fill("i want to die");
  await shows(".search-danger a", "");
});

test("a private note is kept on the device, and comes back", async () => {
  await page.goto(`${address}tools/journal/`);
  await page.waitForSelector("private-notes[data-ready]");
  await page.locator(".private-notes__form [name=hard]").fill("Row with the bank");
  await page.locator(".private-notes__keep").click();
  await shows(".private-notes__passing", "Kept on this device");
  await page.reload();
  await page.waitForSelector("private-notes[data-ready]");
  await page.locator(".private-notes__show").click();
  await shows(".private-notes__note dd", "Row with the bank");
});

test("pages meant for paper are printed", async () => {
  for (const [name, path] of [
    ["worksheet", "tools/worksheets/worry-log/"],
    ["plan", "tools/my-plan/#feel=worried&minutes=3"],
    ["practice", "print/box-breathing/"],
    ["help", "help/"],
    ["now", "now/"],
  ]) {
    await page.goto(address + path);
    if (name === "plan") await shows(".my-plan__practices li", "");
    await page.pdf({ path: join(PAPER, `${name}.pdf`), format: "Letter" });
    if (name !== "worksheet") continue;
    await page.locator(".worksheet__large").click();
    await page.pdf({ path: join(PAPER, "worksheet in large letters.pdf"), format: "Letter" });
  }
});

test("a saved copy shows pages once the host is gone", async () => {
  await page.goto(`${address}tools/offline/`);
  await press("Save it");
  await shows(".offline-copy--full .offline-copy__words", "is saved on this device");
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await page.goto(`${address}guides/grief/`);
  await shows(".saved-copy", "");
  assert.match(await page.$eval("h1", (heading) => heading.textContent), /grief/i);
});
