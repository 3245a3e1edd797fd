// Draws a chart, and tells what stands under the pointer; arrow keys go from one stop of it to the next. Where
// stops are days, a click opens them, and a stretch that is dragged over several all of its days.

export default function ({ parentElement, data, setTriggerValue }) {
  const box = parentElement.querySelector(".drawing");
  box.innerHTML = data.html;
  const png = box.querySelector("[data-png]");
  png.onclick = (event) => {
    event.preventDefault();
    asPng(png).catch(() => (box.querySelector("[role=status]").textContent = "It could not be made: take the SVG."));
  };
  const tip = box.appendChild(document.createElement("div"));
  tip.className = "tip";
  tip.hidden = true;
  box.querySelectorAll("svg[role=group]").forEach((svg, i) => wake(svg, box, tip, data.told[i], setTriggerValue));
}

// The browser draws the SVG into pixels, two for each of its units; the server needs nothing for it.
async function asPng(link) {
  const image = new Image();
  image.src = link.href;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * image.naturalWidth, 2 * image.naturalHeight];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const file = await new Promise((done) => canvas.toBlob(done, "image/png"));
  const save = document.createElement("a");
  save.href = URL.createObjectURL(file);
  save.download = link.dataset.png;
  save.click();
  setTimeout(() => URL.revokeObjectURL(save.href), 60_000);
}

function wake(svg, box, tip, told, setTriggerValue) {
  const links = [...svg.querySelectorAll(".stops a")];
  if (!links.length) return;
  const brush = svg.appendChild(document.createElementNS(svg.namespaceURI, "rect"));
  brush.setAttribute("class", "brush");
  const days = "from" in links[0].dataset;
  let begun = null; // where dragging began, in pixels from the left
  let dragged = false;
  let touched = null; // the stop that a finger touched last

  const choose = (first, last) =>
    setTriggerValue("days", [links[first].dataset.from, links[last].dataset.to]);
  const left = (event) => event.clientX - svg.getBoundingClientRect().left;
  const reach = (i) => {
    const [stop, all] = [links[i].getBoundingClientRect(), svg.getBoundingClientRect()];
    return [stop.left - all.left, stop.right - all.left];
  };
  const line = (parent, kind, text, colour) => {
    const made = parent.appendChild(document.createElement(kind));
    made.textContent = text;
    if (colour) made.style.color = colour;
  };

  const hide = () => {
    tip.hidden = true;
    links.forEach((link) => link.classList.remove("under"));
  };
  const tell = (i) => {
    hide();
    links[i].classList.add("under");
    tip.replaceChildren();
    line(tip, "strong", told[i].name);
    for (const { side, colour, counts, sentences } of told[i].said) {
      line(tip, "b", `${side} ${counts}`, colour);
      for (const sentence of sentences) line(tip, "q", sentence);
    }
    tip.hidden = false;
    const [a, b] = reach(i);
    const room = box.clientWidth - tip.offsetWidth;
    tip.style.left = `${Math.max(0, b + 8 <= room ? b + 8 : Math.min(room, a - 8 - tip.offsetWidth))}px`;
  };

  links.forEach((link, i) => {
    link.tabIndex = i ? -1 : 0; // one stop of the Tab key for all; arrows go from one to the next
    link.onfocus = () => link.matches(":focus-visible") && tell(i);
    link.onblur = hide;
    link.onkeydown = (event) => {
      const next = { ArrowLeft: i - 1, ArrowRight: i + 1, Home: 0, End: links.length - 1 }[event.key];
      if (event.key === "Escape") hide();
      if (!links[next]) return;
      event.preventDefault();
      link.tabIndex = -1;
      links[next].tabIndex = 0;
      links[next].focus();
    };
    link.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // as any link: in a window beside
      const first = touched !== i && event.pointerType === "touch";
      touched = i;
      if (first || days) event.preventDefault();
      if (first) tell(i); // a finger hides what it touches: the second touch opens
      else if (days && !dragged) choose(i, i);
    };
    link.ondragstart = (event) => event.preventDefault();
    link.onpointerenter = (event) => event.pointerType === "mouse" && begun === null && tell(i);
    link.onpointerleave = (event) => event.pointerType === "mouse" && hide();
  });

  if (!days) return;
  svg.onpointerdown = (event) => {
    dragged = false;
    if (event.pointerType === "mouse" && event.button === 0) begun = left(event);
  };
  svg.onpointermove = (event) => {
    if (begun === null || (!dragged && Math.abs(left(event) - begun) < 5)) return;
    if (!dragged) svg.setPointerCapture(event.pointerId);
    dragged = true;
    hide();
    brush.setAttribute("x", Math.min(begun, left(event)));
    brush.setAttribute("width", Math.abs(left(event) - begun));
  };
  svg.onpointerup = (event) => {
    if (begun === null) return;
    const [a, b] = [begun, left(event)].sort((x, y) => x - y);
    begun = null;
    brush.removeAttribute("width");
    if (!dragged) return;
    const within = links.map((_, i) => i).filter((i) => reach(i)[1] > a && reach(i)[0] < b);
    if (within.length) choose(within[0], within.at(-1));
  };
}
