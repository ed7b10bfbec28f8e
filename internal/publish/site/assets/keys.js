// Keys as feed readers have them. Everything they do can be done without.
//
//   j k   next, previous line      /    search       g t  today
//   o     open the line            ?    these keys   g n  what is new
//   g r  reports   g e  entities   g g  top      g v  review
//   a  accept   x  reject   s  seen   c  correct   u  undo: where decisions are taken
"use strict";
(() => {
  const rows = () => [...document.querySelectorAll("main .row, main li.event, main li.quote, main .positions > li, main .difference, main .text mark[id]")]
    .filter((e) => e.checkVisibility ? e.checkVisibility() : e.offsetParent);
  let at = null; // the marked line
  let after = "";

  function go(step) {
    const all = rows();
    if (!all.length) return;
    const i = all.indexOf(at);
    const next = all[Math.min(all.length - 1, Math.max(0, i < 0 ? (step > 0 ? 0 : all.length - 1) : i + step))];
    if (at) at.classList.remove("at");
    at = next;
    at.classList.add("at");
    at.scrollIntoView({ block: "nearest" });
    const link = at.querySelector("a.open") || at.querySelector("a");
    if (link) link.focus({ preventScroll: true });
    offer(at);
  }

  // Decisions on the marked line, where the server takes them. Nothing happens
  // by a click on the line itself: there are buttons and keys.
  const by = document.body.dataset.by;
  const words = { accept: "Accepted", reject: "Rejected", seen: "Seen", undo: "Taken back" };
  function lineOf(row) {
    if (!row || by === undefined) return "";
    if (row.dataset.id) return row.dataset.id;
    for (const a of row.querySelectorAll("a[href]")) {
      const m = /^\/statements\/([A-Za-z0-9]+)$/.exec(a.getAttribute("href"));
      if (m) return m[1];
    }
    return "";
  }
  function actsOf(row) {
    const marked = row.matches("mark"); // in a text there is no room for buttons
    let box = marked ? document.querySelector(".acts.float") : row.querySelector(":scope > .acts");
    if (!box) {
      box = document.createElement(marked ? "div" : "p");
      box.className = marked ? "acts float" : "acts";
      (marked ? document.querySelector("main") : row).append(box);
    }
    return box;
  }
  function offer(row) {
    document.querySelectorAll(".acts.float, .acts:not(.kept)").forEach((e) => e.remove());
    const id = lineOf(row);
    if (!id || row.querySelector(":scope > .acts")) return;
    const box = actsOf(row);
    for (const [act, text, key] of [["accept", "Accept", "a"], ["reject", "Reject", "x"], ["seen", "Seen", "s"]]) button(box, text, key, () => decide(row, id, act));
    button(box, "Correct", "c", () => location.assign("/statements/" + id + "?open=correct#review"));
  }
  function button(box, text, key, act) {
    const b = document.createElement("button");
    b.type = "button";
    b.textContent = text;
    b.title = "key " + key;
    b.addEventListener("click", act);
    box.append(b);
  }
  async function decide(row, id, action) {
    const box = actsOf(row);
    box.classList.add("kept");
    box.setAttribute("role", "status");
    box.textContent = "…";
    try {
      const r = await fetch("/api/v1/decisions", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ decisions: [{ action, about: id, by }] }) });
      const got = await r.json();
      if (!r.ok) throw new Error(got.detail || got.title);
      row.classList.toggle("gone", action === "reject");
      box.textContent = words[action] + ". ";
      if (action === "undo") { row.dataset.last = ""; return; }
      row.dataset.last = got.items[0].id;
      button(box, "Undo", "u", () => decide(row, row.dataset.last, "undo"));
    } catch (e) {
      box.textContent = "Not kept: " + e.message;
    }
  }
  function act(key) {
    const act = { a: "accept", x: "reject", s: "seen" }[key], id = lineOf(at);
    if (key === "u" && at && at.dataset.last) return decide(at, at.dataset.last, "undo");
    if (act && id) return decide(at, id, act);
    if (key === "c" && id) return location.assign("/statements/" + id + "?open=correct#review");
    const b = document.querySelector(`[data-key="${key}"]`), d = document.querySelector(`details[data-open="${key}"]`);
    if (b) b.click();
    if (d) { d.open = true; d.scrollIntoView({ block: "center" }); const f = d.querySelector("select, input"); if (f) f.focus(); }
  }
  if (new URLSearchParams(location.search).get("open") === "correct") addEventListener("load", () => act("c"));

  function open() {
    const link = at && (at.querySelector("a.open") || at.querySelector("a"));
    if (link) link.click();
  }

  const places = { t: "/", n: "/changes", v: "/review", r: "/search?type=report", e: "/search?type=entity" };
  const keys = {
    j: () => go(1),
    k: () => go(-1),
    o: open,
    "/": () => { const q = document.getElementById("q"); if (q) { q.focus(); q.select(); } },
    "?": () => { const d = document.getElementById("keys"); if (d && !d.open) d.showModal(); },
  };

  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.target instanceof Element && e.target.closest("input, textarea, select")) {
      if (e.key === "Escape") e.target.blur();
      return;
    }
    if (document.querySelector("dialog[open]")) return;
    if (after === "g") {
      after = "";
      if (e.key === "g") { window.scrollTo(0, 0); e.preventDefault(); return; }
      if (places[e.key]) { location.assign(places[e.key]); e.preventDefault(); return; }
    }
    if (e.key === "g") { after = "g"; return; }
    if (keys[e.key]) { e.preventDefault(); keys[e.key](); }
    else if (by !== undefined && "axscu".includes(e.key)) { e.preventDefault(); act(e.key); }
  });

  // What is new since the last visit: this browser remembers how many reports
  // each story had. Nothing is sent anywhere.
  try {
    const known = JSON.parse(localStorage.getItem("stories") || "{}");
    const first = Object.keys(known).length === 0;
    for (const e of document.querySelectorAll("li[data-story]")) {
      const id = e.dataset.story, n = Number(e.dataset.reports), more = n - (known[id] || 0);
      if (!first && more > 0) {
        const s = document.createElement("span");
        s.className = "new";
        s.textContent = known[id] ? ` · ${more} new` : " · new";
        (e.querySelector(".support") || e).append(s);
      }
      known[id] = n;
    }
    if (location.pathname === "/") localStorage.setItem("stories", JSON.stringify(known));
    const since = document.getElementById("since"), seen = localStorage.getItem("last");
    if (since && seen && /^\d{4}-\d\d-\d\d$/.test(seen) && seen < since.dataset.last) {
      const more = document.createElement("a");
      more.href = "/changes?since=" + seen;
      more.textContent = "All since your last visit";
      since.parentNode.append(" · ", more);
    }
    if (since) localStorage.setItem("last", since.dataset.last);
  } catch { /* a browser that keeps nothing: nothing is new */ }
})();
