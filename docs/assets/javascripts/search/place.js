/**
 * Keeps the place of a reader who walks through the results by keyboard while the list is drawn
 * anew (the answer to the last letter may come after the first arrow key). The theme empties the
 * list and with it takes the focus away.
 */
(() => {
  const box = window.kbSearchBox;
  const list = document.querySelector(".md-search-result__list");
  if (!box || !list) return;
  const NOWHERE = -1;
  let place = NOWHERE;

  const links = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll(":not(details) > [href]")]);
  const lost = () => place !== NOWHERE && document.activeElement === document.body;

  document.addEventListener("focusin", ({ target }) => {
    place = links().indexOf(/** @type {HTMLElement} */ (target));
  });
  document.addEventListener("pointerdown", () => (place = NOWHERE));

  new MutationObserver(() => {
    if (!lost()) return;
    const found = links();
    if (found.length) found[Math.min(place, found.length - 1)].focus();
    // Nothing was found for what was typed last: back to where it can be mended.
    else requestAnimationFrame(() => lost() && box.input.focus());
  }).observe(list, { childList: true });
})();
