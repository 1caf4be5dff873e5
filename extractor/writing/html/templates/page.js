"use strict";
(() => {
  const bar = document.getElementById("sel"), index = document.getElementById("index");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const narrow = matchMedia("(max-width: 60rem)");
  const WORDS = { P: "person", O: "organization", L: "place", F: "figure", Q: "quote", D: "date" };
  let doc = document.querySelector(".doc"), key = "", at = -1, from = null;

  // The text: marks of an item, those that begin it (a cut mark goes on in further pieces; a quote has cue and speaker).
  const marks = (k) => [...doc.querySelectorAll(`mark[data-k="${k}"]`)];
  const places = (k) => marks(k).filter((m) => !m.matches(".w, .c, .s"));
  const cards = (k) => [...doc.querySelectorAll(`[data-k="${k}"]:not(mark)`)];
  const show = (element, block) => element.scrollIntoView({ block, behavior: calm.matches ? "auto" : "smooth" });

  function clear() {
    for (const element of doc ? doc.querySelectorAll(".on, .at, [aria-current]") : []) {
      element.classList.remove("on", "at");
      element.removeAttribute("aria-current");
    }
    key = ""; at = -1; bar.hidden = true;
  }

  function select(k) {
    if (k === key) return;
    clear();
    key = k;
    for (const mark of marks(k)) mark.classList.add("on");
    for (const card of cards(k)) card.setAttribute("aria-current", "true");
  }

  function tell() {
    const found = places(key), card = cards(key).find((c) => c.matches(".card"));
    const name = card ? (card.querySelector("strong, .said") || card).textContent.trim() : "";
    const tag = bar.querySelector(".tag");
    tag.textContent = key; tag.className = `tag ${key[0].toLowerCase()}`;
    const where = found.length ? `${at + 1} of ${found.length}` : "not in the text";
    const short = name.length > 60 ? `${name.slice(0, 59).replace(/^(Q|D)\d+ /, "")}…` : name.replace(/^(Q|D)\d+ /, "");
    bar.querySelector(".what").textContent = `${WORDS[key[0]]}: ${short} (${where})`;
    bar.classList.toggle("lone", found.length < 2);
    bar.hidden = false;
  }

  function go(step) {
    const found = places(key);
    for (const mark of doc.querySelectorAll("mark.at")) mark.classList.remove("at");
    if (found.length) {
      at = (at + step + found.length) % found.length;
      found[at].classList.add("at");
      found[at].tabIndex = -1;
      found[at].focus({ preventScroll: true });
      show(found[at], "center");
    }
    tell();
  }

  function tab(panel, focus) {
    if (!panel) return;
    const list = [...panel.parentElement.querySelectorAll("[role=tab]")];
    for (const each of list) {
      const on = each.getAttribute("aria-controls") === panel.id;
      each.setAttribute("aria-selected", String(on));
      each.tabIndex = on ? 0 : -1;
      if (on && focus) each.focus();
    }
    for (const each of panel.parentElement.querySelectorAll("[role=tabpanel]")) each.classList.toggle("shut", each !== panel);
  }

  function toCard(focus) {
    const card = cards(key).find((c) => c.matches(".card"));
    if (!card) return;
    tab(card.closest(".panel"), false);
    if (focus) { card.focus({ preventScroll: true }); show(card, "center"); }
    else if (!narrow.matches) card.scrollIntoView({ block: "nearest" });
  }

  function fromMark(mark) {
    let target = mark;
    while (target && (hidden(target) || target.dataset.k === key)) target = target.parentElement.closest("mark");
    if (!target) target = mark;
    select(target.dataset.k);
    at = Math.max(places(key).findIndex((m) => m === target), 0);
    from = target;
    tell();
    toCard(false);
  }

  const hidden = (mark) => doc.classList.contains(`no-${mark.dataset.k[0].toLowerCase()}`) || (doc.classList.contains("only") && !mark.classList.contains("rel"));

  function fromCard(card) {
    const k = card.dataset.k, again = k === key;
    select(k);
    if (!again) at = -1;
    from = card;
    go(1);
  }

  function person(k) {
    clear();
    const keys = new Set(k ? [k] : []);
    for (const item of doc.querySelectorAll("[data-about]")) {
      const about = item.dataset.about.split(" ");
      const there = !k || about.includes(k);
      item.classList.toggle("gone", !there);
      if (k && there) for (const card of item.querySelectorAll("[data-k]")) keys.add(card.dataset.k);
    }
    doc.classList.toggle("only", Boolean(k));
    for (const mark of doc.querySelectorAll("mark")) mark.classList.toggle("rel", keys.has(mark.dataset.k));
  }

  function walk(step) {
    const all = [...doc.querySelectorAll("mark:not(.w):not(.c):not(.s)")].filter((m) => !hidden(m));
    if (!all.length) return;
    const here = all.indexOf(document.activeElement.closest("mark"));
    const next = all[here < 0 ? (step > 0 ? 0 : all.length - 1) : (here + step + all.length) % all.length];
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    show(next, "center");
  }

  function kind(button) {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    doc.classList.toggle(`no-${button.dataset.kind}`, !on);
    if (key && key[0].toLowerCase() === button.dataset.kind) clear();
  }

  document.addEventListener("click", (event) => {
    const target = event.target.closest("mark, .card[href], .pin[data-k], .kind, [role=tab], [data-do]");
    if (!target || (target.closest(".doc") && target.closest(".doc") !== doc)) return;
    if (target.matches("mark")) { if (String(getSelection()) === "") fromMark(target); }
    else if (target.matches(".card, .pin")) { event.preventDefault(); fromCard(target); }
    else if (target.matches(".kind")) kind(target);
    else if (target.matches("[role=tab]")) tab(document.getElementById(target.getAttribute("aria-controls")), true);
    else if (target.dataset.do === "clear") { const back = from; clear(); if (back) back.focus(); }
    else if (target.dataset.do === "card") toCard(true);
    else go(target.dataset.do === "prev" ? -1 : 1);
  });

  document.addEventListener("change", (event) => { if (event.target.matches(".person")) person(event.target.value); });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const here = document.activeElement;
    if (event.key === "Escape" && key) { const back = from; clear(); if (back) { back.focus(); show(back, "nearest"); } return; }
    if (here.matches("[role=tab]")) {
      const list = [...here.parentElement.children], place = list.indexOf(here);
      const to = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: -1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      tab(document.getElementById(list.at(to % list.length).getAttribute("aria-controls")), true);
    } else if (here.closest(".text")) {
      if (event.key === "j") walk(1);
      else if (event.key === "k") walk(-1);
      else if ((event.key === "Enter" || event.key === " ") && here.matches("mark")) { event.preventDefault(); fromMark(here); }
    }
  });

  // Several articles: one is open at a time, by the address after the #.
  function open() {
    const [, id, k] = /^#(a\d+)(?:-([A-Z]\d+))?$/.exec(location.hash) || [];
    const next = id ? document.getElementById(id) : null;
    if (!index) {
      if (k) { select(k); at = -1; go(1); }
      return;
    }
    if (location.hash && !next && location.hash !== "#index") return;
    clear();
    for (const each of document.querySelectorAll(".doc.open")) each.classList.remove("open");
    if (next) next.classList.add("open");
    index.classList.toggle("gone", Boolean(next));
    document.querySelector(".home").classList.toggle("gone", !next);
    doc = next || doc;
    if (!next) { if (location.hash) document.getElementById("main").focus({ preventScroll: true }); scrollTo(0, 0); return; }
    if (k) { select(k); toCard(false); go(1); }
    else { next.querySelector("h1").focus({ preventScroll: true }); scrollTo(0, 0); }
  }
  addEventListener("hashchange", open);
  open();
  if (!index) return;

  // What is searched, gathered at the first search: flat is all white space as single spaces, low the same in small letters.
  const rows = [...index.querySelectorAll("tr[data-doc]")];
  const flat = (element) => element.textContent.replace(/\s+/g, " ");
  const low = (element) => flat(element).toLowerCase();
  let gathered = null;
  function gather() {
    const articles = rows.map((row) => {
      const article = document.getElementById(row.dataset.doc), text = article.querySelector(".text p[dir]");
      const parts = [...article.querySelectorAll(text ? ".text p[dir]" : ".quotes .said"), article.querySelector(".mast"), ...article.querySelectorAll(".cast strong")];
      const whole = parts.map(flat).join(" \n ");
      return { row, whole, low: whole.toLowerCase(), snip: row.querySelector(".snip") };
    });
    const people = [...index.querySelectorAll(".everybody > li")].map((item) => ({
      item, low: low(item.querySelector("summary")), lines: [...item.querySelectorAll("ol > li")].map((line) => ({ line, low: low(line) })),
    }));
    const spots = [...index.querySelectorAll(".everywhere > li")].map((item) => ({ item, docs: item.dataset.docs.split(" ") }));
    return { articles, people, spots };
  }
  function snippet(place, text, found, word) {
    if (place.textContent) place.textContent = "";
    if (found < 0) return;
    const start = Math.max(text.lastIndexOf("\n", found) + 1, found - 60), end = text.indexOf("\n", found);
    const hit = document.createElement("b");
    hit.textContent = text.slice(found, found + word.length);
    place.append(`…${text.slice(start, found)}`, hit, `${text.slice(found + word.length, Math.min(end < 0 ? text.length : end, found + word.length + 80))}…`);
  }
  const many = (number, one, more) => `${number} ${number === 1 ? one : more}`;
  function search() {
    gathered = gathered || gather();
    const asked = document.getElementById("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (text) => asked.every((word) => text.includes(word));
    const found = new Set();
    let persons = 0, said = 0;
    for (const each of gathered.articles) {
      const there = fits(each.low);
      each.row.classList.toggle("gone", !there);
      if (there) found.add(each.row.dataset.doc);
      snippet(each.snip, each.whole, there && asked.length ? each.low.indexOf(asked[0]) : -1, asked[0]);
    }
    for (const { item, low: name, lines } of gathered.people) {
      const named = fits(name), hits = lines.filter((line) => fits(line.low)).length;
      for (const line of lines) line.line.classList.toggle("gone", asked.length > 0 && !named && !fits(line.low));
      item.classList.toggle("gone", !named && !hits);
      item.firstElementChild.open = asked.length > 0 && !named && hits > 0;
      if (asked.length && named && item.closest(".silent")) item.closest(".silent").open = true;
      persons += named || hits > 0;
      said += hits;
    }
    for (const spot of gathered.spots) spot.item.classList.toggle("gone", !spot.docs.some((id) => found.has(id)));
    document.getElementById("hits").textContent = asked.length
      ? [`${found.size} of ${many(rows.length, "article", "articles")}`, many(persons, "person", "people"), many(said, "quote", "quotes")].join(", ")
      : "";
  }
  let waiting;
  document.getElementById("search").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 120); });

  for (const head of index.querySelectorAll("th[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const place = head.cellIndex, number = head.dataset.sort === "number";
      const up = head.getAttribute("aria-sort") ? head.getAttribute("aria-sort") === "descending" : !number;
      for (const other of head.parentElement.children) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const value = (row) => (number ? Number(row.children[place].textContent) : row.children[place].textContent.toLowerCase());
      const order = (a, b) => (value(a) > value(b) ? 1 : value(a) < value(b) ? -1 : 0) * (up ? 1 : -1);
      rows[0].parentElement.append(...rows.slice().sort(order));
    });
  }
})();
