// Uses a site in Chromium as a reader does: types into its search, walks through the results, and lets axe look at every
// page. Prints what it saw as JSON. Arguments: the folder of the npm packages, and the folder of the site.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [packages, site] = process.argv.slice(2);
const require = createRequire(`${packages}/package.json`);
const LACKING = 77;
let chromium, axe;
try {
  ({ chromium } = require("playwright-core"));
  axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
} catch {
  console.error("no npm packages playwright-core and axe-core");
  process.exit(LACKING);
}
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: [...args, "--disable-component-update", "--disable-sync"] });
const address = (path) => `file://${site}/${path}`;
const seen = { errors: [], violations: [], overflowing: [], searches: {} };

const open = async (path, options = {}) => {
  const page = await browser.newPage({ viewport: { width: 900, height: 900 }, ...options });
  page.on("pageerror", (error) => seen.errors.push(`${path}: ${error}`));
  await page.goto(address(path));
  return page;
};
// The status says something once the results are shown.
const search = async (page, query) => {
  await page.keyboard.press("/");
  await page.evaluate(() => { document.querySelector("p.status").textContent = ""; });
  await page.keyboard.type(query);
  await page.waitForFunction((query) => document.querySelector("div.search input").value === query && document.querySelector("p.status").textContent, query);
};
const results = (page) => page.evaluate(() => ({
  status: document.querySelector("p.status").textContent,
  groups: [...document.querySelectorAll(".results section")].map((section) => ({
    name: section.getAttribute("aria-label"),
    links: [...section.querySelectorAll("a")].map((link) => link.getAttribute("href")),
    marks: [...section.querySelectorAll("mark")].map((mark) => mark.textContent),
  })),
}));

for (const query of ["ratna", "ANTRÉAN", "antraen", "ratna antrean", "zzzz"]) {
  const page = await open("index.html");
  await search(page, query);
  seen.searches[query] = await results(page);
  await page.close();
}

// Keys only: search, go down to a result and back, open it, close the panel.
const page = await open("people/index.html");
await search(page, "ratna kencana");
await page.keyboard.press("ArrowDown");
const first = await page.evaluate(() => document.activeElement.getAttribute("href"));
await page.keyboard.press("ArrowUp");
seen.isBackInInput = await page.evaluate(() => document.activeElement === document.querySelector("div.search input"));
await page.keyboard.press("Escape");
seen.isClosed = await page.evaluate(() => document.querySelector(".results").hidden);
await page.fill("div.search input", "ratna kencana");
await page.waitForFunction(() => document.querySelector(".results a"));
await page.keyboard.press("Enter");
await page.waitForFunction(() => document.querySelector("h1")?.textContent === "Ratna Kencana");
seen.opened = [first, page.url().replace(address(""), "")];
await page.close();

// Without scripts everything can be read, and no search is offered.
const context = await browser.newContext({ javaScriptEnabled: false });
const plain = await context.newPage();
await plain.goto(address("visits/tiga-hari.html"));
seen.plain = { quotes: await plain.locator("blockquote").allInnerTexts(), searches: await plain.locator("div.search:visible").count(), buttons: await plain.locator("button").count() };
await context.close();

for (const path of ["index.html", "years/2024.html", "visits/tiga-hari.html", "people/index.html", "people/ratna.html", "places/index.html", "topics/antrean.html"]) {
  for (const [width, colorScheme] of [[360, "light"], [900, "dark"], [1440, "light"]]) {
    const page = await open(path, { viewport: { width, height: 900 }, colorScheme });
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) seen.overflowing.push(`${path} at ${width}`);
    await search(page, "kota");
    await page.evaluate(axe);
    // The style is in a file that a page from a disk may not fetch, as axe would.
    const found = await page.evaluate(() => axe.run({ preload: false }));
    seen.violations.push(...found.violations.map((it) => `${path} at ${width}: ${it.id}: ${it.nodes[0].html}`));
    await page.close();
  }
}
await browser.close();
console.log(JSON.stringify(seen));
