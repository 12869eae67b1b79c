/** Chooses what of a page is shown under a hit, and marks what matches. Returns safe HTML. */
((kb) => {
  const LENGTH = { "zh-TW": 90, en: 190 };
  const LEAD = 0.2; // share of a passage that may stand before the first match
  const LOOKED_AT = 4000; // characters of a section
  const FAINT = 0.26; // wants that count less are not marked

  /** @param {string} text @returns {string} */
  const escape = (text) =>
    text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

  /**
   * @param {string} text @param {any} analyser @param {any[]} wants
   * @returns {{start: number, end: number, token: string, weight: number}[]} by place
   */
  const matches = (text, analyser, wants) => {
    const wanted = new Map();
    const prefixes = [];
    for (const want of wants) {
      if (want.weight < FAINT) continue;
      if (want.prefix) prefixes.push(want);
      else wanted.set(want.token, want.weight);
    }
    const units = analyser.units(text);
    const found = [];
    const add = (token, weight, first, last) => {
      found.push({ token, weight, start: units[first].start, end: units[last - 1].end });
    };
    const { concepts, everyday } = analyser.spans(units);
    for (const { phrase, start, end } of concepts) {
      const weight = wanted.get(`#${phrase.id}`);
      if (weight !== undefined) add(`#${phrase.id}`, weight, start, end);
    }
    for (const { phrase, start, end } of everyday) {
      const weight = wanted.get(`~${phrase.id}`);
      if (weight !== undefined) add(`~${phrase.id}`, weight / 2, start, end);
    }
    for (const { text: token, start, end } of analyser.tokens(units)) {
      const want = prefixes.find((prefix) => token.startsWith(prefix.token));
      const weight = wanted.get(token) ?? want?.weight;
      if (weight !== undefined) add(want?.token ?? token, weight, start, end);
    }
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  };

  /** @returns {number} where the passage with the most of the query begins */
  const bestStart = (found, length) => {
    let best = { start: 0, weight: 0 };
    found.forEach((first, index) => {
      const seen = new Map();
      for (const match of found.slice(index)) {
        if (match.end > first.start + length * (1 - LEAD)) break;
        seen.set(match.token, match.weight);
      }
      const weight = [...seen.values()].reduce((sum, value) => sum + value, 0);
      if (weight > best.weight) best = { start: first.start, weight };
    });
    return best.start;
  };

  /** @returns {[number, number]} a stretch of the text that begins and ends well */
  const stretch = (text, from, length) => {
    let start = 0;
    if (from > length * LEAD) {
      const before = text.slice(Math.max(0, from - length * LEAD * 2), from);
      const sentence = Math.max(...["。", "！", "？", "\n", ". ", "；"].map((s) => before.lastIndexOf(s)));
      const word = before.lastIndexOf(" ");
      const cut = sentence >= 0 ? sentence : word >= 0 ? word : before.length - length * LEAD;
      start = Math.max(0, Math.floor(from - before.length + cut + 1));
    }
    let end = Math.min(text.length, start + length);
    if (end < text.length) {
      const space = text.lastIndexOf(" ", end);
      const stop = Math.max(...["。", "，", "；", "\n"].map((s) => text.lastIndexOf(s, end - 1))) + 1;
      end = Math.max(stop, space) > start + length * 0.7 ? Math.max(stop, space) : end;
    }
    return [start, end];
  };

  /** @param {string} text @param {any[]} found @param {number} from @param {number} to */
  const marked = (text, found, from, to) => {
    let html = "";
    let place = from;
    for (const { start, end } of found) {
      if (end <= place || start >= to) continue;
      const begin = Math.max(start, place);
      if (begin > place || !html.endsWith("</mark>")) html += `${escape(text.slice(place, begin))}<mark>`;
      else html = html.slice(0, -"</mark>".length);
      place = Math.min(end, to);
      html += `${escape(text.slice(begin, place))}</mark>`;
    }
    return html + escape(text.slice(place, to));
  };

  /** @param {string} text @returns {string} the whole text with its matches marked */
  const markAll = (text, analyser, wants) =>
    marked(text, matches(text, analyser, wants), 0, text.length);

  /** @param {string} text @returns {string} the passage with the most of the query, marked */
  const passage = (text, analyser, wants, language) => {
    const length = LENGTH[language] ?? LENGTH.en;
    const looked = text.slice(0, LOOKED_AT);
    const found = matches(looked, analyser, wants);
    const [start, end] = stretch(looked, bestStart(found, length), length);
    const html = marked(looked, found, start, end).trim().replace(/\n/g, " ");
    return `${start > 0 ? "…" : ""}${html}${end < text.length ? "…" : ""}`;
  };

  Object.assign(kb, { markAll, passage, escape });
})((self.kbSearch ??= {}));
