/** Starts the visitor's app in the page's root element. */
import { Fragment, h, render } from 'preact';
import { words } from '../shared/i18n';
import { timeline } from '../shared/log';
import { effect, signal } from '../shared/signals';
import { Icon } from '../shared/ui/icon';
import { App } from './app';
import { IconButton } from './bar';
import { paint, readPage } from './config';
import { surround, t, visit } from './context';
import type { Kit } from './late/kit';
import { Later } from './later';
import { Portrait } from './portrait';
import type { PanelTexts } from './texts';
import { until } from './until';
import { Visit } from './visit';

const root = document.getElementById('parley');
if (root) {
  const page = readPage(root);
  const { brand = {}, texts = {} as PanelTexts, language = 'en' } = page.config;
  const kit = (): Kit => ({ h, Fragment, visit, t, Icon, IconButton, Portrait, signal, effect, timeline, until });
  paint(brand);
  const begun = new Visit(
    page,
    new Later('late', true, kit),
    new Later('answers', true, kit),
    new Later('alerts', false, kit),
    new Later('arrival', true, kit),
  );
  surround(begun, words(texts, language));
  render(<App />, root);
}
