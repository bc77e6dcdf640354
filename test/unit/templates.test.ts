import assert from 'node:assert/strict';
import { compileTemplate, fillTemplate, findTemplate } from '../../server/src/core/profile/template';

const find = (template: string, text: string) => {
  const match = findTemplate(compileTemplate(template), text.toLowerCase());
  return (
    match && Object.fromEntries(Object.entries(match.values).map(([name, v]) => [name, text.slice(v.start, v.end)]))
  );
};

describe('sentence templates', () => {
  it('match their words in any letter case, as whole words', () => {
    assert.deepEqual(find('Was the original request.', 'Six visits WAS the original request.'), {});
    assert.equal(find('as such', 'gas such'), null);
  });

  it('say what their placeholders stand for', () => {
    assert.deepEqual(
      find('is certified in {specialty} and licensed in {state}.', 'He is certified in Surgery and licensed in Ohio.'),
      {
        specialty: 'Surgery',
        state: 'Ohio',
      },
    );
    assert.deepEqual(find('The remaining portion, {rest}', 'The remaining portion, two visits is'), {
      rest: 'two visits is',
    });
    assert.deepEqual(find('{first} was requested.', 'Two visits was requested.'), { first: 'Two visits' });
  });

  it('do not reach beyond a few hundred characters', () => {
    assert.equal(find('begins {words} ends', `begins ${'x'.repeat(5000)} ends`), null);
  });

  it('stay linear where their first words stand everywhere', () => {
    const text = 'is certified in '.repeat(60_000);
    const start = performance.now();
    assert.equal(find('is certified in {specialty} and licensed in {state}.', text), null);
    assert.ok(performance.now() - start < 2000);
  });

  it('are filled, and leave what is not known to the writer', () => {
    assert.equal(fillTemplate('{item} is {decision}.', { item: 'A brace' }), 'A brace is [[decision]].');
    assert.equal(fillTemplate('{constructor}', {}), '[[constructor]]');
  });
});
