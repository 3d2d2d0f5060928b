// Makes an element equal to another one by changing as little as possible, so that focus, selected
// text, open details and scroll positions stay what they are.
export function morph(from, to) {
  if (from.isEqualNode(to)) return;
  morphAttributes(from, to);
  morphChildren(from, to);
}

function morphAttributes(from, to) {
  for (const { name } of [...from.attributes]) {
    const opened = name === "open" && from.matches("details");
    if (!to.hasAttribute(name) && !opened) from.removeAttribute(name);
  }
  for (const { name, value } of to.attributes) {
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
}

function morphChildren(from, to) {
  let next = from.firstChild;
  for (const wanted of [...to.childNodes]) {
    const present = match(next, wanted, from);
    if (!present) {
      from.insertBefore(wanted, next);
      continue;
    }
    if (present === next) next = next.nextSibling;
    else from.insertBefore(present, next);
    update(present, wanted);
  }
  while (next) {
    const rest = next.nextSibling;
    next.remove();
    next = rest;
  }
}

function update(present, wanted) {
  if (present.nodeType !== Node.ELEMENT_NODE) {
    if (present.data !== wanted.data) present.data = wanted.data;
  } else if (isTyping(present)) {
    // what is being typed belongs to the person who types it
  } else {
    morph(present, wanted);
  }
}

function isTyping(element) {
  return element === document.activeElement && element.matches("input, textarea, select");
}

// The node that becomes the wanted one: that of the same id, or the next if it is of the same kind.
function match(next, wanted, parent) {
  if (wanted.id) {
    const same = document.getElementById(wanted.id);
    return same?.parentNode === parent ? same : null;
  }
  const alike =
    next && next.nodeType === wanted.nodeType && next.nodeName === wanted.nodeName && !next.id;
  return alike ? next : null;
}
