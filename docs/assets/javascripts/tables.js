/**
 * Makes a table that is wider than its box reachable by keyboard, and says what it is. Tables that
 * fit stay plain, so that they are no extra stop for the Tab key.
 */
(() => {
  const word = document.documentElement.lang === "en" ? "Table" : "表格";
  const boxes = [...document.querySelectorAll(".kb-table")];

  /** @param {Element} box @returns {string} the heading that the table stands under */
  const heading = (box) => {
    let found = "";
    for (const title of document.querySelectorAll(".md-content :is(h1, h2, h3, h4)")) {
      if (!(title.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
      found = [...title.childNodes]
        .filter((node) => !(node instanceof Element && node.matches(".headerlink")))
        .map((node) => node.textContent)
        .join("")
        .trim();
    }
    return found;
  };

  const names = boxes.map((box, index) => `${word} ${index + 1}: ${heading(box)}`);
  const fit = () => {
    boxes.forEach((box, index) => {
      const wide = box.scrollWidth > box.clientWidth + 1;
      const attributes = { tabindex: "0", role: "region", "aria-label": names[index] };
      for (const [name, value] of Object.entries(attributes)) {
        if (wide) box.setAttribute(name, value);
        else box.removeAttribute(name);
      }
    });
  };
  fit();
  window.addEventListener("resize", fit);
  // A table that stands in something folded away has no width until it is shown.
  const shown = new ResizeObserver(fit);
  boxes.forEach((box) => shown.observe(box));
})();
