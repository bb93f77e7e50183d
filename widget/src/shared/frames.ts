/** The frames of the WebSocket, subprotocol parley.v1, as discriminated unions; see docs/protocol.md. */
import type { Author, Entry, Note } from './entries';
import type { Overdue, Target } from './promises';

export type ConversationStatus = 'waiting' | 'open' | 'snoozed' | 'closed';
export type Presence = 'available' | 'busy' | 'away' | 'offline';
export type Side = 'visitor' | 'agent';

export interface Party {
  readonly id: string;
  readonly name: string;
  /** What an agent does. */
  readonly title?: string;
  readonly avatar?: string;
  readonly email?: string;
  readonly status?: Presence;
  /** Of an agent: why, and what it is to the company. */
  readonly reason?: string;
  readonly role?: string;
  /** Of an agent: what the role allows, by name. */
  readonly permissions?: readonly string[];
  /** Of an agent: how many conversations at once. */
  readonly capacity?: number;
}

/** One line of the conversation list. A member without a value is absent. */
export interface ConversationView {
  readonly id: string;
  readonly status: ConversationStatus;
  /** `message` where nobody was there. */
  readonly origin?: 'chat' | 'message' | undefined;
  readonly department?: Party;
  readonly lastSeq: number;
  /** How far this side has read. */
  readonly readSeq?: number;
  readonly unread: number;
  readonly agent?: Party | undefined;
  readonly visitor?: Party;
  readonly preview?: string;
  readonly lastAt?: string;
  readonly waitingSince?: string;
  /** What it is about, how it ended and who takes part: for agents. */
  readonly tags?: readonly Party[];
  readonly outcome?: Party;
  readonly participants?: readonly Party[];
  /** For agents: where something is promised. */
  readonly target?: Target;
  readonly priority?: 'low' | 'normal' | 'high' | 'urgent';
  /** How far the other side has read, and got, what this side said: as far as was told here. */
  readonly read?: number;
  readonly delivered?: number;
}

export interface Welcome {
  readonly type: 'welcome';
  readonly visitor?: Party;
  readonly agent?: Party;
  readonly conversations: readonly ConversationView[];
  readonly more?: boolean;
  readonly notes?: Readonly<Record<string, number>>;
  readonly serverTime?: string;
}
export interface Sent {
  readonly type: 'sent';
  readonly ref?: string;
  readonly clientId: string;
  readonly conversation: string;
  readonly seq: number;
  readonly id: string;
  readonly at: string;
  /** As it is kept, where that is not what was sent: numbers of cards are hidden. */
  readonly text?: string;
}
export type MessageFrame = Entry & { readonly type: 'message' };
export interface History {
  readonly type: 'history';
  readonly ref?: string;
  readonly conversation: string;
  readonly messages: readonly Entry[];
  readonly more: boolean;
}
export interface Typing {
  readonly type: 'typing';
  readonly conversation: string;
  readonly on: boolean;
  readonly by: Author;
  /** What is being written; for agents, where the site wants it. */
  readonly preview?: string;
}
export interface Mark {
  readonly type: 'read' | 'delivered';
  readonly conversation: string;
  readonly seq: number;
  readonly by: Author;
}
export interface QueueFrame {
  readonly type: 'queue';
  readonly conversation: string;
  readonly position: number;
  readonly wait?: { readonly low: number; readonly high: number } | null;
}
export interface Offer {
  readonly type: 'offer';
  readonly conversation: string;
  readonly visitor?: Party;
  readonly department?: Party;
  readonly waited?: number;
  readonly expiresIn: number;
  readonly preview?: string;
}
export interface OfferEnded {
  readonly type: 'offerEnded';
  readonly conversation: string;
}
export interface Assigned {
  readonly type: 'assigned';
  readonly conversation: string;
  readonly agent: Party;
  readonly department?: Party;
}
export interface StatusFrame {
  readonly type: 'status';
  readonly conversation: string;
  readonly status: ConversationStatus;
  readonly by: Author;
  readonly reason?: string;
  /** See `ConversationView`. */
  readonly origin?: 'chat' | 'message';
  /** The whole line of the list, for agents. */
  readonly summary?: ConversationView;
}
/** A department, and whether somebody of it is there. */
export interface Reachable extends Party {
  readonly open: boolean;
}

