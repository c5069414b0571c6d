// What is around the terminal in the page: loading, colours, copying, and the end.
"use strict";
{
  const STOPPED = 1001;
  const nonce = document.currentScript.nonce;
  const part = (id) => document.getElementById(id);
  const body = document.body;
  let talk = null;

  // The terminal writes style sheets; the page's policy knows those that have the nonce.
  const makeElement = document.createElement.bind(document);
  document.createElement = (name, options) => {
    const made = makeElement(name, options);
    if (name === "style") made.nonce = nonce;
    return made;
  };

  // The terminal makes its own connection, and knows nothing of colours, copies and reasons.
  window.WebSocket = class extends WebSocket {
    constructor(address) {
      super(address);
      talk = this;
      this.addEventListener("message", heard);
      this.addEventListener("close", ended);
    }
    send(message) {
      if (this.readyState === WebSocket.OPEN) super.send(message);
    }
  };

  const write = () => body.querySelector(".xterm-helper-textarea")?.focus();

  function heard(event) {
    if (typeof event.data !== "string") {
      if (document.activeElement === body) write();
      return;
    }
    const [what, said] = JSON.parse(event.data);
    if (what === "looks") show(said);
    if (what === "copy") copy(said);
  }

  function show(looks) {
    const style = document.documentElement.style;
    for (const name of ["ground", "words", "key"]) style.setProperty(`--${name}`, looks[name]);
    document.querySelector("meta[name=color-scheme]").content = looks.dark ? "dark" : "light";
  }

  function ended(event) {
    part("reason").textContent = event.reason || "The connection to pullquote has ended.";
    part("again").hidden = event.code === STOPPED;
    part("opening").hidden = part("offer").hidden = true;
    part("ended").hidden = false;
    part("again").focus();
  }

  // Copying

  async function taken(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return takenByCommand(text);
    }
  }

  // Pages without a certificate have no other way, unless they are this machine's own.
  function takenByCommand(text) {
    const field = makeElement("textarea");
    const before = document.activeElement;
    field.value = text;
    body.append(field);
    field.select();
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    } finally {
      field.remove();
      before?.focus();
    }
  }

  const answer = (number, done) =>
    talk.send(JSON.stringify(["copied", { number: number, taken: done }]));

  async function copy({ number, text }) {
    const done = await taken(text);
    answer(number, done);
    part("offer").hidden = done;
    if (done) return;
    part("copy").onclick = async () => {
      const later = await taken(text);
      part("offer").hidden = later;
      if (later) answer(number, true);
      if (later) write();
    };
    part("copy").focus();
  }

  part("offer").addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    part("offer").hidden = true;
    write();
  });

  part("again").addEventListener("click", () => window.location.reload());
  window.addEventListener("focus", () => part("ended").hidden && part("offer").hidden && write());

  // The terminal measures its letters once: they have to be there before.
  const faces = ["16px", "bold 16px", "italic 16px", "italic bold 16px"];
  const fonts = faces.map((face) => document.fonts.load(`${face} "Roboto Mono"`));
  const loaded = new Promise((done) => window.addEventListener("load", done));
  Promise.allSettled([loaded, ...fonts]).then(() => {
    const terminal = makeElement("script");
    terminal.src = "/static/textual.js";
    terminal.onload = () => window.onload();
    body.append(terminal);
  });
}
