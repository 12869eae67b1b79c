/**
 * The search box of the home page opens the site's search and hands it what was typed. Where there
 * is no search on the page, the form leads to the list of questions, as it does without scripts.
 */
(() => {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector(".kb-search"));
  const query = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"));
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  if (!form || !query || !toggle) return;
  const box = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));

  const open = () => {
    if (!toggle.checked) toggle.click();
    query.value = box.value;
    query.focus();
    for (const name of ["input", "keyup"]) query.dispatchEvent(new Event(name, { bubbles: true }));
  };
  // The focus must not leave in the middle of a syllable that an input method is composing.
  box.addEventListener("input", (event) => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) open();
  });
  box.addEventListener("compositionend", () => setTimeout(open));
  box.addEventListener("click", open);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    open();
  });
})();
