/** A letter without a slip, and pieces of it to break. */
export const goodItem = `## Physical therapy for the neck, 6 visits: Upheld

Claims Administrator guideline: Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s): Physical Methods.

MAXIMUS guideline: Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s): Physical Methods.

Decision rationale: The worker had 18 visits of physical therapy for the neck, and no record shows what they changed. The guideline supports a short course that turns into exercises at home. Therefore, the request for physical therapy for the neck, 6 visits, is not medically necessary.
`;

export const goodLetter = `Case Number: CM16-0000042
Date of Injury: 03/14/2016
UR Denial Date: 10/03/2016
Application Received: 10/11/2016
Date Assigned: 10/18/2016
Decision Date: 11/08/2016
Priority: Standard

# HOW THE IMR FINAL DETERMINATION WAS MADE

The reviewing physician works in active practice and has no tie to any party.

State(s) of Licensure: California
Certification(s)/Specialty: Family Practice

# CLINICAL CASE SUMMARY

The injured worker is a 47-year-old man who hurt his neck on 03/14/2016. On 10/03/2016, utilization review denied physical therapy for the neck.

# IMR ISSUES, DECISIONS AND RATIONALES

${goodItem}`;

/** The item's decision is missing. */
export const undecided = goodLetter.replace('6 visits: Upheld', '6 visits');

/** A comma before the decision: a slip that is safe to fix. */
export const stray = goodLetter.replace('6 visits: Upheld', '6 visits,: Upheld');
