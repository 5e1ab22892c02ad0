import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { Api } from '../drivers/api.js';
import { expect, test } from '../drivers/journey.js';
import { places, stockholmDay } from '../drivers/product.js';
import { Resident } from '../drivers/resident.js';
import { Staff } from '../drivers/staff.js';
import { filesInZip } from '../drivers/zip.js';

const sent = 'Det är mörkt i gångtunneln. Sixten Hemlig har slagit sönder lamporna.';
const shown = 'Det är mörkt i gångtunneln. Lamporna är sönderslagna.';
const decision = 'KS 2026/77';

test('words are edited, a case is registered, made secret and archived, and the log and the disposal know', async ({
  page,
  browser,
  request,
}) => {
  const api = new Api(request);
  const { reference } = await api.anUnsafePlaceAt(places.records, sent);
  const home = await browser.newContext();
  const resident = new Resident(await home.newPage());
  const reads = async () => resident.page.goto(`/ale/forslag/${reference}`);

  const office = new Staff(page);
  await office.signsIn('caseOfficer');
  await office.opensCase(reference);
  const publication = office.section('Vad blir offentligt?');
  await office.button('Redigera orden som alla läser').click();
  await page.getByLabel('Så ska alla läsa orden').fill(shown);
  await page.getByLabel('Varför är orden redigerade?').fill('Ett namn är borttaget.');
  await office.button('Spara de redigerade orden').click();
  await expect(publication.getByText('Orden är redigerade: Ett namn är borttaget.')).toBeVisible();
  await office.choosesChip(page.getByRole('radiogroup', { name: 'Orden' }), 'Visa orden');
  await office.button('Spara beslutet').click();
  await expect(page.getByText('Beslutet är sparat').first()).toBeVisible();
  await reads();
  await expect(resident.page.getByText(shown).first()).toBeVisible();
  await expect(resident.page.getByText('Texten är redigerad').first()).toBeVisible();
  expect(await api.publicStory(reference)).not.toContain('Sixten');
  await expect(office.section('Invånarens ord')).toContainText(sent);
  await expect(office.section('Historik')).toContainText('Orden redigerade');

  await office.choosesMove('Säg nej, med skäl');
  await page.getByLabel('Varför blir det nej?').selectOption('already-done');
  await page.getByLabel('Det här läser alla').fill('Lamporna är lagade.');
  await office.savesMove('Säg nej, med skäl');
  const record = office.section('Registerföring');
  await record.getByRole('button', { name: 'Ändra registerföringen' }).click();
  await page.getByLabel(/^Diarienummer/).fill('KS 2026/0456');
  await page.getByLabel(/^Sekretess enligt/).fill('21 kap. 1 § OSL');
  await page.getByLabel(/^Gallras tidigast/).fill(stockholmDay(0));
  await record.getByRole('button', { name: 'Spara registerföringen' }).click();
  await expect(record.getByText('Skriv både datum och beslut, eller ingetdera.')).toBeVisible();
  await page.getByLabel(/^Gallringsbeslut/).fill(decision);
  await record.getByRole('button', { name: 'Spara registerföringen' }).click();
  await expect(record.getByText('Sekretessmarkerad')).toBeVisible();
  await expect(record).toContainText('KS 2026/0456');
  await expect(record).toContainText(`enligt ${decision}`);
  await expectAccessible(page);
  // What is secret is gone from the public at once.
  await reads();
  await expect(resident.heading(/går inte att visa/)).toBeVisible();

  const saved = page.waitForEvent('download');
  await record.getByRole('link', { name: 'Exportera till arkivet' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe(`${reference}-arkiv.zip`);
  const files = await filesInZip(await download.path());
  expect([...files.keys()].sort()).toEqual(['case.json', 'case.xml', 'case.xsd']);
  const [json, xml] = ['case.json', 'case.xml'].map((name) => files.get(name)?.toString('utf8') ?? '');
  expect(JSON.parse(json ?? '')).toMatchObject({ reference });
  for (const document of [json, xml])
    for (const kept of [reference, sent, shown, 'KS 2026/0456', '21 kap. 1 § OSL', 'Lamporna är lagade.'])
      expect(document).toContain(kept);
  const faults = await page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'application/xml').querySelectorAll('parsererror').length,
    xml ?? '',
  );
  expect(faults).toBe(0);

  const desk = await browser.newContext();
  const coordinator = new Staff(await desk.newPage());
  await coordinator.signsIn('coordinator', '/arbete/admin/logg');
  await coordinator.page.getByLabel('Förslagets nummer').fill(reference);
  const rows = coordinator.page.getByRole('table').getByRole('row').filter({ hasText: reference });
  for (const act of ['Orden redigerade', 'Registerföring ändrad', 'Exporterad till arkivet'])
    await expect(rows.filter({ hasText: act })).toContainText('Demo Handläggare');
  await expect(coordinator.page.getByText(/Sixten|Ett namn är borttaget/)).toHaveCount(0);
  await expectAccessible(coordinator.page, ['light', 'dark']);

  await coordinator.page.goto('/arbete/admin/gallring');
  const coming = coordinator.section('Det här gallras inom ett år');
  await expect(coming.getByText(/^[1-9]\d* gallras i natt\.$/)).toBeVisible();
  await expect(coming.getByRole('row').filter({ hasText: decision })).toContainText('Otrygga platser');
  await coordinator.page.setViewportSize({ width: 360, height: 640 });
  await expectNoSidewaysScroll(coordinator.page);
  await desk.close();
  await home.close();
});
