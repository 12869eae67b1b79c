/**
 * Fetches the theme's script, half of what a page weighs, when the reader first touches the page,
 * moves the mouse, types, or has come for a search: a page is read without it. The page names it in
 * a script tag that does not run.
 */
(() => {
  const named = /** @type {HTMLScriptElement | null} */ (
    document.querySelector('script[type="text/plain"][src]')
  );
  if (!named) return;
  const SIGNS = ["pointerdown", "pointermove", "wheel", "keydown", "focusin"];
  const SEARCH_KEYS = ["/", "f", "s"]; // the theme's own keys that open the search
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  const input = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"));

  const load = () => {
    listen("removeEventListener");
    const script = document.createElement("script");
    script.src = named.src;
    script.addEventListener("load", () => named.remove());
    script.addEventListener("error", () => listen("addEventListener")); // asks again at the next sign
    document.head.append(script);
  };

  /** @param {KeyboardEvent} event */
  const opensSearch = ({ key, target, altKey, ctrlKey, metaKey }) =>
    SEARCH_KEYS.includes(key) &&
    !(altKey || ctrlKey || metaKey) &&
    !(target instanceof Element && target.closest("input, textarea, select, [contenteditable]"));

  /** @param {Event} event the key that the theme's script comes too late for is not lost */
  const onSign = (event) => {
    load();
    if (!input || !(event instanceof KeyboardEvent) || !opensSearch(event)) return;
    event.preventDefault();
    if (toggle && !toggle.checked) toggle.click();
    input.focus();
  };

  /** @param {"addEventListener" | "removeEventListener"} act */
  const listen = (act) => {
    for (const sign of SIGNS) window[act](sign, onSign, { passive: sign === "wheel" });
  };

  toggle?.addEventListener("change", () => {
    if (named.isConnected && toggle.checked) input?.focus();
  });
  if (new URL(location.href).searchParams.has("q")) load();
  else listen("addEventListener");
})();
