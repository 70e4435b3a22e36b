/** Of a very long message the end is what is asked. */
const mostPieces = 8

const asking =
  'who|whose|what|whats|where|wheres|why|how|when|which|did|do i|does|was i|was it|is it|is that|was that|are they|am i|is there|show|compare|tell me|give me|should i|can i|could i|could you|can you|would i|will (?:it|i|we|he|she|they|the)'

/** "Who set it, and when?" is one question. */
const tail =
  'what (?:caused|did|triggered) (?:it|that|this)|what(?: then| next| now)?|(?:is|was) (?:it|that|this) (?:also )?(?:the |a )?(?:best|fastest|quickest|highest|slowest|worst|lowest|most|record)(?: (?:one|lap|speed|time))?(?: (?:of|in|on|by) (?:all|any(?:one|body)|them all|the (?:whole |entire )?(?:race|field|day|lot|grid)|everyone))*|what (?:does|do|did) (?:it|that|this|they) mean|' +
  "why (?:do|does|did|can|is|are|was|were|should|would)(?:n't|nt| not)? (?:i|we|you|it|they)(?: just| not)?(?: [a-z]+)? (?:it|that|this|them)|" +
  "why (?:it|that) (?:was|is)(?: so)?|what (?:with|about|for|on)|(?:with|about|on|in|at) what|(?:what(?:'s| is| was) )?the reason(?: (?:for (?:each|that|it|each of them|them)|why|of it))?|why (?:each|not)|" +
  'how (?:does|did|do) (?:it|that|this|they) (?:compare|look|rank|stack up)(?: (?:to|with|against) [a-z ]+)?|where (?:does|did|do|am|is) (?:it|he|she|i|we|CAR) (?:los\\w+|gain\\w*|win|worse|better|slower|quicker|faster)(?: (?:it|out|time|to (?:it|him|her|me)))?|(?:who|which car|what car) (?:did|set|drove|made|managed|got|clocked|holds|held|was|had) (?:it|that|this)|(?:by whom|by who|which car|what car)|(?:in|with|at) (?:what|which) time|what happened(?: (?:on|in|to|with|during) (?:it|that|that lap|that one|there))?|why (?:was|is) (?:it|that)(?: so| that)? (?:slow|bad|poor)|what went wrong(?: (?:on|in|there|with)(?: (?:it|that|that lap|that one))?)?|(?:is|was|would) (?:it|that|this)(?: [a-z]+){0,5} (?:reachable|realistic|possible|doable|drivable|driveable|achievable|attainable|drive|driven|reach|reached|manage|match|do|achieve)(?: it| that)?|who|whose|when|where|why|how|what time|(?:when|where|how) (?:it|that) (?:was|happened)|on (?:what|which) lap (?:it|that) was|(?:what|which) laps?(?: numbers?)?(?: (?:were they|they were|was it))?|(?:what|which) (?:place|rank|position) (?:is|was) (?:that|it)|what was (?:between (?:them|the two)|the (?:gap|margin|difference)(?: between them)?)|how (?:tight|close|near) was it|did (?:he|she|it|they) (?:keep|hold|hang on to) it|which ones?|which (?:one )?(?:is|was) (?:my|his|her|the) (?:worst|weakest|slowest)(?: one)?|how far (?:apart )?(?:are|were) (?:they|the two|those)(?: apart)?|(?:how far|how much) (?:am|was|are|were) (?:i|we) (?:off|away from|short of) (?:it|that)|what (?:do|should|can|shall|could) (?:i|we) (?:tell|say to) (?:him|her|them|each(?: of them)?|that one)|(?:on |in )?(?:what|which) lap|where (?:on|in) (?:it|that|the lap|that lap|the track)|how long (?:did|was|does|were) (?:it|that|this|they|the stop)(?: take| last| go on)?(?: for)?|by how much|what (?:was|is) (?:it|that|(?:the|his|her|its|their) (?:time|lap|number))'

const joined = new RegExp(
  `(?:,| -|;)? (?:and|also|and also|plus|then|but) (?=(?:also |then |just |please )*(?:${asking})\\b)(?!(?:${tail})(?: (?:pls|please|plz|then|mate|thanks))*[?!. ]*$)`,
)

/** After a long story: "what I would like to know is whether …", "is there any way you can see …". */
const toThePoint = new RegExp(
  String.raw`(?<=^.{40,})(?:: (?=(?:${asking})\b)|(?:,| -|;)? (?:so |and |but |anyway,? )*(?=(?:what|all|the thing) (?:i|we)(?:'d| would|d)? ?(?:really )?(?:like|want|need|love|wanted) to (?:know|ask|find out|see|understand) (?:is|was)\b|(?:my|the) question is\b|is there (?:a|any|some) way (?:you|i|we|to)\b))`,
)

/** "Where did I finish, what was my top speed": a question may go on with another after a comma only. */
const isAsked = new RegExp(`^(?:${asking})\\b`)
const listed =
  /, (?=(?:what|how|who|where|when) (?:is|was|were|did|do|does|many|fast|far|won|had)\b)/

/** "Lap 15 shouldn't count, traffic. What then?" asks nothing more. */
const thenWhat =
  /(?<=.{12})[,.;!?]+ *(?:so |and |but )*(?:what then|then what|what now|what (?:does|would) (?:that|it) (?:do|change|make)|what changes)(?: then)?[?!. ]*$/

/**
 * Sentences of a message, each with its question mark; and the questions that an "and" joins. "who got me, and where did I
 * get 51 back?" is two here and one again where both turn out to be asked about the same.
 */
export function splitQuestions(said: string): string[] {
  const text = said.replace(thenWhat, '?')
  return withTags(
    text.split(/(?<=[?!;])\s+|(?<=[a-z0-9]{2}\.)\s+(?!(?:place|position|lap)\b)(?=[a-z])|\n+/),
  )
    .flatMap((sentence) => sentence.split(toThePoint))
    .flatMap((sentence) => sentence.split(joined))
    .flatMap((sentence) => (isAsked.test(sentence) ? sentence.split(listed) : sentence))
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece))
    .slice(-mostPieces)
}

/** "Traffic ruined it. Did it?", "I lost a place on lap 9. Who to?": asks what the sentence before it says. */
const tag =
  /^(?:(?:and |so )?(?:who|which car|what car) (?:was|is) (?:it|that|he|this(?: guy)?)|(?:to|by|from) who(?:m)?|who (?:to|by|from|did it)|(?:did|was|is|were|does|has|had|am|are) (?:it|that|i|he|she|they|we)|true|right|correct|really|yes or no|or not|(?:the |any )?(?:cause|reason|explanation|how come|why))[?!. ]*$/

function withTags(sentences: readonly string[]): string[] {
  const whole: string[] = []
  for (const sentence of sentences) {
    const last = whole.at(-1)
    if (last === undefined || !tag.test(sentence)) whole.push(sentence)
    else whole.splice(-1, 1, `${last.replace(/[?!.,; ]+$/, '')}, ${sentence}`)
  }
  return whole
}
