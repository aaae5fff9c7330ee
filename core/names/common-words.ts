const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Names that are words as well: in small letters most are taken for the word. */
export const wordsToo: ReadonlySet<string> = list(`
  act amber angel april archer art ash august autumn bailey baker ball bank banks barber baron basil bay beach bell berg
  berry best bill bird black bliss block bloom blue bond book booth bowl bowman brand bridge bright brook brooks brown bruno
  buck bud burn burns bush butcher butler buy can candy card carpenter carter case cash chance chase cherry chip christian church
  clay clerk cliff close cloud coffee cook cooper cope core corn cotton court cox crew crisp cross crystal curry dale dash
  day dawn dean deer diamond dill dock dolly dollar door dove drew drill duke early earl east eden english eve even ever
  face fair faith farmer ferry field fields finch fine fish fisher flag flower flowers flynn ford forest forge foster fox
  frank free freeman french friend frost gale game garden gay gene ginger glass glen gold golden good grace grant gray
  green grey grove guard guy hale hall hand hardy harmony harper harry hart haven hay hazel heath heather heir held help
  hill holly home honor hood hope house howl hunt hunter ice iris iron ivory ivy jack jade jay jean jewel job joy june
  just keen key keys kind king kit kitty knight lake lamb lance land lane large law lawn lawyer leaf lee light lily link
  little lock locke long lord love loyal lucky lynch major man mark marks marsh marshal martin mason master may mead
  melody mercy merit mick miles mill miller mine mint miss moody moon moore more moss may mum new nick noble noon norm north
  note novel oak ocean olive opal page paige pain palmer park parker parks part pat patience paris peace peach pearl
  penny pepper pie pierce pike pine piper pitt place plant poet pollard pond poole pope port porter potter power powers
  pray precious price prince prior prudence pure queen quick rain raven ray read reed reeve reign rich ring rise river
  rivers rob robin rock rod roe roman root rose rosemary rowan royal ruby rule rush russell rusty sage sailor sally sand
  sandy savage school sharp shepherd shore short silver singer sky slate slim small smart smith snow spark speed spring
  stack star starr steel sterling stone stark storm strange street strong sue summer sunny swan swift sydney tailor tanner
  taylor temple terry thorn tiger tool tower town tripp trip troy true tucker turner underwood usher vale van vance victor
  victoria viola violet virginia wade walker wall ward waters way weaver webb weber well wells west wheeler white wild will
  wills winter wise wolf wood woods world worth wren wright young zen
  alt bach bauer braun ernst fein feld frei gross gut heute jung kaiser klein koch kurz lang licht neu richter roth sommer
  stein stern wald weiss winter wolf zorn rein recht reich fuchs hahn vogel engel herr kluge stark
  bon blanc brun chevalier grand jour mer noir petit roi rouge bravo cruz luna mar paz real rey rubio sol
`);

/** Of these, those that hardly anybody writes as a word in small letters: they are the name there too. */
export const hardlyWords: ReadonlySet<string> = list(`
  bailey basil berg bowman brooks bruno buck cooper cox dale dean dill dolly earl finch flynn ford freeman gale glen hale harper
  harry hart hazel heath heather holly ivy jay jean kitty lee lily locke lynch martin mick miller moore nick paige parker
  pitt pollard pope potter reeve roe rosemary rowan russell sally smith starr sydney taylor terry tripp troy tucker turner
  underwood vance victor victoria virginia wade walker weaver weber webb wheeler wren wright
  bach bauer engel ernst feld fuchs hahn kaiser kluge koch richter roth sommer stein vogel wald wolf zorn
  chevalier cruz rubio
`);

/** What stands in the place of a name or beside it and tells who somebody is by office: never a name on its own. */
export const officeWords: ReadonlySet<string> = list(`
  a al an and at der die das de del della den di do dos du el la le les of or the to und van von vom zu zum bin ibn ben
  bint abu dr prof mr mrs ms mx sir dame herr frau dipl ing phd jr sr ii iii
  acting advisor adviser analyst assistant audit auditor auditors auditing compliance control risk backup board call ceo cfo chief cio ciso coo counsel cso cto deputy desk
  devops director duty engineer evaluator exec executive external facilitator finance fin general group head hr ic incident
  commander it internal it-security lead leader legal manager managing mgr n/a nobody none office officer on on-call ops
  operations oncall owner person platform president pr press privacy product responder role scribe sec secretary security senior
  shift soc specialist sponsor staff support system systems tba tbd team tech technical unknown vice vp
  communications comms communication dpo
`);

/** Small words inside a name. */
export const wordsOfNames: ReadonlySet<string> = list(
  'van von vom der den de del della di da dos du la le al el bin ibn ben bint zu zum',
);

/** Set before a name and gone with it. */
export const titleBefore = /(?:\b(?:mr|mrs|ms|mx|dr|prof|herrn?|frau|mme|sig|sra?)\b\.?\s+)+$/iu;

/** Beside a number they are a date. */
export const monthWords: ReadonlySet<string> = list(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec
  januar februar marz mai juni juli oktober dezember
`);
