/** The English words in which necessity is found, doubted, denied or reported. All in lower case. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(word => word !== ''));
}

export const NECESSARY = words(
  'necessary neccessary necesary neccesary necessery unnecessary unneccessary medicallynecessary',
);
/** What is said in place of "necessary", or along with it. */
export const MERIT = words(
  'appropriate inappropriate indicated warranted unwarranted reasonable unreasonable needed justified unjustified',
);
/** What is said of a request in place of a finding of necessity. */
export const WEAK = words(
  'supported unsupported recommended certified noncertified approved authorized authorised denied',
);
/** With a verb in the past, these tell what happened before the review. */
export const PAST_DECISIONS = words('certified noncertified approved authorized authorised denied recommended');
export const NEGATIVE_FORMS = words(
  'unnecessary unneccessary inappropriate unwarranted unreasonable unjustified unsupported denied noncertified',
);
export const MEDICALLY = words('medically clinically medical notmedically medicallynecessary');
export const NECESSITY = words('necessity neccessity necesity');

export const NEGATORS = words('not never cannot nor neither notmedically non without');
/** Their negation is cut off by the apostrophe: "isn" of "isn't". */
export const CONTRACTED = words('isn wasn aren weren doesn didn don can couldn won wouldn shouldn hasn haven hadn ain');
export const COPULAS = words(
  'is was are were be been being appears appear appeared seems seem remains remain remained',
);
export const AUXILIARIES = words('has have had do does did will would can could shall should may might must cannot');
/** Verbs that leave open whether it is so. */
export const OPEN_MODALS = words('may might can could must shall');
export const HALF_OPEN_MODALS = words('would should');

/** Between the verb and the adjective: "is determined to be", "cannot be deemed", "is not seen as". */
export const JUDGED = words(
  `determined considered deemed found felt seen judged viewed regarded thought believed held concluded adjudged ruled
   certified approved authorized authorised supported established shown demonstrated proven proved documented recognized
   recognised accepted substantiated classified characterized assessed as to become becomes became`,
);
export const ADVERBS = words(
  `currently presently clearly therefore thus hence consequently accordingly still also further now simply longer both
   either indeed certainly entirely fully wholly hereby additionally strictly truly otherwise again objectively
   reasonably any more at this time in all`,
);
/** Words that make a statement general, open or a matter of the past. */
export const HEDGES = words(
  `usually generally typically often rarely routinely normally ordinarily always frequently sometimes potentially
   possibly occasionally seldom only previously initially originally once automatically necessarily universally
   partially partly`,
);

/** A clause that begins so does not say that it is so. */
export const CONDITIONS = words(
  'if unless whether when whenever where wherever until how why what whatever once provided assuming than before lest',
);
/** Behind the adjective: the statement holds on a condition. */
export const CONDITIONS_BEHIND = words(
  'if unless when whenever only provided assuming once except where whether should',
);
export const REASONS = words('since because as given');
export const CONCESSIONS = words('although though while whereas albeit despite even');
/** "As" followed by one of these gives no reason. */
export const NO_REASON_AFTER_AS = words(
  'such noted stated per of a well mentioned above described documented discussed outlined indicated before always detailed',
);
export const CONCLUSIONS = words(
  'therefore thus hence consequently accordingly thereby ergo however nevertheless nonetheless conversely overall',
);
export const CLAUSE_STARTS = words('but so because since although though while whereas that which who yet');

/** Words that may follow the adjective without being what it describes. */
export const FOLLOWERS = words(
  `and or nor but at in for to as based given because since due per under according here on with without until by from
   during prior after before this that than when whenever if unless so while although though however therefore thus
   pending considering despite regarding concerning beyond upon today currently yet only provided assuming once except
   where whether should nor is are was were now again overall secondary either anymore per via through within outside of
   it he she they we i the a`,
);

