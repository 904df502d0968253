/* Controls that neither an edge nor an underline nor a drawing shows once colours are forced and grounds are gone. */
() =>
  [...document.querySelectorAll("button, select, input, textarea, .button, .pill")]
    .filter((control) => {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest(".site-header, .search"))
        return false;
      if (
        control.matches(
          "[type=radio], [type=checkbox], [type=range], [type=hidden], [type=color], [type=file]",
        )
      )
        return false;
      const { borderBottomStyle, borderBottomWidth, borderBottomColor, textDecorationLine } =
        getComputedStyle(control);
      const ground = getComputedStyle(document.body).backgroundColor;
      const edge =
        borderBottomStyle !== "none" && parseFloat(borderBottomWidth) >= 1 && borderBottomColor !== ground;
      return !edge && !textDecorationLine.includes("underline") && !control.querySelector("svg");
    })
    .map((control) => `${control.tagName} ${control.className} ${control.textContent.trim().slice(0, 30)}`);
