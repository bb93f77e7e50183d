import type { Signal } from '../../shared/signals';
import { backoff } from '../../shared/backoff';
import type { Kit } from '../late/kit';
import { signal, visit } from '../late/kit';
import type { Hours } from './hours';

/** A phone number, an e-mail address or a web address, and what it is for. */
export interface Point {
  readonly value: string;
  readonly label?: string;
}

/** Where the company is. */
export interface Place {
  readonly name: string;
  /** Of several lines. */
  readonly address?: string;
  readonly phones: readonly Point[];
  readonly emails: readonly Point[];
  readonly links: readonly Point[];
}

/** What `GET /sites/{siteKey}/reach` says; a part that the site does not show is missing. */
export interface Reach {
  readonly locations?: readonly Place[];
  readonly hours?: Hours;
}

const TEMPORARY = 500;
const TOO_MANY = 429;
/** A table of hours that is days long ends one day, also where nobody ever changes anything. */
const OLD = 6 * 3_600_000;

/** What the company says; undefined until it is there. Without a line it is asked again until it is. */
export let reach: Signal<Reach | undefined>;

/** Asks now, now and then, and anew whenever the site opens or closes at another time than was known. Somebody who goes says nothing of hours. */
export function beginReach({ effect }: Kit): void {
  reach = signal<Reach | undefined>(undefined);
  let known: string | undefined;
  effect(() => {
    const next = visit.desk.value.nextChange ?? '';
    if (known !== undefined && (!next || next === known)) return;
    // what was kept before somebody wrote other hours says the old ones; everybody hears of these at once
    if (known === undefined) void ask('default');
    else setTimeout(() => void ask('no-cache'), backoff(2));
    known = next;
  });
  setInterval(() => void ask('no-cache'), OLD);
}

async function ask(cache: RequestCache, attempt = 0): Promise<void> {
  const { config, site } = visit.panel;
  try {
    const answer = await fetch(config.reach ?? `/api/v1/sites/${encodeURIComponent(site)}/reach`, { cache });
    if (answer.ok) reach.value = (await answer.json()) as Reach;
    else if (answer.status >= TEMPORARY || answer.status === TOO_MANY) throw answer;
  } catch {
    setTimeout(() => void ask(cache, attempt + 1), backoff(attempt));
  }
}
