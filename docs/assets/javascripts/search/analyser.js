/**
 * Cuts a text into what is compared: folded Han characters, stemmed words, and their tokens.
 * The specification stands in scripts/search/analyser.py; tests/search/vectors.json holds both to it.
 *
 * @typedef {{text: string, word: string, han: boolean, joined: boolean, broken: boolean,
 *   start: number, end: number}} Unit
 * @typedef {{units: string[], id: string, wording: string, loose: boolean}} Phrase
 * @typedef {{start: number, end: number, phrase: Phrase}} Span
 */
((kb) => {
  const HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3ffff}々〇";
  const SIGN = `[^${HAN} |.,'&]`;
  const UNIT = new RegExp(
    `[${HAN}]+|[0-9]+(?:[.,][0-9]+)+${SIGN}*|${SIGN}(?:[.&]${SIGN})+(?!${SIGN})` +
      `|${SIGN}+(?:'${SIGN}+)*|[|.,]`,
    "gu",
  );
  const IS_HAN = new RegExp(`^[${HAN}]`, "u");
  const SPACE_LIKE = "-‐‑‒–—/／·・_\t\n\v\f\r";
  const APOSTROPHES = "'’‘";
  const FULL_WIDTH_COMMA = "，"; // parts clauses, also between digits

  /** @param {string} word @returns {string} */
  const withoutPlural = (word) => {
    if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
    if (/(?:sses|xes|ches|shes|zes)$/.test(word)) return word.slice(0, -2);
    return /(?:^|[^siu])s$/.test(word) ? word.slice(0, -1) : word;
  };

  /** @param {string} word @returns {string} */
  const withoutEnding = (word) => {
    const size = word.length;
    if (word.endsWith("ing") && size >= 6 && /[aeiouy]/.test(word.slice(0, -3))) {
      return word.slice(0, -3);
    }
    if (word.endsWith("ed") && size >= 5 && /[aeiouy]/.test(word.slice(0, -2))) {
      return word.slice(0, -2);
    }
    if (/[st]ion$/.test(word) && size >= 6) return word.slice(0, -3);
    return word.endsWith("ly") && size >= 7 ? word.slice(0, -2) : word;
  };

  /** @param {string} word a lower-case word @returns {string} its stem */
  const stem = (word) => {
    if (!/^[a-z]{4,}$/.test(word)) return word;
    let stemmed = withoutEnding(withoutPlural(word));
    const long = () => stemmed.length >= 4;
    if (long() && stemmed.endsWith("e")) stemmed = stemmed.slice(0, -1);
    if (long() && /([^aeiou])\1$/.test(stemmed)) stemmed = stemmed.slice(0, -1);
    return long() && stemmed.endsWith("y") ? `${stemmed.slice(0, -1)}i` : stemmed;
  };

  /** Phrases by their first unit; of two that begin alike the longer is tried first. */
  class PhraseTable {
    /** @param {Iterable<Phrase>} phrases */
    constructor(phrases) {
      /** @type {Map<string, Phrase>} */
      const firstWins = new Map();
      for (const phrase of phrases) {
        if (!phrase.units.length) continue;
        const key = phrase.units.join("\0");
        const kept = firstWins.get(key);
        if (!kept || (kept.loose && !phrase.loose)) firstWins.set(key, phrase);
      }
      this.phrases = [...firstWins.values()];
      /** @type {Map<string, Phrase[]>} */
      this.byFirst = new Map();
      for (const phrase of [...this.phrases].sort((a, b) => b.units.length - a.units.length)) {
        const first = phrase.units[0];
        if (!this.byFirst.has(first)) this.byFirst.set(first, []);
        this.byFirst.get(first).push(phrase);
      }
    }

    /** @param {Unit[]} units @returns {Span[]} spans without overlaps, the longest at each place */
    find(units) {
      const found = [];
      let index = 0;
      while (index < units.length) {
        const start = index;
        const phrase = (this.byFirst.get(units[start].text) ?? []).find((candidate) =>
          candidate.units.every((unit, offset) => {
            const here = units[start + offset];
            return here !== undefined && here.text === unit && (offset === 0 || !here.broken);
          }),
        );
        index += phrase ? phrase.units.length : 1;
        if (phrase) found.push({ start, end: index, phrase });
      }
      return found;
    }
  }

  class Analyser {
    /** @param {Map<string, string>} folding folded character by character */
    constructor(folding) {
      this.folding = folding;
      /** @type {Map<string, string>} */
      this.signs = new Map();
      this.concepts = new PhraseTable([]);
      this.everyday = new PhraseTable([]);
      /** @type {Set<string>} */
      this.silent = new Set();
    }

    /** @param {string} text @returns {Unit[]} */
    units(text) {
      let folded = "";
      /** @type {number[]} */
      const starts = [];
      /** @type {number[]} */
      const ends = [];
      let place = 0;
      for (const sign of text) {
        const become = this.sign(sign);
        for (let i = 0; i < become.length; i += 1) {
          starts.push(place);
          ends.push(place + sign.length);
        }
        folded += become;
        place += sign.length;
      }
      const units = [];
      let broken = false;
      for (const match of folded.matchAll(UNIT)) {
        const piece = match[0];
        if (piece === "|" || piece === "." || piece === ",") {
          broken = true;
        } else if (IS_HAN.test(piece)) {
          let offset = match.index;
          for (const sign of piece) {
            const joined = offset > match.index;
            const [start, end] = [starts[offset], ends[offset + sign.length - 1]];
            units.push({ text: sign, word: sign, han: true, joined, broken, start, end });
            broken = false;
            offset += sign.length;
          }
        } else {
          const word = piece.replace(/'s$/, "").replace(/[.,'&]/g, "");
          const [start, end] = [starts[match.index], ends[match.index + piece.length - 1]];
          units.push({ text: stem(word), word, han: false, joined: false, broken, start, end });
          broken = false;
        }
      }
      return units;
    }

    /** @param {Unit[]} units @returns {{text: string, start: number, end: number}[]} */
    tokens(units) {
      const tokens = [];
      units.forEach((unit, index) => {
        if (this.silent.has(unit.text)) return;
        const next = units[index + 1];
        if (!unit.han) {
          tokens.push({ text: unit.text, start: index, end: index + 1 });
        } else if (next?.joined) {
          if (this.silent.has(next.text)) return;
          tokens.push({ text: unit.text + next.text, start: index, end: index + 2 });
        } else if (!unit.joined) {
          tokens.push({ text: unit.text, start: index, end: index + 1 });
        }
      });
      return tokens;
    }

    /**
     * @param {Unit[]} units
     * @returns {{concepts: Span[], everyday: Span[]}} wordings of the glossary and everyday words;
     *   of these not what is only a part of a wording
     */
    spans(units) {
      const [telling, places] = this.telling(units);
      const placed = ({ start, end, phrase }) => ({
        start: places[start], end: places[end - 1] + 1, phrase,
      });
      const concepts = this.concepts.find(telling).map(placed);
      const within = units.map(() => false);
      for (const { start, end } of concepts) if (end - start > 1) within.fill(true, start, end);
      const everyday = this.everyday
        .find(telling)
        .map(placed)
        .filter(
          ({ start, end }) =>
            concepts.some((span) => span.start === start && span.end === end) ||
            !within.slice(start, end).every(Boolean),
        );
      return { concepts, everyday };
    }

    /** @param {string} wording @returns {string[]} its units, without silent words as in a text */
    phraseUnits(wording) {
      const units = this.units(wording);
      const telling = units.filter((unit) => !this.mute(unit));
      return (telling.length ? telling : units).map((unit) => unit.text);
    }

    /** @param {Unit} unit @returns {boolean} a silent word that may stand within a wording */
    mute({ han, text }) {
      return !han && this.silent.has(text);
    }

    /** @param {Unit[]} units @returns {[Unit[], number[]]} units that are not mute, their places */
    telling(units) {
      /** @type {Unit[]} */
      const telling = [];
      /** @type {number[]} */
      const places = [];
      let broken = false;
      units.forEach((unit, place) => {
        broken ||= unit.broken;
        if (this.mute(unit)) return;
        telling.push(broken === unit.broken ? unit : { ...unit, broken });
        places.push(place);
        broken = false;
      });
      return [telling, places];
    }

    /** @param {string} sign @returns {string} what becomes of a character */
    sign(sign) {
      let become = this.signs.get(sign);
      if (become === undefined) {
        const parts = sign === FULL_WIDTH_COMMA ? "|" : sign.normalize("NFKD");
        become = [...parts].map((part) => this.part(part)).join("");
        this.signs.set(sign, become);
      }
      return become;
    }

    /** @param {string} part @returns {string} */
    part(part) {
      if (/^[\p{M}\p{Cf}]$/u.test(part)) return "";
      if (APOSTROPHES.includes(part)) return "'";
      if (".,&".includes(part)) return part;
      if (/^[\p{L}\p{N}]$/u.test(part)) {
        const low = part.toLowerCase();
        return this.folding.get(low) ?? low;
      }
      return SPACE_LIKE.includes(part) || /^\p{Z}$/u.test(part) ? " " : "|";
    }
  }

  Object.assign(kb, { Analyser, PhraseTable, stem });
})((self.kbSearch ??= {}));
