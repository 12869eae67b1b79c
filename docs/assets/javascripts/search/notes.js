/**
 * What is said about a result: how many hits (to screen readers), how the query was understood, how
 * it may go on, and what could not be loaded.
 */
(() => {
  const WORDS = {
    "zh-TW": {
      count: (n) => (n ? `找到 ${n} 筆結果` : "沒有找到結果"),
      understood: (query) => `已改找「${query}」`,
      failed: "有些資料沒有載入，結果可能不完整。",
      retry: "再試一次",
      stale: "網站剛剛更新了。",
      reload: "重新載入本頁",
      complete: "接著輸入",
    },
    en: {
      count: (n) => (n === 1 ? "1 result" : n ? `${n} results` : "Nothing found"),
      understood: (query) => `Showing results for “${query}”`,
      failed: "Some of the index did not load; results may be missing.",
      retry: "Try again",
      stale: "The site has just been updated.",
      reload: "Reload this page",
      complete: "Complete with",
    },
  };
  const TELL_AFTER = 500; // milliseconds of rest before a screen reader is told
  const box = window.kbSearchBox;
  const result = document.querySelector(".md-search-result");
  if (!box || !result) return;
  const { input } = box;
  const words = WORDS[box.words];

  const status = document.createElement("p");
  status.className = "kb-search-status";
  status.setAttribute("role", "status");
  input.form.after(status);

  const notes = document.createElement("div");
  notes.className = "kb-notes";
  notes.hidden = true;
  result.insertBefore(notes, result.lastElementChild);

  const line = (text) => {
    const made = notes.appendChild(document.createElement("p"));
    made.className = "kb-notes__line";
    made.textContent = text;
    return made;
  };

  /** @param {string} text @param {() => void} act a link, so that the theme's arrow keys reach it */
  const action = (text, act) => {
    const made = document.createElement("a");
    made.className = "kb-notes__action";
    made.href = location.href;
    made.role = "button";
    made.tabIndex = -1;
    const inner = made.appendChild(document.createElement("span"));
    inner.dataset.mdScore = "0";
    inner.textContent = text;
    made.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      act();
    });
    return made;
  };

  /** @type {string | undefined} */
  let completion;
  const offer = (completions) => {
    [completion] = completions;
    if (!completion) return;
    const row = notes.appendChild(document.createElement("p"));
    row.className = "kb-notes__completions";
    row.setAttribute("aria-label", words.complete);
    for (const text of completions) {
      const button = row.appendChild(document.createElement("button"));
      button.type = "button";
      button.tabIndex = -1;
      button.textContent = text;
      button.addEventListener("click", () => box.fill(text));
    }
  };

  let timer = 0;
  const tell = (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => (status.textContent = text), TELL_AFTER);
  };

  box.onNotes((detail) => {
    const { query, count, corrected, completions = [], failed, stale } = detail;
    notes.replaceChildren();
    const understood = corrected ? words.understood(corrected) : "";
    if (understood) line(understood);
    if (stale) line(words.stale).append(action(words.reload, () => location.reload()));
    else if (failed) line(words.failed).append(action(words.retry, box.retry));
    offer(completions.filter((text) => text !== query.trim()));
    notes.hidden = !notes.childElementCount;
    const known = count || !(stale || failed);
    const said = [known ? words.count(count) : "", understood, stale ? words.stale : failed ? words.failed : ""];
    tell(query.trim() ? said.filter(Boolean).join(box.words === "en" ? ". " : "。") : "");
  });

  // The arrow to the right, at the end of the text, takes the first completion.
  input.addEventListener("keydown", (event) => {
    const atEnd = input.selectionStart === input.value.length;
    if (event.key !== "ArrowRight" || !atEnd || !completion) return;
    event.preventDefault();
    box.fill(completion);
  });
})();
