import type { Words } from '../shared/i18n';
import type { PanelTexts } from './texts';
import type { Visit } from './visit';

export interface Surroundings {
  readonly visit: Visit;
  readonly t: Words<PanelTexts>;
}

let around: Surroundings;

/** There is one visit in a document: no context has to be handed down for it. */
export function surround(by: Surroundings): void {
  around = by;
}

export function useAround(): Surroundings {
  return around;
}
