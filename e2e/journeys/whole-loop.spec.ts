import { expect, test } from '../drivers/journey.js';
import { places } from '../drivers/product.js';
import { Resident } from '../drivers/resident.js';
import { speedChecks, Staff } from '../drivers/staff.js';

const [longitude, latitude] = places.wholeLoop;

test('from a pin on the map to a lamp that is lit', async ({ browser }) => {
  const home = await browser.newContext({
    geolocation: { longitude, latitude },
    permissions: ['geolocation'],
  });
  const resident = new Resident(await home.newPage());
  const lamps = async (): Promise<number> => {
    await resident.page.goto('/ale/lofte/hastighetskontroller');
    const words = await resident.page
      .getByRole('img', { name: /^\d+ av 70/ })
      .first()
      .getAttribute('aria-label');
    return Number(words?.split(' ')[0]);
  };
  const before = await lamps();

  await resident.asksForASpeedCheck();
  await resident.goesOn();
  await resident.pointsOutWhereTheyAre();
  await resident.answers({
    problem: 'Fortkörning',
    hours: '15–18',
    words: 'Bilarna kör fort förbi busskuren.',
  });
  await resident.sends();
  const reference = await resident.readsTheirNumber();
  const ownPage = await resident.keepsTheLink();

  const office = await browser.newContext();
  const caseOfficer = new Staff(await office.newPage());
  await caseOfficer.signsIn('caseOfficer');
  await caseOfficer.opensCase(reference);
  await caseOfficer.choosesChip(caseOfficer.page.getByRole('radiogroup', { name: 'Orden' }), 'Visa orden');
  await caseOfficer.button('Spara beslutet').click();
  await expect(caseOfficer.page.getByText('Beslutet är sparat').first()).toBeVisible();
  await caseOfficer.commits(reference);
  await resident.page.goto(`/ale/forslag/${reference}`);
  await expect(resident.page.getByText('Bilarna kör fort förbi busskuren.').first()).toBeVisible();
  await expect(resident.page.getByText(/Vi kan inte lova en kontroll just här/).first()).toBeVisible();

  const words = 'Vi kontrollerade hastigheten vid busskuren under eftermiddagen.';
  const station = await browser.newContext({
    geolocation: { longitude, latitude },
    permissions: ['geolocation'],
  });
  const police = new Staff(await station.newPage());
  await police.signsIn('police');
  await police.logsASpeedCheck({ where: 'Där jag är nu', wishes: [reference], text: words, day: 'I dag' });
  await expect(police.page.getByText('Den räknas när samordnaren har bekräftat den.')).toBeVisible();

  const town = await browser.newContext();
  const coordinator = new Staff(await town.newPage());
  await coordinator.signsIn('coordinator');
  await coordinator.confirms(words);
  expect(await lamps()).toBe(before);

  await police.releases(words);
  expect(await lamps()).toBe(before + 1);
  await expect(resident.page.getByText(words).first()).toBeVisible();
  await resident.page.goto(ownPage);
  await expect(resident.page.getByText('Ditt önskemål ledde till den här kontrollen')).toBeVisible();
  await expect(resident.page.getByText(words).first()).toBeVisible();

  const neighbour = await office.newPage();
  await neighbour.goto(`/ale/forslag/${reference}`);
  await expect(neighbour.getByText('Önskemålet ledde till den här kontrollen')).toBeVisible();
  await expect(neighbour.getByText(words).first()).toBeVisible();
  await expect(neighbour.getByRole('link', { name: speedChecks }).first()).toBeVisible();
  for (const context of [home, office, station, town]) await context.close();
});
