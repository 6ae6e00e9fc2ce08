/** The look of the docs page: the dashboard's colours (written again: apps never import apps), its own few rules. In the page itself, allowed there by its hash. */
export const DOCS_STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f4f1ea, #101718);
  --card: light-dark(#fffefb, #192223);
  --sunk: light-dark(#e9e4d9, #0b1112);
  --ink: light-dark(#152625, #eef1ea);
  --ink-soft: light-dark(#51605d, #a2b1ac);
  --line: light-dark(#dcd5c6, #2b3838);
  --accent: light-dark(#0d5c5c, #7fd0c5);
  --worst: light-dark(#a13f10, #ff9d6b);
  --spark: light-dark(#855300, #f2c14e);
  --deep: light-dark(#0f3f40, #15302f);
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1rem/1.55 ui-rounded, system-ui, sans-serif; scroll-padding-top: 1rem; }
body { margin: 0; min-width: 20rem; }
h1, h2, h3, h4, p, ul, dl, dd, pre { margin: 0; padding: 0; }
a { color: var(--accent); text-underline-offset: 0.2em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--spark); outline-offset: 2px; border-radius: 4px; }
code, pre, .method, .status, dt { font-family: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace; font-size: 0.875em; }
code { overflow-wrap: anywhere; }
small { color: var(--ink-soft); font-size: 0.8125rem; font-weight: 400; overflow-wrap: anywhere; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: 0.5rem 1rem; z-index: 1; }
header { background: var(--deep); color: #f8f2e5; padding: 3rem max(1.5rem, 50vw - 38rem); display: grid; gap: 1rem; }
header > * { max-width: 46rem; }
header a { color: #f6d28b; }
header code { color: #f6d28b; }
header pre { background: #00000040; border-radius: 0.5rem; padding: 0.75rem 1rem; }
header pre code { white-space: pre-wrap; }
.mark { font-weight: 700; letter-spacing: 0.02em; color: #f6d28b; }
h1 { font-size: clamp(1.75rem, 4vw, 2.5rem); line-height: 1.15; text-wrap: balance; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2rem; padding: 2rem max(1.5rem, 50vw - 38rem); }
nav ul { list-style: none; }
nav h2 { font-size: 0.8125rem; color: var(--ink-soft); margin: 1rem 0 0.25rem; }
nav a { display: flex; gap: 0.5rem; align-items: baseline; padding: 0.25rem 0; color: var(--ink); text-decoration: none; font-size: 0.9375rem; }
nav a:hover { color: var(--accent); text-decoration: underline; }
nav .method { min-width: 3.4rem; font-size: 0.6875rem; }
main { display: grid; gap: 3rem; min-width: 0; }
main:focus { outline: 0; }
section { display: grid; gap: 1.25rem; min-width: 0; }
section > h2 { font-size: 1.5rem; }
article, details { background: var(--card); border: 1px solid var(--line); border-radius: 0.875rem; padding: 1.25rem 1.5rem; display: grid; gap: 0.75rem; min-width: 0; }
details { display: block; }
details > * + * { margin-top: 0.75rem; }
summary { cursor: pointer; }
summary h3 { display: inline; }
article:target, details:target { border-color: var(--spark); box-shadow: 0 0 0 3px color-mix(in srgb, var(--spark) 35%, transparent); }
h3 { font-size: 1.125rem; }
h3 a { color: inherit; text-decoration: none; }
h3 a:hover { text-decoration: underline; }
h4 { font-size: 0.8125rem; color: var(--ink-soft); margin-top: 0.5rem; }
.address { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: baseline; }
.method { font-weight: 700; color: var(--accent); }
.method[data-method='POST'], .method[data-method='PUT'] { color: var(--spark); }
.method[data-method='DELETE'] { color: var(--worst); }
.status { font-weight: 700; color: var(--worst); }
.access, .media, .problem-link { font-size: 0.8125rem; color: var(--ink-soft); }
.access { border: 1px solid var(--line); border-radius: 1rem; padding: 0 0.625rem; }
.problem-link { color: var(--accent); }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
th, td { text-align: start; vertical-align: top; padding: 0.375rem 0.75rem 0.375rem 0; border-top: 1px solid var(--line); }
thead th { border-top: 0; font-size: 0.8125rem; color: var(--ink-soft); font-weight: 400; }
tbody th { font-weight: 600; width: 30%; }
td .table { margin-top: 0.5rem; padding-inline-start: 0.75rem; border-inline-start: 2px solid var(--line); }
td p { color: var(--ink-soft); font-size: 0.875rem; }
dl { display: grid; grid-template-columns: 3rem minmax(0, 1fr); gap: 0.25rem 0.75rem; font-size: 0.9375rem; }
dt { font-weight: 700; color: var(--accent); }
dt[data-class='4'], dt[data-class='5'] { color: var(--worst); }
@media (min-width: 60rem) {
  .columns { grid-template-columns: 16rem minmax(0, 1fr); gap: 3rem; }
  nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding-bottom: 2rem; }
}
@media print { nav { display: none; } }
`
