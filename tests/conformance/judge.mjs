// Example documents and their broken twins, judged by ajv in strict mode.
// node judge.mjs AJV SCHEMAS EXAMPLES TWINS: for each twin, on standard output, the pointers blamed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validator } from "../support/ajv.mjs";

const [ajvFolder, schemas, examples, twins] = process.argv.slice(2);

const read = (...path) => JSON.parse(readFileSync(join(...path), "utf8"));
const escape = (token) => String(token).replaceAll("~", "~0").replaceAll("/", "~1");
const unescape = (token) => token.replaceAll("~1", "/").replaceAll("~0", "~");

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
    const accepts = (compiled[name] ??= validator(ajvFolder, join(schemas, `${name}.schema.json`), { allErrors: true }));
    const document = patched(read(examples, twin.document), twin.patch);
    const errors = accepts(document) ? [] : accepts.errors;
    const pointers = errors.filter(blames).map(blamed);
    results[`${twin.name} (${name})`] = [...new Set(pointers)].sort();
  }
}
console.log(JSON.stringify(results));
