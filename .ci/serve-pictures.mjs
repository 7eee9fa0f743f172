// The pictures of `esep serve` in the README: node .ci/serve-pictures.mjs ESEP SAMPLE WORK INTO
import { join } from "node:path";
import { browser, open, serve, studyIn } from "./serve.mjs";

const [esep, sample, work, into] = process.argv.slice(2);
const { url, process: server } = await serve(esep, studyIn(join(work, "study"), sample), join(work, "out"));
const chromium = await browser();
const context = await chromium.newContext({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 });

const numbers = await open(context, url, "?ui=ru&show=final&in=kk,ru");
await numbers.waitForFunction(() => [...document.querySelectorAll(".column")].every((column) => column.querySelector(".over")));
await numbers.fill("#wanted", "58,8");
await numbers.press("#wanted", "Enter");
const number = numbers.locator(".column").first().locator(".number.datum[aria-label*='58,8']").first();
await number.waitFor();
await number.click();
await numbers.waitForFunction(() => document.querySelector("#answer .jump") !== null);
await numbers.waitForTimeout(8000);
await numbers.screenshot({ path: join(into, "serve-number.png") });

const sentence = await open(context, url, "?ui=ru&show=interim-1&in=ru");
const said = sentence.locator("[data-sentence='intro.about']:not([aria-hidden])").first();
await sentence.fill("#wanted", "В отчёте описаны");
await sentence.press("#wanted", "Enter");
await said.waitFor();
await said.click({ position: { x: 4, y: 4 } });
await sentence.waitForSelector(".editor");
await sentence.waitForTimeout(2000);
await sentence.screenshot({ path: join(into, "serve-sentence.png") });

await chromium.close();
server.kill("SIGTERM");
