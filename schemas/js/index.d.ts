import type { Report } from "./report.js";

export type * from "./report.js";

/** What a blank cell means: nothing is known, or it adds nothing to a sum of the report's own cells. */
export type Blanks = "unknown" | "zero";

/** Which rules: those of the form, of statute too, derived ones too, or all. */
export type Preset = "form" | "statutory" | "derived" | "quality";

export type Severity = "error" | "warning" | "info";

export type Verdict = "pass" | "fail" | "not_applicable" | "not_evaluated";

/** Why another report, a section or a year could not be used. */
export type Reason =
  | "no_previous"
  | "previous_of_another"
  | "years_not_consecutive"
  | "no_children"
  | "children_of_other_years"
  | "children_repeated"
  | "section_absent"
  | "no_report_year";

export interface Options {
  /** "unknown" where nothing is said. */
  blanks?: Blanks;
  /** The report of the same body for the year before. */
  previous?: Report | null;
  /** The reports, for the same year, of the bodies below. */
  subordinates?: readonly Report[];
  /** All rules where nothing is said. */
  preset?: Preset | null;
}

/** A cell that entered a check. */
export interface Operand {
  /** Empty for the report itself, else "previous" or "children/0" and so on. */
  report: string;
  /** JSON Pointer of the cell in that report. */
  pointer: string;
  side: "given" | "left" | "right";
  coefficient: number;
  /** An exact decimal; null where there is no number. */
  value: string | null;
  /** Whether the number is a 0 that the policy put there. */
  blank: boolean;
}

/** What came out of a rule at one place. Numbers are exact decimals in strings. */
export interface Result {
  rule_id: string;
  /** The first cell of the left side, a section, or "" for the whole report. */
  pointer: string;
  verdict: Verdict;
  /** How grave a failure is; null where there is none. */
  severity: Severity | null;
  left: string | null;
  right: string | null;
  /** Left minus right. */
  difference: string | null;
  operands: Operand[];
  /** The cells without a number, because of which nothing could be said. */
  missing: string[];
  reason: Reason | null;
}

/** A preset of the catalogue, and the authorities whose rules it takes in. */
export interface PresetData {
  name: string;
  authorities: string[];
}

/** A table of the form, its rows and cells in printed order. */
export interface Table {
  section: string;
  edition: string;
  rows: { address: string; cells: { name: string; kind: string }[] }[];
}

/** Words in Chinese and in English. */
export interface Text {
  zh: string;
  en: string;
}

/** A rule; what it states stands in `holds`, an expression of docs/rule-language.md. */
export interface Rule {
  id: string;
  title: Text;
  sentence: Text;
  authority: string;
  source: { title: Text; number: string | null; date: string | null; clause: Text };
  severity: string;
  scope: string;
  editions: string[];
  tables: { [section: string]: string[] | undefined };
  tolerance?: number | string;
  since: string;
  related: string[];
  message: { key: string; zh: string; en: string };
  holds: object;
}

/** What stands in rules.json. */
export interface Catalogue {
  catalogue_version: string;
  presets: PresetData[];
  empty_states: string[];
  empty_words: string[];
  tables: Table[];
  rules: Rule[];
}

/**
 * The results of the rules on a report that is valid by `report.schema.json`: by cell as printed,
 * then by rule. Neither the report nor the catalogue is changed.
 *
 * @throws {Error} an option or something in the catalogue is unknown, or a table's edition is.
 */
export function evaluate(report: Report, catalogue: Catalogue, options?: Options): Result[];
