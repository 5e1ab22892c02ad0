import { PROPOSAL_STATUSES, PUBLIC_STATUSES, type ProposalStatus } from '@lofteskartan/shared/vocabulary';
import type { StaffMember } from '../platform/staff-member.js';
import {
  allowedMoves,
  commitmentFault,
  duplicateFault,
  isStale,
  mayMove,
  mayWithdraw,
  movedFields,
  moveConflict,
  moveEvent,
  moveFaults,
  publicStatusOf,
  STAFF_MOVES,
} from './proposal-moves.rules.js';
import { handlesProposalsIn, isPoliceIn, organisationIn, statusFor } from './viewer.rules.js';

const person = (
  role: StaffMember['memberships'][number]['role'],
  organisationType: 'police' | 'municipality' | 'partner',
  municipalityId = 'ale',
): StaffMember => ({
  accountId: 'someone',
  name: 'Någon',
  email: 'nagon@example.org',
  memberships: [
    { organisationId: `${organisationType} of ${municipalityId}`, organisationType, municipalityId, role },
  ],
});

const police = person('police-officer', 'police');
const caseOfficer = person('case-officer', 'municipality');
const coordinator = person('coordinator', 'municipality');
const admin = person('admin', 'municipality');
const policeElsewhere = person('police-officer', 'police', 'kungälv');

const proposal = (status: ProposalStatus, kind: 'speed-check' | 'dark-place' | 'idea' = 'dark-place') => ({
  kind,
  status,
  publicStatus: publicStatusOf(status),
  policePlannedAt: null,
  municipalityId: 'ale',
});
const plannedCheck = { ...proposal('committed', 'speed-check'), policePlannedAt: new Date(0) };

const table: [from: ProposalStatus, to: string][] = [
  ['received', 'under-review committed answered declined referred duplicate hidden'],
  ['under-review', 'under-review awaiting-reply committed answered declined referred duplicate hidden'],
  ['awaiting-reply', 'under-review awaiting-reply committed answered declined referred duplicate hidden'],
  ['committed', 'planned under-review answered declined duplicate hidden'],
  ['planned', 'committed under-review answered declined duplicate hidden'],
  ['referred', 'answered under-review'],
  ['done', 'under-review'],
  ['answered', 'under-review'],
  ['declined', 'under-review'],
  ['duplicate', 'under-review hidden'],
  ['hidden', 'under-review'],
  ['withdrawn', ''],
];

