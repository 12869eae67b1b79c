/** Lets the language switch lead to the section that is being read; both languages share the ids. */
(() => {
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".kb-language"));
  if (!link) return;

  /** @returns {string} the id of the last heading above the upper third of the window, or "" */
  const section = () => {
    const line = window.innerHeight / 3;
    let id = "";
    for (const heading of document.querySelectorAll(".kb-body :is(h2, h3)[id]")) {
      if (heading.getBoundingClientRect().top > line) break;
      id = heading.id;
    }
    return id;
  };

  /** An entry of a list (a term, a figure) that was asked for by its address, and is in view. */
  const asked = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const box = id ? document.getElementById(id)?.getBoundingClientRect() : undefined;
    return box && box.bottom > 0 && box.top < window.innerHeight ? id : "";
  };

  const aim = () => {
    link.hash = asked() || (window.scrollY > 0 ? section() : "");
  };
  for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, aim);
})();
