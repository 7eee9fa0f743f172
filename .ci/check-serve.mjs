// `esep serve` in a real browser: an edit reaches the page, a number answers, a sentence is changed and built, a fault
// keeps the last pages, languages scroll together, the keyboard and a screen reader suffice, tabs agree, nothing is left.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { axeSource, browser, open, serve, serveNothing, studyIn } from "./serve.mjs";

const [esep, sample, work] = process.argv.slice(2);
const study = studyIn(join(work, "study"), sample);
const out = join(work, "out");
rmSync(out, { recursive: true, force: true });
const { url, process: server } = await serve(esep, study, out);
const chromium = await browser();
const context = await chromium.newContext({ viewport: { width: 1280, height: 720 }, locale: "ru" });

const only = process.env.ONLY;
const checks = [];
const check = (name, run) => checks.push([name, run]);
function demand(holds, told) {
  if (!holds) throw new Error(told);
}
const csv = join(study, "results/final.csv");
const whole = readFileSync(csv, "utf8");
// A share with its interval: one without the other would be a fault.
const row = /^(q-problems,prices,1,,,2540,1522,2540,1\.400727,)0\.588034,[^,]*,.*$/m;
const edited = "$10.589000,0.566189,0.611434";
demand(row.test(whole), "the row of the CSV that is edited");
const state = (page) => page.evaluate(() => [...document.querySelectorAll(".sheet img")].map((image) => image.src).join());
const found = async (page, text) => {
  await page.fill("#wanted", text);
  await page.press("#wanted", "Enter");
  await page.waitForFunction(() => document.getElementById("hits").textContent !== "");
  return Number((await page.textContent("#hits")).split(" ").at(-1));
};
const until = async (page, holds, told, most = 60000) => {
  const began = Date.now();
  while (!(await holds())) {
    demand(Date.now() - began < most, told);
    await page.waitForTimeout(50);
  }
  return Date.now() - began;
};
const panel = (page) => page.textContent("#answer");

check("a cell of the CSV is edited and the page changes", async () => {
  const page = await open(context, url, "?ui=ru&show=summary&in=ru");
  const before = await state(page);
  writeFileSync(csv, whole.replace(row, edited));
  const took = await until(page, async () => (await state(page)) !== before, "the page is as before");
  console.log(`    after ${took} ms`);
  writeFileSync(csv, whole);
  await until(page, async () => (await state(page)) === before, "the page is not as it was");
  demand(page.faults.length === 0, page.faults.join());
  await page.close();
});

check("a number answers with its record", async () => {
  const page = await open(context, url, "?ui=ru&show=final&in=ru");
  const count = await found(page, "58,8");
  demand(count > 0, "58,8 is printed");
  // Of its places the one that is the record's own, not a finding made of it.
  for (let at = 0; at < count; at += 1) {
    await page.waitForSelector(".hit.now");
    await page.evaluate(() => {
      const hit = document.querySelector(".hit.now").getBoundingClientRect();
      const under = document.elementsFromPoint(hit.x + hit.width / 2, hit.y + hit.height / 2);
      under.find((element) => element.classList.contains("number"))?.click();
    });
    await page.waitForTimeout(700);
    if ((await panel(page)).includes("results/final.csv")) break;
    await page.press("#wanted", "Enter");
    await page.waitForTimeout(700);
  }
  const told = await panel(page);
  for (const part of ["questions.q-problems", "58.8", "знаков после запятой", "Интервал", "База", "2540", "с. "]) {
    demand(told.includes(part), `${part} in ${told}`);
  }
  demand((await page.locator("#answer .jump").count()) > 0, "its places are links");
  // Documents that are not shown are looked at one by one; then they are among the places, too.
  const other = page.locator("#answer .jump", { hasText: "final.kk:" }).first();
  await until(page, async () => {
    await page.locator(".number.chosen").first().click();
    await page.waitForTimeout(500);
    const told = await panel(page);
    return ["final.kk:", "slides.kk:", "slides.ru:"].every((name) => told.includes(name));
  }, "other documents are not among the places");
  await other.click();
  await page.waitForFunction(() => document.querySelectorAll(".column").length === 2);
  await page.waitForFunction(() => document.querySelector(".column[lang=kk] .number.chosen") !== null);
  demand((await panel(page)).includes("58,8"), "the number of the other language answers");
  await page.close();
});

