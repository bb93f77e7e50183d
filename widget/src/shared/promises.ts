import type { Party } from './frames';

export type Measure = 'first-response' | 'next-response' | 'resolution';

/** What has to happen next in a conversation, until when, and from when on it is soon. For agents. */
export interface Target {
  readonly measure: Measure;
  readonly dueAt: string;
  readonly warnAt: string;
}

/** A promise was not kept. For the owner, or where it waits for its department, and for supervisors. */
export interface Overdue {
  readonly type: 'overdue';
  readonly conversation: string;
  readonly measure: Measure;
  readonly dueAt: string;
  readonly visitor?: Party;
  readonly department?: Party;
}
