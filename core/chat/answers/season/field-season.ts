import { countCited } from '#core/composer/cited-names.ts'
import { fact, note, type Piece, short } from '#core/composer/say.ts'
import type { AnswerIntent } from '../../draft.ts'
import { tellOf } from '../telling.ts'
import { everyRace } from './season.ts'

/** "At which track did the field move most from Saturday to Sunday?": of all weekends, and of no car. */
export const asksOfTracks =
  /^(?!.*\b(?:i|me|my|we|our|car)\b).*\b(?:(?:which|what) (?:track|circuit|weekend|event|place|round)\b.*\b(?:field|every(?:one|body)|times|pace|they|most|least|biggest|smallest)|where (?:did|was|is|were|has) (?:the )?(?:field|every(?:one|body)|times|pace|lap times|biggest|largest)\b.*\b(?:most|least|biggest|largest|smallest|jump|change|step|difference))\b/i

const tracksNamed = 3

/** How far the field's pace moved from the first race to the second, at each track of the season. */
export const movedOverSeason: AnswerIntent = async (ask) =>
  await tellOf(ask, async (telling) => {
    const { text } = ask.part
    const races = await everyRace(telling)
    const way = /\b(?:slower|worse|lost)\b/i.test(text)
      ? 1
      : /\b(?:quicker|faster|better|gained|improv\w*)\b/i.test(text)
        ? -1
        : undefined
    const isLeast = /\b(?:least|smallest)\b/i.test(text)
    const size = (ms: number) => (way === undefined ? Math.abs(ms) : way * ms)
    const order = races
      .flatMap((race) => {
        const shiftMs = race.weather.otherRace?.field?.shiftMs
        return shiftMs === undefined || race.race.raceNumber < 2 ? [] : [{ race, shiftMs }]
      })
      .toSorted((a, b) => (size(b.shiftMs) - size(a.shiftMs)) * (isLeast ? -1 : 1))
    const told = order
      .slice(0, tracksNamed)
      .map(({ race, shiftMs }): Piece => [
        `${race.track.shortName} `,
        short(race.day('otherRace.field.shiftMs')),
        shiftMs < 0 ? ' quicker' : ' slower',
      ])
    const [first, ...others] = told
    const [most] = order
    if (first === undefined || most === undefined)
      return {
        outcome: 'not-in-data',
        sentences: [note`No track of the season has two races to set side by side.`],
      }
    const n = most.race.day('otherRace.field.n')
    return {
      sentences: [
        fact`From the first race to the second the field moved ${isLeast ? 'least' : 'most'} at ${first} a lap, over ${countCited(n, 'car')} that ran in both.`,
        others.length === 0
          ? undefined
          : fact`Then come ${others.flatMap((piece, at): Piece[] => (at === 0 ? [piece] : [' and ', piece]))}.`,
        note`That is pace, whatever moved it: timing does not say what.`,
      ],
      asked: [most.race.day('otherRace.field.shiftMs')],
      suggestions: ['Which race was the closest?', 'Did the weather matter?'],
    }
  })
