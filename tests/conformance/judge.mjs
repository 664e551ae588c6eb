// Example documents and their broken twins, judged by ajv in strict mode.
// node judge.mjs AJV SCHEMAS EXAMPLES TWINS: for each twin, on standard output, the pointers blamed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [ajvFolder, schemas, examples, twins] = process.argv.slice(2);
const require = createRequire(join(ajvFolder, "package.json"));
const Ajv2020 = require("ajv/dist/2020");
const Ajv = require("ajv");
const ANNOTATIONS = [
  "x-label", "x-meaning", "x-kind", "x-unit", "x-also", "x-under", "x-source", "x-corner", "x-across",
  "x-rules",
];

const read = (...path) => JSON.parse(readFileSync(join(...path), "utf8"));
const escape = (token) => String(token).replaceAll("~", "~0").replaceAll("/", "~1");
const unescape = (token) => token.replaceAll("~1", "/").replaceAll("~0", "~");

function validator(name) {
  const Draft = name.endsWith("draft-07") ? Ajv : Ajv2020;
  const ajv = new (Draft.default ?? Draft)({ strict: true, allErrors: true });
  ajv.addVocabulary(ANNOTATIONS);
  return ajv.compile(read(schemas, `${name}.schema.json`));
}

function patched(document, patch) {
  for (const { op, path, value } of patch) {
    const tokens = path.split("/").slice(1).map(unescape);
    const last = tokens.pop();
    const holder = tokens.reduce((here, token) => here[token], document);
    if (op === "remove") delete holder[last];
    else holder[last] = value;
  }
  return document;
}

// What only says that something else failed is no blame of its own, nor is that a table which may be
// null is none.
const WRAPPERS = new Set(["if", "anyOf", "propertyNames"]);
const blames = ({ keyword, params }) => !WRAPPERS.has(keyword) && params.type !== "null";

function blamed(error) {
  const { instancePath, params, propertyName } = error;
  const key = params.missingProperty ?? params.additionalProperty ?? propertyName;
  return key === undefined ? instancePath : `${instancePath}/${escape(key)}`;
}

const compiled = {};
const results = {};
for (const twin of read(twins)) {
  for (const name of [twin.schema, ...(twin.schema === "report" ? ["report.draft-07"] : [])]) {
    const accepts = (compiled[name] ??= validator(name));
    const document = patched(read(examples, twin.document), twin.patch);
    const errors = accepts(document) ? [] : accepts.errors;
    const pointers = errors.filter(blames).map(blamed);
    results[`${twin.name} (${name})`] = [...new Set(pointers)].sort();
  }
}
console.log(JSON.stringify(results));
