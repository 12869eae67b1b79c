/**
 * Stands between the theme's search box and the worker: lets the other parts of the box talk with
 * the worker that the theme starts, passes on what the theme does not listen to (it hears `keyup`
 * only, so nothing that is pasted or dropped), and keeps from it what is half composed. Has to run
 * before the theme's script.
 *
 * The rest of the box is loaded when a reader first goes to it.
 */
(() => {
  const [RESULT, WARM, RETRY, NOTES] = [3, 10, 11, 12];
  const COMPOSING = 229; // keyCode of a key that an input method has taken
  const PARTS = ["empty", "notes", "address", "place"];
  const input = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"));
  const config = JSON.parse(document.getElementById("__config")?.textContent ?? "{}");
  if (!input || !config.search) return;
  const address = new URL(config.search, location.href);
  const home = document.currentScript.src;

  /** @type {Worker | undefined} */
  let worker;
  let wanted = false;
  /** @type {any} what the worker said last */
  let latest;

  const send = (type) => worker?.postMessage({ type });
  const adopt = (started) => {
    worker = started;
    if (wanted) send(WARM); // The reader was faster than the theme.
    started.addEventListener("message", (event) => {
      const { type, data } = event.data;
      // The theme would take the empty answer to the empty box for one to what was typed since, and
      // say that nothing was found.
      if (type === RESULT && !data.query.trim() && input.value.trim()) event.stopImmediatePropagation();
      if (type !== NOTES) return;
      latest = data;
      input.dispatchEvent(new CustomEvent("kb-notes", { detail: data }));
    });
  };

  // The theme makes its worker by itself; this is the one place where it can be met.
  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(url, options) {
      super(url, options);
      if (new URL(url, location.href).href === address.href) adopt(this);
    }
  };

  /** Tells the theme that the text in the box has changed. */
  const changed = () => input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));

  /** Fetches what a search needs, and the parts of the box that show it. */
  const warm = () => {
    send(WARM);
    if (wanted) return;
    wanted = true;
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = new URL("../../stylesheets/search.css", home).href;
    document.head.append(style);
    for (const part of PARTS) {
      const script = document.createElement("script");
      script.src = new URL(`${part}.js`, home).href;
      document.head.append(script);
    }
  };

  let composing = false;
  const ofBox = (event) => event.target === input;
  window.addEventListener("compositionstart", (event) => {
    if (ofBox(event)) composing = true;
  });
  window.addEventListener("compositionend", (event) => {
    if (!ofBox(event)) return;
    composing = false;
    setTimeout(changed);
  });
  for (const name of ["keyup", "keydown"]) {
    window.addEventListener(
      name,
      (event) => {
        const taken = composing || event.isComposing || event.keyCode === COMPOSING;
        if (ofBox(event) && taken) event.stopImmediatePropagation();
      },
      true,
    );
  }
  input.addEventListener("input", (event) => {
    if (!composing && !(/** @type {InputEvent} */ (event).isComposing)) changed();
  });
  input.form?.addEventListener("reset", () => setTimeout(changed));
  input.addEventListener("focus", warm);
  document.querySelector("[data-toggle=__search]")?.addEventListener("pointerenter", warm);

  window.kbSearchBox = {
    input,
    words: document.documentElement.lang.startsWith("zh") ? "zh-TW" : "en",
    ask: config.ask,
    retry: () => send(RETRY),
    /** @param {(notes: any) => void} act is told now what was last said, and whatever follows */
    onNotes: (act) => {
      if (latest) act(latest);
      input.addEventListener("kb-notes", ({ detail }) => act(detail));
    },
    /** @param {string} query */
    fill: (query) => {
      input.value = query;
      input.focus();
      changed();
    },
  };
  if (new URL(location.href).searchParams.has("q")) warm();
})();
