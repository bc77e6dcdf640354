/** A letter of our own words, and what is made of it: pieces are replaced, each must be there. */
export const physicalTherapy = `## Physical therapy for the left knee, 12 visits: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Physical Methods.

MAXIMUS guideline: Decision based on MTUS Knee Complaints, page(s) 337-338.

Decision rationale: The worker finished 18 visits for the left knee on 08/02/2016, and no note says what they changed. Exercises at home can go on from there. Therefore, the request for physical therapy for the left knee, 12 visits, is not medically necessary.
`;

export const naproxen = `## Naproxen 500 mg #60: Overturned

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs (non-steroidal anti-inflammatory drugs).

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): NSAIDs (non-steroidal anti-inflammatory drugs).

Decision rationale: Naproxen 500 mg brought the pain from 7 to 3 of 10, and the stomach bears it well. The request for naproxen 500 mg #60 is medically necessary.
`;

export const imaging = `## MRI of the lumbar spine: Upheld

Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.

MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.

Decision rationale: No sign of a pressed nerve was found on examination, and nothing has changed since the films of spring. The request for an MRI of the lumbar spine is not medically necessary.
`;

const frame = `Case Number: CM16-0000077
Date of Injury: 03/14/2016
UR Denial Date: 10/03/2016
Application Received: 10/11/2016
Date Assigned: 10/18/2016
Decision Date: 11/08/2016
Priority: Standard

# HOW THE IMR FINAL DETERMINATION WAS MADE

The reviewer works in active practice and has no tie to any party.

State(s) of Licensure: California, Ohio
Certification(s)/Specialty: Family Practice

# CLINICAL CASE SUMMARY

The injured worker is a 47-year-old man who hurt the left knee and the low back on 03/14/2016. He takes naproxen 500 mg.

# IMR ISSUES, DECISIONS AND RATIONALES

The decisions follow.

`;

export function letterOf(...items: readonly string[]): string {
  return `${frame}${items.join('\n')}`;
}

export const letter = letterOf(physicalTherapy, naproxen, imaging);

export function replaced(text: string, ...replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((so, [from, to]) => {
    if (!so.includes(from)) throw new Error(`The letter does not say ${from}`);
    return so.replace(from, () => to);
  }, text);
}
