import type { Part } from '../language/tree';
import type { CompiledProfile } from '../profile/compiled';

/**
 * Works something out of each part once, and again only where the part or the profile is another one: how a rule of
 * scope `letter`, which runs after every edit, may read text without reading the whole letter each time.
 */
export function perPart<P extends Part, T>(
  compute: (part: P, profile: CompiledProfile) => T,
): (part: P, profile: CompiledProfile) => T {
  const known = new WeakMap<P, { readonly profile: CompiledProfile; readonly value: T }>();
  return (part, profile) => {
    const kept = known.get(part);
    if (kept?.profile === profile) return kept.value;
    const value = compute(part, profile);
    known.set(part, { profile, value });
    return value;
  };
}
