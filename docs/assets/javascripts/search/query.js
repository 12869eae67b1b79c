/**
 * Turns a query into weighted tokens, and finds the wordings that it may become; as
 * scripts/search/query.py and completion.py do.
 *
 * @typedef {{token: string, weight: number, start: number, end: number, prefix: boolean}} Want
 */
((kb) => {
  const LONGEST = 8;
  const MOST = 4;

  /** @param {any[]} spans @param {number} start @param {number} end */
  const around = (spans, start, end) =>
    spans.find((span) => span.start <= start && end <= span.end);

  /** @returns {boolean[]} for each unit whether it belongs to a question word and to no concept */
  const asking = (units, questions, concepts) => {
    const flags = units.map(() => false);
    for (const span of questions.find(units)) {
      for (let index = span.start; index < span.end; index += 1) {
        flags[index] = !around(concepts, index, index + 1);
      }
    }
    return flags;
  };

  /** @returns {{wants: Want[], concepts: any[]}} */
  const plan = (units, analyser, questions, weights) => {
    const concepts = analyser.concepts.find(units);
    const everyday = analyser.everyday.find(units);
    const asked = asking(units, questions, concepts);
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
    for (const { text, start, end } of analyser.tokens(units)) {
      let weight = 1;
      const concept = around(concepts, start, end);
      if (concept) weight = concept.phrase.loose ? weights.inside_loose : weights.inside_concept;
      else if (around(everyday, start, end)) weight = weights.inside_everyday;
      const count = asked.slice(start, end).filter(Boolean).length;
      if (count === end - start) weight *= weights.question;
      else if (count) weight *= weights.beside_question;
      want(text, weight, start, end);
    }
    return { wants: [...wants.values()], concepts };
  };

  const saysEnough = (units) =>
    units.length >= 2 || (!units[0].han && units[0].word.length >= 3);

  /** @returns {{phrases: any[], start: number}} phrases that begin with the end of the query */
  const completions = (units, concepts, table) => {
    const size = units.length;
    const nothing = { phrases: [], start: size };
    for (let start = Math.max(0, size - LONGEST); start < size; start += 1) {
      if (units.slice(start + 1).some((unit) => unit.broken)) continue;
      if (concepts.some((span) => span.start <= start && span.end === size)) return nothing;
      if (!saysEnough(units.slice(start))) return nothing;
      const head = units.slice(start, -1).map((unit) => unit.text);
      const last = units[size - 1];
      /** @type {Map<string, any>} */
      const found = new Map();
      for (const phrase of table.phrases) {
        const here = phrase.units[head.length];
        if (here === undefined || head.some((unit, index) => phrase.units[index] !== unit)) continue;
        const longer = phrase.units.length > head.length + 1 || here !== last.text;
        if ((here.startsWith(last.word) || here.startsWith(last.text)) && longer) {
          if (!found.has(phrase.id)) found.set(phrase.id, phrase);
        }
      }
      if (found.size) {
        return found.size <= MOST ? { phrases: [...found.values()], start } : nothing;
      }
    }
    return nothing;
  };

  Object.assign(kb, { plan, completions });
})((self.kbSearch ??= {}));
