/**
 * Real buttons for what the theme opens with labels and hidden checkboxes (the menu of a phone and
 * the search), so that the keyboard and screen readers can work them. Without scripts a label stays.
 */
(() => {
  const drawer = document.querySelector(".md-sidebar--primary");
  // Labels inside the menu lead a level up, or to the headings of the page; the theme has Enter
  // work on a label that has the focus.
  const labels = document.querySelectorAll(".md-nav--primary :is(.md-nav__title, [for=__toc])");
  for (const label of labels) label.setAttribute("tabindex", "0");

  const here = () =>
    /** @type {HTMLElement[]} */ ([...(drawer?.querySelectorAll(".md-nav__item--active > *") ?? [])])
      .filter((item) => item.matches(".md-nav__link") && item.checkVisibility())
      .pop();

  for (const button of document.querySelectorAll("button[data-toggle]")) {
    const id = button.getAttribute("data-toggle") ?? "";
    const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById(id));
    if (!toggle) continue;
    button.addEventListener("click", () => toggle.click());
    toggle.addEventListener("change", () => {
      button.setAttribute("aria-expanded", String(toggle.checked));
      if (id === "__drawer" && toggle.checked) here()?.focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !toggle.checked || id !== "__drawer") return;
      toggle.click();
      /** @type {HTMLElement} */ (button).focus();
    });
  }
})();
