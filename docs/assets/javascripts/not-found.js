/** On the page for addresses that do not exist: shows only the language of the address. */
(() => {
  const home = new URL("../..", document.currentScript.src).pathname;
  const rest = location.pathname.startsWith(home) ? location.pathname.slice(home.length) : "";
  const language = rest === "en" || rest.startsWith("en/") ? "en" : "zh-TW";
  document.documentElement.lang = language;
  for (const section of document.querySelectorAll("section[lang]")) {
    section.hidden = section.lang !== language;
  }
  const heading = document.querySelector("section:not([hidden]) h1");
  if (heading) document.title = heading.textContent;
})();
