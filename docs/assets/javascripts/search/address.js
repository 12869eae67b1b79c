/**
 * Keeps the query in the address (`?q=`) while the search is open, so that a search can be shared
 * and the way back from a hit leads to its results.
 */
(() => {
  const box = window.kbSearchBox;
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  if (!box || !toggle) return;
  const { input } = box;

  /** @param {string} query */
  const write = (query) => {
    const url = new URL(location.href);
    if (query) url.searchParams.set("q", query);
    else url.searchParams.delete("q");
    if (url.href !== location.href) history.replaceState(history.state, "", url);
  };

  box.onNotes((detail) => {
    if (toggle.checked) write(detail.query.trim());
  });
  toggle.addEventListener("change", () => {
    if (!toggle.checked) write("");
  });
  document.addEventListener("click", ({ target }) => {
    const hit = target instanceof Element && target.closest(".md-search-result__link");
    if (!hit) return;
    // The theme closes the search on a hit; the page that is left shall still open with it.
    const leaves = new URL(hit.href).pathname !== location.pathname;
    queueMicrotask(() => write(leaves ? input.value.trim() : ""));
  });
})();
