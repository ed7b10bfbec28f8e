// The picture of a timeline, drawn out and moved: by its buttons, by dragging,
// by two fingers or the wheel with Ctrl. It is whole without this.
"use strict";
(() => {
  const day = 864e5, dot = 2.2, most = 7;
  for (const svg of document.querySelectorAll("svg.picture[data-from]")) {
    const box = svg.closest(".draw"), bar = box.querySelector("[data-zoom]"), told = box.querySelector("[data-span]");
    const from = Date.parse(svg.dataset.from), to = Date.parse(svg.dataset.to), rows = Number(svg.dataset.rows);
    const whole = (to - from) / day;
    if (!(whole > 0)) continue;
    const marks = [...svg.querySelectorAll("a")].map((a) => {
      const s = a.querySelector("circle, rect");
      return { a, s, at: parseFloat(s.getAttribute("cx") || s.getAttribute("x")), wide: parseFloat(s.getAttribute("width") || "0") };
    });
    const cuts = svg.querySelectorAll("[data-at]"), base = 16 * rows + 8;
    let lo = 0, hi = 100; // percent of the whole

    const words = (pct, o) => new Date(from + pct / 100 * (to - from)).toLocaleDateString("en-GB", Object.assign({ timeZone: "UTC", day: "numeric", month: "short" }, o));
    const el = (name, attrs, text) => {
      const e = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const k in attrs) e.setAttribute(k, attrs[k]);
      if (text !== undefined) e.textContent = text;
      svg.append(e);
    };

    function draw() {
      const x = (pct) => (pct - lo) / (hi - lo) * 100;
      const ends = [], above = [];
      for (const m of marks) {
        const at = x(m.at), wide = m.wide * 100 / (hi - lo);
        if (at + Math.max(wide, 0) < 0 || at > 100) { m.a.classList.add("deep"); continue; }
        let row = ends.findIndex((e) => e <= at);
        if (row < 0) row = ends.length;
        ends[row] = at + Math.max(wide, dot);
        m.a.classList.toggle("deep", row >= Math.min(rows, most));
        if (row >= rows) above.push(at);
        if (m.wide) {
          m.s.setAttribute("x", at + "%"); m.s.setAttribute("width", wide + "%"); m.s.setAttribute("y", 16 * (rows - row) - 10);
        } else {
          m.s.setAttribute("cx", at + "%"); m.s.setAttribute("cy", 16 * (rows - row) - 4);
        }
      }
      for (const e of cuts) {
        const at = x(Number(e.dataset.at));
        e.style.display = at < 0 || at > 100 ? "none" : "";
        if (e.tagName === "text") e.setAttribute("x", at + "%");
        else { e.setAttribute("x1", at + "%"); e.setAttribute("x2", at + "%"); }
      }
      svg.querySelectorAll(".tick, .day, .more").forEach((e) => e.remove());
      let last = -99, n = 0;
      for (const at of above.concat(999)) {
        if (at - last > 2 * dot) { if (n) el("text", { class: "more", x: last + "%", y: 9, "text-anchor": "middle" }, "+" + n); last = at; n = 0; }
        n++;
      }
      const seen = whole * (hi - lo) / 100, step = Math.max(1, Math.ceil(seen / 6));
      const first = Math.ceil(whole * lo / 100 - 1e-6);
      for (let d = first; d < whole * hi / 100 - 1e-6; d += step) {
        const pct = d / whole * 100, at = x(pct);
        el("line", { class: "tick", x1: at + "%", x2: at + "%", y1: base, y2: base + 5 });
        el("text", { class: "day", x: at + "%", y: base + 18, "text-anchor": at < 4 ? "start" : at > 94 ? "end" : "middle" }, words(pct));
      }
      told.textContent = hi - lo > 99.9 ? "" : words(lo, { year: "numeric" }) + " to " + words(hi - 50 / whole, { year: "numeric" });
    }

    function set(a, b) {
      const least = Math.min(100, 200 / whole); // two days
      const wide = Math.min(100, Math.max(least, b - a)), mid = (a + b) / 2;
      lo = Math.min(100 - wide, Math.max(0, mid - wide / 2));
      hi = lo + wide;
      draw();
    }
    const zoom = (by, at = (lo + hi) / 2) => set(at - (at - lo) * by, at + (hi - at) * by);
    const move = (by) => { const d = (hi - lo) * by; const s = Math.max(-lo, Math.min(100 - hi, d)); set(lo + s, hi + s); };
    const acts = { in: () => zoom(.5), out: () => zoom(2), back: () => move(-.4), on: () => move(.4), all: () => set(0, 100) };
    bar.hidden = false;
    bar.addEventListener("click", (e) => { const act = acts[e.target.dataset && e.target.dataset.do]; if (act) act(); });
    svg.addEventListener("wheel", (e) => {
      if (!e.ctrlKey) return; // the page scrolls
      e.preventDefault();
      const r = svg.getBoundingClientRect();
      zoom(e.deltaY < 0 ? .8 : 1.25, lo + (e.clientX - r.left) / r.width * (hi - lo));
    }, { passive: false });
    const down = new Map();
    let moved = false;
    svg.addEventListener("pointerdown", (e) => { down.set(e.pointerId, e.clientX); moved = false; });
    addEventListener("pointerup", (e) => down.delete(e.pointerId));
    addEventListener("pointercancel", (e) => down.delete(e.pointerId));
    svg.addEventListener("pointermove", (e) => {
      if (!down.has(e.pointerId)) return;
      const was = down.get(e.pointerId), wide = svg.getBoundingClientRect().width;
      if (down.size === 2) {
        const other = [...down].find(([id]) => id !== e.pointerId)[1];
        if (Math.abs(was - other) > 8 && Math.abs(e.clientX - other) > 8) zoom(Math.abs(was - other) / Math.abs(e.clientX - other));
      } else if (Math.abs(e.clientX - was) < 3 && !moved) return;
      else move((was - e.clientX) / wide);
      moved = true;
      down.set(e.pointerId, e.clientX);
    });
    svg.addEventListener("dragstart", (e) => e.preventDefault());
    svg.addEventListener("click", (e) => { if (moved) e.preventDefault(); }, true);
  }
})();
