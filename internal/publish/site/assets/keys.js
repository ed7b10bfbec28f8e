// Keys as feed readers have them. Everything they do can be done without.
//
//   j k   next, previous line      /    search       g t  today
//   o     open the line            ?    these keys   g n  what is new
//   g r  reports   g e  entities   g g  top
"use strict";
(() => {
  const rows = () => [...document.querySelectorAll("main .row, main li.event, main li.quote, main .positions > li, main .difference, main .text mark[id]")]
    .filter((e) => e.checkVisibility ? e.checkVisibility() : e.offsetParent);
  let at = null;
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
  }

  function open() {
    const link = at && (at.querySelector("a.open") || at.querySelector("a"));
    if (link) link.click();
  }

  const places = { t: "/", n: "/changes", r: "/search?type=report", e: "/search?type=entity" };
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
