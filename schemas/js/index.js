// Evaluates the rules of rules.json on a report. Plain JavaScript, no dependencies; types: index.d.ts.
// What it does is said at length in docs/rule-language.md.
// Numbers are exact: BigInts in units of 10^-40, written as shortest decimals ("10.4", "-3").
const SCALE = 40; // more decimals than an amount of 40 characters can have
const refuse = (what) => { throw new Error(what); };
const tokens = (pointer) => pointer.split("/").slice(1);
const isBelow = (pointer, group) => pointer === group || pointer.startsWith(group + "/");
const fill = (template, names) => template.replace(/\{(.*?)\}/g, (_, name) => names[name] ?? refuse(`free ${name}`));
const only = (node) => (Object.keys(node).length === 1 ? Object.entries(node)[0] : refuse("a node has one key"));

function number(value) {
  const exact = typeof value === "number" && !Number.isSafeInteger(value) ? "" : String(value);
  const [, whole, part = ""] = /^(-?\d+)(?:\.(\d{1,40}))?$/.exec(exact) ?? refuse(`no exact number: ${value}`);
  return BigInt(whole + part.padEnd(SCALE, "0"));
}
function written(units) {
  if (units === undefined) return null;
  const digits = String(units < 0n ? -units : units).padStart(SCALE + 1, "0");
  const part = digits.slice(-SCALE).replace(/0+$/, "");
  return (units < 0n ? "-" : "") + digits.slice(0, -SCALE) + (part && "." + part);
}

// The form of a report: the names of the cells of each row, and the kind of each cell, as printed.
function formOf({ tables }, report) {
  const rows = new Map(), cells = new Map();
  const own = tables.filter(({ section, edition }) => edition === (report[section].edition ?? ""));
  if (tables.some((one) => own.filter(({ section: at }) => at === one.section).length !== 1)) refuse("unknown edition");
  for (const row of own.flatMap((table) => table.rows)) {
    rows.set(row.address, row.cells.map((cell) => cell.name));
    for (const { name, kind } of row.cells) cells.set(`${row.address}/${name}`, kind);
  }
  return { rows, cells, editions: own.map((table) => table.edition).join() };
}
// The numbers of a report; which of them are a 0 of the policy; which cells show nothing.
function read(catalogue, report, blanks) {
  const numbers = new Map(), zeros = new Set(), empty = new Set();
  for (const [pointer, kind] of formOf(catalogue, report).cells) {
    const stands = tokens(pointer).reduce((inner, key) => inner[key], report), note = report.cell_notes[pointer];
    const value = kind === "money" ? stands.value : stands;
    if (value !== null) numbers.set(pointer, number(value));
    else if (!note || catalogue.empty_states.includes(note.state)) {
      if (blanks === "unknown" || tokens(pointer).includes("total")) empty.add(pointer);
      else numbers.set(pointer, 0n), zeros.add(pointer);
    }
  }
  return { numbers, zeros, empty };
}
const bareName = ({ issuer: { name } }) => // without what some reports leave out
  name?.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "").replace(/(人民)?政府|办事处$/g, "");
function isSameBody(one, other) { // the longer name may have the place above in front
  const [short, long] = [bareName(one), bareName(other)].sort((a, b) => (a ?? "").length - (b ?? "").length);
  if (!short || !long || short === long) return true; // a name that is not known is no other
  return long.endsWith(short) && /[省市县区州盟旗]$/.test(long.slice(0, -short.length));
}
// Why nothing can be said with another report; nothing of those that can be used.
function reasonsAgainst(report, previous, bodies) {
  const isOf = (one, year) => one.year !== null && report.year !== null && one.year === year;
  const known = [report, ...bodies].filter(bareName);
  const isRepeated = () => known.some((one, at) => known.slice(at + 1).some((other) => isSameBody(one, other)));
  const ofPrevious = () => (!isSameBody(report, previous) ? "previous_of_another"
    : isOf(previous, report.year - 1) ? null : "years_not_consecutive");
  const ofBodies = () => (!bodies.every((one) => isOf(one, report.year)) ? "children_of_other_years"
    : isRepeated() ? "children_repeated" : null);
  const inOrder = [previous ? ofPrevious() : "no_previous", bodies.length ? ofBodies() : "no_children"];
  return [["previous", inOrder[0]], ["children", inOrder[1]]].filter(([, reason]) => reason);
}
function saysSomething(paragraph, { empty_words }) { // more than a word for "nothing"
  const folded = paragraph.replace(/./gsu, (character) => character.normalize("NFKC"));
  const letters = folded.replace(/[^\p{L}\p{Co}\ufffc\ufffd]/gu, "");
  return letters !== "" && !empty_words.includes(letters);
}

