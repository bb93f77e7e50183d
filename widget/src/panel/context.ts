import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from '../shared/i18n';
import type { PanelTexts } from './texts';
import type { Visit } from './visit';

export interface Surroundings {
  readonly visit: Visit;
  readonly t: Words<PanelTexts>;
}

export const Around = createContext<Surroundings | undefined>(undefined);

export function useAround(): Surroundings {
  const around = useContext(Around);
  if (!around) throw new Error('outside of the panel');
  return around;
}
