// Runs the evaluator.
//   node run.mjs CATALOGUE < LINES   a line {report, previous?, children?, blanks} in,
//                                    a line of its results out
//   node run.mjs CATALOGUE MANIFEST  checks every case of the suite, prints what is wrong
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { evaluator } from "./evaluate.mjs";

const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

// A base document with other values at some pointers.
function built(bases, { base, changes }) {
  const made = structuredClone(bases[base]);
  for (const [pointer, value] of Object.entries(changes)) {
    const path = pointer.split("/").slice(1).map((t) => t.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = path.pop();
    path.reduce((inner, token) => inner[token], made)[last] = value;
  }
  return made;
}

function wrong(evaluate, bases, one) {
  const results = evaluate({
    report: built(bases, one.report),
    previous: one.previous && built(bases, one.previous),
    children: one.children.map((child) => built(bases, child)),
    blanks: one.blanks,
  });
  const own = results.filter((result) => result.rule_id === one.rule_id);
  const found = {
    verdicts: own.map((result) => [result.pointer, result.verdict]),
    results: own.filter((result) => one.looked_at.includes(result.pointer)),
    failed: results.filter((r) => r.verdict === "fail").map((r) => [r.rule_id, r.pointer]),
  };
  return Object.keys(found).filter((key) => !same(found[key], one.expected[key]));
}

const [path, manifestPath] = process.argv.slice(2);
const evaluate = evaluator(json(path));
if (manifestPath) {
  const folder = dirname(manifestPath), manifest = json(manifestPath);
  const read = ([name, file]) => [name, json(join(folder, file))];
  const bases = Object.fromEntries(Object.entries(manifest.bases).map(read));
  const cases = manifest.rules.flatMap((rule) => json(join(folder, rule.cases)));
  const failures = cases.map((one) => [one.id, wrong(evaluate, bases, one)]).filter(([, keys]) => keys.length);
  process.stdout.write(JSON.stringify({ cases: cases.length, wrong: failures }) + "\n");
} else {
  for await (const line of createInterface({ input: process.stdin }))
    process.stdout.write(JSON.stringify(evaluate(JSON.parse(line))) + "\n");
}
