/** The look of `/api/docs`: the colours and measures of the frontend's tokens, in one file of its own. */
export const docsStyle = `
:root {
  color-scheme: light dark;
  --ground: #faf7f0; --surface: #fffdf8; --sunken: #f1ebdd; --ink: #14213d; --soft: #4b5672; --line: #ddd6c6;
  --accent: #f2ae1c; --accent-ink: #14213d; --link: #1d4f91; --done: #1d6b45; --no: #9c3434; --wait: #566076;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0b1222; --surface: #131d36; --sunken: #182340; --ink: #f1ede2; --soft: #b0b9cf; --line: #2a3757;
    --link: #9cc2ff; --done: #74d3a3; --no: #f2a0a0; --wait: #b0b9cf;
  }
}
* { box-sizing: border-box; margin: 0; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { background: var(--ground); color: var(--ink); font: 1rem/1.55 'Atkinson Hyperlegible Next', system-ui, sans-serif; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
.wrap { max-width: 70rem; margin: 0 auto; padding: 0 1rem; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--accent); color: var(--accent-ink); padding: .6rem 1rem; border-radius: 6px; }
.skip:focus { top: .5rem; }
header { background: var(--surface); border-bottom: 1px solid var(--line); }
.brand { display: inline-flex; gap: .5rem; align-items: center; min-height: 3.5rem; font-weight: 700; color: inherit; text-decoration: none; }
.flame { fill: var(--accent); }
h1 { font-size: 1.953rem; line-height: 1.15; letter-spacing: -.012em; margin: 1.5rem 0 .5rem; text-wrap: balance; }
h2 { font-size: 1.5625rem; line-height: 1.3; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1.0625rem; line-height: 1.4; margin-bottom: .5rem; overflow-wrap: anywhere; }
h4 { font-size: .875rem; margin: 1rem 0 .25rem; color: var(--soft); }
p { max-width: 66ch; margin-bottom: .5rem; }
.english p { font-size: .9375rem; }
.lead, .english, .access { color: var(--soft); }
.access { border-left: 3px solid var(--accent); padding-left: .75rem; }
article { background: var(--surface); border: 1px solid var(--line); border-radius: 6px; padding: 1rem; margin-bottom: 1rem; }
.method { display: inline-block; min-width: 3.6em; font-size: .8125rem; font-weight: 700; color: var(--soft); }
h3 .method { color: var(--ground); background: var(--wait); border-radius: 4px; padding: 0 .5em; text-align: center; }
h3 .method.get { background: var(--link); } h3 .method.post { background: var(--done); } h3 .method.delete { background: var(--no); }
code { font: .9em/1.4 ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.facts { display: grid; gap: .25rem 1rem; margin: 1rem 0; } .facts dt { font-weight: 700; } .facts dd { margin-bottom: .5rem; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; margin: .75rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-top: 1px solid var(--line); }
tbody th code { white-space: nowrap; }
td:last-child { min-width: 14rem; }
thead th { border-top: 0; background: var(--sunken); } tbody th { font-weight: 400; min-width: 9rem; }
tr:target { background: var(--sunken); box-shadow: inset 4px 0 var(--accent); }
.mark { font-size: .8125rem; color: var(--soft); }
ul { padding-left: 1.1rem; } .answers { list-style: none; padding: 0; font-size: .875rem; }
.answers li { padding: .35rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
nav h2 { font-size: .875rem; margin: 1.25rem 0 .25rem; } nav ul { list-style: none; padding: 0; }
nav a { display: flex; gap: .35rem; padding: .4rem 0; min-height: 2rem; font-size: .875rem; text-decoration: none; }
nav a:hover { text-decoration: underline; } nav .path { overflow-wrap: anywhere; }
footer { border-top: 1px solid var(--line); margin-top: 2.5rem; padding: 1.5rem 0; color: var(--soft); font-size: .875rem; }
@media (min-width: 60rem) {
  .columns { display: grid; grid-template-columns: 17rem minmax(0, 1fr); gap: 0 2.5rem; }
  .intro { grid-column: 2; }
  nav { grid-column: 1; grid-row: 1 / span 2; position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding-bottom: 1rem; }
  .facts { grid-template-columns: 11rem 1fr; }
}
@media (forced-colors: active) { h3 .method { border: 1px solid; } tr:target { outline: 2px solid; } }
@media print { nav, .skip { display: none; } article { break-inside: avoid; } }
`;
