/**
 * What kind of page a query calls for, whatever its words; as scripts/search/fit.py does it.
 */
((kb) => {
  /**
   * @param {any[]} units @param {any} analyser @param {any} questions
   * @param {[string[], string[], number[]][]} places tokens, signs and pages of each
   * @param {Set<number>} answers the FAQ pages @param {any} weights
   * @returns {(page: number) => number} by what the score of a page is multiplied
   */
  const fitOf = (units, analyser, questions, places, answers, weights) => {
    const { concepts, everyday } = analyser.spans(units);
    const named = new Set([
      ...concepts.map(({ phrase }) => `#${phrase.id}`),
      ...everyday.map(({ phrase }) => `~${phrase.id}`),
    ]);
    const written = new Set(units.map(({ text }) => text));
    const here = new Set();
    const elsewhere = new Set();
    for (const [tokens, signs, pages] of places) {
      const met = tokens.some((one) => named.has(one)) || signs.some((one) => written.has(one));
      for (const page of pages) (met ? here : elsewhere).add(page);
    }
    const asks = questions.find(units).length > 0;
    return (page) => {
      const factor = elsewhere.has(page) && !here.has(page) ? weights.elsewhere : 1;
      return asks && answers.has(page) ? factor * weights.asked : factor;
    };
  };

  Object.assign(kb, { fitOf });
})((self.kbSearch ??= {}));
