// Compiled, not run: what the types of a report and of the evaluator let pass, and what not.
import catalogue from "govdisclosure-rules/rules.json" with { type: "json" };
import { evaluate, type Report, type Report2019, type Report2021, type Result } from "govdisclosure-rules";
import { of2019, of2021 } from "./examples.js";

const hybrid: Report = { ...of2021, requests: of2019.requests };
const results: Result[] = evaluate(hybrid, catalogue, { previous: of2019, blanks: "zero", preset: "form" });
const failed: string[] = results.filter((one) => one.verdict === "fail").map((one) => one.rule_id);

// An edition tells tables apart.
const { requests } = hybrid;
if (requests.edition === "2021") failed.push(String(requests.outcomes.other.unpaid_fee.total));
else failed.push(String(requests.outcomes.other.total));

// @ts-expect-error a hybrid is no report on a pure form
const pure: Report2021 = hybrid;
// @ts-expect-error nor is a report on the form of another edition
const earlier: Report2019 = of2021;
// @ts-expect-error the form of 2019 has no such row
of2019.requests.outcomes.other.unpaid_fee;
// @ts-expect-error an amount is a string
of2021.proactive_disclosure.fees.amount_wan_yuan = 10.4;
// @ts-expect-error no report states money in this unit
of2019.proactive_disclosure.procurement.amount.unit = "美元";
// @ts-expect-error a key cannot be left out
const issuer: Report["issuer"] = {};
// @ts-expect-error a cell is a number or null
of2021.requests.received.total = undefined;
// @ts-expect-error there is no such policy for blanks
evaluate(of2021, catalogue, { blanks: "none" });
// @ts-expect-error bodies below are called subordinates
evaluate(of2021, catalogue, { children: [of2021] });
