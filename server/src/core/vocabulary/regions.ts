import { compiled } from './compiled';
import type { TermMatch } from './matcher';
import { ancestorsOf } from './problems';
import type { Vocabulary } from './schema';

/** True if the part is the other one, or a part of it: a thumb is within the upper extremity. False for unknown ids. */
export function isWithin(vocabulary: Vocabulary, partId: string, ancestorId: string): boolean {
  return compiled(vocabulary).within().get(partId)?.has(ancestorId) ?? false;
}

/** True if the parts are the same, or one contains the other. Two fingers of one hand are not related. */
export function related(vocabulary: Vocabulary, a: string, b: string): boolean {
  return isWithin(vocabulary, a, b) || isWithin(vocabulary, b, a);
}

/**
 * True if the parts are related, or stand so close together that one name is used for the other: hand and wrist, hip and
 * pelvis. Parts of a whole limb do not, nor do stretches of the spine.
 */
export function isNear(vocabulary: Vocabulary, a: string, b: string): boolean {
  if (related(vocabulary, a, b)) return true;
  const index = compiled(vocabulary);
  const parts = index.bodyPartById();
  const one = parts.get(a);
  const other = parts.get(b);
  if (!one || !other || one.levels || other.levels) return false;
  const above = index.within().get(b);
  return [...(one.parent === undefined ? [] : [one.parent]), ...(one.also ?? [])].some(
    id => above?.has(id) && !parts.get(id)?.nerves && !parts.get(id)?.unpaired,
  );
}

/**
 * True if what is said of one part can bear on the other: they are near, or one is a whole limb and the other where its
 * nerves come from.
 */
export function bearsOn(vocabulary: Vocabulary, a: string, b: string): boolean {
  const parts = compiled(vocabulary).bodyPartById();
  const isSourceOf = (source: string, limb: string) =>
    parts.get(limb)?.nerves?.some(id => related(vocabulary, id, source)) ?? false;
  return isNear(vocabulary, a, b) || isSourceOf(a, b) || isSourceOf(b, a);
}

/** The sides that a side stands for: both for "bilateral"; itself where it stands for no others. */
export function sidesMeant({ sides }: Vocabulary, id: string): readonly string[] {
  return sides.find(side => side.id === id)?.covers ?? [id];
}

/**
 * Ids of the body parts that the matches name or imply, each once, in order of appearance. What a service implies counts
 * only where no part of it is named: a lumbar epidural injection is about the low back, not the spine.
 */
export function bodyPartsOf(vocabulary: Vocabulary, matches: readonly TermMatch[]): string[] {
  const services = compiled(vocabulary).serviceById();
  const named = matches.filter(({ kind }) => kind === 'bodyPart').map(({ id }) => id);
  const isNamed = (region: string) => named.some(id => isWithin(vocabulary, id, region));
  const ids = new Set<string>();
  for (const { kind, id } of matches) {
    const region = kind === 'service' ? services.get(id)?.region : undefined;
    if (kind === 'bodyPart') ids.add(id);
    else if (region !== undefined && !isNamed(region)) ids.add(region);
  }
  return [...ids];
}

/**
 * True if what the matches name can be about the body part: it is related to one that they name or imply; or it is where
 * nerves come from, namely those of a whole limb ("leg"), or of any part where a service is about nerves (a nerve
 * conduction study of the wrist can be about the neck); or a service can be about it whatever part it is for. False where
 * the matches name no body part.
 */
export function canBeAbout(vocabulary: Vocabulary, matches: readonly TermMatch[], partId: string): boolean {
  const index = compiled(vocabulary);
  const named = bodyPartsOf(vocabulary, matches);
  const services = matches.flatMap(({ kind, id }) => (kind === 'service' ? (index.serviceById().get(id) ?? []) : []));
  const isOfNerves = services.some(service => index.serviceClassById().get(service.class)?.ofNerves === true);
  const about = named.length > 0 ? services.flatMap(service => service.about ?? []) : [];
  if ([...named, ...about].some(part => related(vocabulary, part, partId))) return true;
  return named.some(part => {
    const limbs = isOfNerves ? [...(index.within().get(part) ?? [])] : [part];
    const sources = limbs.flatMap(limb => index.bodyPartById().get(limb)?.nerves ?? []);
    return sources.some(source => related(vocabulary, source, partId));
  });
}

/** Ids of the classes of the drugs matched, of the classes matched, and of all classes above these. */
export function drugClassesOf(vocabulary: Vocabulary, matches: readonly Pick<TermMatch, 'kind' | 'id'>[]): Set<string> {
  const drugs = compiled(vocabulary).drugById();
  const drugClasses = compiled(vocabulary).drugClassById();
  const ids = new Set<string>();
  for (const { kind, id } of matches) {
    const classes = kind === 'drugClass' ? [id] : kind === 'drug' ? (drugs.get(id)?.classes ?? []) : [];
    for (const one of classes) {
      ids.add(one);
      for (const above of ancestorsOf(drugClasses, one)) ids.add(above);
    }
  }
  return ids;
}
