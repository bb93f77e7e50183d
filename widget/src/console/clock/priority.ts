import { language } from '../language';
import { PRIORITIES, textsFor } from './texts';

/**
 * How much a conversation presses, to be chosen. Attribute: `level`, as it is. What is chosen bubbles as the select's own `change`; it
 * stands there once the level says so.
 */
export class PriorityChoice extends HTMLElement {
  static readonly observedAttributes = ['level'];
  readonly #select = document.createElement('select');

  connectedCallback(): void {
    if (this.firstChild) return;
    const texts = textsFor(language());
    const title = document.createElement('h3');
    title.textContent = texts.priority;
    this.#select.setAttribute('aria-label', texts.priority);
    this.#select.append(...PRIORITIES.map((level) => new Option(texts[`priority.${level}`], level)));
    this.append(title, this.#select);
    this.attributeChangedCallback();
  }

  attributeChangedCallback(): void {
    this.#select.value = this.getAttribute('level') ?? 'normal';
  }
}
