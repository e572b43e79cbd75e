"use strict";
// Keys move between calls and answer them; without this script every button and link works as well.
(() => {
  const rows = () => [...document.querySelectorAll("[data-row]")];
  const current = () => document.activeElement && document.activeElement.closest("[data-row]");
  let answered = -1;

  const go = (index) => {
    const all = rows();
    const row = all[Math.max(0, Math.min(index, all.length - 1))];
    if (row) {
      row.focus();
    }
  };

  const move = (step) => {
    const row = current();
    go(row ? rows().indexOf(row) + step : 0);
  };

  const press = (row, selector) => {
    const target = row && row.querySelector(selector);
    if (target) {
      target.click();
    }
  };

  const ask = (row, key) => {
    const question = row && row.querySelector(`details[data-key="${key}"]`);
    if (question) {
      question.open = true;
      question.querySelector("select, input:not([type=hidden]), button").focus();
    }
  };

  const toggle = (details) => {
    if (details) {
      details.open = !details.open;
    }
  };

  const help = () => {
    const details = document.getElementById("help");
    if (details) {
      details.open = true;
      details.querySelector("summary").focus();
    }
  };

  const keys = {
    j: () => move(1),
    ArrowDown: () => move(1),
    k: () => move(-1),
    ArrowUp: () => move(-1),
    c: () => press(current(), "button[value=contacted]"),
    a: () => press(current(), "button[value=accepted]"),
    r: () => ask(current(), "r"),
    n: () => ask(current(), "n"),
    d: () => ask(current(), "d"),
    s: () => press(current(), "a.story"),
    e: () => toggle(current() && current().querySelector("details.more")),
    "?": help,
  };

  // Who speaks to the computer can switch the keys off.
  const OFF = "anlass-keys-off";
  const isOn = () => localStorage.getItem(OFF) === null;
  const choice = document.getElementById("keys");
  if (choice) {
    choice.closest("label").hidden = false;
    choice.checked = isOn();
    choice.addEventListener("change", () => {
      if (choice.checked) {
        localStorage.removeItem(OFF);
      } else {
        localStorage.setItem(OFF, "");
      }
    });
  }

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input:not([type=checkbox]), select, textarea");
    if (event.key === "Escape") {
      const question = event.target.closest("details.ask[open]");
      if (question) {
        question.open = false;
        question.closest("[data-row]").focus();
      }
    } else if (isOn() && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  document.addEventListener("htmx:beforeRequest", (event) => {
    const row = event.target.closest("[data-row]");
    answered = row ? rows().indexOf(row) : -1;
  });

  // The next call takes the place of the one that was answered.
  document.addEventListener("htmx:afterSettle", () => {
    if (answered >= 0) {
      const index = answered;
      answered = -1;
      go(index);
    }
  });
})();
