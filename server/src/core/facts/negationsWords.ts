/** The words that deny, and those at which a denial ends; plain English of records, no word of one program. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Nouns for what a record says: "no documentation of". */
export const recordNouns = words(
  'documentation documentations evidence indication mention record records notation proof',
);
/** Where these stand before a verb that is denied, the records are its subject. */
export const recordSubjects = words(
  'record records report reports note notes documentation chart file provider physician examination exam evaluation request submission information evidence document documents history practitioner',
);
export const guidelineSubjects = words('guideline guidelines schedule literature study studies chapter criteria');
export const persons = words('patient worker he she claimant applicant who they employee member iw');

/** Between a denial and its noun of record: "no clear objective documentation". */
export const recordAdjectives = words(
  'clear clinical objective significant recent specific adequate sufficient further any the real substantial compelling documented supporting current submitted quantifiable medical other additional actual physical subjective corroborating convincing credible direct good such formal explicit written prior quantified red clearly',
);
/** Between a noun of record and what joins its object: "no mention is made in the report of". */
export const recordFillers = words(
  'is was were are has have been made provided submitted available present found given within in the these this his her their medical clinical records record reports report notes note chart file anywhere documentation reviewed included contained furnished received supplied for review or and',
);
export const recordJoiners = words(
  'of regarding regard that indicating noting showing suggesting concerning about demonstrating describing supporting reflecting confirming stating detailing documenting',
);
/** Behind a noun of record these say what it was wanted for: "no evidence to support". */
export const recordPurposes = words('based for in to as such with from on by');
/** Verbs of a record, denied: "the report does not document". */
export const recordVerbs = words('document mention indicate');
/** The same, where their subject has to be a record. */
export const reportVerbs = words(
  'note report show provide demonstrate describe contain include reveal specify reflect identify substantiate establish state list detail give record discuss',
);
/** "has not been documented". */
export const recordParticiples = words('documented recorded mentioned described specified substantiated discussed');
/** "physical therapy was not completed": what did not take place is the subject. */
export const participles = words(
  'performed done completed provided tried attempted obtained taken authorized authorised approved certified started begun initiated received given undertaken attended administered scheduled trialed utilized used noted reported seen found observed demonstrated identified appreciated',
);
export const auxiliaries = words(
  'is was were are be been being has have had does do did can could will would should may',
);

/** What is denied is the outcome, not what it was tried with: "did not respond to physical therapy". */
export const outcomeVerbs = words(
  'respond responded respond help helped improve improved relieve relieved benefit benefited benefitted tolerate tolerated resolve resolved work worked alleviate alleviated control controlled change changed better effective helpful successful beneficial increase increased decrease decreased reduce reduced experience',
);
/** "no longer takes", "no more than", "not only": nothing is denied. */
export const notDenied = words(
  'longer more less only just limited necessarily doubt matter uncommon unreasonable later other',
);

/** Ends of a clause. */
export const clauseWords = words(
  'but however although though except whereas because despite which nevertheless nonetheless aside besides unless while',
);
/** At these a plain denial ends: "no relief with medication". */
export const outsideWords = words(
  'with from after following during to at by since until due as when where if that who on before upon despite via per',
);
/** Behind "and" these begin something new. */
export const clauseVerbs = words(
  'he she they it there this was were has had is are underwent received reported reports complained continues remains takes uses completed attended showed shows demonstrated revealed presented',
);
export const newSubjects = words('he she they there it');
/** "that would support", "to warrant": why the record was looked for, not what. */
export const purposeVerbs = words(
  'support supports warrant warrants justify justifies necessitate substantiate would could require',
);
/** "treated with" takes its object along. */
export const treatmentWords = words('treated treatment treatments managed management therapy trial trials');
export const deniers = words('denies denied denying deny');
