import { lapsCited, lapSpan } from '#core/composer/cited-names.ts'
import { exact, fact, listed, note, type Piece } from '#core/composer/say.ts'
import { raceNamed, restartLaps } from './in-race.ts'
import { aboutRace } from './telling.ts'

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
  const told = [...Map.groupBy(shut, ({ flag }) => flag)].map(([flag, spans]): Piece => [
    flagWords[flag],
    ' on ',
    listed(spans.map(({ index }) => lapSpan(at(index, 'fromLap'), at(index, 'toLap')))),
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
      restarts.length === 0
        ? undefined
        : fact`The restart${restarts.length === 1 ? ' was' : 's were'} on ${lapsCited(restarts)}.`,
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
