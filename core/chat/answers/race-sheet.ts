import { countCited, lapsCited, lapSpan } from '#core/composer/cited-names.ts'
import { exact, fact, hypothesis, listed, note, type Piece, short } from '#core/composer/say.ts'
import { computedFact } from '../computed-fact.ts'
import { inResultOrder, lapAt, lapsOf, placeField, raceNamed, restartLaps } from './in-race.ts'
import { aboutCar, aboutRace, type RaceTelling, voiceOf, type Written } from './telling.ts'

const carsNamed = 40
const notesNamed = 3

/** Date, laps, cars, flags, winner and fastest lap of a race. */
export const raceFacts = aboutRace((telling) => {
  const { ask, race, carIn, keep } = telling
  const cars = race.race.cars.map((_, index) => race.ofRace(`cars.${index}.car`))
  const count = keep(computedFact('count', cars, 'count', 'Cars of the race'))
  if (/\b(?:which|list of|what) cars\b|\bfield\b/i.test(ask.part.text))
    return {
      sentences: [
        fact`${raceNamed(race)} had ${countCited(count, 'car')}: ${listed(cars.slice(0, carsNamed).map(short))}.`,
      ],
      facts: cars,
      asked: cars,
      suggestions: ['Who won?', 'Who was quickest on pace?'],
    }
  const key = Object.keys(race.race.classes)[0] ?? 'none'
  const isFast = race.race.classes[key]?.composite.fastestLap !== null
  const best = (field: string) => exact(race.ofRace(`classes.${key}.composite.fastestLap.${field}`))
  const [winner] = inResultOrder(race)
  const first = winner && carIn(winner.car)
  const date: Piece = race.race.date === null ? '' : [' on ', exact(race.ofRace('date'))]
  return {
    sentences: [
      fact`${raceNamed(race)}${date} was ${exact(race.ofRace('raceLaps'))} laps, with ${countCited(count, 'car')} and ${exact(race.ofRace('cleanLaps'))} green laps among ${exact(race.ofRace('laps'))}.`,
      first && first.pattern[placeField(race)] === 1
        ? fact`The winner was ${exact(first.own('car'))}${placeField(race) === 'position' ? '' : ', by the order on the road'}.`
        : undefined,
      isFast
        ? fact`The fastest lap was ${best('lapTimeMs')} by ${best('car')} on ${best('lap')}.`
        : undefined,
      /\b(?:time|when|start)\b/i.test(ask.part.text) ? clock(telling) : undefined,
      race.race.isInvented ? note`This race is invented: nobody drove it.` : undefined,
    ],
    asked: [race.ofRace('raceLaps'), count],
    suggestions: [
      'Were there any yellows?',
      'Who was on the podium?',
      'What is missing in the data?',
    ],
  }
})

/** The local time at which the leader ended the first lap: the sheet has no start. */
function clock({ race, carIn }: RaceTelling) {
  const leader = race.patterns.find((pattern) => lapAt(pattern, 1)?.position === 1)
  const car = leader && carIn(leader.car)
  if (car === undefined || lapAt(car.pattern, 1)?.hourMs == null) return undefined
  return fact`The leader ended ${exact(car.own('laps.1.lap'))} at ${exact(car.own('laps.1.hourMs'))} local time.`
}

const flagWords = {
  green: 'green',
  fcy: 'full-course yellow',
  'safety-car': 'safety car',
  red: 'red flag',
  chequered: 'chequered flag',
  unknown: 'a flag that is not known',
} as const

