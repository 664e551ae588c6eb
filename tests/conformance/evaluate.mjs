// Evaluates the rules of schemas/rules.json. Plain JavaScript, no dependencies; see run.mjs.
// Numbers are exact: BigInts in units of 10^-40, written as shortest decimals ("10.4", "-3").
const SCALE = 40; // more decimals than an amount of 40 characters can have
const refuse = (what) => { throw new Error(what); };
const tokens = (address) => address.split("/").slice(1);
const isBelow = (address, group) => address === group || address.startsWith(group + "/");
const fill = (template, names) => template.replace(/\{(.*?)\}/g, (_, name) => names[name] ?? refuse(`free ${name}`));
const only = (node) => (Object.keys(node).length === 1 ? Object.entries(node)[0] : refuse("a node has one key"));
function number(value) {
  const [, whole, part = ""] = /^(-?\d+)(?:\.(\d+))?$/.exec(String(value)) ?? refuse(`no number: ${value}`);
  return BigInt(whole + part.padEnd(SCALE, "0"));
}
function written(units) {
  if (units === undefined) return null;
  const digits = String(units < 0n ? -units : units).padStart(SCALE + 1, "0");
  const part = digits.slice(-SCALE).replace(/0+$/, "");
  return (units < 0n ? "-" : "") + digits.slice(0, -SCALE) + (part && "." + part);
}

function formOf({ forms }, report) { // the cells of each row of its tables, the kind of each cell
  const rows = new Map(), cells = new Map();
  for (const [section, editions] of Object.entries(forms)) {
    const table = editions[report[section].edition ?? ""] ?? refuse(`no such edition of ${section}`);
    for (const [row, kinds] of Object.entries(table)) {
      rows.set(`/${section}${row}`, Object.keys(kinds));
      for (const [cell, kind] of Object.entries(kinds)) cells.set(`/${section}${row}/${cell}`, kind);
    }
  }
  return { rows, cells };
}
function read(catalogue, report, blanks) { // numbers; which 0 is the policy's; what stays empty
  const numbers = new Map(), blank = new Set(), empty = new Set();
  for (const [address, kind] of formOf(catalogue, report).cells) {
    const stands = tokens(address).reduce((inner, key) => inner[key], report), note = report.cell_notes[address];
    const value = kind === "money" ? stands.value : stands;
    if (value !== null) numbers.set(address, number(value));
    else if (!note || catalogue.empty_states.includes(note.state)) {
      if (blanks === "unknown" || tokens(address).includes("total")) empty.add(address);
      else numbers.set(address, 0n), blank.add(address);
    }
  }
  return { numbers, blank, empty, blanks };
}
const bare = ({ issuer: { name } }) => // a body's name without what some reports leave out of it
  name?.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "").replace(/(人民)?政府|办事处$/g, "");
function sameBody(one, other) { // the longer name may have the place above in front
  const [short, long] = [bare(one), bare(other)].sort((a, b) => (a ?? "").length - (b ?? "").length);
  if (!short || !long || short === long) return true; // a name that is not known is no other
  return long.endsWith(short) && /[省市县区州盟旗]$/.test(long.slice(0, -short.length));
}
function withheld(report, previous, bodies) { // why nothing can be said with another report
  const { year } = report, is = (one, wanted) => one.year !== null && year !== null && one.year === wanted;
  const known = [report, ...bodies].filter(bare);
  const twice = () => known.some((one, at) => known.slice(at + 1).some((other) => sameBody(one, other)));
  const ofLast = () => (!sameBody(report, previous) ? "previous_of_another"
    : is(previous, year - 1) ? null : "years_not_consecutive");
  const ofBodies = () => (!bodies.every((one) => is(one, year)) ? "children_of_other_years"
    : twice() ? "children_repeated" : null);
  return [
    ["previous", previous ? ofLast() : "no_previous"], ["children", bodies.length ? ofBodies() : "no_children"],
  ].filter(([, reason]) => reason);
}
function says(paragraph, { empty_words }) { // more than a word for "nothing"
  const folded = paragraph.replace(/./gsu, (character) => character.normalize("NFKC"));
  const letters = folded.replace(/[^\p{L}\p{Co}\ufffc\ufffd]/gu, "");
  return letters !== "" && !empty_words.includes(letters);
}