check("an edit sends what has changed and leaves the place, search and table answer, a deck has its notes", async () => {
  const page = await open(context, url, "?ui=ru&show=final&in=ru");
  await found(page, "58,8");
  await page.waitForTimeout(1500);
  const top = () => page.evaluate(() => document.querySelector(".column").scrollTop);
  const before = [await top(), await state(page)];
  const asked = [];
  page.on("request", (request) => { if (request.url().includes("/page/")) asked.push(request.url()); });
  writeFileSync(csv, whole.replace(row, edited));
  await until(page, async () => (await state(page)) !== before[1], "the page is as before");
  await page.waitForTimeout(1000);
  const near = await page.evaluate(() => document.querySelectorAll(".sheet img").length);
  demand(asked.length > 0 && asked.length < near, `${asked.length} pages were sent, ${near} are near`);
  demand((await top()) === before[0], "the place is another");
  writeFileSync(csv, whole);
  await until(page, async () => (await state(page)) === before[1], "the page is not as it was");
  await page.evaluate(() => {
    const column = document.querySelector(".column");
    column.scrollTop = column.scrollHeight * 0.4;
  });
  await page.locator(".sheet button.chart").first().click();
  demand((await page.locator("#answer table tbody tr").count()) > 1, "a chart is a table");
  await page.close();
  const deck = await open(context, url, "?ui=ru&show=slides&in=ru");
  demand((await deck.locator(".notes").count()) > 5, "slides have their notes");
  await deck.close();
});

check("what changed since the last build is told number by number", async () => {
  const page = await open(context, url, "?ui=ru&show=summary&in=ru");
  await page.click("#build");
  await page.waitForSelector("#built a", { timeout: 120000 });
  await page.click("#tab-changes");
  await page.waitForFunction(() => document.getElementById("changes").textContent.includes("те же числа"));
  writeFileSync(csv, whole.replace(row, edited));
  await page.waitForFunction(() => [...document.querySelectorAll("#changes tr")].some((own) => own.textContent.includes("58,8") && own.textContent.includes("58,9")));
  await page.waitForFunction(() => document.querySelector("#deliverables [aria-current=true] .state").classList.contains("older"));
  writeFileSync(csv, whole);
  await page.waitForFunction(() => document.getElementById("changes").textContent.includes("те же числа"));
  await page.close();
});

check("a sentence is changed on the page, stands in the file, the page and the DOCX, and is taken back", async () => {
  const page = await open(context, url, "?ui=ru&show=invitation&in=ru");
  const before = await state(page);
  const sentence = page.locator(".said:not([aria-hidden])").nth(2);
  await sentence.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.classList.contains("editor"));
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("Проба: ");
  await page.waitForFunction(() => document.querySelector("#answer .main")?.disabled === false);
  // What was written waits while something else is looked at.
  await page.locator(".number:not([aria-hidden])").first().click();
  await page.waitForSelector("#answer .big");
  await sentence.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.classList.contains("editor"));
  demand((await panel(page)).includes("Правка не сохранена"), "an earlier change is told");
  await page.waitForFunction(() => document.querySelector("#answer .main")?.disabled === false);
  await page.keyboard.press("Control+s");
  const file = join(study, "words/invitation.ru.md");
  await until(page, async () => existsSync(file), "no file of words");
  demand(readFileSync(file, "utf8").includes("Проба: "), "the words are in the file");
  await until(page, async () => (await state(page)) !== before, "the page shows the sentence");
  await page.click("#build");
  await page.waitForSelector("#built a[href*='invitation.ru.docx']", { timeout: 120000 });
  const text = execFileSync("pandoc", ["-t", "plain", join(out, "invitation.ru.docx")], { encoding: "utf8" });
  demand(text.includes("Проба: "), "the DOCX says it");
  // The panel says what was saved, and after it was taken back what stood before.
  demand((await page.locator(".editor").first().textContent()).startsWith("Проба: "), "the panel says it");
  await page.locator("#answer button", { hasText: "Вернуть последнее" }).click();
  await until(page, async () => !existsSync(file), "the file is still there");
  await until(page, async () => !(await page.locator(".editor").first().textContent()).startsWith("Проба: "), "the panel is not as it was");
  await until(page, async () => (await state(page)) === before, "the page is as it was");
  demand(page.faults.length === 0, page.faults.join());
  await page.close();
});

