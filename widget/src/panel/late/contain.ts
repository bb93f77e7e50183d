import { visit } from './kit';

/** How wide the loader makes the panel beside the page. With any other width it covers the page. */
const BESIDE = 400;

/** Where the panel covers the page, Tab goes round in it: whatever else it could reach lies behind, out of sight. */
export function containFocus(): void {
  addEventListener('keydown', (event) => {
    if (event.key !== 'Tab' || visit.panel.mode === 'page' || innerWidth === BESIDE) return;
    const all = [...document.querySelectorAll<HTMLElement>('button:enabled,a[href],input,select,textarea,[tabindex="0"]')].filter((one) => one.offsetParent);
    const back = event.shiftKey;
    if (document.activeElement !== all.at(back ? 0 : -1)) return;
    event.preventDefault();
    all.at(back ? -1 : 0)?.focus();
  });
}
