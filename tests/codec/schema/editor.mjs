// What VS Code shows of a report: the JSON service that it uses, asked without the editor.
// node editor.mjs FOLDER SCHEMA DOCUMENT POINTER...: on standard output the problems of the
// document, for each pointer what hovering over its key shows, and the keys that are offered in
// the object that it leads to when it has no other yet than its edition, with what is said of each.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, schemaFile, documentFile, ...pointers] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const { getLanguageService, TextDocument } = require("vscode-json-languageservice");

const service = getLanguageService({});
const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
service.configure({ schemas: [{ uri: schema.$id, fileMatch: ["*.json"], schema }] });
const text = readFileSync(documentFile, "utf8");

function opened(content) {
  const document = TextDocument.create("file:///report.json", "json", 1, content);
  return [document, service.parseJSONDocument(document)];
}

function property(json, pointer) {
  let node = json.root;
  let there;
  for (const token of pointer.split("/").slice(1)) {
    there = node.properties.find((one) => one.keyNode.value === token);
    node = there.valueNode;
  }
  return there;
}

// The service gives Markdown, in which signs have a backslash before them.
const plain = (markdown) => markdown.replace(/\\(.|\n)/g, "$1");

async function hovered(pointer) {
  const [document, json] = opened(text);
  const key = property(json, pointer).keyNode;
  const hover = await service.doHover(document, document.positionAt(key.offset + 1), json);
  return plain(hover.contents[0]);
}

async function offered(pointer) {
  const { valueNode } = property(opened(text)[1], pointer);
  const edition = valueNode.properties.find((one) => one.keyNode.value === "edition");
  const { offset, length } = edition ?? { offset: 0, length: 0 };
  const before = `${text.slice(0, valueNode.offset)}{${text.slice(offset, offset + length)}`;
  const start = edition ? `${before}, "` : `${before}"`;
  const rest = text.slice(valueNode.offset + valueNode.length);
  const [document, json] = opened(`${start}"}${rest}`);
  const list = await service.doComplete(document, document.positionAt(start.length), json);
  const words = ({ documentation }) => plain(documentation?.value ?? documentation ?? "");
  return Object.fromEntries(list.items.map((item) => [item.label, words(item)]));
}

const [document, json] = opened(text);
const problems = await service.doValidation(document, json);
const result = { problems: problems.map((one) => one.message), hovered: {}, offered: {} };
for (const pointer of pointers) {
  result.hovered[pointer] = await hovered(pointer);
  if (property(json, pointer).valueNode.type === "object") {
    result.offered[pointer] = await offered(pointer);
  }
}
console.log(JSON.stringify(result));
