import type { Role } from '@lofteskartan/shared/vocabulary';
import { mayOpenSecret, secretsOf } from './secrecy.rules.js';

const member = (organisationId: string, role: Role, municipalityId = 'ale') => ({
  organisationId,
  role,
  municipalityId,
});

describe('what is secret', () => {
  it.each<[name: string, secretFor: string | null, members: ReturnType<typeof member>[], opens: boolean]>([
    ['nothing is secret: everybody opens it', null, [], true],
    ['a case officer of the office', 'office', [member('office', 'case-officer')], true],
    ['a coordinator of the office', 'office', [member('office', 'coordinator')], true],
    ['an administrator of the office does not', 'office', [member('office', 'admin')], false],
    ['an officer of the police does not', 'office', [member('police', 'police-officer')], false],
    ['the same office elsewhere does not', 'office', [member('office', 'case-officer', 'kungalv')], false],
  ])('%s', (_name, secretFor, members, opens) => {
    expect(mayOpenSecret({ municipalityId: 'ale', secretFor }, members)).toBe(opens);
  });

  it('is looked for among the organisations that one handles proposals for', () => {
    expect(
      secretsOf([member('office', 'coordinator'), member('office', 'case-officer'), member('x', 'admin')]),
    ).toEqual(['office']);
  });
});
