import { sectionName } from '#core/domain/fact-text.ts'
import type { Suggestion } from '#core/protocol/chat/frames.ts'
import type { ScreenContext } from '#core/protocol/chat/scope.ts'
import type { Turn } from './turn.ts'
import { hasEnded } from './turn.ts'

/** What is worth asking of what the screen shows, the nearest first. */
function screenQuestions({ trackId, raceId, car, lap, section }: ScreenContext): readonly string[] {
  const place = section === undefined ? undefined : sectionName(section)
  if (raceId !== undefined && car !== undefined)
    return [
      ...(lap === undefined ? [] : [`Take lap ${lap} apart`, `What happened on lap ${lap}?`]),
      ...(place === undefined
        ? []
        : [`Is ${place} slow every lap?`, `Who is quickest in ${place}?`]),
      'Where do I lose the most time?',
      'What should I work on first?',
      'Is it always the same section?',
      'Whose onboard do I watch?',
      'Did the track get quicker, or did I?',
    ]
  if (raceId !== undefined)
    return [
      ...(lap === undefined ? [] : [`What happened on lap ${lap}?`]),
      'Who had the best pace?',
      'What was the fastest lap?',
      'Did the weather matter?',
    ]
  if (trackId !== undefined) return ['What is the best-case composite?', 'What races are there?']
  return []
}

const mostShown = 3

/** Suggestions under the conversation: what follows on from the last answer, what fits the screen, what always fits. */
export function suggestionsFor(
  turns: readonly Turn[],
  screen: ScreenContext,
  always: readonly Suggestion[],
): readonly Suggestion[] {
  const last = turns.at(-1)
  const end = last?.answer?.end
  // Its choices stand under it, and come first.
  if (end?.outcome === 'asked-back') return []
  const following = end?.suggestions ?? []
  const fitting = screenQuestions(screen).map((text) => ({ label: text, text }))
  const asked = new Set(turns.filter(hasEnded).map((turn) => turn.asked?.text.toLowerCase()))
  const isOther = last?.asked !== undefined && !isSameScreen(last.asked.context ?? {}, screen)
  const offered = isOther ? [...fitting, ...following] : [...following, ...fitting]
  const unasked = [...offered, ...always].filter(({ text }) => !asked.has(text.toLowerCase()))
  return [...new Map(unasked.map((one) => [one.text, one])).values()].slice(0, mostShown)
}

function isSameScreen(one: ScreenContext, other: ScreenContext): boolean {
  const parts = ['trackId', 'raceId', 'car', 'lap', 'section'] as const
  return parts.every((part) => one[part] === other[part])
}
