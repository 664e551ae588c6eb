// Types of 政府信息公开工作年度报告, the annual report on government information disclosure.
// Written from the classes of the form. What a type cannot say, report.schema.json does.

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A whole number within ±(2^53−1); null where the cell shows none. */
export type Count = number | null;

/** A whole number with a sign, within ±(2^53−1); null where the cell shows none. */
export type Change = number | null;

/** An exact decimal as it was written, such as "10.40"; null where the cell shows none. */
export type Amount = string | null;

/** 政府信息公开工作年度报告 of one body for one year. */
export interface Report {
  /** 供编辑器使用，不属于报告 · For editors, and no part of the report */
  $schema?: string;
  /** 数据格式版本 · Schema version */
  schema_version: "1.0.0";
  /** 标题 · Title */
  title: string | null;
  /** 编制机关 · Issuer */
  issuer: Issuer;
  /** 年度 · Report year */
  year: number | null;
  /** 统计期限 · Period */
  period: Period | null;
  /** 引言 · Preamble */
  preamble: string[] | null;
  /** 一、总体情况 · 1. General overview */
  overview: string[] | null;
  /** 二、主动公开政府信息情况 · 2. Proactive disclosure of government information */
  proactive_disclosure: ProactiveDisclosure;
  /** 三、收到和处理政府信息公开申请情况 · 3. Requests received and handled */
  requests: Requests;
  /** 四、政府信息公开行政复议、行政诉讼情况 · 4. Administrative reconsideration and administrative litigation */
  review_and_litigation: ReviewAndLitigation;
  /** 五、存在的主要问题及改进情况 · 5. Main problems and improvements */
  problems_and_improvements: string[] | null;
  /** 六、其他需要报告的事项 · 6. Other matters to be reported */
  other_matters: string[] | null;
  /** 单元格说明 · Cell notes */
  cell_notes: { [key: string]: CellNote };
  /** 扩展 · Extensions */
  extensions: { [key: string]: Json };
}

/** 编制机关: the body that made the report, as the report names it. */
export interface Issuer {
  /** 编制机关名称 · Name of the issuing body */
  name: string | null;
}

/** 统计期限: first and last day counted, each written YYYY-MM-DD. */
export interface Period {
  /** 起始日期 · First day */
  start: string;
  /** 截止日期 · Last day */
  end: string;
}

/** 二、主动公开政府信息情况 · 2. Proactive disclosure of government information */
export type ProactiveDisclosure = ProactiveDisclosure2019 | ProactiveDisclosure2021;

/** 二、主动公开政府信息情况, 2019 edition: 8 rows in five bands, 22 cells. */
export interface ProactiveDisclosure2019 {
  /** 格式版本 · Edition of the form */
  edition: "2019";
  /** 规章 · Rules */
  rules: Documents2019;
  /** 规范性文件 · Normative documents */
  normative_documents: Documents2019;
  /** 行政许可 · Administrative licensing */
  licensing: PowerItems2019;
  /** 其他对外管理服务事项 · Other external management services */
  other_services: PowerItems2019;
  /** 行政处罚 · Administrative penalties */
  penalties: PowerItems2019;
  /** 行政强制 · Administrative compulsion */
  compulsion: PowerItems2019;
  /** 行政事业性收费 · Administrative and institutional fees */
  fees: FeeItems2019;
  /** 政府集中采购 · Centralized government procurement */
  procurement: Procurement2019;
}

/** Documents (件) made and disclosed. */
export interface Documents2019 {
  /** 本年新制作数量 · Newly produced this year (件) */
  newly_produced: Count;
  /** 本年新公开数量 · Newly disclosed this year (件) */
  newly_disclosed: Count;
  /** 对外公开总数量 · Total disclosed (件) */
  total_disclosed: Count;
}

/** A stock of power items (项) beside the year's decisions (件): no sum links the two. */
export interface PowerItems2019 {
  /** 上一年项目数量 · Items in the prior year (项) */
  prior_year_items: Count;
  /** 本年增/减 · Net change this year (项) */
  net_change: Change;
  /** 处理决定数量 · Decisions (件) */
  decisions: Count;
}

/** Kinds of fee (项), a number of items and never an amount. */
export interface FeeItems2019 {
  /** 上一年项目数量 · Items in the prior year (项) */
  prior_year_items: Count;
  /** 本年增/减 · Net change this year (项) */
  net_change: Change;
}

/** Purchases (个) and their sum, for which the form prints no unit. */
export interface Procurement2019 {
  /** 采购项目数量 · Procurement projects (个) */
  projects: Count;
  /** 采购总金额 · Total procurement amount */
  amount: Money;
}

/** 采购总金额: an amount whose unit the form does not print. */
export interface Money {
  /** 金额 · Amount */
  value: Amount;
  /** 单位 · Unit */
  unit: "元" | "万元" | "亿元" | null;
}

