// The search box on top of every page: "/" goes there, what is typed is looked for at once, arrow
// keys go through what was found, Enter goes there.
const box = document.getElementById("find");
const menu = document.getElementById("find-menu");
const PAUSE = 120;

let timer = 0;
let asked = "";

if (box) {
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  box.addEventListener("focus", look);
  box.addEventListener("keydown", press);
  document.addEventListener("focusin", (event) => {
    if (!box.form.contains(event.target)) close();
  });
  document.addEventListener("click", (event) => {
    if (!box.form.contains(event.target)) close();
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  if (box?.offsetParent) {
    box.focus();
    box.select();
  } else {
    location.href = "/search";
  }
});

async function look() {
  const text = box.value.trim();
  if (text === "") return close();
  if (text === asked && !menu.hidden) return;
  asked = text;
  const answer = await fetch(`/search/hits?text=${encodeURIComponent(text)}`, {
    headers: { "HX-Request": "true" },
  }).catch(() => null);
  if (!answer?.ok || box.value.trim() !== text) return;
  menu.innerHTML = await answer.text(); // escaped by the server
  menu.hidden = false;
  box.setAttribute("aria-expanded", "true");
  choose(options()[0]);
}

function press(event) {
  if (event.key === "Escape") {
    if (menu.hidden) box.blur();
    close();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (menu.hidden) return look();
    const all = options();
    const at = all.indexOf(chosen());
    choose(all.at((at + (event.key === "ArrowDown" ? 1 : -1)) % all.length));
  } else if (event.key === "Enter" && !menu.hidden && box.value.trim() === asked && chosen()) {
    event.preventDefault();
    chosen().click();
    close();
  }
}

function options() {
  return [...menu.querySelectorAll("a[role=option]")];
}

function chosen() {
  return menu.querySelector("[aria-selected=true]");
}

function choose(option) {
  chosen()?.removeAttribute("aria-selected");
  if (!option) return box.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({ block: "nearest" });
  box.setAttribute("aria-activedescendant", option.id);
}

function close() {
  clearTimeout(timer);
  menu.hidden = true;
  menu.replaceChildren();
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-activedescendant");
}
