// What ajv in strict mode says of documents.
// node verdicts.mjs FOLDER SCHEMAS: compiles every schema there, then reads documents from standard
// input, a line of base64 each, and writes a line for each: the verdict of every schema of reports.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, schemas] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const drafts = { "https://json-schema.org/draft/2020-12/schema": "ajv/dist/2020" };
const annotations = [
  "x-label", "x-meaning", "x-kind", "x-unit", "x-also", "x-under", "x-source", "x-corner", "x-across",
  "x-rules",
];

const compiled = {};
for (const name of readdirSync(schemas).filter((name) => name.endsWith(".schema.json"))) {
  const schema = JSON.parse(readFileSync(join(schemas, name), "utf8"));
  const Ajv = require(drafts[schema.$schema] ?? "ajv").default;
  const ajv = new Ajv({ strict: true });
  ajv.addVocabulary(annotations);
  compiled[name] = ajv.compile(schema);
}
const judges = [compiled["report.schema.json"], compiled["report.draft-07.schema.json"]];
for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const document = JSON.parse(Buffer.from(line, "base64").toString("utf8"));
  console.log(judges.map((accepts) => accepts(document)).join(" "));
}