/** 二、主动公开政府信息情况, 2021 edition: 6 rows in four bands, 10 cells. */
export interface ProactiveDisclosure2021 {
  /** 格式版本 · Edition of the form */
  edition: "2021";
  /** 规章 · Rules */
  rules: Documents2021;
  /** 行政规范性文件 · Administrative normative documents */
  normative_documents: Documents2021;
  /** 行政许可 · Administrative licensing */
  licensing: Decisions2021;
  /** 行政处罚 · Administrative penalties */
  penalties: Decisions2021;
  /** 行政强制 · Administrative compulsion */
  compulsion: Decisions2021;
  /** 行政事业性收费 · Administrative and institutional fees */
  fees: Fees2021;
}

/** Documents (件) issued, repealed and in force. */
export interface Documents2021 {
  /** 本年制发件数 · Issued this year (件) */
  issued: Count;
  /** 本年废止件数 · Repealed this year (件) */
  repealed: Count;
  /** 现行有效件数 · In force (件) */
  in_force: Count;
}

/** Decisions (件) taken in the year. */
export interface Decisions2021 {
  /** 本年处理决定数量 · Decisions this year (件) */
  decisions: Count;
}

/** Fees charged in the year, in 万元 (10,000 yuan) by the form; the scale is kept. */
export interface Fees2021 {
  /** 本年收费金额（单位：万元） · Fees charged this year (unit: 10,000 yuan) (万元) */
  amount_wan_yuan: Amount;
}

/** 三、收到和处理政府信息公开申请情况 · 3. Requests received and handled */
export type Requests = Requests2019 | Requests2021;

/** 三、收到和处理政府信息公开申请情况, 2019 edition: 23 rows by 7 applicants, 161 cells. */
export interface Requests2019 {
  /** 格式版本 · Edition of the form */
  edition: "2019";
  /** 一、本年新收政府信息公开申请数量 · 1. New requests received this year */
  received: ByApplicant;
  /** 二、上年结转政府信息公开申请数量 · 2. Requests carried in from last year */
  carried_in: ByApplicant;
  /** 三、本年度办理结果 · 3. Outcomes of this year */
  outcomes: Outcomes2019;
  /** 四、结转下年度继续办理 · 4. Carried out to next year */
  carried_out: ByApplicant;
}

/** A row of table 3: requests (件), by who asked. */
export interface ByApplicant {
  /** 自然人 · Natural persons (件) */
  natural_person: Count;
  /** 商业企业 · Commercial enterprises (件) */
  commercial_enterprise: Count;
  /** 科研机构 · Research institutions (件) */
  research_institution: Count;
  /** 社会公益组织 · Public-welfare organizations (件) */
  public_welfare_organization: Count;
  /** 法律服务机构 · Legal-service institutions (件) */
  legal_service_institution: Count;
  /** 其他 · Other organizations (件) */
  other_organization: Count;
  /** 总计 · Total (件) */
  total: Count;
}

/** 三、本年度办理结果: how the year's requests (件) ended; 20 rows. */
export interface Outcomes2019 {
  /** （一）予以公开 · (1) Disclosed */
  granted: ByApplicant;
  /** （二）部分公开（区分处理的，只计这一情形，不计其他情形） · (2) Partially disclosed (severable requests are counted here only) */
  partially_granted: ByApplicant;
  /** （三）不予公开 · (3) Not disclosed */
  denied: Denied;
  /** （四）无法提供 · (4) Unable to provide */
  unavailable: Unavailable;
  /** （五）不予处理 · (5) Not handled */
  not_processed: NotProcessed;
  /** （六）其他处理 · (6) Other handling */
  other: ByApplicant;
  /** （七）总计 · (7) Total */
  total: ByApplicant;
}

/** （三）不予公开: requests (件) not disclosed, by reason. */
export interface Denied {
  /** 1.属于国家秘密 · 1. State secret */
  state_secret: ByApplicant;
  /** 2.其他法律行政法规禁止公开 · 2. Disclosure prohibited by other law or administrative regulation */
  prohibited_by_law: ByApplicant;
  /** 3.危及“三安全一稳定” · 3. Endangers national, public or economic security or social stability */
  security_and_stability: ByApplicant;
  /** 4.保护第三方合法权益 · 4. Lawful rights of third parties */
  third_party_rights: ByApplicant;
  /** 5.属于三类内部事务信息 · 5. Three kinds of internal affairs information */
  internal_affairs: ByApplicant;
  /** 6.属于四类过程性信息 · 6. Four kinds of process information */
  deliberative_process: ByApplicant;
  /** 7.属于行政执法案卷 · 7. Administrative law enforcement case files */
  enforcement_case_file: ByApplicant;
  /** 8.属于行政查询事项 · 8. Records governed by a special statutory inquiry procedure */
  administrative_inquiry: ByApplicant;
}

