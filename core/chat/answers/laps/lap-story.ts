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
    sentences: [...(ofCar?.sentences ?? []), ...ofRace].slice(0, 6),
    asked: ofCar?.asked ?? [],
    suggestions: ['Why was that lap slow?', 'Who passed me?', 'Tell me the story of my race'],
  }
})

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
  const sentences: (Sentence | undefined)[] = [
    fact`${who.Your} ${exact(at('lap'))} ${time}${kind}${place}.`,
    whoWentBy(telling, lap),
    whereLost(car, lap),
    entry.isPitIn ? fact`The lap ended in the pit lane.` : undefined,
    entry.isIncident
      ? fact`With ${exact(at('correctedMs.lap'))}, the track taken out, it was more than three percent over ${who.your} pace of ${exact(car.own('lap.paceMs'))}; timing does not say why.`
      : undefined,
  ]
  return { sentences, asked: [entry.timeMs.lap === undefined ? at('lap') : at('timeMs.lap')] }
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
  if (entry === undefined || !(entry.isIncident || isCostly)) return undefined
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

/** What the sheet shows of the whole race on a lap. */
function raceOnLap({ race, carIn }: RaceTelling, lap: number): Sentence[] {
  const leader = race.patterns.find((pattern) => lapAt(pattern, lap)?.position === 1)
  const first = leader && carIn(leader.car)
  if (first === undefined) return []
  return [
    fact`In the race ${exact(first.own('car'))} led at the end of ${exact(first.own(`laps.${lap}.lap`))}${flagOn(race, lap)}.`,
    ...stopped(race, carIn, lap),
    ...pitted(race, carIn, lap),
    ...movedForEveryone(race, first, lap),
  ]
}

function flagOn(race: RaceTelling['race'], lap: number): Piece {
  const phases = race.race.phases
  if (phases.some(({ restartLap }) => restartLap === lap)) return ', the lap of a restart'
  const at = phases.findIndex(({ fromLap, toLap }) => fromLap <= lap && lap <= toLap)
  const flag = phases[at]?.flag
  if (flag === undefined) return ''
  const words = {
    green: ', under green',
    fcy: ', under full-course yellow',
    'safety-car': ', behind the safety car',
    red: ', with the race stopped by a red flag',
    chequered: ', with the chequered flag',
    unknown: '',
  } as const
  return words[flag]
}

/** Cars whose last lap this was, before the leader's end. */
function stopped(race: RaceTelling['race'], carIn: RaceTelling['carIn'], lap: number): Sentence[] {
  if (lap >= race.race.raceLaps - 1) return []
  const cars = race.patterns.filter(({ lapsDone }) => lapsDone === lap)
  if (cars.length === 0 || cars.length > carsNamed) return []
  const named = cars.flatMap(({ car }) => carIn(car)?.own('car') ?? [])
  return [fact`It is the last lap on the sheet for ${carsCited(named)}; timing does not say why.`]
}

function pitted(race: RaceTelling['race'], carIn: RaceTelling['carIn'], lap: number): Sentence[] {
  const cars = race.patterns.filter((pattern) => lapAt(pattern, lap)?.isPitIn === true)
  if (cars.length === 0 || cars.length > carsNamed) return []
  const named = cars.flatMap(({ car }) => carIn(car)?.own('car') ?? [])
  return [fact`Into the pits on it came ${listed(named.map(exact))}.`]
}

/** How much of the lap was slow or quick for everyone (D11). */
function movedForEveryone(race: RaceTelling['race'], car: CoachedCar, lap: number): Sentence[] {
  const effect = race.weather.field[car.key]?.laps[String(lap)]?.effectMs.lap
  if (effect === undefined || Math.abs(effect) < 100) return []
  const cited = race.day(`field.${car.key}.laps.${lap}.effectMs.lap`)
  const cars = race.day(`field.${car.key}.laps.${lap}.cars`)
  return [
    fact`For the whole field that lap was ${exact(cited)} ${effect > 0 ? 'slower' : 'quicker'} than the typical one, over ${exact(cars)} cars.`,
  ]
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
