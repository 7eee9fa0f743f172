// What the checks and the pictures of `esep serve` share: a study of their own, a server on it, a browser.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const require = createRequire(resolve(process.env.ESEP_NODE ?? "target/ci-tools/node", "x.js"));
const { chromium } = require("playwright-core");
export const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const CSV = ["question", "item", "option", "by", "group", "n", "n_option", "n_weighted", "deff", "share", "ci_low", "ci_high"];

/** A copy of the sample whose final results stand in a CSV table. */
export function studyIn(folder, sample) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(sample, folder, { recursive: true });
  const path = join(folder, "results/final.json");
  const { records, ...results } = JSON.parse(readFileSync(path, "utf8"));
  const rows = records.map((record) => {
    const [by, group] = Object.entries(record.by ?? {})[0] ?? ["", ""];
    const all = { ...record, by, group, ci_low: record.ci[0], ci_high: record.ci[1] };
    return CSV.map((name) => all[name] ?? "").join(",");
  });
  writeFileSync(join(folder, "results/final.csv"), `${CSV.join(",")}\n${rows.join("\n")}\n`);
  writeFileSync(path, JSON.stringify({ ...results, records_file: "final.csv" }));
  return folder;
}

/** Starts the server; `url` has the token, `process` is what ends it. */
export const serve = (esep, study, out) => started(esep, ["serve", study, "--no-open", "--out", out, "--ui-lang", "ru"], {});

/** Starts it without a study, as on a computer where none was opened yet; `home` is an empty folder. */
export const serveNothing = (esep, home) => started(esep, ["serve", "--no-open", "--ui-lang", "ru"], {
  cwd: home, env: { ...process.env, HOME: home, XDG_STATE_HOME: join(home, "state") },
});

async function started(esep, words, options) {
  const child = spawn(resolve(esep), words, options);
  process.on("exit", () => child.kill());
  let told = "";
  const url = await new Promise((found, lost) => {
    child.stdout.on("data", (text) => {
      told += text;
      const address = told.match(/http:\S+/);
      if (address) found(address[0]);
    });
    child.stderr.on("data", (text) => { told += text; });
    child.on("exit", () => lost(new Error(told)));
  });
  return { url, process: child };
}

export const browser = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--font-render-hinting=none"],
});

/** Opens documents; the page is ready when its first sheet is drawn. */
export async function open(context, url, show) {
  const page = await context.newPage();
  page.setDefaultTimeout(90000);
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (line) => { if (line.type() === "error" && !/404|409|422|ERR_/.test(line.text())) faults.push(line.text()); });
  page.faults = faults;
  if (process.env.ESEP_PAGE) {
    const own = (request) => join(process.env.ESEP_PAGE, new URL(request.url()).pathname);
    await page.route(/\.(js|css)(\?|$)/, (route) => route.fulfill({ path: own(route.request()) }));
  }
  const address = new URL(url);
  address.search = show;
  await page.goto(address.href);
  await page.waitForSelector(".sheet img", { timeout: 120000 });
  await page.waitForSelector(".sheet .over");
  return page;
}