export interface Availability extends Pick<QueueFrame, 'wait'> {
  readonly type: 'availability';
  readonly site?: string;
  readonly open: boolean;
  readonly reason?: string | null;
  readonly nextChange?: string | null;
  readonly departments?: readonly Reachable[];
}
export interface PresenceFrame {
  readonly type: 'presence';
  /** The agent's id. */
  readonly agent: string;
  readonly status: Presence;
  readonly reason?: string;
}
/** Who has a conversation in front. For agents who have it in front themselves. */
export interface Viewers {
  readonly type: 'viewers';
  readonly conversation: string;
  readonly agents: readonly Party[];
}
/** A note names this agent; without `by`, this agent has looked at what did. */
export interface MentionFrame {
  readonly type: 'mention';
  readonly conversation: string;
  readonly by?: Party;
  /** How the note begins. */
  readonly text?: string;
}
/** More is known of a visitor than before: ask again. For agents. */
export interface VisitorNews {
  readonly type: 'visitor';
  readonly visitor: string;
}
export interface Pong {
  readonly type: 'pong';
  readonly heads?: Readonly<Record<string, number>>;
  readonly notes?: Readonly<Record<string, number>>;
}
export interface Ok {
  readonly type: 'ok';
  readonly ref?: string;
  /** Answer to `open`. */
  readonly conversation?: ConversationView;
  /** Answer to `note`. */
  readonly note?: Note;
}
export interface ErrorFrame {
  readonly type: 'error';
  readonly ref?: string;
  readonly code: string;
  readonly message?: string;
  /** Worth trying again, unchanged and later. */
  readonly retry?: boolean;
}
export interface Beat {
  readonly type: 'beat';
}

export type ServerFrame =
  | Welcome
  | Sent
  | MessageFrame
  | History
  | Typing
  | MentionFrame
  | Mark
  | QueueFrame
  | Offer
  | OfferEnded
  | Assigned
  | StatusFrame
  | Availability
  | PresenceFrame
  | VisitorNews
  | Overdue
  | Viewers
  | Pong
  | Ok
  | ErrorFrame
  | Beat;

/** A frame of a later version of the protocol, or a broken one: to be ignored, never to be fatal. */
export interface Unknown {
  readonly type: 'unknown';
}

export type ClientFrame =
  | { readonly type: 'hello'; readonly token: string; readonly resume?: Readonly<Record<string, number>> }
  | {
      readonly type: 'send';
      readonly ref: string;
      readonly clientId: string;
      readonly conversation?: string;
      readonly department?: string;
      readonly text: string;
      readonly files?: readonly string[];
      readonly replyTo?: string | undefined;
      readonly form?: Readonly<Record<string, string>> | undefined;
    }
  | {
      readonly type: 'history';
      readonly ref: string;
      readonly conversation: string;
      readonly after?: number;
      readonly before?: number;
      readonly limit?: number;
    }
  | { readonly type: 'typing'; readonly conversation: string; readonly on: boolean; readonly preview?: string }
  | { readonly type: 'read'; readonly conversation: string; readonly seq: number }
  | { readonly type: 'page'; readonly url: string; readonly title: string; readonly referrer: string }
  | { readonly type: 'ping' }
  | { readonly type: 'accept' | 'decline' | 'open' | 'leave'; readonly ref: string; readonly conversation: string }
  | { readonly type: 'view'; readonly ref: string; readonly conversation?: string }
  | { readonly type: 'close'; readonly ref: string; readonly conversation: string; readonly tags?: readonly string[]; readonly outcome?: string }
  | { readonly type: 'invite'; readonly ref: string; readonly conversation: string; readonly agent: string; readonly comment?: string }
  | { readonly type: 'presence'; readonly ref: string; readonly status: Presence; readonly reason?: string }
  | {
      readonly type: 'transfer';
      readonly ref: string;
      readonly conversation: string;
      readonly to: { readonly agent?: string; readonly department?: string };
      readonly comment?: string;
    }
  | { readonly type: 'note'; readonly ref: string; readonly clientId: string; readonly conversation: string; readonly text: string };

const UNKNOWN: Unknown = { type: 'unknown' };

/** Reads one frame. Whatever is not a frame of this protocol becomes `unknown`; this never throws. */
export function decode(data: unknown): ServerFrame | Unknown {
  if (typeof data !== 'string') return UNKNOWN;
  let frame: unknown;
  try {
    frame = JSON.parse(data);
  } catch {
    return UNKNOWN;
  }
  return isServerFrame(frame) ? frame : UNKNOWN;
}

export function encode(frame: ClientFrame): string {
  return JSON.stringify(frame);
}

const OF_A_MESSAGE = ['conversation', 'id', 'at', 'kind', 'author'];

/** Types this version does not know fall through every switch. Messages are looked at, since they are kept. */
function isServerFrame(frame: unknown): frame is ServerFrame {
  if (typeof frame !== 'object' || frame === null) return false;
  const fields = frame as Record<string, unknown>;
  if (fields['type'] !== 'message') return typeof fields['type'] === 'string';
  const place = fields[fields['kind'] === 'note' ? 'after' : 'seq'];
  return typeof place === 'number' && OF_A_MESSAGE.every((field) => fields[field]);
}
