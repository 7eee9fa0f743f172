// How long an edit takes to reach the page, and what memory does over many of them:
//   node .ci/measure-serve.mjs ESEP SAMPLE WORK [EDITS]
// Of 20 edits of a sentence and of a number in each document the median, from the file being written to the new picture
// of the page being shown; then EDITS more of the first kind (1000), with the server's memory every tenth of them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { browser, open, serve, studyIn } from "./serve.mjs";

const [esep, sample, work, edits = "1000"] = process.argv.slice(2);
const study = studyIn(join(work, "study"), sample);
// The browser runs already, as on most desks.
const chromium = await browser();
const started = Date.now();
const { url, process: server } = await serve(esep, study, join(work, "out"));
const context = await chromium.newContext({ viewport: { width: 1280, height: 720 } });
mkdirSync(join(study, "words"), { recursive: true });

const memory = () => {
  const status = `/proc/${server.pid}/status`;
  return existsSync(status) ? Number(readFileSync(status, "utf8").match(/VmRSS:\s+(\d+)/)[1]) / 1024 : 0;
};
const shown = (page, selector) => page.evaluate((own) => document.querySelector(own)?.closest(".sheet").querySelector("img").src, selector);

/** Milliseconds from an edit to the new picture of the page that holds an element. */
async function after(page, selector, edit) {
  const before = await shown(page, selector);
  const waiting = page.evaluate(([own, old]) => new Promise((done) => {
    const look = () => {
      const image = document.querySelector(own)?.closest(".sheet").querySelector("img");
      if (image && image.src !== old) done(performance.timeOrigin + performance.now());
      else requestAnimationFrame(look);
    };
    look();
  }), [selector, before]);
  const began = performance.timeOrigin + performance.now();
  edit();
  return (await waiting) - began;
}

const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];

/** Another wording of the first sentence of a document at each turn. */
async function sentences(name) {
  const [deliverable, language] = name.split(".");
  const page = await open(context, url, `?ui=ru&show=${deliverable}&in=${language}`);
  console.log(`${name}: first page ${Date.now() - started} ms after the start`);
  const sentence = deliverable === "final" ? "summary.intro" : "intro.about";
  const all = await (await fetch(`${new URL(url).origin}/api/document/${name}`)).json();
  const key = all.anchors.map((anchor) => anchor.key).find((own) => own.startsWith("intro.about "))
    ?? all.anchors.map((anchor) => anchor.key).find((own) => /^intro\.\S+ 1$/.test(own));
  const own = key?.split(" ")[0] ?? sentence;
  const view = await (await fetch(`${new URL(url).origin}/api/sentence/${name}?name=${own}`)).json();
  const place = all.anchors.find((anchor) => anchor.key === `${own} 1`);
  await page.evaluate((at) => {
    const sheet = document.querySelectorAll(".sheet")[at];
    sheet.closest(".column").scrollTop = sheet.offsetTop;
  }, place.page);
  const selector = `[data-sentence="${own}"]`;
  await page.waitForSelector(selector, { state: "attached" });
  const file = join(study, `words/${name}.md`);
  const said = (turn) => writeFileSync(file, `## ${own}\n${view.wordings[0]}${" Ещё раз.".repeat(turn % 2)}\n`);
  return { page, selector, said };
}

let turn = 1;
for (const name of ["interim-1.ru", "final.ru"]) {
  const { page, selector, said } = await sentences(name);
  const times = [];
  for (let at = 0; at < 20; at += 1) {
    times.push(await after(page, selector, () => said(turn)));
    turn += 1;
    await page.waitForTimeout(300);
  }
  console.log(`${name}: a sentence, median of 20: ${Math.round(median(times))} ms (${times.map(Math.round).join(" ")})`);
  await page.close();
}
if (Number(edits) > 0) {
  const { page, selector, said } = await sentences("interim-1.ru");
  for (let at = 0; at <= Number(edits); at += 1) {
    await after(page, selector, () => said(turn));
    turn += 1;
    if (at % (Number(edits) / 10) === 0) console.log(`after ${at} edits: ${Math.round(memory())} MB`);
  }
}
await chromium.close();
server.kill("SIGTERM");
