import '../../ui/fonts.css';
import '../../ui/tokens.css';
import '../../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { loadAreas, startI18n } from '../../platform/i18n.js';
import { LiveRegion } from '../../ui/live-region.js';
import { Toasts } from '../../ui/toast.js';
import { Fields } from './fields.js';
import { Lamps } from './lamps.js';
import { Parts } from './parts.js';

/** Every component at one place, for the eye and for axe. `npm run dev` serves it at /gallery.html; the build leaves it out. */
const root = document.getElementById('root');
if (!root) throw new Error('gallery.html has no #root');
await startI18n();
await loadAreas(['words', 'lamps']);
const shown = new URLSearchParams(window.location.search).get('show');

createRoot(root).render(
  <StrictMode>
    <MemoryRouter>
      <main className="wrap">
        <h1>Galleri</h1>
        {(shown === null || shown === 'lamps') && <Lamps />}
        {(shown === null || shown === 'parts') && <Parts />}
        {(shown === null || shown === 'fields') && <Fields />}
      </main>
      <LiveRegion />
      <Toasts />
    </MemoryRouter>
  </StrictMode>,
);