function values(domain, { form }, names) { // what a variable stands for, on the report's form
  const [kind, template] = only(domain), address = fill(template, names), row = form.rows.get(address) ?? [];
  const below = [...form.rows.keys()].filter((one) => isBelow(one, address));
  const cells = (...kinds) => [...form.cells].filter(([c, k]) => isBelow(c, address) && kinds.includes(k)).map(([c]) => c);
  const found = { columns: row, parts: row.filter((name) => name !== "total"), lines: below,
    details: below.filter((one) => tokens(one).at(-1) !== "total"), cells: cells("count", "change", "amount", "money"),
    counts: cells("count"), amounts: cells("amount", "money"), additive: cells("count", "change", "amount") };
  return [found[kind] ?? refuse(`unknown domain ${kind}`), address];
}
function terms(term, on, names) { // cells with coefficients, constants, or what the form lacks
  const [kind, body] = only(term);
  if (kind === "constant") return [{ constant: number(body) }];
  if (kind === "sum") return body.flatMap((one) => terms(one, on, names));
  if (kind === "each") {
    const [found, absent] = values(body.domain, on, names);
    const inner = found.flatMap((value) => terms(body.term, on, { ...names, [body.variable]: value }));
    return found.length ? inner : [{ absent }];
  }
  if (kind !== "cell") refuse(`unknown term ${kind}`);
  const { of, coefficient } = body, pointer = fill(body.address, names), cell = { pointer, coefficient, of };
  const inBody = (child) => ({ ...cell, child, report: `children/${child}` });
  if (of === "children") return [...Array(on.bodies).keys()].map(inBody);
  const form = { report: on.form, previous: on.earlier }[of] ?? refuse(`unknown report ${of}`);
  return form.cells.has(pointer) ? [{ ...cell, report: of === "report" ? "" : of }] : [{ absent: pointer }];
}
function checks(node, on, names = {}) { // the concrete checks that a statement means
  const [kind, body] = only(node), none = (pointer) => [{ applicable: false, pointer }];
  if (kind === "stated" || kind === "in_year") return [{ applicable: true, kind, pointer: fill(body, names), cells: [] }];
  if (kind === "filled" || kind === "for_each") {
    const [found, address] = values(kind === "filled" ? body : body.domain, on, names);
    if (!found.length) return none(address);
    if (kind === "for_each") return found.flatMap((one) => checks(body.holds, on, { ...names, [body.variable]: one }));
    const cells = found.map((pointer) => ({ pointer, coefficient: 1, of: "report", report: "", side: "left" }));
    return [{ applicable: true, kind, pointer: address, cells }];
  }
  if (kind === "implies") {
    const [[given], [then]] = [checks(body.given, on, names), checks(body.holds, on, names)];
    if (!given.applicable || !then.applicable) return none(then.pointer);
    return [{ ...then, given, cells: [...given.cells.map((cell) => ({ ...cell, side: "given" })), ...then.cells] }];
  }
  if (kind !== "equal" && kind !== "compare") refuse(`unknown statement ${kind}`);
  const all = ["left", "right"].flatMap((side) => terms(body[side], on, names).map((one) => ({ ...one, side })));
  const lacking = all.find((one) => one.absent !== undefined), cells = all.filter((one) => one.pointer !== undefined);
  if (lacking) return none(lacking.absent);
  return [{ applicable: true, kind, pointer: cells[0]?.pointer ?? "", cells, all, relation: body.relation ?? "=" }];
}
function bind({ holds }, on) { // what a table lacks is out of reach; only if all is, nothing applies
  const found = checks(holds, on), within = found.filter((check) => check.applicable);
  return within.length ? within : found.slice(0, 1);
}

