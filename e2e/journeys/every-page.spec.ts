import { type Page } from '@playwright/test';
import {
  expectAccessible,
  expectFitsFromRightToLeft,
  expectNoSidewaysScroll,
} from '../drivers/accessible.js';
import { Api } from '../drivers/api.js';
import { expect, test } from '../drivers/journey.js';
import { places, type StaffRole } from '../drivers/product.js';
import { Staff } from '../drivers/staff.js';

/** Where a page is, and what its heading says in Swedish and in English. */
type Visit = readonly [path: string, swedish: RegExp, english: RegExp];

const publicPages: readonly Visit[] = [
  ['/ale', /har lovat/, /have promised|promise/i],
  ['/ale/karta', /^Förslag i Ale/, /Ale/],
  ['/ale/ny/hastighetskontroll', /^Önska en hastighetskontroll/, /speed check/i],
  ['/ale/ny/otrygg-plats', /^Markera en otrygg plats/, /unsafe/i],
  ['/ale/ny/ide', /^Lämna en idé/, /idea/i],
  ['/ale/lofte', /Medborgarlöfte|löfte/i, /./],
  ['/ale/lofte/hastighetskontroller', /^Hastighetskontroller/, /^Speed checks/i],
  ['/ale/lofte/foraldramoten-arskurs-7', /^Möten/, /meetings/i],
  ['/ale/lofte/par-pa-hogstadieskolorna', /^PAR/, /^PAR/],
  ['/ale/lofte/ljusare-och-tryggare-platser', /^Ljusare/, /safer/i],
  ['/ale/hur-kanns-det', /^Hur känns platsen nu/, /^How does the place feel now/],
  ['/ale/platser', /^Mörka och otrygga platser/, /^Dark and unsafe places/],
  ['/ale/vandringar', /^Trygghetsvandringar/, /^Safety walks/],
  ['/ale/dialoger', /^Medborgardialoger i/, /^Public dialogues in/],
  ['/ale/dialoger/utfall', /^Vad det blev av/, /^What became of/],
  ['/ale/dialoger/hordas', /^Vilka som har hörts/, /^Who has been heard/],
  ['/ale/mina', /^Mina förslag/, /^My proposals/],
  ['/ale/bekrafta', /^Bekräfta din adress/, /^Confirm/],
  ['/ale/avsluta', /^Sluta få mejl/, /^Stop/],
  ['/ale/svar', /[Ss]var/, /answer/i],
  ['/ale/bevaka', /^Bevaka ett område/, /^Watch an area/],
  ['/ale/bevakning', /^Din bevakning/, /^What you watch/],
  ['/ale/hanvisning', /^En fråga till er/, /./],
  ['/ale/fraga/bekrafta', /^Bekräfta din adress/, /^Confirm/],
  ['/ale/fraga/avsluta', /^Avsluta mejl/, /^Stop e-mail/],
  ['/ale/fraga/F00000', /^Frågan finns inte/, /^There is no such question/],
  ['/live', /^Var med/, /^Take part in the dialogue/],
  ['/ale/integritet', /./, /privacy/i],
  ['/ale/tillganglighet', /[Tt]illgänglighet/, /accessib/i],
  ['/ale/om', /^Om/, /^About/],
  ['/ale/finns-inte', /^Sidan finns inte/, /./],
  ['/arbete/logga-in', /^Logga in/, /^Sign in/],
  ['/arbete/glomt-losenord', /^Glömt lösenordet/, /^Forgotten/],
  ['/arbete/inbjudan', /^Välkommen/, /^Welcome/],
  ['/arbete/nytt-losenord', /^Nytt lösenord/, /^New password/],
  ['/arbete/logga-in/svar', /^Det gick inte att logga in/, /^Signing in did not work/],
];

