// What ajv in strict mode says of documents.
// node verdicts.mjs FOLDER SCHEMAS: compiles every schema there, then reads documents from standard
// input, a line of base64 each, and writes a line for each: the verdict of every schema of reports.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validator } from "../../support/ajv.mjs";

const [folder, schemas] = process.argv.slice(2);
const names = readdirSync(schemas).filter((name) => name.endsWith(".schema.json"));
const compiled = Object.fromEntries(names.map((name) => [name, validator(folder, join(schemas, name))]));
const judges = [compiled["report.schema.json"], compiled["report.draft-07.schema.json"]];
for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const document = JSON.parse(Buffer.from(line, "base64").toString("utf8"));
  console.log(judges.map((accepts) => accepts(document)).join(" "));
}
