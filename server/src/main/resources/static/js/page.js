// What every page behind the login does: prove to the server that requests come from its own pages,
// and close open menus.
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRF-TOKEN"] = document.querySelector("meta[name=csrf]").content;
});

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.v-menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.v-menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
