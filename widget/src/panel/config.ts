import type { Party, Reachable } from '../shared/frames';
import type { Field } from './arrival/fields';
import type { PanelTexts } from './texts';

/** What the page tells the panel in `data-config`, see widget/README.md. Everything is optional: a bare panel still works. */
export interface PanelConfig {
  readonly name?: string;
  readonly language?: string;
  /** Address of a picture that says the name. */
  readonly logo?: string;
  /** Who is there, where the site shows it. */
  readonly team?: readonly Party[];
  /** Every word the panel says. */
  readonly texts?: PanelTexts;
  readonly open?: boolean;
  /** Why it is open or not: a code, see `GET /sites/{siteKey}`. */
  readonly reason?: string;
  readonly nextChange?: string;
  /** Whether agents see what is being written. */
  readonly preview?: boolean;
  /** What is asked before the first message; absent where nothing is. */
  readonly form?: readonly Field[];
  /** Among which the visitor may choose; absent where that is not asked. */
  readonly departments?: readonly Reachable[];
  /** With which a browser subscribes to notifications; absent where the operator has not turned them on. */
  readonly pushKey?: string;
  /** Where contact details and hours are asked for; absent: `GET /sites/{siteKey}/reach`. */
  readonly reach?: string;
  /** Origins that may embed the panel; `*` stands for any port: `http://localhost:*`. */
  readonly origins?: readonly string[];
}

export interface PanelPage {
  readonly site: string;
  readonly mode: 'frame' | 'page';
  readonly config: PanelConfig & { readonly language: string };
}

export function readPage(root: HTMLElement): PanelPage {
  const { site = '', mode, config } = root.dataset;
  return { site, mode: mode === 'frame' ? 'frame' : 'page', config: { language: 'en', ...(JSON.parse(config ?? '{}') as PanelConfig) } };
}

/** Whether a page of `origin` may talk to this panel. Without a list the server's frame-ancestors alone decides. */
export function allows(origins: readonly string[] | undefined, origin: string): boolean {
  return !origins || origins.some((pattern) => pattern === origin || (pattern.endsWith(':*') && `${origin}:`.startsWith(pattern.slice(0, -1))));
}
