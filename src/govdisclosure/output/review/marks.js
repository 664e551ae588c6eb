document.addEventListener('keydown', function (event) {
  var step = {n: 1, p: -1}[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
  var marks = Array.prototype.slice.call(document.querySelectorAll('td a.m'));
  if (!marks.length) return;
  var at = marks.indexOf(document.activeElement);
  var next = marks[(at + step + marks.length) % marks.length];
  next.focus();
  next.scrollIntoView({block: 'center'});
});
