import type { Kind } from '../slip';
import { kinds as amounts } from './amounts';
import { kinds as bodyParts } from './bodyParts';
import { kinds as citationSyntax } from './citationSyntax';
import { kinds as citations } from './citations';
import { kinds as dates } from './dates';
import { kinds as decision } from './decision';
import { kinds as dependence } from './dependence';
import { kinds as doubled } from './doubled';
import { kinds as dropped } from './dropped';
import { kinds as evidence } from './evidence';
import { kinds as header } from './header';
import { kinds as identifiers } from './identifiers';
import { kinds as leftOvers } from './leftOvers';
import { kinds as pages } from './pages';
import { kinds as persons } from './persons';
import { kinds as reused } from './reused';
import { kinds as sides } from './sides';
import { kinds as spelling } from './spelling';

/** Every kind of slip, in the order of the table. */
export const kinds: readonly Kind[] = [
  ...decision,
  ...sides,
  ...bodyParts,
  ...reused,
  ...dependence,
  ...dates,
  ...header,
  ...persons,
  ...amounts,
  ...identifiers,
  ...citations,
  ...pages,
  ...citationSyntax,
  ...evidence,
  ...dropped,
  ...doubled,
  ...spelling,
  ...leftOvers,
];
