import type { CompiledProfile } from '../../profile/compiled';

const labels = new WeakMap<CompiledProfile, RegExp | null>();

/** Finds the words that stand before numbers of the program's records; null where it names none. */
export function recordLabels(profile: CompiledProfile): RegExp | null {
  let expression = labels.get(profile);
  if (expression === undefined) {
    const words = profile.profile.privacy?.recordNumbers ?? [];
    const literals = words.map(word => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
    expression = words.length > 0 ? new RegExp(`(?<![\\w-])(?:${literals.join('|')})(?![A-Za-z])`, 'g') : null;
    labels.set(profile, expression);
  }
  return expression;
}

/** Whether a number has the form of the program's own case numbers, which letters are known by. */
export function isCaseNumber(value: string, profile: CompiledProfile): boolean {
  const form = profile.profile.header.caseNumber;
  if (form === '' || form.length !== value.length) return false;
  return [...form].every((c, i) => (c === '#' ? /\d/.test(value.charAt(i)) : c === value.charAt(i)));
}
