import type { Line } from './access-table.js';

const everyone = '200 200 200 200 200';

/** Routes that mean the same for every municipality, and for everyone. */
const open = (route: string, call: Line['call']): Line => ({ route, own: everyone, foreign: everyone, call });

/** Feeds and calendars. */
export const feedsTable: readonly Line[] = [
  open('GET /{municipality}/flode.atom', ({ municipality: { slug } }) => ({ path: `/${slug}/flode.atom` })),
  open('GET /{municipality}/orter/{locality}/flode.atom', ({ municipality: { slug, locality } }) => ({
    path: `/${slug}/orter/${locality.slug}/flode.atom`,
  })),
  open('GET /{municipality}/lofte/{commitment}/flode.atom', ({ municipality: { slug }, commitment }) => ({
    path: `/${slug}/lofte/${commitment.slug}/flode.atom`,
  })),
  open('GET /{municipality}/kalender.ics', ({ municipality: { slug } }) => ({
    path: `/${slug}/kalender.ics`,
  })),
];