export const SAYING = words(
  `state states stated stating say says said recommend recommends recommended indicate indicates indicated suggest suggests
   suggested consider considers considered note notes noted find finds found hold holds held opine opines opined argue
   argues argued believe believes believed feel feels felt claim claims claimed contend contends contended report reports
   reported conclude concludes concluded determine determines determined deem deems deemed decide decides decided deny
   denies denied noncertified advise advises advised maintain maintains maintained insist insists insisted write writes
   wrote explain explains explained assert asserts asserted require requires required specify specifies specified support
   supports think thinks thought document documents documented`,
);
/** Of a guideline or the like. */
export const GUIDES = words(
  `guideline guidelines literature study studies criteria criterion recommendation recommendations chapter index policy
   policies manual textbook author authors schedule handbook consensus statement label labeling fda journal article
   articles`,
);
/** People and bodies other than the reviewer. */
export const OTHERS = words(
  `utilization utilisation ur administrator adjuster insurer carrier payer payor plan denial provider providers physician
   physicians doctor doctors surgeon surgeons therapist patient patients worker claimant applicant employee attorney
   specialist chiropractor psychologist psychiatrist ame qme dr he she they his her appeal peer podiatrist
   acupuncturist dentist adviser advisor member husband wife certification noncertification`,
);
/** Of these, those who decided before. */
export const DECIDERS = words(
  'utilization utilisation ur administrator adjuster insurer carrier payer payor plan denial peer certification noncertification',
);
export const EARLIER = words('prior previous earlier past initial first original');
export const OWN = words('i we my our');
export const REQUEST = words('request requests requested question issue dispute disputed');

export const SUBJECT_NEGATORS = words('none no neither nothing nor');
/** In the clause of a positive finding they make it doubtful. */
export const DOUBTS = words('not no none neither nor never cannot nothing');

/** "Medical necessity has been …". */
export const ESTABLISHED = words(
  `established supported demonstrated substantiated documented met shown justified proven proved evident clear confirmed
   satisfied verified apparent validated corroborated present exists exist affirmed`,
);
/** With a negation they say that it is not so; without one they say nothing. */
export const ONLY_NEGATED = words('found determined ascertained');
export const NOT_ESTABLISHED = words(
  'lacking questionable unclear unsubstantiated unsupported absent undetermined unestablished missing unproven doubtful',
);
/** "… supports the medical necessity", with the verb's forms. */
export const ESTABLISHES = words(
  `support supports supported supporting establish establishes established establishing demonstrate demonstrates
   demonstrated demonstrating substantiate substantiates substantiated substantiating document documents documented
   documenting show shows showed shown showing justify justifies justified justifying prove proves proved proven proving
   meet meets met meeting satisfy satisfies satisfied satisfying confirm confirms confirmed confirming warrant warrants
   warranted corroborate corroborates corroborated verify verifies verified`,
);
/** Between such a verb and "medical necessity". */
export const BETWEEN_VERB_AND_NECESSITY = words(
  `the its his her their any a an of for continued ongoing current clear clinical criteria requirements requirement
   definition standard standards threshold burden this that such`,
);
/** They follow "medical necessity" and belong to it. */
export const NECESSITY_NOUNS = words('criteria criterion standard standards requirement requirements threshold');
/** What is spoken of is not the necessity. */
export const NOT_NECESSITY = words(
  'decision decisions determination determinations review reviews question dispute evaluation guideline guidelines letter',
);
export const LACKS = words(
  'lack lacks lacked lacking without absent absence insufficient inadequate unable fails failed fail',
);
export const ENOUGH = words('sufficient adequate enough sufficiently adequately');
export const FINDS = words(
  'deem deems deemed find finds found consider considers considered judge judges judged render renders rendering make makes making',
);
/** What makes a thing so is no one's opinion. */
export const RENDERS = words('render renders rendering make makes making');
/** The statement is about a part of what was requested. */
export const PARTS = words('only part portion some');
/** Those of whom a general statement is made. */
export const ANYONE = words('patients individuals those people persons cases adults workers children');