const staffPages: Readonly<Record<Exclude<StaffRole, 'caseOfficer'>, readonly Visit[]>> = {
  police: [
    ['/arbete/logga-insats', /^Vad har ni gjort/, /./],
    ['/arbete/planering', /^Planera kontroller/, /^Plan speed checks/],
    ['/arbete/bilen', /^I bilen/, /^In the car/],
    ['/arbete/planering/vikter', /^Vad som väger/, /^What weighs/],
    ['/arbete/planering/vecka', /^Planen för veckan/, /^The plan for the week/],
  ],
  coordinator: [
    ['/arbete', /^Översikt/, /^Overview/],
    ['/arbete/forslag', /^Förslag/, /^Proposals/],
    ['/arbete/insatser', /^Insatser/, /^Activities/],
    ['/arbete/uppfoljningar', /^Uppföljningar/, /./],
    ['/arbete/insatser/importera', /^Logga insatser från en fil/, /^Log activities from a file/],
    ['/arbete/platser', /^Mörka och otrygga platser/, /^Dark and unsafe places/],
    ['/arbete/lagesbild', /^Lägesbild för/, /^Situational picture of/],
    ['/arbete/platser/ny', /^Ny plats/, /^New place/],
    ['/arbete/platser/arshjul', /^Årshjul/, /^Yearly wheel/],
    ['/arbete/platser/belysning', /^Läs in belysning/, /^Import lighting/],
    ['/arbete/trygghetsvandring', /^Trygghetsvandringar/, /^Safety walks/],
    ['/arbete/trygghetsvandring/ny', /^Planera en trygghetsvandring/, /^Plan a safety walk/],
    ['/arbete/dialoger', /^Medborgardialoger i/, /^Public dialogues in/],
    ['/arbete/dialoger/ny', /^Planera en medborgardialog/, /^Plan a public dialogue/],
    ['/arbete/dela', /./, /./],
    ['/arbete/installningar', /^Inställningar/, /^Settings/],
    ['/arbete/admin/svarsmallar', /^Svarsmallar/, /^Reply templates/],
    ['/arbete/admin/befolkning', /^Befolkning/, /^Population/],
    ['/arbete/admin/sparrlista', /^Spärrlistan/, /^The block list/],
    ['/arbete/admin/karantan', /^Karantän/, /^Quarantine/],
    ['/arbete/admin/logg', /^Logg/, /^Log/],
    ['/arbete/admin/gallring', /^Gallring/, /^Disposal/],
    ['/arbete/admin/ingaende-balanser', /^Ingående balanser/, /^Opening balances/],
    ['/arbete/admin/lofte', /^Medborgarlöftet i/, /^The promise in/],
    ['/arbete/registrera', /^Registrera åt en invånare/, /./],
    ['/arbete/admin/underlag', /^Underlag/, /^Documentation/],
  ],
  admin: [
    ['/arbete/admin', /^Administration/, /^Administration/],
    ['/arbete/konton', /^Konton/, /^Accounts/],
    ['/arbete/mitt-konto', /^Mitt konto/, /^My account/],
    ['/arbete/admin/kommun', /^Kommunen/, /^The municipality/],
    ['/arbete/admin/ansvariga', /^Ansvariga/, /./],
    ['/arbete/admin/orter', /^Orter/, /^Localities/],
    ['/arbete/admin/platser', /^Platser/, /^Places/],
    ['/arbete/admin/granser', /^Gräns och skiss/, /^Outline and sketch/],
    ['/arbete/admin/organisationer', /^Organisationer/, /^Organisations/],
    ['/arbete/admin/ny-kommun', /^Lägg till kommun/, /^Add a municipality/],
  ],
};

const swedishLeft = /[åäöÅÄÖ]|\b(och|inte|förslag|löfte|insats|kommunen)\b/;
/** What is called the same in every language. */
const names = /Löfteskartan|Älvängen|Nödinge|\S+väg(en)?\b/g;

/** Reads a page as people with every kind of screen and eye do. */
async function readsEverywhere(page: Page, [path, swedish]: Visit): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1, name: swedish }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
  await expect(page).toHaveTitle(/Löfteskartan/);
  await expectAccessible(page, ['light', 'dark']);
  await expectNoSidewaysScroll(page);
  // 200 % of 1280 pixels, then the narrowest phone.
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 640 });
    await expectNoSidewaysScroll(page);
  }
  await expectFitsFromRightToLeft(page);
}

/** The same page in English; its headings have no Swedish left. */
async function readsInEnglish(page: Page, [path, , english]: Visit): Promise<void> {
  await page.goto(`${path}?lang=en`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1, name: english }).first()).toBeVisible();
  const words = await page.locator('h1, h2:not(article h2)').allInnerTexts();
  const left = words.filter((each) => swedishLeft.test(each.replace(names, '')));
  expect.soft(left, `${path} in English`).toEqual([]);
}

test.describe('every page of residents', () => {
  for (const visit of publicPages) {
    test(visit[0], async ({ page }) => {
      await readsEverywhere(page, visit);
      await readsInEnglish(page, visit);
    });
  }

  test('a proposal, its sender’s page, and both without a proposal', async ({ page, request }) => {
    const { reference, followToken } = await new Api(request).aWishAt(places.keyboard);
    await readsEverywhere(page, [`/ale/forslag/${reference}`, /./, /./]);
    await readsEverywhere(page, [`/ale/folj/${reference}#${followToken}`, /^Ditt förslag/, /./]);
    await readsEverywhere(page, ['/ale/forslag/ALE-22222', /går inte att visa/, /./]);
    await readsEverywhere(page, ['/ale/folj/ALE-22222', /Länken/, /./]);
  });

  test('before anyone has promised or asked for anything', async ({ page }) => {
    await page.route(/\/api\/v1\/(proposals|medborgarloften)\?/, (route) =>
      route.fulfill({ json: { items: [], nextCursor: null } }),
    );
    await page.route(/\/api\/v1\/proposals\/map\?/, (route) =>
      route.fulfill({ json: { type: 'FeatureCollection', bbox: [11, 57, 13, 59], features: [] } }),
    );
    await readsEverywhere(page, ['/ale', /har lovat/, /./]);
    await expect(page.getByText('Inget löfte är inlagt än.')).toBeVisible();
    await expect(page.getByText('Inga svar än.')).toBeVisible();
    await readsEverywhere(page, ['/ale/karta', /^Förslag i Ale/, /./]);
    await readsEverywhere(page, ['/ale/lofte', /./, /./]);
  });

  test('the map with filters that nothing fits says so', async ({ page }) => {
    await page.goto('/ale/karta?q=ingetsomfinns');
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
    await expect(page.getByRole('region', { name: 'Förslag i lista' }).getByRole('article')).toHaveCount(0);
  });
});

test.describe('every page of staff', () => {
  for (const [role, visits] of Object.entries(staffPages) as [StaffRole, readonly Visit[]][]) {
    test(role, async ({ page }) => {
      test.slow();
      await new Staff(page).signsIn(role);
      for (const visit of visits) {
        await readsEverywhere(page, visit);
      }
      for (const visit of visits) await readsInEnglish(page, visit);
    });
  }
});
