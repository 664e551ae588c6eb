"""What the page of rules says besides the rules: how results are to be read, what is left out.

Markdown, in both languages; ``rules_page`` puts the rules between.
"""

from govdisclosure.i18n import Text

TITLE = Text("规则", "Rules")

INTRO = Text(
    """本页由规则本身生成（`python -m docs.generate`），请勿手改。
同样的内容：数据形式见 `govdisclosure rules --format json`，单条见 `govdisclosure rules ID`。

每条规则有固定的编号。`STAT-` 是表格或法规写明的，`DERV-` 是由定义推出的，`QUAL-` 是合理性提示；
编号不含等级，等级是数据，可以调整。""",
    """This page is generated from the rules (`python -m docs.generate`); do not
edit it. The same as data: `govdisclosure rules --format json`; a single rule:
`govdisclosure rules ID`.

Every rule has an id that is never reused. `STAT-` rules are stated by the form or by
statute, `DERV-` rules follow from definitions, `QUAL-` rules are hints about plausibility. The
severity is no part of the id: it is data and may be changed.""",
)

READING = Text(
    """## 结果怎样读

**四种结论。** `pass` 相符；`fail` 不符；`not_applicable` 这一版表格没有这些单元格；
`not_evaluated` 无法判断，并说明缺哪一格或为什么。没有列出不等于相符：结果列明运行过的规则。

**空白。** 空白不是 0。默认（`--blanks unknown`）凡涉及空白的等式都不判断，只用一行说明有多少空白、
按 0 计会怎样；`--blanks zero` 把空白的分项按 0 计，空白的合计仍视为没有写明，无法辨认或缺失的
单元格不受影响。

**先因后果。** 某列的差错使总计列也不符时，总计列的结果注明由哪一项而来（`caused_by`），
排在后面，不隐藏。

**预设。** `--preset form` ⊂ `statutory` ⊂ `derived` ⊂ `quality`（默认）：依次加入法规、推导、
指引和惯例。

**配置。** `--profile FILE.toml` 按编号调整等级或关闭规则，用过的配置写在结果里：

```toml
name = "县政务公开办"
[rules]
"QUAL-REQ-CARRY-OVER" = "error"
"QUAL-BLANKS" = "off"
```

**退出码。** 0 没有错误级的问题（可以有警告和提示），1 有，2 用法或配置不对，3 有文件读不了。

**跨年和汇总。** 只有给出 `--previous`、`--subordinates` 才运行。两份报告年度不相连、
下级报告不是同一年度，或者有一份下级报告读不了时，相关规则不作判断。""",
    """## How to read results

**Four verdicts.** `pass`; `fail`; `not_applicable`: this edition of the form has no such cells;
`not_evaluated`: nothing can be said, and which cell lacks, or why, is told. Silence is not a
pass: the rules that ran are listed.

**Blanks.** A blank is not 0. By default (`--blanks unknown`) no equation with a blank in it is
evaluated; one line says how many blanks there are and what would hold if they were 0. With
`--blanks zero` a blank part counts as 0; a blank total stays not stated, and a cell that was
unreadable or absent is not touched.

**Causes first.** Where what is wrong in one column makes the column of totals wrong as well, the
latter names its causes (`caused_by`) and stands behind them. Nothing is hidden.

**Presets.** `--preset form` ⊂ `statutory` ⊂ `derived` ⊂ `quality` (the default): each adds
statute, what is derived, then guides and practice.

**Profiles.** `--profile FILE.toml` regrades single rules or switches them off, by id; the
output repeats the profile:

```toml
name = "county office"
[rules]
"QUAL-REQ-CARRY-OVER" = "error"
"QUAL-BLANKS" = "off"
```

**Exit codes.** 0: nothing of severity error (there may be warnings and hints), 1: errors,
2: wrong usage or profile, 3: a file cannot be read.

**Over time and over bodies.** These rules run only with `--previous` and `--subordinates`. They are
not evaluated where the reports are not of consecutive years, where a body's report is of
another year, or where one of the bodies' reports cannot be read.""",
)

NOT_ASSERTED = Text(
    """## 不作断言的，以及原因

错误的指责是最坏的差错。下列关系看似成立，其实没有依据：

- **收费大于 0，则第六部分不能写“无”。** 表二的行政事业性收费包括全部行政事业性收费，
  不只是信息处理费。
- **2020 年与 2021 年表二之间的任何等式。** 2019 年版的“对外公开总数量”和“项目数量”，与 2021 年版的
  “现行有效件数”和金额不是同一件事。
- **新制作数量与新公开数量。** 文件可以下一年公开，也可以不公开；两者谁大谁小都正常。
- **上一年项目数量 ＋ 本年增/减 ＝ 处理决定数量。** 前者是权力事项，后者是一年的决定。
- **表三与表四之间，以及复议与复议后起诉之间。** 案件可能针对往年的答复，立案年度也不同。
- **制定规章的权限，公布期限（1 月 31 日、3 月 31 日）。** 要知道机关的级别和公布日期，报告里没有。
- **文字与表格的数字是否一致。** “受理”“办理”的口径各地不同（有的含上年结转），文字中的
  案件数有的只计立案数；读句子猜数会错怪。""",
    """## What is not asserted, and why

A false accusation is the worst mistake. These look as if they held, and have no ground:

- **Fees above 0, so section six cannot say "none".** Table 2 counts all administrative fees, not
  only those for processing information.
- **Any equation between the tables 2 of 2020 and 2021.** "Total disclosed" and numbers of items
  in the 2019 form are not "in force" and amounts of money in that of 2021.
- **Newly produced against newly disclosed.** A document may be disclosed in a later year or not
  at all; either number may be the larger.
- **Items of the prior year + net change = decisions.** The one counts powers, the other a year's
  decisions.
- **Table 3 against table 4, reconsideration against lawsuits after it.** A case may be about the
  answer of an earlier year, and was filed in another.
- **The power to make rules (规章); the dates of publication (31 January, 31 March).** They need
  the level of the body and the day of publication, which the report does not hold.
- **The numbers in the prose against those in the tables.** What "handled" counts differs (some
  include what was carried in), cases in the prose are sometimes only those filed; guessing
  numbers from sentences would accuse falsely.""",
)
