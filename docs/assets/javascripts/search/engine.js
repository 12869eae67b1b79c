/**
 * A search from the typed words to the ordered pages, as scripts/search/engine.py does it. Knows
 * nothing of the box that it answers.
 *
 * @typedef {{language: string, page: number, section: number, score: number}} Hit
 */
((kb) => {
  const LONGEST_QUERY = 200;
  const LONGEST_LIST = 10; // the theme shows ten at once
  const FOREIGN_LIST = 3; // of them, where the query is in the other language
  const TERM_PLACE = 3;
  const MANIFEST = "manifest.json";

  class Engine {
    /** @param {any} folder an IndexFolder */
    constructor(folder) {
      this.folder = folder;
    }

    /** Loads what every query needs. */
    async prepare() {
      if (this.analyser) return;
      const manifest = await this.folder.settle(() => this.folder.peek(MANIFEST));
      if (!manifest) throw new Error("the search index cannot be loaded");
      const [from, to, written] = manifest.folding.slice(0, 2).map((s) => [...s]).concat(manifest.folding[2]);
      const analyser = new kb.Analyser(new Map(from.map((sign, index) => [sign, to[index]])));
      const words = (text) => text.split("|");
      const lines = (text) => text.split("\n").filter(Boolean);
      analyser.silent = new Set(words(manifest.silent).flatMap((word) => analyser.phraseUnits(word)));
      const phrase = (id, loose) => (wording) => ({
        units: analyser.phraseUnits(wording), id, wording, loose,
      });
      const terms = lines(manifest.terms).map((line) => {
        const [head, tail] = line.split("||");
        const [id, ...names] = words(head);
        return { id, names, aliases: tail ? words(tail) : [] };
      });
      const concepts = terms.flatMap(({ id, names, aliases }) => [
        ...names.map(phrase(id, false)),
        ...aliases.map(phrase(id, true)),
      ]);
      const everyday = lines(manifest.everyday)
        .map(words)
        .flatMap(([id, ...group]) => group.map(phrase(id, false)));
      analyser.concepts = new kb.PhraseTable(concepts);
      analyser.everyday = new kb.PhraseTable(everyday);
      this.questions = new kb.PhraseTable(words(manifest.questions).map(phrase("", false)));
      this.weights = manifest.weights;
      this.popular = manifest.popular;
      this.places = manifest.places.map(([tokens, signs, pages]) => [
        tokens,
        analyser.units(signs).map(({ text }) => text),
        pages,
      ]);
      this.answers = new Set(manifest.answers);
      this.pagesOfTerms = new Map(
        terms.map(({ id }, index) => [id, manifest.terms_pages[index]]),
      );
      /** @type {Map<string, string>} how a folded character is written on the pages */
      this.unfolding = new Map(to.slice(0, written).map((sign, index) => [sign, from[index]]));
      this.stores = Object.fromEntries(
        Object.keys(manifest.languages).map((language) => [
          language,
          new kb.LanguageStore(this.folder, language, manifest),
        ]),
      );
      this.words = this.glossaryWords(terms, analyser);
      this.spellers = Object.fromEntries(
        Object.entries(this.stores).map(([language, store]) => [
          language,
          new kb.Speller(analyser, store, () => this.sounds(), this.questions, this.words),
        ]),
      );
      this.analyser = analyser;
    }

    glossaryWords(terms, analyser) {
      const words = new Set();
      for (const { names, aliases } of terms) {
        for (const wording of [...names, ...aliases]) {
          if (!/\p{L}{4}/u.test(wording)) continue;
          for (const unit of analyser.units(wording)) {
            if (!unit.han && unit.word.length > 3) words.add(unit.word);
          }
        }
      }
      return [...words].sort();
    }

    /**
     * @param {string} query @param {string} language the reader's
     * @returns {Promise<{hits: Hit[], corrected: string, completions: string[], wants: any[],
     *   foreign: boolean}>}
     */
    async search(query, language) {
      await this.prepare();
      const typed = [...query].slice(0, LONGEST_QUERY).join("");
      const units = this.analyser.units(typed);
      const others = Object.keys(this.stores).filter((other) => other !== language);
      const foreign = units.length > 0 && units.some((unit) => unit.han) !== (language === "zh-TW");
      const home = this.stores[language];
      const abroad = this.stores[others[0]];
      const reading = foreign ? abroad : home;
      await this.fetchAhead(units, foreign ? [home, abroad] : [home]);
      const result = await this.folder.settle(() => {
        const corrections = this.spellers[reading.language].corrections(units);
        const understood = mended(units, corrections);
        const { wants, completions } = this.wants(understood, reading, corrections);
        const { analyser, questions, places, answers, weights } = this;
        const fit = kb.fitOf(understood, analyser, questions, places, answers, weights);
        const own = kb.rank(wants, home, weights, fit);
        const there = foreign ? kb.rank(wants, abroad, weights, fit) : [];
        const ranked = foreign ? this.withTwins(own, there, home) : own;
        return { corrections, understood, wants, completions, ranked, there };
      });
      const { corrections, understood, wants, ranked, there } = result;
      const own = LONGEST_LIST - (there.length ? FOREIGN_LIST : 0);
      const hits = [
        ...this.withDefinition(ranked, understood).slice(0, own).map((found) => ({ ...found, language })),
        ...there.slice(0, FOREIGN_LIST).map((found) => ({ ...found, language: others[0] })),
      ];
      const corrected = corrections.length ? this.shown(typed, units, corrections) : "";
      const completions = result.completions.map(
        ([before, wording]) => typed.slice(0, before) + wording,
      );
      return { hits, corrected, completions, wants, foreign };
    }

    /** Fetches in one go what a query without slips needs. */
    async fetchAhead(units, stores) {
      await this.folder.settle(() => {
        const { wants } = kb.plan(units, this.analyser, this.questions, this.weights);
        for (const store of stores) {
          for (const want of wants) store.entry(want.token);
        }
      });
    }

    /** @returns {Map<string, Set<string>>} the sounds of each character */
    sounds() {
      if (this.soundTable) return this.soundTable;
      const groups = this.folder.peek("sounds.json")?.sounds;
      /** @type {Map<string, Set<string>>} */
      const table = new Map();
      for (const [sound, signs] of Object.entries(groups ?? {})) {
        for (const sign of signs) {
          if (!table.has(sign)) table.set(sign, new Set());
          table.get(sign).add(sound);
        }
      }
      if (groups) this.soundTable = table;
      return table;
    }

    wants(units, store, corrections) {
      const weights = this.weights;
      const made = kb.plan(units, this.analyser, this.questions, weights);
      const { offers, start } = kb.completions(units, made.concepts, this.analyser);
      const starts = new Set(corrections.map(({ start }) => start));
      const wants = made.wants.map((want) => {
        let { token, weight, prefix } = want;
        if (starts.has(want.start)) weight *= weights.corrected;
        const single = want.end === want.start + 1 && token[0] !== "#" && token[0] !== "~";
        const enough = token.length >= 2 || token > "\u007f";
        if (single && enough && store.rarity(token) === undefined) {
          token = units[want.start].word;
          weight *= weights.prefix;
          prefix = true;
        }
        // Where a longer wording is being typed, the one that is complete is less likely meant.
        if (token[0] === "#" && offers.length && want.start >= start) weight *= weights.half_typed;
        return { ...want, token, weight, prefix };
      });
      const known = new Set(wants.map(({ token }) => token));
      for (const { phrase, share } of offers) {
        const token = `#${phrase.id}`;
        const weight = weights.prefix * share;
        if (!known.has(token)) wants.push({ token, weight, start, end: units.length, prefix: false });
      }
      const before = units[start]?.start ?? 0;
      return { wants, completions: offers.map(({ phrase }) => [before, phrase.wording]) };
    }

    /** Gives each page the score of its twin, where the twin answers the query better. */
    withTwins(own, there, home) {
      const best = new Map(own.map((found) => [found.page, found]));
      for (const found of there) {
        const score = found.score * this.weights.twin;
        if (home.hasPage(found.page) && !(best.get(found.page)?.score >= score)) {
          best.set(found.page, { ...found, score });
        }
      }
      return [...best.values()].sort((a, b) => b.score - a.score || a.page - b.page);
    }

    /** Puts the entry of the glossary forward where the query is nothing but its wording. */
    withDefinition(ranked, units) {
      const [span, ...more] = this.analyser.concepts.find(units);
      if (!span || more.length || span.start !== 0 || span.end !== units.length) return ranked;
      const page = this.pagesOfTerms.get(span.phrase.id);
      const place = ranked.findIndex((found) => found.page === page);
      if (place <= TERM_PLACE) return ranked;
      const rest = ranked.filter((_, index) => index !== place);
      return [...rest.slice(0, TERM_PLACE), ranked[place], ...rest.slice(TERM_PLACE)];
    }

    shown(typed, units, corrections) {
      let text = typed;
      for (const { start, end, right, shown } of [...corrections].reverse()) {
        const word = shown || right.map((unit) => this.unfolding.get(unit) ?? unit).join("");
        text = text.slice(0, units[start].start) + word + text.slice(units[end - 1].end);
      }
      return text.split(/\s+/).filter(Boolean).join(" ");
    }

    /** @param {Hit[]} hits @returns {Promise<any[]>} what is shown of each, where it is to be had */
    texts(hits) {
      return this.folder.settle(() =>
        hits.map(({ language, page, section }) => {
          const store = this.stores[language];
          return store.text(store.documentOf(page, section));
        }),
      );
    }
  }

  /** Puts corrections in the place of what was typed; each keeps the place of its stretch. */
  const mended = (units, corrections) => {
    const result = [];
    let index = 0;
    for (const { start, end, right } of corrections) {
      result.push(...units.slice(index, start));
      const [first, last] = [units[start], units[end - 1]];
      right.forEach((text, place) => {
        result.push({
          text,
          word: text,
          han: first.han,
          joined: place === 0 ? first.joined : first.han,
          broken: first.broken && place === 0,
          start: first.start,
          end: last.end,
        });
      });
      index = end;
    }
    return [...result, ...units.slice(index)];
  };

  Object.assign(kb, { Engine });
})((self.kbSearch ??= {}));
