import { exact, fact, note, short } from '#core/composer/say.ts'
import { lapAt } from '../in-race.ts'
import type { CarTelling, Written } from '../telling.ts'

/** A car this close ahead at the line was in front of one. */
const closeMs = 1000

const somebody =
  /\b(?:some(?:one|body)|any(?:one|body)|nobody|no ?one|(?:a|any|another) (?:other )?car|traffic)\b/i
const alone =
  /\b(?:alone|on my own|by myself|nobody|no ?one|(?:clear|clean|free|empty) (?:track|air|road|lap))\b/i

/** "Was somebody in front of me on lap 10?": the car right ahead on the road at its end; undefined where nobody is asked for. */
export function somebodyNear(telling: CarTelling, lap: number): Written | undefined {
  const { ask, car, who } = telling
  const { text } = ask.part
  const entry = lapAt(car.pattern, lap)
  const isAsked = somebody.test(text) || alone.test(text)
  if (entry === undefined || !isAsked || /\bbehind\b/i.test(text)) return undefined
  const at = (field: string) => car.own(`laps.${lap}.${field}`)
  const { followed, position } = entry
  const isClose = followed !== null && followed.intervalMs <= closeMs
  const place =
    position === null
      ? ''
      : [`; ${who.You === 'You' ? 'you were' : 'it was'} `, exact(at('position'))]
  return {
    verdict: alone.test(text) ? !isClose : isClose,
    sentences: [
      followed === null
        ? fact`Nobody was ahead of ${who.you} on the road at the end of ${exact(at('lap'))}${place}.`
        : isClose
          ? fact`Car ${short(at('followed.car'))} was right ahead of ${who.you} at the end of ${exact(at('lap'))}, by ${exact(at('followed.intervalMs'))}${place}.`
          : fact`The next car on the road, ${exact(at('followed.car'))}, was ${exact(at('followed.intervalMs'))} ahead of ${who.you} at the end of ${exact(at('lap'))}${place}.`,
      note`That is at the line; what was in between, the video shows.`,
    ],
    asked: followed === null ? [at('lap')] : [at('followed.car'), at('followed.intervalMs')],
    suggestions: ['Was my best lap in a tow?', 'Who was I stuck behind?'],
  }
}
