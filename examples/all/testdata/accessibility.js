// Runs in a page of its own, which holds the page under test as text in #page and axe-core as a script. It shows the page in
// frames as wide as screens are, opens what can be folded, and writes what is wrong into #result as JSON.
async function examine(width, magnified) {
  const frame = document.createElement("iframe");
  frame.style.cssText = `width: ${width}px; height: 900px; border: 0`;
  frame.srcdoc = document.getElementById("page").value;
  const loaded = new Promise((done) => { frame.onload = done; });
  document.body.append(frame);
  await loaded;
  const page = frame.contentDocument, view = frame.contentWindow;
  const problems = [];
  const measure = (state) => {
    const root = page.documentElement;
    if (root.scrollWidth > root.clientWidth) problems.push(`the page scrolls sideways ${state}: ${root.scrollWidth} of ${root.clientWidth} px`);
  };
  if (magnified) page.documentElement.style.fontSize = "200%"; // the text alone, WCAG 1.4.4
  measure("folded");
  for (const details of page.querySelectorAll("details")) details.open = true;
  measure("unfolded");

  for (const picture of page.querySelectorAll(".sheet svg")) {
    const scale = picture.getBoundingClientRect().width / picture.viewBox.baseVal.width * 72 / 96; // 1 is the size in print
    const name = picture.getAttribute("aria-labelledby");
    if (scale > 1.25 || scale < 0.69) problems.push(`figure ${name} is ${scale.toFixed(2)} times as large as in print`);
    const sheet = picture.parentElement, column = picture.viewBox.baseVal.width < 260; // one column of a page, 89 mm
    if (column && sheet.scrollWidth > sheet.clientWidth) problems.push(`figure ${name} scrolls, although it is narrow`);
  }

  view.focus();
  for (const element of page.querySelectorAll("a[href], summary, [tabindex]")) {
    const name = `<${element.localName}> ${(element.getAttribute("aria-label") || element.textContent).trim().slice(0, 60)}`;
    if (element.tabIndex !== 0) problems.push(`${name}: tabindex ${element.tabIndex}, out of the order of the page`);
    element.focus();
    if (page.activeElement !== element) { problems.push(`${name}: the keyboard does not reach it`); continue; }
    const style = view.getComputedStyle(element);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) problems.push(`${name}: nothing shows that it has the focus`);
  }
  page.activeElement.blur();

  if (!magnified) {
    const script = page.createElement("script");
    script.textContent = document.getElementById("axe").value;
    page.head.append(script);
    const { violations, incomplete } = await view.axe.run(page, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      resultTypes: ["violations", "incomplete"],
    });
    const tell = (what, rule) => problems.push(`${what} ${rule.id} (${rule.help}), ${rule.nodes.length} times, first ${rule.nodes[0].html.slice(0, 160)}`);
    for (const rule of violations) tell("axe-core:", rule);
    // axe-core cannot tell the ground of text in a picture, nor that of a cell scrolled out of sight; package figure tests the first.
    for (const rule of incomplete) if (rule.id !== "color-contrast") tell("axe-core is not sure:", rule);
  }
  const scheme = view.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  frame.remove();
  return { screen: `${scheme}, ${width} px${magnified ? ", text at 200 %" : ""}`, problems };
}

(async () => {
  const result = [];
  try {
    // 640 px is a window of 1280 at 200 %.
    for (const [width, magnified] of [[1280, false], [640, false], [320, false], [1280, true]]) result.push(await examine(width, magnified));
  } catch (failure) {
    result.push({ screen: "failed", problems: [String(failure.stack || failure)] });
  }
  document.getElementById("result").textContent = JSON.stringify(result);
})();
