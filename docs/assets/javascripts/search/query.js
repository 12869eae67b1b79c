/**
 * Turns a query into weighted tokens, and finds the wordings that it may become; as
 * scripts/search/query.py and completion.py do.
 *
 * @typedef {{token: string, weight: number, start: number, end: number, prefix: boolean}} Want
 */
((kb) => {
  const LONGEST = 8;
  const MOST = 4;

  /** @returns {number} what a token within a span counts; the words of a wording share it */
  const inside = (factor, { start, end }, units, weights) =>
    units[start].han ? factor : (factor * weights.inside_latin) / (end - start);

  /** @returns {[number, number][]} for each unit how much a token counts in its span, and its number */
  const ownersOf = (units, concepts, everyday, questions, weights) => {
    const spans = [
      ...everyday.map((span) => [inside(weights.inside_everyday, span, units, weights), span]),
      ...questions.find(units).map((span) => [weights.question, span]),
      ...concepts.map((span) => [
        span.phrase.loose
          ? inside(weights.inside_loose, span, units, weights)
          : weights.inside_concept,
        span,
      ]),
    ];
    const owners = units.map(() => [1, 0]);
    spans.forEach(([factor, { start, end }], index) => owners.fill([factor, index + 1], start, end));
    return owners;
  };

  /** Leaves out what counts least in a long query: each token is one more file to fetch. */
  const strongest = (wants, most) => {
    const counting = wants.filter(({ weight }) => weight > 0);
    const kept = new Set([...counting].sort((a, b) => b.weight - a.weight).slice(0, most));
    return counting.filter((want) => kept.has(want));
  };

  /** @returns {{wants: Want[], concepts: any[]}} */
  const plan = (units, analyser, questions, weights) => {
    const { concepts, everyday } = analyser.spans(units);
    /** @type {Map<string, Want>} */
    const wants = new Map();
    const want = (token, weight, start, end) => {
      const known = wants.get(token);
      if (!known || known.weight < weight) {
        wants.set(token, { token, weight, start, end, prefix: false });
      }
    };
    for (const { phrase, start, end } of concepts) {
      want(`#${phrase.id}`, phrase.loose ? weights.loose : weights.concept, start, end);
    }
    for (const { phrase, start, end } of everyday) {
      want(`~${phrase.id}`, weights.everyday, start, end);
    }
    const owners = ownersOf(units, concepts, everyday, questions, weights);
    for (const { text, start, end } of analyser.tokens(units)) {
      const [factor, owner] = owners[start];
      const astride = owner !== owners[end - 1][1];
      const pair = end - start === 2 ? weights.pair : weights.word;
      want(text, (astride ? weights.astride : factor) * pair, start, end);
    }
    return { wants: strongest([...wants.values()], weights.most_wants), concepts };
  };

  const saysEnough = (units) =>
    units.length >= 2 || (!units[0].han && units[0].word.length >= 3);

  /**
   * @returns {{offers: {phrase: any, share: number}[], start: number}} phrases that begin with the
   *   end of the query, and how much of each has been typed
   */
  const completions = (units, concepts, analyser) => {
    const mute = (unit) => analyser.mute(unit);
    const size = units.reduce((end, unit, place) => (mute(unit) ? end : place + 1), 0);
    const nothing = { offers: [], start: size };
    for (let start = Math.max(0, size - LONGEST); start < size; start += 1) {
      if (mute(units[start]) || units.slice(start + 1, size).some((unit) => unit.broken)) continue;
      if (concepts.some((span) => span.start <= start && span.end === size)) return nothing;
      const telling = units.slice(start, size).filter((unit) => !mute(unit));
      if (!saysEnough(telling)) return nothing;
      const head = telling.slice(0, -1).map((unit) => unit.text);
      const last = telling[telling.length - 1];
      const typed = [...head.join(""), ...last.word].length;
      /** @type {Map<string, {phrase: any, share: number}>} */
      const found = new Map();
      for (const phrase of analyser.concepts.phrases) {
        const here = phrase.units[head.length];
        if (here === undefined || head.some((unit, index) => phrase.units[index] !== unit)) continue;
        const longer = phrase.units.length > head.length + 1 || here !== last.text;
        if (!longer || !here.startsWith(last.word)) continue;
        const share = typed / [...phrase.units.join("")].length;
        const known = found.get(phrase.id);
        if (!known) found.set(phrase.id, { phrase, share });
        else known.share = Math.max(known.share, share);
      }
      if (found.size) return found.size <= MOST ? { offers: [...found.values()], start } : nothing;
    }
    return nothing;
  };

  Object.assign(kb, { plan, completions });
})((self.kbSearch ??= {}));
