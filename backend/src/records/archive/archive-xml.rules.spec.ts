import { element } from './archive-xml.rules.js';

describe('an element of the archive’s XML', () => {
  it.each<[string, string, unknown, string]>([
    ['holds a text, its marks escaped', 'text', 'A < B & "C"', '\n<text>A &lt; B &amp; &quot;C&quot;</text>'],
    ['keeps the lines of a text as they are', 'text', '\nett\ntvå', '\n<text>\nett\ntvå</text>'],
    ['leaves out what XML forbids', 'text', 'a\u0000b', '\n<text>ab</text>'],
    [
      'holds numbers and truths',
      'item',
      [1, true],
      '\n<item>\n  <item>1</item>\n  <item>true</item>\n</item>',
    ],
    ['is not there for null', 'text', null, ''],
    [
      'calls one of a list by its name',
      'notes',
      [{ text: 'A' }],
      '\n<notes>\n  <note>\n    <text>A</text>\n  </note>\n</notes>',
    ],
    ['is there for an empty list', 'notes', [], '\n<notes></notes>'],
    ['tells a key that is no name as an attribute', '1 <a>', 'b', '\n<entry name="1 &lt;a&gt;">b</entry>'],
  ])('%s', (_, key, value, xml) => {
    expect(element(key, value)).toBe(xml);
  });
});
