/**
 * Makes the header cells of sortable tables into buttons that sort the rows. A cell's `data-sort`
 * is what counts, else its words; cells with an empty `data-sort` or a dash stay last either way.
 */
(() => {
  const language = document.documentElement.lang;
  const order = new Intl.Collator(language, { numeric: true });

  /** @param {HTMLTableRowElement} row @param {number} column @returns {string} */
  const key = (row, column) => {
    const cell = row.cells[column];
    const words = cell?.textContent?.trim() ?? "";
    return cell?.dataset.sort ?? (words === "–" ? "" : words);
  };

  /** @param {HTMLTableElement} table @param {number} column @param {1 | -1} direction */
  const sort = (table, column, direction) => {
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, key: key(row, column) }));
    // Sorting is stable, so rows that are alike keep the order that they had.
    rows.sort((one, other) => {
      if (!one.key || !other.key) return Number(!one.key) - Number(!other.key);
      return direction * order.compare(one.key, other.key);
    });
    body.append(...rows.map(({ row }) => row));
  };

  /** @type {NodeListOf<HTMLTableElement>} */
  const tables = document.querySelectorAll(".kb-sortable table");
  for (const table of tables) {
    const headers = [...(table.tHead?.rows[0].cells ?? [])];
    headers.forEach((header, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener("click", () => {
        const down = header.getAttribute("aria-sort") === "ascending";
        for (const each of headers) each.removeAttribute("aria-sort");
        header.setAttribute("aria-sort", down ? "descending" : "ascending");
        sort(table, column, down ? -1 : 1);
      });
    });
  }
})();
