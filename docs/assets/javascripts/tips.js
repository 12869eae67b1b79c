/**
 * Shows what a linked term or figure is without leaving the sentence. A mouse sees it after a
 * moment over the word, the keyboard on focus, a finger on the first tap; the link itself leads to
 * the full entry. WCAG 1.4.13: Esc closes it, the pointer may move onto it, it stays until left.
 */
(() => {
  const SELECTOR = ".kb-term[data-tip], .kb-figure[data-tip]";
  const SHOW_AFTER = 180; // milliseconds: long enough not to flicker while the mouse passes over
  const HIDE_AFTER = 220; // milliseconds: time to move from the word onto the tip
  const EDGE = 8; // pixels between the tip and the edge of the window
  if (!document.querySelector(SELECTOR)) return;
  const more = document.documentElement.lang === "en" ? "Full entry" : "完整說明";

  const tip = document.createElement("div");
  tip.className = "kb-tip";
  tip.hidden = true;
  const title = tip.appendChild(document.createElement("p"));
  title.className = "kb-tip__title";
  const text = tip.appendChild(document.createElement("p"));
  text.id = "kb-tip-text";
  text.setAttribute("role", "tooltip");
  const link = tip.appendChild(document.createElement("a"));
  link.className = "kb-tip__more";
  link.textContent = more;
  document.body.append(tip);

  /** @type {HTMLAnchorElement | null} the link whose tip is shown */
  let shown = null;
  let pointer = "mouse";
  let timer = 0;
  const byTouch = () => pointer !== "mouse" && pointer !== "keyboard";

  /** @param {HTMLAnchorElement} anchor */
  const place = (anchor) => {
    const lines = anchor.getClientRects();
    const line = lines[0];
    const { width, height } = tip.getBoundingClientRect();
    const room = document.documentElement.clientWidth - width - EDGE;
    const left = Math.max(EDGE, Math.min(line.left, room));
    const last = lines[lines.length - 1];
    const below = last.bottom + EDGE + height <= window.innerHeight;
    const top = below || line.top < height + EDGE ? last.bottom + 2 : line.top - height - 2;
    tip.style.left = `${left + window.scrollX}px`;
    tip.style.top = `${top + window.scrollY}px`;
  };

  /** @param {HTMLAnchorElement} anchor */
  const show = (anchor) => {
    clearTimeout(timer);
    if (shown === anchor) return;
    hide();
    shown = anchor;
    title.textContent = anchor.dataset.tipTitle ?? "";
    text.textContent = anchor.dataset.tip ?? "";
    link.href = anchor.href;
    link.hidden = !byTouch();
    tip.hidden = false;
    anchor.setAttribute("aria-describedby", text.id);
    place(anchor);
  };

  const hide = () => {
    clearTimeout(timer);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    tip.hidden = true;
  };

  /** @param {EventTarget | null} target @returns {HTMLAnchorElement | null} */
  const anchorOf = (target) =>
    target instanceof Element ? /** @type {any} */ (target.closest(SELECTOR)) : null;

  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    if (shown && !anchorOf(event.target) && !tip.contains(/** @type {Node} */ (event.target))) {
      hide();
    }
  });
  document.addEventListener("keydown", (event) => {
    pointer = "keyboard";
    if (event.key === "Escape") hide();
  });
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const anchor = anchorOf(event.target);
    const inside = tip.contains(/** @type {Node} */ (event.target));
    clearTimeout(timer);
    if (anchor && anchor !== shown) {
      pointer = "mouse";
      timer = setTimeout(() => show(anchor), SHOW_AFTER);
    } else if (shown && !anchor && !inside) {
      timer = setTimeout(hide, HIDE_AFTER);
    }
  });
  document.addEventListener("focusin", (event) => {
    const anchor = anchorOf(event.target);
    if (anchor && pointer === "keyboard") show(anchor);
    else if (shown && !anchor && !tip.contains(/** @type {Node} */ (event.target))) hide();
  });
  document.addEventListener("click", (event) => {
    const anchor = anchorOf(event.target);
    if (!anchor || !byTouch() || shown === anchor) return;
    event.preventDefault();
    show(anchor);
  });
  window.addEventListener("resize", hide);
})();
