import type { Uploading } from '../../shared/uploads';
import { Uploads } from '../../shared/uploads';
import { visit } from './kit';

let uploads: Uploads | undefined;

function queue(): Uploads {
  return (uploads ??= new Uploads(
    visit.uploads,
    () => visit.session.token(),
    (thread, file) => visit.live.outbox.add({ ...visit.place(thread), text: '', files: [file] }),
  ));
}

/** Sends a file at once, and its message when it has arrived. */
export function attach(thread: string, file: File): void {
  queue().start(thread, file);
}

/** Sends one again that the line has lost. */
export function again(item: Uploading): void {
  queue().again(item);
}

/** Cancels a file on its way, or puts one away that failed. */
export function drop(key: string): void {
  queue().drop(key);
}
