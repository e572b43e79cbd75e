"use strict";
/*
 * Messages for the customer of an app as they come, and what becomes of them. It shows nothing itself.
 *
 *   const open = Anlass.connect({
 *     token: () => yours(),              // a token of the customer, or a promise of one; asked for with each connection
 *     message: (message) => {},          // show it; with the same collapse_key it takes the place of an earlier one
 *     takenBack: (actionId) => {},       // show it no longer: taken back, replaced or expired
 *     state: (word) => {},               // optional: "open", "waiting" (tries again by itself), "refused" (the token)
 *   });
 *   Anlass.feedback(message.feedback_token, "opened");   // or dismissed, accepted, converted; a promise of true if kept
 *   open.close();
 */
const Anlass = (() => {
  const gateway = new URL(".", document.currentScript.src);
  const SHORTEST_WAIT = 1_000;
  const LONGEST_WAIT = 60_000;
  const SILENCE = 45_000; // The gateway says something every 15 s.
  const LONGEST_TIMER = 2_000_000_000;

  const parse = (text) => {
    const event = {};
    for (const line of text.split("\n")) {
      const colon = line.indexOf(": ");
      if (colon > 0 || line === "id:") {
        event[colon > 0 ? line.slice(0, colon) : "id"] = colon > 0 ? line.slice(colon + 2) : "";
      }
    }
    return event;
  };

  const read = async (response, isAlive, take) => {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      isAlive();
      const events = (rest + part.value).split("\n\n");
      rest = events.pop();
      events.map(parse).forEach(take);
    }
  };

  const connect = ({ token, message, takenBack, state = () => {} }) => {
    const shown = new Map();
    let last = "";
    let wait = SHORTEST_WAIT;
    let isClosed = false;
    let request = new AbortController();

    const remove = (id) => {
      if (shown.has(id)) {
        clearTimeout(shown.get(id).timer);
        shown.delete(id);
        takenBack(id);
      }
    };
    const show = (data) => {
      const before = shown.get(data.action_id);
      const left = Date.parse(data.expires_at) - Date.now();
      if (left <= 0 || (before && before.data.revision >= data.revision)) {
        return;
      }
      [...shown.values()].filter((each) => each.data.collapse_key === data.collapse_key)
        .forEach((each) => remove(each.data.action_id));
      remove(data.action_id);
      shown.set(data.action_id, { data, timer: setTimeout(remove, Math.min(left, LONGEST_TIMER), data.action_id) });
      message(data);
    };
    const take = ({ id, event, data }) => {
      if (event === "message") {
        show(JSON.parse(data));
      } else if (event === "taken_back") {
        remove(JSON.parse(data).action_id);
      } else if (event === "reset") {
        [...shown.keys()].forEach(remove);
      }
      last = id === undefined ? last : id;
    };
    const open = async () => {
      request = new AbortController();
      let silence = setTimeout(() => request.abort(), SILENCE);
      const isAlive = () => {
        clearTimeout(silence);
        silence = setTimeout(() => request.abort(), SILENCE);
      };
      try {
        const headers = { Authorization: `Bearer ${await token()}` };
        if (last) {
          headers["Last-Event-ID"] = last;
        }
        const response = await fetch(new URL("in-app", gateway), { headers, signal: request.signal, cache: "no-store" });
        if (response.ok) {
          state("open");
          wait = SHORTEST_WAIT;
          await read(response, isAlive, take);
        }
        return response.status;
      } catch {
        return 0;
      } finally {
        clearTimeout(silence);
      }
    };
    const run = async () => {
      while (!isClosed) {
        const status = await open();
        state(status === 401 ? "refused" : "waiting");
        await new Promise((later) => setTimeout(later, wait * (0.5 + Math.random() / 2)));
        wait = Math.min(2 * wait, LONGEST_WAIT);
      }
    };
    run();
    return {
      close: () => {
        isClosed = true;
        request.abort();
        shown.forEach((each) => clearTimeout(each.timer));
      },
    };
  };

  // As text, so that a page of another address needs not ask before; it also goes out while the page is being left.
  const feedback = async (token, outcome) => {
    try {
      const body = JSON.stringify({ token, outcome });
      const headers = { "Content-Type": "text/plain" };
      return (await fetch(new URL("feedback", gateway), { method: "POST", body, headers, keepalive: true })).ok;
    } catch {
      return false;
    }
  };

  return { connect, feedback };
})();
