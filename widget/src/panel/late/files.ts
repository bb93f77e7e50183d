import { Uploads } from '../../shared/uploads';
import { visit } from './kit';

let uploads: Uploads | undefined;

function queue(): Uploads {
  return (uploads ??= new Uploads(visit.uploads, () => visit.session.token()));
}

/** Sends a file at once, and its message when it has arrived. */
export async function attach(thread: string, file: File): Promise<void> {
  const view = await queue().start(thread, file);
  if (view) visit.live.outbox.add({ ...visit.place(thread), text: '', files: [view] });
}

/** Cancels a file on its way, or puts one away that failed. */
export function drop(key: string): void {
  queue().drop(key);
}
