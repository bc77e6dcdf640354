import type { Profile } from '../profile/schema';
import type { House } from './printed';

/** How the house's letters look; the profile's organisation is its name where the house gives no other one. */
export function houseOf({ house, organisation }: Profile): House {
  const { letterhead, table, page, margins, font, size } = house;
  return { organisation: house.organisation ?? organisation, letterhead, table, page, margins, font, size };
}
