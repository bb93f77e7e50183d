/**
 * What is needed when somebody answers, in a file of its own that is fetched then: what happened, who is writing, and the quotes: the button beside a
 * message, the quote above what is being written, and the one in a message, which leads to what it quotes.
 */
import type { Kit } from '../late/kit';
import { lend } from '../late/kit';
import { EventLine } from './event-line';
import { Answer, beginQuotes, Quote, Replying, take } from './quotes';
import { TypingBubble } from './typing-bubble';

const answers = { Answer, EventLine, Quote, Replying, take, TypingBubble };

export type Answers = typeof answers;

export function begin(kit: Kit): Answers {
  lend(kit);
  beginQuotes();
  return answers;
}
