import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ConversationView, Party } from '../shared/frames';
import type { Words } from '../shared/i18n';
import { Refusal } from '../shared/transport';
import type { AgentDesk } from './desk';
import type { ConsoleTexts } from './texts';

export interface Surroundings {
  readonly desk: AgentDesk;
  readonly t: Words<ConsoleTexts>;
}

export const Around = createContext<Surroundings | undefined>(undefined);

export function useAround(): Surroundings {
  const around = useContext(Around);
  if (!around) throw new Error('outside of the workspace');
  return around;
}

/** Why something was not done, for the one who asked. */
export function reasonOf(problem: unknown, t: Surroundings['t']): string {
  const code = problem instanceof Refusal ? problem.code : 'unavailable';
  const key = `problem.${code}`;
  return code === 'conflict' ? t('refusedConflict') : t.knows(key) ? t(key) : t('refusedOther', { code });
}

/** Words as a line of a list or a quote shows them: without the marks for bold. */
export function plain(text: string): string {
  return text.replace(/\*\*(.+?)\*\*/g, '$1');
}

/** Name for the initials: nobody's initials are made up. */
export function faceOf(visitor: Party | undefined): string {
  return visitor?.name || '?';
}

/** A visitor's name, or the end of the id where none was given. */
export function nameOf(visitor: Party | undefined, t: Surroundings['t']): string {
  if (!visitor) return t('visitor');
  return visitor.name || t('visitorNamed', { id: visitor.id.slice(-4) });
}

export function departmentOf({ department }: Pick<ConversationView, 'department'>): string {
  return department?.name ?? '';
}
