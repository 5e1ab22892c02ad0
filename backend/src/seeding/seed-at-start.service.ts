import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Config } from '../platform/config/config.js';
import type { StaffMember } from '../platform/staff-member.js';
import { DemoStaff } from '../staff/demo-staff.service.js';
import type { DemoFile } from './demo-file.js';
import { demoPassword } from './demo-password.js';
import { SeedDialogues } from './seed-dialogues.service.js';
import { SeedDemo } from './seed-demo.service.js';
import { seededMunicipality, SeedMunicipality } from './seed-municipality.service.js';
import { SeedingRepository } from './seeding.repository.js';
import { readSeed } from './seeds-folder.js';

/** Tells a person what is done and what to know. */
type Say = (line: string) => void;

/** What a start needs in the database. Each step is one transaction: it is there whole, or the next start does it. */
@Injectable()
export class SeedAtStart {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly repository: SeedingRepository,
    private readonly municipality: SeedMunicipality,
    private readonly demo: SeedDemo,
    private readonly dialogues: SeedDialogues,
    private readonly staff: DemoStaff,
  ) {}

  /** Ale's promise into an empty database; example data and example staff while `DEMO` is on. */
  async run(say: Say): Promise<void> {
    await this.inTurn(async (manager) => {
      if (await this.repository.hasMunicipality(manager)) return;
      await this.municipality.seed(manager, seededMunicipality);
      say('Loaded Ale and its promise.');
    });
    if (this.config.demo) await this.openDemo(say);
    else await this.closeDemo();
  }

  /** Loads the municipality and its promise, or brings them up to date. */
  async loadMunicipality(): Promise<void> {
    await this.inTurn((manager) => this.municipality.seed(manager, seededMunicipality));
  }

  /** Opens the example staff, and tells the example data where there is none and nobody has begun to work. */
  async openDemo(say: Say): Promise<void> {
    const file = await demoFile();
    const password = demoPassword(this.config);
    const told = await this.inTurn(async (manager) => {
      const state = await this.repository.state(manager, file.municipality);
      if (!state) return [];
      const people = await this.openStaff(manager, file, password);
      const isWanted = !state.demo && !state.used;
      if (isWanted) say('Telling the example data (some seconds) …');
      const dialogues = isWanted
        ? await this.demo.seed(manager, { id: state.id, slug: file.municipality }, file, people)
        : [];
      say(`Example staff: ${file.staff.map(({ email }) => email).join(', ')}. Password: ${password}`);
      return dialogues;
    });
    await this.dialogues.goOn(told);
  }

  /** Shuts the accounts of the example staff. */
  private async closeDemo(): Promise<void> {
    const { staff } = await demoFile();
    await this.inTurn(async (manager) => {
      for (const { email } of staff) await this.staff.close(manager, email);
    });
  }

  private async openStaff(
    manager: EntityManager,
    { municipality, staff }: DemoFile,
    password: string,
  ): Promise<Map<string, StaffMember>> {
    const people = new Map<string, StaffMember>();
    for (const { key, email, name, organisation, role } of staff) {
      const account = { email, name, password, memberships: [{ organisation, municipality, role }] };
      const accountId = await this.staff.open(manager, account);
      const memberships = await this.repository.memberships(manager, accountId);
      people.set(key, { accountId, name, email, memberships });
    }
    return people;
  }

  /** One process at a time. */
  private inTurn<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction(async (manager) => {
      await this.repository.lock(manager);
      return work(manager);
    });
  }
}

async function demoFile(): Promise<DemoFile> {
  return (await readSeed(`demo/${seededMunicipality}.json`)) as DemoFile;
}
