import type { LogPage } from '@lofteskartan/shared/contracts/work-log';
import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import { XMLParser } from 'fast-xml-parser';
import { validateXML } from 'xmllint-wasm';
import { mailing, photoForm, Place } from '../../../test/support/access-scene.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { northOf, submitProposal } from '../../../test/support/proposal.js';
import type { TestPerson } from '../../../test/support/staff.js';
import { filesIn } from '../../../test/support/zip.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { ArchivedCase } from './archive.rules.js';

const address = 'granne@example.org';

describe('the export of a case for the archive', () => {
  let app: TestApp;
  let place: Place;
  let officer: TestPerson;
  let police: TestPerson;
  let member: ProposalReceipt;
  let leader: string;

  beforeAll(async () => {
    app = await startTestApp({ config: mailing });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.empty();
    place = await Place.make(app);
    officer = place.people['case-officer'];
    police = place.people['police-officer'];
    leader = place.proposal.reference;
    member = await submitProposal(app, {
      kind: 'speed-check',
      position: northOf(place.municipality.center, 30),
      description: 'Kalle <kör> & bullrar',
      details: { roadName: 'Storgatan' },
      contact: { email: address, name: 'Granne' },
    });
    await act(member.reference, 'notes', { text: 'Ring honom' });
    await act(member.reference, 'edited-words', {
      version: 1,
      description: 'Någon bullrar',
      reason: 'Ett namn',
    });
    await act(member.reference, 'moves', { to: 'duplicate', version: 2, duplicateOf: leader });
  });

  async function act(reference: string, what: string, body: object): Promise<void> {
    const { status, body: answer } = await officer.api.post(`/triage/proposals/${reference}/${what}`, {
      body,
    });
    if (status >= 300) throw new Error(`${String(status)} ${JSON.stringify(answer)}`);
  }
  async function exported({ api }: TestPerson, reference = member.reference) {
    const { status, headers, body } = await api.get<Buffer>(`/triage/proposals/${reference}/archive`);
    expect([status, headers.get('Content-Type')]).toEqual([200, 'application/zip']);
    expect(headers.get('Cache-Control')).toBe('private, no-store');
    const files = await filesIn(body);
    const text = (name: string) => files.get(name)?.toString('utf8') ?? '';
    return {
      files,
      json: JSON.parse(text('case.json')) as ArchivedCase,
      xml: text('case.xml'),
      schema: text('case.xsd'),
    };
  }
  const logged = async (type: string) => {
    const query = { municipality: place.municipality.slug };
    const { body } = await place.people.coordinator.api.get<LogPage>('/work-log', { query });
    return body.items.filter((each) => each.type === type).map(({ reference }) => reference);
  };

  it('holds the whole case from any of its members: words as sent and as edited, notes, history, photos', async () => {
    const { files, json } = await exported(officer);
    expect(json).toMatchObject({ reference: leader, exportedBy: expect.any(String), version: 1 });
    expect(json.proposals.map(({ reference }) => reference)).toEqual([leader, member.reference]);
    const [first, second] = json.proposals;
    expect(second).toMatchObject({
      description: 'Kalle <kör> & bullrar',
      edited: { description: 'Någon bullrar', reason: 'Ett namn' },
      details: { roadName: 'Storgatan' },
      notes: [{ text: 'Ring honom' }],
      duplicateOf: leader,
      registry: { registryNumber: null },
    });
    expect(second?.events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['received', 'words-edited']),
    );
    const name = `photos/${leader}-1.jpg`;
    expect(first?.photos).toMatchObject([{ file: name, publication: 'pending' }]);
    expect(files.get(name)?.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  });

  it('says the same as XML that its own schema describes', async () => {
    await officer.api.put(`/triage/proposals/${leader}/record`, {
      body: { version: 0, registryNumber: 'KS 2026/1', hold: 'Begärt ut' },
    });
    const { json, xml, schema } = await exported(officer);
    const { valid, errors } = await validateXML({
      xml: { fileName: 'case.xml', contents: xml },
      schema: { fileName: 'case.xsd', contents: schema },
    });
    expect([valid, errors]).toEqual([true, []]);
    const read = new XMLParser({ parseTagValue: false }).parse(xml) as {
      case: { proposals: { proposal: { reference: string; description?: string }[] } };
    };
    expect(read.case.proposals.proposal.map(({ description }) => description)).toEqual(
      json.proposals.map(({ description }) => description ?? undefined),
    );
    const broken = xml.replace('<kind>', '<sort>').replace('</kind>', '</sort>');
    const answer = await validateXML({
      xml: { fileName: 'case.xml', contents: broken },
      schema: { fileName: 'case.xsd', contents: schema },
    });
    expect(answer.valid).toBe(false);
  });

  it('opens contacts for those alone who may, and logs each as an opening, and the export', async () => {
    await app.dataSource.query('DELETE FROM commitment_organisations WHERE organisation_id <> $1', [
      place.municipality.police.id,
    ]);
    expect((await exported(officer)).json.proposals.map(({ contact }) => contact)).toEqual([null, null]);
    expect(await logged('contact-opened')).toEqual([]);
    const { json } = await exported(police);
    expect(json.proposals.map(({ contact }) => contact?.email)).toEqual(['avsandare@example.org', address]);
    expect((await logged('contact-opened')).sort()).toEqual([leader, member.reference].sort());
    expect(await logged('archived')).toEqual([member.reference, member.reference]);
  });

  it('leaves out a member that is another organisation’s secret', async () => {
    const body = { version: 0, secrecyGround: '21 kap. 1 § OSL' };
    await police.api.put(`/triage/proposals/${member.reference}/record`, { body });
    const { json, xml } = await exported(officer, leader);
    expect(json.proposals.map(({ reference }) => reference)).toEqual([leader]);
    expect(JSON.stringify(json) + xml).not.toContain(member.reference);
    expect((await exported(police, leader)).json.proposals).toHaveLength(2);
  });

  it('says nothing of a police plan to others', async () => {
    const { body: seen } = await police.api.get<{ version: number }>(`/triage/proposals/${leader}`);
    await act(leader, 'moves', { to: 'committed', version: seen.version, commitmentId: place.commitment.id });
    const { status } = await police.api.post(`/triage/proposals/${leader}/moves`, {
      body: { to: 'planned', version: seen.version + 1 },
    });
    expect(status).toBe(200);
    const { json, xml } = await exported(officer);
    expect([JSON.stringify(json), xml].join()).not.toContain('planned');
    expect(JSON.stringify((await exported(police)).json)).toContain('planned');
  });

  it('goes on without a photo whose file is gone', async () => {
    const form = await photoForm();
    const { reference, followToken } = member;
    await app.api().post(`/proposals/${reference}/photos`, { key: true, followToken, form });
    const [{ key } = { key: '' }] = await app.dataSource.query<{ key: string }[]>(
      `SELECT file_key AS key FROM proposal_photos ph JOIN proposals p ON p.id = ph.proposal_id WHERE p.reference = $1`,
      [leader],
    );
    await app.get(FileStore).delete(key);
    const { json, files } = await exported(officer);
    expect(json.proposals.map(({ photos }) => photos.map(({ file }) => file))).toEqual([
      [null],
      [`photos/${reference}-1.jpg`],
    ]);
    expect([...files.keys()].filter((name) => name.startsWith('photos/'))).toEqual([
      `photos/${reference}-1.jpg`,
    ]);
  });
});
