/**
 * Mends slips in a query with the glossary and the words of the index, as
 * scripts/search/spelling.py and slips.py do.
 *
 * @typedef {{start: number, end: number, right: string[], shown: string}} Correction
 */
((kb) => {
  const SAME_SOUND = 1;
  const SWAPPED = 1.5;
  const OTHER_SIGN = 2;

  /** @returns {number} slips between two words (optimal string alignment), or limit + 1 */
  const distance = (typed, right, limit) => {
    if (Math.abs(typed.length - right.length) > limit) return limit + 1;
    let before = [];
    let last = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let i = 1; i <= typed.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= right.length; j += 1) {
        const differ = typed[i - 1] === right[j - 1] ? 0 : 1;
        let least = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + differ);
        const swapped = i > 1 && j > 1 && typed[i - 1] === right[j - 2] && typed[i - 2] === right[j - 1];
        if (swapped) least = Math.min(least, before[j - 2] + 1);
        row.push(least);
      }
      if (Math.min(...row) > limit) return limit + 1;
      [before, last] = [last, row];
    }
    return Math.min(last[right.length], limit + 1);
  };

  const same = (one, other) =>
    one.length === other.length && one.every((unit, index) => unit === other[index]);

  /** @returns {[number, number] | undefined} how bad the one slip is, and its place */
  const hanSlip = (typed, right, sameSound) => {
    const size = right.length;
    let place = 0;
    while (place < Math.min(typed.length, size) && typed[place] === right[place]) place += 1;
    const after = typed.slice(place + 1);
    if (typed.length === size) {
      if (place === size) return undefined;
      if (same(after, right.slice(place + 1))) {
        if (sameSound(typed[place], right[place])) return size >= 2 ? [SAME_SOUND, place] : undefined;
        return size >= 4 ? [OTHER_SIGN, place] : undefined;
      }
      const swapped =
        place + 1 < size && typed[place] === right[place + 1] && typed[place + 1] === right[place];
      return size >= 3 && swapped && same(typed.slice(place + 2), right.slice(place + 2))
        ? [SWAPPED, place]
        : undefined;
    }
    if (size < 4) return undefined;
    if (typed.length === size + 1 && place > 0 && place < size && same(after, right.slice(place))) {
      return [OTHER_SIGN, place];
    }
    const missing = typed.length === size - 1 && place > 0 && place < size - 1;
    return missing && same(typed.slice(place), right.slice(place + 1)) ? [OTHER_SIGN, place] : undefined;
  };

  const inside = (spans, index) => spans.some((span) => span.start <= index && index < span.end);

  class Speller {
    /**
     * @param {any} analyser @param {any} vocabulary a LanguageStore
     * @param {() => Map<string, Set<string>>} sounds the sounds of characters, when needed
     * @param {any} questions words that need no mending though no text may have them
     * @param {string[]} words Latin words of the glossary, in order
     */
    constructor(analyser, vocabulary, sounds, questions, words) {
      Object.assign(this, { analyser, vocabulary, sounds, questions, words });
      const asking = questions.phrases.flatMap(({ units }) => units);
      this.known = new Set([...asking, ...analyser.silent]);
      /** @type {Map<string, any[]>} */
      this.byFirst = new Map();
      /** @type {Map<string, any[]>} */
      this.byLast = new Map();
      this.longest = 0;
      const put = (map, key, phrase) => map.set(key, [...(map.get(key) ?? []), phrase]);
      for (const phrase of [...analyser.concepts.phrases, ...analyser.everyday.phrases]) {
        const { units } = phrase;
        if (units.length < 2 || units.some((unit) => [...unit].length > 1)) continue;
        put(this.byFirst, units[0], phrase);
        put(this.byLast, units[units.length - 1], phrase);
        this.longest = Math.max(this.longest, units.length);
      }
    }

    /** @returns {Correction[]} from left to right, without overlaps */
    corrections(units) {
      const { concepts, everyday } = this.analyser.spans(units);
      const asking = this.questions.find(units).filter(({ start, end }) => end - start > 1);
      const spans = [...concepts, ...everyday, ...asking];
      const found = [];
      units.forEach((unit, index) => {
        if (!unit.han && !inside(spans, index)) found.push(...this.mendWord(index, unit));
      });
      found.push(...this.mendHan(units, spans));
      return found.sort((a, b) => a.start - b.start);
    }

    mendWord(index, { text, word }) {
      if (!/^[a-z]{4,}$/.test(word) || this.known.has(text)) return [];
      if (this.vocabulary.rarity(text) !== undefined) return [];
      if (this.vocabulary.beginningWith(word).length) return [];
      const limit = word.length < 6 ? 1 : 2;
      const before = (a, b) => {
        const place = [0, 1, 2, 3].find((i) => a[i] !== b[i]);
        return place !== undefined && a[place] < b[place];
      };
      let best;
      const offer = (candidate) => {
        if (!best || before(candidate, best)) best = candidate;
      };
      for (const right of this.words) {
        if (right.startsWith(word)) return [];
        const slips = distance(word, right, limit);
        if (slips <= limit && (slips === 1 || right[0] === word[0])) offer([slips, 0, 0, right]);
      }
      for (const [token, rarity] of this.vocabulary.beginningWith(word.slice(0, 2))) {
        const right = this.vocabulary.surface(token);
        const slips = distance(word, right, limit);
        if (slips <= limit && right.length > 3) offer([slips, 1, rarity, right]);
      }
      if (!best) return [];
      return [{ start: index, end: index + 1, right: this.analyser.phraseUnits(best[3]), shown: best[3] }];
    }

    mendHan(units, spans) {
      const strange = this.strangePairs(units, spans);
      const candidates = [];
      for (const pair of strange) {
        candidates.push(...this.wordingsAt(units, pair, strange), ...this.pairsAt(units, pair, strange));
      }
      const text = ({ correction }) => correction.right.join("\0");
      candidates.sort(
        (a, b) =>
          a.cost - b.cost ||
          a.rank[0] - b.rank[0] ||
          a.rank[1] - b.rank[1] ||
          (text(a) < text(b) ? -1 : 1),
      );
      const chosen = [];
      for (const { correction } of candidates) {
        if (chosen.every((c) => correction.end <= c.start || c.end <= correction.start)) {
          chosen.push(correction);
        }
      }
      return chosen;
    }

    /** @returns {number[]} the first unit of each pair of characters that no text has */
    strangePairs(units, spans) {
      const plain = (unit) => !this.analyser.silent.has(unit.text);
      const strange = [];
      for (let index = 0; index < units.length - 1; index += 1) {
        const [first, second] = [units[index], units[index + 1]];
        if (!second.joined || (inside(spans, index) && inside(spans, index + 1))) continue;
        if (!plain(first) || !plain(second)) continue;
        if (this.vocabulary.rarity(first.text + second.text) === undefined) strange.push(index);
      }
      return strange;
    }

    /** Looks for wordings that begin or end as a stretch around the pair does. */
    wordingsAt(units, pair, strange) {
      const found = [];
      for (let start = Math.max(0, pair + 1 - this.longest); start <= pair; start += 1) {
        for (const phrase of this.byFirst.get(units[start].text) ?? []) {
          for (const more of [0, 1, -1]) {
            const end = start + phrase.units.length + more;
            found.push(...this.wordingAt(units, start, end, pair, strange, phrase));
          }
        }
      }
      const end = Math.min(units.length, pair + 2 + this.longest);
      for (let last = pair + 1; last < end; last += 1) {
        for (const phrase of this.byLast.get(units[last].text) ?? []) {
          for (const more of [0, 1, -1]) {
            const start = last + 1 - phrase.units.length - more;
            found.push(...this.wordingAt(units, start, last + 1, pair, strange, phrase));
          }
        }
      }
      return found;
    }

    wordingAt(units, start, end, pair, strange, { units: right, wording: shown }) {
      if (start < 0 || start > pair || end < pair + 2 || end > units.length) return [];
      const window = units.slice(start, end);
      if (!window.slice(1).every((unit) => unit.joined)) return [];
      const typed = window.map((unit) => unit.text);
      const slip = hanSlip(typed, right, (one, other) => this.sameSound(one, other));
      if (!slip) return [];
      const [cost, place] = slip;
      const near = strange.includes(start + place) || strange.includes(start + place - 1);
      // The first sign of a stretch may belong to the word before it.
      const bold = right.length > 2 && place > 0;
      if (!near || !(bold || this.alone(units, start + place, strange))) return [];
      return [{ cost, rank: [-right.length, start], correction: { start, end, right, shown } }];
    }

    /** Mends the second of two characters, where what follows is strange as well. */
    pairsAt(units, pair, strange) {
      if (!this.alone(units, pair + 1, strange)) return [];
      const [first, second] = [units[pair].text, units[pair + 1].text];
      if (this.known.has(first) || this.known.has(second)) return [];
      const after = units[pair + 2]?.joined ? units[pair + 2].text : "";
      const found = [];
      for (const [token, rarity] of this.vocabulary.beginningWith(first)) {
        const [, other, ...more] = token;
        if (!other || more.length || !this.sameSound(other, second)) continue;
        if (after && this.vocabulary.rarity(other + after) === undefined) continue;
        const correction = { start: pair, end: pair + 2, right: [first, other], shown: "" };
        found.push({ cost: SAME_SOUND + 0.2, rank: [rarity, pair], correction });
      }
      return found;
    }

    /** Whether no pair that a character belongs to stands in any text. */
    alone(units, index, strange) {
      const before = strange.includes(index - 1) || !units[index].joined;
      return before && (strange.includes(index) || !units[index + 1]?.joined);
    }

    sameSound(one, other) {
      const [first, second] = [this.sounds().get(one), this.sounds().get(other)];
      return Boolean(first && second && [...first].some((sound) => second.has(sound)));
    }
  }

  Object.assign(kb, { Speller, distance, hanSlip });
})((self.kbSearch ??= {}));
