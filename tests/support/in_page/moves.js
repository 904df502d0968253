/* From now on, notes what is moved, grown or turned in `window.moved`; fading is no motion. */
() => {
  window.moved = [];
  const moving =
    /transform|translate|scale|rotate|^(top|left|right|bottom|inset|width|height|margin|max-height)/;
  document.addEventListener(
    "transitionrun",
    ({ propertyName, target }) => {
      const instant = /^(0s(, )?)+$/.test(getComputedStyle(target).transitionDuration);
      const name = target.className?.baseVal ?? target.className;
      if (moving.test(propertyName) && !instant) window.moved.push(`${propertyName} of ${name}`);
    },
    true,
  );
  document.addEventListener("animationstart", ({ animationName }) => window.moved.push(animationName), true);
};
