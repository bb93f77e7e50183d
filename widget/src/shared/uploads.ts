import type { FileView } from './entries';
import { uuid } from './ids';
import type { Signal } from './signals';
import { upload } from './upload';

/** A file on its way, in the conversation or thread it belongs to. `part` is 0 to 1. */
export interface Uploading {
  readonly key: string;
  readonly thread: string;
  readonly file: File;
  readonly part: number;
  readonly failed?: string | undefined;
}

/** The server has seen the file and will not take it, however often it is sent. */
const REFUSED: readonly (string | undefined)[] = ['too-large', 'invalid'];

/** Whether it is worth sending once more: the line was lost, or the server was busy. */
export function mayGoAgain({ failed }: Uploading): boolean {
  return !!failed && !REFUSED.includes(failed);
}

/** The files that are being sent. One that failed stays until it is put away or has gone after all, so that nobody takes it for sent. */
export class Uploads {
  /** What ends each. */
  readonly #cancels = new Map<string, () => void>();

  constructor(
    readonly items: Signal<readonly Uploading[]>,
    readonly token: () => Promise<string>,
    /** The server has the whole file; its message has not been written yet. */
    readonly arrived: (thread: string, file: FileView) => void,
  ) {}

  /** Sends a file. */
  start(thread: string, file: File): void {
    const item = { key: uuid(), thread, file, part: 0 };
    this.items.value = [...this.items.peek(), item];
    this.again(item);
  }

  /** Sends one, from its beginning, that has failed. */
  again({ key, thread, file }: Uploading): void {
    const failed = (code = 'unavailable'): void => this.#change(key, { failed: code });
    const taken = (view: FileView): void => {
      this.arrived(thread, view);
      this.drop(key);
    };
    this.#change(key, { part: 0, failed: undefined });
    this.token().then(
      // It may have been cancelled meanwhile.
      (bearer) => this.items.peek().some((known) => known.key === key) && this.#cancels.set(key, upload(bearer, file, { progressed: (part) => this.#change(key, { part }), taken, failed })),
      () => failed(),
    );
  }

  /** Cancels a running upload, or puts a failed one away. */
  drop(key: string): void {
    this.items.value = this.items.peek().filter((known) => known.key !== key);
    this.#cancels.get(key)?.();
    this.#cancels.delete(key);
  }

  #change(key: string, news: Partial<Uploading>): void {
    this.items.value = this.items.peek().map((known) => (known.key === key ? { ...known, ...news } : known));
  }
}
