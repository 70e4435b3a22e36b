import { answeredBy } from './intents/by-figure.ts'
import type { Mention } from './entities/mention.ts'
import { followUpOf } from './context/follow-up.ts'
import { intentOfWanted } from './intents/wanted-intent.ts'
import type { Reading } from './entities/reading.ts'
import { splitQuestions } from './split-questions.ts'

/** One question of a message, with what the sentence around it says of it besides. */
export type Piece = {
  readonly text: string
  readonly shared: readonly Mention[]
  /** The intent, where it is one of several figures asked for in one breath. */
  readonly intent?: string
  /** It is asked how that is known. */
  readonly isDoubted?: boolean
}

/** These words make one question of two figures. */
const oneQuestion =
  /\b(?:results?|between|differen\w*|compar\w*|apart|versus|vs|than|who|whose|which|explain|sections?|sectors?|corners?|field|everyone|all cars)\b|\bmeans?[?!. ]*$/

type Read = (text: string) => Reading

/** The questions of a message: its sentences, those that "and" joins, and figures asked for in a list. */
export function piecesOf(text: string, read: Read): Piece[] {
  return withNames(splitQuestions(text), read).flatMap((sentence) => {
    const claim = claimIn(sentence)
    if (claim !== undefined) return claim
    const both = bothEnds(sentence)
    if (both.length > 1) return both
    const figures = figuresOf(sentence, read)
    if (figures.length > 1) return figures
    return {
      text: sentence,
      shared: [],
      ...(isIntroduction(sentence, read) && { intent: 'set-car' }),
    }
  })
}

const ends: readonly (readonly [RegExp, string])[] = [
  [/\bstrengths?\b|\bstrong(?:est)? (?:points?|sides?|spots?|sections?|sectors?)?\b/, 'strengths'],
  [/\bweak(?:ness(?:es)?|est)?\b/, 'where-time'],
]

/** "Which section is my best, and which is my worst?" */
const ofSections =
  /(?=.*\bmy\b)(?=.*\b(?:best|strongest)\b)(?=.*\b(?:worst|weakest)\b).*\b(?:section|sector)\b(?! \d)/
const sides: typeof ends = [
  [/\b(?:best|strongest)\b/, 'strengths'],
  [/\b(?:worst|weakest)\b/, 'where-time'],
]

