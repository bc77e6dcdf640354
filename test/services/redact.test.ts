import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { createLetterService } from '../../server/src/core/letterService';
import type { Policy } from '../../server/src/core/privacy/policy';
import { redacted } from '../../server/src/core/services/redact';
import { testSetup } from '../support/setup';

function copyOf(summary: string, policy: Policy = 'posted', setup = testSetup()) {
  const text = `# CLINICAL CASE SUMMARY\n\n${summary}\n`;
  const copy = redacted(parseLetter(text, setup.profile), setup, policy);
  return { ...copy, summary: copy.text.slice('# CLINICAL CASE SUMMARY\n\n'.length, -1) };
}

describe('a redacted copy', () => {
  it('has neutral words instead of what identifies a person, and counts by rule', () => {
    const { summary, counts, isComplete } = copyOf('Ms. Jane Roe (SSN 123-45-6789) was seen by Dr. Ann Lee in 2016.');
    assert.equal(summary, 'The injured worker (SSN [redacted]) was seen by the physician in 2016.');
    assert.deepEqual(counts, { 'personal-identifier': 3 });
    assert.equal(isComplete, true);
  });

  it('follows the policy', () => {
    const text = 'The worker, aged 93, was hurt on 03/14/2016.';
    assert.equal(copyOf(text, 'posted').summary, text);
    const strict = copyOf(text, 'safe-harbor').summary;
    assert.doesNotMatch(strict, /93|03\/14/);
    assert.match(strict, /2016/);
  });

  it('leaves nothing of a comment, and nothing that a comment lets stand', () => {
    const { summary, text } = copyOf(
      'One.\n<!-- letter-disable-file personal-identifier: agreed with Jane Roe -->\nTwo <!-- Jane\nRoe --> SSN 123-45-6789.',
    );
    assert.doesNotMatch(text, /Jane|Roe|6789|disable/);
    assert.equal(summary, 'One.\n<!---->\nTwo <!--\n--> SSN [redacted].');
  });

  it('does not depend on whether the rules are on', () => {
    const off = testSetup({ 'personal-identifier': 'off', 'reviewer-identity': 'off' });
    assert.doesNotMatch(copyOf('SSN 123-45-6789.', 'posted', off).summary, /6789/);
  });

  it('is not marked like something to be filled in', () => {
    const { text } = copyOf('SSN 123-45-6789.');
    assert.doesNotMatch(text, /\[\[/);
  });

  it('is what the letter service gives', () => {
    const setup = testSetup();
    const service = createLetterService(() => assert.fail('a rule failed'));
    const letter = service.parse('# CLINICAL CASE SUMMARY\n\nSSN 123-45-6789.\n', setup);
    const { text, counts } = service.redact(letter, setup, 'posted');
    assert.deepEqual([text.includes('6789'), counts], [false, { 'personal-identifier': 1 }]);
    assert.equal(service.print(letter, setup).blocks.length, 2);
  });

  it('says so where a rule failed', () => {
    const setup = testSetup();
    const letter = parseLetter('# CLINICAL CASE SUMMARY\n\nOne.\n', setup.profile);
    const broken = {
      ...setup,
      names: {
        ...(setup.names ?? {}),
        namesIn: () => {
          throw new Error('broken');
        },
      } as never,
    };
    const failures: string[] = [];
    const copy = redacted(letter, broken, 'posted', rule => failures.push(rule));
    assert.equal(copy.isComplete, false);
    assert.deepEqual([...new Set(failures)], ['personal-identifier']);
  });
});
