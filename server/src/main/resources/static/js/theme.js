// Light or dark: as the system says, until the viewer decides otherwise. Loaded before anything is
// painted, so that no page flashes in the wrong colours.
(() => {
  const KEY = "vespene.theme";
  const system = matchMedia("(prefers-color-scheme: dark)");

  const chosen = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // storage is switched off: follow the system
    }
  };
  // A page may have a theme of its own.
  const own = document.documentElement.dataset.theme;
  const current = () => own ?? chosen() ?? (system.matches ? "dark" : "light");
  const apply = () => document.documentElement.setAttribute("data-bs-theme", current());

  apply();
  system.addEventListener("change", apply);
  addEventListener("storage", apply);
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-theme-toggle]")) {
      const next = current() === "dark" ? "light" : "dark";
      try {
        localStorage.setItem(KEY, next);
      } catch {
        // it then lasts until the next page
      }
      document.documentElement.setAttribute("data-bs-theme", next);
    }
  });
})();