/** "What are my strengths and weaknesses?": one question each, in that order. */
function bothEnds(sentence: string): Piece[] {
  if (/\b(?:than|between|versus|vs)\b/.test(sentence)) return []
  return (ofSections.test(sentence) ? sides : ends)
    .map(([words, intent]) => ({ at: sentence.search(words), intent }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
    .map(({ intent }) => ({ text: sentence, shared: [], intent }))
}

/** "My daughter drives the 113." says whose question it is, and asks nothing. */
function isIntroduction(sentence: string, read: Read): boolean {
  const { text, mentions } = read(sentence)
  return (
    mentions.some(({ type }) => type === 'own-car') &&
    text.split(' ').length <= mostWordsOfIntroduction &&
    !/\?|\b(?:how|what|where|who|whose|why|when|which|did|does|do|was|has|can|could|should|tell|show|give|compare|vs|best|fastest|lap|laps|time|pace|race|RACE|LAP|SECTION|CORNER)\b/.test(
      text,
    )
  )
}

const mostWordsOfIntroduction = 7

const howKnown =
  /^(?:and |so |but |ok |hey )*(?:how (?:do|can|did|could) (?:you|u)(?: even| really)? (?:know|tell|say|claim)|why do you (?:say|think|claim)|what makes you (?:say|think)|are you (?:sure|certain)|how sure are you|who says|says who|prove|where do you see)(?: to me)?(?: that)?,? (?=(?:i|we|my|our|car|number|#?\d{1,3}|the (?:\d{1,3}|winner|leader|composite))\b.*\b(?:was|were|is|am|are|did|had|has|lost|lose|loses|finished|came|drove|gained|won|led|set|passed|got)\b)/

/** "I was 12th": asks for the place anew. */
const placed =
  /^(i|we|my car|car \d+|the \d+) (?:was|were|am|is|are|finished|came|ended up) (?:in )?(?:p ?\d{1,2}|\d{1,2}(?:st|nd|rd|th)(?: place)?)\b/

/** "How do you know that 31 was 12th on pace?": what is said to be so is looked up again. */
function claimIn(sentence: string): Piece | undefined {
  const claim = sentence.replace(howKnown, '')
  if (claim === sentence) return undefined
  const named = claim.replace(/^(?=\d)/, 'car ')
  const isOfPlace = placed.test(named)
  const isOfPace = /\bpace\b/.test(named)
  const text = named
    .replace(placed, isOfPace ? 'how was the pace of $1' : 'where did $1 finish')
    .replace(/^(i|we|car \d+) (was|were|am|did) /, '$2 $1 ')
  const isOfResult = isOfPlace && /\bfinish(?:[?!. ]*$| (?:in|at|on)\b)/.test(text)
  const intent = !isOfPlace ? undefined : isOfPace ? 'pace' : isOfResult ? 'position' : undefined
  return { text, shared: [], isDoubted: true, ...(intent !== undefined && { intent }) }
}

const ofPlace = new Set<Mention['type']>(['track', 'race', 'race-day', 'race-date'])

/** "Was it close at the end? First to tenth, Sonoma race 2": where nothing else says where, what comes later does. */
export function withPlaceNamedLater(pieces: readonly Piece[], read: Read): readonly Piece[] {
  const places = pieces.map(({ text }) =>
    read(text).mentions.filter(({ type }) => ofPlace.has(type)),
  )
  const at = places.findIndex((mentions) => mentions.some(({ type }) => type === 'track'))
  const place = places[at]
  if (place === undefined || at === 0) return pieces
  return pieces.map((piece, index) =>
    index < at && places[index]?.length === 0
      ? { ...piece, shared: [...piece.shared, ...place] }
      : piece,
  )
}

/** "Barber, Saturday. Best lap?", "did I improve? car 72": names alone belong to the question beside them. */
function withNames(sentences: readonly string[], read: Read): string[] {
  if (sentences.length < 2) return [...sentences]
  const joined: string[] = []
  let before = ''
  for (const sentence of sentences) {
    const last = joined.at(-1)
    if (!isNamesOnly(sentence, read)) {
      joined.push(`${before}${sentence}`)
      before = ''
    } else if (last === undefined || !last.endsWith('?')) before += `${bare(sentence)}, `
    else joined.splice(-1, 1, `${bare(last)}, ${bare(sentence)}?`)
  }
  return before === '' ? joined : [...joined, bare(before)]
}

function isNamesOnly(said: string, read: Read): boolean {
  // "It's Sebring race 1."
  const sentence = said.replace(
    /^(?:it'?s|it (?:is|was)|that'?s|that (?:is|was)|this (?:is|was)|i mean|talking about|we(?:'re| are) talking) (?:at |in |about |for )?(?=\w)/,
    '',
  )
  const reading = read(sentence)
  return (
    !/\?|^(?:and|but|so|what about|how about|same|without|only)\b/.test(sentence) &&
    !reading.mentions.some(({ type }) => type === 'own-car') &&
    (followUpOf(reading) === 'same' || severalOwn.test(reading.text))
  )
}

/** "Cars 5, 15 and 41 are mine.": whose cars the question after it is about. */
const severalOwn =
  /^(?:(?:i|we)(?:'ve got|'m running| run| have| look after| coach| manage| engineer| own| got| am running| do)? |(?:my|our|the) )?(?:\w+ )?(?:cars?|drivers?|kids|boys|girls|guys|lads)?[ ,:]*(?:are |is )?(?:CAR|BARE)(?:[ ,&]| and)+(?:CAR|BARE)(?:[ ,&]|and|CAR|BARE|are (?:mine|ours|my cars|my drivers))*[.!]?$/

function bare(sentence: string): string {
  return sentence.replace(/[?!.,; ]+$/, '')
}

/** "My average and my gap to the composite", "median, ideal and best lap of 46 at vir". */
function figuresOf(sentence: string, read: Read): Piece[] {
  const texts = sentence.split(/,? (?:and|plus|&) |, /)
  if (texts.length < 2 || oneQuestion.test(sentence)) return []
  const { mentions } = read(sentence)
  const parts = texts.map((text) => {
    const own = read(text).mentions
    const named = new Set(own.flatMap((one) => (one.type === 'figure' ? one.figure : [])))
    const intent = intentOfWanted(own) ?? listedBy.find(([figure]) => named.has(figure))?.[1]
    const shared = besides(own, mentions)
    const [car] = shared.flatMap((one) =>
      one.type === 'car' || one.type === 'bare' ? one.number : [],
    )
    // Whom it is told of is read from the words.
    return { text: car === undefined ? text : `${text}, car ${car}`, intent, shared }
  })
  return parts.every(({ intent }) => intent !== undefined)
    ? parts.map(({ text, intent, shared }) => ({ text, shared, ...(intent && { intent }) }))
    : []
}

/** Who answers what is named in a list: "best lap, average and position". */
const listedBy = [...answeredBy, ['position', 'position'], ['pace', 'pace']] as const

const kinds: readonly (readonly Mention['type'][])[] = [
  ['track'],
  ['race', 'race-day', 'race-date', 'races'],
  ['car', 'bare', 'own-car', 'me'],
  ['without', 'stretch', 'end', 'share', 'after-restart', 'without-traffic'],
]

/** What the whole sentence names and a piece of it does not: the race at its end is meant for all of it. */
function besides(own: readonly Mention[], whole: readonly Mention[]): Mention[] {
  const lacking = new Set(
    kinds.filter((kind) => !own.some(({ type }) => kind.includes(type))).flat(),
  )
  return whole.filter(({ type }) => lacking.has(type))
}