/** （四）无法提供: requests (件) that could not be met, by reason. */
export interface Unavailable {
  /** 1.本机关不掌握相关政府信息 · 1. Not held by this organ */
  not_held: ByApplicant;
  /** 2.没有现成信息需要另行制作 · 2. Would have to be created */
  requires_creation: ByApplicant;
  /** 3.补正后申请内容仍不明确 · 3. Still unclear after supplementation */
  still_unclear: ByApplicant;
}

/** （五）不予处理: requests (件) not handled, by reason. */
export interface NotProcessed {
  /** 1.信访举报投诉类申请 · 1. Petition, report or complaint */
  petition: ByApplicant;
  /** 2.重复申请 · 2. Duplicate request */
  duplicate: ByApplicant;
  /** 3.要求提供公开出版物 · 3. Asks for publicly available publications */
  publication: ByApplicant;
  /** 4.无正当理由大量反复申请 · 4. Excessive repeated requests without just cause */
  excessive: ByApplicant;
  /** 5.要求行政机关确认或重新出具已获取信息 · 5. Asks to confirm or re-issue information already obtained */
  reconfirmation: ByApplicant;
}

/** 三、收到和处理政府信息公开申请情况, 2021 edition: 25 rows by 7 applicants, 175 cells. */
export interface Requests2021 {
  /** 格式版本 · Edition of the form */
  edition: "2021";
  /** 一、本年新收政府信息公开申请数量 · 1. New requests received this year */
  received: ByApplicant;
  /** 二、上年结转政府信息公开申请数量 · 2. Requests carried in from last year */
  carried_in: ByApplicant;
  /** 三、本年度办理结果 · 3. Outcomes of this year */
  outcomes: Outcomes2021;
  /** 四、结转下年度继续办理 · 4. Carried out to next year */
  carried_out: ByApplicant;
}

/** 三、本年度办理结果: how the year's requests (件) ended; 22 rows. */
export interface Outcomes2021 {
  /** （一）予以公开 · (1) Disclosed */
  granted: ByApplicant;
  /** （二）部分公开（区分处理的，只计这一情形，不计其他情形） · (2) Partially disclosed (severable requests are counted here only) */
  partially_granted: ByApplicant;
  /** （三）不予公开 · (3) Not disclosed */
  denied: Denied;
  /** （四）无法提供 · (4) Unable to provide */
  unavailable: Unavailable;
  /** （五）不予处理 · (5) Not handled */
  not_processed: NotProcessed;
  /** （六）其他处理 · (6) Other handling */
  other: OtherOutcomes2021;
  /** （七）总计 · (7) Total */
  total: ByApplicant;
}

/** （六）其他处理: requests (件) that ended otherwise, by reason. */
export interface OtherOutcomes2021 {
  /** 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 · 1. Not supplemented in time without just cause; no longer handled */
  overdue_supplement: ByApplicant;
  /** 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 · 2. Processing fee not paid in time; no longer handled */
  unpaid_fee: ByApplicant;
  /** 3.其他 · 3. Other */
  residual: ByApplicant;
}

/** 四、政府信息公开行政复议、行政诉讼情况: cases (件) over this year's work. */
export interface ReviewAndLitigation {
  /** 行政复议 · Administrative reconsideration */
  reconsideration: Cases;
  /** 行政诉讼 · Administrative litigation */
  litigation: Litigation;
}

/** Results of cases (件) in table 4. */
export interface Cases {
  /** 结果维持 · Upheld (件) */
  upheld: Count;
  /** 结果纠正 · Corrected (件) */
  corrected: Count;
  /** 其他结果 · Other result (件) */
  other_result: Count;
  /** 尚未审结 · Pending (件) */
  pending: Count;
  /** 总计 · Total (件) */
  total: Count;
}

/** 行政诉讼: lawsuits (件), by whether reconsideration came first. */
export interface Litigation {
  /** 未经复议直接起诉 · Filed directly, without reconsideration */
  direct: Cases;
  /** 复议后起诉 · Filed after reconsideration */
  after_reconsideration: Cases;
}

/** What a cell's text said beyond its number, or why it has none. */
export interface CellNote {
  /** 原文 · As printed */
  printed: string;
  /** 说明 · Note */
  note: string | null;
  /** 状态 · State */
  state: "number" | "blank" | "dash" | "slash" | "none_word" | "not_applicable" | "unreadable" | "absent";
}

/** A report on the 2019 form (report years 2019 and 2020). */
export interface Report2019 extends Report {
  proactive_disclosure: ProactiveDisclosure2019;
  requests: Requests2019;
}

/** A report on the 2021 form (report years since 2021). */
export interface Report2021 extends Report {
  proactive_disclosure: ProactiveDisclosure2021;
  requests: Requests2021;
}