// What a variable stands for on the report's form, and the address that was asked for.
function valuesOf(domain, { form }, names) {
  const [kind, template] = only(domain), address = fill(template, names), row = form.rows.get(address) ?? [];
  const lines = [...form.rows.keys()].filter((one) => isBelow(one, address));
  const below = [...form.cells].filter(([cell]) => isBelow(cell, address));
  const cells = (...kinds) => below.filter(([, kind]) => kinds.includes(kind)).map(([cell]) => cell);
  const values = { columns: row, parts: row.filter((name) => name !== "total"), lines,
    details: lines.filter((one) => tokens(one).at(-1) !== "total"), cells: cells("count", "change", "amount", "money"),
    counts: cells("count"), amounts: cells("amount", "money"), additive: cells("count", "change", "amount") };
  return [values[kind] ?? refuse(`unknown domain ${kind}`), address];
}
// The cells of a term with their coefficients, its constants, and what the form lacks.
function partsOf(term, on, names) {
  const [kind, body] = only(term);
  if (kind === "constant") return [{ constant: number(body) }];
  if (kind === "sum") return body.flatMap((one) => partsOf(one, on, names));
  if (kind === "each") {
    const [values, absent] = valuesOf(body.domain, on, names);
    const inner = values.flatMap((value) => partsOf(body.term, on, { ...names, [body.variable]: value }));
    return values.length ? inner : [{ absent }];
  }
  if (kind !== "cell") refuse(`unknown term ${kind}`);
  const { of, coefficient } = body, pointer = fill(body.address, names), cell = { pointer, coefficient, of };
  const inBody = (child) => ({ ...cell, child, report: `children/${child}` });
  if (of === "children") return [...Array(on.bodies).keys()].map(inBody);
  const form = { report: on.form, previous: on.earlier }[of] ?? refuse(`unknown report ${of}`);
  return form.cells.has(pointer) ? [{ ...cell, report: of === "report" ? "" : of }] : [{ absent: pointer }];
}
// The concrete checks that a statement means.
function checksOf(node, on, names = {}) {
  const [kind, body] = only(node), none = (pointer) => [{ applicable: false, pointer }];
  const one = (pointer, cells) => [{ applicable: true, kind, pointer, cells }];
  if (kind === "stated" || kind === "in_year") return one(fill(body, names), []);
  if (kind === "filled" || kind === "for_each") {
    const [values, address] = valuesOf(kind === "filled" ? body : body.domain, on, names);
    if (!values.length) return none(address);
    const inner = (value) => checksOf(body.holds, on, { ...names, [body.variable]: value });
    const cell = (pointer) => ({ pointer, coefficient: 1, of: "report", report: "", side: "left" });
    return kind === "filled" ? one(address, values.map(cell)) : values.flatMap(inner);
  }
  if (kind === "implies") {
    const [[given], [then]] = [checksOf(body.given, on, names), checksOf(body.holds, on, names)];
    if (!given.applicable || !then.applicable) return none(then.pointer);
    return [{ ...then, given, cells: [...given.cells.map((cell) => ({ ...cell, side: "given" })), ...then.cells] }];
  }
  if (kind !== "equal" && kind !== "compare") refuse(`unknown statement ${kind}`);
  const all = ["left", "right"].flatMap((side) => partsOf(body[side], on, names).map((one) => ({ ...one, side })));
  const lacking = all.find((one) => one.absent !== undefined), cells = all.filter((one) => one.pointer !== undefined);
  if (lacking) return none(lacking.absent);
  return [{ ...one(cells[0]?.pointer ?? "", cells)[0], all, relation: body.relation ?? "=" }];
}
function bind({ holds }, on) { // what a table lacks is out of reach; only if all is, nothing applies
  const checks = checksOf(holds, on), within = checks.filter((check) => check.applicable);
  return within.length ? within : checks.slice(0, 1);
}

