/**
 * Adds up what the postings say and puts the pages in order; the same sums in the same order as
 * scripts/search/ranking.py.
 *
 * @typedef {{page: number, section: number, score: number}} Ranked
 */
((kb) => {
  /**
   * @param {any[]} wants @param {any} store @param {any} weights
   * @param {(page: number) => number} fit by what the score of a page is multiplied
   * @returns {Ranked[]}
   */
  const rank = (wants, store, weights, fit) => {
    /** @type {Map<number, number>} */
    const sums = new Map();
    /** @type {Map<number, number>} */
    const covered = new Map();
    let everything = 0;
    for (const want of wants) {
      const found = store.postings(want);
      if (!found) continue;
      const part = want.weight * found.rarity;
      everything += part;
      for (const [document, impact] of found.documents) {
        sums.set(document, (sums.get(document) ?? 0) + want.weight * impact);
        covered.set(document, (covered.get(document) ?? 0) + part);
      }
    }
    /** @type {Map<number, {best: number, section: number, ofSection: number}>} */
    const pages = new Map();
    for (const document of [...sums.keys()].sort((a, b) => a - b)) {
      const coverage = covered.get(document) / everything;
      const score = sums.get(document) * (1 - weights.coverage + weights.coverage * coverage);
      const [page, section] = store.pageOf(document);
      const scores = pages.get(page) ?? { best: 0, section: 0, ofSection: 0 };
      pages.set(page, scores);
      scores.best = Math.max(scores.best, score);
      if (section && score > scores.ofSection) [scores.section, scores.ofSection] = [section, score];
    }
    return [...pages]
      .map(([page, { best, section, ofSection }]) => ({
        page,
        section: ofSection >= weights.show_section * best ? section : 0,
        score: best * fit(page),
      }))
      .sort((a, b) => b.score - a.score || a.page - b.page);
  };

  Object.assign(kb, { rank });
})((self.kbSearch ??= {}));
