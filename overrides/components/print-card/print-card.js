/* The Print button of a sheet: shown only where it works. No module, so that it also runs from a disk. */
{
  const button = document.querySelector(".print-card__button");
  if (button && typeof window.print === "function") {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
