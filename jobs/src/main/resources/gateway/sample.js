"use strict";
// Shows messages as cards. The token comes behind the # of the address, which no server and no log gets to see.
(() => {
  const WORDS = {
    de: { accept: "Ja, gern", dismiss: "Nicht jetzt", link: "Mehr erfahren", failed: "Das hat nicht geklappt. Bitte noch einmal." },
    en: { accept: "Yes, please", dismiss: "Not now", link: "Find out more", failed: "That did not work. Please try again." },
  };
  const STATES = {
    open: "Connected.",
    waiting: "Not connected. Trying again.",
    refused: "The token does not hold. Open this page with #token=… behind its address.",
  };
  const list = document.getElementById("messages");
  const state = document.getElementById("state");
  const template = document.getElementById("card");
  const token = () => new URLSearchParams(location.hash.slice(1)).get("token") || "";
  const card = (actionId) => [...list.children].find((each) => each.dataset.action === actionId);

  const isWebAddress = (link) => {
    try {
      return ["http:", "https:"].includes(new URL(link).protocol);
    } catch {
      return false;
    }
  };

  const remove = (actionId) => {
    const gone = card(actionId);
    if (gone) {
      gone.remove();
    }
  };

  const answer = async (message, outcome, words) => {
    if (await Anlass.feedback(message.feedback_token, outcome)) {
      remove(message.action_id);
    } else {
      state.textContent = words.failed;
    }
  };

  const show = (message) => {
    if (!message.text) {
      return;
    }
    const language = message.language === "de" ? "de" : "en";
    const words = WORDS[language];
    const item = template.content.firstElementChild.cloneNode(true);
    item.dataset.action = message.action_id;
    item.lang = message.language || "";
    item.querySelector(".text").textContent = message.text;
    const link = item.querySelector(".link");
    if (message.link && isWebAddress(message.link)) {
      link.href = message.link;
      link.textContent = words.link;
      link.addEventListener("click", () => Anlass.feedback(message.feedback_token, "opened"));
    } else {
      link.parentElement.remove();
    }
    for (const [name, outcome] of [["accept", "accepted"], ["dismiss", "dismissed"]]) {
      const button = item.querySelector(`.${name}`);
      button.textContent = words[name];
      button.addEventListener("click", () => answer(message, outcome, words));
    }
    list.prepend(item);
  };

  Anlass.connect({
    token,
    message: show,
    takenBack: remove,
    state: (word) => {
      state.textContent = STATES[word];
    },
  });
})();
