/**
 * Taiwan or Hong Kong wording on Chinese pages. The table of wordings is loaded only when a reader
 * chooses Hong Kong; the choice is kept in the browser. Switching back puts every text back as it
 * was. Left alone: code, and everything inside `data-wording="keep"`.
 */
(() => {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".kb-wording"));
  if (!button) return;
  const KEY = "kb.wording";
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
    document.documentElement.lang = chosen ? "zh-HK" : "zh-TW";
  };

  const toHongKong = async () => {
    const answer = await fetch(button.dataset.words ?? "");
    if (!answer.ok) return;
    apply(translator(await answer.json()));
    tell(true);
  };

  const toTaiwan = () => {
    for (const restore of undo) restore();
    undo = [];
    tell(false);
  };

  const stored = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // Storage is closed to this page.
    }
  };

  button.addEventListener("click", () => {
    const chosen = undo.length === 0;
    try {
      if (chosen) localStorage.setItem(KEY, "zh-HK");
      else localStorage.removeItem(KEY);
    } catch {
      // The choice holds for this page only.
    }
    if (chosen) toHongKong();
    else toTaiwan();
  });
  if (stored() === "zh-HK") toHongKong();
})();
