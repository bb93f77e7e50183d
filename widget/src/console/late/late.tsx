/** What the console fetches when it is first used: colleagues and canned responses to choose from while writing, and replies that wait. */
import type { RefObject } from 'preact';
import type { Choosing } from '../choosing';
import type { Surroundings } from '../context';
import type { AgentDesk } from '../desk';
import { Chooser } from './chooser';
import { Held } from './held';
import type { Kit } from './kit';
import { lend } from './kit';
import { ResponseBook } from './responses';
import { lateWords } from './words';

/** @param address of the console's own script, beside which the style sheet lies */
export function begin(kit: Kit, address: string) {
  lend(kit);
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address.replace('console.js', 'console-late.css') }));
  const say = lateWords(document.documentElement.lang || 'en');
  let held: Held | undefined;
  let responses: ResponseBook | undefined;
  const heldOf = (desk: AgentDesk): Held => (held ??= new Held(desk));
  return {
    held: heldOf,
    choosing: (desk: AgentDesk, t: Surroundings['t'], area: RefObject<HTMLTextAreaElement>, id: () => string): Choosing =>
      new Chooser(desk, t, say, area, id, heldOf(desk), (responses ??= new ResponseBook(desk.session))),
  };
}

export type LateCode = ReturnType<typeof begin>;