/** Yellow phases and restarts, as the leader counts the laps. */
export const flags = aboutRace(({ race }) => {
  const phases = race.race.phases.map((phase, index) => ({ ...phase, index }))
  const shut = phases.filter(
    ({ flag }) => flag === 'fcy' || flag === 'safety-car' || flag === 'red' || flag === 'unknown',
  )
  const at = (index: number, field: string) => race.ofRace(`phases.${index}.${field}`)
  const told = shut.map(({ flag, index }): Piece => [
    flagWords[flag],
    ' on ',
    lapSpan(at(index, 'fromLap'), at(index, 'toLap')),
  ])
  const restarts = phases.flatMap(({ restartLap, index }) =>
    restartLap === null ? [] : [at(index, 'restartLap')],
  )
  const green = fact`Of all ${exact(race.ofRace('laps'))} laps driven, ${exact(race.ofRace('cleanLaps'))} were green from start to finish.`
  return {
    sentences: [
      told.length === 0
        ? fact`${raceNamed(race)} had no yellow: it was green over all of its ${exact(race.ofRace('raceLaps'))} laps.`
        : fact`In ${raceNamed(race)} the leader had ${listed(told)}.`,
      restarts.length === 0 ? undefined : fact`The restart was on ${lapsCited(restarts)}.`,
      green,
      told.length === 0 ? undefined : note`Timing does not say what a yellow was for.`,
    ],
    asked:
      told.length === 0
        ? [race.ofRace('cleanLaps')]
        : shut.flatMap(({ index }) => [at(index, 'fromLap'), at(index, 'toLap')]),
    suggestions:
      restartLaps(race).length > 0
        ? ['How many places did I make up at the restart?', 'Who was quickest after the restart?']
        : ['Did the weather matter?'],
  }
})

/** When and how long the car pitted; without a car, who did. */
export const pitStops = aboutRace((telling) => {
  const { ask, race, carIn } = telling
  const own = ask.part.scope.car === undefined ? undefined : carIn(ask.part.scope.car)
  if (own === undefined || /\b(?:who|anyone|anybody)\b/i.test(ask.part.text))
    return whoPitted(telling)
  const who = voiceOf(ask, own)
  const stops = own.pattern.pitStops.map((stop, index) => ({ ...stop, index }))
  const told = stops.flatMap(({ inLap, outLap, pitTimeMs, index }): Piece[] => {
    const at = (field: string) => own.own(`pitStops.${index}.${field}`)
    if (inLap === null && outLap === null) return []
    const time: Piece = pitTimeMs === null ? '' : [', ', exact(at('pitTimeMs')), ' in the pit lane']
    if (inLap === null) return [['out on ', exact(at('outLap')), time]]
    return [['in at the end of ', exact(at('inLap')), time]]
  })
  if (told.length === 0)
    return {
      sentences: [
        fact`${who.You} did not stop in ${raceNamed(race)}: none of the ${countCited(own.own('lapsDone'), 'lap')} ended in the pit lane.`,
      ],
      asked: [own.own('lapsDone')],
      suggestions: ['Who pitted?', 'Tell me the story of my race'],
    }
  return {
    sentences: [
      fact`${who.You} stopped in ${raceNamed(race)}: ${listed(told)}.`,
      note`Timing does not say what was done in the pits.`,
    ],
    asked: stops.flatMap(({ inLap, outLap, index }) =>
      inLap === null && outLap === null
        ? []
        : [own.own(`pitStops.${index}.${inLap === null ? 'outLap' : 'inLap'}`)],
    ),
    suggestions: ['How many places did that take?', 'Who pitted?'],
  }
})

function whoPitted({ race, carIn, keep }: RaceTelling): Written {
  const cars = race.patterns
    .filter((pattern) => lapsOf(pattern).some(({ isPitIn }) => isPitIn))
    .flatMap(({ car }) => carIn(car) ?? [])
  if (cars.length === 0)
    return {
      sentences: [
        fact`No lap of ${raceNamed(race)} ended in the pit lane, over ${exact(race.ofRace('laps'))} laps.`,
      ],
      asked: [race.ofRace('laps')],
    }
  const numbers = cars.map((car) => car.own('car'))
  const count = keep(computedFact('count', numbers, 'count', 'Cars that came into the pits'))
  return {
    sentences: [
      fact`Into the pits in ${raceNamed(race)} came ${countCited(count, 'car')}: ${listed(numbers.map(short))}.`,
    ],
    asked: numbers,
    suggestions: ['What happened in my race?', 'Were there any yellows?'],
  }
}

