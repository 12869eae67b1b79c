/**
 * Taiwan or Hong Kong wording on Chinese pages. The table of wordings is loaded only when a reader
 * chooses Hong Kong; the choice is kept in the browser. Switching back puts every text back as it
 * was. Left alone: code, and everything inside `data-wording="keep"`.
 */
(() => {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".kb-wording"));
  const root = document.documentElement;
  /** Shows the page, which `early.js` keeps back where another wording is about to be put in. */
  const show = () => delete root.dataset.waits;
  if (!button) return show();
  const KEY = "kb.wording";
  const TABLE = "kb.wording.table";
  const PLACES = ".md-content, .md-sidebar, .md-tabs, .kb-turn, .kb-brand";
  const KEEP = '[data-wording="keep"], code, pre, script, style';
  const ATTRIBUTES = ["data-tip", "data-tip-title"];
  const label = button.textContent;
  /** @type {(() => void)[]} what to do to have every text as it was */
  let undo = [];

  /** @param {Record<string, string>} words @returns {(text: string) => string} */
  const translator = (words) => {
    const longestFirst = Object.keys(words).sort((a, b) => b.length - a.length);
    const pattern = new RegExp(longestFirst.join("|").replace(/[.*+?^${}()[\]\\]/g, "\\$&"), "g");
    return (text) => text.replace(pattern, (word) => words[word]);
  };

  /** @param {(text: string) => string} translate */
  const apply = (translate) => {
    for (const place of document.querySelectorAll(PLACES)) {
      const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const node = texts.currentNode;
        const before = node.nodeValue ?? "";
        const after = translate(before);
        if (after === before || node.parentElement?.closest(KEEP)) continue;
        node.nodeValue = after;
        undo.push(() => (node.nodeValue = before));
      }
      for (const name of ATTRIBUTES) {
        for (const element of place.querySelectorAll(`[${name}]`)) {
          if (element.closest(KEEP)) continue;
          const before = element.getAttribute(name) ?? "";
          element.setAttribute(name, translate(before));
          undo.push(() => element.setAttribute(name, before));
        }
      }
    }
  };

  /** @param {boolean} chosen whether Hong Kong wording is on */
  const tell = (chosen) => {
    button.textContent = chosen ? button.dataset.back ?? "" : label;
    root.lang = chosen ? "zh-HK" : "zh-TW";
  };

  /** @param {string} name @returns {string | null} null also where storage is closed to this page */
  const stored = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };

  /** @param {string} name @param {string | null} value null forgets it */
  const store = (name, value) => {
    try {
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, value);
    } catch {
      // What was chosen holds for this page only.
    }
  };

  /** @param {string} table */
  const switchTo = (table) => {
    apply(translator(JSON.parse(table)));
    tell(true);
  };

  /** The table that was kept is there before anything is painted; the newest serves the next page. */
  const toHongKong = async () => {
    const kept = stored(TABLE);
    if (kept) switchTo(kept);
    const answer = await fetch(button.dataset.words ?? "");
    if (!answer.ok) return;
    const table = await answer.text();
    store(TABLE, table);
    if (!kept) switchTo(table);
  };

  const toTaiwan = () => {
    for (const restore of undo) restore();
    undo = [];
    tell(false);
  };

  button.addEventListener("click", () => {
    const chosen = undo.length === 0;
    store(KEY, chosen ? "zh-HK" : null);
    if (!chosen) store(TABLE, null);
    if (chosen) toHongKong();
    else toTaiwan();
  });
  if (stored(KEY) === "zh-HK") toHongKong().catch(() => {}).then(show);
  if (undo.length > 0 || stored(KEY) !== "zh-HK") show();
})();
