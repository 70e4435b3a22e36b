import { carsCited, countCited, sectionCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { exclusionWords } from '#core/domain/exclusion-words.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import { computedFact } from '../../computed-fact.ts'
import type { AnswerIntent } from '../../draft.ts'
import { movers } from '../race/movers.ts'
import { placesLap1 } from '../race/places-lap1.ts'
import { was } from '../race/gap-over.ts'
import { lapAt, placesCited, raceNamed } from '../in-race.ts'
import { noSuchLap } from '../race/position.ts'
import { raceOnLap } from './race-on-lap.ts'
import { aboutRace, type CarTelling, type RaceTelling, voiceOf, type Written } from '../telling.ts'

const carsNamed = 5
/** So many places lost on one lap are looked into. */
const placesThatCost = 3

/** What happened on a lap: to the car, and in the race. */
export const lapStory: AnswerIntent = async (ask) => {
  if (!isOfRestart(ask.part.text)) return await ofLap(ask)
  return ask.part.scope.car === undefined ? await movers(ask) : await placesLap1(ask)
}

/** What happened at a restart is which places changed. */
const isOfRestart = (text: string) =>
  /\brestart|\b(?:went|go|going|back to) green\b/i.test(text) && !/\d/.test(text)

const ofLap = aboutRace((telling) => {
  const { ask, race } = telling
  const { lap, car: number, laps = [] } = ask.part.scope
  if (lap === undefined && laps.length === 0)
    return { outcome: 'asked-back', sentences: [note`Which lap?`], suggestions: lapChoices(race) }
  const car = number === undefined ? undefined : telling.carIn(number)
  const own = car && { ...telling, car, who: voiceOf(ask, car) }
  const from = laps.length > 1 ? Math.min(...laps) : (lap ?? laps[0] ?? 1)
  const to = laps.length > 1 ? Math.max(...laps) : from
  if (own !== undefined && from !== to) return stretch(own, from, to)
  const ofCar = own && lapAt(own.car.pattern, from) ? carOnLap(own, from) : undefined
  const ofRace = raceOnLap(telling, from)
  if (ofCar === undefined && ofRace.length === 0)
    return own
      ? noSuchLap(own)
      : { outcome: 'not-in-data', sentences: [note`No car did that lap in ${raceNamed(race)}.`] }
  return {
    sentences: [...(ofCar?.sentences ?? []), ...(isDear(own?.car, from) ? [] : ofRace)].slice(0, 6),
    asked: ofCar?.asked ?? [],
    suggestions: ['Why was that lap slow?', 'Who passed me?', 'Tell me the story of my race'],
  }
})

/** What a lap cost its car is all of its story: who led is not asked then. */
function isDear(car: CoachedCar | undefined, lap: number): boolean {
  const entry = car && lapAt(car.pattern, lap)
  return entry !== undefined && (entry.isPitIn || (entry.placesLost ?? 0) >= placesThatCost)
}

function lapChoices({ race }: CoachedCar | RaceTelling['race']): string[] {
  const restarts = race.phases.flatMap(({ restartLap }) =>
    restartLap === null ? [] : [restartLap],
  )
  return [1, ...restarts.slice(0, 2), race.raceLaps].map((lap) => `What happened on lap ${lap}?`)
}

/** The car's own lap: time, flag, place, who went by. */
function carOnLap(telling: CarTelling, lap: number) {
  const { car, who } = telling
  const entry = lapAt(car.pattern, lap)
  if (entry === undefined) return undefined
  const at = (field: string) => car.own(`laps.${lap}.${field}`)
  const reasons = entry.excludedBecause.filter((reason) => reason !== 'incomplete')
  const kind: Piece = entry.isClean
    ? ', a green lap'
    : `, not a green lap (${reasons.map((reason) => (reason === 'opening-lap' ? 'the opening lap' : exclusionWords[reason])).join(', ')})`
  const time: Piece =
    entry.timeMs.lap === undefined ? 'has no time' : ['was ', exact(at('timeMs.lap'))]
  const lost = entry.placesLost ?? 0
  const change: Piece =
    entry.placesLost === null || lost === 0
      ? ''
      : [', ', placesCited(at('placesLost')), lost > 0 ? ' lost' : ' won']
  const place: Piece =
    entry.position === null ? '' : ['; at its end ', exact(at('position')), change]
  const how = entry.isPitIn ? intoThePits(car, lap) : kind
  const sentences: (Sentence | undefined)[] = [
    fact`${who.Your} ${exact(at('lap'))} ${time}${how}${place}.`,
    entry.isPitIn ? whereLost(car, lap) : undefined,
    whoWentBy(telling, lap),
    entry.isPitIn ? undefined : whereLost(car, lap),
    entry.isIncident
      ? fact`With ${exact(at('correctedMs.lap'))}, the track taken out, it was more than three percent over ${who.your} pace of ${exact(car.own('lap.paceMs'))}; timing does not say why.`
      : undefined,
  ]
  return { sentences, asked: [entry.timeMs.lap === undefined ? at('lap') : at('timeMs.lap')] }
}

/** " and ended in the pit lane (1:13.319 there)" */
function intoThePits({ pattern, own }: CoachedCar, lap: number): Piece {
  const stop = pattern.pitStops.findIndex(({ inLap }) => inLap === lap)
  const time = pattern.pitStops[stop]?.pitTimeMs ?? null
  return time === null
    ? ' and ended in the pit lane'
    : [' and ended in the pit lane (', exact(own(`pitStops.${stop}.pitTimeMs`)), ' there)']
}

function whoWentBy({ car: { pattern, own }, keep }: CarTelling, lap: number) {
  const entry = lapAt(pattern, lap)
  const cars = (side: 'lostTo' | 'wonFrom', label: string): Piece | undefined => {
    const all = (entry?.[side] ?? []).map((_, index) => own(`laps.${lap}.${side}.${index}`))
    if (all.length <= carsNamed) return all.length === 0 ? undefined : carsCited(all)
    const count = keep(computedFact('count', all, 'count', `Lap ${lap}: cars that ${label}`))
    return [countCited(count, 'car'), ` ${label}, among them `, carsCited(all.slice(0, carsNamed))]
  }
  const [by, past] = [cars('lostTo', 'went ahead'), cars('wonFrom', 'fell behind')]
  const isMany = (side: 'lostTo' | 'wonFrom') => (entry?.[side] ?? []).length > carsNamed
  const told = [
    ...(by === undefined ? [] : [isMany('lostTo') ? by : [by, ' went ahead']]),
    ...(past === undefined ? [] : [isMany('wonFrom') ? past : [past, ' fell behind']]),
  ]
  return told.length === 0 ? undefined : fact`On that lap ${listed(told)}.`
}

/** Of a lap that cost places or was far off: the section in which most of it went. */
function whereLost(car: CoachedCar, lap: number) {
  const { pattern, own } = car
  const entry = lapAt(pattern, lap)
  const isCostly = entry?.isClean === true && (entry.placesLost ?? 0) >= placesThatCost
  if (entry === undefined || !(entry.isIncident || entry.isPitIn || isCostly)) return undefined
  const lost = sectionIds.flatMap((section) => {
    const [time, usual] = [entry.timeMs[section], pattern.sections[section]?.medianMs]
    return typeof time !== 'number' || typeof usual !== 'number'
      ? []
      : [{ section, by: time - usual }]
  })
  const [most] = lost.toSorted((a, b) => b.by - a.by)
  if (most === undefined || most.by <= 0) return undefined
  const time = own(`laps.${lap}.timeMs.${most.section}`)
  const usual = own(`sections.${most.section}.medianMs`)
  return fact`Most of it went in ${sectionCited(car, most.section)}: ${exact(time)} there, against a median of ${exact(usual)}.`
}

/** So few laps are told one by one. */
const lapsTimed = 3

/** "lap 8 3:06.105 (in-lap) and lap 9 3:08.787 (out-lap)" */
function timesOf(car: CoachedCar, from: number, to: number) {
  const told = Array.from({ length: to - from + 1 }, (_, index) => from + index).flatMap(
    (lap): Piece[] => {
      const entry = lapAt(car.pattern, lap)
      if (entry?.timeMs.lap === undefined) return []
      const reasons = entry.excludedBecause.filter((reason) => reason !== 'incomplete')
      const why = reasons.map((reason) => exclusionWords[reason]).join(', ')
      const time = [
        exact(car.own(`laps.${lap}.lap`)),
        ' ',
        exact(car.own(`laps.${lap}.timeMs.lap`)),
      ]
      return [why === '' ? time : [...time, ` (${why})`]]
    },
  )
  return told.length === 0 ? undefined : fact`As driven: ${listed(told)}.`
}

/** Several laps in a row: from place to place, and what changed hands. */
function stretch(telling: CarTelling, from: number, to: number): Written {
  const { car, who } = telling
  const [first, last] = [lapAt(car.pattern, from), lapAt(car.pattern, to)]
  if (first === undefined || last === undefined) return noSuchLap(telling)
  const changes = car.pattern.story.changes
    .map((change, index) => ({ ...change, index }))
    .filter(({ lap }) => lap > from && lap <= to)
    .slice(0, carsNamed)
  const told = changes.map(({ change, index }): Piece => [
    exact(car.own(`story.changes.${index}.car`)),
    change === 'won' ? ' fell behind on ' : ' went ahead on ',
    exact(car.own(`story.changes.${index}.lap`)),
  ])
  const at = (lap: number, field: string) => car.own(`laps.${lap}.${field}`)
  return {
    sentences: [
      to - from < lapsTimed ? timesOf(car, from, to) : undefined,
      first.position === null || last.position === null
        ? undefined
        : fact`${who.You} ${was(who.You)} ${exact(at(from, 'position'))} at the end of ${exact(at(from, 'lap'))} and ${exact(at(to, 'position'))} at the end of ${exact(at(to, 'lap'))}.`,
      told.length === 0
        ? fact`No place changed for ${who.you} in between.`
        : fact`In between ${listed(told)}.`,
    ],
    asked: [at(from, 'position'), at(to, 'position')],
    suggestions: ['Who passed me?', 'Tell me the story of my race'],
  }
}