/** Laps that are quick enough for the official list and missing from it: deleted only as a guess. */
export const lapDeleted = aboutCar(({ car, who, race }) => {
  const has = (code: string) => race.race.dataQuality.some((one) => one.code === code)
  if (race.race.files.bestLaps === null || has('no-official-list'))
    return {
      outcome: 'not-in-data',
      sentences: [
        note`There is no official list of best laps for ${raceNamed(race)}, so a deleted lap cannot be told.`,
        note`The officials' list of deleted laps would tell.`,
      ],
      suggestions: ['What was my best lap?', 'What is missing in the data?'],
    }
  const laps = lapsOf(car.pattern).filter(({ isNotInOfficialList }) => isNotInOfficialList)
  if (laps.length === 0)
    return {
      sentences: [
        fact`Nothing points to it in ${raceNamed(race)}: of ${who.your} ${countCited(car.own('lapsDone'), 'lap')} none that is quick enough for the official list of best laps is missing from it.`,
        note`A lap too slow for that list could be deleted without showing here.`,
      ],
      asked: [car.own('lapsDone')],
      suggestions: ['What was my best lap?', 'Why do some of my laps not count?'],
    }
  const cited = laps.map(({ lap }) => car.own(`laps.${lap}.lap`))
  const times = laps
    .slice(0, 3)
    .flatMap(({ lap, timeMs }) =>
      timeMs.lap === undefined ? [] : [exact(car.own(`laps.${lap}.timeMs.lap`))],
    )
  return {
    sentences: [
      fact`${who.Your} ${lapsCited(cited)}${times.length === 0 ? '' : [' (', listed(times), ')']} ${laps.length === 1 ? 'is' : 'are'} quick enough for the official list of best laps of ${raceNamed(race)} and missing from it.`,
      hypothesis`They may have been deleted; the sheet gives no reason.`,
      note`Here the lap still counts, as it was driven and timed.`,
    ],
    asked: cited,
    suggestions: ['What was my best lap?', 'Why is my result different from the road?'],
  }
})

/** What is missing or odd in the data of a race, and what that means. */
export const dataQuality = aboutRace(({ ask, race }) => {
  const text = ask.part.text.toLowerCase()
  const notes = race.race.dataQuality
    .map((one, index) => ({ ...one, index }))
    .toSorted((a, b) => weightOf(a.code) - weightOf(b.code))
  const wanted = topics.find(([pattern]) => pattern.test(text))?.[1]
  const fitting =
    wanted === undefined
      ? notes
      : notes.filter(({ code }) => wanted.some((part) => code.includes(part)))
  const shown = fitting.slice(0, notesNamed)
  const rows = fact`${raceNamed(race)} holds ${exact(race.ofRace('laps'))} laps and ${exact(race.ofRace('sectionTimes'))} section times.`
  if (shown.length === 0)
    return {
      sentences: [
        wanted === undefined || notes.length === 0
          ? fact`Nothing is noted as missing in ${raceNamed(race)}.`
          : fact`Nothing of that kind is noted as missing in ${raceNamed(race)}.`,
        rows,
      ],
      asked: [race.ofRace('laps')],
      suggestions: ['What can I ask?', 'Did the weather matter?'],
    }
  const more = fitting.length - shown.length
  return {
    sentences: [
      fact`Of ${raceNamed(race)} this has to be known.`,
      ...shown.map(({ index }) => fact`${exact(race.ofRace(`dataQuality.${index}.text`))}`),
      more > 0 ? note`There is more with the race on the screen.` : undefined,
      shown.length < 2 ? rows : undefined,
    ],
    asked: shown.map(({ index }) => race.ofRace(`dataQuality.${index}.text`)),
    suggestions: ['Why do some of my laps not count?', 'Did they take one of my laps?'],
  }
})

/** What touches most figures first; sensors and lists last. */
const weights = [
  'invented',
  'rows-refused',
  'no-weather',
  'sections',
  'laps-missing',
  'no-results',
  'provisional',
  'alike',
  'few-clean',
]

function weightOf(code: string): number {
  const at = weights.findIndex((part) => code.includes(part))
  return at < 0 ? weights.length : at
}

const topics: readonly (readonly [RegExp, readonly string[]])[] = [
  [/weather|wind|temperature|sensor|rain/, ['weather', 'sensor', 'rain']],
  [/sub-?section|half|halves|mid loop/, ['sub-sections']],
  [/section|sector|loop|\bs[123]\b/, ['sections']],
  [/speed|trap/, ['speed']],
  [/result|position|official/, ['results', 'official', 'did-not-start', 'without-laps']],
  [/lap/, ['laps', 'flags']],
]
