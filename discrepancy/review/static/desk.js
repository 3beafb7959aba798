// The desk's own script: keys, saving without a new page, live changes. Everything also works without it.
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const body = document.body;
  document.documentElement.classList.add("scripted");

  // ---- Toasts
  const toasts = $("#toast");
  function toast(words, { undo, bad } = {}) {
    const box = document.createElement("div");
    box.className = bad ? "toast bad" : "toast";
    const said = document.createElement("span");
    said.textContent = words;
    box.append(said);
    if (undo) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "Undo";
      button.addEventListener("click", () => { box.remove(); undo(); });
      box.append(button);
    }
    toasts.replaceChildren(box);
    setTimeout(() => box.remove(), bad ? 9000 : 6000);
  }

  // ---- What stays until somebody acts: the page never leaves by itself, for it may hold half a note
  function notice(words, address, link) {
    const box = $("#notice") || document.createElement("p");
    const on = document.createElement("a");
    box.id = "notice";
    box.className = "fault";
    box.setAttribute("role", "alert");
    on.href = address;
    on.textContent = link;
    box.replaceChildren(words, " ", on);
    $("main").prepend(box);
  }

  // ---- Pages fetched and laid over what is shown, part by part
  const BOXES = "input[type=checkbox], input[type=radio]";
  const pair = (box) => `${box.name}=${box.value}`;
  // A part as the server sent it: what this script hides, numbers and marks in it does not count.
  const sent = new Map($$("[data-live]").map((part) => [part.id, part.outerHTML]));
  async function take(response) {
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const part of $$("[data-live]")) {
      const fresh = page.getElementById(part.id);
      if (!fresh || fresh.outerHTML === sent.get(part.id)) continue;
      sent.set(part.id, fresh.outerHTML);
      const chosen = new Set($$(BOXES, part).filter((box) => box.checked).map(pair));
      const other = $("input[name=other]", part)?.value;
      const open = $$("details", part).map((each) => each.open);
      const itself = part.matches("details[open]");
      const here = $$("[data-row]", part).findIndex((row) => row.classList.contains("here"));
      const held = part.contains(document.activeElement) ? document.activeElement : null;
      part.replaceWith(fresh);
      for (const box of $$(BOXES, fresh)) box.checked = chosen.has(pair(box));
      if (other) $("input[name=other]", fresh).value = other;
      $$("details", fresh).forEach((each, n) => { if (open[n]) each.open = true; });
      if (itself) fresh.open = true;
      if (here >= 0) goTo(here, false);
      if (held) {
        const same = held.name ? $$("input", fresh).find((box) => pair(box) === pair(held))
          : $$("a", fresh).find((link) => link.getAttribute("href") === held.getAttribute("href"));
        same?.focus({ preventScroll: true });
      }
    }
    copies();
    if (rule) fit();
    const count = $("#all-count"), fresh = page.getElementById("all-count");
    if (count && fresh) count.textContent = fresh.textContent;
    body.dataset.head = page.body.dataset.head;
    body.dataset.anew = page.body.dataset.anew;
    const seen = $("#rule input[name=seen]");
    if (seen) seen.value = body.dataset.head;
    return page;
  }
  async function refresh() {
    const response = await fetch(location.href, { headers: { accept: "text/html" } });
    const now = new URL(response.url);
    if (now.pathname === "/login") { notice("You are logged out; what you typed stays here.", now.href, "Log in"); return; }
    if (response.status === 404) { notice("This finding went with the last check.", "/", "To the queue"); return; }
    if (!response.ok) return;
    if (response.redirected) { // the finding goes on under another address
      history.replaceState(null, "", now.pathname + now.search);
      if (rule) rule.action = now.pathname + now.search;
    }
    await take(response);
  }

  async function post(address, data) {
    data.set("csrf", body.dataset.csrf);
    const response = await fetch(address, { method: "POST", body: new URLSearchParams(data), headers: { accept: "text/html" } });
    if (response.ok) { await take(response); return true; }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fault = $(".fault", page) || $("h1", page);
    toast(fault ? fault.textContent.trim() : "It was not saved.", { bad: true });
    if (response.status === 409) await refresh();
    return false;
  }
  const formData = (form, submitter) => { const data = new FormData(form); if (submitter && submitter.name) data.set(submitter.name, submitter.value); return data; };
  async function undo(id) {
    const data = new FormData();
    data.set("id", id);
    data.set("back", location.pathname + location.search);
    if (await post("/undo", data)) toast("Taken back.");
  }

  // ---- Ruling
  const rule = $("#rule");
  let saving = false;
  function outcome() { return rule && $("input[name=outcome]:checked", rule)?.value; }
  function fit() {
    const now = outcome();
    let number = 0;
    for (const part of $$("[data-for]", rule)) part.hidden = !now || !part.dataset.for.split(" ").includes(now);
    let any = false;
    for (const label of $$("[data-outcomes]", rule)) {
      label.hidden = !now || !label.dataset.outcomes.split(" ").includes(now);
      const key = $("kbd", label);
      key.hidden = label.hidden || now !== "dismissed";
      if (!label.hidden) { any = true; number += 1; key.textContent = number; }
      if (label.hidden && $("input", label).checked) $("[data-none] input", rule).checked = true;
    }
    const none = $("[data-none]", rule);
    none.hidden = now === "dismissed";
    if (now === "dismissed" && $("input", none).checked) $("input", none).checked = false;
    if (now !== "dismissed" && !$("input[name=reason]:checked", rule)) $("input", none).checked = true;
    if (!any) $(".reasons", rule).hidden = true;
  }
  function choose(which) {
    const radio = $(`input[name=outcome][value=${which}]`, rule);
    if (!radio) return;
    radio.checked = true;
    radio.focus();
    fit();
  }
  async function save() {
    if (saving || !rule) return;
    const now = outcome();
    if (!now) { toast("Choose a ruling: c, d, r or f.", { bad: true }); return; }
    if (now === "dismissed" && !$("input[name=reason]:checked", rule)?.value) { toast("Choose a reason.", { bad: true }); return; }
    saving = true;
    $("#save").disabled = true;
    const data = formData(rule);
    data.set("id", crypto.randomUUID ? crypto.randomUUID() : `${Date.now()}-${Math.random()}`);
    try {
      if (await post(rule.action, data)) {
        const id = $("#standing input[name=id]")?.value;
        toast($("#standing .state").textContent + ".", { undo: id ? () => undo(id) : null });
        rule.reset();
        fit();
        $("#standing").focus({ preventScroll: true });
      }
    } catch { toast("The desk does not answer; nothing was saved.", { bad: true }); }
    saving = false;
    $("#save").disabled = false;
  }
  if (rule) {
    rule.addEventListener("change", (event) => {
      if (event.target.name === "outcome") fit();
    });
    rule.addEventListener("input", (event) => {
      if (event.target.name === "other") $("input[name=value][value=other]", rule).checked = true;
    });
    rule.addEventListener("submit", (event) => { event.preventDefault(); save(); });
    fit();
  }
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("form.undo")) {
      event.preventDefault();
      undo(form.elements.namedItem("id").value);
    } else if (form.id === "many") {
      const all = event.submitter && event.submitter.name === "all";
      if (!all && !$("input[name=finding]:checked", form)) { event.preventDefault(); toast("Choose findings first.", { bad: true }); return; }
      if (all && !confirm(`Dismiss all ${$("#all-count").textContent} findings shown by this filter?`)) { event.preventDefault(); return; }
      event.preventDefault();
      const data = formData(form, event.submitter);
      const count = all ? $("#all-count").textContent : data.getAll("finding").length;
      post("/rule-many", data).then((kept) => { if (kept) { toast(`${count} dismissed. Undo it under Activity.`); form.reset(); } });
    }
  });

  // ---- Filters take hold when they change
  const filters = $(".filters");
  if (filters) filters.addEventListener("change", (event) => { if (event.target.matches("select")) filters.requestSubmit(); });

  // ---- Copy
  function copies() {
    for (const button of $$("[data-copy]")) {
      if (!navigator.clipboard || !button.hidden) continue;
      button.hidden = false;
      button.addEventListener("click", async () => { await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent); toast("Copied."); });
    }
  }
  copies();

  // ---- Keys
  const help = $("#help");
  const keysOn = $("#keys-on");
  let keys = true;
  try { keys = localStorage.getItem("desk-keys") !== "off"; } catch { /* storage may be forbidden */ }
  if (keysOn) {
    keysOn.checked = keys;
    keysOn.addEventListener("change", () => { keys = keysOn.checked; try { localStorage.setItem("desk-keys", keys ? "on" : "off"); } catch { /* as above */ } });
  }
  for (const button of $$("[data-help]")) { button.hidden = false; button.addEventListener("click", () => help.showModal()); }
  function goTo(index, focus = true) {
    const rows = $$("[data-row]");
    if (!rows.length) return;
    const at = Math.max(0, Math.min(rows.length - 1, index));
    rows.forEach((row, n) => row.classList.toggle("here", n === at));
    if (focus) { $("a.question", rows[at]).focus({ preventScroll: true }); rows[at].scrollIntoView({ block: "nearest" }); }
  }
  function step(by) {
    const rows = $$("[data-row]");
    if (rows.length) {
      const focused = rows.findIndex((row) => row.contains(document.activeElement));
      const at = focused >= 0 ? focused : rows.findIndex((row) => row.classList.contains("here"));
      if (at + by >= rows.length) $("a[rel=next]")?.click(); else goTo(at < 0 ? 0 : at + by);
    } else $(by > 0 ? "a[rel=next]" : "a[rel=prev]")?.click();
  }
  const writes = (element) => element.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (help && help.open)) return;
    if (writes(event.target)) {
      if (event.key === "Escape") event.target.blur();
      if (event.key === "Enter" && event.target.name === "other") { event.preventDefault(); save(); }
      return;
    }
    if (!keys) return;
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
    const now = rule && outcome();
    let done = true;
    if (digit && now === "dismissed") {
      const label = $$("[data-outcomes]", rule).filter((each) => !each.hidden)[digit - 1];
      if (label) { $("input", label).checked = true; save(); }
    } else if (digit && now === "resolved") {
      const label = $$(".values label:not(.other)", rule)[digit - 1];
      if (label) { $("input", label).checked = true; save(); }
    } else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") { const search = $("input[type=search]"); if (search) search.focus(); else done = false; }
    else if (event.key === "?") help.showModal();
    else if (event.key === "q" && $("#to-queue")) $("#to-queue").click();
    else if (event.key === "x" && $(".row.here input")) { const box = $(".row.here input"); box.checked = !box.checked; }
    else if (event.key === "u") { const id = $("#standing input[name=id]")?.value; if (id) undo(id); else done = false; }
    else if (rule && event.key === "c") { choose("confirmed"); save(); }
    else if (rule && event.key === "d") choose("dismissed");
    else if (rule && event.key === "r") choose("resolved");
    else if (rule && event.key === "f") { choose("deferred"); save(); }
    else if (rule && event.key === "o") { choose("reopened"); if (outcome() === "reopened") save(); }
    else if (rule && event.key === "n") $("textarea[name=note]", rule).focus();
    else if (rule && event.key === "Enter" && event.target.matches("input[type=radio]")) save();
    else done = false;
    if (done) event.preventDefault();
  });

  // ---- Live changes
  if (window.EventSource && $("[data-live]")) {
    const stream = new EventSource("/changes");
    let first = true;
    stream.addEventListener("change", async (event) => {
      const told = JSON.parse(event.data);
      const known = String(told.head) === body.dataset.head && String(told.anew) === body.dataset.anew;
      if (!known) {
        const again = String(told.anew) !== body.dataset.anew;
        try { await refresh(); } catch { return; } // the desk was closed, or the editor has gone to another page
        if (again) toast("A report was checked again; the page shows it.");
        else if (!first && told.said && told.who !== body.dataset.name) toast(`${told.who} ${told.said}`);
      }
      first = false;
    });
    addEventListener("pagehide", () => stream.close());
  }
})();
