// What patterns find in strings, by JavaScript.
// node patterns.mjs N: reads N patterns and then strings, a line of base64 each; writes a line for
// each pattern, 1 where it is found in a string and 0 where it is not.
import { readFileSync } from "node:fs";

const lines = readFileSync(0, "ascii").replace(/\n$/, "").split("\n");
const read = lines.map((line) => Buffer.from(line, "base64").toString("utf8"));
const count = Number(process.argv[2]);
for (const source of read.slice(0, count)) {
  const pattern = new RegExp(source, "u");
  console.log(read.slice(count).map((text) => Number(pattern.test(text))).join(""));
}
