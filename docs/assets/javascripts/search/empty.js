/**
 * What the box shows before anything is typed, and where nothing was found: recent searches (kept
 * in this browser only), popular questions, and where to ask for a missing one.
 */
(() => {
  const WORDS = {
    "zh-TW": {
      recent: "最近搜尋", forget: "清除紀錄", popular: "常被問到", ask: "找不到答案？提出你的問題",
    },
    en: {
      recent: "Recent searches", forget: "Clear", popular: "Often asked", ask: "Not answered here? Ask for it",
    },
  }; // prettier-ignore
  const KEY = "kb.searches";
  const KEPT = 5;
  const box = window.kbSearchBox;
  const result = document.querySelector(".md-search-result");
  if (!box || !result) return;
  const { input } = box;
  const words = WORDS[box.words];

  const recent = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
      return Array.isArray(kept) ? kept.filter((query) => typeof query === "string") : [];
    } catch {
      return []; // Storage is closed to this page, or holds what is not ours.
    }
  };
  const keep = (queries) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(queries));
    } catch {
      // The search is forgotten with the page.
    }
  };

  const element = (name, className, text = "") => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  /** A link that the theme's arrow keys reach; Enter in the box takes the score for a hit's. */
  const link = (text, href) => {
    const made = element("a", "kb-empty__link");
    made.href = href;
    made.tabIndex = -1;
    const inner = made.appendChild(element("span", "", text));
    inner.dataset.mdScore = "0";
    return made;
  };

  const group = (title, links) => {
    const made = element("section", "kb-empty__group");
    made.append(element("h2", "kb-empty__title", title));
    const list = made.appendChild(element("ul", "kb-empty__list"));
    for (const one of links) list.appendChild(element("li", "")).append(one);
    return made;
  };

  /** @param {HTMLElement} target @param {() => void} act runs instead of following the link */
  const instead = (target, act) => {
    target.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      act();
    });
    return target;
  };

  const empty = element("div", "kb-empty");
  // Between the theme's two: it takes the first child for the count and the last for the list.
  result.insertBefore(empty, result.lastElementChild);

  /** @param {{url: string, title: string}[]} popular @param {boolean} nothingFound */
  const show = (popular, nothingFound) => {
    empty.replaceChildren();
    const queries = nothingFound ? [] : recent();
    if (queries.length) {
      const links = queries.map((query) =>
        instead(link(query, `?q=${encodeURIComponent(query)}`), () => box.fill(query)),
      );
      const forget = instead(link(words.forget, "#"), () => {
        keep([]);
        show(popular, nothingFound);
        input.focus();
      });
      forget.classList.add("kb-empty__link--quiet");
      empty.append(group(words.recent, [...links, forget]));
    }
    if (popular.length) {
      empty.append(group(words.popular, popular.map(({ url, title }) => link(title, url))));
    }
    if (box.ask) {
      const ask = link(words.ask, box.ask);
      ask.classList.add("kb-empty__link--ask");
      empty.append(ask);
    }
  };

  box.onNotes((detail) => {
    empty.hidden = detail.count > 0 || detail.failed || detail.stale;
    // Hidden links would still be the first that the arrow keys go to, and take no focus.
    if (empty.hidden) empty.replaceChildren();
    else show(detail.popular ?? [], Boolean(detail.query.trim()));
    // What could not be looked up was not looked for in vain.
    const asked = detail.query.trim() && !(detail.count === 0 && (detail.failed || detail.stale));
    result.classList.toggle("kb-without-count", !asked);
  });

  // Enter with nothing typed would follow the first link.
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !input.value.trim()) {
      event.preventDefault();
      event.stopPropagation();
    }
  });

  result.addEventListener("click", ({ target }) => {
    const hit = target instanceof Element && target.closest(".md-search-result__link");
    const query = input.value.trim();
    if (hit && query) keep([query, ...recent().filter((other) => other !== query)].slice(0, KEPT));
  });
})();
