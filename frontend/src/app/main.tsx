import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { watchDevice } from '../platform/device-data.js';
import { forgetPastVotes } from '../platform/forget-votes.js';
import { startI18n } from '../platform/i18n.js';
import { makeQueryClient } from '../platform/query.js';
import { keepFocus } from '../ui/keep-focus.js';
import { makeRouter } from './router.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

watchDevice();
forgetPastVotes();
keepFocus();
try {
  await startI18n();
} catch (error) {
  // Without words there is no page to speak with; index.html holds the sentence for this.
  document.querySelector('#boot-failed')?.removeAttribute('hidden');
  document.querySelector('#booting')?.setAttribute('hidden', '');
  throw error;
}
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={makeQueryClient()}>
      <RouterProvider router={makeRouter()} />
    </QueryClientProvider>
  </StrictMode>,
);