check("a broken file keeps the last good pages, marked, until it is mended", async () => {
  const page = await open(context, url, "?ui=ru&show=invitation&in=kk");
  const before = await state(page);
  const path = join(study, "events.json");
  const events = readFileSync(path, "utf8");
  writeFileSync(path, events.slice(0, 200));
  await page.waitForSelector("#broken:not([hidden])", { timeout: 60000 });
  demand((await state(page)) === before, "the last good pages stay");
  await page.click("#tab-findings");
  await page.waitForFunction(() => document.getElementById("findings").textContent.includes("events.json:"));
  writeFileSync(path, events);
  await page.waitForSelector("#broken", { state: "hidden", timeout: 60000 });
  await page.close();
});

check("a file that is taken away and put back is no fault", async () => {
  const page = await open(context, url, "?ui=ru&show=invitation&in=kk");
  const path = join(study, "sample.json");
  const text = readFileSync(path, "utf8");
  unlinkSync(path);
  await page.waitForTimeout(500);
  writeFileSync(path, text);
  await page.waitForTimeout(1500);
  demand(await page.locator("#broken").isHidden(), "a fault was told");
  await page.close();
});

check("a language that is added leaves the place, settings at once both count, a number is found however it is written", async () => {
  const page = await open(context, url, "?ui=ru&show=interim-2&in=kk");
  await page.evaluate(() => { document.querySelector(".column").scrollTop = 6000; });
  await page.waitForTimeout(500);
  await page.check("#languages input[value=ru]");
  await page.waitForFunction(() => document.querySelectorAll(".column").length === 2);
  await page.waitForTimeout(1500);
  const top = () => page.evaluate(() => document.querySelector(".column").scrollTop);
  demand((await top()) > 1000, "the place is lost");
  const counts = [];
  for (const text of ["2 540", "2540"]) counts.push(await found(page, text));
  demand(counts[0] > 0 && counts[0] === counts[1], counts.join());
  await page.evaluate(() => {
    for (const [id, value] of [["edition", "public"], ["theme", "modern"]]) {
      const own = document.getElementById(id);
      own.value = value;
      own.dispatchEvent(new Event("change"));
    }
  });
  const settings = () => page.evaluate(async () => {
    const { edition, theme } = await (await fetch("/api/study?ui=ru")).json();
    return `${edition} ${theme}`;
  });
  await until(page, async () => (await settings()) === "public modern", "of two settings one was lost");
  await page.selectOption("#edition", "customer");
  await page.selectOption("#theme", "gost");
  await until(page, async () => (await settings()) === "customer gost", "as it was");
  await page.close();
});

