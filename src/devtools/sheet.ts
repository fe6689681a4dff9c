/** The look of the panel: a style sheet of its own, so that `assent/styles.css` has none of it. */
export const sheet = `
@layer assent {
  [data-assent='devtools'] {
    color-scheme: light dark;
    position: fixed;
    z-index: 2147483;
    font: 13px/1.5 system-ui, sans-serif;
    color: light-dark(#1b1d22, #f1f2f4);
  }
  [data-assent='devtools'] > div {
    position: absolute;
    box-sizing: border-box;
    inline-size: var(--width);
    max-block-size: var(--height);
    overflow: auto;
    padding: 16px;
    background: light-dark(#fff, #17181b);
    border: 1px solid light-dark(#d9dbe0, #3a3d44);
    border-radius: 12px;
    box-shadow: 0 8px 32px rgb(0 0 0 / 0.16);
  }
  [data-assent='devtools'][data-corner^='bottom'] { bottom: 8px; }
  [data-assent='devtools'][data-corner^='top'] { top: 8px; }
  [data-assent='devtools'][data-corner$='right'] { right: 8px; }
  [data-assent='devtools'][data-corner$='left'] { left: 8px; }
  [data-assent='devtools'][data-covered] { visibility: hidden; }
  [data-assent='devtools'][data-corner^='bottom'] > div { bottom: calc(100% + 8px); }
  [data-assent='devtools'][data-corner^='top'] > div { top: calc(100% + 8px); }
  [data-assent='devtools'][data-corner$='right'] > div { right: 0; }
  [data-assent='devtools'][data-corner$='left'] > div { left: 0; }
  [data-assent='devtools'] > div[hidden] { display: none; }
  [data-assent='devtools'] :is(h2, p, ul, pre) { margin: 0 0 8px; }
  [data-assent='devtools'] h2 { font: 600 13px/1.5 inherit; font-size: 13px; margin-block-start: 16px; }
  [data-assent='devtools'] section:first-child h2 { margin-block-start: 0; }
  [data-assent='devtools'] > div > section > ul { display: flex; flex-wrap: wrap; gap: 4px; padding: 0; list-style: none; }
  [data-assent='devtools'] > div > section > ul > li { padding: 2px 8px; border: 1px solid light-dark(#d9dbe0, #3a3d44); border-radius: 999px; }
  [data-assent='devtools'] li[data-granted='true']::before { content: '● '; color: light-dark(#12703c, #5fd08f); }
  [data-assent='devtools'] li[data-granted='false']::before { content: '○ '; color: light-dark(#5c616b, #a4a9b3); }
  [data-assent='devtools'] button {
    min-block-size: 28px;
    margin-block-end: 4px;
    margin-inline-end: 4px;
    padding: 2px 10px;
    font: inherit;
    color: inherit;
    background: light-dark(#f2f3f5, #24262b);
    border: 1px solid light-dark(#c3c7ce, #4a4e57);
    border-radius: 8px;
    cursor: pointer;
  }
  [data-assent='devtools'] button b { margin-inline-start: 6px; padding: 0 6px; color: light-dark(#fff, #17181b); background: light-dark(#a8321a, #ff9d85); border-radius: 999px; }
  [data-assent='devtools'] button:focus-visible, [data-assent='devtools'] summary:focus-visible { outline: 2px solid light-dark(#2456c8, #8ab0ff); outline-offset: 2px; }
  [data-assent='devtools'] table { inline-size: 100%; border-collapse: collapse; }
  [data-assent='devtools'] :is(th, td) { padding: 4px 8px 4px 0; font-weight: 400; text-align: start; vertical-align: top; border-block-start: 1px solid light-dark(#e6e8ec, #2c2f35); overflow-wrap: anywhere; }
  [data-assent='devtools'] thead th { color: light-dark(#5c616b, #a4a9b3); border: 0; white-space: nowrap; }
  [data-assent='devtools'] tr[data-allowed='false'] td:nth-of-type(3) { color: light-dark(#a8321a, #ff9d85); }
  [data-assent='devtools'] summary { cursor: pointer; color: light-dark(#5c616b, #a4a9b3); }
  [data-assent='devtools'] details ul { padding-inline-start: 16px; }
  [data-assent='devtools'] pre { padding: 8px; white-space: pre-wrap; overflow-wrap: anywhere; background: light-dark(#f2f3f5, #24262b); border-radius: 8px; }
  [data-assent='devtools'] button i { font-style: normal; color: light-dark(#7a4d00, #f0b95a); }
  [data-assent='devtools'] > button { margin: 0; }
  [data-assent='devtools'] [data-fields] { display: grid; grid-template-columns: repeat(auto-fit, minmax(136px, 1fr)); gap: 8px; margin-block-end: 8px; }
  [data-assent='devtools'] [data-fields] label { display: block; color: light-dark(#5c616b, #a4a9b3); }
  [data-assent='devtools'] :is(select, input) { box-sizing: border-box; inline-size: 100%; min-block-size: 28px; font: inherit; color: inherit; background: light-dark(#fff, #17181b); border: 1px solid light-dark(#8b909a, #6b707a); border-radius: 6px; }
  [data-assent='devtools'] :is(select, input):focus-visible { outline: 2px solid light-dark(#2456c8, #8ab0ff); outline-offset: 2px; }
  [data-assent='devtools'] select:disabled { opacity: 0.6; }
  [data-assent='devtools'] [data-why='true'] strong { color: light-dark(#12703c, #5fd08f); }
  [data-assent='devtools'] [data-why='false'] strong { color: light-dark(#a8321a, #ff9d85); }
  [data-assent='devtools'] section > div:has(> meter) { display: grid; grid-template-columns: 1fr 96px 88px; gap: 8px; align-items: center; }
  [data-assent='devtools'] section > div:has(> meter) > span { text-align: end; font-variant-numeric: tabular-nums; }
  [data-assent='devtools'] meter { inline-size: 100%; }
}
`
