"""What the command line says, and why a file cannot be opened."""

from govdisclosure.i18n._text import Text

COMMAND_LINE: dict[str, Text] = {
    "error": Text("错误", "error"),
    "warning": Text("警告", "warning"),
    "info": Text("提示", "info"),
    "report": Text(
        "{issuer} {year}年（{editions} 年版格式）", "{issuer} {year} (form of {editions})"
    ),
    "failed": Text("不通过", "failed"),
    "passed": Text("通过", "passed"),
    "passed_in_part": Text("部分通过", "passed in part"),
    "nothing_checked": Text("无从核对", "nothing checked"),
    "counts": Text(
        "共 {all} 项：相符 {pass}，不符 {fail}，无法判断 {not_evaluated}，不适用 {not_applicable}；"
        "{cells} 格中 {stated} 格有数字",
        "{all} {all:check|checks}: {pass} passed, {fail} failed, {not_evaluated} not evaluated,"
        " {not_applicable} not applicable; a number in {stated} of {cells}",
    ),
    "no_number_hint": Text(
        "无法判断是因为有 {count} 个单元格没有数字；要把空白按 0 判断，请加 --blanks zero",
        "not evaluated, no number in {count} {count:cell|cells}; --blanks zero takes blanks as 0",
    ),
    "no_number_count": Text(
        "无法判断的各项缺总计，或没有任何数字（涉及 {count} 个单元格）",
        "what was not evaluated lacks its total, or all its numbers ({count} {count:cell|cells})",
    ),
    "unplaced": Text(
        "有 {count} 处内容没有归入报告，用 read --format reading 查看",
        "{count} {count:piece|pieces} found no place in the report; read --format reading shows"
        " {count:it|them}",
    ),
    "cells_counted": Text(
        "表格共 {all} 格：有数字 {number}，没有数字 {empty}，无法识别 {unreadable}，"
        "没有读到 {absent}",
        "{all} {all:cell|cells} in the tables: {number} with a number, {empty} without,"
        " {unreadable} not understood, {absent} not found",
    ),
    "remarks": Text(
        "{count} 条说明，用 -v 或 --format reading 查看",
        "{count} {count:remark|remarks}; -v or --format reading shows {count:it|them}",
    ),
    "problems": Text(
        "有 {count} 处问题，第一处：{first}", "{count} {count:problem|problems}, the first: {first}"
    ),
    "files_counted": Text(
        "共 {all} 个文件：读全 {whole}，读出一部分 {part}，没有读取 {refused}",
        "{all} {all:file|files}: {whole} read whole, {part} in part, {refused} not read",
    ),
    "files_skipped": Text(
        "另略过 {count} 项：隐藏文件、临时文件、链接的目录等",
        "{count} more passed over: hidden or temporary files, links to folders and the like",
    ),
    "refused_because": Text("{count} 个没有读取：{why}", "{count} not read: {why}"),
    "json_of_others": Text(
        "不是报告的 JSON，用 -v 逐个列出", "JSON of something else; -v lists the files"
    ),
    "json_invalid": Text("JSON 不是有效的报告", "JSON that is not a valid report"),
    "reader_failed": Text(
        "读取程序出错，请报告这个问题：{what}", "the reader failed, please report this: {what}"
    ),
    "reader_died": Text(
        "读取进程意外结束（{code}），可能是内存不足",
        "the reading process died ({code}), perhaps out of memory",
    ),
    "reader_not_started": Text(
        "读取进程没能启动（{code}）；在脚本里调用，要放在 if __name__ == '__main__': 之下",
        "the reading process did not come up ({code}); a script has to call this below"
        " if __name__ == '__main__':",
    ),
    "too_slow": Text(
        "{seconds} 秒内没有读完，已放弃；read 命令可用 --timeout 延长",
        "not read within {seconds} seconds and given up; --timeout of the command read allows more",
    ),
    "would_overwrite": Text(
        "{path} 是要读取的文件，不能覆盖，请换一个输出位置",
        "{path} is one of the files to be read and is not overwritten; write elsewhere",
    ),
    "same_output": Text("两个文件都会写到 {path}", "two files would both be written to {path}"),
    "no_common_folder": Text(
        "这些文件没有共同的目录，请分开读取",
        "these files have no folder in common; read them separately",
    ),
    "no_number_other": Text(
        "另有 {count} 个单元格没有读出数字，涉及它们的各项无法判断",
        "{count} more {count:cell was|cells were} not read as numbers; what"
        " {count:it enters|they enter} was not evaluated",
    ),
    "follows": Text("由此", "follows from this:"),
    "withheld": Text("没有判断 {rules}：{why}", "{rules} not evaluated: {why}"),
    "in_file": Text("{file}：{message}", "{file}: {message}"),
    "rules_not_in_preset": Text(
        "这些规则不属于 --preset {preset}，没有运行：{rules}",
        "not of --preset {preset}, and not run: {rules}",
    ),
    "one_report": Text(
        "--previous、--subordinates 和 --suppressions 只能用于一份报告",
        "--previous, --subordinates and --suppressions go with a single report",
    ),
    "no_files_in": Text("目录中没有报告：{path}", "there are no reports in the directory {path}"),
    "no_such_rule": Text(
        "没有规则 {rule}；用 govdisclosure rules 列出全部规则",
        "no rule {rule}; govdisclosure rules lists them all",
    ),
    "no_such_rule_near": Text("没有规则 {rule}，是不是 {near}？", "no rule {rule}; is it {near}?"),
    "explain_hint": Text(
        "含义与依据：govdisclosure explain {rule}",
        "what it means and rests on: govdisclosure explain {rule}",
    ),
    "nothing_known": Text(
        "不知道“{subject}”指什么：可以写位置、表上的名称或编号、规则、消息",
        'nothing is known of "{subject}": give a pointer, a label or its number, a rule, a message',
    ),
    "nothing_known_near": Text(
        "不知道“{subject}”指什么，是不是 {near}？", 'nothing is known of "{subject}"; is it {near}?'
    ),
    "no_suffix": Text(
        "文件名没有后缀，不知道用什么格式；可用：{known}",
        "the name has no ending that says the format; there are {known}",
    ),
    "no_format_of": Text(
        "不认识文件名后缀“{suffix}”，可用：{known}",
        'no format ends in "{suffix}"; there are {known}',
    ),
    "no_room": Text(
        "工作簿的一格放不下以“{start}…”开头的文字（最多 32,767 字）；请改用其他格式",
        "a cell of a workbook cannot hold the text that begins “{start}…”"
        " (32,767 characters at most); write another format",
    ),
    "review_is_html": Text(
        "审核页是网页，文件名应以 .html 结尾：{path}",
        "the review is a web page, give it a name that ends in .html: {path}",
    ),
    "reads_back_otherwise": Text(
        "以下内容从写出的文件读回时与原报告不同，只有 .json 全部保存：{what}",
        "this reads back otherwise from what was written, only .json keeps all: {what}",
    ),
    "total_filled": Text("补填：{place} {number}", "filled in: {place} {number}"),
    "total_filled_over": Text(
        "补填：{place} {number}（原为“{printed}”）", 'filled in: {place} {number} (was "{printed}")'
    ),
    "not_read_back": Text(
        "写出的文件没有能读回来核对：{why}",
        "what was written could not be read back to compare it: {why}",
    ),
    "writing_needs": Text(
        "写成 {format} 需要先安装：pip install 'govdisclosure[{extra}]'",
        "writing {format} needs more to be installed: pip install 'govdisclosure[{extra}]'",
    ),
    "completion_needs": Text(
        "输出补全脚本需要先安装：pip install 'govdisclosure[{extra}]'",
        "completion needs more to be installed: pip install 'govdisclosure[{extra}]'",
    ),
    "cannot_write": Text("无法写入 {path}：{why}", "cannot write {path}: {why}"),
    "cannot_replace": Text(
        "无法写入 {path}：{why}。原有文件没有改动",
        "cannot write {path}: {why}. The file that is there was not changed",
    ),
    "not_replaced": Text("{path} 没有改动", "{path} was not changed"),
    "no_numbers": Text(
        "没有一格可以检查：报告的表格中没有读到数字",
        "nothing could be checked: no numbers were read in its tables",
    ),
    "edition_of_other_years": Text(
        "{year} 年度的报告应使用 {prescribed} 年版格式，写出的是 {edition} 年版",
        "reports of {year} are on the form of {prescribed}; this is the form of {edition}",
    ),
    "no_standard_input": Text("标准输入已关闭", "standard input is closed"),
    "no_name": Text("文件名是空的", "the name of the file is empty"),
    "is_an_address": Text(
        "这是网址，不会自动下载：{path}；请先下载，再读取下载的文件",
        "this is an address, and nothing is fetched: {path}; download it first and read that file",
    ),
    "no_such_file": Text("文件不存在：{path}", "no such file: {path}"),
    "no_file_matches": Text("没有符合 {path} 的文件", "no file matches {path}"),
    "is_a_directory": Text("这是目录，不是文件：{path}", "this is a directory, not a file: {path}"),
    "cannot_open": Text("无法打开 {path}：{why}", "cannot open {path}: {why}"),
    "too_large": Text(
        "文件过大（超过 {limit} 字节），不可能是一份年度报告",
        "too large (more than {limit} bytes) to be an annual report",
    ),
    "save_as_docx": Text(
        "暂不支持 {format} 格式：请用 Word 或 WPS 打开，另存为 .docx，再读取",
        "the format {format} is not supported: open it in Word or WPS, save it as .docx and read"
        " that",
    ),
    "save_as_xlsx": Text(
        "暂不支持 {format} 格式：请用 Excel 或 WPS 打开，另存为 .xlsx，再读取",
        "the format {format} is not supported: open it in Excel or WPS, save it as .xlsx and read"
        " that",
    ),
    "save_as_html": Text(
        "暂不支持 {format} 格式：请用浏览器打开，另存为“网页，仅 HTML”（.html），再读取",
        "the format {format} is not supported: open it in a browser, save it as a web page, HTML"
        " only (.html), and read that",
    ),
    "use_another": Text(
        "暂不支持 {format} 格式：请改用网页版、Word 版、Excel 版或有文字的 PDF",
        "the format {format} is not supported: use the web page, the Word or Excel file, or a PDF"
        " with text",
    ),
    "unpack_first": Text(
        "这是 {format} 压缩包：请先解压，再读取里面的文件",
        "this is a {format} archive: unpack it first and read the file in it",
    ),
    "is_picture": Text(
        "这是 {format} 图片：请改用网页版或 Word 版，或先识别文字（OCR），再逐格核对",
        "this is a {format} picture: use the web page or the Word file, or OCR and check each cell",
    ),
    "no_document": Text(
        "{format} 文件不是文档：请改用网页版、Word 版、Excel 版或有文字的 PDF",
        "a file of this kind ({format}) is no document: use the web page, the Word or Excel file,"
        " or a PDF with text",
    ),
    "packed_unusually": Text(
        "{format} 文件的压缩方式无法解开：请用 Word、Excel 或 WPS 打开，另存一份，再读取",
        "the {format} file is packed in a way that cannot be unpacked here: open it in Word, Excel"
        " or WPS, save it anew and read that",
    ),
    "extra_missing": Text(
        "读取 {format} 需要先安装：pip install 'govdisclosure[{extra}]'",
        "reading {format} needs more to be installed: pip install 'govdisclosure[{extra}]'",
    ),
    "damaged": Text(
        "{format} 文件已损坏或不完整，无法打开：请重新下载或另存一份",
        "the {format} file is damaged or incomplete and cannot be opened: download or save it anew",
    ),
    "scan": Text(
        "这份 {format} 没有可以读取的文字，可能是扫描件：请改用网页版或 Word 版，"
        "或先做文字识别（OCR）",
        "this {format} has no text that can be read, it may be a scan: use the web page or the Word"
        " file, or recognise its text (OCR) first",
    ),
    "encrypted": Text(
        "{format} 文件有密码，请先去掉密码再读取",
        "the {format} file needs a password; remove the password and read it then",
    ),
    "too_much": Text(
        "{format} 文件里的内容过多，不可能是一份年度报告",
        "the {format} file holds too much to be an annual report",
    ),
    "too_many_cells": Text(
        "单元格和段落超过 {limit} 个，不可能是一份年度报告",
        "more than {limit} cells and paragraphs: this cannot be an annual report",
    ),
    "empty_file": Text("文件是空的", "the file is empty"),
    "too_many_characters": Text(
        "文字超过 {limit} 个字符，不可能是一份年度报告",
        "more than {limit} characters of text: this cannot be an annual report",
    ),
    "binary_file": Text(
        "不是文本文件（既不是 UTF-8 也不是 GB18030）", "not a text file (neither UTF-8 nor GB18030)"
    ),
}
