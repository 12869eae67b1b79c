/**
 * The worker that the theme's search box talks to, in the theme's own protocol (SETUP, READY, QUERY,
 * RESULT). On top of it come WARM (the box has the focus: fetch what every query needs), RETRY (ask
 * again for what could not be loaded) and NOTES (what the box shows besides the hits). The parts
 * that search are loaded when they are first needed.
 */
(() => {
  const [SETUP, READY, QUERY, RESULT, WARM, RETRY, NOTES] = [0, 1, 2, 3, 10, 11, 12];
  const PARTS = ["analyser", "store", "query", "spelling", "fit", "ranking", "engine", "passages", "items"];
  const SITE = new URL("../../../", self.location.href);
  const language = self.location.hash.slice(1) || "zh-TW";

  /** @type {any} */
  let config;
  /** @type {any} */
  let engine;
  let latest = 0;
  let lastQuery = "";
  let wanted = false;

  const say = (type, data) => self.postMessage({ type, data });

  /** Loads all parts at once; importScripts, which waits for each, is for browsers without. */
  const load = async () => {
    const files = PARTS.map((part) => new URL(`${part}.js`, self.location.href).href);
    await Promise.all(files.map((file) => import(file))).catch(() => importScripts(...files));
  };
  /** @type {Promise<void> | undefined} */
  let loading;

  const start = async () => {
    if (!engine) {
      loading ??= load().catch((error) => {
        loading = undefined; // worth another try
        throw error;
      });
      await loading;
    }
    if (!engine) {
      const folder = new self.kbSearch.IndexFolder(new URL("search/", SITE).href, config);
      engine = new self.kbSearch.Engine(folder);
    }
    await engine.prepare();
  };

  /** Looks whether the site has been built anew since the page was opened. */
  const renew = async () => {
    const answer = await fetch(new URL("search/search_index.json", SITE), { cache: "no-cache" });
    const newest = answer.ok ? (await answer.json()).config : config;
    if (newest.version === config.version) return false;
    config = newest;
    engine = undefined;
    return true;
  };

  /** @param {string} typed */
  const search = async (typed) => {
    await start();
    const result = await engine.search(typed, language);
    const texts = await engine.texts(result.hits);
    const failed = engine.folder.failed.size > 0;
    engine.folder.trim();
    return { ...result, items: self.kbSearch.items(result, texts, engine, language), failed };
  };

  /** @param {string} query */
  const answer = async (query) => {
    latest += 1;
    const number = latest;
    const typed = query.trim();
    const reply = (items, notes) => {
      if (number !== latest) return;
      say(NOTES, { query, count: items.length, ...notes });
      say(RESULT, { items, query });
    };
    lastQuery = query;
    if (!typed) {
      const popular = engine?.popular?.[language];
      reply([], { popular });
      return;
    }
    try {
      const { items, corrected, completions, failed } = await search(typed).catch(async (error) => {
        if (await renew()) return search(typed);
        throw error;
      });
      reply(items, { corrected, completions, failed, popular: engine.popular[language] });
    } catch (error) {
      const stale = error instanceof (self.kbSearch?.Stale ?? Error);
      reply([], { stale, failed: !stale });
    }
  };

  /** Gets ready, and offers something to an empty box. The query that follows tells what is wrong. */
  const warm = async () => {
    wanted = true;
    if (!config) return;
    await start().catch(() => {});
    if (!lastQuery.trim()) answer("");
  };

  self.addEventListener("message", ({ data: { type, data } }) => {
    if (type === SETUP) {
      config = data.config;
      say(READY);
      if (wanted) warm(); // The reader was faster than the theme.
    } else if (type === WARM) {
      warm();
    } else if (type === QUERY) {
      answer(String(data ?? ""));
    } else if (type === RETRY) {
      engine?.folder.forgive();
      renew()
        .catch(() => {})
        .then(() => answer(lastQuery));
    }
  });
})();
