/**
 * The look of a report, light, dark and printed: the colours of the wizard, the fonts of the reader's system. Nothing is
 * said by colour alone.
 */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f7f5f0, #14171c);
  --card: light-dark(#fffefb, #1c2128);
  --ink: light-dark(#1d2430, #eceff4);
  --soft: light-dark(#566070, #a9b3c1);
  --line: light-dark(#dcd8cd, #333b46);
  --accent: light-dark(#1f5fbf, #8ab4ff);
  --good: light-dark(#0d7565, #5cc9b6);
  --warn: light-dark(#855700, #f0b64c);
  --bad: light-dark(#b3261e, #ff8a80);
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1rem/1.45 system-ui, sans-serif; }
body { margin: 0 auto; padding: 1.25rem 1.5rem 3rem; max-width: 75rem; overflow-wrap: anywhere; }
h1, h2, h3, p, ul, dl, dd, pre { margin: 0; padding: 0; }
h1 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.01em; }
h2 { margin-block: 2rem 0.6rem; font-size: 1.2rem; line-height: 1.3; }
h3 { margin-block: 1.1rem 0.35rem; font-size: 1rem; }
code, pre { font: 0.875rem/1.45 ui-monospace, monospace; }
.soft { color: var(--soft); font-size: 0.9375rem; }
.verdict { display: grid; gap: 0.3rem; padding: 0.9rem 1.1rem; border: 1px solid var(--line);
  border-inline-start: 6px solid var(--bad); border-radius: 0.6rem; background: var(--card); }
.verdict.ok { border-inline-start-color: var(--good); }
.mark { font-weight: 700; color: var(--bad); }
.ok .mark { color: var(--good); }
.top { display: grid; grid-template-columns: 1fr; gap: 1rem; margin-top: 1rem; }
.answers { display: grid; grid-template-columns: repeat(5, 1fr); gap: 1px;
  overflow: hidden; border: 1px solid var(--line); border-radius: 0.6rem; background: var(--line); }
.answers > div { padding: 0.5rem 0.8rem; background: var(--card); }
.answers dt, .facts dt { color: var(--soft); font-size: 0.8125rem; }
.answers dd { line-height: 1.35; }
.answers dd + dd { color: var(--soft); font-size: 0.875rem; }
.answers dd:first-of-type { font-weight: 600; }
.todo h2 { margin-block: 0 0.3rem; }
.todo ul { margin-block-start: 0.2rem; padding-inline-start: 1.2rem; }
.todo li:first-child { font-weight: 600; }
section.service { margin-top: 1.6rem; padding: 0.9rem 1.1rem; border: 1px solid var(--line);
  border-radius: 0.6rem; background: var(--card); }
section.service > h2 { margin-block: 0 0.3rem; }
.finding { margin-block: 0.7rem; padding-inline-start: 0.8rem; border-inline-start: 4px solid var(--bad); }
.finding.warning, .finding.info { border-inline-start-color: var(--warn); }
.finding ul { margin-block-start: 0.3rem; padding-inline-start: 1.2rem; }
.finding h3 { margin-block: 0 0.2rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
th, td { padding-block: 0.25rem; padding-inline-end: 0.6rem; border-bottom: 1px solid var(--line); text-align: start;
  vertical-align: top; font-weight: 400; }
thead th { color: var(--soft); font-size: 0.8125rem; }
td.time { white-space: nowrap; font-variant-numeric: tabular-nums; }
.stages th { white-space: nowrap; }
.stages tbody tr { border-inline-start: 4px dashed var(--line); }
.stages tbody tr.encrypted { border-inline-start: 6px solid var(--good); }
.stages tbody tr.failed { border-inline-start: 4px dashed var(--bad); }
.stages tbody th { padding-inline-start: 0.6rem; }
.failed th, .failed .state { color: var(--bad); font-weight: 700; }
svg { display: block; width: 12rem; height: 0.9rem; }
rect { fill: var(--accent); }
.encrypted rect { fill: var(--good); }
.failed rect { fill: var(--bad); }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 0.3rem 1.2rem; }
pre { padding: 0.6rem 0.8rem; border: 1px solid var(--line); border-radius: 0.4rem; white-space: pre-wrap;
  overflow-wrap: anywhere; }
footer { margin-top: 2rem; padding-top: 0.8rem; border-top: 1px solid var(--line); }
@media (width < 64rem) {
  .answers { grid-template-columns: 1fr 1fr; }
}
@media (width < 34rem) {
  .answers { grid-template-columns: 1fr; }
}
@media (width < 48rem) {
  body { padding: 1rem 0.9rem 2rem; }
  h1 { font-size: 1.4rem; }
  .facts { grid-template-columns: 1fr; }
  svg { width: 4rem; }
  thead { display: none; }
  tbody tr { display: flex; flex-wrap: wrap; gap: 0 0.6rem; padding-block: 0.25rem;
    border-bottom: 1px solid var(--line); }
  th, td { padding-block: 0; border-bottom: 0; }
  .stages tbody tr { display: grid; grid-template-columns: 1fr 1.4rem 4.5rem 4.5rem; gap: 0; }
  .stages td:last-child { grid-column: 1 / -1; padding-inline-start: 0.6rem; color: var(--soft); }
}
@media (forced-colors: active) {
  rect { fill: CanvasText; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --card: #fff; }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  section.service { break-inside: auto; }
  h2, h3, tr, .finding, .answers > div { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  rect { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`

/** What a browser compares the style with before it applies it; a test computes it anew. */
export const PAGE_STYLE_HASH = 'sha256-uZKb0GkZOmS882p+LrLJVwD4qIX8Dj60F3pF06MOVck='
