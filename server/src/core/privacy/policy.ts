/**
 * What counts as identifying a person. `posted`: what published letters leave out; ages and dates stay. `safe-harbor`: the
 * identifiers of 45 CFR 164.514(b)(2), among them dates finer than a year and ages over 89.
 */
export const policies = ['posted', 'safe-harbor'] as const;
export type Policy = (typeof policies)[number];

/** Where nothing says otherwise. */
export const defaultPolicy: Policy = 'posted';