describe('moves', () => {
  it.each(table)('from %s staff may move to: %s', (from, to) => {
    const allowed = new Set(to.split(' '));
    for (const status of PROPOSAL_STATUSES) {
      expect([status, mayMove(proposal(from), status, 'staff', coordinator)]).toEqual([
        status,
        allowed.has(status),
      ]);
    }
  });

  it('no status can be reached by hand that must not be: done and withdrawn', () => {
    expect(Object.values(STAFF_MOVES).flat()).not.toEqual(expect.arrayContaining(['done']));
    expect(Object.values(STAFF_MOVES).flat()).not.toEqual(expect.arrayContaining(['withdrawn']));
  });

  it('every status has a line in the table', () => {
    expect(Object.keys(STAFF_MOVES).sort()).toEqual([...PROPOSAL_STATUSES].sort());
  });

  const needs: [from: ProposalStatus, to: ProposalStatus, fields: string][] = [
    ['received', 'under-review', ''],
    ['received', 'committed', 'commitmentId'],
    ['received', 'answered', 'publicText'],
    ['received', 'declined', 'reason publicText'],
    ['received', 'referred', 'responsible publicText'],
    ['received', 'duplicate', 'duplicateOf'],
    ['received', 'hidden', ''],
    ['under-review', 'awaiting-reply', 'publicText'],
    ['awaiting-reply', 'under-review', ''],
    ['awaiting-reply', 'declined', 'reason publicText'],
    ['committed', 'planned', ''],
    ['committed', 'under-review', ''],
    ['planned', 'committed', ''],
    ['referred', 'answered', 'publicText'],
    ['referred', 'under-review', ''],
    ['done', 'under-review', 'reason'],
    ['answered', 'under-review', 'reason'],
    ['declined', 'under-review', 'reason'],
    ['duplicate', 'under-review', 'reason'],
    ['hidden', 'under-review', 'reason'],
  ];
  it.each(needs)('from %s to %s needs: %s', (from, to, fields) => {
    const wanted = fields.split(' ').filter(Boolean);
    expect(allowedMoves(proposal(from), coordinator).find((move) => move.to === to)?.requires).toEqual(
      wanted,
    );
    expect(moveFaults(from, to, { commitmentGiven: false }).map(({ field }) => field)).toEqual(wanted);
    const given = {
      publicText: 'Tack',
      reason: 'other',
      responsible: 'Trafikverket',
      duplicateOf: 'ALE-7K3F9',
      commitmentGiven: true,
    };
    expect(moveFaults(from, to, given)).toEqual([]);
  });

  it.each([
    ['blanks are no text', { publicText: ' \n', reason: 'other' }, ['publicText']],
    ['a reason in words', { publicText: 'Nej', reason: 'det går inte' }, ['reason']],
    ['a reason of the list', { publicText: 'Nej', reason: 'not-possible' }, []],
  ])('to decline with %s', (_name, input, wrong) => {
    expect(
      moveFaults('received', 'declined', { ...input, commitmentGiven: false }).map(({ field }) => field),
    ).toEqual(wrong);
  });

  it.each([
    ['what was read, allowed', 3, true, null],
    ['an older version, allowed', 2, true, 'version.stale'],
    ['an older version, not allowed', 2, false, 'version.stale'],
    ['what was read, not allowed', 3, false, 'move.notAllowed'],
    ['no version, not allowed', undefined, false, 'move.notAllowed'],
    ['no version, allowed', undefined, true, null],
  ] as const)('%s', (_name, version, allowed, refusal) => {
    expect(moveConflict(isStale(version, { version: 3 }), allowed)).toBe(refusal);
  });

  it.each<[name: string, from: ProposalStatus, to: ProposalStatus, fields: string[]]>([
    ['who knew no end is not asked why it should reopen', 'answered', 'under-review', []],
    [
      'what the move itself needs is asked for all the same',
      'answered',
      'declined',
      ['reason', 'publicText'],
    ],
  ])('with an older version: %s', (_name, from, to, fields) => {
    expect(moveFaults(from, to, { commitmentGiven: false }, true).map(({ field }) => field)).toEqual(fields);
  });
});

describe('a speed check that the police plan', () => {
  const readers: [name: string, viewer: StaffMember | null, reads: ProposalStatus][] = [
    ['police of the municipality', police, 'planned'],
    ['a case officer', caseOfficer, 'committed'],
    ['a coordinator', coordinator, 'committed'],
    ['an administrator', admin, 'committed'],
    ['police of another municipality', policeElsewhere, 'committed'],
    [
      'a police officer’s role in the municipality’s office',
      person('police-officer', 'municipality'),
      'committed',
    ],
    ['the sender', null, 'committed'],
  ];
  it.each(readers)('%s reads it as such, or as committed', (_name, viewer, reads) => {
    expect(statusFor(plannedCheck, viewer)).toBe(reads);
    const committed = proposal('committed', 'speed-check');
    if (reads === 'committed')
      expect(allowedMoves(plannedCheck, viewer)).toEqual(allowedMoves(committed, viewer));
    expect(mayMove(committed, 'planned', 'staff', viewer)).toBe(reads === 'planned');
    expect(mayMove(plannedCheck, 'planned', 'staff', viewer)).toBe(false);
    expect(mayMove(plannedCheck, 'committed', 'staff', viewer)).toBe(reads === 'planned');
  });

  it.each(['dark-place', 'idea'] as const)(
    'a %s is planned openly by everyone who handles proposals',
    (kind) => {
      expect(mayMove(proposal('committed', kind), 'planned', 'staff', coordinator)).toBe(true);
      expect(mayMove(proposal('committed', kind), 'planned', 'staff', police)).toBe(true);
    },
  );
});

