/**
 * Puts hits into the shape that the theme's box shows: a list of lists, each a section and its
 * page, or a page alone. The box writes what it gets as HTML, so everything here is escaped.
 */
((kb) => {
  const KINDS = {
    "zh-TW": { article: "文章", case: "國家案例", faq: "常見問題", index: "總覽", reference: "參考資料", term: "名詞" },
    en: { article: "Article", case: "Country case", faq: "Question", index: "Overview", reference: "Reference", term: "Term" },
  }; // prettier-ignore
  const LANGUAGE_NAMES = { "zh-TW": "中文", en: "English" };
  const TOP = 1000; // the box takes the highest score for the best hit

  /** @param {any} result @param {any[]} texts @param {any} engine @param {string} language */
  const items = (result, texts, engine, language) =>
    result.hits.flatMap((hit, place) => {
      if (!texts[place]) return [];
      const [url, kind, title, id, heading, text] = texts[place];
      const { analyser } = engine;
      const { wants } = result;
      const foreign = hit.language !== language;
      const labels = [KINDS[language][kind] ?? ""];
      if (foreign) labels.unshift(LANGUAGE_NAMES[hit.language]);
      const label = `<span class="kb-hit__kind">${kb.escape(labels.join(" · "))}</span>`;
      const wrap = (html) => (foreign ? `<span lang="${hit.language}">${html}</span>` : html);
      const mark = (whole) => wrap(kb.markAll(whole, analyser, wants));
      const passage = () => wrap(kb.passage(text, analyser, wants, hit.language));
      const score = TOP - 2 * place;
      const item = (location, name, html, higher) => ({
        location,
        title: name,
        text: html && `<p>${html}</p>`,
        score: score + higher,
        terms: {},
      });
      if (kind === "term") return [[item(url, mark(title), mark(text), 1), item(url.split("#")[0], label, "", 0)]];
      const shownTitle = mark(title) + label;
      if (kind === "faq") return [[item(url, shownTitle, mark(text), 0)]];
      if (!id) return [[item(url, shownTitle, passage(), 0)]];
      return [[item(`${url}#${id}`, mark(heading), passage(), 1), item(url, shownTitle, "", 0)]];
    });

  Object.assign(kb, { items });
})((self.kbSearch ??= {}));
