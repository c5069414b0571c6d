// From quote to quote and from voice to voice by the keys of the terminal reader.
(() => {
  "use strict";

  const signs = [...document.querySelectorAll("article a.sign")];
  const voices = [...document.querySelectorAll(".voice[data-key]")];
  const aside = document.querySelector("aside");
  const place = document.getElementById("place");
  const keys = document.getElementById("keys");
  const keysOn = document.getElementById("keys-on");
  const opener = document.getElementById("show-keys");
  let current = null; // the sign of the quote that one is on
  let voice = null; // the voice that is open
  let asked = false; // whether it was asked for by its number

  const voiceOf = (sign) => document.getElementById(sign.hash.slice(1));
  const ofVoice = (section) => signs.filter((sign) => voiceOf(sign) === section);
  const top = (sign) => sign.getBoundingClientRect().top;
  const inView = (sign) => top(sign) >= 0 && top(sign) < innerHeight;

  function open(section) {
    voice?.classList.remove("open");
    voice = section;
    voice.classList.add("open");
    aside.scrollTo({ top: voice.offsetTop - 8 }); // where the voices stand below, this does nothing
  }

  function alone(section) {
    document.body.classList.toggle("only", section !== null);
    const own = new Set(section === null ? [] : ofVoice(section).map((sign) => sign.id));
    for (const part of document.querySelectorAll("[data-quotes]")) {
      part.classList.toggle("theirs", part.dataset.quotes.split(" ").some((id) => own.has(id)));
    }
  }

  function partsOf(sign) {
    return document.querySelectorAll(`[data-quotes~="${CSS.escape(sign.id)}"]`);
  }

  function choose(sign) {
    for (const part of document.querySelectorAll(".now")) part.classList.remove("now");
    current = sign;
    for (const part of partsOf(sign)) part.classList.add("now");
    open(voiceOf(sign));
    place.textContent = `${signs.indexOf(sign) + 1} of ${signs.length} · ${sign.dataset.name}`;
  }

  function go(sign) {
    if (!sign) return;
    location.replace(`#${sign.id}`); // scrolls there, and leaves no trail for the back button
    sign.focus({ preventScroll: true });
    choose(sign);
  }

  /** The quote after (by 1) or before (-1) the current one, or where one has scrolled to. */
  function step(among, by) {
    const from = current && inView(current) ? top(current) : 0;
    const at = current && inView(current) ? among.indexOf(current) : -1;
    if (at >= 0) return among[at + by];
    return by > 0 ? among.find((s) => top(s) > from) : among.findLast((s) => top(s) < from);
  }

  function within(by) {
    if (voice === null) return;
    const own = ofVoice(voice);
    go(step(own, by) ?? own.at(by > 0 ? 0 : -1));
  }

  function toVoice(section) {
    if (!section) return;
    const own = ofVoice(section);
    const theirs = current !== null && own.includes(current);
    asked = false;
    open(section);
    go(theirs ? current : (own.find((s) => top(s) >= 0) ?? own[0]));
  }

  function nextVoice(by) {
    if (!voices.length) return;
    const at = voices.indexOf(voice);
    const next = at < 0 ? (by > 0 ? 0 : -1) : (at + by) % voices.length;
    alone(null);
    toVoice(voices.at(next));
  }

  function number(key) {
    const section = voices.find((v) => v.dataset.key === key);
    if (!section) return;
    if (section === voice && asked) {
      alone(document.body.classList.contains("only") ? null : section);
      return;
    }
    alone(null);
    toVoice(section);
    asked = true;
  }

  const acts = {
    n: () => go(step(signs, 1)),
    p: () => go(step(signs, -1)),
    N: () => within(1),
    P: () => within(-1),
    s: () => nextVoice(1),
    S: () => nextVoice(-1),
    "?": () => keys.showModal(),
    Escape: () => alone(null),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (keys.open || !keysOn.checked) return;
    const act = /^[1-9]$/.test(event.key) ? () => number(event.key) : acts[event.key];
    if (!act) return;
    if (event.key !== "Escape") event.preventDefault();
    act();
  });

  document.querySelector("article").addEventListener("click", (event) => {
    const part = event.target.closest(".said");
    if (!part || String(getSelection())) return;
    choose(document.getElementById(part.dataset.quotes.split(" ").at(-1)));
  });

  addEventListener("hashchange", () => {
    const sign = signs.find((s) => `#${s.id}` === location.hash);
    if (sign && sign !== current) choose(sign);
  });

  opener.hidden = false;
  opener.addEventListener("click", () => keys.showModal());
  document.getElementById("hide-keys").addEventListener("click", () => keys.close());
})();
