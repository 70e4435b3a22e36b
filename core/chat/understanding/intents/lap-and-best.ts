import type { Reading } from '../entities/reading.ts'
import { wantedIn } from './wanted-intent.ts'

/** "Fastest race lap and who did it": that of anyone, on whatever car the screen is. */
export function ofAnybody(intent: string, { text, mentions }: Reading): string | undefined {
  const isOfOne = mentions.some(({ type }) => ['me', 'car', 'bare', 'partner'].includes(type))
  const isWho =
    /\b(?:who|whose|by whom|which car|what car)\b|\brace lap\b|\blap of the race\b(?! in\b)/.test(
      text,
    )
  return intent === 'best-lap' && !isOfOne && isWho ? 'fastest-lap' : undefined
}

/** "Was lap 9 my best?", "my best lap was lap 5, wasn't it?" */
export function ofLapSaidBest({ text }: Reading): string | undefined {
  return saidBest.test(text) ? 'best-lap' : undefined
}

const saidBest =
  /\b(?:was|is) (?:on )?LAP (?:really |actually )?(?:my|his|her|our|CAR's) (?:best|fastest|quickest)\b(?! (?:SECTION|section|sector))|\bLAP (?:was|is) (?:really |actually )?(?:my|his|her|our|CAR's) (?:best|fastest|quickest)\b(?! (?:SECTION|section|sector))|\bLAP\b.*\b(?:was|is|were|wasn't|isn't) (?:it|that|this)(?: one| lap)?(?: really| actually)? (?:my|his|her|our|CAR's|the) (?:\w+ )?(?:best|fastest|quickest)\b(?! (?:SECTION|section|sector))|\b(?:my|his|her|our|CAR's) (?:best|fastest|quickest)(?: (?:lap|one|time))? (?:was|is|came|happened) (?:in |on )?LAP(?=,? (?:was|is|did|right|correct|yes)|,? n)/

/** "Lap 6 next to my quickest one, where did the time go?": a lap beside the best one, whatever is asked of them. */
export function ofLapAndBest(intent: string, { text, mentions }: Reading): string | undefined {
  const names = mentions.flatMap((one) => (one.type === 'lap-name' ? one.name : []))
  const others = names.filter((name) => name === 'last' || name === 'previous' || name === 'next')
  const laps = mentions.filter(({ type }) => type === 'lap').length + others.length
  const wanted = wantedIn(mentions)
  // "Why was lap 9 slower than my best?" asks for more than the difference.
  const isDifference = wanted?.as === 'difference' && wanted.of.includes('best')
  const isBest =
    (names.includes('best') && !isDifference) ||
    (isDifference &&
      /\b(?:why|where|sections?|sectors?|vs|versus|against|next to|beside)\b/.test(text))
  const isBeside =
    /\b(?:vs|versus|against|compar\w*|next to|beside|than|side by side|differen\w*)\b/.test(text)
  return ofLaps.has(intent) && laps === 1 && isBest && isBeside ? 'compare-laps' : undefined
}

const ofLaps = new Set(
  'best-lap lap-apart compare-laps figure-difference why-slow where-time compare-sections section-figures lap-story strengths work-on gap-to-composite compare-cars'.split(
    ' ',
  ),
)

/** "How many places did I gain on lap 1?": the sheet has no grid to count from. */
export function ofOpeningLap(intent: string, { text, mentions }: Reading): string | undefined {
  const isFirst = mentions.some((one) => one.type === 'lap' && one.lap === 1)
  const isChange = /\b(?:places?|positions?|spots?)\b.*\b(?:gain\w*|los[et]|made|make|won)\b/.test(
    text,
  )
  return intent === 'position' && isFirst && isChange && !/\b(?:from|after|since)\b/.test(text)
    ? 'places-lap1'
    : undefined
}