function compare({ all, relation }, valuesIn, tolerance) { // both sides, and whether they stand so
  const worth = (one) => one.constant ?? BigInt(one.coefficient) * valuesIn(one).numbers.get(one.pointer);
  const sum = (side) => all.reduce((total, one) => (one.side === side ? total + worth(one) : total), 0n);
  const [left, right, by] = [sum("left"), sum("right"), number(tolerance)], gap = left - right;
  const stands = { "=": -by <= gap && gap <= by, ">=": gap >= -by, "<=": gap <= by, ">": gap > -by }[relation];
  const sums = { left: written(left), right: written(right), difference: written(gap) };
  return { sums, stands: stands ?? refuse(`unknown relation ${relation}`) };
}
function outcome(rule, check, { catalogue, report, blanks, values, reasons }) {
  const result = (verdict, facts) => ({ rule_id: rule.id, pointer: check.pointer, verdict,
    severity: verdict === "fail" ? rule.severity : null, left: null, right: null, difference: null,
    operands: [], missing: [], reason: null, ...facts });
  if (!check.applicable) return result("not_applicable");
  const [, reason] = reasons.find(([of]) => check.cells.some((cell) => cell.of === of)) ?? [];
  if (reason) return result("not_evaluated", { reason });
  const stands = report[check.pointer.slice(1)], { year } = report;
  if (check.kind === "stated") {
    if (!Array.isArray(stands)) return result("not_evaluated", { reason: "section_absent" });
    return result(stands.some((paragraph) => saysSomething(paragraph, catalogue)) ? "pass" : "fail");
  }
  if (check.kind === "in_year") { // where there is no period, nothing is said against it
    if (!stands?.start) return result("pass");
    if (year === null) return result("not_evaluated", { reason: "no_report_year" });
    const others = [stands.start, stands.end].map((day) => Number(day.slice(0, 4))).filter((one) => one !== year);
    const [left, right, difference] = [others[0] ?? year, year, (others[0] ?? year) - year].map(String);
    const hints = others.length === 1 && rule.severity === "warning" ? { severity: "info" } : {};
    return result(others.length ? "fail" : "pass", { left, right, difference, ...hints });
  }
  const valuesIn = (cell) => (cell.of === "children" ? values.children[cell.child] : values[cell.of]);
  const adds = check.kind !== "compare" && check.cells.every((cell) => cell.of === "report"); // a blank adds nothing
  const isZero = (cell) => valuesIn(cell).zeros.has(cell.pointer);
  const stated = (cell) => (adds || !isZero(cell) ? valuesIn(cell).numbers.get(cell.pointer) : undefined);
  const operand = (cell) => ({ report: cell.report, pointer: cell.pointer, side: cell.side,
    coefficient: cell.coefficient, value: written(stated(cell)), blank: adds && isZero(cell) });
  const addresses = (cells) => cells.map((cell) => (cell.report ? cell.report + ":" : "") + cell.pointer);
  const open = check.cells.filter((cell) => stated(cell) === undefined);
  if (check.kind === "filled") {
    const empty = open.filter((cell) => values.report.empty.has(cell.pointer));
    if (empty.length && blanks === "unknown") return result("fail", { operands: empty.map(operand) });
    return result(open.length ? "not_evaluated" : "pass", { operands: open.map(operand), missing: addresses(open) });
  }
  const operands = check.cells.map(operand), missing = addresses(open.length ? open : check.cells);
  if (open.length || operands.every((one) => one.blank)) return result("not_evaluated", { operands, missing });
  if (check.given && !compare(check.given, valuesIn, 0).stands) return result("pass", { operands });
  const { sums, stands: holds } = compare(check, valuesIn, rule.tolerance ?? 0);
  return result(holds ? "pass" : "fail", { ...sums, operands });
}

const plans = new WeakMap(); // for each catalogue, the checks of all its rules on each set of forms
function planOf(catalogue, on) {
  const known = plans.get(catalogue) ?? plans.set(catalogue, new Map()).get(catalogue);
  const key = [on.form.editions, on.earlier.editions, on.bodies].join("/"), order = [...on.form.cells.keys()];
  const positions = new Map(order.map((pointer, at) => [pointer, at]));
  const position = ([, check]) => positions.get(check.pointer) ?? order.length;
  const make = () => catalogue.rules.flatMap((rule) => bind(rule, on).map((check) => [rule, check]));
  if (!known.has(key)) known.set(key, make().sort((a, b) => position(a) - position(b))); // as printed, then by rule
  return known.get(key);
}
export function evaluate(report, catalogue, options = {}) {
  const { blanks = "unknown", previous = null, subordinates = [], preset = null, ...unknown } = options;
  for (const name of Object.keys(unknown)) refuse(`unknown option ${name}`);
  if (blanks !== "unknown" && blanks !== "zero") refuse(`unknown policy ${blanks}`);
  const { authorities } = catalogue.presets.find(({ name }) => name === preset) ?? {};
  if (preset !== null && !authorities) refuse(`unknown preset ${preset}`);
  const form = formOf(catalogue, report), earlier = previous ? formOf(catalogue, previous) : form;
  const plan = planOf(catalogue, { form, earlier, bodies: Math.max(1, subordinates.length) });
  const readOne = (one) => one && read(catalogue, one, blanks);
  const values = { report: readOne(report), previous: readOne(previous), children: subordinates.map(readOne) };
  const facts = { catalogue, report, blanks, values, reasons: reasonsAgainst(report, previous, subordinates) };
  const asked = authorities ? plan.filter(([rule]) => authorities.includes(rule.authority)) : plan;
  return asked.map(([rule, check]) => outcome(rule, check, facts));
}
