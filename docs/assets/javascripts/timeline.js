/**
 * Lets the links to the banks filter the list of decisions. Without scripts each link leads to the
 * latest decision of its bank. The choice stands in the address, so that it can be passed on.
 */
(() => {
  const list = document.querySelector(".kb-timeline");
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll(".kb-filter a[data-bank]");
  /** @type {NodeListOf<HTMLElement>} */
  const items = document.querySelectorAll(".kb-timeline li[data-bank]:not(.kb-filter *)");
  if (!list || !links.length) return;

  const told = document.createElement("span");
  told.setAttribute("role", "status");
  links[0].closest(".kb-filter")?.append(told);

  /** @param {string} bank id of a bank, or `all` */
  const show = (bank) => {
    for (const item of items) item.hidden = bank !== "all" && item.dataset.bank !== bank;
    for (const year of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("h2"))) {
      const group = /** @type {HTMLElement | null} */ (year.nextElementSibling);
      if (!group) continue;
      year.hidden = !group.querySelector("li:not([hidden])");
      group.hidden = year.hidden;
    }
    for (const link of links) {
      if (link.dataset.bank === bank) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };

  const follow = () => {
    const target = location.hash.slice(1);
    const bank = target.startsWith("bank-") ? target.slice("bank-".length) : "";
    if ([...links].some((link) => link.dataset.bank === bank)) show(bank);
    else if (document.getElementById(target)?.hidden) {
      show("all"); // a year that the filter had taken away
      document.getElementById(target)?.scrollIntoView();
    }
  };

  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      show(link.dataset.bank ?? "all");
      history.replaceState(null, "", link.hash);
      told.textContent = link.textContent;
    });
  }
  window.addEventListener("hashchange", follow);
  show("all");
  follow();
})();
