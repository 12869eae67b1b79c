/**
 * The button that switches between light and dark. A choice equal to the system's is forgotten, so
 * that the page follows the system again.
 */
(() => {
  const root = document.documentElement;
  const button = document.querySelector(".kb-scheme");
  if (!button) return;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const systemScheme = () => (system.matches ? "dark" : "light");
  const shown = () => root.dataset.scheme ?? systemScheme();
  const tell = () => button.setAttribute("aria-pressed", String(shown() === "dark"));

  button.addEventListener("click", () => {
    const scheme = shown() === "dark" ? "light" : "dark";
    const follows = scheme === systemScheme();
    if (follows) delete root.dataset.scheme;
    else root.dataset.scheme = scheme;
    try {
      if (follows) localStorage.removeItem("kb.scheme");
      else localStorage.setItem("kb.scheme", scheme);
    } catch {
      // Storage is closed: the choice holds for this page.
    }
    tell();
  });
  system.addEventListener("change", tell);
  tell();
})();
