// node run.mjs CATALOGUE: a line {report, previous?, children?, blanks} in, a line of its results out.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { evaluate } from "../../schemas/js/index.js";

const catalogue = JSON.parse(readFileSync(process.argv[2], "utf8"));
for await (const line of createInterface({ input: process.stdin })) {
  const { report, previous, children, blanks } = JSON.parse(line);
  const results = evaluate(report, catalogue, { previous, subordinates: children, blanks });
  process.stdout.write(JSON.stringify(results) + "\n");
}
