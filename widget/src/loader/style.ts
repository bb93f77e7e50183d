/** The launcher and the frame, for the closed shadow root. Logical properties only, so that it mirrors with the page. */
export const STYLE =
  ':host{all:initial;--brand:#0f6b55;--on:#fff;position:fixed;z-index:2147483000;inset-block-end:24px;inset-inline-end:24px;font:600 15px/1.4 system-ui,sans-serif}' +
  'button{all:unset;position:absolute;inset-block-end:0;inset-inline-end:0;box-sizing:border-box;display:flex;align-items:center;justify-content:center;gap:10px;min-inline-size:60px;inline-size:fit-content;block-size:60px;padding-inline:15px;border-radius:30px;border-end-end-radius:9px;color:var(--on);background:var(--brand);cursor:pointer;box-shadow:0 0 0 2px #fff,0 4px 12px #10201a14,0 24px 56px #10201a2e;transition:.2s}' +
  'button:hover{transform:translateY(-2px)}' +
  'button:active{transform:scale(.96)}' +
  'button:focus-visible{outline:3px solid #000;outline-offset:2px;box-shadow:0 0 0 5px #fff}' +
  'svg{inline-size:30px;block-size:30px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}' +
  'b{position:absolute;inset:-5px -5px auto auto;box-sizing:border-box;min-inline-size:24px;padding-inline:6px;border-radius:12px;border:2px solid#fff;font:700 12px/20px system-ui,sans-serif;text-align:center;color:#fff;background:#c22a20}' +
  'iframe{position:absolute;inset-block-end:76px;inset-inline-end:0;inline-size:400px;block-size:min(680px,100vh - 132px);block-size:min(680px,100dvh - 132px);border:0;border-radius:22px;border-end-end-radius:9px;box-shadow:0 4px 12px #10201a14,0 24px 56px #10201a2e,0 0 0 1px #0000000f;animation:rise .32s cubic-bezier(.2,.8,.2,1)}' +
  '[hidden],:host([hidden]){display:none!important}' +
  '@keyframes rise{from{opacity:0;transform:translateY(12px) scale(.97)}}' +
  '@media(max-width:480px),(max-height:480px){:host{inset-block-end:16px;inset-inline-end:16px}iframe{position:fixed;inset:0!important;inline-size:100%;block-size:100%;block-size:100dvh;border-radius:0!important}.open{display:none}}' +
  '@media(prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}}' +
  '@media(forced-colors:active){button{border:2px solid}}';
