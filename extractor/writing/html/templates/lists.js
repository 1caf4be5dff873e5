// Lists over many articles, of the page's data: searched, narrowed, and drawn as they are scrolled to.
(() => {
  const byId = (id) => document.getElementById(id);
  const index = byId("index");
  if (!index) return;
  const data = JSON.parse(byId("data").textContent), within = "within" in index.dataset;
  const drawn = byId("drawn"), hits = byId("hits"), world = byId("world"), tabs = byId("lists");
  const search = byId("search"), publisher = byId("publisher"), kinds = byId("kind"), order = byId("order"), from = byId("from"), to = byId("to");
  const STEP = 50;
  const [TITLE, PUBLISHER, DAY, SOURCE, FAILED, PEOPLE, QUOTES, FIGURES, DISPUTES] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const REF = 0, CUE = 1, STANCE = 2, KIND = 3, TEXT = 4, AROUND = 5;
  const keyOf = (ref) => ref.split("-", 1)[0];
  const article = (ref) => data.articles[keyOf(ref)] || [];
  const many = (number, one, more) => `${number} ${number === 1 ? one : more || `${one}s`}`;
  const joined = (parts, between = " · ") => parts.filter((part) => part !== undefined && part !== null && part !== "").join(between);

  function make(name, text, kind) {
    const found = document.createElement(name);
    if (kind) found.className = kind;
    if (text) found.append(text);
    return found;
  }
  function all(name, children, kind) {
    const found = make(name, "", kind);
    for (const child of children) if (child) found.append(child, " ");
    return found;
  }
  // An article's day, paper and title, leading to the place in it where the page holds the articles.
  function where(ref) {
    const [title, paper, day, source] = article(ref), words = joined([day, paper, title || source]);
    if (!within) return make("span", words, "n");
    const link = make("a", words);
    link.href = `#${ref}`;
    return link;
  }
  function quoted(place) {
    const quote = data.quotes[place];
    const said = make("blockquote");
    const [before, after] = quote[AROUND] ? quote[AROUND].split(quote[TEXT], 2) : ["", ""];
    said.append(before || "", quote[AROUND] ? make("b", quote[TEXT]) : quote[TEXT], after || "");
    return all("li", [where(quote[REF]), make("i", quote[CUE]), make("span", joined([quote[KIND], quote[STANCE] === "states" ? "" : quote[STANCE]], ", "), "n"), said]);
  }
  function claimed(claim) {
    const head = [make("strong", claim.value), make("span", claim.role, "role"), make("span", claim.source || "no source given"), claim.disputed ? make("span", "disputed", "bad") : null, where(claim.in)];
    if (claim.sentence) head.push(make("blockquote", claim.sentence));
    return all("li", head);
  }
  const inAll = (refs) => all("p", [make("span", "In", "n"), ...refs.slice(0, 200).map((ref) => all("span", [where(ref)], "in"))]);
  // What is open of a row: its quotes that the search asks for, else all, fifty at a time.
  function some(places, shown, one) {
    const list = make("ol");
    const wanted = words.length ? places.filter((place) => words.every((word) => shown(place).includes(word))) : [];
    const rest = [...(wanted.length ? wanted : places)];
    const more = make("button", "");
    more.type = "button";
    const next = () => {
      list.append(...rest.splice(0, STEP).map(one));
      more.textContent = `${rest.length} more`;
      more.hidden = !rest.length;
    };
    more.addEventListener("click", next);
    next();
    const found = make("div");
    if (wanted.length && wanted.length < places.length) {
      const every = make("button", `all ${places.length}`);
      every.type = "button";
      every.addEventListener("click", () => { list.replaceChildren(); rest.splice(0, rest.length, ...places); next(); every.remove(); });
      found.append(every);
    }
    found.append(list, more);
    return found;
  }
  const said = (row) => some(row.quotes.filter((place) => open(data.quotes[place][REF])), (place) => textOf(place), quoted);
  function months(row) {
    const counts = new Map();
    for (const place of row.quotes) {
      const [, paper, day] = article(data.quotes[place][REF]), month = joined([day ? day.slice(0, 7) : "no day", paper]);
      counts.set(month, (counts.get(month) || 0) + 1);
    }
    return make("p", [...counts].slice(0, 60).map(([month, number]) => `${month}: ${number}`).join("; "), "n");
  }

  const LISTS = {
    events: {
      word: "Events",
      head: (row) => [joined([row.kind || "incident", row.place, row.day], ", "), joined([joined(Object.values(tolls(row)), "; "), many(new Set(row.in.map(keyOf)).size, "article")]), row.disputed ? "disputed" : ""],
      body: (row) => [some(row.claims.filter((claim) => open(claim.in)), (claim) => JSON.stringify(claim).toLowerCase(), claimed), inAll(row.in)],
      text: (row) => JSON.stringify([row.kind, row.place, row.day, row.claims.map((claim) => [claim.value, claim.role, claim.source, claim.sentence])]),
    },
    people: {
      word: "People",
      head: (row) => [row.name, joined([row.described.slice(0, 3).join(", "), row.quotes.length ? many(row.quotes.length, "quote") : "", many(new Set(row.in.map(keyOf)).size, "article")]), ""],
      body: (row) => [row.described.length > 3 ? make("p", row.described.join(", "), "n") : null, row.quotes.length ? said(row) : null, inAll(row.in)],
      text: (row) => `${row.name} ${row.described.join(" ")}`,
      quotes: true,
    },
    sources: {
      word: "Sources",
      head: (row) => [row.name, joined([row.kind, many(row.quotes.length, "quote"), many(row.words, "word"), row.quotes.some((place) => data.quotes[place][STANCE] === "denies") ? "with denials" : ""]), ""],
      body: (row) => [months(row), said(row)],
      text: (row) => row.name,
      quotes: true,
    },
    places: {
      word: "Places",
      head: (row) => [row.name, joined([row.kind.replace("admin1", "state or province").replace("admin2", "county or district"), row.within, typeof row.lat === "number" ? `${row.lat.toFixed(2)}, ${row.lon.toFixed(2)}` : "not on the map", many(new Set(row.in.map(keyOf)).size, "article")]), ""],
      body: (row) => [inAll(row.in)],
      text: (row) => `${row.name} ${row.within || ""}`,
    },
    articles: {
      word: "Articles",
      head: (row) => [row.cells[TITLE], joined([row.cells[DAY], row.cells[PUBLISHER], row.cells[SOURCE]]), row.cells[FAILED] ? `failed: ${row.cells[FAILED]}` : ""],
      body: null,
      text: (row) => `${row.cells.slice(0, 5).join(" ")} ${whole(row)}`,
    },
  };
  const ORDERS = {
    articles: { "": "as given", day: "day", title: "title", quotes: "most quotes", disputes: "most contradictions" },
    "": { "": "weight", name: "name", articles: "most articles" },
  };
  const rows = { events: data.events, people: data.people, sources: data.sources, places: data.places };
  rows.articles = Object.entries(data.articles).map(([key, cells]) => ({ key, cells, in: [key], name: cells[TITLE] }));
  rows.places.forEach((row, at) => { row.id = `place-${at}`; });
  rows.events.forEach((row) => { row.name = joined([row.kind, row.place], " "); });

  // The toll in a line: each role with the values that are claimed.
  function tolls(row) {
    const found = {};
    for (const claim of row.claims) if (open(claim.in)) (found[claim.role] = found[claim.role] || new Set()).add(claim.value);
    return Object.fromEntries(Object.entries(found).slice(0, 3).map(([role, values]) => [role, `${[...values].slice(0, 4).join(" / ")} ${role}`]));
  }
  // The text of an article that the page holds, without its marks; made when it is first searched.
  const texts = new Map();
  const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&#34;": "\"", "&#39;": "'" };
  function whole(row) {
    if (!within) return "";
    if (!texts.has(row.key)) {
      const held = byId(`${row.key}-held`).textContent, from = held.indexOf("<section class=\"text\""), to = held.indexOf("<p class=\"keys\"", from);
      texts.set(row.key, from < 0 ? "" : held.slice(from, to < 0 ? held.indexOf("</section>", from) : to).replace(/<[^>]*>/g, "").replace(/&(?:lt|gt|amp|#34|#39);/g, (each) => ENTITIES[each]).replace(/\s+/g, " "));
    }
    return texts.get(row.key);
  }

  let chosen = "events", words = [], shown = [], at = 0;
  const lows = new Map();
  function textOf(place) {
    if (!lows.has(place)) { const quote = data.quotes[place]; lows.set(place, `${quote[TEXT]} ${quote[AROUND]} ${quote[CUE]}`.toLowerCase()); }
    return lows.get(place);
  }
  function open(ref) {
    const [, paper, day] = article(ref);
    return (!publisher.value || paper === publisher.value) && (!from.value || (day && day >= from.value)) && (!to.value || (day && day <= to.value));
  }
  function fits(name, row) {
    if (!row.in.some(open)) return false;
    if (!words.length) return true;
    row.low = row.low || LISTS[name].text(row).toLowerCase();
    row.by = words.every((word) => row.low.includes(word));
    return row.by || Boolean(LISTS[name].quotes) && row.quotes.some((place) => words.every((word) => textOf(place).includes(word)) && open(data.quotes[place][REF]));
  }
  function snippet(row) {
    const text = whole(row), found = words.length ? text.toLowerCase().indexOf(words[0]) : -1;
    if (found < 0) return null;
    return all("span", [`…${text.slice(Math.max(0, found - 60), found)}`, make("b", text.slice(found, found + words[0].length)), `${text.slice(found + words[0].length, found + 140)}…`], "snip");
  }
  function line(row) {
    const [name, about, warned] = LISTS[chosen].head(row), item = make("li");
    if (row.id) item.id = row.id;
    const head = [make("strong", name), make("span", about, "sub"), warned ? make("span", warned, "bad") : null];
    if (!LISTS[chosen].body) {
      const link = make("a");
      if (within) link.href = `#${row.key}`;
      link.append(head[0]);
      const counts = row.cells.length > QUOTES ? joined([many(row.cells[PEOPLE], "person", "people"), many(row.cells[QUOTES], "quote"), many(row.cells[FIGURES], "figure"), row.cells[DISPUTES] ? many(row.cells[DISPUTES], "contradiction") : ""], ", ") : "";
      item.append(all("div", [within ? link : head[0], head[1], make("span", counts, "n"), head[2], words.length ? snippet(row) : null]));
      return item;
    }
    const details = make("details"), summary = all("summary", head);
    details.append(summary);
    details.addEventListener("toggle", () => { if (details.open && details.children.length === 1) details.append(...LISTS[chosen].body(row).filter(Boolean)); });
    details.open = Boolean(words.length && LISTS[chosen].quotes && !row.by);
    item.append(details);
    return item;
  }
  const end = make("li", "", "end");
  function more() {
    const part = shown.slice(at, at + STEP);
    at += part.length;
    end.before(...part.map(line));
    end.hidden = at >= shown.length;
  }
  const watcher = new IntersectionObserver((found) => { if (found.some((each) => each.isIntersecting)) { more(); watcher.unobserve(end); if (!end.hidden) watcher.observe(end); } }, { rootMargin: "600px" });

  const VALUES = {
    name: (row) => String(row.name || "").toLowerCase(), title: (row) => row.cells[TITLE].toLowerCase(), day: (row) => row.cells[DAY] || "9",
    articles: (row) => -new Set(row.in.map(keyOf)).size, quotes: (row) => -row.cells[QUOTES], disputes: (row) => -row.cells[DISPUTES],
  };
  function options(select, found, kept) {
    select.replaceChildren(...Object.entries(found).map(([value, word]) => new Option(word, value)));
    select.value = kept in found ? kept : "";
  }
  function count() {
    const found = {};
    for (const tab of tabs.children) {
      const name = tab.dataset.list;
      found[name] = rows[name].filter((row) => fits(name, row));
      tab.querySelector(".n").textContent = found[name].length === rows[name].length ? rows[name].length || "none" : found[name].length ? `${found[name].length} of ${rows[name].length}` : "none";
      tab.setAttribute("aria-selected", String(name === chosen));
      tab.tabIndex = name === chosen ? 0 : -1;
    }
    return found;
  }
  function draw() {
    words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = count(), kind = kinds.value;
    shown = found[chosen].filter((row) => !kind || row.kind === kind);
    if (order.value) { const value = VALUES[order.value]; shown = shown.slice().sort((a, b) => (value(a) > value(b) ? 1 : value(a) < value(b) ? -1 : 0)); }
    at = 0;
    drawn.replaceChildren(end);
    const narrowed = words.length || publisher.value || from.value || to.value || kind;
    hits.textContent = !shown.length ? "None." : narrowed ? `${shown.length} of ${many(rows[chosen].length, LISTS[chosen].word.toLowerCase(), LISTS[chosen].word.toLowerCase())}` : "";
    world.hidden = chosen !== "places";
    if (chosen === "places") {
      const there = new Set(shown.map((row) => row.id));
      for (const pin of world.querySelectorAll(".pin")) pin.classList.toggle("gone", !there.has(pin.getAttribute("href").slice(1)));
      for (const name of world.querySelectorAll("text")) name.classList.toggle("gone", Boolean(narrowed));
    }
    watcher.unobserve(end);
    more();
    if (!end.hidden) watcher.observe(end);
  }
  function choose(name, focus) {
    chosen = name;
    const known = [...new Set(rows[name].map((row) => row.kind).filter(Boolean))].sort();
    options(kinds, Object.fromEntries([["", "all"], ...known.map((each) => [each, each.replace("admin1", "state or province").replace("admin2", "county or district")])]), kinds.value);
    kinds.parentElement.classList.toggle("gone", known.length < 2);
    options(order, ORDERS[name] || ORDERS[""], order.value);
    byId("rows").setAttribute("aria-labelledby", `list-${name}`);
    draw();
    if (focus) byId(`list-${name}`).focus({ preventScroll: true });
  }
  for (const [name, list] of Object.entries(LISTS)) {
    if (!rows[name].length && name !== "articles") continue;
    const tab = make("button");
    tab.type = "button";
    tab.id = `list-${name}`;
    tab.dataset.list = name;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", "rows");
    tab.append(`${list.word} `, make("span", "", "n"));
    tab.addEventListener("click", () => choose(name, true));
    tabs.append(tab);
  }
  tabs.addEventListener("keydown", (event) => {
    const list = [...tabs.children], spot = list.findIndex((tab) => tab.dataset.list === chosen);
    const next = { ArrowRight: spot + 1, ArrowLeft: spot - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(list.at(next % list.length).dataset.list, true);
  });
  world.addEventListener("click", (event) => {
    const pin = event.target.closest(".pin");
    if (!pin) return;
    event.preventDefault();
    const id = pin.getAttribute("href").slice(1);
    while (!byId(id) && at < shown.length) more();
    const details = byId(id).firstElementChild;
    details.open = true;
    details.firstElementChild.focus({ preventScroll: true });
    details.scrollIntoView({ block: "center" });
  });
  let pause = 0;
  search.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(draw, 120); });
  for (const each of [publisher, kinds, order, from, to]) each.addEventListener("change", draw);
  document.addEventListener("keydown", (event) => {
    const typing = document.activeElement.matches("input, select, textarea");
    if (event.key === "/" && !typing && !index.classList.contains("gone")) { event.preventDefault(); search.focus(); }
  });
  const papers = [...new Set(rows.articles.map((row) => row.cells[PUBLISHER]).filter(Boolean))].sort();
  options(publisher, Object.fromEntries([["", "all"], ...papers.map((each) => [each, each])]), "");
  publisher.parentElement.classList.toggle("gone", papers.length < 2);
  const dated = rows.articles.some((row) => row.cells[DAY]);
  for (const each of [from, to]) each.parentElement.classList.toggle("gone", !dated);
  choose(tabs.firstElementChild.dataset.list, false);
})();
