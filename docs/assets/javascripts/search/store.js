/**
 * Fetches the files of the index and keeps the recent ones. What is looked up must be loaded
 * before: a look-up of something that is not here yet notes what is missing, and `settle` fetches
 * it and asks again.
 */
((kb) => {
  const KEPT = 3_000_000; // characters of JSON kept in memory
  const FORMAT = 3;

  /** The index belongs to another build than the one asked for. */
  class Stale extends Error {}

  class IndexFolder {
    /**
     * @param {string} base address of the site's `search/` folder
     * @param {{format: number, version: string}} config
     */
    constructor(base, config) {
      if (config.format !== FORMAT) throw new Stale("another format");
      this.version = config.version;
      this.base = new URL(`${config.version}/`, base);
      /** @type {Map<string, {data: any, size: number}>} the most recently used last */
      this.files = new Map();
      /** @type {Map<string, Promise<void>>} */
      this.underWay = new Map();
      /** @type {Set<string>} */
      this.missing = new Set();
      /** @type {Set<string>} */
      this.failed = new Set();
    }

    /** @param {string} name @returns {any} the file, or undefined where it is not here */
    peek(name) {
      const file = this.files.get(name);
      if (!file) {
        if (!this.failed.has(name)) this.missing.add(name);
        return undefined;
      }
      this.files.delete(name);
      this.files.set(name, file);
      return file.data;
    }

    /** @param {string} name @returns {Promise<void>} */
    load(name) {
      if (this.files.has(name)) return Promise.resolve();
      let loading = this.underWay.get(name);
      if (!loading) {
        loading = this.fetch(name).finally(() => this.underWay.delete(name));
        this.underWay.set(name, loading);
      }
      return loading;
    }

    /** @param {string} name @returns {Promise<void>} */
    async fetch(name) {
      try {
        const answer = await fetch(new URL(name, this.base));
        if (!answer.ok) throw new Error(`${answer.status}`);
        const text = await answer.text();
        const data = JSON.parse(text);
        if (data.version !== this.version) throw new Stale(name);
        this.files.set(name, { data, size: text.length });
      } catch (error) {
        if (error instanceof Stale) throw error;
        this.failed.add(name);
      }
    }

    /**
     * Runs a computation again and again until everything it looked up was here.
     * @template T
     * @param {() => T} compute
     * @returns {Promise<T>}
     */
    async settle(compute) {
      for (;;) {
        this.missing.clear();
        const result = compute();
        if (!this.missing.size) return result;
        await Promise.all([...this.missing].map((name) => this.load(name)));
      }
    }

    /** Forgets the files used longest ago, but for the manifest. */
    trim() {
      let size = 0;
      for (const file of this.files.values()) size += file.size;
      for (const [name, file] of this.files) {
        if (size <= KEPT) return;
        if (name === "manifest.json") continue;
        this.files.delete(name);
        size -= file.size;
      }
    }

    /** Makes what could not be loaded worth another try. */
    forgive() {
      this.failed.clear();
    }
  }

  const PARTS = 4;

  /** @param {string} start @returns {string[]} keys of its shards, as in layout.py */
  const shardKeys = (start) => {
    const signs = [...start];
    if (signs[0] === "#" || signs[0] === "~") return [start];
    if (signs[0] < "\u0080") return [signs.slice(0, 2).join("")];
    if (signs.length > 1) return [`${signs[0]}${signs[1].codePointAt(0) % PARTS}`];
    return Array.from({ length: PARTS }, (_, part) => `${start}${part}`);
  };

  /** @param {string} key @param {number} shards @returns {number} FNV-1a, as in layout.py */
  const shardOf = (key, shards) => {
    let value = 0x811c9dc5;
    for (const sign of key) value = Math.imul(value ^ sign.codePointAt(0), 0x01000193) >>> 0;
    return value % shards;
  };

  /** @returns {boolean} whether a token, or the commonest word behind it, begins so */
  const begins = (token, entry, start) => token.startsWith(start) || entry[2]?.startsWith(start);

  /** @param {number[]} sizes @returns {number[]} where each begins, and where the last ends */
  const startsOf = (sizes) => {
    const starts = [0];
    for (const size of sizes) starts.push(starts[starts.length - 1] + size);
    return starts;
  };

  /** @param {number[]} starts @param {number} value @returns {number} the last start not beyond */
  const placeOf = (starts, value) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  class LanguageStore {
    /** @param {IndexFolder} folder @param {string} language @param {any} manifest */
    constructor(folder, language, manifest) {
      const counts = manifest.languages[language];
      this.folder = folder;
      this.language = language;
      this.scale = manifest.scale;
      this.shards = counts.shards;
      this.chunkStarts = startsOf(counts.chunks);
      this.pageStarts = startsOf(counts.documents);
    }

    /** @param {number} number @returns {Record<string, any[]>} */
    shard(number) {
      return this.folder.peek(`${this.language}/${number}.json`)?.tokens ?? {};
    }

    /** @param {string} token @returns {any[] | undefined} */
    entry(token) {
      const shard = this.shard(shardOf(shardKeys(token)[0], this.shards));
      return Object.hasOwn(shard, token) ? shard[token] : undefined;
    }

    /** @param {string} start @returns {[string, any[]][]} the entries of tokens that begin so */
    entries(start) {
      const numbers = new Set(shardKeys(start).map((key) => shardOf(key, this.shards)));
      return [...numbers]
        .flatMap((number) => Object.entries(this.shard(number)))
        .filter(([token, entry]) => begins(token, entry, start));
    }

    /** @param {string} token @returns {number | undefined} */
    rarity(token) {
      const entry = this.entry(token);
      return entry && entry[0] / 100;
    }

    /** @param {string} token @returns {string} the commonest word behind a stem */
    surface(token) {
      return this.entry(token)?.[2] ?? token;
    }

    /** @param {string} start @returns {[string, number][]} tokens that begin so, with their rarity */
    beginningWith(start) {
      return this.entries(start).map(([token, entry]) => [token, entry[0] / 100]);
    }

    /**
     * @param {{token: string, prefix: boolean}} want
     * @returns {{rarity: number, documents: [number, number][]} | undefined}
     */
    postings({ token, prefix }) {
      if (!prefix) {
        const entry = this.entry(token);
        return entry && { rarity: entry[0] / 100, documents: this.unpack(entry[1]) };
      }
      /** @type {Map<number, number>} */
      const merged = new Map();
      let rarest = 0;
      for (const [, entry] of this.entries(token)) {
        rarest = Math.max(rarest, entry[0] / 100);
        for (const [document, impact] of this.unpack(entry[1])) {
          merged.set(document, Math.max(merged.get(document) ?? 0, impact));
        }
      }
      if (!merged.size) return undefined;
      return { rarity: rarest, documents: [...merged].sort((a, b) => a[0] - b[0]) };
    }

    /** @param {number[]} numbers @returns {[number, number][]} */
    unpack(numbers) {
      /** @type {[number, number][]} */
      const documents = [];
      let document = 0;
      for (let place = 0; place < numbers.length; place += 2) {
        document += numbers[place];
        documents.push([document, numbers[place + 1] / this.scale]);
      }
      return documents;
    }

    /** @param {number} document @returns {[number, number]} page and section */
    pageOf(document) {
      const page = placeOf(this.pageStarts, document);
      return [page, document - this.pageStarts[page]];
    }

    /** @param {number} page @returns {boolean} */
    hasPage(page) {
      return this.pageStarts[page + 1] > this.pageStarts[page];
    }

    /** @returns {number} the document of a section, or of the page where it lacks the section */
    documentOf(page, section) {
      const [first, after] = [this.pageStarts[page], this.pageStarts[page + 1]];
      return first + section < after ? first + section : first;
    }

    /** @param {number} document @returns {string[] | undefined} url, kind, title; id, title, text */
    text(document) {
      const chunk = placeOf(this.chunkStarts, document);
      const texts = this.folder.peek(`${this.language}/texts-${chunk}.json`)?.texts;
      return texts?.[document - this.chunkStarts[chunk]];
    }
  }

  Object.assign(kb, { IndexFolder, LanguageStore, Stale });
})((self.kbSearch ??= {}));
