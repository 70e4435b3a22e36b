import { sectionCited } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { saysMe } from '../../first-person.ts'
import { sectionIds } from '#core/domain/quantity.ts'
import type { LapEntry } from '#core/protocol/documents/lap-entry.ts'
import { lapsOf, raceNamed } from '../in-race.ts'
import { type RaceTelling, voiceOf, type Written } from '../telling.ts'
import { notesOfLap } from './lap-notes.ts'

/** What no car of the race has, said of one car too. */
const ofAllCars = new Set(['no-trap-speed', 'no-weather', 'sub-sections-not-timed', 'no-results'])

/** "Is something missing in my timing?": what is missing of that car, then what no car has. */
export function dataOfCar(telling: RaceTelling): Written | undefined {
  const { ask, race, carIn } = telling
  const { car: number, lap } = ask.part.scope
  if (number === undefined || lap !== undefined || !isOfCar(ask.part.text, number)) return undefined
  const car = carIn(number)
  if (car === undefined) return undefined
  const who = voiceOf(ask, car)
  const lacking = lapsOf(car.pattern).filter((entry) => missingIn(car, entry).length > 0)
  const general = race.race.dataQuality.flatMap(({ code }, index) =>
    ofAllCars.has(code) ? [race.ofRace(`dataQuality.${index}.text`)] : [],
  )
  return {
    verdict: asksWhole.test(ask.part.text) ? lacking.length === 0 : lacking.length > 0,
    sentences: [
      lacking.length === 0
        ? fact`Nothing is missing in ${who.your} timing of ${raceNamed(race)}: ${exact(car.own('lapsDone'))} laps, each with a time in every section.`
        : fact`In ${who.your} timing of ${raceNamed(race)} ${listed(lacking.slice(0, lapsNamed).map((entry) => lapTold(car, entry)))}${lacking.length > lapsNamed ? ', and more laps' : ''}: a loop missed the car there, so only the rest of the lap counts.`,
      ...general.slice(0, 1).map((one) => fact`For every car: ${exact(one)}`),
      general.length === 0 ? note`Nothing else is noted that would concern that car.` : undefined,
    ],
    asked:
      lacking.length === 0
        ? [car.own('lapsDone')]
        : lacking.slice(0, lapsNamed).map(({ lap: at }) => car.own(`laps.${at}.lap`)),
    suggestions: ['What is missing in the data of the race?', 'Why do some of my laps not count?'],
  }
}

/** "Lap 13 has no sectors, broken or what?": that lap of the car, before what is noted of the race. */
export function lapOfCar({ ask, carIn }: RaceTelling): Written | undefined {
  const { car: number, lap } = ask.part.scope
  const car = number === undefined ? undefined : carIn(number)
  const entry = car && lapsOf(car.pattern).find((one) => one.lap === lap)
  if (car === undefined || entry === undefined || !ofSections.test(ask.part.text)) return undefined
  const who = voiceOf(ask, car)
  const isWhole = missingIn(car, entry).length === 0
  const lacking = lapsOf(car.pattern).filter((one) => missingIn(car, one).length > 0)
  const cited = exact(car.own(`laps.${entry.lap}.lap`))
  return {
    sentences: isWhole
      ? [
          fact`Nothing is missing there: ${who.your} ${cited} has a time in every section.`,
          lacking.length === 0
            ? undefined
            : fact`Of ${who.your} laps ${listed(lacking.slice(0, lapsNamed).map((one) => lapTold(car, one)))}.`,
        ]
      : [
          fact`In ${who.your} timing ${lapTold(car, entry)}: a loop missed the car there, and the lap time is right.`,
          ...notesOfLap(car, entry.lap, car.pattern.car),
        ],
    asked: [car.own(`laps.${entry.lap}.lap`)],
    suggestions: ['What is missing in the data of the race?', 'Why do some of my laps not count?'],
  }
}

const ofSections = /\b(?:section|sector|split|loop|s[123])s?\b/i

/** "Are all my sectors there?", not "is something missing?" */
const asksWhole =
  /\b(?:all|every|complete|whole|there|full)\b(?!.*\b(?:missing|miss\w*|gaps?|holes?|lost|wrong)\b)/i

const lapsNamed = 4

/** Topics of the race as a whole are told of the race. */
function isOfCar(text: string, car: string): boolean {
  const isTopic =
    /\b(?:weather|wind|temperature|sensor|rain|speed|trap|results?|official|printed|alike|deleted|penal\w*|tracks?|season|same|two cars|one car|little|few|not enough|so short)\b/i
  const isNamed = new RegExp(`\\b(?:car|number|no\\.?|#) ?${car}\\b|\\b(?:my|our|his|her)\\b`, 'i')
  return !isTopic.test(text) && (isNamed.test(text) || saysMe(text))
}

const missingIn = ({ pattern }: CoachedCar, { timeMs }: LapEntry) =>
  sectionIds.filter(
    (section) => timeMs[section] === undefined && pattern.sections[section] !== undefined,
  )

/** "lap 13 has no time for Section 1 and Section 2" */
function lapTold(car: CoachedCar, entry: LapEntry): Piece {
  return [
    exact(car.own(`laps.${entry.lap}.lap`)),
    ' has no time for ',
    listed(missingIn(car, entry).map((section) => sectionCited(car, section))),
  ]
}
