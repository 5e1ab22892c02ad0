import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import type { Area } from '../platform/i18n-resources.js';
import { loadAreas } from '../platform/i18n.js';
import { BrokenPage } from './broken-page.js';
import { Layout } from './layout.js';
import { LoadingPage } from './loading-page.js';

/**
 * A page that is fetched when somebody goes there, its words at the same time as its code.
 * @param areas the locale files that it needs beyond `app`, `ui` and `words`
 */
function page(
  load: () => Promise<{ default: ComponentType }>,
  areas: readonly Area[] = [],
): RouteObject['lazy'] {
  return async () => {
    const [module] = await Promise.all([load(), loadAreas(['words', ...areas])]);
    return { Component: module.default };
  };
}

const routes: RouteObject[] = [
  {
    // The big screen in a hall: no header, no footer, nothing to scroll to.
    path: 'live/:code/skarm',
    ErrorBoundary: BrokenPage,
    HydrateFallback: LoadingPage,
    lazy: page(() => import('../pages/live-screen.page.js'), ['dialogue-live']),
  },
  {
    Component: Layout,
    ErrorBoundary: BrokenPage,
    HydrateFallback: LoadingPage,
    children: [
      {
        ErrorBoundary: BrokenPage,
        children: [
          { index: true, lazy: page(() => import('../pages/chooser.page.js')) },
          { path: 'live', lazy: page(() => import('../pages/live-enter.page.js'), ['dialogue-live']) },
          {
            path: 'live/:code',
            lazy: page(() => import('../pages/live.page.js'), ['dialogue-live', 'map']),
          },
          {
            path: ':municipality',
            lazy: page(() => import('../pages/home.page.js'), ['lamps', 'promise', 'proposals', 'home']),
          },
          {
            path: ':municipality/karta',
            lazy: page(
              () => import('../pages/map.page.js'),
              ['map', 'proposals', 'dark-places', 'inventory'],
            ),
          },
          {
            path: ':municipality/ny/:kind',
            lazy: page(() => import('../pages/new-proposal.page.js'), ['form', 'map', 'proposals']),
          },
          {
            path: ':municipality/forslag/:reference',
            lazy: page(
              () => import('../pages/proposal.page.js'),
              ['story', 'proposals', 'promise', 'lamps', 'home', 'map', 'dark-places', 'supporter'],
            ),
          },
          {
            path: ':municipality/folj/:reference',
            lazy: page(
              () => import('../pages/follow.page.js'),
              ['own-page', 'story', 'proposals', 'promise', 'map'],
            ),
          },
          {
            path: ':municipality/dialoger/:reference/fraga',
            lazy: page(() => import('../pages/ask-question.page.js'), ['dialogue-questions']),
          },
          {
            path: ':municipality/fraga/bekrafta',
            lazy: page(() => import('../pages/confirm-question.page.js'), ['dialogue-questions', 'mail']),
          },
          {
            path: ':municipality/fraga/avsluta',
            lazy: page(() => import('../pages/stop-question-mail.page.js'), ['dialogue-questions', 'mail']),
          },
          {
            path: ':municipality/fraga/:reference',
            lazy: page(() => import('../pages/question.page.js'), ['dialogue-questions']),
          },
          {
            path: ':municipality/fraga/:reference/folj',
            lazy: page(() => import('../pages/follow-question.page.js'), ['dialogue-questions']),
          },
          {
            path: ':municipality/bekrafta',
            lazy: page(() => import('../pages/confirm-contact.page.js'), ['mail']),
          },
          {
            path: ':municipality/hanvisning',
            lazy: page(() => import('../pages/referral.page.js'), ['mail', 'referral']),
          },
          {
            path: ':municipality/avsluta',
            lazy: page(() => import('../pages/stop-mail.page.js'), ['mail']),
          },
          {
            path: ':municipality/hur-kanns-det',
            lazy: page(() => import('../pages/supporter.page.js'), ['mail', 'supporter']),
          },
          {
            path: ':municipality/mina',
            lazy: page(() => import('../pages/own-proposals.page.js'), ['mail', 'proposals', 'supporter']),
          },
          {
            path: ':municipality/bevaka',
            lazy: page(() => import('../pages/watch.page.js'), ['watch', 'map']),
          },
          {
            path: ':municipality/bevakning',
            lazy: page(() => import('../pages/subscription.page.js'), ['watch', 'map']),
          },
          {
            path: ':municipality/lofte',
            lazy: page(
              () => import('../pages/promise.page.js'),
              ['lamps', 'promise', 'map', 'follow-up', 'promise-versions'],
            ),
          },
          {
            path: ':municipality/lofte/uppfoljning/:asOf',
            lazy: page(() => import('../pages/follow-up.page.js'), ['lamps', 'promise', 'follow-up']),
          },
          {
            path: ':municipality/lofte/:commitment',
            lazy: page(
              () => import('../pages/commitment.page.js'),
              ['lamps', 'promise', 'map', 'dark-places'],
            ),
          },
          {
            path: ':municipality/platser',
            lazy: page(
              () => import('../pages/dark-places.page.js'),
              ['dark-places', 'inventory', 'map', 'walks'],
            ),
          },
          {
            path: ':municipality/platser/:reference',
            lazy: page(
              () => import('../pages/dark-place.page.js'),
              ['dark-places', 'inventory', 'map', 'proposals', 'supporter', 'walks'],
            ),
          },
          {
            path: ':municipality/vandringar',
            lazy: page(() => import('../pages/walks.page.js'), ['walks']),
          },
          {
            path: ':municipality/vandringar/:reference',
            lazy: page(() => import('../pages/walk.page.js'), ['walks', 'inventory']),
          },
          {
            path: ':municipality/dialoger',
            lazy: page(() => import('../pages/dialogues.page.js'), ['dialogues', 'dialogue-outcomes']),
          },
          {
            path: ':municipality/dialoger/:reference',
            lazy: page(
              () => import('../pages/dialogue.page.js'),
              ['dialogues', 'dialogue-outcomes', 'dialogue-questions', 'map'],
            ),
          },
          {
            path: ':municipality/dialoger/:reference/anmalan',
            lazy: page(() => import('../pages/dialogue-sign-up.page.js'), ['dialogues']),
          },
          {
            path: ':municipality/dialoger/utfall',
            lazy: page(() => import('../pages/dialogue-outcomes.page.js'), ['dialogue-outcomes']),
          },
          {
            path: ':municipality/dialoger/hordas',
            lazy: page(() => import('../pages/dialogue-heard.page.js'), ['dialogue-outcomes']),
          },
          {
            path: ':municipality/dialoger/:reference/rapport',
            lazy: page(
              () => import('../pages/dialogue-report.page.js'),
              ['dialogue-live', 'dialogue-outcomes'],
            ),
          },
          {
            path: ':municipality/dialoger/:reference/uppfoljning/:months',
            lazy: page(() => import('../pages/dialogue-follow-up.page.js'), ['dialogue-outcomes']),
          },
          { path: ':municipality/svar', lazy: page(() => import('../pages/answers.page.js'), ['answers']) },
          {
            path: ':municipality/integritet',
            lazy: page(() => import('../pages/privacy.page.js'), ['info']),
          },
          {
            path: ':municipality/tillganglighet',
            lazy: page(() => import('../pages/accessibility.page.js'), ['info']),
          },
          { path: ':municipality/om', lazy: page(() => import('../pages/about.page.js'), ['info']) },
          {
            path: 'arbete/logga-in',
            lazy: page(() => import('../pages/work-sign-in.page.js'), ['work', 'work-account']),
          },
          {
            path: 'arbete/logga-in/svar',
            lazy: page(() => import('../pages/work-signed-in.page.js'), ['work', 'work-account']),
          },
          {
            path: 'arbete/glomt-losenord',
            lazy: page(() => import('../pages/work-forgot.page.js'), ['work', 'work-account']),
          },
          ...['inbjudan', 'nytt-losenord'].map((link) => ({
            path: `arbete/${link}`,
            lazy: page(() => import('../pages/work-link.page.js'), ['work', 'work-account', 'mail']),
          })),
          {
            // Outside the frame of the workplace: that asks the server who is signed in, and this opens without a network.
            path: 'arbete/bilen',
            lazy: page(() => import('../pages/work-car.page.js'), ['work', 'work-car', 'work-activities']),
          },
          {
            // The same for the walk that is filled in on a phone.
            path: 'arbete/trygghetsvandring/:reference/ute',
            lazy: page(
              () => import('../pages/work-walk-outside.page.js'),
              ['work', 'walks', 'work-walks', 'inventory'],
            ),
          },
          {
            // And for what the tables of a public dialogue say.
            path: 'arbete/bordet/:reference',
            lazy: page(() => import('../pages/work-dialogue-table.page.js'), ['work', 'dialogue-table']),
          },
          {
            path: 'arbete',
            lazy: page(() => import('../pages/work.page.js'), ['work', 'work-account']),
            children: [
              {
                ErrorBoundary: BrokenPage,
                children: [
                  {
                    index: true,
                    lazy: page(() => import('../pages/work-start.page.js'), ['dialogue-outcomes']),
                  },
                  {
                    path: 'logga-insats',
                    lazy: page(() => import('../pages/work-log.page.js'), ['map', 'work-activities']),
                  },
                  {
                    path: 'insatser',
                    lazy: page(
                      () => import('../pages/work-activities.page.js'),
                      ['work-activities', 'work-car', 'work-records'],
                    ),
                  },
                  {
                    path: 'insatser/importera',
                    lazy: page(() => import('../pages/work-import.page.js'), ['work-import']),
                  },
                  {
                    path: 'planering',
                    lazy: page(() => import('../pages/work-planner.page.js'), ['work-planner', 'map']),
                  },
                  {
                    path: 'planering/stracka/:id',
                    lazy: page(
                      () => import('../pages/work-stretch.page.js'),
                      ['work-planner', 'work-measurements', 'work-car', 'work-signs', 'map'],
                    ),
                  },
                  {
                    path: 'planering/vikter',
                    lazy: page(() => import('../pages/work-planner-weights.page.js'), ['work-planner']),
                  },
                  ...['planering/vecka', 'planering/vecka/:week'].map((path) => ({
                    path,
                    lazy: page(() => import('../pages/work-planner-week.page.js'), ['work-planner']),
                  })),
                  {
                    path: 'planering/vecka/:week/blad',
                    lazy: page(() => import('../pages/work-planner-sheet.page.js'), ['work-planner']),
                  },
                  {
                    path: 'uppfoljningar',
                    lazy: page(() => import('../pages/work-follow-ups.page.js'), ['work-follow-up']),
                  },
                  {
                    path: 'uppfoljningar/:id',
                    lazy: page(
                      () => import('../pages/work-follow-up.page.js'),
                      ['work-follow-up', 'follow-up', 'lamps', 'promise'],
                    ),
                  },
                  {
                    path: 'dela',
                    lazy: page(() => import('../pages/work-share.page.js'), ['work-share']),
                  },
                  {
                    path: 'lagesbild',
                    lazy: page(
                      () => import('../pages/work-situation.page.js'),
                      ['inventory', 'map', 'work-situation'],
                    ),
                  },
                  { path: 'mitt-konto', lazy: page(() => import('../pages/work-account.page.js')) },
                  { path: 'admin', lazy: page(() => import('../pages/work-admin.page.js')) },
                  {
                    path: 'admin/kommun',
                    lazy: page(() => import('../pages/work-town.page.js'), ['work-town', 'map']),
                  },
                  {
                    path: 'admin/granser',
                    lazy: page(() => import('../pages/work-shapes.page.js'), ['work-town', 'map']),
                  },
                  {
                    path: 'admin/orter',
                    lazy: page(() => import('../pages/work-localities.page.js'), ['work-town', 'map']),
                  },
                  {
                    path: 'admin/platser',
                    lazy: page(
                      () => import('../pages/work-places.page.js'),
                      ['work-places', 'work-town', 'map'],
                    ),
                  },
                  {
                    path: 'admin/ingaende-balanser',
                    lazy: page(
                      () => import('../pages/work-openings.page.js'),
                      ['work-openings', 'work-town'],
                    ),
                  },
                  {
                    path: 'admin/organisationer',
                    lazy: page(() => import('../pages/work-organisations.page.js'), ['work-town']),
                  },
                  {
                    path: 'admin/ny-kommun',
                    lazy: page(() => import('../pages/work-new-town.page.js'), ['work-town', 'map']),
                  },
                  {
                    path: 'admin/underlag',
                    lazy: page(() => import('../pages/work-admin-documents.page.js'), ['work-records']),
                  },
                  {
                    path: 'admin/gallring',
                    lazy: page(() => import('../pages/work-admin-disposal.page.js'), ['work-records']),
                  },
                  {
                    path: 'admin/svarsmallar',
                    lazy: page(() => import('../pages/work-templates.page.js'), ['work-templates']),
                  },
                  {
                    path: 'admin/sparrlista',
                    lazy: page(
                      () => import('../pages/work-block-list.page.js'),
                      ['work-block-list', 'work-town'],
                    ),
                  },
                  {
                    path: 'admin/befolkning',
                    lazy: page(
                      () => import('../pages/work-population.page.js'),
                      ['work-population', 'work-town', 'dialogue-outcomes'],
                    ),
                  },
                  {
                    path: 'admin/karantan',
                    lazy: page(() => import('../pages/work-quarantine.page.js'), ['work-quarantine']),
                  },
                  {
                    path: 'admin/logg',
                    lazy: page(
                      () => import('../pages/work-admin-log.page.js'),
                      ['work-records', 'work-case'],
                    ),
                  },
                  {
                    path: 'admin/lofte',
                    lazy: page(() => import('../pages/work-promises.page.js'), ['work-promise']),
                  },
                  {
                    path: 'admin/lofte/:id',
                    lazy: page(
                      () => import('../pages/work-promise-draft.page.js'),
                      ['work-promise', 'promise-versions', 'promise', 'lamps'],
                    ),
                  },
                  {
                    path: 'konton',
                    lazy: page(() => import('../pages/work-accounts.page.js'), ['work-admin', 'work-town']),
                  },
                  {
                    path: 'installningar',
                    lazy: page(() => import('../pages/work-settings.page.js'), ['work-admin']),
                  },
                  {
                    path: 'admin/ansvariga',
                    lazy: page(() => import('../pages/work-bodies.page.js'), ['work-bodies']),
                  },
                  {
                    path: 'registrera',
                    lazy: page(
                      () => import('../pages/work-register.page.js'),
                      ['map', 'work-bodies', 'work-register'],
                    ),
                  },
                  {
                    path: 'dialoger',
                    lazy: page(
                      () => import('../pages/work-dialogues.page.js'),
                      ['dialogue-outcomes', 'dialogues', 'work-dialogues'],
                    ),
                  },
                  {
                    path: 'dialoger/ny',
                    lazy: page(
                      () => import('../pages/work-dialogue-new.page.js'),
                      ['dialogues', 'map', 'work-dialogues'],
                    ),
                  },
                  {
                    path: 'dialoger/:reference',
                    lazy: page(
                      () => import('../pages/work-dialogue.page.js'),
                      ['dialogue-outcomes', 'dialogues', 'map', 'work-dialogues'],
                    ),
                  },
                  {
                    path: 'dialoger/:reference/live',
                    lazy: page(
                      () => import('../pages/work-dialogue-live.page.js'),
                      ['dialogue-live', 'work-dialogue-live'],
                    ),
                  },
                  {
                    path: 'trygghetsvandring',
                    lazy: page(() => import('../pages/work-walks.page.js'), ['walks', 'work-walks']),
                  },
                  {
                    path: 'trygghetsvandring/ny',
                    lazy: page(
                      () => import('../pages/work-walk-new.page.js'),
                      ['map', 'walks', 'work-walks'],
                    ),
                  },
                  {
                    path: 'trygghetsvandring/:reference',
                    lazy: page(
                      () => import('../pages/work-walk.page.js'),
                      ['map', 'inventory', 'walks', 'work-walks'],
                    ),
                  },
                  {
                    path: 'dialoger/:reference/fragor',
                    lazy: page(
                      () => import('../pages/work-dialogue-questions.page.js'),
                      ['dialogue-questions', 'work-dialogue-questions'],
                    ),
                  },
                  {
                    path: 'platser',
                    lazy: page(
                      () => import('../pages/work-inventory.page.js'),
                      ['map', 'inventory', 'work-inventory', 'work-wheel'],
                    ),
                  },
                  {
                    path: 'platser/ny',
                    lazy: page(
                      () => import('../pages/work-inventory-new.page.js'),
                      ['map', 'inventory', 'work-inventory', 'work-outline'],
                    ),
                  },
                  {
                    path: 'platser/arshjul',
                    lazy: page(() => import('../pages/work-wheel.page.js'), ['work-wheel']),
                  },
                  {
                    path: 'platser/belysning',
                    lazy: page(
                      () => import('../pages/work-lighting.page.js'),
                      ['inventory', 'work-inventory'],
                    ),
                  },
                  {
                    path: 'platser/:reference',
                    lazy: page(
                      () => import('../pages/work-inventory-place.page.js'),
                      ['map', 'inventory', 'work-inventory', 'work-outline', 'work-signs', 'work-wheel'],
                    ),
                  },
                  {
                    path: 'platser/:reference/dela',
                    lazy: page(
                      () => import('../pages/work-inventory-split.page.js'),
                      ['map', 'inventory', 'work-inventory', 'work-outline'],
                    ),
                  },
                  {
                    path: 'dialoger/hordas',
                    lazy: page(() => import('../pages/work-dialogue-heard.page.js'), ['dialogue-outcomes']),
                  },
                  {
                    path: 'dialoger/:reference/papper',
                    lazy: page(() => import('../pages/work-dialogue-paper.page.js'), ['dialogue-outcomes']),
                  },
                  {
                    path: 'dialoger/:reference/punkter',
                    lazy: page(() => import('../pages/work-dialogue-points.page.js'), ['dialogue-outcomes']),
                  },
                  {
                    path: 'dialoger/:reference/rapport',
                    lazy: page(
                      () => import('../pages/work-dialogue-report.page.js'),
                      ['dialogue-live', 'dialogue-outcomes'],
                    ),
                  },
                  {
                    path: 'dialoger/:reference/uppfoljning',
                    lazy: page(
                      () => import('../pages/work-dialogue-follow-ups.page.js'),
                      ['dialogue-outcomes'],
                    ),
                  },
                  { path: '*', lazy: page(() => import('../pages/not-found.page.js')) },
                  {
                    path: 'forslag',
                    lazy: page(
                      () => import('../pages/work-queue.page.js'),
                      [
                        'map',
                        'work-queue',
                        'work-case',
                        'work-photos',
                        'work-block-list',
                        'work-gathering',
                        'work-templates',
                        'work-sender',
                        'work-records',
                        'work-bodies',
                        'inventory',
                        'work-inventory',
                      ],
                    ),
                    children: [
                      { path: ':reference', lazy: page(() => import('../pages/work-case.page.js')) },
                    ],
                  },
                ],
              },
            ],
          },
          { path: ':municipality/*', lazy: page(() => import('../pages/not-found.page.js')) },
          { path: '*', lazy: page(() => import('../pages/not-found.page.js')) },
        ],
      },
    ],
  },
];

/** The addresses of the product. */
export function makeRouter() {
  return createBrowserRouter(routes);
}
