"""Web pages made to waste time or memory."""

from collections.abc import Callable, Mapping

from tests.fuzz.filling import PAGE, each, fill


def in_page(html: str) -> bytes:
    """A web page with a report, and something at its beginning."""
    return PAGE.replace("<body>", "<body>" + html).encode()


def in_cell(html: str) -> bytes:
    """The same with something in the first cell of numbers."""
    return PAGE.replace("<td>", "<td>" + html, 1).encode()


def in_section(html: str) -> bytes:
    """The same with something below the first table of numbers."""
    return PAGE.replace("</table>", "</table>" + html, 1).encode()


HTML: Mapping[str, Callable[[], bytes]] = {
    "div": lambda: in_page(fill("<div>")),
    "div, text between": lambda: in_page(fill("<div>x")),
    "div in a cell": lambda: in_cell(fill("<div>")),
    "span": lambda: in_page(fill("<span>")),
    "span in a cell": lambda: in_cell(fill("<span>")),
    "sup": lambda: in_page(fill("<sup>1")),
    "sup in a cell": lambda: in_cell(fill("<sup>1")),
    "bold, misnested": lambda: in_page(fill("<b><p>x</b>")),
    "formatting, unclosed": lambda: in_page(each(lambda n: f"<font a{n}><p>")),
    "links in links": lambda: in_page(fill("<a>x<div>")),
    "attributes": lambda: in_page("<p " + each(lambda n: f"a{n} ") + ">x</p>"),
    "an attribute of a megabyte": lambda: in_page(f'<p style="{fill("text-decoration:")}">x</p>'),
    "styles": lambda: in_page(fill('<p style="text-decoration:text-decoration:">x')),
    "hidden cell": lambda: in_cell(f'<td style="{fill("display ")}">x'),
    "options": lambda: in_page(f"<select>{fill('<option>x')}</select>"),
    "optgroups": lambda: in_page(f"<select>{fill('<optgroup>x')}</select>"),
    "headings": lambda: in_page(fill("<h2>三、收到和处理政府信息公开申请情况</h2>")),
    "headings, all else": lambda: in_page(each(lambda n: f"<h2>{n}、政府{n}信息公开情况</h2>")),
    "tables in tables": lambda: in_page(fill("<table><tr><td>")),
    "tables in tables, text": lambda: in_section(fill("<table><tr><td>1<td>")),
    "tables": lambda: in_section(fill("<table><tr><td>规章<td>1</table>")),
    "text in tables": lambda: in_page(fill("<table>x")),
    "cells": lambda: in_section("<table><tr>" + fill("<td>") + "</table>"),
    "rows": lambda: in_section("<table>" + fill("<tr><td>规章<td>1<td>1<td>1") + "</table>"),
    "header rows": lambda: in_section("<table>" + fill("<tr><td>本年制发件数") + "</table>"),
    "colspans": lambda: in_section("<table>" + fill("<tr><td colspan=1000>1") + "</table>"),
    "spans": lambda: in_section(
        "<table>" + fill("<tr><td colspan=999 rowspan=999>1<td rowspan=999>") + "</table>"
    ),
    "rows across": lambda: PAGE.replace(
        "</table>\n<h2>五", fill("<tr><td>1") + "</table>\n<h2>五"
    ).encode(),
    "tags in tags": lambda: in_page(fill("<a")),
    "open brackets": lambda: in_page(fill("<")),
    "closing tags": lambda: in_page(fill("</p>")),
    "closing tags of nothing": lambda: in_page(fill("<i>") + fill("</b>")),
    "line breaks": lambda: in_page(fill("<br>x")),
    "comments": lambda: in_page(fill("<!-->")),
    "comment without end": lambda: in_page("<!--" + fill("--!")),
    "entities": lambda: in_page(fill("&nbsp;x")),
    "entities of nothing": lambda: in_page(fill("&")),
    "buttons": lambda: in_page(fill("<button>")),
    "lists": lambda: in_page(fill("<li>")),
    "lists in lists": lambda: in_page(fill("<ul><li>")),
    "definitions": lambda: in_page(fill("<dd><p>")),
    "svg": lambda: in_page(fill("<svg><g>")),
    "math": lambda: in_page(fill("<math><mi>")),
    "templates": lambda: in_page(fill("<template>")),
    "framesets": lambda: in_page(fill("<frameset>")),
    "ruby": lambda: in_page(fill("<ruby><rt>x")),
    "captions": lambda: in_page(fill("<table><caption>")),
    "column groups": lambda: in_page("<table>" + fill("<col>") + "</table>"),
    "foreign names": lambda: in_page(each(lambda n: f"<x{n}>")),
    "body again": lambda: in_page(each(lambda n: f"<body a{n}>")),
    "spaces in a cell": lambda: in_cell("1" + fill("\u3000") + "1"),
    "line ends in a cell": lambda: in_cell("x" + fill("<br>\u3000") + "x"),
    "ligatures": lambda: in_page(f"<p>{fill('ﷺ')}</p>"),
    "ligatures in a cell": lambda: in_cell(fill("ﷺ")),
    "ligatures, a cell each": lambda: in_section(f"<table><tr>{fill('<td>ﷺﷺﷺﷺ')}</table>"),
    "ligatures, lines": lambda: in_section(each(lambda n: f"<p>{n}{'ﷺ' * 90}")),
}
