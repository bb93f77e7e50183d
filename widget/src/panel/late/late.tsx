/**
 * What many visits do without, in a file of its own that is fetched when first used: formatted words, files and the menu.
 */
import { markdown } from '../../shared/markdown';
import { AskToEnd } from './ask-to-end';
import { call } from './calls';
import { containFocus } from './contain';
import { Failed } from './failed';
import { FileCard } from './file-card';
import { attach } from './files';
import type { Kit } from './kit';
import { lend } from './kit';
import { Menu } from './menu';
import { UploadBubble } from './upload-bubble';

const late = { AskToEnd, attach, call, Failed, FileCard, markdown, Menu, UploadBubble };

export type Late = typeof late;
export function begin(kit: Kit): Late {
  lend(kit);
  containFocus();
  return late;
}
