/** Starts the visitor's app in the page's root element. */
import { Fragment, h, render } from 'preact';
import { words } from '../shared/i18n';
import { effect, signal } from '../shared/signals';
import { Icon } from '../shared/ui/icon';
import { App } from './app';
import { IconButton } from './bar';
import { readPage } from './config';
import { surround, t, visit } from './context';
import { HostPage } from './host';
import type { Kit } from './late/kit';
import { Later } from './later';
import { Portrait } from './portrait';
import type { PanelTexts } from './texts';
import { until } from './until';
import { Visit } from './visit';

const root = document.getElementById('parley');
if (root) {
  const page = readPage(root);
  const { texts = {} as PanelTexts, language } = page.config;
  const host = page.mode === 'frame' ? new HostPage(page.site, page.config.origins) : undefined;
  const kit = (): Kit => ({ h, Fragment, visit, t, Icon, IconButton, Portrait, signal, effect, until });
  const later = <T,>(name: string, styled = true, words = 'later'): Later<T> => new Later<T>(name, words, styled, kit, texts, language);
  // In tasks of their own: what is slow on a slow phone is done in pieces, between which it listens.
  setTimeout(() => {
    surround(new Visit(page, later('late'), later('said'), later('alerts', false), later('arrival', true, 'arrival'), later('ways', true, 'ways'), host), words(texts, language));
    setTimeout(() => render(<App />, root));
  });
}
