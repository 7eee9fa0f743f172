// The live page as the manual shows it: node .ci/guide-pictures.mjs ESEP STUDY WORK INTO
import { join } from "node:path";
import { browser, open, serve } from "./serve.mjs";

const [esep, study, work, into] = process.argv.slice(2);
const { url, process: server } = await serve(esep, study, join(work, "out"));
const chromium = await browser();
const context = await chromium.newContext({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 });
for (const language of ["ru", "kk"]) {
  const page = await open(context, url, `?ui=${language}&show=interim-1&in=kk,ru`);
  await page.waitForFunction(() => document.querySelectorAll("#deliverables .state.unknown").length === 0);
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(into, `serve.${language}.png`) });
  await page.close();
}
await chromium.close();
server.kill("SIGTERM");
