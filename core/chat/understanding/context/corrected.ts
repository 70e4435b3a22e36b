const taken = '(?:no,? wait|no,? sorry|sorry|wait|i mean|i meant|make that|correction|or rather)'
const pattern = new RegExp(
  `\\b(?<noun>(?:car|number|no\\.|lap|race|section|turn) )\\d{1,3}\\b(?<between>[^?]{0,60}?)[ ,-]+(?:no,? )?${taken}[ ,-]+\\k<noun>(?<meant>\\d{1,3})\\b`,
  'g',
)

/** "Not 22, 23" and "lap 9, not 8": what is said not to be meant. */
const denied =
  /\bnot (?:the )?(?:(?:car|lap|race|section|turn) |#)?\d{1,3},? (?:but |i meant? )?(?=(?:(?:car|lap|race|section|turn) |#)?\d)|,? (?:and )?not (?:(?:car|lap|race|section|turn) |#)?\d{1,3}(?=[?!. ]*$)/g

/** "Lap 9 was ruined, leave it out of my average": said as a filter is. */
const leftOut =
  /\b(?:leave|leaving|take|taking|cut|throw|drop|kick|get) (?:it|that|this|that one|this one|that lap|this lap|those|them|these|those laps|these laps|those ones) (?:back )?out(?: (?:of|from|for) (?<of>(?:my |the )?\w+))?(?=$|[ ?!.,])/g

/** "Sorry, I mean 93": says no figure. */
/** "No, in race 1 i mean": what stands before it is meant. */
const meantSo = /(?<=\w),? (?:(?:is what )?i (?:mean|meant)|was what i meant)[?!. ]*$/

const meant = /\b(?:i|we) (?:mean|meant)(?: to say)?,? (?=(?:(?:car|number) |#)?\d{1,3}\b)/g

/** "Lap 12 n 13", "top speed n who was quicker": as thumbs write it. */
const thumbed = /(?<=[\w,] )(?:n|nd|&)(?= \w)/g

const owned =
  '(?:best|fastest|quickest|worst|slowest|average|avg|mean|median|ideal|theoretical|top speed|typical|opening|last|pit|result|results|race|races|saturday|sunday|weekend|season|weakest|strongest|strengths|sections?|sectors?|consistency|steadiness|trend)'
/** "31s Saturday", "55s best sector": car 31's, no seconds. */
const ofCar = new RegExp(
  `(?<![\\w#.:,'+-]|\\b(?:a|an|by|within|in|lost|loses?|over|under|below|off|gained|than|car|cars|number|another|extra) )(?<car>\\d{1,3})s(?= ${owned}\\b| (?:and|or|vs|versus|with|to|against|&) \\d{1,3}s ${owned}\\b)`,
  'g',
)

const doubted =
  /\b(?<noun>lap) (?<taken>\d{1,3}),? (?:or|no|hm+)(?:,? (?:was|is|maybe|perhaps|possibly))(?: it)?(?: maybe)? (?:lap )?(?<other>\d{1,3})\b/

/** "Lap 6, or was it 7?": one is taken, and the other one offered. */
export type Doubt = { readonly taken: number; readonly other: number }

export function doubtIn(text: string): Doubt | undefined {
  const { taken: said, other } = doubted.exec(text)?.groups ?? {}
  return said === undefined || other === undefined
    ? undefined
    : { taken: Number(said), other: Number(other) }
}

/** "What bugs me is, how far off …": the question comes after it. */
const lead =
  /\b(?:what|all|the (?:only )?thing|my question|the question)(?: that)?(?: (?:i(?:'d| would)?(?: really| just)*(?: like| want(?:ed)?| need)? (?:to )?(?:know|ask|understand|see|find out)?|\w+s me))?(?: here| now| really| today)? (?:is|was)(?: this)?[,: -]+(?=(?:how|what|where|why|who|whose|which|when|did|do|does|was|is|am|can|could)\b)/

/** As thumbs write it. */
const texted: Readonly<Record<string, string>> = {
  u: 'you',
  r: 'are',
  ur: 'your',
  y: 'why',
  wat: 'what',
  wot: 'what',
  wen: 'when',
  cuz: 'because',
  coz: 'because',
  tmrw: 'tomorrow',
  tmr: 'tomorrow',
}

/** "Number 18 at Sebring - no wait, number 21": what was taken back is not said. */
export function corrected(text: string): string {
  return (
    text
      .replaceAll(pattern, '$<noun>$<meant>$<between>')
      .replace(doubted, '$<noun> $<taken>')
      .replaceAll(denied, '')
      .replace(meantSo, '')
      .replaceAll(meant, '')
      .replaceAll(
        /(?<=\b(?:to|could|must|can|should|do|i|he|she|we|they) )practi[cs]e\b(?! (?:session|time|lap|run))/g,
        'work on',
      )
      .replaceAll(leftOut, '$<of> leaving out that')
      .replaceAll(/\bleaving out that(?= (?!lap\b|one\b)[a-z])/g, 'leaving out that,')
      .replaceAll(thumbed, 'and')
      .replaceAll(ofCar, "car $<car>'s")
      .replace(lead, '')
      .replace(/^dear (?:\w+ ){0,2}\w+, /, '')
      .replace(/\b(?:would|could) you be so kind(?: as)? to tell (?:me|us)\b/, 'tell me')
      .replaceAll(/\bw\/(?:o|out)\b ?/g, 'without ')
      .replaceAll(/\bw\/ ?(?=\w)/g, 'with ')
      .replaceAll(/\b(?:excl|ex)\b\.? (?=laps? )/g, 'excluding ')
      .replaceAll(/\bb4\b/g, 'before')
      .replaceAll(/\b(up to|until) and including\b/g, 'up to')
      // "And the 47s?"
      .replace(/\b(?:the|car|number) (\d{1,3})s(?=[?!. ]*$)/, 'car $1')
      // "A 2:26 flat" says nothing of the throttle.
      .replaceAll(/(\b\d:\d\d) (?:flat|dead)\b/g, '$1.0')
      .replaceAll(
        /\b(?:u|r|ur|y|wat|wot|wen|cuz|coz|tmrw|tmr)\b(?! ?\d|['.])/g,
        (word) => texted[word] ?? word,
      )
  )
}
