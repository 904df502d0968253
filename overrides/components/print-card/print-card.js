/* The Print button of a sheet: shown only where it works. */
{
  const button = /** @type {HTMLElement | null} */ (document.querySelector(".print-card__button"));
  if (button && typeof window.print === "function") {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
