/** What an editor shows in the text of a letter beside the text itself; each can be switched off. */
export interface Display {
  readonly inlayHints: {
    readonly citedPages: boolean;
    readonly daysSinceInjury: boolean;
    readonly supersededEditions: boolean;
  };
  readonly codeLenses: { readonly completeness: boolean; readonly citations: boolean; readonly preview: boolean };
}

type Choices<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** What is set of it in one place. */
export type DisplaySettings = { readonly [G in keyof Display]?: Choices<Display[G]> | undefined };

export const defaultDisplay: Display = {
  inlayHints: { citedPages: true, daysSinceInjury: true, supersededEditions: true },
  codeLenses: { completeness: true, citations: true, preview: true },
};

/** The settings over what counts without them, given weakest first. */
export function mergeDisplay(settings: readonly DisplaySettings[]): Display {
  return settings.reduce<Display>(
    (below, above) => ({
      inlayHints: overlaid(below.inlayHints, above.inlayHints),
      codeLenses: overlaid(below.codeLenses, above.codeLenses),
    }),
    defaultDisplay,
  );
}

function overlaid<T extends object>(below: T, above: Choices<T> = {}): T {
  const set = Object.entries(above).filter(([, value]) => value !== undefined);
  return { ...below, ...Object.fromEntries(set) };
}

export function isSameDisplay(a: Display, b: Display): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
