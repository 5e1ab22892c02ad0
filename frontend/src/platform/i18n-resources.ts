import type answers from '../locales/sv/answers.json';
import type app from '../locales/sv/app.json';
import type home from '../locales/sv/home.json';
import type followUp from '../locales/sv/follow-up.json';
import type darkPlaces from '../locales/sv/dark-places.json';
import type inventory from '../locales/sv/inventory.json';
import type form from '../locales/sv/form.json';
import type info from '../locales/sv/info.json';
import type lamps from '../locales/sv/lamps.json';
import type mail from '../locales/sv/mail.json';
import type map from '../locales/sv/map.json';
import type ownPage from '../locales/sv/own-page.json';
import type promise from '../locales/sv/promise.json';
import type promiseVersions from '../locales/sv/promise-versions.json';
import type proposals from '../locales/sv/proposals.json';
import type report from '../locales/sv/report.json';
import type story from '../locales/sv/story.json';
import type ui from '../locales/sv/ui.json';
import type watch from '../locales/sv/watch.json';
import type words from '../locales/sv/words.json';
import type work from '../locales/sv/work.json';
import type workQueue from '../locales/sv/work-queue.json';
import type workDesk from '../locales/sv/work-desk.json';
import type workCase from '../locales/sv/work-case.json';
import type workGathering from '../locales/sv/work-gathering.json';
import type workTemplates from '../locales/sv/work-templates.json';
import type workActivities from '../locales/sv/work-activities.json';
import type workShare from '../locales/sv/work-share.json';
import type workFollowUp from '../locales/sv/work-follow-up.json';
import type workSender from '../locales/sv/work-sender.json';
import type workRecords from '../locales/sv/work-records.json';
import type workBlockList from '../locales/sv/work-block-list.json';
import type workQuarantine from '../locales/sv/work-quarantine.json';
import type workPhotos from '../locales/sv/work-photos.json';
import type workTown from '../locales/sv/work-town.json';
import type workPlaces from '../locales/sv/work-places.json';
import type workOpenings from '../locales/sv/work-openings.json';
import type workCar from '../locales/sv/work-car.json';
import type workImport from '../locales/sv/work-import.json';
import type workPromise from '../locales/sv/work-promise.json';
import type referral from '../locales/sv/referral.json';
import type workInventory from '../locales/sv/work-inventory.json';
import type workPlanner from '../locales/sv/work-planner.json';
import type workRegister from '../locales/sv/work-register.json';
import type workBodies from '../locales/sv/work-bodies.json';
import type workAccount from '../locales/sv/work-account.json';
import type workAdmin from '../locales/sv/work-admin.json';

/** The areas of the language files; Swedish is the source of the keys. A new file `locales/sv/x.json` needs a line here. */
export interface Resources {
  answers: typeof answers;
  app: typeof app;
  home: typeof home;
  'follow-up': typeof followUp;
  form: typeof form;
  'dark-places': typeof darkPlaces;
  inventory: typeof inventory;
  info: typeof info;
  lamps: typeof lamps;
  mail: typeof mail;
  map: typeof map;
  'own-page': typeof ownPage;
  promise: typeof promise;
  'promise-versions': typeof promiseVersions;
  proposals: typeof proposals;
  report: typeof report;
  story: typeof story;
  ui: typeof ui;
  watch: typeof watch;
  words: typeof words;
  work: typeof work;
  'work-queue': typeof workQueue;
  'work-case': typeof workCase;
  'work-gathering': typeof workGathering;
  'work-templates': typeof workTemplates;
  'work-desk': typeof workDesk;
  'work-sender': typeof workSender;
  'work-activities': typeof workActivities;
  'work-account': typeof workAccount;
  'work-admin': typeof workAdmin;
  'work-town': typeof workTown;
  'work-places': typeof workPlaces;
  'work-openings': typeof workOpenings;
  'work-records': typeof workRecords;
  'work-block-list': typeof workBlockList;
  'work-quarantine': typeof workQuarantine;
  'work-photos': typeof workPhotos;
  'work-promise': typeof workPromise;
  'work-car': typeof workCar;
  'work-import': typeof workImport;
  'work-bodies': typeof workBodies;
  'work-register': typeof workRegister;
  'work-inventory': typeof workInventory;
  'work-planner': typeof workPlanner;
  referral: typeof referral;
  'work-follow-up': typeof workFollowUp;
  'work-share': typeof workShare;
}

export type Area = keyof Resources;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: Resources;
    returnNull: false;
  }
}
