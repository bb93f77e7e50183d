import type { Here, InviteConfig } from './config';
import { STYLE } from './style';

/** What becomes of an invitation: the visitor wants to talk, or not. */
export interface Choices {
  readonly yes: () => void;
  readonly no: () => void;
}

/** An invitation on the page, in a closed root of its own: the loader's style sheet is for its button. Takes no focus. */
export class Card {
  readonly element = document.createElement('div');
  readonly #root = this.element.attachShadow({ mode: 'closed' });
  readonly #spoken = make('div', 'sr');

  constructor(config: InviteConfig, here: Here, text: string, { yes, no }: Choices) {
    const { company, texts, css, language, direction } = config;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE + css);
    this.#root.adoptedStyleSheets = [sheet];

    const name = here.name ?? company;
    const label = texts.label.replace('{name}', () => name);
    const box = make('div', 'box', portrait(here, name), make('div', 'from', make('b', '', name), here.name ? company : texts.here));
    box.setAttribute('role', 'dialog');
    box.setAttribute('aria-label', label);
    box.lang = language;
    box.dir = direction;
    const words = make('p', '', text);
    words.dir = 'auto';
    words.onclick = yes;
    const close = button('', no);
    close.className = 'x';
    close.setAttribute('aria-label', texts.no);
    close.append(cross());
    // in the upper corner, but last for keys: the button before it does the same and says so
    box.append(words, make('div', 'acts', button(texts.start, yes), button(texts.no, no)), close);

    this.#spoken.setAttribute('role', 'status');
    this.#spoken.lang = language;
    this.#root.append(box, this.#spoken);
    // a region that is there is listened to, one that comes with its words is not; and what was spoken is not read twice
    setTimeout(() => (this.#spoken.textContent = `${label}: ${text}`), 100);
    setTimeout(() => (this.#spoken.textContent = ''), 5_000);
  }

  /** Whether the keyboard is in it. */
  get focused(): boolean {
    return !!this.#root.activeElement;
  }
}

/** The photo of somebody who is there, drawn from its bytes: a strict page lets no picture load. Until then, and without, the first letter. */
function portrait({ photo }: Here, name: string): HTMLElement {
  const frame = make('div', 'face', [...name][0] ?? '');
  frame.setAttribute('aria-hidden', 'true');
  if (photo) void draw(photo, frame).catch(() => undefined);
  return frame;
}

async function draw(photo: string, frame: HTMLElement): Promise<void> {
  const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(photo), (byte) => byte.charCodeAt(0))]));
  const canvas = document.createElement('canvas');
  // as sharp as a screen of twice the usual density
  canvas.width = canvas.height = 80;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, 80, 80);
  frame.replaceChildren(canvas);
}

function cross(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', 'M5 5l14 14M19 5 5 19');
  svg.append(path);
  return svg;
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = make('button', '', text);
  made.type = 'button';
  made.onclick = act;
  return made;
}

function make<K extends keyof HTMLElementTagNameMap>(tag: K, name: string, ...inside: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...inside);
  return made;
}