check("a number that only one language says is a fault on the page", async () => {
  const page = await open(context, url, "?ui=ru&show=invitation&in=ru");
  const file = join(study, "words/invitation.ru.md");
  const name = await page.locator(".said:not([aria-hidden])").nth(2).getAttribute("data-sentence");
  const view = await (await fetch(`${new URL(url).origin}/api/sentence/invitation.ru?name=${name}`)).json();
  mkdirSync(join(study, "words"), { recursive: true });
  writeFileSync(file, `## ${name}\n${view.wordings[0]} Ещё 5836 раз.\n`);
  await page.click("#tab-findings");
  await page.waitForFunction(() => document.getElementById("findings").textContent.includes("E222"));
  demand((await page.textContent("#findings")).includes("words/invitation.ru.md:2"), await page.textContent("#findings"));
  unlinkSync(file);
  await page.waitForFunction(() => !document.getElementById("findings").textContent.includes("E222"));
  await page.close();
});

check("both languages scroll together, block by block", async () => {
  const page = await open(context, url, "?ui=ru&show=interim-2&in=kk,ru");
  await page.waitForFunction(() => document.querySelectorAll(".column").length === 2);
  await until(page, async () => (await page.locator(".column").nth(1).locator(".sheet").count()) > 10, "pages");
  const heading = async (column) => page.evaluate((at) => {
    const root = document.querySelectorAll(".column")[at];
    return root.scrollTop;
  }, column);
  const heights = () => page.evaluate(() => [...document.querySelectorAll(".column")].every((root) => root.scrollHeight > 5000));
  await until(page, heights, "both languages have their pages");
  for (const part of [0.25, 0.5, 0.8]) {
    await page.evaluate((share) => {
      const root = document.querySelectorAll(".column")[0];
      root.scrollTop = root.scrollHeight * share;
    }, part);
    await until(page, async () => (await heading(1)) > 0, "the other language has moved");
    await page.waitForTimeout(1000);
    const [kk, ru] = [await heading(0), await heading(1)];
    // What stands at the upper edge: the nearest section, figure or table must be the same, or the next one.
    const names = ["kk", "ru"].map((code) => fetch(`${new URL(url).origin}/api/document/interim-2.${code}`).then((a) => a.json()));
    const [one, other] = await Promise.all(names);
    const near = (document, top, at) => page.evaluate(([anchors, y, column]) => {
      const root = document.querySelectorAll(".column")[column];
      const sheets = [...root.querySelectorAll(".sheet")];
      const scale = sheets[0].offsetHeight / anchors.height;
      const placed = anchors.list.map((anchor) => [anchor.key, sheets[anchor.page].offsetTop + anchor.y * scale]);
      return placed.filter(([, place]) => place <= y + 2).at(-1)?.[0];
    }, [{ list: document.anchors, height: document.pages[0].height }, top, at]);
    const common = (document) => ({ ...document, anchors: document.anchors.filter((anchor) => anchor.key.startsWith("#")) });
    const [first, second] = [await near(common(one), kk, 0), await near(common(other), ru, 1)];
    const keys = common(one).anchors.map((anchor) => anchor.key);
    demand(Math.abs(keys.indexOf(first) - keys.indexOf(second)) <= 1, `${first} beside ${second}`);
  }
  await page.close();
});

check("the keyboard suffices", async () => {
  const page = await open(context, url, "?ui=ru&show=invitation&in=ru");
  await page.keyboard.press("Tab");
  demand((await page.evaluate(() => document.activeElement.className)) === "skip", "the link to the pages comes first");
  await page.locator(".column").focus();
  await page.keyboard.press("ArrowRight");
  demand((await page.evaluate(() => document.activeElement.classList.contains("number"))), "an arrow goes to a number");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#answer .big") !== null);
  await page.keyboard.press("Shift+ArrowRight");
  demand((await page.evaluate(() => document.activeElement.classList.contains("said"))), "with Shift to a sentence");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.classList.contains("editor"));
  await page.keyboard.press("Escape");
  demand((await page.evaluate(() => document.activeElement.classList.contains("said"))), "Escape goes back to the sentence");
  await page.keyboard.press("Escape");
  demand((await page.evaluate(() => document.activeElement.classList.contains("column"))), "and to the column");
  await page.locator("#tab-answer").focus();
  await page.keyboard.press("ArrowRight");
  demand(await page.locator("#findings").isVisible(), "arrows change the tab");
  await page.close();
});

