import type { FileView } from './entries';
import { uuid } from './ids';
import type { Signal } from './signals';
import type { Upload } from './upload';
import { upload, UploadFailed } from './upload';

/** A file on its way, in the conversation or thread it belongs to. `part` is 0 to 1. */
export interface Uploading {
  readonly key: string;
  readonly thread: string;
  readonly file: File;
  readonly part: number;
  readonly failed?: string;
}

/** The files that are being sent. One that failed stays until it is put away, so that nobody takes it for sent. */
export class Uploads {
  readonly #running = new Map<string, Upload>();

  readonly #token: () => Promise<string>;

  constructor(
    readonly items: Signal<readonly Uploading[]>,
    token: () => Promise<string>,
  ) {
    this.#token = token;
  }

  /** Sends a file; undefined when it was cancelled or has failed. */
  async start(thread: string, file: File): Promise<FileView | undefined> {
    const key = uuid();
    this.items.value = [...this.items.peek(), { key, thread, file, part: 0 }];
    try {
      const transfer = upload('/api/v1/files', await this.#token(), file, (part) => this.#change(key, { part }));
      this.#running.set(key, transfer);
      const view = await transfer.done;
      this.#running.delete(key);
      this.drop(key);
      return view;
    } catch (problem) {
      this.#running.delete(key);
      this.#change(key, { failed: problem instanceof UploadFailed ? problem.code : 'unavailable' });
      return undefined;
    }
  }

  /** Cancels a running upload, or puts a failed one away. */
  drop(key: string): void {
    this.#running.get(key)?.cancel();
    this.items.value = this.items.peek().filter((known) => known.key !== key);
  }

  #change(key: string, news: Partial<Uploading>): void {
    this.items.value = this.items.peek().map((known) => (known.key === key ? { ...known, ...news } : known));
  }
}
