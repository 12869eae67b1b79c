/**
 * Shows the walk-through of T-accounts one step at a time. The buttons, and the arrow keys while the
 * focus is inside, lead on and back; the address names the step, so that it can be kept and shared.
 * The page without this script, and its print-out, show every step.
 */
(() => {
  for (const box of document.querySelectorAll(".kb-steps")) {
    const steps = [...box.querySelectorAll(".kb-step")];
    const heads = steps.map((step) => /** @type {HTMLElement} */ (step.querySelector("h3")));
    const back = box.querySelector(".kb-steps__back");
    const on = box.querySelector(".kb-steps__on");
    const where = box.querySelector(".kb-steps__where");
    if (!back || !on || !where) continue;
    let now = 0;

    /** @param {number} number which step to show, from 0 */
    const show = (number) => {
      now = number;
      box.setAttribute("data-step", `${now + 1}`);
      steps.forEach((step, index) => step.classList.toggle("kb-step--now", index === now));
      back.setAttribute("aria-disabled", `${now === 0}`);
      on.setAttribute("aria-disabled", `${now === steps.length - 1}`);
    };

    /** @param {number} number a step, or one beyond either end, which changes nothing */
    const go = (number) => {
      if (number < 0 || number >= steps.length) return;
      show(number);
      const title = heads[now].firstChild?.textContent ?? "";
      where.textContent = `${now + 1} / ${steps.length}`;
      const heard = where.appendChild(document.createElement("span"));
      heard.textContent = ` ${title}`;
      history.replaceState(null, "", `#${heads[now].id}`);
      if (box.getBoundingClientRect().top < 0) box.scrollIntoView();
    };

    const fromAddress = () => {
      const named = heads.findIndex((head) => `#${head.id}` === location.hash);
      if (named < 0) return;
      show(named);
      where.textContent = `${named + 1} / ${steps.length}`;
      heads[named].scrollIntoView();
    };

    back.addEventListener("click", () => go(now - 1));
    on.addEventListener("click", () => go(now + 1));
    box.addEventListener("keydown", (event) => {
      const key = /** @type {KeyboardEvent} */ (event);
      const step = { ArrowLeft: -1, ArrowRight: 1 }[key.key];
      if (!step || key.altKey || key.ctrlKey || key.metaKey || key.shiftKey) return;
      if (/** @type {Element} */ (key.target).closest(".kb-table")) return; // it scrolls sideways
      key.preventDefault();
      go(now + step);
    });
    window.addEventListener("hashchange", fromAddress);
    show(0);
    fromAddress();
  }
})();
