import { backoff, LONGEST, SHORTEST } from './backoff';
import type { ClientFrame, ErrorFrame, ServerFrame } from './frames';
import { decode, encode } from './frames';
import { uuid } from './ids';

/** connecting = first attempt; online = welcomed; offline = lost, trying again; ended = signed out, only a new page helps. */
export type ConnectionState = 'connecting' | 'online' | 'offline' | 'ended';

/** Thrown by the token source when there is nothing more to try: the sign-in is gone. */
export class SignedOut extends Error {}

/** Why a request got no good answer: the server's error, or `unavailable` when the connection was lost meanwhile. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly retry: boolean,
    message?: string,
  ) {
    super(message ?? code);
  }
}

export interface TransportOptions {
  readonly url: string;
  /** Gives a bearer; `renew` after the server refused the last one. */
  token(renew: boolean): Promise<string>;
  /** The last seq without a gap of each conversation to catch up. */
  resume(): Readonly<Record<string, number>>;
  onFrame(frame: ServerFrame): void;
  onState(state: ConnectionState): void;
  readonly socket?: (url: string) => WebSocket;
}

/** Nothing heard for so long means that the line is dead, whatever the browser believes. */
const SILENCE = 45_000;
const WATCH_EVERY = 5_000;
const ANSWER_WITHIN = 20_000;

interface Waiting {
  resolve(frame: ServerFrame): void;
  reject(reason: Refusal): void;
  readonly timer: ReturnType<typeof setTimeout>;
}

type RequestFrame = Extract<ClientFrame, { ref: string }>;
/** A frame that is answered, before it got its `ref`. */
export type Request = RequestFrame extends infer F ? (F extends unknown ? Omit<F, 'ref'> : never) : never;

/**
 * One WebSocket, always: says hello, answers beats, notices silence, comes back after a loss with growing pauses and at
 * once when the browser is online again. What was lost meanwhile is the business of those who listen.
 */
export class Transport {
  #socket: WebSocket | undefined;
  #state: ConnectionState = 'connecting';
  #started = false;
  #attempt = 0;
  #heard = 0;
  #renew = false;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #watchTimer: ReturnType<typeof setInterval> | undefined;
  readonly #waiting = new Map<string, Waiting>();

  readonly #options: TransportOptions;

  constructor(options: TransportOptions) {
    this.#options = options;
  }

  start(): void {
    if (this.#started) return;
    this.#started = true;
    addEventListener('online', this.#hurry);
    addEventListener('pageshow', this.#hurry);
    addEventListener('pagehide', this.#rest);
    this.#watchTimer = setInterval(this.#watch, WATCH_EVERY);
    void this.#connect();
  }

  stop(): void {
    this.#started = false;
    removeEventListener('online', this.#hurry);
    removeEventListener('pageshow', this.#hurry);
    removeEventListener('pagehide', this.#rest);
    clearInterval(this.#watchTimer);
    clearTimeout(this.#retryTimer);
    this.#drop(1000);
  }

  /** Sends when the line stands; false when not. Nothing is kept here: see Outbox. */
  send(frame: ClientFrame): boolean {
    if (this.#state !== 'online' || this.#socket?.readyState !== 1) return false;
    this.#socket.send(encode(frame));
    return true;
  }

  /** Sends and waits for the frame that carries the same `ref`. Rejects with Refusal. */
  request(frame: Request): Promise<ServerFrame> {
    const ref = uuid();
    return new Promise((resolve, reject) => {
      if (!this.send({ ...frame, ref } as RequestFrame)) {
        reject(new Refusal('unavailable', true));
        return;
      }
      const timer = setTimeout(() => this.#answer(ref, { type: 'error', code: 'unavailable', retry: true }), ANSWER_WITHIN);
      this.#waiting.set(ref, { resolve, reject, timer });
    });
  }

  async #connect(): Promise<void> {
    clearTimeout(this.#retryTimer);
    this.#heard = Date.now();
    let token: string;
    try {
      token = await this.#options.token(this.#renew);
    } catch (problem) {
      if (problem instanceof SignedOut) this.#end();
      else this.#later(backoff(this.#attempt++));
      return;
    }
    if (!this.#started || this.#socket) return;
    this.#heard = Date.now();
    const socket = this.#options.socket?.(this.#options.url) ?? new WebSocket(this.#options.url, 'parley.v1');
    this.#socket = socket;
    socket.onopen = () => socket.send(encode({ type: 'hello', token, resume: this.#options.resume() }));
    socket.onmessage = (event) => this.#socket === socket && this.#receive(event.data);
    socket.onclose = (event) => this.#socket === socket && this.#lost(event.code);
  }

  #receive(data: unknown): void {
    this.#heard = Date.now();
    const frame = decode(data);
    if (frame.type === 'unknown') return;
    // Answered here and not by a timer: timers of hidden tabs sleep.
    if (frame.type === 'beat') this.send({ type: 'ping' });
    if (frame.type === 'welcome') {
      this.#attempt = 0;
      this.#renew = false;
      this.#become('online');
    }
    this.#options.onFrame(frame);
    if ('ref' in frame && frame.ref) this.#answer(frame.ref, frame);
  }

  #answer(ref: string, frame: ServerFrame | ErrorFrame): void {
    const waiting = this.#waiting.get(ref);
    if (!waiting) return;
    this.#waiting.delete(ref);
    clearTimeout(waiting.timer);
    if (frame.type === 'error') waiting.reject(new Refusal(frame.code, frame.retry ?? false, frame.message));
    else waiting.resolve(frame);
  }

  #lost(code: number): void {
    this.#forget();
    if (code === 4003) return this.#end();
    if (code === 4001) {
      // A token may simply have aged: one fresh one is tried at once, from then on with pauses.
      const first = !this.#renew;
      this.#renew = true;
      return this.#later(first ? 0 : backoff(this.#attempt++ + 2));
    }
    if (code === 4008) return this.#later(SHORTEST);
    if (code === 4029) return this.#later(LONGEST / 2 + backoff(this.#attempt++ + 4));
    if (code === 4000) return this.#later(backoff(this.#attempt++ + 6));
    this.#later(backoff(code === 1012 ? Math.max(1, this.#attempt++) : this.#attempt++));
  }

  #later(delay: number): void {
    if (!this.#started) return;
    this.#become('offline');
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => void this.#connect(), delay);
  }

  #end(): void {
    this.stop();
    this.#become('ended');
  }

  readonly #watch = (): void => {
    if (this.#socket && Date.now() - this.#heard > SILENCE) {
      this.#drop(4000);
      this.#later(backoff(this.#attempt++));
    }
  };

  /** The browser says that the network, or this page, is back: whatever stood before is not to be trusted. */
  readonly #hurry = (event: Event): void => {
    if (event.type === 'pageshow' && !(event as PageTransitionEvent).persisted) return;
    this.#drop(1000);
    this.#attempt = 0;
    this.#later(0);
  };

  /** An open socket would keep the page out of the back/forward cache. */
  readonly #rest = (): void => {
    clearTimeout(this.#retryTimer);
    this.#drop(1000);
  };

  #drop(code: number): void {
    const socket = this.#socket;
    this.#forget();
    if (socket && socket.readyState < 2) socket.close(code);
  }

  #forget(): void {
    this.#socket = undefined;
    for (const ref of [...this.#waiting.keys()]) this.#answer(ref, { type: 'error', code: 'unavailable', retry: true });
    if (this.#state === 'online') this.#become('offline');
  }

  #become(state: ConnectionState): void {
    if (this.#state === state || this.#state === 'ended') return;
    this.#state = state;
    this.#options.onState(state);
  }
}
