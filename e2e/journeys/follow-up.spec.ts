import { readFile } from 'node:fs/promises';
import { expectAccessible, expectNoSidewaysScroll } from '../drivers/accessible.js';
import { aDayToFollowUp, FollowUpWriter } from '../drivers/follow-up-writer.js';
import { expect, test } from '../drivers/journey.js';
import { Keyboard } from '../drivers/keyboard.js';
import { expectPrintable } from '../drivers/paper.js';

const asOf = aDayToFollowUp();
const checks = {
  result: 'Polisen har mätt farten där ni har bett om det, mest på morgnarna.',
  deviation: 'Flera kontroller fick stå tillbaka för andra uppdrag.',
  nextStep: 'Vi lägger två kvällar i månaden på platserna som flest önskar.',
};
const others = {
  result: 'Det här är gjort tillsammans med skolorna och föreningarna.',
  deviation: 'Det som inte blev av i höst görs i stället i vår.',
  nextStep: 'Vi följer upp det på nästa möte.',
};
const correction = {
  right: 'Kontrollerna i oktober gjordes också på helger.',
  why: 'Helgerna föll bort när vi räknade.',
};

test('a follow-up is written, published, printed and corrected', async ({ page }) => {
  test.slow();
  const keyboard = new Keyboard(page);
  const coordinator = new FollowUpWriter(page);
  const speedChecks = coordinator.commitment(/Hastighetskontroller/);

  await test.step('the draft survives a reload before and after it is saved', async () => {
    await coordinator.signsIn('coordinator');
    await coordinator.begins(asOf);
    await expectAccessible(page, ['light', 'dark']);
    await expectNoSidewaysScroll(page);
    await speedChecks.getByLabel('Resultat').fill(checks.result);
    await page.reload();
    await expect(page.getByText('Här är det du skrev förra gången')).toBeVisible();
    await expect(speedChecks.getByLabel('Resultat')).toHaveValue(checks.result);
    await speedChecks.getByLabel(/^Avvikelse/).fill(checks.deviation);
    await speedChecks.getByLabel('Nästa steg').fill(checks.nextStep);
    await coordinator.saves();
    await page.reload();
    await expect(speedChecks.getByLabel('Nästa steg')).toHaveValue(checks.nextStep);
    await expect(page.getByText('Här är det du skrev förra gången')).toBeHidden();
  });

  await test.step('what is missing is told; then it is looked at and published', async () => {
    await coordinator.button('Förhandsgranska').click();
    await coordinator.writesWhatIsMissing(others);
    await coordinator.button('Förhandsgranska').click();
    await keyboard.standsOn(coordinator.heading('Så här blir det'));
    await expect(page.getByText(checks.result)).toBeVisible();
    await keyboard.presses(coordinator.button('Publicera'));
    await expect(page.getByText('Uppföljningen är publicerad').first()).toBeVisible();
  });

  await page.getByRole('link', { name: 'Se den publicerade sidan' }).click();
  await expect(page).toHaveURL(`/ale/lofte/uppfoljning/${asOf}`);
  const told = page.getByRole('article', { name: /^Hastighetskontroller/ });
  await test.step('everyone reads what was promised, what was done and what deviated', async () => {
    await expect(coordinator.heading(/^Uppföljning/)).toBeVisible();
    await expect(told.getByRole('listitem').locator('h3')).toHaveText([
      'Löfte',
      'Resultat',
      /^Avvikelse/,
      'Nästa steg',
    ]);
    for (const words of Object.values(checks)) await expect(told.getByText(words)).toBeVisible();
    await expectAccessible(page, ['light', 'dark']);
    for (const width of [1280, 640, 320]) {
      await page.setViewportSize({ width, height: 720 });
      await expectNoSidewaysScroll(page);
    }
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.reload();
    await expect(told).toBeVisible();
    await keyboard.tabsThroughThePage();
  });

  await test.step('it is whole on paper and as a tagged PDF', async () => {
    await expectPrintable(page);
    const downloading = page.waitForEvent('download', { timeout: 15_000 });
    await page.getByRole('link', { name: 'Hämta som PDF' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(`uppfoljning-ale-${asOf}.pdf`);
    const pdf = (await readFile(await download.path())).toString('latin1');
    expect(pdf).toMatch(/^%PDF-1\.7/);
    for (const mark of [
      '/Lang (sv-SE)',
      '/Marked true',
      '/S /H1',
      '/S /H2',
      utf16('Uppföljning av medborgarlöftet i Ale'),
    ])
      expect(pdf).toContain(mark);
    expect(pdf.length).toBeGreaterThan(20_000);
  });

  await test.step('a correction is added, and what was published stands', async () => {
    await page.goto('/arbete/uppfoljningar');
    await page
      .getByRole('link', { name: /till och med/ })
      .first()
      .click();
    await coordinator.corrects(correction);
    await expectAccessible(page);
    await page.goto(`/ale/lofte/uppfoljning/${asOf}`);
    await expect(page.getByRole('heading', { level: 2, name: 'Rättelser' })).toBeVisible();
    await expect(page.getByText(new RegExp(`: ${correction.right}$`))).toBeVisible();
    await expect(page.getByText(`Orsak: ${correction.why}`)).toBeVisible();
    await expect(told.getByText(checks.result)).toBeVisible();
  });
});

/** Words with letters beyond ASCII as a PDF's title holds them. */
const utf16 = (words: string): string => Buffer.from(words, 'utf16le').swap16().toString('latin1');