describe('withdrawing', () => {
  it.each(PUBLIC_STATUSES.map((status) => [status] as const))('%s: by what the sender sees', (status) => {
    const open = ['received', 'under-review', 'committed', 'planned', 'referred'].includes(status);
    expect(mayWithdraw(status)).toBe(open);
    // What is gathered stands as its case does, which the case's own rule decides.
    expect(mayMove(proposal(status), 'withdrawn', 'sender', null)).toBe(open || status === 'duplicate');
    expect(mayMove(proposal(status), 'withdrawn', 'staff', coordinator)).toBe(false);
  });

  it('is open while only staff know that it is done', () => {
    const embargoed = { ...proposal('done', 'speed-check'), publicStatus: 'committed' as const };
    expect(mayMove(embargoed, 'withdrawn', 'sender', null)).toBe(true);
  });

  it('is open while staff wait for a reply', () => {
    expect(mayMove(proposal('awaiting-reply'), 'withdrawn', 'sender', null)).toBe(true);
  });

  it('the sender moves nothing else; the house reopens what is not withdrawn and answers what is open', () => {
    expect(mayMove(proposal('awaiting-reply'), 'answered', 'house', null)).toBe(true);
    expect(mayMove(proposal('committed'), 'answered', 'house', null)).toBe(true);
    expect(mayMove(proposal('done'), 'answered', 'house', null)).toBe(false);
    expect(mayMove(proposal('received'), 'declined', 'house', null)).toBe(false);
    expect(mayMove(proposal('received'), 'under-review', 'sender', null)).toBe(false);
    expect(mayMove(proposal('duplicate'), 'under-review', 'house', null)).toBe(true);
    expect(mayMove(proposal('withdrawn'), 'under-review', 'house', null)).toBe(false);
    expect(mayMove(proposal('received'), 'committed', 'house', null)).toBe(false);
  });
});

describe('what the history says of a move', () => {
  const rows: [
    name: string,
    from: ProposalStatus,
    move: { to: ProposalStatus; publicText?: string; reason?: string },
    by: 'staff' | 'sender' | 'house',
    said: string,
  ][] = [
    [
      'a question',
      'under-review',
      { to: 'awaiting-reply', publicText: 'Var?' },
      'staff',
      'asked staff null Var?',
    ],
    ['a reply', 'awaiting-reply', { to: 'under-review', reason: 'Där' }, 'house', 'replied staff null Där'],
    ['a question taken back', 'awaiting-reply', { to: 'under-review' }, 'staff', 'moved staff null null'],
    [
      'a message instead',
      'awaiting-reply',
      { to: 'under-review', publicText: 'Vi letar' },
      'staff',
      'moved public Vi letar null',
    ],
    [
      'an answer instead',
      'awaiting-reply',
      { to: 'answered', publicText: 'Ja' },
      'staff',
      'moved public Ja null',
    ],
    [
      'a kind end',
      'awaiting-reply',
      { to: 'answered', publicText: 'Tack' },
      'house',
      'moved public Tack null',
    ],
    [
      'a message',
      'under-review',
      { to: 'under-review', publicText: 'Vi letar' },
      'staff',
      'moved public Vi letar null',
    ],
    ['opened again', 'answered', { to: 'under-review', reason: 'Fel' }, 'staff', 'reopened public null Fel'],
    ['withdrawn', 'awaiting-reply', { to: 'withdrawn' }, 'sender', 'withdrawn public null null'],
  ];
  it.each(rows)('%s', (_name, from, move, by, said) => {
    const { type, audience, publicText, reason } = moveEvent(from, move, by);
    expect([type, audience, publicText, reason].map(String).join(' ')).toBe(said);
  });
});

