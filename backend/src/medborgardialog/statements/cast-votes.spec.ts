import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { StatementVote } from '@lofteskartan/shared/medborgardialog-live';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeDialogue } from '../../../test/support/medborgardialog.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { OpenLive } from '../live/open-live.service.js';
import type { MedborgardialogRecord } from '../medborgardialog.repository.js';
import { CastVotes } from './cast-votes.service.js';
import { StatementRepository } from './statement.repository.js';
import { VoteRepository } from './vote.repository.js';

const newVoter = (): string => randomBytes(16).toString('hex');

describe('votes', () => {
  let app: TestApp;
  let town: TestMunicipality;
  let dialogue: MedborgardialogRecord;
  let statement: string;

  const cast = (voter: string, vote: StatementVote, code = dialogue.shortCode) =>
    app.get(CastVotes).cast(code, { statement, voter, vote }, '192.0.2.1');
  const refusal = (cast: Promise<unknown>) =>
    cast.then(
      () => null,
      (error: unknown) => (error as { code?: string }).code,
    );
  const rows = () =>
    app.dataSource.query<{ voter: Buffer; vote: StatementVote }[]>(
      'SELECT voter, vote FROM medborgardialog_votes WHERE statement_id = $1 ORDER BY voter',
      [statement],
    );
  const keyOf = async () => {
    const [row] = await app.dataSource.query<{ voter_key: Buffer | null }[]>(
      'SELECT voter_key FROM medborgardialog_live WHERE dialogue_id = $1',
      [dialogue.id],
    );
    return row?.voter_key ?? null;
  };
  const move = (status: string) =>
    app.dataSource.query('UPDATE medborgardialoger SET status = $2 WHERE id = $1', [dialogue.id, status]);
  const moveStatement = (status: 'waiting' | 'open' | 'closed') =>
    app.get(StatementRepository).update(app.dataSource.manager, statement, { text: 'Mer ljus', status });
  const close = () => app.dataSource.transaction((manager) => app.get(OpenLive).closed(manager, dialogue.id));

  beforeAll(async () => {
    app = await startTestApp();
    town = await makeMunicipality(app.dataSource);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    dialogue = await makeDialogue(app, town, { status: 'open' });
    statement = await app.get(StatementRepository).insert(app.dataSource.manager, dialogue.id, {
      text: 'Mer ljus',
      source: 'staff',
    });
    await moveStatement('open');
  });

  it('are one for each voter and statement, however often it is sent, and the last one holds', async () => {
    const [one, other] = [newVoter(), newVoter()];
    await Promise.all([cast(one, 'agree'), cast(one, 'agree'), cast(one, 'agree'), cast(other, 'pass')]);
    await cast(one, 'disagree');
    expect((await rows()).map(({ vote }) => vote).sort()).toEqual(['disagree', 'pass']);
  });

  it('hold nothing of the number that the phone sent, nor of anything that can be made from it without the key', async () => {
    const voter = newVoter();
    await cast(voter, 'agree');
    const [kept] = await rows();
    expect(kept?.voter.toString('hex')).not.toContain(voter);
    expect(kept?.voter.equals(createHash('sha256').update(Buffer.from(voter, 'hex')).digest())).toBe(false);
    const key = await keyOf();
    const keyed = createHash('sha256')
      .update(key ?? '')
      .update(Buffer.from(voter, 'hex'))
      .digest();
    expect(kept?.voter.equals(keyed)).toBe(true);
  });

  it('have a key of their own in each dialogue: the same number is another voter there', async () => {
    const voter = newVoter();
    await cast(voter, 'agree');
    const [here] = await rows();
    dialogue = await makeDialogue(app, town, { status: 'open' });
    statement = await app.get(StatementRepository).insert(app.dataSource.manager, dialogue.id, {
      text: 'Mer ljus',
      source: 'staff',
    });
    await moveStatement('open');
    await cast(voter, 'agree');
    expect((await rows())[0]?.voter.equals(here?.voter ?? Buffer.alloc(0))).toBe(false);
  });

  it('are kept without a moment, an address or a row that says when the call came', async () => {
    const columns = await app.dataSource.query<{ name: string }[]>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'medborgardialog_votes' ORDER BY 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual(['statement_id', 'vote', 'voter']);
    const countOf = async (table: string) =>
      (await app.dataSource.query<{ n: number }[]>(`SELECT count(*)::integer AS n FROM ${table}`))[0]?.n;
    const before = [
      await countOf('idempotency_keys'),
      await countOf('rate_limits'),
      await countOf('medborgardialog_events'),
    ];
    await cast(newVoter(), 'agree');
    expect([
      await countOf('idempotency_keys'),
      await countOf('rate_limits'),
      await countOf('medborgardialog_events'),
    ]).toEqual(before);
  });

  it.each([
    ['while the dialogue is published', 'published', 'dialogue.notOpen'],
    ['when the dialogue is closed', 'closed', 'dialogue.notOpen'],
    ['of a draft, whose code is nobody’s to know', 'draft', 'not.found'],
  ])('are not taken %s', async (_, status, code) => {
    if (status === 'draft')
      await app.dataSource.query(
        'UPDATE medborgardialoger SET published_at = NULL, status = $2 WHERE id = $1',
        [dialogue.id, 'draft'],
      );
    else await move(status);
    expect(await refusal(cast(newVoter(), 'agree'))).toBe(code);
    expect(await rows()).toEqual([]);
  });

  it('are not taken on a statement that is closed, and not on one that waits, as if it were not there', async () => {
    await moveStatement('closed');
    expect(await refusal(cast(newVoter(), 'agree'))).toBe('statement.closed');
    await moveStatement('waiting');
    expect(await refusal(cast(newVoter(), 'agree'))).toBe('not.found');
  });

  it('are not taken by the code of another dialogue', async () => {
    const other = await makeDialogue(app, town, { status: 'open' });
    expect(await refusal(cast(newVoter(), 'agree', other.shortCode))).toBe('not.found');
  });

  it('are counted with those on paper', async () => {
    for (const vote of ['agree', 'agree', 'disagree', 'pass'] as const) await cast(newVoter(), vote);
    await app.dataSource.query(
      `INSERT INTO medborgardialog_paper_votes (statement_id, table_label, agree, disagree, pass) VALUES ($1, 'Bord 1', 3, 1, 0), ($1, 'Bord 2', 0, 2, 1)`,
      [statement],
    );
    const counted = await app.get(VoteRepository).counted(app.dataSource.manager, dialogue.id);
    expect(counted).toEqual([
      {
        id: statement,
        number: 1,
        text: 'Mer ljus',
        isOpen: true,
        phones: { agree: 2, disagree: 1, pass: 1 },
        paper: { agree: 3, disagree: 3, pass: 1 },
      },
    ]);
  });

  describe('of a dialogue that is closed', () => {
    it('are all there, under names that are nobody’s, and the key is gone', async () => {
      const voters = Array.from({ length: 30 }, newVoter);
      await Promise.all(voters.map((voter, n) => cast(voter, n % 3 === 0 ? 'agree' : 'disagree')));
      const before = await rows();
      await close();
      const after = await rows();
      expect(after.map(({ vote }) => vote).sort()).toEqual(before.map(({ vote }) => vote).sort());
      const names = new Set(before.map(({ voter }) => voter.toString('hex')));
      expect(after.filter(({ voter }) => names.has(voter.toString('hex')))).toEqual([]);
      expect(await keyOf()).toBeNull();
    });

    it('say nothing of who voted what on another statement', async () => {
      const voter = newVoter();
      await cast(voter, 'agree');
      const first = statement;
      statement = await app.get(StatementRepository).insert(app.dataSource.manager, dialogue.id, {
        text: 'Färre bilar',
        source: 'staff',
      });
      await moveStatement('open');
      await cast(voter, 'disagree');
      await close();
      const names = await app.dataSource.query<{ voter: Buffer }[]>(
        'SELECT voter FROM medborgardialog_votes WHERE statement_id = ANY ($1::uuid[])',
        [[first, statement]],
      );
      expect(names).toHaveLength(2);
      expect(names[0]?.voter.equals(names[1]?.voter ?? Buffer.alloc(0))).toBe(false);
    });

    it('lose none that was answered, when it is closed while people vote', async () => {
      const answers: (string | null | undefined)[] = [];
      const voting = Array.from({ length: 40 }, async (_, n) => {
        await new Promise((resolve) => setTimeout(resolve, n * 3));
        answers.push(await refusal(cast(newVoter(), 'agree')));
      });
      await new Promise((resolve) => setTimeout(resolve, 40));
      await app.dataSource.transaction(async (manager) => {
        await manager.query(`UPDATE medborgardialoger SET status = 'closed' WHERE id = $1`, [dialogue.id]);
        await app.get(OpenLive).closed(manager, dialogue.id);
      });
      await Promise.all(voting);
      expect(await rows()).toHaveLength(answers.filter((answer) => answer === null).length);
      expect(new Set(answers)).toEqual(new Set([null, 'dialogue.notOpen']));
      expect(await keyOf()).toBeNull();
    });

    it('leave those of other dialogues as they are', async () => {
      await cast(newVoter(), 'agree');
      const before = await rows();
      const other = await makeDialogue(app, town, { status: 'open' });
      await app.dataSource.transaction((manager) => app.get(OpenLive).closed(manager, other.id));
      expect(await rows()).toEqual(before);
    });
  });
});
