import { commonPasswords } from './common-passwords.js';
import { normalPassword, passwordFault } from './password.rules.js';

const known = ['asa.oberg@ale.se', 'Åsa Öberg'];

describe('a password', () => {
  const cases: [string, string, string | null][] = [
    ['three words in a row', 'gardin tupp cykel', null],
    ['small letters alone, which is no fault', 'kvistarmedsnöpå', null],
    ['64 characters and more', 'långt '.repeat(20) + 'och olika', null],
    ['signs of other languages', 'пароль длинный ключ', null],
    ['pictures', '🔑🚲🌧️🎻🦔🍞🧦🪟🌻🐌🎲🚪', null],
    ['figures that are nobody’s', '83917264019275', null],
    ['with a name among other words', 'åsa cyklar till tåget', null],
    ['eleven characters', 'gardin tupp', 'tooShort'],
    ['twelve bytes that are ten characters', 'åäöåäöåäöå', 'tooShort'],
    ['a common one', '123456789012', 'passwordCommon'],
    ['a common one in capitals', 'QWERTYUIOP12', 'passwordCommon'],
    ['a common word with a year', 'Password2026!', 'passwordCommon'],
    ['a common Swedish word with a year', 'Lösenord2026!!', 'passwordCommon'],
    ['the season and the year', 'Sommar202620', 'passwordCommon'],
    ['one character again and again', 'aaaaaaaaaaaaaaa', 'passwordCommon'],
    ['few characters again and again', 'abcabcabcabcabc', 'passwordCommon'],
    ['a row of letters', 'abcdefghijklmno', 'passwordCommon'],
    ['the name of the service', 'Löfteskartan2026', 'passwordOfYours'],
    ['one’s own name', 'ÅsaÖberg1975!', 'passwordOfYours'],
    ['one’s own address', 'asa.oberg@ale.se1', 'passwordOfYours'],
  ];
  it.each(cases)('%s', (_what, password, fault) => {
    expect(passwordFault(password, known, commonPasswords)).toBe(fault);
  });

  it('that looks the same is the same', () => {
    expect(normalPassword('A\u030Angstro\u0308m')).toBe('Ångström');
  });
});
