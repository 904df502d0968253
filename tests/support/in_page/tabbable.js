/* The stops Tab ought to have, those first that it has not had: shown, enabled, not inert; of a group of radio buttons the chosen one, or any one. */
() => {
  const chosen = (radio) => {
    const alike = [...document.querySelectorAll(`input[type=radio][name="${radio.name}"]`)];
    const group = alike.filter((other) => other.form === radio.form);
    return (group.find((other) => other.checked) ?? group[0]) === radio;
  };
  const kinds =
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], audio[controls]";
  return [...document.querySelectorAll(kinds)]
    .filter((element) => element.tabIndex >= 0 && !element.disabled && !element.closest("[inert]"))
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => element.type !== "radio" || !element.name || chosen(element))
    .map((element) => ({
      had: Boolean(window.stopsSeen?.has(element)),
      markup: element.outerHTML.slice(0, 120),
    }))
    .sort((one, other) => one.had - other.had);
};
