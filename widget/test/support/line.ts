/** A WebSocket that a test holds at the other end. */
import { afterEach, beforeEach, vi } from 'vitest';
import type { ClientFrame, ServerFrame } from '../../src/shared/frames';

export class FakeSocket {
  static all: FakeSocket[] = [];
  readyState = 0;
  readonly sent: ClientFrame[] = [];
  closedWith: number | undefined;
  onopen?: () => void;
  onmessage?: (event: { data: unknown }) => void;
  onclose?: (event: { code: number }) => void;
  /** Answers what the client says, once it is set. */
  answer: ((frame: ClientFrame) => ServerFrame | undefined) | undefined;

  constructor(readonly url: string) {
    FakeSocket.all.push(this);
  }

  static get last(): FakeSocket {
    const socket = FakeSocket.all.at(-1);
    if (!socket) throw new Error('nobody has connected');
    return socket;
  }

  static open(url: string): WebSocket {
    return new FakeSocket(url) as unknown as WebSocket;
  }

  send(data: string): void {
    const frame = JSON.parse(data) as ClientFrame;
    this.sent.push(frame);
    const answer = this.answer?.(frame);
    if (answer) queueMicrotask(() => this.say(answer));
  }

  close(code: number): void {
    this.readyState = 3;
    this.closedWith = code;
  }

  /** The server accepts. */
  accept(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  say(frame: ServerFrame | object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  /** The line is lost, or the server closes. */
  lose(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }

  of<T extends ClientFrame['type']>(type: T): (ClientFrame & { type: T })[] {
    return this.sent.filter((frame): frame is ClientFrame & { type: T } => frame.type === type);
  }
}

/** Time stands still unless a test moves it, and every socket is a fake. */
export function useFakeLine(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
    FakeSocket.all = [];
  });
  afterEach(() => {
    vi.clearAllTimers();
    vi.useRealTimers();
  });
}

/** Lets promises settle without moving the time. */
export async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}