function compared({ all, relation }, of, tolerance) { // both sides, and whether they stand so
  const worth = (one) => one.constant ?? BigInt(one.coefficient) * of(one).numbers.get(one.pointer);
  const sum = (side) => all.reduce((total, one) => (one.side === side ? total + worth(one) : total), 0n);
  const [left, right, by] = [sum("left"), sum("right"), number(tolerance)], gap = left - right;
  const stands = { "=": -by <= gap && gap <= by, ">=": gap >= -by, "<=": gap <= by, ">": gap > -by }[relation];
  const sums = { left: written(left), right: written(right), difference: written(gap) };
  return { sums, stands: stands ?? refuse(`unknown relation ${relation}`) };
}
function outcome(rule, check, { catalogue, report, readings, reasons }) {
  const result = (verdict, facts) => ({ rule_id: rule.id, pointer: check.pointer, verdict, left: null,
    right: null, difference: null, operands: [], missing: [], reason: null, ...facts });
  if (!check.applicable) return result("not_applicable");
  const [, reason] = reasons.find(([of]) => check.cells.some((cell) => cell.of === of)) ?? [];
  if (reason) return result("not_evaluated", { reason });
  const stands = report[tokens(check.pointer)[0]], { year } = report;
  if (check.kind === "stated") {
    if (!Array.isArray(stands)) return result("not_evaluated", { reason: "section_absent" });
    return result(stands.some((paragraph) => says(paragraph, catalogue)) ? "pass" : "fail");
  }
  if (check.kind === "in_year") { // where there is no period, nothing is said against it
    if (!stands?.start) return result("pass");
    if (year === null) return result("not_evaluated", { reason: "no_report_year" });
    const years = [stands.start, stands.end].map((day) => Number(day.slice(0, 4))), other = years.find((one) => one !== year);
    const [left, right, difference] = [other ?? year, year, (other ?? year) - year].map(String);
    return result(other === undefined ? "pass" : "fail", { left, right, difference });
  }
  const of = (cell) => (cell.of === "children" ? readings.children[cell.child] : readings[cell.of]);
  const own = check.kind !== "compare" && !check.given && check.cells.every((cell) => cell.of === "report"); // blank is 0
  const stated = (cell) => (own || !of(cell).blank.has(cell.pointer) ? of(cell).numbers.get(cell.pointer) : undefined);
  const operand = (cell) => ({ report: cell.report, pointer: cell.pointer, side: cell.side,
    coefficient: cell.coefficient, value: written(stated(cell)), blank: own && of(cell).blank.has(cell.pointer) });
  const addresses = (cells) => cells.map((cell) => (cell.report ? cell.report + ":" : "") + cell.pointer);
  const open = check.cells.filter((cell) => stated(cell) === undefined);
  if (check.kind === "filled") {
    const empty = open.filter((cell) => readings.report.empty.has(cell.pointer));
    if (empty.length && readings.report.blanks === "unknown") return result("fail", { operands: empty.map(operand) });
    return result(open.length ? "not_evaluated" : "pass", { operands: open.map(operand), missing: addresses(open) });
  }
  const operands = check.cells.map(operand), missing = addresses(open.length ? open : check.cells);
  if (open.length || operands.every((one) => one.blank)) return result("not_evaluated", { operands, missing });
  if (check.given && !compared(check.given, of, 0).stands) return result("pass", { operands });
  const both = compared(check, of, rule.tolerance); return result(both.stands ? "pass" : "fail", { ...both.sums, operands });
}

export function evaluator(catalogue) { // a function of {report, previous?, children?, blanks}
  const plans = new Map(); // the checks for each set of forms
  return ({ report, previous, children = [], blanks }) => {
    if (blanks !== "unknown" && blanks !== "zero") refuse(`unknown policy ${blanks}`);
    const form = formOf(catalogue, report), earlier = previous ? formOf(catalogue, previous) : form;
    const on = { form, earlier, bodies: Math.max(1, children.length) }, order = [...form.cells.keys()];
    const key = JSON.stringify([on.bodies, order, [...earlier.cells.keys()]]);
    const place = ([, check]) => (order.includes(check.pointer) ? order.indexOf(check.pointer) : order.length);
    const plan = () => catalogue.rules.flatMap((rule) => bind(rule, on).map((check) => [rule, check]));
    if (!plans.has(key)) plans.set(key, plan().sort((a, b) => place(a) - place(b))); // as printed, then by rule
    const [one, last, ...bodies] = [report, previous, ...children].map((it) => it && read(catalogue, it, blanks));
    const readings = { report: one, previous: last, children: bodies }, reasons = withheld(report, previous, children);
    return plans.get(key).map(([rule, check]) => outcome(rule, check, { catalogue, report, readings, reasons }));
  };
}
