import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Where the journeys find the product, and how its example staff sign in. */
export const port = Number(process.env['E2E_PORT'] ?? 3905);
/** Where the product delivers its mail; a journey that reads it opens an inbox there. */
export const mailPort = Number(process.env['E2E_MAIL_PORT'] ?? 3906);
/** Where the municipality's own sign-in service is, which staff can sign in with. */
export const identityPort = Number(process.env['E2E_IDENTITY_PORT'] ?? 3907);
/** How far the product's clock is ahead, in milliseconds; see moving-clock.mjs. */
export const clockFile = join(tmpdir(), `lofteskartan-journeys-clock-${String(port)}`);
const halfAYearMs = 185 * 86_400_000;

/** Half a year goes by for the product and for everybody who uses it; who was signed in no longer is. */
export async function halfAYearPasses(): Promise<void> {
  await writeFile(clockFile, String(halfAYearMs));
  const isLater = async () => {
    const seen = await readFile(`${clockFile}.seen`, 'utf8').catch(() => '');
    return seen === String(halfAYearMs);
  };
  while (!(await isLater())) await setTimeout(100);
}

export const demoPassword = 'en-lykta-i-taget-2026';

/** The example staff, by what they do. */
export const staffEmails = {
  police: 'polis@demo.example',
  caseOfficer: 'handlaggare@demo.example',
  coordinator: 'samordnare@demo.example',
  admin: 'admin@demo.example',
} as const;
export type StaffRole = keyof typeof staffEmails;

/**
 * Places in Ale, far enough from each other and from the example data that no journey meets another's wishes.
 * [lng, lat]
 */
export const places = {
  phone: [12.165, 57.975],
  keyboard: [12.19, 57.955],
  caseOfficer: [12.2, 57.99],
  officer: [12.17, 58.005],
  coordinator: [12.15, 57.945],
  wholeLoop: [12.21, 57.97],
  mail: [12.18, 57.93],
  feedbackLoop: [12.185, 57.98],
  gathered: [12.2, 57.94],
  photo: [12.16, 57.96],
  imported: [12.175, 57.965],
  records: [12.205, 57.955],
  secondMunicipality: [12.16, 57.99],
  car: [12.155, 57.935],
  carNext: [12.14, 57.93],
  referral: [12.19, 57.995],
  inventory: [12.215, 57.985],
  planner: [12.195, 57.965],
} as const satisfies Record<string, readonly [number, number]>;

/** A day of the calendar in Sweden, so many days from today. */
export const stockholmDay = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(Date.now() + days * 86_400_000);
