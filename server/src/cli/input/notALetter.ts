import type { Imported } from '../../core/import/importLetter';
import type { Setup } from '../../core/setup';
import { FileError } from '../errors';

/** Says that a file holds no letter of the profile, and what to do. */
export function notALetter({ betterProfile }: Imported, { profile }: Setup, path: string): FileError {
  const { id } = profile.profile;
  const advice =
    betterProfile === null
      ? 'Leave it out, or name the profile of its program with --profile or in letters.config.json.'
      : `It looks like one of the profile ${betterProfile}: name that with --profile or in letters.config.json.`;
  return new FileError(path, `Nothing in it reads like a letter of the profile ${id}. ${advice}`);
}
