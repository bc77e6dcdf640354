import data from '../../../data/built-in/profiles.json';
import type { Profile } from './schema';

/** The profiles that come with the product, validated when they were generated; the first is the default. */
export const builtInProfiles = data as readonly Profile[];
