import { builtInCatalogue } from '../../server/src/core/catalogue/builtIn';
import { builtInProfiles } from '../../server/src/core/profile/builtIn';
import type { Profile } from '../../server/src/core/profile/schema';
import { createSetup, type RuleSetting, type Setup } from '../../server/src/core/setup';
import { builtInVocabulary } from '../../server/src/core/vocabulary/builtIn';

export function profileNamed(id: string): Profile {
  const profile = builtInProfiles.find(p => p.id === id);
  if (!profile) throw new Error(`There is no built-in profile ${id}`);
  return profile;
}

/** A setup as the product makes it where nothing is configured, but for the settings given. */
export function testSetup(rules: Record<string, RuleSetting> = {}, profileId = 'ca-imr'): Setup {
  const profile = profileNamed(profileId);
  return createSetup({
    profile,
    catalogue: builtInCatalogue(profile.catalogues),
    vocabulary: builtInVocabulary(),
    rules,
  });
}
