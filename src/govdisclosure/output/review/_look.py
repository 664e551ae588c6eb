"""How the review page looks, and the few lines of script that it can do without."""

from base64 import b64encode
from hashlib import sha256

from govdisclosure.document.markup import LOADS_NOTHING
from govdisclosure.document.writers.html import STYLE as FORM

STYLE = (
    FORM
    + """\
body { max-width: 60rem; }
main p, aside p { text-indent: 0; }
.form > p { text-indent: 2em; }
.counts, .notes { font-size: .85rem; }
.findings { padding-left: 1.5rem; }
.notes { padding-left: 1.5rem; }
.findings li { margin: .5rem 0; padding: .4rem .8rem; border-left: .3rem solid #777; }
.findings li, .notes li { break-inside: avoid; }
.findings li:target { outline: 2px solid #0b57d0; }
.findings code { font-size: .8rem; }
li.error { border-color: #b3261e; background: #fff4f3; }
li.warning { border-color: #8a5a00; background: #fff8e8; }
li.info { border-color: #0b57d0; background: #f2f6fd; }
td.error { background: #ffd9d6; box-shadow: inset 0 0 0 2px #b3261e; font-weight: bold; }
td.warning { background: #ffe9b8; box-shadow: inset 0 0 0 2px #8a5a00; }
td.info { background: #dce8fb; box-shadow: inset 0 0 0 2px #0b57d0; }
td.part { background: #fff1f0; }
td.empty { background: repeating-linear-gradient(45deg, #fff 0 4px, #e4e4e4 4px 5px); }
td:target { outline: 3px solid #0b57d0; }
a { color: #0842a0; }
a.mark { margin-left: .2em; font-size: .7rem; vertical-align: super; font-weight: bold; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media print { a { color: inherit; text-decoration: none; } .keys { display: none; }
  td, li { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""
)
"""The form's own style, with what marks cells and lists findings."""

SCRIPT = """\
document.addEventListener('keydown', function (event) {
  var step = {n: 1, p: -1}[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
  var marks = Array.prototype.slice.call(document.querySelectorAll('a.mark'));
  if (!marks.length) return;
  var at = marks.indexOf(document.activeElement);
  var next = marks[(at + step + marks.length) % marks.length];
  next.focus();
  next.scrollIntoView({block: 'center'});
});
"""
"""``n`` and ``p`` go to the next and the previous mark; nothing else needs a script."""

_HASH = b64encode(sha256(SCRIPT.encode()).digest()).decode()

POLICY = f"{LOADS_NOTHING}; script-src 'sha256-{_HASH}'"
"""What a browser may do with the page: load nothing, run this script alone."""
