import { namingFaults } from './naming.rules.js';

const free = { slug: false, code: false, referencePrefix: false };

describe('what a new municipality is called', () => {
  const cases: [name: string, slug: string, taken: Partial<typeof free>, faults: string[]][] = [
    ['a name that nobody has', 'kungalv', {}, []],
    ['the workplace’s word', 'arbete', {}, ['slug reserved']],
    ['the word of what others embed', 'embed', {}, ['slug reserved']],
    ['the word of the interface', 'api', {}, ['slug reserved']],
    ['a word that only begins like the interface’s', 'apiby', {}, []],
    ['another’s address', 'ale', { slug: true }, ['slug taken']],
    [
      'another’s code and prefix',
      'kungalv',
      { code: true, referencePrefix: true },
      ['code taken', 'referencePrefix taken'],
    ],
  ];
  it.each(cases)('%s', (_name, slug, taken, faults) => {
    const found = namingFaults({ slug, taken: { ...free, ...taken } });
    expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
  });
});