check("no violation of WCAG 2.2 AA, in light and dark, small and at 200 %", async () => {
  for (const [scheme, width, height] of [["light", 1280, 720], ["dark", 1280, 720], ["light", 640, 360]]) {
    const own = await chromium.newContext({ viewport: { width, height }, colorScheme: scheme });
    const page = await open(own, url, "?ui=kk&show=invitation&in=kk,ru");
    await page.evaluate(() => document.querySelector(".said").click());
    await page.waitForSelector(".editor");
    await page.evaluate(axeSource);
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    for (const tab of ["tab-answer", "tab-findings"]) {
      await page.evaluate((id) => document.getElementById(id).click(), tab);
      await page.waitForTimeout(300);
      const { violations } = await page.evaluate((values) => axe.run({ runOnly: { type: "tag", values } }), tags);
      const told = violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary}`).join("\n")}`);
      demand(violations.length === 0, `${scheme} ${width}: ${told.join("\n")}`);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    demand(wide <= 0, `at ${width} pixels the page is ${wide} too wide`);
    await own.close();
  }
});

check("two tabs show the same, and the later of two changes is told", async () => {
  const [one, other] = [await open(context, url, "?ui=ru&show=invitation&in=ru"), await open(context, url, "?ui=ru&show=invitation&in=ru")];
  for (const page of [one, other]) {
    await page.locator(".said:not([aria-hidden])").nth(2).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".editor");
    await page.locator(".editor").first().focus();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("Ой. ");
    await page.waitForFunction(() => document.querySelector("#answer .main")?.disabled === false);
  }
  const before = await state(other);
  await one.locator("#answer .main").click();
  await until(other, async () => (await state(other)) !== before, "the other tab shows the change");
  await other.locator("#answer .main").click();
  await other.waitForFunction(() => document.getElementById("answer").textContent.includes("E440"));
  await one.locator("#answer button", { hasText: "Вернуть последнее" }).click();
  await until(other, async () => (await state(other)) === before, "both are as they were");
  await one.close();
  await other.close();
});

check("fifty edits in a second end in the last of them", async () => {
  const page = await open(context, url, "?ui=ru&show=invitation&in=ru");
  const path = join(study, "study.json");
  const word = (at) => `${"авглм"[at % 5]}${"опрстуфхэюя"[Math.floor(at / 5)]}к`;
  const text = readFileSync(path, "utf8");
  const before = await state(page);
  for (let at = 1; at <= 50; at += 1) {
    writeFileSync(path, text.replace("Социологическое исследование социальных", `Исследование ${word(at)} социальных`));
    await page.waitForTimeout(20);
  }
  await until(page, async () => (await found(page, `Исследование ${word(50)}`)) > 0, "the last edit is shown");
  writeFileSync(path, text);
  await until(page, async () => (await state(page)) === before, "as it was");
  await page.close();
});

