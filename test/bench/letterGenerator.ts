/** Letters for measuring, all different for different seeds; every word of them is ours. */

const parts = [
  'left knee',
  'right shoulder',
  'lumbar spine',
  'cervical spine',
  'left wrist',
  'right ankle',
  'left elbow',
  'thoracic spine',
];
const chapters: Record<string, string> = {
  'left knee': 'Knee Complaints 2004',
  'right shoulder': 'Shoulder Complaints 2004',
  'lumbar spine': 'Low Back Complaints 2004',
  'cervical spine': 'Neck and Upper Back Complaints 2004',
  'left wrist': 'Forearm, Wrist, and Hand Complaints 2004',
  'right ankle': 'Ankle and Foot Complaints 2004',
  'left elbow': 'Elbow Complaints 2007',
  'thoracic spine': 'Neck and Upper Back Complaints 2004',
};
const services = [
  'MRI of the',
  'X-ray of the',
  'Physical therapy, six visits, for the',
  'Injection of the',
  'Brace for the',
  'Ultrasound of the',
];
const openers = [
  'The record shows',
  'The treating physician reports',
  'On examination there was',
  'The worker describes',
  'The request is supported by',
];
const findings = [
  'swelling',
  'tenderness',
  'full strength',
  'a normal gait',
  'reduced motion',
  'intact sensation',
  'pain rated 5 of 10',
  'a negative stress test',
  'numbness at night',
  'some relief with rest',
];
const tails = [
  'after the fall at work',
  'since the first visit',
  'in the report of 09/12/2016',
  'despite home exercise',
  'without any red flag',
  'on both visits',
  'at the end of the shift',
  'when climbing stairs',
];

/** A small generator of numbers, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A letter of about `size` characters. */
export function generateLetter(size: number, seed = 1): string {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const sentence = () =>
    `${pick(openers)} ${pick(findings)} and ${pick(findings)} ${pick(tails)}, note ${Math.floor(next() * 1e6)}.`;
  const paragraph = (length: number) => {
    let text = sentence();
    while (text.length < length) text += ` ${sentence()}`;
    return wrap(text);
  };
  const head = [
    `Case Number: CM16-${String(Math.floor(next() * 1e7)).padStart(7, '0')}`,
    'Date of Injury: 03/14/2016',
    'UR Denial Date: 10/03/2016',
    'Application Received: 10/11/2016',
    'Date Assigned: 10/18/2016',
    'Decision Date: 11/14/2016',
    'Priority: Standard',
    '',
    '# HOW THE IMR FINAL DETERMINATION WAS MADE',
    '',
    'The Expert Reviewer has the following credentials:',
    'State(s) of Licensure: California',
    'Certification(s)/Specialty: Family Practice',
    '',
    '# CLINICAL CASE SUMMARY',
    '',
    paragraph(Math.min(1800, size / 4)),
    '',
    '# IMR ISSUES, DECISIONS AND RATIONALES',
    '',
  ].join('\n');
  const items: string[] = [];
  let length = head.length;
  for (let number = 1; items.length === 0 || length < size; number++) {
    const part = pick(parts);
    const upheld = next() < 0.9;
    const item = [
      `## ${pick(services)} ${part}, request ${number}: ${upheld ? 'Upheld' : 'Overturned'}`,
      '',
      `Claims Administrator guideline: Decision based on MTUS ${chapters[part]}${next() < 0.75 ? ', Section(s): Special Studies' : ''}.`,
      '',
      `MAXIMUS guideline: Decision based on MTUS ${chapters[part]}, Section(s): Special Studies.`,
      '',
      `Decision rationale: ${paragraph(900)}`,
      `As such, the request is ${upheld ? 'not ' : ''}medically necessary.`,
      '',
      '',
    ].join('\n');
    items.push(item);
    length += item.length;
  }
  return head + items.join('');
}

function wrap(text: string): string {
  return text.replace(/(.{80,95}?) /g, '$1\n');
}
