"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const tip = byId("tip"), peek = byId("peek"), heard = byId("heard"), index = byId("index");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const narrow = matchMedia("(max-width: 60rem)"), phone = matchMedia("(max-width: 40rem)");
  const LISTS = { quotes: "q", figures: "f", people: "p", organizations: "o", places: "l", dates: "d" };
  let doc = document.querySelector(".doc"), key = "", at = -1, from = null, waiting = 0;

  // The text: marks of an item, those that begin it (a cut mark goes on in further pieces; a quote has cue and speaker).
  const marks = (k) => [...doc.querySelectorAll(`mark[data-k="${k}"]`)];
  const places = (k) => marks(k).filter((m) => !m.matches(".w, .c, .s"));
  const others = (k) => [...doc.querySelectorAll(`[data-k="${k}"]:not(mark)`)];
  const card = (k) => doc.querySelector(`.card[data-k="${k}"]`);
  const show = (element, block) => element.scrollIntoView({ block, inline: "nearest", behavior: calm.matches ? "auto" : "smooth" });

  // Marks that are not shown: by the choice of marks, or because only one person's are.
  function hidden(mark) {
    const how = doc.dataset.marked;
    return (how === "quiet" && !mark.classList.contains("k")) || how === "none"
      || (how === "list" && doc.dataset.list in LISTS && !mark.classList.contains(LISTS[doc.dataset.list]))
      || (doc.classList.contains("only") && !mark.classList.contains("rel"));
  }

  // The answer: what the item's card says, above it what the words at this place stand for.
  function told(k, mark) {
    const found = document.createDocumentFragment(), own = card(k), code = document.createElement("span");
    code.className = "code";
    code.textContent = own ? own.title : k;
    found.append(code);
    if (mark && mark.matches(".x") && own) {
      const here = document.createElement("span");
      here.className = "here";
      here.textContent = `“${mark.textContent.replace(/\s+/g, " ").trim()}” here is`;
      found.append(here);
    }
    if (own) found.append(...own.cloneNode(true).childNodes);
    return found;
  }

  // On a wide page below the mark, above it where there is no room below; on a phone CSS makes it a sheet at the bottom.
  function place(box, mark) {
    const text = mark.closest(".text");
    if (box.parentElement !== text) text.append(box);
    box.hidden = false;
    if (phone.matches) return;
    const lines = mark.getClientRects(), first = lines[0], last = lines[lines.length - 1], around = text.getBoundingClientRect();
    const below = last.bottom + box.offsetHeight + 12 < innerHeight || first.top - box.offsetHeight - 12 < 60;
    box.style.top = `${Math.round(below ? last.bottom - around.top + 7 : first.top - around.top - box.offsetHeight - 7)}px`;
    box.style.left = `${Math.round(Math.max(0, Math.min((below ? last : first).left - around.left, around.width - box.offsetWidth)))}px`;
  }

  function clear() {
    for (const box of [tip, peek]) if (!box.isConnected) document.body.append(box);
    for (const element of doc ? doc.querySelectorAll(".on, .at, [aria-current]") : []) {
      element.classList.remove("on", "at");
      element.removeAttribute("aria-current");
    }
    key = ""; at = -1;
    tip.hidden = peek.hidden = true;
  }

  function select(k) {
    if (k === key) return;
    clear();
    key = k;
    for (const mark of marks(k)) mark.classList.add("on");
    for (const each of others(k)) each.setAttribute("aria-current", "true");
  }

  function answer(mark) {
    const found = places(key);
    clearTimeout(waiting);
    peek.hidden = true;
    tip.querySelector(".told").replaceChildren(told(key, mark));
    tip.querySelector(".where").textContent = `${Math.max(at, 0) + 1} of ${found.length}`;
    tip.classList.toggle("lone", found.length < 2);
    tip.classList.toggle("quoted", key[0] === "Q");
    place(tip, mark);
  }

  // To the next place of the selected item, with its answer.
  function go(step) {
    const found = places(key);
    for (const mark of doc.querySelectorAll("mark.at")) mark.classList.remove("at");
    if (!found.length) return;
    at = (at + step + found.length) % found.length;
    textTab();
    const mark = found[at];
    mark.classList.add("at");
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    show(mark, "center");
    answer(mark);
  }

  // Tabs: one list is open beside the text; on a narrow page either the text or a list.
  const tabs = () => [...doc.querySelectorAll("[role=tab]")];
  function tell() {
    const text = narrow.matches && doc.classList.contains("at-text");
    for (const each of tabs()) {
      const panel = byId(each.getAttribute("aria-controls"));
      const on = text ? panel.matches(".text") : panel.matches(".panel:not(.shut)");
      each.setAttribute("aria-selected", String(on));
      each.tabIndex = on ? 0 : -1;
    }
  }
  function tab(panel, focus) {
    if (!panel) return;
    doc.classList.toggle("at-text", panel.matches(".text"));
    if (!panel.matches(".text")) {
      for (const each of doc.querySelectorAll(".panel")) each.classList.toggle("shut", each !== panel);
      doc.dataset.list = panel.id.split("-")[1];
    }
    tell();
    const chosen = tabs().find((each) => each.getAttribute("aria-controls") === panel.id);
    if (!chosen) return;
    const bar = chosen.closest(".bar");
    if (chosen.offsetLeft < bar.scrollLeft || chosen.offsetLeft + chosen.offsetWidth > bar.scrollLeft + bar.clientWidth) bar.scrollLeft = chosen.offsetLeft - 24;
    const top = doc.querySelector(".cols").getBoundingClientRect().top - bar.offsetHeight;
    if (narrow.matches && top < 0) scrollBy({ top, behavior: "instant" });
    if (focus) chosen.focus({ preventScroll: true });
  }
  function textTab() { if (narrow.matches && !doc.classList.contains("at-text")) tab(doc.querySelector(".text"), false); }

  function toCard(focus) {
    const own = card(key);
    if (!own || (narrow.matches && !focus)) return;
    tab(own.closest(".panel"), false);
    if (focus) { tip.hidden = true; own.focus({ preventScroll: true }); show(own, "center"); }
    else own.scrollIntoView({ block: "nearest" });
  }

  function fromMark(mark) {
    let target = mark;
    while (target && (hidden(target) || target.dataset.k === key)) target = target.parentElement.closest("mark");
    if (!target) target = mark;
    select(target.dataset.k);
    at = Math.max(places(key).findIndex((m) => m === target), 0);
    from = target;
    answer(target);
    toCard(false);
    if (phone.matches) show(target, "center");
  }

  function fromCard(element) {
    const k = element.dataset.k, again = k === key && !tip.hidden;
    select(k);
    if (!again) at = -1;
    from = element;
    go(1);
  }

  function back() {
    const element = from;
    clear();
    if (!element) return;
    if (element.closest(".panel")) tab(element.closest(".panel"), false);
    if (element.matches("mark")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
    show(element, "nearest");
  }

  // One person's: what is theirs by its card, and whatever stands inside what they are quoted with.
  function related(k) {
    const keys = new Set([k]);
    for (const item of doc.querySelectorAll(".panel [data-about]")) {
      if (item.dataset.about.split(" ").includes(k)) for (const each of item.querySelectorAll("[data-k]")) keys.add(each.dataset.k);
    }
    for (const quote of [...keys].filter((each) => each[0] === "Q")) {
      for (const inner of doc.querySelectorAll(`mark[data-k="${quote}"]:not(.c, .s) mark`)) keys.add(inner.dataset.k);
    }
    return keys;
  }
  function person(k) {
    clear();
    const keys = k ? related(k) : null;
    doc.classList.toggle("only", Boolean(k));
    for (const mark of doc.querySelectorAll("mark")) mark.classList.toggle("rel", Boolean(keys) && keys.has(mark.dataset.k));
    for (const item of doc.querySelectorAll(".panel li")) {
      const here = [...item.querySelectorAll("[data-k]")];
      if (here.length) item.classList.toggle("gone", Boolean(keys) && !here.some((each) => keys.has(each.dataset.k)));
    }
    for (const group of doc.querySelectorAll(".panel .versus, .panel .group")) group.classList.toggle("gone", !group.querySelector("li:not(.gone) [data-k]"));
    for (const panel of doc.querySelectorAll(".panel")) {
      const every = panel.querySelectorAll(panel.matches(".check") ? ".ref" : ".card");
      const left = [...every].filter((each) => !keys || keys.has(each.dataset.k)).length;
      panel.querySelector(".none").classList.toggle("gone", left > 0);
      byId(panel.getAttribute("aria-labelledby")).querySelector(".n").textContent = !left ? "none" : keys ? `${left} of ${every.length}` : left;
    }
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

  // A quote for a colleague: its words, who said them, and where they were printed.
  function copied(own) {
    const said = own.querySelector(".said b") || own.querySelector(".said"), who = own.dataset.who;
    return `${said.textContent.replace(/\s+/g, " ").trim()} — ${[who, doc.dataset.cited].filter(Boolean).join(", ")}`;
  }
  async function copy(own) {
    const words = copied(own);
    try { await navigator.clipboard.writeText(words); }
    catch {
      const field = document.createElement("textarea"), focus = document.activeElement;
      field.value = words;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      focus.focus({ preventScroll: true });
    }
    heard.textContent = "Copied, with its source";
    setTimeout(() => { heard.textContent = ""; }, 2000);
  }

  document.addEventListener("click", (event) => {
    if (!doc) return;
    const target = event.target.closest("mark, .card[href], .ref[href], .pin[data-k], [role=tab], [data-do]");
    if (!target) { if (key && !event.target.closest(".tip, .bar, .side")) clear(); return; }
    if (target.closest(".doc") && target.closest(".doc") !== doc) return;
    const what = target.dataset.do;
    if (target.matches("mark")) { if (String(getSelection()) === "") fromMark(target); }
    else if (target.matches(".card, .ref, .pin")) { event.preventDefault(); fromCard(target); }
    else if (target.matches("[role=tab]")) tab(byId(target.getAttribute("aria-controls")), true);
    else if (what === "clear") back();
    else if (what === "card") toCard(true);
    else if (what === "copy") copy(target.closest(".tip") ? card(key) : target.closest("li").querySelector(".card"));
    else go(what === "prev" ? -1 : 1);
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches(".person")) person(event.target.value);
    else if (event.target.matches(".marked")) { clear(); doc.dataset.marked = event.target.value; }
  });

  // The pointer over a mark: the same answer, gone when the pointer is. It can move onto the answer and stay.
  document.addEventListener("pointerover", (event) => {
    if (!doc || event.pointerType !== "mouse") return;
    clearTimeout(waiting);
    if (event.target.closest("#peek")) return;
    let mark = event.target.closest("mark");
    while (mark && hidden(mark)) mark = mark.parentElement.closest("mark");
    if (!mark || !tip.hidden ) { waiting = setTimeout(() => { peek.hidden = true; }, 200); return; }
    waiting = setTimeout(() => { peek.replaceChildren(told(mark.dataset.k, mark)); place(peek, mark); }, 150);
  });

  document.addEventListener("keydown", (event) => {
    if (!doc || event.ctrlKey || event.altKey || event.metaKey) return;
    const here = document.activeElement;
    if (event.key === "Escape") {
      clearTimeout(waiting);
      peek.hidden = true;
      if (key) back();
    } else if (here.matches(".doc [role=tab]")) {
      const list = tabs().filter((each) => each.offsetParent), spot = list.indexOf(here);
      const to = { ArrowRight: spot + 1, ArrowLeft: spot - 1, Home: 0, End: -1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      tab(byId(list.at(to % list.length).getAttribute("aria-controls")), true);
    } else if (here.closest(".text") && !here.closest(".tip")) {
      if (event.key === "j") walk(1);
      else if (event.key === "k") walk(-1);
      else if (event.key === "Tab" && !event.shiftKey && here.matches("mark") && !tip.hidden) { event.preventDefault(); [...tip.querySelectorAll("button")].find((each) => each.offsetParent).focus(); }
      else if ((event.key === "Enter" || event.key === " ") && here.matches("mark")) { event.preventDefault(); fromMark(here); }
    }
  });

  function begin() {
    if (!doc) return;
    const list = doc.querySelector(".panel:not(.shut)");
    if (list) doc.dataset.list = list.id.split("-")[1];
    tell();
  }
  begin();
  narrow.addEventListener("change", () => { if (doc) tell(); });

  // Several articles: one is open at a time, by the address after the #; it is made of what the page holds of it.
  const opened = byId("opened");
  function open() {
    const [, id, k] = /^#(a\d+)(?:-([A-Z]\d+))?$/.exec(location.hash) || [];
    if (!index) {
      if (k && doc) { select(k); at = -1; go(1); }
      return;
    }
    const held = id ? byId(`${id}-held`) : null;
    if (location.hash && !held && location.hash !== "#index") return;
    if (held && (!doc || doc.id !== id || !doc.isConnected)) {
      opened.innerHTML = held.textContent;
      doc = opened.firstElementChild;
      begin();
    }
    if (!held) { opened.replaceChildren(); doc = null; }
    else clear();
    index.classList.toggle("gone", Boolean(held));
    const home = document.querySelector(".home");
    if (home) home.classList.toggle("gone", !held);
    if (!held) { if (location.hash) byId("main").focus({ preventScroll: true }); scrollTo(0, 0); return; }
    if (k) { select(k); at = -1; toCard(false); go(1); }
    else { doc.querySelector("h1").focus({ preventScroll: true }); scrollTo(0, 0); }
  }
  addEventListener("hashchange", open);
  open();
})();
