import type * as z from 'zod/mini';
import { t } from '../words/translate';

type Issue = z.core.$ZodRawIssue;

/** What is wrong with a value that a schema does not take: the small zod has no words of its own. */
export function issueWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return t('Invalid input: expected {0}, received {1}', typeWords(issue.expected), typeWords(typeOf(issue.input)));
    case 'invalid_value': {
      const values = issue.values.map(value => (typeof value === 'string' ? `"${value}"` : String(value)));
      return values.length === 1
        ? t('Invalid input: expected {0}', values.join())
        : t('Invalid option: expected one of {0}', values.join('|'));
    }
    case 'too_big':
      return tooBig(issue.origin, `${issue.inclusive ? '<=' : '<'}${issue.maximum}`);
    case 'too_small':
      return tooSmall(issue.origin, `${issue.inclusive ? '>=' : '>'}${issue.minimum}`);
    case 'invalid_format':
      return t('Invalid string: must match pattern {0}', issue.pattern ?? '');
    case 'invalid_key':
      return t('Invalid key in {0}', typeWords(issue.origin));
    default:
      return t('Invalid input');
  }
}

function tooBig(type: string, limit: string): string {
  const words = typeWords(type);
  if (type === 'string') return t('Too big: expected {0} to have {1} characters', words, limit);
  if (type === 'array') return t('Too big: expected {0} to have {1} items', words, limit);
  return t('Too big: expected {0} to be {1}', words, limit);
}

function tooSmall(type: string, limit: string): string {
  const words = typeWords(type);
  if (type === 'string') return t('Too small: expected {0} to have {1} characters', words, limit);
  if (type === 'array') return t('Too small: expected {0} to have {1} items', words, limit);
  return t('Too small: expected {0} to be {1}', words, limit);
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function typeWords(type: string): string {
  const words: Readonly<Record<string, string>> = {
    array: t('array'),
    boolean: t('boolean'),
    int: t('int'),
    null: t('null'),
    number: t('number'),
    object: t('object'),
    record: t('record'),
    string: t('string'),
    undefined: t('undefined'),
  };
  return words[type] ?? type;
}