describe('links', () => {
  const speedCheck = { municipalityId: 'ale', kind: 'speed-check' } as const;
  it.each([
    [
      'one that accepts the kind',
      { id: '4', municipalityId: 'ale', acceptsKinds: ['speed-check'] },
      undefined,
    ],
    [
      'one that takes other kinds',
      { id: '9', municipalityId: 'ale', acceptsKinds: ['dark-place'] },
      'kindNotAccepted',
    ],
    [
      'another municipality’s',
      { id: '4', municipalityId: 'kungälv', acceptsKinds: ['speed-check'] },
      'notFound',
    ],
    ['none of that id', null, 'notFound'],
  ] as const)('a commitment: %s', (_name, commitment, code) => {
    expect(commitmentFault(speedCheck, commitment)?.code).toBe(code);
  });

  const own = { id: 'a', municipalityId: 'ale' };
  const other = (id: string, status: ProposalStatus = 'received', municipalityId = 'ale') => ({
    id,
    municipalityId,
    status,
  });
  it.each([
    ['another proposal', other('b'), ['b'], undefined],
    ['one that leads elsewhere', other('b', 'duplicate'), ['b', 'c'], undefined],
    ['itself', other('a'), ['a'], 'ownNumber'],
    ['one that leads to it', other('b', 'duplicate'), ['b', 'a'], 'circle'],
    ['one that leads to it through another', other('b', 'duplicate'), ['b', 'c', 'a'], 'circle'],
    ['one of another municipality', other('b', 'received', 'kungälv'), ['b'], 'notFound'],
    ['one that was withdrawn', other('b', 'withdrawn'), ['b'], 'notFound'],
    ['one that is hidden', other('b', 'hidden'), ['b'], 'notFound'],
    ['none of that number', null, [], 'notFound'],
  ] as const)('a duplicate of %s', (_name, leader, leaders, code) => {
    expect(duplicateFault(own, leader, leaders)?.code).toBe(code);
  });

  const before = { status: 'committed', commitmentId: '4', responsible: null } as const;
  it.each([
    ['to planned keeps the commitment', before, { to: 'planned' }, { commitmentId: '4' }],
    ['to another commitment', before, { to: 'committed', commitmentId: '9' }, { commitmentId: '9' }],
    [
      'a question to the sender',
      { ...before, status: 'under-review' },
      { to: 'awaiting-reply' },
      { commitmentId: null },
    ],
    ['back to review lets go of it', before, { to: 'under-review' }, { commitmentId: null }],
    [
      'to declined lets go of it',
      before,
      { to: 'declined', reason: 'other' },
      { commitmentId: null, declineReason: 'other' },
    ],
    [
      'to referred names who is responsible',
      { ...before, status: 'received', commitmentId: null },
      { to: 'referred', responsible: ' Trafikverket ' },
      { responsible: 'Trafikverket' },
    ],
    [
      'what came of a referral keeps the name',
      { status: 'referred', commitmentId: null, responsible: 'Trafikverket' },
      { to: 'answered' },
      { responsible: 'Trafikverket' },
    ],
    [
      'a referral that is taken back loses it',
      { status: 'referred', commitmentId: null, responsible: 'Trafikverket' },
      { to: 'under-review' },
      { responsible: null },
    ],
  ] as const)('%s', (_name, from, links, fields) => {
    const moved = movedFields(from, links);
    expect(moved).toMatchObject({ ...fields, status: links.to, publicStatus: publicStatusOf(links.to) });
  });
});

describe('who handles proposals of a municipality', () => {
  it.each([
    ['police', police, true, true],
    ['case officer', caseOfficer, true, false],
    ['coordinator', coordinator, true, false],
    ['administrator', admin, false, false],
    ['police elsewhere', policeElsewhere, false, false],
    ['nobody', null, false, false],
  ] as const)('%s', (_name, viewer, handles, isPolice) => {
    expect(handlesProposalsIn(viewer, 'ale')).toBe(handles);
    expect(isPoliceIn(viewer, 'ale')).toBe(isPolice);
    expect(organisationIn(viewer, 'ale') !== null).toBe(handles);
  });
});
