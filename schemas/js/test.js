// node --test, from a checkout: the conformance suite, and the example of the README.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { evaluate } from "./index.js";

const here = new URL(".", import.meta.url);
const suite = process.env.GOVDISCLOSURE_SUITE ?? new URL("../../tests/conformance/", here);
const read = (...path) => readFileSync(new URL(...path), "utf8");
const json = (...path) => JSON.parse(read(...path));
const catalogue = json("rules.json", here), manifest = json("manifest.json", suite);
const bases = Object.fromEntries(Object.entries(manifest.bases).map(([name, path]) => [name, json(path, suite)]));

// A base document with other values at some pointers.
function built({ base, changes }) {
  const document = structuredClone(bases[base]);
  for (const [pointer, value] of Object.entries(changes)) {
    const path = pointer.split("/").slice(1).map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = path.pop();
    path.reduce((inner, token) => inner[token], document)[last] = value;
  }
  return document;
}

for (const { cases } of manifest.rules)
  for (const { id, rule_id, report, previous, children, blanks, looked_at, expected } of json(cases, suite))
    test(id, () => {
      const others = { previous: previous && built(previous), subordinates: children.map(built) };
      const results = evaluate(built(report), catalogue, { blanks, ...others });
      const own = results.filter((result) => result.rule_id === rule_id);
      assert.deepEqual({
        verdicts: own.map((result) => [result.pointer, result.verdict]),
        results: own.filter((result) => looked_at.includes(result.pointer)),
        failed: results.filter((one) => one.verdict === "fail").map((one) => [one.rule_id, one.pointer]),
      }, expected);
    });

test("a preset gives the results of its rules, as they are", () => {
  const all = evaluate(bases["2021"], catalogue);
  for (const { name, authorities } of catalogue.presets) {
    const ids = catalogue.rules.filter((rule) => authorities.includes(rule.authority)).map((rule) => rule.id);
    const own = all.filter((result) => ids.includes(result.rule_id));
    assert.deepEqual(evaluate(bases["2021"], catalogue, { preset: name }), own);
  }
});

test("what is unknown is an error", () => {
  const { report } = { report: bases["2021"] };
  for (const options of [{ blanks: "none" }, { preset: "all" }, { children: [] }])
    assert.throws(() => evaluate(report, catalogue, options), /unknown/);
  const requests = { ...report.requests, edition: "2050" };
  assert.throws(() => evaluate({ ...report, requests }, catalogue), /edition/);
  const tables = [...catalogue.tables, ...catalogue.tables];
  assert.throws(() => evaluate(report, { ...catalogue, tables }), /edition/);
});

test("a rule of one's own need not say a tolerance of 0", () => {
  const { tolerance, ...own } = catalogue.rules.find((rule) => rule.tolerance === 0);
  const results = evaluate(bases["2021"], { ...catalogue, rules: [own] });
  assert.deepEqual(results, evaluate(bases["2021"], catalogue).filter((one) => one.rule_id === own.id));
});

test("numbers that JSON.parse has rounded are refused", () => {
  const report = structuredClone(bases["2021"]);
  report.requests.received.total = 2 ** 53;
  assert.throws(() => evaluate(report, catalogue), /no exact number/);
});

test("the README's example prints what the README says", () => {
  const [, code, printed] = /```js\n(.*?)```\n\nprints\n\n```text\n(.*?)```/s.exec(read("README.md", here));
  const node = ["--no-warnings", "--input-type=module", "--eval", code];
  assert.equal(execFileSync(process.execPath, node, { cwd: fileURLToPath(here), encoding: "utf8" }), printed);
});
