import { exact, fact } from '#core/composer/say.ts'
import { lapsOf, positionNamed, raceNamed } from '../in-race.ts'
import type { CarTelling, Written } from '../telling.ts'

const high = /\b(?:highest|best|furthest (?:up|forward)|as high as|peak\w*)\b/i
const low = /\b(?:lowest|worst|furthest (?:back|down)|as low as|how far (?:down|back) did)\b/i
const ofPlace =
  /\b(?:places?|positions?|spots?|pos|ran|run|running|got|get|been|dropped|drop|fell|fall|was|were|climb\w*)\b/i
const everIn =
  /\bever\b.*\b(?:top|inside|in|p ?\d|\d+(?:st|nd|rd|th)|run|running|as high)\b|\b(?:get|got|make|run|ran) (?:it )?(?:up )?(?:in|into|to) the top\b/i

/** "What was the highest I ran?", "was I ever in the top five?": places at the line, whatever the result. */
export function peakAsked({ ask, car, who, race }: CarTelling): Written | undefined {
  const { text } = ask.part
  const isEver = everIn.test(text)
  const isLow = low.test(text)
  if (!isEver && !((high.test(text) || isLow) && ofPlace.test(text))) return undefined
  const { best, worst } = car.pattern.story
  if (best === null || worst === null) return undefined
  const named = positionNamed(text)
  const laps = lapsOf(car.pattern).filter(({ position }) => position !== null)
  const at = (end: 'best' | 'worst', field: string) => car.own(`story.${end}.${field}`)
  const told = (end: 'best' | 'worst', word: string, isFirst: boolean) =>
    fact`${isFirst ? [who.Your, ` ${word} place at the line in `, raceNamed(race)] : `The ${word}`} was ${exact(at(end, 'position'))}, on ${exact(at(end, 'lap'))}.`
  const highest = told('best', 'highest', !isLow)
  const lowest = told('worst', 'lowest', isLow)
  const isOne = best.position === worst.position
  return {
    verdict:
      isEver && named !== undefined
        ? /\btop\b|\binside\b|as high/i.test(text)
          ? best.position <= named
          : laps.some(({ position }) => position === named)
        : undefined,
    sentences: isLow
      ? [lowest, isOne ? undefined : highest]
      : [highest, isOne ? undefined : lowest],
    asked: [at(isLow ? 'worst' : 'best', 'position'), at(isLow ? 'worst' : 'best', 'lap')],
    suggestions: ['Tell me the story of my race', 'Where did I finish?'],
  }
}
