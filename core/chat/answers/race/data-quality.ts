import type { CoachedRace } from '#core/composer/coached-car.ts'
import { exact, fact, note } from '#core/composer/say.ts'
import { raceNamed } from '../in-race.ts'
import { aboutRace, type Written } from '../telling.ts'
import { notesOfLap } from './lap-notes.ts'

const notesNamed = 3

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
  const { lap } = ask.part.scope
  const ofLap = lap === undefined ? [] : notesOfLap(race, lap)
  if (ofLap.length > 0)
    return {
      sentences: ofLap,
      asked: race.race.dataQuality.flatMap(({ laps }, index) =>
        laps.some((one) => one.lap === lap) ? [race.ofRace(`dataQuality.${index}.text`)] : [],
      ),
      suggestions: ['Why do some of my laps not count?'],
    }
  if (shown.length === 0) return nothingNoted(race, wanted === undefined || notes.length === 0)
  const more = fitting.length - shown.length
  return {
    verdict: /\b(?:official|final)\b/.test(text)
      ? race.race.classification === 'official'
      : /\b(?:complete|all there|clean)\b/.test(text)
        ? false
        : isSound.test(text)
          ? 'mostly'
          : true,
    sentences: [
      /^(?:and |but |so )?(?:why|how come)\b/.test(text)
        ? note`The files show what is missing, not why; of ${raceNamed(race)} they show this.`
        : fact`This is noted of the data of ${raceNamed(race)}${more > 0 ? ', the weightiest first; there is more with the race on the screen' : ''}.`,
      ...shown.map(({ index }) => fact`${exact(race.ofRace(`dataQuality.${index}.text`))}`),
      shown.length < 2 ? rowsOf(race) : undefined,
    ],
    asked: shown.map(({ index }) => race.ofRace(`dataQuality.${index}.text`)),
    suggestions: ['Why do some of my laps not count?', 'Did they take one of my laps?'],
  }
})

const rowsOf = (race: CoachedRace) =>
  fact`${raceNamed(race)} holds ${exact(race.ofRace('laps'))} laps and ${exact(race.ofRace('sectionTimes'))} section times.`

function nothingNoted(race: CoachedRace, isAtAll: boolean): Written {
  return {
    sentences: [
      isAtAll
        ? fact`Nothing is noted as missing in ${raceNamed(race)}.`
        : fact`Nothing of that kind is noted as missing in ${raceNamed(race)}.`,
      rowsOf(race),
    ],
    asked: [race.ofRace('laps')],
    suggestions: ['What can I ask?', 'Did the weather matter?'],
  }
}

/** "Can I trust the timing?": what is there is right; what is missing is said. */
const isSound = /\b(?:ok|okay|good|fine|reliable|accurate|trust\w*|right|correct|solid)\b/

/** What touches most figures first; sensors and lists last. */
const weights = [
  'invented',
  'rows-refused',
  'no-weather',
  'sections',
  'trap-speed',
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
  [
    /\b(?:two|2|twice|double\w*|duplicat\w*|same number|both)\b.*\b(?:cars?|of them|number|3)\b|\balike\b/,
    ['alike'],
  ],
  [/weather|wind|temperature|sensor|rain/, ['weather', 'sensor', 'rain']],
  [/sub-?section|half|halves|mid loop/, ['sub-sections']],
  [/section|sector|loop|\bs[123]\b/, ['sections']],
  [/speed|trap/, ['speed']],
  [/result|position|official/, ['results', 'official', 'did-not-start', 'without-laps']],
  [/lap/, ['laps', 'flags', 'sections']],
]