check("without a study the page lets one choose or make one, and a workbook answers by sheet and cell", async () => {
  const home = resolve(join(work, "home"));
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const first = await serveNothing(esep, home);
  const own = await chromium.newContext({ viewport: { width: 1280, height: 720 }, locale: "ru" });
  const page = await own.newPage();
  page.setDefaultTimeout(90000);
  await page.goto(`${first.url.split("#")[0]}?ui=ru#${first.url.split("#")[1]}`);
  await page.waitForSelector(".choice");
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => axe.run());
  demand(violations.length === 0, violations.map((one) => `${one.id} ${one.nodes[0].html}`).join());
  await page.screenshot({ path: join(work, "start.png") });
  await page.fill("#path", home);
  await page.press("#path", "Enter");
  await page.waitForFunction(() => document.querySelector(".choice").textContent.includes("исследования нет"));
  const folder = join(home, "Менің зерттеуім");
  await page.fill("#folder", folder);
  await page.locator(".choice button.main").last().click();
  await page.waitForSelector(".sheet .over", { timeout: 120000 });
  // As Excel saves: a lock beside it, a new file under a name without an ending, the old one away, the new one in its place.
  const book = join(folder, "study.xlsx");
  const json = join(home, "json");
  execFileSync(resolve(esep), ["convert", folder, "--to", "json", "--out", json]);
  const saved = (name, edit) => {
    const path = join(json, name);
    writeFileSync(path, edit(readFileSync(path, "utf8")));
    const made = join(home, `made-${name}`);
    rmSync(made, { recursive: true, force: true });
    execFileSync(resolve(esep), ["convert", json, "--to", "workbook", "--out", made, "--ui-lang", "ru"]);
    writeFileSync(join(folder, "~$study.xlsx"), "lock");
    copyFileSync(join(made, "study.xlsx"), join(folder, "7A1B2C3D"));
    renameSync(book, join(folder, "4E5F6A7B.tmp"));
    renameSync(join(folder, "7A1B2C3D"), book);
    unlinkSync(join(folder, "4E5F6A7B.tmp"));
    unlinkSync(join(folder, "~$study.xlsx"));
  };
  const told = () => page.textContent("#pages");
  saved("study.json", (text) => text.replace("жителей города Улги", "жителей города Улги и сёл"));
  await until(page, async () => (await page.textContent("#name")).includes("и сёл"), "the title of the workbook");
  demand((await told()) !== "", "the pages stay");
  demand((await page.locator("#broken").isHidden()), "saving is no fault");
  // A number answers with its cell.
  await page.goto(`${page.url().split("?")[0]}?ui=ru&show=interim-2&in=ru`);
  await page.waitForSelector(".sheet .over");
  const place = await page.evaluate(async () => {
    const told = async (path) => (await fetch(path)).json();
    const { pages } = await told("/api/document/interim-2.ru");
    for (let at = 0; at < pages.length; at += 1) {
      const { numbers } = await told(`/api/layer/interim-2.ru/${at}`);
      const index = numbers.findIndex((number) => number.kind === "datum" && /^2\s500$/.test(number.text));
      if (index >= 0) {
        document.querySelectorAll(".sheet")[at].scrollIntoView();
        return { at, index };
      }
    }
    return null;
  });
  demand(place !== null, "the planned sample is not printed");
  await page.locator(".sheet").nth(place.at).locator(`[data-number="${place.index}"]`).first().click();
  await page.waitForFunction(() => document.getElementById("answer").textContent.includes("study.xlsx"));
  const cell = (await panel(page)).match(/study\.xlsx, .{1,60}?[A-Z]+\d+/)?.[0] ?? "";
  demand(cell !== "", `no number with a cell: ${await panel(page)}`);
  console.log(`    ${cell}`);
  await own.close();
  first.process.kill("SIGTERM");
});

check("a server that is killed is told, and leaves nothing behind", async () => {
  const page = await open(context, url, "?ui=ru&show=invitation&in=ru");
  server.kill("SIGKILL");
  await page.waitForFunction(() => document.getElementById("news").textContent.includes("не отвечает"), null, { timeout: 30000 });
  const left = execFileSync("find", [study, "-name", ".*", "-type", "f"], { encoding: "utf8" });
  demand(left === "", `left behind: ${left}`);
  await page.close();
});

let failed = 0;
for (const [name, run] of checks.filter(([name]) => !only || name.includes(only))) {
  const began = Date.now();
  try {
    await run();
    console.log(`ok  ${name} (${Date.now() - began} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`NO  ${name}: ${error.message}`);
    const pages = context.pages();
    if (pages.length > 0) await pages.at(-1).screenshot({ path: join(work, `failed-${failed}.png`) });
    for (const page of pages) await page.close();
    writeFileSync(csv, whole);
  }
}
await chromium.close();
server.kill("SIGTERM");
process.exit(failed === 0 ? 0 : 1);
