import { TriageQuery } from '@lofteskartan/shared/contracts/triage';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

/** The filters that stand in an address of the queue; null when the queue knows no such filters. */
export function readFilters(address: string): TriageQuery | null {
  const given = new URLSearchParams(address);
  const values = [...new Set(given.keys())].map((name) => {
    const all = given.getAll(name);
    return [name, all.length === 1 ? all[0] : all] as const;
  });
  const query = plainToInstance(TriageQuery, Object.fromEntries(values));
  const faults = validateSync(query, { whitelist: true, forbidNonWhitelisted: true });
  return faults.length === 0 ? query : null;
}
