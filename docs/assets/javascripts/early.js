/**
 * Runs before anything is painted: marks that scripts run, applies the reader's choice of light or
 * dark, keeps the page back where another wording is about to be put in, and gives the theme's script what it expects (the theme has it inline in each page).
 */
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");

  try {
    const scheme = localStorage.getItem("kb.scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
    // `wording.js` shows the page when it has put the reader's wording in; a lost script must not
    // hide it for good.
    if (root.lang.startsWith("zh") && localStorage.getItem("kb.wording") === "zh-HK") {
      root.dataset.waits = "";
      setTimeout(() => delete root.dataset.waits, 1500);
    }
  } catch {
    // Storage is closed to this page: the system's scheme stays.
  }

  // The theme asks for a sitemap in the folder of every alternate page, which is not there. It looks
  // for exactly "alternate"; with a space the links mean the same, and it leaves them alone.
  document.addEventListener("DOMContentLoaded", () => {
    for (const link of document.querySelectorAll("link[rel=alternate][hreflang]")) {
      link.rel = "alternate ";
    }
  });

  const scope = new URL("../..", document.currentScript.src);
  const key = (name, base) => `${base.pathname}.${name}`;
  Object.assign(window, {
    __md_scope: scope,
    __md_hash: (text) => [...text].reduce((sum, c) => (sum << 5) - sum + c.charCodeAt(0), 0),
    __md_get: (name, storage = localStorage, base = scope) =>
      JSON.parse(storage.getItem(key(name, base))),
    __md_set: (name, value, storage = localStorage, base = scope) => {
      try {
        storage.setItem(key(name, base), JSON.stringify(value));
      } catch {
        // Storage is full or closed: the theme does without.
      }
    },
  });
})();
