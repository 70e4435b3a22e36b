import type { ExclusionReason } from '#core/domain/exclusion.ts'
import { exclusionWords } from '#core/domain/exclusion-words.ts'
import { factIdOf } from '#core/domain/fact-id.ts'
import { factShort, factText, sectionName } from '#core/domain/fact-text.ts'
import type { SectionId } from '#core/domain/quantity.ts'
import type { TrackId } from '#core/domain/ids.ts'
import type { Sentence } from '#core/protocol/documents/sentence.ts'
import type { Piece } from './say.ts'
import { fact } from './say.ts'

type SectionOfALap = {
  readonly id: string
  readonly trackId: TrackId
  readonly section: SectionId
  readonly timeMs: number
  readonly gapToCompositeMs: number | null
  readonly excludedBecause: readonly ExclusionReason[]
  /** "Turns 4–6", where the corners are known. */
  readonly corners: string | undefined
}

/**
 * What timing can say of a section of a lap, and no more:
 * "0.50 s slower than the composite in Section 2 (Turns 4–6)."
 */
export function sectionSentence(section: SectionOfALap): Sentence {
  const where: Piece = [sectionName(section.section), corners(section)]
  const unless: Piece = notCounting(section.excludedBecause)
  const time = cited(section, 'timeMs', factText('section-time', section.timeMs))
  if (section.gapToCompositeMs === null)
    return fact`${where}: ${time}${unless}; there is no composite to compare it with.`
  if (section.gapToCompositeMs === 0)
    return fact`The composite itself in ${where}: ${time}${unless}, the best of the race.`
  return fact`${gapText(section, section.gapToCompositeMs)} slower than the composite in ${where}${unless}.`
}

function gapText(section: SectionOfALap, gapMs: number): Piece {
  const short = factShort('gap', gapMs)
  const text = short === undefined || short === '0.00 s' ? factText('gap', gapMs) : short
  return cited(section, 'gapToCompositeMs', text)
}

function cited({ id }: SectionOfALap, field: string, text: string): Piece {
  return { text, factId: factIdOf('ml_section_recommendations', id, field) }
}

function corners({ corners: text, trackId, section }: SectionOfALap): Piece {
  if (text === undefined) return ''
  return [' (', { text, factId: factIdOf('tracks', trackId, `cornerRanges.${section}`) }, ')']
}

/** A section that is missing elsewhere on the lap takes nothing from this one. */
function notCounting(reasons: readonly ExclusionReason[]): Piece {
  const words = reasons
    .filter((reason) => reason !== 'incomplete')
    .map((reason) => exclusionWords[reason])
  return words.length === 0 ? '' : `, on a lap that does not count (${words.join(', ')})`
}
