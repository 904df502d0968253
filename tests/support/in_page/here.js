/* Where the focus is, once nothing fades in any more. A control without a face of its own (a radio button inside a pill)
   borrows its label's; a link that fills a card wears its ring on ::after, a link in a drawing on one of its lines. */
() => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  for (const animation of document.getAnimations())
    if (animation instanceof CSSTransition) animation.finish();
  window.stopsSeen ??= new Map();
  if (!window.stopsSeen.has(at)) window.stopsSeen.set(at, window.stopsSeen.size);

  const faces = [...new Set([at, ...(at.labels ?? []), at.closest("label")].filter(Boolean))];
  const outlined = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const ringed = (face) => {
    const style = getComputedStyle(face);
    return face.getClientRects().length > 0 && (outlined(style) || style.boxShadow !== "none");
  };
  const after = getComputedStyle(at, "::after");
  const drawn = ({ stroke, strokeWidth }) => stroke !== "none" && parseFloat(strokeWidth) >= 3;
  const lines = at instanceof SVGElement ? [...at.children] : [];
  const ring =
    faces.some(ringed) ||
    (after.content !== "none" && outlined(after)) ||
    lines.some((line) => drawn(getComputedStyle(line)));

  const size = (face) => face.getBoundingClientRect().width * face.getBoundingClientRect().height;
  const face = faces.reduce((most, other) => (size(other) > size(most) ? other : most));
  const box = face.getBoundingClientRect();
  const first = face.getClientRects()[0] ?? box;
  const cover = document.elementFromPoint(first.left + first.width / 2, first.top + first.height / 2);
  const covered = cover && !faces.some((other) => other.contains(cover) || cover.contains(other));
  const named = (element) => (element.className?.baseVal ?? element.className) || element.tagName;
  const words =
    at.getAttribute("aria-label") || at.labels?.[0]?.innerText || at.innerText || at.title || at.name || "";
  return {
    index: window.stopsSeen.get(at),
    tag: at.tagName.toLowerCase(),
    name: words.trim().replace(/\s+/g, " ").slice(0, 60),
    where: [...at.classList].find((name) => name !== "focus-visible") ?? at.id,
    ring,
    shown: faces.some(
      (other) =>
        other.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        other.getClientRects().length > 0,
    ),
    cover: covered ? named(cover) : "",
    left: box.left,
    top: box.top,
    right: box.right,
    bottom: box.bottom,
  };
};
