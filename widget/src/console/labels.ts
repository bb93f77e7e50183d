import type { Party } from '../shared/frames';
import type { Signal } from '../shared/signals';
import { signal } from '../shared/signals';
import type { AgentSession } from './session';

export type Label = Pick<Party, 'id' | 'name'>;

export interface DepartmentRules extends Label {
  /** Whether its conversations are tagged before they are closed. */
  readonly tagsRequired: boolean;
}

/** The company's own words to choose from, and what its departments ask for. */
export class LabelBook {
  readonly tags: Signal<readonly Label[]> = signal<readonly Label[]>([]);
  readonly outcomes: Signal<readonly Label[]> = signal<readonly Label[]>([]);
  readonly awayReasons: Signal<readonly Label[]> = signal<readonly Label[]>([]);
  readonly departments: Signal<readonly DepartmentRules[]> = signal<readonly DepartmentRules[]>([]);

  readonly #session: AgentSession;

  constructor(session: AgentSession) {
    this.#session = session;
  }

  /** Asks for all of them; what cannot be had now stays as it was. */
  async load(): Promise<void> {
    const into = async <T>(path: string, list: Signal<readonly T[]>): Promise<void> => {
      const page = await this.#session.get<{ items: readonly T[] }>(path).catch(() => undefined);
      if (page) list.value = page.items;
    };
    await Promise.all([
      into('tags', this.tags),
      into('outcomes', this.outcomes),
      into('away-reasons', this.awayReasons),
      into('departments', this.departments),
    ]);
  }

  tagsRequiredIn(department: string | undefined): boolean {
    return this.departments.value.some(({ id, tagsRequired }) => id === department && tagsRequired);
  }
}
