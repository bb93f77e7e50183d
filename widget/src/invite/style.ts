/**
 * The card, for a closed shadow root within the loader's, whose `--brand` and `--on` it inherits. Its colours follow from the brand as the
 * panel's do (`shared/tokens.css`); browsers without relative colours get the light ones. Logical properties only, so that it mirrors.
 */
export const STYLE =
  ':host{position:absolute;inset-block-end:76px;inset-inline-end:0;box-sizing:border-box;inline-size:min(320px,100vw - 32px);max-block-size:calc(100vh - 108px);overflow:auto;' +
  'border-radius:22px;border-end-end-radius:9px;font:15px/22px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",sans-serif;' +
  '--fill:var(--brand);--on-fill:var(--on);--surface:#fff;--sunken:#eef1f0;--ink:#15201c;--ink-2:#56605c;--tint:#e7f1ee;--accent:#15201c;' +
  'color:var(--ink);background:var(--surface);box-shadow:0 4px 12px #10201a14,0 24px 56px #10201a2e,0 0 0 1px #0000000f;animation:rise .32s cubic-bezier(.2,.8,.2,1)}' +
  '@supports (color:oklch(from red l c h)) and (color:light-dark(red,red)){:host{color-scheme:light dark;' +
  '--fill:light-dark(var(--brand),oklch(from var(--brand) max(l,.53) c h));' +
  '--black:clamp(0,(.183 - (.2126*r + .7152*g + .0722*b))*99999,1);' +
  '--on-fill:color(from var(--fill) srgb-linear var(--black) var(--black) var(--black));' +
  '--accent:light-dark(oklch(from var(--brand) min(l,.46) c h),oklch(from var(--brand) max(l,.8) min(c,.13) h));' +
  '--tint:light-dark(oklch(from var(--brand) .955 min(c,.026) h),oklch(from var(--brand) .29 min(c,.045) h));' +
  '--surface:light-dark(#fff,oklch(from var(--brand) .235 min(c,.014) h));' +
  '--sunken:light-dark(oklch(from var(--brand) .951 min(c,.008) h),oklch(from var(--brand) .285 min(c,.016) h));' +
  '--ink:light-dark(oklch(from var(--brand) .235 min(c,.02) h),oklch(from var(--brand) .955 min(c,.006) h));' +
  '--ink-2:light-dark(oklch(from var(--brand) .475 min(c,.016) h),oklch(from var(--brand) .755 min(c,.014) h))}}' +
  '.box{position:relative;display:grid;grid-template-columns:40px 1fr;column-gap:12px;align-items:center;padding:16px}' +
  '.face{inline-size:40px;block-size:40px;display:grid;place-items:center;overflow:hidden;border-radius:50%;border-end-start-radius:24%;font-weight:650;color:var(--accent);background:var(--tint)}' +
  'canvas{inline-size:40px;block-size:40px}' +
  '.from{padding-inline-end:32px;font-size:13px;line-height:18px;color:var(--ink-2);overflow-wrap:anywhere}' +
  'b{display:block;font-size:15px;line-height:22px;font-weight:600;color:var(--ink)}' +
  'p{grid-column:1/-1;margin:10px 0 14px;overflow-wrap:anywhere;cursor:pointer}' +
  '.acts{grid-column:1/-1;display:flex;gap:8px}' +
  'button{all:unset;box-sizing:border-box;flex:1;display:grid;place-items:center;min-block-size:36px;padding:8px 12px;border-radius:11px;font-size:13px;line-height:18px;font-weight:600;text-align:center;cursor:pointer;background:var(--sunken);transition:filter .12s}' +
  '.acts :first-child{color:var(--on-fill);background:var(--fill)}' +
  'button:hover{filter:brightness(.96)}' +
  'button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}' +
  '.x{position:absolute;inset:8px 8px auto auto;inline-size:36px;padding:0;color:var(--ink-2);background:none}' +
  'svg{inline-size:18px;block-size:18px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round}' +
  '[dir=rtl] .x{inset:8px auto auto 8px}' +
  '.x:hover{background:var(--sunken);filter:none}' +
  '.sr{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}' +
  '@keyframes rise{from{opacity:0;transform:translateY(12px) scale(.97)}}' +
  '@media(prefers-reduced-motion:reduce){:host{animation:none}button{transition:none}}' +
  '@media(forced-colors:active){:host,button{border:1px solid}}';
