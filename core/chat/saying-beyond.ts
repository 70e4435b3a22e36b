import { note } from '#core/composer/say.ts'
import { notTimed } from './answers/talk/not-timed.ts'
import type { Draft } from './draft.ts'
import type { Part } from './understanding/understanding.ts'

/** "Was it my tyres or the track?": what timing tells is told, and that it tells nothing of the tyres. */
export function sayingBeyond(draft: Draft, { kind, beyond }: Part): Draft {
  if (kind !== 'answer' || draft.outcome !== 'answered') return draft
  const said = beyond.flatMap((topic) => notTimed(topic) ?? []).slice(0, 2)
  return { ...draft, sentences: [...draft.sentences, ...said.map((text) => note`${text}`)] }
}
