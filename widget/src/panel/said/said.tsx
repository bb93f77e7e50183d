/**
 * What was said, in a file of its own that is fetched as soon as there is something to show of it or the visitor begins to write: bubbles, lines of what
 * happened, who is writing, quotes, the place in line, that a message was left, earlier conversations; and what keeps a beginning over a reload.
 */
import type { Kit } from '../late/kit';
import { lend } from '../late/kit';
import { keepDraft } from './draft';
import { beginLeft } from './left';
import { Log } from './log';
import { Past } from './past';
import { beginReading, following } from './reader';
import { TooLong } from './too-long';
import { beginPreview } from './preview';
import { beginQuotes, Replying, take } from './quotes';

function parts() {
  return { following, Log, Past, Replying, take, TooLong };
}

export type Said = ReturnType<typeof parts>;

export function begin(kit: Kit): Said {
  lend(kit);
  beginReading();
  beginQuotes();
  beginLeft(kit);
  keepDraft(kit);
  beginPreview(kit);
  return parts();
}
