// ajv in strict mode, for the scripts that judge by it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const DRAFTS = { "https://json-schema.org/draft/2020-12/schema": "ajv/dist/2020" };
const ANNOTATIONS = [
  "x-label", "x-meaning", "x-kind", "x-unit", "x-also", "x-under", "x-source", "x-corner", "x-across",
  "x-rules",
];

// What judges by the schema in a file, with the ajv in a folder's node_modules.
export function validator(folder, file, options = {}) {
  const schema = JSON.parse(readFileSync(file, "utf8"));
  const require = createRequire(join(folder, "package.json"));
  const Ajv = require(DRAFTS[schema.$schema] ?? "ajv").default;
  const ajv = new Ajv({ strict: true, ...options });
  ajv.addVocabulary(ANNOTATIONS);
  return ajv.compile(schema);
}
