import { countCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import type { Ask, AnswerIntent } from '../../draft.ts'
import { speaksOfSelf } from '../../first-person.ts'
import { fieldPasses } from './field-passes.ts'
import { type Change, gridNote, swappedMost } from './swapped-most.ts'
import type { CarNumber } from '#core/domain/ids.ts'
import { lapAsked, lapAt, partnerIn, restartLaps } from '../in-race.ts'
import { aboutCar, type CarTelling, type Written } from '../telling.ts'

const carsNamed = 8

const occasionsOfPlaces = {
  'on-track': 'on track',
  restart: 'at the restart',
  'under-yellow': 'under yellow',
  'own-pit-stop': 'with a pit stop',
  'other-pit-stop': 'while the other was in the pits',
  retirement: 'as the other stopped',
} as const

/** Who passed whom, on which lap and on what kind of lap. */
export const whoPassed: AnswerIntent = async (ask) =>
  isOfField(ask) ? await fieldPasses(ask) : await ofCar(ask)

/** "Who passed who on lap 10?", "how many overtakes were there?" */
function isOfField({ part: { scope, text } }: Ask): boolean {
  const isAll =
    /\bwho passed (?:who|whom)\b|\b(?:overtak\w*|passes|passing)\b.*\b(?:were there|in (?:all|total|the race)|overall)\b/i
  return !speaksOfSelf(text) && (scope.car === undefined || isAll.test(text))
}

const ofCar = aboutCar((telling) => {
  const { car, ask, race } = telling
  const partner = partnerIn(ask, car)
  const lap = lapAsked(ask)
  const changes = car.pattern.story.changes
    .map((change, index) => ({ ...change, index }))
    .filter((change) => lap === undefined || (ask.part.scope.laps ?? [lap]).includes(change.lap))
    .filter((change) =>
      isAfterRestart(ask.part.text) ? change.lap >= (restartLaps(race)[0] ?? 0) : true,
    )
    .filter(({ how }) => !isGreenOnly.test(ask.part.text) || how === 'on-track')
  if (
    partner === undefined &&
    /\bmost\b|\bkept\b|back and forth|\b(?:racing|battl\w+|fight\w*|fought|duel\w*) (?:with|against)?/i.test(
      ask.part.text,
    )
  )
    return swappedMost(telling, changes)
  if (partner !== undefined) {
    const named = changes.filter((change) => change.car === partner)
    const ever = car.pattern.story.changes
      .map((change, index) => ({ ...change, index }))
      .filter((change) => change.car === partner)
    // Not on the laps that are named: then on those where it was.
    const withCar = named.length > 0 ? named : ever
    const all = changes.filter((change) => change.car !== partner)
    const alsoAll = /\bwho\b/i.test(ask.part.text) ? allPasses(telling, all, 'lost') : []
    return passesWith(telling, partner, withCar, alsoAll)
  }
  const side = sideOf(ask.part.text, car.pattern.car)
  const isCounted = lap === undefined && /\bhow (?:many|often)\b/i.test(ask.part.text)
  const passes = (which: 'won' | 'lost') => allPasses(telling, changes, which)
  const had = (which: 'won' | 'lost') => changes.some(({ change }) => change === which)
  return {
    verdict: side === undefined ? undefined : had(side),
    sentences: [
      isCounted ? totals(telling) : undefined,
      ...passes(side ?? 'lost'),
      ...(side === undefined ? passes('won') : []),
      lap === undefined && !isCounted ? totals(telling) : undefined,
      gridNote,
    ],
    asked: changes
      .filter(({ how, change }) => how === 'on-track' && change === (side ?? change))
      .slice(0, carsNamed)
      .map(({ index }) => car.own(`story.changes.${index}.car`)),
    suggestions: ['What happened at the restart?', 'Tell me the story of my race'],
  }
})

/** "Who did I pass?": it is the car that is told of that passed. */
function isPassing(text: string, car: CarNumber): boolean {
  const it = `(?:i|we|he|she|they|(?:car ?)?#?${car})`
  return new RegExp(
    String.raw`\bdid ${it} (?:manage to |\w+ )?(?:pass|overtake|get(?! (?:passed|overtaken|lapped|mugged|back))|make|pick off)|\b(?:cars|people|places) (?:did )?i\b|(?<!\b(?:was|were|am|did) )\b${it} (?:passed|pass|overtook|got past|got by|got ahead|picked off)|\bovertakes did|\bpasses (?:did|made)|\bmy (?:own )?(?:overtak\w+|passes)`,
    'i',
  ).test(text)
}

/** "Who got me?", "who went by car 22?": it is the car that is told of that was passed. */
function isPassed(text: string, car: CarNumber): boolean {
  const it = `(?:me|us|him|her|them|my|our|(?:car ?)?#?${car})`
  return new RegExp(
    String.raw`\b(?:pass\w*|overt[ao]\w+|g[eo]t\w*|past|by|took|ahead of|nicked|mugged|did) ${it}\b(?! (?:pass|overtake|get))|\b(?:was|were|been|get|got|am) (?:\w+ )?(?:passed|overtaken|mugged)|\b(?:lost?|losing) (?:\w+ )?(?:places?|positions?|spots?)|\b(?:places?|positions?|spots?) (?:did|have|had) (?:i|we|he|she|they|it) lo`,
    'i',
  ).test(text)
}

/** The places that a question is about: those won, those lost, or both. */
function sideOf(text: string, car: CarNumber): 'won' | 'lost' | undefined {
  const [isWon, isLost] = [isPassing(text, car), isPassed(text, car)]
  if (isWon === isLost) return undefined
  return isWon ? 'won' : 'lost'
}

const isAfterRestart = (text: string) =>
  /\b(?:after|since|from) the (?:restart|yellow|caution|safety car)\b/i.test(text)

const isGreenOnly = /\bunder green\b|\bon (?:the )?track\b|\bfor real\b|\bin a straight fight\b/i

/** "Where did I get 51 back?", after "who got me" too. */
const getsBack =
  /\b(?:g[eo]t|t[ao]ke|took|w[io]n) (?:(?:the |car )*#?\d+|him|her|it|them|that one) back\b/i

function passesWith(
  { ask, car, who, carIn }: CarTelling,
  partner: NonNullable<ReturnType<typeof partnerIn>>,
  changes: readonly Change[],
  others: Written['sentences'],
): Written {
  const other = carIn(partner)
  if (other === undefined)
    return { outcome: 'not-in-data', sentences: [note`That car was not in this race.`, ...others] }
  if (changes.length === 0)
    return {
      verdict: false,
      sentences: [
        ...others,
        fact`At no line after the opening lap did ${who.you} and ${exact(other.own('car'))} change places.`,
      ],
      asked: [other.own('car')],
      suggestions: ['What was the gap to that car?'],
    }
  const { text } = ask.part
  const isBack = /\bback\b/i.test(text)
  const isOwnBack = getsBack.test(text) || !isPassed(text, car.pattern.car)
  const back = isBack
    ? changes.findLast(({ change }) => change === (isOwnBack ? 'won' : 'lost'))
    : undefined
  const ordered = back === undefined ? changes : [back, ...changes.filter((one) => one !== back)]
  const told = turnsTold(car, ordered, back !== undefined)
  const side = sideOf(text, car.pattern.car)
  return {
    verdict: isBack ? back !== undefined : side && changes.some(({ change }) => change === side),
    sentences: [...others, fact`Against ${exact(other.own('car'))} ${who.you} ${told}.`, gridNote],
    asked: changes.map(({ index }) => car.own(`story.changes.${index}.lap`)),
    suggestions: [`Compare me with car ${partner}`, 'Tell me the story of my race'],
  }
}

/** Cars that passed, or were passed, lap by lap where they are few. */
function allPasses(
  { ask, car, who }: CarTelling,
  changes: readonly Change[],
  side: 'won' | 'lost',
) {
  const these = changes.filter(({ change, how: kind }) => change === side && kind !== 'retirement')
  const verb = side === 'lost' ? 'Places lost' : 'Places won'
  const lap = lapAsked(ask)
  const entry = lap === undefined ? undefined : lapAt(car.pattern, lap)
  const when: Piece = entry === undefined ? '' : [' on ', exact(car.own(`laps.${entry.lap}.lap`))]
  if (these.length === 0)
    return [
      fact`${side === 'lost' ? 'Nobody went ahead of' : 'Nobody fell behind'} ${who.you}${when}, as the line shows it.`,
    ]
  const shown = these.filter(({ how: kind }) => kind === 'on-track')
  const named = (shown.length > 0 ? shown : these).slice(0, carsNamed)
  const parts = named.map(({ index }): Piece => [
    exact(car.own(`story.changes.${index}.car`)),
    ' on ',
    exact(car.own(`story.changes.${index}.lap`)),
  ])
  const [only, other] = [...new Set(named.map(({ how }) => how))]
  const kind = only === undefined || other !== undefined ? '' : ` ${occasionsOfPlaces[only]}`
  const more =
    (shown.length > 0 ? shown : these).length > named.length ? ', and more after that' : ''
  return [fact`${verb}${kind}: ${side === 'lost' ? 'to' : 'from'} ${listed(parts)}${more}.`]
}

function totals({ car }: CarTelling) {
  return fact`In all ${countCited(car.own('story.placesWon'), 'place')} won and ${exact(car.own('story.placesLost'))} lost after ${exact(car.own('laps.1.lap'))}, with restarts, yellow laps and pit stops.`
}

/** "Went ahead on lap 14 on track"; the one that is asked about first. */
function turnsTold(car: CoachedCar, changes: readonly Change[], isOneFirst: boolean): Piece {
  const told = changes.map(({ change, how: kind, index }): Piece => {
    const lap = exact(car.own(`story.changes.${index}.lap`))
    const way = change === 'won' ? 'went ahead' : 'fell behind'
    return [way, ' on ', lap, ' ', occasionsOfPlaces[kind]]
  })
  const [first = '', ...rest] = told
  if (!isOneFirst) return listed(told)
  return [first, rest.length === 0 ? '' : ['; besides ', listed(rest)]]
}
