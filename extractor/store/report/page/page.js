"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const list = document.getElementById("list"), search = document.getElementById("search");
const tabs = document.querySelector("[role=tablist]");
const STEP = 60;
const make = (name, text, kind) => {
  const found = document.createElement(name);
  if (text !== undefined && text !== null) found.textContent = text;
  if (kind) found.className = kind;
  return found;
};
const joined = (parts, between = " · ") => parts.filter(part => part !== undefined && part !== null && part !== "").join(between);
const of = key => { const [title, publisher, day, source] = data.articles[key] || []; return joined([day, publisher, title || source]); };
const number = claim => claim.value ?? `${claim.low ?? "?"}–${claim.high ?? "?"}`;
const bounds = { "=": "", "~": "about ", ">": "more than ", ">=": "at least ", "<": "less than ", "<=": "at most " };
const quoted = sentence => sentence ? [make("blockquote", sentence)] : [];
const item = (head, ...more) => { const found = make("li"); found.append(head, ...more); return found; };
const items = found => { const all = make("ol"); all.append(...found); return all; };
const articles = keys => items([...new Set(keys)].map(key => make("li", of(key))));

const LISTS = {
  Events: {
    rows: data.events,
    head: row => [joined([row.day, row.kind || "incident", row.place]), joined([row.killed !== undefined ? `${row.killed} killed` : "", row.wounded !== undefined ? `${row.wounded} wounded` : "", `${row.articles} articles`]), row.disputed ? `${row.disputed} disputed` : ""],
    body: row => [items(row.claims.map(claim => item(make("span", joined([claim.published, `${claim.role}: ${bounds[claim.bound] || ""}${number(claim)}`, claim.according_to || "no source", claim.publisher, claim.title]), claim.disputed ? "disputed" : ""), ...quoted(claim.sentence)))), make("p", "Articles", "about"), articles(row.in)],
  },
  People: {
    rows: data.people,
    head: row => [row.name, joined([row.described.slice(0, 3).join(", "), `${row.articles} articles`, `${row.quotes.length} quotes`]), ""],
    body: row => [make("p", joined([row.described.join(", "), joined([row.first_day, row.last_day], " to ")]), "about"), items(row.quotes.map(said => item(make("span", joined([of(said.in), said.cue, said.stance])), make("blockquote", said.text)))), make("p", "Articles", "about"), articles(row.in)],
  },
  Sources: {
    rows: data.sources,
    head: row => [row.name, joined([row.kind, `${row.quotes} quotes`, `${row.words} words`, row.denials ? `${row.denials} denials` : ""]), ""],
    body: row => [items(row.by.map(([publisher, month, quotes, words]) => make("li", joined([month, publisher || "no paper named", `${quotes} quotes`, `${words} words`]))))],
  },
  Places: {
    rows: data.places,
    head: row => [row.name, joined([row.kind, row.admin1, row.country, row.lat !== undefined ? `${row.lat.toFixed(2)}, ${row.lon.toFixed(2)}` : "not on the map", `${row.in.length} articles`]), ""],
    body: row => [articles(row.in)],
  },
  Articles: {
    rows: Object.entries(data.articles).map(([key, cells]) => ({ key, cells })),
    head: row => [row.cells[0], joined([row.cells[2], row.cells[1]]), row.cells[4] ? "failed" : ""],
    body: row => [make("p", joined([row.cells[3], row.cells[4]]))],
  },
};
for (const kind of Object.values(LISTS)) for (const row of kind.rows) {
  const keys = row.in || (row.key ? [] : []);
  row.text = `${JSON.stringify(row)} ${keys.map(of).join(" ")}`.toLowerCase();
}
let chosen = "Events", shown = [], drawn = 0;
const mark = make("div");
const more = () => {
  const part = shown.slice(drawn, drawn + STEP).map(row => {
    const all = make("details"), head = make("summary"), [name, about, warned] = LISTS[chosen].head(row);
    head.append(make("strong", name), " ", make("small", about));
    if (warned) head.append(" ", make("span", warned, "disputed"));
    all.append(head);
    all.addEventListener("toggle", () => { if (all.open && all.children.length === 1) all.append(...LISTS[chosen].body(row)); });
    return all;
  });
  drawn += part.length;
  mark.before(...part);
  if (drawn >= shown.length) watcher.unobserve(mark);
};
const watcher = new IntersectionObserver(seen => { if (seen.some(each => each.isIntersecting)) more(); }, { rootMargin: "400px" });
const draw = () => {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = row => words.every(word => row.text.includes(word));
  for (const tab of tabs.children) {
    const count = LISTS[tab.dataset.name].rows.filter(fits).length;
    tab.textContent = `${tab.dataset.name} ${count}`;
    tab.setAttribute("aria-selected", String(tab.dataset.name === chosen));
    tab.tabIndex = tab.dataset.name === chosen ? 0 : -1;
  }
  shown = LISTS[chosen].rows.filter(fits);
  drawn = 0;
  list.replaceChildren(mark);
  if (!shown.length) mark.before(make("p", "Nothing here."));
  watcher.unobserve(mark);
  watcher.observe(mark);
  more();
};
for (const name of Object.keys(LISTS)) {
  const tab = make("button");
  tab.type = "button"; tab.dataset.name = name; tab.setAttribute("role", "tab"); tab.setAttribute("aria-controls", "list");
  tab.addEventListener("click", () => { chosen = name; draw(); });
  tabs.append(tab);
}
tabs.addEventListener("keydown", event => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const all = [...tabs.children], next = all[(all.findIndex(tab => tab.dataset.name === chosen) + step + all.length) % all.length];
  next.click(); next.focus(); event.preventDefault();
});
document.addEventListener("keydown", event => {
  if (event.key === "/" && document.activeElement !== search) { search.focus(); event.preventDefault(); }
});
let waiting;
search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(draw, 120); });
draw();
