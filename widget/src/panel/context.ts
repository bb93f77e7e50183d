import type { Words } from '../shared/i18n';
import type { PanelTexts } from './texts';
import type { Visit } from './visit';

/** There is one visit in a document: nothing has to be handed down for it. Set before anything is drawn. */
export let visit: Visit;
export let t: Words<PanelTexts>;

export function surround(by: Visit, words: Words<PanelTexts>): void {
  visit = by;
  t = words;
}
